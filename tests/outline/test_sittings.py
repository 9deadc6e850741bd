"""How a lesson is cut. The same cases are read by the layout (``tests/frontend/layout-plan.test.mjs``)."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from coursekit.outline import Outline, outline, take_apart

CASES: list[dict[str, Any]] = json.loads(Path(__file__).with_name("cases.json").read_text(encoding="utf-8"))


def written(cells: list[list[str]]) -> str:
    """Return cells as a lesson's text."""
    parts = [f"```{{code-cell}} ipython3\n{source}\n```" if kind == "code" else source for kind, source in cells]
    return "\n\n+++\n\n".join(parts) + "\n"


def cut(tmp_path: Path, text: str) -> Outline:
    path = tmp_path / "07-pier.md"
    path.write_text(text, encoding="utf-8")
    return outline(take_apart(path))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["name"])
def test_a_lesson_is_cut_as_its_marks_say(case: dict[str, Any], tmp_path: Path) -> None:
    found = cut(tmp_path, written(case["cells"]))
    assert (len(found.head), found.marked) == (case["head"], case["marked"])
    assert [
        {
            "number": each.number,
            "title": each.title,
            "goal": each.goal,
            "minutes": each.minutes,
            "steps": [[step.title, len(step.parts)] for step in each.steps],
            "questions": each.questions,
            "tasks": each.tasks,
        }
        for each in found.sittings
    ] == case["sittings"]


def test_code_parts_prose_as_a_break_does(tmp_path: Path) -> None:
    cells = [each for case in CASES[:1] for each in case["cells"]]
    text = written(cells)
    without = text.replace("```\n\n+++\n\n", "```\n\n").replace("\n\n+++\n\n```", "\n\n```")
    assert without.count("+++") < text.count("+++")
    one, other = cut(tmp_path, text), cut(tmp_path, without)
    assert [len(step.parts) for each in one.sittings for step in each.steps] == [
        len(step.parts) for each in other.sittings for step in each.steps
    ]


def test_a_sitting_is_found_by_its_number(tmp_path: Path) -> None:
    found = cut(tmp_path, "## Sitting 4: The pier\n")
    assert found.sitting(4) is found.sittings[0]
    assert found.sitting(1) is None
