"""Moodle's two files, in English and German: the worksheet for grading an assignment offline, and the gradebook.

The worksheet (`mod/assign/feedback/offline`) has “Identifier” (“Participant 1234”, “Teilnehmer/in1234”), “Grade”,
“Maximum Grade” and “Grade can be changed”; when it comes back, Moodle passes over grades above the maximum without a
word, so none is written. The gradebook (`grade/export/txt`) has columns as “Assignment: Log (Real)”; a dash is no
grade, and of how many points a column is, it does not say.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.marking.visible import visible
from coursekit.seminar.gradebook.sheet import Column, Sheet, decimal_sign, number
from coursekit.seminar.headings import EMAIL, FIRST, FULL, LAST, LOGINS, plain

if TYPE_CHECKING:
    from coursekit.seminar.roster import Roster

_GRADE = frozenset({"grade", "bewertung"})
_MOST = frozenset({"maximumgrade", "bestwertung", "bestbewertung"})
_SCALE = frozenset({"scale", "skala"})
_LOCK = frozenset({"gradecanbechanged", "bewertungkanngeändertwerden"})
_NO = frozenset({"no", "nein"})
_ABOUT_PEOPLE = FIRST | LAST | FULL | LOGINS | EMAIL
_ABOUT_PEOPLE |= {"institution", "department", "abteilung", "groups", "gruppen", "cohorts", "suspended", "gesperrt"}
_ABOUT_PEOPLE |= {"lastdownloadedfromthiscourse", "zuletztausdiesemkursgeladen", "section", "group", "gruppe"}
_HEADING = re.compile(r"(?:[^:()]+: )?(?P<short>.*?)(?: \((?P<kind>[^()]+)\))?")
_POINTS = frozenset({"real", "punkte"})
_KINDS = {
    "percentage": "percentages", "prozentsatz": "percentages", "letter": "letters", "buchstabe": "letters",
    "buchstaben": "letters", "feedback": "words of feedback", "rückmeldung": "words of feedback",
}  # fmt: skip
_TOTAL = re.compile(r"\b(?:total|gesamt)\b", re.IGNORECASE)
_GERMAN = frozenset({"vollständigername", "vorname", "nachname", "bewertung"})


def worksheet(roster: Roster) -> Sheet:
    """Return the worksheet of an assignment as a sheet. Raises CourseError where it is marked by a scale."""
    found, table = roster.headings, roster.table
    if (scale := found.column(_SCALE)) is not None:
        name = visible(table.words(roster.head)[scale], 80)
        raise CourseError(
            f"{roster.name}: “{name}”: this assignment is marked by a scale, which points "
            "cannot be written in; give it points in Moodle and export again"
        )
    at, most, lock = found.column(_GRADE), found.column(_MOST), found.column(_LOCK)
    if at is None:
        raise CourseError(f"{roster.name}: no column “Grade” or “Bewertung”; export the worksheet again")
    rows = {each.row: table.words(each.row) for each in roster.learners}
    tops = [of for words in rows.values() if most is not None and most < len(words) and (of := number(words[most]))]
    said = "Moodle says that the grade can not be changed"
    locked = {
        row: said for row, words in rows.items() if lock is not None and plain("".join(words[lock : lock + 1])) in _NO
    }
    heading = table.words(roster.head)[at].strip()
    column = Column(at, heading, heading, of=min(tops, default=None))
    numbers = [words[n] for words in rows.values() for n in (most, at) if n is not None and n < len(words)]
    return Sheet(roster, (column,), decimal_sign(numbers, _sign(roster)), locked)


def gradebook(roster: Roster) -> Sheet:
    """Return the gradebook, or any other table with names, as a sheet."""
    columns = []
    for at, words in enumerate(roster.table.words(roster.head)):
        heading = words.strip()
        if heading and plain(heading) not in _ABOUT_PEOPLE:
            parts = _HEADING.fullmatch(heading)
            kind = plain(parts["kind"] or "") if parts else ""
            short = parts["short"] if parts and kind in _POINTS | set(_KINDS) else _without_kind(heading)
            columns.append(Column(at, heading, short, _refusal(heading, kind)))
    numbers = [
        words[column.number]
        for words in map(roster.table.words, (each.row for each in roster.learners))
        for column in columns
        if column.number < len(words)
    ]
    return Sheet(roster, tuple(columns), decimal_sign(numbers, _sign(roster)))


def _without_kind(heading: str) -> str:
    return heading.partition(": ")[2] or heading


def _refusal(heading: str, kind: str) -> str:
    if kind in _KINDS:
        return f"holds {_KINDS[kind]}, not points; name the one that ends in (Real) or (Punkte)"
    return "is reckoned by Moodle; name an assignment's column" if _TOTAL.search(heading) else ""


def _sign(roster: Roster) -> str:
    german = bool(_GERMAN & set(roster.headings.words))
    return "," if german or roster.table.separator == ";" else "."
