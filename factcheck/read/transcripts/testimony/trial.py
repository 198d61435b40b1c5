"""Trials: what is said in court, with the judge, the jury, sidebars and one witness after the other."""

from __future__ import annotations

from factcheck.core.document import Document
from factcheck.read.transcripts.testimony.steps import read_testimony

LAYOUT = "trial/3"
"""Stored with the text; a new number whenever the same text would give other turns, marks or sections."""


def read_turns(document: Document) -> Document:
    """The day in court with its places, parts and turns; raises FactcheckError for condensed sheets."""
    return read_testimony(document, "Trial")
