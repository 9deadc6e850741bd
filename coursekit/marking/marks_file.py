"""The marks as files: a CSV for people and platforms, the details as JSON Lines; each written whole or not at all."""

from __future__ import annotations

import csv
import io
import json
from typing import TYPE_CHECKING, NamedTuple

from coursekit.errors import CourseError
from coursekit.files.whole import replaced
from coursekit.marking.found import person
from coursekit.marking.ledger import Before
from coursekit.marking.resaved import Names, text_of
from coursekit.marking.row import COLUMNS, FIRST_COLUMNS, MARKED, Row
from coursekit.marking.visible import bare, visible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

FORMAT = "coursekit-marks/1"
BOM = "\ufeff"  # by which a spreadsheet knows UTF-8


class Style(NamedTuple):
    """How the CSV is written; as it is by default, or so that a spreadsheet opens it by a double click.

    Parameters
    ----------
    bom
        Whether it begins with the mark by which Excel knows UTF-8.
    semicolon
        Whether semicolons part the cells and commas stand before decimals, as Excel expects in many languages.
    """

    bom: bool = False
    semicolon: bool = False

    @property
    def separator(self) -> str:
        """What parts the cells."""
        return ";" if self.semicolon else ","

    @property
    def decimal(self) -> str:
        """What stands before decimals."""
        return "," if self.semicolon else "."


PLAIN = Style()


def details_of(out: Path) -> Path:
    """Return where the details of a marks file are: ``marks.details.jsonl`` of ``marks.csv``."""
    return out.with_name(f"{out.stem}.details.jsonl")


def own_files(out: Path) -> list[Path]:
    """Return everything that grading into ``out`` may write, with resolved paths; none of it is a hand-in."""
    whole = out.resolve()
    ledger = [ledger_of(whole).with_name(f"{whole.name}.ledger{end}") for end in ("", "-journal", "-wal", "-shm")]
    return [whole, details_of(whole), *ledger]  # parts of them are hidden files


def ledger_of(out: Path) -> Path:
    """Return where the ledger of a marks file is."""
    return out.with_name(f"{out.name}.ledger")


def write(out: Path, rows: Iterable[tuple[Row, str]], style: Style = PLAIN) -> None:
    """Write marks and details; interrupted at any moment, the marks that were there before are still whole.

    Raises
    ------
    CourseError
        When they cannot be written.
    """
    details = details_of(out)
    try:
        # The details first: who reads marks finds what they rest on.
        with replaced(out) as marks, replaced(details) as more:
            text = io.TextIOWrapper(marks, encoding="utf-8", newline="")
            text.write(BOM if style.bom else "")
            table = csv.writer(text, delimiter=style.separator, lineterminator="\n")
            table.writerow(COLUMNS)
            for row, questions in rows:
                table.writerow(row.cells(style.decimal))
                more.write(f'{_line(row)[:-1]}, "questions": {questions}}}\n'.encode())
            text.detach()
    except OSError as error:
        raise CourseError(
            f"{out}: not written ({error.strerror}); close it elsewhere, make room, or name another --out"
        ) from error


def read(out: Path, names: Collection[str] = ()) -> Iterator[Before]:
    """Yield the rows that counted in a marks file written before, also where a spreadsheet saved it again.

    Parameters
    ----------
    out
        The file.
    names
        The learners of now; among them those are found whose names a spreadsheet changed.

    Raises
    ------
    CourseError
        When it is no file of marks, or names in it are lost.
    """
    try:
        text, page = text_of(out.read_bytes(), names)
        rows = _table(text)
        if not set(FIRST_COLUMNS) <= set(rows.fieldnames or ()):
            raise CourseError(f"{out}: is there already and is no file of marks; name another --out")
        found = Names(names, page)
        for row in rows:
            if row["status"] == MARKED:
                before = _before(row)
                if names and page and found.lost(before.learner):
                    raise CourseError(
                        f"{out}: line {rows.line_num}: was saved again in an encoding that has not all letters "
                        f"(“{visible(before.learner, 60)}”); put it back as it was, or name another --out"
                    )
                yield before._replace(learner=found.meant(before.learner))
    except (OSError, csv.Error, ValueError) as error:
        raise CourseError(f"{out}: is there already and cannot be read ({error}); name another --out") from error


def strange_columns(out: Path) -> list[str]:
    """Return the columns that somebody added to a marks file; they are lost when it is written again."""
    names = _table(text_of(out.read_bytes(), ())[0]).fieldnames or ()
    return [visible(name, 60) for name in names if name and name not in COLUMNS]


def _table(text: str) -> csv.DictReader[str]:
    """Return the rows of a table, whatever parts its cells; a first line that names the separator is no row."""
    lines = io.StringIO(text, newline="")
    head = lines.readline()
    if head.lower().startswith("sep="):
        text = text[len(head) :]
        head = lines.readline()
    return csv.DictReader(io.StringIO(text, newline=""), delimiter=max(",;\t", key=head.count))


def _before(row: dict[str, str]) -> Before:
    points, of = (_number(row[name] or "0", name) for name in ("points", "of"))
    learner, exercise, file = (bare(row[name] or "") for name in ("learner", "exercise", "file"))
    return Before(learner, exercise, person(file), row["version"] or "", points, of)


def _number(cell: str, name: str) -> float:
    try:
        return float(cell.replace(",", "."))
    except ValueError:
        why = f"“{visible(cell, 40)}” under {name} is no number; a spreadsheet may have made a date of it"
        raise ValueError(why) from None


def _line(row: Row) -> str:
    head = {"format": FORMAT, "file": row.file, "learner": row.learner, "exercise": row.exercise, "made": row.made}
    points = {"points": row.points, "of": row.of, "for_a_teacher": row.for_a_teacher}
    effort = {"platform_id": row.platform_id, "checks": row.checks, "hints": row.hints}
    whole = head | {"version": row.version} | points | {"status": row.status, "note": row.note} | effort
    whole |= {"points_at_first_check": row.first}
    return json.dumps(whole | {"sha256": row.content}, ensure_ascii=False)
