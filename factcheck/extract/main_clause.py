"""Of whom a sentence tells: the subject of its main clause, for verbs without one of their own."""

from __future__ import annotations

from factcheck.extract.asides import ASIDE_OPENERS
from factcheck.extract.tokens import (
    BE,
    BOUNDARIES,
    DETERMINERS,
    MODALS,
    NUMBERS,
    PAST,
    PREPOSITIONS,
    PRONOUNS,
    Token,
)
from factcheck.extract.wordlists import words

OPENING = words(
    """
    having being indeed meanwhile however still instead moreover furthermore elsewhere otherwise
    additionally perhaps maybe nevertheless nonetheless
    """
)
"""Words that open a sentence before its subject."""
_NOT_YET = PREPOSITIONS | BOUNDARIES | OPENING | {"and", "but"}
_ENDS_PHRASE = PREPOSITIONS - {"of", "for", "from", "with"}


def main_subject(tokens: list[Token], verb: int) -> tuple[int, int, int] | None:
    """Whoever the sentence is about, for a verb without its own subject: "Pell shrugged, adding …"."""
    at = _after_dateline(tokens)
    while at < verb and (not tokens[at].word or tokens[at].lower in _NOT_YET):
        comma = next((i for i in range(at, verb) if tokens[i].text == ","), None)
        if comma is None:
            at += 1
        else:
            at = comma + 1
    return subject_from(tokens, at, verb)


def subject_from(tokens: list[Token], at: int, verb: int) -> tuple[int, int, int] | None:
    """The noun phrase that begins at `at`, up to its verb or to `verb`: as `subject_before`."""
    first = at
    while at < verb and tokens[at].word and at - first < 12:
        token = tokens[at]
        if at > first and (tokens[first].lower in PRONOUNS or token.lower in _ENDS_PHRASE):
            break
        if (
            at > first
            and not token.capital
            and (tokens[at - 1].capital or at - first > 1)
            and (at - first > 1 or tokens[first].lower not in _COUNTS)
            and looks_finite(token)
        ):
            break
        at += 1
    if first >= at or tokens[first].quoted:
        return None
    described = at
    if at < verb and tokens[at].text == ",":
        closing = next((i for i in range(at + 1, min(verb, at + 30)) if tokens[i].text == ","), None)
        described = closing if closing is not None and tokens[at + 1].lower in ASIDE_OPENERS else at
    return first, at, described


def _after_dateline(tokens: list[Token]) -> int:
    if tokens and tokens[0].text.isupper() and len(tokens[0].text) > 3:
        dash = next((i for i in range(1, min(14, len(tokens))) if tokens[i].text[0] in "—-"), None)
        if dash is not None:
            return dash + 1
    return 0


_COUNTS = DETERMINERS | NUMBERS


def looks_finite(token: Token) -> bool:
    """Whether a word may be a verb in the past or present, by its form alone."""
    word = token.lower
    return (
        word in BE
        or word in MODALS
        or word in PAST
        or word in ("has", "had", "have", "did")
        or word.endswith(("ed", "es"))
        or (word.endswith("s") and not word.endswith(("ss", "'s")))
    )
