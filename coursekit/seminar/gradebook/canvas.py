"""Canvas's gradebook (Gradebook, Export), as its `lib/gradebook_exporter.rb` writes it and its importer reads it.

A row “Points Possible” tells of how many points each column is; before it may stand one that says which are hidden.
Columns that Canvas reckons say “(read only)” there. An assignment is called “title (id)”; by the id it is known when
the file comes back. “EX” is somebody excused, “N/A” somebody who does not have the assignment. “Student, Test”, whom
Canvas makes for trying, is nobody.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from coursekit.seminar.gradebook.sheet import Column, Sheet, decimal_sign, number
from coursekit.seminar.headings import FIRST, FULL, LAST, LOGINS, plain

if TYPE_CHECKING:
    from coursekit.seminar.roster import Roster

_TITLE = re.compile(r"(.*\S) \(\d+\)")
_POSSIBLE = "pointspossible"
_ABOUT_PEOPLE = FIRST | LAST | FULL | LOGINS | {"section", "rootaccount"}


def sheet(roster: Roster) -> Sheet:
    """Return Canvas's gradebook as a sheet."""
    table = roster.table
    rows = range(roster.head + 1, len(table.rows))
    possible = next((table.words(row) for row in rows if plain(table.words(row)[0]) == _POSSIBLE), [])
    columns = []
    for at, heading in enumerate(table.words(roster.head)):
        title = _TITLE.fullmatch(heading.strip())
        of = number(possible[at]) if at < len(possible) else None
        if plain(heading) not in _ABOUT_PEOPLE and (title or of is not None):
            columns.append(Column(at, heading.strip(), title[1] if title else heading.strip(), of=of))
    numbers = (
        *possible,
        *(words[c.number] for words in map(table.words, rows) for c in columns if c.number < len(words)),
    )
    return Sheet(roster, tuple(columns), decimal_sign(numbers, "," if table.separator == ";" else "."))
