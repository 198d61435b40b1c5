"""Names as a cover or a label prints them, in capitals or letter by letter, and as people write them."""

from __future__ import annotations

import re
from functools import lru_cache

_SPACED = re.compile(r"(?<![\w.])(?:[^\W\d_][ ]){2,}[^\W\d_](?![\w.])")
_AFTER_NAME = re.compile(
    r"[\s,]+(?:M\.?D|Ph\.?D|D\.?D\.?S|D\.?O|R\.?N|C\.?P\.?A|P\.?E|Esq(?:uire)?|J\.?D|M\.?B\.?A|LL\.?[BM]|[KQ]\.?C)\.?\s*$",
    re.IGNORECASE,
)
_TITLE = re.compile(
    r"(?:MR|MS|MRS|MISS|MX|DR|HON|THE HONORABLE|PROFESSOR|PROF|REV|SGT|DET|DETECTIVE|OFFICER"
    r"|SPECIAL AGENT|AGENT"
    r"|CAPT|CAPTAIN|LT|LIEUTENANT|SERGEANT|DEPUTY|TROOPER|INSPECTOR|CORPORAL)\b\.?\s+",
    re.IGNORECASE,
)
PARTICLES = frozenset(
    {"de", "del", "la", "las", "los", "der", "den", "van", "von", "y", "da", "dos", "di", "du"}
)
_SUFFIXES = frozenset({"jr", "sr", "ii", "iii", "iv", "esq"})
_PIECE = re.compile(r"[^\W\d_]+")


def joined_letters(row: str) -> str:
    """ "J O H N   S M I T H" as "JOHN SMITH": letters set apart by one blank, words by more."""
    if not _SPACED.search(row):
        return row
    return re.sub(r"[ \t]{2,}", " ", _SPACED.sub(lambda found: found.group().replace(" ", ""), row))


@lru_cache(maxsize=4096)
def written(name: str) -> str:
    """A printed name as people write it: "JOSÉ O'NEIL, M.D." is José O'Neil; degrees and titles left out."""
    name = " ".join(joined_letters(name).replace(" .", ".").split()).strip(" ,;:-–—")
    while shorter := _AFTER_NAME.search(name):
        name = name[: shorter.start()].rstrip(" ,")
    while title := _TITLE.match(name):
        name = name[title.end() :]
    return " ".join(_word(word, bool(place)) for place, word in enumerate(name.split()))


def _word(word: str, inside: bool) -> str:
    letters = word.strip(".,").lower()
    if letters in ("ii", "iii", "iv"):
        return word.upper()
    if not word.isupper() and not _mixed_capitals(word):
        return word
    if inside and letters in PARTICLES and word.isupper() and len(letters) > 1:
        return letters
    return _PIECE.sub(_piece, word)


def _mixed_capitals(word: str) -> bool:
    """Capitals with a small prefix, as in McCOLE, DeLUCA; not McCole."""
    return len(word) > 3 and word[-2:].isupper()


def _piece(found: re.Match[str]) -> str:
    piece = found.group()
    before = found.string[: found.start()]
    if before.endswith(("'", "’")) and len(piece) == 1:
        return piece.lower()
    if not piece.isupper():
        start = next(place for place, letter in enumerate(piece) if letter.islower())
        while start < len(piece) and piece[start].islower():
            start += 1
        return piece[:start] + piece[start:].capitalize()
    if len(piece) > 4 and piece.startswith("MC"):
        return "Mc" + piece[2:].capitalize()
    return piece.capitalize()


@lru_cache(maxsize=4096)
def surname(name: str) -> str:
    """The last word of a name that is no suffix, folded for comparison; a hyphenated one whole."""
    words = [word.strip(".,").casefold() for word in name.split()]
    while len(words) > 1 and words[-1] in _SUFFIXES:
        words.pop()
    return words[-1] if words else ""
