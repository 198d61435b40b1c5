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


SUBORDINATING = words(
    "as when while after before although though if since because until unless whereas despite once"
)


_CONTRACTED = PRONOUNS | words("there that who what")
_HAVE_DO = words("has have had did does do didn't doesn't don't isn't wasn't weren't aren't hasn't haven't")


PAST = words(
    """
    went came took met spoke left gave sent wrote sold bought paid held drove rose fell ran won lost got made
    told said sat stood began broke chose drew ate read saw knew thought felt found kept let put set cut hit
    led grew became brought built caught dealt fought flew forgot heard hid hurt laid meant rang rode sank
    shot shut slept spent stole struck taught threw understood withdrew wore
    """
)


TRANSITIVE = words(
    "shot killed met hit struck beat fired hired sued arrested married replaced succeeded joined stabbed"
)
"""Verbs after which a name is whom it was done to."""


CLAUSE_OPENERS = words(
    """
    he she they it we i you there this that these those the a an his her their its our my your no some
    many most all
    """
)


NUMBERS = words(
    """
    half two three four five six seven eight nine ten dozen dozens hundred hundreds thousands
    a-third one-third two-thirds
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


def without_possessive(token: Token) -> int:
    """Where a word ends without the "'s" of an owner."""
    return token.end - (2 if token.lower.endswith("'s") else 0)


def is_time(token: Token) -> bool:
    return token.lower in _TIME_WORDS or token.text in CALENDAR or token.text + "." in CALENDAR


def is_finite(tokens: list[Token], at: int) -> bool:
    """Whether a word may be the verb of a clause, by its form and the word before it."""
    token, before = tokens[at], tokens[at - 1]
    word = token.lower
    if word in BE or word in MODALS or word in _HAVE_DO or word in PAST:
        return True
    if "'" in word and (word.endswith("n't") or word.partition("'")[0] in _CONTRACTED):
        return True
    if token.capital or before.lower in DETERMINERS or before.lower in PREPOSITIONS:
        return False
    if word.endswith("ed"):
        return True
    return word.endswith("s") and not word.endswith(("ss", "'s", "us"))


def is_adverb(token: Token) -> bool:
    return token.lower.endswith("ly") and not token.capital and len(token.lower) > 4
