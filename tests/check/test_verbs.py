"""What a code cell may say."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.check.verbs import VERBS, Named, faults
from coursekit.outline import Call, Code, parse
from coursekit.sources import Library

if TYPE_CHECKING:
    from pathlib import Path


def said(source: str) -> Call | str:
    return parse(Code(10, "", source), VERBS)


def cell(verb: str, arguments: str) -> str:
    return f"from coursekit.lesson import {verb}\n{verb}({arguments})"


def test_a_plain_cell_is_read() -> None:
    assert said(cell("read", '"BOX", "p1-p2", after="00-expect"')) == Call(
        11, "read", ("BOX", "p1-p2"), {"after": "00-expect"}
    )


@pytest.mark.parametrize(
    "source",
    [
        "",
        "1 + 1",
        "import os\nos.remove('x')",
        "from coursekit.lesson import *\nask('x')",
        "from coursekit.lesson import ask as a\na('x')",
        "from coursekit.lesson import ask\nprint('x')",
        "from coursekit.lesson import ask\nask(open('x').read())",
        "from coursekit.lesson import ask\nask(*['x'])",
        "from coursekit.lesson import ask\nask('x')\nask('y')",
        "from coursekit.other import ask\nask('x')",
        "from coursekit.lesson import nonsense\nnonsense('x')",
        "from coursekit.lesson import ask\nask('x'",
        "from coursekit.lesson import ask\nx = ask('x')",
        "from coursekit.lesson import ask\n(lambda: ask)()('x')",
    ],
)
def test_anything_else_is_told(source: str) -> None:
    assert isinstance(said(source), str)


@pytest.fixture
def known(course: Path) -> Named:
    questions = {"00-expect": "prediction", "00-place": "quiz", "00-end": "reflection"}
    return Named(Library(course), questions, {"00-marks"}, {"00-dates"}, {"TS-X"}, {"keeper"}, {"F1"})


@pytest.mark.parametrize(
    "source",
    [
        cell("begin", '"00"'),
        cell("ask", '"00-place"'),
        cell("predict", '"00-expect"'),
        cell("compare", '"00-expect"'),
        cell("reflect", '"00-end"'),
        cell("annotate", '"00-marks"'),
        cell("record", '"BOX"'),
        cell("read", '"BOX"'),
        cell("read", '"BOX", "p1-p3 m1", after="00-expect", tags="TS-X"'),
        cell("passage", '"BOX p2"'),
        cell("picture", '"chain", "BOX"'),
        cell("picture", '"timeline", "00-dates"'),
        cell("explain", '"keeper", "keeper"'),
        cell("facts", '"F1"'),
        cell("glossary", ""),
        cell("pause", '"00", 1'),
    ],
)
def test_what_is_there_may_be_named(source: str, known: Named) -> None:
    call = said(source)
    assert isinstance(call, Call)
    assert list(faults(call, "00-lamp", known)) == []


@pytest.mark.parametrize(
    ("source", "words"),
    [
        (cell("begin", '"01"'), "begin: expected “00”"),
        (cell("ask", '"00-nothing"'), "ask: 00-nothing: no such question"),
        (cell("ask", ""), "ask: expected what to show"),
        (cell("predict", '"00-place"'), "expected a question with purpose “prediction”, found “quiz”"),
        (cell("reflect", '"00-place"'), "expected a question with purpose “reflection”"),
        (cell("annotate", '"00-nothing"'), "no such task in lessons/keys"),
        (cell("record", '"XYZ"'), "XYZ: no such source"),
        (cell("read", '"BOX", "p1-p9"'), "no such paragraph"),
        (cell("read", '"BOX", after="00-nothing"'), "after: 00-nothing: no such question"),
        (cell("read", '"BOX", tags="TS-Q"'), "tags: TS-Q: no such set"),
        (cell("passage", '"BOX p9"'), "no such paragraph"),
        (cell("picture", '"chain", "XYZ"'), "XYZ: no such source"),
        (cell("picture", '"timeline", "00-nothing"'), "no such file in lessons/pictures"),
        (cell("picture", '"timeline"'), "nothing: no such file"),
        (cell("explain", '"keeper", "ghost"'), "explain: ghost: no such entry"),
        (cell("explain", ""), "explain: expected what to show"),
        (cell("facts", '"F1", "F2"'), "facts: F2: no such fact"),
        (cell("glossary", '"keeper"'), "glossary: expected nothing"),
        (cell("pause", '"01", 1'), "pause: expected “00”, the number of this lesson, found “01”"),
    ],
)
def test_what_is_not_there_is_told(source: str, words: str, known: Named) -> None:
    call = said(source)
    assert isinstance(call, Call)
    assert words in "; ".join(faults(call, "00-lamp", known))
