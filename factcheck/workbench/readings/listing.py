"""Records as plain JSON values: lists for scripts, and everything of one record."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError
from factcheck.store import pages, rows, visibility
from factcheck.workbench.readings import claims, events, judgements, registers, verdicts, waiting
from factcheck.workbench.readings.cited import name
from factcheck.workbench.readings.history import log

if TYPE_CHECKING:
    from factcheck.core.anchors import Anchor
    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.registers import RowAt
    from factcheck.store.rows import Stored

LISTED = {
    "sources": "source",
    "statements": "statement",
    "claims": "claim",
    "events": "event",
    "rows": "row",
    "links": "link",
    "grades": "grade",
    "findings": "finding",
    "people": "person",
    "notes": "note",
    "tags": "tag",
    "explanations": "explanation",
    "reviewers": "reviewer",
    "proposals": "proposal",
}
"""What `list` takes, and the sort of record it lists."""

_PEOPLE = ("speaker", "addressee", "on_behalf_of", "question_by", "person")
_HIDDEN = ("withdrawn_reason", "basis", "map_sha", "text_sha", "redacted_entries")


def list_records(case: CaseFile, viewer: Viewer, kind: str) -> list[dict[str, Any]]:
    """The records of a sort that are not withdrawn, each with `id` and `label`; people by name, links by
    label."""
    entity = LISTED.get(kind)
    if entity is None:
        raise FactcheckError(f"“{kind}” cannot be listed", f"One of: {', '.join(LISTED)}.", exit_code=2)
    with case.reading() as db:
        if entity == "proposal":
            return [_proposal(proposal) for proposal in pages.proposals(db)]
        if entity == "finding":
            return _findings(db, viewer)
        if entity == "row":
            return [registers.as_value(at) for at in registers.every_row(db)]
        return [_listed(db, viewer, record) for record in rows.every(db, viewer, entity)]


def _listed(db: Db, viewer: Viewer, record: Stored) -> dict[str, Any]:
    """A record under the names of its fields."""
    listed: dict[str, Any] = {"id": record.id, "label": record.label}
    for field, value in record.fields.items():
        if field in _HIDDEN or field == "label":
            continue
        listed[field] = _readable(db, viewer, field, value)
    for part, anchors in record.anchors.items():
        listed[part] = [anchor_json(anchor) for anchor in anchors]
    match record.head.entity:
        case "statement":
            listed["sworn"] = claims.sworn_of(record)
            listed["claims"] = [
                claim.label for claim in rows.where(db, viewer, "claim", "statement", record.id)
            ]
        case "claim":
            listed["finding"] = _finding(visibility.finding_for(db, viewer, record.id))
        case "event":
            listed["who"] = [
                {"name": who, "capacity": capacity, "doubtful": doubtful}
                for who, capacity, doubtful in events.participants(db, viewer, record.id)
            ]
        case "grade":
            listed.update(record.get("codes"))
            listed["stale"] = rows.is_stale(db, record.id)
        case "person":
            listed["aliases"] = [
                alias.get("name") for alias in rows.where(db, viewer, "alias", "person", record.id)
            ]
            listed["roles"] = [
                {"title": role.get("title"), "when": role.get("when")}
                for role in rows.where(db, viewer, "role", "person", record.id)
            ]
    listed.update(made_by=record.head.made_by, made_at=record.head.made_at)
    if record.head.conflicts:
        listed["conflicts"] = {
            field: [asdict(contender) for contender in contenders]
            for field, contenders in record.head.conflicts.items()
        }
    return listed


def _readable(db: Db, viewer: Viewer, field: str, value: Any) -> Any:
    if value is None:
        return None
    if field in _PEOPLE:
        return name(db, viewer, value)
    if field == "reviewer":
        return rows.name_of(db, value)
    if field == "same_as":
        return referred.label if (referred := rows.find(db, viewer, value)) else value
    if isinstance(value, str):
        return _label(db, viewer, value)
    if field in {"bears_on", "members"}:
        return list(dict.fromkeys(_label(db, viewer, item) for item in value))
    return value


def _label(db: Db, viewer: Viewer, value: str) -> str:
    """The label of what a text names, of the record that stands for it where it was merged; else the text."""
    referred = rows.find(db, viewer, value)
    return (rows.standing(db, viewer, referred).label if referred else "") or value


def anchor_json(anchor: Anchor) -> dict[str, Any]:
    """An anchor as plain values; offsets count Unicode code points."""
    return anchor.as_fields()


def _finding(finding: Any) -> dict[str, Any]:
    return {
        "state": finding.state,
        "degree": finding.degree,
        "low": finding.low,
        "high": finding.high,
        "links": finding.links,
        "unresolved": finding.unresolved,
        "decided_by": list(finding.decided_by),
        "text": finding.text,
    }


def _findings(db: Db, viewer: Viewer) -> list[dict[str, Any]]:
    found = []
    for claim in rows.every(db, viewer, "claim"):
        finding = visibility.finding_for(db, viewer, claim.id)
        if finding.links or finding.state == "adjudicated":
            found.append({"id": claim.id, "label": claim.label, "claim": claim.label, "words":
            claim.get("words"), **_finding(finding)})  # fmt: skip
    return found


def _proposal(proposal: pages.WaitingProposal) -> dict[str, Any]:
    return {
        "id": proposal.id,
        "label": proposal.source_label,
        "entity": proposal.entity,
        "words": proposal.words,
        "source": proposal.source_label,
        "start": proposal.start,
        "end": proposal.end,
        "confidence": proposal.confidence / 100,
        "basis": waiting.basis_of(proposal),
        "content": proposal.content,
    }


def show(case: CaseFile, viewer: Viewer, ref: str) -> dict[str, Any]:
    """Everything of one record: its fields, what belongs to it, what is on it, its history."""
    with case.reading() as db:
        if (at := registers.open_row(db, viewer, ref)) is not None:
            return _open_row(db, viewer, at)
        record = rows.get(db, viewer, registers.recorded(db, viewer, ref) or ref)
        shown: dict[str, Any] = {"entity": record.head.entity, **_listed(db, viewer, record)}
        if record.head.withdrawn:
            shown["withdrawn_reason"] = record.head.withdrawn_reason
        shown.update(_belongings(db, viewer, record))
        shown["notes"] = [
            _listed(db, viewer, note) for note in rows.where(db, viewer, "note", "target", record.id)
        ]
        shown["tags"] = [tag.get("name") for tag in rows.where(db, viewer, "tag", "target", record.id)]
    shown["history"] = [
        {"at": line.at, "by": line.by, "what": line.sentence, "undone": line.undone, "entry": line.entry}
        for line in log(case, viewer, record.id)
    ]
    return shown


def _open_row(db: Db, viewer: Viewer, at: RowAt) -> dict[str, Any]:
    """A register's row that nothing names yet."""
    view = registers.open_row_view(db, viewer, at)
    value = {**registers.as_value(at), "cells": dict(view.cells)}
    return {"entity": "row", **value, "standing": registers.standing(at), "history": []}


_BELONGS: dict[str, tuple[tuple[str, str, str], ...]] = {
    "statement": (("explanations", "explanation", "target"),),
    "claim": (("links", "link", "claim"), ("explanations", "explanation", "target"),
              ("adjudications", "adjudication", "target"), ("dissents", "dissent", "target")),
    "event": (("evidence", "evidence", "event"), ("links", "link", "target")),
    "link": (("grades", "grade", "target"), ("adjudications", "adjudication", "target"),
             ("dissents", "dissent", "target"), ("explanations", "explanation", "target")),
    "person": (("said", "statement", "speaker"), ("took_part", "participant", "person")),
    "source": (("statements", "statement", "source"), ("evidence", "evidence", "source")),
}  # fmt: skip


def _belongings(db: Db, viewer: Viewer, record: Stored) -> dict[str, Any]:
    found: dict[str, Any] = {
        title: [_listed(db, viewer, part) for part in rows.where(db, viewer, entity, field, record.id)]
        for title, entity, field in _BELONGS.get(record.head.entity, ())
    }
    if record.head.entity == "statement":
        found["claims"] = [
            _listed(db, viewer, c) for c in rows.where(db, viewer, "claim", "statement", record.id)
        ]
        found["variants"] = [asdict(variant) for variant in claims.variants(db, viewer, record)]
        found["later"] = [asdict(after) for after in claims.later(db, viewer, record)]
    if record.head.entity == "event":
        view = events.event_view(db, viewer, record)
        found["disagreements"] = {
            field: [list(pair) for pair in said] for field, said in view.disagreements.items()
        }
        found["scheduled_only"] = view.scheduled_only
    if record.head.entity == "link":
        found["verdict"] = verdicts.verdict_of(judgements.link_view(db, viewer, record))[0]
    return found
