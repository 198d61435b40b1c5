"""The one scoring function: words, people, time, place and form of a claim against those of an event.

Words weigh as in BM25 (Robertson and Zaragoza 2009), over stems; the other signals are counted in the same
coin, the weight of a rare word, so that they neither drown words nor are drowned by them.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from functools import lru_cache, partial

from factcheck.core.edtf import parse_edtf
from factcheck.core.light import dataclass
from factcheck.core.ranking import Candidate, Named, Ranked, Rarity, Sought
from factcheck.core.terms import kins_of, person_term, terms_of
from factcheck.match import wording
from factcheck.match.times import Timing, timing

K1, B = 1.2, 0.4
"""How fast repetition stops counting, and how much long events are held back."""

CONTEXT = 0.4
"""What a word of the question or the restatement counts, beside a claim's own."""

KIN = 0.35
"""What a shared kin counts where the words themselves differ."""

SPEAKER, NAMED, PLACE = 0.6, 1.0, 0.5
"""What these signals count, in weights of their own terms."""

PERIOD, BEFORE, AFTER, SCHEDULED = 0.25, 0.1, -0.3, -0.1
"""What these count, in weights of the rarest word there can be."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one signal adds to the score, and how it is said when somebody asks."""

    weight: float
    say: Callable[[], str]


def score(claim: Sought, candidate: Candidate, rarity: Rarity) -> Ranked:
    """How well a candidate fits a claim: `score` from 0 to 1 (1: all that the claim could ask for), reasons
    the weightiest first. The rank is 1 here; `ranked` gives the true one."""
    total, parts = _weighed(claim, candidate, rarity, _whole(claim, rarity))
    return Ranked(candidate.id, 1, total, _reasons(parts))


def ranked(claim: Sought, candidates: Iterable[Candidate], rarity: Rarity, top: int) -> list[Ranked]:
    """The best candidates, each once; equal scores by date, then by label. What has nothing to do with the
    claim is left out."""
    found: dict[str, tuple[float, list[Part], Candidate]] = {}
    whole = _whole(claim, rarity)
    for candidate in candidates:
        total, parts = _weighed(claim, candidate, rarity, whole)
        if total > 0:
            found.setdefault(candidate.id, (total, parts, candidate))
    order = sorted(found.values(), key=lambda item: (-item[0], *_ties(item[2])))
    return [
        Ranked(candidate.id, n, total, _reasons(parts))
        for n, (total, parts, candidate) in enumerate(order[:top], 1)
    ]


def _weighed(claim: Sought, candidate: Candidate, rarity: Rarity, whole: float) -> tuple[float, list[Part]]:
    """The score, as a share of the whole, and its parts."""
    parts = [*_words(claim, candidate, rarity), *_people(claim, candidate, rarity)]
    parts.extend(_place(claim, candidate, rarity))
    if parts:
        parts.extend(_times(timing(claim, candidate), rarity, candidate.standing))
    total = sum(part.weight for part in parts) / whole if whole else 0.0
    if candidate.standing:
        parts.append(Part(0.0, partial(str, candidate.standing)))
    return round(min(1.0, max(0.0, total)), 6), parts


def _reasons(parts: list[Part]) -> tuple[str, ...]:
    heaviest = sorted(parts, key=lambda part: -abs(part.weight))
    return tuple(dict.fromkeys(part.say() for part in heaviest))


def _ties(candidate: Candidate) -> tuple[str, str, int, str, str]:
    earliest = parse_edtf(candidate.when).earliest if candidate.when else None
    letter = candidate.label.rstrip("0123456789")
    number = candidate.label[len(letter) :]
    day = earliest.isoformat() if earliest else "9999"
    return day, letter, int(number or 0), candidate.label, candidate.id


@lru_cache(maxsize=256)
def weights_of(words: str, context: str) -> dict[str, float]:
    """The terms that a claim looks for, its own counted whole, those of its context for less."""
    found = dict.fromkeys(terms_of(context), CONTEXT)
    found.update(dict.fromkeys(terms_of(words), 1.0))
    return found


def _words(claim: Sought, candidate: Candidate, rarity: Rarity) -> Iterable[Part]:
    wanted = weights_of(claim.words, claim.context)
    there = Counter(terms_of(candidate.words))
    fullness = K1 * (1 - B + B * len(there) / max(1.0, rarity.length))
    shared = [term for term in wanted if term in there]
    met: set[str] = set()
    for term in shared:
        count = there[term]
        met.update(kins_of((term,)))
        weight = wanted[term] * rarity.weight(term) * count * (K1 + 1) / (count + fullness)
        yield Part(weight, partial(wording.same, claim, candidate, term))
    mine: dict[str, float] = {}
    for term, weight in wanted.items():
        for kin in kins_of((term,)):
            mine[kin] = max(mine.get(kin, 0.0), weight)
    for kin in dict.fromkeys(kins_of(there)):
        if kin in mine and kin not in met:
            yield Part(KIN * mine[kin] * rarity.weight(kin), partial(wording.akin, claim, candidate, kin))


def _people(claim: Sought, candidate: Candidate, rarity: Rarity) -> Iterable[Part]:
    present: dict[str, Named] = {person.id: person for person in candidate.people}
    if claim.speaker and claim.speaker.id in present:
        weight = rarity.weight(person_term(claim.speaker.id))
        yield Part(SPEAKER * weight, partial(str, f"{claim.speaker.name} speaks and takes part"))
    for person in claim.people:
        if person.id in present and (claim.speaker is None or person.id != claim.speaker.id):
            weight = rarity.weight(person_term(person.id))
            yield Part(NAMED * weight, partial(str, f"{person.name} is named and takes part"))


def _place(claim: Sought, candidate: Candidate, rarity: Rarity) -> Iterable[Part]:
    if not candidate.place:
        return
    wanted = weights_of(claim.words, claim.context)
    named = dict.fromkeys(terms_of(candidate.place))
    shared = [term for term in named if term in wanted]
    if 2 * len(shared) > len(named):
        weight = max(wanted[term] * rarity.weight(term) for term in shared)
        yield Part(PLACE * weight, partial(str, f"at {candidate.place}"))


def _times(found: Timing, rarity: Rarity, standing: str) -> Iterable[Part]:
    unit = rarity.rarest
    if found.period:
        yield Part(PERIOD * unit, partial(str, f"within {found.period}"))
    if found.order in {"before", "same"}:
        yield Part(BEFORE * unit * found.nearness, partial(str, found.distance))
    elif found.order == "after":
        yield Part(BEFORE * unit if found.looks_ahead else AFTER * unit, partial(str, found.distance))
    if found.scheduled:
        yield Part(SCHEDULED * unit, partial(str, standing or "only scheduled"))


def _whole(claim: Sought, rarity: Rarity) -> float:
    """What an event that has everything would weigh."""
    wanted = weights_of(claim.words, claim.context)
    whole = sum(weight * rarity.weight(term) for term, weight in wanted.items()) * (K1 + 1) / (1 + K1)
    people = {person.id for person in claim.people} | ({claim.speaker.id} if claim.speaker else set())
    whole += sum(rarity.weight(person_term(person)) for person in people)
    return whole + (PERIOD + BEFORE) * rarity.rarest
