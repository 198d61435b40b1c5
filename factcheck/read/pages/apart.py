"""PDF files are read in a process of their own.

PDFium is written in C++ and cannot be interrupted: a few hundred bytes of forms drawn within forms keep it
busy for years, and a fault in it would end the whole program.
"""

from __future__ import annotations

from typing import Any

from factcheck.read.apart import Apart, Reader

SECONDS = 600
"""For one PDF: 2,000 pages of dense text take about a quarter of a minute."""

_HINT = "Open it in a PDF program and print it to a new PDF, or split it into parts, and read that."


def ask(data: bytes, name: str, act: str, **wish: Any) -> tuple[dict[str, Any], bytes]:
    """What `factcheck.read.pages.child` answers: a header and the bytes that follow it. Raises FactcheckError
    as `Reader.ask` does."""
    with Reader(Apart("factcheck.read.pages.child", "PDF", _HINT, SECONDS), name) as reader:
        return reader.ask(act, data, **wish)
