"""One question on the page that goes back: what was asked and answered, what came of it, and why."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, join, prose, tag
from coursekit.questions import twin
from coursekit.questions.page import points
from coursekit.questions.rubric import LEVELS, Rubric
from coursekit.seminar.right_answer import right_answer, samples

if TYPE_CHECKING:
    from coursekit.questions import Shelf
    from coursekit.seminar.feedback.handed_back import Part
    from coursekit.seminar.levels import Given


def section(part: Part, shelf: Shelf, *, keys: bool) -> Safe:
    """Return a question with its answer, its points and the reasons.

    Parameters
    ----------
    part
        The question as it was answered and marked.
    shelf
        Where titles and outside facts are.
    keys
        Whether a right answer is shown.
    """
    question = part.question
    if isinstance(question, Rubric) and question.rows:
        shown = twin(question, part.answer, None, shelf)
        told = [*_read(question, part), *(samples(question) if keys else [])]
    else:
        shown = twin(question, part.answer, part.mark, shelf)
        told = [*_comments(part.given), *(right_answer(question) if keys and part.full.state != "right" else [])]
    return tag("div", Safe(shown), *told, class_="ck-twin", id=question.id)


def _read(question: Rubric, part: Part) -> list[Safe]:
    """Return what people gave a text: the points, the level of each row with its words, and what they said."""
    if part.mark.state == "unanswered":
        return [_state("Not answered", "unanswered")]
    length = [tag("p", note.text, class_="ck-hint") for note in part.mark.feedback if note.part == "answer"]
    found = [*length, _state(_standing(question, part.read), "human")]
    own = part.answer.get("levels") if isinstance(part.answer, dict) else None
    readers = [each for each in part.given if each.levels or each.comment.strip()]
    for number, given in enumerate(readers, start=1):
        found += [tag("h3", f"Reader {number}")] * (len(readers) > 1)
        rows = [
            tag(
                "li",
                tag("strong", prose(row.name)),
                f": level {level} of {len(row.levels) - 1}{_self(own, row.id)}: ",
                prose(row.levels[level]),
            )
            for row in question.rows
            if (level := given.levels.get(row.id)) is not None
        ]
        found += [tag("ul", *rows, class_="ck-levels")] * bool(rows)
        found += _comments((given,))
    return found


def _standing(question: Rubric, read: float | None) -> str:
    """Return whether a text has been read, and what that came to."""
    rest = "" if question.scores else "; for no points"
    if read is None:
        return f"Not read yet by your teacher{rest}"
    return f"Read by your teacher{rest or f': {read:g} of {points(question.points)}'}"


def _self(own: object, row: str) -> str:
    """Return what the learner gave their own text; it was handed in, and may be anything."""
    level = own.get(row) if isinstance(own, dict) else None
    return f" (you set {level})" if type(level) is int and 0 <= level < LEVELS else ""


def _comments(given: tuple[Given, ...]) -> list[Safe]:
    said = [each.comment.strip() for each in given if each.comment.strip()]
    return [
        join(
            tag("p", tag("strong", "What your teacher says:")),
            tag("blockquote", *(tag("p", line) for line in words.splitlines() if line.strip())),
        )
        for words in said
    ]


def _state(words: str, state: str) -> Safe:
    return tag("p", tag("strong", words), class_=f"ck-state ck-{state}")
