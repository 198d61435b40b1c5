"""The clause around a verb, and whether it says that something took place."""

from __future__ import annotations

from factcheck.extract.cues import CUE_KINDS, Cue
from factcheck.extract.happenings import EVENT_VERBS
from factcheck.extract.report import Report
from factcheck.extract.tokens import (
    AUXILIARIES,
    BOUNDARIES,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    Token,
    is_adverb,
    is_time,
)
from factcheck.extract.wordlists import words

UNREAL = words(
    """
    if whether would could might may should will plans planned planning intends intended hopes hoped
    wants wanted unless deny denied denies denying expected scheduled refused declined alleged allegedly
    to cannot without nobody none no neither hardly barely rarely seldom failed unable supposedly
    """
)
"""Words before a verb that take from it that it took place."""

_SUPPOSING = words("if unless whether imagine suppose supposing assume assuming wish")
_INVERTED = words("had were should")
_NEW_CLAUSE = words("before after while when because although though but who which whereas until")
_CLAUSE_BEFORE = words("after that while before because but said although though when who until")
_NOT_BEFORE = words("the a an of his her their for its our my")
_FINITE = words("said says reported told according was were is had has")
_DANGLING = PRONOUNS | AUXILIARIES | {"and", "which"}
_LOOK_BACK = 9
_ADJECTIVAL = words("newly recently duly democratically popularly freshly previously")
_WITHOUT_OBJECT = words(
    """
    died exploded collapsed crashed started ended resigned retired voted gathered convened protested marched
    rallied appeared arrived departed returned landed opened closed testified crossed stayed moved debated
    campaigned talked dined lunched stepped joined traveled travelled
    """
)


_MAY_TELL = EVENT_VERBS.keys() | {"joining"}


def event_verbs(tokens: list[Token], reports: list[Report]) -> list[int]:
    """The verbs of a sentence that say that something took place, in order."""
    found = []
    for at, token in enumerate(tokens):
        if token.lower in _MAY_TELL and _tells(tokens, at, reports):
            found.append(at)
    if found and _only_supposed(tokens):
        return []
    return found


def _only_supposed(tokens: list[Token]) -> bool:
    """ "Had she met him in March, …", "Imagine that he met …"."""
    at = next((i for i, token in enumerate(tokens) if token.word), len(tokens))
    if at >= len(tokens):
        return False
    if tokens[at].lower in ("imagine", "suppose", "supposing", "assuming"):
        return True
    return (
        tokens[at].lower in _INVERTED
        and at + 1 < len(tokens)
        and (tokens[at + 1].lower in PRONOUNS or tokens[at + 1].capital or tokens[at + 1].lower == "the")
    )


def _tells(tokens: list[Token], at: int, reports: list[Report]) -> bool:
    """Whether this verb is past, not denied, not only possible, not asked."""
    token = tokens[at]
    before = tokens[at - 1].lower if at else ""
    if token.capital and at:
        return False
    if token.lower == "joining":
        if before not in ("after", "formally", "since", "before", "officially"):
            return False
    elif before in _NOT_BEFORE or before.endswith("'s"):
        return False
    for report in reports:
        if report.subject is not None and report.subject[0] < at < report.verb and at < report.subject[1]:
            return False
        unreal = report.question or report.kind in (Cue.DENY, Cue.PROMISE, Cue.PREDICT, Cue.DECLINE)
        if (unreal and any(first <= at < last for first, last in report.content)) or report.verb == at:
            return False
    after = tokens[at + 1].lower if at + 1 < len(tokens) else ""
    done_to = after == "by" or (after == "with" and token.lower == "charged")
    if done_to and before not in AUXILIARIES and not is_adverb(tokens[at - 1]):
        return False
    if before in _ADJECTIVAL or _gap_follows(tokens, at):
        return False
    return not _is_unreal(tokens, at)


def _gap_follows(tokens: list[Token], at: int) -> bool:
    """Whether the verb only describes a noun before it: "what she raised from them is by far the most"."""
    for token in tokens[at + 1 : at + 16]:
        if (
            not token.word
            or token.lower in BOUNDARIES
            or token.lower in ("and", "but", "who", "he", "she", "they")
        ):
            return False
        if token.lower in ("is", "are", "was", "were"):
            return True
    return False


def only_describes(tokens: list[Token], at: int) -> bool:
    """Whether a verb without object or auxiliary may be a mere participle: "the plan approved last year"."""
    if at and (tokens[at - 1].lower in AUXILIARIES or is_adverb(tokens[at - 1])):
        return False
    if tokens[at].lower in _WITHOUT_OBJECT or not tokens[at].lower.endswith(
        ("ed", "en", "wn", "held", "made")
    ):
        return False
    following = tokens[at + 1] if at + 1 < len(tokens) else None
    return (
        following is None
        or not following.word
        or following.lower in PREPOSITIONS
        or is_time(following)
        or is_adverb(following)
    )


def _is_unreal(tokens: list[Token], at: int) -> bool:
    back = at - 1
    while back >= 0 and at - back <= _LOOK_BACK and (tokens[back].word or tokens[back].text == "'"):
        word = tokens[back].lower
        if (
            word in UNREAL
            or word in NEGATIONS
            or word.endswith("n't")
            or word in MODALS
            or word in ("what", "how")
        ):
            return True
        if (word in BOUNDARIES and at - back > 1) or (word == "and" and at - back > 4):
            break
        back -= 1
    return any(token.lower in _SUPPOSING for token in _same_stretch(tokens, at))


def _same_stretch(tokens: list[Token], at: int) -> list[Token]:
    """The words before a verb back to the last comma or semicolon."""
    first = at
    while first > 0 and at - first < 25 and tokens[first - 1].text not in (",", ";", "—", ":"):
        first -= 1
    return tokens[first:at]


def clause_of(tokens: list[Token], at: int, previous: int, stop: int) -> tuple[int, int]:
    """The token range of the clause around a verb: from its subject to the next clause."""
    last = at + 1
    while (
        last < min(stop, len(tokens))
        and tokens[last].text not in (";", "—", ":")
        and not (tokens[last].lower in _NEW_CLAUSE and last > at + 1)
    ):
        if tokens[last].text == "," and last + 1 < len(tokens) and _other_clause(tokens, last + 1):
            break
        last += 1
    while last > at + 1 and (
        tokens[last - 1].lower in _DANGLING or (not tokens[last - 1].word and not tokens[last - 1].quoted)
    ):
        last -= 1
    first = at
    while (
        first > previous + 1
        and tokens[first - 1].text not in (";", "—", ":")
        and tokens[first - 1].lower not in _CLAUSE_BEFORE
    ):
        first -= 1
    return first, last


def _other_clause(tokens: list[Token], index: int) -> bool:
    """Whether a comma is followed by a subject and verb of their own (an attribution, say)."""
    for at in range(index, min(index + 7, len(tokens))):
        word = tokens[at].lower
        if word in _FINITE or (at > index and word in CUE_KINDS and not tokens[at].capital):
            return True
        if not tokens[at].word:
            return False
    return False
