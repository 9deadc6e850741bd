"""A reader on a page with a stand-in kernel, and a learner's hands on it."""

from __future__ import annotations

import mimetypes
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coursekit.spans import make_span
from tests.browser.waiting import SHORT_TIMERS, settled
from tests.conftest import not_run
from tests.spans.span_texts import one

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator, Page, Route

FRONTEND = Path(__file__).resolve().parents[2] / "coursekit" / "frontend"
ORIGIN = "http://course.test"
AXE = FRONTEND / "node_modules" / "axe-core" / "axe.min.js"
FOLDERS = {"page": Path(__file__).parent / "reader_page", "dist": FRONTEND / "dist", "src": FRONTEND / "src"}
GUIDE = {
    "p1": "The letter opens with “Dear friends” and a wish.",
    "p2": "It then counts “a great many people” who came, and says “nobody was sent”.",
    "p3": "At the end stands “with our greetings”; no name follows.",
}
FULL = {
    "p1": "Dear friends! We wish you well.",
    "p2": "There were a great\r\nmany people who came. As to us, nobody was sent.",
    "p3": "",
}
LINKS = {
    pid: [[GUIDE[pid].index(a), GUIDE[pid].index(a) + len(a), FULL[pid].index(b), FULL[pid].index(b) + len(b)]]
    for pid, a, b in [("p1", "Dear friends", "Dear friends"), ("p2", "a great many people", "a great\r\nmany people")]
}
TAGS = [
    {"id": "QUANT", "name": "Quantity", "definition": "How many.", "example": "“many”", "colour": 1, "line": "solid"},
    {"id": "TURN", "name": "Turn", "definition": "Where it turns.", "example": "", "colour": 2, "line": "dashed"},
    {"id": "GAP", "name": "Gap", "definition": "What is not said.", "example": "", "colour": 3, "line": "dotted"},
]


def edition(name: str, texts: dict[str, str], **status: str) -> dict[str, Any]:
    paragraphs = [
        {"id": pid, "voice": "", "text": text, "quotes": [], "status": status.get(pid, "")}
        for pid, text in texts.items()
    ]
    return {"name": name, "label": {"guide": "Calendar", "text": "Full text"}[name], "paragraphs": paragraphs}


def mark(n: int, pid: str, words: str, tag: str = "QUANT", **other: Any) -> dict[str, Any]:
    """An annotation on words of the guide (or of ``other["edition"]``)."""
    name = other.pop("edition", "guide")
    text = other.pop("text", None) or (GUIDE if name == "guide" else FULL)[pid]
    at = text.index(words)
    span = make_span(one(text, name, pid), pid, at, at + len(words)).to_json()
    return {"id": f"{n:032x}", "source": "LET", "task": "01", "tag": tag, "comment": "", "spans": [span], **other}


def setup(**other: Any) -> dict[str, Any]:
    whole = {
        "source": {"siglum": "LET", "title": "The letter", "short": "the letter"},
        "editions": [edition("guide", GUIDE)],
        "links": {},
        "tags": TAGS,
        "task": {"id": "01", "prompt": "Mark what is *counted*.", "about": 4, "committed": False},
        "annotations": [],
        "unplaced": [],
        "locked": "",
        "readonly": False,
        "revision": 0,
        "course": "test",
    }
    return {**whole, **other}


def both(**other: Any) -> dict[str, Any]:
    return setup(
        editions=[edition("guide", GUIDE), edition("text", FULL, p1="changed", p3="missing")], links=LINKS, **other
    )


@dataclass
class Reading:
    """One reader on a page."""

    page: Page
    errors: list[str] = field(default_factory=list)

    @classmethod
    def open(cls, browser: Browser, given: dict[str, Any] | None, before: str = "", **context: Any) -> Reading:
        page = browser.new_context(**{"viewport": {"width": 1100, "height": 800}, **context}).new_page()
        reading = cls(page)
        page.on("pageerror", lambda error: reading.errors.append(str(error)))
        page.on("console", lambda said: reading.errors.append(said.text) if said.type == "error" else None)
        page.on("dialog", lambda dialog: reading.errors.append(dialog.message))
        page.add_init_script(SHORT_TIMERS)
        page.route("**/*", _serve)
        if before:
            page.add_init_script(before)
        page.goto(f"{ORIGIN}/")
        page.wait_for_function("window.ready === true")
        if given:
            page.evaluate("(setup) => mount(setup)", given)
        return reading

    def words(self, pid: str, edition_name: str = "guide") -> Locator:
        return self.page.locator(f"[data-p='{pid}'] [data-edition='{edition_name}'] .ck-words")

    def notes(self, pid: str | None = None) -> list[str]:
        """The marks listed beside a paragraph, or beside all."""
        row = f"[data-p='{pid}'] " if pid else ""
        return [text.strip() for text in self.page.locator(f"{row}.ck-go").all_inner_texts()]

    def drag(self, pid: str, words: str, *to: str, name: str = "guide") -> None:
        """Select with the mouse from the first sign of some words to the last of them, or of others elsewhere."""
        end_pid, end_words = to or (pid, words)
        start, end = self._point(pid, words, name, last=False), self._point(end_pid, end_words, name, last=True)
        self.page.mouse.move(*start)
        self.page.mouse.down()
        self.page.mouse.move(end[0], end[1], steps=4)
        self.page.mouse.up()
        settled(self.page)

    def click_words(self, pid: str, words: str) -> None:
        x, y = self._point(pid, words, "guide", last=False)
        self.page.mouse.click(x + 2, y)

    def _point(self, pid: str, words: str, name: str, *, last: bool) -> tuple[float, float]:
        script = """([node, words, last]) => {
            const leaf = node.firstChild, at = leaf.data.indexOf(words), range = document.createRange();
            range.setStart(leaf, last ? at + words.length - 1 : at);
            range.setEnd(leaf, last ? at + words.length : at + 1);
            const box = range.getBoundingClientRect();
            return [last ? box.right - 1 : box.left + 1, (box.top + box.bottom) / 2];
        }"""
        handle = self.words(pid, name).element_handle()
        x, y = self.page.evaluate(script, [handle, words, last])
        return x, y

    def tag(self, name: str) -> None:
        self.page.locator(".ck-palette").get_by_role("button", name=name).click()

    def press(self, *keys: str) -> None:
        for key in keys:
            self.page.keyboard.press(key)

    def sent(self, op: str) -> list[dict[str, Any]]:
        """What the kernel was told, of one kind."""
        settled(self.page)
        found: list[dict[str, Any]] = self.page.evaluate("(op) => sent.filter((each) => each.op === op)", op)
        return found

    def quotes(self) -> list[list[str]]:
        """The words of each mark made."""
        return [[span["quote"] for span in message["annotation"]["spans"]] for message in self.sent("add")]

    def painted(self, kind: str = "ck-m") -> list[list[str]]:
        found: list[list[str]] = self.page.evaluate("painted()")
        return [each for each in found if each[0].startswith(kind)]

    def said(self) -> str:
        """What a screen reader was told last."""
        settled(self.page)
        return self.page.locator(".ck-live").inner_text()

    def say(self, content: dict[str, Any]) -> None:
        """Have the kernel say something, and the reader do what it does about it: some of that comes a moment later."""
        self.page.evaluate("(content) => say(content)", content)
        settled(self.page)

    def focused(self) -> str:
        return str(self.page.evaluate("document.activeElement.className"))

    def violations(self) -> list[str]:
        """What axe-core finds that is serious or worse."""
        if not AXE.is_file():
            not_run("axe-core not installed (npm ci in coursekit/frontend)")
        self.page.add_script_tag(path=str(AXE))
        found = self.page.evaluate("axe.run('.ck', {resultTypes: ['violations']}).then((r) => r.violations)")
        grave = [each for each in found if each["impact"] in ("serious", "critical")]
        return [f"{each['id']}: {each['nodes'][0]['html']}" for each in grave]


def beside_a_pane(browser: Browser, *, pane: bool = True, **context: Any) -> Reading:
    """A page with a pane, or with none, that counts what the browser is asked; no reader is there yet."""
    reading = Reading.open(browser, None, **context)
    reading.page.add_script_tag(url="/page/pane.js", type="module")
    reading.page.wait_for_function("window.offerPane !== undefined")
    if pane:
        reading.page.evaluate("offerPane()")
    return reading


def _serve(route: Route) -> None:
    name = route.request.url.removeprefix(ORIGIN).lstrip("/").partition("?")[0] or "page/index.html"
    first, _, rest = name.partition("/")
    file = FOLDERS.get(first, Path("/nowhere")) / rest
    if not file.is_file():
        route.fulfill(status=204 if name == "favicon.ico" else 404, body="")
        return
    kind = mimetypes.guess_type(file.name)[0] or "text/plain"
    route.fulfill(status=200, body=file.read_bytes(), content_type=f"{kind}; charset=utf-8")
