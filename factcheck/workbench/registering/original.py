"""The file of a register as a source: its bytes whole, its reading text as far as that is worth its room."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from factcheck.core.document import Document, Hole
from factcheck.core.entry import sha256
from factcheck.errors import FactcheckError
from factcheck.workbench import reading

if TYPE_CHECKING:
    from pathlib import Path

TEXT_OF = 32_000_000
"""Bytes of a register up to which its reading text is kept whole. A larger one's rows are found and shown as
rows; reading them again as text would take three times the room and the time of the import itself."""

HEAD = 1_000_000
"""Bytes of a larger register that are its reading text."""

MOST = 500_000_000
"""The largest file that is imported as a register."""


def bytes_of(path: Path) -> bytes:
    """The bytes of a register's file, read once; larger ones than of other sources are taken."""
    try:
        size = path.stat().st_size
    except (OSError, ValueError):
        return reading.bytes_of(path)
    if size <= TEXT_OF or not path.is_file():
        return reading.bytes_of(path)
    if size > MOST:
        raise FactcheckError(
            "The register is too large",
            f"{path.name} has {size:,} bytes; at most {MOST:,} are imported.",
            "Divide it, by year for example, and import each part.",
        )
    try:
        with path.open("rb") as file:
            data = file.read(size + 1)
    except OSError as error:
        raise FactcheckError(
            "The file could not be read", f"{path.name}: {error.strerror or error}."
        ) from error
    if len(data) != size:
        raise FactcheckError(
            "The file changed while it was read",
            f"{path.name} had {size:,} bytes at first.",
            "Wait until the program that writes it is done, then import it again.",
        )
    return data


def document_of(data: bytes, name: str, title: str | None) -> tuple[Document, bool]:
    """The source of a register, and whether its reading text is only its beginning."""
    if len(data) <= TEXT_OF:
        return reading.read_data(data, name, title=title), False
    head = data[:HEAD]
    head = head[: head.rfind(b"\n") + 1] or head
    try:
        document = reading.read_data(head, name, kind="table", title=title)
    except FactcheckError:  # a workbook has no beginning that could be read by itself
        document = reading.read_data(_no_text(name), "register.txt", kind="table", title=title)
    told = Hole("rows", f"the text is the first {len(head):,} bytes; the register has all rows", 1)
    whole = replace(document, name=name, sha256=sha256(data), size=len(data), holes=(*document.holes, told))
    return whole, True


def _no_text(name: str) -> bytes:
    return f"The rows of {name} are in its register.\n".encode()
