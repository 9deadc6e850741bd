"""What the repository holds and what it must not."""

from __future__ import annotations

import re
import statistics
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

TEXT = {".md", ".py", ".toml", ".txt", ".ipynb", ".json", ".js", ".mjs", ".css", ".html", ".svg", ".cfg", ""}
# Folders of one machine: whoever clones the course has others. (/usr/bin is the same on every Debian.)
MACHINE = re.compile(r"(?<![\w.])(?:/work/[\w.]|/home/\w+/|/root/|/Users/\w+/|[A-Z]:\\\\?Users\\)")
REGISTRY = re.compile(r"(?:pypi\.org/simple|files\.pythonhosted\.org|registry\.npmjs\.org|--(?:extra-)?index-url)")
SHOWS = {  # files that speak of such places because that is their subject
    "tests/course/test_repository.py",
}


def tracked() -> list[Path]:
    """Return the files git has, or would add."""
    listed = subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard", "-z"], cwd=ROOT, capture_output=True, text=True, check=True
    )
    return [ROOT / name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file()]


def words(path: Path) -> str:
    return path.read_text(encoding="utf-8", errors="replace") if path.suffix in TEXT else ""


def offenders(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in tracked():
        name = path.relative_to(ROOT).as_posix()
        if name in SHOWS:
            continue
        for number, line in enumerate(words(path).splitlines(), 1):
            if match := pattern.search(line):
                found.append(f"{name}:{number}: {match[0]}")
    return found


def test_no_path_of_one_machine_stands_in_it() -> None:
    assert offenders(MACHINE) == []


def test_no_address_of_a_registry_stands_in_it() -> None:
    assert offenders(REGISTRY) == []


def test_the_learners_work_is_not_in_it() -> None:
    names = {path.relative_to(ROOT).as_posix() for path in tracked()}
    assert not [name for name in names if name.startswith(("work/", ".venv/")) or name.endswith("journal.jsonl")]


def test_quotations_keep_to_their_limits(documents: Path) -> None:
    tool = documents.parent / "tools" / "quotations"
    if not tool.exists():
        pytest.skip("not run: the tool that counts quotations is not beside the documents")
    done = subprocess.run(
        [sys.executable, tool, ROOT, "--documents", documents], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr


def test_modules_are_small() -> None:
    lengths = {
        path.relative_to(ROOT).as_posix(): len(words(path).splitlines())
        for path in tracked()
        if path.suffix == ".py" and path.is_relative_to(ROOT / "coursekit")
    }
    assert statistics.median(lengths.values()) < 100
    assert {name: length for name, length in lengths.items() if length > 300} == {}


LAB = ROOT / "coursekit" / "cli" / "lite" / "requirements.txt"


def names(requirements: str) -> dict[str, set[str]]:
    """Return package -> its pinned versions."""
    found: dict[str, set[str]] = {}
    for line in requirements.splitlines():
        if match := re.match(r"([A-Za-z0-9._-]+)==([^\s;]+)", line):
            found.setdefault(match[1].lower().replace("_", "-"), set()).add(match[2])
    return found


def test_the_locks_pin_all_that_is_asked_for() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    learner = (ROOT / "requirements.txt").read_text(encoding="utf-8")
    tests = (ROOT / "tests" / "requirements.txt").read_text(encoding="utf-8")
    asked = [re.split(r"[=<>~! ]", line)[0] for line in project["dependencies"]]
    extra = [re.split(r"[=<>~! ]", line)[0] for line in project["optional-dependencies"]["test"]]
    assert [name for name in asked if name not in names(learner)] == []
    assert [name for name in extra if name not in names(learner) | names(tests)] == []
    assert "-r ../requirements.txt" in tests
    notebooks = LAB.read_text(encoding="utf-8")
    extra = [re.split(r"[=<>~! \[]", line)[0] for line in project["optional-dependencies"]["lab"]]
    assert [name for name in extra if name not in names(notebooks)] == []
    assert "-r ../../../requirements.txt" in notebooks


def test_every_line_of_a_lock_is_an_exact_version() -> None:
    for path in (ROOT / "requirements.txt", ROOT / "tests" / "requirements.txt", LAB):
        lines = path.read_text(encoding="utf-8").splitlines()
        wrong = [line for line in lines if not re.match(r"#|-r |$|[A-Za-z0-9._-]+==[^*\s]+(?: ; .+)?$", line)]
        assert wrong == []


def test_coursekit_by_itself_loads_nothing() -> None:
    """Each room is loaded when it is asked for: ``import coursekit`` costs a notebook nothing."""
    code = "import sys; before = set(sys.modules); import coursekit; print(*(set(sys.modules) - before))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    assert done.stdout.split() == ["coursekit"]
