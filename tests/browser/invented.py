"""An invented quiz for the kinds of question of which the first lessons happen to have none."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tests.browser.harness import Lab

NUMBER = "92"
QUIZ = """
[[question]]
id = "92-several"
kind = "multiple"
version = 1
prompt = "Which of these are days of the week?"
rests_on = []
skill = "sourcing"
points = 2
option = [
  { text = "Monday", feedback = "Yes.", right = true },
  { text = "Friday", feedback = "Yes.", right = true },
  { text = "August", feedback = "A month." },
]

[[question]]
id = "92-one"
kind = "single"
version = 1
prompt = "Which of these is a month?"
rests_on = []
skill = "sourcing"
points = 1
option = [
  { text = "August", feedback = "Yes.", right = true },
  { text = "Friday", feedback = "A day of the week." },
]
"""


@contextlib.contextmanager
def quiz(lab: Lab) -> Iterator[None]:
    """Add it to the course, for a while."""
    file = lab.course / "lessons" / "quizzes" / f"{NUMBER}-invented.toml"
    file.write_text(QUIZ, encoding="utf-8")
    try:
        yield
    finally:
        file.unlink()
