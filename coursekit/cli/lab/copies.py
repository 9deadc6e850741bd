"""The learner's own copies of the lessons, in ``work/lessons``.

A learner opens copies, so that an update of the course never conflicts with what they have open. When a
lesson is newer than the copy made from it, the copy is replaced, and kept under ``work/lessons/earlier/``
if the learner changed a word in it. Answers are not in notebooks: they stay where they are.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Literal

from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.files.locks import held
from coursekit.files.whole import write_whole
from coursekit.places import EXERCISES, GRADING, LESSONS, Folders

if TYPE_CHECKING:
    from pathlib import Path

MADE_FROM = ".made-from.json"
LOCK = ".copies.lock"
YOURS = "yours"
VIEW = "application/vnd.jupyter.widget-view+json"
Did = Literal["copied", "replaced", "kept earlier", "mended"]


@dataclass(frozen=True)
class Change:
    """What happened, or would happen, to one copy."""

    copy: Path
    did: Did
    earlier: Path | None = None


def refresh_all(course: Path, work: Path, *, dry_run: bool = False) -> list[Change]:
    """Bring the copies of all lessons and exercises up to date, and an exercise's data with them.

    Two at once (two tabs of one hub) do it one after the other: else the second would put what the first has just
    written in the place of what the learner had. Raises CourseError as `refresh` does.
    """
    if dry_run:
        return _refresh_all(Folders(course), work, dry_run=True)
    try:
        with held(work / LOCK):
            return _refresh_all(Folders(course), work, dry_run=False)
    except OSError as error:
        raise CourseError(f"{error.filename or work}: cannot be written {told(error)}") from error


def _refresh_all(folders: Folders, work: Path, *, dry_run: bool) -> list[Change]:
    changes = refresh(folders.lessons, work / LESSONS, dry_run=dry_run)
    # An instructor's notebook for reading what a class wrote; a class copy of the course has none.
    changes += refresh(folders.solutions, work / GRADING, dry_run=dry_run)
    for folder in sorted(path for path in folders.exercises.glob("*") if path.is_dir()):
        own = work / EXERCISES / folder.name
        changes += refresh(folder, own, dry_run=dry_run)
        for data in () if dry_run else sorted((folder / "data").glob("*")):
            target = own / "data" / data.name
            if not target.exists():  # what a learner changed in it is theirs
                target.parent.mkdir(parents=True, exist_ok=True)
                target.write_bytes(data.read_bytes())
    return changes


def refresh(lessons: Path, copies: Path, *, dry_run: bool = False) -> list[Change]:
    """Bring the copies up to date with the lessons.

    Parameters
    ----------
    lessons, copies
        The shipped folder and the learner's.
    dry_run
        Say what would be done, and do nothing.

    Returns
    -------
    list of Change
        Nothing for a copy that is as it should be.

    Raises
    ------
    CourseError
        When a shipped lesson is not a notebook, or the copies cannot be written.
    """
    known = _known(copies)
    changes = []
    for shipped in sorted(lessons.glob("*.ipynb")):
        copy = copies / shipped.name
        raw = _bytes(shipped)
        version = hashlib.sha256(raw).hexdigest()
        made_from = known.get(shipped.name, {})
        words = read_cells(copy) if copy.exists() else None
        if words is not None and made_from.get("version") == version:
            continue
        fresh = learners(raw, shipped)
        change = _change(copy, words, made_from.get("words"))
        changes.append(change)
        if not dry_run:
            _put(fresh, change)
            known[shipped.name] = {"version": version, "words": _hash(fresh["cells"])}
    if changes and not dry_run:
        write_json(copies / MADE_FROM, known)
    return changes


def _change(copy: Path, words: str | None, given: str | None) -> Change:
    if not copy.exists():
        return Change(copy, "copied")
    if words is None:
        return Change(copy, "mended", _free(copy, "damaged"))
    if words == given:
        return Change(copy, "replaced")
    return Change(copy, "kept earlier", _free(copy, "earlier"))


def _free(copy: Path, kind: str) -> Path:
    """Return a name nobody has."""
    number = 1
    while (target := copy.parent / "earlier" / f"{copy.stem}.{kind}-{number}.ipynb").exists():
        number += 1
    return target


def learners(raw: bytes, shipped: Path) -> dict[str, Any]:
    """Turn a shipped notebook into a learner's.

    It is no pair any more; views of widgets, dead since it was made, are left out; and the lesson's own cells
    can't be deleted or edited by a slip of the hand. A learner's own cells between them can, and so can those
    that are tagged ``yours``.

    Raises
    ------
    CourseError
        When it is not a notebook.
    """
    try:
        notebook: dict[str, Any] = json.loads(raw)
        notebook["metadata"].pop("jupytext", None)
        for cell in notebook["cells"]:
            cell["metadata"] |= {"deletable": False, "editable": YOURS in cell["metadata"].get("tags", [])}
            if "outputs" in cell:
                cell["outputs"] = [output for output in cell["outputs"] if VIEW not in output.get("data", {})]
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise CourseError(f"{shipped}: not a notebook; get the course again, or: python3 course.py build") from error
    return notebook


def as_given(copies: Path) -> list[Path]:
    """Return the copies whose cells are still those we gave."""
    known = _known(copies)
    return [
        copies / name
        for name, entry in sorted(known.items())
        if entry.get("words") and entry["words"] == read_cells(copies / name)
    ]


def read_cells(notebook: Path) -> str | None:
    """Return a hash of what a notebook's cells say, outputs aside; None when it is not a notebook."""
    try:
        return _hash(json.loads(notebook.read_bytes())["cells"])
    except (OSError, ValueError, KeyError, TypeError, AttributeError):
        return None


def _hash(cells: list[dict[str, Any]]) -> str:
    said = [[cell["cell_type"], "".join(cell["source"])] for cell in cells]
    return hashlib.sha256(json.dumps(said).encode()).hexdigest()


def _known(copies: Path) -> dict[str, Any]:
    try:
        known = json.loads((copies / MADE_FROM).read_bytes())
    except (OSError, ValueError):
        return {}
    return {name: entry for name, entry in known.items() if isinstance(entry, dict)} if isinstance(known, dict) else {}


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise CourseError(f"{path}: cannot be read ({error.strerror}); get the course again") from error


def _put(fresh: dict[str, Any], change: Change) -> None:
    try:
        if change.earlier:
            change.earlier.parent.mkdir(parents=True, exist_ok=True)
            change.copy.replace(change.earlier)
        write_json(change.copy, fresh)
    except OSError as error:
        raise CourseError(f"{change.copy}: cannot be written {told(error)}") from error


def write_json(path: Path, content: dict[str, Any]) -> None:
    """Write a file whole or not at all."""
    path.parent.mkdir(parents=True, exist_ok=True)
    write_whole(path, f"{json.dumps(content, ensure_ascii=False, indent=1)}\n".encode())
