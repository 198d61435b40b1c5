"""Where the words that an errata sheet changes stand in the transcript."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.match.tokens import Vocabulary, tokens
from factcheck.store import places, texts

if TYPE_CHECKING:
    from factcheck.extract.errata import Erratum
    from factcheck.store.connect import Db

_LINES_ON = 400
"""Code points behind a cited place into which words that begin there may run."""


def place_of(db: Db, source: str, erratum: Erratum) -> tuple[int, int] | str:
    """Where an entry's words stand in the transcript, or in words why they do not."""
    first = places.starts(db, source, page=erratum.page, line=erratum.line)
    last = places.starts(db, source, page=erratum.last_page, line=erratum.last_line)
    if len(first) != 1 or len(last) != 1:
        return "there is no such page and line" if not (first and last) else "it stands there more than once"
    start = first[0]
    end = places.end(db, source, last[0], page=erratum.last_page, line=erratum.last_line)
    stretch = texts.slice_of(db, source, start, end + _LINES_ON)
    if not erratum.was:
        words = stretch[: end - start]
        lead = len(words) - len(words.lstrip())
        return (start + lead, start + len(words.rstrip())) if words.strip() else "the line is empty"
    found = _within(stretch, erratum.was, end - start)
    if not found:
        there = " ".join(stretch[: end - start].split())
        return f"“{erratum.was}” does not stand there; it reads “{there}”"
    if len(found) > 1:
        return f"“{erratum.was}” stands there {len(found)} times"
    return start + found[0][0], start + found[0][1]


def _within(stretch: str, words: str, until: int) -> list[tuple[int, int]]:
    """Where words stand in a stretch, beginning before `until`: as words, however they are set."""
    vocabulary = Vocabulary()
    there, wanted = tokens(stretch, vocabulary), tokens(words, vocabulary)
    size = len(wanted)
    if not size:
        at = stretch.find(words, 0, until)
        return [(at, at + len(words))] if at >= 0 else []
    return [
        (there.starts[n], there.ends[n + size - 1])
        for n in range(len(there) - size + 1)
        if there.starts[n] < until and there.ids[n : n + size] == wanted.ids
    ]
