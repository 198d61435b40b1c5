"""The projection: what the ledger says, as ordinary tables.

A record stands when a live entry makes it and every record it cannot do without stands; until then it
waits in `pending`. Optional references to absent records stay empty. Whatever order entries came in, the
tables are the same.
"""

from __future__ import annotations

import json
import re
import sqlite3
from dataclasses import dataclass, field, replace
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING, Any

from factcheck.core.catalogue import ENTITIES, KINDS
from factcheck.core.entry import canonical
from factcheck.core.fold import Act, Contender, Reversal, State, dead_batches, fold
from factcheck.store import connect, derive, fields, findable, labels, ledger, lines, resting, texts
from factcheck.store.schema import ORDINARY_TABLES, SEARCH_OBJECTS, projection_ddl

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

_BUFFER = 5000
_REMEMBERED = 100_000
_EARLY = re.compile(r" ON (paragraph|bench_line|event_line|proposal)\b")
"""The tables that are looked into while they are filled."""
_ACTS = """SELECT a.subject, a.rank, {stood}, a.hash, a.at, a.replica, a.seq, a.batch, a.kind, e.actor,
e.wall, e.base, e.body
FROM {source} JOIN entry e ON e.hash = a.hash {where}
ORDER BY a.rank, a.subject, a.at, a.replica, a.seq, a.hash"""
_ONE = _ACTS.format(stood="NULL", source="act a", where="WHERE a.subject = ?")
_TOUCHED = _ACTS.format(
    stood="(SELECT r.entity FROM record r WHERE r.id = t.subject)",
    source="touched t CROSS JOIN act a ON a.subject = t.subject",
    where="",
)
"""What each touched subject's acts are and, third, the sort of the record that stood when the wave began."""


def dead(db: sqlite3.Connection) -> frozenset[str]:
    """The batches that are undone now."""
    rows = db.execute("SELECT at, replica, seq, hash, batch, names FROM reversal")
    reversals = [Reversal((at, replica, seq, h), batch, names) for at, replica, seq, h, batch, names in rows]
    return dead_batches(reversals)


def act_from(row: tuple[Any, ...]) -> Act:
    """An entry as the fold sees it, from a row of the query above."""
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
    return _bridged(db, [act_from(row) for row in db.execute(_ONE, (subject,))])


def state_of(db: sqlite3.Connection, subject: str) -> State:
    """A subject folded by itself, whether it stands or not."""
    return fold(acts_of(db, subject), dead(db))


def refold(db: sqlite3.Connection, subjects: Iterable[str]) -> None:
    """Brings the tables up to date after entries of these subjects came, or their batches were undone."""
    _begin(db)
    db.executemany("INSERT OR IGNORE INTO touched VALUES (?)", ((subject,) for subject in subjects))
    _settle(db)


def replay(db: sqlite3.Connection) -> None:
    """Drops everything but ledger, blobs and local tables, and makes it anew from them."""
    names = (*ORDINARY_TABLES, *SEARCH_OBJECTS)
    found = db.execute(
        "SELECT name, type FROM main.sqlite_schema WHERE type = 'view' OR (type = 'table' AND name IN ("
        + ",".join("?" * len(names))
        + ")) ORDER BY name NOT LIKE '%search', type = 'table', rowid DESC",
        names,
    ).fetchall()
    for name, kind in found:
        db.execute(f'DROP {kind} IF EXISTS "{name}"')
    build(db)


def build(db: sqlite3.Connection, *, searchable: bool = True) -> None:
    """Makes the projection's tables in a file that has none of them, and fills them from the ledger; the
    indexes and the lists' lines only when `searchable`."""
    with connect.roomy(db):
        _build(db, searchable=searchable)


def _build(db: sqlite3.Connection, *, searchable: bool) -> None:
    late: list[str] = []
    for statement in statements(projection_ddl()):
        if statement.lstrip().startswith("CREATE INDEX") and not _EARLY.search(statement):
            late.append(statement)  # made at one go when the tables are full: much faster than row by row
        else:
            db.execute(statement)
    ledger.reindex(db)
    _begin(db)
    db.execute("INSERT INTO touched SELECT DISTINCT subject FROM act")
    _settle(db, searchable=searchable, late=late)


def statements(script: str) -> Iterator[str]:
    """The statements of an SQL script, one by one (`executescript` would commit the transaction it is in)."""
    pending = ""
    for line in script.splitlines(keepends=True):
        pending += line
        if sqlite3.complete_statement(pending):
            yield pending
            pending = ""


def _begin(db: sqlite3.Connection) -> None:
    db.execute("CREATE TEMP TABLE IF NOT EXISTS touched (subject TEXT PRIMARY KEY) WITHOUT ROWID")
    db.execute("DELETE FROM touched")
    derive.begin(db)
    lines.begin(db)


def _settle(db: sqlite3.Connection, *, searchable: bool = True, late: Sequence[str] | None = None) -> None:
    """Folds the touched, then whatever waited for them or leaned on what is gone, until nothing moves.

    `late` are the indexes still to be made where the tables are empty.
    """
    gone = dead(db)
    fallen: set[str] = set()
    fresh = late is not None
    while True:
        moved = _wave(_Wave(db, gone, fallen, searchable=searchable, fresh=fresh))
        fallen.update(moved.left)
        if fresh:
            fresh = False
            for statement in late or ():
                db.execute(statement)
            derive.note_all(db)
            lines.note_all(db)
        db.execute("DELETE FROM touched")
        db.executemany(
            "INSERT OR IGNORE INTO touched SELECT subject FROM reference WHERE referent = ?",
            ((subject,) for subject in moved.left),
        )
        if db.execute("SELECT EXISTS (SELECT 1 FROM pending)").fetchone()[0]:
            db.executemany(
                "INSERT OR IGNORE INTO touched SELECT subject FROM pending WHERE waits_for = ?",
                ((subject,) for subject in moved.rose),
            )
        if not db.execute("SELECT EXISTS (SELECT 1 FROM touched)").fetchone()[0]:
            break
    derive.refresh(db)
    if searchable:
        lines.refresh(db)


@dataclass(slots=True)
class _Wave:
    """Rows on their way into the tables, kept back to be written many at a time: what goes, goes first.

    `gone` are the batches that are undone, `fallen` the subjects that earlier waves took away; `fresh` says
    that no subject stands before its own turn, because the tables were empty."""

    db: sqlite3.Connection
    gone: frozenset[str]
    fallen: set[str]
    searchable: bool
    fresh: bool
    present: dict[str, str] = field(default_factory=dict)
    labels: dict[str, str] = field(default_factory=dict)
    deletes: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    writes: dict[str, list[tuple[Any, ...]]] = field(default_factory=dict)
    count: int = 0
    last_row: int = 0

    def __post_init__(self) -> None:
        self.last_row = findable.last_row(self.db)

    def delete(self, statement: str, *row: Any) -> None:
        self.deletes.setdefault(statement, []).append(row)

    def write(self, statement: str, *row: Any) -> None:
        self.writes.setdefault(statement, []).append(row)
        self.count += 1

    def breathe(self) -> None:
        """Between two subjects: writes what has gathered, and forgets what can be asked again."""
        if self.count >= _BUFFER:
            self.flush()
            if len(self.present) > _REMEMBERED:
                self.present.clear()
                self.labels.clear()

    def flush(self) -> None:
        for group in (self.deletes, self.writes):
            for statement, rows in group.items():
                self.db.executemany(statement, rows)
            group.clear()
        self.count = 0

    def sort_of(self, subject: str) -> str:
        """The sort of a record that stands as far as this wave knows, empty where none does."""
        known = self.present.get(subject)
        if known is None:
            row = self.db.execute("SELECT entity FROM record WHERE id = ?", (subject,)).fetchone()
            known = self.present[subject] = row[0] if row else ""
        return known

    def stands(self, subject: str, wanted: str) -> bool:
        """Whether a record of the wanted sort stands, `record` being any."""
        sort = self.sort_of(subject)
        return sort != "" and wanted in {"record", sort}

    def label(self, subject: str) -> str:
        """The label of a record that stands."""
        known = self.labels.get(subject)
        if known is None:
            row = self.db.execute("SELECT label FROM record WHERE id = ?", (subject,)).fetchone()
            known = self.labels[subject] = row[0] if row else ""
        return known


@dataclass(slots=True)
class _Moved:
    """The subjects by which a wave sets others going: those that stand now and did not before, and those that
    no longer do or bear another label."""

    rose: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)


def _wave(wave: _Wave) -> _Moved:
    """Folds every touched subject once."""
    db, moved = wave.db, _Moved()
    emptied = (
        "SELECT subject FROM touched t WHERE NOT EXISTS (SELECT 1 FROM act a WHERE a.subject = t.subject)"
    )
    for (subject,) in db.execute(emptied).fetchall():
        if sort := wave.sort_of(subject):
            _take_away(wave, subject, sort)
            moved.left.append(subject)
        else:
            _clear(wave, subject, "", stood=False, stands=False)
    disputed = _disputed(db)
    for (subject, rank, stood), group in groupby(db.cursor().execute(_TOUCHED), key=itemgetter(0, 1, 2)):
        acts = [act_from(row) for row in group]
        entity = KINDS[acts[0].kind].entity
        _write_label(wave, subject, entity, acts)
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


def _take_away(wave: _Wave, subject: str, entity: str) -> None:
    """A record goes of which no entry is left, or none that makes it a record of this sort: what it bore on
    is in its row."""
    if names := tuple(fields.required_refs(entity)):
        columns = ", ".join(f'"{name}"' for name in names)
        query = f"SELECT {columns} FROM {ENTITIES[entity].table} WHERE id = ?"
        bore_on = dict(zip(names, wave.db.execute(query, (subject,)).fetchone(), strict=True))
    else:
        bore_on = {}
    _note(wave, entity, subject, [Act("", (0, "", 0, ""), "", "", (), "", "", bore_on, makes=True)])
    _clear(wave, subject, entity, stood=True, stands=False)
    wave.flush()
    wave.present[subject] = ""


def _place(wave: _Wave, subject: str, entity: str, acts: list[Act], *, stood: bool) -> bool:
    """Writes one subject's rows as its entries have it; whether it stands."""
    state = fold(_bridged(wave.db, acts), wave.gone)
    required = _required(entity, state) if state.present else []
    missing = [referent for referent, sort in required if not wave.stands(referent, sort)]
    stands = state.present and not missing
    if stands and (stood or subject in wave.fallen):
        stands = not _circular(wave, subject, entity, state)
    _clear(wave, subject, entity, stood=stood, stands=stands)
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
            _write(wave, subject, entity, state, version, frozenset(absent), stood=stood)
    wave.present[subject] = entity if stands else ""
    return stands


def _note(wave: _Wave, entity: str, subject: str, acts: list[Act]) -> None:
    """Gathers what follows from a record, to be renewed when all are folded."""
    if wave.fresh:
        return
    derive.note(wave.write, entity, subject, acts)
    if wave.searchable:
        lines.note(wave.write, entity, subject, acts)


def _bridged(db: sqlite3.Connection, acts: list[Act]) -> list[Act]:
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


def _required(entity: str, state: State) -> list[tuple[str, str]]:
    """The records that this one cannot do without, each with the sort it must be of."""
    required = [(state.fields[name], sort) for name, sort in fields.required_refs(entity).items()]
    for name in fields.anchor_fields(entity):
        required.extend((anchor["source"], "source") for anchor in state.fields.get(name) or ())
    return required


def _circular(wave: _Wave, subject: str, entity: str, state: State) -> bool:
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


def _clear(wave: _Wave, subject: str, entity: str, *, stood: bool, stands: bool) -> None:
    """Takes away what an earlier fold wrote and this one may not write again."""
    if wave.fresh:
        return
    wave.delete("DELETE FROM reference WHERE subject = ?", subject)
    wave.delete("DELETE FROM pending WHERE subject = ?", subject)
    if not stood:
        return
    if fields.anchor_fields(entity):
        wave.delete("DELETE FROM passage WHERE record = ?", subject)
    if entity == "grade":
        wave.delete("DELETE FROM grade_code WHERE grade = ?", subject)
    if stands:
        return
    if entity in {"grade", "adjudication"}:
        wave.delete("DELETE FROM stale WHERE judgement = ?", subject)
    elif entity == "claim":
        wave.delete("DELETE FROM finding WHERE claim = ?", subject)
    elif entity in texts.HOLDERS:
        texts.remove(wave.db, entity, subject)
    findable.forget(wave.db, subject)
    wave.delete(f"DELETE FROM {ENTITIES[entity].table} WHERE id = ?", subject)
    wave.delete("DELETE FROM record WHERE id = ?", subject)


def _write_label(wave: _Wave, subject: str, entity: str, acts: list[Act]) -> None:
    if ENTITIES[entity].letter is None:
        return
    for act in acts:
        if act.makes and (parsed := labels.parse(act.fields["label"])):
            _, number, letter = parsed
            scope = act.fields["statement"] if entity == "claim" else ""
            wave.write(
                "INSERT OR IGNORE INTO label VALUES (?,?,?,?,?)", entity, scope, letter, number, subject
            )


_RECORD = """INSERT INTO record VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET
label = excluded.label, number = excluded.number, at = excluded.at, made_by = excluded.made_by,
made_at = excluded.made_at,
changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = excluded.version,
conflicts = excluded.conflicts"""
_PASSAGE = f"INSERT INTO passage VALUES ({','.join('?' * 19)})"


def _write(
    wave: _Wave, subject: str, entity: str, state: State, version: str, absent: frozenset[str], *, stood: bool
) -> None:
    assert state.made is not None and state.changed is not None  # noqa: S101 - it is present
    label, number = _full_label(wave, entity, state)
    wave.labels[subject] = label
    wave.write(
        _RECORD,
        subject,
        entity,
        label,
        number,
        state.made.order[0],
        state.made.actor,
        state.made.wall,
        state.changed.actor,
        state.changed.wall,
        version,
        _conflicts(state),
    )
    if entity in texts.HOLDERS:
        texts.outdate(wave.db, entity, subject, state.fields)
    wave.write(fields.upsert(entity), *fields.row_for(entity, subject, state.fields, absent))
    for part in fields.anchor_fields(entity):
        for n, anchor in enumerate(state.fields.get(part) or ()):
            wave.write(_PASSAGE, subject, part, n, *_passage(anchor))
    if entity == "grade":
        for dimension, code in state.fields["codes"].items():
            wave.write("INSERT INTO grade_code VALUES (?,?,?)", subject, dimension, code)
    elif entity in texts.HOLDERS:
        wave.flush()
        texts.write(wave.db, entity, subject, state.fields, searchable=wave.searchable)
    if wave.searchable:
        _write_words(wave, subject, entity, findable.words_of(entity, state.fields), stood=stood)


def _write_words(wave: _Wave, subject: str, entity: str, words: str, *, stood: bool) -> None:
    if stood:
        if findable.has_words(wave.db, subject, words):
            return
        findable.forget(wave.db, subject)
    if words:
        wave.last_row += 1
        findable.remember(wave.write, wave.last_row, entity, subject, words)


def _full_label(wave: _Wave, entity: str, state: State) -> tuple[str, int]:
    label = state.fields.get("label")
    if label is None or ENTITIES[entity].letter is None:
        return "", 0
    parsed = labels.parse(label)
    if entity == "claim":
        label = f"{wave.label(state.fields['statement'])}.{label}"
    return label, parsed[1] if parsed else 0


def _conflicts(state: State) -> str | None:
    if not state.conflicts:
        return None
    return canonical(
        {name: [_contender(item) for item in contenders] for name, contenders in state.conflicts.items()}
    )


def _contender(item: Contender) -> dict[str, Any]:
    return {"value": item.value, "actor": item.actor, "wall": item.wall, "entry": item.entry}


def _passage(anchor: dict[str, Any]) -> tuple[Any, ...]:
    begin, end = anchor.get("place", {}), anchor.get("place_end", {})
    parts = ("page", "line", "paragraph", "cell", "time")
    return (
        anchor["source"],
        anchor["start"],
        anchor["end"],
        anchor["exact"],
        anchor.get("prefix", ""),
        anchor.get("suffix", ""),
        *(begin.get(part) for part in parts),
        *(end.get(part) for part in parts),
    )
