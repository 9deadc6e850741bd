"""A course of one's own, made once for what only looks at it, and anew for what changes it."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from coursekit.cli.own.courses import make_course
from coursekit.cli.own.said import Said
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture(scope="session")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A new course as `new` writes it, before its notebooks are made; not to be changed."""
    folder = tmp_path_factory.mktemp("own") / "made"
    make_course(folder, Said(), ROOT)
    return folder


@pytest.fixture
def mine(made: Path, tmp_path: Path, work: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of its course files, to be changed; the one that ``coursekit`` works on."""
    folder = tmp_path / "mine"
    shutil.copytree(made, folder, ignore=shutil.ignore_patterns("coursekit"))
    monkeypatch.setenv("COURSEKIT_COURSE", str(folder))
    return folder
