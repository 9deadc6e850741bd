"""The marks by which a lesson is cut: numbered sittings with a goal and a pause, and what is said afterwards."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.outline import AFTERWARDS, FOUND, HAND_IN, PAUSE, SITTING, Call, Code, Prose, parse
from coursekit.outline.marks import LIKE_A_SITTING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursekit.outline import Outline, Sitting

LONGEST_GOAL = 25  # words
_HEADING = re.compile(r"(#{1,6})\s")
_WANTED_GOAL = "expected, in the paragraph after it, *Goal: …* or *About 30 minutes. Goal: …*"


def sitting_faults(found: Outline, lesson: str) -> Iterator[tuple[int, str]]:
    """Yield line and fault of a lesson's marks.

    Parameters
    ----------
    found
        How the lesson is cut.
    lesson
        Its number, as ``04``.
    """
    yield from _afterwards(found)
    if not found.marked:
        yield from ((call.line, "pause: expected only where a lesson has sittings") for call in _pauses(found))
        yield from _odd_headings([*found.head, *found.sittings[0].parts], steps=False)
        return
    yield from _odd_headings(found.head, steps=False)
    for part in found.head:
        call = parse(part) if isinstance(part, Code) else None
        if isinstance(call, Call) and call.is_card:
            yield call.line, f"{call.verb}: expected after the heading of the first sitting"
    for at, sitting in enumerate(found.sittings, start=1):
        yield from _sitting(sitting, at, lesson)
        yield from _end(sitting, last=at == len(found.sittings))


def _sitting(sitting: Sitting, at: int, lesson: str) -> Iterator[tuple[int, str]]:
    if sitting.number != at:
        yield sitting.line, f"Sitting {sitting.number}: expected Sitting {at}"
    if not sitting.goal:
        yield sitting.line, f"Sitting {sitting.number}: {_WANTED_GOAL}"
    elif (words := len(sitting.goal.split())) > LONGEST_GOAL:
        yield sitting.line, f"Sitting {sitting.number}: its goal has {words} words, expected at most {LONGEST_GOAL}"
    pauses = [call for call in sitting.calls if call.verb == PAUSE]
    if len(pauses) != 1:
        wanted = f"expected one cell pause(“{lesson}”, {sitting.number}) at its end, found {len(pauses)}"
        yield (pauses[1].line if pauses else sitting.line), f"Sitting {sitting.number}: {wanted}"
    for call in pauses:
        if call.arguments[1:] != (sitting.number,) or call.options:
            yield call.line, f"pause: expected pause(“{lesson}”, {sitting.number}), the number of this sitting"
    yield from _levels(sitting)


def _end(sitting: Sitting, *, last: bool) -> Iterator[tuple[int, str]]:
    """Yield what is wrong with the end: what was found, then the pause, then nothing; at the last one may hand in."""
    parts = sitting.parts
    at = next((n for n, part in enumerate(parts) if _calls(part, PAUSE)), None)
    for part in parts[:at]:
        if _calls(part, HAND_IN):
            yield part.line, "hand_in: expected after the last pause of the lesson"
    if at is None:
        return
    before = parts[at - 1]
    if not (isinstance(before, Prose) and before.first.startswith(FOUND)):
        yield parts[at].line, f"pause: expected a paragraph before it that begins {' or '.join(FOUND)}"
    after = parts[at + 1 :]
    if last and after and _calls(after[0], HAND_IN):
        after = after[1:]
    if after:
        yield after[0].line, "expected nothing after the pause but, at the end of a lesson, its hand_in"


def _levels(sitting: Sitting) -> Iterator[tuple[int, str]]:
    """Yield headings that begin no step though they look like it."""
    for part in sitting.parts[1:]:
        if isinstance(part, Prose) and part.first.startswith("## "):
            yield part.line, f"heading “{part.first[3:]}”: expected ### within a sitting, or ## Sitting N: …"
    yield from _odd_headings(sitting.parts, steps=True)


def _odd_headings(parts: list[Prose | Code], *, steps: bool) -> Iterator[tuple[int, str]]:
    for part in parts:
        for at, (line, words) in enumerate(part.lines if isinstance(part, Prose) else ()):
            if LIKE_A_SITTING.match(words) and (at or not SITTING.fullmatch(words.rstrip())):
                yield line, "expected “## Sitting 2: its title”, as the first line of its cell (+++ begins one)"
            elif steps and at and (heading := _HEADING.match(words)) and len(heading[1]) in (2, 3):
                yield line, "expected this heading as the first line of its cell (+++ begins one): it begins a step"


def _afterwards(found: Outline) -> Iterator[tuple[int, str]]:
    """Yield text that comes afterwards, and no card before it that it could come after."""
    for parts in (found.head, *(sitting.parts for sitting in found.sittings)):
        above: Call | None = None
        for part in parts:
            if isinstance(part, Code):
                call = parse(part)
                above = call if isinstance(call, Call) else None
            elif part.first.startswith(AFTERWARDS) and not (above and above.is_card):
                yield part.line, f"{_opening(part)}: expected a question or a task right above it, in its sitting"


def _pauses(found: Outline) -> list[Call]:
    return [call for sitting in found.sittings for call in sitting.calls if call.verb == PAUSE]


def _calls(part: Prose | Code, verb: str) -> bool:
    call = parse(part) if isinstance(part, Code) else None
    return isinstance(call, Call) and call.verb == verb


def _opening(part: Prose) -> str:
    """Return the mark that some text begins with, as its author wrote it."""
    return next(each for each in AFTERWARDS if part.first.startswith(each))
