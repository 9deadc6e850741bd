"""Questions as a zip of QTI 1.2, as Canvas reads it: a quiz for every lesson and exercise.

IMS Question & Test Interoperability 1.2.1, https://www.imsglobal.org/question/ , with the fields by which Canvas knows
its kinds (``question_type``, ``points_possible``), as its own exports have them. Canvas's classic quizzes have no
ordering, no hints, and words for right and wrong only where an answer is typed.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from typing import TYPE_CHECKING, Any
from xml.etree import ElementTree as ET  # only writes here

from coursekit.formats.questions.carried import Carried, Matching, NearNumber, Numerical, Ordering, Short
from coursekit.formats.questions.markup import figure
from coursekit.formats.questions.package import Group, Platform
from coursekit.formats.questions.qti_items import item_of

if TYPE_CHECKING:
    from coursekit.formats.questions.package import Fitted

ORDER = "Canvas's quizzes have no ordering"
BOXES = "Canvas cannot tell two boxes with the same words apart"
WITHIN = "Canvas cannot make a near miss within the tolerance wrong"
HINTS = "Canvas has no hints"
NEAR = "Canvas has no words for foreseen mistakes where one types an answer"
QTI, CANVAS = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2", "http://canvas.instructure.com/xsd/cccv1p0"
_PACKAGE = "http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1"
_ASSESSMENT, _META = "imsqti_xmlv1p2", "associatedcontent/imscc_xmlv1p1/learning-application-resource"
_DECLARATION = b'<?xml version="1.0" encoding="UTF-8"?>\n'
_DAY = (1980, 1, 1, 0, 0, 0)  # of every file in the zip: the same questions make the same bytes


def fitted(item: Carried) -> Fitted:
    """Return what Canvas can hold of a question, and what is lost; None, and why, where that is nothing."""
    if isinstance(item, Ordering):
        return None, (ORDER,)
    if isinstance(item, Matching) and len(set(item.boxes)) < len(item.boxes):
        return None, (BOXES,)
    if isinstance(item, Numerical) and any(_within(item, near) for near in item.near):
        return None, (WITHIN,)
    lost = [HINTS] * bool(item.hints)
    if isinstance(item, Numerical | Short) and item.near:
        lost.append(NEAR)
    dropped: dict[str, Any] = {"near": ()} if isinstance(item, Numerical | Short) else {}
    return replace(item, hints=(), **dropped), tuple(lost)


def write(title: str, groups: tuple[Group, ...]) -> bytes:
    """Return a zip archive: a manifest, and for each group its quiz and what Canvas wants to know of it."""
    files = {"imsmanifest.xml": _xml(_manifest(title, groups))}
    for group in groups:
        name = _ident(group)
        files[f"{name}/{name}.xml"] = _xml(_quiz(group))
        files[f"{name}/assessment_meta.xml"] = _xml(_meta(group))
    raw = io.BytesIO()
    with zipfile.ZipFile(raw, "w", zipfile.ZIP_DEFLATED) as packed:
        for file, content in files.items():
            info = zipfile.ZipInfo(file, _DAY)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.external_attr = 0o644 << 16
            packed.writestr(info, content)
    return raw.getvalue()


PLATFORM = Platform(".zip", fitted, write)


def _within(item: Numerical, near: NearNumber) -> bool:
    """Tell whether some number that is a near miss would be right by the answer's tolerance."""
    reach = abs(near.value - item.answer)
    return bool(item.tolerance) and reach <= item.tolerance + near.tolerance


def _quiz(group: Group) -> ET.Element:
    whole = ET.Element("questestinterop", {"xmlns": QTI})
    quiz = ET.SubElement(whole, "assessment", ident=_ident(group), title=group.title)
    section = ET.SubElement(quiz, "section", ident="root_section")
    section.extend(item_of(question) for question in group.questions)
    return whole


def _meta(group: Group) -> ET.Element:
    whole = ET.Element("quiz", {"xmlns": CANVAS, "identifier": _ident(group)})
    points = sum(question.points for question in group.questions)
    # What does not go into marks is practice; the instructor may change it in Canvas.
    kind = "assignment" if points and not group.id.startswith("L") else "practice_quiz"
    told = {
        "title": group.title,
        "description": "",
        "shuffle_answers": "false",
        "scoring_policy": "keep_highest",
        "quiz_type": kind,
        "points_possible": figure(points),
        "allowed_attempts": "-1",
    }
    for key, value in told.items():
        ET.SubElement(whole, key).text = value
    return whole


def _manifest(title: str, groups: tuple[Group, ...]) -> ET.Element:
    names = {"xmlns": _PACKAGE, "xmlns:imsmd": "http://www.imsglobal.org/xsd/imsmd_v1p2"}
    whole = ET.Element("manifest", {"identifier": "coursekit", **names})
    metadata = ET.SubElement(whole, "metadata")
    ET.SubElement(metadata, "schema").text = "IMS Content"
    ET.SubElement(metadata, "schemaversion").text = "1.1.3"
    parent = metadata
    for name in ("lom", "general", "title", "string"):
        parent = ET.SubElement(parent, f"imsmd:{name}")
    parent.text = title
    ET.SubElement(whole, "organizations")
    resources = ET.SubElement(whole, "resources")
    for group in groups:
        name = _ident(group)
        quiz = ET.SubElement(resources, "resource", identifier=name, type=_ASSESSMENT)
        ET.SubElement(quiz, "file", href=f"{name}/{name}.xml")
        ET.SubElement(quiz, "dependency", identifierref=f"{name}_meta")
        href = f"{name}/assessment_meta.xml"
        meta = ET.SubElement(resources, "resource", identifier=f"{name}_meta", type=_META, href=href)
        ET.SubElement(meta, "file", href=href)
    return whole


def _ident(group: Group) -> str:
    return f"coursekit_{group.id}"


def _xml(root: ET.Element) -> bytes:
    ET.indent(root)
    return _DECLARATION + ET.tostring(root, encoding="unicode").encode() + b"\n"
