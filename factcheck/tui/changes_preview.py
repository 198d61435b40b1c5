"""A later file beside its register, before anything is written: what is the same, changed, new and gone."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Static

from factcheck.core.changes import Change
from factcheck.tui.cards import BLANK, Block
from factcheck.tui.differing import changed_words
from factcheck.tui.safe import said
from factcheck.tui.text_pane import TextPane
from factcheck.tui.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.workbench.registering.changes import Changed, Changes


class ChangesPreview(ModalScreen[bool]):
    """Whether the register is to be brought up to date."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("i,enter", "answer(True)", "update", show=False),
        Binding("escape,q,n", "answer(False)", "leave", show=False),
    ]

    def __init__(self, name: str, register: str, changes: Changes, faults: Sequence[str]) -> None:
        """`faults` are words on rows that are left out, or kept as they are."""
        super().__init__()
        self._name, self._register, self._changes, self._faults = name, register, changes, faults

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog page versions") as dialog:
            dialog.border_title = said(f"{self._name} beside {self._register}")
            yield TextPane()
            keys = f"Enter brings {self._register} up to date   ↑ ↓ scroll   Esc imports nothing"
            yield Static(said(keys), classes="keys")

    def on_mount(self) -> None:
        pane = self.query_one(TextPane)
        pane.show([*change_blocks(self._changes), *map(_fault, self._faults)], self._name)
        pane.focus()

    def action_answer(self, yes: bool) -> None:
        self.dismiss(yes)


def change_blocks(changes: Changes) -> Iterator[Block]:
    """The counts, then rows of each sort, what changed in them cell by cell."""
    yield Block(said(change_counts(changes), "bold"))
    known = "their ids" if changes.by_id else "their cells, for no column holds an id"
    yield Block(said(f"Rows are known again by {known}.", "$dim"))
    if changes.twice:
        ids = counted(changes.twice, "id stands", "ids stand")
        yield Block(said(f"{ids} more than once; such rows were taken in order.", "$statement"))
    if not changes.changed + changes.new + changes.gone:
        yield Block(said("Nothing differs."))
    for row in changes.changed_rows:
        yield from _changed(row)
    yield from _more(changes.changed - len(changes.changed_rows), "changed")
    for sort, style, rows, count in (
        ("new", "$support", changes.new_rows, changes.new),
        ("gone", "$contradiction", changes.gone_rows, changes.gone),
    ):
        for number, title in rows:
            yield Block(said(title), said(f"{sort:<8} row {number:,}  ", f"bold {style}"))
        yield from _more(count - len(rows), sort)
    if changes.named:
        yield BLANK
    for label, how in changes.named:
        yield Block(said(f"{label} rests on a row that is {how}; it is kept, and says so.", "$statement"))


def change_counts(changes: Changes) -> str:
    """How many rows there are of each sort."""
    return listed(
        f"{changes.same:,} the same",
        f"{changes.changed:,} changed",
        f"{changes.new:,} new",
        f"{changes.gone:,} gone",
    )


def _changed(row: Changed) -> Iterator[Block]:
    yield Block(said(row.title), said(f"changed  row {row.number:,}  ", "bold $statement"))
    for column, before, after in row.fields:
        both = [Change("gone", before or "(empty)"), Change("come", after or "(empty)")]
        yield Block(changed_words(both), said(f"    {column}: ", "$dim"))


def _more(count: int, sort: str) -> Iterator[Block]:
    if count > 0:
        yield Block(said(f"and {count:,} more {sort}", "$dim"), Content("    "))


def _fault(words: str) -> Block:
    return Block(said(words, "$contradiction"))
