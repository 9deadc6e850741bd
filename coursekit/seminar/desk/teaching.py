"""The desk at work; implements `coursekit.sessions.desk.Desk`. Nothing that was handed in is ever run."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.errors import CourseError
from coursekit.marking.visible import visible
from coursekit.places import CLASS_COPY
from coursekit.seminar.desk import pages, showing, tables
from coursekit.seminar.desk.class_read import ClassRead
from coursekit.seminar.desk.deadlines import Deadlines
from coursekit.seminar.desk.debriefs import debrief, debriefs
from coursekit.seminar.desk.ground import Ground
from coursekit.seminar.desk.kept import GRADEBOOK, HAND_INS, LIST, Kept, OnDesk
from coursekit.seminar.desk.room_held import RoomHeld
from coursekit.seminar.desk.taken_for import role_of
from coursekit.seminar.gradebook.filling import sheet_of
from coursekit.seminar.pseudonyms import file_of, pseudonyms
from coursekit.seminar.register import register
from coursekit.seminar.roster import Learner, Roster, read_roster, roster_of

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
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
        self._deadlines = Deadlines(self._kept, course.assignments)
        self._read = ClassRead(course, self._kept)
        self._room = RoomHeld(course)

    def look(self) -> None:
        """Read anew what was handed in."""
        self._read.forget()

    def go_on(self) -> None:
        """Mark some more of what was handed in."""
        self._read.mark_some()

    def now(self) -> DeskNow:
        """Return how things stand; while names are hidden, nothing that could be one is in it."""
        hidden = self._kept.hidden
        table, marked, trouble = showing.EMPTY, list[str](), ""
        try:
            marked = list(self._read.now()[0].exercises)
            table = self._table(hidden=hidden)
        except CourseError as error:
            trouble = "the table cannot be made; show names to see why" if hidden else str(error)
        books = self._paths(GRADEBOOK)
        outs = list(_MAKERS) if marked else []
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
            "marked": marked,
            "outs": [out for out in outs if (out in _NAME_NOBODY or not hidden) and (out != "gradebook" or columns)],
            "left": self._read.left,
            "of": self._read.of,
            "deadlines": self._deadlines.shown(),
            "can_be_due": list(self._course.assignments.names),
            "debriefs": [] if hidden else debriefs(self._course.work),
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

    def deadline(self, exercise: str, when: str) -> str:
        """Say until when an exercise, or with "" every one, was to be handed in; "" takes that back."""
        return self._deadlines.set(exercise, when)

    def hide(self, *, hidden: bool) -> None:
        """Hide names, or show them."""
        self._kept.hide(hidden=hidden)

    def hold_room(self, lesson: str, *, opened: bool) -> tuple[str, list[str]]:
        """Hold a room of a lesson; return its console's address, and who can reach it."""
        return self._room.hold(lesson, opened=opened)

    def stop_room(self) -> str:
        """Stop the room that is held from here."""
        return self._room.stop()

    def debrief(self, session: str) -> Made:
        """Return the page that a room left; it may say who was there."""
        if self._kept.hidden:
            raise CourseError("that may have names in it; show names first")
        return debrief(self._course, session)

    def make(self, what: str, choices: Mapping[str, object]) -> Made | WouldChange:
        """Make something of what was handed in, as it is now."""
        maker, hidden = _MAKERS.get(what), self._kept.hidden
        if maker is None:
            raise CourseError(f"{visible(what, 40)}: cannot be made here; run the notebook again")
        if hidden and what not in _NAME_NOBODY:
            raise CourseError("that has names in it; show names first")
        self._read.forget_if_changed()
        self._read.mark()
        found, keys = self._read.now()
        if not found.exercises:
            raise CourseError("no hand-in that counts is here; put what was handed in on the desk")
        listed = self._listed(hidden=hidden) if what in _NAME_NOBODY else None
        ground = Ground(found, keys, self._course, self._paths(GRADEBOOK), self._kept.out, hidden, listed)
        return maker(ground, choices)

    def _table(self, *, hidden: bool) -> DeskTable:
        roster = self._roster()
        if roster is None and not self._kept.files(HAND_INS):
            return showing.EMPTY
        found, _ = self._read.now()
        table = register(found, roster.learners if roster else None, deadlines=self._deadlines.by_exercise())
        names = pseudonyms([learner for learner, _ in table.lines], file_of(self._course.work)) if hidden else None
        return showing.table(table, names, listed=roster is not None)

    def _listed(self, *, hidden: bool) -> tuple[Learner, ...] | None:
        """Return who is on the class list, by which a report joins people."""
        try:
            roster = self._roster()
        except CourseError as error:
            if hidden:
                raise CourseError("the class list cannot be read; show names to see why") from error
            raise
        return roster.learners if roster else None

    def _roster(self) -> Roster | None:
        """Return the class list; without one, the newest gradebook is one."""
        path = next(iter([*self._paths(LIST)[::-1], *self._paths(GRADEBOOK)[::-1]]), None)
        return read_roster(path) if path else None

    def _paths(self, role: Role) -> list[Path]:
        return [each.path for each in self._kept.files(role)]


def _shown(each: OnDesk) -> DeskFile:
    return {"id": each.id, "name": each.path.name, "role": each.role}
