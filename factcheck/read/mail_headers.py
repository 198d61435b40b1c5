"""Header lines of messages as a person reads them: unfolded, encoded words decoded (RFC 2047), characters
beyond ASCII that were sent as they are decoded like any text."""

from __future__ import annotations

import base64
import binascii
import datetime
import quopri
import re
from collections.abc import Iterator
from email.message import Message
from email.utils import parseaddr, parsedate_tz

from factcheck.errors import FactcheckError
from factcheck.read.decode import as_browsers_name_it, decode
from factcheck.read.page_facts import one_line

_FOLD = re.compile(r"\r?\n(?=[ \t])")
_LINE_END = re.compile(r"[\r\n]+")
_WORD = re.compile(r"=\?([A-Za-z0-9_.:-]{1,40})(?:\*[A-Za-z0-9-]{1,20})?\?([BbQq])\?([^?\r\n]{0,4000})\?=")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_ADDRESS = 2_000


def headers_of(message: Message) -> Iterator[tuple[str, str]]:
    """Names as they are written and decoded values, in order."""
    for name, value in message.raw_items():
        yield _plain(str(name)), header_text(str(value))


def header_text(raw: str) -> str:
    """A raw value, bytes beyond ASCII in it as surrogates, as one line of text."""
    return _with_words_decoded(_plain(_LINE_END.sub(" ", _FOLD.sub("", raw)).strip()))


def author_in(raw: str) -> str | None:
    """The name in a From header, else the address, else the whole of it."""
    line = _LINE_END.sub(" ", _FOLD.sub("", raw))[:_LONGEST_ADDRESS]
    try:
        name, address = parseaddr(line)
    except (LookupError, ValueError, TypeError):  # parseaddr on what is no address
        name, address = "", ""
    return one_line(header_text(name)) or one_line(address) or one_line(header_text(raw))


def day_in(value: str) -> str | None:
    """The day of a Date header, in the header's own zone, as EDTF; None where it is no date."""
    try:
        parts = parsedate_tz(value[:_LONGEST_ADDRESS])
        return None if parts is None else datetime.date(*parts[:3]).isoformat()
    except (LookupError, ValueError, TypeError, OverflowError):
        return None


def _plain(raw: str) -> str:
    if not _SURROGATE.search(raw):
        return raw
    try:
        return decode(raw.encode("utf-8", "surrogateescape")).text
    except (FactcheckError, UnicodeError):
        return _SURROGATE.sub("\ufffd", raw)


def _with_words_decoded(line: str) -> str:
    """Encoded words as their characters; white space between two of them is none."""
    pieces: list[str] = []
    at = 0
    run: list[bytes] = []
    charset = ""
    for found in _WORD.finditer(line):
        between = line[at : found.start()]
        if run and (between.strip() or found[1].lower() != charset):
            pieces.append(_in_charset(b"".join(run), charset))
            run = []
            between = between if between.strip() else ""
        elif run:
            between = ""
        pieces.append(between)
        charset = found[1].lower()
        run.append(_bytes_of(found))
        at = found.end()
    if run:
        pieces.append(_in_charset(b"".join(run), charset))
    return "".join((*pieces, line[at:]))


def _bytes_of(word: re.Match[str]) -> bytes:
    """What an encoded word stands for; one that is damaged stands for itself."""
    if word[2] in "Qq":
        return quopri.decodestring(word[3].encode("utf-8", "replace"), header=True)
    try:
        return base64.b64decode(word[3] + "=" * (-len(word[3]) % 4), validate=True)
    except (binascii.Error, ValueError):
        return word[0].encode("utf-8", "replace")


def _in_charset(data: bytes, charset: str) -> str:
    if not data:
        return ""
    try:
        if as_browsers_name_it(charset) is None:
            return _LINE_END.sub(" ", data.decode(charset, "replace"))
        return _LINE_END.sub(" ", decode(data, charset).text)
    except (FactcheckError, LookupError, ValueError):
        return _LINE_END.sub(" ", data.decode("utf-8", "replace"))
