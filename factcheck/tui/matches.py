"""Which words of a pair answer to one another: underlined on both sides."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from textual.content import Content

from factcheck.core.light import dataclass
from factcheck.tui.safe import printed

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from factcheck.core.views.pairs import Pair

Spans = tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class Matches:
    """The matched stretches of the claim's words, and of each text beside it."""

    said: Spans = ()
    beside: Mapping[str, Spans] = field(default_factory=dict)

    def mark(self, text: str, style: str = "") -> Content:
        """A text of the record, marked."""
        return underlined(text, self.beside.get(text, ()), style)


NO_MATCHES = Matches()


def underlined(text: str, spans: Spans, style: str = "") -> Content:
    """A text on one line with these stretches underlined."""
    return printed(text, style, spans, "underline")


def matches_of(pair: Pair, matched: Callable[[str, str], tuple[Spans, Spans]]) -> Matches:
    """The matches of a pair. `matched` compares two texts."""
    texts: list[str] = []
    if pair.event is not None:
        texts = [pair.event.title, *(evidence.words for evidence in pair.event.evidence)]
    elif pair.statement is not None:
        texts = [pair.statement.words]
    elif pair.row is not None:
        texts = [pair.row.title]
    own: set[tuple[int, int]] = set()
    beside: dict[str, Spans] = {}
    for text in dict.fromkeys(filter(None, texts)):
        mine, theirs = matched(pair.claim.words, text)
        own.update(mine)
        beside[text] = theirs
    return Matches(tuple(sorted(own)), beside)
