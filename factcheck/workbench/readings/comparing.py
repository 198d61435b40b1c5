"""One utterance in all its texts: an official print, a newspaper's transcript, captions, side by side."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.anchors import Anchor, cite_place, joined
from factcheck.core.light import dataclass
from factcheck.core.plain import same_words
from factcheck.core.viewer import Viewer
from factcheck.match.differing import changes
from factcheck.match.turning import turned
from factcheck.store import carrying as kin
from factcheck.store import rows
from factcheck.workbench.carrying import WORDS, judged_all
from factcheck.workbench.readings.cited import source_name

if TYPE_CHECKING:
    from factcheck.core.changes import Change
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored


@dataclass(frozen=True, slots=True)
class TextOf:
    """The words as one text has them. `label` is the statement that records them, None where they were only
    found in a variant; `changes` leads from the primary text to this one, `turned` is what that turns over.
    `words` is None where the text has no such passage, and `why` says so."""

    label: str | None
    source: str | None
    title: str
    place: str
    words: str | None
    primary: bool
    captions: bool
    tier: str | None
    changes: tuple[Change, ...] = ()
    turned: tuple[str, ...] = ()
    differs: bool = False
    why: str = ""
    start: int | None = None
    end: int | None = None


@dataclass(frozen=True, slots=True)
class Comparison:
    """The texts of a statement, the primary one first. `reason` is what a grader may want to know of the
    difference; it is no grade."""

    label: str
    speaker: str | None
    texts: tuple[TextOf, ...]
    reason: str = ""


def compare(case: CaseFile, viewer: Viewer, ref: str) -> Comparison:
    """The words of a statement (or of a claim's statement) in every text that the case has of them."""
    with case.reading() as db:
        named = rows.of_sort(db, viewer, ref, "statement", "claim")
        if named.head.entity == "claim":
            named = rows.get(db, viewer, named.get("statement"))
        primary = primary_of(db, viewer, named)
        family = [primary, *recorded_variants(db, viewer, primary)]
        first = _recorded(db, viewer, primary, None)
        found = [first, *(_recorded(db, viewer, other, primary) for other in family[1:])]
        known = {statement.get("source") for statement in family}
        for source in _variant_sources(db, viewer, primary):
            if source.id not in known:
                found.append(_located(db, primary, source))
        found[1:] = sorted(found[1:], key=lambda text: (text.captions, text.words is None, text.tier or "9"))
        speaker = rows.find(db, viewer, primary.get("speaker") or "")
        return Comparison(
            primary.label, speaker.get("name") if speaker else None, tuple(found), _reason(found)
        )


def primary_of(db: Db, viewer: Viewer, statement: Stored) -> Stored:
    """The statement of which this one is a variant, or itself."""
    seen = {statement.id}
    while (other := statement.get("variant_of")) and other not in seen:
        seen.add(other)
        found = rows.find(db, viewer, other)
        if found is None or found.head.withdrawn:
            break
        statement = found
    return statement


def recorded_variants(db: Db, viewer: Viewer, primary: Stored) -> list[Stored]:
    """The other statements that record the same utterance."""
    return [
        one for one in rows.where(db, viewer, "statement", "variant_of", primary.id) if one.id != primary.id
    ]


def _variant_sources(db: Db, viewer: Viewer, statement: Stored) -> list[Stored]:
    source = statement.get("source")
    found = [rows.find(db, viewer, other) for other in kin.variants(db, source)] if source else []
    return [other for other in found if other is not None and not other.head.withdrawn]


def _recorded(db: Db, viewer: Viewer, statement: Stored, primary: Stored | None) -> TextOf:
    source = rows.find(db, viewer, statement.get("source")) if statement.get("source") else None
    return _text(source, statement.label, statement.get("words"), statement.anchors[WORDS], primary)


def _located(db: Db, primary: Stored, source: Stored) -> TextOf:
    """Where a variant has the words of the primary text, sought there now."""
    anchors = primary.anchors[WORDS]
    old = rows.find(db, Viewer(None, ""), primary.get("source"))
    judged = judged_all(db, old, source, anchors) if old is not None else []
    places = [now for _, _, _, now, _ in judged if now is not None]
    if not judged or len(places) < len(anchors):
        why = next((why for _, _, why, now, _ in judged if now is None), "")
        return _text(source, None, None, (), primary, why)
    return _text(source, None, joined(tuple(places)), tuple(places), primary)


def _text(source: Stored | None, label: str | None, words: str | None, anchors: tuple[Anchor, ...],
          primary: Stored | None, why: str = "") -> TextOf:  # fmt: skip
    captions = source is not None and source.get("kind") == "captions"
    differs = primary is not None and words is not None and not same_words(primary.get("words"), words)
    was = primary.get("words") if primary is not None and differs else None
    return TextOf(
        label=label,
        source=source.label if source else None,
        title=source_name(source) if source else "a reviewer's entry",
        place=cite_place(anchors[0].place, anchors[-1].place_end) if anchors else "",
        words=words,
        primary=primary is None,
        captions=captions,
        tier=source.get("tier") if source else None,
        changes=changes(was, words, loose=captions) if was is not None and words is not None else (),
        turned=turned(was, words) if was is not None and words is not None else (),
        differs=differs,
        why=why,
        start=anchors[0].start if anchors else None,
        end=anchors[-1].end if anchors else None,
    )


def _reason(found: list[TextOf]) -> str:
    differing = [text for text in found if text.differs]
    if not differing:
        return ""
    if all(text.captions for text in differing):
        return "Only captions differ: they locate words and do not carry a quotation."
    return "The texts differ: where a discrepancy rests on these words, kind 9 (text) may be its reason."
