"""Rows by the page: a list of any length asks the store only for what is on the screen."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING, Generic, TypeVar

from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

Row = TypeVar("Row")

PAGE = 64
KEPT = 16


class Pages(Generic[Row]):
    """A window on rows that someone else keeps: `count()`, `rows(offset, limit)`, and a few pages remembered.

    A reading that fails leaves the list as it is; what failed is in `trouble` until the next `forget`.
    """

    def __init__(self, count: Callable[[], int], rows: Callable[[int, int], Sequence[Row]]) -> None:
        self._count = count
        self._rows = rows
        self._known: int | None = None
        self._pages: OrderedDict[int, Sequence[Row]] = OrderedDict()
        self.trouble: FactcheckError | None = None

    def __len__(self) -> int:
        if self._known is None:
            try:
                self._known = self._count()
            except FactcheckError as error:
                self.trouble = error
                self._known = 0
        return self._known

    def row(self, index: int) -> Row | None:
        """The row of an index; None beyond the end, or where it could not be read."""
        if not 0 <= index < len(self):
            return None
        number, place = divmod(index, PAGE)
        page = self._pages.get(number)
        if page is None:
            page = self._read(number)
        else:
            self._pages.move_to_end(number)
        return page[place] if place < len(page) else None

    def forget(self) -> None:
        """Read everything anew when it is next asked for."""
        self._known = None
        self._pages.clear()
        self.trouble = None

    def _read(self, number: int) -> Sequence[Row]:
        if self.trouble is not None:
            return ()
        try:
            page = self._rows(number * PAGE, PAGE)
        except FactcheckError as error:
            self.trouble = error
            return ()
        self._pages[number] = page
        if len(self._pages) > KEPT:
            self._pages.popitem(last=False)
        return page
