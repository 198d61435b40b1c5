"""Text from the world made safe to show: nothing in it steers a terminal, turns the line around or hides.

Each such character gives way to one visible stand-in, so that lengths and offsets stay as they were.
"""

from __future__ import annotations

STAND_IN = "\u25af"
"""For what has no picture of its own: C1 controls, direction marks, invisible signs, lone surrogates."""

_PICTURES = 0x2400  # U+2400 is the picture of U+0000, and so on up to U+001F
_C0, _DELETE, _C1 = range(0x20), 0x7F, range(0x80, 0xA0)
_DIRECTION = (0x061C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x2070))
_INVISIBLE = (0xAD, 0x180E, 0x200B, *range(0x2060, 0x2066), 0xFEFF, *range(0xFFF9, 0xFFFC))
_LINE_SEPARATORS = (0x2028, 0x2029)
_SURROGATES = range(0xD800, 0xE000)
_TAGS = range(0xE0000, 0xE0080)
# Joiners (U+200C, U+200D) and variation selectors stay: scripts and emoji need them.

_STAND_INS = {
    **dict.fromkeys((*_C1, *_DIRECTION, *_INVISIBLE, *_LINE_SEPARATORS, *_SURROGATES, *_TAGS), STAND_IN),
    **{code: chr(_PICTURES + code) for code in _C0},
    _DELETE: "\u2421",
}
_KEPT = {
    kept: {code: to for code, to in _STAND_INS.items() if chr(code) not in kept}
    for kept in ("", "\n", "\t", "\n\t")
}

STEERING = frozenset(map(chr, _STAND_INS))
"""Every character that is never shown as it is (a caller may keep a newline or a tab)."""


def shown(text: str, keep: str = "") -> str:
    """The text with stand-ins, of the same length in code points.

    `keep` names what the place can show as it is: a newline, a tab, both in that order, or nothing.
    """
    if text.isascii() and text.isprintable():
        return text
    return text.translate(_KEPT[keep])
