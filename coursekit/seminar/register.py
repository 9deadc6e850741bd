"""Who has handed in: a table of learners by exercises, and what could not be put into it."""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Any

from coursekit.marking.found import told_by
from coursekit.marking.row import EARLIER, UNMARKED
from coursekit.marking.visible import visible
from coursekit.seminar.headings import plain
from coursekit.seminar.matching import Match, match, place_of
from coursekit.seminar.roster import Learner, forms_of
from coursekit.words import count

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from coursekit.seminar.classwork import Classwork, Work
    from coursekit.seminar.joining import Joined

UNKNOWN = ""  # the exercise of a file that does not say its own, nor do those beside it


@dataclass(frozen=True)
class Entry:
    """What one learner handed in for one exercise; nothing at all by default.

    Parameters
    ----------
    work
        The file that counts; None where there is none, or more than one.
    late
        Why it is late: who says so; "" where it is not.
    replaced
        How many earlier ones there are.
    several
        The names of the files, where more than one counts: somebody must say which is meant.
    unreadable
        Of each file that could not be marked, its name and why.
    waiting, read
        For how many of its texts points wait until somebody has read them; how many somebody has read.
    to_read
        To which questions the former are.
    """

    work: Work | None = None
    late: str = ""
    replaced: int = 0
    several: tuple[str, ...] = ()
    unreadable: tuple[tuple[str, str], ...] = ()
    waiting: int = 0
    read: int = 0
    to_read: tuple[str, ...] = ()

    @property
    def unmarked(self) -> bool:
        """Whether it is still to be marked."""
        return bool(self.work and self.work.waits)

    @property
    def handed_in(self) -> bool:
        """Whether anything counts."""
        return bool(self.work or self.several)

    @property
    def status(self) -> str:
        """In a word or two: ``handed in``, ``see which counts``, ``not readable``, or nothing."""
        if self.several:
            return "see which counts"
        return "handed in" if self.work else "not readable" if self.unreadable else ""

    def words(self, *, names: bool = True) -> str:
        """Return what stands in the table; without ``names`` nothing that could name a person."""
        said = [self.status] if self.status else []
        said += [f"late ({self.late})"] if self.late else []
        said += [f"{self.replaced} earlier"] if self.replaced else []
        said += ["not marked yet"] if self.unmarked else []
        said += [f"{count(self.waiting, 'text')} not read yet"] if self.waiting else []
        said += [f"{count(self.read, 'text')} read"] if self.read else []
        if names:
            said += [f"{name}: {why}" for name, why in self.unreadable]
        elif self.unreadable and self.handed_in:
            said.append(f"{count(len(self.unreadable), 'file')} not readable")
        return "; ".join(said)

    def to_json(self, *, names: bool = True) -> dict[str, Any]:
        """Return it as plain data; without ``names`` nothing that could name a person."""
        row = self.work.row if self.work else None
        told: dict[str, Any] = {"status": self.status, "late": self.late, "replaced": self.replaced}
        told |= {"waiting": self.waiting, "read": self.read, "points": row.points if row else None}
        told |= {"of": row.of if row else None, "unreadable": len(self.unreadable)}
        files = [*self.several, *(f"{name}: {why}" for name, why in self.unreadable)]
        return told | ({"files": files} if names else {})


NOTHING = Entry()


@dataclass(frozen=True)
class Register:
    """A class, learner by learner in the order of the list, and the files that are nobody's on it."""

    exercises: tuple[str, ...]
    lines: tuple[tuple[Learner, Mapping[str, Entry]], ...]
    nobodys: tuple[Match, ...] = field(default=())

    def entry(self, learner: Learner, exercise: str) -> Entry:
        """Return what a learner handed in for an exercise."""
        return next(entries.get(exercise, NOTHING) for each, entries in self.lines if each == learner)

    def missing(self, exercise: str) -> tuple[Learner, ...]:
        """Return of whom nothing that counts was handed in for an exercise."""
        return tuple(each for each, entries in self.lines if not entries.get(exercise, NOTHING).handed_in)


def register(
    found: Classwork,
    listed: Sequence[Learner] | None = None,
    exercises: Sequence[str] = (),
    deadlines: Mapping[str, datetime] | None = None,
) -> Register:
    """Return who has handed in what.

    Parameters
    ----------
    found
        What was handed in.
    listed
        Who is on the class list; without one, who handed in, by the names that platforms or they themselves give.
    exercises
        Which exercises the table has; by default those of which something was handed in.
    deadlines
        Exercise to the moment after which a file is late by its own clock. What a platform calls late is late too.
    """
    people = tuple(listed) if listed is not None else handed_by(found.works)
    whose = match(found.works, people)
    meant = _exercises(found.works)
    piles: dict[tuple[Learner, str], list[Work]] = defaultdict(list)
    for each in whose:
        if each.learner:
            piles[each.learner, meant[each.work.row.file]].append(each.work)
    names = tuple(exercises) or tuple(sorted({exercise for _, exercise in piles if exercise}))
    shown = (*names, UNKNOWN) if any(exercise == UNKNOWN for _, exercise in piles) else names
    lines = tuple(
        (
            learner,
            {
                name: _entry(piles[learner, name], learner, (deadlines or {}).get(name), found.joined)
                for name in shown
                if (learner, name) in piles
            },
        )
        for learner in people
    )
    return Register(shown, lines, tuple(each for each in whose if each.learner is None))


def handed_by(works: Iterable[Work]) -> tuple[Learner, ...]:
    """Return who handed in, as platforms' names and typed ones tell, by their names."""
    people: dict[object, Learner] = {}
    for number, work in enumerate(works):
        row, told = work.row, told_by(work.row.file)
        by_id = bool(row.person) and told.platform != "moodle"  # whose ids are another in every assignment
        name = told.name if told.platform == "moodle" and told.name else row.learner or told.name
        if by_id:
            learner = Learner(visible(name) or told.id, ids=frozenset({row.person}), row=number)
            people.setdefault(row.person, learner)
        elif plain(name):
            people.setdefault(plain(name), Learner(visible(name), forms=forms_of(name), row=number))
    return tuple(sorted(people.values(), key=lambda each: (each.name.casefold(), each.row)))


def _entry(pile: list[Work], learner: Learner, deadline: datetime | None, joined: Joined) -> Entry:
    counting = [work for work in pile if work.counts]
    bad = tuple((work.row.file, f"{work.row.status}: {work.row.note}") for work in pile if work.row.status in UNMARKED)
    replaced = sum(work.row.status == EARLIER for work in pile)
    if len(counting) != 1:
        return Entry(replaced=replaced, several=tuple(work.row.file for work in counting), unreadable=bad)
    work = counting[0]
    written = [mark for mark in work.marks if mark["state"] == "human"]
    to_read = tuple(
        mark["id"] for mark in written if "read" not in mark and joined.scores(work.row.exercise, mark["id"])
    )
    late, read = _late(work, learner, deadline), sum("read" in mark for mark in written)
    return Entry(work, late, replaced, (), bad, len(to_read), read, to_read)


def _late(work: Work, learner: Learner, deadline: datetime | None) -> str:
    row = work.row
    if told_by(row.file).late or (learner.late and row.person in learner.ids):
        return "says the platform"
    late = deadline is not None and bool(row.made) and datetime.fromisoformat(row.made) > deadline
    return "by its own clock" if late else ""


def _exercises(works: Iterable[Work]) -> dict[str, str]:
    """Return the exercise of every file; of one that does not say it, that of all others beside it."""
    beside: dict[str, set[str]] = defaultdict(set)
    for work in works:
        if work.counts or work.row.status == EARLIER:
            beside[place_of(work.row.file)].add(work.row.exercise)
    found = {}
    for work in works:
        near = beside[place_of(work.row.file)]
        found[work.row.file] = work.row.exercise or (next(iter(near)) if len(near) == 1 else UNKNOWN)
    return found
