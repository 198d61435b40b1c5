"""Two wordings beside each other: how alike they are, where they differ, and what a difference turns over."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from rapidfuzz.distance import Indel

from factcheck.core.changes import Change, Op, Turn
from factcheck.core.number_words import NUMBER_WORDS
from factcheck.core.plain import plain

_WORDS = re.compile(r"\S+")
_SIGNS = re.compile(r"^[^\w$]+|[^\w%]+$")
_PIECES = re.compile(r"[^\W_]+(?:'[^\W_]+)?")
_SHORT_NOT = re.compile(r"n't\b")
_AGAIN = re.compile(r"\b((?:[^\W_]+ ){0,5}[^\W_]+)--(?=\1\b)")
_CAPITAL = re.compile(r"(?<![^\W_])(?!I(?:'|[\W_]|$))[^\W\d_a-z][^\W_]*(?:'[^\W_]+)?")
_LONGEST = 3000
"""Words up to which a difference is worked out word by word; a longer one is shown as a whole."""

_NEGATORS = frozenset(
    [
        "not",
        "no",
        "never",
        "none",
        "nothing",
        "nobody",
        "nowhere",
        "neither",
        "nor",
        "cannot",
        "without",
        "hardly",
        "barely",
        "scarcely",
        "nay",
        "unaware",
        "deny",
        "denied",
        "denies",
        "false",
        "untrue",
        "incorrect",
    ]
)
_AFFIRMERS = frozenset(["yes", "yeah", "yep", "aye", "correct", "true", "right", "affirmative"])
_NUMBERS = {word: str(number) for word, number in NUMBER_WORDS.items()}
_MORE = frozenset(
    [
        "hundred",
        "thousand",
        "million",
        "billion",
        "dozen",
        "once",
        "twice",
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "eighth",
        "ninth",
        "tenth",
    ]
)
_DATES = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "jan",
        "feb",
        "mar",
        "apr",
        "jun",
        "jul",
        "aug",
        "sep",
        "sept",
        "oct",
        "nov",
        "dec",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "yesterday",
        "today",
        "tomorrow",
    ]
)
_TITLE = re.compile(r"(?:^|\W)(?:[A-Z]|Mr|Mrs|Ms|Dr|Sen|Rep|Gen|Hon|Prof|St|Amb)\.\s*$")
_ENDS = re.compile(r"[.!?:][\"'”’)\]]*\s*$")


def likeness(one: Sequence[int], other: Sequence[int]) -> float:
    """How alike two runs of numbered words are, from 0 to 1: twice the words in common order over all."""
    return Indel.normalized_similarity(one, other)


def changes(old: str, new: str, *, loose: bool = False) -> tuple[Change, ...]:
    """The way from one wording to the other, word by word. How the words are set does not count; with `loose`
    nor do letter case and signs at their ends, which captions lack."""
    before, after = _printed(old), _printed(new)
    if max(len(before), len(after)) > _LONGEST:
        return (Change("gone", " ".join(before)), Change("come", " ".join(after)))
    compared = [[_bare(word) for word in words] if loose else words for words in (before, after)]
    found: list[Change] = []
    gone: list[str] = []
    come: list[str] = []
    for op, i, j, k, n in [*Indel.opcodes(*compared), ("equal", 0, 0, 0, 0)]:
        if op != "equal":
            gone += before[i:j]
            come += after[k:n]
            continue
        runs: tuple[tuple[Op, list[str]], ...] = (("gone", gone), ("come", come), ("same", after[k:n]))
        found += [Change(what, " ".join(words)) for what, words in runs if words]
        gone, come = [], []
    return tuple(found)


def _printed(text: str) -> list[str]:
    """The words as they are printed, divided hyphens joined and dashes by themselves."""
    return _WORDS.findall(plain(text).replace("--", " -- "))


def _bare(word: str) -> str:
    return _SIGNS.sub("", word).casefold()


def turned(old: str, new: str) -> tuple[Turn, ...]:
    """What a change of wording may turn over: a denial or affirmation, a number, a date, a name.

    A person is told of each; none is ever passed over as a slip of the pen.
    """
    found: list[Turn] = []
    old, new = plain(old), plain(new)
    before, after = _pieces(old), _pieces(new)
    if _denials(before) != _denials(after) or _affirmations(before) != _affirmations(after):
        found.append("polarity")
    dates = Counter(w for w in before if w in _DATES), Counter(w for w in after if w in _DATES)
    if _numbers(before) != _numbers(after):
        found.append("number")
    if dates[0] != dates[1] or _years(before) != _years(after):
        found.append("date")
    names = _capitals(old) | _capitals(new)
    if names and any(before.count(name) != after.count(name) for name in names):
        found.append("name")
    return tuple(found)


def _pieces(text: str) -> list[str]:
    """The words, contractions in full; what somebody began and said again (“didn't -- did not”) once."""
    text = _SHORT_NOT.sub(" not", text.lower().replace("can't", "can not").replace("won't", "will not"))
    text = _AGAIN.sub("", text)
    return _PIECES.findall(text)


def _denials(pieces: Iterable[str]) -> int:
    """How many words deny. “didn't” and “did not” deny once each."""
    return sum(word in _NEGATORS or word.endswith("n't") for word in pieces)


def _affirmations(pieces: Iterable[str]) -> int:
    return sum(word in _AFFIRMERS for word in pieces)


def _numbers(pieces: Iterable[str]) -> Counter[str]:
    """The numbers, in digits where a word says them; what holds a digit (“5th”, “B12”) is one."""
    return Counter(
        _NUMBERS.get(word, word)
        for word in pieces
        if word in _NUMBERS or word in _MORE or any(letter.isdigit() for letter in word)
    )


def _years(pieces: Iterable[str]) -> Counter[str]:
    return Counter(word for word in pieces if len(word) == 4 and word.isdigit() and word[0] in "12")


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
