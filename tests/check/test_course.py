"""The whole check, on a small course that is spoilt in one place at a time."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.check.course import check_course
from coursekit.check.lessons import buttons
from coursekit.cli import check as verb
from coursekit.outline.marks import MARKS
from tests.practice.made_up import lay_out_forms

if TYPE_CHECKING:
    from pathlib import Path

BUTTON = buttons([MARKS["en"].run_lesson])[0]
LESSON, QUIZ, KEY = "lessons/00-lamp.md", "lessons/quizzes/00-lamp.toml", "lessons/keys/00-marks.toml"
NOTES = "lessons/teaching/00-lamp.md"
TOO_SMALL = "kinds of question; at least"  # true of a course made for tests


def told(course: Path) -> list[str]:
    found = [verb.shown(finding) for finding in check_course(course).findings]
    return [line for line in found if TOO_SMALL not in line and "questions; at least" not in line]


def spoil(course: Path, file: str, old: str, new: str) -> None:
    path = course / file
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new), encoding="utf-8")


def test_a_course_in_order_gives_counts_and_nothing_else(course: Path) -> None:
    assert told(course) == []
    counts = check_course(course).counts
    assert {name: counts[name] for name in ("sources", "lessons", "questions", "keys")} == {
        "sources": 1,
        "lessons": 1,
        "questions": 3,
        "keys": 1,
    }


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (LESSON, "(BOX p1)", "(BOX p9)", f"{LESSON}:15: BOX p9: no such paragraph"),
        (
            LESSON,
            'ask("00-place")',
            'ask("00-plaec")',
            f"{LESSON}:66: ask: 00-plaec: no such question in lessons/quizzes",
        ),
        (LESSON, "(BOX p1)", "(fact F1)", f"{LESSON}:15: F1: cited here and shown nowhere"),
        (LESSON, "(BOX p1)", "(p1)", f"{LESSON}:15: p1: of which source?"),
        (NOTES, "(BOX p3)", "(p3)", f"{NOTES}:3: p3: of which source? Write it before, as BOX p3"),
        (
            LESSON,
            "## To remember",
            "## The end",
            f"{LESSON}:1: expected ## To remember or ## Zum Behalten, as in every lesson",
        ),
        (LESSON, BUTTON, "", f"{LESSON}:1: expected once, before the first code cell: {BUTTON} or"),
        (LESSON, "## The letter", "[x](02-x.ipynb)\n\n## The letter", f"{LESSON}:47: link 02-x.ipynb: no such file"),
        (LESSON, "  name: python3", "  name: python3\nnone: here", ""),
        (LESSON, "kernelspec:", "other:", f"{LESSON}:1: expected a head with kernelspec python3 between two lines ---"),
        (QUIZ, 'id = "00-where"', 'id = "00-place"', f"{QUIZ}:"),
        (QUIZ, "right = true", "richt = true", f"{QUIZ}:"),
        (
            KEY,
            "box 12, leaf 4",
            "box 13",
            f"{KEY}:11: k1: quote: expected words that stand once in BOX m1, found 0 places",
        ),
        (KEY, 'tag = ["ENCLOSURE"]', 'tag = ["NOTHING"]', f"{KEY}:18: k2: tag: NOTHING is not offered in this task"),
        ("sources/BOX/guide.md", "## p2 ·", "## p7 ·", "sources/BOX/guide.md:13: p7: no such paragraph"),
        (
            "lessons/teaching/00-lamp.md",
            "`00-marks`",
            "`00-gone`",
            "lessons/teaching/00-lamp.md:3: 00-gone: no such question",
        ),
    ],
)
def test_each_fault_is_told_with_file_and_line(course: Path, file: str, old: str, new: str, line: str) -> None:
    spoil(course, file, old, new)
    found = told(course)
    assert any(each.startswith(line) for each in found) if line else found == []


def test_missing_teaching_notes_are_told(course: Path) -> None:
    (course / "lessons" / "teaching" / "00-lamp.md").unlink()
    assert told(course) == ["lessons/teaching/00-lamp.md:1: expected teaching notes for 00-lamp.md here"]


def test_a_question_no_lesson_asks_is_told(course: Path) -> None:
    spoil(course, LESSON, 'ask("00-where")', 'ask("00-place")')
    assert any(line.endswith("00-where: no lesson asks this") for line in told(course))


def test_code_that_is_not_folded_is_told(course: Path) -> None:
    spoil(course, LESSON, "  source_hidden: true", "  source_hidden: false")
    assert any("expected source_hidden: true in the cell's head" in line for line in told(course))


def test_one_faulty_quiz_is_told_once_and_not_for_each_mention(course: Path) -> None:
    spoil(course, QUIZ, 'skill = "layers"\n[[question.option]]', 'skil = "layers"\n[[question.option]]')
    assert all(line.startswith(QUIZ) for line in told(course))


def test_a_course_of_nothing_is_no_crash(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, work: Path) -> None:
    (tmp_path / "lessons").mkdir()
    (tmp_path / "sources").mkdir()
    assert all("Traceback" not in line for line in told(tmp_path))


@pytest.mark.parametrize("raw", [b"\xff\xfe\x00", b"", b"---\n", b"```{code-cell}\n", "# \u202e\x00".encode()])
def test_a_strange_lesson_is_told_and_no_crash(course: Path, raw: bytes) -> None:
    (course / LESSON).write_bytes(raw)
    assert any(line.startswith(f"{LESSON}:") for line in told(course))


def test_the_verb_prints_lines_and_counts_and_fails(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(course, LESSON, "(BOX p1)", "(BOX p9)")
    assert verb.run([]) == 1
    said = capsys.readouterr().out
    assert f"{LESSON}:15: BOX p9: no such paragraph" in said
    assert "1 sources, 4 paragraphs, 1 lessons, 3 questions, 0 exercises, 1 keys" in said


def test_only_what_concerns_a_path_is_said(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(course, LESSON, "(BOX p1)", "(BOX p9)")
    assert verb.run([str(course / "sources")]) == 0
    assert "BOX p9" not in capsys.readouterr().out
    assert verb.run([str(course / LESSON)]) == 1


def test_a_path_outside_the_course_is_wrong_use(course: Path, tmp_path: Path) -> None:
    assert verb.run([str(tmp_path / "nothing.md")]) == 2


def test_programs_get_json(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    spoil(course, LESSON, "(BOX p1)", "(BOX p9)")
    verb.run(["--json"])
    said = json.loads(capsys.readouterr().out)
    assert {"level": "error", "file": LESSON, "line": 15, "message": "BOX p9: no such paragraph"} in said["findings"]
    assert said["counts"]["questions"] == 3


def test_quotations_are_judged_only_where_all_documents_are_at_hand(course: Path, work: Path) -> None:
    from coursekit.check.quotations import Verbatim
    from coursekit.sources import Library
    from coursekit.sources.texts import write_copy

    library = Library(course, work / "texts")
    assert Verbatim(library)("words that stand nowhere")
    record = library.record("BOX")
    paragraphs = (course / "as-it-was.txt").read_text(encoding="utf-8").strip().split("\n\n")
    write_copy(library.copy_path("BOX"), record, dict(zip(record.ids, paragraphs, strict=True)))
    judge = Verbatim(Library(course, work / "texts"))
    assert judge("The lamp of the East Pier")
    assert judge("no keeper")
    assert not judge("words that stand nowhere")
    assert not judge("amp of the east")


def test_a_head_for_programs_is_no_part_of_teaching_notes(course: Path) -> None:
    notes = course / "lessons" / "teaching" / "00-lamp.md"
    words = notes.read_text(encoding="utf-8")
    notes.write_text(f"---\nkernelspec:\n  name: python3\n---\n\n{words}", encoding="utf-8")
    assert told(course) == []
    notes.write_text(f"---\nkernelspec:\n---\n\n{words.replace('00-expect', '00-gone')}", encoding="utf-8")
    assert told(course) == ["lessons/teaching/00-lamp.md:7: 00-gone: no such question, task or picture"]


def test_a_fault_in_a_form_of_the_practice_test_is_told(course: Path) -> None:
    lay_out_forms(course)
    assert told(course) == []
    spoil(course, "lessons/practice/a.toml", "minutes = 20", 'minutes = "long"')
    (line,) = told(course)
    assert "lessons/practice/a.toml:4: minutes: expected a whole number" in line
