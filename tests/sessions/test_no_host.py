"""Sessions know no host: what answers in a notebook answers in a page's worker and in a room as well."""

from __future__ import annotations

import ast
import pkgutil
import subprocess
import sys
from pathlib import Path

import pytest

from coursekit import sessions

ROOM = Path(sessions.__file__).parent
HOSTS = frozenset({"anywidget", "ipywidgets", "traitlets", "IPython", "ipykernel", "tornado", "jupyterlab", "comm"})


def imported(path: Path) -> set[str]:
    """Return all modules that a file imports, wherever in it."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    names = {each.name for node in ast.walk(tree) if isinstance(node, ast.Import) for each in node.names}
    return names | {node.module or "" for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}


@pytest.mark.parametrize("path", sorted(ROOM.glob("*.py")), ids=lambda path: path.name)
def test_no_module_imports_a_host(path: Path) -> None:
    assert not {name.partition(".")[0] for name in imported(path)} & HOSTS
    assert not {name for name in imported(path) if name.startswith("coursekit.widgets")}


def test_a_clean_interpreter_gets_no_host_with_them() -> None:
    modules = [f"coursekit.sessions.{each.name}" for each in pkgutil.iter_modules([str(ROOM)])]
    code = f"import sys, importlib; [importlib.import_module(each) for each in {modules}]; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert not {name.partition(".")[0] for name in done.stdout.split()} & HOSTS
