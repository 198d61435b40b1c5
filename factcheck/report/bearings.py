"""What every part of an annex needs to find its way: the rubric, footnotes, places, what was told already."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, fields, is_dataclass
from typing import TYPE_CHECKING, Any

from factcheck.core.views.judgements import (
    AdjudicationView,
    DissentView,
    ExplanationView,
    GradeView,
    NoteView,
)
from factcheck.core.views.records import Head
from factcheck.report import wording
from factcheck.report.addresses import Addresses, addresses_of
from factcheck.report.footnotes import Footnotes, footnotes_of
from factcheck.report.outline import Block, Line, Para, joined, line, muted, strong
from factcheck.report.scale import Scale, scale_of
from factcheck.report.statements import SpokenOnce, by_statement

if TYPE_CHECKING:
    from factcheck.core.report import Report
    from factcheck.core.views.events import EventView

OWN_HAND = (GradeView, AdjudicationView, DissentView, NoteView)
"""Views that name their reviewer themselves."""


@dataclass(slots=True)
class Bearings:
    """Made afresh for each annex. `usual` entered most of the records, so that only others need naming."""

    report: Report
    spoken: list[SpokenOnce]
    scale: Scale
    addresses: Addresses
    footnotes: Footnotes
    usual: str
    told: dict[str, str] = field(default_factory=dict)

    def told_at(self, item: EventView | ExplanationView, here: str) -> str:
        """The label of what an event or an explanation was told in full under; empty the first time, which
        is then `here`."""
        before = self.told.get(item.head.id, "")
        self.told.setdefault(item.head.id, here)
        return before

    def point(self, label: str | None) -> Line:
        """A label, pointing at its record."""
        return self.addresses.point(label)

    def points(self, labels: tuple[str, ...]) -> Line:
        """Labels, each pointing at its record."""
        return joined((self.point(label) for label in labels), ", ")

    def flags(self, head: Head) -> Iterator[Block]:
        """What must be known of a record before it is read: a withdrawal, conflicts."""
        if head.withdrawn:
            why = f": {head.withdrawn_reason}" if head.withdrawn_reason else ""
            yield Para(line(strong("WITHDRAWN"), f" {head.label}{why}"), "flag")
        for name, sides in wording.pairs(head.conflicts):
            values = (
                line(wording.plain_words(side.value), muted(f" (set by {side.actor})")) for side in sides
            )
            named = line(strong("CONFLICT"), f" {head.label}, {name}: ")
            yield Para(line(named, joined(values, "; "), ". Not yet settled."), "flag")

    def entered(self, head: Head, reviewer: str = "") -> Iterator[Block]:
        """Who entered or changed a record, where that is not whom one expects: `reviewer`, who is named with
        it, or else the one who entered most."""
        what = head.label or "This"
        if head.made_by and head.made_by != (reviewer or self.usual):
            changed = f", last changed by {head.changed_by}" if head.changed_by != head.made_by else ""
            yield Para(line(f"{what} was entered by {head.made_by}{changed}."), "fine")
        elif head.changed_by and head.changed_by != head.made_by:
            yield Para(line(f"{what} was last changed by {head.changed_by}."), "fine")


def bearings_of(report: Report) -> Bearings:
    """The bearings at the first page."""
    spoken = by_statement(report.chapters)
    addresses = addresses_of(report, spoken)
    hands = Counter(head.made_by for head in _entered(report))
    usual, times = hands.most_common(1)[0] if hands else ("", 0)
    return Bearings(
        report=report,
        spoken=spoken,
        scale=scale_of(report),
        addresses=addresses,
        footnotes=footnotes_of(report, addresses.point),
        usual=usual if times > 1 else "",
    )


def _entered(value: Any) -> Iterator[Head]:
    """The heads of all records but those that name their reviewer."""
    if isinstance(value, Head):
        yield value
    elif is_dataclass(value) and not isinstance(value, OWN_HAND):
        for item in fields(value):
            yield from _entered(getattr(value, item.name))
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _entered(inner)
    elif isinstance(value, (tuple, list)):
        for inner in value:
            yield from _entered(inner)
