"""What of each kind of question goes out, and what is said to be lost."""

from __future__ import annotations

from types import SimpleNamespace
from typing import TYPE_CHECKING, Any

import pytest

from coursekit.dates.human import read_date
from coursekit.formats.questions import carrying
from coursekit.formats.questions.carried import Choice, Matching, NearText, Numerical, Option, Ordering, Pair, Short
from coursekit.formats.questions.carrying import Loss, carry
from coursekit.formats.questions.date_forms import forms
from coursekit.formats.questions.markup import figure, html_of, plain, settled
from coursekit.questions import LibraryShelf, load_quiz

if TYPE_CHECKING:
    from pathlib import Path

HEAD = '[[question]]\nid = "01-lamp"\nprompt = "What *burned*?"\nversion = 3\npoints = 2\nskill = "scope"\n'
PLACE = 'source = "LOG"\nnowhere_feedback = "It is said."\nelsewhere = "Not there."\n'
ACCEPT = '[[question.{0}accept]]\nparagraph = "p2"\nquote = "the oil was bad"\nfeedback = "The keeper."\n'
TWO = '[[question.option]]\ntext = "oil"\nright = true\nfeedback = "So LOG p2."\n'
TWO += '[[question.option]]\ntext = "gas"\nfeedback = "Not yet."\n'
SORT = """
[[question.class]]
id = "seen"
text = "*seen*"
[[question.class]]
id = "told"
text = "told"
[[question.card]]
text = "the lamp"
class = ["told"]
feedback = "He heard of it."
[[question.card]]
text = "the oil"
class = ["seen"]
feedback = "He poured it."
"""
RIGHT = 'feedback = "So it was."\nwrong_feedback = "Look again."\n'
FACTS = {"F1": SimpleNamespace(date="1871", statement="Gas came later.", certainty="print", checked="a book")}
SHELF = LibraryShelf(None, FACTS)


def out(tmp_path: Path, body: str, head: str = HEAD) -> tuple[Any, list[str]]:
    file = tmp_path / "01-lamp.toml"
    file.write_text(head + body, encoding="utf-8")
    found, lost = carry(load_quiz(file)[0], SHELF)
    assert {loss.question for loss in lost} <= {"01-lamp"}
    assert all(loss.whole == (found is None) for loss in lost)
    return found, [loss.why for loss in lost]


def test_one_of_several_with_all_that_it_has(tmp_path: Path) -> None:
    more = 'kind = "single"\nconfidence = true\ncard = ["F1", "F9"]\nrests_on = ["LOG p2", "LOG p3"]\n'
    hints = 'hints = ["Where?", "What?", "How?"]\n'
    ground = f"[question.ground]\n{PLACE}{ACCEPT.format('ground.')}"
    found, lost = out(tmp_path, more + hints + TWO + ground)
    assert found == Choice(
        id="01-lamp",
        version=3,
        skill="scope",
        points=2.0,
        prompt="What *burned*?\n\nFrom outside the documents, 1871: Gas came later. (print, a book)",
        afterwards="See LOG p2, LOG p3.",
        hints=("Where?", "What?", "How?"),
        options=(Option("oil", True, "So LOG p2."), Option("gas", False, "Not yet.")),
        several=False,
    )
    assert lost == [carrying.GROUND, carrying.SURE]


def test_a_warm_up_is_worth_nothing_there_as_here(tmp_path: Path) -> None:
    found, lost = out(tmp_path, 'kind = "multiple"\nmethod = true\npurpose = "warm-up"\n' + TWO)
    assert (found.points, found.several, lost) == (0.0, True, [])


def test_sorting_is_matching_and_several_right_boxes_are_not(tmp_path: Path) -> None:
    found, lost = out(tmp_path, 'kind = "classify"\n' + SORT)
    assert isinstance(found, Matching)
    assert found.boxes == ("seen", "told")
    assert found.pairs == (Pair("the lamp", 1, "He heard of it."), Pair("the oil", 0, "He poured it."))
    assert lost == []
    slip = '[[question.card.slip]]\nclass = "told"\nfeedback = "He was there."\n'
    assert out(tmp_path, 'kind = "classify"\n' + SORT + slip)[1] == [carrying.SLIPS]
    third = '[[question.class]]\nid = "third"\ntext = "else"\n'
    several = third + SORT.replace('class = ["seen"]', 'class = ["seen", "third"]')
    assert out(tmp_path, 'kind = "classify"\n' + several) == (None, [carrying.BOXES])


def test_an_order_and_a_number(tmp_path: Path) -> None:
    items = "".join(f'[[question.item]]\nid = "{each}"\ntext = "the {each}"\n' for each in ("log", "copy", "report"))
    slip = '[[question.slip]]\nbefore = "report"\nafter = "copy"\nfeedback = "It quotes it."\n'
    found, lost = out(tmp_path, f'kind = "order"\n{RIGHT}{items}{slip}')
    assert isinstance(found, Ordering)
    assert found.items == ("the log", "the copy", "the report")
    assert lost == [carrying.SLIPS]
    near = '[[question.near]]\nvalue = 24.49\nfeedback = "Too many."\n'
    found, lost = out(
        tmp_path, f'kind = "number"\nanswer = 24.5\ntolerance = 0.3\nunit = "%"\ndecimals = 1\n{RIGHT}{near}'
    )
    assert isinstance(found, Numerical)
    assert found.prompt == "What *burned*?\n\nA number (%), to 1 decimal."
    assert (figure(float(found.answer)), figure(float(found.tolerance)), len(found.near), lost) == (
        "24.5",
        "0.3",
        1,
        [],
    )


def test_a_plain_date_in_all_its_forms_and_no_stretch_of_time(tmp_path: Path) -> None:
    near = '[[question.near]]\nvalue = "1872"\nfeedback = "The copy."\n'
    vague = '[[question.near]]\nvalue = "1871/1872"\nfeedback = "Too long."\n'
    found, lost = out(tmp_path, f'kind = "date"\naccept = ["1871-11-03"]\n{RIGHT}{near}')
    assert isinstance(found, Short)
    assert found.near == (NearText("1872", "The copy."),)
    assert "3 November 1871" in found.forms
    assert found.prompt.startswith("What *burned*?\n\nWrite 1789-07-14")
    assert lost == []
    assert out(tmp_path, f'kind = "date"\naccept = ["1871-11-03"]\n{RIGHT}{vague}')[1] == [carrying.SLIPS]
    stretch = f'kind = "date"\naccept = ["1871-11-03", "[1871-11-03..1871-11-04]"]\n{RIGHT}'
    assert out(tmp_path, stretch) == (None, [carrying.STRETCH])


def test_pointing_and_whatever_else_is_known_only_here_stays(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert out(tmp_path, f'kind = "evidence"\n{PLACE}{ACCEPT.format("")}') == (None, [carrying.POINTING])
    monkeypatch.setattr(carrying, "REASONS", {})
    assert out(tmp_path, f'kind = "evidence"\n{PLACE}{ACCEPT.format("")}') == (None, [carrying.OTHER])
    assert Loss("01-lamp", "why") != Loss("01-lamp", "why", whole=True)


@pytest.mark.parametrize("edtf", ["1871-11-03", "1871-05-12", "1871-12", "1871-05", "1871", "1871-12~", "1871~"])
def test_every_form_reads_as_the_date_and_the_first_is_edtf(edtf: str) -> None:
    found = forms(edtf)
    assert found[0] == edtf
    assert {read_date(form) for form in found} == {edtf}
    assert len(set(found)) == len(found)


@pytest.mark.parametrize("edtf", ["", "1871?", "1871/1872", "[1871..1872]", "../1871", "187X", "1871-21", "1871-13"])
def test_no_other_date_has_forms(edtf: str) -> None:
    assert forms(edtf) == ()


def test_prose_becomes_paragraphs_and_emphasis_and_nothing_else() -> None:
    assert html_of("") == ""
    assert html_of("*one* <b>\n\ntwo & *3") == "<p><em>one</em> &lt;b&gt;</p><p>two &amp; *3</p>"
    assert settled(" a\r\n \r\n\r\nb\x00\ufffe ") == "a\n\nb\ufffd\ufffd"
    assert settled(settled("a\n\n\nb\rc")) == settled("a\n\n\nb\rc") == "a\n\nb\nc"
    assert plain("*one*\n\ntwo  three") == "one two three"
    assert [figure(each) for each in (0, 1, -50, 100 / 3, 2.25)] == ["0", "1", "-50", "33.3333333", "2.25"]
