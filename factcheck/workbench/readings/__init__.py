"""Every reading: what a person can look at, filtered for who looks.

Each is imported when it is first asked for; a name stands in both lists below. No reading is called as the
module it is in: the module would take its name.
"""

from typing import TYPE_CHECKING

from factcheck.workbench.lazily import door

if TYPE_CHECKING:
    from factcheck.workbench.readings.bench import merged, next_ungraded, pair, proposals
    from factcheck.workbench.readings.bench_list import bench_count, bench_position, bench_rows
    from factcheck.workbench.readings.comparing import compare
    from factcheck.workbench.readings.corrected import corrections
    from factcheck.workbench.readings.dossiers import dossier, people
    from factcheck.workbench.readings.errata_fitting import ErrataFit, errata_fit, errata_transcripts
    from factcheck.workbench.readings.finding import find, look_up, search_case
    from factcheck.workbench.readings.grading_rounds import rounds
    from factcheck.workbench.readings.history import log, redo_offer, undo_offer
    from factcheck.workbench.readings.likeness import resembling
    from factcheck.workbench.readings.listing import LISTED, list_records, show
    from factcheck.workbench.readings.overview import draft, head, summary, title
    from factcheck.workbench.readings.paging import numbered, pages
    from factcheck.workbench.readings.placing import Place, place_of
    from factcheck.workbench.readings.record_list import record_count, record_rows
    from factcheck.workbench.readings.records import claim_view, event_view, link_view, statement_view
    from factcheck.workbench.readings.registers import RowsPage, register_rows
    from factcheck.workbench.readings.seeking import occurrences, place_typed, stretch_typed
    from factcheck.workbench.readings.source_texts import (
        find_words,
        line_count,
        line_of,
        marks_in,
        source_view,
        sources,
        text_lines,
        text_of,
    )
    from factcheck.workbench.readings.suggesting import suggest, suggest_all
    from factcheck.workbench.readings.testimony import questions, turn_at
    from factcheck.workbench.readings.versions import versions_of
else:
    __getattr__ = door(
        __name__,
        {
            "bench": "merged next_ungraded pair proposals",
            "bench_list": "bench_count bench_position bench_rows",
            "comparing": "compare",
            "corrected": "corrections",
            "dossiers": "dossier people",
            "errata_fitting": "ErrataFit errata_fit errata_transcripts",
            "finding": "find look_up search_case",
            "grading_rounds": "rounds",
            "history": "log redo_offer undo_offer",
            "likeness": "resembling",
            "listing": "LISTED list_records show",
            "overview": "draft head summary title",
            "paging": "numbered pages",
            "placing": "Place place_of",
            "record_list": "record_count record_rows",
            "records": "claim_view event_view link_view statement_view",
            "registers": "RowsPage register_rows",
            "seeking": "occurrences place_typed stretch_typed",
            "source_texts": "find_words line_count line_of marks_in source_view sources text_lines text_of",
            "suggesting": "suggest suggest_all",
            "testimony": "questions turn_at",
            "versions": "versions_of",
        },
    )

__all__ = [
    "LISTED",
    "ErrataFit",
    "Place",
    "RowsPage",
    "bench_count",
    "bench_position",
    "bench_rows",
    "claim_view",
    "compare",
    "corrections",
    "dossier",
    "draft",
    "errata_fit",
    "errata_transcripts",
    "event_view",
    "find",
    "find_words",
    "head",
    "line_count",
    "line_of",
    "link_view",
    "list_records",
    "log",
    "look_up",
    "marks_in",
    "merged",
    "next_ungraded",
    "numbered",
    "occurrences",
    "pages",
    "pair",
    "people",
    "place_of",
    "place_typed",
    "proposals",
    "questions",
    "record_count",
    "record_rows",
    "redo_offer",
    "register_rows",
    "resembling",
    "rounds",
    "search_case",
    "show",
    "source_view",
    "sources",
    "statement_view",
    "stretch_typed",
    "suggest",
    "suggest_all",
    "summary",
    "text_lines",
    "text_of",
    "title",
    "turn_at",
    "undo_offer",
    "versions_of",
]
