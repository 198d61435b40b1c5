"""The noun phrases beside a verb: its subject before or after it, and who is told."""

from __future__ import annotations

from factcheck.extract.asides import ASIDE_OPENERS, aside_start, described_before
from factcheck.extract.tokens import (
    AUXILIARIES,
    BE,
    BOUNDARIES,
    DETERMINERS,
    MODALS,
    OBJECT_PRONOUNS,
    PREPOSITIONS,
    PRONOUNS,
    Token,
    is_adverb,
    is_time,
)
from factcheck.extract.wordlists import words


def main_subject(tokens: list[Token], verb: int) -> tuple[int, int, int] | None:
    """Whoever the sentence is about, for a verb without its own subject: "Pell shrugged, adding …"."""
    at = _after_dateline(tokens)
    while at < verb and (
        not tokens[at].word
        or tokens[at].lower in PREPOSITIONS | BOUNDARIES | _OPENING
        or tokens[at].lower in ("and", "but")
    ):
        comma = next((i for i in range(at, verb) if tokens[i].text == ","), None)
        if comma is None:
            at += 1
        else:
            at = comma + 1
    first = at
    while at < verb and tokens[at].word and at - first < 12:
        token = tokens[at]
        if at > first and (
            tokens[first].lower in PRONOUNS or token.lower in PREPOSITIONS - {"of", "for", "from", "with"}
        ):
            break
        if (
            at > first
            and not token.capital
            and (tokens[at - 1].capital or at - first > 1)
            and _is_finite(token)
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


def _is_finite(token: Token) -> bool:
    return token.lower in BE | MODALS | {
        "has",
        "had",
        "have",
        "did",
        "went",
        "took",
        "made",
        "gave",
        "said",
        "told",
        "says",
        "wrote",
        "spoke",
    } or (
        token.lower.endswith(("ed", "es"))
        or (token.lower.endswith("s") and not token.lower.endswith(("ss", "'s")))
    )


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
    outer = described_before(tokens, first, at, described)
    if outer is not None:
        return _with_end(subject_before(tokens, outer), described)
    first = _drop_lead(tokens, first, at)
    if first > at or tokens[at].lower in _NO_SUBJECT or (first == at and _is_opener(tokens[at])):
        return None
    return first, at + 1, described


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
    return is_time(token) or token.lower.endswith("ly") or token.lower in _OPENING or token.text.isdigit()


def _extends(tokens: list[Token], index: int) -> bool:
    token = tokens[index]
    if not token.word:
        return token.text in ("&", "'", "$", "%", "/", "'s", "-")
    if token.lower in BOUNDARIES or token.lower in PRONOUNS or token.lower in MODALS - {"may", "will", "to"}:
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
_OPENING = words(
    """
    having being indeed meanwhile however still instead moreover furthermore elsewhere otherwise
    additionally perhaps maybe nevertheless nonetheless
    """
)


def subject_after(tokens: list[Token], verb: int) -> tuple[int, int, int] | None:
    """The subject that follows its verb, "said Kay Flint, a spokeswoman": as `subject_before`."""
    first = verb + 1
    if first >= len(tokens) or not tokens[first].word or tokens[first].lower in BOUNDARIES | PREPOSITIONS:
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
            and tokens[index + 1].lower not in BOUNDARIES | PRONOUNS | DETERMINERS
        ):
            pass
        else:
            return index, index + 1
    if token.lower in BOUNDARIES | PREPOSITIONS | PRONOUNS | {"there"} or is_time(token) or is_adverb(token):
        return None
    capital = token.capital or (
        token.lower == "the" and index + 1 < len(tokens) and tokens[index + 1].capital
    )
    while index < len(tokens) and index - first < 10 and tokens[index].word:
        word = tokens[index]
        if (
            word.lower in BOUNDARIES | PRONOUNS
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
        ):
            break
        index += 1
    return (first, index) if index > first else None
