"""``course.py export``: files for other programs, and one line where there is none."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.build.class_copy import class_copy
from coursekit.cli import export
from coursekit.errors import CourseError
from coursekit.formats.annotations import jsonld, table
from coursekit.journal import Journal
from coursekit.places import CLASS_COPY
from tests.exercise import lay_out_exercise
from tests.formats.questions import canvas_reader, moodle_reader
from tests.seminar import handed

if TYPE_CHECKING:
    from pathlib import Path

SPAN: dict[str, Any] = {
    "source": "BOX",
    "edition": "guide",
    "paragraph": "p1",
    "start": 2,
    "end": 10,
    "quote": "the lamp",
    "prefix": "",
    "suffix": "",
}
MARK = {"id": "1" * 32, "source": "BOX", "task": "00-marks", "tag": "SAID", "comment": "who?", "spans": [SPAN]}


def handed_in(course: Path, folder: Path, learner: str, **more: Any) -> None:
    answers = {"x00-day": {"text": "1871", "ground": {"spans": [SPAN]}}}
    handed.hand_in(folder, learner, f"{learner} says so", answers=answers, **more)


def test_ones_own_marks_as_annotations_and_as_a_table(
    course: Path, work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = Journal(work / "journal.jsonl")
    kept.append("annotate", annotation=MARK)
    kept.append("annotate", annotation={"id": "torn", "spans": []})
    kept.append("answer", question="00-where", version=1, answer={"spans": [SPAN]}, checked=True)
    for form, name in ((jsonld, "marks.jsonld"), (table, "marks.CSV")):
        assert export.run(["annotations", "--out", str(tmp_path / name)]) == 0
        read = form.read((tmp_path / name).read_bytes())  # type: ignore[attr-defined]
        assert [(each.tag, each.question) for each in read] == [("SAID", ""), ("", "00-where")]
    said = capsys.readouterr().out
    assert "marks.jsonld: 1 mark and 1 place pointed at\n" in said
    assert "1 passage could not be read and is left out\n" in said
    assert export.run(["annotations", "--json", "--hide-names", "--out", str(tmp_path / "a.csv")]) == 0
    assert json.loads(capsys.readouterr().out) == {"out": str(tmp_path / "a.csv"), "marks": 1, "places": 1, "unread": 1}


def test_a_class_with_names_and_without(course: Path, tmp_path: Path) -> None:
    handed.lay_out(course)
    out, folder = tmp_path / "class.jsonld", tmp_path / "in"
    for name in ("Ada", "Bo"):
        handed_in(course, folder, name)
    handed_in(course, folder, "Bo", made="2025-01-31T12:00:00Z")  # an earlier one does not count
    assert export.run(["annotations", str(folder), "--out", str(out)]) == 0
    assert sorted(each.learner for each in jsonld.read(out.read_bytes())) == ["Ada", "Bo"]
    assert export.run(["annotations", str(folder), "--hide-names", "--out", str(out)]) == 0
    assert [each.learner for each in jsonld.read(out.read_bytes())] == ["Reader 01", "Reader 02"]
    assert b"Ada" not in out.read_bytes()


def test_one_person_has_one_pseudonym_in_all_exercises_and_two_of_one_name_have_two(
    course: Path, tmp_path: Path
) -> None:
    handed.lay_out(course)
    log, other = handed.NAME, "01-copy"
    master = course / "solutions" / log / "exercise.toml"
    (course / "solutions" / other).mkdir()
    text = master.read_text(encoding="utf-8").replace(f'"{log}"', f'"{other}"').replace('"x00-', '"x01-')
    (course / "solutions" / other / "exercise.toml").write_text(text, encoding="utf-8")
    for exercise in (log, other):
        for person in "78":
            folder = tmp_path / "in" / exercise
            made = {"exercise": exercise, "texts": {"BOX": {"guide": person}}}
            answers = {f"{question}-day": {"spans": [SPAN]} for question in ("x00", "x01")}
            content = handed.hand_in(folder, "Bo", "words", answers=answers, **made)
            (folder / f"{content[:16]}.json").rename(
                folder / f"bo_{person}_9{person}_{exercise}.json"
            )  # as Canvas does
    out = tmp_path / "class.csv"
    for _ in range(2):
        assert export.run(["annotations", str(tmp_path / "in"), "--hide-names", "--out", str(out)]) == 0
        found = [each.learner for each in table.read(out.read_bytes())]
        assert {name: found.count(name) for name in found} == {"Reader 01": 4, "Reader 02": 4}


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["annotations", "--out", "no-such-folder/marks.csv"], "expected a file's name, in a folder that is there"),
        (["annotations", "--out", "."], "expected a file's name"),
        (["annotations", "--out", "marks.txt"], "expected a name that ends in .jsonld or .csv"),
        (["annotations", "nowhere", "--out", "marks.csv"], "nowhere: no such file or folder"),
    ],
)
def test_wrong_use_is_one_line(
    course: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course)
    assert export.run(arguments) == 2
    told = capsys.readouterr().err
    assert said in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize("arguments", [[], ["poems"], ["annotations"]])
def test_words_that_are_no_command_are_wrong_use(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as left:
        export.run(arguments)
    assert left.value.code == 2
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_folder_without_a_hand_in_and_a_place_that_takes_no_file(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "empty").mkdir()
    with pytest.raises(CourseError, match="no hand-in of this course"):
        export.run(["annotations", str(tmp_path / "empty"), "--out", str(tmp_path / "marks.csv")])
    monkeypatch.setattr(export, "write_whole", lambda *_: (_ for _ in ()).throw(OSError(28, "No space left")))
    with pytest.raises(CourseError, match="not written"):
        export.run(["annotations", "--out", str(tmp_path / "marks.csv")])


def test_questions_for_moodle_and_canvas(course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    lay_out_exercise(course)
    (course / "README.md").write_text("# The *lamp*\x08\n", encoding="utf-8")
    out = tmp_path / "all.xml"
    assert export.run(["questions", "--for", "moodle", "--out", str(out)]) == 0
    title, groups = moodle_reader.read(out.read_bytes())
    names = [(group.id, [each.id for each in group.questions]) for group in groups]
    assert (title, names) == ("The lamp\ufffd", [("00-log", ["x00-day"]), ("L00", ["00-place"])])
    said = capsys.readouterr().out
    assert f"{out}: 2 questions\nLeft out:\n" in said
    assert "  people read it by a rubric; set it as an assignment (2): x00-why, 00-expect\n" in said
    assert "(1): 00-where\n" in said
    assert "Carried over, but" not in said
    out = tmp_path / "lesson.ZIP"
    assert export.run(["questions", "l00", "L00", "--for", "canvas", "--json", "--out", str(out)]) == 0
    assert [each.id for each in canvas_reader.read(out.read_bytes())[1]] == ["L00"]
    told = json.loads(capsys.readouterr().out)
    assert (told["questions"], told["lacks"]) == (1, [])
    assert [each["question"] for each in told["left_out"]] == ["00-expect", "00-where"]


def test_what_a_question_lacks_is_told(course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quiz = course / "lessons" / "quizzes" / "00-lamp.toml"
    text = quiz.read_text(encoding="utf-8")
    quiz.write_text(text.replace("method = true", "method = true\nconfidence = true"), encoding="utf-8")
    arguments = ["questions", "L00", "--for", "canvas", "--out", str(tmp_path / "a.zip")]
    assert export.run(arguments) == 0
    assert "Carried over, but:\n  confidence is not asked for (1): 00-place\n" in capsys.readouterr().out
    assert export.run([*arguments, "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["lacks"] == [
        {"question": "00-place", "why": "confidence is not asked for"}
    ]


def test_where_nothing_can_be_carried_over_nothing_is_written(
    course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    quiz = course / "lessons" / "quizzes" / "00-lamp.toml"
    quiz.write_text(quiz.read_text(encoding="utf-8").partition('[[question]]\nid = "00-place"')[0], encoding="utf-8")
    out = tmp_path / "none.xml"
    for more in ([], ["--json"]):
        assert export.run(["questions", "L00", "--for", "moodle", "--out", str(out), *more]) == 1
    assert "not written; no question can be carried over" in capsys.readouterr().out
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["L00", "--for", "moodle", "--out", "a.zip"], "expected a name that ends in .xml"),
        (["L00", "--for", "canvas", "--out", "a.xml"], "expected a name that ends in .zip"),
        (["L77", "--for", "canvas", "--out", "a.zip"], "L77: no such lesson or exercise; there is L00"),
    ],
)
def test_wrong_use_of_questions_is_one_line(
    course: Path, arguments: list[str], said: str, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(course)
    assert export.run(["questions", *arguments]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert len(told.splitlines()) == 1


@pytest.mark.parametrize("told", [True, False])
def test_no_question_leaves_a_class_copy_though_its_list_is_gone(
    course: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, told: bool
) -> None:
    copy, out = tmp_path / "copy", tmp_path / "all.xml"
    class_copy(course, copy)
    monkeypatch.setenv("COURSEKIT_COURSE", str(copy))
    if not told:
        (copy / CLASS_COPY).unlink()
    with pytest.raises(CourseError, match="this is a class copy, whose keys stay sealed") as refused:
        export.run(["questions", "--for", "moodle", "--out", str(out)])
    assert "\n" not in str(refused.value)
    assert not out.exists()
    assert export.run(["annotations", "--out", str(tmp_path / "own.csv")]) == 0
