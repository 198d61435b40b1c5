"""What a file is, by its content: its name proves nothing.

One form shows in the name only: Markdown is plain text, and so is a page of it that begins with a tag.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

TEXT = "text"
"""The form of everything that begins like no other form known here."""

HTML = "html"
MARKDOWN = "markdown"

_HEAD = 4096
_ZIP_ENDS = 65_536


@dataclass(frozen=True, slots=True)
class Form:
    """A file format: its name in the table of readers, what a person calls it, what to do with it."""

    name: str
    called: str
    step: str


_SAVE_AS_TEXT = "Open it in its own program, save it as plain text (.txt, UTF-8) and read that."
_PDF_TEXT = (
    "Save its text as a .txt file (pdftotext -layout does this) and read that; keep the PDF beside it."
)
_UNPACK = "Unpack it and read the files inside."
_TYPE = "Type the passage that matters into a .txt file and read that; keep the image beside it."
_TRANSCRIBE = "Read a transcript of it, saved as a .txt file."
_NO_WORDS = "Check that this is the file you meant."

_BY_BEGINNING: tuple[tuple[re.Pattern[bytes], Form], ...] = tuple(
    (re.compile(pattern, re.DOTALL), Form(name, called, step))
    for pattern, name, called, step in (
        (rb"\s{0,64}%PDF-", "pdf", "a PDF", _PDF_TEXT),
        (rb"PK(\x03\x04|\x05\x06|\x07\x08)", "zip", "a ZIP archive", _UNPACK),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "ole", "an old Word, Excel or Outlook file", _SAVE_AS_TEXT),
        (rb"\{\\rtf", "rtf", "a rich text (RTF) document", _SAVE_AS_TEXT),
        (rb"%!PS", "postscript", "a PostScript file", _SAVE_AS_TEXT),
        (rb"\x89PNG\r\n\x1a\n", "png", "a PNG image", _TYPE),
        (rb"\xff\xd8\xff", "jpeg", "a JPEG image", _TYPE),
        (rb"GIF8[79]a.{0,64}?\x00", "gif", "a GIF image", _TYPE),
        (rb"II\*\x00|MM\x00[*+]|II\+\x00", "tiff", "a TIFF image", _TYPE),
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
    (b"word/document.xml", Form("docx", "a Word document (DOCX)", _SAVE_AS_TEXT)),
    (b"xl/workbook", Form("xlsx", "an Excel workbook (XLSX)", _SAVE_AS_TEXT)),
    (b"ppt/presentation", Form("pptx", "a PowerPoint presentation (PPTX)", _SAVE_AS_TEXT)),
    (b"application/vnd.oasis.opendocument", Form("odf", "an OpenDocument file", _SAVE_AS_TEXT)),
    (b"application/epub+zip", Form("epub", "an EPUB book", _SAVE_AS_TEXT)),
)

_HTML = Form(HTML, "a web page (HTML)", "")
_HTML_BEGINNING = re.compile(rb"<(?:!doctype\s+html|html|head|body)\b", re.IGNORECASE)
_PART_OF_HTML = re.compile(
    rb"<(?:title|meta|link|base|style|script|article|main|section|header|nav|div|p|table|pre|h[1-6]|ul|ol)(?=[\s>/])",
    re.IGNORECASE,
)
_MARKDOWN = Form(MARKDOWN, "a Markdown text", "")
_MARKDOWN_NAMES = (".md", ".markdown", ".mdown", ".mkd")
_BEFORE_HTML = re.compile(rb"\s*(?:<\?xml\b[^>]{0,300}>|<!--.{0,2000}?-->)", re.DOTALL)
_BYTE_ORDER_MARK = re.compile(rb"\xef\xbb\xbf|\xff\xfe|\xfe\xff")

PLAIN = Form(TEXT, "plain text", "")
"""What remains when nothing else is recognised; whether it really is text shows when it is decoded."""

_NEVER_IN_TEXT = "".join(
    chr(code) for code in [*range(0x20), *range(0x7F, 0xA0)] if chr(code) not in "\t\n\r\f\b\v\x1b\x85"
)
_NEVER = re.compile(f"[{re.escape(_NEVER_IN_TEXT)}]")
_RUN_OF_NULS = "\0" * 8


def form_of(data: bytes, name: str = "") -> Form:
    """The format that the bytes begin like; PLAIN where they begin like none known here.

    `name` tells only Markdown from plain text, and from a part of a page.
    """
    for pattern, form in _BY_BEGINNING:
        if pattern.match(data):
            return _form_of_zip(data, form) if form.name == "zip" else form
    head = _head(data)
    if _HTML_BEGINNING.match(head):
        return _HTML
    if name.lower().endswith(_MARKDOWN_NAMES):
        return _MARKDOWN
    return _HTML if _PART_OF_HTML.match(head) else PLAIN


def is_binary(text: str) -> bool:
    """Whether decoded bytes are no text: a run of NULs, or more than a twentieth of control characters.

    Three strays are forgiven whatever the length; backspace and escape (printers, terminals) count as text.
    """
    if not _NEVER.search(text):
        return False
    controls = sum(text.count(character) for character in _NEVER_IN_TEXT)
    return _RUN_OF_NULS in text or controls > 3 + len(text) // 20


def _form_of_zip(data: bytes, archive: Form) -> Form:
    names = data[:_ZIP_ENDS] + data[-_ZIP_ENDS:]
    return next((form for name, form in _IN_ZIP if name in names), archive)


def _head(data: bytes) -> bytes:
    """How a page begins: through the NULs of UTF-16 and UTF-32, and past a declaration and comments."""
    head = _BYTE_ORDER_MARK.sub(b"", data[:_HEAD], count=1).replace(b"\0", b"")
    while before := _BEFORE_HTML.match(head):
        head = head[before.end() :]
    return head.lstrip()
