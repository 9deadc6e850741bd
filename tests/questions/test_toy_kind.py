"""A kind is one module and one file of the front end: put there, it goes everywhere, and nothing else is changed."""

from __future__ import annotations

import json
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
from playwright.sync_api import expect

from tests.conftest import ROOT, not_run
from tests.frontend.browsing import open_page

if TYPE_CHECKING:
    from playwright.sync_api import Browser

TOY = Path(__file__).with_name("toy")
LEFT_OUT = shutil.ignore_patterns("node_modules", "__pycache__", "dist")


@pytest.fixture(scope="module")
def kit(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the kit, with two files more."""
    root = tmp_path_factory.mktemp("kit")
    shutil.copytree(ROOT / "coursekit", root / "coursekit", ignore=LEFT_OUT)
    shutil.copy(TOY / "verdict.py", root / "coursekit" / "questions" / "kinds")
    shutil.copy(TOY / "verdict.js", root / "coursekit" / "frontend" / "src" / "kinds")
    (root / "01-toy").mkdir()
    shutil.copy(TOY / "exercise.toml", root / "01-toy")
    return root


@pytest.fixture(scope="module")
def through(kit: Path) -> dict[str, Any]:
    done = subprocess.run(
        [sys.executable, str(TOY / "through.py"), str(kit / "01-toy" / "exercise.toml")],
        cwd=kit,
        env={"PYTHONPATH": str(kit)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.stderr == ""
    return dict(json.loads(done.stdout))


def test_it_is_loaded_tried_and_marked(through: dict[str, Any]) -> None:
    assert "verdict" in through["kinds"]
    assert {state for state, _ in through["tries"]} == {"unanswered", "right", "partly", "wrong"}
    assert all(state == found for state, found in through["tries"])
    assert (through["marked"]["state"], through["marked"]["points"], through["half"]) == ("right", 3, 1)


def test_it_is_checked_and_counted(through: dict[str, Any]) -> None:
    assert (through["errors"], through["warnings"]) == ([], [])
    assert through["counts"]["kinds"] == {"verdict": 1}
    assert (through["counts"]["not_choice"], through["counts"]["choices"]["ground"]) == (0, 1)


def test_it_is_shown_with_and_without_a_kernel_and_handed_in(through: dict[str, Any]) -> None:
    assert "it is so" in through["twin"]
    assert "The words that decide." in through["twin"]
    assert (through["view"]["kind"], through["view"]["ground"]["siglum"]) == ("verdict", "LOG")
    assert through["hand-in"] == "3 of 3 points counted here: 1 of 1 parts right."


def test_it_is_drawn(kit: Path, node: str, through: dict[str, Any], browser: Browser) -> None:
    modules = ROOT / "coursekit" / "frontend" / "node_modules"
    if not (modules / "esbuild").is_dir():
        not_run("esbuild not installed (npm ci in coursekit/frontend)")
    frontend = kit / "coursekit" / "frontend"
    (frontend / "node_modules").symlink_to(modules.resolve())
    subprocess.run([node, "build.mjs"], cwd=frontend, check=True, timeout=120)
    page = open_page(browser, frontend / "dist")
    page.evaluate("([view, mark]) => showAny(view, mark)", [through["view"], through["marked"]])
    card = page.locator(".ck-question")
    card.get_by_label("It is so").check()
    card.get_by_label("Nowhere").check()
    card.get_by_role("button", name="Check").click()
    expect(card.locator(".ck-feedback")).to_contain_text("Right: 3 of 3 points. So says the second keeper")
    expect(card.locator(".ck-ground .ck-slot")).to_contain_text("The words that decide.")
    assert page.errors == []  # type: ignore[attr-defined]
    page.context.close()
