"""What a hub starts for a learner, and what the recipe says of it."""

from __future__ import annotations

import json
import os
import re
import stat
import subprocess
import sys
import tomllib
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import hub
from coursekit.cli.lab import arriving, copies
from coursekit.cli.main import main
from coursekit.errors import CourseError
from tests.cli.hub.teacher import CONFIG, ROOT, configuration

if TYPE_CHECKING:
    from pathlib import Path

REPOSITORY = "https://git.example.org/class.git"
Became = tuple[list[str], dict[str, str]]


@pytest.fixture
def learner(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A learner's home on a hub, in whose environment there is more than ours."""
    for name, value in {
        "HOME": str(tmp_path / "anna"),
        "JUPYTERHUB_SERVICE_URL": "http://127.0.0.1:1/",
        "JUPYTER_PATH": "theirs",
        "PYTHONPATH": "theirs",
        "COURSEKIT_REPOSITORY": REPOSITORY,
        "COURSEKIT_WORK": "~/mine",
    }.items():
        monkeypatch.setenv(name, value)
    (tmp_path / "anna").mkdir()
    return tmp_path / "anna"


@pytest.fixture
def became(learner: Path, monkeypatch: pytest.MonkeyPatch) -> list[Became]:
    """What the process was to become, instead of becoming it."""
    said: list[Became] = []
    monkeypatch.setattr(os, "execve", lambda _file, command, environment: said.append((command, environment)))
    monkeypatch.chdir(learner)
    before = os.umask(0)
    monkeypatch.setattr(os, "umask", lambda _mask: 0)  # it is this process's, too
    yield said
    os.umask(before)


def test_the_learners_server_is_set_as_on_ones_own_machine(learner: Path, became: list[Became]) -> None:
    main(["hub", "--debug"])
    ((command, environment),) = became
    course = learner / ".coursekit" / hub.clone(REPOSITORY).name
    assert command[:4] == [sys.executable, "-P", "-m", "jupyterhub.singleuser"]
    assert command[-1] == "--debug"  # what the hub's configuration adds
    assert f"--ServerApp.root_dir={learner / 'mine'}" in command
    assert "--LabApp.custom_css=True" in command
    front_ends = [word.partition("=")[2] for word in command if "extra_labextensions_path" in word]
    assert front_ends == [str(each / "coursekit/cli/lab/extension") for each in (course, ROOT)]
    assert environment["COURSEKIT_COURSE"] == environment["PYTHONPATH"] == str(course)
    assert environment["NBGITPULLER_PARENTPATH"] == str(course.parent)
    assert environment["JUPYTERHUB_SERVICE_URL"] == "http://127.0.0.1:1/"
    assert "theirs" not in environment.values()
    assert (learner / "mine" / "jupyter" / "config" / "custom" / "custom.css").is_file()


def test_both_folders_are_their_owners_alone_even_if_they_were_not(learner: Path, became: list[Became]) -> None:
    (learner / "mine").mkdir(mode=0o755)
    main(["hub"])
    modes = [stat.S_IMODE(folder.stat().st_mode) for folder in (learner / "mine", learner / ".coursekit")]
    assert modes == [0o700, 0o700]


@pytest.mark.parametrize(
    ("name", "told"), [("JUPYTERHUB_SERVICE_URL", "for a JupyterHub to start"), (hub.REPOSITORY, "is not set")]
)
def test_what_is_missing_is_told_in_one_line(
    learner: Path, monkeypatch: pytest.MonkeyPatch, name: str, told: str
) -> None:
    monkeypatch.delenv(name)
    with pytest.raises(CourseError, match=told):
        hub.run([])


def test_another_repository_has_another_place(learner: Path) -> None:
    assert hub.clone(REPOSITORY) != hub.clone(f"{REPOSITORY}2")
    assert hub.clone("x; rm -rf /../..").parent == learner / ".coursekit"


def test_copies_are_brought_up_to_date_and_the_one_to_open_is_named(
    course: Path, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    lesson = course / "lessons" / "00-lamp.ipynb"
    content = {"cells": [], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    lesson.write_text(json.dumps(content), encoding="utf-8")
    assert main(["hub", "--copies"]) == 0
    assert json.loads(capsys.readouterr().out) == {"open": "lessons/00-lamp.ipynb", "said": []}
    mine = {"cell_type": "markdown", "id": "a", "metadata": {}, "source": "mine"}
    copies.write_json(work / "lessons" / "00-lamp.ipynb", content | {"cells": [mine]})
    lesson.write_text(json.dumps(content | {"metadata": {"title": "newer"}}), encoding="utf-8")
    assert main(["hub", "--copies=00"]) == 0
    (said,) = json.loads(capsys.readouterr().out)["said"]
    assert said.startswith("00-lamp.ipynb: new in this version; your copy is kept as ")
    assert main(["hub", "--copies=77"]) == 1
    assert capsys.readouterr().err == "77: no such lesson; one of 00-lamp\n"


def test_the_configuration_starts_what_this_is_about() -> None:
    found = configuration()
    assert found.Spawner.cmd == [sys.executable, "-P", "-m", "coursekit", "hub"]
    assert found.Spawner.default_url == f"/{arriving.OPEN}"
    done = subprocess.run([*found.Spawner.cmd, "--help"], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


@pytest.mark.usefixtures("this_course")
def test_the_recipe_names_what_there_is() -> None:
    recipe = (ROOT / "docs" / "hub.md").read_text(encoding="utf-8")
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    assert all(f"'{each}'" in recipe for each in project["optional-dependencies"]["hub"])
    assert CONFIG.relative_to(ROOT).as_posix() in recipe
    assert f"/hub/user-redirect/{arriving.UPDATE}" in recipe
    assert hub.REPOSITORY in recipe
    assert f"{hub.CLONES}/course-" in recipe
    work = configuration().Spawner.environment["COURSEKIT_WORK"]
    assert f"`{work}/journal.jsonl`" in recipe
    assert set(re.findall(r"course\.py ([a-z-]+)", recipe)) == {"build", "doctor"}
