"""Item statistics from hand-ins of a class, and of the practice test from learners' journals."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.formats.statistics.figures import Figures, Key
from coursekit.practice.forms import MOST
from coursekit.practice.judging import fitting, points
from coursekit.practice.sittings import sittings
from coursekit.questions import kind_named
from coursekit.seminar.report.items import pairs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence

    from coursekit.formats.statistics.file import Statistics
    from coursekit.journal import Event
    from coursekit.practice.forms import Form
    from coursekit.practice.sittings import Sitting
    from coursekit.questions import Question
    from coursekit.seminar.report.sheets import Sheets

PRACTICE = "practice"
_TIMES = ("before", "after")


def of_class(every: Iterable[Sheets]) -> Statistics:
    """Return the figures of each question that a class has handed in, exercise by exercise."""
    found: Statistics = {}
    for of in every:
        for question, answers in pairs(of):
            key = Key(of.exercise.id, question.id, question.version)
            for sheet, share, rest in answers:
                answer = sheet.given.answers.get(question.id)
                found.setdefault(key, Figures()).add(share, rest, _chosen(question, answer))
    return found


def of_journals(forms: Mapping[str, Form], journals: Iterable[Sequence[Event]]) -> tuple[Statistics, int]:
    """Return the figures of the practice test's items, and how many forms were handed over.

    A form counts once, however many copies of a journal it is in. One of another version of the form is left out. The
    points are reckoned anew from the answers: what a journal says of them, anybody can have written into it.
    """
    found: Statistics = {}
    number = 0
    for time, form, sitting in _handed(forms, journals):
        number += 1
        _add(found, time, form, sitting)
    return found, number


def _handed(forms: Mapping[str, Form], journals: Iterable[Sequence[Event]]) -> Iterator[tuple[str, Form, Sitting]]:
    met: set[str] = set()
    for events in journals:
        ids: dict[str, str] = {}
        for event in events:
            if event.event == "practice-begun":
                ids.setdefault(event.data["form"], event.id)
        for time, sitting in zip(_TIMES, sittings(events), strict=False):
            form = forms.get(sitting.form)
            begun = ids[sitting.form]
            if form and sitting.handed and form.version == sitting.version and begun not in met:
                met.add(begun)
                yield time, form, sitting


def _add(found: Statistics, time: str, form: Form, sitting: Sitting) -> None:
    keyed = [item for item in form.items if item.keyed]
    answers = fitting(form, sitting.answers)
    reached = points(form, answers)
    shares = {item.id: reached[item.id] / MOST for item in keyed if item.id in reached}
    for item in keyed:
        if item.id not in shares:
            continue
        others = [shares.get(each.id, 0.0) for each in keyed if each is not item]
        rest = sum(others) / len(others) if len(shares) > 1 else None
        chosen = (str(answers[item.id]["option"] + 1),) if item.options else ()
        figures = found.setdefault(Key(PRACTICE, item.id, form.version, time), Figures())
        figures.plus(Figures(options={str(number + 1): 0 for number in range(len(item.options))}))
        figures.add(shares[item.id], rest, chosen)


def _chosen(question: Question, answer: Any) -> tuple[str, ...]:
    """Return which of a question's own options an answer chose: nothing else that stands in it may get out."""
    kind = kind_named(question.kind)
    if not kind.chosen or not isinstance(answer, dict):
        return ()
    given = answer.get(kind.plain_key)
    named = given if isinstance(given, list) else [given]
    return tuple(option.id for option in getattr(question, "options", ()) if option.id in named)
