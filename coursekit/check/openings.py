"""Cards that point into a text before the prediction that opens it: to whoever reads in order that text is shut."""

from __future__ import annotations

from contextlib import suppress
from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem
from coursekit.errors import CourseError
from coursekit.outline import Call, parse, take_apart
from coursekit.questions import anchors
from coursekit.sessions.gates import Gates

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping, Sequence
    from pathlib import Path

    from coursekit.annotation.keys import Key
    from coursekit.questions import Question
    from coursekit.sources import Edition

Places = list[tuple[str, list[str]]]  # of a source, which paragraphs


def pointed(questions: Iterable[Question], keys: Iterable[Key], guides: Mapping[str, Edition]) -> dict[str, Places]:
    """Return where cards let one point, by the id of a question or task.

    Warm-ups are left out: they ask of what an earlier lesson has opened, and no prediction shuts it.
    """
    cards = [each for each in questions if each.purpose != "warm-up"]
    wanted = [(card.id, target.source, target.paragraphs) for card in cards for _, target in anchors(card)]
    wanted += [(key.id, key.source, key.paragraphs) for key in keys]
    found: dict[str, Places] = {}
    for name, siglum, paragraphs in wanted:
        found.setdefault(name, []).append((siglum, _ids(guides, siglum, paragraphs)))
    return found


def too_early(lesson: Path, name: str, places: Mapping[str, Places], guides: Mapping[str, Edition]) -> list[Problem]:
    """Return the cards of a lesson that stand before the prediction for which their text waits.

    Parameters
    ----------
    lesson
        Its ``.md``.
    name
        What problems call it.
    places
        Where its cards point: see `pointed`.
    guides
        The calendars, by siglum.
    """
    try:
        cells = take_apart(lesson).cells
    except (OSError, UnicodeDecodeError):
        return []  # which is told where lessons are checked
    calls = [call for cell in cells if isinstance(call := parse(cell), Call)]
    return [Problem(name, line, message) for line, message in _early(calls, places, guides)]


def _early(
    calls: Sequence[Call], places: Mapping[str, Places], guides: Mapping[str, Edition]
) -> Iterator[tuple[int, str]]:
    gates = Gates()
    for call in calls:
        if call.verb == "read":
            wanted = str(call.arguments[1]) if len(call.arguments) > 1 else ""
            gates.add(call.first, _ids(guides, call.first, wanted), str(call.options.get("after", "")))
    asked = {call.first: call.line for call in reversed(calls) if call.verb == "predict"}
    for call in (each for each in calls if each.is_card):
        for siglum, ids in places.get(call.first, ()):
            for after in sorted(gates.before(siglum, ids)):
                if asked.get(after, 0) > call.line:
                    told = f"{call.first} points into {siglum}, which opens with {after} in line {asked[after]}"
                    yield call.line, f"{call.verb}: {told}; expected after that prediction"


def _ids(guides: Mapping[str, Edition], siglum: str, paragraphs: str) -> list[str]:
    """Return ids of paragraphs; none of what is not there, which is told elsewhere."""
    with suppress(CourseError):
        if siglum in guides:
            return [each.id for each in guides[siglum].select(paragraphs)]
    return []
