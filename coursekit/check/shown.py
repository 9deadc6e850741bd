"""Whether words that a question quotes stand before the reader: in a calendar or text, or on a card.

A learner works on what the course has of a source: a calendar, mostly. A prompt, a reason or a tag's example that
quotes words which only the full document has asks for something that cannot be looked up.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from coursekit.authoring.problems import Problem
from coursekit.check.tag_examples import line_of
from coursekit.sources.normal import words
from coursekit.sources.quoted import quoted

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from pathlib import Path

    from coursekit.annotation.keys import Key
    from coursekit.check.best_effort import BestEffort
    from coursekit.sources import TagSet


class Shown:
    """Tells whether a quotation stands in what the course has of a source or in an outside fact, word for word.

    Parameters
    ----------
    there
        What can be read of the course.
    """

    def __init__(self, there: BestEffort) -> None:
        self._there = there

    def __call__(self, quotation: str) -> bool:
        """Return True for words that stand there; letters and figures count, signs and capitals do not.

        Where a source cannot be read, nothing is said to be missing.
        """
        sought = " ".join(words(quotation))
        return not self._there.complete or any(f" {sought} " in text for text in self._texts)

    def missing(self, text: str) -> list[str]:
        """Return what a text quotes and nobody is shown."""
        return [quotation for quotation in quoted(text) if not self(quotation)]

    @cached_property
    def _texts(self) -> list[str]:
        # Entries of one list follow each other (a date, a title), and may be quoted in one.
        guides = (_run(paragraph.text for paragraph in guide.paragraphs) for guide in self._there.guides.values())
        return [*guides, *(_run([fact.title, fact.statement]) for fact in self._there.facts.values())]


def keys_not_shown(keys: Iterable[Key], shown: Shown) -> Iterator[Problem]:
    """Yield what experts' reasons quote and nobody is shown."""
    for span in (span for key in keys for span in key.spans):
        for quotation in (*shown.missing(span.reason), *shown.missing(span.also)):
            yield span.where.problem(f"{span.id}: “{quotation}” is in no calendar or text; quote what is")


def tags_not_shown(sets: Mapping[str, TagSet], path: Path, shown: Shown) -> Iterator[Problem]:
    """Yield the examples of tags that quote what nobody is shown."""
    for tag in (tag for each in sets.values() for tag in each.tags):
        for quotation in shown.missing(tag.example):
            fault = f"{tag.id}: “{quotation}” is in no calendar or text; take an example that is"
            yield Problem("sources/tags.toml", line_of(path, tag), fault)


def _run(texts: Iterable[str]) -> str:
    return f" {' '.join(word for text in texts for word in words(text))} "
