"""Reads a QTI package as Canvas does, as far as our questions go, and holds it to the standard's document type."""

from __future__ import annotations

import io
import re
import zipfile
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from coursekit.formats.questions.carried import Carried, Choice, Matching, Numerical, Option, Pair, Short
from coursekit.formats.questions.package import Group
from tests.formats.questions.moodle_reader import parsed
from tests.formats.questions.prose_of_html import prose_of

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

# Of ims_qtiasiv1p2p1.dtd what our elements may hold, as patterns over the names of children; "" is text.
CONTENT = {
    "questestinterop": "assessment",
    "assessment": "(qtimetadata )*(section )+",
    "section": "(item )*",
    "item": "(itemmetadata )?(presentation )?(resprocessing )*(itemfeedback )*",
    "itemmetadata": "(qtimetadata )*",
    "qtimetadata": "(qtimetadatafield )+",
    "qtimetadatafield": "fieldlabel fieldentry",
    "presentation": "((material|response_lid|response_str) )+",
    "material": "(mattext )+",
    "response_lid": "(material )?render_choice",
    "response_str": "(material )?render_fib",
    "render_choice": "(response_label )*",
    "render_fib": "(response_label )*",
    "response_label": "(material )*",
    "resprocessing": "outcomes (respcondition )+",
    "outcomes": "(decvar )+",
    "respcondition": "conditionvar (setvar )*(displayfeedback )*",
    "conditionvar": "((not|and|or|other|varequal|varlte|vargte) )+",
    "not": "(and|or|not|other|varequal|varlte|vargte)",
    "and": "((not|and|or|other|varequal|varlte|vargte) )+",
    "or": "((not|and|or|other|varequal|varlte|vargte) )+",
    "itemfeedback": "((flow_mat|material) )+",
    "flow_mat": "((flow_mat|material) )+",
}
LEAVES = {
    *("fieldlabel", "fieldentry", "mattext", "decvar", "setvar", "displayfeedback"),
    *("other", "varequal", "varlte", "vargte"),
}
NEEDED = {
    **{name: {"ident"} for name in ("assessment", "section", "item", "response_lid", "response_str")},
    **{name: {"ident"} for name in ("response_label", "itemfeedback")},
    **{name: {"respident"} for name in ("varequal", "varlte", "vargte")},
    "displayfeedback": {"linkrefid"},
}
QTI = "{http://www.imsglobal.org/xsd/ims_qtiasiv1p2}"
PACKAGE = "{http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1}"
META = "{http://canvas.instructure.com/xsd/cccv1p0}"


def read(raw: bytes) -> tuple[str, tuple[Group, ...], list[str]]:
    """The title, the groups, and the type that each quiz has in Canvas."""
    with zipfile.ZipFile(io.BytesIO(raw)) as packed:
        assert packed.testzip() is None
        files = {name: packed.read(name) for name in packed.namelist()}
    assert not [name for name in files if ".." in name or name.startswith("/") or "\\" in name]
    manifest = parsed(files.pop("imsmanifest.xml"))
    title = next(each.text for each in manifest.iter() if each.tag.endswith("}string"))
    groups, kinds = [], []
    resources = {each.get("identifier"): each for each in manifest.iter(f"{PACKAGE}resource")}
    for resource in resources.values():
        hrefs = [each.get("href", "") for each in resource.iterfind(f"{PACKAGE}file")]
        if resource.get("type") != "imsqti_xmlv1p2":
            assert [resource.get("href")] == hrefs
            continue
        dependency = resource.find(f"{PACKAGE}dependency")
        assert dependency is not None
        meta = parsed(files.pop(resources[dependency.get("identifierref")].get("href", "")))
        quiz = plain_names(parsed(files.pop(hrefs[0])))
        assert faults(quiz) == []
        groups.append(group(quiz))
        assert meta.get("identifier") == quiz[0].get("ident")
        told = {each.tag.removeprefix(META): each.text or "" for each in meta}
        assert told["title"] == groups[-1].title
        assert float(told["points_possible"]) == sum(each.points for each in groups[-1].questions)
        kinds.append(told["quiz_type"])
    assert files == {}, "every file is in the manifest"
    return title or "", tuple(groups), kinds


def faults(element: ET.Element) -> list[str]:
    """What is not as the document type has it."""
    children = " ".join(child.tag for child in element)
    found = []
    if element.tag in LEAVES:
        found += [f"{element.tag}: holds {children}"] * bool(children)
    elif not re.fullmatch(CONTENT[element.tag].strip(), f"{children} ") and not re.fullmatch(
        CONTENT[element.tag], children
    ):
        found.append(f"{element.tag}: holds {children}")
    if missing := NEEDED.get(element.tag, set()) - set(element.attrib):
        found.append(f"{element.tag}: has no {missing}")
    return [*found, *(fault for child in element for fault in faults(child))]


def plain_names(element: ET.Element) -> ET.Element:
    for each in element.iter():
        assert each.tag.startswith(QTI)
        each.tag = each.tag.removeprefix(QTI)
    return element


def group(quiz: ET.Element) -> Group:
    assessment = quiz[0]
    ident = assessment.get("ident", "").removeprefix("coursekit_")
    return Group(ident, assessment.get("title", ""), tuple(map(question, assessment.iter("item"))))


def question(item: ET.Element) -> Carried:
    fields = {each[0].text: each[1].text or "" for each in item.iter("qtimetadatafield")}
    told = {each.get("ident"): material(each[0]) for each in item.iterfind("itemfeedback")}
    shown = {each.get("linkrefid") for each in item.iter("displayfeedback")}
    assert shown == set(told), "what is told stands there, and what stands there is told"
    idents = [each.get("ident") for each in item.iter("response_lid")]
    assert len(set(idents)) == len(idents)
    common: dict[str, Any] = {
        "id": item.get("title"),
        "version": int(fields["coursekit_version"]),
        "skill": fields["coursekit_skill"],
        "points": float(fields["points_possible"]),
        "prompt": material(item.find("presentation")),
        "afterwards": told.get("general_fb", ""),
    }
    read = {
        "multiple_choice_question": _choice,
        "multiple_answers_question": _choice,
        "matching_question": _matching,
        "numerical_question": _numerical,
        "short_answer_question": _short,
    }[fields["question_type"]]
    found = read(item, common, told)
    assert isinstance(found, Carried)
    return found


def scoring(item: ET.Element) -> list[tuple[ET.Element, float]]:
    """The conditions that give points, and how many of a hundred."""
    found = [(each[0], each.find("setvar")) for each in item.iter("respcondition")]
    return [(condition, float(setvar.text or "")) for condition, setvar in found if setvar is not None]


def _choice(item: ET.Element, common: dict[str, Any], told: dict[str | None, str]) -> Choice:
    labels = {each.get("ident"): material(each) for each in item.iter("response_label")}
    several = item.find(".//response_lid[@rcardinality='Multiple']") is not None
    ((condition, share),) = scoring(item)
    assert share == 100
    not_ = {each.text for each in condition.iterfind("and/not/varequal")}
    right = {each.text for each in condition.iter("varequal")} - not_
    assert right | not_ == set(labels) if several else len(right) == 1
    options = tuple(Option(words, ident in right, told[f"{ident}_fb"]) for ident, words in labels.items())
    return Choice(**common, options=options, several=several)


def _matching(item: ET.Element, common: dict[str, Any], told: dict[str | None, str]) -> Matching:
    right = {condition[0].get("respident"): condition[0].text for condition, _ in scoring(item)}
    assert abs(sum(share for _, share in scoring(item)) - 100) < 1e-3
    pairs, boxes = [], {}
    for asked in item.iter("response_lid"):
        boxes = {each.get("ident"): plain(each) for each in asked.iter("response_label")}
        # Canvas takes the id of a match from the digits in ours.
        assert len({re.findall(r"\d+", ident or "")[0] for ident in boxes}) == len(boxes)
        place = list(boxes).index(right[asked.get("ident")])
        number = re.findall(r"\d+", asked.get("ident", ""))[0]
        pairs.append(Pair(material(asked), place, told[f"{number}_fb"]))
    return Matching(**common, pairs=tuple(pairs), boxes=tuple(boxes.values()))


def _numerical(item: ET.Element, common: dict[str, Any], told: dict[str | None, str]) -> Numerical:
    ((condition, share),) = scoring(item)
    assert share == 100
    exact, low, high = (
        Decimal(each.text or "") for tag in ("varequal", "vargte", "varlte") for each in condition.iter(tag)
    )
    assert high - exact == exact - low
    own = {"feedback": told["correct_fb"], "wrong_feedback": told["general_incorrect_fb"]}
    return Numerical(**common, **own, answer=exact, tolerance=high - exact, near=())


def _short(item: ET.Element, common: dict[str, Any], told: dict[str | None, str]) -> Short:
    ((condition, share),) = scoring(item)
    assert share == 100
    forms = tuple(each.text or "" for each in condition.iter("varequal"))
    own = {"feedback": told["correct_fb"], "wrong_feedback": told["general_incorrect_fb"]}
    return Short(**common, **own, forms=forms, near=())


def material(parent: ET.Element | None) -> str:
    return prose_of(_mattext(parent, "text/html"))


def plain(parent: ET.Element) -> str:
    return _mattext(parent, "text/plain")


def _mattext(parent: ET.Element | None, texttype: str) -> str:
    assert parent is not None
    found = parent.find("material/mattext")
    assert found is not None
    assert found.get("texttype") == texttype
    return found.text or ""
