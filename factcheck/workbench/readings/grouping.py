"""The proposals of a list by source and section: how many wait in each part of a document."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass
from typing import TYPE_CHECKING

from factcheck.core.views.rows import BenchRow
from factcheck.store import naming, pages
from factcheck.workbench.readings import waiting

if TYPE_CHECKING:
    from factcheck.core.document import Section
    from factcheck.core.filters import Filter
    from factcheck.store.connect import Db


@dataclass(slots=True)
class ProposalGroup:
    """Proposals that stand together in a list: those of one section of a source, or of a source that has no
    sections.

    `first` is the place of the first of them among all that wait, from 0. `section` is the printed heading,
    else the sort of section; None before the first one. `date` (EDTF) is the section's.
    """

    source: str
    source_label: str
    source_name: str
    section: str | None
    date: str | None
    first: int
    count: int = 1

    def as_heading(self) -> BenchRow:
        """The line above them in the statements list."""
        return BenchRow(
            row="group",
            id=f"group:{self.source}:{self.first}",
            label=self.source_label,
            words=self.section or self.source_name,
            said_on=self.date,
            waiting=self.count,
        )


def proposal_groups(db: Db, wanted: Filter) -> list[ProposalGroup]:
    """The groups of proposed statements in the order of their list, of what the filter lets through."""

    from factcheck.store import texts

    if wanted:
        places = [(one.source, one.start) for one in waiting.matching(db, "statement", wanted)]
    else:
        places = pages.proposal_places(db, "statement")
    names = naming.sources_called(db, list(dict.fromkeys(source for source, _ in places)))
    parts = {source: texts.sections(db, source) for source in names}
    groups: list[ProposalGroup] = []
    for at, (source, start) in enumerate(places):
        section = _section_at(parts[source], start)
        heading = section.heading or section.sort if section else None
        if groups and (groups[-1].source, groups[-1].section) == (source, heading):
            groups[-1].count += 1
        else:
            groups.append(
                ProposalGroup(source, *names[source], heading, section.date if section else None, at)
            )
    return groups


def _section_at(sections: tuple[Section, ...], start: int) -> Section | None:
    at = bisect_right(sections, start, key=lambda section: section.start)
    return sections[at - 1] if at else None
