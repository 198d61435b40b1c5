"""Making a case file: whole or not at all, and never over another file."""

from __future__ import annotations

import os
import sqlite3
from typing import TYPE_CHECKING

from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.core.protocols import Clock, Ids, RandomIds, SystemClock
from factcheck.errors import FactcheckError
from factcheck.store import connect, migrations, project, replica
from factcheck.store.case import CaseFile, open_case
from factcheck.store.ledger_tables import LEDGER
from factcheck.store.signature import PROJECTION

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.core.viewer import Viewer


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
    refuse_folder(path.parent)
    if viewer.reviewer is None:
        raise FactcheckError(
            "Nobody acts here", "A new case needs a reviewer.", "Say who you are with --by NAME."
        )
    making = path.with_name(f".{path.name}.{os.getpid()}.new")
    with connect.told_in_words(path):
        try:
            connect.discard(making)  # what a killed process of the same number left
            write_blank(making)
            db = connect.connect(making, write=True)
            first = CaseFile(making, db, clock or SystemClock(), ids or RandomIds(), read_only=False)
            with first as case, case.act(viewer) as act:
                act.put(
                    "case.opened", "case", fields_of(r.Case(title=title, sample=sample)), batch=act.fresh()
                )
            appear(making, path)
        except FactcheckError as error:  # SQLite's own, told of a name that nobody gave
            if isinstance(error.__cause__, sqlite3.Error):
                raise connect.explained(error.__cause__, path) from error.__cause__
            raise
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


def refuse_folder(folder: Path) -> None:
    """Refuses a folder in which no file can be made."""
    if not folder.is_dir():
        raise FactcheckError("There is no such folder", f"{folder}", "Make the folder first.")
    if not os.access(folder, os.W_OK):
        raise FactcheckError(
            "The folder cannot be written to", f"{folder} is read-only for you.", "Choose another place."
        )


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


def write_blank(path: Path) -> None:
    """A case file without a single entry, which nobody opened yet: it may take in any case."""
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
            replica.set_local(db, "projection", PROJECTION)
    finally:
        db.close()
