"""The code cells of an exercise: what each may call and name, and that nothing is missing or told too early."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from importlib import import_module
from typing import TYPE_CHECKING, Any

from coursekit.check import verbs
from coursekit.check.lessons import CELL_SETTINGS
from coursekit.outline import parse
from coursekit.questions import counted

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursekit.check.verbs import Named
    from coursekit.outline import Call, Code, LessonText
    from coursekit.questions import Question
    from coursekit.questions.exercises import Exercise

OF_A_QUESTION = ("ask", "answer", "worked", "points", "confusion")
OF_THE_WHOLE = ("results", "hand_in", "solution")
TEACHING = ("passage", "record", "read", "picture", "explain", "facts")
VERBS = (*OF_A_QUESTION, *OF_THE_WHOLE, *TEACHING)
TAG, YOURS = "solution", "yours"
# What nbgrader must read of a cell that tells points, beside their number and the question's id.
CREDIT = {"grade": True, "solution": False, "locked": True, "task": False, "cell_type": "code", "schema_version": 3}


def cell_faults(exercise: Exercise, text: LessonText, known: Named) -> Iterator[tuple[int, str]]:
    """Yield line and fault.

    Parameters
    ----------
    exercise
        The exercise whose notebook it is.
    text
        The notebook as text.
    known
        What cells may name beside the exercise's own questions.
    """
    ids = {question.id: question.purpose for question in exercise.questions}
    own = replace(known, questions=ids)
    told: Counter[tuple[str, str]] = Counter()
    for cell in text.cells:
        if YOURS in (_head(cell).get("tags") or ()):
            continue  # the learner's own; what stands in it is only a beginning
        missing = [setting for setting in CELL_SETTINGS if setting.rpartition(" ")[2] not in cell.head]
        if missing:
            yield cell.line, f"expected {' and '.join(missing)} in the cell's head, between two lines ---"
        call = parse(cell, VERBS)
        if isinstance(call, str):
            yield cell.line, call
            continue
        first = str(call.arguments[0]) if call.arguments else ""
        told[call.verb, first] += 1
        for fault in (*_named(call, first, exercise, own), *_settings(call, first, cell, exercise)):
            yield call.line, fault
    yield from ((1, fault) for fault in _missing(exercise, told))


def _named(call: Call, first: str, exercise: Exercise, known: Named) -> Iterator[str]:
    if call.verb in OF_A_QUESTION:
        if first not in known.questions:
            yield f"{call.verb}: {first or 'nothing'}: no such question in this exercise"
    elif call.verb in OF_THE_WHOLE:
        if first != exercise.id:
            yield f"{call.verb}: expected “{exercise.id}”, this exercise, found “{first}”"
    else:
        yield from verbs.faults(call, exercise.id, known)


def _settings(call: Call, first: str, cell: Code, exercise: Exercise) -> Iterator[str]:
    head = _head(cell)
    tagged = TAG in (head.get("tags") or ())
    if call.verb == "worked" and not tagged:
        yield f"worked: expected the tag {TAG}, so that students do not get this cell"
    if tagged and call.verb in ("ask", "points", *OF_THE_WHOLE):
        yield f"{call.verb}: expected no tag {TAG}: students would not get this cell"
    if call.verb == "points":
        yield from _credit(head.get("nbgrader"), first, exercise)


def _credit(given: object, first: str, exercise: Exercise) -> Iterator[str]:
    """Yield what is wrong with what nbgrader reads of a cell that tells points."""
    question = exercise.question(first)
    if question is None:
        return  # told by its name
    if not isinstance(given, dict):
        lines = ", ".join(f"{key}: {_yaml(value)}" for key, value in _wanted(first, question).items())
        yield f"points: expected in the cell's head: nbgrader: {{{lines}}}"
        return
    if not counted(question):
        yield f"points: {first}: is read by people; nothing to count"
    for key, value in _wanted(first, question).items():
        if given.get(key) != value:
            yield f"points: nbgrader: {key}: expected {_yaml(value)}, found {_yaml(given.get(key))}"


def _wanted(name: str, question: Question) -> dict[str, Any]:
    return {**CREDIT, "grade_id": name, "points": question.points}


def _missing(exercise: Exercise, told: Counter[tuple[str, str]]) -> Iterator[str]:
    for question in exercise.questions:
        wanted = {"ask": "asks", "worked": "works out"} | ({} if not counted(question) else {"points": "counts"})
        for verb, does in wanted.items():
            if (found := told[verb, question.id]) != 1:
                yield f"{question.id}: expected one cell that {does} it, {verb}(…), found {found}"
    for verb in OF_THE_WHOLE:
        if (found := told[verb, exercise.id]) != 1:
            yield f"expected one cell {verb}(“{exercise.id}”), found {found}"


def _head(cell: Code) -> dict[str, Any]:
    yaml: Any = import_module("yaml")  # has no types; jupytext needs it too
    try:
        head = yaml.safe_load(cell.head)
    except yaml.YAMLError:
        return {}
    return head if isinstance(head, dict) else {}


def _yaml(value: object) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return "nothing" if value is None else f"{value:g}" if isinstance(value, int | float) else str(value)
