"""Labels: `S12`, `S12.C3`, `E7b`. A number is given once, to the next free one, and never again."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.core.entities import ENTITIES
from factcheck.errors import FactcheckError
from factcheck.store import bates, replica

if TYPE_CHECKING:
    import sqlite3

_LABEL = re.compile(r"([A-Z])([1-9][0-9]{0,8})([a-z]{0,4})")
_TYPED = re.compile(r"([A-Za-z])([0-9]+)([a-z]*)(?:[.\s]?([Cc])([0-9]+)([a-z]*))?")
_LETTERS = "bcdefghijklmnopqrstuvwxyz"


def parse(label: str) -> tuple[str, int, str] | None:
    """Letter, number and replica letter of a label such as `S12b`, None where it is no label."""
    match = _LABEL.fullmatch(label)
    return (match[1], int(match[2]), match[3]) if match else None


def following(db: sqlite3.Connection, entity: str, scope: str, letter: str) -> int:
    """The next free number: one more than the greatest ever given, undone records included."""
    query = "SELECT max(number) FROM label WHERE entity = ? AND scope = ? AND letter = ?"
    given = int(db.execute(query, (entity, scope, letter)).fetchone()[0] or 0)
    return max(given, int(replica.get_local(db, _counter(entity, scope, letter)) or 0)) + 1


def remember_numbers(db: sqlite3.Connection, subject: str) -> None:
    """Takes a record's numbers out of the table, because the entry that gave them is redacted.

    They are not given again: only the file that gave a number gives the next one, and it remembers them here.
    """
    rows = db.execute("SELECT entity, scope, letter, number FROM label WHERE subject = ?", (subject,))
    for entity, scope, letter, number in rows.fetchall():
        counter = _counter(entity, scope, letter)
        known = int(replica.get_local(db, counter) or 0)
        replica.set_local(db, counter, str(max(known, number)))
    db.execute("DELETE FROM label WHERE subject = ?", (subject,))


def _counter(entity: str, scope: str, letter: str) -> str:
    return f"number {entity} {scope} {letter}"


def free_letter(db: sqlite3.Connection) -> str:
    """A letter that no replica known here has: b to z, then bb, bc ..."""
    known = db.execute("SELECT letter FROM replica UNION SELECT letter FROM handout")
    taken = {row[0] for row in known}
    firsts: list[str] = ["", *_LETTERS]
    free = (first + second for first in firsts for second in _LETTERS)
    return next(letters for letters in free if letters not in taken)


def resolve(db: sqlite3.Connection, ref: str) -> str:
    """The id of the record that a person means by a label, an id or, of a source, a Bates number that it
    bears; refuses what is unknown or stands for two."""
    ref = ref.strip()
    if db.execute("SELECT 1 FROM record WHERE id = ?", (ref,)).fetchone():
        return ref
    typed = _TYPED.fullmatch(ref)
    found: list[tuple[str, str, str]] = []
    if typed:
        label = f"{typed[1].upper()}{typed[2]}{typed[3]}"
        if typed[4]:
            label += f".C{typed[5]}{typed[6]}"
        query = "SELECT id, entity, made_by FROM record WHERE label = ? ORDER BY made_at, id"
        found = db.execute(query, (label,)).fetchall()
    if len(found) == 1:
        return str(found[0][0])
    if not found and (numbered := bates.standing(bates.bearing(db, ref))):
        if len(numbered) == 1:
            return numbered[0].source
        raise FactcheckError(
            f"{len(numbered)} sources bear “{ref}”",
            f"{', '.join(f'{one.label} ({one.range})' for one in numbered[:10])}.",
            "Name the one you mean by its label.",
            2,
        )
    if not found:
        raise FactcheckError(
            f"There is no record “{ref}” in this case",
            "A record is named by its label (S1, S1.C3, E2, L4, D1, P3, X1) or its id, a source also by a "
            "Bates number that it bears.",
            "`factcheck list` shows the labels.",
            2,
        )
    choices = "; ".join(f"{entity} {id_} by {by.removeprefix('reviewer:')}" for id_, entity, by in found)
    raise FactcheckError(
        f"“{ref}” stands for {len(found)} records", f"{choices}.", "Name the one you mean by its id.", 2
    )


def label_of(db: sqlite3.Connection, subject: str) -> str:
    """A record's label, also of one that was undone; empty where it has none."""
    row = db.execute("SELECT label FROM record WHERE id = ?", (subject,)).fetchone()
    if row is None:
        row = _given(db, subject)
    return row[0] if row else ""


def _given(db: sqlite3.Connection, subject: str) -> tuple[str] | None:
    for entity, scope, letter, number in db.execute(
        "SELECT entity, scope, letter, number FROM label WHERE subject = ?", (subject,)
    ):
        own = f"{ENTITIES[entity].letter}{number}{letter}"
        return (f"{label_of(db, scope)}.{own}" if scope else own,)
    return None
