"""The pieces of a static twin: plain tags and classes only, which every sanitiser lets through."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.html import Safe, join, prose, tag
from coursekit.questions.base import tally_words
from coursekit.questions.references import PART

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.questions.base import Choice, Mark, Note, Question
    from coursekit.questions.shelf import Shelf

HEADS = {
    "unanswered": "Not answered",
    "right": "Right",
    "partly": "Partly right",
    "wrong": "Not right",
    "human": "For you and your teacher to read",
}
# What does not count carries no points; the card of a question says it in the same words.
UNCOUNTED = {
    "prediction": "a prediction",
    "warm-up": "a warm-up, not counted",
    "review": "comes back, not counted",
    "reflection": "for you to look back",
}
TONES = {"right": "Right", "wrong": "Not this", "partly": "Partly", "note": "Note"}


def twin_page(
    question: Question,
    body: Iterable[Safe],
    mark: Mark | None,
    shelf: Shelf | None,
    labels: Mapping[str, str] | None = None,
) -> str:
    """Return prompt, outside facts, the kind's body and the feedback, one after another.

    ``labels`` gives the words for those parts of the feedback (ids of options, cards) that need naming.
    """
    cards = [_card(shelf.fact(fact)) for fact in question.card] if shelf else []
    feedback = [] if mark is None else [_feedback(question, mark, labels or {})]
    worth = UNCOUNTED.get(question.purpose) or points(question.points)
    worth += " · about method" if question.method else ""
    return join(
        tag("p", tag("strong", "Question"), f" · {worth}", class_="ck-twin-head"),
        paragraphs(question.prompt, "ck-prompt"),
        *cards,
        *body,
        *feedback,
    ).markup


def points(number: float) -> str:
    """Return ``1 point``, ``2.5 points``."""
    return f"{number:g} point{'' if number == 1 else 's'}"


def paragraphs(words: str, class_: str) -> Safe:
    """Return author's prose, one ``p`` a paragraph."""
    return join(*(tag("p", prose(part), class_=class_) for part in words.split("\n\n")))


def listed(choices: Iterable[Choice], chosen: Iterable[str] = (), *, kind: str = "ul") -> Safe:
    """Return choices as a list; those that were chosen say so in words."""
    picked = set(chosen)
    return tag(
        kind,
        *(
            tag("li", prose(c.text), tag("strong", " (your answer)", class_="ck-chosen") if c.id in picked else "")
            for c in choices
        ),
        class_="ck-options",
    )


def said(words: str) -> Safe:
    """Return the learner's own words; nothing where there are none."""
    return tag("p", tag("strong", "Your answer: "), words, class_="ck-said") if words else Safe("")


def hint(words: str) -> Safe:
    """Return a line that says how one answers."""
    return tag("p", words, class_="ck-hint")


def _card(fact: dict[str, str]) -> Safe:
    if not fact.get("statement"):
        return Safe("")
    grade = ", ".join(part for part in (fact.get("certainty", ""), fact.get("checked", "")) if part)
    return tag(
        "p",
        tag("strong", "From outside the documents"),
        f" · {' · '.join(filter(None, (fact.get('id', ''), fact.get('date', ''))))}: ",  # prose cites it by its id
        prose(fact["statement"]),
        f" ({grade})" if grade else "",
        class_="ck-card",
    )


def _feedback(question: Question, mark: Mark, labels: Mapping[str, str]) -> Safe:
    answered = mark.state != "unanswered"
    head = "Kept" if question.purpose == "prediction" and answered else tally_words(mark) or HEADS[mark.state]
    if mark.state in ("right", "partly", "wrong") and question.purpose not in UNCOUNTED:
        head += f": {mark.points:g} of {points(mark.of)}"
    return join(
        tag("p", tag("strong", head), class_=f"ck-state ck-{mark.state}"),
        tag("ul", *(_note(note, labels) for note in mark.feedback), class_="ck-feedback") if mark.feedback else "",
    )


def _note(note: Note, labels: Mapping[str, str]) -> Safe:
    label = labels.get(note.part, "") or ("the words pointed at" if note.part.startswith(f"{PART}:") else "")
    elsewhere = [passage for passage in note.passages if passage not in note.text]
    where = f" ({', '.join(elsewhere)})" if elsewhere else ""
    return tag(
        "li",
        tag("strong", f"{TONES[note.tone]}: "),
        join(tag("em", prose(label)), ": " if note.text else "") if label else "",
        prose(note.text),
        tag("span", where, class_="ck-where") if where else "",
    )
