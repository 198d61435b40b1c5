"""What Python's ZIP module raises at a torn or forged archive, wherever it is met."""

from __future__ import annotations

import zipfile
import zlib

DAMAGES = (
    zipfile.BadZipFile, zlib.error, EOFError, ValueError, OSError, OverflowError, RuntimeError, LookupError,
    MemoryError,
)  # fmt: skip
