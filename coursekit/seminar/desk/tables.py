"""Marks as tables: a plain one, and one column of the platform's gradebook."""

from __future__ import annotations

import json
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.marking import marks_file
from coursekit.marking.ledger import opened
from coursekit.marking.row import UNMARKED
from coursekit.marking.visible import visible
from coursekit.seminar.desk.ground import Ground, word, yes
from coursekit.seminar.gradebook.filling import NEAR, Filled, Worth, fill, ours, sheet_of
from coursekit.seminar.roster import read_roster
from coursekit.sessions.desk import Made, WouldChange
from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from coursekit.marking.row import Row
    from coursekit.seminar.gradebook.sheet import Column, Sheet
    from coursekit.sessions.protocol import DeskColumn

CSV = "text/csv"
MOST_TOLD = 20  # changed marks


def marks(ground: Ground, choices: Mapping[str, object]) -> Made:
    """Make a row for every file found, as ``grade`` does, and its details beside; tell which marks have changed."""
    excel = yes(choices, "excel")
    rows = [(work.row, json.dumps(work.marks, ensure_ascii=False)) for work in ground.found.works]
    with TemporaryDirectory() as scratch:
        out = Path(scratch) / "marks.csv"
        marks_file.write(out, rows, marks_file.Style(excel, excel))
        contents = {".csv": out.read_bytes(), ".details.jsonl": marks_file.details_of(out).read_bytes()}
    before = ground.before("marks", ".csv")
    path = ground.put("marks", contents)
    bad = sum(work.row.status in UNMARKED for work in ground.found.works)
    told = [f"{count(len(rows), 'file')}, {bad} without marks: the note beside each says why"] if bad else []
    told += _changes(before, [row for row, _ in rows]) if before and before != path else []
    return ground.made(path, CSV, *told, *ground.found.joined.lines(), called="marks.csv")


def _changes(before: Path, rows: Sequence[Row]) -> list[str]:
    """Say whose marks are others than in the file that was made before."""
    try:
        with opened(Path(":memory:")) as ledger:
            for row in rows:
                ledger.add(row)
            ledger.remember(marks_file.read(before, ledger.learners()))
            changes = [each.said for each in ledger.changes()]
    except CourseError:
        return [f"{before.name} cannot be read any more: nobody can say which marks have changed since"]
    more = [f"and {count(len(changes) - MOST_TOLD, 'more mark')}"] if len(changes) > MOST_TOLD else []
    head = f"{count(len(changes), 'mark')} changed since {before.name}" if changes else f"marks as in {before.name}"
    return [head, *changes[:MOST_TOLD], *more]


def columns(gradebooks: Sequence[Path]) -> Iterator[DeskColumn]:
    """Yield the columns that marks can be written into, of all gradebooks; one that cannot be read has none."""
    for path in gradebooks:
        try:
            sheet = sheet_of(read_roster(path))
        except CourseError:
            continue
        for column in sheet.columns:
            if not column.refusal:
                yield {"id": f"{path.name}/{column.number}", "name": f"{visible(column.heading, 80)} · {path.name}"}


def gradebook(ground: Ground, choices: Mapping[str, object]) -> Made | WouldChange:
    """Fill the marks of an exercise into the column that was chosen."""
    path, sheet, column = _chosen(ground, word(choices, "column"))
    exercise = word(choices, "exercise")
    if exercise not in ground.found.exercises:
        raise CourseError("choose the exercise whose marks are to be written")
    scaled = column.of if yes(choices, "scale") else None
    if yes(choices, "scale") and scaled is None:
        raise CourseError("the gradebook does not say of how many points this column is; leave scaling off")
    try:
        filled = fill(sheet, column, ground.found, exercise, Worth(ours(ground.keys, ground.found, exercise), scaled))
    except CourseError as error:
        here = "here: tick “as many points as the column has”"
        raise CourseError(str(error).replace("with --scale", here)) from error
    if filled.changes and not yes(choices, "insist"):
        return WouldChange(tuple(f"{each.learner}: {each.was:g} → {each.points:g}" for each in filled.changes))
    stem = f"upload-{path.stem}"
    out = ground.put(stem, {path.suffix: filled.content})
    return ground.made(out, CSV, *_told(filled, exercise), called=f"{stem}{path.suffix}")


def _chosen(ground: Ground, wanted: str) -> tuple[Path, Sheet, Column]:
    for path in ground.gradebooks:
        name, _, number = wanted.rpartition("/")
        if name == path.name:
            sheet = sheet_of(read_roster(path))
            for column in sheet.columns:
                if str(column.number) == number and not column.refusal:
                    return path, sheet, column
    raise CourseError("choose the column of the gradebook that is to be filled in")


def _told(filled: Filled, exercise: str) -> Iterator[str]:
    of, theirs, name = filled.worth.of, filled.column.of, visible(filled.column.heading, 80)
    yield f"{count(len(filled.written), 'mark')} of {exercise}, of {of:g} points, in “{name}”; nothing else is changed"
    if theirs is None:
        yield f"the gradebook does not say of how many points “{name}” is; the marks are of {of:g}"
    elif abs(theirs - of) > NEAR:
        tick = "on the platform, or tick “as many points as the column has” and fill it in once more"
        yield f"the column is of {theirs:g} points and the marks are of {of:g}: set it to {of:g} {tick}"
    if filled.waiting:
        yield f"{filled.waiting} have texts that nobody has read: their points are not in it"
    yield from (f"{learner}: left as it is: {why}" for learner, why in filled.kept)
    yield from (f"{file}: {why}" for file, why in filled.nobodys)
    if filled.without:
        yield f"{len(filled.without)} without a hand-in, left as they are: {', '.join(filled.without)}"
