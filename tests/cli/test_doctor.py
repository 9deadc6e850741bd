"""What breaks is found, mended and told; what a learner made is never thrown away."""

from __future__ import annotations

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest

from coursekit.build import lessons
from coursekit.cli import doctor
from coursekit.cli.lab import copies, trust
from coursekit.cli.remedies import clock
from coursekit.journal import Journal

PLAIN = "---\nkernelspec:\n  display_name: Python 3\n  language: python\n  name: python3\n---\n\n# A lesson\n\nWords.\n"


@pytest.fixture
def place(course: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A course in order, with a lesson that needs nothing."""
    (course / "lessons" / "00-lamp.md").write_text(PLAIN, encoding="utf-8")
    list(lessons.build(course / "lessons"))
    doctor.run([])
    capsys.readouterr()
    return work


def test_a_course_in_order_stays_as_it_is(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before = contents(place)
    assert doctor.run([]) == 0
    assert "->" not in capsys.readouterr().out
    assert contents(place) == before


def test_a_dry_run_finds_everything_and_changes_nothing(
    place: Path, course: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damage_all(place, course)
    before = contents(course.parent)
    assert doctor.run(["--dry-run"]) == 1
    said = capsys.readouterr().out
    assert said.count("->") == 5
    assert contents(course.parent) == before


def test_everything_is_mended_in_one_go(place: Path, course: Path, capsys: pytest.CaptureFixture[str]) -> None:
    damage_all(place, course)
    assert doctor.run([]) == 0
    assert capsys.readouterr().out.count("->") == 5
    assert doctor.run([]) == 0
    assert "->" not in capsys.readouterr().out


def contents(folder: Path) -> dict[Path, bytes]:
    """Return all files but JupyterLab's own, which note when a signature was last looked up."""
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file() and "jupyter" not in path.parts}


def damage_all(work: Path, course: Path) -> None:
    Journal(work / "journal.jsonl").append("ran", lesson="00")
    with (work / "journal.jsonl").open("a", encoding="utf-8") as journal:
        journal.write("<<<<<<< mine\n")
    (work / "lessons" / "00-lamp.ipynb").write_text("{", encoding="utf-8")
    (work / "texts").mkdir()
    (work / "texts" / "BOX.json").write_text("{", encoding="utf-8")
    (work / "jupyter" / "runtime").mkdir(parents=True, exist_ok=True)
    (work / "jupyter" / "runtime" / "jpserver-1.json").write_text("{}", encoding="utf-8")
    change(course / "lessons" / "00-lamp.ipynb", "Words.", "Other words.")


def change(notebook: Path, old: str, new: str) -> None:
    said = notebook.read_text(encoding="utf-8")
    assert old in said
    notebook.write_text(said.replace(old, new), encoding="utf-8")


def test_set_aside_lines_are_kept_and_events_stay(place: Path, course: Path) -> None:
    damage_all(place, course)
    doctor.run([])
    assert "<<<<<<< mine" in (place / "journal.set-aside.jsonl").read_text(encoding="utf-8")
    assert [event.event for event in Journal(place / "journal.jsonl").read().events] == ["ran"]


def test_a_pair_in_conflict_is_made_from_its_text_and_the_other_kept(place: Path, course: Path) -> None:
    change(course / "lessons" / "00-lamp.ipynb", "Words.", "Other words.")
    doctor.run([])
    assert "Other words." in (place / "set-aside" / "1-00-lamp.ipynb").read_text(encoding="utf-8")
    assert "Other words." not in (course / "lessons" / "00-lamp.ipynb").read_text(encoding="utf-8")
    assert list(lessons.check(course / "lessons")) == []


def test_a_damaged_full_text_is_moved_not_deleted(place: Path) -> None:
    (place / "texts").mkdir()
    (place / "texts" / "BOX.json").write_text("{my only copy", encoding="utf-8")
    doctor.run([])
    assert (place / "texts" / "BOX.damaged").read_text(encoding="utf-8") == "{my only copy"


def test_a_copy_that_lost_its_signature_is_signed_again(place: Path) -> None:
    copy = place / "lessons" / "00-lamp.ipynb"
    (place / "jupyter" / "data" / "nbsignatures.db").unlink()
    assert not trust.is_signed(copy, place)
    doctor.run([])
    assert trust.is_signed(copy, place)


def test_a_copy_with_strange_cells_is_not_vouched_for(place: Path) -> None:
    copy = place / "lessons" / "00-lamp.ipynb"
    notebook = json.loads(copy.read_bytes())
    notebook["cells"][0]["source"] = ["<script>somebody else's</script>"]
    copies.write_json(copy, notebook)
    doctor.run([])
    assert not trust.is_signed(copy, place)


def test_what_it_cannot_mend_is_said_and_counts(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (place / "texts").mkdir()
    (place / "texts" / "BOX.json").write_text("{", encoding="utf-8")

    def refuse(self: Path, _target: Path) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "replace", refuse)
    assert doctor.run([]) == 1


def test_a_clock_that_was_never_set_is_named(
    place: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    class Clock(datetime):
        @classmethod
        def now(cls, _tz: object = None) -> datetime:
            return datetime(1970, 1, 1, 0, 10, tzinfo=UTC)

    monkeypatch.setattr(clock, "datetime", Clock)
    assert doctor.run([]) == 1
    assert "clock says that it is 1970-01-01\n    -> set it" in capsys.readouterr().out


def test_journals_that_a_sync_service_split_are_told_and_put_together_when_asked(
    place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    copy = place / "journal-LAPTOP.jsonl"
    Journal(place / "journal.jsonl").append("ran", lesson="00")
    Journal(copy).append("ran", lesson="01")
    for arguments in ([], ["--dry-run"], ["--merge", "--dry-run"]):
        assert doctor.run(arguments) == 1
        assert "journal-LAPTOP.jsonl: has 1 event that your journal lacks\n" in capsys.readouterr().out
        assert copy.exists()
    assert doctor.run(["--merge"]) == 0
    assert "put into yours" in capsys.readouterr().out
    assert [event.data["lesson"] for event in Journal(place / "journal.jsonl").read().events] == ["00", "01"]
    assert (place / "set-aside" / "1-journal-LAPTOP.jsonl").exists()
    assert doctor.run([]) == 0


def test_a_placeholder_in_the_journals_place_is_told(place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / ".journal.jsonl.icloud").write_bytes(b"bplist")
    assert doctor.run(["--merge"]) == 1
    assert "iCloud has taken off this disk\n    -> have it fetched" in capsys.readouterr().out
    assert not (place / "journal.jsonl").exists()
