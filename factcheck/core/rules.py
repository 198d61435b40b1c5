"""What a field may hold. A record's annotation is its rule; validation, tables and the format page read it
here.

Values are those of canonical JSON: text, integers, true, false, null, lists, objects; never a fraction.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import MISSING, fields
from types import NoneType, UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin, get_type_hints

from factcheck.core.edtf import is_edtf
from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError

MAX_TEXT = 4_000_000
"""Code points one text field may hold."""

MAX_INTEGER = 2**53 - 1
"""Integers stay exact in every JSON reader."""

MAX_DEPTH = 20
"""How deep lists and objects may lie in one another."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One field's rule. `shape` is text, edtf, sha, ref, anchors, code, count, flag, names, refs, codes or
    json."""

    shape: str
    entity: str | None = None
    options: tuple[str, ...] = ()
    required: bool = False
    default: Any = None


Text = Annotated[str, Rule("text")]
Edtf = Annotated[str, Rule("edtf")]
Sha = Annotated[str, Rule("sha")]
Count = Annotated[int, Rule("count")]
Names = Annotated[list[str], Rule("names")]
RefList = Annotated[list[str], Rule("refs")]
CodeMap = Annotated[dict[str, str], Rule("codes")]
Json = Annotated[Any, Rule("json")]
Anchors = Annotated[list[dict[str, Any]], Rule("anchors")]
"""Anchors as plain values, in order (see `Anchor.as_fields`)."""

RecordId = Annotated[str, Rule("ref", "record")]
PersonId = Annotated[str, Rule("ref", "person")]
SourceId = Annotated[str, Rule("ref", "source")]
StatementId = Annotated[str, Rule("ref", "statement")]
ClaimId = Annotated[str, Rule("ref", "claim")]
EventId = Annotated[str, Rule("ref", "event")]
GradeId = Annotated[str, Rule("ref", "grade")]
NoteId = Annotated[str, Rule("ref", "note")]
RegisterId = Annotated[str, Rule("ref", "register")]
ReviewerId = Annotated[str, Rule("ref", "reviewer")]

_SHA = re.compile(r"[0-9a-f]{64}")
_ID = re.compile(r"[a-z0-9][a-z0-9:._-]{0,127}")
_LETTERS = re.compile(r"[a-z]{0,4}")
_LABELLED = frozenset({"page", "line", "cell", "time"})
_ANCHOR_KEYS = frozenset({"source", "start", "end", "exact", "prefix", "suffix", "place", "place_end"})


_RULES: dict[type, dict[str, Rule]] = {}


def rules_of(record: type) -> dict[str, Rule]:
    """The rule of every field of a record class, in the order of its definition."""
    if record not in _RULES:
        _RULES[record] = _read_rules(record)
    return _RULES[record]


def _read_rules(record: type) -> dict[str, Rule]:
    hints = get_type_hints(record, include_extras=True)
    rules: dict[str, Rule] = {}
    for item in fields(record):
        optional, rule = _read_annotation(hints[item.name])
        missing = item.default is MISSING
        rules[item.name] = Rule(
            rule.shape, rule.entity, rule.options, missing and not optional, None if missing else item.default
        )
    return rules


def _read_annotation(hint: Any) -> tuple[bool, Rule]:
    if get_origin(hint) in (Union, UnionType):
        inner = [part for part in get_args(hint) if part is not NoneType]
        return True, _read_annotation(inner[0])[1]
    if get_origin(hint) is Annotated:
        return False, next(part for part in get_args(hint) if isinstance(part, Rule))
    if get_origin(hint) is Literal:
        return False, Rule("code", options=get_args(hint))
    return False, {bool: Rule("flag"), str: Rule("letters")}[hint]


def check_fields(record: type, given: Mapping[str, Any], *, whole: bool) -> None:
    """Refuses fields that break a rule of `record`; `whole` also asks for every required field."""
    rules = rules_of(record)
    for name, value in given.items():
        rule = rules.get(name)
        if rule is None:
            raise _refusal(record, name, "is no field of this record")
        if value is None:
            if rule.required or rule.default is not None:
                raise _refusal(record, name, "must have a value")
        elif problem := _problem(rule, value):
            raise _refusal(record, name, problem)
    if whole and (missing := [name for name, rule in rules.items() if rule.required and name not in given]):
        raise _refusal(record, missing[0], "is missing")


def _problem(rule: Rule, value: Any) -> str | None:
    match rule.shape:
        case "text":
            return _bad_text(value) if isinstance(value, str) and value else "must be text that is not empty"
        case "letters":
            good = isinstance(value, str) and _LETTERS.fullmatch(value) is not None
            return None if good else "must be up to four small letters"
        case "flag":
            return None if isinstance(value, bool) else "must be true or false"
        case "count":
            return None if _is_count(value) else "must be a whole number from 0"
        case "code":
            return None if value in rule.options else f"must be one of: {', '.join(rule.options)}"
        case "edtf":
            return (
                None
                if isinstance(value, str) and is_edtf(value)
                else "must be an EDTF date such as 2016-09-08"
            )
        case "sha":
            good = isinstance(value, str) and _SHA.fullmatch(value) is not None
            return None if good else "must be a SHA-256 in hexadecimal"
        case "ref":
            good = isinstance(value, str) and _ID.fullmatch(value) is not None
            return None if good else "must be the id of a record"
        case "names" | "refs":
            good = isinstance(value, list) and all(isinstance(item, str) and item for item in value)
            good = good and _is_plain(value)
            return None if good else "must be a list of texts"
        case "codes":
            good = isinstance(value, dict) and all(isinstance(code, str) for code in value.values())
            good = good and _is_plain(value)
            return None if good else "must map names to codes"
        case "anchors":
            return _anchor_problem(value)
        case "json":
            return (
                None
                if _is_plain(value)
                else "must be text, whole numbers, true, false, null, lists or objects"
            )
    return None


def _bad_text(value: str) -> str | None:
    if len(value) > MAX_TEXT:
        return f"is longer than {MAX_TEXT:,} characters"
    try:
        value.encode()
    except UnicodeEncodeError:
        return "holds half of a surrogate pair, which no text file can keep"
    return None


def _anchor_problem(value: Any) -> str | None:
    if not isinstance(value, list) or not value:
        return "must be a list of anchors"
    for anchor in value:
        if not isinstance(anchor, dict) or not {"source", "start", "end", "exact"} <= anchor.keys():
            return "must hold anchors with source, start, end and exact"
        if not anchor.keys() <= _ANCHOR_KEYS:
            return "must hold anchors and nothing else"
        start, end, exact = anchor["start"], anchor["end"], anchor["exact"]
        if not (_is_count(start) and _is_count(end)):
            return "must hold anchors with whole-number offsets"
        texts = (exact, anchor.get("prefix", ""), anchor.get("suffix", ""))
        if not all(isinstance(text, str) and _bad_text(text) is None for text in texts):
            return "must hold anchors whose quotation, prefix and suffix are text"
        if not start < end or end - start != len(exact):
            return "must hold anchors whose quotation is as long as the stretch it stands for"
        if not isinstance(anchor["source"], str) or not _ID.fullmatch(anchor["source"]):
            return "must hold anchors that name a source by its id"
        if not all(_is_place(anchor.get(name, {})) for name in ("place", "place_end")):
            return "must hold anchors whose places have page, line, cell, time or paragraph"
    return None


def _is_place(value: Any) -> bool:
    return isinstance(value, dict) and all(
        _is_count(part)
        if name == "paragraph"
        else name in _LABELLED and isinstance(part, str) and not _bad_text(part)
        for name, part in value.items()
    )


def _is_count(value: Any) -> bool:
    return isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= MAX_INTEGER


def _is_plain(value: Any, depth: int = 0) -> bool:
    """Whether a value is one of canonical JSON, nested no deeper than any reader can follow."""
    if depth > MAX_DEPTH:
        return False
    if isinstance(value, str):
        return _bad_text(value) is None
    if isinstance(value, list):
        return all(_is_plain(item, depth + 1) for item in value)
    if isinstance(value, dict):
        return all(isinstance(key, str) and _is_plain(key) for key in value) and all(
            _is_plain(item, depth + 1) for item in value.values()
        )
    if isinstance(value, int):
        return abs(value) <= MAX_INTEGER
    return value is None


def _refusal(record: type, name: str, problem: str) -> FactcheckError:
    return FactcheckError(
        title="This cannot be recorded",
        detail=f"{record.__name__.lower()}: {name.replace('_', ' ')} {problem}.",
    )
