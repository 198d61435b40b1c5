"""What a change of wording may turn over: a denial or affirmation, a number, a date, a name."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from factcheck.core.changes import Turn
from factcheck.core.number_words import NUMBER_WORDS
from factcheck.core.plain import plain
from factcheck.match.polarity import turns_round

_PIECES = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_THOUSANDS = re.compile(r"(?<=\d),(?=\d{3}(?!\d))")
_CAPITAL = re.compile(r"(?<![^\W_])(?!I(?:'|[\W_]|$))[^\W\d_a-z][^\W_]*(?:'[^\W_]+)?")
_AGAIN = re.compile(r"\b((?:[^\W_]+ ){0,5}[^\W_]+)--(?=\1\b)")

_ONES = {word: number for word, number in NUMBER_WORDS.items() if 0 < number < 10}
_TENS = {word: number for word, number in NUMBER_WORDS.items() if number >= 20}
_COMPOUND = re.compile(rf"\b({'|'.join(_TENS)})[- ]?({'|'.join(_ONES)})\b")
_NUMBERS = {word: str(number) for word, number in NUMBER_WORDS.items()}
_MORE = frozenset((
    "hundred", "thousand", "million", "billion", "dozen", "once", "twice", "first", "second", "third",
    "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth",
))  # fmt: skip
_DATES = frozenset((
    "january", "february", "march", "april", "may", "june", "july", "august", "september", "october",
    "november", "december", "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov",
    "dec", "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday", "yesterday",
    "today", "tomorrow",
))  # fmt: skip
_YEAR = re.compile(r"(?:1[5-9]|2[01])\d\d")
_TITLE = re.compile(r"(?:^|\W)(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gen|Hon|Prof|St|Amb)\.\s*$")
_ENDS = re.compile(r"[.!?:][\"'”’)\]]*\s*$")


def turned(old: str, new: str) -> tuple[Turn, ...]:
    """What a change of wording may turn over, in words.

    A person is told of each; none is ever passed over as a slip of the pen.
    """
    found: list[Turn] = []
    if turns_round(old, new):
        found.append("polarity")
    old, new = plain(old), plain(new)
    before, after = _pieces(old), _pieces(new)
    if _numbers(before) != _numbers(after):
        found.append("number")
    dates = Counter(w for w in before if w in _DATES), Counter(w for w in after if w in _DATES)
    if dates[0] != dates[1] or _years(before) != _years(after):
        found.append("date")
    names = _capitals(old) | _capitals(new)
    if names and any(before.count(name) != after.count(name) for name in names):
        found.append("name")
    return tuple(found)


def _pieces(text: str) -> list[str]:
    """The words; what somebody began and said again (“May--May 3”) once, “twenty-one” and “1,000” as they
    are written in digits."""
    text = _THOUSANDS.sub("", _AGAIN.sub("", text.lower()))
    return _PIECES.findall(_COMPOUND.sub(lambda found: str(_TENS[found[1]] + _ONES[found[2]]), text))


def _numbers(pieces: Iterable[str]) -> Counter[str]:
    """The numbers, in digits where a word says them; what holds a digit (“5th”, “B12”) is one."""
    return Counter(
        _NUMBERS.get(word, word)
        for word in pieces
        if word in _NUMBERS or word in _MORE or any(letter.isdigit() for letter in word)
    )


def _years(pieces: Iterable[str]) -> Counter[str]:
    return Counter(word for word in pieces if _YEAR.fullmatch(word))


def _ends(before: str) -> bool:
    """Whether a sentence ends with these signs; “Mr.” and an initial end none."""
    return _ENDS.search(before) is not None and _TITLE.search(before) is None


def _capitals(text: str) -> set[str]:
    """The words that are written as names. Capitals at the beginning of a sentence make none, nor does a text
    all in capitals."""
    if text.isupper():
        return set()
    return {
        match[0].lower()
        for match in _CAPITAL.finditer(text)
        if match[0][0].isupper()
        and match.start() > 0
        and not _ends(text[max(0, match.start() - 8) : match.start()])
    }
