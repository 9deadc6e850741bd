"""What a class copy says of its sources, made from their records where the course says nothing itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coursekit.sources import Library

if TYPE_CHECKING:
    from pathlib import Path

    from coursekit.sources import Record

_TEXT = """# The sources

| Siglum | What it is | Where it is kept | Whose it is | Where it can be seen |
|---|---|---|---|---|
{rows}
{calendars}"""
_CALENDARS = """
## Your own copies

Of {which} you read a *calendar*: what each paragraph says, in other words, with telling phrases quoted between “curly
marks”. If you hold a copy, drop it onto the reader in a lesson, or name its file, a folder or a zip:

```
python3 course.py sources                 # what is here
python3 course.py sources add PATH…       # add your copies
```

From then on the full text stands beside the calendar. Your copy stays in `work/`, which is never shared.
"""


def sources_readme(root: Path) -> str:
    """Return the page: a line for each source, and how a copy is added where there are calendars.

    Raises
    ------
    CourseError
        When a record cannot be read.
    """
    library = Library(root)
    calendars = [siglum for siglum in library.sigla if not library.is_whole(siglum)]
    return _TEXT.format(
        rows="\n".join(_row(library.record(siglum)) for siglum in library.sigla),
        calendars=_CALENDARS.format(which=", ".join(calendars)) if calendars else "",
    )


def _row(record: Record) -> str:
    address = f"<{record.address}>" if record.address else ""
    cells = (record.siglum, record.title, record.reference, record.rights, address)
    return f"| {' | '.join(each.replace('|', '¦') for each in cells)} |"
