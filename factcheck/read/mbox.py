"""The messages of a mailbox that was saved as one file (RFC 4155), each as it stands there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.core.document import Member
from factcheck.read.mail_headers import header_text
from factcheck.read.members import safe_path

_ENVELOPE = rb"From [^\r\n]{0,200}\d\d:\d\d[^\r\n]{0,60}\r?\n(?=[A-Za-z][\w-]{1,60}:)"
_BEGINS = re.compile(_ENVELOPE)
_NEXT = re.compile(rb"\n\r?\n(?=" + _ENVELOPE + rb")")
_SUBJECT = re.compile(rb"^subject:[ \t]*([^\r\n]*)", re.IGNORECASE | re.MULTILINE)
_HEAD = 20_000


def is_mailbox(data: bytes) -> bool:
    """Whether it begins as a mailbox does and holds more than one message."""
    return _BEGINS.match(data) is not None and _NEXT.search(data) is not None


def members(data: bytes, name: str) -> Iterator[Member]:
    """The messages in their order, named by their number and subject, without the "From " lines between them.
    A line of a message that was saved with ">" before its "From " stays so: who wrote the sign is not
    known."""
    start = number = 0
    while envelope := _BEGINS.match(data, start):
        number += 1
        following = _NEXT.search(data, envelope.end() - 1)
        message = data[envelope.end() : following.start() + 1 if following else len(data)]
        yield Member(f"{number:04d}{_called(message)}.eml", message)
        start = following.end() if following else len(data)


def _called(message: bytes) -> str:
    found = _SUBJECT.search(message[:_HEAD].partition(b"\n\n")[0])
    raw = found[1].decode("utf-8", "surrogateescape") if found else ""
    subject = safe_path(header_text(raw)[:60].replace("/", "-"))
    return f" {subject}" if subject else ""
