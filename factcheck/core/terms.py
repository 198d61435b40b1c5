"""Terms: what stands for a word, a person or a day when claims and events are compared, in index and score
alike.

A term is letters and digits only. Words give their stem; words of one curated kin (`met`, `spoke`, `called`)
also give the kin's term; people and days have terms of their own, so that one index finds all of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from functools import lru_cache

from factcheck.core.edtf import When
from factcheck.core.stems import stem
from factcheck.core.words import CJK, Word, cjk_pairs, folded_words

_CJK_WORD = re.compile(f"[{CJK}]")
_PLAIN = re.compile(r"[^0-9a-z]")

EMPTY = frozenset(
    """
    a about above after again all also although am an and any anyone anything are arent as at be
    because been before being below between both but by came can cannot cant come could couldnt did
    didnt do does doesnt doing done dont down during each either ever every everybody everyone
    everything few first for from further get gets getting go goes going gone got had hadnt has
    hasnt have havent having he her here hers herself him himself his how however i if im in into is
    isnt it its itself ive just know last like made make makes making many may maybe me might mine
    more most much must my myself neither never no nobody none nor not nothing now of off ok on once
    one only onto or other others our ours out over own put quite rather really said same say saying
    says see seen shall she should shouldnt since so some somebody someone something still such take
    taken than that thats the their theirs them themselves then there therefore these they theyre
    think this those though through thus to told too took toward towards two under until up upon us
    very want was wasnt way we well went were werent what whatever when whenever where whether which
    while who whoever whom whose why will with within without wont would wouldnt yes yet you youre
    your yours yourself
    """.split()  # noqa: SIM905 - a list of 230 strings would hide the words
)
"""Words that say too little to match by."""

_KIN = {
    "contact": """communicate communication contact converse conversation correspond correspondence met
    meet meeting talk speak speaking spoke spoken call phone telephone discuss discussion encounter
    encountered chat exchange visit""",
    "payment": """pay paid payment fee salary wage compensation compensate reimburse reimbursement money
    remuneration fund funded donation donate contribution""",
    "journey": "travel travelled trip journey fly flew flown flight visit",
    "writing": "write wrote written letter email mail memo memorandum note",
}
"""Words for one sort of happening. Small on purpose: each of them serves cases of any subject."""

_OWN_FAMILY = {"community": "communiti", "communities": "communiti", "called": "called"}
"""Words whose stem is that of others they have nothing to do with: the intelligence community communicates no
more than other people do, and who is called a surrogate was not telephoned."""

KIN: dict[str, tuple[str, ...]] = {}
"""The kins of a stem, as terms."""
for _name, _list in _KIN.items():
    for _stem in sorted({stem(word) for word in _list.split()}):
        KIN[_stem] = (*KIN.get(_stem, ()), f"kin0{_name}")


def term(word: str) -> str:
    """The term of one folded word. A people's name meets its country's: Russians, Russian, Russia."""
    found = _OWN_FAMILY.get(word) or stem(word)
    return found[:-1] if found.endswith(("ian", "ean", "can")) and len(found) > 5 else found


def terms_of_word(word: Word) -> tuple[str, ...]:
    """The terms of a word with its place; none for an empty word. CJK letters give pairs."""
    return _terms(word.folded)


@lru_cache(maxsize=65_536)
def _terms(folded: str) -> tuple[str, ...]:
    if folded in EMPTY or (len(folded) == 1 and folded.isascii()):
        return ()
    if not folded.isascii() and _CJK_WORD.search(folded):
        return tuple(dict.fromkeys(cjk_pairs(folded)[:-1] or [folded]))
    return (term(folded),)


def folded_terms(text: str) -> list[str]:
    """The terms of a text in order, repeated as often as they occur."""
    return [found for word in folded_words(text) for found in _terms(word)]


@lru_cache(maxsize=4_096)
def terms_of(text: str) -> tuple[str, ...]:
    """The same, remembered for a while."""
    return tuple(folded_terms(text))


def kins_of(terms: Iterable[str]) -> Iterator[str]:
    """The terms of the kins that these belong to."""
    for found in terms:
        yield from KIN.get(found, ())


def person_term(person: str) -> str:
    """The term that stands for a person's part in an event."""
    return "who0" + _PLAIN.sub("", person)


def day_terms(when: When) -> tuple[str, ...]:
    """The terms of an event's time: its day and month, where it has them."""
    if when.earliest is None or when.latest is None:
        return ()
    if when.earliest == when.latest:
        return (_day(when.earliest), _month(when.earliest))
    same_month = (when.earliest.year, when.earliest.month) == (when.latest.year, when.latest.month)
    return (_month(when.earliest),) if same_month else ()


def _day(day: date) -> str:
    return f"day0{day:%Y%m%d}"


def _month(day: date) -> str:
    return f"day0{day:%Y%m}"
