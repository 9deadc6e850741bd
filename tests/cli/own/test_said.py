"""What an author may say of a course, and what is refused in one line."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.cli.own import asking, said
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from collections.abc import Callable


@pytest.mark.parametrize(
    ("read", "given", "used"),
    [
        (lambda words: said.line(words, "title"), "  Two   letters ", "Two letters"),
        (lambda words: said.line(words, "title"), "e\u0301t\u00e9", "\u00e9t\u00e9"),
        (said.language, " pt-BR ", "pt-BR"),
        (said.siglum, "diary2", "DIARY2"),
        (said.rights, "Public-Domain", "public-domain"),
    ],
)
def test_what_is_meant_is_taken(read: Callable[[str], str], given: str, used: str) -> None:
    assert read(given) == used


@pytest.mark.parametrize(
    ("read", "given", "told"),
    [
        (lambda words: said.line(words, "title"), " \n", "title: expected some words"),
        (lambda words: said.line(words, "title"), "a\nb", "title: expected one line"),
        (lambda words: said.line(words, "title"), "a\u202eb", "title: expected one line"),
        (lambda words: said.line(words, "title"), "a\x1b[2Jb", "title: expected one line"),
        (lambda words: said.line(words, "title"), "x" * 10_000, "title: expected at most 120 characters, found 10000"),
        (said.language, "German", "language: expected a code"),
        (said.language, "en\nevil = 1", "language: expected a code"),
        (said.siglum, "1A", "siglum: expected 2 to 10 capitals"),
        (said.siglum, "../..", "siglum: expected 2 to 10 capitals"),
        (said.siglum, "A" * 11, "siglum: expected 2 to 10 capitals"),
        (said.rights, "mine", "rights: expected one of public-domain, own"),
        (lambda words: said.numbered(words, "lesson")[0], "2-x", "lesson: expected a name as 02-"),
        (lambda words: said.numbered(words, "lesson")[0], "02-../x", "lesson: expected a name as 02-"),
        (lambda words: said.numbered(words, "lesson")[0], "02-" + "x" * 60, "lesson: expected a name as 02-"),
    ],
)
def test_what_is_not_is_refused_in_one_line(read: Callable[[str], str], given: str, told: str) -> None:
    with pytest.raises(CourseError) as refused:
        read(given)
    assert str(refused.value).startswith(told)
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 200


def test_a_wrong_answer_is_asked_again_and_an_empty_one_means_the_usual(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    typed = iter(["German", "de", ""])
    monkeypatch.setattr("builtins.input", lambda _prompt: next(typed))
    assert asking.ask("Language", "en", said.language) == "de"
    assert "language: expected a code" in capsys.readouterr().out
    assert asking.ask("Language", "en", said.language) == "en"


def test_the_end_of_input_means_the_usual(monkeypatch: pytest.MonkeyPatch) -> None:
    def ended(_prompt: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", ended)
    assert asking.ask("Language", "en", said.language) == "en"
