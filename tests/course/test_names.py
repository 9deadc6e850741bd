"""One source, one name: what learners read calls the four by the names in their records.

Quotations keep the spelling of their source, so what stands between “curly marks” or ‘single ones’ is left out.
"""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("this_course")

NAMES = {"LET": "the letter", "YUD": "the memorandum", "KLO": "the article", "CAT": "the catalogue"}
QUOTED = re.compile(r"“[^”]*”|‘[^’]*’")
READ = (
    "lessons/*.md",
    "lessons/quizzes/*.toml",
    "lessons/pictures/*.toml",
    "lessons/keys/*.toml",
    "solutions/*/*.md",
    "solutions/*/exercise.toml",
)
# A pattern, what to write instead, and the files in which nothing else can be meant by it.
BANNED = [
    (r"ambassador's (record|paper)\b", "memorandum", READ),
    (r"archive's list\b|\b[Oo]ur list\b", "the catalogue", READ),
    (r"\b[Tt]he (list|article)'s list\b|\b[Oo]ur list\b", "the catalogue", READ),
    (
        r"\b[Tt]he record\b",
        "the memorandum",
        (
            "lessons/03-*.md",
            "lessons/quizzes/03-*.toml",
            "sources/YUD/guide.md",
            "solutions/03-*/*.md",
            "solutions/03-*/exercise.toml",
        ),
    ),
    (
        r"\b[Tt]he list\b(?! of)",
        "the catalogue",
        ("lessons/0[68]-*.md", "lessons/quizzes/0[68]-*.toml", "lessons/keys/08-*.toml"),
    ),
    (r"\bChou\b", "Zhou Enlai", READ),
    (r"\bKhruschev\b", "Khrushchev", READ),
]


def found(pattern: str, files: tuple[str, ...]) -> Iterator[str]:
    for path in sorted(each for glob in files for each in ROOT.glob(glob)):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if re.match(r"\s*(quote|prefix|suffix) = ", line):
                continue  # words of a calendar, in which they are looked up
            if said := re.search(pattern, QUOTED.sub("", line)):
                yield f"{path.relative_to(ROOT)}:{number}: {said[0]}"


def test_the_names_are_those_of_the_records() -> None:
    told = {
        path.parent.name: tomllib.loads(path.read_text(encoding="utf-8"))["short"]
        for path in ROOT.glob("sources/*/record.toml")
    }
    assert told == NAMES


@pytest.mark.parametrize(("pattern", "instead", "files"), BANNED)
def test_no_second_name_stands_outside_quotations(pattern: str, instead: str, files: tuple[str, ...]) -> None:
    assert list(found(pattern, files)) == [], f"write {instead}"


def test_lesson_00_says_the_names() -> None:
    (path,) = ROOT.glob("lessons/00-*.md")
    text = path.read_text(encoding="utf-8")
    assert [name for name in NAMES.values() if f"*{name}*" not in text] == []
