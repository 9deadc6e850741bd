"""The built front end is made from the source beside it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.conftest import not_run

FRONTEND = Path(__file__).resolve().parents[2] / "coursekit" / "frontend"
DIST = FRONTEND / "dist"
ENTRY = FRONTEND.parent / "cli" / "lab" / "extension" / "coursekit-lesson" / "static" / "remoteEntry.js"
SVG = "http://www.w3.org/2000/svg"  # the name of what is drawn, and no address
LARGEST = {
    "question.js": 76_000,
    "reader.js": 100_000,
    "marking.js": 30_000,
    "hand-in.js": 30_000,
    "site.js": 186_000,
    "room-participant.js": 100_000,
    "room-console.js": 40_000,
    "room-projected.js": 25_000,
}


@pytest.fixture(scope="module")
def rebuilt(node: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The front end built anew."""
    if not (FRONTEND / "node_modules" / "esbuild").is_dir():
        not_run("esbuild not installed (npm ci in coursekit/frontend)")
    out = tmp_path_factory.mktemp("dist")
    done = subprocess.run(
        [node, "build.mjs", "--out", str(out)], cwd=FRONTEND, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    assert done.stderr == ""
    return out


def test_the_bundle_is_in_step_with_its_source(rebuilt: Path) -> None:
    made = {path.name: path.read_bytes() for path in rebuilt.iterdir() if path.is_file()}
    kept = {path.name: path.read_bytes() for path in DIST.iterdir()}
    assert sorted(kept) == sorted(made)
    stale = [name for name in made if made[name] != kept[name]]
    assert not stale, f"run “npm run build” in coursekit/frontend: {', '.join(stale)} differ from their source"


def test_the_extension_is_in_step_with_its_source(rebuilt: Path) -> None:
    made = rebuilt / "extension" / ENTRY.name
    assert made.read_bytes() == ENTRY.read_bytes(), "run “npm run build” in coursekit/frontend: remoteEntry.js differs"


@pytest.mark.parametrize("name", sorted(LARGEST))
def test_a_bundle_stays_small(name: str) -> None:
    assert (DIST / name).stat().st_size < LARGEST[name]


@pytest.mark.parametrize("path", [*sorted(DIST.iterdir()), ENTRY], ids=lambda path: path.name)
def test_a_bundle_asks_no_other_host_for_anything(path: Path) -> None:
    text = path.read_text(encoding="utf-8").replace(SVG, "")
    found = [word for word in ("http://", "https://", "@import", "url(") if word in text]
    assert not found


# What a page's worker shows is HTML; what comes of hostile HTML there is tested in test_site_page.py.
PARSES = FRONTEND / "src" / "site" / "markup.js"


@pytest.mark.parametrize("path", sorted((FRONTEND / "src").rglob("*.js")), ids=lambda path: path.name)
def test_no_source_parses_markup_or_runs_text(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    if path == PARSES:
        text = text.replace("DOMParser", "", 1)  # which runs and loads nothing
    ways = ("innerHTML", "outerHTML", "insertAdjacentHTML", "document.write", "DOMParser", "eval(", "new Function")
    assert not [way for way in ways if way in text]
    assert len(text.splitlines()) <= 300


def test_the_lock_names_versions_and_no_address() -> None:
    lock = json.loads((FRONTEND / "package-lock.json").read_text(encoding="utf-8"))
    assert "://" not in json.dumps(lock)
    wanted = json.loads((FRONTEND / "package.json").read_text(encoding="utf-8"))["devDependencies"]
    for name, version in wanted.items():
        assert version[0].isdigit(), f"{name} is not pinned"
        assert lock["packages"][f"node_modules/{name}"]["version"] == version
        assert lock["packages"][f"node_modules/{name}"]["integrity"].startswith("sha512-")
