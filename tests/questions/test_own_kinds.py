"""A course's own kinds of question: found in its folder, drawn by a card of the kit's, told plainly where they fail."""

from __future__ import annotations

import sys
from threading import Event, Thread
from types import ModuleType, SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from coursekit.build.class_copy import contents
from coursekit.check.course import check_course
from coursekit.errors import CourseError
from coursekit.marking import mark
from coursekit.questions import KINDS, check_quiz, kind_named, kind_names, load_quiz, typical, view
from coursekit.questions.own_kinds import module_of
from coursekit.site.packing import course as packed
from tests.build.handing_out import ready

if TYPE_CHECKING:
    from pathlib import Path

KIND = '''"""Whether it is so."""

from coursekit.questions.base import Option
from coursekit.questions.kinds.single import Single, SingleKind


class So(SingleKind):
    card = "single"

    def load(self, table, common):
        so = table.flag("so")
        options = tuple(Option(name, name, right=(name == "yes") == so, feedback="Look.") for name in ("yes", "no"))
        return Single(**common, options=options)


KIND = So()
'''
QUIZ = """[[question]]
id = "00-so"
kind = "so"
prompt = "Is it so?"
so = true
"""


@pytest.fixture
def own(course: Path) -> Path:
    """A course with a kind of its own; returns the kind's file."""
    (course / "kinds").mkdir()
    path = course / "kinds" / "so.py"
    path.write_text(KIND)
    return path


def quiz(own: Path, words: str = QUIZ) -> Path:
    path = own.parent.parent / "lessons" / "quizzes" / "00-so.toml"
    path.write_text(words)
    return path


def test_it_is_found_read_tried_and_marked(own: Path) -> None:
    assert kind_names() == (*KINDS, "so")
    (question,) = load_quiz(quiz(own))
    tries = typical(question)
    assert {state for _, state in tries} == {"unanswered", "right", "wrong"}
    assert all(mark(question, answer).state == state for answer, state in tries)


def test_the_card_it_names_draws_it(own: Path) -> None:
    (question,) = load_quiz(quiz(own))
    assert (question.kind, view(question)["kind"]) == ("so", "single")


def test_another_course_has_it_not(own: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    assert kind_named("so").card == "single"
    for folder in ("lessons", "sources"):
        (tmp_path / "other" / folder).mkdir(parents=True)
    monkeypatch.setenv("COURSEKIT_COURSE", str(tmp_path / "other"))
    assert kind_names() == KINDS
    with pytest.raises(CourseError, match="so: no such kind of question; there are argument"):
        kind_named("so")


def test_it_cannot_stand_in_for_one_of_the_kits(own: Path) -> None:
    kit = kind_named("single")
    own.rename(own.with_name("single.py"))
    assert kind_names() == KINDS
    assert kind_named("single") is kit


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("def (", "kinds/so.py:1: cannot be imported (invalid syntax)"),
        ("import nowhere_at_all", "kinds/so.py: cannot be imported (ModuleNotFoundError"),
        ("import sys\nsys.exit(0)", "kinds/so.py: cannot be imported (SystemExit: 0)"),
        (KIND.replace('table.flag("so")', '{}["so"]'), "kinds/so.py:11: KeyError: 'so'; mend its load"),
        (KIND.replace('table.flag("so")', "exit(0)"), "kinds/so.py:11: SystemExit: 0; mend its load"),
        (KIND.replace("return Single(", "return dict("), "kinds/so.py: load: expected a Question, found dict"),
        ("", "kinds/so.py: expected KIND, an object of a class derived from Kind"),
        (KIND.replace('card = "single"', 'card = "wheel"'), "kinds/so.py: card: expected the kit's kind whose card"),
    ],
)
def test_check_tells_where_a_kind_fails(own: Path, words: str, said: str) -> None:
    own.write_text(words)
    (problem,) = check_quiz(quiz(own), "lessons/quizzes/00-so.toml")
    assert str(problem).startswith(f"lessons/quizzes/00-so.toml:3: kind: {said}")


def test_it_goes_with_a_class_copy_and_onto_a_page(own: Path) -> None:
    root = ready(own.parent.parent)
    own.with_name("notes.md").write_text("For the author.")
    for made in (contents(root), packed(root)):
        assert [name for name in made if name.startswith("kinds/")] == ["kinds/so.py"]


def test_a_kind_that_no_question_can_name_is_told(own: Path) -> None:
    quiz(own)
    own.with_name("single.py").write_text("")
    own.with_name("Meine-Art.py").write_text("")
    told = [str(each) for each in check_course(own.parent.parent).errors if each.file.startswith("kinds/")]
    assert [line.partition(" error: ")[2].partition(",")[0].partition(":")[0] for line in told] == ["is not used"] * 2
    assert [line.partition(":")[0] for line in told] == ["kinds/Meine-Art.py", "kinds/single.py"]


def test_a_second_thread_gets_no_module_that_is_half_run(own: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    gate = SimpleNamespace(entered=Event(), open=Event())
    module = ModuleType("gate_of_a_test")
    vars(module).update(vars(gate))
    monkeypatch.setitem(sys.modules, "gate_of_a_test", module)
    own.write_text(f"import gate_of_a_test as gate\ngate.entered.set()\nassert gate.open.wait(30)\n\n{KIND}")
    found: list[bool] = []

    def read() -> None:
        found.append(hasattr(module_of(own.parent, "so"), "KIND"))

    first, second = Thread(target=read), Thread(target=read)
    first.start()
    assert gate.entered.wait(30)
    second.start()
    second.join(0.2)  # it must still wait; were it through, it would have found no KIND
    gate.open.set()
    first.join(30)
    second.join(30)
    assert found == [True, True]
