"""The reader in a browser: one's own copy, dropped or chosen, and the full text that then stands there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.waiting import file_chooser, settled
from tests.widgets.reading import FULL, LINKS, Reading, both, edition, mark, setup

if TYPE_CHECKING:
    from playwright.sync_api import Browser, Locator

LABEL = "Add your own copy of this document…"
MEGA = 1_000_000
DROP = """([files, kind]) => {
  const carried = new DataTransfer();
  for (const [name, size] of files) carried.items.add(new File([new Uint8Array(size).fill(97)], name));
  if (files.length === 0) carried.setData("text/plain", "words");
  const on = document.querySelector(".ck-words, .ck-lock");
  return [...(kind ? [kind] : ["dragenter", "dragover", "drop"])].map((type) =>
    !on.dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer: carried })));
}"""
STATE = {"op": "state", "annotations": [], "unplaced": [], "committed": False, "locked": "", "revision": 1}


@pytest.fixture(scope="module")
def chrome(browser: Browser) -> Browser:
    return browser


def drop(reading: Reading, *files: tuple[str, int], kind: str = "") -> list[bool]:
    """Drag files over the reader and let go; tell which events the page has taken for itself."""
    taken: list[bool] = reading.page.evaluate(DROP, [[list(each) for each in files], kind])
    return taken


def lines(reading: Reading) -> list[str]:
    return reading.page.locator(".ck-own-said p").all_inner_texts()


def field(reading: Reading) -> Locator:
    return reading.page.get_by_label(LABEL)


def come(reading: Reading, **other: Any) -> None:
    """Say what the kernel says when a full text has come."""
    editions = [setup()["editions"][0], edition("text", FULL, p1="changed", p3="missing")]
    reading.say({**STATE, "editions": editions, "links": LINKS, **other})


def number(reading: Reading) -> int:
    return int(reading.sent("copy")[-1]["n"])


def test_a_dropped_file_goes_to_the_kernel_and_the_answer_is_seen_and_heard(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup())
    assert drop(reading, ("mine.txt", 30)) == [True, True, True]
    (sent,) = reading.sent("copy")
    assert {key: sent[key] for key in ("name", "size", "at", "bytes")} == {
        "name": "mine.txt", "size": 30, "at": 0, "bytes": [30],
    }  # fmt: skip
    assert lines(reading) == ["Reading “mine.txt”…"]
    reading.say({"op": "copied", "n": sent["n"], "lines": ["“mine.txt” is the letter."]})
    assert lines(reading) == ["“mine.txt” is the letter."]
    assert reading.said() == "“mine.txt” is the letter."
    assert reading.errors == []


def test_a_large_file_goes_in_pieces_and_a_larger_one_not_at_all(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup())
    drop(reading, ("long.pdf", 5 * MEGA))
    reading.page.wait_for_function("sent.length === 3")
    pieces = reading.sent("copy")
    assert [(each["at"], *each["bytes"]) for each in pieces] == [
        (0, 2 * MEGA), (2 * MEGA, 2 * MEGA), (4 * MEGA, MEGA),
    ]  # fmt: skip
    assert len({each["n"] for each in pieces}) == 1
    drop(reading, ("huge.pdf", 20 * MEGA + 1))
    settled(reading.page)
    assert "“huge.pdf” was not added: 21 MB, at most 20 MB are read; cut out what you need." in lines(reading)
    assert len(reading.sent("copy")) == 3


def test_only_files_are_taken(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup())
    assert drop(reading) == [False, False, False]
    assert reading.sent("copy") == []


def test_by_keyboard_a_file_is_chosen_in_a_native_field(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup())
    input_ = field(reading)
    input_.focus()
    with file_chooser(reading.page) as choosing:
        reading.press("Enter")
    choosing.value.set_files({"name": "mine.txt", "mimeType": "text/plain", "buffer": b"words"})
    assert reading.sent("copy")[0]["bytes"] == [5]
    come(reading)
    reading.say({"op": "copied", "n": number(reading), "lines": ["It is the letter."]})
    assert reading.focused() == "ck-own-file"
    assert input_.input_value() == ""  # the same file can be chosen again


def test_the_full_text_that_has_come_stands_beside_the_guide(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(annotations=[mark(1, "p2", "many people")]))
    drop(reading, ("mine.txt", 5))
    reading.page.wait_for_function("sent.length === 1")
    come(reading, annotations=[mark(1, "p2", "many people")])
    assert reading.page.locator(".ck-seg").get_by_label("Both").is_checked()
    assert reading.words("p1", "text").inner_text() == FULL["p1"]
    assert [words for _, words in reading.painted()] == ["many people"] * 2
    assert "differs in your copy" in reading.page.locator("[data-p='p1'] .ck-flag").inner_text()
    settled(reading.page)
    assert reading.page.locator(".ck-bar").count() == 1
    assert reading.page.locator(".ck-meanings").count() == 1
    reading.drag("p1", "Dear", name="text")
    reading.press("2")
    assert reading.sent("add")[0]["annotation"]["spans"][0]["edition"] == "text"
    assert reading.page.locator(".ck-marks").inner_text() == "2 of about 4 marks"
    assert reading.errors == []


def test_where_it_was_not_dropped_the_view_stays_and_what_is_written_is_kept(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(annotations=[mark(1, "p2", "many people")]))
    settled(reading.page)
    reading.page.locator(".ck-go").first.click()
    reading.page.locator(".ck-editor textarea").fill("how many?")
    come(reading, annotations=[mark(1, "p2", "many people", comment="how many?")])
    assert reading.sent("change")[-1]["changes"] == {"comment": "how many?"}
    assert reading.page.locator(".ck-seg").get_by_label("Calendar").is_checked()
    assert reading.words("p1", "text").count() == 0
    assert reading.page.locator(".ck-editor textarea").input_value() == "how many?"
    reading.press("Control+z")
    assert reading.errors == []


def test_the_same_state_again_lays_nothing_out_anew(chrome: Browser) -> None:
    reading = Reading.open(chrome, both())
    reading.page.evaluate("window.before = document.querySelector('.ck-desk')")
    come(reading)
    assert reading.page.evaluate("window.before.isConnected")


def test_the_experts_marks_stay_when_the_full_text_comes(chrome: Browser) -> None:
    found = {**mark(1, "p2", "many people")["spans"][0], "id": "k1", "tags": ["QUANT"], "reason": "A number."}
    reading = Reading.open(chrome, setup())
    reading.say({"op": "key", "spans": [found], "agreement": {"passages": [], "extra": [], "found": 0, "of": 1}})
    assert reading.page.locator(".ck-expert").count() == 1
    come(reading)
    assert reading.page.locator(".ck-expert").count() == 1
    assert reading.page.locator(".ck-passages > li").count() == 1


def test_it_is_offered_as_long_as_ones_copy_lacks_something(chrome: Browser) -> None:
    assert field(Reading.open(chrome, setup())).is_visible()
    assert field(Reading.open(chrome, setup(readonly=True))).is_visible()
    assert field(Reading.open(chrome, both())).is_visible()  # p1 is changed, p3 is missing
    reading = Reading.open(chrome, setup())
    whole = [setup()["editions"][0], edition("text", FULL, p1="exact", p2="close", p3="exact")]
    reading.say({**STATE, "editions": whole, "links": LINKS})
    assert not field(reading).is_visible()


def test_a_locked_text_offers_nothing_but_never_lets_the_page_go(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(locked="First say what you expect."))
    assert not field(reading).is_visible()
    assert drop(reading, ("mine.txt", 5)) == [True, True, True]
    come(reading, locked="First say what you expect.")
    reading.say({"op": "copied", "n": number(reading), "lines": ["It is the letter."]})
    assert reading.page.locator(".ck-words").count() == 0
    assert lines(reading) == ["It is the letter."]
    reading.say({"op": "unlocked"})
    reading.page.locator(".ck-seg").get_by_label("Full text").check(force=True)
    assert reading.words("p1", "text").is_visible()


def test_answers_to_others_and_odd_ones_are_passed_over(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup())
    reading.say({"op": "copied", "n": 3, "lines": ["not mine"]})
    drop(reading, ("a.txt", 5))
    reading.say({"op": "copied", "n": number(reading), "lines": None})
    assert lines(reading) == []


def test_hostile_words_in_names_and_answers_are_words(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup())
    evil = "<img src=x onerror=alert(1)>"
    drop(reading, (evil, 5))
    assert lines(reading) == [f"Reading “{evil}”…"]
    reading.say({"op": "copied", "n": number(reading), "lines": [evil]})
    assert lines(reading) == [evil]
    assert reading.page.locator(".ck img").count() == 0
    assert reading.errors == []


def test_it_can_be_put_away(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup())
    drop(reading, ("a.txt", 5))
    reading.say({"op": "copied", "n": number(reading), "lines": ["It is the letter."]})
    reading.page.get_by_role("button", name="Close").click()
    assert lines(reading) == []
    assert reading.focused() == "ck-own-file"


def test_it_can_be_used_by_everybody(chrome: Browser) -> None:
    reading = Reading.open(chrome, both())
    drop(reading, ("a.txt", 5))
    reading.say({"op": "copied", "n": number(reading), "lines": ["It is the letter."]})
    assert reading.violations() == []


def test_a_narrow_window_needs_no_scrolling_sideways(chrome: Browser) -> None:
    reading = Reading.open(chrome, setup(), viewport={"width": 320, "height": 700})
    drop(reading, ("a-name-without-any-break-in-it-" * 3 + ".txt", 5))
    reading.say({"op": "copied", "n": number(reading), "lines": ["n" * 90]})
    assert reading.page.evaluate("document.documentElement.scrollWidth") <= 320
