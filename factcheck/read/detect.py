"""What a file is, by its content: its name proves nothing.

One form shows in the name only: Markdown is plain text, and so is a page of it that begins with a tag.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Mapping

from factcheck.core.light import dataclass

TEXT = "text"
"""The form of everything that begins like no other form known here."""

HTML = "html"
MARKDOWN = "markdown"
PDF = "pdf"
PNG = "png"
JPEG = "jpeg"
TIFF = "tiff"
PAGES = "pages"
PAGES_TYPE = b"application/x-factcheck-pages"
"""What a bundle of a document's pages says of itself, as its first file."""

_HEAD = 4096
_ZIP_ENDS = 65_536
_STATED_TYPE = 128


@dataclass(frozen=True, slots=True)
class Form:
    """A file format: its name in the table of readers, what a person calls it, what to do with it."""

    name: str
    called: str
    step: str


_SAVE_AS_TEXT = "Open it in its own program, save it as plain text (.txt, UTF-8) and read that."
_SAVE_AS_XLSX = "Open it in a spreadsheet program, save it as XLSX and read that."
_UNPACK = "Unpack it and read the files inside."
_ADD = "Add it to a case: each file within becomes a source."
_TYPE = "Type the passage that matters into a .txt file and read that; keep the image beside it."
_TRANSCRIBE = "Read a transcript of it, saved as a .txt file."
_NO_WORDS = "Check that this is the file you meant."

_BY_BEGINNING: tuple[tuple[re.Pattern[bytes], Form], ...] = tuple(
    (re.compile(pattern, re.DOTALL), Form(name, called, step))
    for pattern, name, called, step in (
        (rb"\s{0,64}%PDF-", PDF, "a PDF", ""),
        (rb"PK(\x03\x04|\x05\x06|\x07\x08)", "zip", "a ZIP archive", _ADD),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole", "an old Word, Excel or Outlook file", _SAVE_AS_TEXT),
        (
            rb"\x78\x9f\x3e\x22",
            "tnef",
            "an Outlook attachment (TNEF, winmail.dat)",
            "Ask for the message as HTML or plain text, with its files attached.",
        ),
        (rb"\{\\rtf", "rtf", "a rich text (RTF) document", _SAVE_AS_TEXT),
        (rb"%!PS", "postscript", "a PostScript file", _SAVE_AS_TEXT),
        (rb"\x89PNG\r\n\x1a\n", PNG, "a PNG image", ""),
        (rb"\xff\xd8\xff", JPEG, "a JPEG image", ""),
        (rb"GIF8[79]a.{0,64}?\x00", "gif", "a GIF image", _TYPE),
        (rb"II\*\x00|MM\x00[*+]|II\+\x00", TIFF, "a TIFF image", ""),
        (rb"BM.{4}\x00\x00\x00\x00", "bmp", "a BMP image", _TYPE),
        (rb"RIFF.{4}WEBP", "webp", "a WebP image", _TYPE),
        (rb"\x00\x00.{2}ftyp(heic|heix|mif1|avif)", "heic", "a HEIC or AVIF image", _TYPE),
        (rb"\x00\x00.{2}ftyp", "mp4", "an MP4 or QuickTime recording", _TRANSCRIBE),
        (rb"RIFF.{4}(WAVE|AVI )", "riff", "a WAV or AVI recording", _TRANSCRIBE),
        (rb"ID3[\x02-\x04]\x00|\xff[\xfb\xf3\xf2].{0,64}?\x00", "mp3", "an MP3 recording", _TRANSCRIBE),
        (rb"OggS\x00", "ogg", "an Ogg recording", _TRANSCRIBE),
        (rb"fLaC\x00", "flac", "a FLAC recording", _TRANSCRIBE),
        (rb"\x1a\x45\xdf\xa3", "matroska", "a Matroska or WebM recording", _TRANSCRIBE),
        (
            rb"SQLite format 3\x00",
            "sqlite",
            "an SQLite database",
            "If it is a case, open it: factcheck FILE.db. If not, export the table that matters as text.",
        ),
        (rb"\x1f\x8b", "gzip", "a gzip archive", _UNPACK),
        (rb"BZh[1-9](1AY&SY|\x17\x72\x45\x38\x50\x90)", "bzip2", "a bzip2 archive", _UNPACK),
        (rb"\xfd7zXZ\x00", "xz", "an xz archive", _UNPACK),
        (rb"\x28\xb5\x2f\xfd", "zstd", "a Zstandard archive", _UNPACK),
        (rb"7z\xbc\xaf\x27\x1c", "7z", "a 7-Zip archive", _UNPACK),
        (rb"Rar!\x1a\x07", "rar", "a RAR archive", _UNPACK),
        (rb".{257}ustar[\x00 ]", "tar", "a tar archive", _UNPACK),
        (rb"\x7fELF", "elf", "a program (ELF)", _NO_WORDS),
        (rb"MZ.{0,126}?\x00", "exe", "a Windows program", _NO_WORDS),
        (rb"\xfe\xed\xfa[\xce\xcf]|[\xce\xcf]\xfa\xed\xfe", "macho", "a macOS program", _NO_WORDS),
        (rb"\xca\xfe\xba\xbe", "class", "a Java class or macOS program", _NO_WORDS),
        (rb"\x00asm", "wasm", "a WebAssembly program", _NO_WORDS),
        (rb"wOF[F2]\x00|\x00\x01\x00\x00\x00|OTTO\x00", "font", "a font", _NO_WORDS),
    )
)

_IN_ZIP: tuple[tuple[bytes, Form], ...] = (
    (b"word/document.xml", Form("docx", "a Word document (DOCX)", "")),
    (b"xl/workbook.bin", Form("xlsb", "a binary Excel workbook (XLSB)", _SAVE_AS_XLSX)),
    (b"xl/workbook", Form("xlsx", "an Excel workbook (XLSX)", "")),
    (b"ppt/presentation", Form("pptx", "a PowerPoint presentation (PPTX)", _SAVE_AS_TEXT)),
    (b"application/vnd.oasis.opendocument.spreadsheet", Form("ods", "an OpenDocument workbook (ODS)", "")),
    (b"application/vnd.oasis.opendocument", Form("odf", "an OpenDocument file", _SAVE_AS_TEXT)),
    (PAGES_TYPE, Form(PAGES, "a document of an image a page", "")),
    (b"application/epub+zip", Form("epub", "an EPUB book", _SAVE_AS_TEXT)),
)

_HTML = Form(HTML, "a web page (HTML)", "")
_HTML_BEGINNING = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PART_OF_HTML = re.compile(
    rb"<(?:title|meta|link|base|style|script|article|main|section|header|nav|div|p|table|pre|h[1-6]|ul|ol)(?=[\s>/])",
    re.IGNORECASE,
)
_EML = Form("eml", "an e-mail message (EML)", "")
_HEADER_LINE = re.compile(rb"([A-Za-z][\w-]{1,60}):[ \t\r\n]|[ \t]+\S|\r?\Z")
_BY_PEOPLE = {b"from", b"to", b"cc", b"date", b"sent", b"subject", b"sender"}
_BY_MACHINES = re.compile(
    rb"(?:received|return-path|message-id|mime-version|content-type|delivered-to|dkim-signature|x-[\w-]+)\Z",
    re.IGNORECASE,
)
_BY_LINES: tuple[tuple[re.Pattern[bytes], Form], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), Form(name, called, ""))
    for pattern, name, called in (
        (rb"WEBVTT(?:[ \t\r\n]|\Z)", "vtt", "captions (WebVTT)"),
        (
            rb"(?:\d{1,9}[ \t]*(?:\r\n?|\n))?[ \t]*(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]*-->[ \t]*\d",
            "srt",
            "captions (SRT)",
        ),
        (rb"BEGIN:V(?:CALENDAR|EVENT)[ \t]*[\r\n]", "ics", "a calendar (ICS)"),
    )
)
_MBOX = Form("mbox", "a mailbox (MBOX)", "Add it to a case: each of its messages becomes a source.")
_XLS = Form("xls", "an old Excel workbook (XLS)", "")
_LOCKED = Form("locked", "an Office file locked by a password", "Save it without one and read that.")
_LOCKED_STREAM = "EncryptedPackage".encode("utf-16-le")
_XLS_STREAMS = tuple(name.encode("utf-16-le") for name in ("Workbook\0", "Book\0"))
_TABLES: Mapping[str, Form] = {
    "csv": Form("csv", "a table (CSV)", ""),
    "json": Form("json", "JSON", ""),
    "jsonl": Form("jsonl", "JSON lines", ""),
}
_TABLE_NAMES = (".csv", ".tsv", ".tab", ".json", ".jsonl", ".ndjson")
_KINDS_OF_TABLE = ("table", "calendar")

_MARKDOWN = Form(MARKDOWN, "a Markdown text", "")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_BEFORE_HTML = re.compile(rb"\s*(?:<\?xml\b[^>]{0,300}>|<!--.{0,2000}?-->)", re.DOTALL)
_BYTE_ORDER_MARK = re.compile(rb"\xef\xbb\xbf|\xff\xfe|\xfe\xff")

PLAIN = Form(TEXT, "plain text", "")
"""What remains when nothing else is recognised; whether it really is text shows when it is decoded."""


def form_of(data: bytes, name: str = "", kind: str | None = None) -> Form:
    """The format that the bytes begin like; PLAIN where they begin like none known here.

    `name` tells only Markdown from plain text, and from a part of a page; of a table it is half the proof,
    its even rows are the other. `kind` is what a person says of the source: with "table" any text is one,
    with "letter" none is.
    """
    for pattern, form in _BY_BEGINNING:
        if pattern.match(data):
            if form.name == "ole" and any(stream in data for stream in _XLS_STREAMS):
                return _XLS
            if form.name == "ole" and _LOCKED_STREAM in data:
                return _LOCKED
            return _form_of_zip(data, form) if form.name == "zip" else form
    head = _head(data)
    if _HTML_BEGINNING.match(head):
        return _HTML
    for pattern, form in _BY_LINES:
        if pattern.match(head):
            return form
    if head.startswith(b"From ") and _is_mailbox(data):
        return _MBOX
    if _is_message(head, named=name.lower().endswith(".eml")):
        return _EML
    if table := _form_of_table(data, name, kind):
        return table
    if name.lower().endswith(_MARKDOWN_NAMES):
        return _MARKDOWN
    return _HTML if _PART_OF_HTML.match(head) else PLAIN


def _is_mailbox(data: bytes) -> bool:
    from factcheck.read import mbox  # it stands on this module

    return mbox.is_mailbox(data)


def _form_of_zip(data: bytes, archive: Form) -> Form:
    names = _zip_directory(data) or data[:_ZIP_ENDS] + data[-_ZIP_ENDS:]
    return next((form for name, form in _IN_ZIP if name in names), archive)


def _zip_directory(data: bytes) -> bytes:
    """The names of an archive's own files, not of those in an archive within it, and the type that it states
    first; empty where its end is missing."""
    end = data.rfind(b"PK\x05\x06", -_ZIP_ENDS)
    if end < 0 or len(data) < end + 22:
        return b""
    (size,) = struct.unpack_from("<I", data, end + 12)
    stated = data[:_STATED_TYPE] if data[30:38] == b"mimetype" else b""
    return stated + data[end - size : end] if 0 < size <= end else b""


def _form_of_table(data: bytes, name: str, kind: str | None) -> Form | None:
    told = kind in _KINDS_OF_TABLE
    if not told and (kind is not None or not name.lower().endswith(_TABLE_NAMES)):
        return None
    from factcheck.read.tables import recognise  # it stands on this module

    if told:
        return _TABLES.get(recognise.text_form(data, name))
    return _TABLES.get(recognise.shows_table(data, name) or "")


def _is_message(head: bytes, named: bool) -> bool:
    """Whether it begins with header lines, some of which a person never writes above a memorandum."""
    names: list[bytes] = []
    for number, line in enumerate(head.split(b"\n")):
        if number == 0 and line.startswith(b"From "):
            continue
        found = _HEADER_LINE.match(line)
        if found is None or (not names and found[1] is None):
            break
        if found[1] is not None:
            names.append(found[1].lower())
        elif not line.strip():
            break
    machines = sum(1 for one in names if _BY_MACHINES.match(one))
    people = sum(1 for one in names if one in _BY_PEOPLE)
    return machines > 2 or (machines > 0 and people > 0) or (named and people > 1)


def _head(data: bytes) -> bytes:
    """How a page begins: through the NULs of UTF-16 and UTF-32, and past a declaration and comments."""
    head = _BYTE_ORDER_MARK.sub(b"", data[:_HEAD], count=1).replace(b"\0", b"")
    while before := _BEFORE_HTML.match(head):
        head = head[before.end() :]
    return head.lstrip()
