"""Make a course of one's own: the kit and the example, with a few words put in."""

from __future__ import annotations

import json
import shutil
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.authoring.settings import FILE as SETTINGS
from coursekit.cli.own.kit import kit
from coursekit.cli.own.said import TITLE
from coursekit.errors import CourseError
from coursekit.files.disks import told
from coursekit.formats.portfolio.markdown import plain

if TYPE_CHECKING:
    from coursekit.cli.own.said import Said

EXAMPLE = Path(__file__).with_name("example")
_READ = "x01-why"  # the question of the example that people read
_NOBODY = "its author has not said yet"
_OUT = {"__pycache__", ".ipynb_checkpoints"}


def make_course(folder: Path, said: Said, root: Path) -> int:
    """Make the folder; it is there whole or not at all.

    Parameters
    ----------
    folder
        Where to: new, or empty.
    said
        Title, language of the prose and author.
    root
        The course whose kit is taken.

    Returns
    -------
    int
        How many files it has.

    Raises
    ------
    CourseError
        When the folder holds something, lies in the course itself, or cannot be written.
    """
    free(folder, root)
    files = contents(said, root)
    try:
        folder.parent.mkdir(parents=True, exist_ok=True)
        beside = Path(tempfile.mkdtemp(prefix=f".{folder.name[:40]}-", dir=folder.parent))
    except OSError as error:
        raise CourseError(f"{error.filename or folder}: not made {told(error)}, or name another folder") from error
    try:
        inside = beside / "course"  # made with the rights that folders have here; the one around it is ours alone
        for name, content in files.items():
            target = inside / name
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_bytes(content)
        if folder.exists():
            folder.rmdir()  # fails where something has come into it meanwhile
        inside.rename(folder)
    except OSError as error:
        raise CourseError(f"{error.filename or folder}: not written {told(error)}, or name another folder") from error
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return len(files)


def contents(said: Said, root: Path) -> dict[str, bytes]:
    """Return the files of a new course by name. Raises CourseError as `kit` does."""
    files = kit(root, _READ)
    for path in sorted(EXAMPLE.rglob("*")):
        inside = path.relative_to(EXAMPLE)
        if path.is_file() and _OUT.isdisjoint(inside.parts):
            files[inside.as_posix()] = path.read_bytes()
    in_toml, in_markdown = json.dumps(said.title, ensure_ascii=False), plain(said.title)
    _put(files, SETTINGS, f'"{TITLE}"', in_toml)
    _put(files, SETTINGS, 'language = "en"', f'language = "{said.language}"')
    _put(files, "README.md", f"# {TITLE}", f"# {in_markdown}")
    _put(files, "lessons/index.md", f"# {TITLE}", f"# {in_markdown}")
    if said.author:
        _put(files, "README.md", _NOBODY, plain(said.author))
    return files


def _put(files: dict[str, bytes], name: str, old: str, new: str) -> None:
    """Put words of the author's in the place of the example's, which stand there once."""
    text = files[name].decode()
    if text.count(old) != 1:
        raise CourseError(f"{EXAMPLE / name}: expected “{old}” once; get the kit again")
    files[name] = text.replace(old, new).encode()


def free(folder: Path, root: Path) -> None:
    """See that a course can be made there. Raises CourseError as `make_course` does."""
    try:
        other = folder.is_symlink() or (folder.exists() and not folder.is_dir())
        taken = not other and folder.is_dir() and any(folder.iterdir())
        within = folder.resolve().is_relative_to(root.resolve())
    except OSError as error:
        raise CourseError(f"{folder}: cannot be read {told(error)}, or name another folder") from error
    except RuntimeError as error:  # as Python before 3.13 says it
        raise CourseError(f"{folder}: links there lead in a circle; name another folder") from error
    if other:
        raise CourseError(f"{folder}: is there already, and is no folder; name another")
    if taken:
        raise CourseError(f"{folder}: is there already and is not empty; name a new folder")
    if within:
        raise CourseError(f"{folder}: lies in this course; name a folder outside of it, as ../{folder.name}")
