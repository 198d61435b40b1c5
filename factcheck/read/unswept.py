"""Reading without the sweeps of the garbage collector."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def unswept() -> Iterator[None]:
    """The cyclic garbage collector rests meanwhile: a long transcript becomes some hundred thousand small
    values without a cycle among them, which it would go through again and again as they grow."""
    swept = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if swept:
            gc.enable()
