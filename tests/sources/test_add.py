"""What the command says of a file, and what it keeps."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from coursekit.cli.sources import run
from coursekit.sources.add import add, add_bytes
from tests.sources.forms import as_pdf
from tests.sources.invented import PARAGRAPHS, TEXT
from tests.sources.reading.test_archive import packed

if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any

    from coursekit.sources.library import Library

CHANGED = TEXT.replace("eleven days", "twelve days")


@pytest.fixture
def here(library: Library, work: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return an empty folder, with the small course as the one that is worked on."""
    monkeypatch.setenv("COURSEKIT_COURSE", str(library.root))
    folder = tmp_path / "mine"
    folder.mkdir()
    monkeypatch.chdir(folder)
    return folder


def put(here: Path, name: str, content: str | bytes) -> str:
    (here / name).write_bytes(content.encode() if isinstance(content, str) else content)
    return name


def asked(capsys: pytest.CaptureFixture[str], *paths: str) -> tuple[int, list[dict[str, Any]]]:
    code = run(["add", "--json", *paths])
    return code, json.loads(capsys.readouterr().out)


def kept(work: Path) -> dict[str, dict[str, str]]:
    path = work / "texts" / "OWL.json"
    return {each["id"]: each for each in json.loads(path.read_text(encoding="utf-8"))["paragraphs"]}


def test_a_whole_copy_is_kept(here: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = asked(capsys, put(here, "x.dat", TEXT))
    assert code == 0
    assert told == [
        {"file": "x.dat", "source": "OWL", "exact": 10, "close": 0, "changed": [], "missing": [], "error": None}
    ]
    assert {pid: each["text"] for pid, each in kept(work).items()} == PARAGRAPHS


def test_a_changed_paragraph_is_kept_flagged_and_told(
    here: Path, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run(["add", put(here, "x.txt", CHANGED)]) == 1
    out = capsys.readouterr().out
    assert "9 exact, 0 close, 1 changed, 0 missing" in out
    assert "changed  p1  differs about word 1 to 8: “We have bread for twelve days, oil for" in out
    assert kept(work)["p1"]["status"] == "changed"
    assert "twelve days" in kept(work)["p1"]["text"]


def test_other_punctuation_is_close(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, (told,) = asked(capsys, put(here, "x.txt", TEXT.replace("oil for", "OIL, for")))
    assert (code, told["exact"], told["close"], told["changed"]) == (0, 9, 1, [])


def test_a_better_earlier_copy_is_kept(here: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(["add", put(here, "good.txt", TEXT)])
    before = (work / "texts" / "OWL.json").read_bytes()
    capsys.readouterr()
    assert run(["add", put(here, "worse.txt", CHANGED)]) == 1
    assert "the earlier, better copy of p1 is kept" in capsys.readouterr().out
    assert (work / "texts" / "OWL.json").read_bytes() == before


def test_a_better_later_copy_and_two_halves_make_a_whole(
    here: Path, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    half = TEXT.index("We have bread")
    asked(capsys, put(here, "a.txt", CHANGED[:half]))
    code, (told,) = asked(capsys, put(here, "b.txt", TEXT[half:]))
    assert (code, told["missing"]) == (0, ["m1", "h1", "e1.d", "e1.a", "e2.d", "e2.a"])
    assert {each["status"] for each in kept(work).values()} == {"exact"}


def test_a_damaged_earlier_copy_is_replaced(here: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (work / "texts").mkdir()
    (work / "texts" / "OWL.json").write_text("torn")
    assert run(["add", put(here, "x.txt", TEXT)]) == 0
    assert "your earlier copy was damaged and is replaced" in capsys.readouterr().out
    assert {each["status"] for each in kept(work).values()} == {"exact"}


def test_an_unknown_file_is_told_with_what_is_known(here: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    quoting = (
        "An essay. " * 40 + "He wrote that the barometer stood at 28.9 in the morning and at 28.4 when I trimmed. " * 2
    )
    code, (told, near) = asked(capsys, put(here, "a.txt", "Nothing of ours. " * 30), put(here, "b.txt", quoting))
    assert code == 1
    assert told["source"] is None
    assert told["error"] == "unknown: text, 510 bytes, 90 words, none of the sources of this course"
    assert near["source"] is None
    assert "nearest is OWL, which shares 1 run of eight words with it" in near["error"]
    assert not (work / "texts").exists()


def test_what_cannot_be_read_costs_one_line_and_the_others_go_on(
    here: Path, work: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with (here / "big.txt").open("wb") as file:
        file.truncate(1_000_000_000)
    put(here, "evil.zip", packed({"good.txt": TEXT.encode(), "../../out.txt": b"x"}))
    put(here, "bomb.zip", packed({"zeros.txt": bytes(12_000_000)}))
    put(here, "noise", bytes(range(256)) * 50)
    put(here, "z.pdf", as_pdf(TEXT))
    names = ["big.txt", "evil.zip", "bomb.zip", "noise", "nowhere.txt"]
    code, told = asked(capsys, *names)
    assert code == 1
    assert [each["file"] for each in told] == names
    assert all(each["error"] and "\n" not in each["error"] and each["source"] is None for each in told)
    assert not (work / "texts").exists()
    code, told = asked(capsys, *names, "z.pdf")
    assert (code, told[-1]["exact"]) == (1, 10)
    assert list((work / "texts").iterdir()) == [work / "texts" / "OWL.json"]
    assert not (here.parent / "out.txt").exists()


def test_members_of_an_archive_are_named_by_both_names(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, told = asked(capsys, put(here, "a.zip", packed({"in/x": TEXT.encode(), "y.txt": b"other words"})))
    assert code == 1
    assert [(each["file"], each["source"]) for each in told] == [("a.zip/in/x", "OWL"), ("a.zip/y.txt", None)]


def test_a_copy_that_cannot_be_kept_is_one_line(here: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (work / "texts").write_text("a file in the way")
    code, (told,) = asked(capsys, put(here, "x.txt", TEXT))
    assert code == 1
    assert "your copy could not be kept" in told["error"]


def test_a_file_that_is_dropped_onto_the_reader_is_taken_like_others(library: Library, tmp_path: Path) -> None:
    (dropped,) = add_bytes(library, "../../my copy.txt", TEXT.encode())
    assert (dropped.to_json()["source"], dropped.to_json()["exact"], dropped.fine) == ("OWL", 10, True)
    assert [each.name for each in library.texts.iterdir()] == ["OWL.json"]
    (big,) = add_bytes(library, "big", bytes(20_000_001))
    assert big.error.startswith("20 MB, at most 20 MB are read")


@pytest.mark.parametrize("arguments", [["add"], ["ad", "x"], ["add", "--yes", "x"], ["fingerprint", "OWL"], ["--yes"]])
def test_wrong_use_is_one_line_and_code_2(here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        run(arguments)
    assert ended.value.code == 2
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert "try --help" in said.err


def test_help_is_no_misuse(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for arguments in (["--help"], ["add", "--help"]):
        with pytest.raises(SystemExit) as ended:
            run(arguments)
        assert ended.value.code == 0
    assert "add your own copies" in capsys.readouterr().out


def test_without_words_it_lists_the_sources_and_own_copies(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run([]) == 0
    assert "OWL   Log of the keeper, North Rock  calendar\n" in capsys.readouterr().out
    run(["add", put(here, "x.txt", CHANGED)])
    capsys.readouterr()
    assert run([]) == 0
    assert "calendar and your copy (9 exact, 1 changed)" in capsys.readouterr().out
    assert run(["--json"]) == 0
    (row,) = json.loads(capsys.readouterr().out)
    assert (row["source"], row["exact"], row["changed"]) == ("OWL", 9, 1)


def test_fingerprints_are_written_by_command(here: Path, library: Library, capsys: pytest.CaptureFixture[str]) -> None:
    path = library.folder("OWL") / "record.toml"
    before = path.read_text(encoding="utf-8")
    assert run(["fingerprint", "OWL", put(here, "x.txt", CHANGED)]) == 0
    assert capsys.readouterr().out == "sources/OWL/record.toml: 10 paragraphs, 221 words\n"
    after = path.read_text(encoding="utf-8")
    assert [a == b for a, b in zip(before.split("\n"), after.split("\n"), strict=True)].count(False) == 1
    assert run(["fingerprint", "OWL", put(here, "x.txt", TEXT)]) == 0
    assert path.read_text(encoding="utf-8") == before


def test_a_page_whose_text_is_not_in_its_file_is_told_what_to_do(library: Library, tmp_path: Path) -> None:
    page = tmp_path / "shell.html"
    page.write_text("<html><body><script src=all.js></script><iframe src=text.html></iframe></body></html>")
    (told,) = add(library, [page])
    assert "what it shows is not in the file: open it, and copy its text to a .txt file" in told.error


def test_an_earlier_copy_that_cannot_be_read_is_not_taken_for_a_damaged_one(
    library: Library, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "whole.txt").write_text(TEXT, encoding="utf-8")
    (first,) = add(library, [tmp_path / "whole.txt"])
    assert first.fine
    assert first.match
    kept = library.copy_path(first.match.record.siglum)
    before = kept.read_bytes()

    read = type(kept).read_text

    def refused(path: Path, **how: str) -> str:
        if path == kept:
            raise PermissionError(13, "Permission denied", str(path))
        return read(path, **how)

    with monkeypatch.context() as locked:
        locked.setattr(type(kept), "read_text", refused)
        (told,) = add(library, [tmp_path / "whole.txt"])
    assert "cannot be read (Permission denied)" in told.error
    assert kept.read_bytes() == before
