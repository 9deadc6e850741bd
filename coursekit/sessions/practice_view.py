"""A form of the practice test as a page is given it: of what is right nothing before it is handed over."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.practice.forms import MOST
from coursekit.practice.judging import fitting, judge
from coursekit.practice.words import OUTDATED

if TYPE_CHECKING:
    from coursekit.practice.forms import Form, Item, Paper
    from coursekit.practice.sittings import Sitting
    from coursekit.sessions.protocol import PracticeForm, PracticeItem, PracticePaper


def form_view(form: Form, sitting: Sitting) -> PracticeForm:
    """Return a form as it stands; answers that do not fit it any more are left out.

    Where the form has changed since it was begun, that is said, and nothing is told of what a key would mark.
    """
    old, handed = sitting.outdated(form), bool(sitting.handed)
    fits = fitting(form, sitting.answers)
    given = {each.id: {} if old and each.keyed else fits[each.id] for each in form.items}
    items = [each for each in form.items if not (old and handed and each.keyed)]
    return {
        "form": form.id,
        "title": f"{form.title} (changed since you began it)" if old else form.title,
        "event": f"{form.event} {OUTDATED}" if old and not handed else form.event,
        "minutes": form.minutes,
        "handed": handed,
        "papers": [_paper(each, sitting) for each in form.papers],
        "items": [_judged(each, given[each.id], sitting) if handed else _asked(each) for each in items],
        "answers": given,
    }


def _paper(paper: Paper, sitting: Sitting) -> PracticePaper:
    return {
        "id": paper.id,
        "title": paper.title,
        "head": list(paper.head),
        "body": [list(each) for each in paper.parts[1:]],
        "opened": [part for name, part in sitting.steps if name == paper.id],
    }


def _asked(item: Item) -> PracticeItem:
    return {
        "id": item.id,
        "kind": item.kind,
        "prompt": item.prompt,
        "options": [{"text": each.text, "weight": -1, "feedback": ""} for each in item.options],
        "points": None,
        "of": MOST if item.keyed else 0,
        "feedback": [],
        "accepted": [],
        "rubric": [],
        "samples": [],
        "level": -1,
    }


def _judged(item: Item, answer: dict[str, Any], sitting: Sitting) -> PracticeItem:
    found = judge(item, answer)
    return {
        **_asked(item),
        "options": [{"text": each.text, "weight": each.weight, "feedback": each.feedback} for each in item.options],
        "points": sitting.points.get(item.id),
        "feedback": list(found.feedback) or [item.feedback] * bool(item.feedback),
        "accepted": [each.quote for each in item.accepted],
        "rubric": list(item.rubric),
        "samples": [{"level": each.level, "text": each.text, "comment": each.comment} for each in item.samples],
        "level": sitting.levels.get(item.id, -1),
    }
