"""Capitalised words side by side: what a name may be made of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from factcheck.extract.lexicon import BREAKS, CALENDAR, TITLES
from factcheck.extract.wordlists import words

_CAPITAL = re.compile(
    r"[^\W\d_a-z](?<![^\W_].)(?<![^\W_]['-].)(?:(?:\.[^\W\d_])+\.?|\w*(?:['-][^\W\d_]\w*)*\.?)", re.DOTALL
)
"""Begins with the letter itself and looks back from it: where no capital stands nothing is tried."""
_PARTICLES = words("de la van von der den bin al el da di du dos del le ibn ben ter y")
_KEEPS_PERIOD = words("Jr. Sr.") | CALENDAR | TITLES
_NO_CAPITAL = BREAKS | CALENDAR
ENDS_NAMES = words("An Do So Or My No Her")
"""Of these, surnames that are written as small words are: “Nguyễn Văn An”."""
_SMALL_AFTER_HYPHEN = re.compile(r"-[a-z]")
_RUN_ON = re.compile(r"[a-z\d][A-Z]|[A-Z]{2}[a-z]{2}")
_INNER_CAPITAL = re.compile(
    r"(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O'|D'|San|St|Da|Del|Dela|Des|Al|El|Ab|Ro|Ra|Ja|La|Ke|Jo|Mary|Anna|"
    r"Rose|Jean|Ma)[A-Z][a-z]+$"
)


@dataclass(slots=True)
class Capital:
    """One capitalised word without its possessive ending. `glued`: letters in it that no name has."""

    start: int
    end: int
    word: str
    possessive: bool
    glued: bool = False


def runs_of(plain: str) -> list[list[Capital]]:
    """Capitalised words side by side; small particles between them belong, a possessive ends a run."""
    runs: list[list[Capital]] = []
    run: list[Capital] = []
    for capital in _capitals(plain):
        if run and not run[-1].possessive and _beside(plain, run[-1].end, capital.start):
            run.append(capital)
        else:
            if run:
                runs.append(run)
            run = [capital]
    if run:
        runs.append(run)
    return runs


def _ends_a_name(plain: str, before: list[Capital], word: str, start: int, end: int) -> bool:
    """Whether a small word with a capital closes a name: right behind another capital, none right after."""
    return (
        word in ENDS_NAMES
        and bool(before)
        and before[-1].end == start - 1
        and not before[-1].possessive
        and plain[start - 1] == " "
        and not plain[end : end + 2].strip()[:1].isupper()
    )


def _capitals(plain: str) -> list[Capital]:
    found: list[Capital] = []
    for match in _CAPITAL.finditer(plain):
        word = match[0]
        start, end = match.span()
        if not word[0].isupper() or (
            word in _NO_CAPITAL and not _ends_a_name(plain, found, word, start, end)
        ):
            continue
        if word.isalpha() and word[1:].islower() and (word[-1] != "s" or not plain.startswith("'", end)):
            found.append(Capital(start, end, word, False, False))
            continue
        possessive = False
        if word.endswith(".") and not _keeps_period(word):
            word, end = word[:-1], end - 1
        if "'" in word:
            if word.endswith(("'s", "'S")):
                word, end, possessive = word[:-2], end - 2, True
            if word.startswith("I'") or word.endswith(("n't", "'ll", "'re", "'ve", "'d", "'m")):
                continue
        if not possessive and plain.startswith("'", end) and word.endswith("s"):
            possessive = True
        small = _SMALL_AFTER_HYPHEN.search(word) if "-" in word else None
        if small is not None:
            word, end, possessive = word[: small.start()], start + small.start(), True
        if word and (word not in _NO_CAPITAL or _ends_a_name(plain, found, word, start, end)):
            glued = (
                not word[1:].islower()
                and _RUN_ON.search(word) is not None
                and any(_RUN_ON.search(part) and not _INNER_CAPITAL.match(part) for part in word.split("-"))
            )
            found.append(Capital(start, end, word, possessive, glued))
    return found


def _keeps_period(word: str) -> bool:
    return word in _KEEPS_PERIOD or word.count(".") > 1 or len(word) == 2


def _beside(plain: str, end: int, start: int) -> bool:
    between = plain[end:start]
    if between in (" ", "  "):
        return True
    if between == ", ":
        return plain[start : start + 2] in ("Jr", "Sr")
    if len(between) > 16 or between[:1] != " " or between[-1:] != " ":
        return False
    return all(word in _PARTICLES for word in between.split()) and len(between.split()) < 3
