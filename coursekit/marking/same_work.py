"""One piece of work handed in by two people: known by its texts or its history, whoever's name stands on it."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime
from typing import TYPE_CHECKING

from coursekit.marking.row import EARLIER, MARKED

if TYPE_CHECKING:
    from coursekit.marking.hand_in import HandIn

LEAST_WORDS = 20  # of one text that nobody else writes by chance
Moment = tuple[str, str, str]

# One person is who a platform says, else a name. Two rows of one name, of which only one has a platform's, are not
# taken for two people. Groups are looked at once, however many files are in them.
SAME_WORK = f"""
WITH own AS (
  SELECT id, exercise, fingerprint, content, who, person, file,
    CASE WHEN person <> '' THEN person ELSE 'name ' || who END AS ident
  FROM row WHERE fingerprint <> '' AND status IN ('{MARKED}', '{EARLIER}')
), first_file AS (
  SELECT exercise, fingerprint, ident, min(file) AS file FROM own GROUP BY exercise, fingerprint, ident
), shared AS (
  SELECT exercise, fingerprint, min(file) AS low, max(file) AS high FROM first_file GROUP BY exercise, fingerprint
), people AS (
  SELECT exercise, fingerprint, count(DISTINCT ident) - 2 AS more, count(DISTINCT content) AS contents FROM own
  GROUP BY exercise, fingerprint HAVING count(DISTINCT ident) > 1
    AND (count(DISTINCT who) > 1 OR count(DISTINCT nullif(person, '')) > 1)
), said AS (
  SELECT own.id, CASE contents WHEN 1 THEN 'the same file as ' ELSE 'the same work as ' END
    || CASE WHEN first_file.file = low THEN high ELSE low END
    || CASE WHEN more > 0 THEN ' and ' || more || ' more' ELSE '' END
    || ', handed in by somebody else: talk to both' AS words
  FROM own JOIN people USING (exercise, fingerprint) JOIN shared USING (exercise, fingerprint)
    JOIN first_file USING (exercise, fingerprint, ident)
)
UPDATE row SET note = said.words || CASE WHEN note = '' THEN '' ELSE '; ' || note END
FROM said WHERE said.id = row.id
"""  # noqa: S608 - nothing from outside is in it


def work_of(given: HandIn) -> str:
    """Return a hash of answers and marks, of the history where nothing was written.

    It is "" where two people could have come to the same by themselves.
    """
    try:
        if _written(given.answers):  # the same texts to the letter, whatever became of the history
            own: list[object] = [given.answers, given.marks]
        elif moments(given):
            own = [given.answers, given.marks, given.history]
        else:
            return ""
        whole = json.dumps(own, sort_keys=True)
    except RecursionError:  # no answer of anybody's
        return ""
    return hashlib.sha256(whole.encode()).hexdigest()


def moments(given: HandIn) -> set[Moment]:
    """Return what the history says was done when, to the thousandth of a second: two people share none by chance."""
    return {moment for entry in given.history if (moment := _moment(entry))}


def _moment(entry: dict[str, object]) -> Moment | None:
    at, what = entry.get("at"), entry.get("what")
    if not isinstance(at, str) or not isinstance(what, str):
        return None
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return None
    # Whole seconds are no journal's; in a year before the course, many machines have the same clock.
    known = when.microsecond and when.year > 2000  # noqa: PLR2004
    return (at, what, str(entry.get("question") or entry.get("task") or "")) if known else None


def _written(value: object) -> bool:
    if isinstance(value, dict):
        return any(map(_written, value.values()))
    if isinstance(value, list):
        return any(map(_written, value))
    return isinstance(value, str) and len(value.split()) >= LEAST_WORDS
