"""An annex as blocks: what is printed and in which order, before a format gives it a look.

Every text in here is data or our own words alike; each format makes all of it safe in its own way.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable

Look = Literal["plain", "strong", "muted", "code", "quoted", "mark", "added", "alarm", "link", "web", "hint"]


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of text with one look. `quoted` gets quotation marks; `link` points at the place `to` in the
    annex, `web` at the address that is its text; a `hint` speaks of looks, for formats that have them."""

    text: str
    look: Look = "plain"
    to: str = ""


Line = tuple[Run, ...]


def line(*parts: str | Run | Iterable[Run] | None) -> Line:
    """A line of texts, runs and other lines; what is empty is left out."""
    runs: list[Run] = []
    for part in parts:
        if isinstance(part, str):
            runs += [Run(part)] if part else []
        elif isinstance(part, Run):
            runs += [part] if part.text else []
        elif part is not None:
            runs += part
    return tuple(runs)


def joined(lines: Iterable[Line], between: str) -> Line:
    """Lines made one, with a text between each two; empty ones are left out."""
    runs: list[Run] = []
    for item in lines:
        if item:
            runs += [Run(between), *item] if runs else item
    return tuple(runs)


def strong(text: str) -> Run:
    return Run(text, "strong")


def bracketed(label: Line) -> Line:
    """A source's label after what is cited from it: ` [D4]`; nothing where it has none."""
    return line(" [", label, "]") if label else ()


def muted(text: str) -> Run:
    return Run(text, "muted")


def code(text: str) -> Run:
    return Run(text, "code")


def alarm(text: str) -> Run:
    return Run(text, "alarm")


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading of level 1 (the title) to 5; `tab` is the label of what it heads."""

    level: int
    line: Line
    tab: str = ""


@dataclass(frozen=True, slots=True)
class Para:
    """One paragraph of the annex's own. Tones: kicker, label, lead (the scope question), fine, flag."""

    line: Line
    tone: Literal["", "kicker", "label", "lead", "fine", "flag"] = ""


@dataclass(frozen=True, slots=True)
class Words:
    """Words that a reviewer typed, never a quotation: what they are, and the text with its own lines."""

    label: str
    text: str
    tone: Literal["plain", "restatement", "rationale", "note", "summary"] = "plain"


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: printed where its quotation is."""

    number: int
    line: Line


@dataclass(frozen=True, slots=True)
class Speech:
    """Reported words. Only `verbatim` ones stand in quotation marks; `unfound` ones are not in the source
    they cite. Within `line`, the claim's own words have the look `mark`, differing ones `added`."""

    form: Literal["verbatim", "mixed", "paraphrase", "unfound"]
    caption: Line
    line: Line
    notes: tuple[Note, ...] = ()
    tab: str = ""
    size: Literal["", "whole", "small"] = ""


@dataclass(frozen=True, slots=True)
class Notes:
    """Footnotes of words that stand in the block before."""

    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Facts:
    """Names and values. Kinds: plain (two columns where there is room), narrow (one), key, standing."""

    rows: tuple[tuple[Line, Line], ...]
    kind: Literal["plain", "narrow", "key", "standing"] = "plain"


@dataclass(frozen=True, slots=True)
class Slots:
    """A handful of short answers side by side, under a title."""

    title: str
    rows: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of lines."""

    items: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A table's row: each cell is a line with lesser lines under it, the first cell names the row."""

    cells: tuple[tuple[Line, ...], ...]
    alarm: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table; `name` tells a format which of its tables it is."""

    name: Literal["findings", "checks"]
    columns: tuple[str, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True, slots=True)
class Box:
    """Blocks that belong together and are set apart from what is around them."""

    kind: Literal[
        "sample", "draft", "locked", "warnings", "missing", "finding", "evidence", "disagree", "explanation",
        "grade", "adjudication", "dissent", "variant", "later", "source",
    ]  # fmt: skip
    blocks: tuple[Block, ...]
    id: str = ""


@dataclass(frozen=True, slots=True)
class Beside:
    """Boxes of equal rank, side by side where there is room."""

    boxes: tuple[Box, ...]


@dataclass(frozen=True, slots=True)
class Pair:
    """What was said beside what the record shows."""

    said: tuple[Block, ...]
    shown: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the annex with the place by which others point at it. `title` is for the contents; only a
    part that has one is in them."""

    kind: Literal["front", "section", "statement", "claim", "exhibit", "event", "colophon"]
    blocks: tuple[Block, ...]
    id: str = ""
    title: str = ""


Block = Heading | Para | Words | Speech | Notes | Facts | Slots | Bullets | Table | Box | Beside | Pair | Part


def contents(parts: Iterable[Part]) -> list[Part]:
    """The parts that a table of contents names: those with a title, claims under their statement included."""
    named = []
    for part in parts:
        if part.title and part.id:
            named.append(part)
        named += contents(block for block in part.blocks if isinstance(block, Part))
    return named
