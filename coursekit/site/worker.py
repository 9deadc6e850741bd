"""What a page's worker does in Python: opens a page, hears its views, and says what is to be kept.

It knows no browser: the worker's script hands over plain text, and writes to the browser's storage what is to be
kept before it passes on what was told.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.course import course
from coursekit.errors import CourseError
from coursekit.journal.carrying import bring, carried, told_of
from coursekit.sessions.store import store_of
from coursekit.site.host import Page
from coursekit.site.running import is_settled, run

if TYPE_CHECKING:
    from collections.abc import Sequence

LONGEST = 5_000_000  # signs of one message
# Kept event by event, or of no use in a browser.
_OWN = ("journal.jsonl", "journal.lock", "summary.json", "put-together/")


class Worker:
    """One page of the course, at work."""

    def __init__(self) -> None:
        self.course = course()
        self._page = Page("lesson")
        self._kept = self._size()
        self._files = self._stamps()
        self._offered = self._files

    def open(self, unit: str, cells: str) -> str:
        """Run a page's cells. Returns, as JSON, what its places and views show now, except what nobody's work changes.

        Parameters
        ----------
        unit
            ``lesson`` or ``exercise``.
        cells
            JSON: pairs of a code cell's place and its source.
        """
        self._page = Page(unit)
        run(self._page, [(int(at), str(source)) for at, source in json.loads(cells) if not is_settled(str(source))])
        self._page.take_told()
        told: list[dict[str, Any]] = [
            {"type": "html", "output": name, "html": html} for name, html in self._page.shown.items()
        ]
        told += [
            {"type": "traits", "view": name, "widget": view.kind, "traits": view.traits()}
            for name, view in self._page.views.items()
        ]
        return json.dumps(told)

    def hear(self, view: str, content: str, buffers: Sequence[bytes] = ()) -> str:
        """Take what a view has sent. Returns, as JSON, what is to be told once it is kept."""
        found = self._page.views.get(view)
        if found is not None and len(content) <= LONGEST:
            found.hear(json.loads(content), [bytes(each) for each in buffers])
        return json.dumps(self._page.take_told())

    def now(self) -> str:
        """Return, as JSON, what the views show now that were told something since the last call."""
        views = self._page.take_touched()
        return json.dumps([{"type": "traits", "view": name, "traits": view.traits()} for name, view in views.items()])

    def home(self) -> str:
        """Return, as JSON, what the front page shows now."""
        from coursekit.site.front import OUTPUT, front  # most pages have shown all of themselves before

        return json.dumps([{"type": "html", "output": OUTPUT, "html": front()}])

    def fresh(self) -> str:
        """Return what was written to the journal and is not yet known to be kept."""
        path = self._journal()
        if not path.exists():
            return ""
        with path.open("rb") as file:
            file.seek(self._kept)
            return file.read().decode("utf-8")

    def keep(self, written: str) -> None:
        """Take note that this part of the journal is kept, and the files that were told last."""
        self._kept += len(written.encode("utf-8"))
        self._files = self._offered

    def keep_all(self) -> None:
        """Take note that all of the journal is kept, and the files that were told last."""
        self._kept, self._files = self._size(), self._offered

    def journal(self) -> str:
        """Return all of the journal."""
        return self._bytes().decode("utf-8")

    def take(self, lines: str, whole: bool = False) -> str:  # noqa: FBT001, FBT002 - called from a script
        """Take in what another page has kept. Returns, as JSON, what is to be told.

        What this page wrote meanwhile and has not kept stays at the end.

        Parameters
        ----------
        lines
            What it has kept.
        whole
            Whether that is all that is kept now, instead of what was known.
        """
        waiting = self.fresh()
        return self._put(b"" if whole else self._bytes()[: self._kept], lines, waiting)

    def meet(self, lines: str) -> str:
        """Have these lines be all that is kept; what else is here waits to be kept. Returns what is to be told."""
        there = set(lines.split("\n"))  # not splitlines: a text may hold other signs that end lines
        waiting = [f"{line}\n" for line in self.journal().split("\n") if line and line not in there]
        self._files = {}
        return self._put(b"", lines, "".join(waiting))

    def changed_files(self) -> list[str]:
        """Return the learner's own files that are not kept as they are, or are gone, by name."""
        now = self._offered = self._stamps()
        return sorted(name for name in {*now, *self._files} if now.get(name) != self._files.get(name))

    def pack(self) -> bytes:
        """Return all of the learner's work as one file."""
        return carried(self.course.work)

    def bring(self, content: bytes) -> str:
        """Put the work of a file in. Returns, as JSON, a sentence, what is to be told, and whether the journal changed.

        A journal that is another now, perhaps in another order, is then to be kept in the place of the earlier one;
        until that is done, what others write comes after it. Where it is the same, what waits to be kept still waits.
        """
        before = self._bytes()
        try:
            brought = bring(self.course.work, bytes(content))
        except CourseError as error:
            return json.dumps({"words": f"Nothing was put in: this {error}.", "told": [], "changed": False})
        changed = self._bytes() != before
        if changed:
            self._kept = self._size()
        store = store_of(self.course)
        store.show_texts({Path(name).stem for name in brought.copies})
        store.notify_views()
        words = told_of(brought)
        said = f"{words[0].upper()}{words[1:]}."
        return json.dumps({"words": said, "told": self._page.take_told(), "changed": changed})

    def _put(self, before: bytes, lines: str, waiting: str) -> str:
        path, kept = self._journal(), before + lines.encode()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(kept + waiting.encode())
        self._kept = len(kept)
        store_of(self.course).notify_views()
        return json.dumps(self._page.take_told())

    def _bytes(self) -> bytes:
        path = self._journal()
        return path.read_bytes() if path.exists() else b""

    def _journal(self) -> Path:
        return self.course.journal.path

    def _size(self) -> int:
        path = self._journal()
        return path.stat().st_size if path.exists() else 0

    def _stamps(self) -> dict[str, tuple[int, int]]:
        work = self.course.work
        found = {path.relative_to(work).as_posix(): path.stat() for path in work.rglob("*") if path.is_file()}
        return {name: (each.st_size, each.st_mtime_ns) for name, each in found.items() if not name.startswith(_OWN)}
