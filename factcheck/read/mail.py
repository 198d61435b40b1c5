"""The reader of e-mail (EML, RFC 5322): who wrote when to whom about what, and the words.

The reading text begins with the lines From, Sender, Reply-To, To, Cc, Bcc, Date and Subject (and those of
one who sent it on, Resent-From ...) that the message has, in its order, decoded; the other header lines are
for programs and stay in the file. After a blank line comes the body: its plain text, or its HTML as a browser
shows it where there is no plain text. Paragraphs are numbered, the head is the first. What is attached and
what is sealed is told; `members` gives what is attached.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from email.message import Message

from factcheck.core.document import Document, Hole, Member
from factcheck.errors import FactcheckError
from factcheck.read.binary import is_binary
from factcheck.read.decode import decode
from factcheck.read.given import Given
from factcheck.read.holes import is_seen, unseen
from factcheck.read.mail_headers import author_in, day_in, headers_of
from factcheck.read.mail_parts import PAGE, PLAIN, Alternatives, File, Parts, Text, parsed, parts_of
from factcheck.read.page_facts import one_line
from factcheck.read.paragraphs import paragraph_marks
from factcheck.read.visible import NOTED, Told, page_of

READER = "mail/1"
"""Stored with the text; a new number whenever the same bytes would give another text or other marks."""

HEAD = (
    "from", "sender", "reply-to", "to", "cc", "bcc", "date", "subject",
    "resent-from", "resent-sender", "resent-to", "resent-cc", "resent-date",
)  # fmt: skip
"""The header lines that are part of the reading text."""

MAX_MEMBERS = 1_000
MAX_PAGE = 10_000_000

_OUTLOOK = ("application/ms-tnef", "application/vnd.ms-tnef")
_USUAL_PREAMBLE = re.compile(r"MIME[ -](?:format|encapsulated|aware|formatted)|multi-?part", re.IGNORECASE)
_WORD = re.compile(r"\w+")
_FAULTS = {
    "CloseBoundaryNotFoundDefect": "a last part without an end",
    "StartBoundaryNotFoundDefect": "parts whose beginning is not there",
    "NoBoundaryInMultipartDefect": "parts without the line that divides them",
    "InvalidBase64PaddingDefect": "an encoded part whose end is missing",
    "InvalidBase64CharactersDefect": "an encoded part with characters that do not belong there",
    "InvalidBase64LengthDefect": "an encoded part of an impossible length",
    "MissingHeaderBodySeparatorDefect": "a head that ends without an empty line",
}
"""What the parser of messages calls its faults, in words."""
_MANY_FILES = 100
_MUCH_MORE = 1.5
_SOME_MORE = 20


def read(given: Given) -> Document:
    """The Document of a message; raises FactcheckError where it has neither words nor a head."""
    message = parsed(given.data, given.name)
    headers = list(headers_of(message))
    parts = parts_of(message, given.name)
    head = "".join(f"{name}: {value}\n" for name, value in headers if name.lower() in HEAD)
    bodies, holes = _bodies(parts.words, given.name)
    text = "\n".join(part if part.endswith("\n") else f"{part}\n" for part in (head, *bodies) if part)
    if not is_seen(text):
        raise FactcheckError(
            title="There is nothing to read",
            detail=f"{given.name} is a message without words and without a head.",
            hint="Check that it was saved whole (as EML, with all its parts).",
        )
    said = {name.lower(): value for name, value in reversed(headers)}
    published = day_in(said.get("date", ""))
    marks, unnumbered = paragraph_marks(text)
    return Document(
        name=given.name,
        kind=given.kind or "letter",
        sha256=hashlib.sha256(given.data).hexdigest(),
        size=len(given.data),
        reader=READER,
        encoding=None,
        text=text,
        title=given.title or one_line(said.get("subject")),
        published=given.published or published,
        published_basis=None if given.published or not published else f"Date header: {said['date']}",
        author=_author(message),
        marks=marks,
        holes=(
            *holes,
            *_undated(said, published),
            *_of_parts(parts),
            *unseen(text),
            *unnumbered,
        ),
    )


def members(data: bytes, name: str) -> Iterator[Member]:
    """What is attached, the pictures that the message shows among it, messages within as EML; two of one
    name are told apart by a number."""
    seen: Counter[str] = Counter()
    for number, file in enumerate(parts_of(parsed(data, name), name).files):
        if number == MAX_MEMBERS:
            yield Member(file.name, None, Hole("attachment", f"{file.name} and those after it: too many"))
            return
        seen[file.name] += 1
        path = file.name if seen[file.name] == 1 else f"{file.name} ({seen[file.name]})"
        if file.data:
            yield Member(path, file.data)
        else:
            yield Member(path, None, Hole("attachment", f"{path} has no bytes"))


def _author(message: Message) -> str | None:
    for name, value in message.raw_items():
        if str(name).lower() == "from":
            return author_in(str(value))
    return None


def _bodies(words: Sequence[Alternatives], name: str) -> tuple[list[str], list[Hole]]:
    """The words of the message, one text for each of its parts, and what of them could not be read."""
    bodies, holes = [], list[Hole]()
    for options in words:
        body, noticed = _chosen(options, name)
        holes += noticed
        if is_seen(body):
            bodies.append(body)
    return bodies, holes


def _chosen(options: Alternatives, name: str) -> tuple[str, list[Hole]]:
    """Of alternatives the plain text with words, and whether the others say more."""
    shown = [_form(option, name) for option in options]
    with_words = [one for one in shown if is_seen(one[1])]
    if not with_words:
        return "", [hole for _, _, holes in shown for hole in holes]
    kind, text, holes = next((one for one in with_words if one[0] == PLAIN), with_words[0])
    if kind != PLAIN and any(one[0] == PLAIN for one in shown):
        where = "its plain text is empty or cannot be read; read from its HTML form"
        holes = [*holes, *(hole for one in shown if one[0] == PLAIN for hole in one[2])]
        return text, [*holes, Hole("alternative", where)]
    count = len(_WORD.findall(text))
    for other, form, _ in with_words:
        more = len(_WORD.findall(form))
        if other != kind and more > count * _MUCH_MORE + _SOME_MORE:
            where = f"its HTML form has {more:,} words, the plain text that is read {count:,}"
            holes = [*holes, Hole("alternative", where)]
    return text, holes


def _form(texts: Sequence[Text], name: str) -> tuple[str, str, list[Hole]]:
    """One of several forms of the same words: its type, what it shows, what of it could not be read."""
    shown = [_shown(text, name) for text in texts]
    kind = PLAIN if all(text.type == PLAIN for text in texts) else PAGE
    return (
        kind,
        "\n\n".join(text for text, _ in shown if text),
        [hole for _, holes in shown for hole in holes],
    )


def _shown(part: Text, name: str) -> tuple[str, list[Hole]]:
    if not part.data.strip():
        return "", []
    try:
        decoded = decode(part.data, part.charset)
        text = decoded.text.replace("\r\n", "\n").replace("\r", "\n")
        if is_binary(text):
            return "", [Hole("unreadable-part", f"a part that says it is {part.type} is no text")]
        if part.type != PAGE:
            return text, list(decoded.holes)
        if len(text) > MAX_PAGE:
            return "", [Hole("unreadable-part", f"an HTML part of {len(text):,} characters")]
        page = page_of(text, name)
    except FactcheckError as error:
        return "", [Hole("unreadable-part", f"a part that says it is {part.type}: {error.detail}")]
    holes = list(decoded.holes)
    if page.hidden.count:
        holes.append(_passages("hidden", "passages that the message itself hides", page.hidden))
    if page.unended.count:
        holes.append(_passages("unended", "what follows a comment or tag that never ends", page.unended))
    return "\n\n".join(block.text for block in page.blocks), holes


def _undated(said: dict[str, str], published: str | None) -> Iterator[Hole]:
    if said.get("date") and not published:
        yield Hole("date", f"a Date header that is no date: “{said['date'][:NOTED]}”")


def _of_parts(parts: Parts) -> Iterator[Hole]:
    yield from map(_attachment, parts.files[:_MANY_FILES])
    if rest := parts.files[_MANY_FILES:]:
        yield Hole("attachment", f"attachments from “{rest[0].name}” on", len(rest))
    if parts.sealed:
        where = "encrypted parts; open the message in the program that has the key and save what it shows"
        yield Hole("encrypted", where, parts.sealed)
    if parts.signatures:
        yield Hole("signature", "electronic signatures, not checked", parts.signatures)
    told = Told()
    for words in parts.outside:
        if not _USUAL_PREAMBLE.search(words[:1_000]):
            told.add(words)
    if told.count:
        yield _passages("outside-parts", "words outside the parts, which mail programs do not show", told)
    if parts.damaged:
        fault = _FAULTS.get(parts.damaged[0], "a part that is not as its header says")
        where = f"faults in how the message is put together, the first {fault}: words may be missing"
        yield Hole("damaged-part", where, len(parts.damaged))


def _attachment(file: File) -> Hole:
    called = f"“{file.name}” ({file.type}, {len(file.data):,} bytes)"
    if file.type in _OUTLOOK or file.name.lower() == "winmail.dat":
        where = f"{called}: Outlook's own packing (TNEF), the words and files in it unread"
        return Hole("winmail.dat", f"{where}; ask for the message as HTML or plain text")
    if file.shown:
        return Hole("image", f"{called}, which the message shows")
    return Hole("attachment", f"{called}: a source of its own, not part of this text")


def _passages(what: str, where: str, told: Told) -> Hole:
    begins = told.first if len(told.first) < NOTED else f"{told.first[: NOTED - 1]}…"
    return Hole(what, f"{where}; first: “{begins}”", told.count)
