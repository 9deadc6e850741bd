"""The page that goes back: it opens anywhere, asks nobody for anything, and says where to look again."""

from __future__ import annotations

import base64
import hashlib
import re
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from coursekit.course import Course
from coursekit.marking.keys import Keys
from coursekit.seminar.classwork import gather
from coursekit.seminar.feedback.again import places
from coursekit.seminar.feedback.handed_back import handed_back
from coursekit.seminar.feedback.sheet import sheet
from coursekit.seminar.standalone import page
from tests.seminar.handed import QUESTION, gave, hand_in

if TYPE_CHECKING:
    from pathlib import Path

ASKS = ("src", "action", "srcset", "data", "poster", "background", "ping", "formaction", "style")


class Parts(HTMLParser):
    """Tags, links, ids, and the policy of a page."""

    def __init__(self, markup: str) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: list[tuple[str, str | None]] = []
        self.feed(markup)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes += attrs

    def values(self, name: str) -> list[str]:
        return [value or "" for key, value in self.attributes if key == name]


def back(course: Path, *paths: Path, levels: list[Path] | None = None, keys: bool = False) -> str:
    here = Course(course)
    marked = Keys(here)
    found = gather(list(paths), marked, levels)
    return sheet([handed_back(work, found, marked, tell_keys=keys) for work in found.counting()], here)


def test_it_asks_nobody_for_anything_and_runs_nothing(seminar: Path, handed: Path) -> None:
    hand_in(handed, "Ada", "<script>alert(1)</script> https://example.org/")
    markup = back(seminar, handed)
    found = Parts(markup)
    assert found.tags.isdisjoint({"script", "link", "iframe", "object", "embed", "form", "base", "img", "svg"})
    assert not [key for key, _ in found.attributes if key in ASKS or key.startswith("on")]
    assert all(link.startswith("#") for link in found.values("href"))
    (style,) = re.findall(r"<style>(.*?)</style>", markup, re.DOTALL)
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode()
    assert f"default-src 'none'; style-src 'sha256-{digest}'" in found.values("content")[0]
    assert "url(" not in style
    assert "@import" not in style


def test_every_link_leads_to_a_place_on_it(seminar: Path, handed: Path) -> None:
    hand_in(handed, "Ada", "")
    found = Parts(back(seminar, handed))
    ids = found.values("id")
    assert {"x00-grid", "x00-day", QUESTION} == set(ids)
    assert {link.removeprefix("#") for link in found.values("href")} == {"x00-grid", QUESTION}
    assert len(ids) == len(set(ids))


def test_it_says_what_was_counted_what_waits_and_what_people_gave(seminar: Path, handed: Path, work: Path) -> None:
    content = hand_in(handed, "Ada", "Because he stood there.")
    before = back(seminar, handed)
    assert "2 of 6 points" in before
    assert "3 more are for what your teacher has not read yet" in before
    assert "Because he stood there." in before
    levels = gave(seminar, work, "AB", content, 3, 1, comment="Where does it end?")
    after = back(seminar, handed, levels=[levels])
    assert "4 of 9 points" in after
    assert "not read yet" not in after
    assert "level 1 of 3: somewhere" in after
    assert "Where does it end?" in after
    assert "AB" not in re.sub(r"<style>.*?</style>", "", after, flags=re.DOTALL)


@pytest.mark.parametrize("keys", [False, True])
def test_right_answers_are_the_instructors_choice(seminar: Path, handed: Path, keys: bool) -> None:  # noqa: FBT001
    wrong = {"x00-day": {"text": "1872-01-01"}, "x00-grid": {"cells": {"log": {"lamp": "silent"}}}}
    hand_in(handed, "Ada", "Because.", answers=wrong)
    found = back(seminar, handed, keys=keys)
    for secret in ("1871-11-03", "The secret entry is of the third.", "4.6", "The secret keeper, who stood there."):
        assert (secret in found) == keys
    assert "Look at the head of the entry." in found


def test_places_to_read_are_those_that_reasons_name_and_that_were_shown(seminar: Path, handed: Path) -> None:
    toml = seminar / "solutions" / "00-log" / "exercise.toml"
    said = toml.read_text().replace('"Look at the head of the entry."', '"Look at BOX p1, at its head."')
    toml.write_text(said.replace('id = "x00-why"\n', 'id = "x00-why"\nrests_on = ["BOX p2"]\n'))
    hand_in(handed, "Ada", "", answers={"x00-day": {"text": "1872-01-01"}})
    found = back(seminar, handed)
    assert " · read BOX p1<" in found
    assert " · read BOX p2<" in found
    words = Course(seminar).library.source("BOX").guide.paragraph("p1").text
    assert words.split("“")[0].strip()[:30] in found


def test_where_all_is_right_nothing_is_to_be_looked_at_again(seminar: Path, handed: Path) -> None:
    grid = {"log": {"lamp": "says", "oil": "4.6"}, "report": {"lamp": "silent", "oil": "0"}}
    hand_in(handed, "Ada", "Because.", answers={"x00-grid": {"cells": grid}})
    assert "To look at again" not in back(seminar, handed)


def test_a_place_that_a_question_asks_for_is_not_told(seminar: Path, handed: Path) -> None:
    toml = seminar / "solutions" / "00-log" / "exercise.toml"
    toml.write_text(
        toml.read_text() + '[[question]]\nid = "x00-where"\nkind = "evidence"\nprompt = "Where?"\nsource = "BOX"\n'
        'rests_on = ["BOX p3"]\n'
        'nowhere_feedback = "It does."\nelsewhere = "Not there."\n[[question.accept]]\nparagraph = "p3"\n'
        'feedback = "Here it is."\n'
    )
    hand_in(handed, "Ada", "Because.", answers={"x00-where": {"nowhere": True}})
    here = Course(seminar)
    found = gather([handed], Keys(here))
    told = handed_back(found.counting()[0], found, Keys(here))
    assert places(next(part for part in told.parts if part.question.id == "x00-where")) == []
    assert "BOX p3" not in back(seminar, handed)
    assert "BOX p3" in back(seminar, handed, keys=True)


def test_what_has_no_marks_has_nothing_to_tell(seminar: Path, handed: Path) -> None:
    (handed / "x.json").write_text("{}")
    found = gather([handed], Keys(Course(seminar)))
    with pytest.raises(ValueError, match=r"x\.json"):
        handed_back(found.works[0], found, Keys(Course(seminar)))


def test_words_in_a_page_are_text() -> None:
    assert "<title>a &amp; b</title>" in page("a & b", "<i>")
    assert "&lt;i&gt;" in page("a", "<i>")


def test_a_lesson_goes_back_as_an_exercise_does(seminar: Path, handed: Path) -> None:
    version = Course(seminar).assignments["L00"].version
    hand_in(handed, "Ada", "", exercise="L00", version=version, answers={"00-place": {"choice": "b"}})
    found = back(seminar, handed)
    assert "<h1>Lesson 0</h1>" in found
    assert 'href="#00-place"' in found
    assert 'href="#00-expect"' not in found  # a prediction is nothing to look at again
    assert "The harbour master wrote of 1893" in found
    assert "Yes, the copy was made then" not in found
    assert "Yes, the copy was made then" in back(seminar, handed, keys=True)
