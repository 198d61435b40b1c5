"""Opening a table in a test: what it is, and all its rows."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from factcheck.core.table import Table, TableRow
from factcheck.errors import FactcheckError
from factcheck.read.tables.door import open_table


def opened(
    content: str | bytes | Path, name: str = "log.csv", **said: Any
) -> tuple[Table, list[TableRow], list[str]]:
    """The table, its rows, and what is said of those that cannot be read (without the name of the file)."""
    data = content.encode() if isinstance(content, str) else content
    with open_table(data, name, **said) as table:
        found = list(table.rows)
    return (
        table,
        [row for row in found if isinstance(row, TableRow)],
        [row.detail.removeprefix(f"{name}, ") for row in found if isinstance(row, FactcheckError)],
    )


def cells(content: str | bytes | Path, name: str = "log.csv", **said: Any) -> list[tuple[str, ...]]:
    return [row.cells for row in opened(content, name, **said)[1]]
