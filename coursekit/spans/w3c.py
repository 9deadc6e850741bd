"""Annotations in the W3C Web Annotation model, out and in.

https://www.w3.org/TR/annotation-model/ : a position selector and a quote selector for each passage;
positions count code points within the paragraph that the source's name names. Sources, tasks and questions have
names (URNs), not addresses: there is no place on the web where they could be found. The task or question in which
somebody marked is the ``scope`` of the passage.
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
NAMESPACE = "urn:coursekit:"
TASK, QUESTION = "task", "question"  # kinds of scope
_BASE = f"{NAMESPACE}source:"
_SOURCE = re.compile(r"(?:.*[/:])?(?P<source>[^/#:]+)/(?P<edition>[^/#]+)#(?P<paragraph>[^/#]+)")
_SCOPE = re.compile(rf"{NAMESPACE}(?P<kind>{TASK}|{QUESTION}):(?P<name>[^/#:]+)")


def to_w3c(annotation: Annotation, base: str = _BASE) -> dict[str, Any]:
    """Return an annotation as a W3C annotation.

    Parameters
    ----------
    annotation
        What is exported.
    base
        Put before the name of each source: by default what makes a URN of it, else e.g.
        ``https://example.org/sources/`` where the sources stand there.
    """
    bodies = [{"type": "TextualBody", "purpose": "tagging", "value": annotation.tag}]
    if annotation.comment:
        bodies.append({"type": "TextualBody", "purpose": "commenting", "value": annotation.comment})
    return {
        "@context": CONTEXT_ADDRESS,
        "id": uuid.UUID(annotation.id).urn,
        "type": "Annotation",
        "motivation": "tagging",
        "body": bodies,
        "target": [target_of(span, scope(TASK, annotation.task), base) for span in annotation.spans],
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
    spans, (kind, name) = passages(value, where)
    bodies = [body for body in _list(value.get("body")) if isinstance(body, Mapping)]
    return Annotation.from_json(
        {
            "id": id_of(value, where),
            "source": spans[0].source,
            "task": name if kind == TASK else "",
            "tag": next((body.get("value") for body in bodies if body.get("purpose") == "tagging"), None),
            "comment": next((body.get("value") for body in bodies if body.get("purpose") == "commenting"), ""),
            "spans": [span.to_json() for span in spans],
        },
        where=where,
    )


def passages(annotation: Mapping[str, Any], where: str) -> tuple[list[Span], tuple[str, str]]:
    """Return the passages of a W3C annotation, and kind and name of the scope they were marked in, if it is ours.

    Raises
    ------
    CourseError
        When it has none with position and quotation in a paragraph we can name.
    """
    targets = _list(annotation.get("target"))
    spans = [_span(each, f"{where}: target {n}") for n, each in enumerate(targets, 1)]
    if not spans:
        raise CourseError(f"{where}: target: expected at least one passage")
    found = _SCOPE.fullmatch(str(targets[0].get("scope", "")))
    return spans, (found["kind"], found["name"]) if found else ("", "")


def scope(kind: str, name: str) -> str:
    """Return the name of a task or question, as a scope; "" where there is none."""
    return f"{NAMESPACE}{kind}:{name}" if name else ""


def target_of(span: Span, scope: str = "", base: str = _BASE) -> dict[str, Any]:
    """Return a span as the target of an annotation."""
    quote = {"type": "TextQuoteSelector", "exact": span.quote, "prefix": span.prefix, "suffix": span.suffix}
    position = {"type": "TextPositionSelector", "start": span.start, "end": span.end}
    return {
        "type": "SpecificResource",
        "source": f"{base}{span.source}/{span.edition}#{span.paragraph}",
        "selector": [position, quote],
        **({"scope": scope} if scope else {}),
    }


def _span(target: object, where: str) -> Span:
    if not isinstance(target, Mapping):
        raise CourseError(f"{where}: expected an object with source and selector")
    address = target.get("source")
    place = _SOURCE.fullmatch(address) if isinstance(address, str) else None
    if place is None:
        raise CourseError(f"{where}: source: expected an address ending in SIGLUM/edition#paragraph")
    selectors = {str(each.get("type")): each for each in _list(target.get("selector")) if isinstance(each, Mapping)}
    position, quote = selectors.get("TextPositionSelector"), selectors.get("TextQuoteSelector")
    if position is None or quote is None:
        raise CourseError(f"{where}: selector: expected a TextPositionSelector and a TextQuoteSelector")
    words = {"quote": quote.get("exact"), "prefix": quote.get("prefix", ""), "suffix": quote.get("suffix", "")}
    span = {**place.groupdict(), "start": position.get("start"), "end": position.get("end"), **words}
    return Span.from_json(span, where)


def id_of(annotation: Mapping[str, Any], where: str) -> str:
    """Return the id of a W3C annotation as 32 hexadecimal digits. Raises CourseError for one that is no UUID."""
    try:
        return uuid.UUID(str(annotation.get("id"))).hex
    except ValueError:
        raise CourseError(f"{where}: id: expected urn:uuid: and a UUID") from None


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]
