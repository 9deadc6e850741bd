"""Point at the passage; “nowhere in this document” is an answer and always offered.

Marking: a span counts by the best place it points at (`coursekit.questions.pointing` has the rule): an
accepted place has its credit, normally all points; a near miss or any other place has none. “Nowhere”
has all points where it is right. Pointing at everything is not pointing: more than 3 spans, or only
spans of over 60 words, are told to narrow down and have no points; a long span beside a short one is
passed over. Feedback: for the place pointed at, then for the accepted ones.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.html import tag
from coursekit.questions.base import Answer, Kind, Mark, Note, Question, State, Tone, note, scored, unanswered
from coursekit.questions.page import hint, twin_page
from coursekit.questions.places import Place, load_accepted, load_near, load_selection, load_siglum, span_at, spans_of
from coursekit.questions.pointing import MOST_SPANS, MOST_WORDS, too_wide

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from coursekit.authoring.table import Table
    from coursekit.questions.shelf import Shelf, Texts
    from coursekit.spans import Span

MOST_SENT = 40
NARROW = (
    f"Narrow it down: more than {MOST_SPANS} places, or a passage of more than {MOST_WORDS} words, takes in too much "
    "to count as pointing. Mark the few words that decide."
)


@dataclass(frozen=True, kw_only=True)
class Evidence(Question):
    """Point at words in one source."""

    source: str
    edition: str
    paragraphs: str
    accept: tuple[Place, ...]
    near: tuple[Place, ...]
    nowhere: bool
    nowhere_feedback: str
    elsewhere: str


class _Evidence:
    def load(self, table: Table, common: Mapping[str, Any]) -> Evidence:
        question = Evidence(
            **common,
            source=load_siglum(table),
            edition=table.one_of("edition", ("guide", "text"), "guide"),
            paragraphs=load_selection(table),
            accept=load_accepted(table),
            near=load_near(table),
            nowhere=table.flag("nowhere"),
            nowhere_feedback=table.text("nowhere_feedback"),
            elsewhere=table.text("elsewhere"),
        )
        if not question.accept and not question.nowhere:
            raise table.error("accept", "expected a place to accept, or nowhere = true")
        return question

    def problem(self, question: Evidence, answer: Answer) -> str | None:
        nowhere, spans = answer.get("nowhere"), answer.get("spans")
        if nowhere is not None and not isinstance(nowhere, bool):
            return "The answer's “nowhere” should be true or false."
        if spans is not None and (not isinstance(spans, list) or len(spans) > MOST_SENT):
            return f"The answer should be a list of at most {MOST_SENT} marked places."
        try:
            read = spans_of(answer)
        except CourseError as error:
            return f"A marked place cannot be read ({error})."
        if any(span.source != question.source for span in read):
            return "A marked place is in another document than the one asked about."
        return "The answer marks a place and says “nowhere”; choose one." if nowhere and read else None

    def mark(self, question: Evidence, answer: Answer, texts: Texts | None = None) -> Mark:
        spans = spans_of(answer)
        if answer.get("nowhere"):
            return scored(question, float(question.nowhere), _merged([_nowhere(question), *_keys(question)]))
        if not spans:
            return unanswered(question)
        anchors = [(place.paragraph, place.quote) for place in question.accept]
        pointed = [span for span in spans if not too_wide(span, anchors)]
        if not pointed or len(spans) > MOST_SPANS:
            return scored(question, 0, [Note("whole", "note", NARROW)])
        return _pointed(question, pointed, texts)

    def view(self, question: Evidence, shelf: Shelf | None = None) -> dict[str, Any]:
        shown = shelf.paragraphs(question.source, question.edition, question.paragraphs) if shelf else []
        title = shelf.title(question.source) if shelf else question.source
        # The paragraphs it rests on would be the answer.
        here = {"siglum": question.source, "edition": question.edition, "rests_on": []}
        return here | {"source": title, "paragraphs": shown}

    def twin(self, question: Evidence, answer: Answer | None, mark: Mark | None, shelf: Shelf | None = None) -> str:
        where = f"{question.source} {question.paragraphs}".strip()
        body = [hint(f"Point at the words in {where}, or say: nowhere in this document.")]
        if (answer or {}).get("nowhere"):
            body.append(tag("p", tag("strong", "Your answer: "), "nowhere in this document", class_="ck-said"))
        elif spans := spans_of(answer or {}):
            rows = [tag("li", f"{span.source} {span.paragraph}: ", tag("q", span.quote)) for span in spans]
            body += [tag("p", tag("strong", "Your answer:"), class_="ck-said"), tag("ul", *rows, class_="ck-spans")]
        return twin_page(question, body, mark, shelf)

    def typical(self, question: Evidence) -> list[tuple[Answer, State]]:
        tries: list[tuple[Answer, State]] = [({}, "unanswered"), ({"spans": [], "nowhere": False}, "unanswered")]
        tries.append(({"nowhere": True}, "right" if question.nowhere else "wrong"))
        for place in (*question.near, *question.accept):
            state: State = "right" if place.credit == 1 else "partly" if place.credit else "wrong"
            span = span_at(question.source, question.edition, place)
            tries += [({"spans": [span]}, state), ({"spans": [span] * (MOST_SPANS + 1)}, "wrong")]
        return tries

    def feedback(self, question: Evidence) -> Iterable[tuple[str, str]]:
        own = [(place.part, place.feedback) for place in (*question.accept, *question.near)]
        return [*own, ("nowhere", question.nowhere_feedback), ("elsewhere", question.elsewhere)]


def _pointed(question: Evidence, spans: list[Span], texts: Texts | None) -> Mark:
    """Mark spans that are narrow enough to count."""
    hit = sorted((p for p in question.accept if p.hit(spans, texts)), key=lambda place: -place.credit)
    if hit:
        return scored(question, hit[0].credit, _merged([*(_told(question, p) for p in hit), *_keys(question)]))
    missed = [_told(question, place) for place in question.near if place.hit(spans, texts)]
    said = missed or [note("elsewhere", "wrong", question.elsewhere)]
    return scored(question, 0, _merged([*said, *_keys(question)]))


def _keys(question: Evidence) -> list[Note]:
    """Return the notes on all that is right; what is only partly so would be a hint, before anybody asks for one."""
    places = [_told(question, place) for place in question.accept if place.credit == 1]
    return [*places, _nowhere(question)] if question.nowhere else places


def _told(question: Evidence, place: Place) -> Note:
    tone: Tone = "right" if place.credit == 1 else "partly" if place.credit else "wrong"
    where = f"{question.source} {place.paragraph}"
    return note(place.part, tone, place.feedback, where, misconception=place.misconception)


def _nowhere(question: Evidence) -> Note:
    tone: Tone = "right" if question.nowhere else "wrong"
    return note("nowhere", tone, question.nowhere_feedback, *(question.rests_on if question.nowhere else ()))


def _merged(notes: list[Note]) -> list[Note]:
    """Say the same words once, with all their passages: accepted places often share their reason."""
    kept: dict[tuple[str, str], Note] = {}
    for each in notes:
        key = (each.tone, each.text)
        before = kept.get(key)
        kept[key] = replace(before, passages=tuple(dict.fromkeys(before.passages + each.passages))) if before else each
    return list(kept.values())


KIND: Kind[Evidence] = _Evidence()
