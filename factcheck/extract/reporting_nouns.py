"""Speech told by a noun: "Pell's claim that …", "his refusal to …", "her answer was that …"."""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.content_ends import content_end
from factcheck.extract.cues import Cue
from factcheck.extract.report import Report
from factcheck.extract.tokens import BE, PREPOSITIONS, Token
from factcheck.extract.wordlists import words

_CLAUSE_NOUNS = words(
    """
    claim assertion allegation accusation contention statement suggestion argument insistence warning
    admission acknowledgment acknowledgement announcement declaration denial prediction belief view opinion
    concern complaint remark comment conclusion assurance explanation testimony message response answer reply
    reason point position defense defence advice theory estimate promise pledge vow threat demand hint
    confirmation confession recollection account
    """
)
"""What is said, when "that" or "was that" follows."""
_DEED_NOUNS: dict[str, Cue] = {
    **dict.fromkeys(words("promise pledge vow threat offer commitment"), Cue.PROMISE),
    **dict.fromkeys(words("refusal"), Cue.DECLINE),
    **dict.fromkeys(words("call demand plea proposal request"), Cue.URGE),
}
"""What is promised, refused or called for, when "to" follows; those called for also with "for"."""
_JUDGING = words(
    "criticism praise endorsement denunciation condemnation rejection accusation denial defense defence"
)
_NOUNS = {
    form: noun
    for noun in (*_CLAUSE_NOUNS, *_DEED_NOUNS, *_JUDGING)
    for form in (noun, noun + "s", noun.removesuffix("y") + "ies" if noun.endswith("y") else noun)
}
REPORTING_NOUNS = frozenset(_NOUNS)
"""Every form of these nouns."""
_OWNERS = words("his her")
_MODIFIERS = 3
"""Words that may stand between the owner and the noun: "Pell's oft-repeated public claim"."""


def noun_reports(tokens: list[Token], sentence: int) -> Iterator[Report]:
    """The reports that a noun with an owner makes, in order; one of nobody's ("the claim that") is none."""
    for at, token in enumerate(tokens):
        noun = _NOUNS.get(token.lower)
        if noun is None or at == 0 or at + 2 >= len(tokens) or token.capital:
            continue
        owner = _owner(tokens, at)
        if owner is None:
            continue
        content, kind, acts = _content(tokens, at, noun)
        if content is None or (_opens(tokens, owner[0]) and content[0] <= at + 2):
            continue  # "Pell's claim that he never met her was false": where the claim ends is not plain
        content = _before_main_clause(tokens, owner[0], at, content)
        report = Report(sentence, at, noun, kind, owner, owner[1], after=at + 1, acts=acts)
        report.content = [content]
        report.whole = tokens[content[0]].quoted and content[1] == content[0] + 1
        yield report


def _owner(tokens: list[Token], at: int) -> tuple[int, int] | None:
    for last in range(at - 1, max(-1, at - 2 - _MODIFIERS), -1):
        token = tokens[last]
        if not token.word:
            return None
        if token.lower in _OWNERS:
            return last, last + 1
        if token.lower.endswith(("'s", "s'")) and token.lower not in ("it's", "that's", "he's", "she's"):
            first = last
            while first > 0 and tokens[first - 1].capital and tokens[first - 1].word:
                first -= 1
            if first and not tokens[first].capital and tokens[first - 1].word:
                first -= 1
            return first, last + 1
    return None


def _opens(tokens: list[Token], owner: int) -> bool:
    """Whether the owner opens the sentence, so that noun and clause are the subject of a verb to come."""
    return owner < 2 and tokens[0].lower not in PREPOSITIONS


def _before_main_clause(
    tokens: list[Token], owner: int, noun: int, content: tuple[int, int]
) -> tuple[int, int]:
    """Of "Despite Pell's claim that he never met her, the diaries show" what stands before the comma."""
    if content[0] > noun and (owner > 2 or tokens[0].lower not in PREPOSITIONS):
        return content
    stop = next((i for i in range(*content) if tokens[i].text == ","), content[1])
    return content[0], stop


def _content(tokens: list[Token], at: int, noun: str) -> tuple[tuple[int, int] | None, Cue, bool]:
    """The words told, what the noun does to them, and whether the noun belongs to them."""
    following = tokens[at + 1].lower
    if noun in _CLAUSE_NOUNS:
        start = at + 1
        if following in BE or following == ":":
            start = at + 2
            if tokens[start].quoted:
                return (start, start + 1), Cue.SAY, False
        if tokens[start].lower == "that" and start + 2 < len(tokens):
            return (start + 1, content_end(tokens, start + 1)), Cue.SAY, False
    if noun in _DEED_NOUNS and following == "to" and not tokens[at + 2].capital:
        return (at, content_end(tokens, at + 1)), _DEED_NOUNS[noun], True
    if (noun in _JUDGING and following == "of") or (_DEED_NOUNS.get(noun) is Cue.URGE and following == "for"):
        return (at, content_end(tokens, at + 1)), Cue.JUDGE, True
    return None, Cue.SAY, False
