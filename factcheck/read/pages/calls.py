"""How the functions of PDFium are called where pypdfium2's own way costs more than their work."""

from __future__ import annotations

import ctypes
from collections.abc import Callable
from typing import Any


def plain(function: Any, result: Any = None) -> Callable[..., Any]:
    """The function without the argument types that pypdfium2 declares, which ctypes checks one by one. It
    keeps Python's lock, for which nobody waits here. A pointer that was a result goes in as c_void_p."""
    return ctypes.PYFUNCTYPE(result)(ctypes.cast(function, ctypes.c_void_p).value or 0)


def wide(call: Callable[[Any, int], int], *, strip: bool = False) -> str:
    """What a call writes as UTF-16 with a final NUL, its length in bytes asked first."""
    size = call(None, 0)
    if not 2 < size < 1_000_000:
        return ""
    buffer = (ctypes.c_ushort * (size // 2 + 1))()
    call(buffer, size)
    text = bytes(buffer)[: size - 2].decode("utf-16-le", "replace")
    return text.strip() if strip else text
