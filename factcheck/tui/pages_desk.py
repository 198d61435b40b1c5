"""What the pages of a source ask of a case: to be looked at outside, typed from, checked."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.records import Made
    from factcheck.core.views.sources import PageView
    from factcheck.workbench.opening import Opened


class PagesDesk(Protocol):
    """Pages as one person sees them; a page is called as it is labelled."""

    def pages(self, source: str) -> Sequence[PageView]:
        """The pages of a source in order; none where it has none."""
        ...

    def open_page(self, source: str, page: str | None) -> Opened:
        """Opens a page outside, or says where its file is; of what was typed, the image."""
        ...

    def type_page(self, source: str, page: str | None, words: str) -> Made:
        """Records what a page that is an image says."""
        ...

    def check_page(self, typed: str) -> Made:
        """Says that what another typed has what the image has."""
        ...

    def whole_text(self, source: str) -> str: ...
