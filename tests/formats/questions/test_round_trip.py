"""What goes to Moodle and to Canvas comes back as it was, whatever the words are; and it is marked there as here."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from itertools import pairwise
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coursekit.course import Course
from coursekit.formats.questions import canvas, moodle
from coursekit.formats.questions.carried import (
    Carried,
    Choice,
    Matching,
    NearNumber,
    NearText,
    Numerical,
    Option,
    Ordering,
    Pair,
    Short,
)
from coursekit.formats.questions.carrying import carry
from coursekit.formats.questions.markup import plain, settled
from coursekit.formats.questions.package import Group, pack
from coursekit.marking.one import mark
from coursekit.questions import typical
from tests.conftest import ROOT
from tests.formats.questions import canvas_reader, moodle_reader

if TYPE_CHECKING:
    from xml.etree import ElementTree as ET

    from coursekit.questions import Question

TITLE = "Lamps / and <logs>"
HOSTILE = [
    "<script>alert(1)</script>",
    "]]> <![CDATA[ <!-- --> &amp; &#0;",
    "*one* and **two** and *<b>three</b>*",
    "=1+1\x00\x08\x7f\ufffe\ud800",
    "first\r\n\r\nsecond\rline\n\n\n third \u202e \u2028 \U0001f56f",
    "a < b > c \"d\" 'e' & f",
    "<p>not a paragraph</p></li><li>",
    "@@PLUGINFILE@@ {1:MULTICHOICE:=a} [blank]",
]
WORDS = st.one_of(st.sampled_from(HOSTILE), st.text(max_size=30))
PROSE = WORDS.map(settled)
SAID = PROSE.filter(bool)
NUMBERS = st.decimals(-1000, 1000, allow_nan=False, places=2)
COMMON: dict[str, Any] = {
    "id": st.sampled_from(["01-lamp", "x01-log"]),
    "version": st.integers(1, 99),
    "skill": WORDS.map(plain),
    "points": st.sampled_from([0.0, 0.5, 1.0, 2.25, 33.3333]),
    "prompt": SAID,
    "afterwards": PROSE,
    "hints": st.lists(SAID, max_size=3).map(tuple),
}
TOLD = {"feedback": SAID, "wrong_feedback": SAID}


@st.composite
def choices(draw: st.DrawFn) -> Choice:
    right = draw(st.integers(1, 12))
    flags = [True] * right + [False] * draw(st.integers(1, 4))
    options = [Option(draw(SAID), flag, draw(SAID)) for flag in draw(st.permutations(flags))]
    common = {key: draw(value) for key, value in COMMON.items()}
    return Choice(**common, options=tuple(options), several=right > 1 or draw(st.booleans()))


@st.composite
def matchings(draw: st.DrawFn) -> Matching:
    boxes = tuple(draw(st.lists(WORDS.map(plain).filter(bool), min_size=2, max_size=5)))
    pairs = [Pair(draw(SAID), draw(st.integers(0, len(boxes) - 1)), draw(SAID)) for _ in range(draw(st.integers(2, 5)))]
    return Matching(**{key: draw(value) for key, value in COMMON.items()}, pairs=tuple(pairs), boxes=boxes)


ORDERINGS = st.builds(Ordering, **COMMON, **TOLD, items=st.lists(SAID, min_size=2, max_size=5).map(tuple))
NEAR = st.builds(NearNumber, NUMBERS, NUMBERS.map(abs), SAID)
NUMERICALS = st.builds(
    Numerical, **COMMON, **TOLD, answer=NUMBERS, tolerance=NUMBERS.map(abs), near=st.lists(NEAR, max_size=3).map(tuple)
)
FORMS = st.lists(st.sampled_from(["1871-11-03", "3 November 1871", "3.11.1871"]), min_size=1, unique=True)
MISSES = st.lists(st.builds(NearText, st.sampled_from(["1872", "1873-01"]), SAID), max_size=2)
SHORTS = st.builds(Short, **COMMON, **TOLD, forms=FORMS.map(tuple), near=MISSES.map(tuple))
ITEMS = st.one_of(choices(), matchings(), ORDERINGS, NUMERICALS, SHORTS)


@given(st.lists(ITEMS, min_size=1, max_size=3))
def test_whatever_the_words_are_it_comes_back(items: list[Carried]) -> None:
    held = [found for item in items if (found := moodle.fitted(item)[0])]
    groups = (Group("L01", TITLE, tuple(held)), Group("01-log", "The log", ()))
    raw = moodle.write(TITLE, groups)
    assert moodle_reader.read(raw) == (TITLE, groups)
    assert raw == moodle.write(TITLE, groups)


@given(st.lists(ITEMS, min_size=1, max_size=3))
def test_so_it_does_from_canvas(items: list[Carried]) -> None:
    held = tuple(replace(found, id=f"01-q{n}") for n, item in enumerate(items) if (found := canvas.fitted(item)[0]))
    groups = tuple(Group(name, TITLE, held) for name in ("L01", "01-log") if held)
    title, back, kinds = canvas_reader.read(canvas.write(TITLE, groups))
    assert (title, back) == (TITLE, groups)
    practice = "assignment" if sum(each.points for each in held) else "practice_quiz"
    assert kinds == (["practice_quiz", practice] if held else [])
    assert canvas.write(TITLE, groups) == canvas.write(TITLE, groups)


@pytest.fixture(scope="module")
def course(tmp_path_factory: pytest.TempPathFactory) -> Course:
    return Course(ROOT, tmp_path_factory.mktemp("work"))


def questions(course: Course) -> list[Question]:
    return [each for name in course.assignments.names for each in course.assignments[name].questions]


@pytest.mark.usefixtures("this_course")
def test_the_whole_course_goes_out_and_comes_back_and_every_question_is_accounted_for(course: Course) -> None:
    assignments = [course.assignments[name] for name in course.assignments.names]
    every = {each.id for each in questions(course)}
    for platform in (moodle.PLATFORM, canvas.PLATFORM):
        groups, lost = pack(platform, assignments, course.shelf)
        raw = platform.write(TITLE, groups)
        back = moodle_reader.read(raw)[1] if platform is moodle.PLATFORM else canvas_reader.read(raw)[1]
        assert back == groups
        written = [each.id for group in groups for each in group.questions]
        left = [loss.question for loss in lost if loss.whole]
        assert len(written) > 90
        assert sorted([*written, *left]) == sorted(every)
        assert {loss.question for loss in lost if not loss.whole} <= set(written)


def moodle_points(element: ET.Element, item: Carried, question: Any, answer: dict[str, Any]) -> float:
    """The share of the points that Moodle gives, by what stands in its file."""
    given = [(words, worth) for words, worth, _ in moodle_reader.answers(element)]
    if isinstance(item, Choice):
        chosen = {answer["choice"]} if "choice" in answer else set(answer["choices"])
        ids = [option.id for option in question.options]
        return max(0, sum(worth for name, (_, worth) in zip(ids, given, strict=True) if name in chosen))
    if isinstance(item, Matching):
        table = next(value for value in answer.values() if isinstance(value, dict))
        boxes = {box.id: plain(box.text) for box in question.boxes}
        rows = zip(question.cards, element.iterfind("subquestion"), strict=False)
        hits = [boxes.get(table.get(card.id, "")) == moodle_reader.text(row, "answer") for card, row in rows]
        return sum(hits) / len(hits)
    if isinstance(item, Ordering):
        right = [each.id for each in question.items]
        kept = set(pairwise(right)) & set(pairwise(answer["order"]))
        return len(kept) / (len(right) - 1)
    if isinstance(item, Numerical):
        bounds = [Decimal(moodle_reader.leaf(each, "tolerance")) for each in element.iterfind("answer")]
        value = Decimal(answer["text"].removeprefix("about ").partition(" ")[0])
        tries = zip(given, bounds, strict=True)
        return next(worth for (words, worth), bound in tries if words == "*" or abs(value - Decimal(words)) <= bound)
    return next(worth for words, worth in given if words in ("*", answer["text"]))


@pytest.mark.usefixtures("this_course")
def test_moodle_marks_as_the_course_does(course: Course) -> None:
    checked = set()
    for question in questions(course):
        found = carry(question, course.shelf)[0]
        item = moodle.fitted(found)[0] if found else None
        if item is None:
            continue
        raw = moodle.write(TITLE, (Group("L01", TITLE, (item,)),))
        element = moodle_reader.parsed(raw)[1]
        alone = replace(question, ground=None, confidence=False)
        for answer, _ in typical(alone):
            own = mark(alone, answer)
            if own.state != "unanswered":
                share = moodle_points(element, item, question, answer)
                assert share == pytest.approx(own.points / own.of, abs=0.005), (question.id, answer)
                checked.add(type(item))
    assert checked == {Choice, Matching, Ordering, Numerical, Short}


def test_numbers_decide_in_the_order_in_which_moodle_reads_them() -> None:
    near = (NearNumber(Decimal("24.49"), Decimal(0), "too many decimals"),)
    told = {"feedback": "so", "wrong_feedback": "not so"}
    common = {"id": "01-oil", "version": 1, "skill": "", "points": 1.0, "prompt": "How much?", "afterwards": ""}
    item = Numerical(**common, **told, answer=Decimal("24.5"), tolerance=Decimal("0.3"), near=near)  # type: ignore[arg-type]
    element = moodle_reader.parsed(moodle.write("T", (Group("L01", "T", (item,)),)))[1]
    shares = {"24.5": 1, "24.49": 0, "24.3": 1, "24.8": 1, "24.81": 0}
    assert {words: moodle_points(element, item, None, {"text": words}) for words in shares} == shares
    assert canvas.fitted(item) == (None, (canvas.WITHIN,))
    assert canvas.fitted(replace(item, tolerance=Decimal(0)))[1] == (canvas.NEAR,)


def test_what_a_platform_cannot_hold_is_said() -> None:
    common: dict[str, Any] = {"id": "01-a", "version": 1, "skill": "", "points": 1.0, "prompt": "?", "afterwards": ""}
    options = tuple(Option(str(n), n < 11, "why") for n in range(13))
    many = Choice(**common, options=options, several=True)
    assert moodle.fitted(many) == (None, ("Moodle takes at most 10 right options",))
    assert canvas.fitted(replace(many, hints=("look",))) == (many, (canvas.HINTS,))
    same = Matching(**common, pairs=(Pair("a", 0, "why"), Pair("b", 1, "why")), boxes=("box", "Box", "third"))
    assert moodle.fitted(same)[0] is None
    assert canvas.fitted(same)[0] == same
    assert canvas.fitted(replace(same, boxes=("box", "box", "third"))) == (None, (canvas.BOXES,))
    assert moodle.fitted(replace(same, boxes=("box", "b" * 256, "third")))[1] == (
        "Moodle takes at most 255 characters on the right",
    )
    assert moodle.fitted(replace(same, boxes=("one", "two")))[1] == ("Moodle wants 3 rows to match",)
    order = Ordering(**common, items=("a", "b"), feedback="so", wrong_feedback="not so")
    assert canvas.fitted(order) == (None, (canvas.ORDER,))


def test_a_stroke_at_the_end_of_a_title_makes_no_category_of_its_own() -> None:
    order = Ordering(
        id="01-a",
        version=1,
        skill="",
        points=1.0,
        prompt="?",
        afterwards="",  # type: ignore[arg-type]
        items=("a", "b"),
        feedback="so",
        wrong_feedback="not so",
    )
    raw = moodle.write("/Lamps/", (Group("L01", "Lesson 1/2/", (order,)),))
    assert moodle_reader.read(raw) == ("Lamps", (Group("L01", "Lesson 1/2", (order,)),))
