"""Rows of imported registers, as they stand there."""

from __future__ import annotations

from factcheck.core.viewer import Viewer
from factcheck.core.views import RowView
from factcheck.store import rows
from factcheck.store.connect import Db
from factcheck.store.rows import Stored
from factcheck.workbench import dates
from factcheck.workbench.readings.cited import source_name


def row_view(db: Db, viewer: Viewer, row: Stored) -> RowView:
    """A row that something in the case names, with its cells and the source of its register."""
    register = rows.get(db, viewer, row.get("register"))
    source = rows.find(db, viewer, register.get("source"))
    cells = row.get("cells") or {}
    return RowView(
        head=row.head,
        number=row.get("number"),
        title=row.get("title"),
        when=row.get("when"),
        when_said=dates.said(row.get("when")),
        cells=tuple((str(column), "" if value is None else str(value)) for column, value in cells.items()),
        mode=register.get("mode"),
        source=source_name(source) if source else None,
        source_label=source.label if source else None,
    )
