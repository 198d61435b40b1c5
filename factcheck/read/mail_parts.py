"""The parts of a message (RFC 2046): which are the words a person reads, which are files that came with it.

Of alternatives the plain text is read, unless it is empty. A message within a message is a file of its own.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from email.message import Message
from email.parser import BytesParser
from email.policy import compat32

from factcheck.errors import FactcheckError
from factcheck.read.mail_headers import header_text
from factcheck.read.members import safe_path

MAX_WORK = 60_000_000
"""Lines times parts that might be open at once: what parsing a message costs at worst."""

MAX_OPEN = 200
MAX_PARTS = 50_000

PLAIN, PAGE = "text/plain", "text/html"
_BOUNDARY = re.compile(rb"boundary\*?\d*\*?\s*=", re.IGNORECASE)
_SIGNATURES = frozenset(
    {"application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature"}
)
_SEALED = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_TROUBLE = (LookupError, ValueError, TypeError, AttributeError, AssertionError)
"""What the parsing of parameters raises on those that nobody should write."""


@dataclass(frozen=True, slots=True)
class Text:
    """A part that is words: bytes without their transfer encoding, and the charset they say they are in."""

    type: str
    data: bytes
    charset: str | None


@dataclass(frozen=True, slots=True)
class File:
    """A part that is none of the words. `name` is safe; `shown` where it is a picture in the message."""

    name: str
    type: str
    data: bytes
    shown: bool


Alternatives = tuple[tuple[Text, ...], ...]
"""Forms of the same words, each of one or more parts."""


@dataclass(slots=True)
class Parts:
    """What a message consists of. `words` are in its order, each with its alternatives: one is to be read."""

    words: list[Alternatives] = field(default_factory=list)
    files: list[File] = field(default_factory=list)
    sealed: int = 0
    signatures: int = 0
    outside: list[str] = field(default_factory=list)
    damaged: list[str] = field(default_factory=list)


def parsed(data: bytes, name: str) -> Message:
    """The message in `data`; raises FactcheckError where it is too intricate to be taken apart."""
    open_parts = min(MAX_OPEN, 1 + sum(1 for _ in _BOUNDARY.finditer(data)))
    many_parts = open_parts > 1 and data.count(b"\n--") + data.count(b"\r--") > MAX_PARTS
    if many_parts or open_parts * (data.count(b"\n") + data.count(b"\r")) > MAX_WORK:
        raise _intricate(name)
    try:
        return BytesParser(policy=compat32).parsebytes(data)
    except RecursionError as error:
        raise _intricate(name) from error


def parts_of(message: Message, name: str) -> Parts:
    """The message taken apart; raises FactcheckError where parts are nested too deeply."""
    parts = Parts()
    try:
        parts.words += _gathered(message, parts)
    except RecursionError as error:
        raise _intricate(name) from error
    return parts


def _gathered(part: Message, parts: Parts) -> Iterator[Alternatives]:
    kind = _type(part)
    if not part.is_multipart():
        yield from _leaf(part, kind, parts)
    elif kind.startswith("message/"):
        parts.files.append(_enclosed(part, kind, len(parts.files) + 1))
    else:
        _notice_outside(part, parts)
        inner = [child for child in part.get_payload() if isinstance(child, Message)]
        if kind == "multipart/encrypted":
            parts.sealed += 1
        elif kind == "multipart/alternative":
            forms = [[words[0] for words in _gathered(child, parts)] for child in inner]
            if options := tuple(tuple(text for words in form for text in words) for form in forms if form):
                yield options
        else:
            for child in inner:
                yield from _gathered(child, parts)


def _leaf(part: Message, kind: str, parts: Parts) -> Iterator[Alternatives]:
    data = _payload(part)
    parts.damaged += [type(defect).__name__ for defect in part.defects]
    name = _file_name(part)
    disposition = _disposition(part)
    if kind.startswith("multipart/"):  # without the boundary it names: its source is all there is
        kind = PLAIN
    if kind in (PLAIN, PAGE) and disposition != "attachment" and not name:
        yield ((Text(kind, data, _charset(part)),),)
    elif kind in _SIGNATURES:
        parts.signatures += 1
    elif kind in _SEALED:
        parts.sealed += 1
    else:
        shown = kind.startswith("image/") and (disposition == "inline" or "content-id" in part)
        name = name or f"attachment {len(parts.files) + 1}{_ending(kind)}"
        parts.files.append(File(name, kind, data, shown))


def _enclosed(part: Message, kind: str, number: int) -> File:
    """A message within. Line ends apart, its bytes are as they came; one that was encoded is decoded."""
    inner = [child for child in part.get_payload() if isinstance(child, Message)]
    policy = compat32.clone(max_line_length=None, linesep="\r\n")
    try:
        data = b"".join(one.as_bytes(policy=policy) for one in inner)
        if str(part.get("content-transfer-encoding", "")).strip().lower() == "base64":
            data = base64.b64decode(data)
    except _TROUBLE:  # it is kept as a hole
        data = b""
    ending = ".eml" if kind == "message/rfc822" else ".txt"
    subject = header_text(str(inner[0].get("subject", "")))[:60] if inner else ""
    name = _file_name(part) or safe_path(subject.replace("/", "-").replace("\\", "-")) or f"message {number}"
    return File(name if name.lower().endswith(ending) else name + ending, kind, data, False)


def _payload(part: Message) -> bytes:
    try:
        data = part.get_payload(decode=True)
    except _TROUBLE:
        data = str(part.get_payload()).encode("ascii", "surrogateescape")
    return data if isinstance(data, bytes) else b""


def _type(part: Message) -> str:
    try:
        return part.get_content_type()
    except _TROUBLE:
        return PLAIN


def _disposition(part: Message) -> str | None:
    try:
        return part.get_content_disposition()
    except _TROUBLE:
        return None


def _charset(part: Message) -> str | None:
    try:
        return part.get_content_charset()
    except _TROUBLE:
        return None


def _file_name(part: Message) -> str:
    try:
        return safe_path(header_text(part.get_filename() or ""))
    except _TROUBLE:
        return ""


def _ending(kind: str) -> str:
    import mimetypes

    return mimetypes.guess_extension(kind, strict=True) or ""


def _notice_outside(part: Message, parts: Parts) -> None:
    """Words before the first part and after the last, which mail programs do not show."""
    parts.damaged += [type(defect).__name__ for defect in part.defects]
    parts.outside += [words for words in (part.preamble, part.epilogue) if isinstance(words, str)]


def _intricate(name: str) -> FactcheckError:
    return FactcheckError(
        title="The message is too intricate",
        detail=f"{name} has too many lines for its many parts, or parts nested too deeply.",
        hint="Open it in a mail program, save it as plain text (.txt, UTF-8) and read that.",
    )
