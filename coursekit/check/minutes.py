"""How long a lesson or an exercise takes, estimated from what it asks, beside what it says of itself.

Three sittings of a new reader were timed: a lesson of 80 to 90 minutes, one of 170 to 190, an exercise of 75 to 90.
They had announced 60, 115 and 50. The paces below are plain figures, chosen so that the estimate comes within a
tenth of the middle of each. Three sittings cannot fix so many paces one by one, and none of them had a long text to
write: the estimate is good enough to tell an announcement that is far off, and no better.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coursekit.check import verbs
from coursekit.check.exercise_cells import VERBS
from coursekit.check.item_course import Finding
from coursekit.errors import CourseError
from coursekit.outline import CARDS, Code, Prose, outline, parse, take_apart
from coursekit.outline.marks import ANNOUNCED
from coursekit.questions import anchors, best_answer, feedback, view
from coursekit.questions.kinds import kind_named
from coursekit.questions.pointing import count_words

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from coursekit.course import Course
    from coursekit.outline import Call
    from coursekit.questions import Question

PLAIN = 180  # words a minute: the lesson's prose, questions, reasons
CLOSE = 100  # words a minute of a document, read closely
WRITTEN = 10  # words a minute of one's own
LONG, LONG_WRITTEN = 300, 5  # a longer text is planned and rewritten
PLACE = 2.0  # minutes to find a passage and point at it
MARK = 2.25  # minutes for a mark of an annotation task, its tag weighed, the expert's reason read
REASONS = 0.5  # the share of a question's reasons that one meets
OFF = 1 / 5  # an announcement may be so far from the estimate
SITTING = (15, 35)  # minutes, at least and at most

_APART = ("ground", "spans", "confidence", "levels", "nowhere")  # of an answer; counted otherwise, or no decision


@dataclass
class Minutes:
    """An estimate, as far as one reads and as far as one answers."""

    reading: float = 0.0
    tasks: float = 0.0
    _seen: set[tuple[str, str]] = field(default_factory=set)

    @property
    def whole(self) -> float:
        """Both together."""
        return self.reading + self.tasks

    def open(self, course: Course, siglum: str, paragraphs: str) -> None:
        """Add the paragraphs of a document, each once."""
        for each in course.library.source(siglum).guide.select(paragraphs):
            if self.first_time(siglum, each.id):
                self.reading += count_words(each.text) / CLOSE

    def first_time(self, what: str, name: str) -> bool:
        """Tell whether something has not been counted yet, and count it from now on."""
        known = (what, name) in self._seen
        self._seen.add((what, name))
        return not known

    def ask(self, question: Question) -> None:
        """Add a question: to read it, to answer it, to read why."""
        kind = kind_named(question.kind)
        words = sum(map(count_words, _strings(view(question))))
        reasons = sum(count_words(text) for _, text in feedback(question))
        self.tasks += (words + REASONS * reasons) / PLAIN + PLACE * len(anchors(question))
        wanted = getattr(question, "words", None) if kind.open_ended else None
        if wanted:
            middle = sum(wanted) / 2
            self.tasks += middle / (LONG_WRITTEN if middle > LONG else WRITTEN)
        else:
            self.tasks += kind.minutes * decisions(best_answer(question))


def decisions(answer: object) -> int:
    """Count what is decided in an answer: entries of a table, cards sorted, items in their places."""
    if isinstance(answer, dict):
        return sum(decisions(each) for name, each in answer.items() if name not in _APART)
    if isinstance(answer, list | tuple):
        return sum(map(decisions, answer))
    return int(answer not in (None, ""))


def estimate(path: Path, course: Course, own: Mapping[str, Question] | None = None) -> Minutes:
    """Return how long a lesson, or an exercise with questions of its ``own``, takes.

    What cannot be read counts as not there: the check of its own file says why.
    """
    text = take_apart(path)
    found = Minutes()
    found.reading += sum(count_words(line) for line in _unsolved(text.prose)) / PLAIN
    _add_cells(found, text.cells, course, own)
    return found


def _add_cells(
    found: Minutes, cells: Iterable[Code], course: Course, own: Mapping[str, Question] | None = None
) -> None:
    for cell in cells:
        call = parse(cell, VERBS if own is not None else verbs.VERBS)
        if isinstance(call, str) or not call.arguments:
            continue
        with suppress(CourseError):
            _add(found, call, course, own or {})


def _add(found: Minutes, call: Call, course: Course, own: Mapping[str, Question]) -> None:
    first = call.first
    if call.verb in ("read", "passage"):
        siglum, _, rest = first.partition(" ")
        found.open(course, siglum, str(call.arguments[1]) if len(call.arguments) > 1 else rest)
    elif call.verb == "annotate":
        key = course.key(first)
        found.open(course, key.source, key.paragraphs)
        found.tasks += MARK * sum(not span.optional for span in key.spans)
    elif call.verb in CARDS and found.first_time("ask", first):
        found.ask(own[first] if first in own else course.question(first))


def lesson_minutes(path: Path, name: str, course: Course) -> Iterator[Finding]:
    """Yield a warning where a lesson announces minutes that are far from the estimate."""
    for line, words in _prose(path):
        if said := next(filter(None, (each.search(words) for each in ANNOUNCED)), None):
            found = estimate(path, course)
            if far(int(said[1]) + int(said[2]), found.whole):
                rather = f"{found.reading:.0f} and {found.tasks:.0f}"
                yield Finding("warning", name, line, f"“{said[0]}”: by what it asks rather {rather}")


def sitting_minutes(path: Path, name: str, course: Course) -> Iterator[Finding]:
    """Yield a warning where a sitting is too short or too long, or announces minutes that are far from the estimate."""
    try:
        found = outline(take_apart(path))
    except (OSError, UnicodeDecodeError):
        return
    least, most = SITTING
    whole = Minutes()
    for sitting in found.sittings if found.marked else ():
        before = whole.whole
        prose = [line for part in sitting.parts if isinstance(part, Prose) for _, line in part.lines]
        whole.reading += sum(map(count_words, prose)) / PLAIN
        _add_cells(whole, [part for part in sitting.parts if isinstance(part, Code)], course)
        takes = whole.whole - before
        if not least <= takes <= most:
            said = f"Sitting {sitting.number}: by what it asks about {takes:.0f} minutes, expected {least} to {most}"
            yield Finding("warning", name, sitting.line, said)
        elif sitting.minutes and far(sitting.minutes, takes):
            said = f"Sitting {sitting.number}: “About {sitting.minutes} minutes”: by what it asks rather {takes:.0f}"
            yield Finding("warning", name, sitting.line, said)


def exercise_minutes(path: Path, name: str, course: Course) -> Iterator[Finding]:
    """Yield a warning where an exercise announces minutes that are far from the estimate."""
    try:
        exercise = course.exercises[path.stem]
    except CourseError:
        return
    if not _prose(path):
        return
    found = estimate(path, course, {question.id: question for question in exercise.questions})
    if exercise.minutes and far(exercise.minutes, found.whole):
        yield Finding("warning", name, 1, f"minutes = {exercise.minutes}: by what it asks rather {found.whole:.0f}")


def far(said: float, found: float) -> bool:
    """Tell whether an announcement is further from the estimate than it may be."""
    return abs(said - found) > OFF * found


def _prose(path: Path) -> tuple[tuple[int, str], ...]:
    """Return the lines of prose; none where the file cannot be read, of which its own check tells."""
    try:
        return take_apart(path).prose
    except (OSError, UnicodeDecodeError):
        return ()


def _strings(value: Any) -> Iterator[str]:
    """Yield what can be read of a view; ids and settings are single words."""
    if isinstance(value, str):
        yield value if " " in value else ""
    elif isinstance(value, dict):
        yield from (text for each in value.values() for text in _strings(each))
    elif isinstance(value, list | tuple):
        yield from (text for each in value for text in _strings(each))


def _unsolved(prose: tuple[tuple[int, str], ...]) -> Iterator[str]:
    """Yield the lines of prose without the worked solution, which opens afterwards."""
    solution = False
    for _, line in prose:
        if line.startswith("+++"):
            solution = '"solution"' in line
        elif not solution:
            yield line
