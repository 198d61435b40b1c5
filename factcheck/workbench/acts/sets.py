"""Sets of events, and searches that found nothing, as events of their own."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core import records as r
from factcheck.core.edtf import parse_edtf
from factcheck.core.light import dataclass
from factcheck.core.views.records import Made
from factcheck.core.views.searching import Hit
from factcheck.errors import FactcheckError
from factcheck.store import rows, search, texts
from factcheck.workbench.acts.named import in_use

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.codes import Established
    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile
    from factcheck.store.rows import Stored


def group(case: CaseFile, viewer: Viewer, events: Sequence[str], *, title: str | None = None) -> Made:
    """Makes several events a set with a count, which can be linked and graded as one; they stay what they
    are. Events that are the same count once, and a set counts as its events."""
    with case.act(viewer) as act:
        members = _members(act, viewer, events)
        if len(members) < 2:
            raise FactcheckError("A set has two events at least", exit_code=2)
        named = " ".join((title or "").split())
        id_ = act.fresh()
        record = r.Event(
            label=act.label("event", id_),
            title=named or f"{len(members)} events: {members[0].get('title')}, and others",
            when=span_of([member.get("when") for member in members]),
            count=sum(member.get("count") or 1 for member in members),
            members=[member.id for member in members],
            established=_weakest(members),
        )
        act.make("event", record, id_)
        for person in _people(act, viewer, members):
            act.make("participant", r.Participant(event=id_, person=person))
        return Made(id_, act.label_of(id_), act.batch)


def _members(act: Act, viewer: Viewer, events: Sequence[str]) -> list[Stored]:
    """Each event once, by what stands for it; of a set its own members."""
    found: dict[str, Stored] = {}
    waiting = list(reversed(events))
    seen: set[str] = set()
    while waiting:
        event = rows.standing(act.db, viewer, in_use(act, viewer, waiting.pop(), "event"))
        if event.id in seen:
            continue
        seen.add(event.id)
        if event.get("search"):
            raise FactcheckError(
                f"{event.label} is a search that found nothing", "It is no event that a set could count.",
                exit_code=2,
            )  # fmt: skip
        if parts := event.get("members"):
            waiting.extend(reversed(parts))
        else:
            found[event.id] = event
    return list(found.values())


def span_of(dates: Sequence[str | None]) -> str | None:
    """The interval from the earliest to the latest of some dates; None where one of them is missing, is not
    sure, or has no day to begin or to end with: then the span is not known either."""
    if dates and all(value == dates[0] for value in dates):
        return dates[0]
    whens = [parse_edtf(value) for value in dates if value]
    firsts = [when.earliest for when in whens if when.earliest]
    lasts = [when.latest for when in whens if when.latest]
    if not whens or len(firsts) < len(dates) or len(lasts) < len(dates):
        return None
    if any(when.uncertain or when.approximate for when in whens):
        return None
    first, last = min(firsts), max(lasts)
    return first.isoformat() if first == last else f"{first.isoformat()}/{last.isoformat()}"


_STRENGTH: tuple[Established | None, ...] = (
    "refuted",
    "disputed",
    "alleged",
    None,
    "single report",
    "two or more independent reports",
    "documented",
    "admitted",
)


def _weakest(members: Sequence[Stored]) -> Established | None:
    """A set is as well established as its weakest member."""
    return _STRENGTH[min(_STRENGTH.index(member.get("established")) for member in members)]


def _people(act: Act, viewer: Viewer, members: Sequence[Stored]) -> list[str]:
    """Those who took part in every one of the events."""
    parts = [
        {part.get("person") for part in rows.where(act.db, viewer, "participant", "event", member.id)}
        for member in members
    ]
    return sorted(set.intersection(*parts)) if parts else []


@dataclass(frozen=True, slots=True)
class Searched:
    """What a search gave: hits, or the event that records that there were none."""

    hits: tuple[Hit, ...]
    made: Made | None


def searched(case: CaseFile, viewer: Viewer, query: str, sources: Sequence[str]) -> Searched:
    """Searches the text of some sources. Where nothing is found, that is recorded as an event: the query, the
    sources, how much was searched, and what of them could not be read. With hits, these come back and nothing
    is recorded."""
    if not search.fts_query(query):
        raise FactcheckError("There is nothing to search for", f"“{query}” holds no word.", exit_code=2)
    if not sources:
        raise FactcheckError("A search needs the sources it searches", exit_code=2)
    with case.act(viewer) as act:
        documents = [rows.of_sort(act.db, viewer, source, "source") for source in dict.fromkeys(sources)]
        found = search.find_passages(act.db, query, 100, [document.id for document in documents])
        if found:
            hits = tuple(
                Hit("source", source, label, words, search.spans(words, query), source, start)
                for source, label, start, words in found
            )
            return Searched(hits, None)
        id_ = act.fresh()
        where = ", ".join(document.label for document in documents)
        record = r.Event(
            label=act.label("event", id_),
            title=f"Search for “{query.strip()}” in {where}: nothing found",
            established="documented",
            search=_record(act, query, documents),
        )
        act.make("event", record, id_)
        return Searched((), Made(id_, act.label_of(id_), act.batch))


def _record(act: Act, query: str, documents: Sequence[Stored]) -> dict[str, object]:
    return {
        "query": query.strip(),
        "sources": [
            {
                "label": document.label,
                "sha256": document.get("bytes_sha"),
                "paragraphs": texts.paragraph_count(act.db, document.id),
                "characters": document.get("length"),
                "holes": [
                    {"what": what, "where": where, "count": count}
                    for what, where, count in texts.holes(act.db, document.id)
                ],
            }
            for document in documents
        ],
        "searched": sum(texts.paragraph_count(act.db, document.id) for document in documents),
        "holes": sum(count for document in documents for _, _, count in texts.holes(act.db, document.id)),
    }
