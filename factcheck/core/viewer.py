"""Who looks. Every reading takes a Viewer, so that no face can show what a blind reviewer must not see."""

from __future__ import annotations

from unicodedata import normalize

from factcheck.core.codes import Role
from factcheck.core.entry import sha256
from factcheck.core.light import dataclass


@dataclass(frozen=True, slots=True)
class Viewer:
    """A person who reads the case. `reviewer` is the record's id, None for someone who has not acted yet.

    What this person has submitted is asked of the store at each reading: it changes while one works.
    """

    reviewer: str | None
    name: str
    role: Role = "reviewer"

    @property
    def sees_all(self) -> bool:
        """Leads and adjudicators see every grade, also in a blind round."""
        return self.role in {"lead", "adjudicator"}

    @property
    def looks_on(self) -> bool:
        """An observer never judges, so that nothing can sway their judgement."""
        return self.role == "observer"


def reviewer_id(name: str) -> str:
    """The record id of a reviewer, the same on every replica: one name is one person.

    Letters are folded to lower case and accents to one form; what an id cannot hold is written as its code
    point, `_20` or `_u4e2d_`, so that no two names share an id. A very long name ends in its digest.
    """
    folded = normalize("NFC", normalize("NFC", " ".join(name.split())).casefold())
    written = "".join(_in_id(letter) for letter in folded)
    if len(written) > _MOST:
        written = f"{written[: _MOST // 2]}-{sha256(folded)[:24]}"
    return f"reviewer:{written}"


_MOST = 100


def _in_id(letter: str) -> str:
    if letter.isascii() and letter.isalnum():
        return letter
    return f"_{ord(letter):02x}" if ord(letter) < 0x100 else f"_u{ord(letter):x}_"
