"""The list of people, page by page, with how much the case has of each."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import sqlite3

_PAGE = """
SELECT p.id, r.label, p.name,
  (SELECT count(*) FROM statement s
    WHERE s.speaker IN (SELECT id FROM person m WHERE m.id = p.id OR m.same_as = p.id)
    AND s.withdrawn = 0) AS said,
  (SELECT count(*) FROM statement s
    WHERE s.question_by IN (SELECT id FROM person m WHERE m.id = p.id OR m.same_as = p.id)
    AND s.withdrawn = 0) AS asked,
  (SELECT count(*) FROM participant t
    WHERE t.person IN (SELECT id FROM person m WHERE m.id = p.id OR m.same_as = p.id)
    AND t.withdrawn = 0) AS took_part
FROM person p JOIN record r ON r.id = p.id
WHERE p.withdrawn = 0 AND p.same_as IS NULL AND (:wanted = '' OR p.name LIKE :like ESCAPE '!' OR EXISTS (
  SELECT 1 FROM alias a WHERE a.person = p.id AND a.withdrawn = 0 AND a.name LIKE :like ESCAPE '!'))
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
        """WITH same AS (SELECT id, name FROM person WHERE id = :id OR same_as = :id)
        SELECT a.name, r.at FROM alias a JOIN same s ON s.id = a.person JOIN record r ON r.id = a.id
        WHERE a.withdrawn = 0
        UNION ALL SELECT s.name, r.at FROM same s JOIN record r ON r.id = s.id WHERE s.id <> :id
        ORDER BY 2, 1""",
        {"id": person},
    )
    return tuple(dict.fromkeys(name for name, _ in rows))
