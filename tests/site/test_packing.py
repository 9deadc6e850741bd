"""The archives that a page's worker unpacks."""

from __future__ import annotations

import io
import subprocess
import sys
import zipfile
from typing import TYPE_CHECKING

import pytest

from coursekit.errors import CourseError
from coursekit.site import packing
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path


def unpack(content: bytes, folder: Path) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        archive.extractall(folder)


def test_the_same_files_make_the_same_bytes() -> None:
    files = {"b": b"2", "a": b"1"}
    assert packing.packed(files) == packing.packed(dict(reversed(files.items())))


@pytest.mark.usefixtures("this_course")
def test_a_page_gets_no_more_of_the_course_than_a_class_does() -> None:
    made = packing.course(ROOT)
    assert not [name for name in made if name.startswith("solutions/") or "/teaching/" in name]
    assert not [name for name in made if "/quizzes/" in name and not name.endswith(".sealed")]
    assert "lessons/00-what-lies-in-the-box.md" in made


def test_a_package_that_is_not_installed_is_named() -> None:
    with pytest.raises(CourseError, match="no-such-package is not installed"):
        packing.packages(["no-such-package"])


@pytest.mark.slow
def test_a_worker_stands_on_what_is_packed_alone(tmp_path: Path, course: Path, work: Path) -> None:
    """A lesson is opened, and a text added, in a process that has nothing but the archives."""
    unpack(packing.packed(packing.kit(ROOT) | packing.packages(packing.AT_ONCE)), tmp_path / "kit")
    for name, files in packing.late().items():
        unpack(packing.packed(files), tmp_path / "late" / name)
    code = f"""
import json, sys
sys.path[:] = [{str(tmp_path / "kit")!r}, *[each for each in sys.path if "site-packages" not in each]]
fetched = []
def fetch(name):
    fetched.append(name)
    sys.path.insert(1, {str(tmp_path / "late")!r} + "/" + name)
from coursekit.site.late import fetch_with
fetch_with(fetch)
from coursekit.site.worker import Worker
worker = Worker()
cell = 'from coursekit.lesson import ask\\nask("00-place")'
told = json.loads(worker.open("lesson", json.dumps([[0, cell]])))
import fsrs
reviewing = sorted(fetched)
import bs4, pypdf, edtf
print([each["type"] for each in told], reviewing, sorted(fetched))
"""
    done = subprocess.run([sys.executable, "-I", "-c", code], capture_output=True, text=True, check=False, cwd=tmp_path)
    assert done.returncode == 0, done.stderr
    assert done.stdout.strip() == ("['html', 'traits'] ['review', 'typing'] ['copies', 'dates', 'review', 'typing']")


def test_what_two_archives_stand_on_is_in_neither() -> None:
    found = packing.late()
    assert [name for name, files in found.items() if "typing_extensions.py" in files] == ["typing"]
    assert not [name for name in found["review"] if not name.startswith("fsrs/")]


@pytest.mark.usefixtures("this_course")
def test_a_page_that_no_site_has_is_not_packed_and_not_led_to() -> None:
    found = packing.course(ROOT)
    assert "lessons/index.md" in found
    assert "lessons/review.md" in found
    assert not [name for name in found if "practice" in name]
