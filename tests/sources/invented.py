"""A document nobody wrote, in the manner of ours: head lines, repeated dates, long paragraphs, a foot."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.sources.author import write_fingerprints
from coursekit.sources.library import Library
from coursekit.sources.record import load_record

if TYPE_CHECKING:
    from pathlib import Path

PARAGRAPHS = {
    "m1": "Skip to the catalogue",
    "h1": "From the log of the keeper, North Rock",
    "e1.d": "March 4, 1911",
    "e1.a": (
        "Wind from the north-east, rising after noon. The relief boat was seen twice off the skerry and turned back "
        "both times; we burned the blue light, but nobody on the mainland can have seen it through the snow."
    ),
    "e2.d": "March 4, 1911",
    "e2.a": (
        "The second keeper — a careful man — holds that the boat “never meant to land”, and says so to whoever will "
        "listen. I wrote down what he said, not what I think of it, because a log is no place for quarrels between "
        "two men who must share one stove until the thaw."
    ),
    "p1": (
        "We have bread for eleven days, oil for thirty-one, and a self-reliance that was not asked for. The barometer "
        "stood at 28.9 in the morning and at 28.4 when I trimmed the lamps; between the two readings the gulls left "
        "the western ledge, all of them together, as they do before a gale."
    ),
    "p2": (
        "(It may be said that the lamp was dark for 20 minutes on the night of the 6th. It was. The mantle broke, and "
        "the spare one had been packed in the wrong chest; the steamer's captain, who complained of it, was then "
        "12 miles off and, by his own account, asleep.)"
    ),
    "f1": "J. Marrable, principal keeper",
    "f2": "Copied 1912",
}

TEXT = "\n\n".join(
    f"  • {words}" if pid.endswith(".d") else f"*{words}*" if pid == "f1" else words
    for pid, words in PARAGRAPHS.items()
)

RECORD = """\
siglum = "OWL"
title = "Log of the keeper, North Rock"
short = "the log"
genre = "A log"
who = "The principal keeper"
to_whom = "Not stated"
when = "1911-03"
events = "1911-03-04/1911-03-06"
when_note = "Two entries bear one date."
grade = "none"
reference = "None"
place = "North Rock"
language = "English"
translator = "None"
rights = "None stated"
address = ""

[[voice]]
id = "keeper"
name = "the keeper"

[[transmission]]
actor = "The keeper"
action = "writes the log"
lost = ""
evidence = ["OWL p1"]
certainty = "documented"

[paragraphs]
"""

TAGS = """\
[[set]]
id = "TS-A"
name = "Who knows"
[[set.tag]]
id = "SEEN"
name = "Seen"
definition = "The writer saw it."
example = "the gulls left"
colour = 1
line = "solid"
"""


def begins(words: str) -> str:
    """Return the first words, as an author writes them down."""
    return " ".join(words.split()[:3])


def guide() -> str:
    """Return a guide that quotes a few words of two paragraphs."""
    said = {
        "e2.a": "What the second keeper holds: that the boat “never meant to land”.",
        "p1": "Stores are counted, and there is “a self-reliance that was not asked for”.",
    }
    blocks = [f"## {pid} · the keeper\n\n{said.get(pid, 'In our own words.')}\n" for pid in PARAGRAPHS]
    return "\n".join(["# OWL: a calendar of the log\n", *blocks])


def lay_out(folder: Path) -> Library:
    """Make a course with this one source, and return its library; copies go to ``work`` beside it."""
    source = folder / "sources" / "OWL"
    source.mkdir(parents=True)
    (folder / "lessons").mkdir()
    rows = [f'"{pid}" = {{begins = "{begins(words)}"}}\n' for pid, words in PARAGRAPHS.items()]
    (source / "record.toml").write_text(RECORD + "".join(rows), encoding="utf-8")
    (source / "guide.md").write_text(guide(), encoding="utf-8")
    (folder / "sources" / "tags.toml").write_text(TAGS, encoding="utf-8")
    write_fingerprints(source / "record.toml", load_record(source / "record.toml"), TEXT)
    return Library(folder, folder / "work" / "texts")
