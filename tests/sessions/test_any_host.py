"""A question answered and a text marked in a process that has no notebook: by plain messages only."""

from __future__ import annotations

import json
import subprocess
import sys
from typing import TYPE_CHECKING, Any

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

HOST = """
import json, sys
from coursekit.course import course
from coursekit.sessions.open_question import question_session
from coursekit.sessions.open_reader import reader_session
from coursekit.sessions.open_text import OpenText
from coursekit.sessions.store import store_of
from coursekit.spans import make_span

here = course()
store = store_of(here)
card = question_session(store, here.question("00-place"))
key = here.key("00-marks")
source = here.library.source(key.source)
text = OpenText(source, key.id, source.guide.select(key.paragraphs))
tags = [tag for name in key.sets for tag in here.tag_sets[name].tags]
reader = reader_session(store, text, tags, key)
paragraph = source.guide.paragraph("m1")
at = paragraph.text.index("box 12")
span = make_span(source.guide, "m1", at, at + 6).to_json()
mark = {"id": "a" * 32, "source": "BOX", "task": "00-marks", "tag": "ARCHIVE-REF", "comment": "", "spans": [span]}
said = [
    card.handle({"n": 1, "op": "answer", "answer": {"choice": "a"}, "check": True}),
    reader.handle({"n": 2, "op": "add", "annotation": mark}),
    reader.handle({"n": 3, "op": "commit"}),
]
again = question_session(store, here.question("00-place"))
hosts = [name for name in ("IPython", "ipywidgets", "anywidget", "tornado") if name in sys.modules]
print(json.dumps([said, again.traits(), reader.traits(), hosts]))
"""


def test_a_question_and_a_text_in_a_process_without_a_notebook(course: Path, work: Path) -> None:
    done = subprocess.run([sys.executable, "-c", HOST], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    said, card, reader, hosts = json.loads(done.stdout)
    ops: Any = [[message["op"] for message in each] for each in said]
    assert ops == [["ack", "marked"], ["changed", "ack"], ["ack", "key"]]
    assert (said[0][1]["mark"]["state"], card["saved"]["answer"]) == ("right", {"choice": "a"})
    assert [mark["id"] for mark in reader["setup"]["annotations"]] == ["a" * 32]
    assert reader["setup"]["task"]["committed"] is True
    assert hosts == []
    kept = [json.loads(line)["event"] for line in (work / "journal.jsonl").read_text(encoding="utf-8").splitlines()]
    assert kept == ["answer", "mark-shown", "annotate", "committed"]
