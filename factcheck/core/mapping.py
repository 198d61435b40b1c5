"""A document's map as JSON, for keeping it beside the text, and the original's characters from the two.

The map holds what reading found beyond the text: reader, encoding, newline, marks, turns, holes, removals.
Marks, turns and removals are kept by column. Numbers that grow are kept as the differences from one to the
next; in a column of labels a whole number N stands for N repeats of the label before it.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from itertools import accumulate, pairwise, repeat
from typing import Any

from factcheck.core.document import Document, Hole, Mark, Place, Removed, Section, Turn
from factcheck.core.entry import canonical
from factcheck.errors import FactcheckError

FORMAT = 1
"""The format of maps written now. Older ones are read for ever; newer ones are refused in words."""

_LABELS = ("page", "line", "cell", "time")
_NEWLINES = ("\n", "\r\n", "\r", "mixed")


def map_json(document: Document) -> str:
    """The map as canonical JSON text: sorted keys, no white space, whole numbers only."""
    optional: dict[str, Any] = {}
    if document.published_basis:
        optional["published_basis"] = document.published_basis
    if document.sections:
        optional["sections"] = [_section_as_list(section) for section in document.sections]
    return canonical(
        {
            **optional,
            "format": FORMAT,
            "reader": document.reader,
            "encoding": document.encoding,
            "newline": document.newline,
            "marks": _marks_as_columns(document.marks),
            "turns": _turns_as_columns(document.turns),
            "holes": [[hole.what, hole.where, hole.count, hole.page] for hole in document.holes],
            "removed": _removed_as_columns(document.removed),
        }
    )


def document_from_map(
    name: str,
    kind: str,
    *,
    sha256: str,
    size: int,
    text: str,
    map_text: str,
    title: str | None = None,
    published: str | None = None,
    author: str | None = None,
    publisher: str | None = None,
    address: str | None = None,
) -> Document:
    """The Document of a stored text and its map, equal to the one that `map_json` was given.

    Raises FactcheckError where the map is no map, is of a newer format, or has places beyond the text.
    """
    try:
        kept = json.loads(map_text)
        (version,) = _whole([kept["format"]])
        if version > FORMAT:
            raise _newer(name, version)
        document = Document(
            name=name,
            kind=kind,
            sha256=sha256,
            size=size,
            reader=kept["reader"],
            encoding=kept["encoding"],
            text=text,
            title=title,
            published=published,
            published_basis=kept.get("published_basis"),
            author=author,
            publisher=publisher,
            address=address,
            newline=kept["newline"],
            marks=tuple(_marks_from_columns(kept["marks"])),
            turns=tuple(_turns_from_columns(kept["turns"])),
            sections=tuple(_section_from_list(*section) for section in kept.get("sections", ())),
            holes=tuple(Hole(what, where, count, page) for what, where, count, page in kept["holes"]),
            removed=tuple(_removed_from_columns(kept["removed"])),
        )
        reach = _reach(document)
        if document.newline not in _NEWLINES:
            raise ValueError(f"it has no such newline as {document.newline!r}")
    except (AttributeError, IndexError, KeyError, RecursionError, TypeError, ValueError) as error:
        raise _damaged(name, str(error)) from error
    if not 0 <= min(reach) <= max(reach) <= len(text):
        raise _damaged(name, f"it has places from {min(reach)} to {max(reach)}, the text ends at {len(text)}")
    return document


def original_text(document: Document) -> str:
    """The decoded original: byte-order mark, line ends and all that the reading text leaves out put back.

    Of a web page it gives the reading text: what stood between the words is in the bytes only.
    A removal that is a newline says which one the LF at its offset was, an entity how the character there was
    written; any other stood before its offset.
    Where no byte was replaced, this encoded with the document's encoding is the original byte for byte (the
    multibyte encodings of East Asia excepted: they write some characters in two ways).
    """
    newline = "\n" if document.newline == "mixed" else document.newline
    pieces: list[str] = []
    at = 0
    for removed in document.removed:
        pieces += (document.text[at : removed.offset].replace("\n", newline), removed.text)
        at = removed.offset + removed.is_read
    pieces.append(document.text[at:].replace("\n", newline))
    return "".join(pieces)


def _marks_as_columns(marks: Sequence[Mark]) -> dict[str, Any]:
    columns: dict[str, Any] = {"start": _steps(mark.start for mark in marks)}
    for part in _LABELS:
        labels = [getattr(mark.place, part) for mark in marks]
        if any(label is not None for label in labels):
            columns[part] = _repeats_counted(labels)
    paragraphs = [mark.place.paragraph for mark in marks]
    if any(paragraph is not None for paragraph in paragraphs):
        columns["paragraph"] = _steps(paragraph or 0 for paragraph in paragraphs)
    return columns


def _marks_from_columns(columns: dict[str, Any]) -> Iterable[Mark]:
    starts = _sums(columns["start"])
    paragraphs = _sums(columns["paragraph"]) if "paragraph" in columns else [0] * len(starts)
    pages, lines, cells, times = (_labels(columns.get(part), len(starts)) for part in _LABELS)
    for start, page, line, paragraph, cell, time in zip(
        starts, pages, lines, paragraphs, cells, times, strict=True
    ):
        yield Mark(start, Place(page, line, paragraph or None, cell, time))


def _turns_as_columns(turns: Sequence[Turn]) -> dict[str, Any]:
    return {
        "start": _steps(turn.start for turn in turns),
        "length": [turn.end - turn.start for turn in turns],
        "speaker": _repeats_counted([turn.speaker for turn in turns]),
        "role": _repeats_counted([turn.role for turn in turns]),
        "label": _repeats_counted([turn.label for turn in turns]),
        "speaker_candidates": _sparse(turn.speaker_candidates for turn in turns),
        "flags": _sparse(turn.flags for turn in turns),
    }


def _turns_from_columns(columns: dict[str, Any]) -> Iterable[Turn]:
    starts = _sums(columns["start"])
    speakers, roles, labels = (_labels(columns[part], len(starts)) for part in ("speaker", "role", "label"))
    candidates, flags = dict(columns["speaker_candidates"]), dict(columns["flags"])
    rows = zip(starts, _whole(columns["length"]), speakers, roles, labels, strict=True)
    for index, (start, length, speaker, role, label) in enumerate(rows):
        yield Turn(
            start=start,
            end=start + length,
            speaker=speaker,
            role=role or "",
            label=label,
            speaker_candidates=tuple(candidates.get(index, ())),
            flags=tuple(flags.get(index, ())),
        )


def _section_as_list(section: Section) -> list[Any]:
    return [section.start, section.sort, section.date, section.place, section.heading, list(section.present)]


def _section_from_list(
    start: int, sort: str, date: str | None, place: str | None, heading: str | None, present: list[str]
) -> Section:
    (start,) = _whole([start])
    return Section(start, sort, date, place, heading, tuple(present))


def _removed_as_columns(removed: Sequence[Removed]) -> dict[str, Any]:
    return {
        "offset": _steps(one.offset for one in removed),
        "text": _repeats_counted([one.text for one in removed]),
        "why": _repeats_counted([one.why for one in removed]),
        "ambiguous": [index for index, one in enumerate(removed) if one.ambiguous],
    }


def _removed_from_columns(columns: dict[str, Any]) -> Iterable[Removed]:
    offsets = _sums(columns["offset"])
    texts, whys = (_labels(columns[part], len(offsets)) for part in ("text", "why"))
    ambiguous = set(columns["ambiguous"])
    for index, (offset, text, why) in enumerate(zip(offsets, texts, whys, strict=True)):
        yield Removed(offset, text or "", why or "", index in ambiguous)


def _steps(numbers: Iterable[int]) -> list[int]:
    return [after - before for before, after in pairwise((0, *numbers))]


def _sums(steps: list[int]) -> list[int]:
    return list(accumulate(_whole(steps)))


def _whole(numbers: list[int]) -> list[int]:
    if any(type(number) is not int for number in numbers):
        raise ValueError("it has a fraction or a word where a whole number belongs")
    return numbers


def _repeats_counted(labels: Sequence[str | None]) -> list[str | int | None]:
    """`["210", "210", "210", "211"]` is kept as `["210", 2, "211"]`."""
    column: list[str | int | None] = []
    run = 0
    for index, label in enumerate(labels):
        if index and label == labels[index - 1]:
            run += 1
            continue
        if run:
            column.append(run)
            run = 0
        column.append(label)
    return [*column, run] if run else column


def _labels(column: list[str | int | None] | None, count: int) -> list[str | None]:
    """The inverse of `_repeats_counted`; a column that is not there is None throughout."""
    if column is None:
        return [None] * count
    labels: list[str | None] = []
    for entry in column:
        if entry is None or isinstance(entry, str):
            labels.append(entry)
        elif 0 < entry <= count - len(labels):  # never more than are wanted, whatever a damaged map says
            labels.extend(repeat(labels[-1], entry))
        else:
            raise ValueError(f"{entry} repeats where {count - len(labels)} places are left")
    if len(labels) != count:
        raise ValueError(f"{len(labels)} labels for {count} places")
    return labels


def _sparse(values: Iterable[tuple[str, ...]]) -> list[list[Any]]:
    return [[index, list(value)] for index, value in enumerate(values) if value]


def _reach(document: Document) -> list[int]:
    return [
        0,
        *(mark.start for mark in document.marks),
        *(edge for turn in document.turns for edge in (turn.start, turn.end)),
        *(removed.offset for removed in document.removed),
        *(section.start for section in document.sections),
    ]


def _newer(name: str, found: int) -> FactcheckError:
    return FactcheckError(
        title="The map of this source comes from a newer factcheck",
        detail=f"{name}: format {found}; this version reads up to {FORMAT}.",
        hint="Update factcheck and open the case again.",
    )


def _damaged(name: str, why: str) -> FactcheckError:
    return FactcheckError(
        title="The map of this source is damaged",
        detail=f"{name}: {why}.",
        hint="Check the case (factcheck verify CASE); restore it from a backup, or add the source again.",
    )
