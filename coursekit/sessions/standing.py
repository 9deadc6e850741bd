"""How an exercise stands: its parts as the journal has them now, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.marking import mark
from coursekit.marking.exercise import Marked
from coursekit.questions import counted, tally_words

if TYPE_CHECKING:
    from coursekit.questions import Mark, Question
    from coursekit.questions.exercises import Exercise
    from coursekit.sessions.store import Store

_STATES = {"unanswered": "not answered yet", "right": "right", "partly": "partly right", "wrong": "not right"}


def marked_now(store: Store, exercise: Exercise) -> Marked:
    """Return the marks of what the journal holds now, checked or not: as a hand-in made now would be marked."""
    given = store.state.answers

    def marked(question: Question) -> Mark:
        last = given.get(question.id)
        return store.mark(question, last) if last else mark(question, None)

    return Marked(exercise, tuple((each, marked(each)) for each in exercise.questions))


def stands(question: Question, found: Mark, tries: int, taken: int) -> str:
    """Return how one part stands, in a line."""
    if not counted(question):
        words = ["for your teacher to read" if found.state == "human" else "not written yet", f"{found.of:g} points"]
    else:
        words = [tally_words(found) or _STATES[found.state], f"{found.points:g} of {found.of:g} points"]
        words += [f"checked {'once' if tries == 1 else f'{tries} times'}"] * bool(tries)
    return " · ".join([*words, *[f"{taken} of {len(question.hints)} hints"] * bool(taken)])


def first_sentence(prompt: str) -> str:
    """Return the first sentence of a prompt, for a table of parts."""
    first = prompt.split("\n\n", maxsplit=1)[0]
    return first.split(". ", maxsplit=1)[0].rstrip(".:")
