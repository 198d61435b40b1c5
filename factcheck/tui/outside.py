"""A page opened outside; where that cannot be, over ssh or without a display, where its file is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.tui.cards import Block
from factcheck.tui.dialogs import Page
from factcheck.tui.safe import said, shown
from factcheck.tui.telling import tell
from factcheck.tui.words import listed

if TYPE_CHECKING:
    from collections.abc import Iterator

    from textual.app import App

    from factcheck.tui.desk import Desk
    from factcheck.workbench.opening import Opened


def show_outside(app: App[Any], desk: Desk, source: str, page: str | None) -> None:
    """Opens a page and says so in a notice, or shows the path to its file, which is copied, too."""
    opened = desk.open_page(source, page)
    if opened.command:
        tell(app, "Opened outside", listed(_page(opened), opened.command[0]))
        return
    app.copy_to_clipboard(shown(str(opened.path)))
    app.push_screen(Page("Not opened here", _where(opened)))


def _page(opened: Opened) -> str:
    if opened.page is None:
        return ""
    return listed(f"page {opened.page.page}", f"{opened.page.number:,} of the file", opened.page.bates)


def _where(opened: Opened) -> Iterator[Block]:
    yield Block(said(f"Because {opened.why}. The file is a copy of the original; its path is copied."))
    yield Block(said(str(opened.path), "bold"), said("path  ", "$dim"))
    if opened.page is not None:
        yield Block(said(_page(opened)), said("page  ", "$dim"))
