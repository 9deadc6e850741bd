"""The small course with the text itself in place of its calendar."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.sources import Library
from coursekit.sources.numbering import number_text

if TYPE_CHECKING:
    from pathlib import Path

RIGHTS = 'rights = "Made up for tests"\n'


def make_whole(course: Path, siglum: str = "BOX", status: str = "made-up") -> Path:
    """Put the words of a calendar into a text that may be given away, and return its file."""
    paragraphs = Library(course).source(siglum).guide.paragraphs
    folder = course / "sources" / siglum
    (folder / "guide.md").unlink()
    record = folder / "record.toml"
    said = record.read_text(encoding="utf-8")
    assert RIGHTS in said
    record.write_text(said.replace(RIGHTS, f'{RIGHTS}rights_status = "{status}"\n'), encoding="utf-8")
    text = folder / "text.txt"
    text.write_text("\n\n".join(each.text for each in paragraphs), encoding="utf-8")
    lines = record.read_text(encoding="utf-8").splitlines(keepends=True)
    begins = {each.id: " ".join(each.text.split()[:3]) for each in paragraphs}
    heads = "".join(lines).partition("[paragraphs]\n")[0]
    rows = [f'{pid} = {{begins = "{words}"}}\n' for pid, words in begins.items()]
    record.write_text(f"{heads}[paragraphs]\n{''.join(rows)}", encoding="utf-8")
    number_text(course, siglum)
    return text
