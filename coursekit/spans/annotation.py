"""An annotation: what a reader marks, under which tag, with which comment."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from typing import Any

from coursekit.errors import CourseError
from coursekit.spans.span import Span
from coursekit.spans.texts import well_formed

LONGEST_COMMENT = 4000  # characters
MOST_SPANS = 40  # passages in one mark
CHANGEABLE = frozenset({"tag", "comment", "spans"})
_ID = re.compile(r"[0-9a-f]{32}")
_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{0,59}")


@dataclass(frozen=True, slots=True)
class Annotation:
    """One mark of a reader.

    Parameters
    ----------
    id
        32 hexadecimal digits (a UUID), made where the mark was made.
    source
        Siglum.
    task
        Annotation task it belongs to; empty for free marking.
    tag
        Id of a tag of the sets in use.
    comment
        Free words, at most 4000 characters.
    spans
        The passages in order: several where a mark runs over a paragraph's end; all in one edition.
    """

    id: str
    source: str
    task: str
    tag: str
    comment: str
    spans: tuple[Span, ...]

    def to_json(self) -> dict[str, Any]:
        """Return the annotation as a JSON object."""
        head = {"id": self.id, "source": self.source, "task": self.task, "tag": self.tag, "comment": self.comment}
        return {**head, "spans": [span.to_json() for span in self.spans]}

    @classmethod
    def from_json(cls, value: object, tags: Collection[str] | None = None, where: str = "mark") -> Annotation:
        """Read an annotation from a JSON value of unknown origin.

        Parameters
        ----------
        value
            What was received.
        tags
            The ids of the tags allowed; None allows any.
        where
            Opens each message.

        Raises
        ------
        CourseError
            When a part is missing, of the wrong type, out of bounds, or the tag is not in use here.
        """
        if not isinstance(value, Mapping):
            raise CourseError(f"{where}: expected an object with id, source, tag and spans")
        known = value.get("id")
        if not isinstance(known, str) or not _ID.fullmatch(known):
            raise CourseError(f"{where}: id: expected 32 hexadecimal digits")
        source, task = value.get("source"), value.get("task", "")
        if not isinstance(source, str) or not _NAME.fullmatch(source):
            raise CourseError(f"{where}: source: expected a siglum")
        if not isinstance(task, str) or (task and not _NAME.fullmatch(task)):
            raise CourseError(f"{where}: task: expected the id of a task, or nothing")
        return cls(
            id=known,
            source=source,
            task=task,
            tag=_tag(value.get("tag"), tags, where),
            comment=_comment(value.get("comment", ""), where),
            spans=_spans(value.get("spans"), source, where),
        )

    def changed(self, changes: object, tags: Collection[str] | None = None, where: str = "mark") -> Annotation:
        """Return the annotation with a new tag, comment or spans; see `read_changes`."""
        found = read_changes(changes, self.source, tags, where)
        spans = tuple(Span.from_json(span) for span in found.pop("spans", ())) or self.spans
        return replace(self, spans=spans, **found)


def read_changes(
    value: object, source: str, tags: Collection[str] | None = None, where: str = "mark"
) -> dict[str, Any]:
    """Read a change of a mark's tag, comment or spans from a JSON value of unknown origin; returns JSON.

    Raises
    ------
    CourseError
        As `Annotation.from_json`, and for any other key.
    """
    if not isinstance(value, Mapping) or not value or not set(value) <= CHANGEABLE:
        raise CourseError(f"{where}: expected a change of tag, comment or spans")
    found: dict[str, Any] = {}
    if "tag" in value:
        found["tag"] = _tag(value["tag"], tags, where)
    if "comment" in value:
        found["comment"] = _comment(value["comment"], where)
    if "spans" in value:
        found["spans"] = [span.to_json() for span in _spans(value["spans"], source, where)]
    return found


def _tag(value: object, tags: Collection[str] | None, where: str) -> str:
    if not isinstance(value, str) or not _NAME.fullmatch(value):
        raise CourseError(f"{where}: tag: expected the id of a tag")
    if tags is not None and value not in tags:
        raise CourseError(f"{where}: tag: {value} is not one of the tags used here")
    return value


def _comment(value: object, where: str) -> str:
    if not isinstance(value, str):
        raise CourseError(f"{where}: comment: expected text")
    if len(value) > LONGEST_COMMENT:
        raise CourseError(f"{where}: a comment has at most {LONGEST_COMMENT} characters, this one {len(value)}")
    return well_formed(value)


def _spans(value: object, source: str, where: str) -> tuple[Span, ...]:
    if not isinstance(value, list | tuple) or not value:
        raise CourseError(f"{where}: spans: expected at least one passage")
    if len(value) > MOST_SPANS:
        raise CourseError(f"{where}: one mark runs over at most {MOST_SPANS} paragraphs; make two of it")
    spans = tuple(Span.from_json(each, f"{where}: passage {n}") for n, each in enumerate(value, 1))
    if {(span.source, span.edition) for span in spans} != {(source, spans[0].edition)}:
        raise CourseError(f"{where}: spans: all passages of a mark stand in one text of {source}")
    return spans
