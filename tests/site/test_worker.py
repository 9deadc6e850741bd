"""What a page's worker hears, says and has kept."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.journal import Event
from coursekit.journal.events import line
from coursekit.site.worker import Worker
from tests.site.conftest import opened

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.site.reading import SitePage

ANSWER = {"n": 1, "op": "answer", "answer": {"choice": "a"}, "check": True}


def keep(worker: Worker) -> str:
    """Keep what is fresh, as a browser does."""
    fresh = worker.fresh()
    worker.keep(fresh)
    return fresh


def test_an_answer_is_marked_and_told_once_it_can_be_kept(lesson: SitePage, fresh: None) -> None:
    worker = Worker()
    card = opened(worker, lesson)["00-place"]
    keep(worker)
    told = json.loads(worker.hear(card["view"], json.dumps(ANSWER)))
    ops = [each["content"]["op"] for each in told if each["type"] == "message" and each["view"] == card["view"]]
    assert ops == ["ack", "marked"]
    events = [json.loads(line)["event"] for line in keep(worker).splitlines()]
    assert events == ["answer", "mark-shown"]
    assert worker.fresh() == ""


def test_a_page_opened_again_shows_what_was_answered(lesson: SitePage, fresh: None, restart: Any) -> None:
    worker = Worker()
    card = opened(worker, lesson)["00-place"]
    assert card["traits"]["saved"] == {}
    worker.hear(card["view"], json.dumps(ANSWER))
    restart()
    assert opened(Worker(), lesson)["00-place"]["traits"]["saved"]["answer"] == {"choice": "a"}


def test_what_another_page_kept_is_taken_in_and_told(lesson: SitePage, fresh: None, restart: Any, work: Path) -> None:
    here = Worker()
    card = opened(here, lesson)["00-place"]
    before = (work / "journal.jsonl").read_bytes()
    keep(here)
    here.hear(card["view"], json.dumps(ANSWER))
    theirs = here.fresh()
    (work / "journal.jsonl").write_bytes(before)
    restart()
    there = Worker()
    card = opened(there, lesson)["00-place"]
    keep(there)
    told = json.loads(there.take(theirs))
    assert card["view"] in [each.get("view") for each in told]
    assert opened(there, lesson)["00-place"]["traits"]["saved"]["answer"] == {"choice": "a"}
    assert theirs not in there.fresh()


def test_what_was_not_kept_stays_to_be_kept_when_others_write(lesson: SitePage, fresh: None) -> None:
    worker = Worker()
    card = opened(worker, lesson)["00-place"]
    worker.hear(card["view"], json.dumps(ANSWER))
    waiting = worker.fresh()
    worker.take("")
    assert waiting
    assert worker.fresh() == waiting


def test_a_view_that_is_not_there_and_a_message_that_is_none_change_nothing(lesson: SitePage, fresh: None) -> None:
    worker = Worker()
    card = opened(worker, lesson)["00-place"]
    keep(worker)
    assert json.loads(worker.hear("99-0", json.dumps(ANSWER))) == []
    assert json.loads(worker.hear(card["view"], json.dumps(["no", "message"]))) == []
    assert worker.fresh() == ""


def test_what_takes_the_place_of_all_that_was_kept_is_taken_over(lesson: SitePage, fresh: None, work: Path) -> None:
    worker = Worker()
    card = opened(worker, lesson)["00-place"]
    worker.hear(card["view"], json.dumps(ANSWER))
    before = keep(worker)
    worker.hear(card["view"], json.dumps(ANSWER | {"n": 2}))
    waiting = worker.fresh()
    worker.take(before, whole=True)
    assert (work / "journal.jsonl").read_text(encoding="utf-8") == before + waiting
    assert worker.fresh() == waiting


def test_what_the_browser_has_cleared_waits_to_be_kept_again(lesson: SitePage, fresh: None, work: Path) -> None:
    worker = Worker()
    card = opened(worker, lesson)["00-place"]
    worker.hear(card["view"], json.dumps(ANSWER))
    first, *rest = keep(worker).splitlines(keepends=True)
    (work / "texts").mkdir()
    (work / "texts" / "BOX.json").write_text("{}", encoding="utf-8")
    worker.changed_files()
    worker.keep("")
    worker.meet(first)
    assert worker.fresh() == "".join(rest)
    assert worker.changed_files() == ["texts/BOX.json"]
    worker.keep(worker.fresh())
    assert (worker.fresh(), worker.changed_files()) == ("", [])


def test_a_line_is_what_the_journal_ends_with_a_newline(lesson: SitePage, fresh: None, work: Path) -> None:
    worker = Worker()
    keep(worker)
    odd = '{"v": 9, "text": "one\u2028two\x85three\x0cfour"}\n'
    worker.take(odd)
    worker.meet("")
    assert odd in worker.fresh()
    worker.meet(odd)
    assert worker.journal().count("three") == 1
    assert (work / "journal.jsonl").read_text(encoding="utf-8").startswith(odd)


def test_what_comes_back_is_told_with_what_it_is_and_answered(lesson: SitePage, fresh: None, work: Path) -> None:
    of = {"question": "00-place", "version": 1}
    seen = Event("1" * 32, "2026-03-02T18:00:00.000Z", "then", "mark-shown", of | {"state": "wrong"})
    work.mkdir(exist_ok=True)
    (work / "journal.jsonl").write_bytes(line(seen))
    worker = Worker()
    keep(worker)
    cell = "from coursekit.lesson import review\nreview()"
    told = json.loads(worker.open("lesson", json.dumps([[3, cell]])))
    assert [(each["type"], each.get("output") or each["view"]) for each in told] == [
        ("html", "3-0"),
        ("html", "3-1"),
        ("traits", "3-1"),
    ]
    assert told[-1]["widget"] == "question"
    assert told[-1]["traits"]["course"].endswith("-review"), "by which a page keeps it apart (models.js)"
    heard = json.loads(worker.hear("3-1", json.dumps(ANSWER)))
    assert [each["content"]["op"] for each in heard if each["type"] == "message"] == ["ack", "marked"]
    assert [json.loads(each)["event"] for each in keep(worker).splitlines()] == ["review-answer", "review-shown"]


def test_own_files_are_told_until_they_are_kept(lesson: SitePage, fresh: None, work: Path) -> None:
    worker = Worker()
    assert worker.changed_files() == []
    (work / "texts").mkdir()
    (work / "texts" / "BOX.json").write_text("{}", encoding="utf-8")
    for _ in range(2):
        assert worker.changed_files() == ["texts/BOX.json"]
    worker.keep("")
    assert worker.changed_files() == []
    (work / "texts" / "BOX.json").unlink()
    assert worker.changed_files() == ["texts/BOX.json"]


def test_work_comes_in_from_a_file_and_is_shown(lesson: SitePage, fresh: None, restart: Any, work: Path) -> None:
    there = Worker()
    card = opened(there, lesson)["00-place"]
    there.hear(card["view"], json.dumps(ANSWER))
    packed = there.pack()
    (work / "journal.jsonl").unlink()
    restart()
    here = Worker()
    opened(here, lesson)
    keep(here)
    brought = json.loads(here.bring(packed))
    assert brought["told"]
    assert brought["changed"]
    assert brought["words"].startswith("Put in: ")
    events = [json.loads(line)["event"] for line in here.journal().splitlines()]
    assert "answer" in events
    before = here.journal()
    here.take('{"v": 9}\n')
    assert here.journal() == before + '{"v": 9}\n', "another page may write before it is kept"
    assert here.changed_files() == []
    here.keep_all()
    assert here.fresh() == ""
    assert opened(here, lesson)["00-place"]["traits"]["saved"]["answer"] == {"choice": "a"}


@pytest.mark.parametrize("content", [b"none", b"", b"PK\x03\x04", b"{}"])
def test_a_file_that_is_none_changes_nothing(lesson: SitePage, fresh: None, content: bytes) -> None:
    worker = Worker()
    card = opened(worker, lesson)["00-place"]
    worker.hear(card["view"], json.dumps(ANSWER))
    before = worker.journal()
    told = json.loads(worker.bring(content))
    assert not told["changed"]
    assert "\n" not in told["words"]
    assert worker.journal() == before


def test_bringing_in_what_is_here_already_forgets_nothing_that_is_not_kept(lesson: SitePage, fresh: None) -> None:
    worker = Worker()
    card = opened(worker, lesson)["00-place"]
    keep(worker)
    worker.hear(card["view"], json.dumps(ANSWER))
    waiting = worker.fresh()
    assert waiting
    brought = json.loads(worker.bring(worker.pack()))
    assert not brought["changed"]
    assert worker.fresh() == waiting
