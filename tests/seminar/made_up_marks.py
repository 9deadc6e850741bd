"""Marks that a made-up reader makes for a lesson's task: some where the expert has them, some elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.annotation.keys import placed
from coursekit.marking.handed_marks import AFTER
from coursekit.spans import make_span, sentences

if TYPE_CHECKING:
    from random import Random

    from coursekit.annotation.keys import Key
    from coursekit.course import Course

ALONE = 0.08  # how often a sentence is marked that the expert has not
LATE = 0.05  # how often a mark is made once the expert's could be seen
COMMENTS = ("", "", "", "How does he know?", "A word that could be left out.", "See the head of the paper.")


def marks(course: Course, task: str, able: float, rng: Random) -> list[dict[str, Any]]:
    """Return the marks of one reader.

    Parameters
    ----------
    course, task
        What is read.
    able
        How often a passage of the key is found, and given a tag of the key, from 0 to 1.
    rng
        Decides the rest.
    """
    key = course.key(task)
    guide = course.library.source(key.source).guide
    tags = key.tags or tuple(tag.id for name in key.sets for tag in course.tag_sets[name].tags)
    found = []
    for passage in placed(key, guide):
        if rng.random() < able:
            start, end = _about(guide.paragraph(passage["paragraph"]).text, passage["start"], passage["end"], rng)
            tag = passage["tags"][0] if rng.random() < able else rng.choice(tags)
            found.append(_mark(course, key, (passage["paragraph"], start, end), tag, rng))
    shown = guide.select(key.paragraphs)
    for paragraph in shown:
        for start, end in sentences.sentences(paragraph.text):
            if rng.random() < ALONE:
                found.append(_mark(course, key, (paragraph.id, start, end), rng.choice(tags), rng))
    return found


def _about(text: str, start: int, end: int, rng: Random) -> tuple[int, int]:
    """Return a passage, or a word more at its end."""
    more = text.find(" ", end + 1)
    return start, more if more > 0 and rng.random() < 1 / 3 else end


def _mark(course: Course, key: Key, place: tuple[str, int, int], tag: str, rng: Random) -> dict[str, Any]:
    span = make_span(course.library.source(key.source).guide, *place).to_json()
    head = {"id": f"{rng.getrandbits(128):032x}", "source": key.source, "task": key.id, "tag": tag}
    return {**head, "comment": rng.choice(COMMENTS), "spans": [span]} | ({AFTER: True} if rng.random() < LATE else {})
