"""Citations of a chronology, resolved to what the case has: `Smith Dep. 45:12-46:3; ABC0001234; D3 p. 4`.

A citation is a source (its label, what it is cited as, its title, its file's name, its address) with a place
in it, a Bates number, or the label of a record. What does not resolve is told, never guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from factcheck.core.bates import parse_range
from factcheck.core.words import folded_words
from factcheck.errors import FactcheckError
from factcheck.store import bates, labels, places, rows, texts
from factcheck.workbench.readings.source_texts import anchors_for

if TYPE_CHECKING:
    from factcheck.core.anchors import Anchor
    from factcheck.core.viewer import Viewer
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored

MOST_WORDS = 4_000
"""Characters of a stretch that still is a citation; a longer one names the source alone."""

_PARTS = re.compile(r"\s*(?:;|\n|\|)\s*")
_LEAD = re.compile(r"^(?:see(?:\s+also)?|cf\.?|e\.g\.,?|accord|and)\s+", re.IGNORECASE)
_P = r"[A-Z]{0,3}\d{1,6}"
_LINES = re.compile(rf"({_P}):(\d{{1,3}})(?:\s*[-–—]\s*(?:({_P}):)?(\d{{1,3}}))?")
_PAGES = re.compile(
    rf"(?:at\s+)?(?:pp?\.?|pages?)\s*({_P})(?:\s*[-–—]\s*({_P}))?"
    rf"|at\s+({_P})(?:\s*[-–—]\s*({_P}))?",
    re.IGNORECASE,
)
_PARAGRAPHS = re.compile(r"(?:¶¶?|paras?\.?|paragraphs?)\s*(\d{1,6})(?:\s*[-–—]\s*(\d{1,6}))?", re.IGNORECASE)
_LINE = re.compile(r"(?:lines?|l\.)\s*(\d{1,7})(?:\s*[-–—]\s*(\d{1,7}))?", re.IGNORECASE)
_PLACE = re.compile(
    rf"(?:,|\bat\b)?\s*(?<![\w.])(?P<place>(?:{_P}:\d{{1,3}}"
    rf"|(?:at|pp?\.?|pages?|¶¶?|paras?\.?|paragraphs?|lines?|l\.)\s*{_P}).*)$",
    re.IGNORECASE,
)
_LABEL = re.compile(r"([A-Z][1-9]\d{0,8}[a-z]{0,4}(?:\.C\d+[a-z]*)?)(?=$|[\s,:])")


@dataclass(frozen=True, slots=True)
class Cited:
    """One citation: as it was typed, and what it names. `source` is the id of a source, `record` of another
    record; `anchors` are the places, none where the source as a whole is named; `why` says why it names
    nothing."""

    typed: str
    source: str | None = None
    record: str | None = None
    anchors: tuple[Anchor, ...] = ()
    why: str = ""

    @property
    def resolved(self) -> bool:
        """Whether it names something that the case has."""
        return not self.why


@dataclass(slots=True)
class Citing:
    """Resolves citations against a case's sources as they are now."""

    db: Db
    viewer: Viewer
    _named: list[tuple[tuple[str, ...], Stored]] = field(default_factory=list)
    _addresses: dict[str, Stored] = field(default_factory=dict)
    _known: dict[str, Cited] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for source in rows.every(self.db, self.viewer, "source"):
            for name in ("cite_as", "title", "name"):
                if words := tuple(folded_words(source.get(name) or "")):
                    self._named.append((words, source))
            stem = re.sub(r"\.\w{1,5}$", "", source.get("name") or "")
            words = tuple(folded_words(stem))
            if len(words) > 1 or any(map(str.isdigit, stem)):  # one plain word is too little to cite by
                self._named.append((words, source))
            if source.get("address"):
                self._addresses[source.get("address")] = source
        self._named.sort(key=lambda one: -len(one[0]))

    def resolved(self, cell: str) -> list[Cited]:
        """Each citation of a cell, in order; they are divided by semicolons or line ends."""
        found = []
        for typed in _PARTS.split(cell):
            if not typed.strip():
                continue
            if typed not in self._known:
                try:
                    self._known[typed] = self._one(typed.strip().rstrip("."))
                except FactcheckError as error:
                    self._known[typed] = Cited(typed.strip(), why=error.title)
            found.append(self._known[typed])
        return found

    def _one(self, typed: str) -> Cited:
        words = _LEAD.sub("", typed)
        if (source := self._addresses.get(words)) is not None:
            return Cited(typed, source.id)
        if found := self._labelled(typed, words):
            return found
        if (numbered := self._numbered(typed, words)) is not None:
            return numbered
        sources = self._sources_named(words)
        if not sources:
            return Cited(typed, why="no source of the case is called so")
        rest, standing = sources
        if len(standing) > 1:
            choices = ", ".join(source.label for source in standing)
            return Cited(typed, why=f"{len(standing)} sources are called so: {choices}")
        return self._placed(typed, standing[0], rest)

    def _labelled(self, typed: str, words: str) -> Cited | None:
        match = _LABEL.match(words)
        if not match:
            return None
        try:
            record = rows.get(self.db, self.viewer, labels.resolve(self.db, match[1]))
        except FactcheckError:
            return None
        rest = words[match.end() :].strip(" ,")
        if record.head.entity == "source":
            return self._placed(typed, record, rest)
        if rest or record.head.entity not in {"statement", "claim", "event"}:
            return None
        anchors = self._anchors_of(record)
        source = anchors[0].source if anchors else None
        return Cited(typed, source, record.id, anchors)

    def _anchors_of(self, record: Stored) -> tuple[Anchor, ...]:
        if record.head.entity == "event":
            shown = rows.where(self.db, self.viewer, "evidence", "event", record.id)
            return tuple(anchor for one in shown for anchor in one.anchors["segments"])
        return record.anchors["segments"]

    def _numbered(self, typed: str, words: str) -> Cited | None:
        """What bears a Bates number: `ABC0001234-36`, `Ex. 14 at ABC0001234`."""
        number = words.rpartition(" at ")[2].strip() if " at " in words else words
        bearing = bates.standing(bates.bearing(self.db, number))
        if not bearing:
            return None
        if len({one.source for one in bearing}) > 1:
            choices = ", ".join(one.label for one in bearing[:10])
            return Cited(typed, why=f"{len(bearing)} sources bear this number: {choices}")
        source = rows.get(self.db, self.viewer, bearing[0].source)
        return Cited(typed, source.id, anchors=self._pages_bearing(source, bearing[0], number))

    def _pages_bearing(self, source: Stored, found: bates.Numbered, number: str) -> tuple[Anchor, ...]:
        """The pages that bear a number or a range; none where that is not proven (see `store.bates`)."""
        wanted, first = parse_range(number), found.page
        if wanted is None or first is None or first.start is None:
            return ()
        end = min(wanted.last, found.range.last, key=lambda one: one.order)
        last = bates.page_bearing(self.db, source.id, found.range, end)
        if last is None or last.end is None or last.end - first.start > MOST_WORDS:
            return ()
        return self._stretch(source, first.start, last.end)

    def _sources_named(self, words: str) -> tuple[str, list[Stored]] | None:
        """The sources whose name the words begin with, the longest name first, and what follows it."""
        place = _PLACE.search(words)
        said = words[: place.start()] if place else words
        typed = tuple(folded_words(said))
        if not typed:
            return None
        exact = [source for name, source in self._named if name == typed]
        if exact:
            unique = list({source.id: source for source in exact}.values())
            return (place["place"] if place else ""), unique
        return None

    def _placed(self, typed: str, source: Stored, rest: str) -> Cited:
        rest = rest.strip(" ,")
        if not rest:
            return Cited(typed, source.id)
        anchors: list[Anchor] = []
        for place in re.split(r"\s*,\s*(?=\D*\d)|\s+(?:and|&)\s+", rest):
            spans = self._span(source, place.strip(" ,"))
            if isinstance(spans, str):
                return Cited(typed, why=f"{source.label}: {spans}")
            if spans[1] - spans[0] > MOST_WORDS:
                return Cited(typed, source.id)
            anchors.extend(self._stretch(source, *spans))
        return Cited(typed, source.id, anchors=tuple(anchors))

    def _stretch(self, source: Stored, start: int, end: int) -> tuple[Anchor, ...]:
        words = texts.slice_of(self.db, source.id, start, end)
        start += len(words) - len(words.lstrip())
        end = start + len(words.strip())
        return tuple(anchors_for(self.db, source, [(start, end)])) if start < end else ()

    def _span(self, source: Stored, place: str) -> tuple[int, int] | str:
        """The stretch of a place; why there is none, where there is none."""
        read = _place_parts(place)
        if read is None:
            return f"“{place}” is no place"
        first, last = read
        begins = [self._only(source, part) for part in (first, last)]
        for one in begins:
            if isinstance(one, str):
                return one
        start, final = begins
        assert isinstance(start, int) and isinstance(final, int)  # noqa: S101 - told above
        end = places.end(self.db, source.id, final, **last)
        if end <= start:
            return f"“{place}” ends before it begins"
        return start, end

    def _only(self, source: Stored, parts: dict[str, str | int]) -> int | str:
        for tried in (parts, {name: _plain(value) for name, value in parts.items()}):
            starts = places.starts(self.db, source.id, **tried)
            if len(starts) == 1:
                return starts[0]
            if starts:
                return f"it has {_said(parts)} {len(starts)} times"
        return f"it has no {_said(parts)}"


def _plain(value: str | int) -> str | int:
    return (value.lstrip("0") or "0") if isinstance(value, str) else value


def _said(parts: dict[str, str | int]) -> str:
    if len(parts) == 2:
        return f"{parts['page']}:{parts['line']}"
    ((name, value),) = parts.items()
    return f"{name} {value}"


def _place_parts(place: str) -> tuple[dict[str, str | int], dict[str, str | int]] | None:
    """The first and the last place of a pin cite, by their parts."""
    place = re.sub(r"^at\s+(?=\S+:)", "", place.strip(), flags=re.IGNORECASE)
    if match := _LINES.fullmatch(place):
        page, line, last_page, last_line = match.groups()
        first: dict[str, str | int] = {"page": page, "line": line}
        return first, {"page": last_page or page, "line": last_line or line}
    for pattern, name in ((_PAGES, "page"), (_PARAGRAPHS, "paragraph"), (_LINE, "line")):
        if match := pattern.fullmatch(place):
            begin, until = (match.group(1), match.group(2))
            if begin is None:
                begin, until = match.group(3), match.group(4)
            read = int if name == "paragraph" else str
            return {name: read(begin)}, {name: read(until or begin)}
    return None
