"""A question on the page, and a hand that answers it as its kind asks."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any

from playwright.sync_api import expect

from coursekit.questions import LibraryShelf, Question, Questions, typical, view
from coursekit.questions.ground import ground_of
from coursekit.questions.pointing import MOST_SPANS
from coursekit.questions.references import PART
from coursekit.sources import Library
from tests.browser.pointing import drag

if TYPE_CHECKING:
    from playwright.sync_api import Locator

    from tests.browser.harness import Lab, Learner

PASTE = """(field, text) => {
  field.focus();
  const clipboardData = new DataTransfer();
  clipboardData.setData("text/plain", text);
  field.dispatchEvent(new ClipboardEvent("paste", { clipboardData, bubbles: true, cancelable: true }));
}"""


def one_of_each_kind(lab: Lab, *numbers: str) -> dict[str, Question]:
    """Return the first question of each kind in some lessons.

    A prediction and a reflection count as kinds, and so does what asks for a ground.
    """
    found: dict[str, Question] = {}
    for name, question in Questions(lab.course).by_id.items():
        kind = question.purpose if question.purpose in ("prediction", "reflection") else question.kind
        if name[:2] in numbers:
            found.setdefault(PART if question.ground else kind, question)
    return found


def by_hand(question: Question, answer: dict[str, Any]) -> bool:
    """Tell whether a hand can give an answer just so: one place once, and a ground where one is asked for."""
    ground = ground_of(answer)
    for pointed in (answer, ground):
        places = [(span["paragraph"], span["quote"]) for span in pointed.get("spans", [])]
        if len(places) > MOST_SPANS or len(set(places)) < len(places):
            return False
    return question.ground is None or not answer or bool(ground.get("spans") or ground.get("nowhere"))


@dataclass
class Card:
    """One question."""

    learner: Learner
    question: Question
    root: Locator = field(init=False)

    def __post_init__(self) -> None:
        self.root = self.learner.page.locator(f".ck-question[data-question='{self.question.id}']")

    @cached_property
    def shelf(self) -> LibraryShelf:
        """Where the words of paragraphs are."""
        return LibraryShelf(Library(self.learner.lab.course))

    @cached_property
    def view(self) -> dict[str, Any]:
        """What the front end knows."""
        return view(self.question, self.shelf)

    @property
    def button(self) -> Locator:
        """The main button."""
        return self.root.locator(".ck-foot .ck-button")

    def an_answer(self, state: str) -> dict[str, Any]:
        """Return an answer that gets this state (the last typical one; of a text, words)."""
        if self.question.kind == "text":
            return {"text": "A letter among comrades. It explains, it does not ask."}
        tries = [answer for answer, got in typical(self.question) if got == state and len(answer) > 0]
        fitting = [answer for answer in tries if by_hand(self.question, answer)]
        return next(answer for answer in fitting if len(answer.get("spans", "1")) == 1)

    def give(self, answer: dict[str, Any]) -> None:
        """Answer as a person does, and then point at the words that it rests on."""
        getattr(self, f"_{self.view['kind']}")(answer)
        self.point(ground_of(answer))

    @property
    def text(self) -> Locator:
        """The text that the question points into, in the pane; it is brought there if another is."""
        found = self.learner.page.locator(f".ck-pane .ck-pointing[data-question='{self.question.id}']")
        if not found.count():
            self.root.get_by_role("button", name=re.compile("^Point in ")).click()
        expect(found.locator(".ck-prow").first).to_be_visible()
        return found

    def point(self, at: dict[str, Any]) -> None:
        """Point at words in the text that is shown beside the question, or say that they are nowhere."""
        if at.get("nowhere"):
            self.root.get_by_label("Nowhere in this document").check()
        for span in at.get("spans", []):
            drag(self.words(span["paragraph"]), self.meant(span))
            self.text.get_by_role("button", name="Point at these words").click()

    def meant(self, span: dict[str, Any]) -> str:
        """Return the words a span is on, as they stand in the text.

        A key's words may run over the quotation marks of a calendar, and where a whole paragraph counts, a typical
        answer has any words of it.
        """
        into = self.view.get(PART) or self.view
        text = self.shelf.text(into["siglum"], into["edition"], span["paragraph"]) or ""
        found = re.search("[“”]?".join(re.escape(sign) for sign in span["quote"]), text)
        return found[0] if found else " ".join(text.split()[:4])

    def words(self, paragraph: str) -> Locator:
        """Return the words of a paragraph of the text that the question points into."""
        return self.text.locator(f".ck-prow[data-p='{paragraph}'] .ck-words")

    def kept(self) -> None:
        """Wait until the card says that it is saved."""
        expect(self.root.locator(".ck-status")).to_have_attribute("data-state", "saved")

    def check(self) -> None:
        """Press the main button and wait for the reason."""
        self.button.click()
        expect(self.root.locator(".ck-feedback")).to_be_visible()

    def _tick(self, values: list[str]) -> None:
        for value in values:
            self.root.locator(f".ck-options input[value='{value}']").check()

    def _single(self, answer: dict[str, Any]) -> None:
        self._tick([answer["choice"]])

    def _multiple(self, answer: dict[str, Any]) -> None:
        self._tick(answer["choices"])

    def _evidence(self, answer: dict[str, Any]) -> None:
        self.point(answer)

    def _order(self, answer: dict[str, Any]) -> None:
        rows = self.root.locator(".ck-order > li")
        for place, item in enumerate(answer["order"]):
            while (now := [row.get_attribute("data-item") for row in rows.all()].index(item)) > place:
                rows.nth(now).get_by_role("button", name="Move up").click()

    def _assign(self, lines: list[dict[str, Any]], chosen: dict[str, str]) -> None:
        made = self.root.locator(".ck-assign-line")
        for number, line in enumerate(lines):
            here, value = made.nth(number), chosen.get(line["id"])
            if value is None:
                continue
            if here.locator("select").count():
                here.locator("select").select_option(value)
            else:
                here.locator(f"input[value='{value}']").check()

    def _match(self, answer: dict[str, Any]) -> None:
        self._assign(self.view["left"], answer["pairs"])

    def _classify(self, answer: dict[str, Any]) -> None:
        self._assign(self.view["cards"], answer["classes"])

    def _type(self, answer: dict[str, Any]) -> None:
        self.root.get_by_role("textbox").fill(str(answer["text"]))

    _number = _date = _text = _type

    def _table(self, answer: dict[str, Any], by_hand: int = 3) -> None:
        """Fill some cells by hand and the rest as a block from a spreadsheet; what that cannot reach by hand, too."""
        wanted = answer["cells"]
        columns = self.view["columns"]
        rows = [row for row in self.view["rows"] if row["id"] in wanted]
        todo = [
            (row, column, wanted[row["id"]][column["id"]])
            for row in rows
            for column in columns
            if wanted[row["id"]].get(column["id"])
        ]
        reached = self._paste(todo) if len(todo) > by_hand else []
        for n, (row, column, text) in enumerate(todo):
            if n < by_hand or (row["id"], column["id"]) not in reached:
                self._fill(row, column, text)

    _argument = _table

    def _cell(self, row: dict[str, Any], column: dict[str, Any]) -> Locator:
        rows, columns = self.view["rows"], self.view["columns"]
        line = self.root.locator(".ck-table-fill > tbody > tr:not(.ck-row-told)").nth(rows.index(row))
        return line.locator("> td").nth(columns.index(column))

    def _fill(self, row: dict[str, Any], column: dict[str, Any], text: str) -> None:
        cell = self._cell(row, column)
        if column["type"] == "choice":
            cell.locator("select").select_option(text)
        elif column["type"] == "choices":
            for tick in cell.locator("input").all():
                tick.set_checked(tick.get_attribute("value") in text.replace(" ", "").split(","))
        else:
            cell.locator("input, textarea").fill(text)

    def _paste(self, todo: list[tuple[dict[str, Any], dict[str, Any], str]]) -> set[tuple[str, str]]:
        rows, columns = self.view["rows"], self.view["columns"]
        first = next(((row, column) for row, column, _ in todo if column["type"] != "text"), None)
        if first is None:
            return set()
        top, left = rows.index(first[0]), columns.index(first[1])
        values = {(row["id"], column["id"]): text for row, column, text in todo}
        places = [[(row["id"], column["id"]) for column in columns[left:]] for row in rows[top:]]
        block = "\r\n".join("\t".join(values.get(place, "") for place in line) for line in places)
        self._cell(*first).locator("select, input").first.evaluate(PASTE, block)
        return {place for line in places for place in line}
