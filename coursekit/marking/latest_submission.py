"""The SQL that decides which of a learner's hand-ins counts, and whose points changed.

One learner is one name, in small letters, unless a learning platform's export shows that different people handed
in under it: then each is a learner of their own, both count, and both rows say so.
"""

from __future__ import annotations

from coursekit.marking.row import EARLIER, MARKED

_SHARED = f"""
  SELECT who, exercise, count(DISTINCT nullif(person, '')) AS people
  FROM row WHERE status = '{MARKED}' AND who <> '' GROUP BY who, exercise HAVING count(*) > 1
"""  # noqa: S608 - nothing from outside is in it

SETTLE = (
    f"""
CREATE TEMP TABLE rank AS
  SELECT row.id, first_value(row.id) OVER latest AS best, people
  FROM row JOIN ({_SHARED}) USING (who, exercise) WHERE status = '{MARKED}'
  WINDOW latest AS (
    PARTITION BY who, exercise, CASE WHEN people > 1 THEN person ELSE '' END ORDER BY made DESC, file, row.id)
""",  # noqa: S608
    f"""
UPDATE row SET status = '{EARLIER}', note = rank.words || CASE WHEN note = '' THEN '' ELSE '; ' || note END
FROM (
  SELECT rank.id, CASE
    WHEN best.content = own.content THEN 'the same as ' || best.file || ', which counts'
    WHEN best.made = own.made THEN 'made at the same time as ' || best.file || ', which counts: ask which is meant'
    ELSE 'a later one counts: ' || best.file END AS words
  FROM rank JOIN row AS best ON best.id = rank.best JOIN row AS own ON own.id = rank.id WHERE rank.id <> rank.best
) AS rank WHERE rank.id = row.id
""",  # noqa: S608
    f"""
UPDATE row SET note = rank.people || ' people handed in under this name: see who is who'
  || CASE WHEN note = '' THEN '' ELSE '; ' || note END
FROM rank WHERE rank.id = row.id AND people > 1 AND status = '{MARKED}'
""",  # noqa: S608
    f"""
UPDATE row SET note = 'the same person handed in under ' || names || ' names: see which counts'
  || CASE WHEN note = '' THEN '' ELSE '; ' || note END
FROM (
  SELECT person AS own, exercise AS work, count(DISTINCT who) AS names
  FROM row WHERE status = '{MARKED}' AND person <> '' GROUP BY person, exercise HAVING names > 1
) WHERE own = person AND work = exercise AND status = '{MARKED}'
""",  # noqa: S608
)

# Two rows are the same learner's when the name is; where a name stands twice, the platform's person decides.
CHANGES = f"""
WITH then_ AS (
  SELECT *, CASE WHEN count(*) OVER (PARTITION BY learner, exercise) = 1 THEN '' ELSE person END AS which FROM before
), now_ AS (
  SELECT learner, exercise, version, points, of,
    CASE WHEN count(*) OVER (PARTITION BY learner, exercise) = 1 THEN '' ELSE person END AS which
  FROM row WHERE status = '{MARKED}'
)
SELECT then_.learner, then_.exercise, then_.points, now_.points, coalesce(now_.of, then_.of),
  then_.version, coalesce(now_.version, '')
FROM then_ LEFT JOIN now_ USING (learner, exercise, which)
WHERE now_.points IS NULL OR abs(now_.points - then_.points) > 0.001 OR abs(now_.of - then_.of) > 0.001
ORDER BY then_.exercise, then_.learner
"""  # noqa: S608
