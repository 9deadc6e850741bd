"""How JupyterLab is set for a learner: quiet, simple, and apart from any other Jupyter on the machine."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from coursekit.cli.lab.copies import write_json

# Each key is a plugin of JupyterLab; these are defaults, which a user may change in its settings.
OVERRIDES: dict[str, dict[str, Any]] = {
    "@jupyterlab/apputils-extension:notification": {"fetchNews": "false", "checkForUpdates": False},
    "@jupyterlab/apputils-extension:sanitizer": {"allowCommandLinker": True},  # the button in a lesson's text
    "@jupyterlab/docmanager-extension:plugin": {
        "autosave": True,
        "autosaveInterval": 30,
        "defaultViewers": {"markdown": "Jupytext Notebook"},
    },
    "@jupyterlab/notebook-extension:tracker": {
        "windowingMode": "none",  # every widget in the page, so that it can be found, printed and jumped to
        "showInputPlaceholder": False,  # folded code leaves nothing behind
        "autoStartDefaultKernel": True,  # no question which kernel
        "scrollPastEnd": False,
    },
    "@jupyterlab/notebook-extension:panel": {
        "toolbar": [
            {
                "name": "run-lesson",
                "command": "notebook:run-all-cells",
                "label": "Run this page",  # a lesson or an exercise: the toolbar is one for both
                "caption": "Show everything on this page, with your answers",
                "rank": 1,
            },
            *({"name": name, "disabled": True} for name in ("cut", "copy", "paste", "insert", "run", "cellType")),
            *({"name": name, "disabled": True} for name in ("interrupt", "restart", "restart-and-run")),
        ],
    },
    "@jupyterlab/application-extension:shell": {"startMode": "single"},
    "@jupyterlab/filebrowser-extension:browser": {"showLastModifiedColumn": False, "sortFileNamesNaturally": True},
}

# Tools for programmers, some of which can spoil a lesson with one click.
DISABLED = (
    "@jupyterlab/application-extension:property-inspector",
    "@jupyterlab/cell-toolbar-extension",
    "@jupyterlab/celltags-extension",
    "@jupyterlab/debugger-extension",
    "@jupyterlab/extensionmanager-extension",
    "@jupyterlab/logconsole-extension",
    "@jupyterlab/terminal-extension",
)

# What another Jupyter, or a hub, left in the environment would reach into ours.
_FOREIGN = ("JUPYTER", "JPY_", "IPYTHON", "PYTHON")


def environment(course: Path, work: Path) -> dict[str, str]:
    """Return the environment in which JupyterLab and its kernels run."""
    jupyter = work / "jupyter"
    inherited = {key: value for key, value in os.environ.items() if not key.startswith(_FOREIGN)}
    return inherited | {
        "COURSEKIT_COURSE": str(course),
        "COURSEKIT_WORK": str(work),
        "JUPYTER_PREFER_ENV_PATH": "0",  # our own folder first, then .venv, then the system's
        "JUPYTER_CONFIG_DIR": str(jupyter / "config"),
        "JUPYTER_DATA_DIR": str(jupyter / "data"),
        "JUPYTER_RUNTIME_DIR": str(jupyter / "runtime"),
        "JUPYTERLAB_SETTINGS_DIR": str(jupyter / "settings"),
        "JUPYTERLAB_WORKSPACES_DIR": str(jupyter / "workspaces"),
        "IPYTHONDIR": str(jupyter / "ipython"),
        "PYTHONNOUSERSITE": "1",
        "PYDEVD_DISABLE_FILE_VALIDATION": "1",
    }


def write(work: Path) -> None:
    """Lay out the folder that JupyterLab reads its settings from."""
    config = work / "jupyter" / "config"
    for name in ("config/custom", "data", "runtime", "settings", "workspaces", "ipython"):
        (work / "jupyter" / name).mkdir(parents=True, exist_ok=True)
    write_json(config / "labconfig" / "default_setting_overrides.json", OVERRIDES)
    write_json(config / "labconfig" / "page_config.json", {"disabledExtensions": dict.fromkeys(DISABLED, True)})
    (config / "custom" / "custom.css").write_text(style(), encoding="utf-8")


def style() -> str:
    """Return the style of JupyterLab around a lesson."""
    # The look of the twins too: before a widget has loaded, nothing else brings it.
    twins = Path(__file__).parents[2] / "frontend" / "dist" / "twin.css"
    own = Path(__file__).with_name("custom.css")
    return "\n".join(path.read_text(encoding="utf-8") for path in (own, twins))
