"""Standard output: the one place that writes it, as plain lines for people or as JSON for programs.

Lines never carry a character that steers a terminal; JSON escapes it. Where the terminal's encoding lacks a
character its escape is written instead (`\\u201c`): complete, and never a question mark in a quotation.
"""

from __future__ import annotations

import dataclasses
import json
import re
import sys
from collections.abc import Iterable, Mapping
from pathlib import PurePath
from typing import Any

from factcheck.cli import trouble
from factcheck.core.shown import STEERING, shown

_STEERING = re.compile("[" + "".join(map(re.escape, sorted(STEERING))) + "]")


def lines(text: str | Iterable[str]) -> None:
    """Plain lines: newlines stay, everything else that steers a terminal gives way to its stand-in."""
    for part in (text,) if isinstance(text, str) else text:
        _write(shown(part, keep="\n") + "\n")


def value(value: Any) -> None:
    """One JSON value and a newline: indented for a person at a terminal, on one line for a program."""
    _write_json(value, 2 if sys.stdout.isatty() else None)


def value_line(value: Any) -> None:
    """One JSON value on a line of its own, sent off at once: one of several."""
    _write_json(value, None)
    sys.stdout.flush()


def source_code(text: str) -> None:
    """A script for another program, as it is: our own words, no data of a case."""
    _write(text if text.endswith("\n") else text + "\n")


def as_json(value: Any, indent: int | None = None, *, only_ascii: bool = False) -> str:
    """JSON text of plain values, of views, paths and tuples. Steering characters are escaped."""
    text = json.dumps(plain(value), ensure_ascii=only_ascii, allow_nan=False, indent=indent)
    return "\n".join(_STEERING.sub(_escaped, line) for line in text.split("\n"))


def plain(value: Any) -> Any:
    """Views and mappings as dicts, tuples and sets as lists, paths as text; other values as they are."""
    if dataclasses.is_dataclass(value) and not isinstance(value, type):
        return {item.name: plain(getattr(value, item.name)) for item in dataclasses.fields(value)}
    if isinstance(value, Mapping):
        return {str(key): plain(item) for key, item in value.items()}
    if isinstance(value, list | tuple):
        return [plain(item) for item in value]
    if isinstance(value, set | frozenset):
        return sorted(plain(item) for item in value)
    return str(value) if isinstance(value, PurePath) else value


def _escaped(match: re.Match[str]) -> str:
    return json.dumps(match[0])[1:-1]


def _write_json(value: Any, indent: int | None) -> None:
    try:
        sys.stdout.write(as_json(value, indent) + "\n")
    except UnicodeEncodeError:
        sys.stdout.write(as_json(value, indent, only_ascii=True) + "\n")


def _write(text: str) -> None:
    try:
        sys.stdout.write(text)
    except UnicodeEncodeError:
        encoding = sys.stdout.encoding
        sys.stdout.write(text.encode(encoding, "backslashreplace").decode(encoding))
        _say_once(
            f"This terminal's encoding ({encoding}) lacks some characters; their codes stand in for them."
        )


_said: set[str] = set()


def _say_once(message: str) -> None:
    if message not in _said:
        _said.add(message)
        trouble.say(message)
