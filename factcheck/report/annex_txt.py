"""The fact-check annex as plain text of 80 columns.

Only the first line of a heading of the annex's own begins at the margin; all else is set in, so that no text
of the case can pass for one. Quotations have a bar at their side.
"""

from __future__ import annotations

from itertools import chain
from typing import TYPE_CHECKING

from factcheck.report.annex import annex
from factcheck.report.outline import (
    Beside,
    Block,
    Box,
    Bullets,
    Facts,
    Heading,
    Line,
    Note,
    Notes,
    Pair,
    Para,
    Part,
    Slots,
    Speech,
    Table,
    Words,
)
from factcheck.report.paragraphs import on_one_line, paragraphs
from factcheck.report.wrapping import WIDTH, columns, wrapped

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.core.report import Report

MARGIN = "  "
NAMES = 18
"""Columns for the name of a fact, at most."""

_SIDE = {"verbatim": "| ", "mixed": ": ", "paraphrase": ": ", "unfound": "! "}


def annex_txt(report: Report) -> bytes:
    """The annex as plain text in UTF-8."""
    lines: list[str] = []
    for text in chain.from_iterable(_block(block, MARGIN) for block in annex(report)):
        if text or (lines and lines[-1]):
            lines.append(text)
    return ("\n".join(lines).rstrip("\n") + "\n").encode()


def _block(block: Block, indent: str) -> Iterator[str]:
    """A block's lines, a blank one after it."""
    match block:
        case Heading():
            yield from _heading(block, indent)
        case Para():
            end = ":" if block.tone == "label" else ""
            yield from wrapped(_text(block.line) + end, indent, indent)
            if block.tone != "label":
                yield ""
        case Words():
            yield from _typed(block, indent)
        case Speech():
            yield from _speech(block, indent)
        case Notes():
            yield from _notes(block.notes, indent)
            yield ""
        case Facts():
            yield from _facts([(_text(name), _text(value)) for name, value in block.rows], indent)
            yield ""
        case Slots():
            said = "; ".join(f"{name}: {value}" for name, value in block.rows)
            yield from wrapped(on_one_line(f"{block.title}: {said}"), indent, f"{indent}  ")
            yield ""
        case Bullets():
            for item in block.items:
                yield from wrapped(_text(item), f"{indent}- ", f"{indent}  ")
            yield ""
        case Table():
            yield from _table(block, indent)
        case Box():
            inner = indent if block.kind in {"sample", "draft", "locked", "source"} else f"{indent}  "
            yield from _blocks(block.blocks, inner)
        case Beside():
            yield from _blocks(block.boxes, indent)
        case Part():
            yield from _blocks(block.blocks, indent)
        case Pair():
            yield from _blocks((*block.said, *block.shown), indent)


def _blocks(blocks: Iterable[Block], indent: str) -> Iterator[str]:
    for block in blocks:
        yield from _block(block, indent)


def _text(words: Line) -> str:
    """A line's text; quotations within it in quotation marks, an address in angle brackets."""
    marks = {"quoted": "“{}”", "web": "<{}>", "hint": ""}
    return on_one_line("".join(marks.get(run.look, "{}").format(run.text) for run in words)).strip()


def _heading(block: Heading, indent: str) -> Iterator[str]:
    tab = f"[{on_one_line(block.tab)}] " if block.tab else ""
    at = "" if block.level <= 4 else indent
    lines = list(wrapped(f"{tab}{_text(block.line)}", at, f"{MARGIN * 2}{at}"))
    yield ""
    if block.level == 2:
        yield ""
        yield "=" * WIDTH
    yield from lines
    if block.level <= 3:
        rule = {1: "=", 2: "=", 3: "-"}[block.level]
        yield rule * (WIDTH if block.level == 2 else min(WIDTH, max(map(columns, lines))))
    elif block.level == 4:
        yield "- " * 19 + "-"
    yield ""


def _typed(block: Words, indent: str) -> Iterator[str]:
    if block.label:
        yield from wrapped(f"{on_one_line(block.label)}:", indent, indent)
    for paragraph in paragraphs(block.text):
        for text in paragraph.split("\n"):
            yield from wrapped(on_one_line(text).strip(), indent, indent)
        yield ""


def _speech(block: Speech, indent: str) -> Iterator[str]:
    tab = f"[{on_one_line(block.tab)}] " if block.tab else ""
    yield from wrapped(f"{tab}{_text(block.caption)}:", indent, indent)
    text = "".join(run.text for run in block.line)
    stanzas = [on_one_line(stanza).strip() for stanza in paragraphs(text)]
    if block.form == "verbatim":
        stanzas[0] = f"“{stanzas[0]}"
        stanzas[-1] += "”"
    stanzas[-1] += "".join(f" [{note.number}]" for note in block.notes)
    side = f"{indent}{_SIDE[block.form]}"
    for place, stanza in enumerate(stanzas):
        if place:
            yield side.rstrip()
        yield from wrapped(stanza, side, side)
    yield from _notes(block.notes, f"{indent}  ")
    yield ""


def _notes(notes: Iterable[Note], indent: str) -> Iterator[str]:
    for note in notes:
        mark = f"{indent}[{note.number}] "
        yield from wrapped(_text(note.line), mark, " " * len(mark))


def _facts(rows: list[tuple[str, str]], indent: str) -> Iterator[str]:
    """Names and values in two columns; a long name has its value under it."""
    room = min(NAMES, max((columns(name) for name, _ in rows), default=0))
    for name, value in rows:
        rest = " " * (len(indent) + room + 2)
        if columns(name) <= room:
            yield from wrapped(value, f"{indent}{name}{' ' * (room - columns(name) + 2)}", rest)
        else:
            yield from wrapped(name, indent, f"{indent}  ")
            yield from wrapped(value, rest, rest)


def _table(block: Table, indent: str) -> Iterator[str]:
    """Each row as a small list: its first cell, then the other columns by name."""
    for row in block.rows:
        first, *others = ([_text(item) for item in cell] for cell in row.cells)
        yield from wrapped(" · ".join(first), f"{indent}", f"{indent}  ")
        named = [
            (column if not place else "", text)
            for column, cell in zip(block.columns[1:], others, strict=True)
            for place, text in enumerate(cell)
        ]
        yield from _facts(named, f"{indent}  ")
        yield ""
