"""Workbooks as their library reads them: XLSX, XLS and ODS, their sheets and the cells of each, as text.

A broken file can make the library panic and print; this runs in a process of its own (`book_child`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, TypeVar

from factcheck.errors import FactcheckError
from factcheck.read.tables.biff import census_of_records
from factcheck.read.tables.book import Row, Sheet
from factcheck.read.tables.cell_text import as_text
from factcheck.read.tables.census import Census, census_of, shared_strings
from factcheck.read.tables.opendocument import census_of_content
from factcheck.read.tables.origin import Origin
from factcheck.read.tables.package import Package, sheet_parts

if TYPE_CHECKING:
    from python_calamine import CalamineWorkbook

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_BESIDE_CELLS = tuple(
    (what, where, re.compile(pattern, re.IGNORECASE))
    for what, where, pattern in (
        ("comment", "comments on cells", r"xl/(comments|threadedComments)[^/]*/?[^/]*\.xml$"),
        ("chart", "charts", r"xl/charts/chart[^/]*\.xml$|Object [^/]*/content\.xml$"),
        ("drawing", "text boxes and drawings", r"xl/drawings/drawing[^/]*\.xml$"),
        ("image", "images", r"(xl/media|Pictures)/."),
    )
)

_Result = TypeVar("_Result")


class BookFile:
    """An open workbook; what it says of itself is as in `Book`."""

    def __init__(
        self, origin: Origin, library: CalamineWorkbook, package: Package | None, errors: int = 0
    ) -> None:
        from python_calamine import SheetTypeEnum, SheetVisibleEnum

        self.errors = errors
        self._origin = origin
        self._library = library
        self._package = package
        self._parts = sheet_parts(package) if package and "content.xml" not in package.names else None
        self._strings: Sequence[int] | None = None
        sheets = [sheet for sheet in library.sheets_metadata if sheet.typ == SheetTypeEnum.WorkSheet]
        self.names = tuple(sheet.name for sheet in sheets)
        self.hidden = frozenset(sheet.name for sheet in sheets if sheet.visible != SheetVisibleEnum.Visible)

    def sheet(self, name: str) -> Sheet:
        """A sheet by its name; raises FactcheckError where it cannot be read or held."""
        census = self._census(name)
        if census and census.fault:
            raise self._origin.error(
                "The sheet cannot be held", f"{name}: {census.fault}", "Save it as CSV and read that."
            )
        found = called(self._origin, self._library.get_sheet_by_name, name)
        start = found.start
        return Sheet(
            name=name,
            rows=self._rows(called(self._origin, found.iter_rows), census, start[1]) if start else iter(()),
            first_column=start[1] if start else 0,
            width=found.width,
            notes=tuple(self._notes(name, census, found.merged_cell_ranges)),
            unvalued=census.unvalued if census else 0,
            links=census.links if census else 0,
        )

    def beside_cells(self) -> Iterator[tuple[str, str, int]]:
        """What is no cell and is not read."""
        for what, where, pattern in _BESIDE_CELLS:
            count = sum(1 for name in self._package.names if pattern.match(name)) if self._package else 0
            if count:
                yield what, where, count

    def _census(self, name: str) -> Census | None:
        if self._parts is None or self._package is None:
            return None
        if name not in self._parts:
            raise self._origin.error(
                "The workbook is damaged", f"the part that holds the sheet {name} is missing"
            )
        if self._strings is None:
            self._strings = shared_strings(self._package)
        return census_of(self._package, self._parts[name], self._strings)

    def _rows(self, rows: Iterator[list[Any]], census: Census | None, first_column: int) -> Iterator[Row]:
        errors = census.errors if census else {}
        in_rows: dict[int, list[tuple[int, str]]] = {}
        for (row, column), error in errors.items():
            in_rows.setdefault(row, []).append((column - first_column, error))
        for number, values in enumerate(rows):
            cells = [value if type(value) is str else as_text(value) for value in values]
            for column, error in in_rows.get(number, ()):
                if 0 <= column < len(cells):
                    cells[column] = error
            yield number + 1, cells

    def _notes(self, name: str, census: Census | None, merged: list[Any] | None) -> Iterator[str]:
        if name in self.hidden:
            yield f"The sheet “{name}” is hidden in the workbook."
        if merged:
            yield f"{len(merged):,} blocks of cells are merged; each has its words in its first cell only."
        if census and census.hidden_rows:
            yield f"{census.hidden_rows:,} rows are hidden in the workbook; they are read like others."
        if census and census.hidden_columns:
            yield f"{census.hidden_columns:,} columns are hidden in the workbook; they are read like others."
        if self.errors:
            yield f"{self.errors:,} cells of the workbook hold errors; they are empty here."
        if census and census.links:
            yield f"{census.links:,} cells have an address behind them, which is not read."
        if census and census.unvalued:
            yield f"{census.unvalued:,} formulas have no value kept with them; their cells are empty here."


@contextmanager
def open_file(origin: Origin) -> Iterator[BookFile]:
    """The workbook while the context lasts; raises FactcheckError where it is none."""
    from python_calamine import CalamineWorkbook

    with origin.opened() as file:
        package, errors = None, 0
        if origin.head(8) == _OLE:
            errors = census_of_records(origin)
        else:
            package = Package(origin, file)
            _refuse_other_packages(origin, package)
            if "content.xml" in package.names:
                errors = census_of_content(origin, package)
        file.seek(0)
        library = called(origin, CalamineWorkbook.from_filelike, file)
        try:
            yield BookFile(origin, library, package, errors)
        finally:
            library.close()


def _refuse_other_packages(origin: Origin, package: Package) -> None:
    names = {name.lower() for name in package.names}
    if "xl/workbook.xml" not in names and "content.xml" not in names:
        called_by = (
            "a binary workbook (XLSB)" if "xl/workbook.bin" in names else "no workbook that is read here"
        )
        raise origin.error(
            "The workbook cannot be read", f"this is {called_by}", "Save it as XLSX and read that."
        )


def called(origin: Origin, act: Callable[..., _Result], *arguments: Any) -> _Result:
    """What a call of the library gives; whatever goes wrong in there, in words."""
    from python_calamine import CalamineError, PasswordError

    try:
        return act(*arguments)
    except PasswordError as error:
        raise origin.error(
            "The workbook is locked by a password", str(error), "Save it without one and read that."
        ) from error
    except (CalamineError, OSError, ValueError, OverflowError) as error:
        raise _unreadable(origin, str(error)) from error
    except BaseException as error:  # a panic of the library's own language is no subclass of Exception
        if type(error).__name__ != "PanicException":
            raise
        raise _unreadable(origin, str(error)) from error


def _unreadable(origin: Origin, why: str) -> FactcheckError:
    return origin.error(
        "The workbook cannot be read", why.rstrip("."), "Open it in a spreadsheet program and save it anew."
    )
