"""The teacher's desk in the real JupyterLab: from the platform's zip to what it takes back, by mouse, by keyboard."""

from __future__ import annotations

import base64
import io
import zipfile
from typing import TYPE_CHECKING

import pytest
from playwright.sync_api import expect

from coursekit.course import Course
from coursekit.files.tables import read_table_file
from tests.browser.looks import MOVING, STICKING_OUT, serious
from tests.browser.test_drop import DROP
from tests.browser.waiting import file_chooser, still
from tests.seminar import platforms
from tests.seminar.made_up_class import MadeUpClass, make

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Locator, Page

    from tests.browser.harness import Lab, Learner

EXERCISES = ["00-cards", "02-claims", "09-matrix"]
COLUMNS = {"The matrix (77)": 100.0, "Essay (78)": 20.0}
NOTEBOOK = "marking/desk.ipynb"
COLOUR = "node => getComputedStyle(node).color"


@pytest.fixture
def made(lab: Lab) -> MadeUpClass:
    """A class of six, and one who is not on the list."""
    return make(Course(lab.course), 6, EXERCISES)


@pytest.fixture
def exported(made: MadeUpClass, tmp_path: Path) -> list[Path]:
    """What Canvas gives out: a zip for each assignment, all called the same, and the gradebook."""
    zips = []
    for name in EXERCISES:
        (tmp_path / name).mkdir()
        zips.append(platforms.canvas_zip(made, name, tmp_path / name / "submissions.zip"))
    book = tmp_path / "grades.csv"
    book.write_bytes(platforms.canvas_gradebook(made, COLUMNS))
    return [*zips, book]


@pytest.fixture
def desk(learner: Learner) -> Locator:
    """The desk, run, with nothing on it."""
    learner.open_copy(NOTEBOOK)
    learner.run(widgets=1)
    found = learner.page.locator(".ck-desk")
    expect(found.get_by_text("Nothing is on the desk yet.")).to_be_visible()
    return found


def put(desk: Locator, files: list[Path]) -> None:
    """Drop files on the desk, and see each of them there."""
    for number, file in enumerate(files, start=1):
        desk.evaluate(DROP, [file.name, base64.b64encode(file.read_bytes()).decode()])
        expect(desk.locator(".ck-desk-files li")).to_have_count(number)


def cells(desk: Locator) -> list[list[str]]:
    rows: list[list[str]] = desk.locator("tbody tr").evaluate_all(
        "all => all.map((row) => [...row.cells].map((cell) => cell.textContent))"
    )
    return rows


def downloaded(learner: Learner, out: Locator, *, by_key: bool = False) -> tuple[str, bytes]:
    """Take away what was made."""
    link = out.get_by_role("link", name="Download")
    expect(link).to_be_visible()
    with learner.page.expect_download() as waiting:
        if by_key:
            learner.page.keyboard.press("Enter")
        else:
            link.click()
    path = waiting.value.path()
    return waiting.value.suggested_filename, path.read_bytes()


def changed(before: bytes, after: bytes) -> set[int]:
    """Return in which columns two tables differ."""
    old, new = read_table_file(before, "x"), read_table_file(after, "x")
    assert len(old.rows) == len(new.rows)
    pairs = [zip(old.words(row), new.words(row), strict=True) for row in range(len(old.rows))]
    return {column for row in pairs for column, (one, other) in enumerate(row) if one != other}


def deadline_by_keyboard(desk: Locator, page: Page) -> None:
    """Set a deadline that everybody missed, see it told, and take it back."""
    desk.get_by_label("Late after").focus()
    page.keyboard.type("1 February 2000")
    page.keyboard.press("Enter")
    expect(desk.get_by_text("every exercise: late after the end of Tuesday, 1 February 2000.")).to_be_visible()
    expect(desk.get_by_role("row", name="Ada Lantern")).to_contain_text("late (by its own clock)")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    expect(desk.get_by_role("button", name="take back the deadline of every exercise")).to_be_focused()
    page.keyboard.press("Enter")
    expect(desk.get_by_text("every exercise: no deadline.")).to_be_visible()
    expect(desk.get_by_label("Late after")).to_be_focused()


def feedback_by_keyboard(desk: Locator, learner: Learner) -> tuple[str, bytes]:
    """Go on from the gradebook's download, have the feedback made with one exercise's answers, and take it away."""
    page = learner.page
    back = desk.get_by_role("group", name="Feedback", exact=True)
    page.keyboard.press("Tab")
    expect(back.get_by_label("For")).to_be_focused()
    page.keyboard.press("Tab")
    expect(back.get_by_role("checkbox", name=EXERCISES[0])).to_be_focused()
    page.keyboard.press("Space")
    for _ in EXERCISES:
        page.keyboard.press("Tab")
    expect(back.get_by_role("button", name="Make the feedback")).to_be_focused()
    page.keyboard.press("Enter")
    expect(back.get_by_role("link", name="Download")).to_be_visible()
    page.keyboard.press("Tab")
    return downloaded(learner, back, by_key=True)


def test_from_the_zip_to_the_gradebook_and_the_feedback_by_mouse(
    desk: Locator, learner: Learner, made: MadeUpClass, exported: list[Path]
) -> None:
    page = learner.page
    put(desk, exported)
    assert [row[0] for row in cells(desk)] == [each.name for each in made.listed]
    assert desk.locator("thead th").all_inner_texts() == ["Learner", *EXERCISES]
    assert "late (says the platform)" in cells(desk)[4][2]
    expect(desk.locator(".ck-desk-notes")).to_contain_text("not on the list")

    book = desk.get_by_role("group", name="Gradebook")
    book.get_by_label("Exercise").select_option("09-matrix")
    book.get_by_label("Column", exact=True).select_option(label="The matrix (77) · grades.csv")
    book.get_by_role("button", name="Fill in the gradebook").click()
    name, filled = downloaded(learner, book)
    assert name == "upload-grades.csv"
    assert changed(exported[-1].read_bytes(), filled) == {5}
    assert (learner.lab.work / "teaching" / "out" / name).read_bytes() == filled

    back = desk.get_by_role("group", name="Feedback", exact=True)
    back.get_by_role("button", name="Make the feedback").click()
    name, packed = downloaded(learner, back)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert name == "feedback-canvas.zip"
        assert len(archive.namelist()) == 7 * 3, "whoever is not on the list has feedback too"

    report = desk.get_by_role("group", name="Report")
    report.get_by_role("button", name="Make the report").click()
    expect(report.frame_locator("iframe").get_by_role("heading", name="What the class knows")).to_be_visible()
    assert serious(page) == []

    desk.get_by_role("switch", name="Hide names").check()
    expect(desk.locator("tbody th").first).to_have_text("Reader 01")
    expect(report.locator("iframe")).to_have_count(0)
    shown = page.content()
    assert not [each.name for each in made.people if each.name in shown or each.sortable in shown]
    assert "grades.csv" not in shown
    expect(desk.get_by_role("button", name="Make the feedback")).to_have_count(0)

    learner.save()
    saved = (learner.lab.work / NOTEBOOK).read_text(encoding="utf-8")
    assert not [each.name for each in made.people if each.name in saved or each.sortable in saved], (
        "the notebook's file holds nobody's name"
    )


def test_a_room_is_held_from_the_desk(desk: Locator, learner: Learner) -> None:
    desk.get_by_label("Lesson", exact=True).select_option("00")
    desk.get_by_role("button", name="Hold a room").click()
    console = desk.get_by_role("link", name="Open the room’s console").get_attribute("href")
    assert console
    page = learner.page.context.new_page()
    page.goto(console)
    expect(page.get_by_role("heading", name="The room: lesson 00")).to_be_visible()
    desk.get_by_role("button", name="Stop the room").click()
    expect(desk.get_by_text("held again today, it goes on where it was")).to_be_visible()
    expect(page.get_by_text("The connection to the room is lost")).to_be_visible()
    page.close()


def test_the_same_by_keyboard_alone_in_the_dark_and_in_a_narrow_window(
    desk: Locator, learner: Learner, exported: list[Path]
) -> None:
    page = learner.page
    count = page.locator(".jp-Notebook .jp-Cell").count()
    for label, files in (("Hand-ins: the platform", exported[:3]), ("The platform’s gradebook", exported[3:])):
        desk.get_by_label(label).focus()
        with file_chooser(page) as choosing:
            page.keyboard.press("Space")
        choosing.value.set_files(files)
    expect(desk.locator(".ck-desk-files li")).to_have_count(4)
    expect(desk.locator("tbody tr")).to_have_count(6)

    deadline_by_keyboard(desk, page)

    book = desk.get_by_role("group", name="Gradebook")
    for label in ("Exercise", "Column"):
        book.get_by_label(label, exact=True).focus()
        page.keyboard.press("End" if label == "Exercise" else "ArrowDown")
    page.keyboard.press("Tab")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    expect(book.get_by_role("link", name="Download")).to_be_visible()
    page.keyboard.press("Tab")
    name, filled = downloaded(learner, book, by_key=True)
    assert (name, changed(exported[-1].read_bytes(), filled)) == ("upload-grades.csv", {5})

    name, packed = feedback_by_keyboard(desk, learner)
    with zipfile.ZipFile(io.BytesIO(packed)) as archive:
        assert (name, len(archive.namelist())) == ("feedback-canvas.zip", 7 * 3)
    assert page.locator(".jp-Notebook .jp-Cell").count() == count, "no key was JupyterLab's"

    learner.theme("JupyterLab Dark")
    still(page)
    assert serious(page, much=80) == []
    link = book.get_by_role("link", name="Download")
    resting = link.evaluate(COLOUR)
    link.hover()
    assert link.evaluate(COLOUR) == resting, "JupyterLab's own colour of links stays away from buttons"
    page.set_viewport_size({"width": 320, "height": 640})
    still(page)
    assert page.evaluate(STICKING_OUT) == []
    page.emulate_media(reduced_motion="reduce")
    assert page.evaluate(MOVING) == []
