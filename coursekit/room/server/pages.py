"""The pages of the room, and the few files they load: a fixed list, so that no path leads anywhere else."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from tornado.web import HTTPError

from coursekit.html import Safe, join, tag
from coursekit.room.server.guarded import Guarded, policy

DIST = Path(__file__).resolve().parents[2] / "frontend" / "dist"
TITLES = {"": "The room", "console": "The room: console", "projected": "The room: screen"}
SCRIPTS = {"": "room-participant", "console": "room-console", "projected": "room-projected"}
FILES = {f"{name}.{kind}": kind for name in SCRIPTS.values() for kind in ("js", "css")}
KINDS = {"js": "text/javascript; charset=utf-8", "css": "text/css; charset=utf-8"}
NO_PAGE = "The room is held, but this page of it is not made yet; docs/room.md says how to talk to it."
NO_SCRIPT = "This page needs JavaScript, which is off in this browser. Tell your instructor your vote by hand."


class Page(Guarded):
    """One of the three pages."""

    def get(self, name: str) -> None:
        """Give it out. Who may see what is asked by its script, with a token or a key."""
        self.set_header("Content-Type", "text/html; charset=utf-8")
        if name == "console":  # it opens its debrief by a form
            self.set_header("Content-Security-Policy", policy(self.request, "'self'"))
        self.finish(page(name, made=made(name)))


class File(Guarded):
    """A script or a style sheet of a page."""

    def get(self, name: str) -> None:
        """Give it out."""
        path = DIST / name
        if name not in FILES or not path.is_file():
            raise HTTPError(404)
        self.set_header("Content-Type", KINDS[FILES[name]])
        self.set_header("Cache-Control", "no-cache")
        self.finish(_bytes(path, path.stat().st_mtime_ns))


def made(name: str) -> bool:
    """Say whether a page has its script."""
    return (DIST / f"{SCRIPTS[name]}.js").is_file()


@cache
def page(name: str, *, made: bool = True) -> str:
    """Return a page; all its addresses are beside it, so that it stands under any prefix."""
    script = SCRIPTS[name]
    parts = [
        Safe('<meta charset="utf-8">'),
        Safe('<meta name="viewport" content="width=device-width, initial-scale=1">'),
        Safe('<meta name="color-scheme" content="light dark">'),
        tag("title", TITLES[name]),
        Safe('<link rel="icon" href="data:,">'),  # or every phone asks for one, in vain
    ]
    if made:
        parts.append(Safe(f'<link rel="stylesheet" href="files/{script}.css">'))
        parts.append(Safe(f'<script type="module" src="files/{script}.js"></script>'))
    said = tag("noscript", tag("p", NO_SCRIPT)) if made else tag("p", NO_PAGE)
    body = tag("main", said, id="room")
    return f'<!doctype html>\n<html lang="en-GB"><head>{join(*parts)}</head><body>{body}</body></html>\n'


@cache
def _bytes(path: Path, _: int) -> bytes:
    return path.read_bytes()
