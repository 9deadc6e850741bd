"""Words typed at the command line, and the one line that comes back when they are wrong."""

from __future__ import annotations

import subprocess
import sys
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import main as cli
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path


def verb(monkeypatch: pytest.MonkeyPatch, run: object) -> None:
    monkeypatch.setattr(cli.importlib, "import_module", lambda _name: SimpleNamespace(run=run))


def test_an_unknown_verb_is_one_line_and_wrong_use(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["chekc"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("'chekc': no such verb; one of open, ")
    assert len(said.splitlines()) == 1


def test_a_hostile_verb_is_shown_as_text(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["\x1b]0;title\x07" + "x" * 500]) == 2
    said = capsys.readouterr().err
    assert "\x1b" not in said
    assert "x" * 60 not in said


@pytest.mark.parametrize("name", sorted(cli.VERBS.keys() - {"hub", "test"}))  # theirs go to JupyterLab, and to pytest
def test_a_wrong_option_of_any_verb_is_one_line_and_wrong_use(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.main([name, "--no-such-option"])
    assert ended.value.code == 2
    said = capsys.readouterr().err
    assert said.startswith(f"course.py {name}: ")
    assert len(said.splitlines()) == 1


def test_no_verb_opens_the_course(monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[list[str]] = []
    verb(monkeypatch, lambda arguments: seen.append(arguments) or 0)
    assert cli.main([]) == 0
    assert cli.main(["--no-browser"]) == 0
    assert seen == [[], ["--no-browser"]]


def test_an_error_for_people_is_its_line_and_nothing_else(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def run(_arguments: list[str]) -> int:
        raise CourseError("x.toml:3: id: expected a text; write one")

    verb(monkeypatch, run)
    assert cli.main(["check"]) == 1
    assert capsys.readouterr().err == "x.toml:3: id: expected a text; write one\n"


def test_ctrl_c_leaves_no_traceback(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    def run(_arguments: list[str]) -> int:
        raise KeyboardInterrupt

    verb(monkeypatch, run)
    assert cli.main(["check"]) == 130
    assert capsys.readouterr().err == "stopped\n"


def test_help_names_every_verb(capsys: pytest.CaptureFixture[str]) -> None:
    assert cli.main(["--help"]) == 0
    said = capsys.readouterr().out
    assert all(f"course.py {name}" in said for name in cli.VERBS)


@pytest.mark.parametrize("name", cli.VERBS)
def test_every_verb_says_how_it_is_used(name: str) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "coursekit", name, "--help"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    assert "usage" in done.stdout.lower()


def test_a_wrong_option_is_wrong_use() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "coursekit", "check", "--nonsense"], capture_output=True, text=True, check=False
    )
    assert done.returncode == 2
    assert "Traceback" not in done.stderr


def test_outside_any_course_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSEKIT_COURSE", str(tmp_path))
    done = subprocess.run([sys.executable, "-m", "coursekit", "check"], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "no course here" in done.stderr
    assert len(done.stderr.splitlines()) == 1
