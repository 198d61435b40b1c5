"""Finding the files that the rows of a load file name, by paths that were true on another machine, and taking
those together that are the pages of one document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from factcheck.core.bates import Bates, BatesRange, range_in_name
from factcheck.workbench.numbering import SHOWN, Listed, Numbered, Remark, without

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from factcheck.read.load_file import Row
    from factcheck.workbench.gathering import Gathering, PageFiles

_PARTS = re.compile(r"[\\/]+")
_IMAGES = (".tif", ".tiff", ".jpg", ".jpeg", ".png")
_TEXTS = (".txt",)
MOST_PAGES = 20_000
"""Of one document."""


@dataclass(slots=True)
class Documents:
    """The rows of a load file, and the files of those documents that are an image a page, by the name that
    the document is given; its row then names that."""

    rows: list[Row] = field(default_factory=list)
    files: dict[str, PageFiles] = field(default_factory=dict)
    remarks: list[Remark] = field(default_factory=list)


def documents(gathering: Gathering, rows: Sequence[Row]) -> Documents:
    """Takes images together as the pages of one document: those that lie between two breaks of an OPT, and
    those that are named by the numbers of a row that has several. A number without a file is a page that is
    missing; files within archives stay as they are."""
    paths = {name: path for path, name in gathering.files}
    finder = _Finder(paths)
    found = Documents()
    taken: set[str] = set()
    missing: list[str] = []
    for row in rows:
        pages = _of_breaks(row, finder) if row.pages else _of_numbers(row, finder)
        here = [name for _, name in pages if name is not None]
        if not here or not taken.isdisjoint(here) or len(pages) > MOST_PAGES:
            found.rows.append(replace(row, paths=row.paths or tuple(path for _, path in row.pages)))
            continue
        taken.update(here)
        called = str(PurePosixPath(here[0]).with_name(str(row.bates)))
        found.files[called] = tuple(
            (name, paths[name]) if name else (told.partition(" ")[0], None) for told, name in pages
        )
        missing += [told for told, name in pages if name is None]
        others = [path for path in row.paths if not taken.intersection(finder.at(path))]
        has_words = any(not path.lower().endswith(_TEXTS) and finder.at(path) for path in others)
        found.rows.append(replace(row, paths=(*others, called) if has_words else (called, *others)))
    if missing:
        what = "1 image of a page is" if len(missing) == 1 else f"{len(missing)} images of pages are"
        some = ", ".join(missing[:SHOWN]) + (f" and {len(missing) - SHOWN} more" if missing[SHOWN:] else "")
        found.remarks.append(Remark("wrong", f"{what} not here: {some}"))
    return found


_Pages = list[tuple[str, str | None]]
"""The pages of a document: what each file is called, and its name where it is here."""


def _of_breaks(row: Row, finder: _Finder) -> _Pages:
    """The files of the pages that a row lists, and the numbers between them that it leaves out."""
    pages: _Pages = []
    for n, (bates, path) in enumerate(row.pages):
        at = [name for name in finder.at(path) or finder.called(bates.first) if _is_image(name)]
        if len(at) == 1:
            pages.append((at[0], at[0]))
        else:
            pages += [(f"{number} ({path})", None) for number in _numbers(bates)]
        if n + 1 < len(row.pages):
            apart = row.pages[n + 1][0].first.number - bates.last.number
            left_out = range(1, min(apart, MOST_PAGES + 1))
            pages += [(f"{bates.last.plus(step)} (no line)", None) for step in left_out]
    return pages


def _of_numbers(row: Row, finder: _Finder) -> _Pages:
    """The images that are called by the numbers of a row, one each; nothing where they are not."""
    if row.bates.count is None or not 1 < row.bates.count <= MOST_PAGES:
        return []
    pages: _Pages = []
    for number in _numbers(row.bates):
        called = [name for name in finder.called(number) if _is_image(name)]
        if len(called) > 1:
            return []
        pages.append((called[0], called[0]) if called else (str(number), None))
    return pages if sum(name is not None for _, name in pages) > 1 else []


def _numbers(bates: BatesRange) -> list[Bates]:
    return [bates.first.plus(n) for n in range(bates.count or 1)]


def _is_image(name: str) -> bool:
    return name.lower().endswith(_IMAGES)


def by_rows(files: Sequence[Listed], rows: Sequence[Row], load_file: Path) -> Numbered:
    """Numbers from the rows of a load file, which name files by paths of their own: the file whose path ends
    most alike is meant; a row without a path means the file that is named by its first number."""
    finder = _Finder(one.name for one in files)
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

    def __init__(self, names: Iterable[str]) -> None:
        self._by_file: dict[str, list[tuple[str, ...]]] = {}
        self._names: dict[tuple[str, ...], str] = {}
        self._by_stem: dict[tuple[str, int, str], list[str]] = {}
        for name in names:
            parts = _parts(name)
            self._names[parts] = name
            self._by_file.setdefault(parts[-1], []).append(parts)
            if called := range_in_name(PurePosixPath(name).stem):
                self._by_stem.setdefault(called.first.order, []).append(name)

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
