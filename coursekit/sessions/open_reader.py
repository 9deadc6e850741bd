"""Open a text of a course: the session behind it, and all that a reader of it is given."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.sessions.annotation_store import AnnotationStore
from coursekit.sessions.gates import LOCKED
from coursekit.sessions.reader import ReaderSession
from coursekit.sources import links

if TYPE_CHECKING:
    from collections.abc import Collection

    from coursekit.annotation.keys import Key
    from coursekit.sessions.open_text import OpenText
    from coursekit.sessions.store import Store
    from coursekit.sources import Paragraph, Source, Tag


def reader_session(
    store: Store, text: OpenText, tags: Collection[Tag], key: Key | None = None, after: str = ""
) -> ReaderSession:
    """Return the session of a text, with the marks that stand.

    Parameters
    ----------
    store
        What the learner has done.
    text
        The text; it knows the marks from here on.
    tags
        What a mark can say; without any the text is for reading only.
    key
        The annotation task, or None for free marking.
    after
        The prediction the text waits for, or "".
    """
    state = store.state
    text.open(state)
    setup = {
        "source": {name: getattr(text.source.record, name) for name in ("siglum", "title", "short")}
        | ({"whole": True} if text.source.whole else {}),
        **editions(text),
        "tags": [{name: getattr(tag, name) for name in tag.__dataclass_fields__} for tag in tags],
        "task": None,
        "locked": "" if not after or store.is_open(text.siglum, after) else LOCKED,
        "readonly": not tags,
    }
    if key:
        done = key.id in state.committed
        setup["task"] = {"id": key.id, "prompt": key.prompt, "about": key.about, "committed": done}
    return ReaderSession(setup, AnnotationStore(store, text, key, after), store.course.name)


def editions(text: OpenText) -> dict[str, Any]:
    """Return the editions of a text as a reader shows them, and how the full text is linked to the guide."""
    full = text.source.text
    shown = [("guide", "Text" if text.source.whole else "Calendar", text.paragraphs)]
    if full is not None:
        shown.append(("text", "Full text", tuple(each for each in full.paragraphs if each.id in text.shown)))
    laid_out = [
        {"name": name, "label": label, "paragraphs": [_paragraph(each) for each in paragraphs]}
        for name, label, paragraphs in shown
    ]
    return {"editions": laid_out, "links": _links(text.source, text.shown)}


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
