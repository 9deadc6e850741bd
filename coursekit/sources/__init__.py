"""Sources: their records and guides, fingerprints, tags, outside facts, and the learner's own full texts."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem
from coursekit.sources.context import Fact, load_context
from coursekit.sources.editions import Edition, Paragraph
from coursekit.sources.glossary import Entry, load_glossary
from coursekit.sources.library import Library, Source
from coursekit.sources.links import links
from coursekit.sources.record import Record, Step, Voice, load_record
from coursekit.sources.tags import Tag, TagSet, load_tags

if TYPE_CHECKING:
    from coursekit.sources.check import check_sources

__all__ = [
    "Edition",
    "Entry",
    "Fact",
    "Library",
    "Paragraph",
    "Problem",
    "Record",
    "Source",
    "Step",
    "Tag",
    "TagSet",
    "Voice",
    "check_sources",
    "links",
    "load_context",
    "load_glossary",
    "load_record",
    "load_tags",
]

if not TYPE_CHECKING:

    def __getattr__(name: str) -> object:
        """Read the checks when an author wants them (PEP 562): a lesson never does."""
        if name != "check_sources":
            raise AttributeError(f"module {__name__} has no attribute {name}", name=name)
        from coursekit.sources.check import check_sources

        return check_sources
