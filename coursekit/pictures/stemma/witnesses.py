"""The witnesses of a text, each with what it comes from: ``lessons/pictures/NN-name.toml``, kind stemma."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from coursekit.authoring.reading import read_table
from coursekit.pictures.entries import check_entries, passages
from coursekit.sources.record import CERTAINTIES

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.authoring.problems import Problem
    from coursekit.authoring.table import Table

HELD = ("here", "lost", "outside")
MOST_NODES = 24
_LABEL, _WORDS = 60, 160  # characters: boxes stand side by side


@dataclass(frozen=True)
class Descent:
    """How one text came from another: from which, by which act, and how sure that is."""

    parent: str
    how: str
    certainty: str


@dataclass(frozen=True)
class Node:
    """A text or a speech.

    Parameters
    ----------
    id
        Its name in the file.
    label
        What it is, in a few words.
    who
        Whose it is; may be empty.
    held
        here: among the course’s papers; lost: spoken, gone or never seen; outside: kept elsewhere.
    at
        The paragraphs in which the papers have it, or tell of it.
    come
        What it comes from; None for the first.
    also
        Further, lesser lines of descent.
    """

    id: str
    label: str
    who: str
    held: str
    at: tuple[str, ...]
    come: Descent | None
    also: tuple[Descent, ...]


@dataclass(frozen=True)
class Stemma:
    """A title, what there is to see, and the nodes, the first of them the origin, parents before children."""

    title: str
    summary: str
    nodes: tuple[Node, ...]

    def children(self, node: Node) -> tuple[Node, ...]:
        """Return what comes from a node, in the author's order."""
        return tuple(each for each in self.nodes if each.come and each.come.parent == node.id)

    def label(self, node_id: str) -> str:
        """Return the label of a node."""
        return next(node.label for node in self.nodes if node.id == node_id)


def load_stemma(path: Path, name: str = "") -> Stemma:
    """Read a stemma; ``name`` is what messages call the file.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``, for the first fault.
    """
    table = read_table(path, name)
    table.one_of("kind", ("stemma",))
    entries = table.tables("node", least=2)
    if len(entries) > MOST_NODES:
        raise table.error("node", f"expected at most {MOST_NODES} nodes, found {len(entries)}; make two pictures")
    nodes: dict[str, Node] = {}
    for entry in entries:
        node = _node(entry)
        _fits(node, nodes, entry)
        nodes[node.id] = node
    found = Stemma(table.text("title"), table.text("summary"), tuple(nodes.values()))
    table.done()
    return found


def check_stemma(path: Path, name: str = "") -> list[Problem]:
    """Return the first fault of each node, and of the file's head."""
    return check_entries(path, name, "node", _node, load_stemma)


def _fits(node: Node, before: dict[str, Node], entry: Table) -> None:
    """Refuse a second origin, a name used twice, and a parent that does not stand before its child."""
    if node.id in before:
        raise entry.error("id", f"expected a name of its own, found “{node.id}” a second time")
    if before and not node.come:
        raise entry.error("from", "expected the id of a node before this one; only the first comes from nothing")
    for descent in (*((node.come,) if node.come else ()), *node.also):
        if descent.parent not in before:
            raise entry.error("from", f"expected the id of a node before this one, found “{descent.parent}”")


def _node(entry: Table) -> Node:
    come = _descent(entry) if entry.has("from") else None
    also = []
    for more in entry.tables("also"):
        also.append(_descent(more))
        more.done()
    found = Node(
        entry.text("id", most=_LABEL),
        entry.text("label", most=_LABEL),
        entry.text("who", "", most=_WORDS),
        entry.one_of("held", HELD),
        passages(entry, "at"),
        come,
        tuple(also),
    )
    if found.held == "here" and not found.at:
        raise entry.error("at", "expected the paragraphs where it stands")
    entry.done()
    return found


def _descent(entry: Table) -> Descent:
    return Descent(entry.text("from"), entry.text("how", most=_WORDS), entry.one_of("certainty", CERTAINTIES))
