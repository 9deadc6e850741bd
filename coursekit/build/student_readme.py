"""The README of a class copy: how to begin, what is here, what happens to answers, how to hand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.places import Folders
from coursekit.questions.exercises import Exercises

if TYPE_CHECKING:
    from pathlib import Path

_TEXT = """# {title}

This is the copy for your class.

```
python3 course.py                 # sets up what is missing and opens the course
python3 course.py hand-in NUMBER  # writes the file to hand in for an exercise
python3 course.py doctor          # mends what has broken
```

Python 3.11 or later is all you need; the first start fetches the rest. (On Windows type `py course.py`.)

Open a lesson or an exercise, press the button at its top, and read. There is no code to look at.

## Lessons

{lessons}

## Exercises

{exercises}

*Check* tells how an answer stands, as often as you like; unanswered is never wrong, and hints cost nothing. Worked
solutions are not in this copy: your instructor has them. When you are done, the button *Write the file to hand in*
at the end of an exercise, or the command above, makes one file. Nothing is sent by itself.

## Your answers

What you answer and mark is kept at once in the folder `work/` here, and sent nowhere. You work in copies of lessons
and exercises: when your instructor gives out a newer course, put it over this one, and your work stays.
"""


def readme(root: Path) -> str:
    """Return the README; its title is that of the course's own."""
    own = root / "README.md"
    every = Folders(root).lesson_texts
    exercises = Exercises(root).by_id.values()
    return _TEXT.format(
        title=_heading(own) if own.is_file() else "The course",
        lessons="\n".join(f"- [{_heading(path)}](lessons/{path.name})" for path in every) or "None.",
        exercises="\n".join(f"- **{each.id[:2]} · {each.title}** – {each.about}" for each in exercises) or "None.",
    )


def _heading(path: Path) -> str:
    """Return the first heading of a Markdown file, else its name."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), path.stem)
