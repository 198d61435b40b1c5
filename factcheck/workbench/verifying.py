"""Verification of a case, for every face."""

from __future__ import annotations

from factcheck.core.viewer import Viewer
from factcheck.core.views import Verified
from factcheck.store import verify as checks
from factcheck.store.case import CaseFile


def verify(case: CaseFile, viewer: Viewer) -> Verified:
    """Checks chain, bodies, documents, quotations and replay; changes nothing and never raises for what it
    finds."""
    return checks.verify(case)
