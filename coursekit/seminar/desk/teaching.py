"""The desk at work; implements `coursekit.sessions.desk.Desk`. Nothing that was handed in is ever run."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.marking.keys import Keys
from coursekit.marking.visible import visible
from coursekit.places import CLASS_COPY
from coursekit.seminar import levels
from coursekit.seminar.classwork import Classwork, Work, gather
from coursekit.seminar.desk import pages, showing, tables
from coursekit.seminar.desk.ground import Ground
from coursekit.seminar.desk.kept import GRADEBOOK, HAND_INS, LIST, Kept, OnDesk
from coursekit.seminar.desk.taken_for import role_of
from coursekit.seminar.gradebook.filling import sheet_of
from coursekit.seminar.pseudonyms import file_of, pseudonyms
from coursekit.seminar.register import register
from coursekit.seminar.roster import Roster, read_roster, roster_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from coursekit.course import Course
    from coursekit.sessions.desk import Made, Role, WouldChange
    from coursekit.sessions.protocol import DeskFile, DeskNow, DeskTable

# What can be made, and by whom; the last two also while names are hidden, for then they name nobody.
_MAKERS: dict[str, Callable[[Ground, Mapping[str, object]], Made | WouldChange]] = {
    "marks": tables.marks,
    "gradebook": tables.gradebook,
    "feedback": pages.feedback,
    "alike": pages.alike_page,
    "report": pages.class_report,
    "plan": pages.plan,
}
_NAME_NOBODY = ("report", "plan")
_CALLED = {HAND_INS: "hand-ins", LIST: "the class list", GRADEBOOK: "a gradebook"}


class Teaching:
    """A teacher's desk.

    Parameters
    ----------
    course
        The course. Raises CourseError where it is a class copy.
    """

    def __init__(self, course: Course) -> None:
        if (course.root / CLASS_COPY).exists():
            raise CourseError("desk: this is a class copy; the desk stands in the instructor's course")
        self._course = course
        self._kept = Kept(course.work)
        self._found: Classwork | None = None

    def look(self) -> None:
        """Read anew what was handed in."""
        self._found = None

    def now(self) -> DeskNow:
        """Return how things stand; while names are hidden, nothing that could be one is in it."""
        hidden = self._kept.hidden
        table, trouble = showing.EMPTY, ""
        try:
            table = self._table(hidden=hidden)
        except CourseError as error:
            trouble = "the table cannot be made; show names to see why" if hidden else str(error)
        found = self._found
        books = self._paths(GRADEBOOK)
        outs = list(_MAKERS) if found and found.exercises else []
        files = [_shown(each) for role in (HAND_INS, LIST, GRADEBOOK) for each in self._kept.files(role)]
        columns = list(tables.columns(books))
        return {
            "op": "now",
            "n": 0,
            "hidden": hidden,
            "files": [] if hidden else files,
            "aside": len(files),
            "table": table,
            "columns": [] if hidden else columns,
            "marked": list(found.exercises) if found else [],
            "outs": [out for out in outs if (out in _NAME_NOBODY or not hidden) and (out != "gradebook" or columns)],
            "said": "",
            "trouble": trouble,
        }

    def bring(self, name: str, role: Role | None, data: bytes) -> str:
        """Keep a file; without a role it is taken for what it looks like."""
        try:
            return self._bring(name, role, data)
        except CourseError as error:
            if self._kept.hidden:
                raise CourseError("the file was not taken; show names to see why") from error
            raise

    def _bring(self, name: str, role: Role | None, data: bytes) -> str:
        taken = role or role_of(name, data)
        if taken in (LIST, GRADEBOOK):
            roster = roster_of(data, visible(name, 80))  # refuses, in one line, what is no table of people
            if taken == GRADEBOOK:
                sheet_of(roster)
        before = self._kept.files(LIST) if taken == LIST else []
        path, same = self._kept.bring(name, taken, data)
        for each in before:
            if each.path != path:
                self._kept.leave(each.id)
        self.look()
        if self._kept.hidden:
            return f"taken for {_CALLED[taken]}"
        again = "; it was here already" if same else ""
        instead = "; it takes the place of the one before" if any(each.path != path for each in before) else ""
        return f"“{path.name}” is taken for {_CALLED[taken]}{again}{instead}"

    def folder(self, path: str) -> str:
        """Have hand-ins found in a folder, too."""
        named = self._kept.name_folder(path)
        self.look()
        return "the folder is looked through" if self._kept.hidden else f"{visible(named.name)} is looked through"

    def leave(self, file: str) -> str:
        """Take a file away."""
        path = self._kept.leave(file)
        self.look()
        return "taken away" if self._kept.hidden else f"“{path.name}” is taken away"

    def hide(self, *, hidden: bool) -> None:
        """Hide names, or show them."""
        self._kept.hide(hidden=hidden)

    def make(self, what: str, choices: Mapping[str, object]) -> Made | WouldChange:
        """Make something of what was handed in, as it is now."""
        maker, hidden = _MAKERS.get(what), self._kept.hidden
        if maker is None:
            raise CourseError(f"{visible(what, 40)}: cannot be made here; run the notebook again")
        if hidden and what not in _NAME_NOBODY:
            raise CourseError("that has names in it; show names first")
        self.look()
        found, keys = self._gathered()
        if not found.exercises:
            raise CourseError("no hand-in that counts is here; put what was handed in on the desk")
        ground = Ground(found, keys, self._course, self._paths(GRADEBOOK), self._kept.out, hidden)
        return maker(ground, choices)

    def _table(self, *, hidden: bool) -> DeskTable:
        roster = self._roster()
        if roster is None and not self._kept.files(HAND_INS):
            return showing.EMPTY
        found, _ = self._gathered()
        table = register(found, roster.learners if roster else None)
        names = pseudonyms([learner for learner, _ in table.lines], file_of(self._course.work)) if hidden else None
        return showing.table(table, names, listed=roster is not None)

    def _roster(self) -> Roster | None:
        """Return the class list; without one, the newest gradebook is one."""
        path = next(iter([*self._paths(LIST)[::-1], *self._paths(GRADEBOOK)[::-1]]), None)
        return read_roster(path) if path else None

    def _gathered(self) -> tuple[Classwork, Keys]:
        keys = Keys(self._course)
        if self._found is None:
            paths, work = self._paths(HAND_INS), self._course.work
            self._kept.folder.mkdir(parents=True, exist_ok=True)
            found = gather(paths, keys, levels.files(work), self._kept.folder / "marks.ledger")
            self._found = Classwork(tuple(_called(found, paths)), found.joined)
        return self._found, keys

    def _paths(self, role: Role) -> list[Path]:
        return [each.path for each in self._kept.files(role)]


def _shown(each: OnDesk) -> DeskFile:
    return {"id": each.id, "name": each.path.name, "role": each.role}


def _called(found: Classwork, paths: list[Path]) -> Iterator[Work]:
    """Yield what was found, with files called from the desk on: where it stands on this machine says nothing."""
    tops = [f"{path.parent.as_posix().rstrip('/')}/" for path in paths]

    def short(words: str) -> str:
        for top in tops:
            words = words.replace(top, "")
        return words

    for work in found.works:
        yield replace(work, row=replace(work.row, file=short(work.row.file), note=short(work.row.note)))
