"""Errata sheets: each line names a page and a line of a transcript, the words there, and what they should be.

Sheets come as tables (a header row names the columns) and as prose (`Page 45, line 12: change "I did" to
"I did not". Reason: misheard.`), or as columns that spaces part. What is no entry (captions, certificates)
is left alone; a line that begins like an entry and cannot be understood is told, never skipped.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from factcheck.core.words import fold


@dataclass(frozen=True, slots=True)
class Erratum:
    """One entry. Page and lines are as the sheet prints them; `was` or `now` is empty where words are put in
    or left out. `start` and `end` are the entry's place in the sheet's text, `now_at` that of the new
    words."""

    page: str
    line: str
    last_page: str
    last_line: str
    was: str
    now: str
    reason: str
    start: int
    end: int
    now_at: tuple[int, int] | None = None

    @property
    def place(self) -> str:
        """Page and line as they are cited."""
        first = f"{self.page}:{self.line}"
        if (self.last_page, self.last_line) == (self.page, self.line):
            return first
        return (
            f"{first}-{self.last_line}"
            if self.last_page == self.page
            else (f"{first}-{self.last_page}:{self.last_line}")
        )


@dataclass(frozen=True, slots=True)
class Sheet:
    """The entries of a sheet in order, the lines that look like entries and are not understood, and the
    passage by which the witness swears to it, if there is one."""

    errata: tuple[Erratum, ...]
    unread: tuple[str, ...] = ()
    oath: tuple[int, int] | None = None


_QUOTED = r"[\"“”„‟](?P<{0}>[^\"“”„‟]*)[\"“”„‟]"
_PLACE = (
    r"(?:page|p\.?|pg\.?)?\s*(?P<page>[A-Z]{0,3}\d+)\s*(?:[,:;]\s*|\s+)(?:lines?|ll?\.?)?\s*(?P<line>\d+)"
    r"(?:\s*[-–—]\s*(?:(?P<last_page>[A-Z]{0,3}\d+)\s*:\s*)?(?P<last_line>\d+))?"
)
_BEGINS = re.compile(rf"^[ \t]*{_PLACE}(?=\D|$)", re.IGNORECASE)
_REASON = r"(?:[\s.;,]*(?:reason|because|explanation)\s*[:\-–—]?\s*(?P<reason>.*?))?"
_END = r"[\s.;]*$"
_FORMS = tuple(
    re.compile(form, re.IGNORECASE | re.DOTALL)
    for form in (
        rf"^[\s:.,;–—-]*(?:change|correct|replace|now reads|reads|from)?\s*{_QUOTED.format('was')}\s*,?\s*"
        rf"(?:to|with|should (?:read|be)|->|→|=>)\s*(?:read\s*)?{_QUOTED.format('now')}{_REASON}{_END}",
        rf"^[\s:.,;–—-]*(?:delete|strike|omit|remove)\s*{_QUOTED.format('was')}{_REASON}{_END}",
        rf"^[\s:.,;–—-]*(?:insert|add)\s*{_QUOTED.format('now')}"
        rf"(?:\s*(?:after|behind)\s*{_QUOTED.format('was')})?{_REASON}{_END}",
        r"^[\s:.,;–—-]*(?:change|correct|replace)\s*:?\s+(?P<was>\S.*?)\s+(?:to|with)\s*:?\s+(?P<now>\S.*?)"
        rf"(?:[\s.;,]+(?:reason|because|explanation)\s*[:\-–—]?\s*(?P<reason>.*?))?{_END}",
    )
)
_INSERTS = re.compile(r"^[\s:.,;–—-]*(?:insert|add)\b", re.IGNORECASE)
_COLUMNS = re.compile(r"\t+|[ ]{2,}|\s*\|\s*")
_NAMES: dict[str, tuple[str, ...]] = {
    "page": ("page", "pg", "page no", "page number", "p"),
    "line": ("line", "ln", "line no", "line number", "lines", "l"),
    "place": ("page line", "cite", "citation", "page and line"),
    "was": (
        "from", "change from", "now reads", "as transcribed", "reads", "transcript reads", "original",
        "change", "incorrect", "error", "testimony", "is",
    ),
    "now": (
        "to", "change to", "should read", "should be", "correction", "corrected", "correct", "as corrected",
        "new", "amended",
    ),
    "reason": ("reason", "reason for change", "reasons", "explanation", "why", "basis"),
}  # fmt: skip
_NOTHING = frozenset(
    [
        "",
        "(blank)",
        "[blank]",
        "(nothing)",
        "[nothing]",
        "(delete)",
        "[delete]",
        "delete",
        "n/a",
        "-",
        "--",
        "—",
    ]
)
_OATH = re.compile(
    r"[^\n.]*\b(?:under (?:the )?(?:pains and )?penalt(?:y|ies) of perjury|subscribed and sworn"
    r"|sworn to (?:and|before)|28\s+U\.?S\.?C\.?[^\n]{0,4}1746)\b[^\n]*",
    re.IGNORECASE,
)


def read_sheet(text: str) -> Sheet:
    """The entries of an errata sheet, from its reading text."""
    found, unread = _table(text) or _lines(text)
    oath = _OATH.search(text)
    return Sheet(tuple(found), tuple(unread), _trimmed(text, *oath.span()) if oath else None)


Read = tuple[list[Erratum], list[str]]


def _table(text: str) -> Read | None:
    """The entries of a table of which a row names the columns; None where there is none."""
    for separator in (",", ";", "\t", "|"):
        rows = list(_rows(text, separator))
        for n, row in enumerate(rows):
            columns = _columns(row.cells)
            if (
                "was" in columns
                and "now" in columns
                and ("place" in columns or {"page", "line"} <= columns.keys())
            ):
                return _entries(text, rows[n + 1 :], columns)
    return None


@dataclass(slots=True)
class _Row:
    start: int
    end: int
    cells: list[str] = field(default_factory=list)


def _rows(text: str, separator: str) -> Iterator[_Row]:
    lines = text.splitlines(keepends=True)
    reader = csv.reader(lines, delimiter=separator, skipinitialspace=True)
    taken, offset = 0, 0
    try:
        for cells in reader:
            start = offset
            offset += sum(len(line) for line in lines[taken : reader.line_num])
            taken = reader.line_num
            yield _Row(start, offset, [cell.strip() for cell in cells])
    except csv.Error:
        return


def _columns(cells: Sequence[str]) -> dict[str, int]:
    """Which column holds what, as a header row says."""
    found: dict[str, int] = {}
    for n, cell in enumerate(cells):
        name = " ".join(re.findall(r"[a-z]+", fold(cell)))
        for field_name, names in _NAMES.items():
            if name in names:
                found.setdefault(field_name, n)
    return found


def _entries(text: str, rows: Sequence[_Row], columns: dict[str, int]) -> Read:
    found, unread = [], []
    for row in rows:
        cells = {name: row.cells[n] if n < len(row.cells) else "" for name, n in columns.items()}
        place = cells.get("place") or f"{cells.get('page', '')}:{cells.get('line', '')}"
        start, end = _trimmed(text, row.start, row.end)
        named = re.fullmatch(_PLACE, place.strip(), re.IGNORECASE)
        if named is None:
            if any(cells.get(name) for name in ("was", "now")) and re.search(r"\d", place):
                unread.append(text[start:end])
            continue
        was, now = (_said(cells[name]) for name in ("was", "now"))
        if not was and not now:
            unread.append(text[start:end])
            continue
        found.append(_erratum(text, named, was, now, cells.get("reason", ""), start, end))
    return found, unread


def _lines(text: str) -> Read:
    """The entries of a sheet of prose; one goes on until the next begins or a line is empty."""
    found: list[Erratum] = []
    unread: list[str] = []
    for start, end in _paragraphs(text):
        start, end = _trimmed(text, start, end)
        words = text[start:end]
        named = _BEGINS.match(words)
        if named is None:
            continue
        said = _prose(words[named.end() :]) or _in_columns(words[named.end() :])
        if said is None or not (said[0] or said[1]):
            unread.append(words)
        else:
            found.append(_erratum(text, named, *said, start, end))
    return found, unread


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    begin, offset = None, 0
    for line in text.splitlines(keepends=True):
        starts = _BEGINS.match(line) is not None
        if begin is not None and (starts or not line.strip()):
            yield begin, offset
            begin = None
        if starts:
            begin = offset
        offset += len(line)
    if begin is not None:
        yield begin, offset


def _prose(words: str) -> tuple[str, str, str] | None:
    for form in _FORMS:
        if match := form.match(words):
            parts = match.groupdict()
            was, now = _said(parts.get("was")), _said(parts.get("now"))
            if _INSERTS.match(words):  # the words that are named stay, and these come behind them
                now = f"{was} {now}".strip() if was else now
            return was, now, _spaced(parts.get("reason"))
    return None


def _in_columns(words: str) -> tuple[str, str, str] | None:
    cells = [cell.strip() for cell in _COLUMNS.split(words.strip())]
    if len(cells) not in {2, 3}:
        return None
    return _said(cells[0]), _said(cells[1]), _spaced(cells[2] if len(cells) == 3 else "")


def _said(words: str | None) -> str:
    """Words without the marks around them; empty where a sheet says that there are none."""
    words = _spaced(words)
    if len(words) > 1 and words[0] in '"“„' and words[-1] in '"”“':
        words = words[1:-1].strip()
    return "" if words.casefold() in _NOTHING else words


def _spaced(words: str | None) -> str:
    return " ".join((words or "").split())


def _erratum(
    text: str, named: re.Match[str], was: str, now: str, reason: str, start: int, end: int
) -> Erratum:
    page, line = named["page"], named["line"]
    last_line = named["last_line"] or line
    at = _stands(text, now, start, end)
    return Erratum(page, line, named["last_page"] or page, last_line, was, now, reason, start, end, at)


def _stands(text: str, words: str, start: int, end: int) -> tuple[int, int] | None:
    """Where in an entry its new words stand: the last time, since the old ones come first."""
    if not words:
        return None
    pattern = r"\s+".join(map(re.escape, words.split()))
    places = [match.span() for match in re.finditer(f"(?=({pattern}))", text[start:end])]
    found = [(start + at, start + at + len(match[1])) for at, _ in places[-1:]
             if (match := re.match(f"({pattern})", text[start + at : end]))]  # fmt: skip
    return found[0] if found else None


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())
