"""The ledger's entries: what is hashed and how. FORMAT.md describes the same in words."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from factcheck.core.light import dataclass

FORMAT = 1
"""The format of entries written now. Older ones are read for ever; newer ones are refused in words."""

MAX_AT = 4_102_444_800_000_000
"""Microseconds since 1970 at the start of 2100: the clock that orders entries never runs past it."""


MAX_SEQ = 2**53 - 1
"""The greatest number of an entry; they count from 1 and stay exact in every JSON reader."""


@dataclass(frozen=True, slots=True)
class Body:
    """What an entry says. `batch` names one act of a person, `kind` a kind of the catalogue, `subject` a
    record."""

    salt: str
    batch: str
    kind: str
    subject: str
    fields: dict[str, Any]


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry. `at` is the hybrid logical clock in microseconds (order only), `wall` the writer's clock
    (showing).

    `base` are the hashes of the subject's heads that the writer had seen, `prev` the replica's previous
    entry's hash ("" for its first). `body` is the canonical JSON text, None while withheld or after a
    redaction.
    """

    hash: str
    replica: str
    seq: int
    at: int
    wall: str
    actor: str
    base: tuple[str, ...]
    prev: str
    body_hash: str
    format: int
    body: str | None

    @property
    def order(self) -> tuple[int, str, int, str]:
        """The fold order, the same on every replica."""
        return (self.at, self.replica, self.seq, self.hash)


def canonical(value: Any) -> str:
    """Canonical JSON: keys sorted by code point, no white space, no escapes but the needed ones, no
    fractions."""
    return _CANONICAL.encode(value)


_CANONICAL = json.JSONEncoder(sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False)


def sha256(data: bytes | str) -> str:
    """SHA-256 in hexadecimal; text is hashed as UTF-8."""
    return hashlib.sha256(data.encode() if isinstance(data, str) else data).hexdigest()


def body_text(body: Body) -> str:
    """The canonical JSON of a body, as stored and hashed."""
    return canonical(
        {
            "salt": body.salt,
            "batch": body.batch,
            "kind": body.kind,
            "subject": body.subject,
            "fields": body.fields,
        }
    )


def read_body(text: str) -> Body:
    """The inverse of `body_text`; raises ValueError where the text is no body."""
    try:
        value = json.loads(text)
        body = Body(value["salt"], value["batch"], value["kind"], value["subject"], value["fields"])
    except (KeyError, TypeError, RecursionError) as error:
        raise ValueError("the text is no body") from error
    if type(body.fields) is not dict or not (
        type(body.salt) is type(body.batch) is type(body.kind) is type(body.subject) is str
    ):
        raise ValueError("the text is no body")
    return body


def examined(text: str | bytes) -> tuple[Body | None, str | None]:
    """A body read, or None; and what is wrong with its form, in words, or None when it is canonical."""
    try:
        text = text if isinstance(text, str) else text.decode()
        body = read_body(text)
        same = body_text(body) == text
    except (ValueError, RecursionError):
        return None, "the body is not what an entry holds"
    return body, None if same else "the body is not canonical JSON"


def header_hash(
    replica: str,
    seq: int,
    at: int,
    wall: str,
    actor: str,
    base: Iterable[str],
    prev: str,
    body_hash: str,
    format: int,
) -> str:
    """An entry's identity: the SHA-256 of the canonical JSON of its header.

    That is written out here, key by key: it is made for every entry that comes in or is checked.
    """
    heads = ",".join(map(_text, sorted(base)))
    return sha256(
        f'{{"actor":{_text(actor)},"at":{at:d},"base":[{heads}],"body_hash":{_text(body_hash)},'
        f'"format":{format:d},"prev":{_text(prev)},"replica":{_text(replica)},"seq":{seq:d},"wall":{_text(wall)}}}'
    )


_text = json.encoder.encode_basestring
"""A text as canonical JSON."""


def entry_of(
    *,
    replica: str,
    seq: int,
    at: int,
    wall: str,
    actor: str,
    base: Iterable[str],
    prev: str,
    body: str,
    format: int = FORMAT,
) -> Entry:
    """A new entry around the canonical text of a body."""
    body_hash = sha256(body)
    heads = tuple(sorted(base))
    identity = header_hash(replica, seq, at, wall, actor, heads, prev, body_hash, format)
    return Entry(identity, replica, seq, at, wall, actor, heads, prev, body_hash, format, body)


def faults_of(entry: Entry) -> list[str]:
    """What is wrong with an entry taken alone, in words; empty when its hashes are right."""
    try:
        faults = header_faults(
            entry.hash,
            entry.replica,
            entry.seq,
            entry.at,
            entry.wall,
            entry.actor,
            entry.base,
            entry.prev,
            entry.body_hash,
            entry.format,
        )
        if entry.body is not None and sha256(entry.body) != entry.body_hash:
            faults.append("the body was changed: its hash differs")
    except UnicodeEncodeError:
        return ["it holds half of a surrogate pair, which no text can keep"]
    return faults


def header_faults(
    identity: str,
    replica: str,
    seq: int,
    at: int,
    wall: str,
    actor: str,
    base: Iterable[str],
    prev: str,
    body_hash: str,
    format: int,
) -> list[str]:
    """What is wrong with a header taken alone, in words; `identity` is the hash it goes by."""
    faults = []
    if header_hash(replica, seq, at, wall, actor, base, prev, body_hash, format) != identity:
        faults.append("the header was changed: its hash differs")
    if format > FORMAT:
        faults.append(f"format {format} is newer than this program knows ({FORMAT})")
    if not 1 <= seq <= MAX_SEQ:
        faults.append("its number is no number of an entry")
    if not 0 <= at <= MAX_AT:
        faults.append("its clock lies outside the years 1970 to 2100")
    return faults
