"""Worked solutions that are released: which, with what is said of them, and never by themselves."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.authoring.sealed import seal
from coursekit.build.class_copy import class_copy, contents
from coursekit.build.release import solutions
from coursekit.cli import build as verb
from coursekit.errors import CourseError
from coursekit.questions.exercises import Exercises
from coursekit.questions.released import FILE, is_released, released
from tests.build.handing_out import ready
from tests.exercise import NAME

if TYPE_CHECKING:
    from pathlib import Path

WHERE = f"exercises/{NAME}/{FILE}"


def test_only_what_is_named_is_released_and_it_is_sealed(course: Path) -> None:
    ready(course)
    assert WHERE not in contents(course)
    made = contents(course, ["00"])
    assert b"The secret reason why." not in made[WHERE]
    assert b"Worked solutions are not in this copy" in contents(course)["README.md"]
    assert b"The worked solution of exercise 00 opens once you have tried every part" in made["README.md"]
    assert not [name for name in made if name.startswith("solutions")]


def test_what_the_instructor_says_of_it_comes_back(course: Path, tmp_path: Path) -> None:
    class_copy(ready(course), tmp_path / "out", [NAME])
    exercise = Exercises(tmp_path / "out")[NAME]
    assert is_released(tmp_path / "out", NAME)
    assert released(tmp_path / "out", exercise).said == ("The secret reason why.",)


def test_it_may_come_later_as_one_file_and_goes_with_the_next_copy_without_it(course: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    class_copy(ready(course), out)
    assert not is_released(out, NAME)
    ((name, content),) = solutions(course, ["00"]).items()
    (out / name).write_bytes(content)
    assert is_released(out, NAME)
    class_copy(course, out, ["00"])
    class_copy(course, out)
    assert not is_released(out, NAME)


def test_what_is_not_there_cannot_be_released(course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    ready(course)
    with pytest.raises(CourseError, match="07: no such exercise"):
        solutions(course, ["07"])
    (course / "solutions" / NAME / "exercise.toml").unlink()
    with pytest.raises(CourseError, match="its solution is not in this copy of the course"):
        solutions(course, [NAME])
    with pytest.raises(SystemExit):
        verb.run(["--with-solutions", "00"])
    assert "--with-solutions goes with --class" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"version": 2}, "is of version 2 of the exercise, here is 1"),
        ({"exercise": "01-log"}, "is the solution of something else"),
        ({"format": "x"}, "is the solution of something else"),
        ({"said": None}, "holds no solution"),
    ],
)
def test_a_file_that_is_none_is_told_in_one_line(course: Path, change: dict[str, object], said: str) -> None:
    ready(course)
    data = {"format": "coursekit-solution/1", "exercise": NAME, "version": 1, "said": []} | change
    (course / WHERE).write_text(seal(json.dumps(data)))
    with pytest.raises(CourseError, match=said) as told:
        released(course, Exercises(course)[NAME])
    assert "\n" not in str(told.value)
    (course / WHERE).write_text("nothing")
    with pytest.raises(CourseError, match=f"{WHERE}: not a sealed file"):
        released(course, Exercises(course)[NAME])
