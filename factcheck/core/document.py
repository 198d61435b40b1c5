"""What reading gives: a document's text, with a way back to every place in the original."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import field

from factcheck.core.light import dataclass

KINDS = (
    "news",
    "hearing",
    "record",
    "briefing",
    "deposition",
    "trial",
    "captions",
    "letter",
    "table",
    "calendar",
)
"""The kinds of source, as people name them on the command line. `record` is the Congressional Record."""

ROLES = ("question", "answer", "statement", "colloquy", "objection", "note")

SORTS = ("front", "sitting", "written", "questions", "errata", "index", "back")
"""The sorts of section of a transcript: front matter (cover, rosters, contents), what was spoken, a prepared
statement or letter, written questions for the record with their answers, an errata sheet, a word index, and
what else follows (certificates, exhibits)."""


@dataclass(frozen=True, slots=True)
class Place:
    """Where a stretch of the reading text stands in the original; what the original lacks is None.

    `page` and `line` are labels as printed (a transcript's page 210 line 4), read and never counted.
    `paragraph` counts from 1 within the document. `time` is a caption's offset, `cell` a table's `A1` name.
    """

    page: str | None = None
    line: str | None = None
    paragraph: int | None = None
    cell: str | None = None
    time: str | None = None


NOWHERE = Place()
"""The place of what has none."""


@dataclass(frozen=True, slots=True)
class Mark:
    """From code point `start` of the reading text on, until the next mark, the place is `place`."""

    start: int
    place: Place


@dataclass(frozen=True, slots=True)
class Removed:
    """Original characters that the reading text leaves out before code point `offset`.

    `why` is one of newline, page-mark, running-head, line-number, hyphen, byte-order-mark; of captions also
    cue, note, tag, voice, entity, caption-repeat; of calendars fold, attachment. `ambiguous` says that a
    person might have kept it (a line-end hyphen of a compound word).
    """

    offset: int
    text: str
    why: str
    ambiguous: bool = False

    @property
    def is_read(self) -> bool:
        """Whether the character at `offset` is how this is read, rather than what comes after it: the LF of
        a CRLF, the "&" of an "&amp;"."""
        return self.why in ("newline", "entity")


@dataclass(frozen=True, slots=True)
class Turn:
    """One speaker's uninterrupted words. Offsets are code points of the reading text, end excluded.

    `speaker` is the resolved name, else the printed label, None for a voice from the room; `role` one of
    ROLES.
    """

    start: int
    end: int
    speaker: str | None
    role: str = "statement"
    label: str | None = None
    speaker_candidates: tuple[str, ...] = ()
    flags: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """From code point `start` of the reading text to the next section: a part of a transcript.

    `sort` is one of SORTS. `date` (EDTF) and `place` are those at which its words were said or written, as
    the document itself says, else None; `heading` is its printed heading, `present` who was there besides the
    speakers. A hearing of several days has a sitting for each.
    """

    start: int
    sort: str
    date: str | None = None
    place: str | None = None
    heading: str | None = None
    present: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Hole:
    """Something the reader could not read: what (image, unreadable-row, encoding ...), where in words, how
    many."""

    what: str
    where: str
    count: int = 1
    page: str | None = None


@dataclass(frozen=True, slots=True)
class Member:
    """One file within another: of an archive, or attached to a message. `name` is its path in there, made
    safe (no drive, no "..", no control characters). `data` is None where it could not be taken out; `hole`
    says why."""

    name: str
    data: bytes | None
    hole: Hole | None = None


@dataclass(frozen=True, slots=True)
class Document:
    """One source as read. `text` is the decoded original with newlines as LF and without page furniture.

    `sha256` is of the bytes, `reader` names the module and its version that made the text. `newline` is the
    original's own line end where it is the same throughout ("\\n", "\\r\\n", "\\r"), else "mixed" and each
    one that differs from LF is in `removed`. Marks, turns and removals are in order of their offsets.
    `published_basis` says where in the document its date of publication stands; None where a person gave it.
    """

    name: str
    kind: str
    sha256: str
    size: int
    reader: str
    encoding: str | None
    text: str
    title: str | None = None
    published: str | None = None
    published_basis: str | None = None
    author: str | None = None
    publisher: str | None = None
    address: str | None = None
    newline: str = "\n"
    marks: tuple[Mark, ...] = ()
    turns: tuple[Turn, ...] = ()
    sections: tuple[Section, ...] = ()
    holes: tuple[Hole, ...] = ()
    removed: tuple[Removed, ...] = ()
    _starts: list[int] = field(default_factory=list, compare=False, repr=False)

    def section_at(self, offset: int) -> Section | None:
        """The section that the code point at `offset` is in; None before the first."""
        index = bisect_right(self.sections, offset, key=lambda section: section.start) - 1
        return self.sections[index] if index >= 0 else None

    def place_at(self, offset: int) -> Place:
        """The place of the code point at `offset`; an empty Place before the first mark."""
        if len(self._starts) != len(self.marks):
            self._starts[:] = [mark.start for mark in self.marks]
        index = bisect_right(self._starts, offset) - 1
        return self.marks[index].place if index >= 0 else NOWHERE
