"""The reader in a browser: marks by pointer, by touch, by keyboard alone and by finding; and what becomes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from tests.browser.waiting import settled
from tests.widgets.reading import GUIDE, Reading, edition, mark, setup

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser


@pytest.fixture(scope="module")
def chrome(browser: Browser) -> Browser:
    return browser


@pytest.fixture
def reading(chrome: Browser) -> Iterator[Reading]:
    opened = Reading.open(chrome, setup())
    yield opened
    assert opened.errors == []
    opened.page.context.close()


def test_select_with_the_mouse_across_two_paragraphs_and_press_a_tag(reading: Reading) -> None:
    reading.drag("p1", "a wish.", "p2", "It then counts")
    reading.tag("Turn")
    (message,) = reading.sent("add")
    annotation = message["annotation"]
    assert [(span["paragraph"], span["quote"]) for span in annotation["spans"]] == [
        ("p1", "a wish."),
        ("p2", "It then counts"),
    ]
    assert (annotation["tag"], annotation["task"]) == ("TURN", "01")
    assert reading.notes("p1") == ["TURN a wish."]
    assert reading.notes("p2") == ["TURN It then counts"]
    assert {words for _, words in reading.painted()} == {"a wish.", "It then counts"}


def test_select_and_press_the_digit_of_a_tag(reading: Reading) -> None:
    reading.drag("p2", "people")
    reading.press("3")
    assert reading.quotes() == [["people"]]
    assert reading.sent("add")[0]["annotation"]["tag"] == "GAP"


def test_a_drag_that_begins_in_the_margin_keeps_the_digit_for_the_reader(reading: Reading) -> None:
    box = reading.words("p2").bounding_box()
    assert box
    reading.page.mouse.move(box["x"] - 6, box["y"] + 8)
    reading.page.mouse.down()
    reading.page.mouse.move(box["x"] + 150, box["y"] + 8, steps=4)
    reading.page.mouse.up()
    settled(reading.page)
    assert reading.focused() == "ck-words"
    reading.press("1")
    assert len(reading.quotes()) == 1


def test_white_space_at_the_ends_of_a_selection_is_not_marked(reading: Reading) -> None:
    reading.drag("p2", " who came, ")
    reading.press("1")
    assert reading.quotes() == [["who came,"]]


def test_with_a_finger_a_selection_lasts_until_the_tag_is_pressed(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(), has_touch=True, is_mobile=True, viewport={"width": 390, "height": 800})
    select = "(leaf) => getSelection().setBaseAndExtent(leaf.firstChild, 4, leaf.firstChild, 10)"
    reading.words("p1").evaluate(select)
    settled(reading.page)
    reading.page.locator(".ck-palette").get_by_role("button", name="Quantity").tap()
    assert reading.quotes() == [["letter"]]
    assert reading.errors == []


def test_by_keyboard_alone_select_tag_comment_and_go_back(reading: Reading) -> None:
    reading.words("p2").focus()
    reading.press("ArrowRight", "ArrowRight", "ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight", "Shift+ArrowRight")
    assert reading.said().endswith("selected: counts “a great")
    reading.press("1")
    assert reading.quotes() == [["counts “a great"]]
    assert reading.said().startswith("Marked as Quantity")
    assert "ck-field" in reading.focused()
    reading.page.keyboard.type("How many? a b x dd 1")
    reading.press("Escape")
    assert reading.focused() == "ck-words"
    assert [message["changes"] for message in reading.sent("change")] == [{"comment": "How many? a b x dd 1"}]
    assert len(reading.sent("add")) == 1


def test_by_keyboard_across_a_paragraphs_end_and_down_a_line(reading: Reading) -> None:
    reading.words("p1").focus()
    reading.press("End", "Shift+ArrowRight", "Shift+ArrowRight")
    settled(reading.page)  # the browser's own selection is read meanwhile, and says the same
    reading.press("Shift+ArrowRight", "2")
    assert reading.quotes() == [["wish.", "It then"]]
    reading.words("p1").focus()
    reading.press("Home", "ArrowDown", "Shift+ArrowRight", "1")
    assert reading.sent("add")[1]["annotation"]["spans"][0]["paragraph"] == "p2"


def test_enter_goes_from_a_selection_to_the_tags(reading: Reading) -> None:
    reading.words("p1").focus()
    reading.press("ArrowRight", " ", "Enter")
    assert "ck-tag" in reading.focused()
    reading.press("Tab", "Enter")
    assert reading.sent("add")[0]["annotation"]["tag"] == "TURN"
    assert reading.quotes() == [["The"]]


def test_one_letter_more_or_fewer(reading: Reading) -> None:
    reading.words("p1").focus()
    reading.press("ArrowRight", " ")
    for _ in range(2):  # as slowly as a person: what the browser says of its selection is heard in between
        reading.press("Alt+Shift+ArrowRight")
        settled(reading.page)
    reading.press("1")
    assert reading.quotes() == [["The l"]]


def test_escape_lets_go_and_a_digit_then_marks_nothing(reading: Reading) -> None:
    reading.words("p1").focus()
    reading.press("ArrowRight", "Shift+ArrowRight", "Escape", "1")
    assert reading.quotes() == []
    assert "Nothing is selected" in reading.said()


def test_find_a_phrase_step_through_its_places_and_mark_one(reading: Reading) -> None:
    reading.page.get_by_role("searchbox").fill("the")
    assert reading.page.locator(".ck-count").inner_text() == "3 places"
    reading.press("Enter", "Enter", "Enter")
    assert reading.page.locator(".ck-count").inner_text() == "3 of 3"
    reading.press("Shift+Enter")
    assert reading.said().endswith("2 of 3, in p2")
    reading.page.get_by_role("button", name="Mark this").click()
    reading.press("Enter")
    (message,) = reading.sent("add")
    assert (message["annotation"]["spans"][0]["paragraph"], reading.quotes()) == ("p2", [["the"]])


def test_a_phrase_is_found_over_other_quotation_marks_and_what_is_not_there_is_said(reading: Reading) -> None:
    field = reading.page.get_by_role("searchbox")
    field.fill('COUNTS "a great')
    assert reading.page.locator(".ck-count").inner_text() == "1 place"
    field.fill("elsewhere")
    assert reading.page.locator(".ck-count").inner_text() == "not in this text"


def test_letters_typed_into_the_search_field_mark_nothing(reading: Reading) -> None:
    reading.drag("p1", "letter")
    reading.page.get_by_role("searchbox").focus()
    reading.page.keyboard.type("123")
    assert reading.quotes() == []


def test_overlapping_marks_have_underlines_at_different_depths(chrome: Browser) -> None:
    marks = [mark(1, "p2", "a great many"), mark(2, "p2", "many people"), mark(3, "p2", "great many people")]
    reading = Reading.open(chrome, setup(annotations=marks))
    names = [name for name, _ in reading.painted()]
    assert len(names) == 3
    assert len(set(names)) == 3
    assert reading.notes("p2") == ["QUANTITY a great many", "QUANTITY great many people", "QUANTITY many people"]


def test_a_click_on_words_opens_their_note_and_a_second_one_the_next(chrome: Browser) -> None:
    marks = [mark(1, "p2", "a great many people"), mark(2, "p2", "many", "TURN")]
    reading = Reading.open(chrome, setup(annotations=marks))
    opened = reading.page.locator(".ck-note.ck-open .ck-tagname")
    reading.click_words("p2", "many")
    assert opened.all_inner_texts() == ["TURN"]
    reading.click_words("p2", "many")
    assert opened.all_inner_texts() == ["QUANTITY"]
    reading.click_words("p2", "who came")
    assert opened.count() == 0


def test_change_the_tag_remove_the_mark_undo_and_redo(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(annotations=[mark(1, "p2", "many")]))
    reading.page.locator(".ck-go").click()
    reading.page.get_by_label("Tag", exact=True).select_option("GAP")
    assert reading.notes() == ["GAP many"]
    reading.page.get_by_role("button", name="Remove").click()
    assert (reading.notes(), reading.painted()) == ([], [])
    reading.words("p1").focus()
    reading.press("Control+z", "Control+z")
    assert reading.notes() == ["QUANTITY many"]
    reading.press("Control+Shift+z", "Control+y")
    assert reading.notes() == []
    reading.page.wait_for_function("sent.length >= 6")  # a change is sent with the next frame
    ops = [message["op"] for message in reading.page.evaluate("sent")]
    assert ops == ["change", "remove", "add", "change", "change", "remove"]
    assert reading.errors == []


def test_undo_in_a_comment_is_the_comments_own(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(annotations=[mark(1, "p2", "many")]))
    reading.page.locator(".ck-go").click()
    reading.page.get_by_label("Comment").type("ab")
    reading.press("Control+z")
    assert reading.sent("remove") == []
    assert reading.notes() == ["QUANTITY many"]


def test_what_is_typed_is_saved_without_a_button_also_when_another_note_is_opened(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(annotations=[mark(1, "p1", "letter"), mark(2, "p2", "many")]))
    reading.page.locator(".ck-go").first.click()
    reading.page.get_by_label("Comment").type("Whose?")
    reading.page.locator(".ck-go").nth(1).click()
    assert [(message["id"], message["changes"]) for message in reading.sent("change")] == [
        (f"{1:032x}", {"comment": "Whose?"})
    ]


def test_a_note_keeps_its_focus_while_other_marks_come_and_go(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(annotations=[mark(1, "p2", "many")]))
    reading.page.locator(".ck-go").click()
    field = reading.page.get_by_label("Comment")
    field.type("Ho")
    reading.say({"op": "changed", "changes": [{"op": "add", "annotation": mark(2, "p2", "It then")}]})
    field.type("w")
    assert field.input_value() == "How"
    assert reading.notes("p2") == ["QUANTITY It then", "QUANTITY many"]


def test_show_only_the_marks_with_one_tag(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(annotations=[mark(1, "p1", "letter"), mark(2, "p2", "many", "TURN")]))
    reading.page.locator(".ck-marks").click()
    reading.page.get_by_label("Show marks with one tag").select_option("TURN")
    assert reading.notes() == ["TURN many"]
    assert [words for _, words in reading.painted()] == ["many"]
    reading.page.get_by_label("Show marks with one tag").select_option("")
    assert len(reading.notes()) == 2


def test_how_many_marks_there_are_and_how_many_are_expected(reading: Reading) -> None:
    assert reading.page.locator(".ck-marks").inner_text() == "0 of about 4 marks"
    reading.drag("p2", "many")
    reading.press("1")
    assert reading.page.locator(".ck-marks").inner_text() == "1 of about 4 marks"
    expect(reading.page.locator(".ck-status")).to_have_text("saved 14:02")


def test_only_the_change_is_sent_and_it_is_small(chrome: Browser) -> None:
    words = "word " * 1200
    marks = [mark(n, "p1", "word", text=words) for n in range(300)]
    reading = Reading.open(chrome, setup(editions=[edition("guide", {"p1": words})], annotations=marks))
    reading.words("p1").focus()
    reading.press("End", " ", "1")
    (message,) = reading.sent("add")
    assert len(reading.page.evaluate("JSON.stringify(sent)")) < 2000
    assert message["annotation"]["spans"][0]["quote"] == "word"


def test_a_crowded_paragraph_shows_thirty_notes_and_offers_the_rest(chrome: Browser) -> None:
    marks = [mark(n, "p2", "many") for n in range(40)]
    reading = Reading.open(chrome, setup(annotations=marks))
    assert len(reading.notes("p2")) == 30
    reading.page.get_by_role("button", name="show all 40 marks here").click()
    assert len(reading.notes("p2")) == 40


def test_what_the_kernel_refuses_is_taken_back_and_said(reading: Reading) -> None:
    reading.page.evaluate("kernel = 'full'")
    reading.drag("p2", "many")
    reading.press("1")
    reading.page.locator(".ck-status", has_text="no space left").wait_for()
    assert (reading.notes(), reading.painted()) == ([], [])


def test_changes_from_elsewhere_come_in_and_twice_is_once(reading: Reading) -> None:
    add = {"op": "add", "annotation": mark(7, "p2", "many")}
    reading.say({"op": "changed", "changes": [add]})
    reading.say({"op": "changed", "changes": [add, {"op": "change", "id": f"{7:032x}", "changes": {"comment": "Hm"}}]})
    assert reading.notes() == ["QUANTITY many"]
    assert reading.page.locator(".ck-comment").inner_text() == "Hm"
    reading.say({"op": "changed", "changes": [{"op": "remove", "id": f"{7:032x}"}] * 2})
    assert (reading.notes(), reading.painted()) == ([], [])
    assert reading.page.get_by_role("button", name="undo").is_disabled()


def test_a_view_that_missed_something_is_brought_up_to_date(reading: Reading) -> None:
    state = {"annotations": [mark(1, "p1", "wish")], "unplaced": [], "committed": False, "locked": "", "revision": 4}
    reading.say({"op": "state", **state})
    assert reading.notes() == ["QUANTITY wish"]


def test_the_words_stay_whole_words(reading: Reading) -> None:
    assert reading.words("p2").inner_text() == GUIDE["p2"]
    assert reading.words("p2").locator("*").count() == 0
