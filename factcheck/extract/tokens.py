"""A sentence as tokens, with the sorts of word that attribution needs to tell apart."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.extract.lexicon import CALENDAR
from factcheck.extract.sentences import HIDDEN
from factcheck.extract.wordlists import words

_SHORT = (
    r"(?:Mr|Mrs|Ms|Dr|Rt|Messrs|Prof|Sens?|Reps?|Govs?|Gen|Lt|Col|Sgt|Capt|Maj|Adm|Cmdr|Rev|Hon|St|Jr|Sr|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|"
    r"Dec|No|[A-Z])\.(?=[\s,])"
)


_TOKEN = re.compile(
    rf"“+{HIDDEN}*”*|[^\W\d_](?:\.[^\W\d_])+\.?|{_SHORT}|\w+(?:[.,'-]\w+)*(?:'(?=\s))?|—+|--+|[.…]+|[^\s\w]"
)


PRONOUNS = words("he she they it i we you who")


OBJECT_PRONOUNS = words("him her them me us you it")


DETERMINERS = words(
    """
    the a an his her their its our my your this that these those some any no each every another both
    several many most all
    """
)


BOUNDARIES = words(
    """
    that which because when while as if although though but where after before since until unless
    whether what how why whom so than or nor yet
    """
)


PREPOSITIONS = words(
    """
    in on at of for to from with by about during after before under over against between among into
    through across since until near toward towards without within amid despite alongside like via per
    outside inside behind following
    """
)


BE = words("is are was were be been being am 's 're")


AUXILIARIES = (
    words(
        """
    has have had did does do is are was were been also then later once now still again first repeatedly
    just
    """
    )
    | BE
)


NEGATIONS = words("not never n't cannot nor neither")


MODALS = words("will would can could may might must should shall to wo ca")


CLAUSE_OPENERS = words(
    """
    he she they it we i you there this that these those the a an his her their its our my your no some
    many most all
    """
)


_TIME_WORDS = words(
    """
    today yesterday tonight morning afternoon evening night week month year earlier later last this
    monday tuesday wednesday thursday friday saturday sunday ago recently early late
    """
)


@dataclass(slots=True, eq=False)
class Token:
    """A word, a mark, or a whole quotation (`quoted`); offsets are the document's."""

    start: int
    end: int
    text: str
    lower: str
    quoted: bool

    @property
    def word(self) -> bool:
        return self.text[0].isalnum()

    @property
    def capital(self) -> bool:
        return self.text[0].isupper()


def tokens_of(mask: str, start: int, end: int) -> list[Token]:
    return [
        Token(m.start(), m.end(), text := m[0], text.lower(), text[0] == "“")
        for m in _TOKEN.finditer(mask, start, end)
    ]


def is_time(token: Token) -> bool:
    return token.lower in _TIME_WORDS or token.text in CALENDAR or token.text + "." in CALENDAR


def is_adverb(token: Token) -> bool:
    return token.lower.endswith("ly") and not token.capital and len(token.lower) > 4
