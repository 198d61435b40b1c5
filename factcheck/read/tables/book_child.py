"""What runs in the process that reads a workbook: "open" comes first, then "sheet", then "rows" until there
are no more, then the next sheet."""

from __future__ import annotations

import json
from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from factcheck.read.served import serve
from factcheck.read.tables.book import Row
from factcheck.read.tables.book_file import BookFile, open_file
from factcheck.read.tables.origin import Origin

MEMORY = 4 << 30
CPU_SECONDS = 3600

_BATCH_ROWS = 500
_BATCH_LETTERS = 500_000


def main() -> None:
    """Answers the requests on standard input."""
    with ExitStack() as stack:
        serve(Answers(stack).answer, MEMORY, CPU_SECONDS)


class Answers:
    """What is open while requests come."""

    def __init__(self, stack: ExitStack) -> None:
        self._stack = stack
        self._book: BookFile
        self._rows: Iterator[Row] = iter(())

    def answer(self, request: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
        if request["act"] == "open":
            return self._open(request, data), b""
        if request["act"] == "sheet":
            return self._sheet(request["sheet"]), b""
        return self._batch()

    def _open(self, request: dict[str, Any], data: bytes) -> dict[str, Any]:
        origin = Origin(data if request["path"] is None else Path(request["path"]), request["name"])
        book = self._book = self._stack.enter_context(open_file(origin))
        return {
            "names": list(book.names),
            "hidden": list(book.hidden),
            "errors": book.errors,
            "beside_cells": list(book.beside_cells()),
        }

    def _sheet(self, name: str) -> dict[str, Any]:
        sheet = self._book.sheet(name)
        self._rows = sheet.rows
        return {
            "first_column": sheet.first_column,
            "width": sheet.width,
            "notes": sheet.notes,
            "unvalued": sheet.unvalued,
            "links": sheet.links,
        }

    def _batch(self) -> tuple[dict[str, Any], bytes]:
        rows: list[Row] = []
        letters = 0
        for row in self._rows:
            rows.append(row)
            letters += sum(map(len, row[1]))
            if len(rows) == _BATCH_ROWS or letters > _BATCH_LETTERS:
                return {"more": True}, json.dumps(rows).encode()
        return {"more": False}, json.dumps(rows).encode()
