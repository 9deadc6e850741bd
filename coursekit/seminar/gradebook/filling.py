"""Fill a class's marks into one column of a gradebook; whatever is not written is told, with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.marking.visible import visible
from coursekit.seminar.gradebook import canvas, moodle
from coursekit.seminar.gradebook.sheet import EMPTY, Sheet, number
from coursekit.seminar.headings import CANVAS_GRADEBOOK, MOODLE_WORKSHEET
from coursekit.seminar.register import NOTHING, UNKNOWN, register

if TYPE_CHECKING:
    from coursekit.marking.keys import Keys
    from coursekit.seminar.classwork import Classwork
    from coursekit.seminar.gradebook.sheet import Column
    from coursekit.seminar.register import Entry
    from coursekit.seminar.roster import Roster

NEAR = 0.005  # two decimals are written


@dataclass(frozen=True)
class Worth:
    """Of how many points the marks are here, and of how many to write them; by default as they are."""

    ours: float
    scaled: float | None = None

    @property
    def of(self) -> float:
        """Of how many points they are written."""
        return self.ours if self.scaled is None else self.scaled

    def written(self, points: float) -> float:
        """Return points as they are written, to two decimals."""
        return round(points * self.of / self.ours, 2) if self.ours else round(points, 2)


@dataclass(frozen=True)
class Written:
    """A cell that is filled in: whose, with how many points, and what stood there, None where nothing did."""

    learner: str
    points: float
    was: float | None

    @property
    def changes(self) -> bool:
        """Whether another mark stood there."""
        return self.was is not None and abs(self.was - self.points) >= NEAR


@dataclass(frozen=True)
class Filled:
    """A gradebook with one column filled in.

    Parameters
    ----------
    content
        The file's bytes.
    column, worth
        Which column it is; of how many points the marks are.
    written
        The cells that were filled in.
    kept
        Who is in the gradebook and has marks, or files, that were not written, and why.
    nobodys
        Files that are nobody's in the gradebook, and why.
    without
        Who is in the gradebook and handed in nothing; their cells are as they were.
    waiting
        In how many of the marks the points of texts are missing that nobody has read.
    """

    content: bytes
    column: Column
    worth: Worth
    written: tuple[Written, ...]
    kept: tuple[tuple[str, str], ...]
    nobodys: tuple[tuple[str, str], ...]
    without: tuple[str, ...]
    waiting: int

    @property
    def changes(self) -> tuple[Written, ...]:
        """Those where another mark stood."""
        return tuple(each for each in self.written if each.changes)


def sheet_of(roster: Roster) -> Sheet:
    """Return a gradebook by what its headings show it to be. Raises CourseError where it takes no points."""
    if roster.kind == CANVAS_GRADEBOOK:
        return canvas.sheet(roster)
    return moodle.worksheet(roster) if roster.kind == MOODLE_WORKSHEET else moodle.gradebook(roster)


def ours(keys: Keys, found: Classwork, exercise: str) -> float:
    """Return of how many points the marks are: those of texts are in them once somebody has read.

    Raises
    ------
    CourseError
        When there is no such exercise.
    """
    key = keys.get(exercise)
    if key is None:
        raise CourseError(f"{exercise}: no exercise of this course; name another --exercise")
    return key.exercise.of + (key.exercise.for_a_teacher if found.joined.books else 0.0)


def fill(sheet: Sheet, column: Column, found: Classwork, exercise: str, worth: Worth) -> Filled:
    """Fill in one column.

    Parameters
    ----------
    sheet, column
        The gradebook, and its column.
    found
        What the class handed in.
    exercise
        Whose marks are written.
    worth
        Of how many points they are.

    Raises
    ------
    CourseError
        When marks would be above what the column has at most: a platform passes over such, or takes them for extra.
    """
    table = register(found, sheet.roster.learners, [exercise])
    cells: dict[tuple[int, int], str] = {}
    written, kept, without, waiting = [], [], [], 0
    for learner, entries in table.lines:
        entry = entries.get(exercise, NOTHING)
        if not (entry.handed_in or entry.unreadable or UNKNOWN in entries):
            without.append(learner.name)
        elif why := _why_not(entry, entries.get(UNKNOWN, NOTHING)) or sheet.kept(learner, column):
            kept.append((learner.name, why))
        else:
            points = worth.written((entry.work.row.points if entry.work else None) or 0.0)
            was = sheet.words(learner.row, column) or ""
            written.append(Written(learner.name, points, None if was in EMPTY else number(was)))
            waiting += bool(entry.waiting)
            if written[-1].was is None or written[-1].changes:  # the same mark stays as it is written there
                cells[learner.row, column.number] = sheet.written(points)
    _check_most(sheet, column, written, worth.ours)
    nobodys = tuple(
        (each.work.row.file, each.why) for each in table.nobodys if each.work.row.exercise in (exercise, UNKNOWN)
    )
    content = sheet.roster.table.changed(cells)
    return Filled(content, column, worth, tuple(written), tuple(kept), nobodys, tuple(without), waiting)


def _why_not(entry: Entry, unknown: Entry) -> str:
    """Return why a learner has no one mark; "" where there is one."""
    if entry.several:
        return f"more than one file counts: {', '.join(entry.several)}"
    if entry.work:
        return ""
    return "; ".join(f"{name}: {why}" for name, why in (*entry.unreadable, *unknown.unreadable))


def _check_most(sheet: Sheet, column: Column, written: list[Written], ours: float) -> None:
    most = max((each.points for each in written), default=0.0)
    if column.of is not None and most > column.of + NEAR:
        name = visible(column.heading, 80)
        raise CourseError(
            f"{sheet.roster.name}: “{name}” has {column.of:g} points and marks go up to {most:g}: nothing is "
            f"written; set it to {ours:g} on the platform, or scale the marks with --scale"
        )
