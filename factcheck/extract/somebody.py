"""Whether a phrase of nobody known by name still means somebody who can speak: "two people briefed on it"."""

from __future__ import annotations

from factcheck.extract.lexicon import ORGANISATION_WORDS, ROLE_NOUNS
from factcheck.extract.tokens import BE, BOUNDARIES, DETERMINERS, MODALS, PREPOSITIONS, Token
from factcheck.extract.wordlists import words

_PEOPLE = words(
    """
    people person man men woman women boy girl child children family police army military navy staff crew team
    company firm agency ministry department government administration council committee commission board union
    party campaign group organisation organization association charity regulator court jury panel office
    bureau bank hospital school university church paper newspaper outlet network magazine broadcaster
    majority minority opposition cabinet congress parliament senate house delegation coalition embassy
    consulate bishops relatives loved colleagues neighbors neighbours sides side lawyers source sources
    insider insiders someone somebody anyone others critics rivals opponents allies authorities
    """
)
_NO_NOUN = BE | MODALS | words("has have had did does do and but or with not don't didn't won gave made took")
_STOPS = PREPOSITIONS | BOUNDARIES | {"and", "or"}


def means_somebody(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the head of the phrase `tokens[first:last]` is a word for people or for a body of them."""
    head = None
    for token in tokens[first:last]:
        if head is not None and (
            token.lower in _STOPS or (token.lower.endswith(("ed", "ing")) and not token.capital)
        ):
            break
        if token.word and token.lower not in DETERMINERS:
            head = token
    if head is None:
        return False
    word = head.lower
    return (
        word in _PEOPLE
        or word in ROLE_NOUNS
        or word.removesuffix("s") in ROLE_NOUNS
        or (head.capital and (head.text in ORGANISATION_WORDS or head.text.isupper() or len(word) > 3))
    )


def is_phrase(tokens: list[Token], first: int, last: int) -> bool:
    """Whether `tokens[first:last]` is a noun phrase as far as its words show, and no rest of a clause."""
    inside = tokens[first:last]
    return inside[0].lower not in _NO_NOUN and not any(
        token.lower in _NO_NOUN and token.lower not in ("and", "or", "with") for token in inside
    )
