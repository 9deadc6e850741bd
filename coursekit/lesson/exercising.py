"""``answer``, ``results``, ``worked``, ``solution``, ``points``: what an exercise's notebook does beside asking."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.course import Course, course
from coursekit.errors import CourseError
from coursekit.html import Safe, prose, tag
from coursekit.lesson.asking import static_question
from coursekit.lesson.due import key_is_due
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit, notice, twin, verb
from coursekit.lesson.pausing import ways
from coursekit.lesson.pressing import button
from coursekit.lesson.views import Box
from coursekit.marking import mark
from coursekit.marking.exercise import Marked, mark_exercise
from coursekit.marking.hand_in import MOST_BYTES, read_hand_in
from coursekit.outline.rendering import markdown
from coursekit.questions import best_answer, filled, problem, solved
from coursekit.questions.plain import as_answer
from coursekit.questions.released import is_released, released
from coursekit.sessions.answer_store import AnswerStore
from coursekit.sessions.saved import saved
from coursekit.sessions.standing import first_sentence, marked_now, stands
from coursekit.sessions.store import store_of
from coursekit.words import nearest

if TYPE_CHECKING:
    from coursekit.marking.hand_in import HandIn
    from coursekit.questions import Answer, Question
    from coursekit.questions.exercises import Exercise

FOR_PROGRAMS = '<span class="ck-for-programs"></span>'  # such a cell takes no room in JupyterLab (custom.css)
_HALF = 0.5
_NAMED = 60  # signs of a prompt where it is only named
_MOST_BESIDE = 50  # files looked at


@verb
def answer(question_id: str, value: object) -> None:
    """Answer a question in Python: a value, a list, a table as rows, or the path of a CSV file. It is checked."""
    here = course()
    question = here.question(question_id)
    given = as_answer(question, value)
    if trouble := problem(question, given):
        raise CourseError(f"{question.id}: {trouble}")
    store = store_of(here)
    AnswerStore(store, question).keep(given, check=True)
    emit(static_question(here, question, saved(store, question)))


@verb
def results(exercise_id: str) -> None:
    """Show how an exercise stands, part by part; the box follows what is answered."""
    here = course()
    exercise = here.exercises[exercise_id]

    def box() -> Safe:
        return how_it_stands(here, exercise)

    handle = emit(box(), changes=True)
    hub(here).add(Box(handle, box))


@verb
def worked(question_id: str) -> None:
    """Show a question's worked answer with its reasons; only the instructor's notebooks do."""
    here = course()
    emit(twin(worked_answer(here, here.question(question_id))))


@verb
def solution(exercise_id: str) -> None:
    """Offer the worked solution, which opens where it is here and an honest attempt was made."""
    here = course()
    exercise = here.exercises[exercise_id]
    if not _solution_here(here, exercise):
        emit(twin(tag("p", "The worked solution is not in this copy of the course: your instructor has it.")))
        return
    # Kept in the notebook, which is the same in every copy of the course.
    static = twin(tag("p", "Where your copy of the course has it, a button opens it here once every part was tried."))
    button(here, static, "Show the worked solution", lambda: worked_solution(here, exercise))


def worked_solution(here: Course, exercise: Exercise) -> Safe:
    """Return the worked solution and note that it was opened.

    Raises
    ------
    CourseError
        When it is not in this copy of the course, or parts were not tried yet.
    """
    if not _solution_here(here, exercise):
        raise CourseError(f"{exercise.id}: the worked solution is not in this copy of the course; ask your instructor")
    waiting = untried(here, exercise)
    if waiting:
        named = "; ".join(first_sentence(question.prompt)[:_NAMED] for question in waiting)
        words = (
            f"Not yet: {len(waiting)} of {len(exercise.questions)} parts are not checked, or less than half filled in"
        )
        raise CourseError(f"{words} ({named}). Hints help, and a wrong answer costs nothing.")
    if exercise.id not in store_of(here).state.solutions:
        store_of(here).write("solution", exercise=exercise.id)
    parts = [tag("div", _best(here, question), class_="ck-worked") for question in exercise.questions]
    if here.exercises.solved_here(exercise.id):
        path = tag("code", f"solutions/{exercise.id}/{exercise.id}.ipynb")
        parts.append(tag("p", "Why, and where people go wrong: ", path))
    else:
        parts += [tag("div", markdown(said)) for said in released(here.root, exercise).said]
    return tag("div", tag("p", tag("strong", f"Worked solution: {exercise.title}")), *parts, class_="ck-solution")


def _solution_here(here: Course, exercise: Exercise) -> bool:
    return here.exercises.solved_here(exercise.id) or is_released(here.root, exercise.id)


class Credit(float):
    """Points as a program reads them; on a page there is nothing to be seen of them."""

    def _repr_html_(self) -> str:
        return FOR_PROGRAMS


def points(question_id: str) -> float:
    """Return the points of a question, for programs that mark notebooks: a cell's last value is its credit.

    Where a hand-in lies beside the notebook, that is marked; else what the journal holds. Always a number: for
    nbgrader a cell without a value has full credit, so a cell that can't tell has none, and says why.
    """
    try:
        return Credit(_points(str(question_id)))
    except CourseError as error:
        emit(notice(str(error)))
        return Credit(0.0)


def _points(question_id: str) -> float:
    here = course()
    exercise = here.exercises.of_question(question_id)
    if exercise is None:
        raise CourseError(
            nearest(question_id, [q.id for e in here.exercises.by_id.values() for q in e.questions], "part")
        )
    beside = beside_notebook(exercise.id)
    given = beside.answers if beside else answers_now(here)
    return next(
        found.points for each, found in mark_exercise(exercise, given, here.shelf).marks if each.id == question_id
    )


def how_it_stands(here: Course, exercise: Exercise) -> Safe:
    """Return the table of an exercise's parts with points, tries and hints."""
    marked, state = marked_now(store_of(here), exercise), store_of(here).state
    head = tag("tr", tag("th", "Part"), tag("th", "How it stands"))
    rows = [
        tag(
            "tr",
            tag("th", prose(first_sentence(question.prompt))),
            tag("td", stands(question, found, state.tries[question.id], state.hints[question.id])),
        )
        for question, found in marked.marks
    ]
    return twin(
        tag("p", tag("strong", f"Exercise {exercise.id[:2]}: {exercise.title}"), class_="ck-twin-head"),
        tag("p", marked.summary),
        tag("table", tag("thead", head), tag("tbody", *rows), class_="ck-table"),
        *ways("To look at again", again(marked)),
        class_="ck-results",
    )


def again(marked: Marked) -> list[tuple[str, str]]:
    """Return the parts to look at again, by id and name."""
    return [(each.id, first_sentence(each.prompt)) for each, found in marked.marks if found.again]


def answers_now(here: Course) -> dict[str, Answer]:
    """Return the learner's latest answers, by question."""
    return {name: last.answer for name, last in dict(store_of(here).state.answers).items()}


def beside_notebook(exercise_id: str) -> HandIn | None:
    """Return the newest hand-in of an exercise in the working folder; None where there is none."""
    found = []
    for path in sorted(Path.cwd().glob("*.json"))[:_MOST_BESIDE]:
        with suppress(CourseError, OSError):
            found.append(read_hand_in(path.read_bytes()[: MOST_BYTES + 1]))
    own = [each for each in found if each.exercise == exercise_id]
    return max(own, key=lambda each: each.made, default=None)


def untried(here: Course, exercise: Exercise) -> list[Question]:
    """Return the questions that no checked answer has been tried on, half of it at least."""
    given = store_of(here).state.answers
    return [
        question
        for question in exercise.questions
        if not (last := given.get(question.id)) or not last.checked or not filled(question, last.answer)
    ]


def worked_answer(here: Course, question: Question) -> Safe:
    """Return a right answer with its reasons; of a text, the sample answers. Raises CourseError before its time."""
    key_is_due(question)
    return _best(here, question)


def _best(here: Course, question: Question) -> Safe:
    best = best_answer(question)
    return Safe(solved(question, best, mark(question, best, here.shelf), here.shelf))
