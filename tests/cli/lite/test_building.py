"""What JupyterLite is told, and what of it is given out; the builder itself is tried in tests/browser."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.cli.lite import building
from coursekit.cli.lite.tools import Tools
from coursekit.errors import CourseError
from tests.cli.lite.test_door import THEIRS
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

STAND_IN = """
import json, pathlib, shutil
said = json.loads(pathlib.Path("jupyter_lite_config.json").read_text())["LiteBuildConfig"]
out = pathlib.Path(said["output_dir"])
shutil.copytree("files", out / "files")
shutil.copy("jupyter-lite.json", out)
(out / "told.json").write_text(json.dumps(said))
(out / "lab").mkdir()
(out / "lab" / "index.html").write_text(THEIRS)
"""


@pytest.fixture
def made(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """The files that stand beside the pages, where a stand-in builds."""
    lay(tmp_path, monkeypatch, STAND_IN.replace("THEIRS", repr(THEIRS)))
    return building.build(ROOT, "The lamp", "_/pyodide-1")


def lay(folder: Path, monkeypatch: pytest.MonkeyPatch, code: str) -> None:
    tools = Tools(folder)
    tools.python.parent.mkdir(parents=True)
    tools.python.write_text(f"#!/usr/bin/env python3\n{code}")
    tools.python.chmod(0o755)
    lock = json.dumps({"packages": {"coursekit": {}, "ipython": {}}}).encode()
    monkeypatch.setattr(building, "ready", lambda: tools)
    monkeypatch.setattr(building.python, "archives", lambda *_: {"pyodide-lock.json": lock, "coursekit.zip": b"kit"})


def of(made: dict[str, bytes], name: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(made[name])
    return found


def test_the_kernel_is_the_pages_own_pyodide_with_our_packages_and_no_others(made: dict[str, bytes]) -> None:
    config = of(made, "lab/jupyter-lite.json")["jupyter-config-data"]
    kernel = config["litePluginSettings"]["@jupyterlite/pyodide-kernel-extension:kernel"]
    assert kernel["pyodideUrl"] == "./../_/pyodide-1/pyodide.js"
    assert kernel["disablePyPIFallback"] is True
    options = kernel["loadPyodideOptions"]
    (lock,) = (name for name in made if name.endswith("pyodide-lock.json"))
    assert lock.startswith("_/lab-")
    assert options["lockFileURL"] == f"../{lock}"
    assert options["packages"] == ["coursekit", "ipython"]
    assert options["env"] == {"COURSEKIT_WORK": "/drive/work"}


def test_what_is_kept_has_the_name_of_the_course(made: dict[str, bytes]) -> None:
    config = of(made, "lab/jupyter-lite.json")["jupyter-config-data"]
    names = {config[f"{each}StorageName"] for each in ("contents", "settings", "workspaces")}
    assert len(names) == 3
    assert all(name.startswith("coursekit:lab:The lamp") for name in names)
    assert of(made, "lab/given.json")["kept"] == config["contentsStorageName"]


def test_our_extension_is_in_it_and_each_notebook_has_its_sum(made: dict[str, bytes]) -> None:
    assert [path for path in of(made, "lab/told.json")["federated_extensions"] if path.endswith("coursekit-lesson")]
    notebooks = of(made, "lab/given.json")["notebooks"]
    assert {f"lab/files/{name}" for name in notebooks} == {name for name in made if name.endswith(".ipynb")}
    assert b"enter(" in made["lab/lab/index.html"]


def test_what_the_builder_says_last_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lay(tmp_path, monkeypatch, "import sys; sys.exit('the lamp is out')")
    with pytest.raises(CourseError, match="JupyterLite was not built: the lamp is out"):
        building.build(ROOT, "The lamp", "_/pyodide-1")
