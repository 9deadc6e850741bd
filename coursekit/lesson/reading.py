"""``read`` and ``annotate``: a text to read, to mark freely, or to mark for a task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.course import Course, course
from coursekit.errors import CourseError
from coursekit.lesson.host import host
from coursekit.lesson.hub import hub
from coursekit.lesson.output import emit, emit_live, verb, with_notice
from coursekit.lesson.text_twin import text_twin
from coursekit.lesson.views import Live
from coursekit.sessions.gates import LOCKED
from coursekit.sessions.open_reader import editions, reader_session
from coursekit.sessions.open_text import OpenText
from coursekit.sessions.store import store_of
from coursekit.words import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from coursekit.annotation.keys import Key
    from coursekit.html import Safe
    from coursekit.sources import Tag


@verb
def read(siglum: str, paragraphs: str = "", after: str = "", tags: str | Iterable[str] = ()) -> None:
    """Show a text to read; with ``tags`` (ids of tag sets) it can be marked, too.

    Parameters
    ----------
    siglum
        Which source.
    paragraphs
        Which of its paragraphs, as ``"p1-p5 m7"``; all if empty.
    after
        A prediction to be made before the text opens.
    tags
        Tag sets for free marking, as ``"TS-X TS-T"``.
    """
    here = course()
    source = here.library.source(here.siglum(siglum))
    if after:
        here.question(after)
    offered = _tags(here, tags.split() if isinstance(tags, str) else tags)
    text = OpenText(source, "", source.guide.select(paragraphs))
    store_of(here).gates.add(text.siglum, text.shown, after)
    _show(here, text, offered, after=after)


@verb
def annotate(task: str) -> None:
    """Show an annotation task; the expert's marks come after one's own."""
    here = course()
    key = here.key(task)
    source = here.library.source(here.siglum(key.source))
    text = OpenText(source, key.id, source.guide.select(key.paragraphs))
    # What waits for a prediction where it is read waits here, too.
    after = store_of(here).waits_for(text.siglum, text.shown)
    _show(here, text, _tags(here, key.sets, key.tags), key, after)


def _show(here: Course, text: OpenText, tags: list[Tag], key: Key | None = None, after: str = "") -> None:
    """Put out a text's static twin and its reader."""
    store = store_of(here)
    session = reader_session(store, text, tags, key, after)

    def draw() -> Safe:
        # (The static text of a task is folded away already.)
        locked = bool(after) and key is None and not store.is_open(text.siglum, after)
        return text_twin(text, *text.placed(), LOCKED if locked else "", key)

    static = draw()
    try:
        shell = host().shell("reader", session)
    except CourseError as error:
        emit(with_notice(static, error))
        return

    def texts(sigla: Collection[str]) -> list[Any]:
        if text.siglum not in sigla:
            return []
        text.lay_out(here.library.source(text.siglum))
        return session.lay_out(**editions(text))

    hub(here).add(Live(shell, emit_live(static, shell), draw, texts))


def _tags(here: Course, sets: Iterable[str], only: Collection[str] = ()) -> list[Tag]:
    """Return the tags of some sets. Raises CourseError for a set that there is not."""
    found = []
    for name in sets:
        if name not in here.tag_sets:
            raise CourseError(nearest(name, here.tag_sets, "tag set"))
        found += [tag for tag in here.tag_sets[name].tags if not only or tag.id in only]
    return found
