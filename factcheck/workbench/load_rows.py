"""Finding the files that the rows of a load file name, by paths that were true on another machine."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factcheck.core.bates import Bates, BatesRange, range_in_name
from factcheck.workbench.numbering import SHOWN, Listed, Numbered, Remark, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.read.load_file import Row

_PARTS = re.compile(r"[\\/]+")


def by_rows(files: Sequence[Listed], rows: Sequence[Row], load_file: Path) -> Numbered:
    """Numbers from the rows of a load file, which name files by paths of their own: the file whose path ends
    most alike is meant; a row without a path means the file that is named by its first number."""
    finder = _Finder(files)
    numbers: dict[str, BatesRange] = {}
    first_of: dict[str, str] = {}
    remarks: list[Remark] = []
    missing: list[Row] = []
    for row in rows:
        found = [name for path in row.paths for name in finder.at(path)]
        found = found or finder.called(row.bates.first)
        if len(found) > len(row.paths) and len(found) > 1:
            text = f"line {row.line} of {load_file.name} may mean {' or '.join(found[:SHOWN])}"
            remarks.append(Remark("wrong", text))
        elif not found:
            missing.append(row)
        else:
            for name in found:
                numbers[name] = _joined(numbers.get(name), row.bates)
                first_of.setdefault(name, found[0])
    if missing:
        some = ", ".join(f"{row.bates} ({', '.join(row.paths) or 'no path'})" for row in missing[:SHOWN])
        more = f" and {len(missing) - SHOWN} more" if len(missing) > SHOWN else ""
        text = f"{len(missing)} of {len(rows)} in {load_file.name} are not here: {some}{more}"
        remarks.append(Remark("wrong", text))
    done = [
        replace(
            one,
            bates=numbers.get(one.name),
            variant_of=first if (first := first_of.get(one.name)) != one.name else None,
        )
        for one in files
    ]
    return done, remarks + without(done, f"{load_file.name} does not name it")


def _joined(known: BatesRange | None, more: BatesRange) -> BatesRange:
    """Rows that follow one another of one file are its pages."""
    if known is not None and known.last.family == more.first.family:
        return BatesRange(known.first, max(known.last, more.last, key=lambda bates: bates.order))
    return more


class _Finder:
    """Files by the ends of their paths, whatever their letter case."""

    def __init__(self, files: Iterable[Listed]) -> None:
        self._by_file: dict[str, list[tuple[str, ...]]] = {}
        self._names: dict[tuple[str, ...], str] = {}
        self._by_stem: dict[tuple[str, int, str], list[str]] = {}
        for one in files:
            parts = _parts(one.name)
            self._names[parts] = one.name
            self._by_file.setdefault(parts[-1], []).append(parts)
            if called := range_in_name(PurePosixPath(one.name).stem):
                self._by_stem.setdefault(called.first.order, []).append(one.name)

    def at(self, path: str) -> list[str]:
        """The file at a path; several where their paths end equally alike."""
        wanted = _parts(path)
        likeness = {
            parts: _alike(parts, wanted) for parts in (self._by_file.get(wanted[-1], []) if wanted else [])
        }
        most = max(likeness.values(), default=0)
        return [self._names[parts] for parts, alike in likeness.items() if alike == most]

    def called(self, number: Bates) -> list[str]:
        """The files whose names begin with a number."""
        return self._by_stem.get(number.order, [])


def _parts(path: str) -> tuple[str, ...]:
    return tuple(part.casefold() for part in _PARTS.split(path.strip()) if part not in {"", ".", ".."})


def _alike(one: Sequence[str], other: Sequence[str]) -> int:
    """How many parts two paths have in common, counted from their ends."""
    pairs = zip(reversed(one), reversed(other), strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))
