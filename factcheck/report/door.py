"""The door of this room: a Report value and a format's name in, bytes out."""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

from factcheck.core.formats import REPORTS
from factcheck.errors import FactcheckError

if TYPE_CHECKING:  # what there is can be asked without loading what a report holds
    from factcheck.core.report import Report


def render(report: Report, *, as_: str = "annex", format: str = "html") -> bytes:
    """The report as a file's bytes (UTF-8), the same for the same Report.

    Raises FactcheckError, naming those there are, for an unknown `as_` or `format`.
    """
    if as_ not in REPORTS:
        raise FactcheckError(
            title=f"There is no report “{as_}”",
            detail=f"Reports: {', '.join(REPORTS)}.",
            exit_code=2,
        )
    if format not in REPORTS[as_]:
        raise FactcheckError(
            title=f"The report “{as_}” has no format “{format}”",
            detail=f"Formats of {as_}: {', '.join(REPORTS[as_])}.",
            exit_code=2,
        )
    # Imported late: what one format needs costs time that others, and other commands, need not spend.
    module, name = f"factcheck.report.{as_}_{format}", f"{as_}_{format}"
    written: bytes = getattr(import_module(module), name)(report)
    return written
