"""The statements list of the Bench, page by page: statements by date with their claims, then the proposed
under the source and the section that they are from."""

from __future__ import annotations

from bisect import bisect_left
from typing import TYPE_CHECKING

from factcheck.core.filters import Filter, parse_filter
from factcheck.core.views.rows import BenchRow
from factcheck.store import naming, pages, visibility
from factcheck.store.shelf import kept
from factcheck.workbench.readings import waiting
from factcheck.workbench.readings.grouping import proposal_groups
from factcheck.workbench.readings.verdicts import mark_of

if TYPE_CHECKING:
    from array import array
    from collections.abc import Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.workbench.readings.grouping import ProposalGroup


def bench_count(case: CaseFile, viewer: Viewer, wanted: str = "") -> int:
    """How many rows the statements list has: statements, their claims, then the statements proposed with a
    heading for each part of a source; with `wanted` (see `core.filters`) only those that are wanted."""
    chosen = parse_filter(wanted)
    with case.reading() as db:
        return _listed(case, db, viewer, chosen) + _proposed(case, db, chosen).rows


def bench_rows(case: CaseFile, viewer: Viewer, offset: int, limit: int, wanted: str = "") -> list[BenchRow]:
    """One page of the statements list."""
    chosen = parse_filter(wanted)
    with case.reading() as db:
        lines = pages.bench_lines(db, offset, limit, _lines(case, db, viewer, chosen))
        shown = _rows(db, viewer, lines)
        if (room := limit - len(shown)) > 0:
            beyond = max(0, offset - _listed(case, db, viewer, chosen))
            shown += _proposed(case, db, chosen).page(db, chosen, beyond, room)
        return shown


def bench_position(case: CaseFile, viewer: Viewer, id_: str, wanted: str = "") -> int | None:
    """The place in the list, from 0, of a row that it has."""
    chosen = parse_filter(wanted)
    with case.reading() as db:
        found = pages.bench_position(db, id_, _lines(case, db, viewer, chosen))
        if found is not None:
            return found
        proposed = _proposed(case, db, chosen)
        ids = (row.id for row in proposed.page(db, chosen, 0, proposed.rows))
        at = next((at for at, id in enumerate(ids) if id == id_), None)
        return None if at is None else _listed(case, db, viewer, chosen) + at


class _Proposed:
    """The end of the list: proposals, each group of them below its heading."""

    def __init__(self, groups: Sequence[ProposalGroup]) -> None:
        self._headings = {group.first + number: group for number, group in enumerate(groups)}
        self._places = list(self._headings)
        self.rows = len(groups) + sum(group.count for group in groups)

    def page(self, db: Db, wanted: Filter, offset: int, limit: int) -> list[BenchRow]:
        """Some of the rows, counted from the first heading on."""
        above = bisect_left(self._places, offset)
        proposals = iter(waiting.page(db, "statement", wanted, offset - above, limit))
        headings = (self._headings.get(at) for at in range(offset, min(offset + limit, self.rows)))
        return [
            waiting.as_statement(next(proposals)) if heading is None else heading.as_heading()
            for heading in headings
        ]


def _proposed(case: CaseFile, db: Db, wanted: Filter) -> _Proposed:
    return kept(case, ("proposed", wanted), lambda: _Proposed(proposal_groups(db, wanted)))


def _lines(case: CaseFile, db: Db, viewer: Viewer, wanted: Filter) -> array[int] | None:
    """The lines that a filter leaves; None where there is none."""
    if not wanted:
        return None
    from factcheck.store import filtering

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
