"""A register beside a later file of it: which rows are the same, changed, new, and gone.

Rows are known again by the register's own id where a column holds one, else by their cells: then a row with
any other cell is a new one, and the old one is gone.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from factcheck.store import registers
from factcheck.workbench.registering.taking_up import columns_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.core.register_rows import RegisterRow
    from factcheck.store.connect import Db
    from factcheck.workbench.registering.survey import Survey

SHOWN = 20
"""Rows told of each sort; further ones are counted."""


@dataclass(frozen=True, slots=True)
class Changed:
    """A row that a later file has otherwise: (column, before, after)."""

    number: int
    id: str | None
    title: str
    fields: tuple[tuple[str, str, str], ...]


@dataclass(slots=True)
class Changes:
    """What a later file has otherwise. `by_id` says whether rows were known again by an id; `twice` counts
    ids that stand more than once. Rows of each sort are told up to a bound; `named` are records of the case
    that rest on rows which changed or are gone."""

    by_id: bool
    same: int = 0
    changed: int = 0
    new: int = 0
    gone: int = 0
    twice: int = 0
    changed_rows: list[Changed] = field(default_factory=list)
    new_rows: list[tuple[int, str]] = field(default_factory=list)
    gone_rows: list[tuple[int, str]] = field(default_factory=list)
    named: list[tuple[str, str]] = field(default_factory=list)


class Comparison:
    """Goes through the rows of a later file and finds each among those that are here. In memory are a bit for
    each row that is here, and what is told."""

    def __init__(self, db: Db, register: str, source: str, survey: Survey, mapping: Any) -> None:
        self._db = db
        self._register = register
        self._source = source
        self._columns = survey.columns
        self._before = columns_of(mapping) or list(survey.columns)
        self.changes = Changes(by_id="id" in survey.fields and registers.has_ids(db, register))
        self._met = bytearray(registers.size(db, register))
        self._records = registers.records_by_place(db, register)
        self._touched: list[tuple[str, RegisterRow, dict[str, list[str]] | None]] = []
        self._digests = {} if self.changes.by_id else registers.by_cells(db, register)

    def new_rows(self, rows: Iterable[RegisterRow]) -> Iterator[RegisterRow]:
        """The rows of the later file, then those that it no longer has, marked as gone."""
        for row in rows:
            self._take(row)
            yield row
        for n, old in registers.every(self._db, self._register):
            if self._met[n]:
                continue
            gone = old if old.gone else replace(old, gone=self._source)
            if not old.gone:
                self.changes.gone += 1
                if len(self.changes.gone_rows) < SHOWN:
                    self.changes.gone_rows.append((old.number, old.title))
                self._touch(n, gone, None)
            yield gone

    def _take(self, row: RegisterRow) -> None:
        found = self._found(row)
        if found is None:
            self.changes.new += 1
            if len(self.changes.new_rows) < SHOWN:
                self.changes.new_rows.append((row.number, row.title))
            return
        n, old = found
        self._met[n] = 1
        differs = self._differences(old, row)
        if differs or old.gone:
            self.changes.changed += 1
            if len(self.changes.changed_rows) < SHOWN:
                self.changes.changed_rows.append(Changed(row.number, row.id, row.title, differs))
        else:
            self.changes.same += 1
        if differs or old.gone or (old.number, old.when, old.title) != (row.number, row.when, row.title):
            self._touch(n, row, {column: [before, after] for column, before, after in differs} or None)

    def _found(self, row: RegisterRow) -> tuple[int, RegisterRow] | None:
        if self.changes.by_id:
            there = registers.with_id(self._db, self._register, row.id) if row.id else []
            self.changes.twice += len(there) > 1 and any(self._met[n] for n, _ in there)
            return next(((n, old) for n, old in there if not self._met[n]), None)
        places = self._digests.get(registers.digest(row.cells))
        n = next((place for place in places or () if not self._met[place]), None)
        return None if n is None else (n, registers.at_place(self._db, self._register, n))

    def _differences(self, old: RegisterRow, new: RegisterRow) -> tuple[tuple[str, str, str], ...]:
        before = dict(zip(self._before, old.cells, strict=False))
        after = dict(zip(self._columns, new.cells, strict=False))
        found = [
            (column, before.get(column, ""), after.get(column, ""))
            for column in dict.fromkeys((*before, *after))
            if before.get(column, "").strip() != after.get(column, "").strip()
        ]
        if not found and (old.when, old.title, old.people) != (new.when, new.title, new.people):
            found = [  # the same cells, read otherwise: another mapping or order of dates
                (f"({name})", str(was or ""), str(is_ or ""))
                for name, was, is_ in (
                    ("when", old.when, new.when),
                    ("title", old.title, new.title),
                    ("who", ", ".join(old.people), ", ".join(new.people)),
                )
                if was != is_
            ]
        return tuple(found)

    def _touch(self, n: int, row: RegisterRow, changed: dict[str, list[str]] | None) -> None:
        for record, label in self._records.get(n, ()):
            self._touched.append((record, row, changed))
            if row.gone or changed:
                self.changes.named.append((label, "gone" if row.gone else "changed"))

    def taken_up(self) -> Iterator[tuple[str, RegisterRow, dict[str, list[str]] | None]]:
        """The records of the case that rest on rows which are not as they were: each with its row as it is
        now, and what changed in it."""
        yield from self._touched
