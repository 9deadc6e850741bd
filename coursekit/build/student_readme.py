"""The README of a class copy: how to begin, what is here, what happens to answers, how to hand in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.authoring.settings import load_settings
from coursekit.places import Folders
from coursekit.questions.exercises import Exercises

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_TEXT = """# {title}

This is the copy for your class.

```
python3 course.py                 # sets up what is missing and opens the course
python3 course.py hand-in NUMBER  # writes the file to hand in for an exercise
python3 course.py update ZIP      # takes over a newer course, and leaves your work alone
python3 course.py doctor          # mends what has broken
```

Python 3.11 or later is all you need; the first start fetches the rest. (On Windows type `py course.py`.)

Open a lesson or an exercise, press the button at its top, and read. There is no code to look at.

## Lessons

{lessons}

## Exercises

{exercises}

*Check* tells how an answer stands, as often as you like; unanswered is never wrong, and hints cost nothing. {solutions}
When you are done, the button *Write the file to hand in*
at the end of an exercise, or the command above, makes one file. Nothing is sent by itself.

## Your answers

What you answer and mark is kept at once in the folder `work/` here, and sent nowhere. You work in copies of lessons
and exercises.

When your instructor gives out a newer course, keep this folder, and take the new one over with

```
python3 course.py update NAME-OF-THE-ZIP
```

It writes only what belongs to the course. Unpacking the zip over this folder does the same, as long as folders are
*merged*: if your system offers to **replace** the folder, say no, since that would delete `work/` with your answers.
"""


def readme(root: Path, released: Sequence[str] = ()) -> str:
    """Return the README; its title is that of the course's own.

    Parameters
    ----------
    root
        The instructor's course.
    released
        The exercises whose worked solutions can be opened in the copy.
    """
    every = Folders(root).lesson_texts
    exercises = Exercises(root).by_id.values()
    return _TEXT.format(
        title=course_title(root),
        lessons="\n".join(f"- [{heading(path)}](lessons/{path.name})" for path in every) or "None.",
        solutions=_solutions([each.id[:2] for each in exercises if each.id in released]),
        exercises="\n".join(f"- **{each.id[:2]} · {each.title}** – {each.about}" for each in exercises) or "None.",
    )


def _solutions(numbers: list[str]) -> str:
    if not numbers:
        return "Worked solutions are not in this copy: your instructor has them."
    which = f"exercise{'' if len(numbers) == 1 else 's'} {', '.join(numbers)}"
    return f"The worked solution of {which} opens once you have tried every part; of any other, your instructor has it."


def course_title(root: Path) -> str:
    """Return what a course is called: by its settings, else by the heading of its README or of its home page."""
    if title := load_settings(root).title:
        return title
    there = [path for path in (root / "README.md", Folders(root).home) if path.is_file()]
    return next((found for path in there if (found := heading(path)) != path.stem), "The course")


def heading(path: Path) -> str:
    """Return the first heading of a Markdown file, else its name."""
    lines = path.read_text(encoding="utf-8-sig").splitlines()
    return next((line.removeprefix("# ").strip() for line in lines if line.startswith("# ")), path.stem)
