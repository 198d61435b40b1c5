"""An event with its evidence, and what the sources disagree on."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.views.events import EventView, EvidenceView
from factcheck.core.views.judgements import ExplanationView
from factcheck.store import rows
from factcheck.workbench import dates
from factcheck.workbench.readings import remarks
from factcheck.workbench.readings.cited import citations, cited_only, name

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored

SAYS = {"when": "says_when", "place": "says_place", "means": "says_means", "who": "says_who"}
"""What evidence may say of an event, and the field it says it in."""


def event_view(db: Db, viewer: Viewer, event: Stored) -> EventView:
    """An event in full; with those that are the same event, it has the evidence and the people of all."""
    whole = rows.standing(db, viewer, event).id
    evidence = tuple(
        evidence_view(db, viewer, item) for item in rows.where(db, viewer, "evidence", "event", whole)
    )
    tiers = [item.tier for item in evidence if item.tier]
    return EventView(
        head=event.head,
        title=event.get("title"),
        when=event.get("when"),
        when_said=dates.said(event.get("when")),
        place=event.get("place"),
        description=event.get("description"),
        established=event.get("established"),
        who=participants(db, viewer, whole),
        evidence=evidence,
        best_tier=min(tiers, default=None),
        scheduled_only=scheduled_only([item.mode for item in evidence]),
        disagreements=disagreements(evidence),
        count=event.get("count"),
        search=event.get("search"),
        notes=remarks.notes(db, viewer, event.id),
        tags=remarks.tags(db, viewer, event.id),
    )


def scheduled_only(modes: Sequence[str]) -> bool:
    """Whether all evidence only announces the event."""
    return bool(modes) and set(modes) <= {"scheduled"}


def participants(db: Db, viewer: Viewer, event: str) -> tuple[tuple[str, str | None, bool], ...]:
    """Who took part, each once: (name, capacity, doubtful)."""
    found = (
        (name(db, viewer, part.get("person")) or "", part.get("capacity"), part.get("doubtful"))
        for part in rows.where(db, viewer, "participant", "event", event)
    )
    return tuple(dict.fromkeys(found))


def evidence_view(db: Db, viewer: Viewer, evidence: Stored) -> EvidenceView:
    """One passage of evidence, or a citation without a stored source."""
    anchors = evidence.anchors["segments"]
    tier = evidence.get("tier")
    cites = citations(db, viewer, evidence, tier=tier)
    return EvidenceView(
        head=evidence.head,
        mode=evidence.get("mode"),
        tier=tier or next((cited.tier for cited in cites if cited.tier), None),
        words=" … ".join(anchor.exact for anchor in anchors),
        citations=cites or cited_only(evidence.get("cited"), tier),
        says={says: evidence.get(field) for says, field in SAYS.items() if evidence.get(field)},
        origin=evidence.get("origin"),
    )


def disagreements(evidence: Sequence[EvidenceView]) -> dict[str, tuple[tuple[str, str], ...]]:
    """The fields of which the evidence says different things, with each value and who says it.

    A date and the month that holds it do not disagree; neither do words that differ in case only.
    """
    found = {}
    for field in SAYS:
        said = [
            (item.says[field], item.citations[0].cite if item.citations else "")
            for item in evidence
            if field in item.says
        ]
        values = [value for value, _ in said]
        differ = dates.contradict(values) if field == "when" else len({v.casefold() for v in values}) > 1
        if differ:
            found[field] = tuple(said)
    return found


def explanations(db: Db, viewer: Viewer, *targets: str) -> tuple[ExplanationView, ...]:
    """The explanations of any of these records, each once."""
    stored = {
        explanation.id: explanation
        for target in targets
        for explanation in rows.where(db, viewer, "explanation", "target", target)
    }
    ordered = sorted(stored.values(), key=lambda explanation: (len(explanation.label), explanation.label))
    return tuple(explanation_view(db, viewer, explanation) for explanation in ordered)


def explanation_view(db: Db, viewer: Viewer, explanation: Stored) -> ExplanationView:
    """What the speaker, or someone for the speaker, says of a discrepancy."""
    bears_on = [rows.find(db, viewer, event) for event in explanation.get("bears_on") or ()]
    return ExplanationView(
        head=explanation.head,
        words=explanation.get("words"),
        person=name(db, viewer, explanation.get("person")),
        on_behalf_of=name(db, viewer, explanation.get("on_behalf_of")),
        said_on=explanation.get("said_on"),
        offered=explanation.get("offered"),
        type=explanation.get("type"),
        fit=explanation.get("fit"),
        fit_why=explanation.get("fit_why"),
        bears_on=tuple(dict.fromkeys(rows.standing(db, viewer, event).label for event in bears_on if event)),
        citations=citations(db, viewer, explanation),
        anchored=bool(explanation.anchors["segments"]),
    )
