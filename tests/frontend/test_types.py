"""The front end's types and its lint: strict, and both clean."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from tests.conftest import not_run

FRONTEND = Path(__file__).resolve().parents[2] / "coursekit" / "frontend"
TOOLS = {"typescript": ["tsc", "-p", "."], "@biomejs/biome": ["biome", "lint", "--error-on-warnings"]}


@pytest.mark.parametrize("package", TOOLS)
def test_nothing_is_found(node: str, package: str) -> None:
    if not (FRONTEND / "node_modules" / package).is_dir():
        not_run(f"{package} not installed (npm ci in coursekit/frontend)")
    name, *given = TOOLS[package]
    tool = (FRONTEND / "node_modules" / ".bin" / name).resolve()
    done = subprocess.run(
        [node, str(tool), *given], cwd=FRONTEND, capture_output=True, text=True, timeout=240, check=False
    )
    assert done.returncode == 0, (done.stdout + done.stderr)[-6000:]
