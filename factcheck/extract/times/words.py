"""The words of English dates, and the pieces of pattern made of them. All patterns read lower-cased text."""

from __future__ import annotations

from collections.abc import Iterable

from factcheck.core.number_words import NUMBER_WORDS

_MONTHS = (
    "january jan", "february feb", "march mar", "april apr", "may", "june jun", "july jul", "august aug",
    "september sept sep", "october oct", "november nov", "december dec",
)  # fmt: skip
_WEEKDAYS = (
    "monday mon", "tuesday tues tue", "wednesday wed", "thursday thurs thur thu", "friday fri",
    "saturday sat", "sunday sun",
)  # fmt: skip
MONTH_NUMBER = {word: n for n, words in enumerate(_MONTHS, 1) for word in words.split()}
WEEKDAY_NUMBER = {word: n for n, words in enumerate(_WEEKDAYS) for word in words.split()}
SEASON_CODE = {
    "spring": 21,
    "springtime": 21,
    "summer": 22,
    "summertime": 22,
    "autumn": 23,
    "fall": 23,
    "winter": 24,
}

NUMBER = NUMBER_WORDS | {
    "hundred": 100, "a": 1, "an": 1, "a couple": 2, "a couple of": 2, "couple of": 2,
}  # fmt: skip

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth twentieth twenty-first twenty-second twenty-third "
    "twenty-fourth twenty-fifth twenty-sixth twenty-seventh twenty-eighth twenty-ninth thirtieth thirty-first"
)
ORDINAL = {word: n for n, word in enumerate(_ORDINALS.split(), 1)}
DECADE_WORD = {
    "twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
    "nineties": 9,
}  # fmt: skip


def either(words: Iterable[object]) -> str:
    """A group that matches any of the words, the longest first, and nothing longer."""
    ordered = sorted((str(w) for w in words), key=lambda w: (-len(w), w))
    return "(?:" + "|".join(ordered).replace(" ", r"\s") + ")"


MONTH = either(MONTH_NUMBER) + r"(?![a-z])\.?"
WEEKDAY = either(WEEKDAY_NUMBER) + r"(?![a-z])\.?"
SEASON = either(SEASON_CODE) + r"(?![a-z])"
ORDINAL_WORD = either(ORDINAL) + r"(?![a-z])"
COUNT = (
    r"(?:\d{1,3}|a\scouple(?:\sof)?|couple\sof|" + either(w for w in NUMBER if " " not in w) + r")(?![a-z\d])"
)
UNIT = r"(?:day|week|fortnight|month|quarter|year|decade|century|centurie)s?(?![a-z])"
YEAR = r"(?:1\d{3}|20\d\d)(?!\d|,\d|\.\d|['’]?s\b)"
DAY_NUMBER = r"(?:0?[1-9]|[12]\d|3[01])"
DAY = rf"{DAY_NUMBER}(?!\d)(?:st|nd|rd|th)?(?![a-z\d:]|,\d{{3}}(?!\d)|\.\d|%|\spercent)"
DASH = r"\s?[-‐‑–—]\s?"
PART_OF_DAY = (
    r"(?:\s(?:early\s|late\s|mid-)?(?:morning|afternoon|evening|night|noon|midnight|midday|lunchtime))"
)
YEAR_REF = r"(?:last|this|next|that|the\ssame|that\ssame|the\sprevious|the\sfollowing|the\snext|the)\syear"
"""The year of another expression: "of last year", "of that year"."""


def month_number(word: str) -> int:
    return MONTH_NUMBER[word.rstrip(".")]


def weekday_number(word: str) -> int:
    return WEEKDAY_NUMBER[word.rstrip(".")]


def count_of(word: str) -> int:
    """The number a count word or numeral means; "a" is one."""
    word = " ".join(word.split())
    return int(word) if word.isdigit() else NUMBER[word]


def day_number(word: str) -> int:
    """The day that "8", "8th" or "eighth" names."""
    return ORDINAL[word] if word in ORDINAL else int(word.rstrip("stndrh"))


def full_year(digits: str, near: int | None = None) -> int:
    """A year of two or four digits; two are read in the century of ``near``, else 1930 to 2029."""
    number = int(digits)
    if len(digits) > 2:
        return number
    if near is not None:
        return near - near % 100 + number + (100 if number < near % 100 else 0)
    return number + (2000 if number < 30 else 1900)


def unit_of(word: str) -> str:
    """The unit in the singular."""
    return "century" if word.startswith("centur") else word.removesuffix("s")
