"""Outside facts that are cited and shown nowhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.check.cited import cited_unseen, spoken_by
from coursekit.questions import load_quiz

if TYPE_CHECKING:
    from pathlib import Path

KNOWN = {"F1", "F2", "F3"}
TEXT = """# 0 · Lamp

It burned (fact F1). Tea is served at F9.

```{code-cell} ipython3
from coursekit.lesson import ask
ask("00-why")
```

```{code-cell} ipython3
from coursekit.lesson import picture
picture("timeline", "00-dates")
```
"""
QUIZ = """
[[question]]
id = "00-why"
kind = "single"
prompt = "Why (F1)?"
[[question.option]]
text = "so"
right = true
feedback = "By a list it did (F2)."
[[question.option]]
text = "not so"
feedback = "Look again."
"""
SHOWN = """
```{code-cell} ipython3
from coursekit.lesson import facts
facts("F1", "F3")
```
"""


@pytest.fixture
def lesson(tmp_path: Path) -> Path:
    (tmp_path / "00-dates.toml").write_text('title = "Days"\n[[point]]\nsays = "nobody (F3)"\n', encoding="utf-8")
    path = tmp_path / "00-lamp.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def told(lesson: Path, cards: set[str]) -> list[tuple[int, str]]:
    found = cited_unseen(lesson, [("00-why", "By a list it did (F2).")], cards, KNOWN, lesson.parent)
    return [(line, message.partition(" here")[0]) for line, message in found]


def test_prose_questions_and_pictures_are_told_where_they_stand(lesson: Path) -> None:
    assert told(lesson, set()) == [(3, "F1: cited"), (7, "F2: 00-why cites"), (12, "F3: 00-dates cites")]


def test_what_a_card_or_a_cell_shows_may_be_cited(lesson: Path) -> None:
    assert told(lesson, KNOWN) == []
    lesson.write_text(TEXT + SHOWN, encoding="utf-8")
    assert told(lesson, {"F2"}) == []


def test_feedback_and_what_a_card_asks_are_heard(tmp_path: Path) -> None:
    path = tmp_path / "00-try.toml"
    path.write_text(QUIZ, encoding="utf-8")
    said = list(spoken_by(load_quiz(path, "00-try.toml")))
    assert ("00-why", "Why (F1)?") in said
    assert ("00-why", "By a list it did (F2).") in said
