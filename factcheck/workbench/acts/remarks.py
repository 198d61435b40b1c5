"""Notes, tags, and text that is not saved yet."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core import records as r
from factcheck.core.protocols import as_wall
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.store import drafts, rows
from factcheck.workbench.registering.taking_up import taken_up

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.codes import NoteScope
    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile


def note(
    case: CaseFile,
    viewer: Viewer,
    target: str,
    text: str,
    *,
    scope: NoteScope = "team",
    parent: str | None = None,
) -> Made:
    """Writes a note on anything: for oneself ("mine"), for the team, or to be printed in the report."""
    if not text.strip():
        raise FactcheckError("A note needs words", exit_code=2)
    with case.act(viewer) as act:
        found = rows.get(act.db, viewer, taken_up(act, viewer, target))
        answered = rows.of_sort(act.db, viewer, parent, "note").id if parent else None
        record = r.Note(target=found.id, reviewer=act.actor, text=text.strip(), scope=scope, parent=answered)
        return Made(act.make("note", record), found.label, act.batch)


def tag(case: CaseFile, viewer: Viewer, target: str, name: str) -> Made:
    """Tags anything; a tag that is there already is not put on twice."""
    return tag_all(case, viewer, [target], name)[0]


def tag_all(case: CaseFile, viewer: Viewer, targets: Sequence[str], name: str) -> list[Made]:
    """The same for several records, in one act."""
    name = " ".join(name.split())
    if not name:
        raise FactcheckError("A tag needs a name", exit_code=2)
    if not targets:
        raise FactcheckError("Nothing was named to tag", exit_code=2)
    with case.act(viewer) as act:
        return [_tagged(act, viewer, target, name) for target in dict.fromkeys(targets)]


def _tagged(act: Act, viewer: Viewer, target: str, name: str) -> Made:
    found = rows.get(act.db, viewer, taken_up(act, viewer, target))
    for known in rows.where(act.db, viewer, "tag", "target", found.id):
        if known.get("name").casefold() == name.casefold():
            return Made(known.id, found.label, act.batch)
    made = act.make("tag", r.Tag(target=found.id, reviewer=act.actor, name=name))
    return Made(made, found.label, act.batch)


def save_draft(case: CaseFile, viewer: Viewer, key: str, text: str) -> None:
    """Keeps unsaved text as it is typed. Drafts stay in this file and are never merged."""
    with case.writing() as db:
        drafts.save(db, viewer.reviewer or "", key, text, as_wall(case.clock.now()))


def drop_draft(case: CaseFile, viewer: Viewer, key: str) -> None:
    """Forgets a draft that was saved or thrown away."""
    with case.writing() as db:
        drafts.drop(db, viewer.reviewer or "", key)
