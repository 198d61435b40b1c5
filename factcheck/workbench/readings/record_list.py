"""The record beside a claim, page by page: what is linked, what fits best, the other events, then what is
proposed. A proposed statement has a record beside it too."""

from __future__ import annotations

from array import array
from dataclasses import replace
from typing import TYPE_CHECKING, Literal

from factcheck.core.filters import Filter, parse_filter
from factcheck.core.light import dataclass
from factcheck.core.views.rows import RecordRow
from factcheck.store import filtering, naming, pages, row_filter, rows, visibility
from factcheck.store.pages import RecordPlace, WaitingProposal
from factcheck.store.shelf import kept
from factcheck.workbench import dates
from factcheck.workbench.readings import events, proposed, registers, suggesting, waiting
from factcheck.workbench.readings.cited import name
from factcheck.workbench.readings.verdicts import verdict

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.ranking import Sought
    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db

Order = Literal["date", "best"]


@dataclass(frozen=True, slots=True)
class _Said:
    """What the record stands beside: a claim, or a statement that waits to be accepted."""

    id: str
    said_on: str | None
    what: rows.Stored | WaitingProposal

    def sought(self, db: Db, viewer: Viewer) -> Sought:
        """As matching sees it."""
        if isinstance(self.what, WaitingProposal):
            return suggesting.sought_of_proposal(db, self.what)
        return suggesting.sought_of(db, viewer, self.what)


@dataclass(frozen=True, slots=True)
class _Plan:
    """The order of the record: places at the top (what is linked, then the best), the proposed events that
    fit best, the lines of the other events (None: all events but `without`), and the other proposed ones
    (None: all of them); with the reasons of the best."""

    top: tuple[RecordPlace, ...]
    best_proposed: tuple[WaitingProposal, ...]
    rest: array[int] | None
    without: tuple[str, ...]
    rest_proposed: tuple[WaitingProposal, ...] | None
    reasons: dict[str, str]


def record_count(case: CaseFile, viewer: Viewer, claim: str, wanted: str = "", order: Order = "date") -> int:
    """How many rows the record beside a claim, or a proposed statement, has: what is linked, other events,
    then the events proposed; with `wanted` (see `core.filters`) only those that are wanted."""
    chosen = parse_filter(wanted)
    with case.reading() as db:
        plan = _plan(case, db, viewer, _said(db, viewer, claim), chosen, order)
        return sum(_lengths(db, plan, chosen))


def record_rows(
    case: CaseFile,
    viewer: Viewer,
    claim: str,
    offset: int,
    limit: int,
    wanted: str = "",
    order: Order = "date",
) -> list[RecordRow]:
    """One page of the record beside a claim: linked first; with `order` "best" then what matching ranks, of
    the events and of those proposed; then by date."""
    chosen = parse_filter(wanted)
    with case.reading() as db:
        said = _said(db, viewer, claim)
        plan = _plan(case, db, viewer, said, chosen, order)
        shown: list[RecordRow] = []
        lengths = _lengths(db, plan, chosen)
        for part, length in zip((_top, _best_proposed, _rest, _rest_proposed), lengths, strict=True):
            room = limit - len(shown)
            if room > 0 and offset < length:
                shown += part(db, viewer, said, plan, chosen, offset, room)
            offset = max(0, offset - length)
        return [replace(row, reasons=row.reasons or plan.reasons.get(row.id)) for row in shown]


def _said(db: Db, viewer: Viewer, ref: str) -> _Said:
    if proposal := proposed.waiting_for(db, viewer, ref):
        return _Said(proposal.id, waiting.when_of(proposal), proposal)
    claim = rows.of_sort(db, viewer, ref, "claim")
    said_on = rows.get(db, viewer, claim.get("statement")).get("said_on")
    return _Said(claim.id, said_on, claim)


def _plan(case: CaseFile, db: Db, viewer: Viewer, said: _Said, wanted: Filter, order: Order) -> _Plan:
    if not wanted and order == "date":
        return _planned(db, viewer, said, wanted, order)
    key = ("record", viewer, said.id, wanted, order)
    return kept(case, key, lambda: _planned(db, viewer, said, wanted, order))


def _planned(db: Db, viewer: Viewer, said: _Said, wanted: Filter, order: Order) -> _Plan:
    linked = pages.linked_places(db, said.id)
    all_linked = [place.record for place in linked]
    rest: array[int] | None = None
    if wanted:
        among, rest = filtering.record(db, viewer, said.id, wanted)
        linked = [place for place in linked if place.link in among]
    if order == "date":
        return _Plan(tuple(linked), (), rest, tuple(all_linked), None, {})
    sought = said.sought(db, viewer)
    best = suggesting.best(db, sought, most=suggesting.MOST)
    lines = pages.event_lines_of(db, [ranked.event for ranked in best])
    kept_lines = set(rest) if rest is not None else None
    shown = [
        ranked
        for ranked in best
        if ranked.event not in all_linked
        and (
            kept_lines is None or lines[ranked.event] in kept_lines
            if ranked.event in lines
            else _is_wanted_row(db, viewer, wanted, ranked.event)
        )
    ]
    top = [
        *linked,
        *(RecordPlace("event" if one.event in lines else "row", one.event, None, one.event) for one in shown),
    ]
    if rest is not None:
        gone = {lines[ranked.event] for ranked in shown if ranked.event in lines}
        rest = array("q", (n for n in rest if n not in gone))
    fitting, others, why = suggesting.best_proposed(db, sought, wanted)
    return _Plan(
        top=tuple(top),
        best_proposed=tuple(fitting),
        rest=rest,
        without=(*all_linked, *(ranked.event for ranked in shown if ranked.event in lines)),
        rest_proposed=None if others is None else tuple(others),
        reasons={**{ranked.event: "; ".join(ranked.reasons) for ranked in shown}, **why},
    )


def _is_wanted_row(db: Db, viewer: Viewer, wanted: Filter, id_: str) -> bool:
    at = registers.row_at(db, viewer, id_)
    return at is not None and (not wanted or row_filter.passes(db, wanted, at))


def _lengths(db: Db, plan: _Plan, wanted: Filter) -> tuple[int, int, int, int]:
    """How many rows each part has: the top, the best proposed, other events, other proposed ones."""
    rest = len(plan.rest) if plan.rest is not None else pages.other_event_count(db, plan.without)
    others = plan.rest_proposed
    waits = len(others) if others is not None else waiting.count(db, "event", wanted)
    return len(plan.top), len(plan.best_proposed), rest, waits


def _top(
    db: Db, viewer: Viewer, said: _Said, plan: _Plan, wanted: Filter, offset: int, limit: int
) -> list[RecordRow]:
    return rows_of(db, viewer, list(plan.top[offset : offset + limit]), said.said_on)


def _best_proposed(
    db: Db, viewer: Viewer, said: _Said, plan: _Plan, wanted: Filter, offset: int, limit: int
) -> list[RecordRow]:
    return [waiting.as_event(one, said.said_on) for one in plan.best_proposed[offset : offset + limit]]


def _rest(
    db: Db, viewer: Viewer, said: _Said, plan: _Plan, wanted: Filter, offset: int, limit: int
) -> list[RecordRow]:
    if plan.rest is not None:
        places = pages.event_places(db, plan.rest[offset : offset + limit])
    else:
        places = pages.other_events(db, plan.without, offset, limit)
    return rows_of(db, viewer, places, said.said_on)


def _rest_proposed(
    db: Db, viewer: Viewer, said: _Said, plan: _Plan, wanted: Filter, offset: int, limit: int
) -> list[RecordRow]:
    if plan.rest_proposed is not None:
        found: Sequence[WaitingProposal] = plan.rest_proposed[offset : offset + limit]
    else:
        found = waiting.page(db, "event", wanted, offset, limit)
    return [waiting.as_event(one, said.said_on) for one in found]


def rows_of(db: Db, viewer: Viewer, places: list[RecordPlace], said_on: str | None) -> list[RecordRow]:
    """Places of the record as rows, a page in a few queries."""
    details = pages.event_details(db, [place.record for place in places if place.entity == "event"])
    names = naming.names_of(db, [who for line in details.values() for who, _ in line.who])
    links = pages.link_details(db, [place.link for place in places if place.link])
    judged = visibility.verdicts_for(db, viewer, list(links))
    shown = []
    for place in places:
        label, reasons = links.get(place.link or "", (None, None))
        said, mark = verdict(*judged[place.link]) if place.link else ("not linked", "")
        row = (
            _event_row(details[place.record], names, said_on)
            if place.entity == "event"
            else _other_row(db, viewer, place, said_on)
        )
        shown.append(
            replace(
                row,
                id=row.id if place.id == place.record else place.id,
                link=place.link,
                link_label=label,
                verdict=said,
                mark=mark,
                reasons=reasons,
            )
        )
    return shown


def _event_row(line: pages.EventLine, names: dict[str, str], said_on: str | None) -> RecordRow:
    who = tuple(f"{names.get(person, '')}{'?' if doubtful else ''}" for person, doubtful in line.who)
    return RecordRow(
        row="event",
        id=line.id,
        label=line.label,
        title=line.title,
        when=line.when,
        when_said=dates.said(line.when),
        who=who,
        established=line.established,
        scheduled_only=events.scheduled_only(line.modes),
        link=None,
        link_label=None,
        verdict="",
        mark="",
        days=dates.days_between(line.when, said_on),
    )


def _other_row(db: Db, viewer: Viewer, place: RecordPlace, said_on: str | None) -> RecordRow:
    """A statement, a claim or a register's row."""
    if place.entity == "row":
        return _register_row(db, viewer, place, said_on)
    item = rows.get(db, viewer, place.record)
    statement = rows.get(db, viewer, item.get("statement")) if place.entity == "claim" else item
    when = statement.get("said_on")
    speaker = name(db, viewer, statement.get("speaker"))
    return RecordRow(
        row="statement",
        id=item.id,
        label=item.label,
        title=f"“{item.get('words')}”",
        when=when,
        when_said=dates.said(when),
        who=(speaker,) if speaker else (),
        established=None,
        scheduled_only=False,
        link=None,
        link_label=None,
        verdict="",
        mark="",
        days=dates.days_between(when, said_on),
    )


def _register_row(db: Db, viewer: Viewer, place: RecordPlace, said_on: str | None) -> RecordRow:
    """A row as its register has it; one whose rows have not arrived as its record has it."""
    if at := registers.row_at(db, viewer, place.id):
        return registers.as_record_row(at, said_on)
    row = registers.row_view(db, viewer, rows.get(db, viewer, place.id))
    return RecordRow(
        row="row",
        id=row.head.id,
        label=row.head.label,
        title=row.title,
        when=row.when,
        when_said=row.when_said,
        who=(),
        established=None,
        scheduled_only=row.mode == "scheduled",
        link=None,
        link_label=None,
        verdict="",
        mark="",
        days=dates.days_between(row.when, said_on),
    )
