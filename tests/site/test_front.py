"""The front page shows what home shows, with links to pages."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coursekit.site.front import front
from coursekit.site.ways import path_of
from coursekit.site.worker import Worker
from tests.site.conftest import opened

if TYPE_CHECKING:
    from coursekit.site.reading import SitePage

ANSWER = {"n": 1, "op": "answer", "answer": {"choice": "a"}, "check": True}


def test_who_has_done_nothing_begins_with_the_first_lesson(lesson: SitePage, fresh: None) -> None:
    assert lesson.path == path_of(lesson.notebook) == "lessons/00-lamp.html"
    found = front()
    assert "Begin with Lesson 00" in found
    assert f'href="{lesson.path}"' in found
    assert ".ipynb" not in found


def test_a_worker_says_where_somebody_is_as_of_now(lesson: SitePage, fresh: None) -> None:
    worker = Worker()
    card = opened(worker, lesson)["00-place"]
    (before,) = json.loads(worker.home())
    worker.hear(card["view"], json.dumps(ANSWER))
    (after,) = json.loads(worker.home())
    assert (before["type"], before["output"]) == ("html", "home")
    assert "Begin with Lesson 00" in before["html"]
    assert "Go on with Lesson 00" in after["html"]
    assert "1 of 4 done" in after["html"]
