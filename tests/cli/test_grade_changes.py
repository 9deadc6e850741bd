"""``course.py grade`` once more: no mark changes unseen."""

from __future__ import annotations

import io
import json
import sys
from typing import TYPE_CHECKING

import pytest

from coursekit.marking.one import MARKING
from tests.cli.grading import mend, rows, run
from tests.marking.handing import made, put

if TYPE_CHECKING:
    from pathlib import Path


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_mended_key_is_not_written_before_it_is_seen(
    place: Path, course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("class")
    before = {path.name: path.read_bytes() for path in place.glob("marks*") if path.suffix != ".ledger"}
    mend(course)
    capsys.readouterr()
    assert run("class") == 1
    said = capsys.readouterr()
    assert said.out == f"Ada, 00-lamp: 6 → 5 of 6 (-1), version 2 (marking {MARKING}) → 3 (marking {MARKING})\n"
    assert said.err.startswith("marks.csv: 1 mark would change; not written: --yes writes it, ")
    assert len(said.err.splitlines()) == 1
    assert {path.name: path.read_bytes() for path in place.glob("marks*") if path.suffix != ".ledger"} == before
    assert run("class", "--yes") == 0
    assert rows(place)["class/ada.json"]["points"] == "5"
    assert rows(place)["class/ada.json"]["note"] == "made with version 2 of the exercise, marked with 3"
    assert run("class") == 0


def test_on_a_terminal_it_is_asked(place: Path, course: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    run("class")
    mend(course)
    monkeypatch.setattr(sys, "stderr", Terminal())
    monkeypatch.setattr(sys, "stdin", Terminal("\n"))
    assert run("class") == 1
    assert rows(place)["class/ada.json"]["points"] == "6"
    monkeypatch.setattr(sys, "stdin", Terminal("y\n"))
    assert run("class") == 0
    assert rows(place)["class/ada.json"]["points"] == "5"


@pytest.mark.usefixtures("place")
def test_changes_are_told_to_a_program_too(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("class")
    mend(course)
    capsys.readouterr()
    assert run("class", "--json") == 1
    said = json.loads(capsys.readouterr().out)
    assert said["written"] is False
    assert [(each["learner"], each["was"], each["now"]) for each in said["changes"]] == [("Ada", 6, 5)]


def test_a_learner_who_is_gone_is_a_change_and_a_new_one_is_none(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run("class")
    put(place, "class/dora.json", made("Dora"))
    assert run("class") == 0
    (place / "class" / "bob.json").unlink()
    capsys.readouterr()
    assert run("class") == 1
    assert capsys.readouterr().out == "Bob, 00-lamp: 1 of 6 before, now no hand-in that counts\n"
    assert "class/bob.json" in rows(place)


def test_columns_that_a_teacher_added_are_not_lost_unasked(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run("class")
    marks = place / "marks.csv"
    lines = marks.read_text(encoding="utf-8").splitlines()
    marks.write_text("\n".join([lines[0] + ",remark", *(line + ",good" for line in lines[1:])]) + "\n", "utf-8")
    assert run("class") == 1
    assert "columns added by somebody would be lost: remark" in capsys.readouterr().err
    assert "good" in marks.read_text(encoding="utf-8")
