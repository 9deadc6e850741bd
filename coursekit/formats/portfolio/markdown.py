"""A portfolio as Markdown, with the notes of the argument as footnotes, as Pandoc and others read them."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.formats.portfolio.notes import Mark, Notes
from coursekit.formats.portfolio.page import NUMBERED
from coursekit.html import EMPHASIS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from coursekit.formats.portfolio.gathering import Chapter, Portfolio, Said
    from coursekit.study.quoting import Quoted

_SIGNS = re.compile(r"([\\`*_\[\]<>#|~$&^@])")  # Pandoc takes some for its own that others do not
# What begins a list, to Pandoc also "a)", "(iv)" or "B.".
_BEGINS = re.compile(r"^(\s*)(?:([-+=:])|(\(?(?:\d{1,9}|[A-Za-z]|[ivxlcdm]{1,9}|[IVXLCDM]{1,9}))([.)])(?!\S))")


def markdown(portfolio: Portfolio) -> bytes:
    """Return the file; whatever the learner wrote stays words, and becomes no markup."""
    by = f"{portfolio.title}: {portfolio.learner}" if portfolio.learner else portfolio.title
    lines = [f"# {plain(by)}"]
    if portfolio.argument:
        lines += _argument(portfolio, portfolio.argument)
    for chapter in portfolio.chapters:
        lines += _chapter(chapter)
    lines += ["## The sources", "\n".join(f"- {_note(each.note)}." for each in portfolio.sources)]
    return ("\n\n".join(lines) + "\n").encode()


def plain(words: str) -> str:
    """Return words in one line, so that Markdown takes them for nothing else."""
    line = _literal(" ".join(words.split()))
    return _BEGINS.sub(lambda m: f"{m[1]}\\{m[2]}" if m[2] else f"{m[1]}{m[3]}\\{m[4]}", line)


def _literal(words: str) -> str:
    return _SIGNS.sub(r"\\\1", words)


def _note(words: str) -> str:
    """Return a note of the course's, whose one piece of markup is ``*emphasis*``."""
    pieces = EMPHASIS.split(words)  # every second one is emphasised
    return "".join(f"*{_literal(each)}*" if n % 2 else _literal(each) for n, each in enumerate(pieces))


def _argument(portfolio: Portfolio, said: Said) -> Iterator[str]:
    notes = Notes(portfolio.cited)
    yield "## My argument"
    yield _question(said)
    for line in said.text.splitlines():
        if line.strip():
            pieces = [f"[^{each.number}]" if isinstance(each, Mark) else _kept(each) for each in notes.taken_out(line)]
            yield "".join(pieces).strip()
    if notes.notes:
        yield "\n".join(f"[^{n}]: {_note(note)}" for n, note in enumerate(notes.notes, 1))
        yield NUMBERED


def _kept(piece: str) -> str:
    """Return a piece of a line with the spaces at its ends."""
    before, after = piece[:1].isspace(), piece[-1:].isspace()
    return f"{' ' * before}{plain(piece)}{' ' * (after and bool(piece.strip()))}"


def _chapter(chapter: Chapter) -> Iterator[str]:
    yield f"## {plain(f'{chapter.label}: {chapter.title}')}"
    for said in chapter.said:
        yield _question(said)
        yield from (plain(line) for line in said.text.splitlines() if line.strip())
        rows = [f"- {plain(about)}: {plain(value)}" if about else f"- {plain(value)}" for about, value in said.parts]
        rows += map(_quoted, said.quoted)
        if rows:
            yield "\n".join(rows)
        if said.sure:
            yield f"{plain(said.sure)}."
    if chapter.marked:
        yield "### My marks"
        yield "\n".join(map(_quoted, chapter.marked))


def _question(said: Said) -> str:
    return "\n>\n".join(f"> {plain(line.replace('*', ''))}" for line in said.question.split("\n\n") if line.strip())


def _quoted(each: Quoted) -> str:
    told = f"**{plain(each.tag)}**: " if each.tag else ""
    comment = f". {plain(each.comment)}" if each.comment else ""
    return f"- {told}“{plain(each.words)}” ({plain(each.place)}){comment}"
