"""What capitalised words are likely to name: a person with titles before, a body, or a place."""

from __future__ import annotations

import re

from factcheck.extract.given_names import FEMALE_NAMES, GIVEN_NAMES, MALE_NAMES
from factcheck.extract.lexicon import (
    COURTESY,
    NATIONALITIES,
    NOT_NAMES,
    ORGANISATION_WORDS,
    PARTY_WORDS,
    PLACES,
    ROLE_NOUNS,
    SURNAMES_TOO,
    TITLES,
)

_LOWER_ROLE = re.compile(r"((?:[A-Za-z][\w.'-]*[ ]){0,3}?)([a-z][a-z-]+)[ ]$")
_ROLE_ASIDE = re.compile(r"([a-z][a-z-]+), (?:[A-Z][a-z]{0,4}\. )?$")
_THE = re.compile(r"\b[Tt]he (?:[A-Z][\w.'-]* )*$")
_CAPS = re.compile(r"[A-Z]{2,4}$")
_BYNAME = re.compile(
    r", (?:\d\d[,.]|(?:his|her|their|who|whose)\b|"
    r"(?:an?|the|former|then|now)\b((?:[^,.;:—\n]|(?<=\b[A-Z])\.){2,60}))"
    r"|,? (?:who|himself|herself)\b|,? \((?:D|R)|, [DR]-|, (?:D|R|I)-"
)


def is_shouted(words: tuple[str, ...]) -> bool:
    """Whether all words are in capitals: a heading within the text."""
    return len(words) > 1 and all(word.isupper() and len(word) > 2 for word in words)


def titles_of(words: tuple[str, ...]) -> int:
    """How many of the words are titles, ranks and jobs before the name."""
    split = 0
    for index, word in enumerate(words[:-1]):
        short = word.endswith(".") and word in TITLES
        if index and words[index - 1] in GIVEN_NAMES and not short:
            continue
        job = word.lower() in ROLE_NOUNS and word not in GIVEN_NAMES and word not in PARTY_WORDS
        if (
            word in TITLES
            or job
            or (len(words) > 2 and _CAPS.match(word) and words[index + 1] in GIVEN_NAMES)
        ):
            split = index + 1
    return split


def is_body(named: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether the words after any titles name an office, outlet or group: "Lakeside Tribune", not "Bill
    Hale".
    """
    if any(word in COURTESY for word in words):
        return False
    surname = named[0] in GIVEN_NAMES and named[-1] in SURNAMES_TOO
    if words[-1] == "House" or (named[-1] in PARTY_WORDS and not surname):
        return True
    if named[0] in GIVEN_NAMES and len(named) > 1:
        return named[-1] in ORGANISATION_WORDS and named[-1] not in SURNAMES_TOO
    if len(named) < len(words) and len(named) == 1:
        return named[0] in ORGANISATION_WORDS and named[0] not in SURNAMES_TOO
    return any(word in ORGANISATION_WORDS for word in named)


def role_before(plain: str, start: int) -> str | None:
    """ "Russian ambassador " before a name: the job in small letters with the words that qualify it."""
    if start < 4 or not plain[start - 2].islower():
        return None
    word = plain[max(0, start - 24) : start].rstrip().rpartition(" ")[2]
    if word not in ROLE_NOUNS:
        return None
    match = _LOWER_ROLE.search(plain, max(0, start - 60), start)
    if match is None or match.group(2) not in ROLE_NOUNS:
        return None
    qualifiers: list[str] = []
    for word in reversed(match.group(1).split()):
        if (
            not (
                word[0].isupper()
                or word in ("former", "acting", "deputy", "foreign", "campaign", "prime", "press")
            )
            or word in NOT_NAMES
        ):
            break
        qualifiers.insert(0, word)
    return " ".join([*qualifiers, match.group(2)])


def kind_of(
    plain: str,
    named: tuple[str, ...],
    title: str | None,
    role: str | None,
    start: int,
    end: int,
    lowered: frozenset[str],
) -> str:
    if (title or role) and not (len(named) == 1 and named[0] in PLACES):
        return "person"
    if named[-1] in PLACES and not (len(named) > 1 and named[0] in GIVEN_NAMES):
        return "place"
    if len(named) == 1:
        return "organisation" if named[0].isupper() and len(named[0]) > 1 else "unknown"
    if named[0] in GIVEN_NAMES:
        return "person"
    if len(named[0]) == 2 and named[0].endswith(".") and not named[0].startswith(("U.", "D.")):
        return "person"
    if _THE.search(plain, max(0, start - 40), start):
        return "organisation"
    if len(named) <= 4 and not named[0].endswith(NATIONALITIES):
        aside = _ROLE_ASIDE.search(plain, max(0, start - 40), start)
        if aside is not None and aside.group(1) in ROLE_NOUNS:
            return "person"
        match = _BYNAME.match(plain, end)
        if match is not None and (match.group(1) is None or _tells_job(match.group(1))):
            return "person"
    common = any(word.lower() in lowered for word in named if word.lower() not in ("de", "van", "la"))
    return "organisation" if common else "unknown"


def _tells_job(description: str) -> bool:
    return any(word in ROLE_NOUNS for word in re.findall(r"[a-z][a-z-]+", description))


def gender_of(name: str, title: str | None = None) -> str | None:
    """ "m", "f" or None, from a courtesy title or a given name that is nearly always one or the other."""
    if title:
        if title.rstrip(".").endswith(("Mr", "Sir", "Lord", "Congressman", "Chairman", "King", "Prince")):
            return "m"
        if title.rstrip(".").endswith(
            ("Mrs", "Ms", "Miss", "Lady", "Dame", "Congresswoman", "Chairwoman", "Queen", "Princess", "Mme")
        ):
            return "f"
    first, _, rest = name.partition(" ")
    if not rest:
        return None
    if first in MALE_NAMES and first not in FEMALE_NAMES:
        return "m"
    if first in FEMALE_NAMES and first not in MALE_NAMES:
        return "f"
    return None
