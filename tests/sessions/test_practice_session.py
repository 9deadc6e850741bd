"""A practice test from its beginning to its gain, by plain messages only."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.practice.sittings import FIRST_ANSWER, sittings
from coursekit.practice.words import OUTDATED
from coursekit.sessions.practice import OVER, PracticeSession
from coursekit.sessions.store import Store
from tests.practice.made_up import BEST, lay_out_forms

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from coursekit.practice.sittings import Sitting


_LAST = '  { text = "Answer N", weight = 2, feedback = "Worth 2." },\n'


class Talk:
    """A session, and what it says."""

    def __init__(self, course: Path, draws: str = "b") -> None:
        self.course, self.drawn = Course(course), [draws]
        self.session = PracticeSession(Store(self.course), self._draw)
        self.n = 0

    def _draw(self, names: Sequence[str]) -> str:
        return self.drawn.pop() if self.drawn else names[0]

    def say(self, op: str, **data: Any) -> list[dict[str, Any]]:
        self.n += 1
        return self.session.handle({"op": op, "n": self.n, **data})

    def take(self, form: str, answers: dict[str, dict[str, object]] = BEST) -> list[dict[str, Any]]:
        self.say("begin")
        self.say("open", form=form, paper="log", part="head")
        for n, answer in answers.items():
            self.say("answer", form=form, item=f"{form}-{n}", answer=answer)
        return self.say("hand-over", form=form)

    @property
    def found(self) -> list[Sitting]:
        return sittings(self.course.journal.read().events)


@pytest.fixture
def talk(course: Path) -> Talk:
    lay_out_forms(course)
    return Talk(course)


def refusal(said: list[dict[str, Any]]) -> str:
    (told,) = said
    assert told["op"] == "refused"
    return str(told["why"])


def test_what_is_right_is_told_only_when_all_is_handed_over(talk: Talk) -> None:
    assert talk.session.traits()["setup"]["forms"] == []
    _, now = talk.say("begin")
    assert (now["stage"], now["forms"][0]["form"]) == ("sitting", "b")
    for item in now["forms"][0]["items"]:
        assert (item["points"], item["level"]) == (None, -1)
        assert not any(item[key] for key in ("feedback", "accepted", "rubric", "samples"))
        assert {(each["weight"], each["feedback"]) for each in item["options"]} <= {(-1, "")}
    _, now = talk.take("b")
    form = now["forms"][0]
    assert (now["stage"], form["handed"]) == ("between", True)
    assert [each["points"] for each in form["items"]] == [4, 4, 4, 4, 4, None]
    assert [each["weight"] for each in form["items"][0]["options"]] == [4, 1, 0, 2]
    assert form["items"][3]["accepted"] == ["I saw the bell myself"]
    assert len(form["items"][5]["samples"]) == 3
    assert now["told"][0].startswith("20 of 20 points")


def test_it_goes_on_where_it_was_left(talk: Talk, course: Path) -> None:
    talk.say("begin")
    talk.say("open", form="b", paper="log", part="body")
    talk.say("answer", form="b", item="b-6", answer={"text": "For wh"})
    again = Talk(course)
    setup = again.session.traits()["setup"]
    assert setup["stage"] == "sitting"
    assert setup["forms"][0]["answers"]["b-6"] == {"text": "For wh"}
    assert setup["forms"][0]["papers"][1]["opened"] == ["body"]
    assert again.found[0].steps == [("log", "body"), FIRST_ANSWER]


def test_the_second_form_is_the_other_and_then_the_gain_is_told(talk: Talk) -> None:
    talk.take("b", {"1": {"option": 2}, "2": {"option": 2}, "3": {"option": 2}, "4": BEST["4"]})
    _, now = talk.take("a")
    assert now["stage"] == "done"
    assert [each.form for each in talk.found] == ["b", "a"]
    assert now["told"][0].startswith("Before: 4 of 16 points. After: 16 of 16, for the 4 pairs")
    _, now = talk.say("begin")
    assert len(talk.found) == 2


def test_a_second_window_begins_nothing_anew(talk: Talk) -> None:
    talk.say("begin")
    _, now = talk.say("begin")
    assert [each["form"] for each in now["forms"]] == ["b"]
    assert len([each for each in talk.course.journal.read().events if each.event == "practice-begun"]) == 1


def test_what_is_handed_over_stays(talk: Talk) -> None:
    talk.take("b")
    assert refusal(talk.say("answer", form="b", item="b-1", answer={"option": 1})) == OVER
    talk.say("hand-over", form="b")
    assert talk.found[0].answers["b-1"] == {"option": 0}
    assert len([each for each in talk.course.journal.read().events if each.event == "practice-handed"]) == 1


def test_one_rates_what_one_wrote_and_only_afterwards(talk: Talk) -> None:
    talk.say("begin")
    assert "cannot be set" in refusal(talk.say("rate", form="b", item="b-6", level=2))
    talk.take("b")
    _, now = talk.say("rate", form="b", item="b-6", level=2)
    assert now["forms"][0]["items"][5]["level"] == 2
    for item, level in (("b-6", 4), ("b-6", True), ("b-1", 1), ("b-9", 1)):
        assert "cannot be set" in refusal(talk.say("rate", form="b", item=item, level=level))


def test_each_part_is_opened_once_in_the_journal(talk: Talk) -> None:
    talk.say("begin")
    for _ in range(2):
        talk.say("open", form="b", paper="log", part="head")
    assert len([each for each in talk.course.journal.read().events if each.event == "practice-opened"]) == 1


@pytest.mark.parametrize(
    ("op", "data"),
    [
        ("open", {"form": "b", "paper": "diary", "part": "head"}),
        ("open", {"form": "b", "paper": "log", "part": "tail"}),
        ("open", {"form": "a", "paper": "log", "part": "head"}),
        ("open", {"paper": "log", "part": ["head"]}),
        ("answer", {"form": "b", "item": "b-1", "answer": {"option": 9}}),
        ("answer", {"form": ["b"], "item": "b-1", "answer": {}}),
        ("hand-over", {"form": "a"}),
        ("wave", {}),
    ],
)
def test_what_makes_no_sense_is_refused_and_not_kept(talk: Talk, op: str, data: dict[str, Any]) -> None:
    talk.say("begin")
    before = len(talk.course.journal.read().events)
    refusal(talk.say(op, **data))
    assert len(talk.course.journal.read().events) == before


def test_a_page_is_told_what_another_did(talk: Talk, course: Path) -> None:
    events = talk.course.journal.read().events
    assert talk.session.hear(events) == []
    talk.say("begin")
    news = talk.course.journal.read().events
    assert talk.session.hear(news, talk.session) == []
    (now,) = Talk(course).session.hear(news)
    assert now["stage"] == "sitting"


def test_answers_that_do_not_fit_the_form_any_more_are_left_out(talk: Talk, course: Path) -> None:
    talk.say("begin")
    talk.say("answer", form="b", item="b-1", answer={"option": 3})
    path = course / "lessons" / "practice" / "b.toml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace('  { text = "Answer N", weight = 2, feedback = "Worth 2." },\n', "", 1), encoding="utf-8"
    )
    assert Talk(course).session.traits()["setup"]["forms"][0]["answers"]["b-1"] == {}


def changed(course: Path, *, version: int) -> None:
    """Take the first question's last option away, and give the form a version."""
    path = course / "lessons" / "practice" / "b.toml"
    text = f"version = {version}\n{path.read_text(encoding='utf-8')}"
    path.write_text(text.replace(_LAST, "", 1), encoding="utf-8")


def test_an_answer_that_the_form_does_not_have_any_more_is_handed_over_as_blank(talk: Talk, course: Path) -> None:
    talk.say("begin")
    talk.say("answer", form="b", item="b-1", answer={"option": 3})
    talk.say("answer", form="b", item="b-2", answer={"option": 0})
    changed(course, version=1)
    _, now = Talk(course).say("hand-over", form="b")
    assert talk.found[0].points == {"b-2": 4}
    assert now["forms"][0]["items"][0]["points"] is None


def test_of_a_form_that_changed_while_it_was_taken_nothing_is_scored_and_that_is_said(talk: Talk, course: Path) -> None:
    talk.say("begin")
    talk.say("answer", form="b", item="b-1", answer={"option": 0})
    talk.say("answer", form="b", item="b-6", answer={"text": "For whom?"})
    changed(course, version=2)
    again = Talk(course)
    (form,) = again.session.traits()["setup"]["forms"]
    assert OUTDATED in form["event"]
    assert (form["answers"]["b-1"], form["answers"]["b-6"]) == ({}, {"text": "For whom?"})
    _, now = again.say("hand-over", form="b")
    (form,) = now["forms"]
    assert talk.found[0].points == {}
    assert now["told"] == [OUTDATED]
    assert form["title"].endswith("(changed since you began it)")
    assert [each["id"] for each in form["items"]] == ["b-6"]


def test_a_course_without_forms_says_so(course: Path) -> None:
    with pytest.raises(CourseError, match="no practice test"):
        PracticeSession(Store(Course(course)))
