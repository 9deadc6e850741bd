"""A notebook is the same from the same words, every time and everywhere."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import nbformat
import pytest

from coursekit.build.notebook import WIDGET_VIEW, from_lesson, name_cells, settle, written
from coursekit.errors import CourseError

if TYPE_CHECKING:
    from pathlib import Path

HEAD = "---\nkernelspec:\n  display_name: My own\n  language: python\n  name: mine\ntitle: A title\n---\n\n"
CELL = "```{code-cell} ipython3\n---\njupyter:\n  source_hidden: true\ntags: [hide-input]\n---\n1 + 1\n```\n"


def lesson(folder: Path, text: str, name: str = "00-a.md") -> Path:
    (folder / name).write_text(HEAD + text, encoding="utf-8")
    return folder / name


def ids(notebook: nbformat.NotebookNode) -> dict[str, str]:
    return {cell["source"]: cell["id"] for cell in notebook.cells}


def test_the_same_text_gives_the_same_bytes(tmp_path: Path) -> None:
    path = lesson(tmp_path, f"# A\n\n{CELL}\n\n# B\n")
    assert written(from_lesson(path)) == written(from_lesson(path))


def test_a_cell_keeps_its_id_when_another_is_put_before_it(tmp_path: Path) -> None:
    before = ids(from_lesson(lesson(tmp_path, f"# A\n\n{CELL}\n\n# B\n")))
    after = ids(from_lesson(lesson(tmp_path, f"New words.\n\n+++\n\n# A\n\n{CELL}\n\n# B\n")))
    assert before.items() <= after.items()


def test_two_cells_with_the_same_words_have_two_ids(tmp_path: Path) -> None:
    notebook = from_lesson(lesson(tmp_path, f"{CELL}\n{CELL}"))
    assert len({cell["id"] for cell in notebook.cells}) == len(notebook.cells) == 2


def test_the_same_words_in_two_lessons_have_two_ids() -> None:
    one, two = [{"cell_type": "code", "source": "1"}], [{"cell_type": "code", "source": "1"}]
    name_cells("00-a", one)
    name_cells("01-b", two)
    assert one[0]["id"] != two[0]["id"]


def test_of_the_head_only_the_title_is_kept(tmp_path: Path) -> None:
    metadata = from_lesson(lesson(tmp_path, "# A\n")).metadata
    assert metadata["title"] == "A title"
    assert metadata["kernelspec"]["name"] == "python3"
    assert metadata["jupytext"] == {"formats": "ipynb,md:myst"}
    assert metadata["language_info"] == {"name": "python"}


def test_code_stays_folded(tmp_path: Path) -> None:
    cell = from_lesson(lesson(tmp_path, CELL)).cells[0]
    assert cell["metadata"] == {"jupyter": {"source_hidden": True}, "tags": ["hide-input"]}


def test_what_differs_from_run_to_run_is_settled(tmp_path: Path) -> None:
    def run(model: str, count: int, at: str) -> str:
        notebook = from_lesson(lesson(tmp_path, CELL))
        notebook.metadata["widgets"] = {"state": {model: {}}}
        notebook.metadata["language_info"] = {"name": "python", "version": "3.11.7"}
        cell = notebook.cells[0]
        cell["metadata"]["execution"] = {"iopub.execute_input": at}
        data = {WIDGET_VIEW: {"model_id": model, "version_major": 2, "version_minor": 0}, "text/plain": "Widget()"}
        cell["outputs"] = [nbformat.v4.new_output("execute_result", data=data, execution_count=count)]
        settle(notebook)
        return written(notebook)

    assert run("aa", 1, "2026-01-01") == run("bb", 7, "2027-02-02")
    assert WIDGET_VIEW in run("aa", 1, "x"), "it counts as an output where notebooks are compared"


def test_letters_are_kept_readable(tmp_path: Path) -> None:
    text = written(from_lesson(lesson(tmp_path, "„Ganz geheim“, сказано.\n")))
    assert "„Ganz geheim“, сказано." in text
    assert json.loads(text)["nbformat_minor"] == 5


def test_a_file_that_is_no_text_is_one_line(tmp_path: Path) -> None:
    (tmp_path / "00-a.md").write_bytes(b"\xff\xfe\x00\x01")
    with pytest.raises(CourseError, match=r"00-a\.md: cannot be read as MyST Markdown"):
        from_lesson(tmp_path / "00-a.md")
