"""What a register shows of what it lists: asked once for the whole of it."""

from __future__ import annotations

from typing import get_args

from factcheck.core import codes
from factcheck.errors import FactcheckError

MODES: tuple[str, ...] = get_args(codes.Mode)

MODE_MEANS = {
    "attended": "the register shows who came: a log, a sign-in sheet, a call record",
    "reported": "somebody says afterwards that it happened: a published diary, a chronology",
    "scheduled": "it was planned: a calendar, an appointment book",
    "cancelled": "it was called off",
    "absent": "the register shows who did not come",
}
"""What each mode says of a whole register."""


def mode_missing(name: str) -> FactcheckError:
    """What to say where nobody said what a register shows."""
    means = "\n".join(f"  {mode:<10} {words}" for mode, words in MODE_MEANS.items())
    return FactcheckError(
        f"What {name} shows has to be said",
        "It is asked once for the whole register, for scheduled is not happened:\n" + means,
        "Say it: --mode attended|reported|scheduled|cancelled|absent.",
        2,
    )
