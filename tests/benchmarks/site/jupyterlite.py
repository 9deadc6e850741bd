"""A JupyterLite site with one notebook that has one ipywidgets button; it asks no other host for anything.

It is built as ``site --with-lab`` builds, less the course: the kernel loads IPython and ipywidgets, compiled
for the Pyodide of the pages edition, which it shares.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path

from coursekit.cli.lite import building, python
from coursekit.cli.lite.tools import ready
from coursekit.errors import CourseError
from coursekit.site.runtime import runtime
from tests.benchmarks.site.visits import Contestant

ROOT = Path(__file__).resolve().parents[3]
CODE = "import ipywidgets\nbutton = ipywidgets.Button(description='press')\nbutton"
RUN = """async () => {
  const book = () => window.jupyterapp?.shell.currentWidget;
  const session = () => book()?.context?.isReady && book().sessionContext;
  const ready = () => session()?.isReady && session().session?.kernel;
  while (!ready()) await new Promise((later) => setTimeout(later, 20));
  await jupyterapp.commands.execute("notebook:run-all-cells");
}"""
BUTTON = Contestant("lite/lab/index.html?path=button.ipynb", ".jp-CodeCell", ".jp-CodeCell", RUN, ".jupyter-button")
OURS = ("course.zip", "coursekit.zip", python.LOCK)


def build(out: Path, site: str) -> bool:
    """Build it beside a site of that name; tell whether that was possible."""
    try:
        tools = ready()
        archives = {name: each for name, each in python.archives(ROOT, tools.extensions).items() if name not in OURS}
        archives[python.LOCK] = python.lock(archives)
        pyodide = next(iter(runtime())).rpartition("/")[0]
        kernel = building.kernel(f"../{site}/{pyodide}", "python", archives[python.LOCK])
        config = building.config("button", "Button", kernel)
        config["jupyter-config-data"]["exposeAppInBrowser"] = True
        made = building.built({"button.ipynb": json.dumps(notebook()).encode()}, config, tools)
    except CourseError as error:
        print(f"not run: {error}", file=sys.stderr)
        return False
    for name, content in (made | {f"python/{name}": each for name, each in archives.items()}).items():
        (out / name).parent.mkdir(parents=True, exist_ok=True)
        (out / name).write_bytes(content)
    return True


def notebook() -> dict[str, object]:
    """Return the notebook."""
    cell = {"cell_type": "code", "id": "one", "metadata": {}, "source": CODE, "outputs": [], "execution_count": None}
    spec = {"kernelspec": {"name": "python", "display_name": "Python"}}
    return {"cells": [cell], "metadata": spec, "nbformat": 4, "nbformat_minor": 5}
