"""Counts over a lesson's or the course's questions, and the bounds they are held to."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, ClassVar

from coursekit.questions import cues
from coursekit.questions.kinds import kind_named

if TYPE_CHECKING:
    from collections.abc import Iterable

    from coursekit.authoring.problems import Problem, Where
    from coursekit.authoring.settings import Wanted
    from coursekit.questions import Question

MARGIN = 0.10  # points above chance that a key may be longest, or off its share in a place
LEAST_OPEN = 1 / 3  # of all items do not merely choose
COUNTED = ("quiz", "warm-up")
STANDS_ON = ("ground", "method", "bare")  # what a choice item may stand on
SOME_EVIDENCE = 4  # from so many on, “nowhere” must be right in one


@dataclass(frozen=True)
class Finding:
    """One thing a check found; an error must be mended, a warning be looked at. Line 0: the course as a whole.

    ``unreadable`` is a file of which nothing can be read: what else is wrong with it is seen only when it can.
    """

    level: str
    file: str
    line: int
    message: str
    unreadable: bool = field(default=False, compare=False)

    @classmethod
    def at(cls, where: Where, level: str, message: str) -> Finding:
        """Return a finding at ``file:line``."""
        return cls(level, where.file, where.line, message)

    @classmethod
    def of(cls, problem: Problem, level: str) -> Finding:
        """Return a fault in an author's file as a finding."""
        return cls(level, problem.file, problem.line, problem.message, problem.unreadable)

    def to_json(self) -> dict[str, Any]:
        """Return plain data; ``unreadable`` only where it is so."""
        plain = {"level": self.level, "file": self.file, "line": self.line, "message": self.message}
        return plain | ({"unreadable": True} if self.unreadable else {})

    def order(self) -> tuple[str, bool, str, int, str]:
        """Return by what findings are listed: errors first, and of them the files that cannot be read."""
        return self.level, not self.unreadable, self.file, self.line, self.message

    def __str__(self) -> str:
        where = f"{self.file}:{self.line}: " if self.line else ""
        return f"{where}{self.level}: {self.message}"


@dataclass(frozen=True)
class Tally:
    """Counts over some questions; predictions and reflections are not counted.

    ``longest`` is how many keys of the ``singles`` (one of several) somebody gets who takes the longest option,
    ``chance`` how many by guessing, ``places`` how often the key stands first, second, …, ``expected`` how often
    it should.
    ``nowhere`` is where that is right, of ``pointed`` that ask for a passage and nothing else.
    ``choices`` counts the choice items by what they stand on: ``ground``, ``method``, or nothing (``bare``).
    """

    kinds: Counter[str]
    longest: float
    chance: float
    places: tuple[int, ...]
    expected: tuple[float, ...]
    nowhere: int
    pointed: int
    singles: int
    choices: Counter[str]

    HEAD: ClassVar[tuple[str, ...]] = (
        "lesson",
        "items",
        "kinds",
        "not choice",
        "key longest (chance)",
        "key at",
        "nowhere",
        "choices: ground, method, bare",
    )

    @classmethod
    def of(cls, questions: Iterable[Question]) -> Tally:
        """Count."""
        counted = [question for question in questions if question.purpose in COUNTED]
        singles = [options for question in counted if (options := kind_named(question.kind).offered(question))]
        most = max(map(len, singles), default=0)
        keys = [next(n for n, option in enumerate(options) if option.right) for options in singles]
        asked = [kind_named(question.kind).anchors(question) for question in counted]
        pointed = [targets for targets in asked if targets]
        return cls(
            kinds=Counter(question.kind for question in counted),
            longest=sum(map(cues.longest_share, singles)),
            chance=sum(1 / len(options) for options in singles),
            places=tuple(keys.count(place) for place in range(most)),
            expected=tuple(sum(1 / len(o) for o in singles if place < len(o)) for place in range(most)),
            nowhere=sum(any(target.nowhere for target in targets) for targets in pointed),
            pointed=len(pointed),
            singles=len(singles),
            choices=Counter(_stands_on(question) for question in counted if kind_named(question.kind).chosen),
        )

    @property
    def items(self) -> int:
        """How many questions."""
        return self.kinds.total()

    @property
    def open(self) -> int:
        """How many ask for more than a choice."""
        return self.items - self.choices.total()

    def row(self, name: str) -> tuple[str, ...]:
        """Return a line of the table."""
        longest = f"{self.longest:.3g} of {self.singles} ({self.chance:.3g})" if self.singles else "-"
        places = " ".join(f"{letter}{count}" for letter, count in zip("abcdefghij", self.places, strict=False)) or "-"
        nowhere = f"{self.nowhere} of {self.pointed}" if self.pointed else "-"
        share = f"{self.open} ({_percent(self.open, self.items)})"
        choices = " ".join(str(self.choices[each]) for each in STANDS_ON)
        return name, str(self.items), str(len(self.kinds)), share, longest, places, nowhere, choices

    def to_json(self) -> dict[str, Any]:
        """Return plain data."""
        return {
            "items": self.items,
            "kinds": dict(sorted(self.kinds.items())),
            "not_choice": self.open,
            "single": {"of": self.singles, "longest": round(self.longest, 2), "chance": round(self.chance, 2)},
            "places": list(self.places),
            "expected": [round(share, 2) for share in self.expected],
            "choices": {each: self.choices[each] for each in STANDS_ON},
            "nowhere": {"right": self.nowhere, "of": self.pointed},
        }


def is_bare(question: Question) -> bool:
    """Tell whether a question is a choice that counts and can be guessed without any text."""
    return question.purpose in COUNTED and kind_named(question.kind).chosen and _stands_on(question) == "bare"


def _stands_on(question: Question) -> str:
    return "ground" if question.ground else "method" if question.method else "bare"


def lesson_findings(lesson: str, tally: Tally, where: Where, wanted: Wanted) -> list[Finding]:
    """Hold a lesson to the numbers that its course wants."""
    findings = []
    if len(tally.kinds) < wanted.kinds:
        kinds = f"lesson {lesson}: {len(tally.kinds)} kinds of question; at least {wanted.kinds} are wanted"
        findings.append(Finding.at(where, wanted.level, kinds))
    if tally.items < wanted.items:
        items = f"lesson {lesson}: {tally.items} questions; at least {wanted.items} are wanted"
        findings.append(Finding.at(where, "warning", items))
    return findings


def course_findings(tally: Tally) -> list[Finding]:
    """Hold the course to its numbers; a bound is broken only by more than one item, so that few items may differ."""
    found = []
    if tally.longest > _bound(tally.chance, tally.singles):
        found.append(
            f"the key is the longest option in {tally.longest:.3g} of {tally.singles}, by chance {tally.chance:.3g}"
        )
    for letter, count, expected in zip("abcdefghij", tally.places, tally.expected, strict=False):
        if not 2 * expected - _bound(expected, tally.singles) <= count <= _bound(expected, tally.singles):
            found.append(f"the key stands at {letter} in {count} of {tally.singles}; its share is {expected:.3g}")
    if tally.items and tally.open < LEAST_OPEN * tally.items:
        found.append(f"{tally.open} of {tally.items} items ask for more than a choice; a third is wanted")
    evidence = tally.pointed
    if evidence >= SOME_EVIDENCE and not tally.nowhere:
        found.append(f"“nowhere” is right in none of {evidence} evidence questions; it should be in some")
    findings = [Finding("error", "", 0, f"over all questions: {words}") for words in found]
    if evidence >= SOME_EVIDENCE and 2 * tally.nowhere > evidence:
        many = f"over all questions: “nowhere” is right in {tally.nowhere} of {evidence} evidence questions"
        findings.append(Finding("warning", "", 0, many))
    return findings


def _bound(expected: float, of: int) -> float:
    return expected + max(1.0, MARGIN * of)


def _percent(part: int, of: int) -> str:
    return f"{100 * part / of:.0f} %" if of else "-"
