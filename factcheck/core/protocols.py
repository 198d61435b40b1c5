"""What the rooms ask of the world outside: the time and fresh names. Tests inject their own."""

from __future__ import annotations

import secrets
from datetime import UTC, datetime
from typing import Protocol

from factcheck.core.light import dataclass


class Clock(Protocol):
    """Tells the time in UTC."""

    def now(self) -> datetime: ...


class Ids(Protocol):
    """Makes names that nobody else makes."""

    def fresh(self) -> str:
        """A new id of 24 hexadecimal digits (96 random bits)."""
        ...


@dataclass(frozen=True, slots=True)
class SystemClock:
    """The machine's clock."""

    def now(self) -> datetime:
        return datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class RandomIds:
    """Ids from the system's source of randomness."""

    def fresh(self) -> str:
        return secrets.token_hex(12)


def as_wall(moment: datetime) -> str:
    """A moment as the ledger shows it: `2017-03-02T14:05:09.123Z`."""
    return moment.astimezone(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")


def as_micros(moment: datetime) -> int:
    """Whole microseconds since 1970, never below 0."""
    delta = moment - datetime(1970, 1, 1, tzinfo=UTC)
    return max(0, (delta.days * 86_400 + delta.seconds) * 1_000_000 + delta.microseconds)
