"""The door of the interface, which the command line opens. Nothing of the framework is imported before."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui import waking

if TYPE_CHECKING:
    from factcheck.config import Settings
    from factcheck.core.viewer import Viewer
    from factcheck.workbench.cases import OpenCase


def open_interface(case: OpenCase, viewer: Viewer, settings: Settings) -> int:
    """Show a case until its reader leaves; the exit code."""
    waking.begin()
    from factcheck.tui.app import run

    return run(case, viewer, settings)
