"""A lesson's Markdown as prose of a page."""

from __future__ import annotations

import pytest

from coursekit.site.reading import SitePage, address
from coursekit.site.words import prose

HERE = SitePage("lesson", "01-the-box", "lessons/01-the-box.ipynb", ((False, "# 1 · The box"),))
EXERCISE = SitePage("exercise", "01-cards", "exercises/01-cards/01-cards.ipynb", ())
THERE = {"lessons/01-the-box": HERE, "exercises/01-cards": EXERCISE}


def test_the_button_that_runs_a_notebook_is_left_out_with_what_speaks_of_it() -> None:
    run = '<button type="button" data-commandlinker-command="notebook:run-all-cells">Run</button>'
    html = prose(f"# A lamp\n\nIt went out.\n\nPress the button.\n\n{run}", str, set())
    assert html == '<h1 id="a-lamp">A lamp</h1>\n<p>It went out.</p>\n'


def test_a_heading_has_a_name_of_its_own() -> None:
    names: set[str] = set()
    assert 'id="the-lamp"' in prose("## The lamp!", str, names)
    assert 'id="the-lamp-2"' in prose("## The lamp?", str, names)
    assert 'id="part"' in prose("## …", str, names)


@pytest.mark.parametrize("title", ["Sitting 2: The lamp", "Abschnitt 2: Die Lampe"])
def test_the_name_of_a_sitting_stays_when_its_title_is_changed(title: str) -> None:
    assert '<h2 id="sitting-2">' in prose(f"## {title}", str, set())


@pytest.mark.parametrize(
    ("link", "leads"),
    [
        ("../exercises/01-cards/01-cards.ipynb", "../exercises/01-cards.html"),
        ("01-the-box.ipynb#part", "../lessons/01-the-box.html#part"),
        ("../../lessons/01-the-box.ipynb", "../lessons/01-the-box.html"),
        ("https://example.org/x.ipynb", "https://example.org/x.ipynb"),
        ("09-none.ipynb", "09-none.ipynb"),
        ("", ""),
    ],
)
def test_links_between_notebooks_lead_to_pages(link: str, leads: str) -> None:
    assert address(link, HERE, THERE) == leads


def test_a_page_is_called_by_its_first_heading() -> None:
    assert (HERE.title, EXERCISE.title) == ("1 · The box", "01-cards")
