"""A page of the pages edition as its builder writes one, invented, with a stand-in for its worker.

The page is served from memory; the worker never runs: what the page tells it is kept in ``workers``, and what it says
is said by the test.
"""

from __future__ import annotations

import html
import json
import mimetypes
from typing import TYPE_CHECKING, Any

from tests.browser.waiting import SHORT_TIMERS
from tests.frontend.browsing import FRONTEND, ORIGIN

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Locator, Page, Route

WORKER = """(() => {
  window.workers = [];
  window.Worker = class {
    constructor(url) { this.url = String(url); this.sent = []; window.workers.push(this); }
    postMessage(message) { this.sent.push(structuredClone(message)); }
    terminate() { this.ended = true; }
  };
})()"""
WORDS = "A paragraph that is read at leisure, and by nobody in a hurry. " * 8
ADDRESS = "lessons/94-pier.html"
PARAGRAPHS = [
    {"id": "p1", "voice": "text", "text": "The lamp was lit in August, says the keeper.", "quotes": []},
    {"id": "p2", "voice": "text", "text": "Nobody saw who put it out.", "quotes": []},
]
TAG = {"id": "who", "name": "Who", "definition": "Somebody acts.", "example": "", "colour": 1, "line": "solid"}


def question(name: str, *, purpose: str = "") -> dict[str, Any]:
    """Return a living question."""
    options = [{"id": "a", "text": f"In August, {name}"}, {"id": "b", "text": f"In May, {name}"}]
    view = {"id": f"94-{name}", "kind": "single", "prompt": f"When was it {name}?", "points": 1, "rests_on": []}
    kind = {"options": options} if not purpose else {"kind": "text", "purpose": purpose, "rows": 2}
    return {"widget": "question", "traits": {"view": view | kind, "saved": {}, "course": "built"}}


def reader(**more: Any) -> dict[str, Any]:
    """Return a living reader."""
    setup = {
        "source": {"siglum": "PIE", "title": "The keeper’s book", "short": "the book"},
        "editions": [{"name": "guide", "label": "Calendar", "paragraphs": PARAGRAPHS}],
        "links": {},
        "tags": [TAG],
        "task": {"id": "94-mark", "prompt": "Mark who acts.", "about": 2, "committed": False},
        "annotations": [],
        "unplaced": [],
        "locked": "",
        "readonly": False,
        "revision": 0,
        "course": "built",
    }
    return {"widget": "reader", "traits": {"setup": setup | more}}


def marked(name: str, n: int, choice: str = "a") -> list[dict[str, Any]]:
    """Return what a worker says when an answer is kept and marked."""
    mark = {"state": "right", "points": 1, "of": 1, "feedback": []}
    told = {"op": "marked", "n": n, "answer": {"choice": choice}, "at": "14:02", "mark": mark, "passages": {}}
    return [{"type": "message", "view": name, "content": each} for each in ({"op": "ack", "n": n, "at": "14:02"}, told)]


CELLS: list[tuple[str, str]] = [
    ("prose", f"<h1 id='94-the-pier'>94 · The pier</h1><p>{WORDS}(PIE p2)</p>"),
    ("begin", ""),
    ("prose", f"<h2 id='sitting-1-the-lamp'>Sitting 1: The lamp</h2><p>{WORDS}</p><pre><code>{WORDS}</code></pre>"),
    ("ask", "first"),
    ("prose", f"<h3 id='the-second-step'>The second step</h3><p>{WORDS}</p>"),
    ("annotate", "mark"),
    ("ask", "second"),
    ("prose", f"<h2 id='sitting-2-the-harbour'>Sitting 2: The harbour</h2><p>{WORDS}</p>"),
    ("ask", "third"),
    ("solution", "worked"),
    ("show", "picture"),
]
SOURCES = {0: "# 94 · The pier", 2: "## Sitting 1: The lamp", 4: "### The second step", 7: "## Sitting 2: The harbour"}
TWIN = '<div class="ck-twin"><p class="ck-prompt">{}</p></div>'


def _views() -> dict[str, Any]:
    return {
        "3-0": question("first"),
        "5-0": reader(),
        "6-0": question("second"),
        "8-0": question("third"),
        "9-0": {"widget": "press", "traits": {"label": "Show the worked solution", "html": ""}},
    }


def written(**views: Any) -> str:
    """Return the page's HTML."""
    alive = _views() | {name.replace("_", "-").removeprefix("v"): view for name, view in views.items()}
    sections, cells = [], []
    for at, (verb, given) in enumerate(CELLS):
        name = f"{at}-0"
        if verb == "prose":
            inside = f'<div class="ck-prose">{given}</div>'
        elif name in alive:
            twin = TWIN.format(html.escape(given))
            live = f'<div class="ck-static">{twin}</div>'
            inside = f'<div class="ck-output ck-live" data-output="{name}" data-view="{name}">{live}</div>'
        else:
            inside = f'<div class="ck-output" data-output="{name}">{TWIN.format("Still")}</div>'
        anchor = f' id="{verb}-94-{given}"' if verb in ("ask", "annotate") else ""
        sections.append(f'<section class="ck-cell" data-cell="{at}"{anchor}>{inside}</section>')
        call = f'from coursekit.lesson import {verb}\n{verb}("94-{given}")'
        cells.append({"code": verb != "prose", "source": SOURCES.get(at, call)})
    data = {
        "course": "The Pier",
        "version": "1",
        "static": "_/1",
        "runtime": "_/python",
        "path": "lessons/94-pier.ipynb",
        "unit": "lesson",
        "base": "../",
        "cells": cells,
        "views": alive,
        "hand_in": {"exercise": "94-log", "version": 3, "questions": ["94-first"], "tasks": ["94-mark"], "texts": {}},
        "versions": {"94-first": 2},
    }
    script = json.dumps(data).replace("<", "\\u003c")
    return f"""<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The pier</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><link rel="stylesheet" href="/dist/site.css"></head>
<body class="ck-site" data-ck-lesson data-ck-unit="lesson"><a class="ck-skip" href="#main">To the text</a>
<header class="ck-site-head"><a class="ck-site-home" href="../index.html">The Pier</a>
<nav aria-label="Around"><a href="../glossary.html">Who and what</a></nav></header>
<main id="main" class="ck-page">{"".join(sections)}</main>
<footer class="ck-site-foot"><nav aria-label="Onwards"><a href="../index.html">All lessons</a></nav></footer>
<script type="application/json" id="ck-page-data">{script}</script><script type="module" src="/dist/site.js"></script>
</body></html>"""


FRONT = """<!doctype html><html lang="en"><head><meta charset="utf-8"><title>The Pier</title>
<link rel="stylesheet" href="/dist/site.css"></head><body class="ck-site"><main class="ck-page ck-front">
<h1>The Pier</h1>
<div class="ck-prose ck-front-about"><p>What it is.</p></div><div class="ck-output" data-output="home">
<div class="ck-twin ck-home"><p class="ck-home-sum">0 of 2 done.</p>
<p><a class="ck-home-on" href="lessons/93-quay.html">Begin with Lesson 93</a></p></div></div></main>
<footer class="ck-site-foot"></footer>
<script type="application/json" id="ck-front-data">{"course": "The Pier", "version": "1", "static": "_/1",
"runtime": "_/python", "base": "", "versions": {}}</script>
<script type="module" src="/dist/site.js"></script></body></html>"""


def open_site(browser: Browser, address: str = ADDRESS, page_html: str = "", **context: Any) -> Page:
    """Open the page; errors in it fail the test that looks at ``page.errors``."""
    page = browser.new_context(**context).new_page()
    errors: list[str] = []
    body = page_html or written()

    def serve(route: Route) -> None:
        name = route.request.url.removeprefix(ORIGIN).lstrip("/").partition("?")[0].partition("#")[0]
        file = FRONTEND / name
        if name.startswith(("dist/", "node_modules/")) and file.is_file():
            kind = mimetypes.guess_type(file.name)[0] or "text/plain"
            route.fulfill(status=200, body=file.read_bytes(), content_type=f"{kind}; charset=utf-8")
        elif name == "index.html":
            route.fulfill(status=200, body=FRONT, content_type="text/html; charset=utf-8")
        elif name.endswith(".html"):
            route.fulfill(status=200, body=body, content_type="text/html; charset=utf-8")
        else:
            route.fulfill(status=204, body="")

    page.add_init_script(SHORT_TIMERS)
    page.add_init_script(WORKER)
    page.route("**/*", serve)
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.on("console", lambda said: errors.append(said.text) if said.type == "error" else None)
    page.errors = errors  # type: ignore[attr-defined]
    page.goto(f"{ORIGIN}/{address}")
    if address != "index.html":
        page.wait_for_function("window.workers.length > 0")
    return page


def say(page: Page, *told: dict[str, Any]) -> None:
    """Have the worker say something."""
    page.evaluate("told => { for (const data of told) workers.at(-1).onmessage({ data }); }", list(told))


def ready(page: Page, *told: dict[str, Any]) -> None:
    """Have the worker say what each view shows, as ``told`` where that is not what it was built with, and be ready."""
    page.evaluate(
        """told => {
        const { views } = JSON.parse(document.getElementById("ck-page-data").textContent);
        const built = Object.entries(views).map(([view, { traits }]) => ({ type: "traits", view, traits }));
        const rest = built.filter(({ view }) => told.every((each) => each.view !== view));
        for (const data of [...rest, ...told, { type: "ready" }]) workers.at(-1).onmessage({ data }); }""",
        list(told),
    )


def sent(page: Page, view: str) -> list[dict[str, Any]]:
    """Return what a view has told the worker."""
    found: list[dict[str, Any]] = page.evaluate(
        "view => workers.at(-1).sent.filter((each) => each.view === view).map(({ content }) => content)", view
    )
    return found


def one_page(browser: Browser) -> Iterator[Page]:
    """Yield the page in a wide window; nothing may have gone wrong in it at the end."""
    opened = open_site(browser, viewport={"width": 1280, "height": 900})
    opened.set_default_timeout(20_000)
    yield opened
    assert opened.errors == []  # type: ignore[attr-defined]
    opened.context.close()


def card(page: Page, name: str) -> Locator:
    """Return a card by what its question is called."""
    return page.locator(f".ck-question[data-question='94-{name}']")


def anew(view: str, alive: dict[str, Any], **traits: Any) -> dict[str, Any]:
    """Return what a worker says a view shows now."""
    return {"type": "traits", "view": view, "traits": alive["traits"] | traits}


def check(page: Page, name: str = "first", words: str = "In August") -> None:
    """Answer a card, and check it."""
    card(page, name).get_by_label(words).check()
    card(page, name).get_by_role("button", name="Check").click()


def asked(page: Page, view: str) -> list[dict[str, Any]]:
    """Return the answers that a view has sent."""
    return [each for each in sent(page, view) if each["op"] == "answer"]
