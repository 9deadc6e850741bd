"""A passage is marked in three ways; marks are changed, taken back, filtered, and laid beside the expert's."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.desk import Desk
from tests.browser.keyboard import pointers, tab_to, without_mouse
from tests.browser.pointing import click, drag
from tests.browser.waiting import press

if TYPE_CHECKING:
    from tests.browser.harness import Learner

TASK = "01-layers"
ANNOTATE = f'from coursekit.lesson import annotate\nannotate("{TASK}")'


@pytest.fixture(scope="module")
def opened(module_learner: Learner) -> Learner:
    module_learner.open(module_learner.lab.lesson("91-marking", "# Marking", ANNOTATE))
    return module_learner


@pytest.fixture
def desk(opened: Learner) -> Desk:
    opened.anew(widgets=1)
    desk = Desk(opened)
    expect(desk.words("p15")).to_be_visible()
    return desk


def spans(mark: dict) -> list[tuple[str, str]]:
    return [(span["paragraph"], span["quote"]) for span in mark["spans"]]


def test_one_mark_by_mouse_across_two_paragraphs(desk: Desk, opened: Learner) -> None:
    drag(desk.words("p14"), "With communist", desk.words("p15"), "18 July 1960")
    desk.tag("DATE-RECORD")
    desk.saved()
    (mark,) = opened.lab.marks(TASK)
    assert mark["tag"] == "DATE-RECORD"
    (first, begun), (second, ended) = spans(mark)
    assert (first, second) == ("p14", "p15")
    assert begun.startswith("With communist")
    assert ended.endswith("18 July 1960")
    assert sorted(desk.coloured()) == sorted([begun, ended])
    expect(desk.notes("p14")).to_contain_text("goes on in p15")
    expect(desk.notes("p15")).to_contain_text("begins in p14")


def test_a_mark_by_keyboard_alone(desk: Desk, opened: Learner) -> None:
    keys = opened.page.keyboard
    without_mouse(opened)
    tab_to(opened, ".ck-words")
    keys.press("PageDown")
    keys.press("PageDown")
    keys.press("End")
    for key in ("ArrowLeft", "ArrowLeft", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight"):
        keys.press(key)
    words = desk.words("m3").evaluate("node => node.textContent")
    (picked,) = desk.coloured("^ck-pick$")
    assert picked.split() == words.replace("”.", "").split()[-3:]
    keys.press("1")
    desk.saved()
    (mark,) = opened.lab.marks(TASK)
    assert (mark["tag"], spans(mark)) == ("AUTHOR", [("m3", picked)])
    tab_to(opened, "[data-go]")
    keys.press("Enter")  # closes the note that opened with the mark, and it goes out of sight
    expect(desk.words("m3")).to_be_focused()
    keys.press("Enter")  # opens the mark under the cursor
    expect(desk.notes("m3").get_by_role("textbox", name="Comment")).to_be_focused()
    keys.type("dd by keyboard")
    keys.press("Escape")
    expect(desk.words("m3")).to_be_focused()
    opened.wait(lambda: opened.lab.marks(TASK)[0]["comment"] == "dd by keyboard")
    keys.press("Control+z")
    keys.press("Control+z")
    opened.wait(lambda: opened.lab.marks(TASK) == [])
    assert pointers(opened) == []


def test_a_mark_by_finding_the_phrase(desk: Desk, opened: Learner) -> None:
    field = desk.root.get_by_role("searchbox", name="Find a phrase in this text")
    field.fill("the chinese")
    expect(desk.root.locator(".ck-count")).to_contain_text("places")
    field.fill("SAPMO dy 30")
    expect(desk.root.locator(".ck-count")).to_have_text("1 place")
    field.press("Enter")
    expect(desk.words("m7")).to_be_in_viewport()
    desk.root.get_by_role("button", name="Mark this").click()
    expect(desk.root.locator(".ck-palette .ck-tag:focus")).to_have_count(1)
    desk.tag("ARCHIVE-REF")
    desk.saved()
    (mark,) = opened.lab.marks(TASK)
    assert (mark["tag"], spans(mark)) == ("ARCHIVE-REF", [("m7", "SAPMO DY 30")])


def test_overlapping_marks_stay_tellable_apart(desk: Desk, opened: Learner) -> None:
    desk.mark("p11", "a deceitful predicament [lozhnom polozhenii]", "CALQUE")
    desk.mark("p11", "[lozhnom polozhenii]", "LEFT-RUSSIAN")
    desk.mark("p11", "predicament [lozhnom", "CALQUE")
    assert len({name for name, _ in desk.colours()}) == 3, "each has a colour, a line or a depth of its own"
    expect(desk.notes("p11")).to_have_count(3)
    opened_notes = []
    for _ in range(3):
        click(desk.words("p11"), "[lozhnom")
        opened_notes.append(desk.root.locator(".ck-note.ck-open").get_attribute("data-id"))
    assert len(set(opened_notes)) == 3, "a click on words that bear several marks goes through them"


def test_a_mark_is_commented_changed_removed_and_taken_back(desk: Desk, opened: Learner) -> None:
    def mark() -> dict:
        (found,) = opened.lab.marks(TASK)
        return found

    first, other = desk.key(TASK).tags[:2]
    paragraph, words = desk.left_unmarked(TASK)
    desk.mark(paragraph, words, first)
    note = desk.notes(paragraph)
    note.get_by_role("textbox", name="Comment").fill("an empty label")
    opened.wait(lambda: mark()["comment"] == "an empty label")
    note.get_by_role("combobox", name="Tag").select_option(other)
    opened.wait(lambda: (mark()["tag"], mark()["comment"]) == (other, "an empty label"))
    note.get_by_role("button", name="Done").click()
    expect(note.locator(".ck-comment")).to_have_text("an empty label")
    desk.root.get_by_role("button", name="undo").click()
    opened.wait(lambda: mark()["tag"] == first)
    desk.root.get_by_role("button", name="redo").click()
    opened.wait(lambda: mark()["tag"] == other)
    before = mark()
    desk.open_note(paragraph)
    note.get_by_role("button", name="Remove").click()
    opened.wait(lambda: opened.lab.marks(TASK) == [])
    expect(note).to_have_count(0)
    assert desk.colours() == []
    desk.root.get_by_role("button", name="undo").click()
    opened.wait(lambda: opened.lab.marks(TASK) == [before])
    expect(note).to_have_count(1)


def test_marks_are_filtered_by_tag(desk: Desk) -> None:
    desk.mark("p0", "Completely Secret", "GRADE")
    desk.mark("p15", "18 July 1960", "DATE-RECORD")
    desk.root.get_by_role("button", name="2 of about").click()
    desk.root.get_by_role("combobox", name="Show marks with one tag").select_option("GRADE")
    expect(desk.notes("p0")).to_have_count(1)
    expect(desk.notes("p15")).to_have_count(0)
    assert desk.coloured() == ["Completely Secret"]
    desk.root.get_by_role("combobox", name="Show marks with one tag").select_option("")
    expect(desk.notes("p15")).to_have_count(1)


def test_the_experts_marks_come_after_ones_own(desk: Desk, opened: Learner) -> None:
    finish = desk.root.get_by_role("button", name="I have finished")
    expect(finish).to_be_disabled()
    expect(desk.root.locator(".ck-expert")).to_have_count(0)
    same = next(span for span in desk.key(TASK).spans if not span.optional and len(span.tags) == 1)
    (tag,) = same.tags
    desk.mark(same.paragraph, same.quote, tag)
    desk.mark(*desk.left_unmarked(TASK), tag)
    press(finish)
    press(desk.root.get_by_role("button", name="Not yet"))
    desk.finish()
    expect(desk.root.locator(".ck-compare .ck-head")).to_contain_text("Where you and the expert meet: 1 of")
    agreed = desk.root.locator(".ck-passages > li[data-state=agreed]")
    expect(agreed).to_contain_text(f"You and the expert both: {desk.name(tag)}")
    expect(desk.root.locator(".ck-passages > li[data-state=extra]")).to_contain_text("The expert left it unmarked")
    expect(desk.root.locator(f".ck-row[data-p={same.paragraph}] .ck-expert").first).to_contain_text("you both")
    assert len(desk.coloured("^ck-expert$")) > 10
    assert [event["event"] for event in opened.lab.journal()].count("committed") == 1
    desk.root.get_by_role("checkbox", name="show the expert's marks").uncheck()
    assert desk.coloured("^ck-expert$") == []
    expect(desk.notes(same.paragraph)).to_have_count(1)
