"""An act in the making: the entries that one person adds at once, appended and projected together."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from factcheck import __version__
from factcheck.core import records as r
from factcheck.core.catalogue import KINDS, check_entry, fields_of
from factcheck.core.entities import ENTITIES
from factcheck.core.entry import MAX_AT, Body, Entry, body_text, entry_of
from factcheck.core.protocols import as_micros, as_wall
from factcheck.errors import FactcheckError
from factcheck.store import blobs, labels, ledger, project, replica, reversal, subjects

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from factcheck.core.protocols import Clock, Ids
    from factcheck.core.viewer import Viewer


class ActFile(Protocol):
    """The case file that an act is written to, as far as the act needs it."""

    @property
    def path(self) -> Path: ...
    @property
    def clock(self) -> Clock: ...
    @property
    def ids(self) -> Ids: ...


@dataclass(slots=True)
class Act:
    """An act in the making. `batch` names it; `put` adds an entry; reads of `db` see the state before the
    act, or after what `projected` took in."""

    case: ActFile
    _db: sqlite3.Connection
    viewer: Viewer
    batch: str = ""
    actor: str = ""
    _writer: Writer = field(init=False)
    _begun: bool = False
    _unused: set[str] = field(default_factory=set)
    _touched: dict[str, None] = field(default_factory=dict)
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _labels: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._writer = Writer(self.case, self._db)
        self.batch = self.batch or self.case.ids.fresh()
        self.actor = self.viewer.reviewer or ""
        if not self.actor:
            raise FactcheckError(
                "Nobody acts here", "An act needs a reviewer.", "Say who you are with --by NAME."
            )

    @property
    def db(self) -> sqlite3.Connection:
        """The file, with every entry of the act so far in its ledger."""
        self._writer.write()
        return self._db

    def _begin(self) -> None:
        """Before the first entry: takes up the replica's chain, and lets somebody new join."""
        self._begun = True
        self._writer.ready(self)
        if self._db.execute("SELECT 1 FROM reviewer WHERE id = ?", (self.actor,)).fetchone():
            return
        joined = r.Reviewer(name=self.viewer.name, role=self.viewer.role)
        self.put("reviewer.joined", self.actor, fields_of(joined), batch=self.case.ids.fresh())

    def fresh(self) -> str:
        """A new record's id."""
        id_ = self.case.ids.fresh()
        self._unused.add(id_)
        return id_

    def label(self, entity: str, subject: str, scope: str = "") -> str:
        """The next free label for a new record; `scope` is a claim's statement."""
        key = (entity, scope)
        if not self._begun:
            self._begin()
        number = self._numbers.get(key) or self._first_number(entity, scope)
        self._numbers[key] = number + 1
        label = f"{ENTITIES[entity].letter}{number}{self._writer.letter}"
        self._labels[subject] = f"{self.label_of(scope)}.{label}" if scope else label
        return label

    def _first_number(self, entity: str, scope: str) -> int:
        if scope in self._labels:  # the scope is new itself: nothing in it bears a number
            return 1
        return labels.following(self._db, entity, scope, self._writer.letter)

    def label_of(self, subject: str) -> str:
        """The label of a record, one that this act makes included; empty where it has none."""
        known = self._labels.get(subject)
        if known is None:
            row = self._db.execute("SELECT label FROM record WHERE id = ?", (subject,)).fetchone()
            known = row[0] if row else ""
        return known

    def keep(self, data: bytes) -> str:
        """Keeps bytes as a blob; their SHA-256."""
        return blobs.put(self._db, data)

    def make(self, entity: str, record: r.Record, subject: str | None = None) -> str:
        """Adds the entry that makes a record; its id."""
        kind = f"{entity}.made"
        subject = subject or self.fresh()
        self.put(kind, subject, fields_of(record))
        return subject

    def put(
        self,
        kind: str,
        subject: str,
        fields: Mapping[str, Any],
        *,
        seen: Iterable[str] | None = None,
        batch: str | None = None,
    ) -> Entry:
        """Adds one entry. `seen` are the subject's heads that the writer had before them; by default those
        there are now."""
        check_entry(kind, fields)
        if not self._begun:
            self._begin()
        reverses = KINDS[kind].effect == "reverses"
        base = () if reverses else (seen if seen is not None else self._heads(subject))
        body = Body(self.case.ids.fresh(), batch or self.batch, kind, subject, dict(fields))
        entry = self._writer.append(self.actor, base, body)
        if reverses:
            self._touched.update(dict.fromkeys(reversal.subjects_of(self.db, fields["batch"])))
        else:
            self._touched[subject] = None
        return entry

    def _heads(self, subject: str) -> tuple[str, ...]:
        if subject in self._unused:
            self._unused.remove(subject)
            return ()
        if not self.db.execute("SELECT 1 FROM act WHERE subject = ? LIMIT 1", (subject,)).fetchone():
            return ()
        return subjects.state_of(self.db, subject).heads

    def projected(self) -> sqlite3.Connection:
        """The tables with what this act added so far, for acts that build on themselves."""
        if self._touched:
            project.refold(self.db, self._touched)
            for gathered in (self._touched, self._numbers, self._labels, self._unused):
                gathered.clear()
        return self.db

    def finish(self) -> None:
        """Projects what was added. The caller commits."""
        self.projected()
        if self._begun:
            self._writer.remember()


HELD = 1_000_000
"""Characters of entries that are kept back at most."""


@dataclass(slots=True)
class Writer:
    """Appends this file's own entries: the next number, the chain's last hash, the clock. They are kept back
    to be written many at a time."""

    case: ActFile
    db: sqlite3.Connection
    replica: str = ""
    letter: str = ""
    seq: int = 0
    prev: str = ""
    at: int = 0
    waiting: list[tuple[Entry, Body | None]] = field(default_factory=list)
    held: int = 0

    def ready(self, act: Act) -> None:
        """Takes up where the file's replica stopped, or begins a new one where the file is a copy."""
        self.at = int(replica.get_local(self.db, "clock") or 0)
        known = replica.get_local(self.db, "replica")
        if known and replica.get_local(self.db, "body") == replica.body_of(self.case.path):
            self.replica = known
            self.letter = replica.get_local(self.db, "letter") or ""
            last = self.db.execute(
                "SELECT seq, hash FROM entry WHERE replica = ? ORDER BY seq DESC, n DESC LIMIT 1", (known,)
            ).fetchone()
            self.seq, self.prev = last if last else (0, "")
            return
        self._start(act, "copy" if known else replica.get_local(self.db, "origin") or "copy")

    def _start(self, act: Act, origin: str) -> None:
        first = not self.db.execute("SELECT 1 FROM entry LIMIT 1").fetchone()
        self.replica, self.seq, self.prev = act.fresh(), 0, ""
        self.letter = "" if first else labels.free_letter(self.db)
        for key, value in (
            ("replica", self.replica),
            ("letter", self.letter),
            ("body", replica.body_of(self.case.path)),
        ):
            replica.set_local(self.db, key, value)
        started = r.Replica(letter=self.letter, origin="new case" if first else origin, version=__version__)
        fields = {**fields_of(started), "letter": self.letter}
        act.put("replica.started", self.replica, fields, batch=act.fresh())

    def append(self, actor: str, base: Iterable[str], body: Body) -> Entry:
        """The next entry of this replica."""
        now = self.case.clock.now()
        self.seq += 1
        self.at = ledger.next_at(as_micros(now), self.at)
        text = body_text(body)
        entry = entry_of(
            replica=self.replica,
            seq=self.seq,
            at=min(self.at, MAX_AT),
            wall=as_wall(now),
            actor=actor,
            base=base,
            prev=self.prev,
            body=text,
        )
        self.prev = entry.hash
        self.waiting.append((entry, body))
        self.held += len(text)
        if self.held >= HELD:
            self.write()
        return entry

    def write(self) -> None:
        """Writes what is kept back."""
        if self.waiting:
            ledger.insert(self.db, self.waiting)
            self.waiting.clear()
            self.held = 0

    def remember(self) -> None:
        """Keeps the clock for the next act."""
        replica.set_local(self.db, "clock", str(self.at))
