"""The course as a class gets it: everything to learn with, no solution, no teaching note, no key in clear.

What goes in is named here, file kind by file kind; whatever else comes to lie in the course's folder stays out.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coursekit.authoring import sealed
from coursekit.build import exercises, lessons
from coursekit.build.student_readme import readme
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.places import CLASS_COPY, EXERCISES, KEYS, QUIZZES, SOLUTIONS, Folders
from coursekit.questions.exercises import MASTER, SEALED

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

FORMAT = "coursekit-class-copy/1"
_ALONE = ("course.py", "requirements.txt", ".gitignore")
_CODE = {".py", ".typed", ".css", ".js", ".json"}  # of coursekit/; its READMEs are for authors
_OUT_OF_CODE = {"__pycache__", "node_modules", "src"}
_SEALED = (QUIZZES, KEYS)  # folders of lessons/; first and second passes over a key stay behind


def class_copy(root: Path, out: Path) -> tuple[int, int]:
    """Make the copy, or bring an earlier one up to date; what learners made in it stays.

    Parameters
    ----------
    root
        The course's folder, with its solutions.
    out
        Where to; new, empty, or a class copy.

    Returns
    -------
    tuple of int
        How many files it has, and how many of an earlier copy went.

    Raises
    ------
    CourseError
        When ``out`` holds something else or cannot be written, or exercises are not in step with their solutions.
    """
    earlier = _earlier(out)
    made = contents(root)
    gone = sorted(earlier - set(made))
    try:
        out.mkdir(parents=True, exist_ok=True)
        _note(out, earlier | set(made))  # first, so that a run that is cut off can be begun again
        for name, content in made.items():
            target = out / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        for name in gone:
            (out / name).unlink(missing_ok=True)
        _note(out, set(made))
    except OSError as error:
        raise CourseError(f"{error.filename or out}: not written {told(error)}, or name another folder") from error
    return len(made), len(gone)


def contents(root: Path) -> dict[str, bytes]:
    """Return the files of a class copy by name. Raises CourseError as `class_copy` does."""
    if (root / CLASS_COPY).exists():
        raise CourseError("build --class: this is a class copy already; make another from the instructor's course")
    _in_step(root)
    made = {name: (root / name).read_bytes() for name in _ALONE if (root / name).is_file()}
    folders = Folders(root)
    made["README.md"] = readme(root).encode()
    for path in (*_code(root), *_lessons(root), *_every(folders.sources), *_every(folders.exercises)):
        made[path.relative_to(root).as_posix()] = path.read_bytes()
    for folder in _SEALED:
        for path in sealed.files(folders.lessons / folder):
            name = path.with_suffix(sealed.SUFFIX).relative_to(root).as_posix()
            made[name] = sealed.seal(path.read_text(encoding="utf-8-sig")).encode()
    return dict(sorted(made.items()))


def _earlier(out: Path) -> set[str]:
    """Return the files that an earlier class copy there has; refuse a folder that is anything else."""
    if not out.exists() or (out.is_dir() and not any(out.iterdir())):
        return set()
    try:
        noted = json.loads((out / CLASS_COPY).read_bytes())
        names = [str(name) for name in noted["files"]] if noted["format"] == FORMAT else None
    except (OSError, ValueError, KeyError, TypeError):
        names = None
    if names is None:
        raise CourseError(f"{out}: is not empty and no class copy; name a new folder, or empty it yourself")
    return {name for name in names if (out / name).resolve().is_relative_to(out.resolve())}


def _note(out: Path, names: set[str]) -> None:
    noted = {"format": FORMAT, "files": sorted(names)}
    (out / CLASS_COPY).write_text(json.dumps(noted, indent=1) + "\n", encoding="utf-8")


def _in_step(root: Path) -> None:
    """See that the questions students get are those of the instructor; a moment's work, unlike ``build --check``."""
    for folder in exercises.masters(root):
        given = Folders(root).exercises / folder.name
        want = sealed.seal((folder / MASTER).read_text(encoding="utf-8-sig"))
        names = (SEALED, f"{folder.name}.ipynb")
        if not all((given / name).is_file() for name in names) or not exercises.same(given / SEALED, want.encode()):
            raise CourseError(f"{EXERCISES}/{folder.name}: is not what {SOLUTIONS}/{folder.name} makes; {lessons.MEND}")


def _code(root: Path) -> Iterator[Path]:
    for path in _every(root / "coursekit"):
        builds = path.parent == root / "coursekit" / "frontend"  # makes the bundle, is not it
        if path.suffix in _CODE and not builds and _OUT_OF_CODE.isdisjoint(path.relative_to(root).parts):
            yield path


def _lessons(root: Path) -> Iterator[Path]:
    folder = Folders(root).lessons
    for text in lessons.lessons(folder):
        yield from (path for path in (text, text.with_suffix(".ipynb")) if path.is_file())
    yield from (path for name in ("jupytext.toml", "rubric.toml") if (path := folder / name).is_file())
    yield from _every(Folders(root).pictures)


def _every(folder: Path) -> Iterator[Path]:
    """Yield the files under a folder; nothing hidden, and nothing that a link brings in."""
    for path in sorted(folder.rglob("*")):
        inside = path.relative_to(folder).parts
        if path.is_file() and not path.is_symlink() and not any(part.startswith(".") for part in inside):
            yield path
