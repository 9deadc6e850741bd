"""The practice test in JupyterLab: taken, left in the middle, handed over, taken again; what came of it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.journal import Journal
from coursekit.practice.sittings import sittings
from tests.browser.harness import learner_of
from tests.practice.made_up import toml

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import BrowserContext, Locator

    from coursekit.practice.sittings import Sitting
    from tests.browser.harness import Lab, Learner

NAME = "93-trial"
TITLES = {"a": "The lamp", "b": "The bell"}


@pytest.fixture
def taker(lab: Lab, context: BrowserContext, tmp_path: Path) -> Iterator[Learner]:
    """A learner before a page with the two small forms."""
    folder = lab.course / "lessons" / "practice"
    kept = tmp_path / "practice"
    folder.mkdir(exist_ok=True)
    shutil.copytree(folder, kept)
    shutil.rmtree(folder)
    folder.mkdir()
    for form, thing in (("a", "lamp"), ("b", "bell")):
        (folder / f"{form}.toml").write_text(toml(form, thing), encoding="utf-8")
    lab.lesson(NAME, "# A trial", "from coursekit.lesson import practice\npractice()")
    try:
        with learner_of(lab, context, laid_out=True) as learner:
            yield learner
    finally:
        shutil.rmtree(folder)
        shutil.copytree(kept, folder)
        for path in (lab.course / "lessons").glob(f"{NAME}.*"):
            path.unlink()


def card(learner: Learner) -> Locator:
    return learner.page.locator(".jp-NotebookPanel:visible .ck-practice")


def found(learner: Learner) -> list[Sitting]:
    return sittings(Journal(learner.lab.work / "journal.jsonl").read().events)


def item(learner: Learner, number: int) -> Locator:
    return card(learner).locator(".ck-practice-items .ck-practice-item").nth(number - 1)


def paper(learner: Learner, title: str) -> Locator:
    return card(learner).locator("article", has=learner.page.get_by_role("heading", name=title))


def another_day(learner: Learner) -> None:
    """Leave, let the kernel go, and come back: what stands there then comes from the journal alone."""
    learner.page.goto("about:blank")
    for session in learner.lab.api("sessions"):
        learner.lab.api(f"sessions/{session['id']}", "DELETE")
    learner.open(NAME)


def test_both_forms_are_taken_with_a_break_and_the_gain_is_told(taker: Learner) -> None:
    taker.open(NAME)
    card(taker).get_by_role("button", name="Begin").click()
    taker.wait(lambda: found(taker))
    first = found(taker)[0].form
    expect(card(taker).get_by_role("heading", name=TITLES[first])).to_be_focused()
    expect(card(taker)).not_to_contain_text("I ask for a new one.")
    letter, log = (
        card(taker).locator("article", has=taker.page.get_by_role("heading", name=n)) for n in ("A letter", "A log")
    )
    log.get_by_role("button", name="Head").click()
    log.get_by_role("button", name="Body").click()
    letter.get_by_role("button", name="Body").click()
    expect(letter).to_contain_text("I ask for a new one.")
    item(taker, 1).get_by_label("Answer M").check()
    item(taker, 6).get_by_role("textbox").fill("For whom was it wr")
    taker.wait(lambda: found(taker)[0].answers.get(f"{first}-6"))
    assert found(taker)[0].steps == [("log", "head"), ("log", "body"), ("letter", "body"), ("", "answer")]

    another_day(taker)
    expect(item(taker, 1).get_by_label("Answer M")).to_be_checked()
    expect(item(taker, 6).get_by_role("textbox")).to_have_value("For whom was it wr")
    expect(letter).to_contain_text("I ask for a new one.")
    for number in (2, 3):
        item(taker, number).get_by_label("Answer L").check()
    item(taker, 4).get_by_role("button", name="Point at a sentence").click()
    log.get_by_role("button", name="The boy told me more.").click()
    expect(item(taker, 4)).to_contain_text("A log, paragraph 2: “The boy told me more.”")
    expect(item(taker, 4).get_by_role("button", name="Point at another sentence")).to_be_focused()
    expect(card(taker)).not_to_contain_text("Worth")
    card(taker).get_by_role("button", name="Hand it over").click()
    expect(card(taker)).to_contain_text("1 question left blank.")
    card(taker).get_by_role("button", name="Hand over all the same").click()

    told = card(taker).locator(".ck-practice-told")
    expect(told).to_contain_text("4 of 16 points for the 5 questions that a key can mark; 1 of them left blank")
    expect(told).to_contain_text("the head before the body in 1 of 2 papers; 1 of 2 heads before your first answer.")
    expect(card(taker)).to_contain_text("Worth 0.")
    expect(card(taker)).to_contain_text("That is what he was told.")
    expect(card(taker)).to_contain_text("Both papers were written for him.")
    card(taker).get_by_label("2 A reason.").check()
    taker.wait(lambda: found(taker)[0].levels)

    card(taker).get_by_role("button", name="Begin the second form").click()
    second = "b" if first == "a" else "a"
    expect(card(taker).get_by_role("heading", name=TITLES[second])).to_be_focused()
    for number in (1, 2, 3):
        item(taker, number).get_by_label("Answer K").check()
    log.get_by_role("button", name="Body").click()
    item(taker, 4).get_by_role("button", name="Point at a sentence").click()
    log.get_by_role("button", name="myself").click()
    card(taker).get_by_role("button", name="Hand it over").click()
    card(taker).get_by_role("button", name="Hand over all the same").click()
    expect(told).to_contain_text("Before: 4 of 16 points. After: 16 of 16, for the 4 pairs of questions")
    expect(told).to_contain_text("95 per cent interval")
    assert [each.form for each in found(taker)] == [first, second]
    assert taker.dialogs() == []
