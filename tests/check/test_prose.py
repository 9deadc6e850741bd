"""Links, pictures, headings, references."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from coursekit.check import prose

if TYPE_CHECKING:
    from pathlib import Path


def messages(found: object) -> list[str]:
    return [message for _, message in found]


@pytest.mark.parametrize(
    "line",
    [
        "[next](01-b.ipynb)",
        "[a part](#part)",
        "[site](https://example.org/a_(b))",
        "[mail](mailto:a@example.org)",
        "[notes](a.md)",
        "![a map of the harbour](map.png)",
        '<img src="map.png" alt="a map">',
        "no link at all",
        "`[x](nowhere.md)` is how a link is written",
        "``` [x](nowhere.md) ```",
        "\\[so\\](nowhere.md)",
        "[so][far]\n\n[far]: a.md",
        "[far][]\n\n[far]: <https://example.org>",
        "[a note][^1]",
        "\\[a\\]\\[b\\]",
        "~~~\n[x](nowhere.md)\n# B\n~~~",
        "    [x](nowhere.md)",
        "| a | b |\n|---|---|\n| [next](01-b.ipynb) | `|` |",
    ],
)
def test_good_links_pass(tmp_path: Path, line: str) -> None:
    for name in ("01-b.md", "a.md", "map.png"):
        (tmp_path / name).touch()
    assert messages(prose.link_faults(enumerate(line.split("\n"), 1), tmp_path)) == []


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("[next](09-z.ipynb)", "link 09-z.ipynb: no such file"),
        ("[x]()", "link (): expected where it leads"),
        ("[x](javascript:alert(1))", "expected one of http, https, mailto"),
        ("[x](data:text/html,hi)", "expected one of http, https, mailto"),
        ("![](map.png)", "expected words for those who can't see it"),
        ("<img src='map.png'>", 'expected alt="what it shows"'),
        ("<IMG SRC='map.png' alt=''>", 'expected alt="what it shows"'),
    ],
)
def test_bad_ones_are_told_with_their_line(tmp_path: Path, line: str, said: str) -> None:
    (tmp_path / "map.png").touch()
    found = list(prose.link_faults([(1, "fine"), (7, line)], tmp_path))
    assert [number for number, _ in found] == [7]
    assert said in found[0][1]


@pytest.mark.parametrize(
    ("lines", "number", "said"),
    [
        (["more of", "[the next", "lesson](09-z.ipynb)"], 2, "link 09-z.ipynb: no such file"),
        (["one", "[so][far] it goes", "and on"], 2, "link [far]: expected a line “[far]: …”"),
        (["one", "and [so", "much][far", "away]"], 2, "link [far away]: expected a line"),
        (["[far][]"], 1, "link [far]: expected a line"),
        (["[so][far]", "", "[far]: 09-z.ipynb"], 1, "link 09-z.ipynb: no such file"),
        (["- a", "- b ![the", "  map](09-z.png)"], 2, "link 09-z.png: no such file"),
        (["![a", "b](map.png) [x](09-z.ipynb)"], 2, "link 09-z.ipynb: no such file"),
        (["<p>", "<img src='map.png'>", "</p>"], 2, 'expected alt="what it shows"'),
        (["| a | b |", "|---|---|", "| [x](09-z.ipynb) | c |"], 3, "link 09-z.ipynb: no such file"),
    ],
)
def test_what_stands_over_several_lines_is_told_where_it_begins(
    tmp_path: Path, lines: list[str], number: int, said: str
) -> None:
    (tmp_path / "map.png").touch()
    ((line, message),) = prose.link_faults(enumerate(lines, 1), tmp_path)
    assert line == number
    assert said in message


def test_headings_in_code_are_none_and_underlined_ones_are() -> None:
    assert messages(prose.heading_faults(enumerate(["# A", "```", "# B", "```"], 1))) == []
    assert messages(prose.heading_faults(enumerate(["# A", "", "B", "==="], 1))) == [
        "heading “B”: only the first has one #"
    ]


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        (["words"], "expected a heading"),
        (["# A", "# B"], "only the first has one #"),
        (["# A", "### C"], "expected at most 2 #"),
        (["## B"], "expected at most 1 #"),
    ],
)
def test_headings_out_of_order_are_told(lines: list[str], said: str) -> None:
    assert any(said in message for message in messages(prose.heading_faults(enumerate(lines, 1))))


def test_headings_may_go_back_up() -> None:
    assert messages(prose.heading_faults(enumerate(["# A", "## B", "### C", "## D"], 1))) == []


def test_references_to_paragraphs_that_are_not_there_are_told() -> None:
    lines = [(1, "It says so (BOX p1, BOX p9; BOX p1-p7)."), (2, "DDR p9 is none of ours."), (3, "BOX e1.d, BOX p1.")]
    found = list(prose.reference_faults(lines, {"BOX"}, {"BOX p1", "BOX e1.d"}))
    assert found == [(1, "BOX p9: no such paragraph"), (1, "BOX p7: no such paragraph")]


@pytest.mark.parametrize("target", ["notes.md", "../sources/README.md", "map.png", "../lessons/01-b.ipynb"])
def test_a_lesson_links_to_nothing_that_its_copies_do_not_have(tmp_path: Path, target: str) -> None:
    found = messages(prose.link_faults([(1, f"[x]({target})")], tmp_path, copied=True))
    assert "a learner's copy has only the other lessons and the exercises beside it" in found[0]


@pytest.mark.parametrize(
    ("target", "there"),
    [
        ("../../lessons/01-b.ipynb", True),
        ("../../lessons/02-c.ipynb", False),
        ("../01-b/01-b.ipynb", True),
        ("../../exercises/01-b/01-b.ipynb", True),
        ("../../lessons/01-b.md", False),
        ("../../sources/README.md", False),
    ],
)
def test_an_exercise_links_to_lessons_and_exercises_as_learners_have_them(
    tmp_path: Path, target: str, *, there: bool
) -> None:
    for name in ("lessons/01-b.md", "solutions/01-b/01-b.md", "solutions/00-a/00-a.md", "sources/README.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).touch()
    found = messages(prose.link_faults([(1, f"[x]({target})")], tmp_path / "solutions" / "00-a", copied=True))
    assert (found == []) == there
