"""The start of the interface: garbage is not looked for until the first screen stands.

Modules and style sheets make many objects, and nearly all of them stay; looking through them again and again
takes a tenth of the time to the first paint.
"""

from __future__ import annotations

import gc


def begin() -> None:
    """Before the framework is imported."""
    gc.disable()


def done() -> None:
    """Once the first screen stands. What is there by then stays and is not looked through any more."""
    if not gc.isenabled():
        gc.freeze()
        gc.enable()
