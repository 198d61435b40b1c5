"""What every reader is given, and the shape that a reader has."""

from __future__ import annotations

from collections.abc import Callable

from factcheck.core.document import Document
from factcheck.core.light import dataclass


@dataclass(frozen=True, slots=True)
class Given:
    """A source's bytes and what is said about them from outside; what nobody said is None.

    `kind` is one of `factcheck.core.document.KINDS`, `published` a date as EDTF. `ocr` asks that pages that
    are images be read by a machine.
    """

    data: bytes
    name: str
    kind: str | None = None
    published: str | None = None
    title: str | None = None
    ocr: bool = False


Reader = Callable[[Given], Document]
"""Raises FactcheckError where the bytes cannot be read; any other exception is a fault of the reader."""
