"""The stemma as a page has it."""

from __future__ import annotations

import html
import re

from coursekit.pictures.stemma.figure import stemma
from coursekit.pictures.stemma.witnesses import Descent, Node, Stemma
from tests.pictures.test_pictures import HOSTILE, Reader


def node(name: str, parent: str = "", certainty: str = "inferred", held: str = "here") -> Node:
    come = Descent(parent, f"{parent} copied out", certainty) if parent else None
    return Node(name, f"The {name}", "a clerk", held, ("LOG p2",), come, ())


LOG = node("log", held="lost")
DATA = Stemma(
    "Who had it",
    "Two ends.",
    (LOG, node("copy", "log", "documented"), node("print", "copy"), node("talk", "log", "conjecture", "outside")),
)


def test_a_stemma_nests_what_comes_from_what() -> None:
    page = stemma(DATA, "in the box")
    read = Reader(page)
    assert read.open == []
    tree = page[page.index('class="ck-tree"') : page.index("<details")]
    assert tree.count("<li") == 4
    # the print stands inside the copy's branch, the talk beside it
    assert re.search(r"The copy.*<ul class=\"ck-kids\">.*The print.*</ul></li>.*The talk", tree)
    assert re.findall(r"--ck-leaves:(\d)", tree) == ["2", "1", "1", "1"]


def test_each_line_says_how_and_how_sure_by_line_and_word() -> None:
    page = stemma(DATA, "in the box")
    tree = page[page.index('class="ck-tree"') :]
    for certainty in ("documented", "inferred", "conjecture"):
        assert f'class="ck-branch ck-{certainty}"' in tree
        assert f"<small>{certainty}</small>" in tree
    assert re.search(r"\.ck-inferred > \.ck-how::before[^}]*border-left-style: dashed", page)
    assert "in the box · LOG p2" in Reader(page).words
    assert "kept elsewhere" in Reader(page).words


def test_the_same_in_words() -> None:
    words = Reader(stemma(DATA, "in the box")).words
    assert "The print (in the box, LOG p2). a clerk. Comes from The copy: copy copied out (inferred)." in words
    assert "As text" in words


def test_a_second_line_of_descent_is_told_in_the_box() -> None:
    also = Node(
        "print",
        "The print",
        "",
        "here",
        ("LOG p3",),
        Descent("log", "set", "inferred"),
        (Descent("log", "by ear", "conjecture"),),
    )
    words = Reader(stemma(Stemma("T", "S", (LOG, also)))).words
    assert words.count("Also from The log: by ear (conjecture)") == 2


def test_the_legend_names_only_what_there_is() -> None:
    words = Reader(stemma(Stemma("T", "S", (LOG, node("copy", "log"))))).words
    assert "documented" not in words
    assert "kept elsewhere" not in words


def test_hostile_words_stay_words_and_bytes_stay_the_same() -> None:
    bad = Node(HOSTILE, HOSTILE, HOSTILE, "here", (HOSTILE,), None, ())
    page = stemma(Stemma(HOSTILE, HOSTILE, (bad,)))
    read = Reader(page)
    assert read.open == []
    assert not {"script", "img"} & set(read.tags)
    assert not [name for name, _ in read.attributes if name.startswith("on")]
    assert html.escape(HOSTILE[:30]) in page
    assert stemma(DATA) == stemma(DATA)
    assert len(stemma(DATA)) < 30_000
