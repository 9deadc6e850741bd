"""A made-up class as learning platforms give it out: zips of hand-ins, class lists, gradebooks.

Formats as the platforms' own programs write them: Moodle's `mod/assign` (zip, grading worksheet) and `grade/export/txt`
(gradebook), Canvas's `lib/gradebook_exporter.rb` and its zip of submissions.
"""

from __future__ import annotations

import csv
import io
import re
import unicodedata
import zipfile
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

    from tests.seminar.made_up_class import Handed, MadeUpClass, Person

WORKSHEET = {
    "en": (
        "Identifier", "Full name", "Email address", "Status", "Grade", "Maximum Grade", "Grade can be changed",
        "Last modified (submission)", "Last modified (grade)", "Feedback comments",
    ),
    "de": (
        "ID", "Vollständiger Name", "E-Mail-Adresse", "Status", "Bewertung", "Bestwertung",
        "Bewertung kann geändert werden", "Zuletzt geändert (Abgabe)", "Zuletzt geändert (Bewertung)",
        "Feedback als Kommentar",
    ),
}  # fmt: skip
_PARTICIPANT = {"en": "Participant ", "de": "Teilnehmer/in"}


def moodle_name(made: MadeUpClass, handed: Handed) -> str:
    """Return what Moodle calls a file in its zip: signs that no file's name may have are left out."""
    person = re.sub(r"""[&<>"`|':\\/]""", "", handed.person.name)
    number = handed.person.moodle(made.exercises.index(handed.exercise))
    return f"{person}_{number}_assignsubmission_file_/{handed.file}"


def canvas_name(handed: Handed, number: int) -> str:
    """Return what Canvas calls a file in its zip."""
    who = re.sub(r"[\x00-\x20!-/:-@\[-`{-~]", "", unicodedata.normalize("NFC", handed.person.sortable)).lower()
    late = "_LATE" if handed.late else ""
    return f"{who}{late}_{handed.person.canvas}_{9_000_000 + number}_{handed.file}"


def moodle_zip(made: MadeUpClass, exercise: str, path: Path) -> Path:
    """Write the hand-ins of an exercise as Moodle packs them."""
    return _zip(path, {moodle_name(made, each): each.raw for each in made.of(exercise)})


def canvas_zip(made: MadeUpClass, exercise: str, path: Path) -> Path:
    """Write the hand-ins of an exercise as Canvas packs them."""
    return _zip(path, {canvas_name(each, n): each.raw for n, each in enumerate(made.of(exercise))})


def moodle_participants(made: MadeUpClass) -> bytes:
    """Return the list of participants."""
    rows = [(each.first, each.last, each.email, "") for each in made.listed]
    return _table([("First name", "Last name", "Email address", "Groups"), *rows], "\ufeff")


def moodle_worksheet(made: MadeUpClass, exercise: str, language: str = "en", of: float = 100) -> bytes:
    """Return the worksheet for grading an assignment offline."""
    at = made.exercises.index(exercise)
    number = f"{of:.2f}".replace(".", "," if language == "de" else ".")
    late, yes = {"en": ("late", "Yes"), "de": ("zu spät", "Ja")}[language]
    given = {each.person: each for each in made.of(exercise)}
    rows = []
    for person in made.listed:
        status = "Submitted for grading" if person in given else "No submission"
        status += f" - 2 days {late}" if person in given and given[person].late else ""
        who = (f"{_PARTICIPANT[language]}{person.moodle(at)}", person.name, person.email)
        rows.append((*who, status, "", number, yes, "Sunday, 1 February 2026, 10:15 AM", "-", ""))
    return _table([WORKSHEET[language], *rows], "\ufeff")


def moodle_gradebook(made: MadeUpClass, columns: tuple[str, ...], *, language: str = "en") -> bytes:
    """Return the gradebook; an empty grade is a dash."""
    head = {
        "en": ("First name", "Last name", "ID number", "Institution", "Department", "Email address"),
        "de": ("Vorname", "Nachname", "ID-Nummer", "Institution", "Abteilung", "E-Mail-Adresse"),
    }[language]
    last = {"en": "Last downloaded from this course", "de": "Zuletzt aus diesem Kurs geladen"}[language]
    rows = [
        (each.first, each.last, f"m{each.number:05}", "", "", each.email, *("-" for _ in columns), "1769947200")
        for each in made.listed
    ]
    return _table([(*head, *columns, last), *rows])


def canvas_gradebook(made: MadeUpClass, columns: dict[str, float], separator: str = ",") -> bytes:
    """Return the gradebook, with the rows that are nobody's and the student that Canvas makes for trying."""
    head = ("Student", "ID", "SIS User ID", "SIS Login ID", "Section", *columns, "Final Score")
    hidden = ("", "", "", "", "", *("Manual Posting" for _ in columns), "")
    possible = ("    Points Possible", "", "", "", "", *(f"{of:.2f}" for of in columns.values()), "(read only)")
    rows = [_canvas_row(each, len(columns)) for each in made.listed]
    test = ("Student, Test", "99999", "", "a1b2c3", "Group 1", *("" for _ in columns), "")
    return _table([head, hidden, possible, *rows, test], "\ufeff", separator)


def _canvas_row(person: Person, columns: int) -> tuple[str, ...]:
    login = person.email.partition("@")[0]
    return (
        person.sortable,
        str(person.canvas),
        f"s{person.number}",
        login,
        "Group 1",
        *("" for _ in range(columns)),
        "0",
    )


def _table(rows: list[tuple[str, ...]], mark: str = "", separator: str = ",") -> bytes:
    text = io.StringIO(newline="")
    csv.writer(text, delimiter=separator, lineterminator="\n").writerows(rows)
    return (mark + text.getvalue()).encode()


def _zip(path: Path, files: dict[str, bytes]) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        for name, raw in files.items():
            archive.writestr(name, raw)
    return path
