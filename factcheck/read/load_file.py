"""Load files: the lists that come with a production and say which numbers each of its files bears.

Three forms: Concordance DAT (every field between `þ`, fields divided by U+0014 or `¶`, `®` for a line end
within a field, a header), Opticon OPT (a line for each page image: number, volume, path, `Y` where a document
begins, ... , pages) and CSV with a header.
"""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterator, Sequence
from itertools import groupby, pairwise

from factcheck.core.bates import BatesRange, parse_bates
from factcheck.core.document import Hole
from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError

MAX_LINES = 2_000_000

BEGIN = (
    "begbates", "beginbates", "beginningbates", "batesbegin", "batesbeg", "begdoc", "begindoc", "begno",
    "beginno", "begdocno", "beginbatesnumber", "prodbeg", "prodbegbates", "productionbegbates", "firstbates",
    "batesstart", "startbates", "begin", "beg", "first", "start", "from", "bates", "batesnumber", "batesno",
    "docid", "controlnumber",
)  # fmt: skip
END = (
    "endbates", "endingbates", "batesend", "enddoc", "endno", "enddocno", "endbatesnumber", "prodend",
    "prodendbates", "productionendbates", "lastbates", "batesstop", "end", "last", "stop", "to",
)  # fmt: skip
PATHS = (
    "nativelink", "nativefile", "nativepath", "nativefilepath", "native", "doclink", "filelink", "filepath",
    "path", "file", "relativepath", "imagepath", "imagefile", "image", "pdfpath", "pdflink", "pdf",
    "textlink", "text", "textpath", "textfile", "textfilepath", "extractedtext", "ocrpath", "fulltext",
    "filename",
)  # fmt: skip
"""Names of columns, letters and digits only; the first of each group that a header has is meant."""

_QUOTE, _FIELD, _NEWLINE = "þ", "\x14", "®"
_LETTERS = re.compile(r"[^a-z0-9]+")
_LINE_END = re.compile(r"\r\n|\r|\n")
_FILE_NAME = re.compile(r"[^\n]\.\w{1,5}$")
_LONGEST_PATH = 500
_YES = {"y", "yes", "d"}


@dataclass(frozen=True, slots=True)
class Row:
    """One document, or one file of it: its numbers, the paths of its files as written, its line.

    `pages` are the files of a document that has several, each with the numbers of its pages, in order; then
    `paths` is empty.
    """

    bates: BatesRange
    paths: tuple[str, ...]
    line: int
    pages: tuple[tuple[BatesRange, str], ...] = ()


@dataclass(frozen=True, slots=True)
class LoadFile:
    """What a load file says. `form` is dat, opt or csv; `holes` are lines whose numbers cannot be read."""

    form: str
    encoding: str
    rows: tuple[Row, ...]
    holes: tuple[Hole, ...]


def read(data: bytes, name: str) -> LoadFile:
    """The load file in these bytes, told by its content; raises FactcheckError where it is none."""
    text, encoding = _decoded(data, name)
    lines = _LINE_END.split(text) if text.count("\n") + text.count("\r") <= MAX_LINES else []
    if not lines:
        raise _no_load_file(name, f"It is empty, or has more than {MAX_LINES:,} lines.")
    if lines[0].lstrip().startswith(_QUOTE):
        return _from_table("dat", encoding, list(_dat_rows(lines)), name)
    if _is_opticon(lines):
        return _from_opticon(encoding, lines, name)
    return _from_table("csv", encoding, _csv_rows(text, name), name)


def _decoded(data: bytes, name: str) -> tuple[str, str]:
    """The text and its encoding: by its byte-order mark, by the NULs of UTF-16, UTF-8, else cp1252."""
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8-sig"), (b"\xff\xfe", "utf-16"), (b"\xfe\xff", "utf-16")):
        if data.startswith(mark):
            return data.decode(encoding, "replace"), encoding
    head = data[:4096]
    if head.count(0) * 3 > len(head):
        encoding = "utf-16-be" if head[:1] == b"\0" else "utf-16-le"
        return data.decode(encoding, "replace"), encoding
    if b"\0" in head:
        raise _no_load_file(name, "It is no text.")
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        return data.decode("cp1252", "replace"), "cp1252"


def _dat_rows(lines: Sequence[str]) -> Iterator[tuple[int, list[str]]]:
    """Rows with their line. A field may run over several lines: the quote closes it, and only there."""
    divider = _FIELD if _FIELD in lines[0] else "¶"
    held: list[str] = []
    is_open = False
    for number, line in enumerate(lines, 1):
        held.append(line)
        is_open ^= line.count(_QUOTE) % 2 == 1
        if is_open and number < len(lines):
            continue
        row = "\n".join(held)
        if row.strip():
            fields = [field.strip().strip(_QUOTE) for field in row.split(divider)]
            yield number - len(held) + 1, [field.replace(_NEWLINE, "\n").strip() for field in fields]
        held.clear()


def _csv_rows(text: str, name: str) -> list[tuple[int, list[str]]]:
    first = text.split("\n", 1)[0]
    divider = max("\t;,|", key=first.count)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=divider)
    try:
        return [(reader.line_num, [field.strip() for field in row]) for row in reader if any(row)]
    except csv.Error as error:
        raise _no_load_file(name, f"Line {reader.line_num}: {error}.") from error


def _from_table(form: str, encoding: str, rows: list[tuple[int, list[str]]], name: str) -> LoadFile:
    head = [_LETTERS.sub("", field.lower()) for field in rows[0][1]] if rows else []
    begin, end = _column(head, BEGIN), _column(head, END)
    if begin is None:
        columns = ", ".join(rows[0][1])[:300] if rows else ""
        raise _no_load_file(name, f"No column of it holds first numbers; it has: {columns}.")
    paths = [head.index(wanted) for wanted in PATHS if wanted in head]
    listed: list[Row] = []
    bad: list[int] = []
    for line, fields in rows[1:]:
        bates = _range(_field(fields, begin), _field(fields, end))
        if bates is None:
            bad.append(line)
            continue
        named = (_field(fields, column) for column in paths)
        listed.append(Row(bates, tuple(dict.fromkeys(path for path in named if _is_path(path))), line))
    return LoadFile(form, encoding, tuple(listed), _unread(name, bad))


def _column(head: Sequence[str], names: Sequence[str]) -> int | None:
    return next((head.index(name) for name in names if name in head), None)


def _field(fields: Sequence[str], column: int | None) -> str:
    return fields[column] if column is not None and column < len(fields) else ""


def _range(first: str, last: str) -> BatesRange | None:
    begin, end = parse_bates(first), parse_bates(last or first)
    if begin is None or end is None or begin.family != end.family or end.order < begin.order:
        return None
    return BatesRange(begin, end)


def _is_opticon(lines: Sequence[str]) -> bool:
    """Whether the first line is a page image: a number, a volume, a path, and marks of breaks."""
    first = next((line for line in lines[:5] if line.strip()), "").split(",")
    return len(first) >= 4 and parse_bates(first[0]) is not None and _is_path(first[2])


def _is_path(text: str) -> bool:
    """Whether a field names a file: a column of texts holds the words themselves in some load files."""
    return len(text) <= _LONGEST_PATH and _FILE_NAME.search(text.strip()) is not None


def _from_opticon(encoding: str, lines: Sequence[str], name: str) -> LoadFile:
    """One entry for each document: from one mark of a break to the next. Lines that follow one another with
    the same path are the pages of one file; without any marks each file is a document."""
    documents: list[list[_PageLine]] = []
    bad: list[int] = []
    marked = 0
    for number, line in enumerate(lines, 1):
        fields = [field.strip().strip('"') for field in line.split(",")]
        bates = parse_bates(fields[0])
        if bates is None or len(fields) < 3 or not fields[2]:
            if line.strip():
                bad.append(number)
            continue
        count = int(fields[6]) if len(fields) > 6 and fields[6].isascii() and fields[6].isdigit() else 1
        is_whole = (
            len(fields) > 3
            and fields[3].lower() in _YES
            and 1 < count < 1_000_000
            and _is_alone(lines, number)
        )
        last = bates.plus(count - 1) if is_whole else bates
        breaks = len(fields) > 3 and fields[3].lower() in _YES
        if breaks or not documents:
            documents.append([])
        documents[-1].append((fields[2], BatesRange(bates, last), number))
        marked += breaks
    listed = [row for lines in documents for row in _document(lines, whole=marked > 0)]
    return LoadFile("opt", encoding, tuple(listed), _unread(name, bad))


_PageLine = tuple[str, BatesRange, int]
"""A line of an OPT: path, numbers, number of the line."""


def _document(lines: Sequence[_PageLine], *, whole: bool) -> Iterator[Row]:
    """The row of a document, with the files of its pages; a row a file where its numbers do not rise, so that
    they cannot be those of pages that follow one another."""
    files = []
    for path, group in groupby(lines, key=lambda line: line[0]):
        run = list(group)
        files.append(Row(BatesRange(run[0][1].first, run[-1][1].last), (path,), run[0][2]))
    rises = all(
        a.bates.last.family == b.bates.first.family
        and a.bates.last.suffix == b.bates.first.suffix
        and a.bates.last.number < b.bates.first.number
        for a, b in pairwise(files)
    )
    if len(files) > 1 and whole and rises:
        pages = tuple((row.bates, row.paths[0]) for row in files)
        yield Row(BatesRange(files[0].bates.first, files[-1].bates.last), (), files[0].line, pages)
    else:
        yield from files


def _is_alone(lines: Sequence[str], number: int) -> bool:
    """Whether the line after this one begins another document: then its count of pages is of one file."""
    following = lines[number].split(",") if number < len(lines) else []
    return len(following) < 4 or following[3].strip().lower() in _YES


def _unread(name: str, lines: Sequence[int]) -> tuple[Hole, ...]:
    if not lines:
        return ()
    shown = ", ".join(map(str, lines[:5]))
    return (Hole("unreadable-row", f"{name}, line {shown}: no first and last number in order", len(lines)),)


def _no_load_file(name: str, why: str) -> FactcheckError:
    return FactcheckError(
        "This is no load file",
        f"{name}: {why}",
        "A load file is a DAT (Concordance), an OPT (Opticon), or a CSV with columns begin, end and path.",
    )
