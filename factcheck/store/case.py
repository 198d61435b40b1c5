"""A case file: create it, open it, append acts to it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from factcheck import __version__
from factcheck.core import records as r
from factcheck.core.catalogue import ENTITIES, KINDS, check_entry, fields_of
from factcheck.core.entry import MAX_AT, Body, Entry, body_text, entry_of
from factcheck.core.protocols import Clock, Ids, RandomIds, SystemClock, as_micros, as_wall
from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError
from factcheck.store import blobs, connect, labels, ledger, migrations, project, replica, reversal
from factcheck.store.schema import LEDGER, projection_signature

QUIET = frozenset({"case.opened", "replica.started", "reviewer.joined"})
"""Kinds that come along with an act and are no act of their own: undo passes them over."""


class CaseFile:
    """An open case. One connection, one thread at a time; other processes and threads open their own.

    `db` is for the modules of this room. `read_only` says that the file, or where it lies, cannot be written
    to.
    """

    def __init__(
        self, path: Path, db: sqlite3.Connection, clock: Clock, ids: Ids, *, read_only: bool
    ) -> None:
        self.path = path
        self.db = db
        self.clock = clock
        self.ids = ids
        self.read_only = read_only
        self._seen = self._data_version()

    @property
    def network(self) -> bool:
        """Whether the file lies on a network file system, where several writers would damage it."""
        return connect.on_network(self.path)

    def __enter__(self) -> CaseFile:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Closes the file. Nothing is ever left to save."""
        self.db.close()

    def changed(self) -> bool:
        """True once after another connection has committed something."""
        version = self._data_version()
        changed, self._seen = version != self._seen, version
        return changed

    def _data_version(self) -> int:
        return int(self.db.execute("PRAGMA data_version").fetchone()[0])

    @contextmanager
    def reading(self) -> Iterator[sqlite3.Connection]:
        """One state of the file for several queries; SQLite's errors come out in words."""
        with connect.told_in_words(self.path), connect.snapshot(self.db):
            yield self.db

    @contextmanager
    def writing(self) -> Iterator[sqlite3.Connection]:
        """A transaction that may write local tables and blobs; what it must not do is append by hand."""
        self._refuse_if_read_only()
        with connect.told_in_words(self.path), connect.immediate(self.db):
            yield self.db

    @contextmanager
    def act(self, viewer: Viewer) -> Iterator[Act]:
        """One act of a person: all of its entries and their projection are committed together, or none
        are."""
        with self.writing() as db:
            act = Act(self, db, viewer)
            yield act
            act.finish()

    def _refuse_if_read_only(self) -> None:
        if self.read_only:
            raise FactcheckError(
                "The case cannot be written to",
                f"{self.path} or its folder is read-only for you.",
                "Copy it to a place where you may write: factcheck copy CASE OUT.",
            )


@dataclass(slots=True)
class Act:
    """An act in the making. `batch` names it; `put` adds an entry; reads of `db` see the state before the
    act, or after what `projected` took in."""

    case: CaseFile
    db: sqlite3.Connection
    viewer: Viewer
    batch: str = ""
    actor: str = ""
    _writer: Writer = field(init=False)
    _begun: bool = False
    _touched: dict[str, None] = field(default_factory=dict)
    _numbers: dict[tuple[str, str], int] = field(default_factory=dict)
    _labels: dict[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self._writer = Writer(self.case, self.db)
        self.batch = self.batch or self.case.ids.fresh()
        self.actor = self.viewer.reviewer or ""
        if not self.actor:
            raise FactcheckError(
                "Nobody acts here", "An act needs a reviewer.", "Say who you are with --by NAME."
            )

    def _begin(self) -> None:
        """Before the first entry: takes up the replica's chain, and lets somebody new join."""
        self._begun = True
        self._writer.ready(self)
        if self.db.execute("SELECT 1 FROM reviewer WHERE id = ?", (self.actor,)).fetchone():
            return
        joined = r.Reviewer(name=self.viewer.name, role=self.viewer.role)
        self.put("reviewer.joined", self.actor, fields_of(joined), batch=self.case.ids.fresh())

    def fresh(self) -> str:
        """A new record's id."""
        return self.case.ids.fresh()

    def label(self, entity: str, subject: str, scope: str = "") -> str:
        """The next free label for a new record; `scope` is a claim's statement."""
        key = (entity, scope)
        if not self._begun:
            self._begin()
        number = self._numbers.get(key) or labels.following(self.db, entity, scope, self._writer.letter)
        self._numbers[key] = number + 1
        label = f"{ENTITIES[entity].letter}{number}{self._writer.letter}"
        self._labels[subject] = f"{self.label_of(scope)}.{label}" if scope else label
        return label

    def label_of(self, subject: str) -> str:
        """The label of a record, one that this act makes included; empty where it has none."""
        known = self._labels.get(subject)
        if known is None:
            row = self.db.execute("SELECT label FROM record WHERE id = ?", (subject,)).fetchone()
            known = row[0] if row else ""
        return known

    def keep(self, data: bytes) -> str:
        """Keeps bytes as a blob; their SHA-256."""
        return blobs.put(self.db, data)

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
        if not self.db.execute("SELECT 1 FROM act WHERE subject = ? LIMIT 1", (subject,)).fetchone():
            return ()
        return project.state_of(self.db, subject).heads

    def projected(self) -> sqlite3.Connection:
        """The tables with what this act added so far, for acts that build on themselves."""
        if self._touched:
            project.refold(self.db, self._touched)
            for gathered in (self._touched, self._numbers, self._labels):
                gathered.clear()
        return self.db

    def finish(self) -> None:
        """Projects what was added. The caller commits."""
        self.projected()
        if self._begun:
            self._writer.remember()


@dataclass(slots=True)
class Writer:
    """Appends this file's own entries: the next number, the chain's last hash, the clock."""

    case: CaseFile
    db: sqlite3.Connection
    replica: str = ""
    letter: str = ""
    seq: int = 0
    prev: str = ""
    at: int = 0

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
        entry = entry_of(
            replica=self.replica,
            seq=self.seq,
            at=min(self.at, MAX_AT),
            wall=as_wall(now),
            actor=actor,
            base=base,
            prev=self.prev,
            body=body_text(body),
        )
        ledger.insert(self.db, [(entry, body)])
        self.prev = entry.hash
        return entry

    def remember(self) -> None:
        """Keeps the clock for the next act."""
        replica.set_local(self.db, "clock", str(self.at))


def create(path: Path, title: str, viewer: Viewer, *, sample: bool = False, clock: Clock | None = None,
           ids: Ids | None = None) -> CaseFile:  # fmt: skip
    """A new case at a path where nothing is; the file appears whole or not at all."""
    connect.check_sqlite()
    if path.exists():
        raise FactcheckError(
            "There is a file of that name already",
            f"{path}",
            "Choose another name, or open the case that is there.",
        )
    if not path.parent.is_dir():
        raise FactcheckError("There is no such folder", f"{path.parent}", "Make the folder first.")
    if viewer.reviewer is None:
        raise FactcheckError(
            "Nobody acts here", "A new case needs a reviewer.", "Say who you are with --by NAME."
        )
    making = path.with_name(f".{path.name}.{os.getpid()}.new")
    with connect.told_in_words(path):
        try:
            _write_empty(making)
            db = connect.connect(making, write=True)
            first = CaseFile(making, db, clock or SystemClock(), ids or RandomIds(), read_only=False)
            with first as case, case.act(viewer) as act:
                act.put(
                    "case.opened", "case", fields_of(r.Case(title=title, sample=sample)), batch=act.fresh()
                )
            appear(making, path)
        except FileExistsError as error:
            raise FactcheckError(
                "There is a file of that name already", f"{path}", "Choose another name."
            ) from error
        except OSError as error:
            raise FactcheckError(
                "The case cannot be made there", f"{path}: {error.strerror or error}", "Choose another place."
            ) from error
        finally:
            connect.discard(making)
    return open_case(path, clock=clock, ids=ids)


def appear(making: Path, path: Path) -> None:
    """Gives a finished file its name, never over another file."""
    try:
        os.link(making, path)
    except FileExistsError:
        raise
    except OSError:  # a file system without hard links
        if path.exists():
            raise FileExistsError(str(path)) from None
        making.rename(path)


def _write_empty(path: Path) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    try:
        connect.settle(db, write=True)
        db.execute(f"PRAGMA application_id = {connect.APPLICATION_ID}")
        db.execute("PRAGMA page_size = 4096")
        db.execute("PRAGMA journal_mode = WAL")
        with connect.immediate(db):
            for statement in project.statements(LEDGER):
                db.execute(statement)
            migrations.stamp(db)
            project.build(db)
            replica.set_local(db, "projection", projection_signature())
    finally:
        db.close()


def open_case(path: Path, *, clock: Clock | None = None, ids: Ids | None = None) -> CaseFile:
    """Opens a case; an older one is migrated after a copy was made. Refuses what is no case, or a newer
    one."""
    connect.check_sqlite()
    refuse_what_is_no_case(path)
    read_only = not (os.access(path, os.W_OK) and os.access(path.parent, os.W_OK))
    with connect.told_in_words(path):
        db = connect_read_only(path) if read_only else connect.connect(path, write=True)
        try:
            migrations.check(db, path)
            if read_only:
                _refuse_if_outdated(db, path)
            else:
                migrations.migrate(db, path)
                _renew_projection(db)
        except BaseException:
            db.close()
            raise
        return CaseFile(path, db, clock or SystemClock(), ids or RandomIds(), read_only=read_only)


def connect_read_only(path: Path) -> sqlite3.Connection:
    """A read-only place has no room for the -shm file that WAL wants; without a -wal file the case is whole
    as is."""
    return connect.connect(path, write=False, immutable=connect.is_still(path))


def _refuse_if_outdated(db: sqlite3.Connection, path: Path) -> None:
    """What must be brought up to date first cannot be, where nobody can write."""
    up_to_date = replica.get_local(db, "projection") == projection_signature()
    if migrations.version_of(db) < migrations.VERSION or not up_to_date:
        raise FactcheckError(
            "This case was last written by another version of factcheck",
            f"{path} has to be brought up to date, and is read-only for you.",
            "Copy the file to a place where you may write, and open the copy.",
        )


def _renew_projection(db: sqlite3.Connection) -> None:
    if replica.get_local(db, "projection") == projection_signature():
        return
    with connect.immediate(db):
        project.replay(db)
        replica.set_local(db, "projection", projection_signature())


def refuse_what_is_no_case(path: Path) -> None:
    """Refuses what is missing, is no file, cannot be read, or was not made by factcheck."""
    if not path.exists():
        raise FactcheckError("There is no such case", f"{path}", f"Make it with: factcheck new {path}", 1)
    if path.is_dir():
        raise FactcheckError("This is a folder, not a case", f"{path}", "Name the case file itself.")
    try:
        with path.open("rb") as file:
            head = file.read(72)
    except OSError as error:
        raise FactcheckError(
            "The case cannot be read", f"{path}: {error.strerror}", "Check your permissions."
        ) from error
    if not head:
        raise FactcheckError(
            "This is no case", f"{path} is empty.", f"Make a case with: factcheck new {path.name}"
        )
    marked = int.from_bytes(head[68:72], "big") == connect.APPLICATION_ID
    if not head.startswith(connect.MAGIC) or not marked:
        is_sqlite = head.startswith(connect.MAGIC)
        sort = "an SQLite file of another program" if is_sqlite else "another sort of file"
        raise FactcheckError(
            "This is no case",
            f"{path} is {sort}.",
            "A case is made with `factcheck new`; a document is added to one with `factcheck add`.",
        )
