"""Where reported words end: before the next report, or at the full stop."""

from __future__ import annotations

from factcheck.extract.adjuncts import only_adjunct
from factcheck.extract.cues import CUE_KINDS, PAST_CUES, Cue
from factcheck.extract.tokens import DETERMINERS, MODALS, PREPOSITIONS, Token
from factcheck.extract.wordlists import words

_CLAUSE_STOPS = words(
    """
    adding saying noting telling calling arguing citing insisting explaining warning claiming suggesting
    """
)


_NO_VERB_AFTER = DETERMINERS | PREPOSITIONS | MODALS


def object_end(tokens: list[Token], index: int) -> int:
    """The end of a verb's object: as `content_end`, and before what the narrator adds (", who was there")."""
    end = content_end(tokens, index)
    for at in range(index + 1, end - 1):
        if tokens[at].text == "," and tokens[at + 1].lower in ("who", "which", "whose", "where"):
            return at
    return end


def content_end(tokens: list[Token], index: int) -> int:
    """The end of a reported clause: before a semicolon, a new participle, another's attribution, or the full
    stop.
    """
    end = len(tokens)
    while (
        end > index
        and not tokens[end - 1].word
        and not tokens[end - 1].quoted
        and tokens[end - 1].text not in ")%"
    ):
        end -= 1
    for at in range(index + 1, end):
        text = tokens[at].text
        if text == ";":
            return at
        if text == "," and at + 1 < end:
            following = tokens[at + 1]
            if (
                following.lower in _CLAUSE_STOPS
                or following.lower == "according"
                or (following.lower in CUE_KINDS and _reports(following.lower))
                or _attribution_at(tokens, at + 1, end)
            ):
                return at
            if (
                following.lower in ("but", "while", "although", "though", "and")
                and at + 2 < end
                and _attribution_within(tokens, at + 2, end)
            ):
                return at
        if tokens[at].lower == "according" and at + 1 < end and tokens[at + 1].lower == "to":
            return at
        if tokens[at].lower == "and" and at + 1 < end and tokens[at + 1].lower in PAST_CUES:
            return at
    return end


def _attribution_at(tokens: list[Token], index: int, end: int) -> bool:
    """Whether ", the Post first reported" or ", he said" ends the sentence here."""
    for at in range(index, min(end, index + 9)):
        token = tokens[at]
        if token.lower in CUE_KINDS and at > index and not token.capital:
            previous = tokens[at - 1]
            return (
                _reports(token.lower)
                and previous.lower not in _NO_VERB_AFTER
                and only_adjunct(tokens, at + 1)
            )
        if not token.word:
            return False
    return False


def _reports(word: str) -> bool:
    return CUE_KINDS[word] in (Cue.SAY, Cue.TELL, Cue.ADD, Cue.RESPOND)


def _attribution_within(tokens: list[Token], index: int, end: int) -> bool:
    return any(
        tokens[at].lower in CUE_KINDS
        and at > index
        and CUE_KINDS[tokens[at].lower] in (Cue.SAY, Cue.TELL, Cue.ADD, Cue.ASK)
        and tokens[at].lower.endswith(("ed", "aid", "old"))
        for at in range(index, min(end, index + 6))
    )
