"""Unofficial transcripts of House committees: reporters' stamps, numbers of lines and of pages.

A number at the edge of a line is a line's number only where the lines before or after bear it out: they count
on, or begin again at 1.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from factcheck.core.document import Document, Hole, Mark, Place
from factcheck.read.cutting import Cut, overlaid, without

_STAMP = re.compile(r"^[ \t]*(?:RPTR|EDTR|RPTS|EDTD)[ ]+[A-Z][A-Z'’\-]+(?:[ ]+[A-Z][A-Z'’\-]+)?[ "
                    r"\t]*(?:\d{1,5}[ \t]*)?(?:\n|\Z)",
                    re.MULTILINE)  # fmt: skip
_TRAILING = re.compile(r"(?:(?<=\S)[ \t]+|(?<=\*{4}))(\d{1,5})[ \t]*$")
_LEADING = re.compile(r"[ \t\f]*(\d{1,5})(?:[ \t]{1,}(?=\S))")
_BARE = re.compile(r"[ \t\f]*(\d{1,5})[ \t]*$")
_INSERT = re.compile(
    r"\*{4,}\s*(?:COMMITTEE|SUBCOMMITTEE|INSERT)[^*\n]{0,40}\*{4,}|\*{4,}\s*INSERT[^*\n]{0,40}\*{4,}"
)
_LINES_LOOKED_AT = 2_000
LONGEST = 300
"""Code points of a line in which a number is looked for."""


@dataclass(slots=True)
class _Line:
    start: int
    end: int
    trailing: re.Match[str] | None
    leading: re.Match[str] | None
    bare: int | None


def is_one(text: str) -> bool:
    """Whether a text has reporters' stamps near its top, or numbers its lines."""
    if _STAMP.search(text, 0, 20_000):
        return True
    lines = list(_lines(text[:60_000]))[:_LINES_LOOKED_AT]
    return any(_proven(lines, edge, 6) for edge in ("trailing", "leading"))


def without_numbers(document: Document) -> Document:
    """The document without stamps, line numbers and page numbers; lines and pages are marked as numbered."""
    text = document.text
    stamps = [(found.start(), found.end()) for found in _STAMP.finditer(text)]
    lines = [line for line in _lines(text) if not any(start <= line.start < end for start, end in stamps)]
    fewest = 2 if stamps else 6
    numbered = _proven(lines, "trailing", fewest) or _proven(lines, "leading", max(fewest, 3))
    cuts = [Cut(start, end, "running-head") for start, end in stamps]
    marks: list[Mark] = []
    gutter = _gutter(text, lines, numbered)
    for index, (start, end, number) in numbered.items():
        cuts.append(Cut(start, min(end + gutter, lines[index].end), "line-number"))
        marks.append(Mark(lines[index].start, Place(line=str(number))))
    pages = _pages(lines, numbered, 2 if stamps else 3)
    cuts += [
        Cut(lines[index].start, min(lines[index].end + 1, len(text)), "page-mark") for index, _, _ in pages
    ]
    page_marks = [Mark(at, Place(page=str(number))) for _, number, at in pages]
    holes = document.holes
    if inserts := list(_INSERT.finditer(text)):
        where = "material that the committee inserted into the record; this transcript leaves it out"
        holes = (*holes, Hole("insert", where, len(inserts)))
    marked = replace(document, marks=overlaid(document.marks, page_marks, marks), holes=holes)
    return without(marked, sorted(cuts, key=lambda cut: cut.start))


def _lines(text: str) -> Iterator[_Line]:
    at = 0
    for row in text.split("\n"):
        end = at + len(row)
        if row and not row.isspace():
            short = row if len(row) <= LONGEST else ""
            bare = _BARE.match(short)
            yield _Line(
                at,
                end,
                bare or _TRAILING.search(short),
                bare or _LEADING.match(short),
                int(bare[1]) if bare else None,
            )
        at = end + 1


def _proven(lines: Sequence[_Line], edge: str, fewest: int) -> dict[int, tuple[int, int, int]]:
    """By index of a line the stretch that its number fills, and the number: where it counts on from the line
    before or to the one after, in runs of at least `fewest`, and most lines have one."""
    numbers = [int(found[1]) if (found := getattr(line, edge)) else None for line in lines]
    kept: dict[int, tuple[int, int, int]] = {}
    run: list[int] = []
    runs: list[list[int]] = []
    for index, number in enumerate(numbers):
        if number is None or (lines[index].bare is not None and _repeats(numbers, index)):
            continue
        before = numbers[run[-1]] if run and index - run[-1] <= 3 else None
        if before is not None and (number == before + 1 or (number == 1 and before > 2)):
            run.append(index)
        elif before is None or lines[index].bare is None:
            runs.append(run)
            run = [index]
    runs.append(run)
    for run in runs:
        if len(run) >= fewest:
            kept |= {index: _stretch(lines[index], edge) for index in run}
    with_text = [line for line in lines if line.bare is None]
    enough = sum(1 for index in kept if lines[index].bare is None)
    return kept if kept and enough * 2 >= min(len(with_text), 40 * len(kept)) else {}


def _gutter(text: str, lines: Sequence[_Line], numbered: dict[int, tuple[int, int, int]]) -> int:
    """The blanks between numbers at the left and the words: as many as all of the lines have."""
    after = [text[end : min(end + 40, lines[index].end)] for index, (_, end, _) in numbered.items()]
    return min((len(row) - len(row.lstrip(" ")) for row in after if row.strip()), default=0)


def _repeats(numbers: Sequence[int | None], index: int) -> bool:
    """Whether the next line has the same number: then the one alone is a page's."""
    return index + 1 < len(numbers) and numbers[index + 1] == numbers[index]


def _stretch(line: _Line, edge: str) -> tuple[int, int, int]:
    """What is cut: the number with the blanks that set it off."""
    found: re.Match[str] = getattr(line, edge)
    if line.bare is not None:
        return line.start, line.end, int(found[1])
    if edge == "trailing":
        return line.start + found.start(), line.end, int(found[1])
    return line.start, line.start + found.end(1), int(found[1])


def _pages(
    lines: Sequence[_Line], numbered: dict[int, tuple[int, int, int]], fewest: int
) -> list[tuple[int, int, int]]:
    """Numbers alone on their line that count the pages: (index of the line, page, where the page begins)."""
    alone = [(i, line.bare) for i, line in enumerate(lines) if line.bare is not None and i not in numbered]
    chain: list[tuple[int, int]] = []
    for index, number in alone:
        if not chain or number == chain[-1][1] + 1:
            chain.append((index, number))
    if len(chain) < fewest and not (numbered and chain):
        return []
    first = chain[0]
    before = sum(line.end - line.start for line in lines[: first[0]])
    at_foot = first[1] == 1 and before > 400
    found = []
    for place, (index, number) in enumerate(chain):
        at = lines[index].start
        if at_foot:
            at = lines[chain[place - 1][0]].end if place else 0
        found.append((index, number, at))
    return found
