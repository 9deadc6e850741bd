"""A stemma: how the witnesses of a text hang together, and how sure each line is.

One nested list is the picture: a tree with its root on top where it is wide, an indented one where it is narrow.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.authoring.settings import Settings
from coursekit.html import Safe, join, prose, tag
from coursekit.pictures.frame import figure, references
from coursekit.sources.record import CERTAINTIES

if TYPE_CHECKING:
    from coursekit.pictures.stemma.witnesses import Descent, Node, Stemma

HELD = ("here", "lost", "outside")


def stemma(data: Stemma, papers: str = Settings.papers) -> str:
    """Return a stemma as HTML, and the same as a numbered list of sentences.

    Parameters
    ----------
    data
        The witnesses.
    papers
        Where the course's papers lie, as “in the folder”.
    """
    called = dict(zip(HELD, (papers, f"not {papers}", "kept elsewhere"), strict=True))
    tree = tag("ul", _branch(data, data.nodes[0], called), class_="ck-tree")
    return figure("stemma", data.title, data.summary, join(_legend(data, called), tree), _plain(data, called)).markup


def _branch(data: Stemma, node: Node, called: dict[str, str]) -> Safe:
    children = data.children(node)
    kids = tag("ul", *(_branch(data, child, called) for child in children), class_="ck-kids") if children else ""
    come = node.come
    how = tag("p", prose(come.how), " ", tag("small", come.certainty), class_="ck-how") if come else ""
    look = f"ck-branch ck-{come.certainty}" if come else "ck-branch"
    return tag("li", how, _box(data, node, called), kids, class_=look, style=f"--ck-leaves:{_leaves(data, node)}")


def _box(data: Stemma, node: Node, called: dict[str, str]) -> Safe:
    where = join(called[node.held], " · " if node.at else "", references(node.at))
    also = [tag("small", prose(_also(data, each)), class_="ck-also") for each in node.also]
    who = tag("span", prose(node.who)) if node.who else ""
    return tag(
        "div", tag("b", prose(node.label)), who, tag("small", where), *also, class_=f"ck-witness ck-held-{node.held}"
    )


def _also(data: Stemma, come: Descent) -> str:
    return f"Also from {data.label(come.parent)}: {come.how} ({come.certainty})"


def _leaves(data: Stemma, node: Node) -> int:
    """Return how many ends lie below a node: its share of the width."""
    return sum(_leaves(data, child) for child in data.children(node)) or 1


def _legend(data: Stemma, called: dict[str, str]) -> Safe:
    lines = {node.come.certainty for node in data.nodes if node.come}
    held = {node.held for node in data.nodes}
    entries = [
        tag("span", tag("i", class_=f"ck-patch ck-held-{each}"), called[each], class_="ck-entry")
        for each in HELD
        if each in held
    ]
    entries += [
        tag("span", tag("i", class_=f"ck-sample ck-{each}"), each, class_="ck-entry")
        for each in CERTAINTIES
        if each in lines
    ]
    return tag("p", *entries, class_="ck-legend")


def _plain(data: Stemma, called: dict[str, str]) -> Safe:
    return tag("ol", *(tag("li", prose(_sentences(data, node, called))) for node in data.nodes))


def _sentences(data: Stemma, node: Node, called: dict[str, str]) -> str:
    said = f"{node.label} ({called[node.held]}{', ' if node.at else ''}{', '.join(node.at)})."
    if node.who:
        said += f" {node.who}."
    for word, each in (("Comes", node.come), *(("Also", more) for more in node.also)):
        if each:
            said += f" {word} from {data.label(each.parent)}: {each.how} ({each.certainty})."
    return said
