"""The statements list of the Bench, page by page: statements by date with their claims, then the proposed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.filters import Filter, parse_filter
from factcheck.core.views.rows import BenchRow
from factcheck.store import filtering, naming, pages, visibility
from factcheck.store.shelf import kept
from factcheck.workbench.readings import waiting
from factcheck.workbench.readings.verdicts import mark_of

if TYPE_CHECKING:
    from array import array

    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db


def bench_count(case: CaseFile, viewer: Viewer, wanted: str = "") -> int:
    """How many rows the statements list has: statements, their claims, then the statements proposed; with
    `wanted` (see `core.filters`) only those that are wanted."""
    chosen = parse_filter(wanted)
    with case.reading() as db:
        return _listed(case, db, viewer, chosen) + waiting.count(db, "statement", chosen)


def bench_rows(case: CaseFile, viewer: Viewer, offset: int, limit: int, wanted: str = "") -> list[BenchRow]:
    """One page of the statements list."""
    chosen = parse_filter(wanted)
    with case.reading() as db:
        lines = pages.bench_lines(db, offset, limit, _lines(case, db, viewer, chosen))
        shown = _rows(db, viewer, lines)
        if (room := limit - len(shown)) > 0:
            beyond = max(0, offset - _listed(case, db, viewer, chosen))
            proposed = waiting.page(db, "statement", chosen, beyond, room)
            shown.extend(waiting.as_statement(proposal) for proposal in proposed)
        return shown


def bench_position(case: CaseFile, viewer: Viewer, id_: str, wanted: str = "") -> int | None:
    """The place in the list, from 0, of a statement, a claim or a proposal."""
    chosen = parse_filter(wanted)
    with case.reading() as db:
        found = pages.bench_position(db, id_, _lines(case, db, viewer, chosen))
        if found is not None:
            return found
        proposed = [proposal.id for proposal in waiting.page(db, "statement", chosen, 0, -1)]
        return _listed(case, db, viewer, chosen) + proposed.index(id_) if id_ in proposed else None


def _lines(case: CaseFile, db: Db, viewer: Viewer, wanted: Filter) -> array[int] | None:
    """The lines that a filter leaves; None where there is none."""
    if not wanted:
        return None
    return kept(case, ("bench", viewer, wanted), lambda: filtering.bench(db, viewer, wanted))


def _listed(case: CaseFile, db: Db, viewer: Viewer, wanted: Filter) -> int:
    lines = _lines(case, db, viewer, wanted)
    return pages.bench_count(db) if lines is None else len(lines)


def _rows(db: Db, viewer: Viewer, lines: list[pages.BenchLine]) -> list[BenchRow]:
    names = naming.names_of(db, [line.speaker for line in lines if line.speaker])
    findings = visibility.findings_for(db, viewer, [line.id for line in lines if line.row == "claim"])
    shown = []
    for line in lines:
        if line.row == "statement":
            speaker = names.get(line.speaker or "") or line.speaker_label
            shown.append(
                BenchRow("statement", line.id, line.label, line.words, line.said_on, speaker, line.status)
            )
        else:
            finding = findings[line.id]
            shown.append(
                BenchRow(
                    row="claim",
                    id=line.id,
                    label=line.label,
                    words=line.words,
                    finding=finding,
                    mark=mark_of(finding),
                    links=finding.links,
                )
            )
    return shown
