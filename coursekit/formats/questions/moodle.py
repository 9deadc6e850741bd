"""Questions as Moodle XML.

https://docs.moodle.org/en/Moodle_XML_format ; what Moodle reads is told by its ``question/format/xml/format.php`` and
``question/type/ordering``. Marked as here, but for what `fitted` names: a wrong option takes away what a right one
gives; an ordering question counts neighbouring pairs; of a number's answers the first that fits decides.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET  # only writes here

from coursekit.formats.questions.carried import Carried, Choice, Matching, Numerical, Ordering, Short
from coursekit.formats.questions.markup import figure, html_of
from coursekit.formats.questions.package import Group, Platform

if TYPE_CHECKING:
    from collections.abc import Callable

    from coursekit.formats.questions.package import Fitted

MOST_RIGHT = 10  # Moodle knows the fractions 1, 1/2 … 1/10 and no other of this kind
MOST_BOX = 255  # characters
LEAST_ROWS = 3  # of a matching question, boxes that nothing belongs to among them
ANY = "*"  # whatever else is answered
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'


def fitted(item: Carried) -> Fitted:
    """Return what Moodle can hold of a question, and why not, where that is nothing."""
    why = ""
    if isinstance(item, Choice) and sum(option.right for option in item.options) > MOST_RIGHT:
        why = f"Moodle takes at most {MOST_RIGHT} right options"
    if isinstance(item, Matching):
        unused = set(range(len(item.boxes))) - {pair.box for pair in item.pairs}
        why = "Moodle takes a box's words as one with another's that are the same" if _twice(item.boxes) else why
        why = f"Moodle takes at most {MOST_BOX} characters on the right" if _long(item.boxes) else why
        why = f"Moodle wants {LEAST_ROWS} rows to match" if len(item.pairs) + len(unused) < LEAST_ROWS else why
        item = _by_first_use(item)
    return (None, (why,)) if why else (item, ())


def write(title: str, groups: tuple[Group, ...]) -> bytes:
    """Return an XML file; each group is a category below one that bears the title."""
    quiz = ET.Element("quiz")
    for group in groups:
        category = ET.SubElement(quiz, "question", type="category")
        # Where a stroke ends a name, Moodle cannot tell it from the one between two names.
        path = "/".join(part.strip("/ ").replace("/", "//") for part in (title, group.title))
        _text(category, "category", f"$course$/top/{path}")
        _leaf(category, "idnumber", group.id)
        for item in group.questions:
            quiz.append(_question(item))
    ET.indent(quiz)
    return _DECLARATION + ET.tostring(quiz, encoding="unicode").encode() + b"\n"


PLATFORM = Platform(".xml", fitted, write)


def _question(item: Carried) -> ET.Element:
    name, write = next(known for kind, known in _KINDS.items() if isinstance(item, kind))
    made = ET.Element("question", type=name)
    _text(made, "name", item.id)
    _html(made, "questiontext", item.prompt)
    _html(made, "generalfeedback", item.afterwards)
    if isinstance(item, Matching):
        made[-1][0].text = html_of(item.afterwards) + _reasons(item)
    _leaf(made, "defaultgrade", figure(item.points))
    _leaf(made, "penalty", "0")  # trying again, and hints, cost nothing here either
    _leaf(made, "hidden", "0")
    _leaf(made, "idnumber", item.id)
    write(made, item)
    for hint in item.hints:
        _html(made, "hint", hint)
    tags = ET.SubElement(made, "tags")
    for words in (item.id, f"version {item.version}", *([f"skill: {item.skill}"] if item.skill else [])):
        _text(tags, "tag", words)
    return made


def _choice(parts: ET.Element, item: Choice) -> None:
    _leaf(parts, "single", "false" if item.several else "true")
    _leaf(parts, "shuffleanswers", "false")  # options stand as their author put them
    _leaf(parts, "answernumbering", "abc")
    _leaf(parts, "showstandardinstruction", "1" if item.several else "0")
    _combined(parts)
    share = 100 / sum(option.right for option in item.options)
    for option in item.options:
        worth = share if option.right else -share if item.several else 0
        _answer(parts, option.text, worth, option.feedback, as_html=True)


def _matching(parts: ET.Element, item: Matching) -> None:
    _leaf(parts, "shuffleanswers", "false")  # what is on the right is shuffled in any case
    _combined(parts)
    used = {pair.box for pair in item.pairs}
    rows = [(pair.text, pair.box) for pair in item.pairs]
    for words, box in [*rows, *(("", box) for box in range(len(item.boxes)) if box not in used)]:
        row = _html(parts, "subquestion", words)
        _text(row, "answer", item.boxes[box])


def _reasons(item: Matching) -> str:
    """Return the reason for each on the left: Moodle has no place for it but what is told to everybody."""
    rows = [f"<li>{html_of(pair.text)}<div>{html_of(pair.feedback)}</div></li>" for pair in item.pairs]
    return f"<ol>{''.join(rows)}</ol>"


def _ordering(parts: ET.Element, item: Ordering) -> None:
    _leaf(parts, "layouttype", "VERTICAL")
    _leaf(parts, "selecttype", "ALL")
    _leaf(parts, "selectcount", str(len(item.items)))
    _leaf(parts, "gradingtype", "RELATIVE_NEXT_EXCLUDE_LAST")
    _leaf(parts, "showgrading", "HIDE")
    _leaf(parts, "numberingstyle", "none")
    _combined(parts, item.feedback, item.wrong_feedback)
    for number, words in enumerate(item.items, 1):
        _answer(parts, words, number, "", as_html=True)


def _numerical(parts: ET.Element, item: Numerical) -> None:
    exact = Decimal(0)
    tries = [(f"{item.answer:f}", exact, 100, item.feedback)]
    tries += [(f"{near.value:f}", near.tolerance, 0, near.feedback) for near in item.near]
    tries += [(f"{item.answer:f}", item.tolerance, 100, item.feedback)] * bool(item.tolerance)
    for words, tolerance, worth, feedback in [*tries, (ANY, exact, 0, item.wrong_feedback)]:
        _leaf(_answer(parts, words, worth, feedback), "tolerance", f"{tolerance:f}")
    for key, value in (("unitgradingtype", "0"), ("unitpenalty", "0.1"), ("showunits", "3"), ("unitsleft", "0")):
        _leaf(parts, key, value)


def _short(parts: ET.Element, item: Short) -> None:
    _leaf(parts, "usecase", "0")
    for form in item.forms:
        _answer(parts, form, 100, item.feedback)
    for near in item.near:
        _answer(parts, near.form, 0, near.feedback)
    _answer(parts, ANY, 0, item.wrong_feedback)


# What Moodle calls each kind, and what adds the elements that only it has.
_KINDS: dict[type[Carried], tuple[str, Callable[[ET.Element, Any], None]]] = {
    Choice: ("multichoice", _choice),
    Matching: ("matching", _matching),
    Ordering: ("ordering", _ordering),
    Numerical: ("numerical", _numerical),
    Short: ("shortanswer", _short),
}


def _answer(parts: ET.Element, words: str, percent: float, feedback: str, *, as_html: bool = False) -> ET.Element:
    if as_html:
        made = _html(parts, "answer", words)
    else:
        made = _text(parts, "answer", words)
        made.set("format", "plain_text")
    made.set("fraction", figure(percent))
    _html(made, "feedback", feedback)
    return made


def _combined(parts: ET.Element, right: str = "", else_: str = "") -> None:
    _html(parts, "correctfeedback", right)
    _html(parts, "partiallycorrectfeedback", else_)
    _html(parts, "incorrectfeedback", else_)
    _leaf(parts, "shownumcorrect", "")


def _html(parent: ET.Element, name: str, words: str) -> ET.Element:
    made = _text(parent, name, html_of(words))
    made.set("format", "html")
    return made


def _text(parent: ET.Element, name: str, words: str) -> ET.Element:
    made = ET.SubElement(parent, name)
    _leaf(made, "text", words)
    return made


def _leaf(parent: ET.Element, name: str, words: str) -> None:
    ET.SubElement(parent, name).text = words


def _by_first_use(item: Matching) -> Matching:
    """Return a question with its boxes in the order in which Moodle's format names them; Moodle shuffles them."""
    order = dict.fromkeys([*(pair.box for pair in item.pairs), *range(len(item.boxes))])
    places = {box: place for place, box in enumerate(order)}
    pairs = tuple(replace(pair, box=places[pair.box]) for pair in item.pairs)
    return replace(item, pairs=pairs, boxes=tuple(item.boxes[box] for box in order))


def _twice(boxes: tuple[str, ...]) -> bool:
    return len({box.casefold() for box in boxes}) < len(boxes)


def _long(boxes: tuple[str, ...]) -> bool:
    return any(len(box) > MOST_BOX for box in boxes)
