"""What a person said, was asked and took part in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from factcheck.core.views.judgements import NoteView
    from factcheck.core.views.records import Head


@dataclass(frozen=True, slots=True)
class Mentioned:
    """Something that a person said, asked or took part in: label, date, words, and how (a capacity, a
    forum)."""

    id: str
    entity: str
    label: str
    when: str | None
    when_said: str
    words: str
    how: str | None


@dataclass(frozen=True, slots=True)
class Dossier:
    """All that the case holds of a person, each part by date. `roles` are (title, when in words)."""

    head: Head
    name: str
    aliases: tuple[str, ...]
    roles: tuple[tuple[str, str], ...]
    note: str | None
    said: tuple[Mentioned, ...]
    asked: tuple[Mentioned, ...]
    took_part: tuple[Mentioned, ...]
    explained: tuple[Mentioned, ...]
    merged: tuple[str, ...]
    """Labels of records that were found to be the same person."""
    notes: tuple[NoteView, ...]
    tags: tuple[str, ...]
