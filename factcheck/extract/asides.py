"""Words between commas that describe what stands before them: "Kay Flint, a spokeswoman for Pell, said"."""

from __future__ import annotations

from factcheck.extract.lexicon import ROLE_NOUNS
from factcheck.extract.tokens import DETERMINERS, PREPOSITIONS, Token
from factcheck.extract.wordlists import words

ASIDE_OPENERS = DETERMINERS | words(
    "who whose former then now in for at on during speaking citing including though while through"
)
_INTERRUPTS = (PREPOSITIONS - {"to"}) | words(
    "however meanwhile too therefore again as if when one formerly along once himself herself"
)
"""More words that open an aside right before the verb: "Pell, by contrast, said"."""


_ADDRESSED = words(
    "asked pressed questioned quizzed challenged confronted reached interviewed contacted shown"
)
"""What was done to the one who then speaks: "Bell, asked whether she had signed, said"."""


def aside_start(tokens: list[Token], close: int) -> int | None:
    """The token that opens the aside which `close` ends; None where the comma does not end an aside."""
    opener = {")": "(", ",": ","}.get(tokens[close].text, tokens[close].text)
    at = close - 1
    while at > 0 and close - at < 40:
        if tokens[at].quoted and opener == ",":
            return None
        if tokens[at].text == opener:
            inside = tokens[at + 1]
            if opener != ",":
                return at
            if (
                inside.lower in ASIDE_OPENERS
                or inside.lower in _INTERRUPTS
                or inside.text[0].isdigit()
                or (inside.lower.endswith("ing") and not inside.capital)
                or inside.lower in _ADDRESSED
                or _is_role_aside(tokens, at + 1, close)
            ):
                return at
            if (
                inside.capital
                and close - at <= 5
                and all(t.capital or not t.word for t in tokens[at + 1 : close])
            ):
                return at
        at -= 1
    return None


def _is_role_aside(tokens: list[Token], first: int, close: int) -> bool:
    return any(
        token.lower in ROLE_NOUNS for token in tokens[first : first + 8] if token.start < tokens[close].start
    )


def described_before(tokens: list[Token], first: int, last: int, described: int) -> int | None:
    """The comma before a description that itself ends in a name: "Kim, a lawyer for his brother, Cole, said",
    "Pell, through his lawyer, Kim, said". None where the phrase is the subject itself.
    """
    if last + 1 >= described or first < 2 or tokens[first - 1].text != ",":
        return None
    opener = tokens[first].lower
    named = tokens[first - 2].capital or tokens[first - 2].text == "."
    speaks = opener in ("through", "via") or (
        opener in ("a", "an") and any(t.lower in ("for", "of", "to") for t in tokens[first : last + 1])
    )
    return first - 1 if named and speaks else None
