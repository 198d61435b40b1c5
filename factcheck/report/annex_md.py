"""The fact-check annex as Markdown: the outline, each block in the plainest form that Markdown has for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.report.annex import annex
from factcheck.report.markdown import emphasised, escaped, opening
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
    Run,
    Slots,
    Speech,
    Table,
    Words,
    line,
    strong,
)
from factcheck.report.paragraphs import paragraphs

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from factcheck.core.report import Report


def annex_md(report: Report) -> bytes:
    """The annex as Markdown in UTF-8."""
    written = [text for block in annex(report) for text in _block(block)]
    return ("\n\n".join(filter(None, written)) + "\n").encode()


def _block(block: Block) -> Iterator[str]:
    """A block as paragraphs, lists and tables, which blank lines will part."""
    match block:
        case Heading():
            tab = line(block.tab, " · " if block.line else "") if block.tab else ()
            yield f"{'#' * block.level} {opening(_inline((*tab, *_unbold(block.line)))).rstrip(' #')}"
        case Para():
            words = block.line
            yield opening(_inline((strong(_text(words)),) if block.tone in {"label", "kicker"} else words))
        case Words():
            yield from _typed(block)
        case Speech():
            yield from _speech(block)
        case Notes():
            yield _notes(block.notes)
        case Facts():
            yield _bullets(line(strong(f"{_text(name)}:"), " ", *value) for name, value in block.rows)
        case Slots():
            parts = "; ".join(f"{name}: {value}" for name, value in block.rows)
            yield opening(_inline(line(strong(f"{block.title}:"), f" {parts}")))
        case Bullets():
            yield _bullets(block.items)
        case Table():
            yield _table(block)
        case Box() | Part():
            for inner in block.blocks:
                yield from _block(inner)
        case Beside():
            for box in block.boxes:
                yield from _block(box)
        case Pair():
            for title, side in (("What was said", block.said), ("What the record shows", block.shown)):
                yield f"**{title}**"
                for inner in side:
                    yield from _block(inner)


def _inline(words: Line) -> str:
    made = []
    for place, run in enumerate(words):
        before = words[place - 1].text if place else ""
        after = words[place + 1].text if place + 1 < len(words) else ""
        made.append(_run(run, before, after))
    return "".join(made).strip()


def _run(run: Run, before: str, after: str) -> str:
    if run.look in {"strong", "mark", "added", "alarm"}:
        return emphasised(run.text, before, after)
    if run.look == "quoted":
        return f"“{escaped(run.text)}”"
    if run.look == "web":
        return f"<{run.to}>"
    if run.look == "code" and run.text.isascii() and run.text.isalnum():
        return f"`{run.text}`"
    return escaped(run.text)


def _text(words: Line) -> str:
    return "".join(run.text for run in words)


def _unbold(words: Line) -> Line:
    """A heading is bold as it is."""
    return tuple(Run(run.text) if run.look == "strong" else run for run in words)


def _typed(block: Words) -> Iterator[str]:
    """Words that a reviewer typed: never a block quotation. Their own line ends stay."""
    for place, paragraph in enumerate(paragraphs(block.text)):
        lines = [opening(escaped(part)) for part in paragraph.split("\n")]
        text = "\\\n".join(part.rstrip() for part in lines)
        yield f"{emphasised(block.label + ':')} {text}" if block.label and place == 0 else text


def _speech(block: Speech) -> Iterator[str]:
    """Reported words: a block quotation under a line that says what they are."""
    tab = line(strong(block.tab), " · ") if block.tab else ()
    yield opening(_inline((*tab, *block.caption)))
    inner = _stanzas(block.line)
    if block.form == "verbatim":
        inner[0] = f"“{inner[0]}"
        inner[-1] += "”"
    inner[-1] += "".join(f" \\[{note.number}\\]" for note in block.notes)
    yield "\n>\n".join(f"> {opening(stanza)}" for stanza in inner)
    if block.notes:
        yield _notes(block.notes)


def _stanzas(words: Line) -> list[str]:
    """Running words parted at blank lines, each stanza on one line."""
    stanzas: list[list[Run]] = [[]]
    for run in words:
        for place, piece in enumerate(paragraphs(run.text) if "\n\n" in run.text else [run.text]):
            if place:
                stanzas.append([])
            stanzas[-1].append(Run(piece, run.look, run.to))
    return [_inline(tuple(stanza)) for stanza in stanzas]


def _notes(notes: Iterable[Note]) -> str:
    return "\\\n".join(f"\\[{note.number}\\] {_inline(note.line)}" for note in notes)


def _bullets(items: Iterable[Line]) -> str:
    return "\n".join(f"- {opening(_inline(item))}" for item in items)


def _table(block: Table) -> str:
    rows = [[" — ".join(map(_inline, cell)) for cell in row.cells] for row in block.rows]
    head = [list(block.columns), ["---"] * len(block.columns)]
    return "\n".join(f"| {' | '.join(cells)} |" for cells in [*head, *rows])
