"""The examples that authors copy are questions that load."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from coursekit.marking import mark
from coursekit.questions import KINDS, typical

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.questions import Question

README = (Path(__file__).parents[2] / "coursekit" / "questions" / "README.md").read_text(encoding="utf-8")
EXAMPLES = dict(re.findall(r"^## (\w+): [^\n]+\n```toml\n(.*?)```", README, re.DOTALL | re.MULTILINE))
EXAMPLES |= dict(re.findall(r"^## (number|date)\n```toml\n(.*?)```", README, re.DOTALL | re.MULTILINE))

RIDERS = {"ground"}  # described like a kind, and part of a question of another


def test_every_kind_is_described() -> None:
    assert {*EXAMPLES, "multiple"} - RIDERS == set(KINDS)
    assert "\n## multiple: " in README


@pytest.mark.parametrize("kind", sorted({*EXAMPLES} - RIDERS))
def test_every_example_loads_and_marks(kind: str, load: Callable[..., Question]) -> None:
    question = load(EXAMPLES[kind], kind)
    for answer, state in typical(question):
        assert mark(question, answer).state == state


@pytest.mark.parametrize("rider", sorted(RIDERS))
def test_every_rider_loads_on_another_question(rider: str, load: Callable[..., Question]) -> None:
    question = load(EXAMPLES["single"] + EXAMPLES[rider], "single")
    for answer, state in typical(question):
        assert mark(question, answer).state == state


def test_the_shared_head_loads(load: Callable[..., Question]) -> None:
    head = re.findall(r"```toml\n(\[\[question\]\].*?)\[\[question.typical", README, re.DOTALL)[0]
    assert load(head + EXAMPLES["single"]).card == ("F1",)
