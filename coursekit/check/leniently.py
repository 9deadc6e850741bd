"""What can be read of an author's files whatever is wrong with the rest, so that one fault is told once."""

from __future__ import annotations

import tomllib
from typing import TYPE_CHECKING

from coursekit.authoring import sealed
from coursekit.authoring.reading import read_text
from coursekit.errors import CourseError
from coursekit.sources import load_context, load_glossary

if TYPE_CHECKING:
    from pathlib import Path


def ids(root: Path) -> dict[str, str]:
    """Return ids and purposes from quizzes with faults, so that one fault is not told again for each mention."""
    found: dict[str, str] = {}
    for path in sealed.files(root / "lessons" / "quizzes"):
        try:
            entries = tomllib.loads(read_text(path, path.name)[0])["question"]
            found |= {str(entry["id"]): str(entry.get("purpose", "quiz")) for entry in entries}
        except (OSError, ValueError, KeyError, TypeError, AttributeError):
            continue
    return found


def facts(root: Path) -> set[str]:
    """Return the ids of outside facts."""
    path = root / "sources" / "context.toml"
    try:
        return set(load_context(path, "sources/context.toml")) if path.exists() else set()
    except CourseError:
        return set()


def entries(root: Path) -> set[str]:
    """Return the ids of the glossary."""
    try:
        return set(load_glossary(root / "sources" / "glossary.toml"))
    except CourseError:
        return set()  # check_sources has said why
