"""Links, pictures, headings and paragraph references in an author's prose."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit

from coursekit.check import markdown
from coursekit.places import EXERCISES, LESSONS, SOLUTIONS
from coursekit.sources.record import REFERENCE

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator
    from pathlib import Path

_IMAGE_TAG = re.compile(r"<img\b[^>]*>", re.IGNORECASE)
_ALT = re.compile(r"""\balt\s*=\s*(?:"[^"]+"|'[^']+')""", re.IGNORECASE)
_REFERENCES = re.compile(rf"\b{REFERENCE.pattern}(?![\w.])")
_SAFE = ("http", "https", "mailto")


def link_faults(lines: Iterable[tuple[int, str]], folder: Path, *, copied: bool = False) -> Iterator[tuple[int, str]]:
    """Yield links that lead nowhere and pictures without words.

    Parameters
    ----------
    lines
        Numbered lines of prose.
    folder
        From which relative links are read.
    copied
        Whether learners read a copy in another folder, which has only the other lessons beside it.
    """
    found = markdown.read(lines)
    for link in found.links:
        if link.picture and not link.words.strip():
            yield link.line, f"picture {link.target}: expected words for those who can't see it: ![what it shows](…)"
        if fault := _target(link.target, folder, copied=copied):
            yield link.line, f"link {link.target or '()'}: {fault}"
    for number, name in found.lost:
        yield number, f"link [{name}]: expected a line “[{name}]: …” that says where it leads"
    for number, html in found.html:
        for tag in _IMAGE_TAG.finditer(html):
            if not _ALT.search(tag[0]):
                yield number + html[: tag.start()].count("\n"), 'picture: expected alt="what it shows"'


def _target(target: str, folder: Path, *, copied: bool) -> str:
    parts = urlsplit(target)
    if parts.scheme:
        return "" if parts.scheme.lower() in _SAFE else f"expected one of {', '.join(_SAFE)}, or a file of the course"
    if not target or target.startswith("#"):
        return "" if target[1:] else "expected where it leads"
    path = folder / unquote(parts.path)
    if copied and (path.suffix != ".ipynb" or not _beside_copies(path, folder)):
        return "a learner's copy has only the other lessons and the exercises beside it; link to one, or to a web page"
    # A notebook is made from a text, which is what must be there: beside it, or in the instructor's folder.
    text = path.with_suffix(".md")
    texts = (text, text.parent.parent.parent / SOLUTIONS / text.parent.name / text.name)
    there = path.exists() or (path.suffix == ".ipynb" and any(each.exists() for each in texts))
    return "" if there else "no such file"


def _beside_copies(path: Path, folder: Path) -> bool:
    """Tell whether learners have their copy of a notebook where the link says."""
    if folder.parent.name == SOLUTIONS:  # from where exercises are copied
        return path.resolve().parent in (folder.parents[1] / LESSONS, *_exercise_folders(path, folder))
    return path.parent == folder or EXERCISES in path.parts


def _exercise_folders(path: Path, folder: Path) -> tuple[Path, ...]:
    return (folder.parents[1] / EXERCISES / path.parent.name, folder.parent / path.parent.name)


def heading_faults(lines: Iterable[tuple[int, str]]) -> Iterator[tuple[int, str]]:
    """Yield headings out of order: one of the first level at the top, then no level left out."""
    level = 0
    for heading in markdown.read(lines).headings:
        if heading.level == 1 and level:
            yield heading.line, f"heading “{heading.words}”: only the first has one #"
        elif heading.level > level + 1:
            wanted = f"expected at most {level + 1} #, so that no level is left out"
            yield heading.line, f"heading “{heading.words}”: {wanted}"
        level = max(heading.level, 1)
    if not level:
        yield 1, "expected a heading “# number · title”"


def reference_faults(
    lines: Iterable[tuple[int, str]], sigla: Collection[str], passages: Collection[str]
) -> Iterator[tuple[int, str]]:
    """Yield references such as “LOG p13” to paragraphs that are not there."""
    for number, line in lines:
        for siglum, first, last in _REFERENCES.findall(line):
            if siglum in sigla:
                for end in filter(None, (first, last)):
                    if f"{siglum} {end}" not in passages:
                        yield number, f"{siglum} {end}: no such paragraph"
