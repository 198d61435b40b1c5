"""Which words of a sentence are reporting verbs there, and whether they are denied, only possible, or
passive.
"""

from __future__ import annotations

from collections.abc import Iterator

from factcheck.extract.cues import CUE_BASES, CUE_KINDS
from factcheck.extract.lexicon import DOCUMENT_NOUNS
from factcheck.extract.tokens import (
    BE,
    DETERMINERS,
    MODALS,
    NEGATIONS,
    PREPOSITIONS,
    PRONOUNS,
    Token,
    is_adverb,
    is_finite,
)
from factcheck.extract.wordlists import words

_NOUN_LIKE = words(
    """
    claim report call answer question reply comment tweet post promise pledge vow estimate state show
    fear hope demand attack project find read press note fire signal remark recall response argue write
    offer forecast query blast brand label shot echo start blame praise boast charge shout whisper cry
    defend mention thought swearing feeling finding reading writing saying opening beginning warning
    meaning being telling calling shooting fired shot felt found read shown started began begun claims
    reports calls answers questions replies comments tweets posts promises pledges vows estimates states
    shows fears hopes demands attacks projects finds reads notes fires signals remarks offers forecasts
    labels brands blames boasts starts mentions says point points charge charges rule rules back backs
    support supports favor favors favour favours protest protests object objects champion champions
    trumpet trumpets salute salutes lobby lobbies insult insults rebuke rebukes begging
    cite signals agree welcome push pushes voice voices express term terms
    """
) - {"says", "saying", "telling"}


_MANY = words("that all many most some both")
_PLURAL = words("that all many most some both each several this")
_ADJECTIVE_AFTER = DETERMINERS - _PLURAL
_NO_VERB_BEFORE = DETERMINERS | PREPOSITIONS
_MAY_REPORT = CUE_KINDS.keys() | {"according"}


def reporting_verbs(tokens: list[Token]) -> Iterator[int]:
    for index, token in enumerate(tokens):
        if token.lower not in _MAY_REPORT:
            continue
        if (token.lower in CUE_KINDS and (not token.capital or index == 0) and _is_verb(tokens, index)) or (
            token.lower == "according" and index + 1 < len(tokens) and tokens[index + 1].lower == "to"
        ):
            yield index


def _is_verb(tokens: list[Token], index: int) -> bool:
    word = tokens[index].lower
    before = tokens[index - 1] if index else None
    if word.endswith("ed") and before is not None and _describes(before):
        return False
    if before is None:
        return (word.endswith("ing") or word == "asked") and len(tokens) > 1
    if word in _NOUN_LIKE and (
        before.lower in _NO_VERB_BEFORE or before.lower.endswith(("'s", "'")) or before.text in ("'",)
    ):
        return before.lower in _MANY and not word.endswith(("ing", "s"))
    if word in _NOUN_LIKE and not word.endswith(("ed", "ing")):
        return _is_present_verb(tokens, index, word)
    if before.lower in _ADJECTIVE_AFTER:
        return False
    return not before.lower.endswith("-")


def _describes(before: Token) -> bool:
    """Whether a participle after this word describes a noun: "400 pledged votes", "Pell's alleged debts"."""
    owner = before.lower.endswith("'s") and before.lower[:-2] not in PRONOUNS
    return before.text[0].isdigit() or owner


def _is_present_verb(tokens: list[Token], index: int, word: str) -> bool:
    """Whether "claim", "reports", "call" is a verb here and no noun: after a pronoun, a name, or a plural."""
    before = tokens[index - 1]
    after = tokens[index + 1].lower if index + 1 < len(tokens) else ""
    if before.lower in PRONOUNS or before.quoted or before.text == "," or before.lower in ("did", "does"):
        return True
    if word in ("read", "shot", "thought", "felt", "found", "began", "swore") or (
        CUE_BASES[word] != word and not word.endswith("s")
    ):
        return before.word
    if word in ("show", "say", "indicate", "suggest", "report", "state") and (
        after in ("that", ".", ",", "")
        and any(t.lower in DOCUMENT_NOUNS for t in tokens[max(0, index - 7) : index])
    ):
        return True
    if before.lower.endswith(("ed", "ing")) and not before.capital:
        return False
    if word.endswith("s"):
        return before.capital or after == "that" or (index + 1 < len(tokens) and tokens[index + 1].quoted)
    if index + 1 < len(tokens) and is_finite(tokens, index + 1):
        return False
    return (
        before.lower.endswith("s")
        and not before.lower.endswith(("ss", "'s", "us"))
        and after not in ("of", "to", "for", "in", "on", "and", ",", ".")
    )


def governors(tokens: list[Token], verb: int) -> tuple[bool, bool, bool]:
    """Whether the verb is denied, only possible, or passive, from the four words before it."""
    denied = possible = passive = False
    at = verb - 1
    while at >= 0 and verb - at <= 4 and tokens[at].word:
        word = tokens[at].lower
        if word in NEGATIONS or word.endswith("n't"):
            denied = True
        elif word in MODALS:
            possible = True
        elif (word in BE and at == verb - 1) or (word in BE and is_adverb(tokens[verb - 1])):
            passive = not tokens[verb].lower.endswith("ing")
        elif not is_adverb(tokens[at]) and word not in (
            "has",
            "have",
            "had",
            "did",
            "does",
            "do",
            "be",
            "also",
            "even",
        ):
            break
        at -= 1
    return denied, possible, passive
