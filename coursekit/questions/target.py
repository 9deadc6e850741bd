"""What one is to point at in a source: the whole of an evidence question, and the ground of any other.

A span counts by the best place it points at (`coursekit.questions.pointing` has the rule): an accepted place has
its credit, normally all; a near miss or any other place has none. “Nowhere” has all where it is right. Pointing at
everything is not pointing: more than 3 spans, or only spans of over 60 words, are told to narrow down and have
nothing; a long span beside a short one is passed over.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, NamedTuple

from coursekit.errors import CourseError
from coursekit.html import Safe, tag
from coursekit.questions.base import Answer, Note, Tone, note
from coursekit.questions.page import hint
from coursekit.questions.places import (
    Place,
    load_accepted,
    load_near,
    load_selection,
    load_siglum,
    pointed_at,
    span_at,
    spans_of,
)
from coursekit.questions.pointing import MOST_SPANS, MOST_WORDS, too_wide

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.authoring.table import Table
    from coursekit.questions.shelf import Shelf, Texts
    from coursekit.spans import Span

MOST_SENT = 40
NARROW = (
    f"Narrow it down: more than {MOST_SPANS} places, or a passage of more than {MOST_WORDS} words, takes in too much "
    "to count as pointing. Mark the few words that decide."
)
ALSO = "Also possible:"  # opens what is said of an accepted place that was not pointed at


class Judged(NamedTuple):
    """What a pointing is worth: credit from 0 to 1, what is told, and the tone of each span (``note``: passed over)."""

    credit: float
    notes: list[Note]
    places: tuple[Tone, ...] = ()


@dataclass(frozen=True, kw_only=True)
class Target:
    """Words in one source to point at; where none decide, “nowhere” is right."""

    source: str
    edition: str
    paragraphs: str
    accept: tuple[Place, ...]
    near: tuple[Place, ...]
    nowhere: bool
    nowhere_feedback: str
    elsewhere: str


def load_target(table: Table) -> dict[str, Any]:
    """Read the fields of a `Target` from a table."""
    fields = {
        "source": load_siglum(table),
        "edition": table.one_of("edition", ("guide", "text"), "guide"),
        "paragraphs": load_selection(table),
        "accept": load_accepted(table),
        "near": load_near(table),
        "nowhere": table.flag("nowhere"),
        "nowhere_feedback": table.text("nowhere_feedback"),
        "elsewhere": table.text("elsewhere"),
    }
    if not fields["accept"] and not fields["nowhere"]:
        raise table.error("accept", "expected a place to accept, or nowhere = true")
    return fields


def target_problem(target: Target, answer: Answer) -> str | None:
    """Say what is wrong with the shape of a pointing, or None."""
    nowhere, spans = answer.get("nowhere"), answer.get("spans")
    if nowhere is not None and not isinstance(nowhere, bool):
        return "The answer's “nowhere” should be true or false."
    if spans is not None and (not isinstance(spans, list) or len(spans) > MOST_SENT):
        return f"The answer should be a list of at most {MOST_SENT} marked places."
    try:
        read = spans_of(answer)
    except CourseError as error:
        return f"A marked place cannot be read ({error})."
    if any(span.source != target.source for span in read):
        return "A marked place is in another document than the one asked about."
    return "The answer marks a place and says “nowhere”; choose one." if nowhere and read else None


def judge(target: Target, answer: Answer, rests_on: Iterable[str] = (), texts: Texts | None = None) -> Judged | None:
    """Judge a pointing that has no problem; None where nothing was pointed at."""
    spans = spans_of(answer)
    denied = _nowhere(target, rests_on)
    keys = [replace(each, reveals=True) for each in _keys(target, denied)]
    if answer.get("nowhere"):
        return Judged(float(target.nowhere), _beside([denied], keys, earned=target.nowhere))
    if not spans:
        return None
    anchors = [(place.paragraph, place.quote) for place in target.accept]
    pointed = [span for span in spans if not too_wide(span, anchors)]
    if not pointed or len(spans) > MOST_SPANS:
        passed_over: Tone = "note"
        return Judged(0.0, [Note("whole", "note", NARROW)], (passed_over,) * len(spans))
    places: list[Tone] = [_tone(target, span, texts) if span in pointed else "note" for span in spans]
    return Judged(*_pointed(target, pointed, keys, texts), tuple(places))


def target_view(target: Target, shelf: Shelf | None) -> dict[str, Any]:
    """Return what the front end needs to know of what is pointed into: which paragraphs, but none of their words.

    The words are asked for when they are wanted, and may have to wait for a prediction.
    """
    title = shelf.title(target.source) if shelf else target.source
    ids = [each["id"] for each in target_text(target, shelf)]
    return {"siglum": target.source, "edition": target.edition, "source": title, "ids": ids}


def target_text(target: Target, shelf: Shelf | None) -> list[dict[str, Any]]:
    """Return the paragraphs to point into; none where that edition is not at hand."""
    return shelf.paragraphs(target.source, target.edition, target.paragraphs) if shelf else []


def target_body(target: Target, answer: Answer, own: str = "Your answer:") -> list[Safe]:
    """Return where to point, and what was pointed at, for the static twin; ``own`` opens what the learner says."""
    where = f"{target.source} {target.paragraphs}".strip()
    body = [hint(f"Point at the words in {where}, or say: nowhere in this document.")]
    if answer.get("nowhere"):
        body.append(tag("p", tag("strong", f"{own} "), "nowhere in this document", class_="ck-said"))
    elif spans := spans_of(answer):
        rows = [tag("li", f"{span.source} {span.paragraph}: ", tag("q", span.quote)) for span in spans]
        body += [tag("p", tag("strong", own), class_="ck-said"), tag("ul", *rows, class_="ck-spans")]
    return body


def target_tries(target: Target) -> list[tuple[Answer, float]]:
    """Return pointings to try it with, each with the credit it must get."""
    tries: list[tuple[Answer, float]] = [({"nowhere": True}, float(target.nowhere))]
    for place in (*target.near, *target.accept):
        span = span_at(target.source, target.edition, place)
        tries += [({"spans": [span]}, place.credit), ({"spans": [span] * (MOST_SPANS + 1)}, 0.0)]
    return tries


def target_feedback(target: Target) -> list[tuple[str, str]]:
    """Return all (part, words) an author wrote."""
    own = [(place.part, place.feedback) for place in (*target.accept, *target.near)]
    return [*own, ("nowhere", target.nowhere_feedback), ("elsewhere", target.elsewhere)]


def _tone(target: Target, span: Span, texts: Texts | None) -> Tone:
    """Return how one span among several was right or wrong: by the best place it points at."""
    hit, _ = pointed_at(target.accept, target.near, [span], texts)
    credit = max((place.credit for place in hit), default=0.0)
    return _toned(credit)


def _toned(credit: float) -> Tone:
    return "right" if credit == 1 else "partly" if credit else "wrong"


def _pointed(target: Target, spans: list[Span], keys: list[Note], texts: Texts | None) -> tuple[float, list[Note]]:
    """Judge spans that are narrow enough to count."""
    hit, missed = pointed_at(target.accept, target.near, spans, texts)
    if hit:
        best = sorted(hit, key=lambda place: -place.credit)
        credit = best[0].credit
        return credit, _beside([_told(target, place) for place in best], keys, earned=credit == 1)
    said = [_told(target, place) for place in missed] or [note("elsewhere", "wrong", target.elsewhere)]
    return 0.0, _merged([*said, *keys])


def _keys(target: Target, denied: Note) -> list[Note]:
    """Return the notes on all that is right; what is only partly so would be a hint, before anybody asks for one."""
    places = [_told(target, place) for place in target.accept if place.credit == 1]
    return [*places, denied] if target.nowhere else places


def _told(target: Target, place: Place) -> Note:
    tone = _toned(place.credit)
    where = f"{target.source} {place.paragraph}"
    return note(place.part, tone, place.feedback, where, misconception=place.misconception)


def _nowhere(target: Target, rests_on: Iterable[str]) -> Note:
    tone: Tone = "right" if target.nowhere else "wrong"
    return note("nowhere", tone, target.nowhere_feedback, *(rests_on if target.nowhere else ()))


def _beside(own: list[Note], keys: list[Note], *, earned: bool) -> list[Note]:
    """Return the notes on an answer and on all that is right. Whoever has the whole may know where else it stands."""
    told = _merged([*own, *(replace(each, reveals=not earned) for each in keys)])
    if not earned:
        return told
    at, said = {each.part for each in own}, {each.text for each in own}
    return [
        each if each.part in at or each.text in said else replace(each, tone="note", text=f"{ALSO} {each.text}")
        for each in told
    ]


def _merged(notes: list[Note]) -> list[Note]:
    """Say the same words once, with all their passages: accepted places often share their reason."""
    kept: dict[tuple[str, str], Note] = {}
    for each in notes:
        key = (each.tone, each.text)
        before = kept.get(key)
        kept[key] = replace(before, passages=tuple(dict.fromkeys(before.passages + each.passages))) if before else each
    return list(kept.values())
