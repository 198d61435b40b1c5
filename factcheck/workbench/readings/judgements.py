"""Grades, adjudications, dissents and the link they are on, as far as the viewer may see them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.checks import Graded, check_grade
from factcheck.core.findings import FindingState, GradeGiven, LinkJudged, outcome
from factcheck.core.rubric import SVR1
from factcheck.core.views.judgements import AdjudicationView, DissentView, GradeView
from factcheck.core.views.pairs import LinkView
from factcheck.store import rows, visibility
from factcheck.workbench.readings import remarks

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored


def grades(db: Db, viewer: Viewer, target: str) -> tuple[GradeView, ...]:
    """The grades of a target by round and making; those still hidden from the viewer are absent."""
    unit = judged_unit(db, viewer, target)
    return tuple(grade_view(db, grade, unit) for grade in rows.where(db, viewer, "grade", "target", target))


def grade_view(db: Db, grade: Stored, unit: Graded) -> GradeView:
    """One grade in codes and words, with what the checks say of it."""
    codes = grade.get("codes")
    with_words = Graded(
        target_is_statement=unit.target_is_statement,
        established=unit.established,
        modes=unit.modes,
        form=unit.form,
        clarity=unit.clarity,
        has_explanation=unit.has_explanation,
        has_variant=unit.has_variant,
        rationale=grade.get("rationale"),
        reason=grade.get("reason"),
    )
    return GradeView(
        head=grade.head,
        target=grade.get("target"),
        reviewer=rows.name_of(db, grade.get("reviewer")),
        rubric=grade.get("rubric"),
        rubric_version=grade.get("rubric_version"),
        round=grade.get("round"),
        as_of=grade.get("as_of"),
        blind=grade.get("blind"),
        stale=is_stale(db, grade.id),
        codes=codes,
        said=SVR1.say(codes),
        rationale=grade.get("rationale"),
        reason=grade.get("reason"),
        also=tuple(grade.get("also") or ()),
        scope=grade.get("scope"),
        readings=tuple(grade.get("readings") or ()),
        awareness=grade.get("awareness"),
        occasion=grade.get("occasion"),
        remarks=tuple((remark.severity, remark.text) for remark in check_grade(codes, with_words)),
    )


def is_stale(db: Db, judgement: str) -> bool:
    """Whether what a judgement rests on has changed since."""
    return rows.is_stale(db, judgement)


def adjudications(db: Db, viewer: Viewer, target: str) -> tuple[AdjudicationView, ...]:
    """What was settled on a target, the last one last."""
    return tuple(
        AdjudicationView(
            head=settled.head,
            reviewer=rows.name_of(db, settled.get("reviewer")),
            codes=settled.get("codes"),
            said=SVR1.say(settled.get("codes")),
            reason=settled.get("reason"),
            stale=is_stale(db, settled.id),
            round=settled.get("round"),
            as_of=settled.get("as_of"),
            chosen=chosen(db, viewer, settled.get("chosen")),
        )
        for settled in rows.where(db, viewer, "adjudication", "target", target)
    )


def chosen(db: Db, viewer: Viewer, grade: str | None) -> str | None:
    """The grade that an adjudicator chose as it stands: its label, or whose it is where it has none."""
    found = rows.find(db, viewer, grade) if grade else None
    return (found.label or rows.name_of(db, found.get("reviewer"))) if found else None


def dissents(db: Db, viewer: Viewer, target: str) -> tuple[DissentView, ...]:
    """The dissents on a target."""
    return tuple(
        DissentView(
            head=dissent.head,
            reviewer=rows.name_of(db, dissent.get("reviewer")),
            text=dissent.get("text"),
            codes=dissent.get("codes"),
            suppressed=dissent.get("suppressed"),
        )
        for dissent in rows.where(db, viewer, "dissent", "target", target)
    )


def link_view(db: Db, viewer: Viewer, link: Stored) -> LinkView:
    """A link with all that was judged of it, under the label of the record that stands for what it names."""
    claim = rows.find(db, viewer, link.get("claim"))
    named = rows.find(db, viewer, link.get("target"))
    target = rows.standing(db, viewer, named) if named else None
    given = grades(db, viewer, link.id)
    settled = adjudications(db, viewer, link.id)
    return LinkView(
        head=link.head,
        claim=link.get("claim"),
        claim_label=claim.label if claim else "",
        target=target_of(db, viewer, link),
        target_label=target.label if target else "",
        grades=given,
        adjudications=settled,
        dissents=dissents(db, viewer, link.id),
        notes=remarks.notes(db, viewer, link.id),
        tags=remarks.tags(db, viewer, link.id),
        hidden=visibility.is_blind(db, viewer, link.id),
        state=state_of(given, settled),
    )


def state_of(given: tuple[GradeView, ...], settled: tuple[AdjudicationView, ...]) -> FindingState:
    """How a link stands by each reviewer's latest grade and the last adjudication, of those at hand."""
    ordered = sorted(given, key=lambda grade: (grade.round, grade.as_of, grade.head.id))
    latest = {grade.reviewer: GradeGiven(grade.reviewer, grade.codes) for grade in ordered}
    return outcome(
        LinkJudged("", "", True, "", tuple(latest.values()), settled[-1].codes if settled else None)
    )[0]


def link_between(db: Db, viewer: Viewer, claim: str, target: str) -> Stored | None:
    """The link of a claim to something of the record, or to what was merged into that, if there is one; the
    one that names the very record comes first."""
    links = [item for item in rows.where(db, viewer, "link", "target", target) if item.get("claim") == claim]
    return min(links, key=lambda link: link.get("target") != target, default=None)


def target_of(db: Db, viewer: Viewer, link: Stored) -> str:
    """Under which record a link is looked at: the one that stands for what it names; where another link of
    the claim is there, under the record that it names itself."""
    named = rows.find(db, viewer, link.get("target"))
    whole = rows.standing(db, viewer, named).id if named else link.get("target")
    there = link_between(db, viewer, link.get("claim"), whole)
    return str(whole if there is None or there.id == link.id else link.get("target"))


def judged_unit(db: Db, viewer: Viewer, target: str) -> Graded:
    """What the checks of a grade need to know of its target."""
    link = rows.find(db, viewer, target)
    if link is None or link.head.entity != "link":
        return Graded(target_is_statement=link is not None and link.head.entity == "statement")
    claim = rows.find(db, viewer, link.get("claim"))
    statement = rows.find(db, viewer, claim.get("statement")) if claim else None
    other = rows.find(db, viewer, link.get("target"))
    if claim is None or statement is None or other is None:
        return Graded()
    is_event = other.head.entity == "event"
    whole = rows.standing(db, viewer, other).id
    evidence = rows.where(db, viewer, "evidence", "event", whole) if is_event else []
    explained = [
        *rows.where(db, viewer, "explanation", "target", link.id),
        *rows.where(db, viewer, "explanation", "target", claim.id),
        *rows.where(db, viewer, "explanation", "target", statement.id),
    ]
    return Graded(
        target_is_statement=other.head.entity in {"statement", "claim"},
        established=other.get("established") if is_event else None,
        modes=tuple(item.get("mode") for item in evidence),
        form=claim.get("form") or statement.get("form"),
        clarity=statement.get("clarity"),
        has_explanation=bool(explained),
        has_variant=bool(rows.where(db, viewer, "statement", "variant_of", statement.id))
        or bool(statement.get("variant_of")),
    )
