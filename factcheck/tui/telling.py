"""Notices: what happened, in words. Data in them is painted as data."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Literal

from textual.app import App
from textual.widget import Widget

from factcheck.errors import FactcheckError
from factcheck.tui.safe import shown

if TYPE_CHECKING:
    from collections.abc import Iterator

Severity = Literal["information", "warning", "error"]


def tell(node: Widget | App[int], title: str, detail: str = "", severity: Severity = "information") -> None:
    """Show a notice: news on one line, over the title bar where nothing is worked on; trouble in full, and
    longer."""
    app = node if isinstance(node, App) else node.app
    news = severity == "information"
    words = shown(detail, lines=not news)
    app.clear_notifications()  # the last one counts, and has the first line to itself
    app.screen.query("ToastHolder").remove()
    app.notify(
        f"{shown(title)}{' · ' if words else ''}{words}" if news else words,
        title="" if news else shown(title),
        severity=severity,
        timeout=10 if severity == "error" else 4,
        markup=False,
    )


def tell_error(node: Widget | App[int], error: FactcheckError) -> None:
    """Show a FactcheckError whole: title, detail, hint."""
    tell(node, error.title, "\n".join(part for part in (error.detail, error.hint) if part), "error")


@contextmanager
def telling(node: Widget | App[int]) -> Iterator[None]:
    """What is refused inside becomes a notice."""
    try:
        yield
    except FactcheckError as error:
        tell_error(node, error)
