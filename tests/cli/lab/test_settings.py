"""JupyterLab's surroundings: ours, and nobody else's."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

from coursekit.cli.lab import settings

if TYPE_CHECKING:
    import pytest


def test_nothing_of_another_jupyter_reaches_ours(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in (
        "JUPYTER_TOKEN",
        "JUPYTER_PATH",
        "JPY_PARENT_PID",
        "JUPYTERHUB_API_TOKEN",
        "PYTHONPATH",
        "PYTHONSTARTUP",
    ):
        monkeypatch.setenv(name, "theirs")
    found = settings.environment(tmp_path, tmp_path / "work")
    assert "theirs" not in found.values()


def test_every_folder_is_the_learners_own(tmp_path: Path) -> None:
    found = settings.environment(tmp_path, tmp_path / "work")
    folders = {key: value for key, value in found.items() if key.endswith(("_DIR", "IPYTHONDIR"))}
    ours = {key for key in folders if key.startswith(("JUPYTER", "IPYTHON"))}
    assert ours == {
        "JUPYTER_CONFIG_DIR",
        "JUPYTER_DATA_DIR",
        "JUPYTER_RUNTIME_DIR",
        "JUPYTERLAB_SETTINGS_DIR",
        "JUPYTERLAB_WORKSPACES_DIR",
        "IPYTHONDIR",
    }
    assert all(Path(folders[key]).is_relative_to(tmp_path / "work" / "jupyter") for key in ours)


def test_each_setting_is_one_that_jupyterlab_knows() -> None:
    import jupyterlab

    schemas = Path(jupyterlab.__file__).parent / "schemas"
    for plugin, values in settings.OVERRIDES.items():
        package, _, name = plugin.partition(":")
        known = json.loads((schemas / package / f"{name}.json").read_text(encoding="utf-8"))["properties"]
        assert set(values) <= set(known), plugin


def test_the_style_sheet_hides_the_twin_only_beside_a_living_widget(tmp_path: Path) -> None:
    settings.write(tmp_path)
    css = (tmp_path / "jupyter" / "config" / "custom" / "custom.css").read_text(encoding="utf-8")
    close = css.replace(" ", "")
    assert ".jp-OutputArea-child:has(.ck-twin):has(+.jp-OutputArea-child.ck)" in close
    assert ".jp-OutputArea-child:has(.ck-twin)+.jp-OutputArea-child:not(:has(.ck))" in close
