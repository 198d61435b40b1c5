"""When, where and how: the phrases beside a reporting verb that are not what was reported."""

from __future__ import annotations

from factcheck.extract.lexicon import CALENDAR
from factcheck.extract.tokens import (
    BOUNDARIES,
    DETERMINERS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    Token,
    is_adverb,
    is_time,
)
from factcheck.extract.wordlists import words

_MEDIA = words(
    """
    statement interview email e-mail tweet speech conference letter post release report briefing memo
    message call testimony hearing rally debate press appearance affidavit filing lawsuit deposition
    op-ed editorial essay column blog twitter facebook television radio remarks address video telephone
    phone event response reply reference note court trial
    """
)


_HEARERS = DETERMINERS | OBJECT_PRONOUNS | {"members", "people", "parliament", "congress"}


def is_adjunct(tokens: list[Token]) -> bool:
    """Whether a stretch says only when, where or how something was said: nothing, or phrases with a
    preposition.
    """
    index = 0
    while index < len(tokens):
        token = tokens[index]
        if not token.word or is_time(token) or is_adverb(token) or token.lower in ("and", "as", "well"):
            index += 1
        elif token.lower in PREPOSITIONS or token.lower in ("when", "while"):
            return True
        else:
            return all(is_time(rest) or not rest.word or rest.text[0].isdigit() for rest in tokens[index:])
    return True


def skip_adjuncts(tokens: list[Token], index: int) -> int:
    """Past "Tuesday", "in a statement", "to reporters", "at the rally in Ohio" after a reporting verb."""
    while index < len(tokens):
        token = tokens[index]
        if (
            is_time(token)
            or is_adverb(token)
            or (token.text[0].isdigit() and index and is_time(tokens[index - 1]))
        ):
            index += 1
        elif (
            token.text == ","
            and index + 1 < len(tokens)
            and tokens[index - 1].text in CALENDAR
            and tokens[index + 1].text.isdigit()
        ):
            index += 2
        elif token.lower == "to" and index + 1 < len(tokens) and _is_infinitive(tokens[index + 1]):
            return index
        elif token.lower in PREPOSITIONS and token.lower not in ("of", "about"):
            after = _phrase_end(tokens, index + 1)
            if after == index + 1:
                return index
            index = after
        else:
            return index
    return index


def _is_infinitive(token: Token) -> bool:
    """Whether the word after "to" is a verb and nobody who is spoken to: "to see", not "to reporters"."""
    return (
        token.word
        and not token.capital
        and not token.text[0].isdigit()
        and token.lower not in _HEARERS
        and not (token.lower.endswith("s") and not token.lower.endswith("ss"))
    )


def _phrase_end(tokens: list[Token], index: int) -> int:
    """The end of the noun phrase that begins here: words up to a mark, a clause opener or a preposition."""
    start = index
    while index < len(tokens) and index - start < 9:
        token = tokens[index]
        if (
            not token.word
            or token.lower in BOUNDARIES
            or token.lower in PRONOUNS
            or token.lower in PREPOSITIONS
        ):
            break
        if index > start and token.lower in DETERMINERS:
            break
        after_media = index > start and tokens[index - 1].lower in _MEDIA
        if after_media and token.lower not in _MEDIA and not is_time(token):
            break
        if (
            index > start
            and is_time(token)
            and not is_time(tokens[index - 1])
            and tokens[index - 1].lower not in DETERMINERS
        ):
            break
        index += 1
    return index


def only_adjunct(tokens: list[Token], index: int) -> bool:
    """Whether nothing but time and place stands from `index` to the next mark."""
    stop = next((i for i in range(index, len(tokens)) if tokens[i].text in (",", ";", "—")), len(tokens))
    return is_adjunct(tokens[index:stop])
