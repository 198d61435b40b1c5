"""Which sentences of an answer are worth a reviewer's eye: denials, memory, knowledge, refusals, known names.

A plain "Yes." is none: whoever wants it as a statement takes it from the transcript with one key.
"""

from __future__ import annotations

import re

from factcheck.extract.forms import form_of

_NEGATIVE_ANSWER = re.compile(
    r"\W*(?:(?:oh|well|um|uh|again|so|and|but),? )?"
    r"(?:no\b(?! problem\b| matter\b| doubt\b|[.,]? go ahead\b)|nope\b|never\b|neither\b|none\b|nothing\b|"
    r"nobody\b|not\b(?! only\b| just\b)|"
    r"(?:absolutely|certainly|definitely|of course|surely) not\b)",
    re.IGNORECASE,
)
_DENIAL = re.compile(
    r"\b(?:(?:did|was|were|had|have|has)(?:n't| not)\b|never\b|no(?:body|thing| one|ne)\b|neither\b|"
    r"(?:had|have|has|was|were|been|made|took|saw|heard|received|gave|held) no\b|den(?:y|ied|ies)\b|"
    r"(?:is|was|are|were)(?: simply| just| absolutely| completely)? (?:false|untrue|incorrect|not true)\b)",
    re.IGNORECASE,
)
"""What was not done or was not so; what is not so in general is an opinion, or how things are."""

_OWN_DENIAL = re.compile(
    r"\b(?:I|we)(?:'m| am| are|'re| do|'ve| have| could)(?:n't| not)\b(?! (?:think|feel|want|mean|care)\b)",
    re.IGNORECASE,
)
_OF_MANNERS = re.compile(
    r"\b(?:(?:is|are|was|were|do|did|does|have|has|would|could)n't (?:it|he|she|they|you|we|that|there)\b|"
    r"(?:do|does|did)(?:n't| not) (?:worry|mean to|want to (?:interrupt|speak)|understand (?:the|your) "
    r"question|hear (?:you|the question))|did not hear|couldn't agree more|no question\b|no one doubts|"
    r"not only\b)",
    re.IGNORECASE,
)
"""Tags ("isn't it?"), courtesies and figures of speech that deny nothing."""

_FIRST_PERSON = re.compile(r"\b(?:I|I'[a-z]+|we|we'[a-z]+|my|me|our|us|mine)\b", re.IGNORECASE)
_ASKS = re.compile(r"\?[”\"')\]]*\s*$")

_NO_FACT = frozenset({"opinion", "prediction", "promise"})
_WEIGHT = {"no recollection": 0.85, "not aware": 0.8, "declines": 0.75}


def weight_of(sentence: str, opens: bool, answers: bool) -> float:
    """How likely a sentence of a witness's is worth reviewing, from 0 (not) to 1. `opens` says that it begins
    the turn, `answers` that the turn answers a question."""
    plain = " ".join(sentence.replace("’", "'").split())
    if _ASKS.search(plain):
        return 0.0
    form = form_of(plain)
    if form in _WEIGHT:
        return _WEIGHT[form]
    if opens and answers and _NEGATIVE_ANSWER.match(plain):
        return 0.7
    if form in _NO_FACT:
        return 0.0
    bare = _OF_MANNERS.sub("", plain)
    if _DENIAL.search(bare):
        return 0.75 if _FIRST_PERSON.search(plain) else 0.5
    return 0.6 if _OWN_DENIAL.search(bare) else 0.0
