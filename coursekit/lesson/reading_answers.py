"""``read_answers``: the answers of a class to one question, to be read side by side.

It never puts an answer or a name into the notebook's file: they are sent to the page only, so that a saved or shared
notebook holds nobody's work.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.course import Course, course
from coursekit.errors import CourseError
from coursekit.html import Safe, join, prose, tag
from coursekit.journal import Journal
from coursekit.lesson.due import key_is_due
from coursekit.lesson.host import host
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit, emit_live, twin, verb
from coursekit.lesson.views import Plain
from coursekit.marking.keys import Keys
from coursekit.questions.rubric import SAMPLE_LEVELS, Rubric, read_by_rubric
from coursekit.seminar import levels
from coursekit.seminar.answers import collect
from coursekit.seminar.desk.kept import HAND_INS, Kept
from coursekit.sessions.grading import GradingSession
from coursekit.words import count

if TYPE_CHECKING:
    from coursekit.questions.exercises import Exercise
    from coursekit.seminar.answers import Collected, Written

MOST = 500  # answers on one page
CODE = 5  # digits of an answer's name that are shown


@verb
def read_answers(question_id: str, folder: str = "", marker: str = "", anonymous: bool = True) -> None:  # noqa: FBT001, FBT002
    """Show the answers to a question that people read, side by side, with the rows of its rubric.

    Parameters
    ----------
    question_id
        A question of an exercise or a lesson that has a rubric.
    folder
        Where the hand-ins are: a folder, a zip or a file, by its name in ``work/`` or by its full path; by default
        all that lies on the teacher's desk.
    marker
        Who reads: initials, under which the levels are kept.
    anonymous
        Whether to leave the names out and shuffle the answers.
    """
    here = course()
    exercise, question = read_by_people(here, question_id)
    file = levels.file_of(here.work, marker)
    static = _static(question)
    places, where, why = _places(here, folder)
    if not places:
        emit(twin(static, tag("p", why)))
        return
    collected = collect(places, Keys(here), exercise, question, anonymous=anonymous)
    told = _told(collected)
    if not collected.answers:
        emit(twin(static, tag("p", f"No answer to this question is {where} yet. {told}")))
        return
    store = _LevelStore(Journal(file), question, {each.id: each.content for each in collected.answers})
    given = levels.read(file).given if file.exists() else {}
    shown = [
        _answer(number, each, given.get((each.content, question.id)), question, anonymous=anonymous)
        for number, each in enumerate(collected.answers[:MOST], start=1)
    ]
    setup = {"question": _question(question), "marker": marker, "note": told, "answers": shown}
    shell = host().shell("marking", GradingSession(setup, store, here.name))
    run = tag("p", "Run this notebook in JupyterLab to read the answers. They are not kept in its file.")
    emit_live(twin(static, run), shell)
    hub(here).add(Plain(shell))


@dataclass
class _LevelStore:
    """Keeps what a marker gives; implements `coursekit.sessions.grading.LevelStore`."""

    journal: Journal
    question: Rubric
    contents: dict[str, str]

    def keep(self, answer: str, given: dict[str, Any], comment: str) -> str:
        """Keep the levels and the comment of an answer. Raises CourseError when they were not kept."""
        return levels.keep(self.journal, self.contents[answer], self.question, given, comment)


def read_by_people(here: Course, question_id: str) -> tuple[Exercise, Rubric]:
    """Return a question with a rubric, and the exercise or lesson it is handed in with.

    Raises
    ------
    CourseError
        For any other, and for a student.
    """
    assignments = here.assignments
    exercise = assignments.of_question(str(question_id))
    question = exercise.question(question_id) if exercise else None
    found = read_by_rubric([question] if question else [])
    if exercise is None or not found:
        every = [each for name in assignments.names for each in assignments[name].questions]
        there = ", ".join(each.id for each in read_by_rubric(every))
        raise CourseError(f"{str(question_id)[:60]}: is not read by a rubric; these are: {there or 'none'}")
    key_is_due(found[0], "answers are read in the instructor's copy, and not")
    return exercise, found[0]


def _answer(
    number: int, written: Written, given: levels.Given | None, question: Rubric, *, anonymous: bool
) -> dict[str, Any]:
    kept = given if given and given.version == question.version else None
    return {
        "id": written.id,
        "label": f"Answer {number}" if anonymous else written.learner,
        "code": written.id[:CODE],
        "text": written.text,
        "levels": dict(kept.levels) if kept else {},
        "comment": given.comment if given else "",
        "at": kept.at if kept else "",
    }


def _question(question: Rubric) -> dict[str, Any]:
    order = {level: place for place, level in enumerate(SAMPLE_LEVELS)}
    return {
        "id": question.id,
        "prompt": question.prompt,
        "points": question.points,
        "words": list(question.words) if question.words else None,
        "rows": [row.view() for row in question.rows],
        "samples": [vars(each) for each in sorted(question.samples, key=lambda each: order[each.level])],
    }


def _static(question: Rubric) -> Safe:
    rows = [
        tag("li", tag("strong", prose(row.name)), ": ", prose("; ".join(f"{n} {w}" for n, w in enumerate(row.levels))))
        for row in question.rows
    ]
    head = tag("p", tag("strong", "To be read"), f" · {question.id} · {_worth(question)}", class_="ck-twin-head")
    return join(head, tag("p", prose(question.prompt), class_="ck-prompt"), tag("ul", *rows))


def _worth(question: Rubric) -> str:
    return f"{question.points:g} points" if question.scores else "for no points"


def _told(collected: Collected) -> str:
    said = []
    if collected.blank:
        said.append(f"{count(collected.blank, 'hand-in')} left this question blank.")
    if collected.unread:
        said.append(f"{count(collected.unread, 'file')} could not be read; grade says which and why.")
    if len(collected.answers) > MOST:
        said.append(f"The first {MOST} of {len(collected.answers)} answers are shown; name a part of them to see more.")
    return " ".join(said)


def _places(here: Course, folder: str) -> tuple[list[Path], str, str]:
    """Return where hand-ins are, how that is called, and what to do where there are none."""
    if not folder:
        why = "No hand-ins are on the teacher’s desk yet. Put them there: desk.ipynb beside this page opens it."
        return [each.path for each in Kept(here.work).files(HAND_INS)], "on the teacher’s desk", why
    place = here.work / Path(folder).expanduser()
    inside = place.is_relative_to(here.work)
    where = f"work/{place.relative_to(here.work).as_posix()}" if inside else str(place)
    there = os.path.exists(place)  # noqa: PTH110 - False also for what no path can be, where Path raises
    why = f"No hand-ins are here yet: {where} is not there. Put them there."
    return [place] if there else [], f"in {where}", why
