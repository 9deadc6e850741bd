"""Two addresses in a learner's server on a hub: ``coursekit`` opens the course, ``coursekit/update`` fetches it first.

Fetching is nbgitpuller's: ``coursekit/update`` leads to its page, which leads back to ``coursekit``.
"""

from __future__ import annotations

import asyncio
import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any
from urllib.parse import quote, urlencode

from jupyter_server.base.handlers import JupyterHandler
from jupyter_server.utils import url_path_join
from tornado import web

from coursekit.html import text
from coursekit.places import Folders

if TYPE_CHECKING:
    from jupyter_server.serverapp import ServerApp

OPEN, UPDATE = "coursekit", "coursekit/update"
PAGE = """<!doctype html><html lang="en"><meta charset="utf-8">
<meta name="viewport" content="width=device-width"><title>The course</title>
<style>:root {{ color-scheme: light dark }}
body {{ font: 1.1rem/1.5 serif; max-width: 35em; margin: 3em auto; padding: 0 1em }}</style>
<main>{said}</main></html>"""


def _jupyter_server_extension_points() -> list[dict[str, str]]:
    return [{"module": __name__}]


def _load_jupyter_server_extension(app: ServerApp) -> None:
    base = app.web_app.settings["base_url"]
    paths = [(url_path_join(base, OPEN), Open), (url_path_join(base, UPDATE), Update)]
    app.web_app.add_handlers(".*$", paths)


class Update(JupyterHandler):
    """Leads to nbgitpuller's page, and from there to the lesson."""

    @web.authenticated
    def get(self) -> None:
        """Redirect."""
        self.redirect(fetching(self.base_url, self.get_argument("lesson", "")))


class Open(JupyterHandler):
    """Brings the copies up to date and opens one: the lesson asked for, or where the learner left off."""

    @web.authenticated
    async def get(self) -> None:
        """Redirect to the copy; where the course is not here yet, fetch it; tell what a learner should know first."""
        lesson = self.get_argument("lesson", "")
        if not Folders(Path(os.environ["COURSEKIT_COURSE"])).lessons.is_dir():
            self.redirect(fetching(self.base_url, lesson))
            return
        try:
            found = await brought(lesson)
        except ValueError as error:
            self.set_status(500)
            again = {"Fetch the course again": fetching(self.base_url, "")}
            where = {"Open it where you left off": url_path_join(self.base_url, OPEN)} if lesson else {}
            self._tell([str(error)], where | again)
            return
        address = url_path_join(self.base_url, "lab/tree", quote(found["open"]))
        if found["said"]:
            self._tell(found["said"], {"Go on to the course": address})
        else:
            self.redirect(address)

    def _tell(self, lines: list[str], onward: dict[str, str]) -> None:
        said = [f"<p>{text(line)}</p>" for line in lines]
        links = [f'<p><a href="{text(address)}">{text(words)}</a></p>' for words, address in onward.items()]
        self.finish(PAGE.format(said="".join(said + links)))


def fetching(base: str, lesson: str) -> str:
    """Return the address of nbgitpuller's page that fetches the course and then opens it."""
    onward = f"{OPEN}?{urlencode({'lesson': lesson})}" if lesson else OPEN
    asked = {
        "repo": os.environ["COURSEKIT_REPOSITORY"],
        "targetpath": Path(os.environ["COURSEKIT_COURSE"]).name,
        "urlpath": onward,
    }
    return f"{url_path_join(base, 'git-pull')}?{urlencode(asked)}"


async def brought(lesson: str) -> dict[str, Any]:
    """Bring the copies up to date, with the kit as it was fetched last, not as it was when this server began.

    Raises
    ------
    ValueError
        When that failed, with the one line that it said.
    """
    command = (sys.executable, "-P", "-m", "coursekit", "hub", f"--copies={lesson}")
    pipe = asyncio.subprocess.PIPE
    process = await asyncio.create_subprocess_exec(*command, stdin=asyncio.subprocess.DEVNULL, stdout=pipe, stderr=pipe)
    out, error = await process.communicate()
    if process.returncode:
        lines = error.decode(errors="replace").strip().splitlines() or ["The course could not be opened."]
        raise ValueError(lines[-1])
    found: dict[str, Any] = json.loads(out)
    return found
