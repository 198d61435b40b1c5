"""Notes and tags, as far as the viewer may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.views.judgements import NoteView
from factcheck.store import rows

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.connect import Db


def notes(db: Db, viewer: Viewer, target: str) -> tuple[NoteView, ...]:
    """The notes on a record, in the order in which they were written."""
    return tuple(
        NoteView(
            head=note.head,
            reviewer=rows.name_of(db, note.get("reviewer")),
            text=note.get("text"),
            scope=note.get("scope"),
            parent=note.get("parent"),
        )
        for note in rows.where(db, viewer, "note", "target", target)
    )


def tags(db: Db, viewer: Viewer, target: str) -> tuple[str, ...]:
    """The tags on a record, each once."""
    return tuple(dict.fromkeys(tag.get("name") for tag in rows.where(db, viewer, "tag", "target", target)))
