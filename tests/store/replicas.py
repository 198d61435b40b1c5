"""Copies of a case for tests: people, clocks set by hand, ids that are the same in every run, and syncing."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import sha256
from pathlib import Path

from factcheck.core.entry import Body, Entry
from factcheck.core.viewer import Viewer, reviewer_id
from factcheck.store import union
from factcheck.store.case import CaseFile, open_case
from factcheck.store.creating import create, write_blank
from factcheck.store.union import UnionReport

ANN = Viewer(reviewer_id("Ann"), "Ann", "lead")
BEN = Viewer(reviewer_id("Ben"), "Ben", "reviewer")
CLEO = Viewer(reviewer_id("Cleo"), "Cleo", "adjudicator")
DAN = Viewer(reviewer_id("Dan"), "Dan", "observer")
PEOPLE = (ANN, BEN, CLEO, DAN)

NOON = datetime(2017, 3, 2, 12, tzinfo=UTC)


@dataclass(slots=True)
class HandClock:
    """A clock that moves one second each time it is asked, and otherwise only by hand."""

    moment: datetime = NOON

    def now(self) -> datetime:
        self.moment += timedelta(seconds=1)
        return self.moment


@dataclass(slots=True)
class CountedIds:
    """Ids that look like random ones and are the same in every run."""

    name: str
    count: int = 0

    def fresh(self) -> str:
        self.count += 1
        return sha256(f"{self.name} {self.count}".encode()).hexdigest()[:24]


def hurried(case: CaseFile) -> CaseFile:
    """The same case without waiting for the disk: these tests pull no plug."""
    case.db.execute("PRAGMA synchronous = OFF")
    return case


def new_case(folder: Path, name: str = "a", viewer: Viewer = ANN, clock: HandClock | None = None) -> CaseFile:
    """A new, hurried case `name.db`."""
    path = folder / f"{name}.db"
    return hurried(create(path, "A case", viewer, clock=clock or HandClock(), ids=CountedIds(name)))


def blank_case(folder: Path, name: str) -> CaseFile:
    """A file without a single entry, to take a case in."""
    path = folder / f"{name}.db"
    write_blank(path)
    return reopened(path, name)


def reopened(path: Path, name: str, clock: HandClock | None = None) -> CaseFile:
    """An existing file as a hurried case."""
    return hurried(open_case(path, clock=clock or HandClock(), ids=CountedIds(name)))


def copied(case: CaseFile, name: str, clock: HandClock | None = None) -> CaseFile:
    """A copy made behind the program's back, as `cp` makes it; a replica of its own from its first write."""
    case.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    path = case.path.with_name(f"{name}.db")
    shutil.copyfile(case.path, path)
    return reopened(path, name, clock)


def send(
    giver: CaseFile,
    taker: CaseFile,
    *,
    keep: Callable[[Entry, Body], bool] | None = None,
    choose: Callable[[list[Entry]], Iterable[Entry]] = iter,
) -> UnionReport:
    """What one copy holds, or what `choose` takes of it, goes to another; bodies that `keep` refuses stay."""
    entries, parcel = union.everything(giver)
    if keep is not None:
        with giver.reading() as db:
            entries = list(union.withheld(db, keep))
    return union.unite(taker, choose(entries), parcel)


def sync(*cases: CaseFile) -> None:
    """All copies hold what any of them held."""
    for case in cases[1:]:
        send(case, cases[0])
    for case in cases[1:]:
        send(cases[0], case)


def findable(case: CaseFile) -> list[list[tuple[object, ...]]]:
    """What can be found and what the long lists hold, after SQLite compared its indexes with the words."""
    indexes = "SELECT name FROM sqlite_schema WHERE sql LIKE '% USING fts5(%' ORDER BY name"
    for (index,) in case.db.execute(indexes).fetchall():
        case.db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")
    return [
        case.db.execute(query).fetchall()
        for query in (
            "SELECT record, words FROM record_text ORDER BY record",
            "SELECT source, chunk, start, length FROM paragraph ORDER BY source, start",
            "SELECT id, statement, part, day, number FROM bench_line ORDER BY id",
            "SELECT event, day, number, terms FROM event_line ORDER BY event",
        )
    ]
