"""Small tables for tests, as their author writes them in TOML."""

from __future__ import annotations

import json
from collections.abc import Mapping


def block(name: str, /, **values: object) -> str:
    """Return a block, as ``block("question.row", id="log", text="the log")``."""
    return f"[[{name}]]\n" + "".join(f"{key} = {_toml(value)}\n" for key, value in values.items())


def listed(list_id: str, choices: Mapping[str, str]) -> str:
    """Return a list of choices, each by its id."""
    made = (block("question.list.choice", id=name, text=text) for name, text in choices.items())
    return block("question.list", id=list_id) + "".join(made)


def column(column_id: str, name: str, kind: str, **more: object) -> str:
    """Return a column; ``list`` names its choices."""
    return block("question.column", id=column_id, name=name, type=kind, **more)


def row(row_id: str, text: str, **more: object) -> str:
    """Return a row; ``key`` and ``feedback`` are by column."""
    return block("question.row", id=row_id, text=text, **more)


def near(row_id: str, column_id: str, value: str, feedback: str, **more: object) -> str:
    """Return a mistake that is foreseen in a cell."""
    return block("question.near", row=row_id, column=column_id, value=value, feedback=feedback, **more)


def _toml(value: object) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{name} = {_toml(each)}" for name, each in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False)


VERDICT = listed("verdict", {"says": "says so", "silent": "says nothing"})
