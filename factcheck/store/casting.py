"""The list of people, page by page, with how much the case has of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.store.standing import families, stands, ways

if TYPE_CHECKING:
    import sqlite3

_ONE = f"(SELECT id FROM {families('person', 'SELECT p.id AS value')})"
"""A person with all records that were found to be the same person."""


def _counted(table: str, listed: str) -> str:
    """What a record of the alias `x` is counted as: itself, or the listed record that stands for it."""
    return f"""count(DISTINCT CASE WHEN x.same_as IS NULL THEN x.id ELSE (
    SELECT w.id FROM {ways(table)} w JOIN {listed} WHERE w.first = x.id) END)"""


_STATEMENTS = _counted("statement", "bench_line b ON b.id = w.id")
_EVENTS = _counted("event", "event_line v ON v.event = w.id")

_PAGE = f"""
SELECT p.id, r.label, p.name,
  (SELECT {_STATEMENTS} FROM statement x WHERE x.speaker IN {_ONE} AND x.withdrawn = 0) AS said,
  (SELECT {_STATEMENTS} FROM statement x WHERE x.question_by IN {_ONE} AND x.withdrawn = 0) AS asked,
  (SELECT {_EVENTS} FROM participant t JOIN event x ON x.id = t.event
    WHERE t.person IN {_ONE} AND t.withdrawn = 0 AND x.withdrawn = 0) AS took_part
FROM person p JOIN record r ON r.id = p.id
WHERE p.withdrawn = 0 AND {stands("person", "p")} AND (:wanted = '' OR EXISTS (
  SELECT 1 FROM person m WHERE m.id IN {_ONE} AND m.name LIKE :like ESCAPE '!') OR EXISTS (
  SELECT 1 FROM alias a WHERE a.person IN {_ONE} AND a.withdrawn = 0 AND a.name LIKE :like ESCAPE '!'))
ORDER BY said + asked + took_part DESC, p.name COLLATE NOCASE, r.number, p.id LIMIT :limit OFFSET :offset
"""


def page(
    db: sqlite3.Connection, wanted: str, offset: int, limit: int
) -> list[tuple[str, str, str, int, int, int]]:
    """People whose name or alias holds the words: (id, label, name, said, asked, took part)."""
    escaped = wanted.strip().replace("!", "!!").replace("%", "!%").replace("_", "!_")
    values = {"wanted": wanted.strip(), "like": f"%{escaped}%", "offset": offset, "limit": limit}
    return db.execute(_PAGE, values).fetchall()


def known(db: sqlite3.Connection) -> tuple[str, ...]:
    """The names of the case's people, other names among them, as a text may mention them."""
    return tuple(
        name
        for (name,) in db.execute(
            """SELECT name FROM person WHERE withdrawn = 0
            UNION SELECT name FROM alias WHERE withdrawn = 0 ORDER BY name"""
        )
    )


def aliases(db: sqlite3.Connection, person: str) -> tuple[str, ...]:
    """A person's other names, those of records found to be the same person among them, each once."""
    rows = db.execute(
        f"""WITH same AS (SELECT m.id, m.name FROM {families("person", "SELECT :id AS value")} f
          JOIN person m ON m.id = f.id)
        SELECT a.name, r.at FROM alias a JOIN same s ON s.id = a.person JOIN record r ON r.id = a.id
        WHERE a.withdrawn = 0
        UNION ALL SELECT s.name, r.at FROM same s JOIN record r ON r.id = s.id WHERE s.id <> :id
        ORDER BY 2, 1""",
        {"id": person},
    )
    return tuple(dict.fromkeys(name for name, _ in rows))
