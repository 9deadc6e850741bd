"""``work export`` and ``work import``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.cli.main import main
from coursekit.journal import Journal

if TYPE_CHECKING:
    from pathlib import Path

    import pytest


def test_work_is_written_to_a_file_and_put_in_elsewhere(
    course: Path, work: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    Journal(work / "journal.jsonl").append("ran", lesson="00")
    file = tmp_path / "mine.zip"
    assert main(["work", "export", str(file)]) == 0
    assert main(["work", "export", str(file)]) == 1
    assert "is there already" in capsys.readouterr().err
    assert main(["work", "export", str(file), "--replace"]) == 0
    monkeypatch.setenv("COURSEKIT_WORK", str(tmp_path / "elsewhere"))
    assert main(["work", "import", str(file)]) == 0
    assert "1 new line in your journal" in capsys.readouterr().out
    assert [event.event for event in Journal(tmp_path / "elsewhere" / "journal.jsonl").read().events] == ["ran"]


def test_what_cannot_be_put_in_is_told_in_a_line(
    course: Path, work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign = tmp_path / "foreign.zip"
    foreign.write_bytes(b"no work")
    assert main(["work", "import", str(foreign)]) == 1
    assert main(["work", "import", str(tmp_path / "none.zip")]) == 1
    first, second = capsys.readouterr().err.splitlines()
    assert first.startswith(f"{foreign}: is not a file of work; ")
    assert second.startswith(f"{tmp_path / 'none.zip'}: cannot be read")


def test_of_an_empty_folder_no_file_is_made(
    course: Path, work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["work", "export", str(tmp_path / "mine.zip")]) == 1
    assert capsys.readouterr().err.startswith(f"{work}: no work is here yet")
    assert not (tmp_path / "mine.zip").exists()


def test_a_name_that_no_file_can_have_is_told_in_a_line(
    course: Path, work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Journal(work / "journal.jsonl").append("ran", lesson="00")
    for what in ("export", "import"):
        assert main(["work", what, str(tmp_path / ("x" * 300))]) == 1
    assert len(capsys.readouterr().err.splitlines()) == 2


def busy(work: Path) -> list[str]:
    """Lay out a folder of work with all that may be in it; return what is no learner's."""
    kept = Journal(work / "journal.jsonl")
    kept.append("ran", lesson="00")
    copy = work / "journal (conflicted copy).jsonl"
    Journal(copy).append("ran", lesson="01")
    for name in ("texts/BOX.json", "lessons/00-lamp.ipynb", "summary.json", "put-together/1-journal.jsonl"):
        (work / name).parent.mkdir(exist_ok=True)
        (work / name).write_text("{}", encoding="utf-8")
    foreign = ["marking/pseudonyms.json", "rooms/monday.jsonl", "my letter.txt", "texts/notes.txt"]
    for name in foreign:
        (work / name).parent.mkdir(exist_ok=True)
        (work / name).write_text("mine", encoding="utf-8")
    return foreign


def test_wiping_asks_first_and_takes_away_what_the_learner_did_and_nothing_else(
    course: Path, work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    foreign = busy(work)
    before = sorted(path for path in work.rglob("*"))
    for said in ("", "yes", "no"):
        monkeypatch.setattr("builtins.input", lambda _, said=said: said)
        assert main(["work", "wipe"]) == 1
    assert sorted(work.rglob("*")) == before
    assert "journal (conflicted copy).jsonl" in capsys.readouterr().out
    monkeypatch.setattr("builtins.input", lambda _: " “wipe” ")
    assert main(["work", "wipe"]) == 0
    left = {path.relative_to(work).as_posix() for path in work.rglob("*") if path.is_file()}
    assert left - {"journal.lock", "journal (conflicted copy).lock"} == set(foreign)
    capsys.readouterr()
    assert main(["work", "wipe", "--yes"]) == 0
    assert capsys.readouterr().out == f"{work}: nothing to wipe\n"


def test_with_nobody_to_ask_nothing_is_wiped(
    course: Path, work: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    busy(work)

    def nobody(_: str) -> str:
        raise EOFError

    monkeypatch.setattr("builtins.input", nobody)
    assert main(["work", "wipe"]) == 1
    assert (work / "journal.jsonl").exists()
    assert capsys.readouterr().out.endswith("Nothing was wiped.\n")


def test_saved_wiped_and_brought_back_it_is_the_same_event_by_event(
    course: Path, work: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = Journal(work / "journal.jsonl")
    for n in range(30):
        kept.append("answer", question=f"00-q{n % 7}", version=1, answer={"choice": "a"}, checked=n % 2 == 0)
    before = kept.read().events
    file = tmp_path / "mine.zip"
    assert main(["work", "export", str(file)]) == 0
    assert main(["work", "wipe", "--yes"]) == 0
    assert kept.read().events == ()
    elsewhere = kept.append("ran", lesson="00")  # begun anew in the meantime: neither is lost
    assert main(["work", "import", str(file)]) == 0
    assert kept.read().events == (*before, elsewhere)
    assert main(["work", "import", str(file)]) == 0
    assert "everything in it is here already" in capsys.readouterr().out
    assert kept.read().events == (*before, elsewhere)


def test_it_says_where_the_work_is(course: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    busy(work)
    assert main(["work"]) == 0
    assert capsys.readouterr().out == f"{work}: 1 line in your journal, your own copies of BOX\n"
