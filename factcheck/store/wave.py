"""Rows on their way into the projection's tables."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.store import findable

if TYPE_CHECKING:
    import sqlite3

_BUFFER = 5000
_FORGOTTEN = 2000
_REMEMBERED = 100_000


@dataclass(slots=True)
class Wave:
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
    forgotten: list[str] = field(default_factory=list)
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
        if self.count >= _BUFFER or len(self.forgotten) >= _FORGOTTEN:
            self.flush()
            if len(self.present) > _REMEMBERED:
                self.present.clear()
                self.labels.clear()

    def flush(self) -> None:
        findable.forget(self.db, self.forgotten)
        self.forgotten.clear()
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
