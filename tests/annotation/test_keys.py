"""An expert's key, and a reader's marks beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from coursekit.annotation.beside import compare
from coursekit.annotation.keys import Key, check_key, load_key, placed
from coursekit.errors import CourseError
from coursekit.sources import Edition, Paragraph

if TYPE_CHECKING:
    from pathlib import Path

KEY = """id = "01-layers"
source = "LOG"
sets = ["TS-X"]
paragraphs = "p1-p2"
prompt = "Mark whose words these are."
about = 3
[[span]]
id = "k1"
paragraph = "p1"
quote = "trimmed the lamp"
tag = ["KEEPER", "CLERK"]
reason = "His own term."
also = "A second reader hears the clerk."
[[span]]
id = "k2"
paragraph = "p2"
quote = "burned true till four"
tag = "KEEPER"
reason = "He saw it."
[[span]]
id = "k3"
paragraph = "p2"
quote = "[sic]"
tag = ["CLERK"]
reason = "Somebody copied."
optional = true
"""
GUIDE = Edition(
    "LOG",
    "guide",
    (
        Paragraph("p1", "keeper", "He “trimmed the lamp” and went below to his books."),
        Paragraph("p2", "keeper", "It “burned true till four” [sic], and the oil was bad."),
    ),
)


@pytest.fixture
def key_file(tmp_path: Path) -> Path:
    path = tmp_path / "01-layers.toml"
    path.write_text(KEY, encoding="utf-8")
    return path


@pytest.fixture
def key(key_file: Path) -> Key:
    return load_key(key_file, "01-layers.toml")


def marked(name: str, tag: str, *places: tuple[str, str], edition: str = "guide") -> dict[str, Any]:
    spans = []
    for paragraph, quote in places:
        text = GUIDE.paragraph(paragraph).text
        start = text.find(quote) if edition == "guide" else 500
        where = {"source": "LOG", "edition": edition, "paragraph": paragraph, "start": start}
        spans.append({**where, "end": start + len(quote), "quote": quote})
    return {"id": name, "source": "LOG", "task": "01-layers", "tag": tag, "comment": "", "spans": spans}


def states(agreement: Any) -> dict[str, str]:
    return {passage.key: passage.state for passage in agreement.passages}


def test_a_key_is_read(key: Key) -> None:
    assert (key.id, key.version, key.edition, key.about) == ("01-layers", 1, "guide", 3)
    assert key.spans[0].tags == ("KEEPER", "CLERK")
    assert key.spans[1].tags == ("KEEPER",)
    assert [span.optional for span in key.spans] == [False, False, True]


def test_each_passage_is_agreed_otherwise_tagged_or_not_marked(key: Key) -> None:
    marks = [marked("a", "CLERK", ("p1", "trimmed the lamp")), marked("b", "CLERK", ("p2", "burned true"))]
    agreement = compare(key, marks, GUIDE)
    assert states(agreement) == {"k1": "agreed", "k2": "other-tag", "k3": "not-marked"}
    assert [passage.yours for passage in agreement.passages] == [("a",), ("b",), ()]
    assert (agreement.found, agreement.of) == (1, 2)


def test_one_defensible_mark_on_a_passage_is_agreement(key: Key) -> None:
    marks = [marked("a", "BOARD", ("p2", "till four")), marked("b", "KEEPER", ("p2", "burned true"))]
    agreement = compare(key, marks, GUIDE)
    assert states(agreement)["k2"] == "agreed"
    assert agreement.passages[1].yours == ("a", "b")


def test_marks_elsewhere_are_extra_and_those_on_an_optional_passage_are_not(key: Key) -> None:
    marks = [marked("a", "KEEPER", ("p1", "his books")), marked("b", "CLERK", ("p2", "[sic]"))]
    agreement = compare(key, marks, GUIDE)
    assert agreement.extra == ("a",)
    assert states(agreement)["k3"] == "agreed"
    assert agreement.found == 0


def test_a_mark_over_two_paragraphs_is_on_both_passages(key: Key) -> None:
    agreement = compare(key, [marked("a", "KEEPER", ("p1", "the lamp”"), ("p2", "It “burned true till"))], GUIDE)
    assert (agreement.found, agreement.of, agreement.extra) == (2, 2, ())


def test_a_mark_in_the_full_text_is_compared_by_its_words(key: Key) -> None:
    agreement = compare(key, [marked("a", "KEEPER", ("p2", "burned ‘true’ till\nfour"), edition="text")], GUIDE)
    assert states(agreement)["k2"] == "agreed"


def test_a_passage_in_the_calendars_own_words_is_met_in_the_full_text_by_its_words_numbers(tmp_path: Path) -> None:
    path = tmp_path / "01-layers.toml"
    path.write_text(KEY.replace('quote = "trimmed the lamp"', 'quote = "his books"\nin_text = "7-8 of 8"'), "utf-8")
    key = load_key(path, "01-layers.toml")
    text = Edition("LOG", "text", (Paragraph("p1", "keeper", "I trimmed the lamp and went to read."),))
    where = {"source": "LOG", "edition": "text", "paragraph": "p1", "start": 28, "end": 35, "quote": "to read"}
    mark = {**marked("a", "KEEPER"), "spans": [where]}
    assert compare(key, [mark], GUIDE, text).found == 1
    assert compare(key, [mark], GUIDE).found == 0
    assert [(text.paragraphs[0].text[s["start"] : s["end"]]) for s in placed(key, text)] == ["to read"]


def test_a_mark_on_everything_is_on_nothing(key: Key) -> None:
    everything = marked("a", "KEEPER", ("p2", "burned true till four " * 20), edition="text")
    assert compare(key, [everything], GUIDE).extra == ("a",)


def test_what_cannot_be_read_is_passed_over(key: Key) -> None:
    bad = [{"id": "x", "spans": [{"source": 3}]}, {"id": "y", "spans": 3}, {"id": "z", "tag": "KEEPER"}]
    assert compare(key, bad, GUIDE).extra == ()


def test_balance_is_one_for_the_key_itself_and_falls_with_marks_at_random(key: Key) -> None:
    both = [marked("a", "KEEPER", ("p1", "trimmed the lamp")), marked("b", "KEEPER", ("p2", "burned true"))]
    assert compare(key, both, GUIDE).balance == 1
    assert compare(key, [], GUIDE).balance == 0
    noise = [marked(str(n), "KEEPER", ("p1", "his books")) for n in range(4)]
    assert compare(key, both + noise, GUIDE).balance == 0.5


def test_agreement_is_plain_data(key: Key) -> None:
    plain = compare(key, [marked("a", "KEEPER", ("p1", "the lamp"))], GUIDE).to_json()
    assert plain["passages"][0] == {"key": "k1", "state": "agreed", "yours": ["a"]}
    assert (plain["extra"], plain["found"], plain["of"]) == ([], 1, 2)


def test_the_key_is_placed_in_the_text(key: Key) -> None:
    shown = placed(key, GUIDE)
    assert [GUIDE.paragraph(span["paragraph"]).text[span["start"] : span["end"]] for span in shown] == [
        "trimmed the lamp",
        "burned true till four",
        "sic",
    ]
    assert set(shown[0]) == {"id", "paragraph", "start", "end", "quote", "tags", "reason", "also", "optional"}


def test_check_names_tags_not_offered_and_words_that_do_not_stand_once(key: Key) -> None:
    other = Edition("LOG", "guide", (Paragraph("p2", "", "burned true till four; burned true till four [sic]"),))
    said = [str(problem) for problem in check_key(key, other, {"KEEPER"})]
    assert said[0] == "01-layers.toml:7: k1: tag: CLERK is not offered in this task"
    assert said[1] == "01-layers.toml:7: k1: quote: expected words that stand once in LOG p1, found 0 places"
    assert said[2] == "01-layers.toml:14: k2: quote: expected words that stand once in LOG p2, found 2 places"
    assert check_key(key, GUIDE, {"KEEPER", "CLERK"}) == []


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ('id = "k2"', 'id = "k1"', ":15: id: expected an id used once here, found “k1” twice"),
        ('tag = "KEEPER"\n', "", ":14: tag: expected a list of texts"),
        ('paragraph = "p1"', 'paragraph = "p1-p2"', ":9: paragraph: expected one paragraph"),
        ("optional = true", "optinal = true", ":26: optinal: expected no such key (did you mean “optional”?)"),
        ("about = 3", "about = 0", ":6: about: expected a whole number from 1 up"),
    ],
)
def test_faults_are_told_with_file_line_and_key(key_file: Path, old: str, new: str, message: str) -> None:
    key_file.write_text(KEY.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(CourseError) as caught:
        load_key(key_file, "key.toml")
    assert str(caught.value).startswith(f"key.toml{message}")
