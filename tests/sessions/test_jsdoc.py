"""The types of the front end are those of the protocol."""

from __future__ import annotations

from typing import NotRequired, TypedDict

import pytest

from coursekit.sessions import jsdoc, protocol


def test_the_types_of_the_front_end_are_in_step_with_the_protocol() -> None:
    told = "run “python -m coursekit.sessions.jsdoc”"
    assert jsdoc.FILE.read_text(encoding="utf-8") == jsdoc.jsdoc(), told


def test_a_new_message_has_its_type(monkeypatch: pytest.MonkeyPatch) -> None:
    class Wave(TypedDict):
        """Somebody waves."""

        op: str
        to: NotRequired[list[int]]
        because: dict[str, float] | None

    Wave.__module__ = protocol.__name__
    monkeypatch.setattr(protocol, "Wave", Wave, raising=False)
    made = jsdoc.jsdoc()
    wave = "{{ op: string, to?: Array<number>, because: Record<string, number> | null }}"
    assert f"/** Somebody waves. @typedef {wave} Wave */" in made


def test_what_has_no_type_there_is_a_mistake() -> None:
    with pytest.raises(TypeError, match="no type of the front end"):
        jsdoc._type(bytes)
