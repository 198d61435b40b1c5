"""What a proposal says of the record that it would become; and the pair that two of them would make."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.core.views.citations import Citation
from factcheck.core.views.claims import ClaimView
from factcheck.core.views.events import EventView, EvidenceView
from factcheck.core.views.records import Head
from factcheck.store import pages, rows
from factcheck.workbench import dates
from factcheck.workbench.readings.cited import cite
from factcheck.workbench.readings.source_texts import anchors_for
from factcheck.workbench.readings.waiting import basis_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.core.viewer import Viewer
    from factcheck.store.connect import Db
    from factcheck.store.pages import WaitingProposal
    from factcheck.store.rows import Stored

_STATUS = {"no": "unsworn public", "yes": "sworn oral"}
"""The status of words by whether they were sworn; it is to confirm where that is not certain."""


def statement_fields(content: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a proposed statement but for its words and its places, as they would be typed."""
    question = content.get("question") or {}
    said_on = content.get("said_on") or {}
    return {
        "speaker": content.get("speaker"),
        "said_on": said_on.get("edtf"),
        "said_basis": said_on.get("basis"),
        "speaker_basis": content.get("speaker_basis"),
        "addressee": content.get("addressee"),
        "on_behalf_of": content.get("on_behalf_of"),
        "reporter": content.get("reporter"),
        "forum": content.get("forum"),
        "form": content.get("form"),
        "quotation": content.get("quotation"),
        "status": _STATUS.get(content.get("sworn") or "", "to confirm"),
        "question": (question.get("span") or {}).get("exact"),
        "question_by": question.get("speaker"),
        "question_quotation": question.get("quotation"),
    }


def event_fields(content: Mapping[str, Any], source: Stored) -> dict[str, Any]:
    """The fields of a proposed event but for its evidence and who took part, as they would be typed."""
    return {
        "title": content["title"],
        "when": (content.get("when") or {}).get("edtf"),
        "place": content.get("where"),
        "established": "single report" if source.get("kind") == "news" else "documented",
    }


def parts(content: Mapping[str, Any]) -> list[tuple[str, str | None, bool]]:
    """Who is proposed to have taken part: (name, capacity, doubtful)."""
    return [(name, capacity, False) for name, capacity in content.get("who") or ()]


def waiting_for(db: Db, viewer: Viewer, ref: str) -> WaitingProposal | None:
    """The waiting proposal of this id; None where it is a record's, or nobody's."""
    if rows.find(db, viewer, ref) is not None:
        return None
    return next(iter(pages.proposals(db, id_=ref)), None)


def claim_of(db: Db, viewer: Viewer, proposal: WaitingProposal) -> ClaimView:
    """A proposed statement as the claim that it would become, the whole of it."""
    given = statement_fields(proposal.content)
    source = rows.get(db, viewer, proposal.source)
    segments = [(part["start"], part["end"]) for part in proposal.content["segments"]]
    cites = _cited(db, source, segments)
    asked = (proposal.content.get("question") or {}).get("span")
    return ClaimView(
        head=_head(proposal),
        statement=_head(proposal),
        words=proposal.words,
        before="",
        after="",
        restatement=None,
        speaker=given["speaker"],
        speaker_label=None,
        said_on=given["said_on"],
        said_on_said=dates.said(given["said_on"]),
        forum=given["forum"],
        addressee=given["addressee"],
        on_behalf_of=given["on_behalf_of"],
        reporter=given["reporter"],
        question=given["question"],
        question_by=given["question_by"],
        question_quotation=given["question_quotation"],
        context=None,
        elicited=None,
        clarity=None,
        responsive=None,
        form=given["form"],
        status=given["status"],
        status_basis=None,
        sworn="to-confirm",
        setting=None,
        quotation=given["quotation"] or "direct",
        materiality=None,
        materiality_to=None,
        scope=None,
        citations=cites,
        question_citations=_cited(db, source, [(asked["start"], asked["end"])]) if asked else (),
        variants=(),
        later=(),
        finding=None,
        notes=(),
        tags=(),
        dissents=(),
        adjudications=(),
        statement_citations=cites,
        proposed=basis_of(proposal),
    )


def event_of(db: Db, viewer: Viewer, proposal: WaitingProposal) -> EventView:
    """A proposed event as the event that it would become."""
    content = proposal.content
    source = rows.get(db, viewer, proposal.source)
    given = event_fields(content, source)
    passages = [(part["start"], part["end"]) for part in content["passages"]]
    evidence = tuple(
        EvidenceView(
            head=_head(proposal),
            mode="reported",
            tier=source.get("tier"),
            words=citation.anchor.exact if citation.anchor else "",
            citations=(citation,),
            says={},
            origin=content.get("according_to"),
        )
        for place in passages
        for citation in _cited(db, source, [place])
    )
    return EventView(
        head=_head(proposal),
        title=given["title"],
        when=given["when"],
        when_said=dates.said(given["when"]),
        place=given["place"],
        description=None,
        established=given["established"],
        who=tuple(parts(content)),
        evidence=evidence,
        best_tier=source.get("tier"),
        scheduled_only=False,
        disagreements={},
        count=None,
        search=None,
        notes=(),
        tags=(),
        proposed=basis_of(proposal),
    )


def _head(proposal: WaitingProposal) -> Head:
    """A proposal has no label of its own yet, and nobody has made it."""
    return Head(proposal.id, "proposal", "proposed", "", "", "", "")


def _cited(db: Db, source: Stored, places: list[tuple[int, int]]) -> tuple[Citation, ...]:
    return tuple(
        Citation(source.id, source.label, cite(source, anchor), source.get("tier"), anchor)
        for anchor in anchors_for(db, source, places)
    )
