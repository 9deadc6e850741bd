"""What it costs the hands to see the words a question is about, and to come back to its button.

    python tests/benchmarks/hands/run.py [04 …] [--json FILE]

For each question that points into a text or rests on one: its prompt is put at the top of a window of 1280 by 900,
the words are brought into sight, and then its button. Counted are presses, and the pixels that somebody scrolls by
hand: in the lesson, in the text, and back. What jumps by itself costs nothing, but the way back does. All is unfolded,
and predictions are kept. The script also runs in older checkouts, where the text stood in the cards.
"""

from __future__ import annotations

import json
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[3]
sys.path.insert(0, str(ROOT))
WAY = Path(__file__).with_name("way.js")

OPEN_PANE = """() => document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden) .ck-door button")?.click()"""
ANSWER = """(id) => {
  const card = document.querySelector(`.ck-question[data-question="${id}"]`);
  const first = card.querySelector(".ck-answer input:is([type=radio], [type=checkbox])");
  if (first && !first.checked) first.click();
  for (const select of card.querySelectorAll(".ck-assign-line select")) {
    select.selectedIndex = 1;
    for (const type of ["input", "change"]) select.dispatchEvent(new Event(type, { bubbles: true }));
  }
  for (const line of card.querySelectorAll(".ck-assign-line")) line.querySelector("input")?.click();
}"""


def main(arguments: list[str]) -> None:
    """Print a line a question, and the sums of each lesson."""
    out = Path(arguments[arguments.index("--json") + 1]) if "--json" in arguments else None
    numbers = [each for each in arguments if each.isdigit()] or ["04"]
    told = {number: _lesson(number) for number in numbers}
    for number, ways in told.items():
        for name, way in ways.items():
            there, back = way["there"], way["back"]
            print(f"{number} {name:<22} {way['presses']} presses, {there:6.0f} px there, {back:6.0f} px back")
        both = [way["there"] + way["back"] for way in ways.values()]
        presses = sum(way["presses"] for way in ways.values())
        print(
            f"{number}: {len(ways)} questions, {presses} presses, {sum(both):.0f} px in all, "
            f"median {statistics.median(both):.0f}, most {max(both):.0f}"
        )
    if out:
        out.write_text(json.dumps(told, indent=1) + "\n", encoding="utf-8")


def _lesson(number: str) -> dict[str, dict[str, float]]:
    from playwright.sync_api import expect, sync_playwright

    from coursekit.build.notebook import WIDGET_VIEW
    from coursekit.questions import Questions
    from tests.browser.cards import Card
    from tests.browser.harness import READY, Learner, chromium_browser, running_lab
    from tests.browser.swift import put

    expect.set_options(timeout=READY)
    with tempfile.TemporaryDirectory(prefix="coursekit-hands-") as folder:
        course = Path(folder) / "course"
        for part in ("lessons", "sources", "exercises", "solutions"):
            shutil.copytree(ROOT / part, course / part)
        with (
            running_lab(course, course / "work") as lab,
            sync_playwright() as playwright,
            chromium_browser(playwright, shutil.which("chromium") or "chromium") as browser,
        ):
            context = browser.new_context(viewport={"width": 1280, "height": 900})
            context.set_default_timeout(READY)
            learner = Learner(lab, context.new_page())
            file = next((course / "lessons").glob(f"{number}-*.ipynb"))
            learner.open(file.stem)
            learner.run(widgets=file.read_text(encoding="utf-8").count(f'"{WIDGET_VIEW}"'))
            asked = learner.page.locator(".ck-question").evaluate_all("nodes => nodes.map(n => n.dataset.question)")
            questions = [Questions(course).by_id[name] for name in asked]
            for question in questions:
                if question.purpose == "prediction":
                    card = Card(learner, question)
                    put(card, card.an_answer("right" if question.kind != "text" else "human"))
                    card.button.click()
                    expect(card.root).to_have_attribute("data-state", "human" if question.kind == "text" else "right")
            learner.page.evaluate(OPEN_PANE)
            way_there_and_back = WAY.read_text(encoding="utf-8")
            found = {}
            for question in questions:
                place = _place(question)
                if question.purpose in ("prediction", "warm-up") or place is None:
                    continue
                if question.ground is not None:
                    learner.page.evaluate(ANSWER, question.id)
                way = learner.page.evaluate(way_there_and_back, [question.id, *place])
                if "none" in way:
                    print(f"{number} {question.id:<22} not counted: {way['none']}")
                else:
                    found[question.id] = way
            learner.page.close()
    return found


def _place(question: Any) -> tuple[str, bool] | None:
    """Return the paragraph that decides, and whether one points at it."""
    from coursekit.questions.ground import ground_of

    right = next((answer for answer, state in _typical(question) if state == "right"), {})
    spans = [*right.get("spans", []), *ground_of(right).get("spans", [])]
    if spans:
        return spans[0]["paragraph"], True
    refs = [str(ref) for ref in question.rests_on]
    return (refs[0].split()[-1].split("-")[0], False) if refs else None


def _typical(question: Any) -> list[Any]:
    from coursekit.questions import typical

    return list(typical(question))


if __name__ == "__main__":
    main(sys.argv[1:])
