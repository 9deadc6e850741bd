"""What became of a copy, in a sentence."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.sources.add import add_bytes
from coursekit.sources.import_report import import_report
from tests.sources.invented import PARAGRAPHS, TEXT
from tests.sources.reading.test_archive import packed

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.sources.library import Library


@pytest.fixture
def say(library: Library) -> Callable[..., list[str]]:
    """Add the content of a file, and say what became of it at a reader of a source."""

    def added(data: bytes | str, siglum: str = "OWL", name: str = "a.txt") -> list[str]:
        return import_report(list(add_bytes(library, name, data.encode() if isinstance(data, str) else data)), siglum)

    return added


def test_a_whole_copy(say: Callable[..., list[str]]) -> None:
    assert say(TEXT) == ["“a.txt” is the log: all 10 paragraphs are there, word for word."]
    (again,) = say(TEXT)
    assert again.endswith("word for word. Note: nothing new: the copy you added before has it all.")


def test_what_differs_is_named(say: Callable[..., list[str]]) -> None:
    text = TEXT.replace("eleven", "twelve").replace(PARAGRAPHS["e1.a"], "")
    assert say(text) == ["“a.txt” is the log: 8 of 10 paragraphs exact, 1 changed (p1), 1 missing (e1.a)."]


def test_other_signs_are_close(say: Callable[..., list[str]]) -> None:
    said = "“a.txt” is the log: 9 of 10 paragraphs exact, 1 close (the same words, other signs)."
    assert say(TEXT.replace("oil for", "OIL, for")) == [said]


def test_many_are_only_counted(say: Callable[..., list[str]]) -> None:
    (line,) = say(PARAGRAPHS["p1"])
    assert line == "“a.txt” is the log: 1 of 10 paragraphs exact, 9 missing."


def test_at_another_text_it_is_said_where_the_copy_went(say: Callable[..., list[str]]) -> None:
    (line,) = say(TEXT, "BOX")
    assert line.startswith("“a.txt” is not this text but the log (OWL): all 10 paragraphs are there, word for word.")
    assert line.endswith(" It is added, and stands wherever that text is read.")


def test_an_archive_is_told_in_a_few_lines(say: Callable[..., list[str]]) -> None:
    lines = say(packed({f"{n}.txt": b"other words" for n in range(20)}), name="a.zip")
    assert len(lines) == 7
    assert lines[-1] == "And 14 more; `python3 course.py sources add` tells of all."


def test_a_long_name_is_cut(say: Callable[..., list[str]]) -> None:
    assert say("other words", name="n" * 500)[0].startswith(f"“{'n' * 79}…” was not added: unknown")
