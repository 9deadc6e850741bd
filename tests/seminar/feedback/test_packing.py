"""Names in the zip that goes back, read as Moodle and Canvas read them."""

from __future__ import annotations

import re
import zipfile
from html import unescape
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.files.archives import leads_out
from coursekit.marking.found import person
from coursekit.marking.keys import Keys
from coursekit.marking.row import MARKED, Row
from coursekit.marking.visible import visible
from coursekit.seminar.classwork import gather
from coursekit.seminar.feedback.packing import Names, placed, plain, platform_of
from coursekit.seminar.feedback.sending import Sent, send
from tests.exercise import NAME
from tests.seminar import platforms
from tests.seminar.handed import hand_in
from tests.seminar.made_up_class import make

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.seminar.feedback.packing import Platform

NAMES = ["Ada", "Jürgen Müller", "O'Neill, Siobhán", "D’Arcy", "..", "CON", "\u202eevil", "anon", "LATE", "12", "_5_6_"]


def row(file: str, learner: str = "Ada") -> Row:
    return Row(file=visible(file, 400), learner=learner, exercise=NAME, status=MARKED, person=person(file))


def moodle_reads(member: str) -> tuple[int, str, str] | None:
    """Whose Moodle takes a file for: as `is_valid_filename_for_import` of mod/assign reads its path."""
    parts = member.split("/")
    for at, each in enumerate(parts):
        info = each.split("_", 4)
        if len(info) >= 4 and info[1].isdigit():
            return int(info[1]), f"{info[2]}_{info[3]}", "/".join([*info[4:], *parts[at + 1 :]])
    return None


def canvas_reads(member: str) -> tuple[str, str] | None:
    """Whose Canvas takes a file for, and beside which file: as `infer_comment_context_from_filename` reads its name."""
    split = [each for each in member.rsplit("/", maxsplit=1)[-1].split("_") if each != "LATE"]
    if split[0] == "anon":
        return split[1], split[2]
    numbers = [each for each in split if re.fullmatch(r"\d+", each)]
    return None if split[-1].startswith("link") or len(numbers) < 2 else (numbers[0], numbers[1])


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("end", ["_/00-log.json", "/00-log.json", "_00-log.json", "_/deep/er/00-log.json"])
def test_moodle_finds_whose_it_is(name: str, end: str) -> None:
    found = placed(row(f"in/class.zip/{name}_4711_assignsubmission_file{end}"), "moodle")
    assert found
    assert moodle_reads(found) == (4711, "assignsubmission_file", f"{'/' if '_/feed' in found else ''}feedback-00-log")


@pytest.mark.parametrize("name", [each for each in NAMES if each not in ("..", "_5_6_")])
@pytest.mark.parametrize("late", ["", "_LATE"])
def test_canvas_finds_whose_it_is(name: str, late: str) -> None:
    exported = re.sub(r"[\x00-\x20!-/:-@\[-`{-~]", "", name).lower()
    if exported.isdigit():  # Canvas's own export cannot be told apart here, and marking does not either
        assert placed(row(f"{exported}{late}_55_99_link_1_2.json"), "canvas") is None
        return
    found = placed(row(f"in/class.zip/{exported}{late}_55_99_link_1_2.json"), "canvas")
    assert found
    assert canvas_reads(f"{found}.html") == ("55", "99")


def test_canvas_finds_whose_it_is_where_names_are_hidden() -> None:
    for file in ("anon_aB3x9_99_00-log.json", "LATE_anon_aB3x9_99_00-log.json"):
        assert canvas_reads(f"{placed(row(file), 'canvas')}.html") == ("aB3x9", "99")


def test_what_a_learner_calls_their_own_file_makes_it_nobody_elses() -> None:
    inside = "Ada_1_assignsubmission_file_/Eve_2_assignsubmission_file_/x.json"
    assert moodle_reads(str(placed(row(inside), "moodle"))) == (1, "assignsubmission_file", "/feedback-00-log")
    assert canvas_reads(str(placed(row("ada_1_11_eve_2_22_x.json"), "canvas"))) == ("1", "11")
    assert canvas_reads(str(placed(row("ada_1_11_mine.zip/eve_2_22_x.json"), "canvas"))) == ("1", "11")


@pytest.mark.parametrize("file", ["x.json", "Ada_attempt/x.json", "Ada_7_attempt_2026-01-01-10-00-00_x.json"])
def test_what_is_from_elsewhere_is_not_placed(file: str) -> None:
    assert placed(row(file), "moodle") is None
    assert placed(row(file), "canvas") is None
    assert placed(row(file), "plain")


@pytest.mark.parametrize("name", [*NAMES, "a/../../b", "C:\\x", "nul.txt", "", "x" * 500, "\u200f", "e\u0301"])
def test_plain_names_are_safe_everywhere(name: str) -> None:
    found = plain(name)
    assert re.fullmatch(r"[\w-]{1,60}", found)
    assert not re.fullmatch(r"(?i)con|prn|aux|nul|com\d|lpt\d", found)


def test_no_two_names_are_the_same_on_any_system() -> None:
    names = Names()
    assert [names.free(each) for each in ("Ada", "ada", "Ädä", "A\u0308da\u0308", "Ada-2")] == [
        "Ada.html",
        "ada-2.html",
        "Ädä.html",
        "A\u0308da\u0308-2.html",
        "Ada-2-2.html",
    ]


def test_the_platform_is_told_by_the_names() -> None:
    moodle, canvas = row("Ada_1_assignsubmission_file_/x.json"), row("ada_1_11_x.json")
    assert platform_of([moodle, moodle]) == "moodle"
    assert platform_of([canvas]) == "canvas"
    assert platform_of([moodle, canvas]) == platform_of([moodle, row("x.json")]) == platform_of([]) == "plain"


def sent(course: Path, out: Path, platform: Platform, *paths: Path) -> tuple[Sent, dict[str, str]]:
    here = Course(course)
    keys = Keys(here)
    found = send(gather(list(paths), keys), keys, here, out, platform)
    with zipfile.ZipFile(out) as archive:
        return found, {info.filename: archive.read(info).decode() for info in archive.infolist()}


@pytest.mark.parametrize("platform", ["moodle", "canvas", "plain"])
def test_of_a_whole_class_each_has_their_own_and_nobody_elses(seminar: Path, work: Path, platform: Platform) -> None:
    made = make(Course(seminar), 16, [NAME])
    pack = platforms.canvas_zip if platform == "canvas" else platforms.moodle_zip
    result, files = sent(seminar, work / "back.zip", platform, pack(made, NAME, work / "class.zip"))
    assert set(files) == set(result.files)
    assert not result.unplaced
    assert len(files) == len({name.casefold() for name in files}) == 14  # 17, less one without any and two bad files
    numbers = {str(each.moodle(0)) if platform == "moodle" else str(each.canvas): each for each in made.people}
    for name, markup in files.items():
        (told,) = result.files[name]
        assert not leads_out(name)
        assert re.findall(r'<p class="quiet">(.*?) · handed in', unescape(markup)) == [told.learner]
        assert markup.count(told.content[:8]) == 1
        if platform == "moodle":
            assert str((moodle_reads(name) or (0,))[0]) in numbers
            assert told.person == f"moodle {(moodle_reads(name) or (0,))[0]}"
        if platform == "canvas":
            assert told.person == f"canvas {(canvas_reads(name) or ('',))[0]}"


def test_the_same_class_gives_the_same_zip(seminar: Path, work: Path, handed: Path) -> None:
    hand_in(handed, "Ada", "Because.")
    sent(seminar, work / "one.zip", "plain", handed)
    sent(seminar, work / "two.zip", "plain", handed)
    assert (work / "one.zip").read_bytes() == (work / "two.zip").read_bytes()


def test_two_of_one_name_have_a_file_each_and_so_has_who_gave_none(seminar: Path, work: Path, handed: Path) -> None:
    for number, name in enumerate(("Ada", "ada", "\u200e", "\u200f"), start=1):
        folder = handed / f"Ada_{number}_assignsubmission_file_" if number < 3 else handed
        hand_in(folder, name, f"token{number}")
    _, files = sent(seminar, work / "back.zip", "plain", handed)
    assert set(files) == {"Ada-moodle-1.html", "ada-moodle-2.html", "no-name.html", "no-name-2.html"}
    for markup in files.values():
        assert len(re.findall(r"token\d", markup)) == 1


def test_one_learners_exercises_are_one_plain_file(seminar: Path, work: Path, handed: Path) -> None:
    second = seminar / "solutions" / "01-log"
    second.mkdir()
    toml = (seminar / "solutions" / "00-log" / "exercise.toml").read_text()
    (second / "exercise.toml").write_text(toml.replace("00-log", "01-log").replace("x00-", "x01-"))
    hand_in(handed, "Ada", "token1")
    hand_in(handed, "Ada", "", exercise="01-log", answers={"x01-why": {"text": "token2"}})
    found, files = sent(seminar, work / "back.zip", "plain", handed)
    assert [*files] == ["Ada.html"]
    assert [each.exercise for each in found.files["Ada.html"]] == ["00-log", "01-log"]
    assert files["Ada.html"].index("token1") < files["Ada.html"].index("token2")


def test_where_nothing_can_go_back_nothing_is_written(seminar: Path, work: Path, handed: Path) -> None:
    with pytest.raises(CourseError, match="none counts"):
        sent(seminar, work / "back.zip", "plain", handed)
    hand_in(handed, "Ada", "Because.")
    with pytest.raises(CourseError, match=r"no file's name is one of Moodle's export; try --for plain"):
        sent(seminar, work / "back.zip", "moodle", handed)
    with pytest.raises(CourseError, match="not written"):
        sent(seminar, work / "none" / "back.zip", "plain", handed)
    assert not (work / "back.zip").exists()
