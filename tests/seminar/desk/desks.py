"""What a desk of the tests has on it, and what is made there."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coursekit.sessions.desk import Made

if TYPE_CHECKING:
    from coursekit.seminar.desk.teaching import Teaching

COLUMNS = {"The log (77)": 6.0, "Essay (78)": 20.0}
LOG, ESSAY = "grades.csv/5", "grades.csv/6"


def produced(desk: Teaching, what: str, **choices: Any) -> Made:
    found = desk.make(what, choices)
    assert isinstance(found, Made)
    return found
