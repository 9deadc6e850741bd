"""Each room of the kit imports only from rooms above it, so that any can be read, and used, without the rest."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from tests.conftest import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator

KIT = ROOT / "coursekit"
# In the order data flows through them. Single modules stand at the top: small ones, and where things are.
ORDER = (
    *("errors", "html", "places"),
    *("files", "authoring", "outline", "dates", "words", "agreement"),
    *("sources", "spans", "questions", "annotation", "journal", "course", "practice", "marking", "pictures"),
    *("sessions", "study", "seminar", "widgets", "lesson", "room"),
    *("check", "build", "formats", "site", "cli", "__main__"),
)


def imports() -> Iterator[tuple[str, str, str]]:
    """Yield room, room imported from, and where, for every import of one room by another."""
    for path in sorted(KIT.rglob("*.py")):
        inside = path.relative_to(KIT)
        room = inside.parts[0].removesuffix(".py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ImportFrom) and node.module:
                names = [f"{node.module}.{alias.name}" for alias in node.names]
            else:
                names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            for name in names:
                package, _, rest = name.partition(".")
                if package == "coursekit" and rest and (other := rest.partition(".")[0]) != room:
                    yield room, other, f"{inside.as_posix()}:{node.lineno}"


def test_every_room_has_its_place() -> None:
    rooms = {
        path.name.removesuffix(".py")
        for path in KIT.iterdir()
        if path.suffix == ".py" or (path / "__init__.py").exists()
    }
    assert rooms - set(ORDER) - {"__init__"} == set(), "say in ORDER, and in README's picture, where it stands"


def test_each_imports_only_from_rooms_above_it() -> None:
    below = [
        f"{where}: {room} imports from {other}"
        for room, other, where in imports()
        if ORDER.index(other) > ORDER.index(room)
    ]
    assert below == []


def test_relative_imports_hide_nothing() -> None:
    relative = [
        path.relative_to(ROOT)
        for path in KIT.rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(node, ast.ImportFrom) and node.level
    ]
    assert relative == []


def test_the_readme_shows_every_room_that_there_is() -> None:
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    picture = readme.partition("## How it is built")[2].partition("\n## ")[0].partition("```")[2].partition("```")[0]
    rooms = {path.name for path in KIT.iterdir() if (path / "__init__.py").exists()}
    shown = [line.split()[0] for line in picture.splitlines() if line.strip()]
    assert shown == [room for room in ORDER if room in rooms]
