"""Where a table comes from: a file that is opened and never read whole, or bytes in memory."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path
from typing import BinaryIO

from factcheck.core.light import dataclass
from factcheck.core.table import UnreadRow
from factcheck.errors import FactcheckError


@dataclass(frozen=True, slots=True)
class Origin:
    """A table's bytes, which can be read more than once, and the name that a person knows it by."""

    content: Path | bytes
    name: str

    def opened(self) -> BinaryIO:
        """The bytes from their beginning; raises FactcheckError where they are no file that can be read."""
        if isinstance(self.content, bytes):
            return io.BytesIO(self.content)
        shown = str(self.content).encode("utf-8", "replace").decode()
        # O_NONBLOCK: a pipe must not make us wait for a writer
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        try:
            file = open(os.open(self.content, flags), "rb")  # noqa: PTH123, SIM115 - the caller closes it
            if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
                file.close()
                raise FactcheckError("This is not an ordinary file", shown, "Name a file that holds a table.")
        except OSError as error:
            raise FactcheckError(
                "The file cannot be read", f"{shown}: {error.strerror or error}", "Check its path."
            ) from error
        except ValueError as error:  # a NUL in the path
            raise FactcheckError("The file cannot be read", shown, "Check its path.") from error
        return file

    def size(self) -> int:
        """How many bytes there are."""
        with self.opened() as file:
            return file.seek(0, io.SEEK_END)

    def head(self, count: int) -> bytes:
        """The first bytes, `count` at most."""
        with self.opened() as file:
            return file.read(count)

    def error(self, title: str, why: str, hint: str = "", exit_code: int = 1) -> FactcheckError:
        """What is wrong with the whole of it."""
        return FactcheckError(title, f"{self.name}: {why}.", hint, exit_code)

    def unread(self, first: int, last: int, why: str, unit: str = "line") -> UnreadRow:
        """What is wrong with one of its rows, which begins and ends at these lines (or rows of a sheet)."""
        place = f"{unit} {first}" if last <= first else f"{unit}s {first} to {last}"
        return UnreadRow(self.name, place, why)
