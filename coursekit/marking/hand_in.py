"""A hand-in: one file with a learner's answers to one exercise, or with the answers and marks of one lesson.

Made from the journal, read with the suspicion that everything from outside deserves: bounded, checked field by
field, and nothing in it is ever run.
"""

from __future__ import annotations

import codecs
import hashlib
import json
from dataclasses import asdict, dataclass, field
from datetime import UTC, datetime
from typing import TYPE_CHECKING, Any

from coursekit import journal
from coursekit.errors import CourseError
from coursekit.files.guises import guise
from coursekit.marking.handed_marks import HandedMarks, marks_for, read_marks
from coursekit.marking.visible import visible

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.journal import Event
    from coursekit.questions.exercises import Exercise
    from coursekit.sources import Edition, Library

FORMAT = "coursekit-hand-in/1"
MOST_BYTES = 2_000_000
MOST_HISTORY = 2_000
MOST_NAME = 120
NO_NAME = "no name"
_NO_CLOCK = "2000"  # a clock that says less was never set
_AGAIN = "ask for the file again"
_CALLED = {"mark-shown": "checked", "committed": "finished"}  # events, as the history calls them


@dataclass(frozen=True)
class HandIn:
    """What one file holds; ``made`` is ISO time in UTC, ``history`` what was tried, hinted, opened and finished.

    ``marks`` has, for each annotation task of a lesson, what the reader marked, as `Annotation.to_json` gives it; with
    ``"after": true`` where that was done once the expert's marks could be seen.
    """

    exercise: str
    version: int
    learner: str
    made: str
    answers: dict[str, Any]
    history: list[dict[str, Any]] = field(default_factory=list)
    texts: dict[str, dict[str, str]] = field(default_factory=dict)
    marks: HandedMarks = field(default_factory=dict)

    def to_json(self) -> str:
        """Return the file's text."""
        whole = {"format": FORMAT, **asdict(self)}
        if not self.marks:  # an exercise has none
            del whole["marks"]
        return json.dumps(whole, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def hand_in(exercise: Exercise, events: Iterable[Event], learner: str, library: Library) -> HandIn:
    """Return the hand-in of a learner for an exercise or a lesson, as the journal has their answers and marks now."""
    events = list(events)
    ids = {question.id for question in exercise.questions}
    given = {name: last.answer for name, last in journal.answers(events).items() if name in ids}
    now = datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    if now < _NO_CLOCK:  # of several hand-ins the latest counts: better the time of the last thing done than 1970
        now = max([now, *(f"{event.at[:19]}Z" for event in events)])
    tried = [_tried(event) for event in events if _concerns(event, exercise, ids)]
    history, marks = tried[-MOST_HISTORY:], marks_for(exercise.tasks, events)
    return HandIn(exercise.id, exercise.version, clean_name(learner), now, given, history, editions(library), marks)


def editions(library: Library) -> dict[str, dict[str, str]]:
    """Return, for each source, the hash of each edition that the answers could refer to."""
    found = {}
    for siglum in library.sigla:
        source = library.source(siglum)
        known = [source.guide] if source.text is None else [source.guide, source.text]
        found[siglum] = {edition.name: _hash(edition) for edition in known}
    return found


def _hash(edition: Edition) -> str:
    words = "\n".join(f"{paragraph.id} {paragraph.text}" for paragraph in edition.paragraphs)
    return hashlib.sha256(words.encode("utf-8", "replace")).hexdigest()


def read_hand_in(raw: bytes) -> HandIn:
    """Read a file's bytes.

    Raises
    ------
    CourseError
        When it is no hand-in: what is wrong and what to do, without the file's name.
    """
    return hand_in_of(parse(raw))


def parse(raw: bytes) -> dict[str, Any]:
    """Return what a file says, as far as it is a hand-in of this format at all. Raises as `read_hand_in`."""
    if len(raw) > MOST_BYTES:
        raise CourseError(f"larger than {MOST_BYTES // 1_000_000} MB, which no hand-in is; {_AGAIN}")
    if not raw.strip():
        raise CourseError(f"an empty file; {_AGAIN}")
    if found := guise(raw):
        raise CourseError(f"{found}, not a hand-in; {_AGAIN}")
    try:
        data = json.loads(_decoded(raw), parse_constant=_refuse, object_pairs_hook=_each_once)
    except UnicodeDecodeError as error:
        raise CourseError(f"not text in UTF-8 or UTF-16; {_AGAIN}") from error
    except json.JSONDecodeError as error:
        raise CourseError(f"not JSON that can be read (line {error.lineno}, column {error.colno}); {_AGAIN}") from error
    except (ValueError, RecursionError) as error:
        why = str(error) if isinstance(error, _StrangeError) else "nested too deep, or a number too long"
        raise CourseError(f"not JSON that can be read ({why}); {_AGAIN}") from error
    if isinstance(data, dict) and "nbformat" in data:
        raise CourseError(f"a notebook, not the file that handing in writes; {_AGAIN}")
    if not isinstance(data, dict) or data.get("format") != FORMAT:
        raise CourseError(f"not a hand-in of this course (expected the format {FORMAT}); {_AGAIN}")
    return data


def _decoded(raw: bytes) -> str:
    """Decode a file; UTF-16 is what some editors and consoles save, with a mark at the beginning."""
    marked = raw.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE))
    return raw.decode("utf-16" if marked else "utf-8-sig")


def hand_in_of(data: dict[str, Any]) -> HandIn:
    """Return the hand-in that was parsed. Raises CourseError for the first field that is not as it should be."""
    name = _text(data, "learner")
    if len(name) > MOST_NAME:
        raise CourseError(f"“learner” is longer than {MOST_NAME} characters; {_AGAIN}")
    return HandIn(
        _text(data, "exercise"),
        _whole(data, "version"),
        clean_name(name),
        _time(_text(data, "made")),
        _table(data, "answers"),
        _entries(data.get("history", [])),
        _hashes(data.get("texts", {})),
        _marks(data.get("marks", {})),
    )


def clean_name(name: str) -> str:
    """Return a name in one visible line, of bounded length; never empty."""
    return visible(name, MOST_NAME) or NO_NAME


def _concerns(event: Event, exercise: Exercise, ids: set[str]) -> bool:
    if event.event == "solution":
        return bool(event.data["exercise"] == exercise.id)
    if event.event == "committed":
        return event.data["task"] in exercise.tasks
    return event.event in ("mark-shown", "hint") and event.data["question"] in ids


def _tried(event: Event) -> dict[str, Any]:
    kept: dict[str, Any] = {
        key: event.data[key] for key in ("question", "state", "points", "step", "task") if key in event.data
    }
    return {"at": event.at, "what": _CALLED.get(event.event, event.event), **kept}


def _text(data: dict[str, Any], key: str) -> str:
    value = data.get(key)
    if not isinstance(value, str) or not value.strip():
        raise CourseError(f"“{key}” should be a text; {_AGAIN}")
    return value


def _whole(data: dict[str, Any], key: str) -> int:
    value = data.get(key)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 < value < 2**31:
        raise CourseError(f"“{key}” should be a whole number from 1 up; {_AGAIN}")
    return value


def _table(data: dict[str, Any], key: str) -> dict[str, Any]:
    value = data.get(key)
    if not isinstance(value, dict):
        raise CourseError(f"“{key}” should hold an answer for each question; {_AGAIN}")
    return value


def _entries(value: object) -> list[dict[str, Any]]:
    if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
        raise CourseError(f"“history” should be a list; {_AGAIN}")
    return value[-MOST_HISTORY:]


def _hashes(value: object) -> dict[str, dict[str, str]]:
    if not isinstance(value, dict) or not all(isinstance(each, dict) for each in value.values()):
        raise CourseError(f"“texts” should name the editions used; {_AGAIN}")
    return value


def _marks(value: object) -> HandedMarks:
    try:
        return read_marks(value)
    except CourseError as error:
        raise CourseError(f"{error}; {_AGAIN}") from error


def _time(text: str) -> str:
    try:
        when = datetime.fromisoformat(text)
    except ValueError as error:
        raise CourseError(f"“made” should be a time as 2026-01-31T12:00:00Z; {_AGAIN}") from error
    when = when.replace(tzinfo=UTC) if when.tzinfo is None else when
    try:
        return when.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    except OverflowError as error:
        raise CourseError(f"“made” is no time that can be; {_AGAIN}") from error


class _StrangeError(ValueError):
    """JSON that some programs write and that has no one meaning."""


def _refuse(name: str) -> None:
    raise _StrangeError(f"{name} stands in it")


def _each_once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) < len(pairs):
        raise _StrangeError("a name stands twice in it")
    return found
