"""The teacher's desk in a browser, with a stand-in kernel."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.conftest import not_run
from tests.frontend.browsing import FRONTEND, open_page
from tests.frontend.cards import HOSTILE
from tests.frontend.desks import desk_page, made, now, out, sent, show, table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Browser, Page


@pytest.fixture
def page(tab: Page) -> Iterator[Page]:
    yield desk_page(tab)
    assert tab.errors == []  # type: ignore[attr-defined]


def test_the_table_is_one_with_headers_and_says_every_state_in_words(page: Page) -> None:
    desk = show(page)
    expect(desk.get_by_role("row", name="Bo Li")).to_contain_text("a Word document")
    expect(desk.get_by_role("columnheader")).to_have_text(["Learner", "00-log", "01-lamp"])
    expect(desk.get_by_role("rowheader")).to_have_text(["Ada Lantern", "Bo Li"])
    expect(desk.locator("caption")).to_have_text("2 learners, 2 exercises")
    expect(desk.get_by_text("00-log: 2 of 2 handed in")).to_be_visible()
    assert sent(page, "look") != []


def test_an_empty_desk_says_what_to_do(page: Page) -> None:
    empty = {"exercises": [], "rows": [], "notes": []}
    desk = show(page, now=now(files=[], aside=0, table=empty, columns=[], outs=[], marked=[]))
    expect(desk.get_by_text("Nothing is on the desk yet.")).to_be_visible()
    expect(desk.get_by_text("Once a hand-in that counts is on the desk")).to_be_visible()
    expect(desk.get_by_role("group")).to_have_count(0)


def test_a_large_file_goes_in_pieces_and_what_it_was_taken_for_is_told(page: Page) -> None:
    desk = show(page, said="“big.zip” is taken for hand-ins")
    big = {"name": "big.zip", "mimeType": "application/zip", "buffer": b"x" * 4_500_000}
    desk.get_by_label("Hand-ins: the platform").set_input_files(big)  # type: ignore[arg-type]
    expect(desk.locator(".ck-status").first).to_have_text("“big.zip” is taken for hand-ins.")
    pieces = [(each["at"], each["bytes"], each["role"], each["n"]) for each in sent(page, "bring")]
    n = pieces[0][3]
    assert pieces == [
        (at, [size], "hand-ins", n) for at, size in ((0, 2_000_000), (2_000_000, 2_000_000), (4_000_000, 500_000))
    ]


def test_of_several_files_the_last_has_the_table_made(page: Page) -> None:
    desk = show(page, said="taken")
    files = [{"name": f"{n}.json", "mimeType": "application/json", "buffer": b"{}"} for n in range(3)]
    desk.get_by_label("Hand-ins: the platform").set_input_files(files)  # type: ignore[arg-type]
    page.wait_for_function("model.sent.length === 4")
    assert [each["more"] for each in sent(page, "bring")] == [True, True, False]
    expect(desk.locator(".ck-status").first).to_have_text("taken.")


def test_what_is_refused_is_one_line(page: Page) -> None:
    desk = show(page, refuse="nowhere: no such folder; write its whole path")
    desk.get_by_label("Or a folder").fill("nowhere")
    page.keyboard.press("Enter")
    expect(desk.locator(".ck-status").first).to_have_text("nowhere: no such folder; write its whole path.")
    expect(desk.get_by_label("Or a folder")).to_have_value("nowhere")
    assert [each["path"] for each in sent(page, "folder")] == ["nowhere"]


def test_a_file_is_taken_away_and_the_focus_has_a_place(page: Page) -> None:
    desk = show(page)
    button = desk.get_by_role("button", name="take away class.zip")
    button.focus()
    page.evaluate("model.kernel.now.files = []")
    page.keyboard.press("Enter")
    expect(button).to_have_count(0)
    assert [each["id"] for each in sent(page, "leave")] == ["hand-ins/class.zip"]
    expect(desk.get_by_role("heading", name="Put on the desk")).to_be_focused()


def test_what_is_made_can_be_downloaded_and_is_told(page: Page) -> None:
    desk = show(page, made=made(b"a,b\n", "marks.csv", "text/csv", "3 files, 1 without marks"))
    marks = out(desk, "Marks")
    marks.get_by_role("checkbox").check()
    marks.get_by_role("button", name="Make the marks").click()
    link = marks.get_by_role("link", name="Download marks.csv")
    with page.expect_download() as waiting:
        link.click()
    assert waiting.value.path().read_bytes() == b"a,b\n"
    expect(marks).to_contain_text("3 files, 1 without marks")
    assert sent(page, "make")[0]["choices"] == {"excel": True, "insist": False}


def test_marks_that_would_change_are_asked_about(page: Page) -> None:
    desk = show(page, made=made(), asks=["Ada: 1 → 2"])
    book = out(desk, "Gradebook")
    book.get_by_label("Exercise").select_option("01-lamp")
    book.get_by_label("Column", exact=True).select_option("g.csv/6")
    book.get_by_role("button", name="Fill in").click()
    expect(book).to_contain_text("Ada: 1 → 2")
    book.get_by_role("button", name="Write these marks").click()
    expect(book.get_by_role("link", name="Download")).to_be_visible()
    choices = [each["choices"] for each in sent(page, "make")]
    chosen = {"exercise": "01-lamp", "column": "g.csv/6", "scale": False}
    assert choices == [chosen | {"insist": False}, chosen | {"insist": True}]


def test_feedback_tells_right_answers_only_where_ticked(page: Page) -> None:
    desk = show(page, made=made())
    feedback = out(desk, "Feedback")
    feedback.get_by_role("checkbox", name="01-lamp").check()
    feedback.get_by_label("For").select_option("Moodle")
    feedback.get_by_role("button", name="Make the feedback").click()
    expect(feedback.get_by_role("link", name="Download")).to_be_visible()
    assert sent(page, "make")[0]["choices"] == {"platform": "moodle", "answers": ["01-lamp"], "insist": False}


def test_what_cannot_be_made_says_why_beside_its_button(page: Page) -> None:
    desk = show(page, refuse="choose the column of the gradebook that is to be filled in")
    book = out(desk, "Gradebook")
    book.get_by_role("button", name="Fill in").click()
    expect(book).to_contain_text("Not made: choose the column of the gradebook")


def test_a_report_is_shown_without_a_script_of_it_being_run(page: Page) -> None:
    body = b"<!doctype html><h1>What they know</h1><script>parent.hurt = 1; top.hurt = 1</script>"
    desk = show(page, made=made(body, "report.html", "text/html"))
    report = out(desk, "Report")
    report.get_by_role("button", name="Make the report").click()
    expect(report.frame_locator("iframe").get_by_role("heading", name="What they know")).to_be_visible()
    assert report.locator("iframe").get_attribute("sandbox") == ""
    assert page.evaluate("window.hurt") is None
    page.errors[:] = [each for each in page.errors if "sandboxed" not in each]  # type: ignore[attr-defined]


def test_with_names_hidden_nothing_that_was_made_with_them_stays(page: Page) -> None:
    desk = show(page, made=made(b"<p>Ada Lantern", "report.html", "text/html"), said="“Lantern.json” is taken")
    file = {"name": "Lantern.json", "mimeType": "application/json", "buffer": b"{}"}
    desk.get_by_label("Hand-ins: the platform").set_input_files(file)  # type: ignore[arg-type]
    expect(page.locator(".ck-live")).to_contain_text("“Lantern.json” is taken")
    out(desk, "Report").get_by_role("button").click()
    expect(desk.locator("iframe")).to_have_count(1)
    desk.get_by_label("Or a folder").fill("/teaching/lantern")
    hidden = now(files=[], table=table("Reader 01", "Reader 02"), columns=[], outs=["report", "plan"])
    page.evaluate("now => { model.kernel.now = now; model.kernel.said = ''; }", hidden)
    desk.get_by_role("switch", name="Hide names").check()
    expect(desk.get_by_role("rowheader")).to_have_text(["Reader 01", "Reader 02"])
    expect(desk.locator("iframe")).to_have_count(0)
    expect(desk.get_by_label("Or a folder")).to_have_value("")
    expect(desk.get_by_text("1 file or folder on the desk")).to_be_visible()
    expect(page.locator(".ck-live")).to_have_text("Names are hidden.")
    assert not any(words in page.content() for words in ("Lantern", "class.zip", "g.csv"))
    page.evaluate("() => { model.kernel.silent = true; }")
    desk.get_by_label("Hand-ins: the platform").set_input_files(file)  # type: ignore[arg-type]
    expect(desk.locator(".ck-status").first).to_have_text("Reading the file…")


def test_what_was_chosen_stays_when_more_comes_in_and_so_does_the_focus(page: Page) -> None:
    desk = show(page)
    book = out(desk, "Gradebook")
    book.get_by_label("Exercise").select_option("01-lamp")
    book.get_by_role("checkbox").check()
    page.evaluate("now => model.say({...now, op: 'now', n: 0, said: ''})", now(marked=["00-log", "01-lamp", "02-oil"]))
    expect(book.get_by_label("Exercise").get_by_role("option", name="02-oil")).to_have_count(1)
    expect(book.get_by_label("Exercise")).to_have_value("01-lamp")
    expect(book.get_by_role("checkbox")).to_be_checked()
    expect(book.get_by_role("checkbox")).to_be_focused()


def test_a_file_that_is_too_large_or_no_file_is_told_and_not_sent(page: Page) -> None:
    desk = show(page)
    page.evaluate(
        """() => {
          const carried = new DataTransfer();
          const file = new File(["x"], "huge.zip");
          Object.defineProperty(File.prototype, "size", { get() { return 200_000_000; }, configurable: true });
          carried.items.add(file);
          document.querySelector(".ck-desk").dispatchEvent(new DragEvent("drop", { dataTransfer: carried }));
        }"""
    )
    expect(desk.locator(".ck-status").first).to_contain_text("at most 100 MB are taken; put it into a folder")
    assert sent(page, "bring") == []


def test_hostile_names_are_words(page: Page) -> None:
    files = [{"id": HOSTILE, "name": HOSTILE, "role": "list"}]
    shown = now(files=files, table=table(HOSTILE), columns=[{"id": "x", "name": HOSTILE}], trouble=HOSTILE)
    desk = show(page, now=shown, said=HOSTILE, made=made(b"", HOSTILE, "text/csv", HOSTILE))
    out(desk, "Marks").get_by_role("button").click()
    expect(out(desk, "Marks").get_by_role("link")).to_contain_text("<img src=x onerror")
    expect(desk.get_by_role("rowheader")).to_contain_text("<script>")
    expect(desk.locator("img, script, iframe")).to_have_count(0)
    assert page.evaluate("window.hurt") is None


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("width", [1300, 320])
def test_axe_finds_nothing_and_nothing_runs_off_the_page(started: Browser, look: Any, width: int) -> None:
    if not (FRONTEND / "node_modules" / "axe-core").is_dir():
        not_run("axe-core not installed (npm ci in coursekit/frontend)")
    page = open_page(started, viewport={"width": width, "height": 800}, color_scheme=look)
    desk_page(page)
    shown = now(table=table("Ada", "Ununterbrochenes" * 20), trouble="the class list cannot be read")
    desk = show(page, now=shown, made=made())
    out(desk, "Marks").get_by_role("button").click()
    expect(out(desk, "Marks").get_by_role("link")).to_be_visible()
    page.add_script_tag(url="/node_modules/axe-core/axe.min.js")
    found = page.evaluate("axe.run('.ck')")["violations"]
    assert [(one["id"], [node["target"] for node in one["nodes"]][:3]) for one in found] == []
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    page.context.close()


def test_a_room_is_held_by_one_press_and_the_way_to_its_console_is_a_link(page: Page) -> None:
    told = {"console": "http://127.0.0.1:8890/console#key", "lines": [f"Open to everybody {HOSTILE}"]}
    desk = show(page, room=told)
    desk.get_by_label("Lesson", exact=True).select_option("00")
    expect(desk.get_by_label("phones in my network may join")).not_to_be_checked()
    assert desk.get_by_role("button", name="Stop the room").is_hidden()
    desk.get_by_role("button", name="Hold a room").click()
    expect(desk.get_by_role("link", name="Open the room’s console")).to_have_attribute("href", told["console"])
    expect(desk.get_by_text("Open to everybody")).to_contain_text("<img src=x")
    expect(desk.locator(".ck-status").first).to_have_text("")
    assert [(each["lesson"], each["opened"]) for each in sent(page, "hold-room")] == [("00", False)]
    page.evaluate("model.kernel.room = { lines: ['the room is closed'] }")
    desk.get_by_role("button", name="Stop the room").click()
    expect(desk.get_by_role("link", name="Open the room’s console")).to_have_count(0)
    page.evaluate("model.kernel.refuse = 'lesson: no such lesson'")
    desk.get_by_role("button", name="Hold a room").click()
    expect(desk.get_by_text("lesson: no such lesson.")).to_be_visible()


def test_what_a_room_left_is_listed_and_shown_where_nothing_in_it_can_run(page: Page) -> None:
    left = [{"session": "2026-11-30-101500-04-ab12", "words": f"30 November 2026, 10:15, lesson 04 {HOSTILE}"}]
    desk = show(page, now=now(debriefs=left), made=made(b"<h1>A session", "debrief.html", "text/html"))
    desk.get_by_text("Debriefs of rooms that were held").click()
    desk.get_by_role("button", name="30 November 2026").click()
    assert [each["session"] for each in sent(page, "debrief")] == [left[0]["session"]]
    room = desk.get_by_role("region", name="Hold a room")
    expect(room.frame_locator("iframe").get_by_role("heading", name="A session").first).to_be_visible()
    expect(room.locator("iframe")).to_have_attribute("sandbox", "")
    expect(desk.get_by_text("Opening the debrief…")).to_have_count(0)
    expect(room.get_by_role("link", name="Download")).to_be_visible()
    desk.get_by_label("Hide names").click()
    expect(room.locator("iframe")).to_have_count(0)
