"""A lesson taken apart, with the lines that messages name."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.outline import take_apart

if TYPE_CHECKING:
    from pathlib import Path

LESSON = """---
title: x
---

# A

```{code-cell} ipython3
---
tags: [hide-input]
---
from coursekit.lesson import ask
ask("00-a")
```

````text
+++
```
````

Words.
"""


def parts(tmp_path: Path, text: str):  # noqa: ANN201
    (tmp_path / "a.md").write_text(text, encoding="utf-8")
    return take_apart(tmp_path / "a.md")


def test_cells_carry_their_head_and_the_line_of_their_code(tmp_path: Path) -> None:
    (cell,) = parts(tmp_path, LESSON).cells
    assert (cell.line, cell.head) == (11, "tags: [hide-input]")
    assert cell.source == 'from coursekit.lesson import ask\nask("00-a")'


def test_prose_has_its_line_numbers_and_neither_code_nor_head(tmp_path: Path) -> None:
    said = {words: line for line, words in parts(tmp_path, LESSON).prose if words}
    assert said == {"# A": 5, "Words.": 20}


def test_a_break_inside_a_block_is_found(tmp_path: Path) -> None:
    assert parts(tmp_path, LESSON).breaks_in_fences == (16,)


def test_a_block_that_is_never_closed_is_found(tmp_path: Path) -> None:
    assert parts(tmp_path, "# A\n\n```text\nwords\n").unclosed == 3


def test_a_cell_without_settings(tmp_path: Path) -> None:
    (cell,) = parts(tmp_path, "```{code-cell} ipython3\n1\n```\n").cells
    assert (cell.line, cell.head, cell.source) == (2, "", "1")


def test_a_byte_order_mark_and_windows_line_ends_are_no_matter(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_bytes("\ufeff---\r\ntitle: x\r\n---\r\n# A\r\n".encode())
    found = take_apart(tmp_path / "a.md")
    assert found.head == ("title: x",)
    assert found.prose == ((4, "# A"),)
