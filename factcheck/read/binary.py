"""Whether decoded bytes are text at all."""

from __future__ import annotations

import re

_NEVER_IN_TEXT = "".join(
    chr(code) for code in [*range(0x20), *range(0x7F, 0xA0)] if chr(code) not in "\t\n\r\f\b\v\x1b\x85"
)
_NEVER = re.compile(f"[{re.escape(_NEVER_IN_TEXT)}]")
_RUN_OF_NULS = "\0" * 8


def is_binary(text: str) -> bool:
    """Whether decoded bytes are no text: a run of NULs, or more than a twentieth of control characters.

    Three strays are forgiven whatever the length; backspace and escape (printers, terminals) count as text.
    """
    if not _NEVER.search(text):
        return False
    controls = sum(text.count(character) for character in _NEVER_IN_TEXT)
    return _RUN_OF_NULS in text or controls > 3 + len(text) // 20
