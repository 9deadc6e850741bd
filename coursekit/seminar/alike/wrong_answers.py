"""The wrong answers of a hand-in, part by part, as far as they can tell anything of where they come from."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any, NamedTuple

from coursekit.errors import CourseError
from coursekit.questions import decisions
from coursekit.questions.places import spans_of
from coursekit.questions.references import PART

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from coursekit.questions.base import Question
    from coursekit.questions.exercises import Exercise
    from coursekit.seminar.classwork import Work

_MANY, _NEARLY_ALL = 6, 0.8  # parts of a question; the share of them that have one and the same answer


class Missed(NamedTuple):
    """A wrong answer to one part: of which question, what the part is about in words, and how it was answered."""

    question: str
    about: str
    reading: str


def wrong_answers(exercise: Exercise, work: Work) -> dict[str, Missed]:
    """Return the wrong answers of a hand-in, by question and part.

    Left out is what people come to by themselves: mistakes that the course has a name for (a misconception's code),
    and questions in which nearly every part was filled in with one and the same.
    """
    given = work.given.answers if work.given else {}
    marks = {mark["id"]: mark for mark in work.marks}
    found: dict[str, Missed] = {}
    for question in exercise.questions:
        mark, answer = marks.get(question.id), given.get(question.id)
        if mark and mark["state"] in ("wrong", "partly") and isinstance(answer, dict):
            for part, missed in _of_question(question, answer, mark):
                found[f"{question.id} {part}"] = missed
    return found


def _of_question(question: Question, answer: dict[str, Any], mark: Mapping[str, Any]) -> Iterator[tuple[str, Missed]]:
    named = {part["part"] for part in mark["parts"] if part.get("misconception")}
    decided = decisions(question, answer)
    if not _filled_blindly([each.reading for each in decided.values()]):
        for part, each in decided.items():
            if not each.right and not (part in named or (part == "" and named)):
                yield part, Missed(question.id, each.about, each.reading)
    if not named:
        ground = answer.get(PART)
        pointed = [("", answer)] if not decided else []
        pointed += [(PART, ground)] if isinstance(ground, dict) and _wrong_ground(mark) else []
        for part, pointing in pointed:
            if places := _places(pointing):
                yield f"{part} places", Missed(question.id, "pointed at" if part else "", places)


def _filled_blindly(readings: list[str]) -> bool:
    """Tell whether a question was filled in with nearly the same everywhere, as by somebody who only tries."""
    most = max(Counter(readings).values(), default=0)
    return len(readings) >= _MANY and most >= _NEARLY_ALL * len(readings)


def _wrong_ground(mark: Mapping[str, Any]) -> bool:
    return any(part["part"].startswith(f"{PART}:") and part["tone"] == "wrong" for part in mark["parts"])


def _places(pointing: Mapping[str, Any]) -> str:
    """Return the places that were pointed at, in words; "" where there are none, or order says enough."""
    if isinstance(order := pointing.get("order"), list):
        return " → ".join(str(each) for each in order)
    try:
        spans = spans_of(dict(pointing))
    except CourseError:
        return ""
    return "; ".join(sorted(f"{span.source} {span.paragraph} “{span.quote}”" for span in spans))
