"""Words that want to be more than words, wherever they come from: they are shown, and do nothing."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any
from uuid import uuid4

import pytest
from playwright.sync_api import expect

from coursekit.sources import Library
from coursekit.spans import Span
from coursekit.spans.make import make_span
from tests.browser.desk import Desk

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Locator

    from tests.browser.harness import Lab, Learner

RAN = "window.ranBecauseOfAText"
MARKUP = (
    f"<script>{RAN}=1</script>",
    f'<img src="data:," onerror="{RAN}=2">',
    f"<svg onload='{RAN}=3'></svg>",
    f'"><details open ontoggle="{RAN}=4">',
    f'</textarea></p><iframe srcdoc="<script>parent.{RAN[7:]}=5</script>"></iframe>',
    f'<a href="javascript:{RAN}=6" style="position:fixed;inset:0">press</a>',
    f"[press](javascript:{RAN}=7)",
    f"javascript:{RAN}=8",
    "{{constructor.constructor('" + RAN + "=9')()}} ${" + RAN + "=10} &lt;b&gt;",
)
CONTROL = "\x00 \x07 \x1b[31m \x7f \x85 \u202e \u2028 \ufeff"
LONE = "\ud83d \udc00"  # halves of signs: no UTF-8 has them, but JSON can name them
HOSTILE = " ".join(MARKUP) + " " + CONTROL
TASK = "01-layers"
ELEMENTS = ("script", "img", "iframe", "svg[onload]", "[onerror]", "[ontoggle]", "a[href^='javascript' i]")

# As if typed, and half a sign behind it, which no test can send to a browser otherwise.
TYPE = """(node, words) => {
  node.value = words + String.fromCharCode(0xd83d);
  node.dispatchEvent(new Event("input", { bubbles: true }));
}"""
QUIZ = f"""
[[question]]
id = "94-choice"
kind = "single"
version = 1
prompt = {json.dumps("A question. " + HOSTILE)}
rests_on = ["LET m7"]
skill = "sourcing"
points = 1
option = [
  {{ text = {json.dumps("An option. " + HOSTILE)}, feedback = {json.dumps("A reason. " + HOSTILE)}, right = true }},
  {{ text = "another", feedback = "no" }},
]

[[question]]
id = "94-words"
kind = "text"
version = 1
purpose = "prediction"
prompt = "What do you expect?"
rests_on = []
skill = "sourcing"
words = [1, 500]
compare = [{json.dumps("LET p7: " + HOSTILE)}]
"""
CELLS = ('ask("94-choice")', 'predict("94-words")', 'compare("94-words")', f'annotate("{TASK}")', 'begin("94")')


def event(name: str, **data: object) -> str:
    """A line of a journal, written by nobody's hand."""
    head = {"v": 1, "id": uuid4().hex, "at": "2026-01-02T03:04:05.678Z", "session": uuid4().hex[:12], "event": name}
    return json.dumps(head | data)


def mark(span: dict[str, Any], comment: str, tag: str = "AUTHOR") -> dict[str, object]:
    return {"id": uuid4().hex, "source": "LET", "task": TASK, "tag": tag, "comment": comment, "spans": [span]}


def beginning(lab: Lab, paragraph: str) -> dict[str, Any]:
    """The first letters of a paragraph, as a reader marks them."""
    return make_span(Library(lab.course).source("LET").guide, paragraph, 0, 9).to_json()


def nowhere(paragraph: str, words: str) -> dict[str, Any]:
    """Words that the paragraph does not have."""
    return Span("LET", "guide", paragraph, 0, len(words), words).to_json()


@pytest.fixture
def hostile(lab: Lab) -> Iterator[Lab]:
    """A course, a copy of a document and a journal in which every word is an attack."""
    tags, quiz = lab.course / "sources" / "tags.toml", lab.course / "lessons" / "quizzes" / "94-hostile.toml"
    before = tags.read_text(encoding="utf-8")
    plain = 'name = "Author"\n'
    assert plain in before
    tags.write_text(before.replace(plain, f"name = {json.dumps('A tag. ' + HOSTILE)}\n", 1), encoding="utf-8")
    quiz.write_text(QUIZ, encoding="utf-8")
    own_copy(lab.work / "texts" / "LET.json")
    lines = [
        event("answer", question="94-words", version=1, answer={"text": "Expected. " + HOSTILE}, checked=True),
        event("annotate", annotation=mark(beginning(lab, "p1"), "A comment. " + HOSTILE)),
        event("annotate", annotation=mark(nowhere("p2", "Words that are nowhere. " + HOSTILE), HOSTILE)),
        event("annotate", annotation=mark(beginning(lab, "p3"), HOSTILE + LONE, tag=HOSTILE)),
        event("ran", lesson=MARKUP[0]),
        MARKUP[1],
        '{"v": 1, "event": "' + MARKUP[0],
    ]
    (lab.work / "journal.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    try:
        yield lab
    finally:
        tags.write_text(before, encoding="utf-8")
        quiz.unlink()


def own_copy(path: Path) -> None:
    listed = [{"id": name, "text": f"A document. {HOSTILE} {LONE}", "status": "exact"} for name in ("m1", "p1", "p7")]
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps({"siglum": "LET", "edition_sha": "", "paragraphs": listed}), encoding="utf-8")


def told(place: Locator, opening: str = "") -> None:
    """Expect the attack to stand there, to the letter."""
    for words in MARKUP:
        expect(place).to_contain_text(words)
    expect(place).to_contain_text(opening)


def harmless(learner: Learner) -> None:
    assert learner.page.evaluate(f"typeof {RAN}") == "undefined"
    found = learner.page.evaluate(
        "(wanted) => [...document.querySelectorAll(wanted)].map((node) => node.outerHTML.slice(0, 200))",
        ", ".join(f".jp-Notebook :is(.ck, .ck-twin) {each}" for each in ELEMENTS),
    )
    assert found == []


def test_hostile_words_are_shown_and_never_run(hostile: Lab, learner: Learner) -> None:
    page = learner.page
    name = hostile.lesson("94-hostile", "# Hostile", *(f"from coursekit.lesson import *\n{cell}" for cell in CELLS))
    learner.open(name)
    learner.run(widgets=3)
    harmless(learner)

    card = page.locator(".ck-question[data-question='94-choice']")
    told(card.locator(".ck-prompt"), "A question.")
    told(card.locator(".ck-option").first, "An option.")
    card.locator("input").first.check()
    card.locator(".ck-foot .ck-button").click()
    expect(card.locator(".ck-reason").first).to_be_visible()
    told(card, "A reason.")
    assert "Expected." in page.locator(".ck-question[data-question='94-words'] textarea").input_value()
    told(page.locator(".ck-comparing:visible"), "Expected.")

    desk = Desk(learner)
    told(desk.root.locator(".ck-palette"), "A tag.")
    told(desk.notes("p1"), "A comment.")
    told(desk.root.locator(".ck-unplaced"), "Words that are nowhere.")
    desk.root.get_by_role("radio", name="Full text").check()
    told(desk.words("m1", "text"), "A document.")
    desk.root.get_by_role("radio", name="Both").check()
    told(desk.words("p7", "text"), "A document.")
    harmless(learner)

    desk.root.get_by_role("radio", name="Calendar").check()
    note = desk.notes("p1")
    desk.open_note("p1")
    note.get_by_role("textbox", name="Comment").evaluate(
        TYPE,
        "Typed. " + HOSTILE,
    )
    note.get_by_role("button", name="Done").click()
    told(note, "Typed.")
    desk.saved()
    assert any(each["comment"].startswith("Typed. <script>") for each in hostile.marks(TASK))
    harmless(learner)

    learner.save()
    for session in hostile.api("sessions"):
        hostile.api(f"sessions/{session['id']}", "DELETE")
    page.goto("about:blank")
    learner.open(name)  # what was saved speaks alone
    twin = page.locator(".ck-twin")
    for opening in ("A question.", "Expected.", "A comment."):
        told(twin.filter(has_text=opening).first, opening)
    harmless(learner)
    assert "Traceback" not in page.locator(".jp-Notebook").inner_text()
    # The same words as markup run: so the above can fail.
    page.evaluate(
        "(words) => { document.body.appendChild(document.createElement('div')).innerHTML = words; }", MARKUP[1]
    )
    learner.wait(lambda: page.evaluate(f"{RAN}") == 2)
