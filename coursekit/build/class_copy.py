"""The course as a class gets it: everything to learn with, no solution, no teaching note, no key in clear.

What goes in is named here, file kind by file kind; whatever else comes to lie in the course's folder stays out.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from coursekit.authoring import sealed
from coursekit.authoring.problems import refuse
from coursekit.authoring.settings import FILE as SETTINGS
from coursekit.build import exercises, lessons
from coursekit.build.release import solutions as released
from coursekit.build.sources_readme import sources_readme
from coursekit.build.student_readme import readme
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.whole import write_whole
from coursekit.places import CLASS_COPY, EXERCISES, FORMS, KEYS, QUIZZES, SOLUTIONS, SOURCES, Folders
from coursekit.questions.exercises import MASTER, SEALED
from coursekit.sources import Library
from coursekit.sources.given import may_be_given
from coursekit.sources.known import known_files

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

README = "README.md"
FORMAT = "coursekit-class-copy/1"
_ALONE = ("course.py", "requirements.txt", ".gitignore", SETTINGS)
_CODE = {".py", ".typed", ".css", ".js", ".json"}  # of coursekit/; its READMEs are for authors
_OUT_OF_CODE = {"__pycache__", "node_modules", "src", "own"}  # "own": a course of one's own starts from the whole
_SEALED = (QUIZZES, KEYS, FORMS)  # folders of lessons/; first and second passes over a key stay behind


def class_copy(root: Path, out: Path, solutions: Iterable[str] = ()) -> tuple[int, int]:
    """Make the copy, or bring an earlier one up to date; what learners made in it stays.

    Parameters
    ----------
    root
        The course's folder, with its solutions.
    out
        Where to; new, empty, or a class copy.
    solutions
        Exercises whose worked solutions are released.

    Returns
    -------
    tuple of int
        How many files it has, and how many of an earlier copy went.

    Raises
    ------
    CourseError
        When ``out`` holds something else or cannot be written, or exercises are not in step with their solutions.
    """
    _earlier(out)  # before any work
    made = contents(root, solutions)
    return len(made), put(out, made)[1]


def put(out: Path, made: dict[str, bytes]) -> tuple[int, int]:
    """Make a class copy of these files; what belongs to an earlier one and not to this goes, all else stays.

    Parameters
    ----------
    out
        Where to; new, empty, or a class copy.
    made
        Name to content.

    Returns
    -------
    tuple of int
        How many files were written, since they are new or changed, and how many went.

    Raises
    ------
    CourseError
        When ``out`` holds something else or cannot be written.
    """
    earlier = _earlier(out)
    gone = sorted(earlier - set(made))
    written = 0
    try:
        out.mkdir(parents=True, exist_ok=True)
        _note(out, earlier | set(made))  # first, so that a run that is cut off can be begun again
        for name, content in made.items():
            target = out / name
            if target.is_file() and target.read_bytes() == content:
                continue
            target.parent.mkdir(parents=True, exist_ok=True)
            write_whole(target, content)
            written += 1
        for name in gone:
            (out / name).unlink(missing_ok=True)
        _note(out, set(made))
    except OSError as error:
        raise CourseError(f"{error.filename or out}: not written {told(error)}, or name another folder") from error
    return written, len(gone)


def contents(root: Path, solutions: Iterable[str] = ()) -> dict[str, bytes]:
    """Return the files of a class copy by name. Raises CourseError as `class_copy` does."""
    if (root / CLASS_COPY).exists():
        raise CourseError("build --class: this is a class copy already; make another from the instructor's course")
    _in_step(root)
    _may_be_given(root)
    made = {name: (root / name).read_bytes() for name in _ALONE if (root / name).is_file()}
    folders = Folders(root)
    freed = released(root, solutions)
    if not (folders.sources / README).is_file():
        made[f"{SOURCES}/{README}"] = sources_readme(root).encode()
    made[README] = readme(root, [name.split("/")[1] for name in freed]).encode()
    for path in (*_code(root), *_lessons(root), *_kinds(root), *known_files(root), *_every(folders.exercises)):
        made[path.relative_to(root).as_posix()] = path.read_bytes()
    for folder in _SEALED:
        for path in sealed.files(folders.lessons / folder):
            name = path.with_suffix(sealed.SUFFIX).relative_to(root).as_posix()
            made[name] = sealed.seal(path.read_text(encoding="utf-8-sig")).encode()
    return dict(sorted({**made, **freed}.items()))


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


def listed(names: Iterable[str]) -> str:
    """Return the list of what belongs to a class copy, as it stands in `CLASS_COPY`."""
    return json.dumps({"format": FORMAT, "files": sorted(names)}, indent=1) + "\n"


def _note(out: Path, names: set[str]) -> None:
    write_whole(out / CLASS_COPY, listed(names).encode())


def _in_step(root: Path) -> None:
    """See that the questions students get are those of the instructor; a moment's work, unlike ``build --check``."""
    for folder in exercises.masters(root):
        given = Folders(root).exercises / folder.name
        want = sealed.seal((folder / MASTER).read_text(encoding="utf-8-sig"))
        names = (SEALED, f"{folder.name}.ipynb")
        if not all((given / name).is_file() for name in names) or not exercises.same(given / SEALED, want.encode()):
            raise CourseError(f"{EXERCISES}/{folder.name}: is not what {SOLUTIONS}/{folder.name} makes; {lessons.MEND}")


def _may_be_given(root: Path) -> None:
    """See that no text goes out whose record does not say that it may."""
    library, folders = Library(root), Folders(root)
    for siglum in filter(library.is_whole, library.sigla):
        refuse(may_be_given(library.record(siglum), folders.name(folders.text(siglum))))


def _code(root: Path) -> Iterator[Path]:
    for path in _every(root / "coursekit"):
        builds = path.parent == root / "coursekit" / "frontend"  # makes the bundle, is not it
        if path.suffix in _CODE and not builds and _OUT_OF_CODE.isdisjoint(path.relative_to(root).parts):
            yield path


def _kinds(root: Path) -> Iterator[Path]:
    yield from (path for path in _every(Folders(root).kinds) if path.suffix == ".py")


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
