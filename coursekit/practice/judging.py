"""What an answer to an item of the practice test is worth, and what is said of it. Pure: the same for everybody."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.practice.forms import MOST, NEAR, Spot

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.practice.forms import Form, Item

LONGEST = 20_000  # signs of a written answer


@dataclass(frozen=True)
class Judged:
    """What an answer is worth: None where it is blank, and where a person must read it; and what is said of it."""

    points: int | None
    feedback: tuple[str, ...] = ()


def checked(form: Form, item_id: object, answer: object) -> dict[str, Any]:
    """Return an answer as it may be kept: ``{}`` where it is blank.

    Parameters
    ----------
    form
        The form it belongs to.
    item_id, answer
        As they came from outside: ``{"option": n}``, ``{"text": …}``, or ``{"paper", "paragraph", "sentence"}``.

    Raises
    ------
    CourseError
        When the form has no such item, or the answer is none to it.
    """
    item = form.item(item_id) if isinstance(item_id, str) else None
    if item is None or not isinstance(answer, dict):
        raise CourseError("this form has no such question; run this page again")
    if not answer:
        return {}
    found = {"weighted": _option, "written": _text, "point": _spot}[item.kind](form, item, answer)
    if found is None:
        raise CourseError("that is no answer to this question; run this page again")
    return found


def fitting(form: Form, answers: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """Return the answer to each item of a form; ``{}`` where it is blank, and where what was kept is none to it."""
    return {each.id: _fitting(form, each, answers.get(each.id, {})) for each in form.items}


def judge(item: Item, answer: Mapping[str, Any]) -> Judged:
    """Return what an answer that `checked` has passed is worth."""
    if item.kind == "weighted" and "option" in answer:
        chosen = item.options[answer["option"]]
        return Judged(chosen.weight, (chosen.feedback,))
    if item.kind == "point" and "paper" in answer:
        spot = Spot(answer["paper"], answer["paragraph"], answer["sentence"])
        for passages, points in ((item.accepted, MOST), (item.near, NEAR)):
            hit = next((each for each in passages if each.spot == spot), None)
            if hit is not None:
                return Judged(points, tuple(words for words in (hit.feedback, item.feedback) if words))
        return Judged(0, (item.feedback,))
    return Judged(None, (item.say,) if item.kind == "written" else ())


def points(form: Form, answers: Mapping[str, Mapping[str, Any]]) -> dict[str, int]:
    """Return what `fitting` answers are worth, by item; without those that are blank and those that people read."""
    found = {each.id: judge(each, answers.get(each.id, {})).points for each in form.items}
    return {name: value for name, value in found.items() if value is not None}


def _fitting(form: Form, item: Item, answer: object) -> dict[str, Any]:
    try:
        return checked(form, item.id, answer)
    except CourseError:
        return {}


def _option(_form: Form, item: Item, answer: dict[str, Any]) -> dict[str, Any] | None:
    number = answer.get("option")
    return {"option": number} if type(number) is int and 0 <= number < len(item.options) else None


def _text(_form: Form, _item: Item, answer: dict[str, Any]) -> dict[str, Any] | None:
    text = answer.get("text")
    if not isinstance(text, str):
        return None
    if len(text) > LONGEST:
        raise CourseError(f"an answer has at most {LONGEST:,} signs; shorten it")
    return {"text": text} if text.strip() else {}


def _spot(form: Form, _item: Item, answer: dict[str, Any]) -> dict[str, Any] | None:
    name, paragraph, sentence = (answer.get(key) for key in ("paper", "paragraph", "sentence"))
    paper = form.paper(name) if isinstance(name, str) else None
    if paper is None or type(paragraph) is not int or type(sentence) is not int:
        return None
    there = 0 <= paragraph < len(paper.parts) and 0 <= sentence < len(paper.parts[paragraph])
    return {"paper": paper.id, "paragraph": paragraph, "sentence": sentence} if there else None
