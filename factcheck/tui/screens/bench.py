"""The Bench: statements, the record beside the focused claim, the pair in full, and the grade strip."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType

from factcheck.tui.acts import Where, bindings
from factcheck.tui.screens.bench_judging import JudgingActs
from factcheck.tui.screens.bench_moving import MovingActs
from factcheck.tui.screens.bench_triage import TriageActs
from factcheck.tui.screens.statement_comparing import ComparingActs

if TYPE_CHECKING:
    from factcheck.tui.list_view import PagedList


class BenchScreen(JudgingActs, TriageActs, MovingActs, ComparingActs):
    """The focused claim and the focused thing of the record make the pair; every act is about these."""

    MODE = "bench"
    PLACES: ClassVar[tuple[Where, ...]] = ("bench", "everywhere")
    BINDINGS: ClassVar[list[BindingType]] = bindings("bench")
    AUTO_FOCUS = "#statements"

    def on_paged_list_chosen(self, message: PagedList.Chosen) -> None:
        message.stop()
        self.action_pair_zoom()
