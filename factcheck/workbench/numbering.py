"""Which Bates numbers the files of a production bear: by their names, by their stamps, or by a load file."""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Literal

from factcheck.core.bates import (
    Bates,
    BatesRange,
    gaps,
    is_sure,
    overlaps,
    range_in_name,
    stamps_in,
)
from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from factcheck.core.document import Document

BY_NAME, BY_STAMP = "from-name", "stamp"

_FURNITURE = ("running-head", "page-mark", "header", "footer")
_BESIDE_A_STAMP = re.compile(r"[A-Z’'&/ .,:;()–—-]*", re.ASCII)
SHOWN = 3
"""Files that a remark names, of many."""


@dataclass(frozen=True, slots=True)
class Listed:
    """One file of a listing: its bytes by SHA-256, its pages (0: it has none), the stamps on them in order,
    the number it bears, the file of which it is another form, and why it is not read."""

    name: str
    path: Path
    size: int
    sha256: str | None = None
    pages: int = 0
    stamps: tuple[Bates, ...] = ()
    bates: BatesRange | None = None
    variant_of: str | None = None
    not_read: str | None = None


Severity = Literal["note", "wrong"]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a listing says of numbers: a note, or something wrong, which a person has to decide."""

    severity: Severity
    text: str


Numbered = tuple[list[Listed], list[Remark]]
"""Files with their numbers, and what is to be said of that."""


def by_name(files: Sequence[Listed]) -> Numbered:
    """Numbers from the names of the files. Where a name gives the first number only and there are several
    pages, the others follow it; not where files of several pages are numbered one after another: there a
    number stands for a document."""
    named = [
        replace(one, bates=range_in_name(PurePosixPath(one.name).stem)) if one.not_read is None else one
        for one in files
    ]
    taken = {one.bates.first.order[:2] for one in named if one.bates}
    long = [one for one in named if one.bates and one.bates.first == one.bates.last and one.pages > 1]
    of_documents = {
        one.bates.first.family for one in long if one.bates and one.bates.first.plus(1).order[:2] in taken
    }
    stretched = {one.name: _to_its_pages(one) for one in long if _family(one) not in of_documents}
    remarks: list[Remark] = []
    if stretched:
        text = f"{_files(list(stretched))} by the first number; the numbers of the other pages follow it"
        remarks.append(Remark("note", text))
    if whole := [one.name for one in long if one.name not in stretched]:
        remarks.append(Remark("note", f"{_files(whole)} by one number that stands for all pages"))
    numbered = [stretched.get(one.name, one) for one in named]
    return numbered, remarks + without(numbered, "no Bates number begins the name")


def _family(one: Listed) -> str | None:
    return one.bates.first.family if one.bates else None


def _to_its_pages(one: Listed) -> Listed:
    if one.bates is None:
        return one
    return replace(one, bates=BatesRange(one.bates.first, one.bates.first.plus(one.pages - 1)))


def _files(names: Sequence[str]) -> str:
    return f"{names[0]} is named" if len(names) == 1 else f"{len(names)} files are named"


def by_stamp(files: Sequence[Listed]) -> Numbered:
    """Numbers from the stamps on the pages: those of one family that count the pages one after another."""
    found: list[Listed] = []
    remarks: list[Remark] = []
    for one in files:
        if one.not_read is not None:
            found.append(one)
            continue
        ranges = stamped(one.stamps, one.pages)
        if len(ranges) == 1:
            found.append(replace(one, bates=ranges[0]))
            continue
        found.append(one)
        if ranges:
            choices = " or ".join(map(str, ranges))
            remarks.append(Remark("wrong", f"{one.name} bears stamps of several productions: {choices}"))
        elif one.stamps:
            seen = ", ".join(map(str, one.stamps[:SHOWN]))
            text = f"the stamps of {one.name} ({seen} …) do not count its {one.pages or 'unknown'} pages"
            remarks.append(Remark("wrong", text))
    return found, remarks + without(found, "no stamp counts its pages")


def stamped(stamps: Sequence[Bates], pages: int) -> list[BatesRange]:
    """The ranges that stamps may mean: those of a family that rise and reach as far as there are pages; where
    no pages are known, those that follow one another."""
    ranges = []
    for family in dict.fromkeys(stamp.family for stamp in stamps):
        own = [stamp for stamp in stamps if stamp.family == family]
        run = [stamp for n, stamp in enumerate(own) if n == 0 or stamp.order != own[n - 1].order]
        rises = all(a.number < b.number for a, b in pairwise(run))
        length = run[-1].number - run[0].number + 1
        if rises and length == (pages or len(run)) and (len(run) > 1 or is_sure(run[0])):
            ranges.append(BatesRange(run[0], run[-1]))
    return ranges


def stamps_of(document: Document) -> tuple[Bates, ...]:
    """What looks like a stamp in a document, in its order: in the feet and heads of its pages, and on lines
    of the text that hold nothing else."""
    found: list[tuple[int, Bates]] = []
    for removed in document.removed:
        if removed.why in _FURNITURE:
            lines = removed.text.splitlines()
            found += ((removed.offset, stamp) for line in lines for stamp in stamps_in(line))
    at = 0
    for line in document.text.split("\n"):
        if len(line) < 200 and any(character.isdigit() for character in line):
            stamps = stamps_in(line)
            rest = line
            for stamp in stamps:
                rest = rest.replace(str(stamp), "")
            if stamps and _BESIDE_A_STAMP.fullmatch(rest):
                found += ((at, stamp) for stamp in stamps)
        at += len(line) + 1
    return tuple(stamp for _, stamp in sorted(found, key=lambda one: one[0]))


def without(files: Sequence[Listed], why: str) -> list[Remark]:
    """A word on the files without a number; wrong where none has one."""
    read = [one for one in files if one.not_read is None]
    bare = [one for one in read if one.bates is None]
    if not bare:
        return []
    some = ", ".join(one.name for one in bare[:SHOWN]) + (" …" if len(bare) > SHOWN else "")
    severity: Severity = "wrong" if len(bare) == len(read) else "note"
    return [Remark(severity, f"{len(bare)} of {len(read)} files without a number ({why}): {some}")]


def checked(files: Sequence[Listed], known: Mapping[str, str]) -> list[Remark]:
    """What the numbers of a production show: those in two files, pages that do not fit, numbers of unequal
    length, and gaps."""
    numbered = [
        (one, one.bates)
        for one in files
        if one.bates is not None and one.not_read is None and one.variant_of is None and one.name not in known
    ]
    ranges = [bates for _, bates in numbered]
    told = [f"{one.name} ({bates})" for one, bates in numbered]
    remarks = [Remark("wrong", f"{told[a]} and {told[b]} overlap") for a, b in overlaps(ranges)]
    for one, bates in numbered:
        if one.pages and bates.count not in (None, one.pages):
            text = f"{one.name} has {one.pages} pages, and {bates} are {bates.count} numbers"
            remarks.append(Remark("note" if bates.count == 1 else "wrong", text))
    for family in dict.fromkeys(bates.first.family for bates in ranges):
        lengths = {len(bates.first.digits) for bates in ranges if bates.first.family == family}
        if len(lengths) > 1:
            digits = " and ".join(map(str, sorted(lengths)))
            remarks.append(Remark("note", f"numbers of {_prefix(ranges, family)} have {digits} digits"))
    missing = gaps(ranges)
    if missing:
        remarks.append(Remark("note", f"gaps: {_some(missing)}"))
    return remarks


def _prefix(ranges: Iterable[BatesRange], family: str) -> str:
    return next(one.first.prefix for one in ranges if one.first.family == family) or "no prefix"


def _some(ranges: Sequence[BatesRange], most: int = 20) -> str:
    told = ", ".join(map(str, ranges[:most]))
    return f"{told} and {len(ranges) - most} more" if len(ranges) > most else told
