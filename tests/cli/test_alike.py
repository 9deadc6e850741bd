"""``course.py alike``: what is told, what is written, and how it ends."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.cli import main
from coursekit.places import CLASS_COPY
from coursekit.seminar.alike import CAUTION
from tests.marking.handing import RIGHT, made, put, set_exercise
from tests.seminar.made_up_class import HOSTILE

if TYPE_CHECKING:
    from pathlib import Path

TEXT = (
    "The keeper lit it at ten and went below; the harbour master has it from him, and so the year is the copyist’s own."
)


@pytest.fixture
def handed(course: Path, work: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    set_exercise(course)
    monkeypatch.chdir(work)
    return work / "hand-ins"


def write(folder: Path, learner: str, text: str = "", file: str = "", **fields: Any) -> None:
    number = len(list(folder.glob("*"))) if folder.exists() else 0
    said = text or " ".join(f"{learner.lower()}{number}{n}" for n in range(30))
    answers = {**RIGHT, "x00-say": {"text": said}}
    put(folder, file or f"{number}.json", made(learner, answers=answers, **fields))


def a_class(folder: Path) -> None:
    for n in range(8):
        write(folder, f"Reader {n}")


def test_what_is_alike_is_told_with_its_meaning(handed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_class(handed)
    write(handed, "Ada", TEXT)
    write(handed, "Bo", f"I think: {TEXT}")
    put(handed, "essay.docx", b"PK\x03\x04 none")
    assert main.main(["alike", "hand-ins"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "00-lamp: Ada and Bo"
    assert "runs of 4 words stand in both texts, 100% of the shorter" in said[1]
    assert said[2].startswith("1 could not be read")
    assert said[-1] == f"1 pair of hand-ins is alike beyond chance. {CAUTION}"


def test_the_page_has_them_side_by_side_and_may_lie_among_the_hand_ins(handed: Path) -> None:
    a_class(handed)
    write(handed, "Ada", TEXT)
    write(handed, "Bo", f"I think: {TEXT}")
    for _ in range(2):
        assert main.main(["alike", "hand-ins", "--out", "hand-ins/alike.html"]) == 0
    page = (handed / "alike.html").read_text(encoding="utf-8")
    assert "<bdi>Ada</bdi> and <bdi>Bo</bdi>" in page
    assert "<caption>x00-say: " in page
    assert f"<td><mark>{TEXT[:-1]}</mark>.</td>" in page
    assert "<td>I think: <mark>" in page
    assert CAUTION in page


def test_what_was_handed_in_stands_on_the_page_as_text(handed: Path) -> None:
    a_class(handed)
    write(handed, HOSTILE[:60], f"{HOSTILE} {TEXT}", "<b>&.json")
    write(handed, "Bo", f"{HOSTILE} {TEXT}")
    assert main.main(["alike", "hand-ins", "--out", "a.html"]) == 0
    page = (handed.parent / "a.html").read_text(encoding="utf-8")
    assert "&lt;script&gt;alert(1)" in page
    assert "<script" not in page
    assert "<b>&.json" not in page


def test_a_program_is_told_in_json(handed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(handed, "Ada", TEXT)
    write(handed, "Bo", TEXT)
    assert main.main(["alike", "hand-ins", "--json"]) == 0
    told = json.loads(capsys.readouterr().out)
    (pair,) = told["pairs"]
    assert [each["learner"] for each in pair["people"]] == ["Ada", "Bo"]
    assert pair["signs"][0]["kind"] == "work"
    assert "their texts to the letter" in pair["signs"][0]["said"]
    assert told["notes"] == ["00-lamp: 2 hand-ins, too few to compare errors and texts; at least 8"]
    assert told["caution"] == CAUTION


def test_one_file_of_two_people_names_the_files(handed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    files = [f"{name}_{n}_assignsubmission_file_/00.json" for n, name in ((11, "Ada Lane"), (12, "Bo Li"))]
    for file in files:
        put(handed, file, made("Ada", answers={**RIGHT, "x00-say": {"text": TEXT}}))
    assert main.main(["alike", "hand-ins"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == f"00-lamp: Ada (hand-ins/{files[0]}) and Ada (hand-ins/{files[1]})"
    assert said[1] == "  Both are the same file, byte for byte: it was made once."


def test_nobody_is_alike(handed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_class(handed)
    assert main.main(["alike", "hand-ins"]) == 0
    assert capsys.readouterr().out == f"0 pairs of hand-ins are alike beyond chance. {CAUTION}\n"


@pytest.mark.parametrize(
    "arguments", [["nowhere"], ["hand-ins", "--out", "alike.csv"], ["hand-ins", "--out", "no/alike.html"], []]
)
def test_wrong_use_is_one_line(handed: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    handed.mkdir()
    try:
        code = main.main(["alike", *arguments])
    except SystemExit as ended:
        code = int(ended.code or 0)
    assert code == 2
    assert capsys.readouterr().err


def test_in_a_class_copy_nothing_is_compared(handed: Path, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    handed.mkdir()
    (course / CLASS_COPY).write_text("{}", encoding="utf-8")
    assert main.main(["alike", "hand-ins"]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 1


def test_a_page_that_cannot_be_written_is_one_line(handed: Path, capsys: pytest.CaptureFixture[str]) -> None:
    a_class(handed)
    (handed / "alike.html").mkdir()
    assert main.main(["alike", "hand-ins", "--out", "hand-ins/alike.html"]) == 1
    assert "not written" in capsys.readouterr().err
