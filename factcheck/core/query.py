"""What a person types to search: words, "words together", a beginning*; and where they stand in a text.

Any text is a query. Nothing in it is an error; a query without a word finds nothing.
"""

from __future__ import annotations

import re

from factcheck.core.light import dataclass
from factcheck.core.words import CJK, cjk_runs, folded

_QUOTED = re.compile(r'"([^"]*)"?|([^\s"]+)')
_WORD = re.compile(r"[^\W_]+")
_CJK = re.compile(f"[{CJK}]")
_MARKS = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})


@dataclass(frozen=True, slots=True)
class Term:
    """Words that must stand together, in this order, as typed; with `beginning`, the last may go on.

    `cjk` says that it is one run of CJK letters, which is found anywhere in a longer run.
    """

    words: tuple[str, ...]
    beginning: bool = False
    cjk: bool = False


@dataclass(frozen=True, slots=True)
class Query:
    """All of these must occur."""

    terms: tuple[Term, ...]

    def __bool__(self) -> bool:
        return bool(self.terms)


LEAST = 2
"""Letters a word needs before it counts as the beginning of another."""


def read_query(typed: str, *, live: bool = False) -> Query:
    """The query that was typed; with `live` it is still being typed, and its last word may go on."""
    marked = typed.translate(_MARKS)
    found: list[Term] = []
    pieces = list(_QUOTED.finditer(marked))
    for piece in pieces:
        quoted = piece[1] is not None
        open_end = live and piece is pieces[-1] and (piece.end() == len(marked)) and marked[-1:] != '"'
        text = piece[1] if quoted else piece[2]
        beginning = open_end or (not quoted and text.endswith("*"))
        found.extend(_terms(text, beginning=beginning))
    return Query(tuple(dict.fromkeys(found)))


def _terms(text: str, *, beginning: bool) -> list[Term]:
    """The terms of one stretch: its runs of CJK letters each by itself, its other words together."""
    found = [Term((run,), cjk=True) for run in cjk_runs(text)]
    words: list[str] = []
    for word in _WORD.findall(text):
        parts = [part for part in re.split(f"[{CJK}]+", word) if part] if _CJK.search(word) else [word]
        if parts != [word]:  # what is glued to CJK letters is found beside them, not by itself
            continue
        words.append(word)
    if words:
        goes_on = beginning and len(words[-1]) >= LEAST and not _CJK.match(text[-1:])
        found.append(Term(tuple(words), goes_on))
    return found


def spans(text: str, query: Query) -> tuple[tuple[int, int], ...]:
    """Where the terms of a query stand in a text, case and accents aside: code points, end excluded, in
    order, none within another."""
    copy = folded(text)
    found: set[tuple[int, int]] = set()
    for term in query.terms:
        for match in _pattern(term).finditer(copy.text):
            found.add(copy.span(match.start(), match.end()))
    merged: list[tuple[int, int]] = []
    for start, end in sorted(found):
        if start == end:
            continue
        if merged and start <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _pattern(term: Term) -> re.Pattern[str]:
    if term.cjk:
        return re.compile(re.escape(term.words[0]))
    words = [re.escape(folded(word).text) for word in term.words]
    end = r"[^\W_]*" if term.beginning else r"(?![^\W_])"
    return re.compile(r"(?<![^\W_])" + r"[\W_]+".join(words) + end)
