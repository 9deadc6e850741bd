"""A portfolio as one HTML file: no script, nothing fetched, to be read in any browser and printed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.formats.portfolio.notes import Mark, Notes
from coursekit.html import Safe, join, prose, tag
from coursekit.seminar.standalone import page as standalone

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursekit.formats.portfolio.gathering import Chapter, Portfolio, Said
    from coursekit.study.quoting import Quoted

NUMBERED = "Paragraphs are numbered as in the course."


def page(portfolio: Portfolio) -> bytes:
    """Return the file."""
    by = f"{portfolio.title}: {portfolio.learner}" if portfolio.learner else portfolio.title
    body: list[Safe] = [tag("h1", by)]
    if portfolio.argument:
        body += _argument(portfolio, portfolio.argument)
    for chapter in portfolio.chapters:
        body += _chapter(chapter)
    sources = [tag("li", prose(f"{each.note}.")) for each in sorted(portfolio.sources, key=lambda each: each.siglum)]
    body += [tag("h2", "The sources"), tag("ul", *sources)]
    return standalone(by, tag("article", *body, class_="paper")).encode()


def _argument(portfolio: Portfolio, said: Said) -> Iterator[Safe]:
    notes = Notes(portfolio.cited)
    yield tag("h2", "My argument")
    yield _question(said)
    for line in said.text.splitlines():
        if line.strip():
            yield tag("p", *(_piece(each) for each in notes.taken_out(line)))
    if notes.notes:
        rows = [tag("li", prose(note), " ", _back(n), id=f"note-{n}") for n, note in enumerate(notes.notes, 1)]
        yield tag("h3", "Notes")
        yield tag("ol", *rows)
        yield tag("p", NUMBERED)


def _piece(piece: str | Mark) -> str | Safe:
    if isinstance(piece, str):
        return piece
    number = piece.number
    link = tag("a", f"{number}", href=f"#note-{number}", id=f"at-{number}", aria_label=f"Note {number}")
    return tag("sup", link)


def _back(number: int) -> Safe:
    return tag("a", "↑", href=f"#at-{number}", aria_label=f"Back to note {number} in the text", class_="back")


def _chapter(chapter: Chapter) -> Iterator[Safe]:
    yield tag("h2", f"{chapter.label}: {chapter.title}")
    for said in chapter.said:
        yield tag("section", _question(said), *_answer(said))
    if chapter.marked:
        yield tag("h3", "My marks")
        yield tag("ul", *(_quoted(each) for each in chapter.marked))


def _question(said: Said) -> Safe:
    lines = [tag("p", tag("em", prose(line)), class_="asked") for line in said.question.split("\n\n") if line.strip()]
    return join(*lines)


def _answer(said: Said) -> Iterator[Safe]:
    for line in said.text.splitlines():
        if line.strip():
            yield tag("p", line)
    if said.parts:
        rows = [tag("li", join(prose(about), ": ") if about else "", value) for about, value in said.parts]
        yield tag("ul", *rows)
    if said.quoted:
        yield tag("ul", *(_quoted(each) for each in said.quoted))
    if said.sure:
        yield tag("p", f"{said.sure}.", class_="quiet said")


def _quoted(each: Quoted) -> Safe:
    told = join(tag("strong", each.tag), ": ") if each.tag else ""
    return tag("li", told, f"“{each.words}” ({each.place})", f". {each.comment}" if each.comment else "")
