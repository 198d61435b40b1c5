"""Reports whose verb has an object and no clause: "criticised the ban", "urged them to vote", "admitted the
payment". Verb and object together are what is told: without its verb the object says nothing.
"""

from __future__ import annotations

from factcheck.extract.content_ends import content_end, object_end
from factcheck.extract.cues import Cue
from factcheck.extract.report import Report
from factcheck.extract.somebody import means_somebody
from factcheck.extract.tokens import (
    BOUNDARIES,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    Token,
    is_adverb,
    is_time,
)
from factcheck.extract.wordlists import words

_OBJECTS = words(
    """
    confirm acknowledge admit reveal disclose allege predict forecast recall recount cite tout highlight
    emphasize emphasise stress underscore propose recommend promise pledge suggest lament repeat reiterate
    echo express voice signal
    """
)
"""Verbs of saying that may have an object instead of a clause."""

_WITH: dict[str, frozenset[str]] = {
    "call": words("for on"),
    "rail": words("against at"),
    "apologize": words("for"),
    "apologise": words("for"),
    "object": words("to"),
    "protest": words("against"),
    "plead": words("for with"),
    "lobby": words("for against"),
    "argue": words("for against"),
    "caution": words("against"),
    "warn": words("against of about"),
    "advise": words("against"),
    "agree": words("with"),
    "disagree": words("with"),
    "press": words("for"),
    "push": words("for"),
    "point": words("to"),
    "testify": words("about to against"),
    "commit": words("to"),
    "speculate": words("about"),
    "hint": words("at"),
    "brag": words("about of"),
    "complain": words("of about to"),
}
"""Verbs whose object follows a preposition."""
_ONLY_WITH = words(
    "rail push object plead agree disagree point testify commit speculate hint complain caution press"
)
_VOICED = words(
    """
    support concern concerns doubt doubts regret regrets opposition confidence hope hopes fear fears outrage
    anger frustration alarm apology sympathy satisfaction disappointment scepticism skepticism view views
    opinion belief interest willingness desire praise criticism reservations misgivings readiness intention
    """
)
"""What is expressed or voiced."""
_FOUGHT = words("attack defend blast hail back welcome")
"""Verbs that tell of deeds as well as words."""
_AS = words("refer portray compare liken brand label characterize characterise")
"""Verbs whose object is something only with what it is called or set beside."""
_PARTICLES = words("away off down up out into onto from over in at to back")
_NO_OBJECT = (BOUNDARIES | PREPOSITIONS | words("and or not as to it also too there here")) - {
    "that",
    "what",
    "how",
}
_SUBJECTS = PRONOUNS | DETERMINERS


def object_reported(tokens: list[Token], report: Report, start: int) -> list[tuple[int, int]]:
    """The verb with its object, as the content of a report; none where the verb has no such object."""
    kind, base = report.kind, report.base
    spoken = kind in (Cue.CALL, Cue.JUDGE, Cue.URGE) or base in _OBJECTS or base in _WITH
    if not spoken or report.subject is None or not _is_somebody(tokens, report.subject):
        return []
    at = start
    while at < len(tokens) and (is_adverb(tokens[at]) or is_time(tokens[at])):
        at += 1
    if at >= len(tokens) or not _is_object(tokens, report, at):
        return []
    report.acts = True
    return [(report.verb, object_end(tokens, at))]


def _is_object(tokens: list[Token], report: Report, at: int) -> bool:
    """Whether what begins at `at` is the object that this verb takes."""
    kind, base, word = report.kind, report.base, tokens[at].lower
    if report.addressee is not None and kind is Cue.URGE:
        return word in ("to", "not")
    if report.addressee is not None and base in ("accuse", "blame"):
        return True
    if kind in (Cue.CALL, Cue.JUDGE) and any(t.quoted for t in tokens[at : content_end(tokens, at)]):
        return True
    if word in _WITH.get(base, ()):
        return _is_phrase(tokens, at + 1)
    if word == "to" and base in ("apologize", "apologise"):
        return any(token.lower == "for" for token in tokens[at + 1 : at + 8])
    if base in ("express", "voice", "signal"):
        return any(token.lower in _VOICED for token in tokens[at : at + 6])
    if base in _ONLY_WITH or word in _NO_OBJECT or not _is_phrase(tokens, at):
        return False
    return _is_what_is_told(tokens, report, at)


def _is_somebody(tokens: list[Token], subject: tuple[int, int]) -> bool:
    first, last = subject
    return (
        tokens[first].capital
        or tokens[first].lower in _SUBJECTS
        or tokens[last - 1].capital
        or means_somebody(tokens, first, last)
    )


def _is_phrase(tokens: list[Token], at: int) -> bool:
    return at < len(tokens) and (tokens[at].word or tokens[at].quoted)


def _is_what_is_told(tokens: list[Token], report: Report, at: int) -> bool:
    base, end = report.base, content_end(tokens, at)
    if base in _AS:
        return any(tokens[i].lower in ("as", "to", "with", "a", "an") for i in range(at, end))
    if base in ("call", "term"):
        return end - at > 1 and _calls_something(tokens, at, end)
    if base in _FOUGHT:
        return _of_words(tokens, base, at, end)
    if base in ("support", "oppose", "favor", "favour", "champion"):
        return tokens[at].lower not in _PARTICLES
    if base in _OBJECTS:
        return not tokens[at].capital or base in ("cite", "tout", "highlight", "recommend")
    return True


def _of_words(tokens: list[Token], base: str, at: int, end: int) -> bool:
    """ "attacked him for lying", "defended the plan": no battle, and nobody at a door."""
    if base in ("back", "welcome", "defend", "hail"):
        return tokens[at].lower in DETERMINERS and tokens[at].lower != "her"
    return any(tokens[i].lower in ("for", "as", "over") for i in range(at + 1, end)) or any(
        tokens[i].lower.endswith("'s") for i in range(at, min(end, at + 3))
    )


def _calls_something(tokens: list[Token], start: int, end: int) -> bool:
    """ "called the story a lie", not "called the bank that day": a second phrase says what it is called."""
    return any(
        tokens[at].lower in ("a", "an") and tokens[at - 1].lower not in PREPOSITIONS
        for at in range(start + 1, min(end, start + 9))
    )
