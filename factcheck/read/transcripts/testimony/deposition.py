"""Depositions: questions and answers under oath, out of court, cited by page and line."""

from __future__ import annotations

from factcheck.core.document import Document
from factcheck.read.transcripts.testimony.steps import read_testimony

LAYOUT = "deposition/3"
"""Stored with the text; a new number whenever the same text would give other turns, marks or sections."""


def read_turns(document: Document) -> Document:
    """The deposition with page and line, parts and turns; raises FactcheckError for condensed sheets."""
    return read_testimony(document, "Deposition")
