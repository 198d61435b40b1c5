"""Which of the textual forms a table has, by how it begins; its name decides between forms that begin
alike."""

from __future__ import annotations

from collections import Counter
from itertools import islice

from factcheck.errors import FactcheckError
from factcheck.read.decode import decode
from factcheck.read.tables.dialect import TABBED, cells_of, dialect_of, without_last_line
from factcheck.read.tables.json_values import Values

DELIMITED = "csv"
JSON = "json"
JSON_LINES = "jsonl"

NAMED_AS_TABLE = (".csv", *TABBED)
NAMED_AS_JSON = (".json", ".jsonl", ".ndjson")
_LINES = (".jsonl", ".ndjson")

LOOKED_AT = 65_536
_RECORDS = 100
_ALIKE = 0.8


def text_form(head: bytes, name: str) -> str:
    """The form of what is said to be a table: JSON by its first bracket, else cells divided by a sign."""
    text = _text(head).lstrip()
    if text.startswith("["):
        return JSON
    if text.startswith("{"):
        return JSON_LINES if _is_in_lines(text, name) else JSON
    return JSON_LINES if name.lower().endswith(_LINES) else DELIMITED


def shows_table(head: bytes, name: str) -> str | None:
    """The form of a text that is named as a table and is one; None where its name or its words say
    otherwise. A list of words in one column is none."""
    lower = name.lower()
    if not lower.endswith(NAMED_AS_TABLE + NAMED_AS_JSON):
        return None
    form = text_form(head, name)
    if form in (JSON, JSON_LINES):
        return form if lower.endswith(NAMED_AS_JSON) else None
    return form if lower.endswith(NAMED_AS_TABLE) and _is_even(head, name) else None


def _is_even(head: bytes, name: str) -> bool:
    """Whether most rows have the same number of cells, more than one; prose has no such thing."""
    text = _text(head)
    text = without_last_line(text, len(text) - (len(head) > LOOKED_AT))
    rows = islice(cells_of(text, dialect_of(text, name)), _RECORDS)
    widths = Counter(len(cells) for cells in rows if any(map(str.strip, cells)))
    width, count = max(widths.items(), key=lambda entry: entry[1], default=(0, 0))
    return width > 1 and count > 1 and count >= _ALIKE * widths.total()


def _is_in_lines(text: str, name: str) -> bool:
    """Whether the first line is an object by itself. A sole object is taken by the name of the file."""
    first, _, rest = text.partition("\n")
    try:
        value = Values().of(first)
    except (ValueError, RecursionError):
        return name.lower().endswith(_LINES)
    return isinstance(value, dict) and (name.lower().endswith(_LINES) or bool(rest.strip()))


def _text(head: bytes) -> str:
    try:
        return decode(head[:LOOKED_AT]).text
    except FactcheckError:
        return ""
