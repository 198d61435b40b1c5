"""The noun phrases beside a verb: its subject before or after it, and who is told."""

from __future__ import annotations

from factcheck.extract.asides import aside_start, described_before
from factcheck.extract.main_clause import OPENING, looks_finite, main_subject
from factcheck.extract.tokens import (
    AUXILIARIES,
    BOUNDARIES,
    DETERMINERS,
    MODALS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    TRANSITIVE,
    Token,
    is_adverb,
    is_time,
)
from factcheck.extract.wordlists import words

_BEFORE_SUBJECT = BOUNDARIES | PRONOUNS | (MODALS - {"may", "will", "to"})
_BOUNDS = BOUNDARIES | PREPOSITIONS
_OPENS_CLAUSE = BOUNDARIES | PRONOUNS | DETERMINERS
_NOBODY = BOUNDARIES | PREPOSITIONS | PRONOUNS | {"there"}


def subject_before(tokens: list[Token], verb: int) -> tuple[int, int, int] | None:
    """The noun phrase that stands as subject before the token `verb`: (first, last + 1, end of what
    describes it).

    "Kay Flint, a spokeswoman for Mr. Pell, later said": first and last bound "Kay Flint", the third the
    aside's end.
    """
    at = verb - 1
    while at >= 0 and (tokens[at].lower in AUXILIARIES or is_adverb(tokens[at]) or tokens[at].lower == "who"):
        at -= 1
    at = _before_time(tokens, at)
    if at > 0 and at + 1 < verb and tokens[at].text == "," and tokens[at + 1].lower == "who":
        at -= 1
    described = at + 1
    for _ in range(3):
        if at >= 0 and (tokens[at].text in (",", ")") or tokens[at].text[0] in "—-"):
            opened = aside_start(tokens, at)
            if opened is None:
                return None
            at = opened - 1
            if at > 1 and tokens[at].text.isdigit() and tokens[at - 1].text == ",":
                at -= 2
    if at < 0 or not tokens[at].word:
        return None
    if tokens[at].lower in PRONOUNS:
        return at, at + 1, described
    first = at
    while first > 0 and at - first < 24 and _extends(tokens, first - 1):
        first -= 1
    other = _other_subject(tokens, first, verb)
    if other is not None:
        return other
    outer = described_before(tokens, first, at, described)
    if outer is not None:
        return _with_end(subject_before(tokens, outer), described)
    first = _drop_lead(tokens, first, at)
    if first > at or tokens[at].lower in _NO_SUBJECT or (first == at and _is_opener(tokens[at])):
        return None
    return first, at + 1, described


def _other_subject(tokens: list[Token], first: int, verb: int) -> tuple[int, int, int] | None:
    """The noun phrase meant where the words before the verb end a relative clause ("the union that represents
    officers said") or are another verb's object ("a note sent after Hale shot Dell said").
    """
    if first < 2:
        return None
    relative = tokens[first - 1].lower in ("that", "who", "which")
    if relative and first < verb - 1 and not tokens[first].capital and looks_finite(tokens[first]):
        return _with_end(subject_before(tokens, first - 1), verb)
    done_to = any(
        (tokens[at].lower in TRANSITIVE or (tokens[at].lower.endswith("ed") and not tokens[at].capital))
        and tokens[at - 1].capital
        and tokens[at + 1].capital
        for at in range(first + 1, verb - 1)
    )
    return main_subject(tokens, verb) if done_to else None


def _before_time(tokens: list[Token], at: int) -> int:
    """Past "on Tuesday", "today", "last week" between a subject and its verb, back to the subject's end."""
    back = at
    while back > 0 and (is_time(tokens[back]) or (tokens[back].text.isdigit() and is_time(tokens[back - 1]))):
        back -= 1
    if back < at and tokens[back].lower in ("on", "in", "at", "by"):
        back -= 1
    return back if back >= 0 and back < at and (tokens[back].word or tokens[back].text == ",") else at


def _with_end(found: tuple[int, int, int] | None, described: int) -> tuple[int, int, int] | None:
    return (found[0], found[1], described) if found is not None else None


def _is_opener(token: Token) -> bool:
    """A lone "Having", "Indeed" or "Tuesday": an opening word, nobody's name."""
    return is_time(token) or token.lower.endswith("ly") or token.lower in OPENING or token.text.isdigit()


def _extends(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if not token.word:
        return token.text in ("&", "'", "$", "%", "/", "'s", "-")
    if token.lower in _BEFORE_SUBJECT:
        return False
    if token.lower in ("is", "was", "are", "were", "has", "had", "have", "did", "said", "says"):
        return False
    if token.lower == "and":
        return index > 0 and tokens[index - 1].capital == tokens[index + 1].capital and tokens[index - 1].word
    return not is_time(token) or (index > 0 and tokens[index - 1].lower in DETERMINERS)


def _drop_lead(tokens: list[Token], first: int, last: int) -> int:
    """Leave out what comes before the phrase itself: a connective, or "In a statement" without its comma."""
    while first < last and tokens[first].lower in (
        "and",
        "but",
        "still",
        "then",
        "meanwhile",
        "yet",
        "so",
        "also",
        "instead",
        "later",
        "even",
        "only",
    ):
        first += 1
    if tokens[first].lower in PREPOSITIONS and first < last:
        best = last
        while best > first + 1 and tokens[best - 1].capital:
            best -= 1
        if not tokens[last].capital:
            while best > first + 1 and tokens[best].lower not in DETERMINERS:
                best -= 1
        return best
    return first


_NO_SUBJECT = (
    PREPOSITIONS
    | BOUNDARIES
    | (DETERMINERS - words("this that these those some many most all both several her"))
    | words("and there long not as being then too even already often always ever soon")
)


def subject_after(tokens: list[Token], verb: int) -> tuple[int, int, int] | None:
    """The subject that follows its verb, "said Kay Flint, a spokeswoman": as `subject_before`."""
    first = verb + 1
    if first >= len(tokens) or not tokens[first].word or tokens[first].lower in _BOUNDS:
        return None
    if tokens[first].lower in PRONOUNS:
        return first, first + 1, first + 1
    last = first
    while last < len(tokens) and tokens[last].word and last - first < 16:
        token = tokens[last]
        if token.lower in BOUNDARIES or token.lower in PRONOUNS or (is_time(token) and last > first):
            break
        if token.lower in ("in", "on", "at", "during", "about", "after", "to") and last > first:
            break
        last += 1
    if last == first:
        return None
    described = last
    if last < len(tokens) and tokens[last].text == ",":
        described = last + 1
        while (
            described < len(tokens)
            and tokens[described].text not in (",", ";", ".", "—")
            and not tokens[described].quoted
        ):
            described += 1
    return first, last, described


def _is_body(tokens: list[Token], index: int) -> bool:
    """Whether "committee" or "select committee" follows a name: "the Commons health committee"."""
    return any(token.lower in _BODIES for token in tokens[index : index + 2])


_BODIES = words(
    "committee panel court council board inquiry commission subcommittee newspaper magazine tribunal"
)


def object_after(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """Who is told or asked: the short noun phrase right after the verb."""
    if index >= len(tokens) or not tokens[index].word:
        return None
    first = index
    token = tokens[index]
    if token.lower in OBJECT_PRONOUNS:
        if (
            token.lower == "her"
            and index + 1 < len(tokens)
            and tokens[index + 1].word
            and tokens[index + 1].lower not in _OPENS_CLAUSE
        ):
            pass
        else:
            return index, index + 1
    if token.lower in _NOBODY or is_time(token) or is_adverb(token):
        return None
    capital = token.capital or (
        token.lower == "the" and index + 1 < len(tokens) and tokens[index + 1].capital
    )
    while index < len(tokens) and index - first < 10 and tokens[index].word:
        word = tokens[index]
        if (
            word.lower in BOUNDARIES
            or word.lower.partition("'")[0] in PRONOUNS
            or (index > first and word.lower in DETERMINERS)
            or (index > first and is_time(word))
        ):
            break
        if word.lower in PREPOSITIONS and not (word.lower == "of" and not capital):
            break
        if (
            capital
            and index > first
            and not word.capital
            and tokens[index - 1].capital
            and word.lower not in ("of", "and", "de", "van", "von")
            and not _is_body(tokens, index)
        ):
            break
        index += 1
    return (first, index) if index > first else None
