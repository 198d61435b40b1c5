"""Text as Markdown that shows it and does nothing else: no element, no link, no heading, no emphasis.

The rules are CommonMark's, and those of GitHub's tables, strikethrough, formulas and bare addresses.
"""

from __future__ import annotations

import re
import unicodedata

from factcheck.report.paragraphs import on_one_line

_SPECIAL = re.compile(r"[\\`*_\[\]<>|~$&#{}]")
_BARE_ADDRESS = re.compile(r"(?i)\b(https?|ftp|mailto|xmpp)(:)|\b(www)(\.)")
_OPENING = re.compile(r"^(?:[-+=:!>]|\d{1,9}(?=[.)]))")


def escaped(text: str) -> str:
    """The text for the middle of a line, or for a table's cell."""
    text = _SPECIAL.sub(r"\\\g<0>", on_one_line(text))
    return _BARE_ADDRESS.sub(lambda found: f"{found[1] or found[3]}\\{found[2] or found[4]}", text)


def opening(text: str) -> str:
    """A line that is made already, so that its first character begins no heading, list, rule or quotation."""
    text = text.lstrip()
    return _OPENING.sub(lambda m: f"{m[0]}\\" if m[0].isdigit() else f"\\{m[0]}", text)


def emphasised(text: str, before: str = "", after: str = "") -> str:
    """Escaped text between double asterisks where these will be read as emphasis given what stands next to
    them, else without: an asterisk that shows would look like part of the words."""
    inner = escaped(text)
    core = inner.strip()
    if not core:
        return inner
    plain = on_one_line(text).strip()
    at = inner.index(core)
    start, end = inner[:at], inner[at + len(core) :]
    left = not _joins(plain[0]) or _open(before[-1:]) or bool(start)
    right = not _joins(plain[-1]) or _open(after[:1]) or bool(end)
    return f"{start}**{core}**{end}" if left and right else inner


def _joins(character: str) -> bool:
    """Whether an asterisk run beside this character needs a blank or punctuation on its other side."""
    return unicodedata.category(character)[0] in "PS"


def _open(neighbour: str) -> bool:
    return not neighbour or neighbour.isspace() or unicodedata.category(neighbour)[0] in "PS"
