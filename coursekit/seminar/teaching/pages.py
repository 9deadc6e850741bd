"""The pages that an instructor reads and prints, each in one file."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.html import Safe, join, tag
from coursekit.questions.misconceptions import codes
from coursekit.seminar.passages import words_of
from coursekit.seminar.standalone import page
from coursekit.seminar.teaching.named import linked
from coursekit.seminar.teaching.shown import card, fact_card, misconception_card

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from coursekit.course import Course

CARDS, MISCONCEPTIONS = "fact-cards.html", "misconceptions.html"


def write(course: Course, out: Path) -> list[Path]:
    """Write a page for each lesson's teaching notes, the fact cards, and the list of misconceptions.

    Parameters
    ----------
    course
        The instructor's course.
    out
        The folder; made if need be.

    Raises
    ------
    CourseError
        When the course has no teaching notes, as in a class copy, or a page cannot be written.
    """
    every = sorted(course.folders.teaching.glob("*.md"))
    if not every:
        raise CourseError("notes: there are no teaching notes here; they are in the instructor's course")
    try:
        out.mkdir(parents=True, exist_ok=True)
        made = {f"{notes.stem}.html": notes_page(course, notes, out) for notes in every}
        made |= {CARDS: cards_page(course)} if course.facts else {}
        made |= {MISCONCEPTIONS: misconceptions_page(course)} if course.misconceptions else {}
        for name, content in made.items():
            write_whole(out / name, content.encode())
    except OSError as error:
        raise CourseError(f"{error.filename or out}: not written {told(error)}") from error
    return [out / name for name in made]


def notes_page(course: Course, notes: Path, out: Path) -> str:
    """Return the notes of a lesson, and below them all that they name, every question of lesson and exercise first."""
    body, named = linked(course, notes, out)
    number = notes.stem[:2]
    numbered = f"x{number}-"
    asked = [each for each in course.questions.by_id if each.startswith(f"{number}-")]
    exercises = [
        each.id
        for exercise in course.exercises.by_id.values()
        for each in exercise.questions
        if each.id.startswith(numbered)
    ]
    shown = dict.fromkeys([*asked, *exercises, *named.cards])
    on_cards = [fact for each in asked for fact in course.questions.by_id[each].card if fact in course.facts]
    facts = dict.fromkeys([*(code for code in named.codes if code in course.facts), *on_cards])
    parts = [
        _section("Questions, tasks and pictures by their ids", (card(course, name) for name in shown)),
        _section("Fact cards", (fact_card(course.facts[name]) for name in facts)),
        _section("Misconceptions", _misconceptions(course, [each for each in named.codes if each not in facts])),
        words_of(course, named.places),
    ]
    return page(f"Teaching notes {number}", body, *parts)


def cards_page(course: Course) -> str:
    """Return all fact cards, to be printed and cut."""
    head = tag("p", "Print, and cut along the lines. Each says where it was checked.", class_="quiet")
    cards = tag("div", *(fact_card(fact) for fact in course.facts.values()), class_="cards")
    return page("Fact cards", tag("h1", "Fact cards"), head, cards)


def misconceptions_page(course: Course) -> str:
    """Return the course's list of misconceptions, each with the questions that catch it."""
    return page("Misconceptions", tag("h1", "Misconceptions"), *_misconceptions(course, list(course.misconceptions)))


def _misconceptions(course: Course, names: list[str]) -> list[Safe]:
    every = [*course.questions.by_id.values()]
    every += [each for exercise in course.exercises.by_id.values() for each in exercise.questions]
    known = course.misconceptions
    return [
        misconception_card(known[name], [each.id for each in every if name in codes(each)])
        for name in names
        if name in known
    ]


def _section(title: str, parts: Iterable[Safe]) -> Safe:
    found = list(parts)
    return join(tag("h2", title), *found) if found else Safe("")
