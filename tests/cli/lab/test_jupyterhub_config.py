"""What the configuration of a hub calls the folder of a learner's work."""

from __future__ import annotations

import runpy
import shutil
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

CONFIG = "coursekit/cli/lab/jupyterhub_config.py"


def work(course: Path, settings: str) -> str:
    """Return where work lies after the configuration of a course with these settings."""
    (course / CONFIG).parent.mkdir(parents=True, exist_ok=True)
    shutil.copyfile(ROOT / CONFIG, course / CONFIG)
    (course / "course.toml").write_text(settings, encoding="utf-8")
    made = SimpleNamespace(Spawner=SimpleNamespace(), JupyterHub=SimpleNamespace())
    runpy.run_path(str(course / CONFIG), {"get_config": lambda: made})
    return str(made.Spawner.environment["COURSEKIT_WORK"])


def test_it_is_named_after_the_title_where_nothing_else_is_said(tmp_path: Path) -> None:
    assert work(tmp_path, 'title = "Two Lamps: an hour"\n') == "~/two-lamps"
    assert work(tmp_path, "") == "~/course"


def test_a_name_of_its_own_stays_when_the_title_is_changed(tmp_path: Path) -> None:
    for title in ("Two Lamps", "Three Lamps"):
        assert work(tmp_path, f'title = "{title}"\nwork_folder = "lamps"\n') == "~/lamps"


def test_what_is_no_name_of_a_folder_stops_the_hub(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="work_folder: expected one folder's name"):
        work(tmp_path, 'work_folder = "../theirs"\n')
