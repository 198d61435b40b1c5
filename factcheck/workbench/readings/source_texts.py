"""Sources: their cards and their text, a stretch at a time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.anchors import CONTEXT, Anchor, cite_place
from factcheck.core.pages import is_typed
from factcheck.core.views.sources import SourceView, TextLine
from factcheck.errors import FactcheckError
from factcheck.store import labels, rows, texts
from factcheck.workbench import dates
from factcheck.workbench.readings.cited import source_name

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored


def sources(case: CaseFile, viewer: Viewer) -> list[SourceView]:
    """All sources in the order of their labels."""
    with case.reading() as db:
        return [source_card(db, source) for source in rows.every(db, viewer, "source")]


def source_view(case: CaseFile, viewer: Viewer, ref: str) -> SourceView:
    """One source's card."""
    with case.reading() as db:
        return source_card(db, rows.of_sort(db, viewer, ref, "source"))


def source_card(db: Db, source: Stored) -> SourceView:
    """The card from the record at hand."""
    return SourceView(
        head=source.head,
        name=source.get("name"),
        title=source_name(source),
        kind=source.get("kind"),
        published=source.get("published"),
        publisher=source.get("publisher"),
        author=source.get("author"),
        address=source.get("address"),
        tier=source.get("tier"),
        cite_as=source.get("cite_as"),
        printed_as=source.get("printed_as"),
        hash=source.get("bytes_sha"),
        size=source.get("size"),
        length=source.get("length"),
        encoding=source.get("encoding"),
        reader=source.get("reader"),
        holes=tuple(texts.holes(db, source.id)),
        retrieved=source.get("retrieved"),
        sealed=source.get("sealed"),
        published_said=dates.said(source.get("published")),
        version_of=_label(db, source.get("version_of")),
        variant_of=_label(db, source.get("variant_of")),
        bates=source.get("bates"),
        typed_by=source.head.made_by if is_typed(source.get("reader")) else None,
        checked_by=rows.name_of(db, source.get("checked_by")) if source.get("checked_by") else None,
    )


def _label(db: Db, record: str | None) -> str | None:
    return labels.label_of(db, record) if record else None


def line_count(case: CaseFile, viewer: Viewer, source: str) -> int:
    """How many lines a source's text has."""
    with case.reading() as db:
        return texts.line_count(db, rows.of_sort(db, viewer, source, "source").id)


def line_of(case: CaseFile, viewer: Viewer, source: str, offset: int) -> int:
    """The line, from 0, that holds a code point of the text."""
    with case.reading() as db:
        return texts.line_of(db, rows.of_sort(db, viewer, source, "source").id, offset)


def text_lines(case: CaseFile, viewer: Viewer, source: str, first: int, count: int) -> list[TextLine]:
    """Some lines of the text, with the place at which each begins."""
    with case.reading() as db:
        id_ = rows.of_sort(db, viewer, source, "source").id
        return [
            TextLine(number, start, words, cite_place(place := texts.place_at(db, id_, start), place))
            for number, start, words in texts.lines(db, id_, first, count)
        ]


def text_of(case: CaseFile, viewer: Viewer, source: str, start: int, end: int) -> str:
    """A stretch of the text, in code points."""
    with case.reading() as db:
        return texts.slice_of(db, rows.of_sort(db, viewer, source, "source").id, start, end)


def marks_in(
    case: CaseFile, viewer: Viewer, source: str, start: int, end: int
) -> list[tuple[int, int, str, str]]:
    """The anchors of records that stand, as far as they meet a stretch: (start, end, entity, label) in the
    order of the text."""
    with case.reading() as db:
        id_ = rows.of_sort(db, viewer, source, "source").id
        return [
            (anchor.start, anchor.end, entity, label)
            for record, entity, label, _, anchor in rows.passages(db, id_, start, end)
            if stands(db, viewer, record)
        ]


_WHOLE = {"claim": "statement", "evidence": "event"}
"""What goes when the record it is part of is withdrawn, and the field that names that one."""


def stands(db: Db, viewer: Viewer, record: str) -> bool:
    """Whether a record is there and neither it nor what it is part of is withdrawn."""
    found = rows.find(db, viewer, record)
    if found is None or found.head.withdrawn:
        return False
    whole = _WHOLE.get(found.head.entity)
    return whole is None or stands(db, viewer, found.get(whole))


def find_words(case: CaseFile, viewer: Viewer, source: str, words: str) -> tuple[int, int]:
    """Where exact words stand in a source; refused where they do not occur, or more than once."""
    with case.reading() as db:
        found = rows.of_sort(db, viewer, source, "source")
        places = texts.occurrences(db, found.id, words)
    if len(places) == 1:
        return places[0], places[0] + len(words)
    if not places:
        raise FactcheckError(
            f"These words are not in {found.label}",
            f"“{words}”",
            "Copy them as the text has them; `factcheck show` prints it.",
        )
    raise FactcheckError(
        f"These words are in {found.label} {len(places)} times",
        f"They begin at {', '.join(str(place) for place in places[:10])}.",
        "Give more of the words, or START:END.",
    )


def anchors_for(db: Db, source: Stored, spans: list[tuple[int, int]]) -> list[Anchor]:
    """Anchors of stretches of a stored source. They follow one another as in the text: joined in another
    order they would say what nobody said."""
    length = source.get("length")
    found: list[Anchor] = []
    for start, end in spans:
        if not 0 <= start < end <= length:
            raise FactcheckError(
                f"There is no such place in {source.label}",
                f"{start}:{end} does not lie within 0:{length}.",
                "Offsets count characters from 0; the end is not included.",
                2,
            )
        if found and start < found[-1].end:
            raise FactcheckError(
                "The passages do not follow one another",
                f"{start}:{end} begins before {found[-1].start}:{found[-1].end} ends in {source.label}.",
                "Give them in the order of the text, without overlap.",
                2,
            )
        begin = max(0, start - CONTEXT)
        stretch = texts.slice_of(db, source.id, begin, end + CONTEXT)
        found.append(
            Anchor(
                source=source.id,
                start=start,
                end=end,
                exact=stretch[start - begin : end - begin],
                prefix=stretch[: start - begin],
                suffix=stretch[end - begin :],
                place=texts.place_at(db, source.id, start),
                place_end=texts.place_at(db, source.id, end - 1),
            )
        )
    return found
