"""The test verb: everything is run, and what was not is named."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from coursekit.cli import test as verb
from coursekit.cli.testing import steps
from coursekit.cli.testing.results import Results
from tests.conftest import ROOT

if TYPE_CHECKING:
    from pathlib import Path

pytest_plugins = ["pytester"]
REPORT = """<testsuites><testsuite>
<testcase name="a"/><testcase name="b"/>
<testcase name="c"><failure message="no"/></testcase>
<testcase name="d"><error message="no"/></testcase>
<testcase name="e"><skipped message="not run: node not installed"/></testcase>
<testcase name="f"><skipped message="not run: node not installed"/></testcase>
<testcase name="g"><skipped message="for another system"/></testcase>
</testsuite></testsuites>"""


def test_counts_come_from_what_pytest_wrote(tmp_path: Path) -> None:
    (tmp_path / "report.xml").write_text(REPORT, encoding="utf-8")
    results = Results()
    results.read(tmp_path / "report.xml")
    assert results.last_line() == "2 passed, 2 failed, 3 skipped"
    assert results.not_run == {"node not installed": 2, "for another system": 1}


def test_a_report_that_was_never_written_counts_nothing(tmp_path: Path) -> None:
    results = Results()
    results.read(tmp_path / "nothing.xml")
    assert results.last_line() == "0 passed, 0 failed"


@pytest.fixture
def one_step(course: Path, monkeypatch: pytest.MonkeyPatch) -> list[steps.Step]:
    chosen: list[steps.Step] = []
    monkeypatch.setattr(verb, "steps", lambda _root, _scratch, _only, **_: chosen)
    monkeypatch.delenv("CI", raising=False)
    return chosen


def test_a_failing_step_fails_the_whole_and_the_last_line_says_so(
    one_step: list[steps.Step], capfd: pytest.CaptureFixture[str]
) -> None:
    one_step += [
        steps.Step("fine", (steps.PYTHON, "-c", "")),
        steps.Step("broken", (steps.PYTHON, "-c", "raise SystemExit(3)")),
    ]
    assert verb.run([]) == 1
    assert capfd.readouterr().out.splitlines()[-1] == "1 passed, 1 failed"


def test_what_cannot_be_run_is_named_and_no_failure(
    one_step: list[steps.Step], capfd: pytest.CaptureFixture[str]
) -> None:
    one_step.append(steps.Step("front end's packages", ("npm",), missing="node not installed"))
    assert verb.run([]) == 0
    said = capfd.readouterr().out
    assert "not run: node not installed" in said
    assert said.splitlines()[-1] == "0 passed, 0 failed"


def test_with_ci_it_is_a_failure(one_step: list[steps.Step], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("CI", "true")
    one_step.append(steps.Step("front end's packages", ("npm",), missing="node not installed"))
    assert verb.run([]) == 1


@pytest.fixture
def kits(course: Path) -> Path:
    """A course in which the kit is tested, too."""
    (course / "tests" / "cli").mkdir(parents=True)
    (course / "lessons" / "00-lamp.ipynb").touch()
    return course


def test_the_steps_are_all_there_in_order(kits: Path, tmp_path: Path) -> None:
    found = steps.steps(kits, tmp_path, [])
    names = ["ruff", "ruff format", "mypy", "check", "build --check", "notebooks, run and compared", "tests"]
    assert [step.name for step in found] == [*names, f"at least {steps.COVERED} % covered"]
    assert not [step for step in found if step.missing]


def test_one_s_own_loop_leaves_out_what_takes_long_and_names_it(kits: Path, tmp_path: Path) -> None:
    found = steps.steps(kits, tmp_path, [], quick=True)
    assert [step.name for step in found if not step.missing] == ["ruff", "ruff format", "mypy", "check", "tests"]
    left_out = ["build --check", "notebooks, run and compared", f"at least {steps.COVERED} % covered"]
    assert [step.name for step in found if step.missing == "left out by --quick"] == left_out
    tests = next(step for step in found if step.name == "tests").command
    assert "--quick" in tests
    assert "--cov" not in tests


def test_in_a_course_of_one_s_own_only_the_course_is_tested(course: Path, tmp_path: Path) -> None:
    (course / "lessons" / "00-lamp.ipynb").touch()
    found = steps.steps(course, tmp_path, [])
    assert [step.name for step in found] == ["check", "build --check", "notebooks, run and compared", "tests"]
    assert "--cov" not in found[-1].command
    quick = steps.steps(course, tmp_path, [], quick=True)
    assert [step.name for step in quick if not step.missing] == ["check", "tests"]
    assert "--quick" not in quick[-1].command, "an option of the kit's own tests"


def test_what_was_left_out_on_purpose_is_no_failure_anywhere(
    one_step: list[steps.Step], monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    one_step.append(steps.Step("notebooks", ("none",), missing="left out by --quick", left_out=True))
    assert verb.run(["--quick"]) == 0
    assert "notebooks: left out by --quick" in capfd.readouterr().out


PAIR = """import pytest
@pytest.mark.slow
def test_long(): raise AssertionError
def test_page(chromium): raise AssertionError
def test_short(): pass
"""


def test_pytest_names_what_the_loop_leaves_out(pytester: pytest.Pytester) -> None:
    pytester.makeconftest((ROOT / "tests" / "conftest.py").read_text(encoding="utf-8"))
    pytester.makeini("[pytest]\nmarkers =\n  slow\n  browser\n")
    pytester.makepyfile(PAIR)
    done = pytester.runpytest_subprocess("--quick", "-rs", "-p", "no:cacheprovider")
    done.assert_outcomes(passed=1, skipped=2)
    done.stdout.fnmatch_lines_random(
        ["*what drives a browser, left out by --quick", "*marked slow, left out by --quick"]
    )
    pytester.runpytest_subprocess("-m", "slow", "-p", "no:cacheprovider").assert_outcomes(failed=1, deselected=2)


def test_a_test_is_never_tried_again() -> None:
    """A test that passes only sometimes is mended; a second try would hide it."""
    tools = (ROOT / "tests" / "requirements.txt").read_text(encoding="utf-8")
    assert not re.search("rerun|retry|flaky", tools)


def test_with_arguments_only_pytest_is_run_with_them(course: Path, tmp_path: Path) -> None:
    only = steps.steps(course, tmp_path, ["tests/cli", "-k", "main"])
    assert [step.name for step in only] == ["tests"]
    assert only[0].command[-3:] == ("tests/cli", "-k", "main")


def test_no_test_meets_the_learners_work(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COURSEKIT_WORK", "/the/learners")
    monkeypatch.setenv("JUPYTER_TOKEN", "theirs")
    found = steps.environment(tmp_path, tmp_path / "scratch")
    assert found["COURSEKIT_WORK"] == str(tmp_path / "scratch" / "work")
    assert "theirs" not in found.values()
