"""How far two markers agree who read the same answers.

The exact share is the share of levels on which both are the same. Weighted kappa
(`coursekit.agreement.kappa`) takes out what chance would bring.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coursekit.agreement.kappa import weighted_kappa
from coursekit.questions.rubric import LEVELS

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from coursekit.questions.rubric import Rubric
    from coursekit.seminar.levels import Book

APART = 2  # levels by which two markers differ so that it should be talked about


@dataclass(frozen=True)
class Figures:
    """Of ``n`` levels given by both, ``same`` are the same; ``kappa`` is None where it is not defined."""

    n: int
    same: int
    kappa: float | None

    def __str__(self) -> str:
        if not self.n:
            return "no answer read by both"
        kappa = "not defined (both gave one level only)" if self.kappa is None else f"{self.kappa:.2f}"
        return f"{self.same} of {self.n} the same ({self.same / self.n:.0%}), weighted kappa {kappa}"


@dataclass(frozen=True)
class Apart:
    """An answer, by its hand-in, on which two markers are far apart in one row."""

    content: str
    row: str
    levels: tuple[int, int]


@dataclass(frozen=True)
class Agreement:
    """Two markers on one question: row by row in the rubric's order, all rows together, and where they are apart."""

    question: str
    markers: tuple[str, str]
    rows: tuple[tuple[str, Figures], ...]
    all_rows: Figures
    apart: tuple[Apart, ...]

    def lines(self) -> list[str]:
        """Return the figures, a line each."""
        return [
            f"{self.question}, {self.markers[0]} and {self.markers[1]}: {self.all_rows}",
            *(f"  {name}: {figures}" for name, figures in self.rows if self.all_rows.n),
        ]

    def to_json(self) -> dict[str, Any]:
        """Return the figures for programs."""
        rows = {name: vars(found) for name, found in self.rows}
        return {"question": self.question, "markers": list(self.markers), "all": vars(self.all_rows), "rows": rows}


def figures(pairs: Sequence[tuple[int, int]]) -> Figures:
    """Return the figures of pairs of levels."""
    return Figures(len(pairs), sum(one == other for one, other in pairs), weighted_kappa(pairs, LEVELS))


def compare(one: Book, other: Book, question: Rubric) -> Agreement:
    """Lay what two markers gave to the answers to a question side by side; only what both gave counts."""
    both = sorted(set(one.given) & set(other.given))
    found: dict[str, list[tuple[int, int]]] = {row.id: [] for row in question.rows}
    apart = []
    for name in both:
        given = one.given[name], other.given[name]
        if name[1] != question.id or any(each.version != question.version for each in given):
            continue
        for row in question.rows:
            if all(row.id in each.levels for each in given):
                pair = given[0].levels[row.id], given[1].levels[row.id]
                found[row.id].append(pair)
                apart += [Apart(name[0], row.name, pair)] * (abs(pair[0] - pair[1]) >= APART)
    rows = tuple((row.name, figures(found[row.id])) for row in question.rows)
    every = figures([pair for pairs in found.values() for pair in pairs])
    return Agreement(question.id, (one.marker, other.marker), rows, every, tuple(apart))


def two_by_two(books: Sequence[Book], questions: Iterable[Rubric]) -> list[Agreement]:
    """Compare every two markers on every question that both gave levels to."""
    pairs = [(one, other) for number, one in enumerate(books) for other in books[number + 1 :]]
    return [
        compare(one, other, question)
        for question in questions
        for one, other in pairs
        if all(any(name == question.id for _, name in book.given) for book in (one, other))
    ]
