"""From a quoted phrase to the same words in the full text."""

from __future__ import annotations

from coursekit.sources.editions import Edition, Paragraph
from coursekit.sources.guide import quote_ranges
from coursekit.sources.links import find_phrase, links


def editions(guide: str, text: str) -> tuple[Edition, Edition]:
    return (
        Edition("OWL", "guide", (Paragraph("p1", "keeper", guide, quote_ranges(guide)),)),
        Edition("OWL", "text", (Paragraph("p1", "keeper", text),)),
    )


def test_a_phrase_is_found_whatever_signs_the_copy_has() -> None:
    guide, text = editions(
        "He says “never meant to ‘land’” and “self-reliance — so he calls it”.",
        'He said "never meant to "land"", with self-reliance--so he calls it.',
    )
    found = links(guide, text)["p1"]
    said = [(guide.paragraphs[0].text[a:b], text.paragraphs[0].text[c:d]) for a, b, c, d in found]
    assert said == [
        ("never meant to ‘land’", 'never meant to "land"'),
        ("self-reliance — so he calls it", "self-reliance--so he calls it"),
    ]


def test_a_phrase_that_stands_twice_has_no_link() -> None:
    guide, text = editions("Says “the boat” and “the gale”.", "The boat, the boat, the boat; then the gale.")
    assert [text.paragraphs[0].text[link[2] : link[3]] for link in links(guide, text)["p1"]] == ["the gale"]


def test_a_phrase_is_whole_words_in_the_same_case() -> None:
    assert find_phrase("the lamp", "bathe lamp, the lamps, The lamp") == []
    assert find_phrase("the lamp", "by the lamp, bathe lamp") == [(3, 11)]


def test_offsets_are_code_points_also_beyond_the_first_plane() -> None:
    text = "𝔄 “gale” of 𝔅 wind"
    ((start, end),) = find_phrase("gale’ of", text)
    assert text[start:end] == "gale” of"


def test_a_paragraph_that_the_copy_lacks_has_no_links() -> None:
    guide, _ = editions("Says “the boat”.", "")
    assert links(guide, Edition("OWL", "text", ())) == {}
