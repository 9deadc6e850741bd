"""A JupyterHub that gives this course to its learners. How to use it is told in docs/hub.md.

An administrator's own configuration loads this file, then says who may log in and where the course is fetched from.
"""

import re
import sys
import tomllib
from pathlib import Path

c = get_config()  # type: ignore[name-defined]  # noqa: F821 - JupyterHub has it ready

_settings = Path(__file__).parents[3] / "course.toml"
_said = tomllib.loads(_settings.read_text(encoding="utf-8")) if _settings.is_file() else {}
# Named after the title, a changed title would make everybody's work seem gone; so a course may name the folder itself.
_after_title = re.sub(r"\W+", "-", str(_said.get("title", "")).partition(":")[0].casefold()).strip("-")
_folder = str(_said.get("work_folder") or _after_title or "course")
if not re.fullmatch(r"[\w-]+", _folder):
    raise SystemExit(f"{_settings}: work_folder: expected one folder's name, found “{_folder[:20]}”; mend it there")

# The Python that runs the hub has the course's packages too. What it starts sets JupyterLab as for a single learner.
c.Spawner.cmd = [sys.executable, "-P", "-m", "coursekit", "hub"]
c.Spawner.default_url = "/coursekit"
c.Spawner.environment = {
    # Apart from what is fetched, so that nothing that happens to the course can touch what a learner wrote.
    "COURSEKIT_WORK": f"~/{_folder}",
    # A renamed file is one that went and one that came; else nbgitpuller stops at one that a learner deleted.
    "GIT_CONFIG_COUNT": "1",
    "GIT_CONFIG_KEY_0": "diff.renames",
    "GIT_CONFIG_VALUE_0": "false",
}
# A first start lays out JupyterLab's folders; on a slow disk with a class arriving at once that takes a while.
c.Spawner.start_timeout = 120
c.Spawner.http_timeout = 120
c.JupyterHub.bind_url = "http://127.0.0.1:8000"  # for the web server that speaks https to the world
