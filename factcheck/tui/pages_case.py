"""The pages of a real case, as `pages_desk.PagesDesk` asks for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.case_part import CasePart
from factcheck.workbench import acts, readings

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.records import Made
    from factcheck.core.views.sources import PageView
    from factcheck.workbench.opening import Opened


class CasePages(CasePart):
    """A part of `case_desk.CaseDesk`."""

    def pages(self, source: str) -> Sequence[PageView]:
        return readings.pages(self._case, self._actor, source)

    def open_page(self, source: str, page: str | None) -> Opened:
        from factcheck.workbench import opening  # late: it brings the readers of images

        return opening.open_page(self._case, self._actor, source, page)

    def type_page(self, source: str, page: str | None, words: str) -> Made:
        return acts.type_page(self._case, self._actor, source, page, words)

    def check_page(self, typed: str) -> Made:
        return acts.check_page(self._case, self._actor, typed)

    def whole_text(self, source: str) -> str:
        length = readings.source_view(self._case, self._actor, source).length
        return readings.text_of(self._case, self._actor, source, 0, length)
