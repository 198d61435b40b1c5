"""Reading and extracting without a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.core.anchors import JOINT
from factcheck.core.entry import sha256
from factcheck.core.proposals import (
    DateRead,
    Proposals,
    ProposedEvent,
    ProposedPerson,
    ProposedStatement,
    WhenRead,
)
from factcheck.errors import FactcheckError
from factcheck.workbench import dates

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping
    from pathlib import Path

    from factcheck.core.document import Document, Member, Place, Turn
    from factcheck.read.load_file import LoadFile


def read_source(
    path: Path,
    *,
    kind: str | None = None,
    published: str | None = None,
    title: str | None = None,
    ocr: bool = False,
) -> tuple[bytes, Document]:
    """The bytes of a file, read once, and the document in them; `published` is EDTF, `ocr` as in
    `read_data`."""
    from factcheck.read import door

    return door.read_path(path, kind=kind, published=published, title=title, ocr=ocr)


def read_data(
    data: bytes,
    name: str,
    *,
    kind: str | None = None,
    published: str | None = None,
    title: str | None = None,
    ocr: bool = False,
) -> Document:
    """The document in bytes at hand; `published` is EDTF. With `ocr` pages that are images are read by
    machine."""
    from factcheck.read import door

    return door.read_bytes(data, name, kind=kind, published=published, title=title, ocr=ocr)


def page_image(data: bytes, name: str, page: int) -> bytes:
    """A page of a PDF or an image, counted from 1, as a picture (PNG)."""
    from factcheck.read import page_images

    return page_images.page_image(data, name, page)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file, read once."""
    from factcheck.read import door

    return door.bytes_of(path)


def bound(pages: Iterable[tuple[str, bytes | None]]) -> bytes:
    """The files of a document's pages as one; None for one that is missing."""
    from factcheck.read import bound_pages

    return bound_pages.bound(pages)


def unreadable(data: bytes, name: str) -> FactcheckError | None:
    """The refusal of what is in no form that is read, by its form alone; None where it may be read."""
    from factcheck.read import door

    return door.unreadable(data, name)


def form_of(data: bytes, name: str = "") -> str:
    """The name of the form that the bytes are in, as `factcheck.read.detect` has it."""
    from factcheck.read import detect

    return detect.form_of(data, name).name


def holds_members(data: bytes, name: str) -> bool:
    """Whether a file is of a form that holds other files."""
    from factcheck.read import members

    return members.holds_members(data, name)


def is_archive(data: bytes, name: str) -> bool:
    """Whether a file is nothing but the files in it."""
    from factcheck.read import members

    return members.is_archive(data, name)


def all_members(data: bytes, name: str) -> Iterator[Member]:
    """The files within a file, at any depth within bounds, named by their path from it."""
    from factcheck.read import members

    return members.all_members(data, name)


def load_file(path: Path) -> LoadFile:
    """What a load file (DAT, OPT, CSV) says of the files of a production."""
    from factcheck.read import load_file as reader

    return reader.read(bytes_of(path), path.name)


_ROWS = frozenset({"table", "calendar"})


def propose(document: Document, known: Collection[str] = ()) -> Proposals:
    """What extraction proposes from a document: from its turns where it has them, else from its prose. The
    rows of a table or a calendar propose nothing: they are rows, and become events when promoted. `known`
    are names that a transcript's answers are looked through for."""
    if document.kind in _ROWS:
        return Proposals("none")
    if document.turns:
        from factcheck.extract import testimony

        return testimony.propose(document, known)
    from factcheck.extract import article

    return article.propose(document)


def read_file(
    path: Path, kind: str | None = None, published: str | None = None
) -> tuple[Document, Proposals]:
    """A file as a document with what is proposed from it; `published` as typed."""
    when = dates.understood(published) if published else None
    _, document = read_source(path, kind=kind, published=when)
    return document, propose(document)


def read_line(line: Mapping[str, Any]) -> tuple[Document, Proposals]:
    """The same for a document given as {id, text, published, kind}."""
    from factcheck.read import door

    text, name = line.get("text"), line.get("id")
    if not isinstance(text, str) or not text:
        where = "The line" if name is None else f"{name}"
        raise FactcheckError("A document without text", f"{where}: “text” must hold its words.")
    published = line.get("published")
    document = door.read_bytes(
        text.encode("utf-8", "replace"),
        str(name if name is not None else "document"),
        kind=line.get("kind"),
        published=dates.understood(str(published)) if published else None,
    )
    return document, propose(document)


def as_json(document: Document, proposed: Proposals) -> dict[str, Any]:
    """The value that `read --json` prints."""
    return {
        "source": {
            "name": document.name,
            "kind": document.kind,
            "sha256": document.sha256,
            "encoding": document.encoding,
            "title": document.title,
            "published": document.published,
            "published_basis": document.published_basis,
            "author": document.author,
            "publisher": document.publisher,
            "address": document.address,
            "text": document.text,
            "text_sha256": sha256(document.text),
        },
        "turns": [_turn(document, turn) for turn in document.turns],
        "statements": [_statement(document, statement) for statement in proposed.statements],
        "events": [_event(event) for event in proposed.events],
        "people": [_person(person) for person in proposed.people],
        "dates": [_date(read) for read in proposed.dates],
        "holes": [
            {"what": hole.what, "where": hole.where, "count": hole.count, "page": hole.page}
            for hole in document.holes
        ],
    }


def _places(document: Document, start: int, end: int) -> dict[str, Any]:
    first: Place = document.place_at(start)
    last: Place = document.place_at(max(start, end - 1))
    return {
        "start": start,
        "end": end,
        "page": first.page,
        "line": first.line,
        "page_end": last.page,
        "line_end": last.line,
        "paragraph": first.paragraph,
        "cell": first.cell,
        "time": first.time,
    }


def _turn(document: Document, turn: Turn) -> dict[str, Any]:
    return {
        "speaker": turn.speaker,
        "speaker_candidates": list(turn.speaker_candidates),
        "role": turn.role,
        "text": document.text[turn.start : turn.end],
        **_places(document, turn.start, turn.end),
        "flags": list(turn.flags),
    }


def _statement(document: Document, statement: ProposedStatement) -> dict[str, Any]:
    segments = statement.segments
    question = statement.question
    said_on = statement.said_on
    return {
        "exact": JOINT.join(segment.exact for segment in segments),
        "segments": [{"exact": s.exact, "start": s.start, "end": s.end} for s in segments],
        "speaker": statement.speaker,
        "speaker_candidates": list(statement.speaker_candidates),
        "speaker_basis": statement.speaker_basis or None,
        "addressee": statement.addressee,
        "on_behalf_of": statement.on_behalf_of,
        "reporter": statement.reporter,
        "oath": None
        if statement.oath is None
        else {"exact": statement.oath.exact, "start": statement.oath.start, "end": statement.oath.end},
        "question": None
        if question is None
        else {
            "exact": question.span.exact,
            "speaker": question.speaker,
            "start": question.span.start,
            "end": question.span.end,
        },
        "quotation": statement.quotation,
        "said_on": None
        if said_on is None
        else {
            "edtf": said_on.edtf,
            "candidates": _candidates(said_on),
            "basis": said_on.basis or said_on.anchor,
        },
        "forum": statement.forum,
        "sworn": statement.sworn,
        "form": statement.form,
        **_places(document, segments[0].start, segments[-1].end),
        "confidence": statement.confidence,
        "flags": list(statement.flags),
    }


def _event(event: ProposedEvent) -> dict[str, Any]:
    first = event.passages[0]
    return {
        "title": event.title,
        "text": first.exact,
        "start": first.start,
        "end": first.end,
        "passages": [{"exact": p.exact, "start": p.start, "end": p.end} for p in event.passages],
        "when": None if event.when is None else _when(event.when),
        "who": [{"name": name, "capacity": capacity} for name, capacity in event.who],
        "where": event.where,
        "according_to": event.according_to,
        "confidence": event.confidence,
        "flags": list(event.flags),
    }


def _when(when: WhenRead) -> dict[str, Any]:
    return {
        "edtf": when.edtf,
        "earliest": when.earliest,
        "latest": when.latest,
        "precision": when.precision,
        "anchor": when.anchor,
        "candidates": _candidates(when),
    }


def _candidates(when: WhenRead) -> list[dict[str, Any]]:
    return [{"edtf": edtf, "confidence": confidence} for edtf, confidence in when.candidates]


def _person(person: ProposedPerson) -> dict[str, Any]:
    return {"name": person.name, "aliases": list(person.aliases), "roles": list(person.roles)}


def _date(read: DateRead) -> dict[str, Any]:
    return {
        "text": read.span.exact,
        "start": read.span.start,
        "end": read.span.end,
        **_when(read.when),
        "flags": list(read.flags),
    }
