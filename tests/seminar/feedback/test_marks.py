"""A lesson's marks go back: the learner's always, the expert's beside them where right answers are shown."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import Course
from coursekit.spans import make_span
from tests.pictures.test_pictures import Reader
from tests.seminar.feedback.test_sheet import Parts, back
from tests.seminar.handed import lesson_hand_in

if TYPE_CHECKING:
    from pathlib import Path

HOSTILE = '<script>alert(1)</script><img src=x onerror=alert(1)> \u202egpj & "q" =1+1'


def mark(course: Path, number: int, words: str, paragraph: str, tag: str, **more: Any) -> dict[str, Any]:
    guide = Course(course).library.source("BOX").guide
    start = guide.paragraph(paragraph).text.index(words)
    span = make_span(guide, paragraph, start, start + len(words)).to_json() | more.pop("span", {})
    head = {"id": f"{number:032x}", "source": "BOX", "task": "00-marks", "tag": tag, "comment": ""}
    return head | {"spans": [span]} | more


def told(course: Path, folder: Path, *marks: dict[str, Any], keys: bool = False) -> str:
    lesson_hand_in(course, folder, "Ada", {"00-place": {"choice": "a"}}, marks={"00-marks": list(marks)})
    return back(course, folder, keys=keys)


def words(html: str) -> str:
    found = Reader(html[html.index("<body>") : html.index("</html>")])
    assert not found.open
    return " ".join(found.words.split())


def test_without_right_answers_one_s_own_marks_stand_alone(course: Path, handed: Path) -> None:
    own = mark(course, 1, "the keeper's own note", "p3", "ENCLOSURE", comment="So it lay beside it.")
    html = told(course, handed, own)
    said = words(html)
    assert "BOX p3 the keeper's own note: " in said
    assert "So it lay beside it." in said
    assert "can be laid over yours once you have finished" in said
    for secret in ("The letter announces it.", "box 12, leaf 4", "You both", "Where you and the expert meet"):
        assert secret not in html


def test_the_expert_s_stand_beside_them_with_place_and_reason(course: Path, handed: Path) -> None:
    marks = [
        mark(course, 1, "the keeper's own note", "p3", "ARCHIVE-REF"),
        mark(course, 2, "Ships", "p2", "ENCLOSURE"),
    ]
    said = words(told(course, handed, *marks, keys=True))
    assert "Where you and the expert meet: 0 of 2 passages." in said
    first = (
        r"BOX m1 box 12, leaf 4: the expert: Archive reference ?The copyist says where the paper lies\. ?You left it"
    )
    assert re.search(first, said)
    second = r"BOX p3 the keeper's own note: the expert: Enclosure ?The letter announces it\. ?You, otherwise: ?BOX p3"
    assert re.search(second, said)
    assert re.search(r"What you alone marked ?It need not be an error.+BOX p2 Ships", said)


def test_where_both_agree_it_says_so(course: Path, handed: Path) -> None:
    said = words(told(course, handed, mark(course, 1, "box 12, leaf 4", "m1", "ARCHIVE-REF"), keys=True))
    assert "Where you and the expert meet: 1 of 2 passages." in said
    assert "You both:BOX m1 box 12, leaf 4: Archive reference" in said


def test_marks_stand_in_the_order_of_the_text(course: Path, handed: Path) -> None:
    marks = [
        mark(course, 1, "the keeper's own note", "p3", "ENCLOSURE"),
        mark(course, 2, "box 12", "m1", "ARCHIVE-REF"),
    ]
    said = words(told(course, handed, *marks))
    assert said.index("box 12") < said.index("the keeper's own note")


def test_what_was_made_late_and_what_has_lost_its_place_say_so(course: Path, handed: Path) -> None:
    late = mark(course, 1, "Ships", "p2", "ENCLOSURE", after=True)
    lost = mark(course, 2, "harmed", "p2", "ENCLOSURE", span={"quote": "sailed"})
    text = mark(course, 3, "day", "p2", "ENCLOSURE", span={"edition": "text"})
    said = words(told(course, handed, late, lost, text))
    assert said.count("made once the expert’s marks could be seen") == 1
    assert said.count("without a place in the text as it is here") == 1  # of a text that is not here nobody can tell


@pytest.mark.parametrize("keys", [False, True])
def test_no_mark_is_lost_and_none_becomes_markup(course: Path, handed: Path, keys: bool) -> None:  # noqa: FBT001
    quote = HOSTILE[:30]
    marks = [
        mark(course, 1, "Ships", "p2", "XSS.script-alert", comment=HOSTILE),
        mark(course, 2, "Ships", "p2", "ENCLOSURE", span={"quote": quote, "start": 0, "end": len(quote)}),
        mark(course, 3, "Ships", "p2", "ENCLOSURE", span={"source": "XXX"}, source="XXX"),
    ]
    html = told(course, handed, *marks, keys=keys)
    found = Parts(html)
    assert found.tags.isdisjoint({"script", "img", "iframe", "svg", "link"})
    assert not [key for key, _ in found.attributes if key.startswith("on") or key in ("src", "style")]
    said = words(html)
    assert "XSS.script-alert" in said
    assert "<script>alert(1)</script><img" in said
    assert "XXX p2" in said


def test_without_marks_it_says_so_and_the_expert_s_are_there_where_they_may_be(course: Path, handed: Path) -> None:
    assert "You marked nothing here" in words(told(course, handed))
    assert "The copyist says where the paper lies." in words(told(course, handed, keys=True))


def test_an_exercise_has_no_section_on_marks(seminar: Path, handed: Path) -> None:
    from tests.seminar.handed import hand_in

    hand_in(handed, "Ada", "Because.")
    assert "Marks ·" not in words(back(seminar, handed, keys=True))
