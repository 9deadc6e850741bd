"""``read`` and ``annotate``: a text to read, to mark freely, or to mark for a task."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit import journal
from coursekit.errors import CourseError
from coursekit.lesson.course import Course, course
from coursekit.lesson.hub import hub
from coursekit.lesson.keeper import JournalKeeper
from coursekit.lesson.output import emit, emit_again, emit_widget, verb, with_notice
from coursekit.lesson.text_twin import text_twin
from coursekit.sessions.open_text import OpenText
from coursekit.sessions.saved import is_open
from coursekit.sources import links
from coursekit.words import nearest

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from coursekit.questions.keys import Key
    from coursekit.sources import Paragraph, Source, Tag

LOCKED = "This text opens when you have written down what you expect. One line is enough; the question stands above."


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
    _show(here, OpenText(source, "", source.guide.select(paragraphs)), offered, after=after)


@verb
def annotate(task: str) -> None:
    """Show an annotation task; the expert's marks come after one's own."""
    here = course()
    key = here.key(task)
    source = here.library.source(here.siglum(key.source))
    desktop = OpenText(source, key.id, source.guide.select(key.paragraphs))
    _show(here, desktop, _tags(here, key.sets, key.tags), key)


def _show(here: Course, desktop: OpenText, tags: list[Tag], key: Key | None = None, after: str = "") -> None:
    """Put out a text's static twin and its reader."""
    source = desktop.source
    events = here.journal.read().events
    marks, lost = desktop.open(events)
    locked = "" if not after or is_open(here, desktop.siglum, after) else LOCKED
    done = key is not None and key.id in journal.committed(events)
    setup = {
        "source": {name: getattr(source.record, name) for name in ("siglum", "title", "short")},
        "editions": _editions(desktop),
        "links": _links(source, desktop.shown),
        "tags": [{name: getattr(tag, name) for name in tag.__dataclass_fields__} for tag in tags],
        "task": {"id": key.id, "prompt": key.prompt, "about": key.about, "committed": done} if key else None,
        "annotations": marks,
        "unplaced": lost,
        "locked": locked,
        "readonly": not tags,
    }
    static = text_twin(desktop, marks, lost, locked, key)
    keeper = JournalKeeper(here, desktop, key, after)
    try:
        from coursekit.widgets.reader import Reader

        widget = keeper.widget = Reader(setup, keeper, here.name)
    except CourseError as error:
        emit(with_notice(static, error))
        return
    handle = emit_widget(static, widget)

    def lay_out() -> None:
        """Show the learner's own copy, which has just come."""
        desktop.source = here.library.source(desktop.siglum)
        placed, without = desktop.placed()
        widget.lay_out(
            editions=_editions(desktop),
            links=_links(desktop.source, desktop.shown),
            annotations=placed,
            unplaced=without,
        )

    hub(here).reader(widget, desktop.siglum, after, lay_out)

    def restate() -> None:
        """Bring the twin up to date."""
        opened_since = not after or is_open(here, desktop.siglum, after)
        standing = desktop.placed()
        emit_again(handle, text_twin(desktop, *standing, "" if opened_since else LOCKED, key))

    keeper.restate = restate


def _tags(here: Course, sets: Iterable[str], only: Collection[str] = ()) -> list[Tag]:
    """Return the tags of some sets. Raises CourseError for a set that there is not."""
    found = []
    for name in sets:
        if name not in here.tag_sets:
            raise CourseError(nearest(name, here.tag_sets, "tag set"))
        found += [tag for tag in here.tag_sets[name].tags if not only or tag.id in only]
    return found


def _editions(desktop: OpenText) -> list[dict[str, Any]]:
    text = desktop.source.text
    shown = [("guide", "Guide", desktop.paragraphs)]
    if text is not None:
        shown.append(("text", "Full text", tuple(each for each in text.paragraphs if each.id in desktop.shown)))
    return [
        {"name": name, "label": label, "paragraphs": [_paragraph(each) for each in paragraphs]}
        for name, label, paragraphs in shown
    ]


def _paragraph(each: Paragraph) -> dict[str, Any]:
    quotes = [list(pair) for pair in each.quotes]
    # Whose voice speaks is for the learner to find out: the calendar's heading would answer half the questions.
    plain = {"id": each.id, "voice": "", "text": each.text, "quotes": quotes}
    return plain | ({"status": each.status} if each.status else {})


def _links(source: Source, shown: Collection[str]) -> dict[str, list[list[int]]]:
    if source.text is None:
        return {}
    found = links(source.guide, source.text)
    return {pid: [list(link) for link in each] for pid, each in found.items() if pid in shown}
