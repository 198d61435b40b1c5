"""Adding a source: the bytes, the text that was read from them, and what extraction proposes."""

from __future__ import annotations

from dataclasses import asdict
from typing import TYPE_CHECKING, Any

from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.core.entry import canonical, sha256
from factcheck.core.light import dataclass
from factcheck.core.mapping import map_json
from factcheck.core.views.records import Made
from factcheck.store import casting, rows
from factcheck.workbench import dates, reading
from factcheck.workbench.acts.people import Cast
from factcheck.workbench.acts.typed import typed_fields

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from factcheck.core.codes import Tier
    from factcheck.core.document import Document
    from factcheck.core.proposals import Proposals
    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile

TIERS: dict[str, Tier] = {
    "news": "4",
    "hearing": "1",
    "record": "1",
    "deposition": "2",
    "trial": "2",
    "letter": "1",
}
"""The tier a kind of source has until a person says otherwise."""


@dataclass(frozen=True, slots=True)
class Added:
    """What became of a file: the source made, or the label of the one that holds the same bytes already."""

    made: Made | None
    same_as: str | None
    holes: tuple[tuple[str, str, int], ...]
    proposals: int


def add_source(
    case: CaseFile,
    viewer: Viewer,
    path: Path,
    *,
    kind: str | None = None,
    published: str | None = None,
    title: str | None = None,
    extract: bool = True,
    ocr: bool = False,
    progress: Callable[[str], None] | None = None,
    **card: Any,
) -> Added:
    """Reads a file and adds it. `card` takes what else the source's record holds: publisher, author, address,
    tier, cite_as, printed_as, zone, language, bates. `progress` is told what is being done, and may raise to
    cancel. `ocr` lets images of pages be read by machine. The same
    bytes twice are said and skipped."""
    when = dates.understood(published) if published else None
    tell = progress or (lambda said: None)
    tell(f"reading {path.name} …")
    data, document = reading.read_source(path, kind=kind, published=when, title=title, ocr=ocr)
    if extract:
        tell(f"looking for statements and events in {len(document.text):,} characters …")
    proposed = reading.propose(document, known_names(case)) if extract else None
    tell("recording and indexing …")
    return add_document(case, viewer, data, document, proposed, **card)


def known_names(case: CaseFile) -> tuple[str, ...]:
    """The names under which the case's people may be mentioned."""
    with case.reading() as db:
        return casting.known(db)


def add_document(
    case: CaseFile,
    viewer: Viewer,
    data: bytes,
    document: Document,
    proposed: Proposals | None,
    **card: Any,
) -> Added:
    """The same for a document at hand."""
    with case.act(viewer) as act:
        same = rows.where(act.db, viewer, "source", "bytes_sha", document.sha256)
        if same:
            return Added(None, same[0].label, (), 0)
        return record_source(act, viewer, data, document, proposed, card)


def record_source(
    act: Act,
    viewer: Viewer,
    data: bytes,
    document: Document,
    proposed: Proposals | None,
    card: dict[str, Any],
) -> Added:
    """The source and what is proposed from it, within an act, whether or not its bytes are here already."""
    source = act.fresh()
    typed = typed_fields(act, viewer, Cast(act, viewer), "source", card)
    record = _record(act, source, data, document, typed)
    act.put("source.added", source, fields_of(record))
    found = _propose(act, source, document, proposed) if proposed else 0
    holes = tuple((hole.what, hole.where, hole.count) for hole in document.holes)
    return Added(Made(source, act.label_of(source), act.batch), None, holes, found)


def _record(act: Act, source: str, data: bytes, document: Document, card: dict[str, Any]) -> r.Source:
    said = {
        "title": document.title,
        "published": document.published,
        "author": document.author,
        "publisher": document.publisher,
        "address": document.address,
        "tier": TIERS.get(document.kind),
        **card,
    }
    return r.Source(
        label=act.label("source", source),
        name=document.name,
        kind=document.kind,  # type: ignore[arg-type]  # checked as a code when it is recorded
        bytes_sha=act.keep(data),
        text_sha=act.keep(document.text.encode()),
        map_sha=act.keep(map_json(document).encode()),
        size=document.size,
        length=len(document.text),
        reader=document.reader,
        encoding=document.encoding,
        **said,
    )


def _propose(act: Act, source: str, document: Document, proposed: Proposals) -> int:
    items = proposal_items(sha256(document.text), proposed)
    sha = act.keep(canonical(items).encode())
    extraction = r.Extraction(source=source, proposals_sha=sha, extractor=proposed.extractor)
    act.put("source.extracted", act.fresh(), fields_of(extraction))
    return len(items)


def proposal_items(text_sha: str, proposed: Proposals) -> list[dict[str, Any]]:
    """Proposals as they are kept. An id depends on text, sort and place alone: what is rejected stays
    rejected when a later extractor proposes it again."""
    items = []
    for statement in proposed.statements:
        start, end = statement.segments[0].start, statement.segments[-1].end
        words = " … ".join(segment.exact for segment in statement.segments)
        items.append(_item(text_sha, "statement", start, end, words, statement.confidence, asdict(statement)))
    for event in proposed.events:
        start, end = event.passages[0].start, event.passages[0].end
        items.append(_item(text_sha, "event", start, end, event.title, event.confidence, asdict(event)))
    return items


def _item(text_sha: str, entity: str, start: int, end: int, words: str, confidence: float,
          content: dict[str, Any]) -> dict[str, Any]:  # fmt: skip
    return {
        "id": sha256(f"{text_sha} {entity} {start} {end} {words}")[:24],
        "entity": entity,
        "start": start,
        "end": end,
        "words": words,
        "confidence": round(confidence * 100),
        "content": _without_fractions(content),
    }


def _without_fractions(value: Any) -> Any:
    """Confidences in hundredths: what is hashed holds no fractions."""
    if isinstance(value, float):
        return round(value * 100)
    if isinstance(value, dict):
        return {key: _without_fractions(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [_without_fractions(item) for item in value]
    return value
