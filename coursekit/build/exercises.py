"""Make what students get of an exercise from the instructor's folder, or tell whether the two are in step.

``solutions/NN-name/`` is the master: ``exercise.toml``, ``NN-name.md``, perhaps ``data/``. Made from it are the
notebook beside it, run, and ``exercises/NN-name/``: the same notebook without what is tagged ``solution``, the
questions sealed, the data. Nothing in ``exercises/`` is written by hand, and what does not come from there goes.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from coursekit.authoring.reading import MOST_BYTES
from coursekit.authoring.sealed import seal, unseal
from coursekit.build.execute import execute
from coursekit.build.lessons import MEND, Drift, differs, each
from coursekit.build.notebook import from_lesson, settle, written
from coursekit.errors import CourseError
from coursekit.files.whole import write_whole
from coursekit.places import SOLUTIONS, Folders
from coursekit.questions.exercises import MASTER, SEALED, load_exercise

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

TAG, YOURS = "solution", "yours"
GOES_ON = "raises-exception"  # JupyterLab, nbclient and nbval run on after an error in a cell with this tag


def masters(root: Path) -> list[Path]:
    """Return the instructor's folders, in order."""
    return sorted(path.parent for path in Folders(root).solutions.glob(f"*/{MASTER}"))


def make(folder: Path) -> dict[Path, bytes]:
    """Return every file made from an instructor's folder, with its content.

    Raises
    ------
    CourseError
        When the exercise's file is faulty, its notebook cannot be read, or a cell of it fails.
    """
    root, name = folder.parent.parent, folder.name
    folders = Folders(root)
    load_exercise(*folders.named(folder / MASTER))
    text = folder / f"{name}.md"
    if not text.is_file():
        raise CourseError(f"{folders.name(text)}: is not there; it is the exercise's notebook as text")
    notebook = from_lesson(text)
    execute(notebook, text, root)
    settle(notebook)
    given = folders.exercises / name
    made = {
        folder / f"{name}.ipynb": written(notebook).encode(),
        given / f"{name}.ipynb": written(students(notebook)).encode(),
        given / SEALED: seal((folder / MASTER).read_text(encoding="utf-8-sig")).encode(),
    }
    data = folder / "data"
    return made | {given / "data" / path.name: path.read_bytes() for path in sorted(data.glob("*")) if path.is_file()}


def students(notebook: Any) -> Any:
    """Return a notebook without what is tagged ``solution``; it is a pair no more, since its text stays behind.

    An error in a student's own cell takes nothing away: it is tagged so that what stands below still runs.
    """
    copy = type(notebook)(json.loads(json.dumps(notebook)))
    copy = _as_nodes(copy)
    copy["cells"] = [cell for cell in copy["cells"] if TAG not in cell["metadata"].get("tags", [])]
    for cell in copy["cells"]:
        tags = cell["metadata"].get("tags", [])
        if YOURS in tags and GOES_ON not in tags:
            tags.append(GOES_ON)
    copy["metadata"].pop("jupytext", None)
    settle(copy)
    return copy


def build(root: Path) -> Iterator[tuple[Path, bool]]:
    """Make all exercises; yield each file with whether it changed. What has no master is deleted."""
    kept: set[Path] = set()
    for made in each(make, masters(root)):
        for target, content in made.items():
            kept.add(target)
            changed = not target.exists() or not same(target, content)
            if changed:
                target.parent.mkdir(parents=True, exist_ok=True)
                write_whole(target, content)
            yield target, changed
    for stray in _strays(root, kept):
        stray.unlink()
        yield stray, True


def check(root: Path) -> Iterator[Drift]:
    """Yield what is out of step, and change nothing."""
    kept: set[Path] = set()
    folders = masters(root)
    for folder, made in zip(folders, each(_tried, folders), strict=True):
        if isinstance(made, CourseError):
            yield Drift(folder / MASTER, str(made))
            kept |= set((Folders(root).exercises / folder.name).rglob("*"))
            continue
        kept |= set(made)
        for target, content in made.items():
            if not target.exists():
                yield Drift(target, f"is not there; {MEND}")
            elif not same(target, content):
                yield Drift(target, f"{_what(target, folder)}; {MEND}")
    for stray in _strays(root, kept):
        yield Drift(stray, f"is not made from anything in solutions/; write it there, or delete it with: {MEND}")


def _tried(folder: Path) -> dict[Path, bytes] | CourseError:
    try:
        return make(folder)
    except CourseError as error:
        return error


def same(target: Path, content: bytes) -> bool:
    """Tell whether a file says what it should: git and editors may have changed its line ends or its spacing.

    What is sealed is opened, since packers differ in their bytes.
    """
    there = target.read_bytes()
    if there == content:
        return True
    try:
        one, other = there.decode("utf-8-sig"), content.decode()
        if target.suffix == ".ipynb":
            return bool(json.loads(one) == json.loads(other))
        if target.name == SEALED:
            return unseal(one, target.name, MOST_BYTES) == unseal(other, target.name, MOST_BYTES)
    except (CourseError, ValueError, RecursionError):
        return False
    return one.replace("\r\n", "\n") == other.replace("\r\n", "\n")


def _what(target: Path, folder: Path) -> str:
    """Say in what a made file differs from what it is made from."""
    if target.parent == folder and (said := differs(from_lesson(folder / f"{folder.name}.md"), target)):
        return f"is not what {folder.name}.md says ({said})"
    return f"is not what {SOLUTIONS}/{folder.name} makes of it"


def _strays(root: Path, kept: set[Path]) -> list[Path]:
    every = sorted(path for path in Folders(root).exercises.rglob("*") if path.is_file())
    return [
        path
        for path in every
        if path not in kept and path.name != "README.md" and ".ipynb_checkpoints" not in path.parts
    ]


def _as_nodes(plain: Any) -> Any:
    from nbformat import from_dict

    return from_dict(plain)
