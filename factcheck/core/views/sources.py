"""Sources and their text."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from factcheck.core.views.records import Head


@dataclass(frozen=True, slots=True)
class SourceView:
    """A source's card. `hash` is the SHA-256 of the stored bytes; `version_of` and `variant_of` are
    labels."""

    head: Head
    name: str
    title: str
    kind: str
    published: str | None
    publisher: str | None
    author: str | None
    address: str | None
    tier: str | None
    cite_as: str | None
    printed_as: str | None
    hash: str
    size: int
    length: int
    encoding: str | None
    reader: str
    holes: tuple[tuple[str, str, int], ...]
    """(what, where, count)"""
    retrieved: str | None
    sealed: bool
    published_said: str = ""
    version_of: str | None = None
    variant_of: str | None = None
    bates: str | None = None
    typed_by: str | None = None
    """Who typed it from an image; None where its text was read from its bytes."""
    checked_by: str | None = None


@dataclass(frozen=True, slots=True)
class TurnView:
    """One speaker's words in a transcript, from `start` to `end` of the reading text. `speaker` is None for a
    voice from the room, and where several may have spoken, who are the `candidates`; `role` is one of
    `core.document.ROLES`."""

    start: int
    end: int
    speaker: str | None
    role: str
    label: str | None
    flags: tuple[str, ...]
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class TypedView:
    """What a reviewer typed from the image of a page: the source it is, who typed it, who has checked it."""

    id: str
    label: str
    typed_by: str
    checked_by: str | None


@dataclass(frozen=True, slots=True)
class PageView:
    """A page of a source: its label as printed, its number from 1, the Bates number where the source's range
    proves it, what was typed from it where it is an image, and where its text begins."""

    page: str
    number: int
    bates: str | None
    has_text: bool
    typed: tuple[TypedView, ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line of a source's reading text: its number from 0, the offset of its first code point, the text
    without its newline, and the place in words (`¶4`, `45:12`)."""

    number: int
    start: int
    text: str
    place: str
