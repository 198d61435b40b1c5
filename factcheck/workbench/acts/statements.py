"""Statements and their claims: captured from a source, or entered without one; split into claims."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from factcheck.core import records as r
from factcheck.core.anchors import JOINT, Anchor, joined
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.store import rows
from factcheck.workbench.acts.named import in_use
from factcheck.workbench.acts.people import Cast
from factcheck.workbench.acts.typed import is_blank, typed_fields
from factcheck.workbench.readings.claims import within
from factcheck.workbench.readings.source_texts import anchors_for
from factcheck.workbench.readings.testimony import said_there

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile
    from factcheck.store.rows import Stored

Spans = Sequence[tuple[int, int]]


def capture(
    case: CaseFile,
    viewer: Viewer,
    source: str,
    spans: Spans,
    *,
    speaker: str | None = None,
    question_spans: Spans = (),
    oath_spans: Spans = (),
    claims: Sequence[tuple[int, int]] = (),
    **given: Any,
) -> Made:
    """Records words of a source as a statement, with one claim, the whole of it, or with `claims` (offsets
    within the words). `given` takes the other fields of a statement, as typed; people by name or label.

    What is not given is taken from the transcript where the words lie in one turn of it: who speaks, the
    question, day, forum and oath. A field given as "" stays empty."""
    with case.act(viewer) as act:
        document = in_use(act, viewer, source, "source")
        return captured(
            act,
            viewer,
            document,
            spans,
            speaker,
            claims,
            given,
            question_spans=question_spans,
            oath_spans=oath_spans,
        )


def captured(
    act: Act,
    viewer: Viewer,
    document: Stored,
    spans: Spans,
    speaker: str | None,
    claims: Sequence[tuple[int, int]],
    given: dict[str, Any],
    *,
    question_spans: Spans = (),
    oath_spans: Spans = (),
) -> Made:
    """The same within an act."""
    segments = anchors_for(act.db, document, list(spans))
    shown = said_there(act.db, document, list(spans))
    shown_question, shown_oath = shown.pop("question_spans", ()), shown.pop("oath_spans", ())
    if question_spans or _ASKED & given.keys():
        shown = {name: value for name, value in shown.items() if name not in _ASKED}
    else:
        question_spans = shown_question
    oath_spans = oath_spans or (() if given.get("status") else shown_oath)
    shown_speaker = shown.pop("speaker", None)
    if speaker is None:
        speaker = shown_speaker
    else:
        shown.pop("speaker_basis", None)
    given = {**shown, **given}
    if question_spans:
        asked = anchors_for(act.db, document, list(question_spans))
        given["question"] = _as_quoted(given.get("question"), joined(tuple(asked)))
        given["question_at"] = [anchor.as_fields() for anchor in asked]
    if oath_spans:
        given["oath"] = [anchor.as_fields() for anchor in anchors_for(act.db, document, list(oath_spans))]
    given["source"] = document.id
    return record_statement(
        act, viewer, Cast(act, viewer), joined(tuple(segments)), segments, speaker, claims, given
    )


_ASKED = frozenset({"question", "question_by", "question_quotation", "addressee"})
"""What belongs to the question: taken from a transcript whole, or not at all."""


def _as_quoted(typed: str | None, quoted: str) -> str:
    """The question as its passage has it; one that was also typed must be the same."""
    if not is_blank(typed) and typed != quoted:
        raise FactcheckError(
            "The question is not what its passage says",
            f"There it is “{quoted}”.",
            "Give its place or its words, not both.",
            2,
        )
    return quoted


def statement(
    case: CaseFile,
    viewer: Viewer,
    *,
    words: str,
    speaker: str | None,
    claims: Sequence[tuple[int, int]] = (),
    **given: Any,
) -> Made:
    """Records words without a source, a reviewer's entry and marked so, with one claim or with `claims`."""
    with case.act(viewer) as act:
        return record_statement(act, viewer, Cast(act, viewer), words.strip(), (), speaker, claims, given)


def record_statement(
    act: Act,
    viewer: Viewer,
    cast: Cast,
    words: str,
    segments: Sequence[Anchor],
    speaker: str | None,
    claims: Sequence[tuple[int, int]],
    given: dict[str, Any],
) -> Made:
    """The statement and its claims, within an act."""
    if not words.strip():
        raise FactcheckError("A statement needs words", exit_code=2)
    id_ = act.fresh()
    fields = typed_fields(act, viewer, cast, "statement", given)
    record = r.Statement(
        label=act.label("statement", id_),
        words=words,
        segments=[anchor.as_fields() for anchor in segments] or None,
        speaker=cast.one(speaker),
        **fields,
    )
    act.make("statement", record, id_)
    for start, end in claims or [(0, len(words))]:
        add_claim(act, viewer, id_, words, segments, start, end)
    return Made(id_, act.label_of(id_), act.batch)


def add_claim(
    act: Act,
    viewer: Viewer,
    statement_id: str,
    words: str,
    segments: Sequence[Anchor],
    start: int,
    end: int,
) -> Made:
    """One claim over a stretch of a statement's words."""
    claim = act.fresh()
    record = r.Claim(
        label=act.label("claim", claim, statement_id),
        statement=statement_id,
        **claim_words(act, viewer, words, segments, start, end),
    )
    act.make("claim", record, claim)
    return Made(claim, act.label_of(claim), act.batch)


def claim_words(
    act: Act, viewer: Viewer, words: str, segments: Sequence[Anchor], start: int, end: int
) -> dict[str, Any]:
    """A claim's words and anchors from a stretch of its statement's words."""
    if not 0 <= start < end <= len(words):
        raise FactcheckError(
            "There is no such place in the statement",
            f"{start}:{end} does not lie within 0:{len(words)}.",
            "Offsets count the characters of its words from 0; the end is not included.",
            2,
        )
    spans = spans_within(segments, start, end)
    cut = anchors_for(act.db, rows.get(act.db, viewer, segments[0].source), spans) if spans else []
    own = joined(tuple(cut)) if segments else words[start:end]
    if not own.strip():
        raise FactcheckError(
            "A claim needs words of the statement",
            "This stretch holds only white space, or the sign between two passages.",
            exit_code=2,
        )
    return {"words": own, "segments": [anchor.as_fields() for anchor in cut] or None}


def spans_within(segments: Sequence[Anchor], start: int, end: int) -> list[tuple[int, int]]:
    """Where in the source a stretch of the joined words stands: of each segment what lies within."""
    found = []
    position = 0
    for segment in segments:
        first = max(start - position, 0)
        last = min(end - position, len(segment.exact))
        if first < last:
            found.append((segment.start + first, segment.start + last))
        position += len(segment.exact) + len(JOINT)
    return found


def split(case: CaseFile, viewer: Viewer, claim: str, pieces: Sequence[tuple[int, int]]) -> list[Made]:
    """Splits a claim into pieces (offsets within the statement's words): the first keeps the claim's label,
    links and grades, which are then marked stale; the others are new claims."""
    if not pieces:
        raise FactcheckError("A claim is split into pieces", "None were given.", exit_code=2)
    with case.act(viewer) as act:
        old = in_use(act, viewer, claim, "claim")
        whole = rows.get(act.db, viewer, old.get("statement"))
        words, segments = whole.get("words"), whole.anchors["segments"]
        ordered = sorted(pieces)
        first = claim_words(act, viewer, words, segments, *ordered[0])
        if first["words"] != old.get("words"):
            act.put("claim.edited", old.id, first)
        made = [Made(old.id, old.label, act.batch)]
        made += [add_claim(act, viewer, whole.id, words, segments, *piece) for piece in ordered[1:]]
        return made


def words_within(case: CaseFile, viewer: Viewer, claim: str) -> tuple[str, int, int]:
    """The statement's words and where in them a claim stands; for choosing where to split it."""
    with case.reading() as db:
        own = rows.of_sort(db, viewer, claim, "claim")
        whole = rows.get(db, viewer, own.get("statement"))
        return (whole.get("words"), *within(whole, own))
