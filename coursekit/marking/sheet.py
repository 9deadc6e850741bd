"""The marks as files: a CSV for people and platforms, the details as JSON Lines; each written whole or not at all."""

from __future__ import annotations

import csv
import json
import os
from contextlib import suppress
from typing import TYPE_CHECKING, TextIO

from coursekit.errors import CourseError
from coursekit.marking.found import person
from coursekit.marking.ledger import Before
from coursekit.marking.row import COLUMNS, MARKED, Row
from coursekit.marking.visible import bare, visible

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

FORMAT = "coursekit-marks/1"


def details_of(out: Path) -> Path:
    """Return where the details of a marks file are: ``marks.details.jsonl`` of ``marks.csv``."""
    return out.with_name(f"{out.stem}.details.jsonl")


def own_files(out: Path) -> list[Path]:
    """Return everything that grading into ``out`` may write, with resolved paths; none of it is a hand-in."""
    whole = out.resolve()
    ledger = [ledger_of(whole).with_name(f"{whole.name}.ledger{end}") for end in ("", "-journal", "-wal", "-shm")]
    return [whole, details_of(whole), _part(whole), _part(details_of(whole)), *ledger]


def ledger_of(out: Path) -> Path:
    """Return where the ledger of a marks file is."""
    return out.with_name(f"{out.name}.ledger")


def write(out: Path, rows: Iterable[tuple[Row, str]]) -> None:
    """Write marks and details; interrupted at any moment, the marks that were there before are still whole.

    Raises
    ------
    CourseError
        When they cannot be written.
    """
    details = details_of(out)
    try:
        with (
            _part(out).open("w", encoding="utf-8", newline="") as marks,
            _part(details).open("w", encoding="utf-8", newline="\n") as more,
        ):
            table = csv.writer(marks, lineterminator="\n")
            table.writerow(COLUMNS)
            for row, questions in rows:
                table.writerow(row.cells())
                more.write(f'{_line(row)[:-1]}, "questions": {questions}}}\n')
            _settled(marks)
            _settled(more)
        _part(details).replace(details)
        _part(out).replace(out)
    except OSError as error:
        raise CourseError(
            f"{out}: not written ({error.strerror}); close it elsewhere, make room, or name another --out"
        ) from error
    finally:
        for part in (_part(out), _part(details)):
            with suppress(OSError):
                part.unlink(missing_ok=True)


def read(out: Path) -> Iterator[Before]:
    """Yield the rows that counted in a marks file written before, also where a spreadsheet saved it again.

    Raises
    ------
    CourseError
        When it is no file of marks.
    """
    try:
        with out.open(encoding="utf-8-sig", errors="replace", newline="") as file:
            head = file.readline(10_000)
            file.seek(0)
            rows = csv.DictReader(file, delimiter=max(",;\t", key=head.count))
            if not set(COLUMNS) <= set(rows.fieldnames or ()):
                raise CourseError(f"{out}: is there already and is no file of marks; name another --out")
            for row in rows:
                if row["status"] == MARKED:
                    yield _before(row)
    except (OSError, csv.Error, ValueError) as error:
        raise CourseError(f"{out}: is there already and cannot be read ({error}); name another --out") from error


def strange_columns(out: Path) -> list[str]:
    """Return the columns that somebody added to a marks file; they are lost when it is written again."""
    with out.open(encoding="utf-8-sig", errors="replace", newline="") as file:
        head = file.readline(10_000)
        names = next(csv.reader([head], delimiter=max(",;\t", key=head.count)), [])
    return [visible(name, 60) for name in names if name and name not in COLUMNS]


def _before(row: dict[str, str]) -> Before:
    points, of = (float((row[name] or "0").replace(",", ".")) for name in ("points", "of"))
    learner, exercise, file = (bare(row[name] or "") for name in ("learner", "exercise", "file"))
    return Before(learner, exercise, person(file), row["version"] or "", points, of)


def _line(row: Row) -> str:
    head = {"format": FORMAT, "file": row.file, "learner": row.learner, "exercise": row.exercise, "made": row.made}
    points = {"points": row.points, "of": row.of, "for_a_teacher": row.for_a_teacher}
    whole = head | {"version": row.version} | points | {"status": row.status, "note": row.note}
    return json.dumps(whole | {"sha256": row.content}, ensure_ascii=False)


def _settled(file: TextIO) -> None:
    file.flush()
    os.fsync(file.fileno())


def _part(path: Path) -> Path:
    return path.with_name(f"{path.name}.part")
