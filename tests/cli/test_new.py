"""The verb `new`: what it takes, what it asks, and what it refuses before anything is written."""

from __future__ import annotations

from pathlib import PurePosixPath
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import new
from coursekit.cli.main import MISUSE, WRONG, main
from coursekit.cli.own import asking
from coursekit.places import CLASS_COPY
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def ours(monkeypatch: pytest.MonkeyPatch) -> None:
    """The course that this kit stands in; nothing is built or checked."""
    monkeypatch.setenv("COURSEKIT_COURSE", str(ROOT))
    monkeypatch.setattr(new, "_runs", lambda _folder, _verb: True)


@pytest.mark.usefixtures("ours")
def test_without_a_terminal_nothing_is_asked(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "mine"
    assert main(["new", str(folder)]) == 0
    assert 'title = "A course of my own"' in (folder / "course.toml").read_text(encoding="utf-8")
    assert f"cd {folder}" in capsys.readouterr().out
    assert [path.name for path in (folder / "sources").iterdir() if path.is_dir()] == ["EXA"]


@pytest.mark.usefixtures("ours")
def test_at_a_terminal_what_is_not_given_is_asked(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[str] = []

    def answer(prompt: str) -> str:
        asked.append(prompt)
        return {"Title": "Two bells", "Siglu": "BELL", "What ": "On a bell", "May i": "own"}.get(prompt[:5], "")

    monkeypatch.setattr(asking, "can_ask", lambda: True)
    monkeypatch.setattr("builtins.input", answer)
    folder = tmp_path / "mine"
    assert main(["new", str(folder), "--language", "de"]) == 0
    assert len(asked) == 5, "the language was given"
    settings = (folder / "course.toml").read_text(encoding="utf-8")
    assert 'title = "Two bells"' in settings
    assert 'language = "de"' in settings
    assert 'title = "On a bell"' in (folder / "sources" / "BELL" / "record.toml").read_text(encoding="utf-8")
    assert (folder / "sources" / "BELL" / "text.txt").is_file()


@pytest.mark.usefixtures("ours")
@pytest.mark.parametrize(
    ("more", "told"),
    [
        (["--title", "a\nb"], "title: expected one line"),
        (["--language", "Klingon!"], "language: expected a code"),
        (["--source", "no siglum"], "siglum: expected"),
        (["--source", "BELL", "--rights", "maybe"], "rights: expected one of"),
        (["--rights", "own"], "give its siglum with --source"),
        (["--source", "exa"], "--source EXA: so the source of the example is called"),
    ],
)
def test_what_cannot_be_used_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], more: list[str], told: str
) -> None:
    assert main(["new", str(tmp_path / "mine"), *more]) == WRONG
    assert told in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("ours")
@pytest.mark.parametrize("rights", ["own", "reserved"])
@pytest.mark.parametrize("words", ["The bell rang.\n\n***\n", "bell " * 5_000])
def test_a_copy_that_gives_no_paragraphs_is_refused_before_anything_is_written(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], words: str, rights: str
) -> None:
    copy = tmp_path / "copy.txt"
    copy.write_text(words, encoding="utf-8")
    assert main(["new", str(tmp_path / "mine"), "--source", "BELL", "--rights", rights, "--text", str(copy)]) == WRONG
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert f"{copy}:" in told[0], "a file that is there"
    assert list(tmp_path.iterdir()) == [copy]


@pytest.mark.usefixtures("ours")
@pytest.mark.parametrize("name", ["n" * 300, "~nobodyhere/x"])
def test_a_folder_that_cannot_be_is_told_in_one_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["new", name]) == WRONG
    told = capsys.readouterr().err.splitlines()
    assert len(told) == 1
    assert name in told[0]


@pytest.mark.parametrize(
    ("system", "lines"),
    [
        ("posix", ["cd '../two bells'", "python3 course.py  ", "python3 course.py test  "]),
        ("nt", ['cd "../two bells"', "py course.py  ", "py course.py test  "]),
    ],
)
def test_the_next_steps_are_as_a_systems_shells_read_them(system: str, lines: list[str]) -> None:
    told = new.next_steps(PurePosixPath("../two bells"), system).splitlines()[2:5]
    assert [line.strip().startswith(wanted) for line, wanted in zip(told, lines, strict=True)] == [True] * 3


def test_wrong_use_is_told(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in ([], ["lesson"], ["source", "BOX", "more"]):
        with pytest.raises(SystemExit) as ended:
            main(["new", *arguments])
        assert ended.value.code == MISUSE
    assert "try --help" in capsys.readouterr().err


def test_a_class_copy_refuses(course: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (course / CLASS_COPY).touch()
    assert main(["new", str(tmp_path / "mine")]) == main(["new", "source", "BELL"]) == WRONG
    assert "copy for a class" in capsys.readouterr().err


def test_a_part_says_what_was_written(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["new", "source", "bell", "--name", "On a bell", "--rights", "made-up"]) == 0
    assert "sources/BELL/text.txt" in capsys.readouterr().out
    assert main(["new", "lesson", "01-bell", "--source", "BELL"]) == 0
    assert "lessons/quizzes/01-bell.toml" in capsys.readouterr().out


def test_what_a_failing_step_says_is_shown(course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (course / "course.toml").write_text("title = 1\n", encoding="utf-8")
    assert not new._runs(course, "check")
    assert "course.toml:1: title" in capsys.readouterr().out
