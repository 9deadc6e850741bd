"""What was taken for what: a learner's choices in one column of a table against the key's.

Agreement beyond chance is Cohen's kappa (`coursekit.agreement.kappa`).
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.agreement.kappa import nominal_kappa
from coursekit.dates.human import Unread
from coursekit.questions.columns import read_cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from coursekit.questions.grid import Grid


@dataclass(frozen=True)
class Confusion:
    """Pairs of (key's choice, learner's choice) with how often each came; ``choices`` in the list's order."""

    choices: tuple[str, ...]
    pairs: Mapping[tuple[str, str], int]
    blank: int

    @property
    def total(self) -> int:
        """The cells that were filled in."""
        return sum(self.pairs.values())

    @property
    def agreed(self) -> int:
        """The cells on which both agree."""
        return sum(count for (key, own), count in self.pairs.items() if key == own)

    @property
    def kappa(self) -> float | None:
        """Cohen's kappa; None where it means nothing: no cells, or one choice only on both sides."""
        return nominal_kappa(self.pairs)


def confusion(question: Grid, cells: Mapping[tuple[str, str], str], column_id: str) -> Confusion:
    """Set a learner's choices in one column beside the key's.

    A choice that the key accepts counts as agreement, whichever of several it is; for another, the key's
    first choice is what it should have been. Cells that are blank or cannot be read are counted apart.
    """
    column = question.column(column_id)
    pairs: Counter[tuple[str, str]] = Counter()
    blank = 0
    for cell in question.cells:
        if cell.column != column_id:
            continue
        read = read_cell(column, cells.get(cell.key, ""))
        if not read or isinstance(read, Unread):
            blank += 1
            continue
        pairs[read if read in cell.wanted.any else cell.wanted.any[0], read] += 1
    return Confusion(tuple(choice.id for choice in column.choices), pairs, blank)
