"""Dates as people type and read them."""

from __future__ import annotations

import os
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from factcheck.core.edtf import When, is_edtf, order_key, parse_edtf
from factcheck.core.edtf_words import say
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.store.act import ActFile


def understood(typed: str, today: date | None = None) -> str:
    """The EDTF value of a date as typed ("spring 2016", "2016-09~", "Sept 8 2016").

    What can be read in two ways, or not at all, is refused with the choices; nothing is guessed.
    """
    typed = typed.strip()
    if is_edtf(typed):
        return parse_edtf(typed).edtf
    from factcheck.extract import times

    read = times.understand(typed, today)
    if read is not None and read.edtf is not None:
        return read.edtf
    choices = [candidate.edtf for candidate in read.candidates] if read else []
    raise FactcheckError(
        f"“{typed}” is not one date",
        f"It may mean {' or '.join(choices)}." if choices else "It cannot be read as a date.",
        "Type it as 2016-09-08, 2016-09, 2016, spring 2016, 2016-09~ (about) or 2016-07/2016-09.",
        2,
    )


def today(case: ActFile) -> str:
    """The as-of stamp: SOURCE_DATE_EPOCH (seconds since 1970) where it is set, else the machine's day."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    if epoch is None:
        return case.clock.now().astimezone().date().isoformat()
    if not epoch.isdecimal() or len(epoch) > 11:
        raise FactcheckError(
            "SOURCE_DATE_EPOCH is not understood", f"“{epoch}”", "It holds whole seconds since 1970.", 2
        )
    return datetime.fromtimestamp(int(epoch), UTC).date().isoformat()


def said(edtf: str | None) -> str:
    """A stored date in words; "no date" where there is none."""
    return say(parse_edtf(edtf)) if edtf else "no date"


def in_time(edtf: str | None) -> tuple[date, date]:
    """A sort key: by first day, then by last; what has no date comes last."""
    return order_key(parse_edtf(edtf or "XXXX"))[:2]


def days_between(earlier: str | None, later: str | None) -> int | None:
    """Whole days from one date to another where both are days."""
    if not earlier or not later:
        return None
    return parse_edtf(earlier).days_to(parse_edtf(later))


def contradict(values: list[str]) -> bool:
    """Whether two of these dates cannot be the same time: a month and a day in it can."""
    whens: list[When] = [parse_edtf(value) for value in values]
    return any(not a.overlaps(b) for i, a in enumerate(whens) for b in whens[i + 1 :])
