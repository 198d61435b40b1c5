"""Transcripts turn by turn: who speaks at a place, what was asked, and what a statement taken there is."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from factcheck.core.document import Document
from factcheck.core.exchanges import exchanges_of
from factcheck.core.views.sources import TurnView
from factcheck.store import rows, texts
from factcheck.workbench.readings.proposed import statement_fields

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored


def turn_at(case: CaseFile, viewer: Viewer, source: str, offset: int) -> TurnView | None:
    """Whose turn a code point of a transcript is in; None between turns, and where there are none."""
    with case.reading() as db:
        found = texts.turn_at(db, rows.of_sort(db, viewer, source, "source").id, offset)
    if found is None or offset >= found.end:
        return None
    return TurnView(
        found.start,
        found.end,
        found.speaker,
        found.role,
        found.label,
        found.flags,
        found.speaker_candidates,
    )


def questions(case: CaseFile, viewer: Viewer, source: str) -> list[tuple[int, int | None]]:
    """Where each question of a transcript begins, and its answer; None where nobody answered."""
    with case.reading() as db:
        id_ = rows.of_sort(db, viewer, source, "source").id
        turns, sections = texts.turns(db, id_), texts.sections(db, id_)
    return [
        (turns[exchange.question].start, turns[exchange.answers[0]].start if exchange.answers else None)
        for exchange in exchanges_of(turns, sections)
    ]


def said_there(db: Db, source: Stored, spans: Sequence[tuple[int, int]]) -> dict[str, Any]:
    """What a transcript says of words taken from one turn of it: the fields of the statement, as they would
    be typed, with `question_spans` and `oath_spans`; empty where the words lie in no single turn."""
    if not spans:
        return {}
    turns = texts.turns(db, source.id)
    first = bisect_right(turns, spans[0][0], key=lambda turn: turn.start) - 1
    if first < 0 or spans[-1][1] > turns[first].end:
        return {}
    from factcheck.extract.testimony import statement_at

    document = Document(
        name=source.get("name"),
        kind=source.get("kind"),
        sha256=source.get("bytes_sha"),
        size=source.get("size"),
        reader=source.get("reader"),
        encoding=source.get("encoding"),
        text=texts.slice_of(db, source.id, 0, source.get("length")),
        title=source.get("title"),
        published=source.get("published"),
        turns=turns,
        sections=texts.sections(db, source.id),
    )
    found = statement_at(document, spans[0][0], spans[-1][1])
    if found is None:
        return {}
    fields = {name: value for name, value in statement_fields(asdict(found)).items() if value is not None}
    if found.question:
        fields["question_spans"] = [(found.question.span.start, found.question.span.end)]
    if found.oath:
        fields["oath_spans"] = [(found.oath.start, found.oath.end)]
    return fields
