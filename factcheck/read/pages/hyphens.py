"""Hyphens at line ends: whether one belongs to the word or only to the line.

A dictionary is not needed: the document itself shows most words whole somewhere else.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

DROP, KEEP, AMBIGUOUS = "drop", "keep", "ambiguous"

HYPHENS = ("-", "\u2010")

_LEFT = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*[-\u2010]$")
_LEFT_WITH_DIGITS = re.compile(r"\w*\d[-\u2010]$")
_RIGHT = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*(?:-[^\W_]+)*")
_WORD = re.compile(r"[^\W_]+(?:['’][^\W\d_]+)*(?:-[^\W_]+)*")

_COMPOUNDS = (
    "able above after air all anti back best better black blue book broad by child church city civil "
    "class clear close co code cold common corporate counter court cross current data date day deep "
    "democrat double down drug early east eight emergency ever ex face fact fair far fast father "
    "fifth fifty first five follow food for foreign forty four fourth free front full fund gas go "
    "good government grand great green gun half hand hard head health heavy high hold home hot house "
    "hundred hyper ill in income industry inter job just key kind labor land large last late law "
    "least left life light like line little living long low lower main man mark market mass mid "
    "middle mother much multi narrow near never new news nine ninety no non north now off oil old on "
    "one open out over page paper part pay peer per place policy poll post power pre pro public quasi "
    "quick rate re read real red right risk road round run same school sea second security self semi "
    "set seven seventy share short side single six sixty slow small so social soft south special "
    "stand state step still straight strong sub such super sure tax ten then think third thirty "
    "thought three through time to top trade trans twenty twice two ultra un under up upper vice wage "
    "wait walk war water way week well west where white whole wide wild work world write year young "
)
_FIRST_OF_COMPOUNDS = frozenset(_COMPOUNDS.split())
"""Words that commonly begin a compound written with a hyphen; a line that ends with one proves nothing."""


def words_in(lines: Iterable[str]) -> frozenset[str]:
    """The words of a document's lines, in small letters, those with a hyphen whole; not the two halves of a
    word that a line end breaks."""
    whole: list[str] = []
    broken = False
    for line in lines:
        was_broken, broken = broken, ends_broken(line)
        if was_broken or broken:
            found = _WORD.findall(line)
            line = " ".join(found[was_broken : len(found) - broken])
        whole.append(line)
    return frozenset(_WORD.findall("\n".join(whole).lower()))


def ends_broken(line: str) -> bool:
    """Whether a line ends with a hyphen that may go on in the next."""
    if not line.endswith(HYPHENS):
        return False
    word = line.rsplit(" ", 1)[-1]
    return len(word) > 1 and (_LEFT.search(word) or _LEFT_WITH_DIGITS.search(word)) is not None


def joint(line: str, following: str, words: frozenset[str]) -> str | None:
    """DROP, KEEP or AMBIGUOUS for the hyphen that ends `line`; None where the next line does not go on with
    its word."""
    found = _RIGHT.match(following)
    before = line.rsplit(" ", 1)[-1]
    left = re.search(r"[\w'’-]+[-\u2010]$", before)
    if found is None or left is None:
        return None
    first, second = left.group()[:-1], found.group()
    if first[-1].isdigit() or second[0].isdigit():
        return KEEP if first[-1].isdigit() and second[0].isdigit() else None
    if second[0].isupper() and not (first.isupper() and (second.isupper() or len(second) == 1)):
        return None
    if f"{first}-{second}".lower() in words:
        return AMBIGUOUS if f"{first}{second}".lower() in words else KEEP
    if f"{first}{second}".lower() in words:
        return DROP
    stem = first.lower().rsplit("-", 1)[-1]
    if "-" in first or stem in _FIRST_OF_COMPOUNDS or (stem in words and second.lower() in words):
        return AMBIGUOUS
    return DROP
