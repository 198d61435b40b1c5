"""Rows on their way into a register: read as they are understood, and what is wrong with any told."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.core.register_rows import RegisterRow, blobs_of
from factcheck.core.table import TableRow, UnreadRow
from factcheck.errors import FactcheckError
from factcheck.workbench.registering import survey as surveying
from factcheck.workbench.registering.survey import Survey, is_dated
from factcheck.workbench.registering.understanding import BARE, UNDATED, Above, open_cells, unkept

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from factcheck.workbench.registering.changes import Changes
    from factcheck.workbench.registering.survey import Asked, Progress

NAMED = 5
"""Rows named for each thing that was wrong; further ones are counted."""


@dataclass(slots=True)
class Faults:
    """What was wrong with rows, by kind: how many, and which the first ones are."""

    counts: dict[str, int] = field(default_factory=dict)
    first: dict[str, list[str]] = field(default_factory=dict)

    def tell(self, kind: str, where: str) -> None:
        """One row, by the words that name it."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        named = self.first.setdefault(kind, [])
        if len(named) < NAMED:
            named.append(where)

    def __len__(self) -> int:
        return sum(self.counts.values())


@dataclass(slots=True)
class RowsImported:
    """What an import of rows did. `rows` were read, of which `kept` are in the register; `skipped` could not
    be read as rows, `open` were kept with something in them that could not be read; `undated` have no date
    (`ditto`: one is empty below the day of another), `bare` nothing that says what they were. `called_off`
    say of themselves that they were cancelled, or that nobody came. `cited` have citations, of which
    `unresolved` name nothing that the case has.
    `same_as` is the label of the source whose register holds these bytes already: then nothing was done.
    `changes` are those of an update."""

    survey: Survey
    source: str = ""
    register: str = ""
    batch: str = ""
    mode: str | None = None
    rows: int = 0
    kept: int = 0
    undated: int = 0
    bare: int = 0
    ditto: bool = False
    called_off: int = 0
    cited: int = 0
    unresolved: int = 0
    skipped: Faults = field(default_factory=Faults)
    open: Faults = field(default_factory=Faults)
    same_as: str | None = None
    changes: Changes | None = None
    text_left_out: bool = False

    @property
    def partly(self) -> bool:
        """Whether something did not come in as it stands in the file."""
        return bool(len(self.skipped) or len(self.open))


def rows_of(
    content: Path | bytes, name: str, asked: Asked, done: RowsImported, progress: Progress | None
) -> Iterator[RegisterRow]:
    """The rows of a file as they are understood; what is wrong with any is told in `done`."""
    with surveying.opened(content, name, asked) as table:
        if table.columns != done.survey.columns:
            raise FactcheckError("The file changed while it was read", name, "Import it again.")
        yield from _understood(table.rows, done, progress)


def _understood(
    table: Iterable[TableRow | UnreadRow], done: RowsImported, progress: Progress | None
) -> Iterator[RegisterRow]:
    understanding, dated = done.survey.understanding, is_dated(done.survey.fields)
    above = Above(understanding.columns, understanding.fill)
    of_a_day = False
    for row in table:
        if progress and done.rows % surveying.TELL == 0:
            progress(done.rows)
        done.rows += 1
        if isinstance(row, UnreadRow):
            done.skipped.tell(row.why, row.where)
        elif fault := unkept(row):
            done.skipped.tell(fault, f"row {row.number:,}")
        else:
            read = _told(understanding.row(row, above.filled(row)), dated, done)
            done.ditto = done.ditto or (UNDATED in read.open and of_a_day)
            of_a_day = read.when is not None and ("T" not in read.when or "time" in done.survey.fields)
            yield read


def _told(row: RegisterRow, dated: bool, done: RowsImported) -> RegisterRow:
    done.kept += 1
    done.undated += dated and row.when is None
    done.called_off += row.mode is not None
    done.cited += row.cite is not None
    for why in open_cells(row):
        if why == BARE:
            done.bare += 1
        elif why != UNDATED:
            done.open.tell(why, f"row {row.number:,}")
    return row


def in_blobs(found: Iterable[RegisterRow]) -> Iterator[tuple[bytes, list[RegisterRow]]]:
    """The blobs of rows, each with the rows that are in it."""
    some: list[RegisterRow] = []

    def noted() -> Iterator[RegisterRow]:
        for row in found:
            some.append(row)
            yield row

    for blob in blobs_of(noted()):
        yield blob, some
        some.clear()
