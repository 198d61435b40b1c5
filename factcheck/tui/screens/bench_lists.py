"""The lists and panes of the Bench, and how they follow one another: claim, record, pair, strip."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.containers import Container
from textual.widget import Widget

from factcheck.core.views.rows import BenchRow, RecordRow
from factcheck.tui import rows
from factcheck.tui.grade_strip import GradeStrip
from factcheck.tui.list_view import PagedList
from factcheck.tui.pages import Pages
from factcheck.tui.safe import said
from factcheck.tui.screens.desk_screen import DeskScreen
from factcheck.tui.telling import telling
from factcheck.tui.text_pane import TextPane
from factcheck.tui.words import counted, listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.core.views.pairs import Pair
    from factcheck.core.views.records import Head
    from factcheck.tui.acts import Keys
    from factcheck.tui.desk import Desk, Order

EMPTY = "No statements yet: add a file in Sources, or enter words without a document with {new}"
NO_RECORD = "Nothing in the record yet: {new} makes an event"
ORDERS: dict[Order, str] = {"best": "linked, then best first", "date": "linked, then by date"}

SEEN = 512
"""Rows of the record that are looked through for one: what is linked comes first."""


class BenchLists(DeskScreen):
    """What stands in the lists and in the panes. What is meant by an act is for others to say."""

    def __init__(self, desk: Desk, keys: Keys) -> None:
        super().__init__(desk, keys)
        self.pair: Pair | None = None
        self.order: Order = "best"
        self.wanted = {"statements": "", "record": ""}
        self._claim: str | None = None
        self._targets: dict[str, str] = {}
        self._became: dict[str, str] = {}
        self._behind = False
        self._counts = ""

    def body(self) -> Iterator[Widget]:
        with_lists = Container(id="lists")
        with_lists.compose_add_child(
            PagedList[BenchRow](
                rows.bench_row,
                rests_on=lambda row: row.row in {"claim", "proposal"},
                key=lambda row: row.id,
                id="statements",
            )
        )
        with_lists.compose_add_child(
            PagedList[RecordRow](rows.record_row, key=lambda row: row.id, id="record")
        )
        yield with_lists
        pair = Container(id="pair")
        for name in ("claim", "target", "brief"):
            pair.compose_add_child(TextPane(id=name))
        yield pair
        yield GradeStrip(self.keys, id="strip")

    @property
    def statements(self) -> PagedList[BenchRow]:
        return self.query_one("#statements", PagedList)

    @property
    def record(self) -> PagedList[RecordRow]:
        return self.query_one("#record", PagedList)

    @property
    def strip(self) -> GradeStrip:
        return self.query_one(GradeStrip)

    def on_mount(self) -> None:
        self.query_one("#brief").can_focus = False
        self._list_statements()

    def fill(self) -> None:
        self._count()
        self.follow_claim()

    def on_resize(self) -> None:
        self.call_after_refresh(self._fit)

    def reload(self) -> None:
        """Read anew; the same claim and the same thing of the record stay in focus."""
        self.show_title()
        self._count()
        at = None
        if self._claim is not None:
            with telling(self):
                at = self._place_of(self._claim)
        self.statements.reload(at)
        self.follow_claim()

    def became(self, before: str, now: str) -> None:
        """The focus went over from a proposal to what it became: so it goes when that is undone, or done
        again."""
        if before != now:
            self._became[before], self._became[now] = now, before

    def _place_of(self, id: str) -> int | None:
        """Where a claim or a proposal stands, or what it became."""
        found = (
            self.desk.bench_position(one, self.wanted["statements"])
            for one in (id, self._became.get(id))
            if one is not None
        )
        return next((at for at in found if at is not None), None)

    def _place_beside(self, pages: Pages[RecordRow], claim: str) -> int | None:
        """Where the thing of the record stands that was last looked at beside a claim, or what it became."""
        target = self._targets.get(claim)
        if target is None:
            return None
        at = _index_of(pages, target)
        row = pages.row(at)
        return at if row is not None and row.id == target else _index_of(pages, self._became.get(target, ""))

    def show_statements(self, at: int = 0) -> None:
        """The statements that the filter lets through, and what goes with the one in focus."""
        self._list_statements(at)
        self.follow_claim()

    def _list_statements(self, at: int = 0) -> None:
        desk, wanted = self.desk, self.wanted["statements"]
        pages: Pages[BenchRow] = Pages(
            lambda: desk.bench_count(wanted),
            lambda offset, limit: desk.bench_rows(offset, limit, wanted),
        )
        self.statements.empty = "Nothing fits the filter; Esc clears it." if wanted else self._hint(EMPTY)
        self.statements.show(pages, at)

    def go_to(self, claim: str, target: str | None = None) -> bool:
        """Put a claim in focus, and what stands beside it; whether it is in the list. A filter that hides it
        is taken away."""
        if target is not None:
            self._targets[claim] = target
        at = self.desk.bench_position(claim, self.wanted["statements"])
        if at is None and self.wanted["statements"]:
            self.wanted["statements"] = ""
            self.show_statements()
            at = self.desk.bench_position(claim)
        if at is None:
            return False
        if self.record_hides(target):
            self.wanted["record"] = ""
        if at == self.statements.cursor:
            self.follow_claim()
        else:
            self.statements.reload(at)
            self.statements.move_to(at)
            self.follow_claim()
        return True

    def record_hides(self, target: str | None) -> bool:
        """Whether a filter of the record is in force that may hide a target."""
        return target is not None and bool(self.wanted["record"])

    def on_paged_list_moved(self, message: PagedList.Moved) -> None:
        message.stop()
        if not self._behind:
            self._behind = True
            self.call_after_refresh(self._catch_up, message.list.id == "statements")

    def on_paged_list_marked(self, message: PagedList.Marked) -> None:
        message.stop()
        self.titles()

    def _catch_up(self, claim_moved: bool) -> None:
        self._behind = False
        row = self.statements.row
        if claim_moved or (row is not None and row.id != self._claim):
            self.follow_claim()
        else:
            if self._claim is not None and self.record.row is not None:
                self._targets[self._claim] = self.record.row.id
            self._show_pair()

    def follow_claim(self) -> None:
        """The record beside the claim, or the proposed statement, that is in focus now."""
        row = self.statements.row
        if row is None:
            self._claim = None
            self.record.empty = self._hint(NO_RECORD)
            self.record.show(Pages(lambda: 0, lambda offset, limit: ()))
            self._show_pair()
            return
        claim, desk, wanted, order = row.id, self.desk, self.wanted["record"], self.order
        same, self._claim = claim == self._claim, claim
        pages: Pages[RecordRow] = Pages(
            lambda: desk.record_count(claim, wanted, order),
            lambda offset, limit: desk.record_rows(claim, offset, limit, wanted, order),
        )
        self.record.empty = "Nothing fits the filter; Esc clears it." if wanted else self._hint(NO_RECORD)
        at = self._place_beside(pages, claim)
        if same:
            self.record.pages = pages
            self.record.reload(at)
        else:
            self.record.unmark()
            self.record.show(pages, at or 0)
        self._show_pair()

    def _hint(self, words: str) -> str:
        return words.format(new=self.keys.shown("record.new"))

    def _show_pair(self) -> None:
        from factcheck.tui.brief import brief_pair
        from factcheck.tui.cards import claim_card, record_card
        from factcheck.tui.matches import matches_of

        target = self.record.row
        self.pair = None
        if self._claim is not None:
            with telling(self):
                self.pair = self.desk.pair(self._claim, target.id if target is not None else None)
        self.titles()
        claim, card, brief = (self.query_one(f"#{name}", TextPane) for name in ("claim", "target", "brief"))
        pair = self.pair
        if pair is None:
            for pane in (claim, card, brief):
                pane.show((), None)
        else:
            reasons = target.reasons if target is not None else None
            matches = matches_of(pair, self.desk.matched)
            what = (pair.claim.head.id, target.id if target else None)
            claim.show(claim_card(pair.claim, matches), what[0])
            card.show(record_card(pair, reasons, matches), what)
            brief.show(brief_pair(pair, reasons, matches), what)
        self.strip.show(pair, self.pair_title(), self.desk.who)

    def _count(self) -> None:
        """How much there is; counted when the case is read, not with every move."""
        with telling(self):
            counts = self.desk.summary().counts
            waiting = counts.get("proposals", 0)
            self._counts = listed(
                counted(counts.get("statements", 0), "statement"),
                counted(counts.get("claims", 0), "claim"),
                f"{waiting:,} proposed" if waiting else None,
            )

    def titles(self) -> None:
        """What stands in the frames: counts, order, filters, marks."""
        marked = self._marked(self.statements)
        self._title(self.statements, f"{marked}{self._counts}{self._in_force('statements')}")
        row = self.statements.row
        label = f" for {row.label}" if row is not None and row.row == "claim" else ""
        order = "" if self.wanted["record"] else f" · {ORDERS[self.order]}"
        marked = self._marked(self.record)
        self._title(self.record, f"{marked}Record{label}{order}{self._in_force('record')}")
        self._title(
            self.query_one("#claim"), (row.label if row.row == "claim" else "proposed") if row else "Claim"
        )
        target = self.record.row
        self._title(self.query_one("#target"), target.label if target is not None else "Record")
        self._title(self.strip, "Grade")
        self.record.border_subtitle = said(f"{len(self.record.pages):,} in the record")

    def _marked(self, found: PagedList[BenchRow] | PagedList[RecordRow]) -> str:
        return f"{len(found.marked)} marked · " if found.marked else ""

    def _in_force(self, name: str) -> str:
        wanted = self.wanted[name]
        return f" · filter {wanted} (Esc clears)" if wanted else ""

    def _title(self, widget: Widget, words: str) -> None:
        widget.border_title = said(words)

    def pair_title(self) -> str:
        """`S1.C3–E2`."""
        other = self.other_head()
        return f"{self.pair.claim.head.label}–{other.label}" if self.pair and other else ""

    def other_head(self) -> Head | None:
        """The record's side of the pair."""
        pair = self.pair
        other = pair and (pair.event or pair.statement or pair.row)
        return other.head if other else None

    def _fit(self) -> None:
        tall = self.has_class("-wide")
        self.record.paint_as(rows.record_row_tall if tall else rows.record_row, 2 if tall else 1)


def _index_of(pages: Pages[RecordRow], id: str) -> int:
    """The row of a record, or the first."""
    rows = (pages.row(index) for index in range(min(len(pages), SEEN)))
    return next((index for index, row in enumerate(rows) if row is not None and row.id == id), 0)
