"""Which module reads the turns of which kind of transcript, and the one call for all."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from importlib import import_module

from factcheck.core.document import Document, Hole
from factcheck.core.mapping import original_text
from factcheck.read.transcripts.recognise import kind_of
from factcheck.read.unswept import unswept

LAYOUTS: Mapping[str, str] = {
    "captions": "captions.turns",
    "hearing": "hearings.hearing",
    "record": "hearings.record",
    "briefing": "hearings.briefing",
    "deposition": "testimony.deposition",
    "trial": "testimony.trial",
}
"""By kind of source, a module below this folder. It has `LAYOUT`, its name and version ("hearing/1"), and
`read_turns`, which takes a Document and gives one with turns; imported when such a document comes."""

SPOKEN = frozenset({"hearing", "record", "briefing", "deposition", "trial", "captions"})
"""Kinds of source that should have turns."""


def with_turns(document: Document, kind: str | None) -> Document:
    """The document with its turns, where it is a transcript: of `kind`, or, where nobody said so (None), of
    the kind that its text shows. A spoken document in which no turn is found has a hole that says so."""
    document = replace(document, kind=kind or _kind_shown(document) or document.kind)
    if document.kind in LAYOUTS:
        layout = import_module(f"factcheck.read.transcripts.{LAYOUTS[document.kind]}")
        with unswept():
            document = layout.read_turns(document)
        document = replace(document, reader=f"{document.reader} {layout.LAYOUT}")
    if document.kind in SPOKEN and not document.turns:
        hole = Hole(what="turns", where=f"who speaks in this {document.kind} could not be told apart")
        document = replace(document, holes=(*document.holes, hole))
    return document


def _kind_shown(document: Document) -> str | None:
    """What the text shows; a PDF whose line numbers are cut already may show it with them."""
    shown = kind_of(document.text)
    if shown is None and document.removed:
        shown = kind_of(original_text(document))
    return shown
