"""Which words of a claim and of something else match, for marking on screens."""

from __future__ import annotations

from factcheck.core.terms import KIN, terms_of_word
from factcheck.core.words import Word, words

Spans = tuple[tuple[int, int], ...]


def matched(claim_text: str, other_text: str) -> tuple[Spans, Spans]:
    """The words of each side that have a counterpart on the other: of one family, or of one kin where there
    is none of the family. Spans are code points, end excluded, in order."""
    left, right = _keyed(claim_text), _keyed(other_text)
    shared = _terms(left) & _terms(right)
    kins = (_kins(left) & _kins(right)) - {kin for term in shared for kin in KIN.get(term, ())}
    return _spans(left, shared, kins), _spans(right, shared, kins)


def _keyed(text: str) -> list[tuple[Word, tuple[str, ...]]]:
    return [(word, terms) for word in words(text) if (terms := terms_of_word(word))]


def _terms(keyed: list[tuple[Word, tuple[str, ...]]]) -> set[str]:
    return {term for _, terms in keyed for term in terms}


def _kins(keyed: list[tuple[Word, tuple[str, ...]]]) -> set[str]:
    return {kin for _, terms in keyed for term in terms for kin in KIN.get(term, ())}


def _spans(keyed: list[tuple[Word, tuple[str, ...]]], shared: set[str], kins: set[str]) -> Spans:
    return tuple(
        (word.start, word.end)
        for word, terms in keyed
        if any(term in shared or any(kin in kins for kin in KIN.get(term, ())) for term in terms)
    )
