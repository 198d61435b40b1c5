"""Which words of a claim and of something else match, for screens that mark them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.match import marking

if TYPE_CHECKING:
    from factcheck.match.marking import Spans


def matched(claim_text: str, other_text: str) -> tuple[Spans, Spans]:
    """The spans of the words that match, on either side: code points, end excluded, in order."""
    return marking.matched(claim_text, other_text)
