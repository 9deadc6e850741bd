"""Stemma files: what an author is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.pictures.stemma.witnesses import MOST_NODES, check_stemma, load_stemma

if TYPE_CHECKING:
    from pathlib import Path

HEAD = 'kind = "stemma"\ntitle = "T"\nsummary = "S"\n'
ROOT = '[[node]]\nid = "log"\nlabel = "The log"\nheld = "lost"\n'
COPY = '[[node]]\nid = "copy"\nlabel = "A copy"\nheld = "here"\nat = ["LOG p2"]\n'
COME = 'from = "log"\nhow = "copied out"\ncertainty = "inferred"\n'
WHOLE = HEAD + ROOT + COPY + COME


def written(folder: Path, text: str) -> Path:
    path = folder / "00-x.toml"
    path.write_text(text, encoding="utf-8")
    return path


def test_a_stemma_is_read(tmp_path: Path) -> None:
    found = load_stemma(
        written(tmp_path, WHOLE + '[[node.also]]\nfrom = "log"\nhow = "seen"\ncertainty = "conjecture"')
    )
    log, copy = found.nodes
    assert found.children(log) == (copy,)
    assert found.children(copy) == ()
    assert copy.come
    assert (copy.come.how, copy.also[0].certainty, copy.at) == ("copied out", "conjecture", ("LOG p2",))


@pytest.mark.parametrize(
    ("was", "now", "said"),
    [
        ('kind = "stemma"', 'kind = "grid"', r"00-x\.toml:1: kind: expected one of stemma"),
        ('"inferred"', '"sure"', r":15: certainty: expected one of documented"),
        ('"here"', '"chest"', r":11: held: expected one of here"),
        ('from = "log"', 'from = "lgo"', r":13: from: expected the id of a node before this one, found “lgo”"),
        ('from = "log"', 'from = "copy"', r":13: from: expected the id of a node before this one, found “copy”"),
        (COME, "", r":8: from: expected the id of a node before this one; only the first"),
        ('id = "copy"', 'id = "log"', r":9: id: expected a name of its own"),
        ("LOG p2", "p2", r":12: at: expected paragraphs as LOG p15"),
        ('at = ["LOG p2"]\n', "", r":8: at: expected the paragraphs where it stands"),
        ('label = "A copy"', 'label = "A copy"\ncolour = "red"', r":11: colour: expected no such key"),
        (COPY + COME, "", r":1: node: expected at least 2"),
        (COPY + COME, (COPY + COME) * MOST_NODES, r"at most 24 nodes"),
    ],
)
def test_a_fault_is_named_with_file_line_and_key(tmp_path: Path, was: str, now: str, said: str) -> None:
    path = written(tmp_path, WHOLE.replace(was, now))
    with pytest.raises(CourseError, match=said):
        load_stemma(path, "00-x.toml")
    assert check_stemma(path, "00-x.toml")


def test_check_finds_the_faults_of_all_nodes(tmp_path: Path) -> None:
    bad = COPY.replace("here", "chest") + COME
    found = check_stemma(written(tmp_path, HEAD + ROOT + bad + COPY + COME + bad))
    assert [problem.line for problem in found] == [11, 27]
    assert check_stemma(written(tmp_path, WHOLE)) == []
