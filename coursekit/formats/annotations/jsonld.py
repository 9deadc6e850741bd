"""Marks and pointed places as one W3C Annotation Collection in JSON-LD, out and in.

https://www.w3.org/TR/annotation-model/ : section 3 (annotations), 4 (selectors, scope), 5 (collections and pages).
A mark is ``tagging``; a place pointed at is ``highlighting``, and the question is its scope.
"""

from __future__ import annotations

import json
import uuid
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from coursekit.errors import CourseError
from coursekit.formats.annotations.noted import Noted
from coursekit.spans import Annotation, from_w3c, to_w3c
from coursekit.spans.w3c import CONTEXT_ADDRESS, QUESTION, id_of, passages, scope, target_of

if TYPE_CHECKING:
    from collections.abc import Iterable

_TIMES = ("created", "modified")
LABEL = "Marks, and places pointed at"


def write(noted: Iterable[Noted]) -> bytes:
    """Return the collection as a file's bytes; the same for the same marks."""
    items = [_annotation(each) for each in noted]
    name = uuid.uuid5(uuid.NAMESPACE_OID, json.dumps(items, sort_keys=True)).urn
    page = {"id": f"{name}#page", "type": "AnnotationPage", "partOf": name, "startIndex": 0, "items": items}
    head = {"@context": CONTEXT_ADDRESS, "id": name, "type": "AnnotationCollection", "label": LABEL}
    whole = head | {"total": len(items)} | ({"first": page} if items else {})
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def read(raw: bytes) -> list[Noted]:
    """Read such a collection, possibly saved by another program.

    Raises
    ------
    CourseError
        When it is none, or one of its annotations has no passage we can name.
    """
    try:
        whole = json.loads(raw.decode("utf-8-sig"))
    except (ValueError, RecursionError) as error:
        raise CourseError("not JSON-LD that can be read; export the marks again") from error
    first = whole.get("first", {"items": []}) if isinstance(whole, dict) else None
    items = first.get("items") if isinstance(first, dict) else None
    if not isinstance(items, list):
        raise CourseError("not an annotation collection with its first page in it; export the marks again")
    return [_noted(each, f"annotation {n}") for n, each in enumerate(items, 1)]


def _annotation(noted: Noted) -> dict[str, Any]:
    if noted.tag:
        own = to_w3c(
            Annotation(noted.id, noted.spans[0].source, noted.task, noted.tag, noted.comment, tuple(noted.spans))
        )
        own.pop("@context")  # the collection's holds for all of it
    else:
        targets = [target_of(span, scope(QUESTION, noted.question)) for span in noted.spans]
        own = {"id": uuid.UUID(noted.id).urn, "type": "Annotation", "motivation": "highlighting", "target": targets}
    if noted.learner:
        own["creator"] = {"type": "Person", "name": noted.learner}
    return own | {key: value for key in _TIMES if (value := getattr(noted, key))}


def _noted(value: object, where: str) -> Noted:
    if not isinstance(value, dict):
        raise CourseError(f"{where}: expected a W3C annotation (an object)")
    if value.get("motivation") == "highlighting":
        spans, (kind, name) = passages(value, where)
        found = Noted(id_of(value, where), tuple(spans), question=name if kind == QUESTION else "")
    else:
        mark = from_w3c(value, where)
        found = Noted(mark.id, mark.spans, mark.tag, mark.comment, mark.task)
    creator = value.get("creator")
    learner = creator.get("name") if isinstance(creator, dict) else ""
    created, modified = (_text(value.get(key)) for key in _TIMES)
    return replace(found, learner=_text(learner), created=created, modified=modified)


def _text(value: object) -> str:
    return value if isinstance(value, str) else ""
