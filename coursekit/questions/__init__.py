"""Questions: read them, show them, say what an answer to them may look like."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.questions.answers import unfit
from coursekit.questions.base import Answer, Decision, Mark, Note, Question, State, Tone, tally_words
from coursekit.questions.ground import ground_feedback, ground_problem, ground_tries, ground_view
from coursekit.questions.kind import Kind, Reader
from coursekit.questions.kinds import KINDS, kind_named, kind_names
from coursekit.questions.loading import Questions, check_quiz, load_quiz
from coursekit.questions.references import PART
from coursekit.questions.shelf import LibraryShelf, Shelf, Texts

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.questions.target import Target

__all__ = [
    "KINDS",
    "Answer",
    "Decision",
    "Kind",
    "LibraryShelf",
    "Mark",
    "Note",
    "Question",
    "Questions",
    "Shelf",
    "State",
    "Texts",
    "Tone",
    "anchors",
    "best_answer",
    "check_quiz",
    "counted",
    "decisions",
    "feedback",
    "filled",
    "kind_named",
    "kind_names",
    "load_quiz",
    "problem",
    "read_by",
    "solved",
    "tally_words",
    "twin",
    "typical",
    "unread",
    "view",
]


def view(question: Question, shelf: Shelf | None = None) -> dict[str, Any]:
    """Return what the front end gets of a question: neither key nor feedback.

    Parameters
    ----------
    question
        Any question.
    shelf
        Where paragraphs, titles and outside facts are; without one an evidence question shows no text.
    """
    facts = [shelf.fact(fact) if shelf else {"id": fact} for fact in question.card]
    kind = kind_named(question.kind)
    common = {
        "id": question.id,
        "kind": kind.card or question.kind,
        "version": question.version,
        "prompt": question.prompt,
        "points": question.points,
        "confidence": question.confidence,
        "rests_on": list(question.rests_on),
        "card": facts,
        "purpose": question.purpose,
        "method": question.method,
        "hints": len(question.hints),
    }
    return common | kind.view(question, shelf) | ground_view(question, shelf)


def problem(question: Question, answer: object) -> str | None:
    """Say in one sentence why something cannot be an answer to a question; None if it can, or is blank."""
    trouble = unfit(answer)
    if trouble or answer is None:
        return trouble
    if not isinstance(answer, dict):
        return "The answer is not in the form this question asks for."
    return kind_named(question.kind).problem(question, answer) or ground_problem(question, answer)


def unread(question: Question, answer: object) -> list[str]:
    """Return what of an answer was filled in and could not be read, as ``row, column: why``."""
    if not isinstance(answer, dict) or problem(question, answer):
        return []
    return kind_named(question.kind).unread(question, answer)


def twin(question: Question, answer: object = None, mark: Mark | None = None, shelf: Shelf | None = None) -> str:
    """Return a question as static HTML: prompt, options, saved answer and, where marked, the feedback.

    Always the same for the same arguments. An answer that cannot be read is left out.
    """
    given = answer if isinstance(answer, dict) and problem(question, answer) is None else {}
    return kind_named(question.kind).twin(question, given, mark, shelf)


def solved(question: Question, best: Answer, mark: Mark, shelf: Shelf | None = None) -> str:
    """Return `best_answer` and its mark as static HTML, with the reasons; of a text, with its sample answers."""
    return kind_named(question.kind).solved(question, best, mark, shelf)


def typical(question: Question) -> list[tuple[Answer, State]]:
    """Return answers to try a question with and the state each must get: blank, wrong ones, right ones."""
    return ground_tries(question, [*kind_named(question.kind).typical(question), *question.listed])


def read_by(question: Question) -> Reader:
    """Return who reads an answer to a question: ``machine``, ``teacher`` or both."""
    return kind_named(question.kind).read_by(question)


def counted(question: Question) -> bool:
    """Tell whether the points of a question are counted by machine; else a teacher gives them."""
    return read_by(question) != "teacher"


def decisions(question: Question, answer: object) -> Mapping[str, Decision]:
    """Return what an answer decides, part by part: see `Kind.decisions`. One that cannot be read decides nothing."""
    if not isinstance(answer, dict) or problem(question, answer):
        return {}
    return kind_named(question.kind).decisions(question, answer)


def filled(question: Question, answer: object) -> bool:
    """Tell whether an answer is an honest try, half of it at least."""
    if not isinstance(answer, dict) or problem(question, answer):
        return False
    return kind_named(question.kind).filled(question, answer)


def anchors(question: Question) -> list[tuple[str, Target]]:
    """Return what a question lets one point at, each with what opens the names of its places in feedback."""
    own = [("", target) for target in kind_named(question.kind).anchors(question)]
    return [*own, *([(f"{PART}:", question.ground)] if question.ground else [])]


def best_answer(question: Question) -> Answer:
    """Return the answer that a solution shows."""
    return kind_named(question.kind).worked(question, typical(question))


def feedback(question: Question) -> Iterable[tuple[str, str]]:
    """Return all (part, words) that the author wrote as feedback."""
    return [*kind_named(question.kind).feedback(question), *ground_feedback(question)]
