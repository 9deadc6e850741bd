"""Exercises: the file of questions, what its typical answers get, and the notebook that asks them."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from coursekit.authoring.problems import problem_of
from coursekit.check import prose
from coursekit.check.bare import bare_faults
from coursekit.check.cited import cited_unseen, spoken_by
from coursekit.check.exercise_cells import cell_faults
from coursekit.check.item_course import Finding
from coursekit.check.items import question_findings
from coursekit.check.lessons import buttons, frame_faults
from coursekit.errors import CourseError
from coursekit.marking import mark
from coursekit.outline import take_apart
from coursekit.outline.marks import MARKS
from coursekit.places import Folders
from coursekit.questions import counted, typical
from coursekit.questions.exercises import MASTER, Exercises, load_exercise
from coursekit.sources.quoted import quoted

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from coursekit.check.items import Known
    from coursekit.check.verbs import Named
    from coursekit.outline import LessonText
    from coursekit.questions import Question
    from coursekit.questions.exercises import Exercise

RUN = buttons(each.run_exercise for each in MARKS.values())


def check_exercises(root: Path, named: Named, known: Known) -> tuple[int, list[Finding]]:
    """Return how many exercises there are, and what is wrong with them.

    A master is looked at with its notebook; of a class copy's exercise there are only the sealed questions.

    Parameters
    ----------
    root
        The course's folder.
    named
        What cells may name.
    known
        What questions may refer to.
    """
    files = Exercises(root).files
    found: list[Finding] = []
    for path in files.values():
        name = path.relative_to(root).as_posix()
        try:
            exercise = load_exercise(path, name)
        except CourseError as error:
            problem = problem_of(error)
            found.append(Finding.of(replace(problem, file=problem.file or name), "error"))
            continue
        for question in exercise.questions:
            found += [*question_findings(question, known), *_tried(question, known)]
        if path.name == MASTER:
            found += _notebook(exercise, path.with_name(f"{exercise.id}.md"), root, named, known)
    return len(files), found


def _tried(question: Question, known: Known) -> Iterator[Finding]:
    """Yield typical answers that get another state than their author says; and a question without its three hints."""
    states = [(answer, state, mark(question, answer, known.texts)) for answer, state in typical(question)]
    for answer, state, given in states:
        if given.state != state:
            said = f"{question.id}: typical answer {str(answer)[:80]}: expected {state}, is marked {given.state}"
            yield Finding.at(question.where, "error", said)
        if given.state == "right" and given.points != question.points:
            said = f"{question.id}: a right answer gets {given.points:g} of {question.points:g} points"
            yield Finding.at(question.where, "error", said)
    if counted(question) and not question.hints:
        yield Finding.at(question.where, "error", f"{question.id}: hints: expected three: where, what, how to decide")


def _notebook(exercise: Exercise, path: Path, root: Path, named: Named, known: Known) -> list[Finding]:
    name = path.relative_to(root).as_posix()
    try:
        text = take_apart(path)
    except (OSError, UnicodeDecodeError):
        return [Finding("error", name, 1, "expected the exercise's notebook as text here, in UTF-8")]
    faults = [
        *frame_faults(text, RUN),
        *cell_faults(exercise, text, named),
        *prose.heading_faults(text.prose),
        *prose.link_faults(text.prose, path.parent, copied=True),
        *prose.reference_faults(text.prose, named.library.sigla, known.passages or ()),
        *bare_faults(text.prose, known.passages or ()),
        *_quotations(text, known),
    ]
    cards = {fact for question in exercise.questions for fact in question.card}
    pictures = Folders(root).pictures
    faults += cited_unseen(path, spoken_by(exercise.questions), cards, known.facts or (), pictures)
    return [Finding("error", name, line, message) for line, message in sorted(faults)]


def _quotations(text: LessonText, known: Known) -> Iterator[tuple[int, str]]:
    for line, words in text.prose:
        for quote in quoted(words):
            if known.verbatim and not known.verbatim(quote, ()):
                yield line, f"“{quote}” stands nowhere"
