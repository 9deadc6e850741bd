"""Pages as contestants: each opened in a browser of its own, on a profile that has seen nothing, or was here before."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tests.browser.harness import FLAGS

if TYPE_CHECKING:
    from playwright.sync_api import Playwright

    from tests.benchmarks.site.server import Server

WATCH = Path(__file__).with_name("watch.js").read_text(encoding="utf-8")
STAY = 5_000  # ms that one stays at a page when all is done, as any reader does; no time counts that
PATIENCE = 180_000  # ms for one page
# Answers a card as fast as a hand never could: the first choice of each group or list, a number, then “Check”.
ANSWER = """(control) => {
  const card = control.closest(".ck-question");
  for (const name of new Set([...card.querySelectorAll("input[type=radio]")].map((each) => each.name)))
    card.querySelector(`input[name="${CSS.escape(name)}"]`).click();
  for (const field of card.querySelectorAll("select, .ck-answer input:not([type=radio])")) {
    field.value = field.localName === "select" ? field.options[1].value : "3";
    for (const type of ["input", "change"]) field.dispatchEvent(new Event(type, { bubbles: true }));
  }
  card.querySelector(".ck-foot .ck-button").click();
}"""


@dataclass(frozen=True)
class Contestant:
    """A page, and by what it is known how far it is.

    Attributes
    ----------
    path
        Its address on the server.
    text
        Selector of its first text.
    control
        Selector of its first control.
    act
        JavaScript: what is done with that.
    done
        Selector of what says that all is done.
    """

    path: str
    text: str
    control: str = ""
    act: str = ""
    done: str = ""


@dataclass(frozen=True)
class Visit:
    """What one visit took: milliseconds from asking for the page; bytes of bodies, compressed and as they lie."""

    text: float
    control: float
    done: float
    sent: int
    plain: int


def card(path: str, question: str) -> Contestant:
    """Return a lesson in which a question is answered."""
    root = f'.ck-question[data-question="{question}"]'
    marked = f"{root}:is([data-state=right], [data-state=partly], [data-state=wrong])"
    return Contestant(path, "main p", f"{root} :is(input, select)", ANSWER, marked)


def visit(playwright: Playwright, server: Server, contestant: Contestant, profile: Path) -> Visit:
    """Open a page in a browser begun for it, and close that."""
    context = playwright.chromium.launch_persistent_context(profile, executable_path="/usr/bin/chromium", args=FLAGS)
    try:
        page = context.new_page()
        page.add_init_script(f"const WATCHED = {_script(contestant)};\n{WATCH}")
        server.reset()
        said = page.expect_console_message(lambda each: each.text.startswith("noted "), timeout=PATIENCE)
        with said as told:
            page.goto(f"{server.address}/{contestant.path}", wait_until="commit")
        sent, plain = server.sent, server.plain
        page.wait_for_timeout(STAY)
        noted = json.loads(told.value.text.removeprefix("noted "))
        found = Visit(noted["text"], noted.get("control", 0), noted.get("done", 0), sent, plain)
    finally:
        context.close()
    return found


def _script(contestant: Contestant) -> str:
    told = {"text": contestant.text, "control": contestant.control, "done": contestant.done}
    return f"{{...{json.dumps(told)}, act: {contestant.act or 'null'}}}"
