"""An expert's marks for an annotation task."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from coursekit.authoring.problems import Problem, Where
from coursekit.authoring.reading import read_table
from coursekit.questions.places import load_in_text, load_selection, load_siglum
from coursekit.questions.pointing import anchored, places
from coursekit.sources.record import PID

if TYPE_CHECKING:
    from collections.abc import Collection
    from pathlib import Path

    from coursekit.authoring.table import Table
    from coursekit.questions.word_numbers import WordNumbers
    from coursekit.spans.texts import EditionText


@dataclass(frozen=True)
class KeySpan:
    """A passage an expert marked.

    ``tags`` are all that can be defended, the expert's own first; ``optional`` passages may be left unmarked;
    ``in_text`` are the numbers of the words in the full text, where the calendar has them in its own words.
    """

    id: str
    paragraph: str
    quote: str
    tags: tuple[str, ...]
    reason: str
    also: str = ""
    optional: bool = False
    in_text: WordNumbers | None = None
    where: Where = field(default=Where(), compare=False)


@dataclass(frozen=True)
class Key:
    """An annotation task and its key."""

    id: str
    version: int
    source: str
    edition: str
    sets: tuple[str, ...]
    tags: tuple[str, ...]
    paragraphs: str
    prompt: str
    about: int
    spans: tuple[KeySpan, ...]


def load_key(path: Path, name: str = "") -> Key:
    """Read ``lessons/keys/NN-task.toml``; ``name`` is what messages call it.

    Raises
    ------
    CourseError
        ``file:line: key: what was expected``.
    """
    table = read_table(path, name)
    entries = table.tables("span", least=1)
    key = Key(
        id=table.text("id"),
        version=table.whole("version", 1, least=1),
        source=load_siglum(table),
        edition=table.one_of("edition", ("guide", "text"), "guide"),
        sets=table.texts("sets", required=True),
        tags=table.texts("tags"),
        paragraphs=load_selection(table),
        prompt=table.text("prompt"),
        about=table.whole("about", len(entries), least=1),
        spans=tuple(_span(entry) for entry in entries),
    )
    seen: set[str] = set()
    for entry, span in zip(entries, key.spans, strict=True):
        if span.id in seen:
            raise entry.error("id", f"expected an id used once here, found “{span.id}” twice")
        seen.add(span.id)
    table.done()
    return key


def placed(key: Key, edition: EditionText) -> list[dict[str, Any]]:
    """Return the key's passages with their place in an edition, as the reader shows them.

    A passage whose words do not stand there is left out; `check` reports it to the author.
    """
    texts = {each.id: each.text for each in edition.paragraphs}
    shown = []
    for span in key.spans:
        for start, end in anchored(texts.get(span.paragraph, ""), edition.name, span.quote, span.in_text)[:1]:
            own = {"id": span.id, "paragraph": span.paragraph, "start": start, "end": end, "quote": span.quote}
            why = {"tags": list(span.tags), "reason": span.reason, "also": span.also, "optional": span.optional}
            shown.append(own | why)
    return shown


def check_key(key: Key, edition: EditionText, tags: Collection[str]) -> list[Problem]:
    """Return what a key has that the text or the tag sets have not.

    Parameters
    ----------
    key
        Any key.
    edition
        The text it was made on.
    tags
        Ids of the tags the task offers.
    """
    texts = {each.id: each.text for each in edition.paragraphs}
    problems = []
    for span in key.spans:
        found = len(places(texts.get(span.paragraph, ""), span.quote))
        wrong = [f"tag: {tag} is not offered in this task" for tag in span.tags if tag not in tags]
        if found != 1:
            wrong.append(
                f"quote: expected words that stand once in {key.source} {span.paragraph}, found {found} places"
            )
        problems += [span.where.problem(f"{span.id}: {words}") for words in wrong]
    return problems


def _span(entry: Table) -> KeySpan:
    span = KeySpan(
        id=entry.text("id"),
        paragraph=entry.text("paragraph"),
        quote=entry.text("quote"),
        tags=entry.texts("tag", required=True),
        reason=entry.text("reason"),
        also=entry.text("also", ""),
        optional=entry.flag("optional"),
        in_text=load_in_text(entry),
        where=entry.where,
    )
    if not PID.fullmatch(span.paragraph):
        raise entry.error("paragraph", f"expected one paragraph as p11, found “{span.paragraph}”")
    entry.done()
    return span
