"""A case file: open it, read it, begin an act."""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.core.protocols import Clock, Ids, RandomIds, SystemClock
from factcheck.errors import FactcheckError
from factcheck.store import connect, migrations, replica
from factcheck.store.signature import PROJECTION

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act


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
        with connect.told_in_words(self.path), connect.roomy(self.db), connect.immediate(self.db):
            yield self.db

    @contextmanager
    def act(self, viewer: Viewer) -> Iterator[Act]:
        """One act of a person: all of its entries and their projection are committed together, or none
        are."""
        from factcheck.store.act import Act  # what writes is not needed to open a case and look at it

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


def open_case(
    path: Path,
    *,
    clock: Clock | None = None,
    ids: Ids | None = None,
    renewing: Callable[[int], None] = lambda entries: None,
) -> CaseFile:
    """Opens a case; an older one is migrated after a copy was made. Refuses what is no case, or a newer
    one. `renewing` is told of how many entries the tables are made anew, before that is begun."""
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
                _renew_projection(db, renewing)
        except BaseException:  # whatever ended the opening, an interrupt too: the connection goes with it
            db.close()
            raise
        return CaseFile(path, db, clock or SystemClock(), ids or RandomIds(), read_only=read_only)


def connect_read_only(path: Path) -> sqlite3.Connection:
    """A read-only place has no room for the -shm file that WAL wants; without a -wal file the case is whole
    as is. Refuses one whose latest writes cannot be read there."""
    still = connect.is_still(path)
    db = connect.connect(path, write=False, immutable=still)
    if not still and not connect.can_be_read(db):
        db.close()
        raise FactcheckError(
            "The case's latest writes cannot be read there",
            f"They are in {path.name}-wal beside it, and {path.parent} is read-only for you.",
            "Copy both files to a place where you may write, and open the copy.",
        )
    return db


def _refuse_if_outdated(db: sqlite3.Connection, path: Path) -> None:
    """What must be brought up to date first cannot be, where nobody can write."""
    up_to_date = replica.get_local(db, "projection") == PROJECTION
    if migrations.version_of(db) < migrations.VERSION or not up_to_date:
        raise FactcheckError(
            "This case was last written by another version of factcheck",
            f"{path} has to be brought up to date, and is read-only for you.",
            "Copy the file to a place where you may write, and open the copy.",
        )


def _renew_projection(db: sqlite3.Connection, renewing: Callable[[int], None]) -> None:
    if replica.get_local(db, "projection") == PROJECTION:
        return
    from factcheck.store import project

    renewing(int(db.execute("SELECT count(*) FROM entry").fetchone()[0]))
    with connect.immediate(db):
        project.replay(db)
        replica.set_local(db, "projection", PROJECTION)


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
