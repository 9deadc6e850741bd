"""The page of a teacher's desk with a stand-in kernel, and what that kernel says."""

from __future__ import annotations

import base64
from typing import TYPE_CHECKING, Any

from tests.frontend.browsing import ORIGIN

if TYPE_CHECKING:
    from playwright.sync_api import Locator, Page

OUTS = ["marks", "gradebook", "feedback", "alike", "report", "plan"]
FILES = [{"id": "hand-ins/class.zip", "name": "class.zip", "role": "hand-ins"}]
COLUMNS = [{"id": "g.csv/5", "name": "Log (77) · g.csv"}, {"id": "g.csv/6", "name": "Essay · g.csv"}]


def cell(words: str = "", state: str = "") -> dict[str, str]:
    return {"words": words, "state": state}


def table(*names: str) -> dict[str, Any]:
    rows = [
        {"learner": name, "cells": [cell("handed in", "in"), cell("not readable; x.docx: a Word document", "bad")]}
        for name in names
    ]
    return {"exercises": ["00-log", "01-lamp"], "rows": rows, "notes": ["00-log: 2 of 2 handed in"]}


def now(**more: Any) -> dict[str, Any]:
    shown = {"hidden": False, "files": FILES, "aside": 1, "table": table("Ada Lantern", "Bo Li"), "columns": COLUMNS}
    shown |= {"left": 0, "of": 40, "deadlines": [], "can_be_due": ["00-log", "01-lamp", "L00"]}
    return shown | {"marked": ["00-log", "01-lamp"], "outs": OUTS, "trouble": ""} | more


def made(content: bytes = b"a,b\n", name: str = "marks.csv", kind: str = "text/csv", *lines: str) -> dict[str, Any]:
    data = base64.b64encode(content).decode()
    return {"name": name, "where": "in your course’s folder", "type": kind, "content": data, "lines": list(lines)}


def show(page: Page, **kernel: Any) -> Locator:
    page.evaluate("kernel => show(kernel)", {"now": now()} | kernel)
    return page.locator(".ck-desk")


def sent(page: Page, op: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = page.evaluate("op => model.sent.filter((each) => each.op === op)", op)
    return found


def out(desk: Locator, name: str) -> Locator:
    return desk.get_by_role("group", name=name, exact=True)


def desk_page(tab: Page) -> Page:
    """Load the page afresh, without a desk yet."""
    tab.errors.clear()  # type: ignore[attr-defined]
    tab.goto(f"{ORIGIN}/desk_page/index.html")
    tab.wait_for_function("window.ready === true")
    return tab
