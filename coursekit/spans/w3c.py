"""Annotations in the W3C Web Annotation model, out and in.

https://www.w3.org/TR/annotation-model/ : a position selector and a quote selector for each passage;
positions count code points within the paragraph that the source address names.
"""

from __future__ import annotations

import re
import uuid
from collections.abc import Mapping
from typing import Any

from coursekit.errors import CourseError
from coursekit.spans.annotation import Annotation
from coursekit.spans.span import Span

CONTEXT_ADDRESS = "http://www.w3.org/ns/anno.jsonld"
_SOURCE = re.compile(r"(?:.*/)?(?P<source>[^/#]+)/(?P<edition>[^/#]+)#(?P<paragraph>[^/#]+)")


def to_w3c(annotation: Annotation, base: str = "") -> dict[str, Any]:
    """Return an annotation as a W3C annotation.

    Parameters
    ----------
    annotation
        What is exported. Its task goes into ``partOf``, which other programs ignore.
    base
        Put before the address of each source, e.g. ``https://example.org/sources/``.
    """
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": annotation.tag}]
    if annotation.comment:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": annotation.comment})
    return {
        "@context": CONTEXT_ADDRESS,
        "id": uuid.UUID(annotation.id).urn,
        "type": "Annotation",
        "motivation": "tagging",
        **({"partOf": annotation.task} if annotation.task else {}),
        "body": bodies,
        "target": [_target(span, base) for span in annotation.spans],
    }


def from_w3c(value: object, where: str = "annotation") -> Annotation:
    """Read a W3C annotation that was made from one of ours, possibly by another program.

    Raises
    ------
    CourseError
        When it has no passage with position and quotation in a paragraph we can name.
    """
    if not isinstance(value, Mapping):
        raise CourseError(f"{where}: expected a W3C annotation (an object)")
    targets = [_span(each, f"{where}: target {n}") for n, each in enumerate(_list(value.get("target")), 1)]
    if not targets:
        raise CourseError(f"{where}: target: expected at least one passage")
    bodies = [body for body in _list(value.get("body")) if isinstance(body, Mapping)]
    return Annotation.from_json(
        {
            "id": _id(value.get("id"), where),
            "source": targets[0]["source"],
            "task": value.get("partOf", ""),
            "tag": next((body.get("value") for body in bodies if body.get("purpose") == "tagging"), None),
            "comment": next((body.get("value") for body in bodies if body.get("purpose") == "commenting"), ""),
            "spans": targets,
        },
        where=where,
    )


def _target(span: Span, base: str) -> dict[str, Any]:
    quote = {"type": "TextQuoteSelector", "exact": span.quote, "prefix": span.prefix, "suffix": span.suffix}
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {
        "type": "SpecificResource",
        "source": f"{base}{span.source}/{span.edition}#{span.paragraph}",
        "selector": [position, quote],
    }


def _span(target: object, where: str) -> dict[str, Any]:
    if not isinstance(target, Mapping):
        raise CourseError(f"{where}: expected an object with source and selector")
    address = target.get("source")
    place = _SOURCE.fullmatch(address) if isinstance(address, str) else None
    if place is None:
        raise CourseError(f"{where}: source: expected an address ending in SIGLUM/edition#paragraph")
    selectors = {each.get("type"): each for each in _list(target.get("selector")) if isinstance(each, Mapping)}
    position, quote = selectors.get("TextPositionSelector"), selectors.get("TextQuoteSelector")
    if position is None or quote is None:
        raise CourseError(f"{where}: selector: expected a TextPositionSelector and a TextQuoteSelector")
    words = {"quote": quote.get("exact"), "prefix": quote.get("prefix", ""), "suffix": quote.get("suffix", "")}
    span = {**place.groupdict(), "start": position.get("start"), "end": position.get("end"), **words}
    return Span.from_json(span, where).to_json()


def _id(value: object, where: str) -> str:
    try:
        return uuid.UUID(str(value)).hex
    except ValueError:
        raise CourseError(f"{where}: id: expected urn:uuid: and a UUID") from None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
