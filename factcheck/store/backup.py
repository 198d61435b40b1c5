"""Copies of a case: complete, checked, and replicas of their own from their first write."""

from __future__ import annotations

import glob
import os
import sqlite3
from contextlib import contextmanager
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.store import connect, migrations, replica, verify
from factcheck.store.case import CaseFile, connect_read_only, open_case, refuse_what_is_no_case
from factcheck.store.creating import appear, refuse_folder

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

_TOLD = 5
"""Problems of a damaged backup that are told."""


def copy_to(case: CaseFile, out: Path, origin: str) -> Path:
    """Writes the case as it stands to a path where nothing is; the copy appears whole and verified, or not
    at all."""
    _refuse_occupied(out)
    making = out.with_name(f".{out.name}.{os.getpid()}.new")
    connect.discard(making)  # what a killed process of the same number left
    try:
        with connect.told_in_words(out):
            _write(case, making, origin)
        appear(making, out)
    except OSError as error:
        raise FactcheckError(
            "The copy cannot be made there", f"{out}: {error.strerror or error}", "Choose another place."
        ) from error
    finally:
        connect.discard(making)
    return out


def _refuse_occupied(out: Path) -> None:
    if out.exists():
        raise FactcheckError("There is a file of that name already", f"{out}", "Choose another name.")
    refuse_folder(out.parent)


def _write(case: CaseFile, making: Path, origin: str) -> None:
    target = sqlite3.connect(making, isolation_level=None)
    try:
        with connect.snapshot(case.db):  # of one moment, whoever writes meanwhile
            heads = _heads(case.db)
            case.db.backup(target)
        connect.settle(target, write=True)
        fault = target.execute("PRAGMA integrity_check(1)").fetchone()[0]
        same = _heads(target) == heads
        if fault != "ok" or not same:
            raise FactcheckError(
                "The copy is not sound", f"{making}: {fault}", "Check the disk, then try again."
            )
        replica.begin_anew(target, origin)
        target.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    finally:
        target.close()


def _heads(db: sqlite3.Connection) -> list[tuple[str, int, str]]:
    query = "SELECT replica, max(seq), count(*) FROM entry GROUP BY replica ORDER BY replica"
    return list(db.execute(query))


def restore(kept: Path, out: Path) -> Path:
    """Makes a case from a backup, or from any copy of a case, at a path where nothing is. It is verified
    first, brought up to date where it is an older one, and appears whole or not at all; the backup is only
    read."""
    refuse_what_is_no_case(kept)
    _refuse_occupied(out)
    making = out.with_name(f".{out.name}.{os.getpid()}.new")
    connect.discard(making)
    try:
        with _damage_told(kept), connect.told_in_words(kept):
            _transcribe(kept, making)
            _check_and_begin_anew(making, kept)
        appear(making, out)
    except OSError as error:
        raise FactcheckError(
            "The case cannot be made there", f"{out}: {error.strerror or error}", "Choose another place."
        ) from error
    finally:
        for leftover in making.parent.glob(f"{glob.escape(making.name)}*"):
            leftover.unlink(missing_ok=True)
    return out


def _transcribe(kept: Path, making: Path) -> None:
    source = connect_read_only(kept)
    try:
        migrations.check(source, kept)
        target = sqlite3.connect(making, isolation_level=None)
        try:
            source.backup(target)
        finally:
            target.close()
    finally:
        source.close()


def _check_and_begin_anew(making: Path, kept: Path) -> None:
    with open_case(making) as case:
        verified = verify.verify(case)
        if not verified.ok:
            first = "\n".join(f"{problem.where}: {problem.what}" for problem in verified.problems[:_TOLD])
            more = len(verified.problems) - _TOLD
            raise _damaged(kept, first + (f"\nand {more} more" if more > 0 else ""))
        with connect.immediate(case.db):
            replica.begin_anew(case.db, "restored copy")
        case.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")


@contextmanager
def _damage_told(kept: Path) -> Iterator[None]:
    """What SQLite cannot read of a backup: the advice to restore a backup would lead in a circle."""
    try:
        yield
    except FactcheckError as error:
        if isinstance(error.__cause__, sqlite3.DatabaseError) and _is_damage(error.__cause__):
            raise _damaged(kept, str(error.__cause__)) from error.__cause__
        raise


def _is_damage(error: sqlite3.DatabaseError) -> bool:
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return code in {sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB, sqlite3.SQLITE_ERROR}


def _damaged(kept: Path, how: str) -> FactcheckError:
    return FactcheckError(
        "This backup is damaged", f"{kept}\n{how}", "Nothing was written. Choose another backup."
    )
