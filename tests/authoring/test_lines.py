"""On which line of a TOML file something stands."""

from __future__ import annotations

import tomllib

from coursekit.authoring.lines import find_lines

TEXT = '''\
top = 1 # a comment with "quotes" and [brackets]
long = """
[not.a.table]
key = "no"
"""
[[set]]
id = "A"
names = [
  "x",  # ]
  "y = 1",
]
[[set.tag]]
id = "A1"
[[set.tag]]
id = "A2"
[[set]]
[[set.tag]]
"odd.key" = {a = 1, b = "]"}
[paragraphs]
p1 = 1
"e1.d" = 2
'''


def test_every_table_and_key_has_its_line() -> None:
    tomllib.loads(TEXT)
    lines = find_lines(TEXT)
    assert lines.of(("top",)) == 1
    assert lines.of(("set", 0, "names")) == 8
    assert lines.of(("set", 0, "tag", 1, "id")) == 15
    assert lines.of(("set", 1, "tag", 0, "odd.key")) == 18
    assert lines.of(("paragraphs", "e1.d")) == 21


def test_words_inside_a_long_string_are_no_table() -> None:
    assert ("not", "a", "table") not in find_lines(TEXT).known
    assert ("key",) not in find_lines(TEXT).known


def test_what_is_absent_has_the_line_of_what_holds_it() -> None:
    assert find_lines(TEXT).of(("set", 1, "tag", 0, "absent")) == 17
    assert find_lines(TEXT).of(("absent",)) == 1
