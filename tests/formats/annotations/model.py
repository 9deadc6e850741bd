"""What the Web Annotation Data Model says that an annotation or a collection MUST have.

https://www.w3.org/TR/annotation-model/ ; the numbers in the messages are those of its sections.
"""

from __future__ import annotations

import re
from datetime import datetime
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Iterator

CONTEXT = "http://www.w3.org/ns/anno.jsonld"
IRI = re.compile(r"[a-z][a-z0-9+.-]*:[^\s<>\"{}|\\^`]+", re.IGNORECASE)
MOTIVATIONS = frozenset(
    {
        *("assessing", "bookmarking", "classifying", "commenting", "describing", "editing", "highlighting"),
        *("identifying", "linking", "moderating", "questioning", "replying", "tagging"),
    }
)

# What a key means; JSON-LD drops a key that its context does not know, without a word. Of the vocabulary's terms
# (https://www.w3.org/TR/annotation-vocab/) and those it takes over, all that a collection of marks may need.
KEYS = frozenset(
    {
        *("@context", "id", "type", "label", "total", "first", "last", "next", "prev", "partOf", "startIndex", "items"),
        *(
            "body",
            "bodyValue",
            "target",
            "motivation",
            "purpose",
            "created",
            "modified",
            "creator",
            "generator",
            "name",
        ),
        *("value", "format", "language", "source", "selector", "scope", "state", "refinedBy"),
        *("exact", "prefix", "suffix", "start", "end"),
    }
)


def strange_keys(value: Any) -> set[str]:
    """Return keys, anywhere in a value, that the standard does not know."""
    if isinstance(value, list):
        return set().union(*map(strange_keys, value))
    if isinstance(value, dict):
        return (set(value) - KEYS).union(*map(strange_keys, value.values()))
    return set()


def several(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [] if value is None else [value]


def faults(value: Any, *, embedded: bool = False) -> list[str]:
    """All that an annotation lacks; one embedded in a page has the page's context."""
    return list(_annotation(value, embedded=embedded))


def collection_faults(value: Any) -> list[str]:
    return list(_collection(value))


def _iri(value: Any) -> bool:
    return isinstance(value, str) and IRI.fullmatch(value) is not None


def _annotation(value: Any, *, embedded: bool) -> Iterator[str]:
    if not isinstance(value, dict):
        yield "3.1 not an object"
        return
    must = {
        "3.1 @context": embedded or CONTEXT in several(value.get("@context")),
        "3.1 id: exactly one IRI": _iri(value.get("id")),
        "3.1 type: Annotation": "Annotation" in several(value.get("type")),
        "3.1 target: one or more": bool(several(value.get("target"))),
        "3.2.5 bodyValue beside body": not {"body", "bodyValue"} <= set(value),
        "3.3.1 xsd:dateTime in UTC": all(_time(value[key]) for key in ("created", "modified") if key in value),
        "3.3.5 motivation": all(each in MOTIVATIONS for each in several(value.get("motivation"))),
    }
    yield from (fault for fault, kept in must.items() if not kept)
    for what in ("body", "target"):
        for each in several(value.get(what)):
            yield from _resource(each, what)


def _time(value: Any) -> bool:
    if not isinstance(value, str) or not value.endswith("Z"):
        return False
    try:
        datetime.fromisoformat(value)
    except ValueError:
        return False
    return True


def _resource(value: Any, what: str) -> Iterator[str]:
    if isinstance(value, str):
        must = {f"3.2.1 {what}: IRI": _iri(value)}
    elif "TextualBody" in several(value.get("type")):
        must = {"3.2.4 value: exactly one string": isinstance(value.get("value"), str)}
    elif "SpecificResource" in several(value.get("type")) or "selector" in value:
        must = {
            "4 source: exactly one IRI": _iri(value.get("source")),
            "4.6 scope: IRI": all(map(_iri, several(value.get("scope")))),
        }
        for selector in several(value.get("selector")):
            yield from _selector(selector)
    else:
        must = {f"3.2.1 {what}: id of an external resource": _iri(value.get("id"))}
    yield from (fault for fault, kept in must.items() if not kept)
    if isinstance(value, dict) and not set(several(value.get("purpose"))) <= MOTIVATIONS:
        yield "3.3.5 purpose"


def _selector(value: Any) -> Iterator[str]:
    if "TextQuoteSelector" in several(value.get("type")):
        if not isinstance(value.get("exact"), str):
            yield "4.2.4 exact: exactly one"
        for key in ("prefix", "suffix"):
            if not isinstance(value.get(key, ""), str):
                yield f"4.2.4 {key}: at most one"
    elif "TextPositionSelector" in several(value.get("type")):
        start, end = value.get("start"), value.get("end")
        if not (type(start) is type(end) is int and 0 <= start <= end):
            yield "4.2.5 start and end: non-negative integers"


def _collection(value: Any) -> Iterator[str]:
    if CONTEXT not in several(value.get("@context")):
        yield "5.1 @context"
    if not _iri(value.get("id")):
        yield "5.1 id"
    if "AnnotationCollection" not in several(value.get("type")):
        yield "5.1 type"
    total, first = value.get("total", 0), value.get("first")
    if total and not first:
        yield "5.1 first: where total is over 0"
    if isinstance(first, dict):
        yield from _page(first, value)


def _page(page: dict[str, Any], whole: dict[str, Any]) -> Iterator[str]:
    if not _iri(page.get("id")):
        yield "5.2 id"
    if "AnnotationPage" not in several(page.get("type")):
        yield "5.2 type"
    items = page.get("items")
    if not isinstance(items, list):
        yield "5.2 items"
        return
    if "next" not in page and "total" in whole and len(items) != whole["total"]:
        yield "5.1 total"
    for item in items:
        yield from _annotation(item, embedded=True)
