"""Whose hand-in is whose on a class list: by the platform's id, by the name of its folder, by the name given.

Exact after spelling (capitals, spaces, order of first and last name, signs), and never guessed: what fits nobody, or
several, is told with the reason.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.marking.found import told_by
from coursekit.marking.hand_in import NO_NAME
from coursekit.seminar.headings import plain

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coursekit.marking.row import Row
    from coursekit.seminar.classwork import Work
    from coursekit.seminar.roster import Learner

NOT_LISTED = "not on the list"
NAMELESS = "no name tells whose it is"
_ONE_ID = ("canvas ",)  # platforms that know a person by one id everywhere


@dataclass(frozen=True)
class Match:
    """A file and whose it is; ``why`` not, where nobody can tell."""

    work: Work
    learner: Learner | None
    why: str = ""


def match(works: Iterable[Work], learners: Sequence[Learner]) -> tuple[Match, ...]:
    """Return whose every file is, in the order of the files."""
    works = tuple(works)
    book, groups = _Book(learners), _groups(works)
    matches = [Match(work, *book.whose(work.row, groups.get(place_of(work.row.file), ""))) for work in works]
    shared = _shared(matches)
    return tuple(
        Match(each.work, None, f"several people handed in who are called {each.learner.name}: see who is who")
        if each.learner and _key(each) in shared
        else each
        for each in matches
    )


def place_of(file: str) -> str:
    """Return in which folder or archive a file is, above the folders that a platform makes for each person."""
    parts = file.split("/")
    own = next((number for number, part in enumerate(parts) if told_by(part).platform), len(parts) - 1)
    return "/".join(parts[:own])


def _groups(works: Iterable[Work]) -> dict[str, str]:
    """Return what Moodle puts before every name of an export: a group's name and a dash.

    Only where several people have it: “Anna-Maria Smith” alone may well be called so.
    """
    names: dict[str, set[str]] = defaultdict(set)
    for work in works:
        told = told_by(work.row.file)
        if told.platform == "moodle" and told.name:
            names[place_of(work.row.file)].add(told.name)
    return {place: _common(found) for place, found in names.items() if len(found) > 1}


def _common(names: set[str]) -> str:
    """Return the longest beginning with a dash at its end that all names have."""
    one = min(names)
    begins = [one[: at + 1] for at, sign in enumerate(one) if sign == "-"]
    return next((begin for begin in reversed(begins) if all(name.startswith(begin) for name in names)), "")


class _Book:
    """The people of a list, to be looked up."""

    def __init__(self, learners: Sequence[Learner]) -> None:
        self.ids: dict[str, list[Learner]] = defaultdict(list)
        self.forms: dict[str, list[Learner]] = defaultdict(list)
        self.logins: dict[str, list[Learner]] = defaultdict(list)
        for learner in learners:
            for keys, book in ((learner.ids, self.ids), (learner.forms, self.forms), (learner.logins, self.logins)):
                for key in keys:
                    book[key].append(learner)

    def whose(self, row: Row, group: str) -> tuple[Learner | None, str]:
        """Return whose a row is, or why nobody can tell; ``group`` may stand before the name of its folder."""
        if row.person and (found := self.ids.get(row.person)):
            return _one(found)
        told = told_by(row.file)
        if told.name:
            found = self._named(told.name, row.person)
            return _one(found or (self._named(told.name.removeprefix(group), row.person) if group else []))
        # No platform's name, or one for marking without names: what the learner typed, a login being a name too.
        if not plain(row.learner) or row.learner == NO_NAME:
            return None, NAMELESS
        return _one(self.forms.get(plain(row.learner)) or self.logins.get(row.learner.casefold(), []))

    def _named(self, name: str, person: str) -> list[Learner]:
        """Return who is meant by the name of a folder."""
        return [each for each in self.forms.get(plain(name), []) if not _another(each, person)]


def _one(found: list[Learner]) -> tuple[Learner | None, str]:
    if len(found) == 1:
        return found[0], ""
    if not found:
        return None, NOT_LISTED
    rows = ", ".join(str(each.row + 1) for each in found)
    return None, f"several on the list have this name (rows {rows})"


def _another(learner: Learner, person: str) -> bool:
    """Tell whether the platform knows this learner as somebody else than who handed in."""
    platform = next((each for each in _ONE_ID if person.startswith(each)), "")
    return bool(platform) and any(each.startswith(platform) for each in learner.ids)


def _key(each: Match) -> tuple[int, str]:
    return (each.learner.row if each.learner else -1, each.work.row.exercise)


def _shared(matches: list[Match]) -> set[tuple[int, str]]:
    """Return for which learners, in which exercise, several people of a platform handed in."""
    people: dict[tuple[int, str], set[str]] = defaultdict(set)
    for each in matches:
        if each.learner and each.work.row.person and each.work.row.exercise:  # Moodle's ids are of one assignment
            people[_key(each)].add(each.work.row.person)
    return {key for key, found in people.items() if len({one.rpartition(" ")[0] for one in found}) < len(found)}
