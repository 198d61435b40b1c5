"""Several passages that tell of one event, made one event with all its passages."""

from __future__ import annotations

from collections import defaultdict

from factcheck.core.edtf import When, parse_edtf
from factcheck.core.proposals import WhenRead
from factcheck.errors import FactcheckError
from factcheck.extract.happening import Happening


def merged(found: list[Happening]) -> list[Happening]:
    """Events in order, passages of one event together. Same sort, the same people, and a time that lies
    within the other's.
    """
    kept: list[Happening] = []
    by_person: dict[tuple[str, str], list[Happening]] = defaultdict(list)
    for event in found:
        event.passages = [(event.start, event.end)]
        key = (event.sort, event.who[0][0] if event.who else "")
        same = next(
            (
                other
                for name, _ in event.who
                for other in by_person[(event.sort, name)][-40:]
                if _one_event(other, event)
            ),
            None,
        )
        if same is not None:
            _absorb(same, event)
            continue
        kept.append(event)
        for name, _ in event.who or [(key[1], None)]:
            by_person[(event.sort, name)].append(event)
    return kept


def _one_event(first: Happening, second: Happening) -> bool:
    if "set" in first.flags or "set" in second.flags or first.sort == "saying":
        return False
    one, two = {name for name, _ in first.who}, {name for name, _ in second.who}
    if not (one <= two or two <= one):
        return False
    if first.sort == "contact" and len(one & two) < 2:
        return False
    a, b = _value(first.when), _value(second.when)
    if a is None or b is None:
        return (first.start, first.end) == (second.start, second.end)
    within = (
        a.earliest is not None and b.earliest is not None and a.overlaps(b) and (_holds(a, b) or _holds(b, a))
    )
    return within and (max(_days(a), _days(b)) <= 31 or a == b)


def _value(when: WhenRead | None) -> When | None:
    if when is None or when.edtf is None:
        return None
    try:
        return parse_edtf(when.edtf)
    except FactcheckError:
        return None


def _days(when: When) -> int:
    if when.earliest is None or when.latest is None:
        return 10_000
    return (when.latest - when.earliest).days + 1


def _holds(outer: When, inner: When) -> bool:
    if outer.earliest is None or outer.latest is None or inner.earliest is None or inner.latest is None:
        return False
    return outer.earliest <= inner.earliest and inner.latest <= outer.latest


def _absorb(event: Happening, other: Happening) -> None:
    """Take over the other's passage, and its date, place and account where they say more."""
    if all(passage not in event.passages for passage in other.passages):
        event.passages += other.passages
    mine, theirs = _value(event.when), _value(other.when)
    if theirs is not None and (mine is None or _days(theirs) < _days(mine)):
        event.when, event.title = other.when, other.title
    names = dict(event.who)
    for name, capacity in other.who:
        names[name] = names.get(name) or capacity
    event.who = list(names.items())
    event.where = event.where or other.where
    event.according_to = event.according_to or other.according_to
    event.confidence = min(0.95, max(event.confidence, other.confidence) + 0.1)
    event.flags = [flag for flag in event.flags if flag in other.flags or flag != "undated"]
