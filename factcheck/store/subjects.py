"""One subject as its entries have it: the entries in fold order, and what they fold to."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.core.catalogue import KINDS
from factcheck.core.fold import Act, Reversal, State, dead_batches, fold

if TYPE_CHECKING:
    import sqlite3

ACTS = """SELECT a.subject, a.rank, {stood}, a.hash, a.at, a.replica, a.seq, a.batch, a.kind, e.actor,
e.wall, e.base, e.body
FROM {source} JOIN entry e ON e.hash = a.hash {where}
ORDER BY a.rank, a.subject, a.at, a.replica, a.seq, a.hash"""
"""What entries say, subject by subject. `stood` is a column that the asker fills, `source` whose acts."""

_ONE = ACTS.format(stood="NULL", source="act a", where="WHERE a.subject = ?")


def dead(db: sqlite3.Connection) -> frozenset[str]:
    """The batches that are undone now."""
    rows = db.execute("SELECT at, replica, seq, hash, batch, names FROM reversal")
    reversals = [Reversal((at, replica, seq, h), batch, names) for at, replica, seq, h, batch, names in rows]
    return dead_batches(reversals)


def act_from(row: tuple[Any, ...]) -> Act:
    """An entry as the fold sees it, from a row of such a query."""
    _, _, _, hash_, at, replica, seq, batch, kind, actor, wall, base, body = row
    return Act(
        hash=hash_,
        order=(at, replica, seq, hash_),
        actor=actor,
        wall=wall,
        base=tuple(json.loads(base)) if base != "[]" else (),
        batch=batch,
        kind=kind,
        fields=json.loads(body)["fields"],
        makes=KINDS[kind].effect == "makes",
    )


def acts_of(db: sqlite3.Connection, subject: str) -> list[Act]:
    """All entries of one subject in fold order, undone ones too."""
    return bridged(db, [act_from(row) for row in db.execute(_ONE, (subject,))])


def state_of(db: sqlite3.Connection, subject: str) -> State:
    """A subject folded by itself, whether it stands or not."""
    return fold(acts_of(db, subject), dead(db))


def bridged(db: sqlite3.Connection, acts: list[Act]) -> list[Act]:
    """The entries of a subject, with each base whose body is not here replaced by what that one was based
    on."""
    if len(acts) == 1:
        return acts
    known = {act.hash for act in acts}
    if all(parent in known for act in acts for parent in act.base):
        return acts
    return [replace(act, base=_bases(db, act.base, known)) for act in acts]


def _bases(db: sqlite3.Connection, base: tuple[str, ...], known: set[str]) -> tuple[str, ...]:
    found: set[str] = set()
    seen, todo = set(base), list(base)
    while todo:
        parent = todo.pop()
        if parent in known:
            found.add(parent)
            continue
        row = db.execute("SELECT base FROM entry WHERE hash = ? AND body IS NULL", (parent,)).fetchone()
        for further in json.loads(row[0]) if row else ():
            if further not in seen:
                seen.add(further)
                todo.append(further)
    return tuple(sorted(found))
