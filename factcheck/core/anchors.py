"""Anchors: places in a source, by quotation and by position."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from factcheck.core.document import NOWHERE, Place
from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError

CONTEXT = 32
"""Code points kept before and after a quotation (W3C TextQuoteSelector prefix and suffix)."""

JOINT = " … "
"""Stands between the segments of one statement whose words the source interrupts."""


class Placed(Protocol):
    """Anything whose text can be sliced and whose offsets have places: a Document, a stored source."""

    def place_at(self, offset: int) -> Place: ...


@dataclass(frozen=True, slots=True)
class Anchor:
    """A stretch of one source's reading text.

    `start` and `end` count Unicode code points of the stored text, end excluded; `text[start:end] == exact`.
    `place` is where it begins and `place_end` where its last code point stands in the original.
    """

    source: str
    start: int
    end: int
    exact: str
    prefix: str = ""
    suffix: str = ""
    place: Place = NOWHERE
    place_end: Place = NOWHERE

    def as_fields(self) -> dict[str, Any]:
        """The anchor as plain JSON values; a place's absent parts are left out."""
        fields: dict[str, Any] = {
            "source": self.source,
            "start": self.start,
            "end": self.end,
            "exact": self.exact,
            "prefix": self.prefix,
            "suffix": self.suffix,
        }
        for name, place in (("place", self.place), ("place_end", self.place_end)):
            parts = {
                part: value
                for part in ("page", "line", "paragraph", "cell", "time")
                if (value := getattr(place, part)) is not None
            }
            if parts:
                fields[name] = parts
        return fields

    @staticmethod
    def from_fields(fields: Mapping[str, Any]) -> Anchor:
        """The inverse of `as_fields`."""
        return Anchor(
            source=fields["source"],
            start=fields["start"],
            end=fields["end"],
            exact=fields["exact"],
            prefix=fields.get("prefix", ""),
            suffix=fields.get("suffix", ""),
            place=Place(**fields.get("place", {})),
            place_end=Place(**fields.get("place_end", {})),
        )


def anchor_in(text: str, placed: Placed, source: str, start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]`; refuses an empty stretch or one that leaves the text."""
    if not 0 <= start < end <= len(text):
        raise FactcheckError(
            title="No such place in the text",
            detail=f"{start}:{end} does not lie within 0:{len(text)}.",
            hint="Offsets count characters from 0; the end is not included.",
        )
    return Anchor(
        source=source,
        start=start,
        end=end,
        exact=text[start:end],
        prefix=text[max(0, start - CONTEXT) : start],
        suffix=text[end : end + CONTEXT],
        place=placed.place_at(start),
        place_end=placed.place_at(end - 1),
    )


def joined(anchors: tuple[Anchor, ...]) -> str:
    """The words of one statement, its segments joined by an ellipsis that is never part of a quotation."""
    return JOINT.join(anchor.exact for anchor in anchors)


def cite_place(start: Place, end: Place) -> str:
    """The pin cite: `45:12-46:3`, `45:12-14`, `p. 35`, `¶4`, a cell or a time; empty where there is none."""
    if start.page and start.line:
        first = f"{start.page}:{start.line}"
        if not end.page or not end.line or (end.page, end.line) == (start.page, start.line):
            return first
        return f"{first}-{end.line}" if end.page == start.page else f"{first}-{end.page}:{end.line}"
    for single, plural, a, b in (
        ("p. ", "pp. ", start.page, end.page),
        ("line ", "lines ", start.line, end.line),
        ("¶", "¶", start.paragraph, end.paragraph),
        ("", "", start.cell, end.cell),
        ("", "", start.time, end.time),
    ):
        if a is not None:
            return f"{single}{a}" if b is None or a == b else f"{plural}{a}-{b}"
    return ""
