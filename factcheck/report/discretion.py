"""What may not be printed is taken out once, before any format sees the report."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import fields, is_dataclass, replace
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.core.views.citations import Citation
from factcheck.core.views.claims import ClaimView, VariantView
from factcheck.core.views.events import EventView, EvidenceView, RowView
from factcheck.core.views.judgements import DissentView, NoteView

if TYPE_CHECKING:
    from factcheck.core.report import Report

_T = TypeVar("_T")


def printable(report: Report) -> Report:
    """The report without notes of scope mine or team, without a suppressed dissent's words, without sealed
    sources and the words of passages from them.

    What is left out stays as a fact: a reader learns that there is a dissent, or a sealed passage.
    """
    sealed = frozenset(source.head.id for source in report.sources if source.sealed)
    labels = frozenset(source.head.label for source in report.sources if source.sealed)
    kept = replace(report, sources=tuple(source for source in report.sources if not source.sealed))
    cleared = _cleared(kept, _Sealed(sealed, labels))
    return replace(
        cleared, quotations=tuple(check for check in cleared.quotations if check.source not in labels)
    )


class _Sealed:
    """The sealed sources, by id and by label."""

    def __init__(self, ids: frozenset[str], labels: frozenset[str]) -> None:
        self.ids, self.labels = ids, labels

    def has(self, citations: Iterable[Citation]) -> int:
        """How many of these passages are from a sealed source."""
        return sum(citation.source in self.ids for citation in citations)


def _cleared(value: _T, sealed: _Sealed) -> _T:
    """A copy of any part of a report, with what may not be printed taken out wherever it is."""
    made: Any = value
    if isinstance(value, (tuple, list)):
        kept = _notes(value) if all(isinstance(item, NoteView) for item in value) else value
        made = type(value)(_cleared(item, sealed) for item in kept)
    elif isinstance(value, Mapping):
        made = {key: _cleared(inner, sealed) for key, inner in value.items()}
    elif is_dataclass(value) and not isinstance(value, type):
        inner = {item.name: _cleared(getattr(value, item.name), sealed) for item in fields(value)}
        made = _without_sealed(replace(value, **inner), sealed)
        if isinstance(value, EventView):
            made = replace(made, disagreements=_disagreements(value, sealed))
        if isinstance(made, DissentView) and made.suppressed:
            made = _suppressed(made)
    out: _T = made
    return out


def _without_sealed(value: Any, sealed: _Sealed) -> Any:
    """A view without words from sealed sources."""
    if not sealed.ids:
        return value
    if isinstance(value, RowView) and value.source_label in sealed.labels:
        return replace(value, title="[sealed: 1 row]", cells=(), source=None, source_label=None)
    changes: dict[str, Any] = {}
    for part, words in (("citations", "words"), ("question_citations", "question")):
        if count := sealed.has(getattr(value, part, ())):
            changes |= {part: (), words: _told(count)}
    if "words" in changes and isinstance(value, ClaimView):
        changes |= {"before": "", "after": "", "restatement": None, "statement_citations": ()}
    if "words" in changes and isinstance(value, EvidenceView):
        changes |= {"says": {}}
    if "words" in changes and isinstance(value, VariantView):
        changes |= {"citation": "", "source": None}
    if sealed.has(getattr(value, "oath_citations", ())):
        changes["oath_citations"] = ()
    return replace(value, **changes) if changes else value


def _disagreements(event: EventView, sealed: _Sealed) -> Mapping[str, tuple[tuple[str, str], ...]]:
    """What the sources disagree about, without what sealed ones say."""
    cited = (citation for evidence in event.evidence for citation in evidence.citations)
    hidden = {citation.cite for citation in cited if citation.source in sealed.ids}
    kept = {
        name: tuple(side for side in sides if side[1] not in hidden)
        for name, sides in event.disagreements.items()
    }
    return {name: sides for name, sides in kept.items() if len(sides) > 1 or not hidden}


def _told(count: int) -> str:
    return f"[sealed: {count} passage{'s' if count != 1 else ''}]"


def _notes(notes: Iterable[Any]) -> list[NoteView]:
    printed = [note for note in notes if note.scope == "report"]
    known = {note.head.id for note in printed}
    return [note if note.parent in known else replace(note, parent=None) for note in printed]


def _suppressed(dissent: DissentView) -> DissentView:
    head = replace(dissent.head, made_by="", changed_by="", withdrawn_reason=None, conflicts=None)
    return replace(dissent, head=head, reviewer="", text="", codes=None)
