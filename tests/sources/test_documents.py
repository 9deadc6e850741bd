"""The four documents of the course, in every form in which a copy of them may come."""

from __future__ import annotations

import json
import re
import time
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.sources.reading.decode import read_bytes
from coursekit.sources.recognise import recognise
from tests.sources.conftest import FILES
from tests.sources.forms import ENCODINGS, FORMS, as_page, as_pdf, blocks

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sources.recognise import Match
    from coursekit.sources.record import Record

SIGLA = tuple(FILES)


def found(data: bytes, records: list[Record], name: str = "no name") -> dict[str, Match]:
    """Return the sources found in a file, whatever it is called."""
    return {match.record.siglum: match for match in recognise(read_bytes(data, name)[1], records).matches}


def states(match: Match) -> dict[str, list[str]]:
    return {status: match.ids(status) for status in ("close", "changed", "missing") if match.ids(status)}


def test_every_paragraph_of_the_course_has_a_fingerprint(records: list[Record]) -> None:
    assert {record.siglum: len(record.ids) for record in records} == {"LET": 28, "KLO": 50, "CAT": 64, "YUD": 18}
    assert all(print_.words and print_.sha256 for record in records for print_ in record.paragraphs)


@pytest.mark.parametrize("siglum", SIGLA)
@pytest.mark.parametrize("form", FORMS)
def test_every_form_gives_every_paragraph_exact(
    siglum: str, form: str, records: list[Record], texts: dict[str, str]
) -> None:
    matches = found(FORMS[form](texts[siglum]).encode(), records)
    assert list(matches) == [siglum]
    assert states(matches[siglum]) == {}


@pytest.mark.parametrize("siglum", SIGLA)
@pytest.mark.parametrize("encoding", ENCODINGS)
def test_every_encoding_gives_every_paragraph_exact(
    siglum: str, encoding: str, records: list[Record], texts: dict[str, str]
) -> None:
    matches = found(ENCODINGS[encoding](texts[siglum]), records)
    assert states(matches[siglum]) == {}


@pytest.mark.parametrize("siglum", SIGLA)
def test_a_printed_copy_gives_every_paragraph_exact(siglum: str, records: list[Record], texts: dict[str, str]) -> None:
    matches = found(as_pdf(texts[siglum]), records)
    assert list(matches) == [siglum]
    assert states(matches[siglum]) == {}


def test_markdown_gives_every_paragraph_exact(records: list[Record], texts: dict[str, str]) -> None:
    for siglum, text in texts.items():
        marked = text.replace("•", "*").replace("&", "&amp;").replace("—", "&mdash;")
        assert states(found(marked.encode(), records, "copy.md")[siglum]) == {}


def test_a_file_with_all_four_gives_each(records: list[Record], texts: dict[str, str]) -> None:
    matches = found("\n\n".join(texts.values()).encode(), records)
    assert list(matches) == list(SIGLA)
    assert all(states(match) == {} for match in matches.values())


def test_what_two_documents_share_counts_for_the_one_that_is_there(
    records: list[Record], texts: dict[str, str]
) -> None:
    """The abstract on the letter's page is word for word that of the catalogue."""
    for siglum in ("LET", "CAT"):
        assert list(found(texts[siglum].encode(), records)) == [siglum]
    both = found(
        (texts["CAT"] + "\n\n" + texts["LET"].replace("Khruschev reports", "Khrushchev reports")).encode(), records
    )
    assert states(both["LET"]) == {"changed": ["m5"]}
    assert states(both["CAT"]) == {}


def test_some_pages_of_a_document_are_recognised(records: list[Record], texts: dict[str, str]) -> None:
    parts = blocks(texts["KLO"])
    match = found("\n\n".join(parts[20:30]).encode(), records)["KLO"]
    assert len(match.ids("exact")) >= 8
    assert match.ids("changed") == ["p15"]  # cut by the end of the page
    assert "ends early" in match.taken["p15"].where
    assert "p1" in match.ids("missing")


@pytest.mark.parametrize("siglum", SIGLA)
@pytest.mark.parametrize("form", ["as it is", "web page", "60 columns, hyphenated", "pages with titles and numbers"])
def test_one_word_changed_is_told_for_that_paragraph_alone(
    siglum: str, form: str, records: list[Record], texts: dict[str, str]
) -> None:
    record = next(record for record in records if record.siglum == siglum)
    intact = found(texts[siglum].encode(), records)[siglum]
    for print_ in record.paragraphs[:: 3 if form == "as it is" else 9]:
        words = intact.taken[print_.id].text.split()
        changed = one_word_changed(texts[siglum], words, len(words) // 2)
        if changed is None:  # the paragraph is cut here, or stands twice
            continue
        match = found(FORMS[form](changed).encode(), records)[siglum]
        assert states(match) == {"changed": [print_.id]}
        assert "Quixotic" in match.taken[print_.id].text
        assert match.taken[print_.id].where


def one_word_changed(text: str, words: list[str], at: int) -> str | None:
    """Put another word for one word of a paragraph, found by the words round it."""
    around = [re.escape(word) for word in words[max(0, at - 6) : at + 6]]
    place = list(re.finditer(r"[\s*]+".join(around), text))
    if len(place) != 1 or not words[at].isalpha():
        return None
    inner = re.search(rf"(?<![^\W_]){re.escape(words[at])}(?![^\W_])", place[0][0])
    start = place[0].start() + inner.start() if inner else -1
    return None if start < 0 else f"{text[:start]}Quixotic{text[start + len(words[at]) :]}"


@pytest.mark.parametrize("siglum", SIGLA)
def test_a_lost_paragraph_is_missing_and_nothing_else_is(
    siglum: str, records: list[Record], texts: dict[str, str]
) -> None:
    tried = 0
    for pid, taken in list(found(texts[siglum].encode(), records)[siglum].taken.items())[::2]:
        words = [re.escape(word) for word in taken.text.split()]
        place = list(re.finditer(r"(?m)^[^\w\n“(\[]*" + r"[\s*<>]+".join(words) + r"[*>]*[ \t]*$", texts[siglum]))
        if len(place) == 1:
            tried += 1
            lost = texts[siglum][: place[0].start()] + texts[siglum][place[0].end() :]
            assert states(found(lost.encode(), records)[siglum]) == {"missing": [pid]}
    assert tried >= 6


def test_of_three_like_dates_the_right_one_is_missing(records: list[Record], texts: dict[str, str]) -> None:
    parts = texts["CAT"].split("  • July 18, 1960\n\n")
    assert len(parts) == 4
    for at, pid in enumerate(("e11.d", "e12.d", "e13.d")):
        date = "  • July 18, 1960\n\n"
        lost = parts[0]
        for n, part in enumerate(parts[1:]):
            lost += ("" if n == at else date) + part
        assert states(found(lost.encode(), records)["CAT"]) == {"missing": [pid]}


def test_all_four_are_known_within_two_seconds(records: list[Record], texts: dict[str, str]) -> None:
    begun = time.process_time()
    for text in texts.values():
        found(text.encode(), records)
    assert time.process_time() - begun < 2


def test_the_command_takes_a_folder_an_archive_a_page_and_a_print(
    documents: Path, texts: dict[str, str], tmp_path: Path, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from coursekit.cli.sources import run

    with zipfile.ZipFile(tmp_path / "two.zip", "w") as made:
        made.write(documents / FILES["LET"], "in/one")
        made.writestr("two.htm", as_page(texts["YUD"]))
    (tmp_path / "three").write_bytes(as_pdf(texts["CAT"]))
    assert run(["add", "--json", str(documents), str(tmp_path / "two.zip"), str(tmp_path / "three")]) == 0
    told: list[dict[str, Any]] = json.loads(capsys.readouterr().out)
    assert [(each["source"], each["exact"]) for each in told] == [
        ("LET", 28), ("KLO", 50), ("CAT", 64), ("YUD", 18), ("LET", 28), ("YUD", 18), ("CAT", 64),
    ]  # fmt: skip
    assert all(each["error"] is None and not each["changed"] + each["missing"] for each in told)
    assert sorted(each.name for each in (work / "texts").iterdir()) == ["CAT.json", "KLO.json", "LET.json", "YUD.json"]
