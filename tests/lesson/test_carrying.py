"""Work taken out of a notebook as a file, and put in from one."""

from __future__ import annotations

import base64
import re
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from coursekit.course import course as the_course
from coursekit.journal import Journal
from coursekit.journal.carrying import bring, carried
from coursekit.lesson.carrying import put_in, take_out

if TYPE_CHECKING:
    from pathlib import Path

    from tests.lesson.conftest import Page

NOW = datetime(2026, 1, 1, tzinfo=UTC)
ANSWER = {"question": "00-place", "kind": "single", "version": 1, "answer": {"choice": "a"}, "checked": True}


def test_all_work_goes_out_by_a_link(page: Page, work: Path, tmp_path: Path) -> None:
    take_out()
    assert page.last.words == "There is nothing to save yet."
    the_course().journal.append("answer", **ANSWER)
    take_out()
    link = page.widget().value
    assert 'download="my-work.zip"' in link
    (packed,) = re.findall(r'href="data:application/zip;base64,([^"]*)"', link)
    assert bring(tmp_path / "elsewhere", base64.b64decode(packed)).events == 1


def test_the_work_of_a_file_is_added_and_what_is_none_is_told(page: Page, work: Path, tmp_path: Path) -> None:
    Journal(tmp_path / "journal.jsonl").append("answer", **ANSWER)
    put_in()
    choose, said = page.widget().children
    choose.value = ({"name": "w.zip", "type": "", "size": 1, "content": carried(tmp_path), "last_modified": NOW},)
    assert "Put in: 1 new line" in said.value
    assert [event.data["question"] for event in the_course().journal.read().events] == ["00-place"]
    choose.value = ({"name": "w.zip", "type": "", "size": 1, "content": b"<b>no</b>", "last_modified": NOW},)
    assert said.value.startswith('<p role="status">Nothing was put in: this is not a file of work')
