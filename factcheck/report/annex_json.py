"""The fact-check annex as JSON: every field of the report, codes beside their words, anchors as W3C
selectors.

The bytes depend on the Report alone: keys sorted, two blanks of indent, UTF-8, a final newline.
Characters that could steer a terminal are written as escapes, so that the values stay exact and the file
can be looked at.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from factcheck.core.anchors import Anchor
from factcheck.core.codes import MODE_PHRASE, TIER_WORDS
from factcheck.core.findings import Finding
from factcheck.core.report import Exhibit, QuoteCheck, Report
from factcheck.core.rubric import AWARENESS
from factcheck.core.shown import STEERING
from factcheck.core.views.citations import Citation
from factcheck.core.views.claims import ClaimView, LaterView, StatementView, VariantView
from factcheck.core.views.events import EventView, EvidenceView, RowView
from factcheck.core.views.judgements import AdjudicationView, DissentView, GradeView
from factcheck.core.views.pairs import LinkView
from factcheck.core.views.sources import SourceView
from factcheck.report import wording
from factcheck.report.digest import digest
from factcheck.report.discretion import printable
from factcheck.report.method import METHOD
from factcheck.report.scale import Scale, scale_of

FORMAT, FORMAT_VERSION = "factcheck-annex", 1

OFFSETS = (
    "start and end count Unicode code points of the source's stored reading text from 0; the end is not "
    "included. They are neither bytes nor UTF-16 units."
)

_COLUMNS: dict[tuple[str, str], tuple[str, ...]] = {
    ("Report", "people"): ("name", "roles", "aliases"),
    ("Report", "reviewers"): ("name", "role"),
    ("Report", "unread"): ("source_label", "what", "where", "count"),
    ("EventView", "who"): ("name", "capacity", "doubtful"),
    ("SourceView", "holes"): ("what", "where", "count"),
    ("GradeView", "remarks"): ("severity", "text"),
    ("RowView", "cells"): ("column", "value"),
}
"""Fields that hold rows: what their columns are called."""

_ESCAPES = {ord(c): f"\\u{ord(c):04x}" for c in STEERING if c != "\n"}


def annex_json(report: Report) -> bytes:
    """The annex as JSON in UTF-8."""
    report = printable(report)
    scale = scale_of(report)
    whole = {
        "format": FORMAT,
        "format_version": FORMAT_VERSION,
        "offsets": OFFSETS,
        "method": list(METHOD),
        "computed_summary": list(digest(report)),
        "report": _Plain(scale).of(report),
    }
    text = json.dumps(whole, ensure_ascii=False, indent=2, sort_keys=True, allow_nan=False)
    return (text.translate(_ESCAPES) + "\n").encode()


class _Plain:
    """Turns the report's values into plain ones, adding words beside codes."""

    def __init__(self, scale: Scale) -> None:
        self.scale = scale
        self.words: Mapping[type, Callable[[Any], dict[str, Any]]] = {
            AdjudicationView: lambda item: {"codes_words": self.code_words(item.codes)},
            Citation: lambda item: {"tier_words": _tier(item.tier)},
            ClaimView: lambda item: {
                "materiality_words": wording.MATERIALITY_WORDS.get(item.materiality or ""),
                **_form(item),
                "status_words": _status(item),
                "sworn_words": wording.sworn_words(
                    item.sworn, wording.oath_basis(item.status_basis, item.oath_citations)
                ),
            },
            DissentView: lambda item: {"codes_words": self.code_words(item.codes)},
            EventView: lambda item: {"best_tier_words": _tier(item.best_tier)},
            EvidenceView: lambda item: {
                "mode_words": MODE_PHRASE.get(item.mode, item.mode),
                "tier_words": _tier(item.tier),
            },
            Exhibit: lambda item: {"days_words": wording.days_words(item.days)},
            Finding: lambda item: {
                "headline": wording.finding_headline(item),
                "state_words": wording.STATE_WORDS.get(item.state, item.state),
            },
            GradeView: self.grade_words,
            LaterView: _form,
            LinkView: lambda item: {
                "state_words": wording.link_state_words(
                    item.state, [grade.codes.get("degree") for grade in item.grades]
                )
            },
            QuoteCheck: lambda item: {"match_words": wording.MATCH_WORDS.get(item.match, item.match)},
            RowView: lambda item: {"mode_words": MODE_PHRASE.get(item.mode, item.mode)},
            SourceView: lambda item: {"tier_words": _tier(item.tier)},
            StatementView: lambda item: {**_form(item), "status_words": _status(item)},
            VariantView: _form,
        }

    def of(self, value: Any) -> Any:
        """The value as JSON knows it."""
        if isinstance(value, Anchor):
            return _selectors(value)
        if is_dataclass(value) and not isinstance(value, type):
            plain = {item.name: self.field(value, item.name) for item in fields(value)}
            more = self.words.get(type(value))
            return plain | more(value) if more else plain
        if isinstance(value, Mapping):
            return {str(key): self.of(inner) for key, inner in value.items()}
        if isinstance(value, (tuple, list)):
            return [self.of(inner) for inner in value]
        return value

    def field(self, owner: Any, name: str) -> Any:
        value = getattr(owner, name)
        if columns := _COLUMNS.get((type(owner).__name__, name)):
            return [dict(zip(columns, map(self.of, row), strict=True)) for row in value]
        if isinstance(owner, EventView) and name == "disagreements":
            return {
                field: [{"value": said, "citation": cite} for said, cite in sides]
                for field, sides in value.items()
            }
        return self.of(value)

    def code_words(self, codes: Mapping[str, str] | None) -> dict[str, str] | None:
        if codes is None:
            return None
        return {dimension: self.scale.words(dimension, key) or key for dimension, key in codes.items()}

    def grade_words(self, grade: GradeView) -> dict[str, Any]:
        own = self.scale.is_of(grade.rubric, grade.rubric_version)
        return {
            "codes_words": self.code_words(grade.codes) if own else None,
            "also_words": [self.scale.words("kind", kind) or kind for kind in grade.also] if own else None,
            "awareness_words": AWARENESS.get(grade.awareness or ""),
            "scope_words": {
                slot: wording.SCOPE_MATCH_WORDS.get(match, match)
                for slot, match in (grade.scope or {}).items()
            },
        }


def _form(item: ClaimView | StatementView | VariantView | LaterView) -> dict[str, Any]:
    return {"quotation_words": wording.QUOTATION_WORDS.get(item.quotation)}


def _status(item: ClaimView | StatementView) -> str:
    return wording.status_words(item.status, wording.oath_basis(item.status_basis, item.oath_citations))


def _tier(tier: str | None) -> str | None:
    return TIER_WORDS.get(tier or "")


def _selectors(anchor: Anchor) -> dict[str, Any]:
    """An anchor as a W3C Web Annotation target: the source's id, a quote selector and a position selector."""
    places = {name: value for name, value in anchor.as_fields().items() if name in {"place", "place_end"}}
    return {
        "source": anchor.source,
        "selector": [
            {
                "type": "TextQuoteSelector",
                "exact": anchor.exact,
                "prefix": anchor.prefix,
                "suffix": anchor.suffix,
            },
            {"type": "TextPositionSelector", "start": anchor.start, "end": anchor.end},
        ],
        **places,
    }
