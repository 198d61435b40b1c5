"""How the mapping of a register is painted: its columns, what is settled, its first rows as understood."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content

from factcheck.core.light import dataclass
from factcheck.tui.cards import Block
from factcheck.tui.safe import said
from factcheck.tui.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.workbench.acts import RowsImported
    from factcheck.workbench.registering.date_cells import Order
    from factcheck.workbench.registering.survey import Survey

NOT_SAID = "not said yet"


@dataclass(frozen=True, slots=True)
class ColumnRow:
    """A column: the field it is, "" for none, some of its values, and whether an empty cell of it means the
    one above."""

    name: str
    field: str
    values: tuple[str, ...]
    filled: bool = False


def column_rows(survey: Survey) -> list[ColumnRow]:
    """The columns with the fields that they are read as."""
    meant = {column: field for field, columns in survey.fields.items() for column in columns}
    filled = survey.understanding.fill
    return [
        ColumnRow(column, meant.get(column, ""), survey.samples.get(column, ()), column in filled)
        for column in survey.columns
    ]


_FIELD, _NAME = 14, 24


def column_row(row: ColumnRow, width: int) -> list[Content]:
    """A column as one line: field, name, values; before them, how its empty cells are read."""
    name = row.name if len(row.name) <= _NAME else row.name[: _NAME - 1] + "…"
    values = listed("empty as above" if row.filled else None, " | ".join(row.values))
    return [
        Content.assemble(
            said(f" {row.field or '-':<{_FIELD - 1}}", "$record bold" if row.field else "$dim"),
            said(f"{name:<{_NAME + 2}}", "bold"),
            said(values[: max(0, width - _FIELD - _NAME - 2)], "$dim"),
        )
    ]


@dataclass(frozen=True, slots=True)
class Settled:
    """What a person said of a table. `updates` is the source whose rows it replaces, "" for none, None where
    it was not said; `earlier` the one that it looks like a later file of."""

    mode: str = ""
    order: Order | None = None
    updates: str | None = None
    earlier: str | None = None

    @property
    def owes_updates(self) -> bool:
        return self.earlier is not None and self.updates is None

    @property
    def owes_mode(self) -> bool:
        """The mode of an update is that of its register unless said."""
        return not self.mode and not self.updates


def standing(survey: Survey, settled: Settled) -> Iterator[Block]:
    """What is settled, and what has still to be said."""
    from factcheck.workbench.acts import MODE_MEANS
    from factcheck.workbench.registering.date_cells import ORDER_WORDS
    from factcheck.workbench.registering.survey import dates_said, hindrance

    mode = settled.mode
    if settled.owes_updates:
        words = f"{NOT_SAID}: it has rows of {settled.earlier}. Do they replace its rows?"
        yield Block(said(words, "bold $contradiction"), said("updates  ", "bold"))
    elif settled.updates:
        yield Block(
            said(f"the rows of {settled.updates}; changes are shown first"), said("updates  ", "bold")
        )
    means = f"{mode}: {MODE_MEANS[mode]}" if mode else NOT_SAID
    if settled.updates and not mode:
        means = f"what {settled.updates} shows"
    yield Block(said(means, "bold $contradiction" if settled.owes_mode else ""), said("shows  ", "bold"))
    order = settled.order
    told = [dates_said(date) for date in survey.dates if dates_said(date)]
    if problem := hindrance(survey):
        yield Block(said(f"{problem.title}. {problem.detail}", "$contradiction"), said("dates  ", "bold"))
    elif told:
        yield Block(said(" ".join(told)), said("dates  ", "bold"))
    elif order:
        yield Block(said(f"{ORDER_WORDS[order]}; no column is a date yet"), said("dates  ", "bold"))
    if survey.remembered:
        yield Block(said(f"The columns are read as those of {survey.remembered}.", "$dim"))
    for note in survey.notes:
        yield Block(said(note, "$dim"))


def understood(survey: Survey) -> Iterator[Block]:
    """The first rows as they are read."""
    for row in survey.first[:3]:
        words = listed(row.when or "no date", ", ".join(row.people), row.place, row.organisation)
        yield Block(said(words, "$dim"), said(f"{row.number:,}  {row.title}  ", "bold"))


def end_words(done: RowsImported) -> str:
    """What an import did, in a line."""
    if done.same_as:
        return f"the same bytes as {done.same_as}, whose rows are here; nothing was imported"
    changes = done.changes
    return listed(
        f"{changes.changed:,} changed, {changes.new:,} new, {changes.gone:,} gone" if changes else None,
        f"{counted(done.kept, 'row')} of {done.rows:,}",
        f"{done.undated:,} without a date" if done.undated else None,
        f"{done.unresolved:,} with citations that name nothing here" if done.unresolved else None,
        *fault_words(done),
    )


def fault_words(done: RowsImported) -> Sequence[str]:
    """What was wrong with rows, by kind, with the first ones named."""
    return [
        f"{count:,} {what}: {why} ({', '.join(faults.first[why][:2])})"
        for what, faults in (("skipped", done.skipped), ("kept as they are", done.open))
        for why, count in faults.counts.items()
    ]
