"""The way in: bytes or a path, and what is said about them, to a Document."""

from __future__ import annotations

import os
import re
import stat
from collections.abc import Mapping
from importlib import import_module
from pathlib import Path

from factcheck.core.document import KINDS, Document
from factcheck.errors import FactcheckError
from factcheck.read import html, markdown, text
from factcheck.read.datelines import dated
from factcheck.read.detect import HTML, JPEG, MARKDOWN, PAGES, PDF, PNG, TEXT, TIFF, form_of
from factcheck.read.given import Given, Reader
from factcheck.read.members import ARCHIVES
from factcheck.read.transcripts.layouts import with_turns

MAX_BYTES = 100_000_000
"""The largest source that is read; some twenty thousand printed pages as plain text."""


def _later(module: str) -> Reader:
    """The reader of a module that is imported when the first such file comes."""
    return lambda given: import_module(f"factcheck.read.{module}").read(given)


READERS: Mapping[str, Reader] = {
    TEXT: text.read,
    MARKDOWN: markdown.read,
    HTML: html.read,
    "docx": _later("word"),
    "eml": _later("mail"),
    "srt": _later("subtitles"),
    "vtt": _later("subtitles"),
    "ics": _later("calendar"),
    "csv": _later("tables.delimited_text"),
    "json": _later("tables.json_text"),
    "jsonl": _later("tables.json_text"),
    "xlsx": _later("tables.workbook_text"),
    "xls": _later("tables.workbook_text"),
    "ods": _later("tables.workbook_text"),
    PDF: _later("pdf"),
    PNG: _later("image"),
    JPEG: _later("image"),
    TIFF: _later("image"),
    PAGES: _later("image"),
}
"""Which module reads which form of `factcheck.read.detect`. A new format joins here."""

_SURE = ("table", "calendar", "record")
"""Kinds of which a reader is sure, whatever the words look like: of a PDF, by its running heads."""

_SURROGATE = re.compile("[\ud800-\udfff]")


def read_bytes(
    data: bytes,
    name: str,
    *,
    kind: str | None = None,
    published: str | None = None,
    title: str | None = None,
    ocr: bool = False,
) -> Document:
    """The Document of `data`, the same on every machine.

    `kind` is one of `factcheck.core.document.KINDS`; `ocr` asks that pages that are images be read by a
    machine, which is the same only where the same Tesseract is installed. Raises FactcheckError for what is
    empty, too large, of a format without a reader, or no text; never another exception, whatever the bytes.
    """
    name = _writable(name)
    if kind is not None and kind not in KINDS:
        raise FactcheckError(
            title="No such kind of source",
            detail=_writable(kind),
            hint=f"One of {', '.join(KINDS)}.",
            exit_code=2,
        )
    if not data:
        raise _empty(name)
    if len(data) > MAX_BYTES:
        raise _too_large(name, len(data))
    if refused := unreadable(data, name):
        raise refused
    reader = READERS[form_of(data, name, kind).name]
    document = reader(Given(data, name, kind, published, _writable(title) if title else None, ocr))
    if document.kind in _SURE:
        kind = document.kind
    document = with_turns(document, kind)
    return dated(document) if document.kind == "news" else document


def unreadable(data: bytes, name: str) -> FactcheckError | None:
    """The refusal of a file whose form has no reader; None where it has one. Only the form is looked at."""
    form = form_of(data, name)
    if form.name in READERS:
        return None
    holds = form.name in ARCHIVES
    what = "which holds documents and is none itself" if holds else "which factcheck does not read"
    return FactcheckError(title=f"This is {form.called}, {what}", detail=name, hint=form.step)


def read_path(
    path: Path,
    *,
    kind: str | None = None,
    published: str | None = None,
    title: str | None = None,
    ocr: bool = False,
) -> tuple[bytes, Document]:
    """The bytes of the file, read once, and their Document, named as the file is.

    Raises FactcheckError where there is no such file, it may not be read, is no ordinary file, or changes
    while it is read, and wherever `read_bytes` does.
    """
    data = bytes_of(path)
    return data, read_bytes(data, path.name, kind=kind, published=published, title=title, ocr=ocr)


def bytes_of(path: Path) -> bytes:
    """The bytes of a file, read once; raises FactcheckError as `read_path` does."""
    shown = _writable(str(path))
    try:
        _refuse_what_is_no_file(path.stat(), shown)
        # O_NONBLOCK: a pipe that took the file's place since must not make us wait for a writer
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with open(os.open(path, flags), "rb") as file:  # noqa: PTH123 - Path.open takes no flags
            before = os.fstat(file.fileno())
            _refuse_what_is_no_file(before, shown)
            data = file.read(before.st_size + 1)
            after = os.fstat(file.fileno())
        now = path.stat()
    except OSError as error:
        raise _unreadable(shown, error) from error
    except ValueError as error:  # a NUL in the path
        raise _missing(shown) from error
    if len(data) != before.st_size or not _signature(before) == _signature(after) == _signature(now):
        raise FactcheckError(
            title="The file changed while it was read",
            detail=f"{shown}: it had {before.st_size:,} bytes at first, and {now.st_size:,} at the end.",
            hint="Wait until the program that writes it is done, then read it again.",
        )
    return data


def _signature(status: os.stat_result) -> tuple[int, int, int, int]:
    return (status.st_dev, status.st_ino, status.st_size, status.st_mtime_ns)


def _refuse_what_is_no_file(status: os.stat_result, shown: str) -> None:
    if stat.S_ISDIR(status.st_mode):
        raise FactcheckError(
            title="This is a folder, not a file",
            detail=shown,
            hint="Name the files in it that should be read, or add all of them with: "
            "factcheck add CASE FOLDER --recursive",
        )
    if not stat.S_ISREG(status.st_mode):
        raise FactcheckError(
            title="This is not an ordinary file",
            detail=f"{shown} is {_sort_of(status.st_mode)}.",
            hint="Save what it gives as a file, and read that.",
        )
    if status.st_size > MAX_BYTES:
        raise _too_large(shown, status.st_size)


def _sort_of(mode: int) -> str:
    if stat.S_ISFIFO(mode):
        return "a pipe"
    return "a socket" if stat.S_ISSOCK(mode) else "a device"


def _unreadable(shown: str, error: OSError) -> FactcheckError:
    if isinstance(error, FileNotFoundError | NotADirectoryError):
        return _missing(shown)
    if isinstance(error, PermissionError):
        return FactcheckError(
            title="No permission to read this file",
            detail=shown,
            hint="Ask its owner for access, or make a copy that you may read.",
        )
    return FactcheckError(
        title="The file could not be read",
        detail=f"{shown}: {error.strerror or error}.",
        hint="Copy it to a disk of this machine and try again.",
    )


def _missing(shown: str) -> FactcheckError:
    return FactcheckError(
        title="There is no such file", detail=shown, hint="Check the spelling and the folder you are in."
    )


def _empty(name: str) -> FactcheckError:
    return FactcheckError(
        title="The file is empty",
        detail=f"{name} has no bytes.",
        hint="Check that this is the file you meant, and that its download or copy was completed.",
    )


def _too_large(name: str, size: int) -> FactcheckError:
    return FactcheckError(
        title="The file is too large",
        detail=f"{name} has {size:,} bytes; at most {MAX_BYTES:,} are read.",
        hint="Split it into parts (by volume, session or day) and read each as a source of its own.",
    )


def _writable(name: str) -> str:
    """File names that are not UTF-8 come with lone surrogates, which no terminal and no database takes."""
    return _SURROGATE.sub("\ufffd", name)
