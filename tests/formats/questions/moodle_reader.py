"""Reads Moodle XML as Moodle does, as far as our questions go, and marks answers by Moodle's rules."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any
from xml.etree import ElementTree as ET

from coursekit.formats.questions.carried import (
    Carried,
    Choice,
    Matching,
    NearNumber,
    NearText,
    Numerical,
    Option,
    Ordering,
    Pair,
    Short,
)
from coursekit.formats.questions.package import Group
from tests.formats.questions.prose_of_html import prose_of

# question_bank::fraction_options_full(); an import refuses a question with any other.
FRACTIONS = [
    0,
    *(sign * p / q for sign in (1, -1) for p, q in ((9, 10), (5, 6), (4, 5), (3, 4), (7, 10), (2, 3), (3, 5), (2, 5))),
    *(sign * p / q for sign in (1, -1) for p, q in ((3, 10), (1, 20), *((1, n) for n in range(1, 11)))),
]
_REASONS = re.compile(r"<li>(.*?)<div>(.*?)</div></li>", re.DOTALL)


def parsed(raw: bytes) -> ET.Element:
    return ET.fromstring(raw)  # noqa: S314 - what we wrote ourselves


def read(raw: bytes) -> tuple[str, tuple[Group, ...]]:
    assert raw.startswith(b'<?xml version="1.0" encoding="UTF-8"?>\n<quiz')
    title, groups = "", []
    for element in parsed(raw):
        if element.get("type") == "category":
            path = re.split("(?<!/)/(?!/)", text(element, "category"))
            assert path[:2] == ["$course$", "top"]
            title, name = (part.replace("//", "/") for part in path[2:])
            groups.append(Group(leaf(element, "idnumber"), name, ()))
        else:
            last = groups.pop()
            groups.append(Group(last.id, last.title, (*last.questions, question(element))))
    return title, tuple(groups)


def question(element: ET.Element) -> Carried:
    told, _, reasons = html(element, "generalfeedback").partition("<ol>")
    tags = [text(tag) for tag in element.iterfind("tags/tag")]
    assert text(element, "name") == leaf(element, "idnumber") == tags[0]
    assert (leaf(element, "penalty"), leaf(element, "hidden")) == ("0", "0")
    common: dict[str, Any] = {
        "id": leaf(element, "idnumber"),
        "version": int(tags[1].removeprefix("version ")),
        "skill": tags[2].removeprefix("skill: ") if len(tags) > 2 else "",
        "points": float(leaf(element, "defaultgrade")),
        "prompt": prose_of(html(element, "questiontext")),
        "afterwards": prose_of(told),
        "hints": tuple(prose_of(html(hint)) for hint in element.iterfind("hint")),
    }
    found = globals()[f"_{element.get('type')}"](element, common, reasons)
    assert isinstance(found, Carried)
    return found


def answers(element: ET.Element) -> list[tuple[str, float, str]]:
    """What can be answered, its fraction, what is told of it."""
    return [
        (text(each), float(each.get("fraction", "")) / 100, prose_of(html(each, "feedback")))
        for each in element.iterfind("answer")
    ]


def _multichoice(element: ET.Element, common: dict[str, Any], _: str) -> Choice:
    assert leaf(element, "shuffleanswers") == "false"
    given = answers(element)
    assert abs(sum(worth for _, worth, _ in given if worth > 0) - 1) < 1e-6
    assert all(min(abs(worth - known) for known in FRACTIONS) < 1e-5 for _, worth, _ in given)
    options = tuple(Option(prose_of(words), worth > 0, told) for words, worth, told in given)
    return Choice(**common, options=options, several=leaf(element, "single") == "false")


def _matching(element: ET.Element, common: dict[str, Any], reasons: str) -> Matching:
    rows = [(prose_of(html(row)), text(row, "answer")) for row in element.iterfind("subquestion")]
    assert len(rows) >= 3
    assert all(len(box) <= 255 for _, box in rows)
    boxes = tuple(dict.fromkeys(box for _, box in rows))
    told = _REASONS.findall(reasons)
    named = [(words, box) for words, box in rows if words]
    assert [prose_of(words) for words, _ in told] == [words for words, _ in named]
    pairs = tuple(
        Pair(words, boxes.index(box), prose_of(why)) for (words, box), (_, why) in zip(named, told, strict=True)
    )
    return Matching(**common, pairs=pairs, boxes=boxes)


def _ordering(element: ET.Element, common: dict[str, Any], _: str) -> Ordering:
    assert (leaf(element, "selecttype"), leaf(element, "gradingtype")) == ("ALL", "RELATIVE_NEXT_EXCLUDE_LAST")
    items = tuple(prose_of(words) for words, _, _ in answers(element))
    assert leaf(element, "selectcount") == str(len(items))
    right, partly, wrong = (
        prose_of(html(element, f"{what}feedback")) for what in ("correct", "partiallycorrect", "incorrect")
    )
    assert partly == wrong
    return Ordering(**common, items=items, feedback=right, wrong_feedback=wrong)


def _numerical(element: ET.Element, common: dict[str, Any], _: str) -> Numerical:
    tolerances = [Decimal(leaf(each, "tolerance")) for each in element.iterfind("answer")]
    *given, (anything, worth, wrong) = answers(element)
    assert (anything, worth) == ("*", 0)
    exact, feedback = Decimal(given[0][0]), given[0][2]
    assert tolerances[0] == 0
    right = [tolerance for tolerance, (_, worth, _) in zip(tolerances, given, strict=False) if worth == 1]
    near = tuple(
        NearNumber(Decimal(words), tolerance, told)
        for tolerance, (words, worth, told) in zip(tolerances, given, strict=False)
        if worth == 0
    )
    own = {"feedback": feedback, "wrong_feedback": wrong}
    return Numerical(**common, **own, answer=exact, tolerance=right[-1], near=near)


def _shortanswer(element: ET.Element, common: dict[str, Any], _: str) -> Short:
    *given, (anything, worth, wrong) = answers(element)
    assert (anything, worth) == ("*", 0)
    forms = tuple(words for words, worth, _ in given if worth == 1)
    near = tuple(NearText(words, told) for words, worth, told in given if worth == 0)
    return Short(**common, forms=forms, near=near, feedback=given[0][2], wrong_feedback=wrong)


def html(element: ET.Element, name: str = "") -> str:
    found = element.find(name) if name else element
    assert found is not None
    assert found.get("format") == "html", name
    return text(found)


def text(element: ET.Element, name: str = "") -> str:
    """As Moodle reads it: what stands in <text>, without the space round it."""
    return leaf(element, f"{name}/text" if name else "text").strip()


def leaf(element: ET.Element, name: str) -> str:
    found = element.find(name)
    assert found is not None, name
    assert len(found) == 0
    return found.text or ""
