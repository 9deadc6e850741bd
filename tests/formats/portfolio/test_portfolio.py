"""A learner's portfolio: what is in it and what is not; as a page, as Markdown, by the command line."""

from __future__ import annotations

import json
from html.parser import HTMLParser
from typing import TYPE_CHECKING, Any

import pytest
from markdown_it import MarkdownIt

from coursekit.authoring.settings import FILE as SETTINGS
from coursekit.cli import main
from coursekit.course import Course
from coursekit.formats.portfolio.gathering import gather
from coursekit.formats.portfolio.markdown import markdown, plain
from coursekit.formats.portfolio.page import page
from coursekit.journal import Journal
from coursekit.sources.citing import NAME, check_citation
from coursekit.study.quoting import MOST_WORDS
from tests.sittings import cut

if TYPE_CHECKING:
    from pathlib import Path

EVIL = '<script>alert(1)</script> *x* [a](javascript:b) "q" (BOX p1)'
CITE = """
note = "Harbour master, letter, 1893"
short = "Harbour master, letter"
type = "manuscript"
title = "A letter"
issued = "1893"
[[author]]
family = "Ost"
"""


@pytest.fixture
def journal(course: Path, work: Path) -> Journal:
    cut(course)
    (course / "sources" / "BOX" / NAME).write_text(CITE, encoding="utf-8")
    (course / "README.md").write_text("# The *lamp*\n", encoding="utf-8")
    kept = Journal(work / "journal.jsonl")
    span: dict[str, Any] = {"source": "BOX", "edition": "guide", "paragraph": "p3", "start": 0, "end": 200}
    span |= {"quote": "word " * 40, "prefix": "", "suffix": ""}
    told = (
        ("00-expect", {"text": EVIL}),
        ("00-place", {"choice": "b", "confidence": 80}),
        ("00-where", {"spans": [span]}),
    )
    for name, answer in told:
        kept.append("answer", question=name, version=1, answer=answer, checked=True)
        kept.append("mark-shown", question=name, version=1, state="wrong", points=0)
    mark = {"id": "1" * 32, "source": "BOX", "task": "00-marks", "tag": "SAID", "comment": EVIL, "spans": [span]}
    kept.append("annotate", annotation=mark)
    kept.append("named", learner="Ada <b>")
    return kept


class Tags(HTMLParser):
    def __init__(self, text: str) -> None:
        super().__init__()
        self.met: list[tuple[str, dict[str, Any]]] = []
        self.words = ""
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.met.append((tag, dict(attrs)))

    def handle_data(self, data: str) -> None:
        self.words += data


def test_what_was_written_chosen_and_marked_is_in_it(journal: Journal, course: Path, work: Path) -> None:
    found = gather(Course(course, work), "The lamp")
    (chapter,) = found.chapters
    assert [each.text or each.parts or each.quoted[0].place for each in chapter.said] == [
        EVIL,
        (("", "the harbour master's year"),),
        "BOX p3",
    ]
    assert chapter.said[1].sure == "80 % sure"
    assert len(chapter.said[2].quoted[0].words.split()) == MOST_WORDS + 1, "short, and its dots"
    assert [(each.place, each.comment) for each in chapter.marked] == [("BOX p3", EVIL)]
    assert found.argument is None, "a prediction is none"
    assert found.learner == "Ada <b>"


def test_the_page_holds_no_markup_of_theirs_no_script_and_no_verdict(
    journal: Journal, course: Path, work: Path
) -> None:
    read = Tags(page(gather(Course(course, work), "The lamp")).decode())
    assert not {"script", "img", "iframe", "link", "b"} & {name for name, _ in read.met}
    assert {"default-src 'none'"} <= {str(attrs.get("content", "")).partition(";")[0] for _, attrs in read.met}
    assert read.words.count(EVIL) == 2
    for foreign in ("The harbour master wrote of 1893", "Not right", "copyist's own year"):
        assert foreign not in read.words


def test_in_markdown_it_stays_words(journal: Journal, course: Path, work: Path) -> None:
    text = markdown(gather(Course(course, work), "The lamp")).decode()
    read = Tags(MarkdownIt("commonmark", {"html": True}).render(text))
    assert not {"script", "a", "b"} & {name for name, _ in read.met}
    assert read.words.count(EVIL) == 2


@pytest.mark.parametrize(
    ("words", "written"),
    [
        ("a) first", r"a\) first"),
        ("(iv) fourth", r"(iv\) fourth"),
        ("1. one", r"1\. one"),
        ("- dash", r"\- dash"),
        ("see @ost, 2^10", r"see \@ost, 2\^10"),
        ("A.B. Ost", "A.B. Ost"),
    ],
)
def test_what_pandoc_takes_for_its_own_stays_words_too(words: str, written: str) -> None:
    assert plain(words) == written


def test_the_command_writes_four_files(journal: Journal, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "mine.html"
    assert main.main(["export", "portfolio", "--out", str(out)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{out}: 3 answers and 1 mark",
        "beside it: mine.md, mine.csl.json, mine.bib",
    ]
    assert json.loads((tmp_path / "mine.csl.json").read_bytes())[0]["id"] == "BOX"
    assert "@unpublished{BOX," in (tmp_path / "mine.bib").read_text(encoding="utf-8")
    assert main.main(["export", "portfolio", "--out", str(tmp_path / "mine.pdf")]) == 2
    assert main.main(["export", "portfolio", "--out", str(out)]) == 0, "its own files it writes anew"


def test_what_lies_beside_under_the_same_name_is_not_written_over(
    journal: Journal, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    own = tmp_path / "essay.md"
    own.write_text("mine", encoding="utf-8")
    assert main.main(["export", "portfolio", "--out", str(tmp_path / "essay.html")]) == 1
    assert capsys.readouterr().err.startswith(f"{own}: is there already")
    assert [path.name for path in tmp_path.glob("essay*")] == ["essay.md"]
    assert own.read_text(encoding="utf-8") == "mine"


def test_it_is_called_as_the_course_calls_itself(journal: Journal, course: Path, tmp_path: Path) -> None:
    (course / SETTINGS).write_text('title = "The lamp, anew"\n', encoding="utf-8")
    assert main.main(["export", "portfolio", "--out", str(tmp_path / "mine.html")]) == 0
    assert (tmp_path / "mine.md").read_text(encoding="utf-8").startswith("# The lamp, anew: ")


def test_where_nothing_was_done_it_says_so(course: Path, work: Path, capsys: pytest.CaptureFixture[str]) -> None:
    cut(course)
    assert main.main(["export", "portfolio", "--out", str(work / "mine.html")]) == 1
    assert "nothing is there yet" in capsys.readouterr().err


def test_how_a_source_is_cited_is_checked(course: Path) -> None:
    folder = course / "sources" / "BOX"
    assert check_citation(folder, "BOX") == []
    (folder / NAME).write_text(CITE.replace('"1893"', '"last year"').replace("family", "name"), encoding="utf-8")
    said = " ".join(str(problem) for problem in check_citation(folder, "BOX"))
    assert "issued" in said
    assert "family" in said
