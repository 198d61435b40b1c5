"""Every reading with everything there is to read, for tests that must not forget one."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError
from factcheck.workbench import readings, reporting
from factcheck.workbench.cases import OpenCase
from factcheck.workbench.readings.listing import LISTED

SORTS = {
    "claim": "S1.C1 S1.C2",
    "event": "E1 E2 E3",
    "statement": "S1",
    "link": "L1 L2 L3",
    "source": "D1 D2",
}


def records(case: OpenCase) -> list[str]:
    """The id of every record in the file, also of those that not everybody may see."""
    return [id_ for (id_,) in case.db.execute("SELECT id FROM record ORDER BY id")]


def _each(sort: str, read: Callable[..., Any]) -> Callable[[OpenCase, Viewer], Iterator[Any]]:
    return lambda case, viewer: (read(case, viewer, ref) for ref in SORTS[sort].split())


def _of_any(read: Callable[..., Any]) -> Callable[[OpenCase, Viewer], Iterator[Any]]:
    """Of every record; those that the viewer must not see are refused, and left out."""

    def each(case: OpenCase, viewer: Viewer) -> Iterator[Any]:
        for id_ in records(case):
            try:
                found = read(case, viewer, id_)
            except FactcheckError as error:
                assert "no record" in error.title, error
                continue
            if found != []:
                yield found

    return each


def _pages(case: OpenCase, viewer: Viewer) -> Iterator[Any]:
    for claim in SORTS["claim"].split():
        for wanted in FILTERS:
            count = readings.record_count(case, viewer, claim, wanted)
            yield readings.record_rows(case, viewer, claim, 0, count + 1, wanted)
            yield readings.record_rows(case, viewer, claim, 0, count + 1, wanted, "best")


def _pairs(case: OpenCase, viewer: Viewer) -> Iterator[Any]:
    for claim in SORTS["claim"].split():
        yield readings.pair(case, viewer, claim, None)
        for target in ("E1", "E2", "E3", "S1"):
            yield readings.pair(case, viewer, claim, target)


def _positions(case: OpenCase, viewer: Viewer) -> Iterator[Any]:
    places = (
        (id_, wanted, readings.bench_position(case, viewer, id_, wanted))
        for id_ in records(case)
        for wanted in FILTERS
    )
    return (found for found in places if found[2] is not None)


def _report(case: OpenCase, viewer: Viewer) -> Iterator[Any]:
    yield replace(reporting.report(case, viewer), head="")


def _rendered(case: OpenCase, viewer: Viewer) -> Iterator[Any]:
    head = reporting.report(case, viewer).head.encode()
    for format in ("json", "html"):
        yield reporting.render(case, viewer, format=format).replace(head, b"").replace(head[:12], b"")


def _written(case: OpenCase, viewer: Viewer) -> Iterator[Any]:
    head = reporting.report(case, viewer).head.encode()
    out = reporting.write_report(case, viewer, out=case.path.with_suffix(".html"))
    yield out.read_bytes().replace(head, b"").replace(head[:12], b"")


FILTERS = (
    "", "graded:yes", "graded:no", "-graded:yes", "degree:3", "-degree:2..4", "degree:u", "linked:no",
    "secret", '-secret tag:"secret tag"', "-tag:tagged", "date:2016..2017 status:confirm", "kind:claim",
    "who:ben",
)  # fmt: skip
"""Filters of the long lists, each of which another's judgements could change."""

WORDS = ("communications", "secret", "office", "Stone", "ben", "hidden", "tagged")

READINGS: dict[str, Callable[[OpenCase, Viewer], Iterator[Any]]] = {
    "bench_count": lambda c, v: (readings.bench_count(c, v, wanted) for wanted in FILTERS),
    "bench_rows": lambda c, v: (readings.bench_rows(c, v, 0, 99, wanted) for wanted in FILTERS),
    "bench_position": _positions,
    "claim_view": _each("claim", readings.claim_view),
    "compare": _each("statement", readings.compare),
    "corrections": lambda c, v: (readings.corrections(c, v, source, 0, 9999) for source in ("D1", "D2")),
    "dossier": lambda c, v: (readings.dossier(c, v, person) for person in ("P1", "P2", "P3")),
    "draft": lambda c, v: iter([readings.draft(c, v, "note")]),
    "errata_fit": lambda c, v: iter([readings.errata_fit(c, v, "D1", "D2")]),
    "errata_transcripts": lambda c, v: iter([readings.errata_transcripts(c, v, "D2")]),
    "event_view": _each("event", readings.event_view),
    "find": lambda c, v: (readings.find(c, v, word) for word in WORDS),
    "find_words": lambda c, v: iter([readings.find_words(c, v, "D1", "Thank you")]),
    "head": _of_any(readings.head),
    "line_count": _each("source", readings.line_count),
    "line_of": lambda c, v: iter([readings.line_of(c, v, "D1", 40)]),
    "link_view": _each("link", readings.link_view),
    "list_records": lambda c, v: ((kind, readings.list_records(c, v, kind)) for kind in LISTED),
    "log": lambda c, v: iter([readings.log(c, v), *_of_any(readings.log)(c, v)]),
    "look_up": lambda c, v: (readings.look_up(c, v, typed) for typed in (*WORDS, *FILTERS)),
    "marks_in": lambda c, v: (readings.marks_in(c, v, source, 0, 9999) for source in ("D1", "D2")),
    "merged": lambda c, v: (readings.merged(c, v, ref) for ref in ("E1", "S1", "P1")),
    "next_ungraded": lambda c, v: iter([readings.next_ungraded(c, v), readings.next_ungraded(c, v, "L1")]),
    "numbered": lambda c, v: iter([readings.numbered(c, v, "AB0001")]),
    "pages": _each("source", readings.pages),
    "occurrences": lambda c, v: iter([readings.occurrences(c, v, "D1", "Thank you")]),
    "pair": _pairs,
    "people": lambda c, v: iter(readings.people(c, v)),
    "place_typed": lambda c, v: iter([readings.place_typed(c, v, "D1", "1")]),
    "place_of": lambda c, v: (readings.place_of(c, v, ref) for ref in ("S1", "S1.C1", "E1", "X1", "D1")),
    "questions": lambda c, v: iter(readings.questions(c, v, "D1")),
    "proposals": lambda c, v: iter(readings.proposals(c, v)),
    "record_count": _each("claim", readings.record_count),
    "record_rows": _pages,
    "redo_offer": lambda c, v: iter([readings.redo_offer(c, v)]),
    "register_rows": lambda c, v: (readings.register_rows(c, v, wanted=w) for w in ("", *WORDS, *FILTERS)),
    "resembling": lambda c, v: (
        readings.resembling(c, v, ref, w) for ref in ("E1", "S1") for w in ("", *WORDS)
    ),
    "rounds": lambda c, v: iter(readings.rounds(c, v)),
    "search_case": lambda c, v: (readings.search_case(c, v, typed) for typed in (*WORDS, *FILTERS)),
    "show": _of_any(readings.show),
    "source_view": _each("source", readings.source_view),
    "sources": lambda c, v: iter(readings.sources(c, v)),
    "statement_view": _each("statement", readings.statement_view),
    "stretch_typed": lambda c, v: iter([readings.stretch_typed(c, v, "D1", "0:1")]),
    "suggest": _each("claim", readings.suggest),
    "suggest_all": lambda c, v: readings.suggest_all(c, v),
    "summary": lambda c, v: iter([replace(readings.summary(c, v), path="")]),
    "text_lines": lambda c, v: (readings.text_lines(c, v, source, 0, 99) for source in ("D1", "D2")),
    "text_of": lambda c, v: (readings.text_of(c, v, source, 0, 9999) for source in ("D1", "D2")),
    "title": lambda c, v: iter([readings.title(c, v)]),
    "turn_at": lambda c, v: iter([readings.turn_at(c, v, "D1", 5)]),
    "versions_of": _each("source", readings.versions_of),
    "undo_offer": lambda c, v: iter([readings.undo_offer(c, v)]),
    "report": _report,
    "render": _rendered,
    "write_report": _written,
}
"""What each reading gives, of all that it can be asked about."""
