"""Union: what two copies of a case hold together. Commutative, associative, idempotent; nothing is
overwritten. Two cases that never were one are refused.

Entries and blobs are checked as they come (hash, chain, format, size). A body that is absent here and
present there arrives; one that was redacted does not come back. Two entries with one number (a fork: the
same file written to in two places) are both kept and told.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from factcheck.core.catalogue import KINDS, check_entry, may_be_withheld
from factcheck.core.entry import Body, Entry, examined, faults_of, read_body, sha256
from factcheck.errors import FactcheckError
from factcheck.store import blobs, connect, ledger, redaction, replica, reversal

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterable, Iterator

    from factcheck.store.case import CaseFile

MAX_BODY = 16_000_000
"""Code points a body may have; larger ones are refused."""


@dataclass(slots=True)
class UnionReport:
    """What a union did, or would do: entries that came in, that were here already, bodies that arrived or
    went because a redaction came, blobs that came, forks (replica and number), refusals (where and why), and
    the entries that came by reviewer."""

    came: int = 0
    kept: int = 0
    bodies: int = 0
    redacted: int = 0
    blobs: int = 0
    forks: list[tuple[str, int]] = field(default_factory=list)
    refused: list[tuple[str, str]] = field(default_factory=list)
    by_reviewer: Counter[str] = field(default_factory=Counter)


def unite(case: CaseFile, entries: Iterable[Entry], parcel: Iterable[tuple[str, bytes]]) -> UnionReport:
    """Takes in entries (any order) and blobs (name, bytes), in one transaction."""
    with case.writing() as db:
        return take_in(db, entries, parcel)


def preview(case: CaseFile, entries: Iterable[Entry], parcel: Iterable[tuple[str, bytes]]) -> UnionReport:
    """The same without a trace: a dry run."""
    report = UnionReport()
    try:
        with case.writing() as db:
            report = take_in(db, entries, parcel)
            raise _DryRun
    except _DryRun:
        return report


class _DryRun(Exception):
    """Rolls a dry run back."""


def take_in(
    db: sqlite3.Connection, entries: Iterable[Entry], parcel: Iterable[tuple[str, bytes]]
) -> UnionReport:
    """Takes entries and blobs in; the caller holds the transaction."""
    with connect.roomy(db):
        return _take_in(db, entries, parcel)


def _take_in(
    db: sqlite3.Connection, entries: Iterable[Entry], parcel: Iterable[tuple[str, bytes]]
) -> UnionReport:
    opened = _openings(db)
    given = sorted(entries, key=lambda item: (item.replica, item.seq, item.hash))
    intake = _Intake(db, redaction.named(db), int(replica.get_local(db, "clock") or 0))
    for entry in given:
        intake.take(entry)
    intake.flush()
    _refuse_unrelated(db, opened, {entry.hash for entry in given})
    report = intake.report
    _note_forks(db, report)
    arrived = _take_blobs(db, parcel, report)
    touched = dict.fromkeys((*intake.touched, *_holders(db, arrived)))
    for batch in intake.reversing:
        touched.update(dict.fromkeys(reversal.subjects_of(db, batch)))
    report.redacted = redaction.enforce(db, touched)
    replica.set_local(db, "clock", str(intake.clock))
    return report


def _openings(db: sqlite3.Connection) -> set[str]:
    """The entries that opened the case, by their hashes: all copies of one case hold the same."""
    return {hash_ for (hash_,) in db.execute(f"SELECT hash FROM act WHERE {_OPENS}")}


_OPENS = "subject = 'case' AND kind = 'case.opened'"


def _refuse_unrelated(db: sqlite3.Connection, opened: set[str], given: set[str]) -> None:
    """Refuses what belongs to a case that was opened on its own; the transaction it came in is rolled back. A
    part of a case that does not hold its opening, and a file without entries, have none that could differ."""
    arrived = _openings(db) - opened
    if not opened or not arrived or opened & given:
        return
    told = db.execute(
        f"""SELECT a.hash, json_extract(e.body, '$.fields.title'), e.wall FROM act a
        JOIN entry e ON e.hash = a.hash WHERE {_OPENS} ORDER BY a.at, a.hash"""
    ).fetchall()
    here, there = (
        "; ".join(f"“{title}” of {wall[:10]}" for hash_, title, wall in told if hash_ in hashes)
        for hashes in (opened, arrived)
    )
    raise FactcheckError(
        "These are two different cases",
        f"This file holds {here}; the other holds {there}. Neither was made from the other.",
        "Only copies of one case are merged: those made with `factcheck copy`, or by copying its file.",
    )


_BUFFER = 1000


@dataclass(slots=True)
class _Intake:
    """Entries on their way in, each replica's in order, kept back to be written many at a time.

    `touched` are the subjects to fold again, `reversing` the acts that take others out of the fold.
    """

    db: sqlite3.Connection
    redacted: set[str]
    clock: int
    report: UnionReport = field(default_factory=UnionReport)
    touched: dict[str, None] = field(default_factory=dict)
    reversing: list[str] = field(default_factory=list)
    before: Entry | None = None
    waiting: list[tuple[Entry, Body | None]] = field(default_factory=list)

    def take(self, entry: Entry) -> None:
        """Takes one entry in, or says why not."""
        lacks = self._lacks_body(entry)
        if lacks is False or (lacks and entry.body is None):
            self.report.kept += 1
            return
        body, fault = _examined(entry)
        if fault := fault or self._chain_fault(entry):
            self.report.refused.append((where(entry), fault))
            return
        if body is not None and body.kind == "source.redacted":
            self.redacted.update(body.fields.get("redacted_entries") or ())
        if entry.hash in self.redacted and body is not None:
            entry, body = without_body(entry), None
        if lacks is None:
            self._append(entry, body)
        else:
            self.report.kept += 1
            if body is not None:
                self.flush()
                ledger.fill(self.db, entry, body)
                self.report.bodies += 1
        if body is not None:
            if KINDS[body.kind].effect == "reverses":
                self.reversing.append(body.batch)
            else:
                self.touched[body.subject] = None

    def flush(self) -> None:
        """Writes what waits."""
        ledger.insert(self.db, self.waiting)
        self.waiting.clear()

    def _lacks_body(self, entry: Entry) -> bool | None:
        """Whether an entry that is here lacks its body; None where it is not here."""
        if self.waiting and self.waiting[-1][0].hash == entry.hash:
            self.flush()
        row = self.db.execute("SELECT body IS NULL FROM entry WHERE hash = ?", (entry.hash,)).fetchone()
        return bool(row[0]) if row else None

    def _append(self, entry: Entry, body: Body | None) -> None:
        self.waiting.append((entry, body))
        self.report.came += 1
        self.report.by_reviewer[entry.actor] += 1
        self.clock = max(self.clock, entry.at)
        if len(self.waiting) >= _BUFFER:
            self.flush()
        self.before = entry

    def _chain_fault(self, entry: Entry) -> str | None:
        """What is wrong with what an entry follows."""
        if entry.seq == 1 and not entry.prev:
            return None
        found: tuple[str, int] | None
        if self.before is not None and self.before.hash == entry.prev:
            found = (self.before.replica, self.before.seq)
        else:
            self.flush()
            query = "SELECT replica, seq FROM entry WHERE hash = ?"
            found = self.db.execute(query, (entry.prev,)).fetchone()
        if found is None:
            return "the entry before it is not here"
        if found != (entry.replica, entry.seq - 1):
            return "the entry it follows is not the one before it"
        return None


def where(entry: Entry) -> str:
    """An entry's place in words."""
    return place(entry.replica, entry.seq, entry.hash)


def place(replica_id: str, seq: int, hash_: str) -> str:
    """The same of its parts: replica, number and the first eight digits of its hash."""
    return f"{replica_id}, entry {seq}, {hash_[:8]}"


def _examined(entry: Entry) -> tuple[Body | None, str | None]:
    """An entry's body, None where it is withheld; and what is wrong with the entry taken alone, or None."""
    if faults := faults_of(entry):
        return None, "; ".join(faults)
    if entry.body is None:
        return None, None
    if len(entry.body) > MAX_BODY:
        return None, f"the body has more than {MAX_BODY:,} characters"
    body, fault = examined(entry.body)
    if body is None or fault:
        return None, fault
    try:
        check_entry(body.kind, body.fields)
    except FactcheckError as error:
        return None, error.detail
    return body, None


def without_body(entry: Entry) -> Entry:
    """The header alone, as it leaves for somebody who must not see the body."""
    return replace(entry, body=None)


def _note_forks(db: sqlite3.Connection, report: UnionReport) -> None:
    report.forks.extend(forks(db))


def forks(db: sqlite3.Connection) -> list[tuple[str, int]]:
    """The (replica, number) that two entries share: that file was written to in two places."""
    query = "SELECT replica, seq FROM entry GROUP BY replica, seq HAVING count(*) > 1 ORDER BY replica, seq"
    return list(db.execute(query))


def _take_blobs(
    db: sqlite3.Connection, parcel: Iterable[tuple[str, bytes]], report: UnionReport
) -> list[str]:
    gone = redaction.blobs_gone(db)
    arrived = []
    for name, data in parcel:
        if name in gone or blobs.has(db, name):
            continue
        if sha256(data) != name:
            report.refused.append((f"document {name[:12]}", "its bytes are not those it is named after"))
            continue
        blobs.put(db, data)
        arrived.append(name)
    report.blobs = len(arrived)
    return arrived


def _holders(db: sqlite3.Connection, arrived: list[str]) -> Iterator[str]:
    """The records that waited for these blobs."""
    for name in arrived:
        yield from (
            subject
            for (subject,) in db.execute(
                """SELECT id FROM source WHERE text_sha = :sha OR map_sha = :sha
                UNION SELECT id FROM extraction WHERE proposals_sha = :sha
                UNION SELECT id FROM register WHERE rows_sha = :sha
                UNION SELECT g.id FROM register g, json_each(g.rows_more) j WHERE j.value = :sha""",
                {"sha": name},
            )
        )


def everything(case: CaseFile) -> tuple[list[Entry], list[tuple[str, bytes]]]:
    """All entries and blobs of a case, as `unite` takes them."""
    with case.reading() as db:
        parcel = [(name, blobs.get(db, name)) for name in blobs.names(db)]
        return list(ledger.entries(db)), parcel


def withheld(db: sqlite3.Connection, keep: Callable[[Entry, Body], bool]) -> Iterator[Entry]:
    """All entries, without the bodies that may stay behind and that `keep` does not keep.

    May stay behind: grades, adjudications, dissents, and notes and tags on a link or a grade (see the
    catalogue).
    """
    for entry in ledger.entries(db):
        body = None if entry.body is None else read_body(entry.body)
        if body is not None and body.kind in KINDS and not keep(entry, body):
            kind = KINDS[body.kind]
            sorts = _sorts_of(db, _targets_of(db, body)) if kind.visibility == "owned on judgements" else [""]
            if any(may_be_withheld(kind, sort) for sort in sorts):
                yield without_body(entry)
                continue
        yield entry


def _targets_of(db: sqlite3.Connection, body: Body) -> list[str]:
    """All that a note or a tag was ever on. Its later entries do not repeat it, and an undone one has no
    row."""
    rows = db.execute(
        """SELECT DISTINCT json_extract(e.body, '$.fields.target') FROM act a JOIN entry e ON e.hash = a.hash
        WHERE a.subject = ?""",
        (body.subject,),
    )
    return [target for (target,) in rows if target]


def _sorts_of(db: sqlite3.Connection, targets: list[str]) -> list[str]:
    """The sorts of records, of undone ones too, as their entries have them."""
    sorts = []
    for target in targets:
        for (kind,) in db.execute("SELECT DISTINCT kind FROM act WHERE subject = ?", (target,)):
            sorts.append(KINDS[kind].entity)
    return sorts
