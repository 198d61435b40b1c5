"""Reports: the case as one value, and that value as a file."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from typing import TYPE_CHECKING

from factcheck import __version__
from factcheck.core.report import ClaimChapter, Exhibit, Lint, QuoteCheck, Report
from factcheck.core.rubric import SVR1
from factcheck.errors import FactcheckError
from factcheck.store import heads, rows
from factcheck.workbench import dates
from factcheck.workbench.dates import said, today, understood
from factcheck.workbench.quoting import check_quotations
from factcheck.workbench.readings import events
from factcheck.workbench.readings.bench import pair_of
from factcheck.workbench.readings.source_texts import source_card

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from factcheck.core.viewer import Viewer
    from factcheck.core.views.judgements import GradeView
    from factcheck.core.views.records import Head
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db

_LOADED = re.compile(
    r"\b(l(?:ied|iars?|ies|ying)|perjur\w*|(?:deliberately|knowingly) false|fraud\w*|dishonest\w*|guilty)\b",
    re.IGNORECASE,
)
"""Words that draw a legal conclusion or charge intent; reviewers are told where they used one."""


def report(case: CaseFile, viewer: Viewer, *, as_of: str | None = None) -> Report:
    """Everything a report may say of the case as the viewer may see it."""
    with case.reading() as db:
        card = rows.get(db, viewer, "case")
        sources = rows.every(db, viewer, "source")
        sealed = frozenset(source.id for source in sources if source.get("sealed"))
        cards = tuple(source_card(db, source) for source in sources)
        chapters = tuple(_chapters(db, viewer))
        shown = {
            exhibit.event.head.id for chapter in chapters for exhibit in chapter.exhibits if exhibit.event
        }
        quotations = check_quotations(db, viewer, sealed)
        return Report(
            title=card.get("title"),
            question=card.get("question"),
            summary=card.get("summary"),
            sample=card.get("sample"),
            status="LOCKED" if heads.is_locked(db) else "DRAFT",
            as_of=understood(as_of) if as_of else today(case),
            rubric=SVR1.definition(),
            head=heads.digest(db),
            version=__version__,
            counts=_counts(db, viewer),
            people=tuple(_people(db, viewer)),
            reviewers=tuple(
                (reviewer.get("name"), reviewer.get("role"))
                for reviewer in rows.every(db, viewer, "reviewer")
            ),
            chapters=chapters,
            other_events=tuple(
                events.event_view(db, viewer, event)
                for event in rows.every(db, viewer, "event")
                if event.id not in shown and rows.standing(db, viewer, event).id == event.id
            ),
            sources=cards,
            quotations=quotations,
            lint=tuple(_lint(chapters)),
            unread=tuple(
                (source.head.label, what, where, count)
                for source in cards
                if not source.sealed
                for what, where, count in source.holes
            ),
            sealed=len(sealed),
            warnings=tuple(dict.fromkeys(_warnings(chapters, quotations))),
        )


def _counts(db: Db, viewer: Viewer) -> dict[str, int]:
    stored = rows.counts(db)
    counts = {f"{name}s": stored[name] for name in ("source", "statement", "claim", "event", "link")}
    return counts | {"grades": len(rows.every(db, viewer, "grade"))}


def _chapters(db: Db, viewer: Viewer) -> Iterable[ClaimChapter]:
    """A chapter for every claim, in the order of the statements. The claim of another text of the same words
    is left out as long as nothing is said of it: those words are printed beside the text they vary."""
    variants = {
        statement.id
        for statement in rows.every(db, viewer, "statement")
        if statement.get("variant_of") and rows.find(db, viewer, statement.get("variant_of"))
    }
    statements = {
        statement.id: position
        for position, statement in enumerate(
            sorted(rows.every(db, viewer, "statement"), key=lambda s: dates.in_time(s.get("said_on")))
        )
    }
    claims = [claim for claim in rows.every(db, viewer, "claim") if claim.get("statement") in statements]
    for claim in sorted(claims, key=lambda claim: statements[claim.get("statement")]):
        exhibits = []
        for link in rows.where(db, viewer, "link", "claim", claim.id):
            pair = pair_of(db, viewer, claim, rows.get(db, viewer, link.get("target")), link)
            own = events.explanations(db, viewer, link.id)
            assert pair.link is not None  # noqa: S101 - it was given
            exhibits.append(Exhibit(pair.link, pair.event, pair.statement, own, pair.days, pair.row))
        view = pair_of(db, viewer, claim, None, None)
        spoken_of = view.claim.adjudications or view.claim.dissents or view.claim.notes or view.explanations
        if exhibits or spoken_of or claim.get("statement") not in variants:
            yield ClaimChapter(view.claim, tuple(exhibits), view.explanations)


def _people(db: Db, viewer: Viewer) -> Iterable[tuple[str, tuple[str, ...], tuple[str, ...]]]:
    for person in rows.every(db, viewer, "person"):
        if rows.standing(db, viewer, person).id != person.id:
            continue
        roles = [
            f"{role.get('title')} ({said(role.get('when'))})" if role.get("when") else role.get("title")
            for role in rows.where(db, viewer, "role", "person", person.id)
        ]
        aliases = [alias.get("name") for alias in rows.where(db, viewer, "alias", "person", person.id)]
        yield person.get("name"), tuple(roles), tuple(aliases)


def _lint(chapters: Sequence[ClaimChapter]) -> Iterable[Lint]:
    for where, text in _reviewers_text(chapters):
        for match in _LOADED.finditer(text or ""):
            yield Lint(where, match[0])


def _reviewers_text(chapters: Sequence[ClaimChapter]) -> Iterable[tuple[str, str | None]]:
    for chapter in chapters:
        label = chapter.claim.head.label
        yield f"{label}, restatement", chapter.claim.restatement
        for dissent in chapter.claim.dissents:
            yield f"{label}, dissent of {dissent.reviewer}", dissent.text
        for exhibit in chapter.exhibits:
            link = exhibit.link.head.label
            for grade in exhibit.link.grades:
                yield f"{link}, grade of {grade.reviewer}", f"{grade.rationale or ''} {grade.reason or ''}"
            for settled in exhibit.link.adjudications:
                yield f"{link}, adjudication of {settled.reviewer}", settled.reason
            for dissent in exhibit.link.dissents:
                yield f"{link}, dissent of {dissent.reviewer}", dissent.text
            for note in exhibit.link.notes:
                if note.scope == "report":
                    yield f"{link}, note of {note.reviewer}", note.text


def _warnings(chapters: Sequence[ClaimChapter], quotations: Sequence[QuoteCheck]) -> Iterable[str]:
    for quotation in quotations:
        if quotation.match == "NOT FOUND":
            yield f"{quotation.what}: its quotation is not where it is said to be in {quotation.source}."
        elif quotation.match == "read from image":
            yield f"{quotation.what}: nobody has checked {quotation.source}, typed from an image."
        elif quotation.match == "machine-read":
            yield f"{quotation.what}: a machine read this passage of {quotation.source}; compare the image."
    for chapter in chapters:
        yield from _conflicts(chapter.claim.head, chapter.claim.statement)
        for exhibit in chapter.exhibits:
            label = exhibit.link.head.label
            if exhibit.event is not None:
                yield from _conflicts(exhibit.event.head)
            if exhibit.link.hidden:
                yield f"{label}: the grades of others, if any, are left out: you have not graded it."
            for grade in exhibit.link.grades:
                yield from (f"{label}, {grade.reviewer}: {text}" for text in _grade_warnings(grade))
            for settled in exhibit.link.adjudications:
                if settled.stale:
                    yield f"{label}: what {settled.reviewer} settled is older than a change of its evidence."


def _conflicts(*heads: Head) -> Iterable[str]:
    for head in heads:
        for field in head.conflicts or ():
            what = f"{head.label}, {field.replace('_', ' ')}"
            yield f"{what}: two people changed it at the same time; choose one of the versions."


def _grade_warnings(grade: GradeView) -> Iterable[str]:
    if grade.stale:
        yield "the grade is older than a change of its evidence."
    yield from (text for severity, text in grade.remarks if severity in {"warn", "owed"})


def write_report(
    case: CaseFile,
    viewer: Viewer,
    *,
    as_: str = "annex",
    format: str = "html",
    out: Path,
    as_of: str | None = None,
) -> Path:
    """Renders the report to a file, which appears whole or not at all; an older one of that name is
    replaced."""
    data = render(case, viewer, as_=as_, format=format, as_of=as_of)
    making = out.with_name(f".{out.name}.{os.getpid()}.new")
    try:
        making.write_bytes(data)
        making.replace(out)
    except OSError as error:
        raise FactcheckError(
            "The report cannot be written there", f"{out}: {error.strerror or error}", "Choose another place."
        ) from error
    finally:
        with suppress(OSError):  # on a read-only mount nothing was made
            making.unlink(missing_ok=True)
    return out


def render(
    case: CaseFile,
    viewer: Viewer,
    *,
    as_: str = "annex",
    format: str = "html",
    as_of: str | None = None,
) -> bytes:
    """The report's bytes."""
    from factcheck.report import door

    return door.render(report(case, viewer, as_of=as_of), as_=as_, format=format)
