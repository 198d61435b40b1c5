"""Verification of a case, for every face."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.store import verify as checks
from factcheck.store.case import CaseFile, refuse_what_is_no_case

if TYPE_CHECKING:
    from pathlib import Path

    from factcheck.core.viewer import Viewer
    from factcheck.core.views.verifying import Verified


def verify(case: CaseFile, viewer: Viewer) -> Verified:
    """Checks chain, bodies, documents, quotations and replay; changes nothing and never raises for what it
    finds."""
    return checks.verify(case)


def verify_file(path: Path) -> Verified:
    """The same for a file that may be too damaged to be opened as a case: that is then the problem told. What
    is no case at all is refused as by opening it."""
    refuse_what_is_no_case(path)
    return checks.verify_file(path)
