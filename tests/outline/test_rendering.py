"""Authors' Markdown as HTML."""

from __future__ import annotations

from coursekit.outline.rendering import markdown


def test_tables_and_emphasis_are_rendered_and_markup_is_shown_as_typed() -> None:
    found = markdown("| a | b |\n|---|---|\n| *x* | <script>y</script> |\n").markup
    assert "<table>" in found
    assert "<em>x</em>" in found
    assert "&lt;script&gt;y" in found


def test_a_link_that_would_run_something_is_none() -> None:
    assert "<a" not in markdown("[x](javascript:alert(1))").markup
