"""All of a learner's work as one file, out and in."""

from __future__ import annotations

import io
import json
import zipfile
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.journal import Journal
from coursekit.journal.carrying import FORMAT, bring, carried, told_of

if TYPE_CHECKING:
    from pathlib import Path


def worked(work: Path, *answers: str) -> Path:
    """A folder in which some questions were answered."""
    journal = Journal(work / "journal.jsonl")
    for each in answers:
        journal.append("answer", question=each, kind="single", version=1, answer={"choice": "a"}, checked=True)
    return work


def answered(work: Path) -> list[str]:
    return [event.data["question"] for event in Journal(work / "journal.jsonl").read().events]


def packed(parts: dict[str, str | bytes]) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return whole.getvalue()


def test_work_goes_out_and_comes_in_whole(tmp_path: Path) -> None:
    here = worked(tmp_path / "here", "00-a", "00-b")
    (here / "texts").mkdir()
    (here / "texts" / "BOX.json").write_text("{}", encoding="utf-8")
    there = tmp_path / "there"
    brought = bring(there, carried(here))
    assert brought == (2, ("texts/BOX.json",))
    assert (there / "journal.jsonl").read_bytes() == (here / "journal.jsonl").read_bytes()
    assert (there / "texts" / "BOX.json").read_text(encoding="utf-8") == "{}"


def test_neither_side_loses_anything_and_nothing_stands_twice(tmp_path: Path) -> None:
    here, there = worked(tmp_path / "here", "00-a"), worked(tmp_path / "there", "00-b")
    first = bring(there, carried(here))
    again = bring(there, carried(here))
    assert (first.events, again.events) == (1, 0)
    assert sorted(answered(there)) == ["00-a", "00-b"]
    assert told_of(again) == "everything in it is here already"
    assert "1 new line in your journal" in told_of(first)


def test_a_copy_that_is_there_stays(tmp_path: Path) -> None:
    here, there = worked(tmp_path / "here", "00-a"), worked(tmp_path / "there")
    for folder, words in ((here, "theirs"), (there, "ours")):
        (folder / "texts").mkdir(parents=True)
        (folder / "texts" / "BOX.json").write_text(words, encoding="utf-8")
    assert bring(there, carried(here)).copies == ()
    assert (there / "texts" / "BOX.json").read_text(encoding="utf-8") == "ours"


def test_a_bare_journal_can_be_put_in(tmp_path: Path) -> None:
    here = worked(tmp_path / "here", "00-a")
    bring(tmp_path / "there", (here / "journal.jsonl").read_bytes())
    assert answered(tmp_path / "there") == ["00-a"]


@pytest.mark.parametrize(
    "content",
    [
        b"no journal at all",
        b"PK\x03\x04 torn",
        packed({"journal.jsonl": ""}),
        packed({"work.json": "[]", "journal.jsonl": ""}),
        packed({"work.json": "[" * 200_000, "journal.jsonl": ""}),
        packed({"work.json": json.dumps({"format": "another/1"}), "journal.jsonl": ""}),
        packed({"work.json": json.dumps({"format": FORMAT})}),
        packed({"work.json": json.dumps({"format": FORMAT}), "journal.jsonl": b"\0" * 3_000_000}),
        b'{"no": "event"}\n',
    ],
)
def test_what_is_no_file_of_work_is_refused_and_nothing_changes(tmp_path: Path, content: bytes) -> None:
    there = worked(tmp_path / "there", "00-b")
    before = {path.name: path.read_bytes() for path in there.iterdir()}
    with pytest.raises(CourseError, match="is not a file of work"):
        bring(there, content)
    assert {path.name: path.read_bytes() for path in there.iterdir()} == before


def test_nothing_is_written_outside_the_folder(tmp_path: Path) -> None:
    parts = {"work.json": json.dumps({"format": FORMAT}), "journal.jsonl": ""}
    bad = ("../out.json", "texts/../../out.json", "/out.json", "texts/box.json", "marking/x.json", "texts/BOX.py")
    bring(tmp_path / "there", packed(parts | dict.fromkeys(bad, "x")))
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
    assert not [path for path in (tmp_path / "there").rglob("*") if path.suffix in (".json", ".py")]


def test_of_all_that_a_file_holds_no_more_is_read_than_the_bound(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("coursekit.journal.carrying.MOST", 1_000)
    parts = {"work.json": json.dumps({"format": FORMAT}), "journal.jsonl": ""}
    with pytest.raises(CourseError, match="is not a file of work"):
        bring(tmp_path, packed(parts | {f"texts/B{number}.json": "x" * 600 for number in (1, 2)}))
    assert bring(tmp_path, packed(parts | {"texts/B1.json": "x" * 600})).copies == ("texts/B1.json",)


def test_a_journal_that_the_disk_no_longer_has_is_not_taken_for_an_empty_one(tmp_path: Path) -> None:
    (tmp_path / ".journal.jsonl.icloud").write_bytes(b"")
    with pytest.raises(CourseError, match="iCloud has taken your journal off this disk"):
        carried(tmp_path)


def test_what_a_later_version_wrote_is_put_in_though_it_cannot_be_read_here(tmp_path: Path) -> None:
    line = (worked(tmp_path / "here", "00-a") / "journal.jsonl").read_bytes()
    later = line.replace(b'"v": 1', b'"v": 99')
    assert later != line
    bring(tmp_path / "there", later)
    assert (tmp_path / "there" / "journal.jsonl").read_bytes() == later
