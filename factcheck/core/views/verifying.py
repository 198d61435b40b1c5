"""What a check of the case finds."""

from __future__ import annotations

from factcheck.core.light import dataclass


@dataclass(frozen=True, slots=True)
class Problem:
    """What a check of the case found. `where` names replica, seq and the hash's first eight digits, or a
    file part."""

    where: str
    what: str


@dataclass(frozen=True, slots=True)
class Verified:
    """The outcome of `verify`."""

    ok: bool
    entries: int
    problems: tuple[Problem, ...]
