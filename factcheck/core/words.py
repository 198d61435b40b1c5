"""Words of a text as searching and matching see them: case and accents aside, each with its place.

Nothing here changes a stored text: what is folded are copies, and offsets always count its code points.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from functools import lru_cache

from factcheck.core.light import dataclass

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_ASCII_WORD = re.compile(r"[0-9a-z]+(?:'[0-9a-z]+)?")
CJK = (
    "\u2e80-\u2fdf\u3005-\u3007\u3021-\u3029\u3038-\u303b\u3041-\u3096\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff"
    "\u3105-\u312f\u3131-\u318e\u31a0-\u31bf\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97f\uac00-\ud7ff"
    "\uf900-\ufaff\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U000323af"
)
"""Chinese, Japanese and Korean letters, as the inside of a regular expression's class."""
_CJK_RUN = re.compile(f"[{CJK}]+")
_JAMO = re.compile("[\u1100-\u11ff]+")


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a text: its first code point, the one behind its last, and how it reads folded."""

    start: int
    end: int
    folded: str


@dataclass(frozen=True, slots=True)
class Folded:
    """A text in lower case without accents. `places[n]` is the code point of the original that gave the
    folded text's n-th character; one more place stands for the end."""

    text: str
    places: tuple[int, ...] | None

    def place(self, n: int) -> int:
        """The original's code point for a place in the folded text."""
        return n if self.places is None else self.places[n]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """The stretch of the original that gave a stretch of the folded text, marks on its last letter
        too."""
        if self.places is None or start == end:
            return self.place(start), self.place(end)
        while end < len(self.places) - 1 and self.places[end] == self.places[end - 1]:
            end += 1  # one letter that folds to several, such as ½, is told whole
        return self.places[start], self.places[end]


def folded(text: str) -> Folded:
    """Folds a text; composed and decomposed accents, ligatures and letter case make no difference."""
    if text.isascii():
        return Folded(text.lower(), None)
    pieces: list[str] = []
    places: list[int] = []
    place = 0
    for character, length in _letters(text):
        piece = _folded(character)
        pieces.append(piece)
        places.extend([place] * len(piece))
        place += length
    places.append(len(text))
    whole = "".join(pieces)
    return Folded(whole, None if len(whole) == len(text) and _straight(places) else tuple(places))


def _letters(text: str) -> Iterator[tuple[str, int]]:
    """The characters of a text, each with how many code points it stands for; the parts of a decomposed
    Hangul syllable are one letter."""
    last = 0
    for run in _JAMO.finditer(text):
        yield from ((character, 1) for character in text[last : run.start()])
        for syllable in unicodedata.normalize("NFC", run[0]):
            yield syllable, len(unicodedata.normalize("NFD", syllable))
        last = run.end()
    yield from ((character, 1) for character in text[last:])


def fold(text: str) -> str:
    """The folded text alone."""
    if text.isascii():
        return text.lower()
    return "".join(_folded(character) for character, _ in _letters(text))


def _straight(places: list[int]) -> bool:
    return all(place == n for n, place in enumerate(places))


@lru_cache(maxsize=4096)
def _folded(character: str) -> str:
    if character == "’":
        return "'"
    if unicodedata.combining(character):
        return ""
    parts = unicodedata.normalize("NFKD", character).casefold()
    if _CJK_RUN.match(character):  # a syllable of Hangul stays one letter
        parts = unicodedata.normalize("NFKC", character)
    plain = "".join(part for part in parts if not unicodedata.combining(part))
    return plain if plain.isalnum() or not character.isalnum() else character  # ½ stays one letter


def words(text: str) -> Iterator[Word]:
    """The words of a text in order, with their places. A run of CJK letters is one word."""
    copy = folded(text)
    for found in _WORD.finditer(copy.text):
        start, end = copy.span(found.start(), found.end())
        yield Word(start, end, _bare(found[0]))


def folded_words(text: str) -> list[str]:
    """The folded words alone."""
    if text.isascii():
        return [_bare(word) for word in _ASCII_WORD.findall(text.lower())]
    return [_bare(word) for word in _WORD.findall(fold(text))]


def _bare(word: str) -> str:
    """Without a possessive: `sessions'` and `senator's` are the names themselves; `didn't` stays one word."""
    if "'" not in word:
        return word
    return word[:-2] if word.endswith("'s") else word.replace("'", "")


def cjk_runs(text: str) -> list[str]:
    """The runs of CJK letters in a text, folded (half-width and compatibility forms are the common ones)."""
    if text.isascii():
        return []
    return _CJK_RUN.findall(fold(text))


def cjk_pairs(run: str) -> list[str]:
    """A run as overlapping pairs of letters and its last letter: 会议厅 gives 会议, 议厅, 厅.

    Every stretch of two letters or more is then a sequence of pairs, every letter the beginning of one.
    """
    return [*(run[n : n + 2] for n in range(len(run) - 1)), run[-1:]]
