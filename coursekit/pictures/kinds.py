"""The kinds of picture made from an author's file, a folder each. A new kind adds its line here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.problems import FaultError
from coursekit.authoring.reading import read_table
from coursekit.authoring.settings import Settings
from coursekit.errors import CourseError
from coursekit.pictures.bars.amounts import check_bars, load_bars
from coursekit.pictures.bars.figure import bars
from coursekit.pictures.grid.cells import check_grid, load_grid
from coursekit.pictures.grid.figure import grid
from coursekit.pictures.origins.figure import origins
from coursekit.pictures.origins.papers import check_origins, load_origins
from coursekit.pictures.stemma.figure import stemma
from coursekit.pictures.stemma.witnesses import check_stemma, load_stemma
from coursekit.pictures.timeline.figure import timeline
from coursekit.pictures.timeline.points import check_timeline, load_timeline

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from coursekit.authoring.problems import Problem


@dataclass(frozen=True)
class Kind:
    """How a kind's file becomes HTML, and how it is checked.

    Both take the file and what messages call it; ``draw`` also where the course's papers lie, as `draw` has it.
    """

    draw: Callable[[Path, str, str], str]
    check: Callable[[Path, str], list[Problem]]


KINDS = {
    "timeline": Kind(lambda path, name, _: timeline(load_timeline(path, name)), check_timeline),
    "stemma": Kind(lambda path, name, papers: stemma(load_stemma(path, name), papers), check_stemma),
    "bars": Kind(lambda path, name, _: bars(load_bars(path, name)), check_bars),
    "grid": Kind(lambda path, name, _: grid(load_grid(path, name)), check_grid),
    "origins": Kind(lambda path, name, _: origins(load_origins(path, name)), check_origins),
}


def check_picture(path: Path, name: str = "") -> list[Problem]:
    """Return what is wrong with a file; its key ``kind`` says what it is, a file without one is a timeline."""
    try:
        table = read_table(path, name)
        kind = table.one_of("kind", tuple(KINDS), "timeline")
    except FaultError as fault:
        return [fault.problem]
    return KINDS[kind].check(path, name)


def draw(kind: str, path: Path, name: str = "", papers: str = Settings.papers) -> str:
    """Return the picture of a file as HTML.

    Parameters
    ----------
    kind, path
        What it is, and where its data are.
    name
        What messages call the file.
    papers
        Where the course's papers lie, as “in the folder”.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, or that the file is of another kind.
    """
    found = read_table(path, name).text("kind", "timeline")
    if found != kind:
        raise CourseError(f"{name or path.name}: kind: expected “{kind}”, found “{found}”; draw it as what it is")
    return KINDS[kind].draw(path, name, papers)
