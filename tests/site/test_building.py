"""A site as it is built: the same from the same course, at home at any address, with a place for each thing in it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

import pytest

from coursekit.cli.site import run
from coursekit.site.building import build_site
from coursekit.site.runtime import PYODIDE
from tests.conftest import ROOT, not_run

if TYPE_CHECKING:
    from pathlib import Path

_LEADS = re.compile(r'(?:href|src)="([^"]*)"')


@pytest.fixture
def small(course: Path) -> Path:
    """The small course as one that can be built."""
    if not PYODIDE.is_dir():
        not_run("Pyodide not installed")
    if not (ROOT / "coursekit" / "frontend" / "dist" / "offline.js").is_file():
        not_run("front end not built")
    (course / "coursekit").symlink_to(ROOT / "coursekit")
    (course / "README.md").write_text("# The lamp\n")
    for name in ("course.py", "requirements.txt", ".gitignore"):
        (course / name).write_bytes((ROOT / name).read_bytes())
    return course


def pages(out: Path) -> dict[str, str]:
    return {path.relative_to(out).as_posix(): path.read_text() for path in out.rglob("*.html")}


def test_the_same_course_makes_the_same_site_and_a_changed_one_another(small: Path, tmp_path: Path) -> None:
    one, other, third = (tmp_path / name for name in ("one", "other", "third"))
    build_site(small, one)
    build_site(small, other)
    assert (one / "site.json").read_bytes() == (other / "site.json").read_bytes()
    (small / "README.md").write_text("# The lamp, relit\n")  # which stands on pages, and in no archive
    build_site(small, third)
    assert json.loads((third / "site.json").read_bytes())["version"] not in (one / "index.html").read_text()


def test_a_site_is_at_home_under_any_address(small: Path, tmp_path: Path) -> None:
    build_site(small, tmp_path / "site")
    for path, html in pages(tmp_path / "site").items():
        for link in _LEADS.findall(html):
            assert not link.startswith("/"), path
            if not link.startswith(("#", "data:", "http")):
                assert (tmp_path / "site" / path).parent.joinpath(link.partition("#")[0]).is_file(), (path, link)
    assert "404.html" not in pages(tmp_path / "site")


def test_what_is_due_has_a_page_that_promises_nothing_before_it_is_looked_up(small: Path, tmp_path: Path) -> None:
    build_site(small, tmp_path / "without")
    assert "lessons/review.html" not in pages(tmp_path / "without")
    cell = "```{code-cell} ipython3\nfrom coursekit.lesson import review\nreview()\n```\n"
    (small / "lessons" / "review.md").write_text(f"# Review\n\n[Home](index.ipynb)\n\n{cell}", encoding="utf-8")
    build_site(small, tmp_path / "site")
    page = pages(tmp_path / "site")["lessons/review.html"]
    assert "What is due is looked up as soon as the course is ready." in page
    assert "Nothing is due" not in page
    assert '<a href="../index.html">Home</a>' in page
    assert "review" not in pages(tmp_path / "site")["lessons/00-lamp.html"], "it is none of the lessons in their order"


def test_where_it_is_known_a_site_names_its_address(small: Path, tmp_path: Path) -> None:
    build_site(small, tmp_path / "site", "https://example.org/history/")
    found = pages(tmp_path / "site")
    assert (
        '<link rel="canonical" href="https://example.org/history/lessons/00-lamp.html">'
        in found["lessons/00-lamp.html"]
    )
    assert 'href="https://example.org/history/index.html"' in found["404.html"]
    build_site(small, tmp_path / "path", "/history/")
    found = pages(tmp_path / "path")
    assert "canonical" not in found["lessons/00-lamp.html"]
    assert 'href="/history/index.html"' in found["404.html"]


def test_prose_in_another_language_says_so_and_the_kits_words_do_not(small: Path, tmp_path: Path) -> None:
    build_site(small, tmp_path / "english")
    assert ' lang="de-AT"' not in "".join(pages(tmp_path / "english").values())
    (small / "course.toml").write_text('language = "de-AT"\n')
    build_site(small, tmp_path / "site")
    found = pages(tmp_path / "site")
    for path in ("index.html", "lessons/00-lamp.html"):
        assert ' lang="de-AT"' in found[path]
        assert '<html lang="en">' in found[path]


def test_pages_lead_to_notebooks_where_there_are_some_and_browsers_keep_none_of_them(
    small: Path, tmp_path: Path
) -> None:
    asked = []

    def notebooks(course: str, runtime: str) -> dict[str, bytes]:
        asked.append((course, runtime.startswith("_/pyodide-")))
        return {"lab/lab/index.html": b"lab", "_/lab-1/course.zip": b"course"}

    build_site(small, tmp_path / "site", notebooks=notebooks)
    assert asked == [("The lamp", True)]
    page = (tmp_path / "site" / "lessons" / "00-lamp.html").read_text()
    assert 'href="../lab/lab/index.html?path=lessons/00-lamp.ipynb">Open as a notebook</a>' in page
    assert page.count("/lab/") == 2  # the other carries work across; neither is fetched before it is asked for
    found = json.loads((tmp_path / "site" / "site.json").read_bytes())
    assert not [name for name in found["files"] if "lab" in name.rpartition("/")[0]]
    build_site(small, tmp_path / "site")
    assert "Open as a notebook" not in (tmp_path / "site" / "lessons" / "00-lamp.html").read_text()
    assert not (tmp_path / "site" / "lab").exists()


def test_each_question_and_paragraph_has_its_page(small: Path, tmp_path: Path) -> None:
    build_site(small, tmp_path / "site")
    (path,) = (tmp_path / "site" / "_").glob("*/places.json")
    lesson = "lessons/00-lamp.html"
    names = ("lesson-00", "00-expect", "00-place", "00-where", "00-marks", "BOX-m1", "BOX-p1", "BOX-p2", "BOX-p3")
    assert json.loads(path.read_bytes()) == dict.fromkeys(names, lesson)


@pytest.mark.parametrize("place", ["history", "ftp://example.org/", '/"/', "/a b/", "//", "https:///x/", "/x/?y/"])
def test_what_is_no_place_on_a_server_is_refused(place: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(["--base-path", place])
    assert ended.value.code == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_course_without_a_readme_is_called_as_its_home_page_or_plainly_a_course(small: Path, tmp_path: Path) -> None:
    (small / "README.md").unlink()
    build_site(small, tmp_path / "plain")
    assert "<h1>The course</h1>" in pages(tmp_path / "plain")["index.html"]
    (small / "lessons" / "index.md").write_text("---\ntitle: no\n---\n\n# The lamp, at home\n", encoding="utf-8")
    build_site(small, tmp_path / "home")
    assert "<h1>The lamp, at home</h1>" in pages(tmp_path / "home")["index.html"]
