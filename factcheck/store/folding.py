"""Folding touched subjects once: what stands now, what does no longer, and the rows that follow."""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from factcheck.core.catalogue import KINDS
from factcheck.core.entities import ENTITIES
from factcheck.core.fold import Act, State, fold
from factcheck.store import derive, fields, lines, record_rows, resting
from factcheck.store.subjects import ACTS, act_from, bridged

if TYPE_CHECKING:
    import sqlite3

    from factcheck.store.wave import Wave

_TOUCHED = ACTS.format(
    stood="(SELECT r.entity FROM record r WHERE r.id = t.subject)",
    source="touched t CROSS JOIN act a ON a.subject = t.subject",
    where="",
)
"""What each touched subject's acts are and, third, the sort of the record that stood when the wave began."""


@dataclass(slots=True)
class Moved:
    """The subjects by which a wave sets others going: those that stand now and did not before, and those that
    no longer do or bear another label."""

    rose: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def fold_touched(wave: Wave) -> Moved:
    """Folds every touched subject once."""
    db, moved = wave.db, Moved()
    emptied = (
        "SELECT subject FROM touched t WHERE NOT EXISTS (SELECT 1 FROM act a WHERE a.subject = t.subject)"
    )
    for (subject,) in db.execute(emptied).fetchall():
        if sort := wave.sort_of(subject):
            _take_away(wave, subject, sort)
            moved.left.append(subject)
        else:
            record_rows.clear(wave, subject, "", stood=False, stands=False)
    disputed = _disputed(db)
    for (subject, rank, stood), group in groupby(db.cursor().execute(_TOUCHED), key=itemgetter(0, 1, 2)):
        acts = [act_from(row) for row in group]
        entity = KINDS[acts[0].kind].entity
        record_rows.write_label(wave, subject, entity, acts)
        if disputed.get(subject, rank) != rank:
            continue
        if stood not in {None, entity}:
            _take_away(wave, subject, stood)
            moved.left.append(subject)
            stood = None
        label = wave.label(subject) if stood == "statement" else ""
        stands = _place(wave, subject, entity, acts, stood=stood is not None)
        if stands and not stood:
            moved.rose.append(subject)
        elif (stood and not stands) or (stood == "statement" and wave.label(subject) != label):
            moved.left.append(subject)
        wave.breathe()
    wave.flush()
    return moved


def _disputed(db: sqlite3.Connection) -> dict[str, int]:
    """The touched subjects of which entries of several sorts speak, with the rank of the sort that holds.

    It is that of the first entry that makes the subject; entries of another sort are passed over.
    """
    found = db.execute(
        """SELECT a.subject FROM touched t CROSS JOIN act a ON a.subject = t.subject
        GROUP BY a.subject HAVING min(a.rank) <> max(a.rank)"""
    ).fetchall()
    ranks: dict[str, int] = {}
    for (subject,) in found:
        query = "SELECT rank, kind FROM act WHERE subject = ? ORDER BY at, replica, seq, hash"
        acts = db.execute(query, (subject,)).fetchall()
        ranks[subject] = next((rank for rank, kind in acts if KINDS[kind].effect == "makes"), acts[0][0])
    return ranks


def _take_away(wave: Wave, subject: str, entity: str) -> None:
    """A record goes of which no entry is left, or none that makes it a record of this sort: what it bore on
    is in its row."""
    if names := tuple(fields.required_refs(entity)):
        columns = ", ".join(f'"{name}"' for name in names)
        query = f"SELECT {columns} FROM {ENTITIES[entity].table} WHERE id = ?"
        bore_on = dict(zip(names, wave.db.execute(query, (subject,)).fetchone(), strict=True))
    else:
        bore_on = {}
    _note(wave, entity, subject, [Act("", (0, "", 0, ""), "", "", (), "", "", bore_on, makes=True)])
    record_rows.clear(wave, subject, entity, stood=True, stands=False)
    wave.flush()
    wave.present[subject] = ""


def _place(wave: Wave, subject: str, entity: str, acts: list[Act], *, stood: bool) -> bool:
    """Writes one subject's rows as its entries have it; whether it stands."""
    state = fold(bridged(wave.db, acts), wave.gone)
    required = _required(entity, state) if state.present else []
    missing = [referent for referent, sort in required if not wave.stands(referent, sort)]
    stands = state.present and not missing
    if stands and (stood or subject in wave.fallen):
        stands = not _circular(wave, subject, entity, state)
    record_rows.clear(wave, subject, entity, stood=stood, stands=stands)
    _note(wave, entity, subject, acts)
    if state.present:
        optional = {
            name: (state.fields[name], sort)
            for name, sort in fields.optional_refs(entity).items()
            if state.fields.get(name)
        }
        absent = {name: ref for name, (ref, sort) in optional.items() if not wave.stands(ref, sort)}
        for referent, _ in (*required, *optional.values()):
            wave.write("INSERT OR IGNORE INTO reference VALUES (?,?)", referent, subject)
        for referent in (*missing, *absent.values()):
            wave.write("INSERT OR IGNORE INTO pending VALUES (?,?)", referent, subject)
        if stands:
            version = resting.version_of(entity, acts, state, wave.gone)
            record_rows.write(wave, subject, entity, state, version, frozenset(absent), stood=stood)
    wave.present[subject] = entity if stands else ""
    return stands


def _note(wave: Wave, entity: str, subject: str, acts: list[Act]) -> None:
    """Gathers what follows from a record, to be renewed when all are folded."""
    if wave.fresh:
        return
    derive.note(wave.write, entity, subject, acts)
    if wave.searchable:
        lines.note(wave.write, entity, subject, acts)


def _required(entity: str, state: State) -> list[tuple[str, str]]:
    """The records that this one cannot do without, each with the sort it must be of."""
    required = [(state.fields[name], sort) for name, sort in fields.required_refs(entity).items()]
    for name in fields.anchor_fields(entity):
        required.extend((anchor["source"], "source") for anchor in state.fields.get(name) or ())
    return required


def _circular(wave: Wave, subject: str, entity: str, state: State) -> bool:
    """Whether a record that stood until now has come to rest on itself, by a change of what it is about.

    Without this, two remarks turned upon each other would stand in the file where they were turned, and wait
    for each other in every other one."""
    about = [name for name, sort in fields.required_refs(entity).items() if sort == "record"]
    if not about:
        return False
    table, names = ENTITIES[entity].table, ", ".join(f'"{name}"' for name in about)
    before = wave.db.execute(f"SELECT {names} FROM {table} WHERE id = ?", (subject,)).fetchone()
    todo = [state.fields[name] for name in about]
    if before == tuple(todo):
        return False
    wave.flush()
    seen: set[str] = set()
    while todo:
        referent = todo.pop()
        if referent == subject:
            return True
        sort = wave.sort_of(referent)
        if not sort or referent in seen or not fields.required_refs(sort):
            continue
        seen.add(referent)
        names = ", ".join(f'"{name}"' for name in fields.required_refs(sort))
        query = f"SELECT {names} FROM {ENTITIES[sort].table} WHERE id = ?"
        todo.extend(wave.db.execute(query, (referent,)).fetchone())
    return False
