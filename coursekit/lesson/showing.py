"""``record``, ``passage``, ``picture``: what is shown and not answered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import Course, course
from coursekit.errors import CourseError
from coursekit.html import Safe, join, prose, tag
from coursekit.lesson.asking import of_purpose
from coursekit.lesson.comparing import prediction_of
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit, twin, verb
from coursekit.lesson.views import Box
from coursekit.sessions.passages import find
from coursekit.words import count, first_letter, nearest

if TYPE_CHECKING:
    from coursekit.questions import Question
    from coursekit.sources import Record


@verb
def record(siglum: str, prediction: str = "") -> None:
    """Show the record card of a source, and on it what one expects, where a prediction is named."""
    here = course()
    found = here.library.record(here.siglum(siglum))
    question = of_purpose(here, prediction, "prediction", "record") if prediction else None

    def box() -> Safe:
        return record_card(here, found, question)

    handle = emit(box(), changes=question is not None)
    if question:
        hub(here).add(Box(handle, box, question.id))


@verb
def passage(reference: str) -> None:
    """Show a passage as the guide has it, and beside it the learner's full text where there is one."""
    here = course()
    source, paragraphs = find(here, reference)
    parts = []
    for each in paragraphs:
        label = tag("p", tag("code", f"{source.record.siglum} {each.id}"), class_="ck-twin-head")
        parts += [label, tag("blockquote", tag("p", each.text))]
        if source.text and source.text.has(each.id) and (words := source.text.paragraph(each.id).text):
            parts.append(tag("blockquote", tag("p", tag("small", "In your copy: "), words)))
    emit(twin(*parts, class_="ck-passage"))


@verb
def picture(kind: str, what: str) -> None:
    """Show a picture: ``picture("chain", "LOG")``, or of a file, ``picture("timeline", "00-dates")``."""
    from coursekit import pictures

    here = course()
    if kind == "chain":
        emit(Safe(pictures.chain(here.library.record(here.siglum(what)), here.settings.papers)))
    elif kind in pictures.KINDS:
        path = here.picture(what)
        emit(Safe(pictures.draw(kind, path, f"lessons/pictures/{path.name}", here.settings.papers)))
    else:
        raise CourseError(nearest(kind, ("chain", *pictures.KINDS), "kind of picture"))


def record_card(here: Course, record_: Record, question: Question | None) -> Safe:
    """Return who speaks, to whom, when, how it reached us, and what the learner expects of it."""
    from coursekit.dates.days import words

    when = [first_letter(words(record_.when)), f". {record_.when_note}" if record_.when_note else ""]
    rows: list[tuple[str, Safe]] = [
        ("What it is", prose(record_.genre)),
        ("Who speaks", prose(record_.who)),
        ("To whom", prose(record_.to_whom)),
        ("When", prose("".join(when))),
        ("How it reached you", prose(_way(record_))),
        ("Where it is kept", prose(record_.reference)),
    ]
    if question:
        rows.append(("Your prediction", join(prediction_of(here, question))))
    cells = [tag("div", tag("dt", name), tag("dd", value)) for name, value in rows]
    unsure = tag("ul", *(tag("li", prose(each)) for each in record_.unsure))
    return twin(
        tag(
            "p",
            tag("code", record_.siglum),
            " ",
            tag("strong", "Before you read: "),
            record_.title,
            class_="ck-title",
        ),
        tag("dl", *cells, class_="ck-record"),
        tag("details", tag("summary", "What is not certain"), unsure) if record_.unsure else "",
    )


def _way(record_: Record) -> str:
    steps = record_.transmission
    sure = sum(step.certainty == "documented" for step in steps)
    lost = sum(bool(step.lost) for step in steps)
    said = f"In {count(len(steps), 'step')}, {sure} of them documented; at {lost} something may be lost."
    by = record_.translator
    return said if by.casefold() in ("", "none") else f"{said} Translated by: {by.removesuffix('.')}."
