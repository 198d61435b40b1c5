"""Deciding proposals: what a person accepts becomes a record, what a person rejects stays rejected."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.core import records as r
from factcheck.core.anchors import joined
from factcheck.core.catalogue import fields_of
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.store import pages, rows
from factcheck.workbench.acts.candidates import aside
from factcheck.workbench.acts.editing import change
from factcheck.workbench.acts.events import Part, record_event, record_evidence
from factcheck.workbench.acts.judging import graded, linked
from factcheck.workbench.acts.people import Cast
from factcheck.workbench.acts.statements import record_statement
from factcheck.workbench.readings import proposed
from factcheck.workbench.readings.source_texts import anchors_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile
    from factcheck.store.pages import WaitingProposal


def accept(case: CaseFile, viewer: Viewer, proposals: Sequence[str]) -> list[Made]:
    """Makes records of proposals, all in one act. People are found by name or made."""
    with case.act(viewer) as act:
        cast = Cast(act, viewer)
        made = []
        for proposal in _waiting(act, proposals):
            record = _accepted(act, viewer, cast, proposal)
            made.append(record)
            _decide(act, proposal, "accepted", record.id)
        return made


def accept_pair(case: CaseFile, viewer: Viewer, statement: str, event: str) -> Made:
    """Links a statement and an event in one act; either may still be a proposal and is then accepted on the
    way.

    A statement of several claims must be named by its claim. What comes back is the link.
    """
    with case.act(viewer) as act:
        cast = Cast(act, viewer)
        claim = _standing_or_accepted(act, viewer, cast, statement)
        target = _standing_or_accepted(act, viewer, cast, event)
        act.projected()
        link, label = linked(act, viewer, claim, target)
        return Made(link, label, act.batch)


def grade_pair(
    case: CaseFile, viewer: Viewer, statement: str, event: str, codes: str | Mapping[str, str], **more: Any
) -> Made:
    """The same, and grades the link, all in one act; `more` as in `grade`. What comes back is the link."""
    with case.act(viewer) as act:
        cast = Cast(act, viewer)
        claim = _standing_or_accepted(act, viewer, cast, statement)
        target = _standing_or_accepted(act, viewer, cast, event)
        act.projected()
        link, label = linked(act, viewer, claim, target)
        act.projected()
        graded(act, viewer, link, label, codes, **more)
        return Made(link, label, act.batch)


def accept_edited(case: CaseFile, viewer: Viewer, proposal: str, changes: Mapping[str, Any]) -> Made:
    """Accepts a proposal with fields corrected, as typed in a form, in one act."""
    with case.act(viewer) as act:
        cast = Cast(act, viewer)
        waiting = _waiting(act, [proposal])[0]
        made = _accepted(act, viewer, cast, waiting)
        _decide(act, waiting, "accepted", made.id)
        act.projected()
        change(act, viewer, rows.get(act.db, viewer, made.id), changes)
        return made


def accept_split(
    case: CaseFile, viewer: Viewer, proposal: str, pieces: Sequence[tuple[int, int]]
) -> list[Made]:
    """Accepts a proposed statement with a claim for each piece (offsets within its words), in one act: the
    statement, then its claims."""
    with case.act(viewer) as act:
        waiting = _waiting(act, [proposal])[0]
        if waiting.entity != "statement":
            raise FactcheckError("Only a statement is split", "This proposes an event.", exit_code=2)
        source = rows.get(act.db, viewer, waiting.source)
        made = _statement(act, viewer, Cast(act, viewer), source, waiting.content, sorted(pieces))
        _decide(act, waiting, "accepted", made.id)
        claims = rows.where(act.projected(), viewer, "claim", "statement", made.id)
        return [made, *(Made(claim.id, claim.label, act.batch) for claim in claims)]


def accept_into(case: CaseFile, viewer: Viewer, proposal: str, ref: str) -> Made:
    """Accepts a proposal as more of a record that is there: an event's passages become evidence of it, a
    statement becomes another record of the same."""
    with case.act(viewer) as act:
        waiting = _waiting(act, [proposal])[0]
        known = rows.standing(act.db, viewer, rows.of_sort(act.db, viewer, ref, waiting.entity))
        if waiting.entity == "event":
            source = rows.get(act.db, viewer, waiting.source)
            _add_passages(act, viewer, Cast(act, viewer), known.id, source, waiting.content)
        else:
            made = _accepted(act, viewer, Cast(act, viewer), waiting)
            act.put("statement.same", made.id, {"same_as": known.id})
        _decide(act, waiting, "accepted", known.id)
        return Made(known.id, known.label, act.batch)


def _standing_or_accepted(act: Act, viewer: Viewer, cast: Cast, ref: str) -> str:
    """The id of a record, or of the one that a waiting proposal of this id becomes."""
    known = rows.find(act.db, viewer, ref)
    waiting = pages.proposals(act.db, id_=ref) if known is None else []
    if not waiting:
        return rows.get(act.db, viewer, ref).id
    made = _accepted(act, viewer, cast, waiting[0])
    _decide(act, waiting[0], "accepted", made.id)
    return made.id


def reject(case: CaseFile, viewer: Viewer, proposals: Sequence[str]) -> Made:
    """Turns proposals down, all in one act."""
    with case.act(viewer) as act:
        waiting = _waiting(act, proposals)
        for proposal in waiting:
            _decide(act, proposal, "rejected", None)
        return Made(waiting[0].id, "", act.batch)


def turn_down(case: CaseFile, viewer: Viewer, claim: str, refs: Sequence[str]) -> list[Made]:
    """Turns down what stands beside a claim, all in one act: proposals are rejected, events are set aside for
    this claim only."""
    if not refs:
        raise FactcheckError("Nothing was named to turn down", exit_code=2)
    with case.act(viewer) as act:
        made = []
        for ref in dict.fromkeys(refs):
            if waiting := pages.proposals(act.db, id_=ref):
                _decide(act, waiting[0], "rejected", None)
                made.append(Made(ref, "", act.batch))
            elif pages.proposals(act.db, id_=claim):
                raise FactcheckError(
                    "A proposed statement has nothing to set aside",
                    "Events are set aside for a claim.",
                    "Accept the statement first.",
                )
            else:
                made.append(aside(act, viewer, claim, ref))
        return made


def _waiting(act: Act, proposals: Sequence[str]) -> list[WaitingProposal]:
    found = []
    for id_ in dict.fromkeys(proposals):
        waiting = pages.proposals(act.db, id_=id_)
        if not waiting:
            raise FactcheckError(
                "There is no such proposal waiting", f"{id_}", "`factcheck triage` lists those that wait.", 2
            )
        found.append(waiting[0])
    if not found:
        raise FactcheckError(
            "No proposal was named", hint="`factcheck triage` lists those that wait.", exit_code=2
        )
    return found


def _decide(act: Act, proposal: WaitingProposal, verdict: str, record: str | None) -> None:
    decision = r.Decision(source=proposal.source, verdict=verdict, record=record)
    act.put(f"proposal.{verdict}", f"proposal:{proposal.id}", fields_of(decision))


def _accepted(act: Act, viewer: Viewer, cast: Cast, proposal: WaitingProposal) -> Made:
    source = rows.get(act.db, viewer, proposal.source)
    if proposal.entity == "statement":
        return _statement(act, viewer, cast, source, proposal.content)
    return _event(act, viewer, cast, source, proposal.content)


def _statement(
    act: Act,
    viewer: Viewer,
    cast: Cast,
    source: rows.Stored,
    content: dict[str, Any],
    claims: Sequence[tuple[int, int]] = (),
) -> Made:
    segments = anchors_for(act.db, source, [(part["start"], part["end"]) for part in content["segments"]])
    question = content.get("question")
    given: dict[str, Any] = {"source": source.id, **proposed.statement_fields(content)}
    if question:
        asked = anchors_for(act.db, source, [(question["span"]["start"], question["span"]["end"])])
        given |= {"question": asked[0].exact, "question_at": [asked[0].as_fields()]}
    if oath := content.get("oath"):
        sworn = anchors_for(act.db, source, [(oath["start"], oath["end"])])
        given["oath"] = [anchor.as_fields() for anchor in sworn]
    words = joined(tuple(segments))
    return record_statement(act, viewer, cast, words, segments, given.pop("speaker"), claims, given)


def _event(act: Act, viewer: Viewer, cast: Cast, source: rows.Stored, content: dict[str, Any]) -> Made:
    given = proposed.event_fields(content, source)
    who: list[Part] = [(name, capacity) for name, capacity in content.get("who", ())]
    made = record_event(act, viewer, cast, given.pop("title"), who, given)
    _add_passages(act, viewer, cast, made.id, source, content)
    return made


def _add_passages(
    act: Act, viewer: Viewer, cast: Cast, event: str, source: rows.Stored, content: dict[str, Any]
) -> None:
    """The passages that say so, as evidence of an event."""
    for passage in content["passages"]:
        anchors = anchors_for(act.db, source, [(passage["start"], passage["end"])])
        said = {"mode": "reported", "tier": source.get("tier"), "origin": content.get("according_to")}
        record_evidence(act, viewer, cast, event, source.id, anchors, said)
