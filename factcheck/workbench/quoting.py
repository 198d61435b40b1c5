"""The check of quotations: every quoted word of a report compared with the stored source."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from typing import TYPE_CHECKING, get_args

from factcheck.core.anchors import Anchor, joined
from factcheck.core.pages import is_typed
from factcheck.core.report import MatchClass, QuoteCheck
from factcheck.store import carrying, rows, texts
from factcheck.workbench.readings.cited import cite_in
from factcheck.workbench.readings.source_texts import anchors_for, stands

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored

_PLAIN = str.maketrans(
    {"‘": "'", "’": "'", "‚": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "‑": "-", "…": "..."}
)

_PARTS = {"question_at": "question", "oath": "swearing-in"}
"""What a quotation is, where it is not a record's own words."""

_PRINTED = {"segments": "words", "question_at": "question"}
"""The field of a record that is printed for the anchors of another."""

_WORSE: tuple[MatchClass, ...] = get_args(MatchClass)


def check_quotations(db: Db, viewer: Viewer, sealed: frozenset[str] = frozenset()) -> tuple[QuoteCheck, ...]:
    """Every anchor of every record that stands, in the order of the sources; sealed sources left out."""
    sources = {source.id: source for source in rows.every(db, viewer, "source", withdrawn=True)}
    order = list(sources)
    found: list[tuple[int, QuoteCheck]] = []
    for record, _, _, part, anchor in rows.passages(db):
        if anchor.source in sealed:
            continue
        kept = rows.find(db, viewer, record)
        source = sources.get(anchor.source)
        if kept is None or source is None or not stands(db, viewer, record):
            continue
        check = QuoteCheck(
            record=record,
            what=_named(db, viewer, kept, part),
            source=source.label,
            cite=cite_in(db, source, anchor),
            words=anchor.exact,
            match=max(
                _as_anchored(db, anchor),
                _as_printed(kept, part),
                _as_read(db, source, anchor),
                key=_WORSE.index,
            ),
        )
        if check.match == "NOT FOUND":
            check = _in_a_variant(db, viewer, kept, part, check)
        found.append((order.index(source.id), check))
    return tuple(check for _, check in sorted(found, key=lambda item: item[0]))


def _named(db: Db, viewer: Viewer, record: Stored, part: str) -> str:
    """A quoting record in words: `S1.C3`, `S1, question`, `E2, evidence`."""
    label = record.label
    if record.head.entity == "evidence":
        event = rows.find(db, viewer, record.get("event"))
        label = rows.standing(db, viewer, event).label if event else ""
    what = _PARTS.get(part) or ("" if record.label else record.head.entity)
    return ", ".join(filter(None, (label, what)))


def _as_anchored(db: Db, anchor: Anchor) -> MatchClass:
    """How an anchor's quotation compares with what stands at its place."""
    return match_class(anchor.exact, texts.slice_of(db, anchor.source, anchor.start, anchor.end))


def _as_printed(record: Stored, part: str) -> MatchClass:
    """How the words that are printed of a record compare with those that its anchors quote."""
    printed = record.get(_PRINTED.get(part, ""))
    return "exact" if printed is None else match_class(printed, joined(record.anchors[part]))


def _in_a_variant(db: Db, viewer: Viewer, record: Stored, part: str, check: QuoteCheck) -> QuoteCheck:
    """The check of words that are not in the source they are said to be from, but stand in another text of
    the same utterance: then it names that one."""
    words = record.get(_PRINTED.get(part, "")) or check.words
    for other in variant_sources(db, viewer, record.anchors[part]):
        places = texts.occurrences(db, other.id, words)
        if len(places) == 1:
            anchor = anchors_for(db, other, [(places[0], places[0] + len(words))])[0]
            match = max(("variant", _as_read(db, other, anchor)), key=_WORSE.index)
            return replace(check, match=match, source=other.label, cite=cite_in(db, other, anchor))
    return check


def variant_sources(db: Db, viewer: Viewer, anchors: tuple[Anchor, ...]) -> list[Stored]:
    """The other texts of the words of the sources that these anchors are of; captions last."""
    ids = dict.fromkeys(other for anchor in anchors for other in carrying.variants(db, anchor.source))
    found = [other for id_ in ids if (other := rows.find(db, viewer, id_)) is not None]
    return sorted(found, key=lambda other: other.get("kind") == "captions")


def _as_read(db: Db, source: Stored, anchor: Anchor) -> MatchClass:
    """How sure the stored text itself is: one that was typed, or read by a machine, from an image is not the
    bytes' own."""
    if not is_typed(source.get("reader")):
        return "machine-read" if texts.machine_read(db, source.id, anchor.start, anchor.end) else "exact"
    return "read from image, checked" if source.get("checked_by") else "read from image"


def match_class(quoted: str, there: str) -> MatchClass:
    """How quoted words and those that stand at their place compare."""
    if quoted == there:
        return "exact"
    if _spaced(quoted) == _spaced(there):
        return "whitespace"
    if _spaced(_plain(quoted)) == _spaced(_plain(there)):
        return "punctuation-normalised"
    return "NOT FOUND"


def _spaced(text: str) -> str:
    return " ".join(text.split())


def _plain(text: str) -> str:
    return unicodedata.normalize("NFC", text).translate(_PLAIN)
