"""Reasons in plain words: how the two sides say what they share."""

from __future__ import annotations

from functools import lru_cache

from factcheck.core.ranking import Candidate, Sought
from factcheck.core.terms import KIN, terms_of_word
from factcheck.core.words import fold, words


def same(claim: Sought, candidate: Candidate, term: str) -> str:
    """Both sides have this term: `communications ~ communicated`, or the word itself where it is one."""
    return _pair(_said(claim, term), _surfaces(candidate.words).get(term, term))


def akin(claim: Sought, candidate: Candidate, kin: str) -> str:
    """Both sides have a word of this kin: `communications ~ conversation`."""
    mine = next((said for term, said in _surfaces(claim.words).items() if kin in KIN.get(term, ())), "")
    mine = mine or next((s for term, s in _surfaces(claim.context).items() if kin in KIN.get(term, ())), "")
    theirs = next((s for term, s in _surfaces(candidate.words).items() if kin in KIN.get(term, ())), "")
    return _pair(mine, theirs)


def _pair(left: str, right: str) -> str:
    if fold(left) == fold(right):
        return f"both say “{right}”"
    return f"{left} ~ {right}"


def _said(claim: Sought, term: str) -> str:
    return _surfaces(claim.words).get(term) or _surfaces(claim.context).get(term, term)


@lru_cache(maxsize=512)
def _surfaces(text: str) -> dict[str, str]:
    """Each term of a text with the word that gave it first."""
    found: dict[str, str] = {}
    for word in words(text):
        for term in terms_of_word(word):
            found.setdefault(term, text[word.start : word.end])
    return found
