"""The ground: beside the answer to a question of another kind, one points at the words that decide.

An answer that one can guess says little; that one knows where it stands says more. Answer and ground are marked
together: the share of the answer counts one third by itself, two thirds by its ground. So a right answer on a wrong
ground, or on none yet, is partly right; a wrong answer is wrong whatever its ground; a blank one is unanswered.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from coursekit.questions.base import Answer, Mark, Note, Question, State, Tone, scored
from coursekit.questions.references import PART
from coursekit.questions.target import (
    Target,
    judge,
    load_target,
    target_body,
    target_feedback,
    target_problem,
    target_tries,
    target_view,
)

if TYPE_CHECKING:
    from coursekit.authoring.table import Table
    from coursekit.html import Safe
    from coursekit.questions.shelf import Shelf, Texts

ALONE = 1 / 3  # of its points an answer has without a ground
NONE_YET = "You have not pointed at the words that decide yet."
LATER = "Whether the words you point at decide is told once the answer is right."  # why they do would give it away


@dataclass(frozen=True, kw_only=True)
class Ground(Target):
    """The words an answer rests on."""


def load_ground(table: Table) -> Ground | None:
    """Read ``[question.ground]``, with the keys of an evidence question; None where there is none."""
    if table.raw(PART) is None:
        return None
    entry = table.table(PART)
    ground = Ground(**load_target(entry))
    entry.done()
    return ground


def ground_of(answer: Answer) -> Answer:
    """Return what an answer points at; empty where it points at nothing."""
    given = answer.get(PART)
    return given if isinstance(given, dict) else {}


def ground_problem(question: Question, answer: Answer) -> str | None:
    """Say what is wrong with the shape of an answer's ground, or None."""
    given = answer.get(PART)
    if question.ground is None or given is None:
        return None
    if not isinstance(given, dict):
        return "The answer's ground should say which places it marks."
    return target_problem(question.ground, given)


def grounded(question: Question, answer: Answer, mark: Mark, texts: Texts | None = None) -> Mark:
    """Return the mark of answer and ground together; ``mark`` is the answer's own."""
    if question.ground is None or mark.state not in ("right", "partly", "wrong"):
        return mark
    judged = judge(question.ground, ground_of(answer), question.rests_on, texts)
    places: tuple[Tone, ...] = ()
    if judged is None:
        credit, notes = 0.0, [Note(PART, "note", NONE_YET)] if mark.points else []
    elif mark.state == "wrong":
        credit, notes = 0.0, [Note(PART, "note", LATER)]
    else:
        credit, places = judged.credit, judged.places
        notes = [replace(each, part=f"{PART}:{each.part}") for each in judged.notes]
    share = mark.points / mark.of * (ALONE + (1 - ALONE) * credit)
    return replace(scored(question, share, [*mark.feedback, *notes], places), tally=mark.tally)


def ground_view(question: Question, shelf: Shelf | None) -> dict[str, Any]:
    """Return what the front end gets of it; the paragraphs the answer rests on would give the ground away."""
    return {PART: target_view(question.ground, shelf), "rests_on": []} if question.ground else {}


def ground_body(question: Question, answer: Answer | None) -> list[Safe]:
    """Return its part of the static twin."""
    return target_body(question.ground, ground_of(answer or {}), "It rests on:") if question.ground else []


def ground_tries(question: Question, tries: list[tuple[Answer, State]]) -> list[tuple[Answer, State]]:
    """Return typical answers with their grounds: each with the right one, and a right answer with every other."""
    if question.ground is None:
        return tries
    pointings = target_tries(question.ground)
    best = next(answer for answer, credit in pointings if credit == max(credit for _, credit in pointings))
    full = max(credit for _, credit in pointings) == 1
    right = next((answer for answer, state in tries if state == "right"), None)
    found: list[tuple[Answer, State]] = []
    for answer, state in tries:
        lesser: State = "partly" if state == "right" and not full else state
        blank = state == "unanswered" or PART in answer
        found.append((answer, state) if blank else (answer | {PART: best}, lesser))
    if right is not None:
        found += [(right, "partly"), (right | {PART: {"spans": []}}, "partly")]
        found += [(right | {PART: each}, "right" if credit == 1 else "partly") for each, credit in pointings]
    return found


def ground_feedback(question: Question) -> list[tuple[str, str]]:
    """Return all (part, words) an author wrote for it."""
    own = target_feedback(question.ground) if question.ground else []
    return [(f"{PART}:{part}", words) for part, words in own]
