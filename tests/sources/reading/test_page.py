"""The text of a saved web page."""

from __future__ import annotations

import contextlib
import html
import time

import pytest

from coursekit.sources.reading.found import Unreadable
from coursekit.sources.reading.page import page_text

NOTHING = 0.05  # seconds of work too short to be compared


def lines(markup: str) -> list[str]:
    return [line.strip() for line in page_text(markup).split("\n") if line.strip()]


def test_blocks_are_parted_and_inline_tags_are_not() -> None:
    assert lines("<h1>One</h1><p>Two <b>th</b>ree<br>four</p><ul><li>five<li>six</ul>") == [
        "One", "Two three", "four", "five", "six",
    ]  # fmt: skip


def test_scripts_styles_titles_and_comments_are_no_text() -> None:
    assert lines("<title>T</title><script>a<b>c</script><style>p{}</style><!-- <p>no</p> --><p>yes") == ["yes"]


def test_character_references_are_read_and_space_is_collapsed() -> None:
    assert lines("<p>&ldquo;A&nbsp;b&rdquo;\n   &#8212; &amp;lt; &#x41;</p>") == ["“A\u00a0b” — &lt; A"]


def test_preformatted_text_keeps_its_lines() -> None:
    assert lines("<pre>one\ntwo</pre> <p>three\nfour</p>") == ["one", "two", "three four"]


def test_quotation_elements_get_their_marks() -> None:
    assert lines("<p>He said <q>no</q>.</p>") == ["He said “no”."]


@pytest.mark.parametrize(
    ("markup", "text"),
    [
        ("a < b and 3<4", ["a < b and 3<4"]),
        ("<p title='x > y'>kept</p>", ["kept"]),
        ('<img src="data:' + "A" * 200_000 + '">kept', ["kept"]),
        ("<p>unclosed <b>bold", ["unclosed bold"]),
        ("<!-- never closed <p>x", []),
        ("<script>never closed", []),
        ("<a href='unclosed>kept", ["kept"]),
        ("&#" + "9" * 5000 + ";", [" #" + "9" * 5000 + ";"]),
    ],
)
def test_broken_markup_is_read_as_far_as_it_goes(markup: str, text: list[str]) -> None:
    assert lines(markup) == [each.strip() for each in text]


@pytest.mark.parametrize(
    "piece",
    [
        "<a ",
        "<!--",
        "<!",
        "</",
        '<a b="',
        "<script>",
        "<![CDATA[",
        "<a b='x' ",
        "&",
        "<iframe ",
        '<iframe s="',
        "<iframe '\"",
        "<iframe srcdoc='",
    ],
)
def test_markup_made_to_cost_time_costs_none(piece: str) -> None:
    """Four times as much takes about four times as long; where a parser goes back and forth, it is sixteen times."""
    short, long = (min(cost(piece, length) for _ in range(3)) for length in (250_000, 1_000_000))
    assert long < max(10 * short, NOTHING)


def cost(piece: str, length: int) -> float:
    """Return the work of this process, which other processes do not add to as they add to the time on the wall."""
    begun = time.process_time()
    with contextlib.suppress(Unreadable):
        page_text(piece * (length // len(piece)))
    return time.process_time() - begun


def test_more_tags_than_a_page_has_are_refused() -> None:
    with pytest.raises(Unreadable, match="too much markup"):
        page_text("<p>" * 400_000)


@pytest.mark.parametrize("attribute", ["shadowrootmode=open", 'shadowrootmode="open"', "shadowroot='closed'"])
def test_the_shadow_tree_of_a_component_is_text_and_other_templates_are_not(attribute: str) -> None:
    inner = f"<my-text><template {attribute}><style>p{{}}</style><p>two</p></template></my-text>"
    markup = (
        f"<my-app><template {attribute}><p>one</p>{inner}</template></my-app><template><p>no</p></template><p>three"
    )
    assert lines(markup) == ["one", "two", "three"]


@pytest.mark.parametrize("quote", ['"', "'"])
def test_a_frame_that_holds_its_page_is_text(quote: str) -> None:
    deeper = html.escape("<p>two &amp; more</p>")
    held = html.escape(f'<!DOCTYPE html><body class="a"><p>one</p><iframe srcdoc="{deeper}"></iframe></body>')
    markup = f"<p>zero<iframe class=x sandbox srcdoc={quote}{held}{quote} src=a.html>old browsers</iframe><p>three"
    assert lines(markup) == ["zero", "one", "two & more", "three"]


def test_a_large_frame_is_read_whole() -> None:
    held = html.escape("<p>" + "many words " * 20_000 + "</p><p>the end</p>")
    assert lines(f'<iframe srcdoc="{held}"></iframe>after')[1:] == ["the end", "after"]
