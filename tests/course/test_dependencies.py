"""What the course asks for by name it uses, and what it imports it asks for."""

from __future__ import annotations

import ast
import re
import sys
import tomllib

from tests.conftest import ROOT

MODULES = {"markdown-it-py": "markdown_it"}
RUN = {"jupyterlab", "nbval"}  # started as commands
SHOWS = {"ipywidgets"}  # has the part of JupyterLab by which an anywidget is seen
# Come with what is asked for, and are those packages' own parts.
WITH = {"nbformat", "traitlets", "IPython", "nbconvert", "yaml", "jupyter_server", "tornado"}
TESTS = ROOT / "coursekit" / "cli" / "own" / "example" / "tests"  # of a course that is made with the kit


def imported() -> set[str]:
    found = {"yaml"}  # imported by its name only, as it has no types
    for path in (each for each in (ROOT / "coursekit").rglob("*.py") if not each.is_relative_to(TESTS)):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                found |= {alias.name.partition(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                found.add(node.module.partition(".")[0])
    return found - set(sys.stdlib_module_names) - {"coursekit"}


def declared() -> set[str]:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    names = {re.split(r"[^A-Za-z0-9-]", each)[0] for each in project["dependencies"]}
    return {MODULES.get(name, name) for name in names}


def test_what_is_asked_for_is_used() -> None:
    assert declared() - RUN - SHOWS - imported() == set()
    source = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "coursekit" / "cli").rglob("*.py"))
    assert all(name in source for name in RUN)


def test_what_is_used_is_asked_for() -> None:
    assert imported() - declared() - WITH == set()
