"""A quick hand: a card's controls are set all at once, with the events a browser gives them.

For tests in which answering is only the way to what they are about; how each kind is answered with mouse and
keyboard is tested elsewhere (`tests.browser.cards.Card.give`).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.questions.references import PART

if TYPE_CHECKING:
    from tests.browser.cards import Card

# The controls are the card's own, and so are the events: what is only read off the page would not be kept.
SET = """async (root, { kind, answer, lines, grid }) => {
  const tell = (field, type) => field.dispatchEvent(new Event(type, { bubbles: true }));
  const one = (within, wanted) => {
    const found = within.querySelector(wanted);
    if (!found) throw new Error(`not on the card: ${wanted}`);
    return found;
  };
  const tick = (within, value) => {
    const input = one(within, `input[value="${CSS.escape(value)}"]`);
    if (!input.checked) input.click();
  };
  const type = (text) => {
    const field = one(root, "textarea, .ck-answer input");
    field.value = text;
    tell(field, "input");
    tell(field, "change");
  };
  const assign = (chosen) => {
    const made = root.querySelectorAll(".ck-assign-line");
    lines.forEach((id, number) => {
      if (chosen[id] === undefined) return;
      const select = made[number].querySelector("select");
      if (!select) return tick(made[number], chosen[id]);
      select.value = chosen[id];
      tell(select, "input");
      tell(select, "change");
    });
  };
  const order = (wanted) => wanted.forEach((item, place) => {
    const rows = () => [...root.querySelectorAll(".ck-order > li")];
    const at = () => rows().findIndex((row) => row.dataset.item === item);
    while (at() > place) one(rows()[at()], "button[aria-label^='Move up']").click();
  });
  const point = async ({ paragraph, quote }) => {
    const wanted = `.ck-pane .ck-pointing[data-question="${root.dataset.question}"]`;
    const there = () => document.querySelector(wanted);
    if (!there()) one(root, ".ck-evidence-bar button").click();
    for (let n = 0; n < 500 && !there()?.querySelector(".ck-prow"); n += 1)
      await new Promise((done) => setTimeout(done, 10)); // the kernel sends the words
    const row = one(document, `${wanted} .ck-prow[data-p="${paragraph}"]`);
    const leaf = document.createTreeWalker(one(row, ".ck-words"), NodeFilter.SHOW_TEXT).nextNode();
    const start = leaf.data.indexOf(quote), end = start + quote.length;
    if (start < 0) throw new Error(`not in the text: ${quote}`);
    const add = one(document, `${wanted} .ck-point-bar button`);
    document.getSelection().setBaseAndExtent(leaf, start, leaf, end);
    for (let n = 0; n < 200 && add.getAttribute("aria-disabled") === "true"; n += 1)
      await new Promise((done) => setTimeout(done, 10)); // a selection is taken over when it rests
    add.click();
    if (!root.querySelector(".ck-pointed li")) throw new Error(`not taken over: ${quote}`);
  };
  const pointing = async ({ nowhere, spans }) => {
    const denied = one(root, ".ck-nowhere input");
    if (nowhere && !denied.checked) denied.click();
    for (const span of spans ?? []) await point(span);
  };
  const fill = (cells) => {
    const rows = root.querySelectorAll(".ck-table-fill > tbody > tr:not(.ck-row-told)");
    grid.rows.forEach((row, r) => grid.columns.forEach((column, c) => {
      const wanted = cells[row]?.[column] ?? "";
      const place = rows[r].children[c + 1];
      const field = place?.querySelector("select, textarea, input:not([type=checkbox])");
      if (field && field.value !== wanted) {
        field.value = wanted;
        tell(field, field.tagName === "SELECT" ? "change" : "input");
      }
      const on = wanted.split(",").map((each) => each.trim());
      for (const box of place?.querySelectorAll("input[type=checkbox]") ?? [])
        if (box.checked !== on.includes(box.value)) box.click();
    }));
  };
  if (kind === "table" || kind === "argument") fill(answer.cells ?? {});
  else if (kind === "single") tick(root, answer.choice);
  else if (kind === "multiple") answer.choices.forEach((choice) => tick(root, choice));
  else if (kind === "match" || kind === "classify") assign(answer.pairs ?? answer.classes);
  else if (kind === "order") order(answer.order);
  else if (kind === "evidence") await pointing(answer);
  else if (["text", "number", "date"].includes(kind)) type(String(answer.text));
  else throw new Error(`no quick way to answer: ${kind}`);
  if (answer.ground) await pointing(answer.ground);
}"""
JUDGE = """(root, level) => {
  for (const row of root.querySelectorAll(".ck-rubric-row")) row.querySelector(`input[value="${level}"]`).click();
}"""


def _meant(card: Card, pointed: dict[str, Any]) -> dict[str, Any]:
    """Return what is pointed at with the words as they stand in the text."""
    if "spans" not in pointed:
        return pointed
    return pointed | {"spans": [span | {"quote": card.meant(span)} for span in pointed["spans"]]}


def put(card: Card, answer: dict[str, Any]) -> None:
    """Give an answer at once; it is not yet checked."""
    kind = card.view["kind"]  # whose card it is: a kind of a course of its own is drawn by one of the kit's
    answer = _meant(card, answer)
    if PART in answer:
        answer = answer | {PART: _meant(card, answer[PART])}
    lines = {"match": "left", "classify": "cards"}.get(kind)
    ids = [line["id"] for line in card.view[lines]] if lines else []
    grid = {name: [each["id"] for each in card.view.get(name) or []] for name in ("rows", "columns")}
    card.root.evaluate(SET, {"kind": kind, "answer": answer, "lines": ids, "grid": grid})


def judge(card: Card, level: int) -> None:
    """Set the same level in every row of a text's rubric."""
    card.root.evaluate(JUDGE, str(level))
