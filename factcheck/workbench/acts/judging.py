"""Links, grades, adjudications and dissents."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING, Any

from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.core.checks import Graded as Unit
from factcheck.core.checks import Remark, check_grade
from factcheck.core.entry import sha256
from factcheck.core.light import dataclass
from factcheck.core.rubric import AWARENESS, SVR1
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.store import derive, rows
from factcheck.workbench.acts.named import in_use
from factcheck.workbench.acts.typed import checked_codes, slots
from factcheck.workbench.dates import today, understood
from factcheck.workbench.readings.judgements import judged_unit, link_between

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile
    from factcheck.store.rows import Stored

SCOPE_ANSWERS = ("y", "n", "?")
"""Whether a slot of the claim and the event match: yes, no, open."""


@dataclass(frozen=True, slots=True)
class Graded:
    """A grade given, and what the checks remark on it: warnings, and what is still owed before it can be
    signed."""

    made: Made
    remarks: tuple[Remark, ...]


def link(case: CaseFile, viewer: Viewer, claim: str, target: str, *, reasons: str | None = None) -> Made:
    """Joins a claim to an event, a row or another statement; the link that is there already is given back."""
    with case.act(viewer) as act:
        id_, label = linked(act, viewer, claim, target, reasons)
        return Made(id_, label, act.batch)


def linked(act: Act, viewer: Viewer, claim: str, target: str, reasons: str | None = None) -> tuple[str, str]:
    """The id and label of the link of a claim and a target, made if it is not there, within an act."""
    said = in_use(act, viewer, claim, "claim", "statement")
    if said.head.entity == "statement":
        said = _only_claim(act, viewer, said)
    other = in_use(act, viewer, target, "event", "row", "statement", "claim")
    whole = rows.standing(act.db, viewer, other)
    if {other.id, whole.id} & {said.id, said.get("statement")}:
        raise FactcheckError(
            "A claim is not linked to itself", f"{said.label} and {other.label}.", exit_code=2
        )
    for named in (other, whole):
        if known := link_between(act.db, viewer, said.id, named.id):
            return known.id, known.label
    id_ = act.fresh()
    record = r.Link(label=act.label("link", id_), claim=said.id, target=whole.id, reasons=reasons)
    act.make("link", record, id_)
    return id_, act.label_of(id_)


def _only_claim(act: Act, viewer: Viewer, statement: Stored) -> Stored:
    claims = rows.where(act.db, viewer, "claim", "statement", statement.id)
    if len(claims) == 1:
        return claims[0]
    choices = ", ".join(claim.label for claim in claims)
    raise FactcheckError(
        f"{statement.label} has {len(claims)} claims", f"They are {choices}.", "Name the claim.", 2
    )


def grade(
    case: CaseFile,
    viewer: Viewer,
    target: str,
    codes: str | Mapping[str, str],
    *,
    claim: str | None = None,
    rationale: str | None = None,
    reason: str | None = None,
    as_of: str | None = None,
    also: Sequence[str] = (),
    scope: Mapping[str, str] | None = None,
    readings: Sequence[Mapping[str, str]] | None = None,
    awareness: str | None = None,
    occasion: str | None = None,
) -> Graded:
    """Grades a link; with `claim`, the link of that claim and `target`, made if it is not there.

    The viewer's own earlier grade of the same target and round is revised, never lost. Combinations that the
    rubric forbids are refused; warnings come back.
    """
    with case.act(viewer) as act:
        unit_id, label = _target(act, viewer, target, claim)
        return graded(
            act,
            viewer,
            unit_id,
            label,
            codes,
            rationale=rationale,
            reason=reason,
            as_of=as_of,
            also=also,
            scope=scope,
            readings=readings,
            awareness=awareness,
            occasion=occasion,
        )


def graded(
    act: Act,
    viewer: Viewer,
    unit_id: str,
    label: str,
    codes: str | Mapping[str, str],
    *,
    rationale: str | None = None,
    reason: str | None = None,
    as_of: str | None = None,
    also: Sequence[str] = (),
    scope: Mapping[str, str] | None = None,
    readings: Sequence[Mapping[str, str]] | None = None,
    awareness: str | None = None,
    occasion: str | None = None,
) -> Graded:
    """The same within an act, of a link that is there."""
    _refuse_observer(viewer)
    given = checked_codes(codes)
    more = _more(also, scope, readings, awareness)
    remarks = check_grade(given, _unit(act, viewer, unit_id, rationale, reason))
    _refuse(remarks)
    round_ = rows.latest_round(act.db)
    record = r.Grade(
        target=unit_id,
        reviewer=act.actor,
        rubric=SVR1.name,
        rubric_version=SVR1.version,
        round=round_,
        as_of=_as_of(act, as_of),
        blind=not rows.others_grades_seen(act.db, viewer, unit_id),
        codes=given,
        basis=_basis(act, unit_id),
        rationale=_line(rationale),
        reason=_line(reason),
        occasion=_line(occasion),
        **more,
    )
    id_ = grade_id(act.actor, unit_id, round_)
    act.put("grade.given", id_, _whole(record))
    return Graded(Made(id_, label, act.batch), tuple(remarks))


def _refuse_observer(viewer: Viewer) -> None:
    """An observer looks and remarks; judging is for the others."""
    if viewer.role == "observer":
        raise FactcheckError(
            "An observer does not judge",
            f"{viewer.name} is {viewer.role}.",
            "Write a note, or ask a lead for another role.",
        )


def grade_id(reviewer: str, target: str, round_: int) -> str:
    """One reviewer has one grade of a target in a round: what is given again revises it."""
    return "grade:" + sha256(f"{reviewer} {target} {SVR1.name} {round_}")[:24]


def _target(act: Act, viewer: Viewer, target: str, claim: str | None) -> tuple[str, str]:
    if claim is not None:
        return linked(act, viewer, claim, target)
    found = in_use(act, viewer, target, "link", "claim", "event", "statement")
    if found.head.entity != "link":
        raise FactcheckError(
            f"A {found.head.entity} is not graded by itself",
            f"{SVR1.name}-{SVR1.version} grades a claim beside something of the record.",
            "Grade the link, or name the claim and what stands beside it.",
            2,
        )
    return found.id, found.label


def _more(
    also: Sequence[str],
    scope: Mapping[str, str] | None,
    readings: Sequence[Mapping[str, str]] | None,
    awareness: str | None,
) -> dict[str, Any]:
    """What a grade may say beyond its four keys; refuses what the rubric does not have."""
    kind, degree = SVR1.dimension("kind"), SVR1.dimension("degree")
    for reading in readings or ():
        degree.code(reading.get("degree", ""))
    if awareness is not None and awareness not in AWARENESS:
        choices = ", ".join(f"{key} {words}" for key, words in AWARENESS.items())
        raise FactcheckError(f"“{awareness}” is no awareness", f"It is one of: {choices}.", exit_code=2)
    return {
        "also": [kind.code(key).key for key in also] or None,
        "scope": slots(scope, SCOPE_ANSWERS) if scope else None,
        "readings": [dict(reading) for reading in readings] if readings else None,
        "awareness": awareness,
    }


def _unit(act: Act, viewer: Viewer, target: str, rationale: str | None, reason: str | None) -> Unit:
    unit = judged_unit(act.projected(), viewer, target)
    known = {item.name: getattr(unit, item.name) for item in fields(unit)}
    return Unit(**{**known, "rationale": _line(rationale), "reason": _line(reason)})


def _basis(act: Act, target: str) -> str:
    return derive.fingerprint(act.projected(), target)


def _refuse(remarks: Sequence[Remark]) -> None:
    blocking = [remark.text for remark in remarks if remark.severity == "block"]
    if blocking:
        raise FactcheckError("This grade contradicts itself", " ".join(blocking), "Change one of the keys.")


def _line(text: str | None) -> str | None:
    return text.strip() or None if text else None


def _as_of(act: Act, typed: str | None) -> str:
    return understood(typed, act.case.clock.now().date()) if typed else today(act.case)


def _whole(record: r.Record) -> dict[str, Any]:
    """Every field, absent ones too: what is given again leaves nothing of what was given before."""
    return {item.name: getattr(record, item.name) for item in fields(record)}


def adjudicate(
    case: CaseFile,
    viewer: Viewer,
    target: str,
    codes: str | Mapping[str, str],
    reason: str,
    *,
    chosen: str | None = None,
    as_of: str | None = None,
) -> Made:
    """Settles a link, or a claim as a whole, with a reason; the reviewers' own grades stay as they are."""
    if not viewer.sees_all:
        raise FactcheckError(
            "Only a lead or an adjudicator settles",
            f"{viewer.name} is {viewer.role}.",
            "Grade it, or dissent.",
        )
    given = checked_codes(codes)
    if not reason.strip():
        raise FactcheckError("An adjudication needs its reason", exit_code=2)
    with case.act(viewer) as act:
        found = in_use(act, viewer, target, "link", "claim")
        _refuse(check_grade(given, _unit(act, viewer, found.id, reason, reason)))
        round_ = rows.latest_round(act.db)
        record = r.Adjudication(
            target=found.id,
            reviewer=act.actor,
            rubric=SVR1.name,
            rubric_version=SVR1.version,
            round=round_,
            as_of=_as_of(act, as_of),
            codes=given,
            reason=reason.strip(),
            basis=_basis(act, found.id),
            chosen=_chosen(act, viewer, chosen, found) if chosen else None,
        )
        id_ = "adjudication:" + sha256(f"{act.actor} {found.id} {SVR1.name} {round_}")[:24]
        act.put("adjudication.made", id_, _whole(record))
        return Made(id_, found.label, act.batch)


def _chosen(act: Act, viewer: Viewer, chosen: str, target: Stored) -> str:
    given = rows.of_sort(act.db, viewer, chosen, "grade")
    if given.get("target") != target.id:
        raise FactcheckError(
            "The grade chosen is of something else", f"It is not a grade of {target.label}.", exit_code=2
        )
    return given.id


def dissent(
    case: CaseFile, viewer: Viewer, target: str, text: str, codes: str | Mapping[str, str] | None = None
) -> Made:
    """Attaches a disagreement to what was settled of a link or a claim; it prints with every report."""
    _refuse_observer(viewer)
    if not text.strip():
        raise FactcheckError("A dissent needs words", exit_code=2)
    given = None if codes is None else checked_codes(codes)
    with case.act(viewer) as act:
        found = in_use(act, viewer, target, "link", "claim")
        record = r.Dissent(target=found.id, reviewer=act.actor, text=text.strip(), codes=given)
        id_ = act.fresh()
        act.put("dissent.made", id_, fields_of(record))
        return Made(id_, found.label, act.batch)
