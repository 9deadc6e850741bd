"""A lesson's answers and marks are handed in like an exercise, and read with the same suspicion."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.cli import hand_in as verb
from coursekit.cli import main
from coursekit.course import Course
from coursekit.errors import CourseError
from coursekit.journal import Journal
from coursekit.marking.found import Candidate
from coursekit.marking.hand_in import HandIn, read_hand_in
from coursekit.marking.handed_marks import MOST_MARKS, MOST_TASKS
from coursekit.marking.judging import judge
from coursekit.marking.keys import Keys
from coursekit.marking.row import MARKED, NONE, UNKNOWN, Row
from tests.marking.handing import SPAN, made, raw

if TYPE_CHECKING:
    from pathlib import Path

TASK = "00-marks"


def mark(number: int = 1, **fields: Any) -> dict[str, Any]:
    """Return a reader's mark, as the journal has it."""
    plain = {"id": f"{number:032x}", "source": "BOX", "task": TASK, "tag": "ENCLOSURE", "comment": "sent along"}
    return {**plain, "spans": [SPAN], **fields}


def lesson(**fields: Any) -> dict[str, Any]:
    answers = {"00-place": {"choice": "a"}, "00-where": {"spans": [SPAN]}}
    return made(answers=answers, exercise="L00", version=4, marks={TASK: [mark()]}, **fields)


@pytest.fixture
def learners(course: Path, work: Path) -> Journal:
    """A learner who answered and marked in the lesson."""
    found = Journal(work / "journal.jsonl")
    found.append("answer", question="00-place", version=1, answer={"choice": "a"}, checked=True)
    found.append("annotate", annotation=mark(1))
    return found


def written(work: Path, name: str = "L00-ada.json") -> HandIn:
    return read_hand_in((work / "hand-ins" / name).read_bytes())


def row(course: Path, data: object) -> Row:
    return judge(Candidate("a.json", raw(data)), Keys(Course(course)))


@pytest.mark.parametrize("name", ["L00", "l00"])
def test_the_verb_writes_answers_and_marks(
    name: str, learners: Journal, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main.main(["hand-in", name, "--name", "Ada"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[1] == "In the name of Ada. 1 of 2 points counted here: 1 of 2 parts right, 1 not answered yet."
    assert said[2] == "Marks in texts: 1."
    found = written(work)
    assert (found.exercise, found.answers) == ("L00", {"00-place": {"choice": "a"}})
    assert found.marks == {TASK: [mark(1)]}


def test_what_was_written_is_marked_in_a_row_of_its_own(learners: Journal, course: Path, work: Path) -> None:
    assert verb.run(["L00", "--name", "Ada"]) == 0
    found = judge(Candidate("a.json", (work / "hand-ins" / "L00-ada.json").read_bytes()), Keys(Course(course)))
    assert (found.status, found.exercise, found.points, found.of, found.note) == (MARKED, "L00", 1, 2, "")


def test_marks_made_after_the_expert_could_be_seen_say_so(learners: Journal, work: Path) -> None:
    learners.append("annotate", annotation=mark(2))
    learners.append("committed", task=TASK)
    learners.append("annotation-changed", annotation=mark(2)["id"], changes={"tag": "ARCHIVE-REF"})
    learners.append("annotate", annotation=mark(3))
    learners.append("annotate", annotation=mark(4))
    learners.append("annotation-removed", annotation=mark(4)["id"])
    learners.append("annotate", annotation=mark(5, task="01-else"))
    learners.append("annotate", annotation=mark(6, tag=["no", "tag"]))  # no reader shows it
    assert verb.run(["L00", "--name", "Ada"]) == 0
    found = written(work)
    assert [(each["id"][-1], each.get("after")) for each in found.marks[TASK]] == [
        ("1", None),
        ("2", True),
        ("3", True),
    ]
    assert [(each["what"], each.get("task")) for each in found.history] == [("finished", TASK)]
    assert read_hand_in(found.to_json().encode()) == found


def test_marks_that_would_be_lost_keep_the_file(learners: Journal, work: Path) -> None:
    assert main.main(["hand-in", "L00", "--name", "Ada"]) == 0
    learners.append("annotation-removed", annotation=mark(1)["id"])
    assert main.main(["hand-in", "L00"]) == 1
    assert written(work).marks == {TASK: [mark(1)]}


def test_marks_alone_are_not_nothing(course: Path) -> None:
    assert row(course, lesson() | {"answers": {}}).note == ""
    assert row(course, lesson() | {"answers": {}, "marks": {}}).note == "nothing answered"


def test_marks_for_other_tasks_are_passed_over_and_named(course: Path) -> None:
    found = row(course, lesson() | {"marks": {"07-none": [mark(task="07-none")]}})
    assert (found.status, found.points) == (MARKED, 2)
    assert found.note == "marks passed over, being for no task of this lesson: 07-none"


def test_where_the_course_has_no_such_lesson_that_is_told(course: Path) -> None:
    found = row(course, lesson() | {"exercise": "L07"})
    assert (found.status, found.note) == (UNKNOWN, "no exercise of this course; there is L00")


def test_a_file_without_marks_has_none() -> None:
    assert read_hand_in(raw(made())).marks == {}
    assert "marks" not in json.loads(read_hand_in(raw(made())).to_json())


@pytest.mark.parametrize(
    ("marks", "why"),
    [
        (None, "for each task"),
        ([], "for each task"),
        ({f"{n:02}-t": [] for n in range(MOST_TASKS + 1)}, "for each task"),
        ({TASK: {}}, "a list of at most"),
        ({TASK: [mark()] * (MOST_MARKS + 1)}, "a list of at most"),
        ({TASK: [3]}, "number 1: expected an object"),
        ({TASK: [mark(), mark()]}, "number 2: id: stands twice"),
        ({TASK: [mark(task="else")]}, "task: expected the task it stands under"),
        ({TASK: [mark(tag="<b>")]}, "tag: expected"),
        ({TASK: [mark(comment="x" * 4001)]}, "at most 4000"),
        ({TASK: [mark(spans=[SPAN] * 41)]}, "at most 40"),
        ({TASK: [mark(spans=[{**SPAN, "end": 10**9}])]}, "quote: expected"),
        ({TASK: [mark(spans=[{**SPAN, "paragraph": "../p"}])]}, "a short name"),
    ],
)
def test_what_are_no_marks_is_refused_with_the_reason(course: Path, marks: object, why: str) -> None:
    with pytest.raises(CourseError, match="ask for the file again") as caught:
        read_hand_in(raw(lesson() | {"marks": marks}))
    assert why in str(caught.value)
    assert row(course, lesson() | {"marks": marks}).status == NONE


def test_a_mark_has_the_fields_of_a_mark_and_no_others() -> None:
    found = read_hand_in(raw(lesson() | {"marks": {TASK: [mark(script="<script>", after=True)]}}))
    assert found.marks == {TASK: [mark() | {"after": True}]}
