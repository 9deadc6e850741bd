"""One question as an item of QTI 1.2, in the way Canvas writes its own."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET  # only writes here

from coursekit.formats.questions.carried import Carried, Choice, Matching, Numerical, Short
from coursekit.formats.questions.markup import figure, html_of

if TYPE_CHECKING:
    from collections.abc import Callable

RESPONSE = "response1"
# Canvas takes its own ids from the digits of ours.
FIRST_OPTION, FIRST_LEFT, FIRST_BOX = 1001, 2001, 3001
GENERAL, RIGHT, WRONG = "general_fb", "correct_fb", "general_incorrect_fb"
ALL = 100


def item_of(item: Carried) -> ET.Element:
    """Return a question as an item; its feedback stands at the end, as the standard has it."""
    write = next(write for kind, write in _KINDS.items() if isinstance(item, kind))
    made = ET.Element("item", ident=f"coursekit_{item.id}", title=item.id)
    metadata = ET.SubElement(ET.SubElement(made, "itemmetadata"), "qtimetadata")
    for label, entry in {
        "question_type": _type(item),
        "points_possible": figure(item.points),
        "coursekit_version": str(item.version),
        "coursekit_skill": item.skill,
    }.items():
        field = ET.SubElement(metadata, "qtimetadatafield")
        ET.SubElement(field, "fieldlabel").text = label
        ET.SubElement(field, "fieldentry").text = entry
    presentation = ET.SubElement(made, "presentation")
    _html(presentation, item.prompt)
    processing = ET.SubElement(made, "resprocessing")
    outcomes = ET.SubElement(processing, "outcomes")
    ET.SubElement(outcomes, "decvar", maxvalue=str(ALL), minvalue="0", varname="SCORE", vartype="Decimal")
    told: dict[str, str] = {}
    if item.afterwards:
        _other(processing, GENERAL)
        told[GENERAL] = item.afterwards
    told |= write(item, presentation, processing)
    for ident, words in told.items():
        _html(ET.SubElement(ET.SubElement(made, "itemfeedback", ident=ident), "flow_mat"), words)
    return made


def _type(item: Carried) -> str:
    if isinstance(item, Choice):
        return "multiple_answers_question" if item.several else "multiple_choice_question"
    names = {Matching: "matching_question", Numerical: "numerical_question", Short: "short_answer_question"}
    return names[type(item)]


def _choice(item: Choice, presentation: ET.Element, processing: ET.Element) -> dict[str, str]:
    asked = ET.SubElement(
        presentation, "response_lid", ident=RESPONSE, rcardinality="Multiple" if item.several else "Single"
    )
    choices = ET.SubElement(asked, "render_choice")
    idents = [str(FIRST_OPTION + number) for number in range(len(item.options))]
    for ident, option in zip(idents, item.options, strict=True):
        _html(ET.SubElement(choices, "response_label", ident=ident), option.text)
        _equal(_condition(processing, "Yes"), ident, tells=f"{ident}_fb")
    decides = _condition(processing, "No")
    if item.several:
        every = ET.SubElement(decides[0], "and")
        for ident, option in zip(idents, item.options, strict=True):
            parent = every if option.right else ET.SubElement(every, "not")
            ET.SubElement(parent, "varequal", respident=RESPONSE).text = ident
        _score(decides, "Set", ALL)
    else:
        right = next(ident for ident, option in zip(idents, item.options, strict=True) if option.right)
        _equal(decides, right)
        _score(decides, "Set", ALL)
    return {f"{ident}_fb": option.feedback for ident, option in zip(idents, item.options, strict=True)}


def _matching(item: Matching, presentation: ET.Element, processing: ET.Element) -> dict[str, str]:
    told = {}
    for number, pair in enumerate(item.pairs):
        ident = str(FIRST_LEFT + number)
        respident = f"response_{ident}"
        asked = ET.SubElement(presentation, "response_lid", ident=respident)
        _html(asked, pair.text)
        choices = ET.SubElement(asked, "render_choice")
        for place, words in enumerate(item.boxes):
            label = ET.SubElement(choices, "response_label", ident=str(FIRST_BOX + place))
            _material(label, words, "text/plain")
        box = str(FIRST_BOX + pair.box)
        condition = _condition(processing, "Yes")
        _equal(condition, box, respident)
        _score(condition, "Add", ALL / len(item.pairs))
        missed = _condition(processing, "Yes")
        ET.SubElement(ET.SubElement(missed[0], "not"), "varequal", respident=respident).text = box
        _tell(missed, f"{ident}_fb")
        told[f"{ident}_fb"] = pair.feedback
    return told


def _numerical(item: Numerical, presentation: ET.Element, processing: ET.Element) -> dict[str, str]:
    asked = ET.SubElement(presentation, "response_str", ident=RESPONSE, rcardinality="Single")
    ET.SubElement(ET.SubElement(asked, "render_fib", fibtype="Decimal"), "response_label", ident="answer1")
    condition = _condition(processing, "No")
    either = ET.SubElement(condition[0], "or")
    ET.SubElement(either, "varequal", respident=RESPONSE).text = f"{item.answer:f}"
    both = ET.SubElement(either, "and")
    ET.SubElement(both, "vargte", respident=RESPONSE).text = f"{item.answer - item.tolerance:f}"
    ET.SubElement(both, "varlte", respident=RESPONSE).text = f"{item.answer + item.tolerance:f}"
    return _typed(item, condition, processing)


def _short(item: Short, presentation: ET.Element, processing: ET.Element) -> dict[str, str]:
    asked = ET.SubElement(presentation, "response_str", ident=RESPONSE, rcardinality="Single")
    ET.SubElement(ET.SubElement(asked, "render_fib"), "response_label", ident="answer1", rshuffle="No")
    condition = _condition(processing, "No")
    for form in item.forms:
        _equal(condition, form)
    return _typed(item, condition, processing)


def _typed(item: Numerical | Short, right: ET.Element, processing: ET.Element) -> dict[str, str]:
    """Add points and words where an answer is typed: it is right, or it is anything else."""
    _score(right, "Set", ALL)
    _tell(right, RIGHT)
    _other(processing, WRONG)
    return {RIGHT: item.feedback, WRONG: item.wrong_feedback}


_KINDS: dict[type[Carried], Callable[[Any, ET.Element, ET.Element], dict[str, str]]] = {
    Choice: _choice,
    Matching: _matching,
    Numerical: _numerical,
    Short: _short,
}


def _condition(processing: ET.Element, go_on: str) -> ET.Element:
    made = ET.SubElement(processing, "respcondition", {"continue": go_on})
    ET.SubElement(made, "conditionvar")
    return made


def _equal(condition: ET.Element, value: str, respident: str = RESPONSE, tells: str = "") -> None:
    ET.SubElement(condition[0], "varequal", respident=respident).text = value
    if tells:
        _tell(condition, tells)


def _other(processing: ET.Element, tells: str) -> None:
    condition = _condition(processing, "Yes")
    ET.SubElement(condition[0], "other")
    _tell(condition, tells)


def _score(condition: ET.Element, action: str, share: float) -> None:
    ET.SubElement(condition, "setvar", action=action, varname="SCORE").text = figure(share)


def _tell(condition: ET.Element, ident: str) -> None:
    ET.SubElement(condition, "displayfeedback", feedbacktype="Response", linkrefid=ident)


def _html(parent: ET.Element, words: str) -> None:
    _material(parent, html_of(words), "text/html")


def _material(parent: ET.Element, words: str, texttype: str) -> None:
    ET.SubElement(ET.SubElement(parent, "material"), "mattext", texttype=texttype).text = words
