"""Rows of a register as they are kept: one line of canonical JSON each, in blobs of some thousand lines."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from functools import lru_cache
from typing import Any

from factcheck.core.edtf import parse_edtf
from factcheck.core.entry import canonical
from factcheck.core.light import dataclass
from factcheck.core.terms import day_terms, folded_terms, kins_of
from factcheck.core.words import folded_words

BLOB = 1_000_000
"""Bytes of lines that one blob holds, about: what is written and read at once."""

ID = "row:"
"""How the id of a row begins that nothing in the case names yet: `row:REGISTER:NUMBER:PLACE`, its place being
that among the rows of its register, for a number may stand for several."""

TEXTS = ("end", "organisation", "place", "id", "cite", "note", "mode")


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A row as it was understood. `number` is the file's own (see `TableRow`), `cells` are as they stand, in
    the order of the columns; `gone` is the id of the last source that had the row, where a later one has it
    no more. `mode` is what the row shows where it says otherwise than its register: `cancelled`, `absent`."""

    number: int
    title: str
    cells: tuple[str, ...]
    when: str | None = None
    end: str | None = None
    who: tuple[str, ...] = ()
    with_: tuple[str, ...] = ()
    organisation: str | None = None
    place: str | None = None
    id: str | None = None
    cite: str | None = None
    note: str | None = None
    sheet_row: int = 0
    gone: str | None = None
    mode: str | None = None
    open: tuple[str, ...] = field(default=())
    """What of it could not be read, in words."""

    @property
    def people(self) -> tuple[str, ...]:
        """Everybody it names, each once."""
        return tuple(dict.fromkeys((*self.who, *self.with_)))

    def said(self) -> dict[str, Any]:
        """What was understood, title and date aside, without what is absent."""
        values = {
            "end": self.end,
            "who": list(self.who),
            "with": list(self.with_),
            "organisation": self.organisation,
            "place": self.place,
            "id": self.id,
            "cite": self.cite,
            "note": self.note,
            "sheet_row": self.sheet_row,
            "mode": self.mode,
            "open": list(self.open),
        }
        return {name: value for name, value in values.items() if value}

    def as_line(self) -> str:
        """The row as it is kept."""
        line = {**self.said(), "number": self.number, "title": self.title, "cells": list(self.cells)}
        if self.when:
            line["when"] = self.when
        if self.gone:
            line["gone"] = self.gone
        return canonical(line)

    def words(self) -> str:
        """All words by which it is found: what was understood, and every cell."""
        return "\n".join(dict.fromkeys((self.title, *self.people, *filter(None, self.cells))))

    def matter(self) -> str:
        """The words by which it is weighed beside a claim."""
        parts = (self.title, *self.people, self.organisation, self.place, self.note)
        return "\n".join(dict.fromkeys(part for part in parts if part))

    def terms(self) -> list[str]:
        """The terms of its matter, its people's names and its day, each once."""
        found = folded_terms(self.matter())
        every = [*found, *kins_of(found), *(term for name in self.people if (term := name_term(name)))]
        if self.when:
            every.extend(day_terms(parse_edtf(self.when)))
        return list(dict.fromkeys(every))


def row_from(value: Mapping[str, Any]) -> RegisterRow:
    """A row from a kept line, also one of an earlier form (`cells` by column)."""
    cells = value["cells"]
    number = value["number"]
    if type(number) is not int or not isinstance(cells, list | dict):
        raise ValueError("it is no row of a register")
    texts = {name: _text(value.get(name)) for name in TEXTS}
    return RegisterRow(
        number=number,
        title=_text(value["title"]) or "",
        cells=tuple(_text(cell) or "" for cell in (cells.values() if isinstance(cells, dict) else cells)),
        when=_text(value.get("when")),
        who=_texts(value.get("who")),
        with_=_texts(value.get("with")),
        sheet_row=int(value.get("sheet_row") or 0),
        gone=_text(value.get("gone")),
        open=_texts(value.get("open")),
        **texts,
    )


def rows_in(blob: bytes) -> Iterator[RegisterRow]:
    """The rows of one blob."""
    for line in blob.decode().split("\n"):
        if line:
            yield row_from(json.loads(line))


def blobs_of(rows: Iterable[RegisterRow]) -> Iterator[bytes]:
    """The rows as blobs, one in memory at a time; one empty blob for no row."""
    lines: list[bytes] = []
    size = 0
    made = False
    for row in rows:
        line = row.as_line().encode()
        lines.append(line)
        size += len(line) + 1
        if size >= BLOB:
            yield b"\n".join(lines)
            made, size = True, 0
            lines.clear()
    if lines or not made:
        yield b"\n".join(lines)


def _text(value: Any) -> str | None:
    if value is None:
        return None
    if not isinstance(value, str | int) or isinstance(value, bool):
        raise ValueError("it is no row of a register")
    return str(value)


def _texts(value: Any) -> tuple[str, ...]:
    if value is None:
        return ()
    if not isinstance(value, list):
        raise ValueError("it is no row of a register")
    return tuple(_text(item) or "" for item in value)


_STYLES = frozenset(
    """mr mrs ms miss dr prof professor sir dame lord lady rt hon right honourable the sen senator rep
    representative amb ambassador president minister secretary hr frau herr mme mlle m gen general col capt lt
    judge justice hrh qc kc mp mep jr sr ii iii iv cbe obe mbe esq phd md""".split()  # noqa: SIM905 - a list would hide the words
)
"""Words around a name that are no part of it."""


@lru_cache(maxsize=65_536)
def name_term(name: str) -> str:
    """The term of a person's name in a register, whatever its order and its middle names; empty where the
    name has not two words that are more than letters."""
    parts = [word for word in folded_words(name) if word not in _STYLES and (len(word) > 1)]
    if len(parts) < 2 or len(parts) > 6:
        return ""
    return "name0" + _PLAIN.sub("", "".join(sorted((parts[0], parts[-1]))))


_PLAIN = re.compile(r"[^0-9a-z]")


@dataclass(frozen=True, slots=True)
class RowRef:
    """A row as people name it: `D7:4512`, with the sheet where a source has several (`D7:May:12`), and which
    one where several have the number, as occurrences of an event do (`D7:4512#2`)."""

    source: str
    number: int
    sheet: str | None = None
    which: int | None = None


_TYPED = re.compile(
    r"([Dd][1-9]\d{0,8}[a-z]{0,4})\s*(?::|,?\s+row\s+)(?:([^:]{1,200}):)?"
    r"\s*([\d,. ]{1,15})(?:#([1-9]\d{0,5}))?"
)


def row_typed(ref: str) -> RowRef | None:
    """The row that a person names, None where it is not so written."""
    match = _TYPED.fullmatch(ref.strip())
    digits = re.sub(r"\D", "", match[3]) if match else ""
    if match is None or not digits:
        return None
    source = match[1][0].upper() + match[1][1:]
    which = int(match[4]) if match[4] else None
    return RowRef(source, int(digits), match[2].strip() if match[2] else None, which)


_OPEN = re.compile(re.escape(ID) + r"([^:]+):([0-9]{1,12}):([0-9]{1,12})")


def open_id(ref: str) -> tuple[str, int, int] | None:
    """The register, the row's number and its place of an id that begins with `row:`; None for any other."""
    match = _OPEN.fullmatch(ref)
    return (match[1], int(match[2]), int(match[3])) if match else None
