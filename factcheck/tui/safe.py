"""The one way from data to the screen: `shown` makes it harmless, `said` makes it Content, never markup.

A terminal obeys control characters and Textual obeys square brackets; what a document or a colleague wrote
must reach neither. A control character becomes a visible stand-in, one for one, so that offsets stay true.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from textual.content import Content

if TYPE_CHECKING:
    from collections.abc import Iterable

STAND_IN = "▯"
"""For what has no picture of its own: C1 controls, direction overrides, invisible signs, lone surrogates."""

_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f"  # C0, DEL, C1
    "\xad\u061c\u180e\u200b\u200e\u200f"  # soft hyphen, direction marks, zero-width space
    "\u2028-\u202e\u2060-\u206f"  # line separators, direction embeddings, overrides and isolates
    "\ufeff\ufff9-\ufffb\ud800-\udfff\U000e0000-\U000e007f]"
)
"""Joiners (U+200C, U+200D) and variation selectors stay: scripts and emoji need them."""


def shown(text: str, *, lines: bool = False) -> str:
    """Data as it may be painted, of the same length in code points.

    Newlines become spaces, or stay where `lines` says that the text is painted line by line.
    """
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(lambda found: _stand_in(found[0], lines), text)


def said(text: str, style: str = "", *, lines: bool = False) -> Content:
    """Data as Content, in one style or none. Nothing in it is read as markup."""
    return Content.styled(shown(text, lines=lines), style) if style else Content(shown(text, lines=lines))


_WRAP = re.compile(r"[ \t]*\n\s*")


def unwrapped(text: str) -> str:
    """Data on one line: where a print broke the line and indented the next, one space."""
    return _WRAP.sub(" ", text)


def printed(text: str, style: str = "", spans: Iterable[tuple[int, int]] = (), marked: str = "") -> Content:
    """Words of a source as Content on one line, as `unwrapped` has them; `spans`, in code points of the
    text, are in the style `marked` as well."""
    content = said(text, style)
    for start, end in spans:
        content = content.stylize(marked, start, end)
    parts: list[Content | str] = []
    at = 0
    for wrap in _WRAP.finditer(text):
        parts += (content[at : wrap.start()], " ")
        at = wrap.end()
    return Content.assemble(*parts, content[at:]) if parts else content


def _stand_in(character: str, lines: bool) -> str:
    if character == "\n":
        return "\n" if lines else " "
    code = ord(character)
    if code < 0x20:
        return chr(0x2400 + code)
    return "␡" if code == 0x7F else STAND_IN
