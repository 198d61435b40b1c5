"""Changing records: edit, withdraw, restore."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.core.catalogue import KINDS
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.store import rows
from factcheck.workbench.acts.events import read_parts, set_participants
from factcheck.workbench.acts.people import Cast
from factcheck.workbench.acts.typed import editable, is_blank, typed_value
from factcheck.workbench.readings.judgements import link_between

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile
    from factcheck.store.rows import Stored

_OWN = frozenset({"note", "tag", "dissent", "grade", "adjudication"})
"""Only the person who wrote one of these changes it."""

QUOTED = {"words": "segments", "source": "segments", "question": "question_at"}
"""Fields that say what the anchors of another quote."""


def edit(
    case: CaseFile,
    viewer: Viewer,
    ref: str,
    changes: Mapping[str, Any],
    *,
    seen: Sequence[str] | None = None,
) -> Made:
    """Changes fields of a record. Values are as typed (dates understood, people found or made); None or an
    empty text takes a value away. Of an event `who` names all that took part, with `;` between them. `seen`
    are the heads of the record that the form showed: what somebody else changed meanwhile then stays visible
    as a conflict."""
    with case.act(viewer) as act:
        record = rows.get(act.db, viewer, ref)
        change(act, viewer, record, changes, seen)
        return Made(record.id, record.label, act.batch)


def change(
    act: Act,
    viewer: Viewer,
    record: Stored,
    changes: Mapping[str, Any],
    seen: Sequence[str] | None = None,
) -> None:
    """The same within an act; fields that would stay as they are are left out."""
    _refuse_others_own(act, record)
    cast = Cast(act, viewer)
    if record.head.entity == "event" and "who" in changes:
        changes = dict(changes)
        set_participants(act, viewer, cast, record.id, read_parts(changes.pop("who") or ""))
    given = {name: _changed(act, viewer, cast, record, name, typed) for name, typed in changes.items()}
    different = {name: value for name, value in given.items() if _differs(record, name, value)}
    if different:
        act.put(f"{record.head.entity}.edited", record.id, different, seen=seen)


def _changed(act: Act, viewer: Viewer, cast: Cast, record: Stored, name: str, typed: Any) -> Any:
    entity = record.head.entity
    fields = editable(entity)
    if f"{entity}.edited" not in KINDS:
        raise FactcheckError(f"A {entity} is not edited", "It is given again instead.", exit_code=2)
    if name not in fields:
        raise FactcheckError(
            f"“{name}” of a {entity} cannot be changed",
            f"These can: {', '.join(sorted(fields))}.",
            exit_code=2,
        )
    if record.anchors.get(QUOTED.get(name, "")):
        raise FactcheckError(
            "Quoted words are not edited",
            f"The {name} of {record.label or entity} is as its source has it.",
            "Capture the right words, and withdraw these with a reason.",
        )
    if is_blank(typed):
        return fields[name].default
    return typed_value(act, viewer, cast, entity, name, typed)


def _differs(record: Stored, name: str, value: Any) -> bool:
    in_conflict = bool(record.head.conflicts and name in record.head.conflicts)
    return in_conflict or record.get(name) != value


def _refuse_others_own(act: Act, record: Stored) -> None:
    if record.head.entity == "reviewer" and record.id != act.actor:
        raise FactcheckError("Another reviewer's name is theirs to change", f"{record.get('name')} bears it.")
    if record.head.entity in _OWN and record.get("reviewer") != act.actor:
        raise FactcheckError(
            f"This {record.head.entity} is another reviewer's",
            f"{record.head.made_by} wrote it.",
            "Write your own beside it.",
        )


def withdraw(case: CaseFile, viewer: Viewer, ref: str, reason: str) -> Made:
    """Withdraws a record with a reason: it stays, leaves the lists, and can be restored."""
    if not reason.strip():
        raise FactcheckError("A withdrawal needs its reason", exit_code=2)
    with case.act(viewer) as act:
        record = rows.get(act.db, viewer, ref)
        _refuse_others_own(act, record)
        kind = f"{record.head.entity}.withdrawn"
        if kind not in KINDS:
            raise FactcheckError(f"A {record.head.entity} cannot be withdrawn", exit_code=2)
        if not record.head.withdrawn:
            act.put(kind, record.id, {"withdrawn": True, "withdrawn_reason": reason.strip()})
        return Made(record.id, record.label, act.batch)


def restore(case: CaseFile, viewer: Viewer, ref: str) -> Made:
    """Puts a withdrawn record back."""
    with case.act(viewer) as act:
        record = rows.get(act.db, viewer, ref)
        _refuse_others_own(act, record)
        if not record.head.withdrawn:
            raise FactcheckError(f"{record.label or ref} is not withdrawn", exit_code=2)
        kind = f"{record.head.entity}.restored"
        if kind not in KINDS:
            raise FactcheckError(
                f"A {record.head.entity} is not restored", "It is given again instead.", exit_code=2
            )
        _refuse_second_link(act, viewer, record)
        act.put(kind, record.id, {"withdrawn": False, "withdrawn_reason": None})
        return Made(record.id, record.label, act.batch)


def _refuse_second_link(act: Act, viewer: Viewer, record: Stored) -> None:
    """Whoever linked the two again meanwhile has made the link that stands."""
    if record.head.entity == "link":
        standing = link_between(act.db, viewer, record.get("claim"), record.get("target"))
        if standing is not None:
            raise FactcheckError(
                f"{record.label} was made anew as {standing.label}",
                "A claim and a target have one link.",
                f"Withdraw {standing.label} first if {record.label} is the one to keep.",
            )
