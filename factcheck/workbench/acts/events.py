"""Events, their evidence, and explanations."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from factcheck.core import records as r
from factcheck.core.anchors import Anchor, joined
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.store import rows
from factcheck.workbench.acts.named import in_use
from factcheck.workbench.acts.people import Cast
from factcheck.workbench.acts.typed import typed_fields
from factcheck.workbench.readings.source_texts import anchors_for

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile


def event(case: CaseFile, viewer: Viewer, *, title: str, who: Sequence[str] = (), **given: Any) -> Made:
    """Records an event. `who` are names or labels; `Name?` is doubtful, `Name (capacity)` says in what
    capacity."""
    with case.act(viewer) as act:
        return record_event(act, viewer, Cast(act, viewer), title, who, given)


Part = tuple[str, str | None]
"""Someone's name and capacity."""


def record_event(
    act: Act, viewer: Viewer, cast: Cast, title: str, who: Sequence[str | Part], given: dict[str, Any]
) -> Made:
    """The event and its participants, within an act."""
    id_ = act.fresh()
    fields = typed_fields(act, viewer, cast, "event", given)
    act.make("event", r.Event(label=act.label("event", id_), title=title.strip(), **fields), id_)
    add_participants(act, viewer, cast, id_, who)
    return Made(id_, act.label_of(id_), act.batch)


def add_participants(act: Act, viewer: Viewer, cast: Cast, event_id: str, who: Sequence[str | Part]) -> None:
    """Participants as typed (`Sergey Kislyak (ambassador)`, `Jeff Sessions?`) or as (name, capacity); one
    that is there already is not added twice."""
    known = {
        (part.get("person"), part.get("capacity"), part.get("doubtful"))
        for part in rows.where(act.db, viewer, "participant", "event", event_id)
    }
    for given in who:
        name, capacity, doubtful = read_part(given) if isinstance(given, str) else (*given, False)
        person = cast.one(name)
        if person is None:
            raise FactcheckError("A participant needs a name", f"“{given}”", exit_code=2)
        if (person, capacity, doubtful) not in known:
            known.add((person, capacity, doubtful))
            record = r.Participant(event=event_id, person=person, capacity=capacity, doubtful=doubtful)
            act.make("participant", record)


_TYPED = re.compile(
    r"(?P<name>.*?)(?P<doubt>\s*\?)?(?:\s*\((?P<capacity>[^()]*)\))?(?P<late>\s*\?)?", re.DOTALL
)


def read_part(typed: str) -> tuple[str, str | None, bool]:
    """(name, capacity, doubtful). Only brackets at the end are a capacity: a name may have its own."""
    match = _TYPED.fullmatch(typed.strip())
    assert match is not None  # noqa: S101 - it matches every text
    capacity = (match["capacity"] or "").strip()
    return match["name"], capacity or None, bool(match["doubt"] or match["late"])


def read_parts(typed: str) -> list[str]:
    """Participants typed in one line, with `;` between them."""
    return [part.strip() for part in typed.split(";") if part.strip()]


def parts_typed(parts: Sequence[tuple[str, str | None, bool]]) -> str:
    """Participants (name, capacity, doubtful) as one line that `read_parts` and `read_part` read again."""
    typed = []
    for name, capacity, doubtful in parts:
        brackets = f" ({capacity})" if capacity else " ()" if name.endswith(")") else ""
        typed.append(f"{name}{'?' if doubtful else ''}{brackets}")
    return "; ".join(typed)


def set_participants(act: Act, viewer: Viewer, cast: Cast, event_id: str, who: Sequence[str | Part]) -> None:
    """Leaves those who are named as the participants: others' parts are withdrawn, new ones are added."""
    named = set()
    for given in who:
        name, capacity, doubtful = read_part(given) if isinstance(given, str) else (*given, False)
        named.add((cast.one(name), capacity, doubtful))
    for part in rows.where(act.db, viewer, "participant", "event", event_id):
        if (part.get("person"), part.get("capacity"), bool(part.get("doubtful"))) not in named:
            reason = {"withdrawn": True, "withdrawn_reason": "no longer named in the event"}
            act.put("participant.withdrawn", part.id, reason)
    add_participants(act, viewer, cast, event_id, who)


def take_part(case: CaseFile, viewer: Viewer, event_ref: str, who: Sequence[str]) -> Made:
    """Adds participants to an event."""
    with case.act(viewer) as act:
        found = in_use(act, viewer, event_ref, "event")
        add_participants(act, viewer, Cast(act, viewer), found.id, who)
        return Made(found.id, found.label, act.batch)


def evidence(
    case: CaseFile,
    viewer: Viewer,
    event_ref: str,
    *,
    mode: str,
    source: str | None = None,
    spans: Sequence[tuple[int, int]] = (),
    cited: str | None = None,
    **given: Any,
) -> Made:
    """Adds evidence to an event: passages of a source, or a citation of something that is not stored."""
    with case.act(viewer) as act:
        found = in_use(act, viewer, event_ref, "event")
        document = in_use(act, viewer, source, "source") if source else None
        if document is None and not cited:
            raise FactcheckError(
                "Evidence needs a source",
                "Name a source with the words in it, or what you cite.",
                exit_code=2,
            )
        segments = anchors_for(act.db, document, list(spans)) if document else []
        if document is not None and not segments:
            raise FactcheckError(
                "Evidence needs its words",
                f"Say where in {document.label} they are, or quote them.",
                exit_code=2,
            )
        given = {"mode": mode, "cited": cited, **given}
        id_ = record_evidence(act, viewer, Cast(act, viewer), found.id, document.id if document else None,
                              segments, given)  # fmt: skip
        return Made(id_, found.label, act.batch)


def record_evidence(
    act: Act,
    viewer: Viewer,
    cast: Cast,
    event_id: str,
    source: str | None,
    segments: Sequence[Anchor],
    given: dict[str, Any],
) -> str:
    """The evidence, within an act."""
    fields = typed_fields(act, viewer, cast, "evidence", given)
    record = r.Evidence(
        event=event_id,
        source=source,
        segments=[anchor.as_fields() for anchor in segments] or None,
        **fields,
    )
    return act.make("evidence", record)


def explain(
    case: CaseFile,
    viewer: Viewer,
    target: str,
    *,
    words: str | None = None,
    person: str | None = None,
    source: str | None = None,
    spans: Sequence[tuple[int, int]] = (),
    **given: Any,
) -> Made:
    """Records what the speaker, or someone for the speaker, says of a discrepancy: words of a source, or
    typed."""
    with case.act(viewer) as act:
        found = in_use(act, viewer, target, "claim", "statement", "link")
        document = in_use(act, viewer, source, "source") if source else None
        segments = anchors_for(act.db, document, list(spans)) if document else []
        if document is not None and not segments:
            raise FactcheckError(
                "An explanation from a source needs its place",
                f"Say where in {document.label} the words are.",
                exit_code=2,
            )
        said = joined(tuple(segments)) if segments else (words or "").strip()
        if not said:
            raise FactcheckError("An explanation needs words", exit_code=2)
        cast = Cast(act, viewer)
        id_ = act.fresh()
        record = r.Explanation(
            label=act.label("explanation", id_),
            target=found.id,
            words=said,
            segments=[anchor.as_fields() for anchor in segments] or None,
            source=document.id if document else None,
            person=cast.one(person),
            **typed_fields(act, viewer, cast, "explanation", given),
        )
        act.make("explanation", record, id_)
        return Made(id_, act.label_of(id_), act.batch)
