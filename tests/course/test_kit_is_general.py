"""Nothing of one course stands in the kit: no siglum, no name of a lesson or an exercise, no year of its documents.

The READMEs of the kit are left out: they show things as they are in the course that lies beside them.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursekit.places import Folders
from coursekit.sources import Library
from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

pytestmark = pytest.mark.usefixtures("this_course")

MADE = {"node_modules", "dist", "__pycache__", "extension"}  # from what is looked at, or fetched
READ = {".py", ".js", ".mjs", ".ts", ".css", ".html", ".toml", ".json", ".pyi"}
LISTS = {"package.json", "package-lock.json"}
LITERATURE = re.compile(r"\b\d+ \((\d{4})\)|\b[A-Z]\w+,? \(?(\d{4})\)?[:.,]")  # Cohen, … Measurement 20 (1960)


def kit() -> Iterator[tuple[str, int, str]]:
    """Each line of the kit, with where it stands."""
    for path in sorted((ROOT / "coursekit").rglob("*")):
        if path.suffix in READ and path.name not in LISTS and MADE.isdisjoint(path.parts):
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
                yield path.relative_to(ROOT).as_posix(), number, line


def names() -> set[str]:
    """What lessons and exercises are called, with and without their numbers."""
    folders = Folders(ROOT)
    found = {path.stem for path in folders.lesson_texts}
    found |= {path.name for path in folders.solutions.glob("[0-9]*") if path.is_dir()}
    return found | {name.partition("-")[2] for name in found if name.count("-") > 1}


def years() -> set[str]:
    """The years in which the documents were written, and of which they tell."""
    library = Library(ROOT)
    records = [library.record(siglum) for siglum in library.sigla]
    found = {year for record in records for year in re.findall(r"\d{4}", f"{record.when} {record.events}")}
    return found - {"1970"}  # with which computers begin to count


def standing(words: set[str]) -> list[str]:
    wanted = re.compile(rf"(?<![\w-])(?:{'|'.join(sorted(map(re.escape, words)))})(?![\w])")
    return [f"{file}:{n}: {line.strip()[:80]}" for file, n, line in kit() if wanted.search(LITERATURE.sub("", line))]


@pytest.mark.parametrize("what", [lambda: set(Library(ROOT).sigla), names, years], ids=["sigla", "names", "years"])
def test_nothing_of_this_course_stands_in_the_kit(what: object) -> None:
    words = what() if callable(what) else set()
    assert words
    assert standing(words) == []


def test_it_would_be_found(monkeypatch: pytest.MonkeyPatch) -> None:
    (siglum, *_), (year, *_) = Library(ROOT).sigla, sorted(years())
    lines = [("a.py", 1, f"as {siglum} p7"), ("a.py", 2, f"on {year}-07-18"), ("a.py", 3, f"Measurement 20 ({year}).")]
    monkeypatch.setattr(f"{__name__}.kit", lambda: lines)
    assert [each.split(":")[1] for each in standing({siglum, year})] == ["1", "2"]
