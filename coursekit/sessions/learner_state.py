"""What a learner's journal comes to: folded once, and from then on only what is new is added.

`coursekit.journal.folding` says what each event means for a journal that is read once; this says the same for one
that grows while lessons are open.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field
from threading import Lock
from typing import TYPE_CHECKING, Any

from coursekit.journal import Answered, Judgements, apply

if TYPE_CHECKING:
    from coursekit.journal import Event, Journal

Marks = dict[str, dict[str, Any]]


@dataclass
class LearnerState:
    """Answers, marks in texts and the rest as they stand.

    ``answers`` has the latest answer to each question, in the order in which they were first answered; ``checked``
    those handed in to be checked, oldest first; ``tries`` how often a mark was shown; ``committed`` when (UTC) the
    marks of a task were put down as the learner's own; ``opened`` (source, question) of texts opened without the
    prediction that was asked for; ``begun`` whether anything was done but opening lessons; ``judgements`` how sure the
    learner was at the first verdict on each question, which later answers keep; ``reviewing`` answers of a review that
    were begun and not yet marked.
    """

    answers: dict[str, Answered] = field(default_factory=dict)
    checked: defaultdict[str, list[Answered]] = field(default_factory=lambda: defaultdict(list))
    tries: Counter[str] = field(default_factory=Counter)
    hints: Counter[str] = field(default_factory=Counter)
    marks: Marks = field(default_factory=dict)
    committed: dict[str, str] = field(default_factory=dict)
    opened: set[tuple[str, str]] = field(default_factory=set)
    solutions: set[str] = field(default_factory=set)
    learner: str = ""
    reviewing: dict[str, Answered] = field(default_factory=dict)
    begun: bool = False
    judgements: Judgements = field(default_factory=Judgements)
    _texts: defaultdict[tuple[object, object], Marks] = field(default_factory=lambda: defaultdict(dict))

    def handed_in(self, question_id: str, version: int | None = None) -> list[Answered]:
        """Return the answers to a question that were handed in to be checked, of one version or of any."""
        return [each for each in self.checked.get(question_id, ()) if version in (None, each.version)]

    def marks_of(self, source: str, task: str) -> Marks:
        """Return the marks of one text and task (``""``: of none) that stand, by id, oldest first."""
        return dict(self._texts.get((source, task), {}))

    def marks_for(self, task: str) -> int:
        """Count the marks made for a task."""
        return sum(len(there) for (_, named), there in list(self._texts.items()) if named == task)

    def add(self, event: Event) -> None:
        """Bring this up to date with one event."""
        data, at = event.data, event.at
        self.begun = self.begun or event.event != "ran"
        self.judgements.hear(event)
        match event.event:
            case "answer":
                given = self.judgements.settled(data["question"], data["version"], data["answer"])
                found = Answered(given, data["version"], at, data["checked"])
                self.answers[data["question"]] = found
                if found.checked:
                    self.checked[data["question"]].append(found)
            case "mark-shown":
                self.tries[data["question"]] += 1
            case "annotate" | "annotation-changed" | "annotation-removed":
                self._mark(event)
            case "hint":
                self.hints[data["question"]] = max(self.hints[data["question"]], data["step"])
            case "committed":
                self.committed.setdefault(data["task"], at)
            case "opened":
                self.opened.add((data["source"], str(data.get("question", ""))))
            case _:
                self._add_rarer(event)

    def _add_rarer(self, event: Event) -> None:
        data = event.data
        match event.event:
            case "solution":
                self.solutions.add(data["exercise"])
            case "named":
                self.learner = data["learner"]
            case "review-answer":
                found = Answered(data["answer"], data["version"], event.at, data["checked"])
                self.reviewing[data["question"]] = found
            case "review-shown":
                self.reviewing.pop(data["question"], None)

    def _mark(self, event: Event) -> None:
        subject = event.data["annotation"]
        name = subject["id"] if isinstance(subject, dict) else subject
        before = self.marks.get(name)
        if not apply(self.marks, event):
            return
        after = self.marks.get(name)
        mark = after or before or {}
        there = self._texts[mark.get("source"), mark.get("task", "")]
        if after is None:
            there.pop(name, None)
        else:
            there[name] = after


class Following:
    """A journal's `LearnerState`, kept up with it."""

    def __init__(self, journal: Journal) -> None:
        self.journal = journal
        self._one_by_one = Lock()  # a kernel hears its widgets in a thread of their own, while cells run
        self._state = LearnerState()
        self._events: tuple[Event, ...] = ()
        self._stamp: tuple[int, ...] | None = None

    def now(self) -> LearnerState:
        """Look into the journal and return what it comes to. Raises CourseError when it cannot be read."""
        with self._one_by_one:
            stamp = self._look()
            if stamp and stamp == self._stamp:
                return self._state
            events = self.journal.read().events
            done = len(self._events)
            # The journal hands out the same objects as long as it only grew; one that was cut, mended or put in from
            # elsewhere is folded anew.
            if done and (len(events) < done or events[done - 1] is not self._events[-1]):
                done, self._state = 0, LearnerState()
            for event in events[done:]:
                self._state.add(event)
            self._events, self._stamp = events, stamp
            return self._state

    def _look(self) -> tuple[int, ...] | None:
        """Say what tells a file that has not changed: even to hand out a hundred thousand events takes its time."""
        try:
            found = self.journal.path.stat()
        except OSError:
            return None
        return found.st_ino, found.st_size, found.st_mtime_ns
