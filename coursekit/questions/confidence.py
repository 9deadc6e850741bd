"""How sure: a rider on any question, 50 to 100 per cent, and what it was worth."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.questions.base import Note

if TYPE_CHECKING:
    from coursekit.questions.base import Answer, Mark

LEAST, MOST = 50, 100
WIDE = 10  # per cent in a level; who is 100 per cent sure has one of their own
LEVELS = (*((least, least + WIDE - 1) for least in range(LEAST, MOST, WIDE)), (MOST, MOST))


def sure(answer: Answer) -> int | None:
    """Return the confidence given with an answer, in per cent; None if it is absent or none."""
    value = answer.get("confidence")
    if isinstance(value, bool) or not isinstance(value, int | float) or not LEAST <= value <= MOST:
        return None
    return round(value)


def brier(confidence: float, share: float) -> float:
    """Return the Brier score of one forecast: 0 is best, 1 worst; always saying 50 per cent earns 0.25.

    Parameters
    ----------
    confidence
        How sure the learner was that the answer was right, in per cent.
    share
        What came of it: 1 right, 0 wrong, between for an answer partly right.

    Notes
    -----
    The square of the distance between forecast and outcome (Brier 1950, for two outcomes).
    """
    return round((confidence / 100 - share) ** 2, 4)


def score(answer: Answer, mark: Mark) -> float | None:
    """Return the Brier score of an answer that says how sure it is; None without that, or where no one scores."""
    confidence = sure(answer)
    if confidence is None or mark.state not in ("right", "partly", "wrong"):
        return None
    return brier(confidence, mark.points / mark.of)


def rider(answer: Answer, mark: Mark) -> tuple[Note, ...]:
    """Return what is to be said of the confidence given with an answer."""
    if answer.get("confidence") is None or mark.state == "unanswered":
        return ()
    confidence = sure(answer)
    if confidence is None:
        why = f"How sure you are goes from {LEAST} to {MOST} per cent; yours was not used."
        return (Note("confidence", "note", why),)
    outcome = {"right": "it is right", "partly": "it is partly right", "wrong": "it is not right"}.get(mark.state)
    return (Note("confidence", "note", f"You were {confidence} % sure, and {outcome}."),) if outcome else ()
