"""Outside facts that a unit cites by their ids (“fact F4”) and shows nowhere: on no card, under no ``facts(…)``."""

from __future__ import annotations

import re
import tomllib
from typing import TYPE_CHECKING

from coursekit import questions as room
from coursekit.check.items import strings
from coursekit.outline import Call, parse, take_apart

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from coursekit.annotation.keys import Key
    from coursekit.questions import Question

VERB = "facts"
_CITED = re.compile(r"\bF[0-9]+[a-z]?\b")
Spoken = tuple[str, str]  # what says it ("" for prose), its words


def cited_unseen(
    path: Path, spoken: Iterable[Spoken], cards: Collection[str], known: Collection[str], pictures: Path
) -> list[tuple[int, str]]:
    """Return line and fault for each fact that a lesson or an exercise cites and does not show.

    Parameters
    ----------
    path
        Its notebook as text.
    spoken
        What its questions and keys say, each with the id of the question or task.
    cards
        Facts on the cards of its questions.
    known
        All outside facts; what is none of them is no citation.
    pictures
        The folder with the files of pictures, which cite, too.
    """
    try:
        text = take_apart(path)
    except (OSError, UnicodeDecodeError):
        return []  # which is told where it is checked
    calls = [call for cell in text.cells if isinstance(call := parse(cell), Call)]
    shown = {*cards, *(str(each) for call in calls if call.verb == VERB for each in call.arguments)}
    lines = {str(call.arguments[-1]): call.line for call in reversed(calls) if call.arguments}  # its id comes last
    said = [(line, "", words) for line, words in text.prose]
    said += [(lines.get(each, 1), each, words) for each, words in (*spoken, *_pictured(calls, pictures))]
    found: dict[str, tuple[int, str]] = {}
    for line, who, words in said:
        for fact in _CITED.findall(words):
            if fact in known and fact not in shown and fact not in found:
                by = f"{who} cites" if who else "cited"
                what = f"{fact}: {by} here and shown nowhere; show it with facts(“{fact}”), or on a card"
                found[fact] = (line, what)
    return list(found.values())


def spoken_by(questions: Iterable[Question], keys: Iterable[Key] = ()) -> Iterator[Spoken]:
    """Yield all that some questions and keys tell a learner, with their ids."""
    for question in questions:
        yield from ((question.id, words) for words in strings(room.view(question)))
        yield from ((question.id, words) for _, words in room.feedback(question))
    for key in keys:
        yield from ((key.id, f"{span.reason} {span.also}") for span in key.spans)


def _pictured(calls: Iterable[Call], pictures: Path) -> Iterator[Spoken]:
    for call in calls:
        if call.verb == "picture" and len(call.arguments) > 1:
            what = str(call.arguments[1])
            yield from ((what, words) for words in strings(_table(pictures / f"{what}.toml")))


def _table(path: Path) -> Mapping[str, object]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (OSError, ValueError):
        return {}  # of a chain there is no file; a faulty one is told elsewhere
