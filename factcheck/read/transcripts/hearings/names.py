"""Names as print gives them: folded for comparison, titles taken off, capitals lowered where all are."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import lru_cache


def listed(words: str) -> frozenset[str]:
    """The words of a list that is easier to read in lines than quoted one by one."""
    return frozenset(words.split())


CIVIL = listed("mr mrs ms miss mx messrs madam madame sir dr prof professor hon honorable the")
"""Titles that anybody may bear; they say nothing of what a person does."""

MEMBERS = listed(
    "senator sen senators representative rep representatives congressman congresswoman congressmember "
    "delegate chairman chairwoman chair chairperson cochairman co-chairman cochair co-chair"
)
"""Titles of those who sit on a committee, unless the document says that the bearer is a witness."""

ADDRESSED = listed(
    "chairman chairwoman chair chairperson cochairman co-chairman cochair co-chair speaker president senator "
    "senators secretary general ambassador admiral judge justice director commissioner administrator "
    "governor "
    "mayor leader congressman congresswoman representative member members counsel counselor minister colonel "
    "captain sheriff"
)
"""Words by which a person is addressed without a name: "Mr. Chairman", "Madam Secretary"."""

_RANKS = (
    "general gen lieutenant lt ltg ltgen lieut major maj mg majgen brigadier brig bg bgen colonel col ltcol "
    "captain capt cpt commander cmdr cdr lcdr admiral adm vadm radm rear vice sergeant sgt msgt ssgt sfc csm "
    "corporal cpl private pvt chief petty officer warrant master first second third class grade command "
    "specialist spc pfc ensign commandant"
)
_OFFICES = (
    "secretary under undersecretary deputy assistant acting associate principal ambassador amb governor gov "
    "lieutenant mayor director commissioner administrator comptroller attorney inspector surgeon treasurer "
    "auditor superintendent judge justice magistrate solicitor counsel counselor prosecutor marshal "
    "constable "
    "sheriff undersheriff trooper detective det agent special resident minister prime president premier king "
    "queen prince princess lord lady dame baron baroness councilman councilwoman councilmember supervisor "
    "selectman alderman assemblyman assemblywoman assemblymember reverend rev father fr sister brother "
    "bishop "
    "archbishop cardinal rabbi imam pastor elder monsignor msgr nurse doctor dean chancellor provost coach "
    "ranking member minority majority leader whip speaker emeritus manager designate secretary-designate "
    "nominee mister messr postmaster librarian register architect public printer superintendent cochairwoman "
    "staff investigator trustee chaplain firefighter fire police vice-chairman vice-chair vice-chairwoman"
)
TITLES = CIVIL | MEMBERS | listed(_RANKS) | listed(_OFFICES)
"""Words that may stand before a name in a speaker's label."""

PARTICLES = listed(
    "of de la las los del della di da das do dos van von der den ter ten bin ibn al el le du y e san and the "
    "pro tempore for at to in"
)

SUFFIXES = listed("jr sr ii iii iv v esq phd md usa usn usmc usaf uscg ret")

_STATES = """
" Alabama, Alaska, Arizona, Arkansas, California, Colorado, Connecticut, Delaware, Florida, Georgia,
Hawaii, Idaho, Illinois, Indiana, Iowa, Kansas, Kentucky, Louisiana, Maine, Maryland, Massachusetts,
Michigan, Minnesota, Mississippi, Missouri, Montana, Nebraska, Nevada, New Hampshire, New Jersey,
New Mexico, New York, North Carolina, North Dakota, Ohio, Oklahoma, Oregon, Pennsylvania, Rhode
Island, South Carolina, South Dakota, Tennessee, Texas, Utah, Vermont, Virginia, Washington, West
Virginia, Wisconsin, Wyoming, District of Columbia, Puerto Rico, Guam, American Samoa, Virgin
Islands, U.S. Virgin Islands, Northern Mariana Islands, Northern Marianas
"""
STATES = {name.strip().casefold(): name.strip() for name in _STATES.split(",")}
"""The States and territories that members of Congress come from, by their names in lower case."""


def state_named(printed: str) -> str | None:
    """The State that some words name, as its name is written; None where they name none."""
    return STATES.get(" ".join(printed.casefold().split()))


_JOINING = re.compile(r"[’‘`´]")
_PARTS_OF_A_NAME = re.compile(r"[^\W\d_]+")
_FOOTNOTE = re.compile(r"\\\d+\\|\s*\[\d+\]|[*†‡]+")
_LONG_ROMAN = frozenset({"II", "III", "IV", "VI"})
_PREFIX_AND_CAPITALS = re.compile(r"([A-Z][a-z]{1,3})([A-Z]{2,})")


@lru_cache(maxsize=50_000)
def folded(text: str) -> str:
    """The text for comparing names: no case, no accents, no periods, one kind of apostrophe."""
    text = _JOINING.sub("'", text.casefold()).replace(".", "").replace("{", "").replace("}", "")
    if not text.isascii():
        text = "".join(ch for ch in unicodedata.normalize("NFD", text) if not unicodedata.combining(ch))
    return text


def words_of(name: str) -> tuple[str, ...]:
    """The folded words of a name, without suffixes such as Jr."""
    words = tuple(folded(word) for word in _FOOTNOTE.sub("", name).replace(",", " ").split())
    return tuple(word for word in words if word and word not in SUFFIXES)


def is_title(word: str) -> bool:
    """Whether a folded word may stand before a name as a title: "general", "secretary-designate"."""
    return word in TITLES or (
        word.endswith(("-designate", "-elect", "-general")) and word.partition("-")[0] in TITLES
    )


def without_titles(words: Sequence[str]) -> tuple[str, ...]:
    """The words of a name after the titles before it; the last word is always part of the name."""
    at = 0
    while at < len(words) - 1 and is_title(folded(words[at])):
        at += 1
    return tuple(words[at:])


def plain_name(printed: str, surname: str | None = None) -> str:
    """A name in the case that people write it: "PAUL E. KANJORSKI" is Paul E. Kanjorski. `surname`, where
    given, is how the document prints the surname elsewhere (McCotter); a name in both cases stays."""
    words = [_lowered(word) for word in _FOOTNOTE.sub("", printed).strip(" ,;").split()]
    if surname and not surname.isupper():
        spelt = {folded(word): word for word in surname.split()}
        words = [
            spelt.get(folded(word.strip(",")), word.strip(",")) + "," * word.endswith(",") for word in words
        ]
    return " ".join(words)


def _lowered(word: str) -> str:
    if found := _PREFIX_AND_CAPITALS.match(word):
        return found[1] + found[2].capitalize() + word[found.end() :]
    longest = max(map(len, _PARTS_OF_A_NAME.findall(word)), default=0)
    if longest < 2 or word.strip(",.") in _LONG_ROMAN or not word.isupper():
        return word
    return _PARTS_OF_A_NAME.sub(lambda found: found[0].capitalize(), word)
