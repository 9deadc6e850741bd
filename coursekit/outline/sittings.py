"""The marks by which an author cuts a lesson: sittings with their goals, steps, and what is said afterwards.

A mark is the beginning of a cell of prose, and reads well where nothing knows it:

- ``## Sitting 2: The harbour``, and in the next paragraph ``*About 30 minutes. Goal: to tell who speaks.*``
- ``### The letter`` begins a step of a sitting
- ``**Afterwards.**`` begins what opens when the card above it is answered or passed
- ``**What you have found.**`` stands before ``pause("04", 2)``, which ends the sitting

Prose in another language has words of its own for them: `coursekit.outline.marks`. The layout of a lesson reads the
same marks (``frontend/src/layout/plan.js``); the cases in ``tests/outline`` hold for both.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from coursekit.outline.calls import CARDS, TASK, Call, parse
from coursekit.outline.marks import SITTING, goal_of
from coursekit.outline.text import Code, LessonText, Prose

STEP = re.compile(r"#{2,3}\s+(\S.*)")  # where a lesson has no sittings, its sections are the steps
PAUSE = "pause"
HAND_IN = "hand_in"  # below the end of a lesson, for those who are asked for it


@dataclass
class Step:
    """A heading's cells; ``title`` is empty for what stands before a sitting's first heading."""

    line: int
    title: str
    parts: list[Prose | Code] = field(default_factory=list)


@dataclass
class Sitting:
    """What one does without getting up."""

    number: int
    title: str
    line: int
    goal: str = ""
    minutes: int | None = None
    steps: list[Step] = field(default_factory=list)

    @property
    def parts(self) -> list[Prose | Code]:
        """All its cells."""
        return [part for step in self.steps for part in step.parts]

    @property
    def calls(self) -> list[Call]:
        """What its code cells call, those left out that call nothing of ours."""
        return [call for part in self.parts if isinstance(part, Code) and isinstance(call := parse(part), Call)]

    @property
    def questions(self) -> list[str]:
        """Ids of its questions, each once, in their order."""
        return list(dict.fromkeys(call.first for call in self.calls if call.verb in CARDS))

    @property
    def tasks(self) -> list[str]:
        """Ids of its annotation tasks."""
        return list(dict.fromkeys(call.first for call in self.calls if call.verb == TASK))


@dataclass
class Outline:
    """A lesson as it is cut; ``marked`` tells whether its author did so: else all of it is one sitting."""

    head: list[Prose | Code]
    sittings: list[Sitting]
    marked: bool

    def sitting(self, number: int) -> Sitting | None:
        """Return a sitting by the number that its heading says."""
        return next((each for each in self.sittings if each.number == number), None)


def outline(text: LessonText) -> Outline:
    """Return how a lesson is cut. What is wrong with the marks, `coursekit.check` tells."""
    found = Outline([], [], marked=False)
    for part in text.parts:
        if isinstance(part, Prose) and (heading := SITTING.fullmatch(part.first)):
            goal, minutes = _goal(part)
            found.sittings.append(Sitting(int(heading[1]), heading[2], part.line, goal, minutes))
            _add(found.sittings[-1], part, "")
        elif not found.sittings:
            found.head.append(part)
        else:
            _add(found.sittings[-1], part, _title(part))
    if found.sittings:
        found.marked = True
    else:
        found = _whole(found.head)
    return found


def _whole(parts: list[Prose | Code]) -> Outline:
    """Return a lesson that is not cut: up to its first section it is head."""
    start = next((at for at, part in enumerate(parts) if _title(part)), len(parts))
    whole = Sitting(1, "", parts[start].line if start < len(parts) else 1)
    for part in parts[start:]:
        _add(whole, part, _title(part))
    return Outline(parts[:start], [whole], marked=False)


def _title(part: Prose | Code) -> str:
    heading = STEP.fullmatch(part.first) if isinstance(part, Prose) else None
    return heading[1] if heading else ""


def _add(sitting: Sitting, part: Prose | Code, title: str) -> None:
    if title or not sitting.steps:
        sitting.steps.append(Step(part.line, title))
    sitting.steps[-1].parts.append(part)


def _goal(part: Prose) -> tuple[str, int | None]:
    """Return the goal and the minutes that stand in the paragraph after a sitting's heading."""
    words: list[str] = []
    for _, line in part.lines[1:]:
        if line.strip():
            words.append(line.strip())
        elif words:
            break
    return goal_of(" ".join(words))
