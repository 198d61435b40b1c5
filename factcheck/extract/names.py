"""Names in prose: runs of capitalised words, with the titles before them and what they are likely to name."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache

from factcheck.extract.capitals import ENDS_NAMES, Capital, runs_of
from factcheck.extract.given_names import GIVEN_NAMES
from factcheck.extract.lexicon import (
    NATIONALITIES,
    NOT_NAMES,
    PLACES,
    ROLE_NOUNS,
    TITLE_PREFIXES,
    TITLES,
)
from factcheck.extract.name_kinds import is_body, is_shouted, kind_of, role_before, titles_of
from factcheck.extract.wordlists import words

_LONGEST_RUN = 10
"""More capitalised words than this in a row are a headline, no name."""
_NUMBERS = words(
    """
    twenty thirty forty fifty sixty seventy eighty ninety eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen
    """
)
SUFFIXES = words("Jr. Jr Sr. Sr II III IV")
_KEPT_FIRST = words("New Old White Black First Second Third Senior Chief National Super Fox Native Will May")
"""Of NOT_NAMES, what a longer name may begin or end with all the same."""
_POSTNOMINALS = words("QC KC MP MSP MEP MD PhD Ph.D M.D OBE MBE CBE DDS Esq RN JD")
_COMPASS = words("North South East West New")
_NEVER_ALONE = NOT_NAMES | TITLES
_OFFICE_BEFORE = re.compile(
    r"\b(?:[Mm]inister|[Ss]ecretary|[Cc]ommissioner|[Uu]ndersecretary)(?: of [Ss]tate)? (?:for|of) $"
)
_ANY_WORD = re.compile(r"[\w'’-]+")


@dataclass(slots=True, eq=False)
class Name:
    """One place where a name stands; `start` to `end` is the name without title and possessive.

    `whole_start` includes the titles before it. `kind` is person, organisation, place or unknown. `opens`
    says that a sentence begins with it, so that its capital tells nothing.
    """

    start: int
    end: int
    text: str
    whole_start: int
    title: str | None
    kind: str
    role: str | None = None
    opens: bool = False

    words: tuple[str, ...] = field(init=False)
    """The words of the name without "Jr." and the like."""
    last: str = field(init=False)

    def __post_init__(self) -> None:
        if " " not in self.text:
            self.words, self.last = (self.text,), self.text
            return
        self.words = tuple(word for word in self.text.split() if word not in SUFFIXES)
        self.last = self.words[-1] if self.words else self.text


def find_names(
    plain: str,
    sentence_starts: frozenset[int],
    headings: Sequence[tuple[int, int]] = (),
    silent: Sequence[tuple[int, int]] = (),
) -> list[Name]:
    """Every name of the text in order. `plain` has straight apostrophes (see `sentences.plain`).

    In `headings` nearly every word has a capital: there only names stand that the rest of the text knows.
    In `silent` stretches (credits) none do.
    """
    lowered = frozenset(word for word in set(_ANY_WORD.findall(plain)) if word[0].islower())
    runs = runs_of(plain)
    last_words = {run[-1].word for run in runs if len(run) > 1}
    begins = [_begins(plain, run[0].start, sentence_starts) for run in runs]
    inner = {
        capital.word
        for run, opens in zip(runs, begins, strict=True)
        for capital in (run[1:] if opens else run)
    }
    found: list[Name] = []
    later: list[list[Capital]] = []
    for run, opens in zip(runs, begins, strict=True):
        if _lies_in(run[0].start, silent):
            continue
        if _lies_in(run[0].start, headings):
            later.append(run)
            continue
        office = _office_before(plain, run)
        run = run[-2:] if office else run
        kept = _without_lead(run, opens, lowered, inner)
        name = _name_of(plain, kept, lowered, last_words) if kept else None
        if name is not None:
            name.opens = opens and kept[0] is run[0] and not office
            if office:
                name.kind, name.title = "person", name.title or office
            found.append(name)
    found = _without_job(found)
    if later:
        found += _known_names(plain, later, found)
        found.sort(key=lambda name: name.start)
    return found


def _without_job(names: list[Name]) -> list[Name]:
    """Where a sentence opens with one more word before a name that stands alone elsewhere, that word is a
    job or a label.
    """
    texts = {name.text for name in names if len(name.words) > 1 and name.words[0] in GIVEN_NAMES}
    trimmed = []
    for name in names:
        first, _, rest = name.text.partition(" ")
        if name.opens and rest in texts and first not in GIVEN_NAMES:
            start = name.end - len(rest)
            name = replace(name, start=start, text=rest, role=first.lower(), kind="person")
        trimmed.append(name)
    return trimmed


def _lies_in(offset: int, spans: Sequence[tuple[int, int]]) -> bool:
    if not spans:
        return False
    index = bisect_right(spans, (offset, 1 << 60)) - 1
    return index >= 0 and spans[index][0] <= offset < spans[index][1]


def _known_names(plain: str, runs: list[list[Capital]], known: list[Name]) -> list[Name]:
    """Of a headline's capitals those that are a name, or the last word of a name, known from the text."""
    whole = {name.text: name for name in known if len(name.words) > 1}
    lasts = {name.last for name in whole.values()}
    found = []
    for run in runs:
        at = 0
        while at < len(run):
            for end in range(min(len(run), at + 4), at, -1):
                text = plain[run[at].start : run[end - 1].end]
                if text in whole or (end == at + 1 and text in lasts):
                    kind = whole[text].kind if text in whole else "unknown"
                    found.append(Name(run[at].start, run[end - 1].end, text, run[at].start, None, kind))
                    at = end
                    break
            else:
                at += 1
    return found


def _office_before(plain: str, run: list[Capital]) -> str | None:
    """The office of "Minister of State for Ports Harish Talwar", where all but two words belong to it."""
    if len(run) < 3 or run[0].word in TITLES:
        return None
    office = _OFFICE_BEFORE.search(plain, max(0, run[0].start - 60), run[0].start)
    return plain[office.start() : run[-2].start].strip() if office is not None else None


def _begins(plain: str, start: int, sentence_starts: frozenset[int]) -> bool:
    if start in sentence_starts:
        return True
    before = plain[start - 1] if start else "\n"
    return before in '“"‘`(\n«' or (before == "'" and (start < 2 or not plain[start - 2].isalnum()))


def _without_lead(run: list[Capital], opens: bool, lowered: frozenset[str], inner: set[str]) -> list[Capital]:
    """The run without first words that belong to the sentence and not to the name."""
    at = 0
    while at < len(run):
        word, more = run[at].word, at + 1 < len(run)
        titled = more and (word in TITLES or (word in TITLE_PREFIXES and run[at + 1].word in TITLES))
        if titled or (more and word in _KEPT_FIRST):
            break
        common = word in NOT_NAMES or word.split("-")[0].lower() in _NUMBERS
        if not common and opens and at == 0:
            common = _is_common_opener(word, lowered, inner, len(run))
        if not common:
            break
        at += 1
    return run[at:]


def _is_common_opener(word: str, lowered: frozenset[str], inner: set[str], length: int) -> bool:
    if word in TITLES or word in GIVEN_NAMES or (length > 1 and word.lower() in ROLE_NOUNS):
        return False
    return (word.lower() in lowered and word not in inner) or (
        length == 1 and word.endswith(("ing", "ly")) and word not in inner
    )


@lru_cache(maxsize=8192)
def _made_of(words: tuple[str, ...]) -> tuple[int, int, str]:
    """How many of a run's words to keep, how many of these are titles, and what that makes: "name", "body",
    "nothing", or "adjective" ("Canadian" alone, which may still be somebody's surname).
    """
    last = len(words)
    while last > 1 and words[last - 1] in NOT_NAMES and words[last - 1] not in _KEPT_FIRST | ENDS_NAMES:
        last -= 1
    while last > 2 and (
        words[last - 1].rstrip(".") in _POSTNOMINALS
        or (words[0] in GIVEN_NAMES and (words[last - 1] in PLACES or words[last - 1] in _COMPASS))
    ):
        last -= 1
    words = words[:last]
    if len(words) > _LONGEST_RUN or (last == 1 and words[0] in NOT_NAMES) or is_shouted(words):
        return last, 0, "nothing"
    split = titles_of(words)
    if is_body(words[split:], words):
        return last, split, "body"
    if split == 0 and all(word in TITLES or word in TITLE_PREFIXES for word in words):
        return last, 0, "nothing"
    while split < last - 2 and words[split].endswith(NATIONALITIES) and words[split] not in GIVEN_NAMES:
        split += 1
    if split == last - 1 and (words[-1] in _NEVER_ALONE or words[-1].lower() in ROLE_NOUNS):
        return last, split, "nothing"
    if last == 1 and words[0].endswith(NATIONALITIES) and words[0] not in GIVEN_NAMES:
        return last, split, "adjective"
    return last, split, "name"


def _name_of(plain: str, run: list[Capital], lowered: frozenset[str], last_words: set[str]) -> Name | None:
    words = tuple([capital.word for capital in run])
    last, split, made = _made_of(words)
    if made == "nothing" or (made == "adjective" and words[0] not in last_words):
        return None
    if any(capital.glued for capital in run[:last]):
        return None
    first, start, end = run[0].start, run[split].start, run[last - 1].end
    if made == "body":
        if (
            last == 1
            and words[0].endswith(NATIONALITIES)
            and words[0] not in GIVEN_NAMES
            and words[0] not in last_words
        ):
            return None
        return Name(first, end, plain[first:end], first, None, "organisation")
    title = plain[first : run[split - 1].end] if split else None
    role = None if title else role_before(plain, first)
    kind = kind_of(plain, words[split:last], title, role, first, end, lowered)
    return Name(start, end, plain[start:end], first, title, kind, role)
