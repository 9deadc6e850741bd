"""The form for a lesson says how its marks stand, and follows them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.course import Course
from coursekit.marking.hand_in import read_hand_in
from coursekit.sessions.open_hand_in import hand_in_session
from coursekit.sessions.store import store_of
from tests.marking.handing import SPAN

if TYPE_CHECKING:
    from pathlib import Path

MARK = {"id": "1" * 32, "source": "BOX", "task": "00-marks", "tag": "ENCLOSURE", "comment": "", "spans": [SPAN]}


def test_a_lesson_s_marks_are_parts_of_what_is_handed_in(course: Path, work: Path) -> None:
    here = Course(course, work)
    store = store_of(here)
    session = hand_in_session(store, here.assignments["L00"])
    (*_, blank) = session.traits()["setup"]["parts"]
    assert (blank["stands"], blank["done"]) == ("0 so far", False)
    news = [store.write("annotate", annotation=MARK), store.write("committed", task="00-marks")]
    (now,) = session.hear(news)
    assert now["parts"][-1]["stands"] == "1 so far · finished"
    assert now["parts"][-1]["name"].startswith("Marks in ")
    assert session.hear([store.write("ran", lesson="00")]) == []
    (made,) = session.handle({"op": "hand-in", "n": 1, "learner": "Ada", "insist": False})
    assert made["op"] == "handed-in"
    assert made["name"] == "L00-ada.json"
    assert read_hand_in(made["content"].encode()).marks == {"00-marks": [MARK]}
