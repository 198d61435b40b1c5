"""Who a phrase means, as found."""

from __future__ import annotations

from factcheck.core.light import dataclass
from factcheck.extract.people import Person


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who a phrase means: a person's fullest name, or the body as printed; None when nobody can be named."""

    name: str | None
    basis: str
    confidence: float
    candidates: tuple[str, ...] = ()
    person: Person | None = None
    on_behalf_of: str | None = None
    flags: tuple[str, ...] = ()


NOBODY = Speaker(None, "no attribution", 0.2, flags=("no-speaker",))
