"""``course.py site [--out DIR] [--base-path /x/] [--with-lab]``: the pages edition, static files for any file server.

Learners open a link and need nothing else. What they do stays in their browser.
"""

from __future__ import annotations

import argparse
import re
from functools import partial
from pathlib import Path

from coursekit.cli.arguments import Arguments
from coursekit.cli.lite import building as lite
from coursekit.places import course_root
from coursekit.site.building import build_site

_PLACE = re.compile(r"(?:https?://[^\s/?#\"<>]+)?/(?:[^\s/?#\"<>]+/)*")


def run(arguments: list[str]) -> int:
    """Build it."""
    ask = Arguments(prog="course.py site", description=__doc__)
    ask.add_argument("--out", type=Path, default=Path("site"), metavar="DIR", help="where to (site)")
    ask.add_argument(
        "--base-path",
        type=_place,
        default="",
        metavar="/x/",
        help="where it will stand, as a path or a whole address: makes the page for addresses that lead nowhere "
        "(404.html), and has each page name its own. The site works at any address without it",
    )
    what = "each page also as a notebook, in JupyterLite, below lab/; what builds it is fetched the first time"
    ask.add_argument("--with-lab", action="store_true", help=what)
    options = ask.parse_args(arguments)
    root = course_root()
    notebooks = partial(lite.build, root) if options.with_lab else None
    count = build_site(root, options.out.expanduser(), options.base_path, notebooks)
    print(f"{options.out}: {count} pages")
    return 0


def _place(text: str) -> str:
    place = f"{text}/" if text and not text.endswith("/") else text
    if place and not _PLACE.fullmatch(place):
        raise argparse.ArgumentTypeError(
            f"“{text}” is no place on a server: write /history/ or https://example.org/history/"
        )
    return place
