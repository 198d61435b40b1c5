"""Findings: the roll-up of a claim's grades. Never an average; a range where reviewers differ and nobody
settled it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from factcheck.core.codes import COUNTS_AS_DOCUMENTED
from factcheck.core.light import dataclass

FindingState = Literal["adjudicated", "agreed", "one reviewer", "range", "none"]

JUDGED = ("relation", "degree", "kind")
"""The keys in which reviewers must agree; confidence is each reviewer's own."""


@dataclass(frozen=True, slots=True)
class GradeGiven:
    """A grade as the roll-up sees it."""

    reviewer: str
    codes: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class LinkJudged:
    """One link with all that was judged of it. `counts` is False where its event is not documented well
    enough, and `why_not` then says how it stands."""

    label: str
    target: str
    counts: bool
    why_not: str
    grades: tuple[GradeGiven, ...]
    settled: Mapping[str, str] | None = None


@dataclass(frozen=True, slots=True)
class Finding:
    """What a claim's grades come to.

    `degree` is None where there is no finding; `low` and `high` span the degrees of all grades given.
    `decided_by` are the labels of the links that carry the highest degree. `text` is how it prints: `3
    (range 1-3, 2 links, 1 unresolved)`, or why there is none.
    """

    state: FindingState
    degree: str | None
    low: str | None
    high: str | None
    links: int
    unresolved: int
    ungraded: int
    decided_by: tuple[str, ...]
    text: str


def counts_for_finding(established: str | None, modes: Sequence[str]) -> tuple[bool, str]:
    """Whether an event weighs in a finding, and if not how it stands."""
    if modes and set(modes) <= {"scheduled"}:
        return False, "only scheduled"
    if established in COUNTS_AS_DOCUMENTED:
        return True, ""
    return False, {None: "not yet established", "single report": "only reported"}.get(
        established, str(established)
    )


def outcome(link: LinkJudged) -> tuple[FindingState, Mapping[str, str] | None]:
    """How one link stands, and the codes that hold for it (None where reviewers differ or nobody graded)."""
    if link.settled is not None:
        return "adjudicated", link.settled
    if not link.grades:
        return "none", None
    first = link.grades[0].codes
    if len(link.grades) == 1:
        return "one reviewer", first
    if any(other.codes.get(key) != first.get(key) for other in link.grades for key in JUDGED):
        return "range", None
    least = min(grade.codes.get("confidence", "1") for grade in link.grades)
    return "agreed", {**first, "confidence": least}


def roll_up(links: Sequence[LinkJudged], override: Mapping[str, str] | None = None) -> Finding:
    """The finding of a claim from its links; `override` are an adjudicator's codes for the claim itself."""
    judged = [(link, *outcome(link)) for link in links]
    degrees = sorted(
        code
        for link in links
        for code in (
            *(grade.codes.get("degree", "u") for grade in link.grades),
            *((link.settled.get("degree", "u"),) if link.settled else ()),
        )
        if code.isdigit()
    )
    low, high = (degrees[0], degrees[-1]) if degrees else (None, None)
    graded = [item for item in judged if item[1] != "none"]
    unresolved = sum(1 for _, state, codes in graded if state == "range" or _cannot_tell(codes))
    ungraded = len(links) - len(graded)

    def finding(state: FindingState, degree: str | None, by: tuple[str, ...], why: str) -> Finding:
        text = _text(degree, low, high, len(graded), unresolved) if degree else f"no finding: {why}"
        return Finding(state, degree, low, high, len(links), unresolved, ungraded, by, text)

    if override is not None:
        settled = override.get("degree", "u")
        return finding("adjudicated", settled if settled.isdigit() else None, (), "settled as cannot tell")
    weighing = [
        (link, state, codes)
        for link, state, codes in graded
        if codes is not None and link.counts and _weighs(codes)
    ]
    open_ranges = [link.label for link, state, _ in graded if state == "range" and link.counts]
    if open_ranges:
        span = f" (range {_span(low, high)})" if low is not None else ""
        return finding("range", None, (), f"reviewers differ on {', '.join(open_ranges)}{span}")
    if weighing:
        top = max(codes["degree"] for _, _, codes in weighing)
        carrying = [(link, state) for link, state, codes in weighing if codes["degree"] == top]
        return finding(_strongest(carrying), top, tuple(link.label for link, _ in carrying), "")
    return finding("none", None, (), _why_none(judged))


def _weighs(codes: Mapping[str, str]) -> bool:
    return (
        codes.get("relation") in {"c", "q", "s"}
        and codes.get("degree", "u").isdigit()
        and codes.get("confidence", "1") >= "2"
    )


def _cannot_tell(codes: Mapping[str, str] | None) -> bool:
    return codes is not None and (codes.get("relation") == "u" or codes.get("degree") == "u")


def _strongest(carrying: Sequence[tuple[LinkJudged, FindingState]]) -> FindingState:
    states = {state for _, state in carrying}
    for state in ("adjudicated", "agreed", "one reviewer"):
        if state in states:
            return state
    return "none"


def _text(degree: str, low: str | None, high: str | None, links: int, unresolved: int) -> str:
    parts = [f"range {_span(low, high)}"] if low is not None else []
    parts.append(f"{links} link{'s' if links != 1 else ''}")
    if unresolved:
        parts.append(f"{unresolved} unresolved")
    return f"{degree} ({', '.join(parts)})"


def _span(low: str | None, high: str | None) -> str:
    return str(low) if low == high else f"{low}-{high}"


def _why_none(judged: Sequence[tuple[LinkJudged, FindingState, Mapping[str, str] | None]]) -> str:
    if not judged:
        return "nothing is linked"
    if all(state == "none" for _, state, _ in judged):
        return "nothing is graded"
    reasons = []
    for link, state, codes in judged:
        if state == "none":
            continue
        if not link.counts:
            reasons.append(f"{link.target} {link.why_not}")
        elif _cannot_tell(codes):
            reasons.append(f"{link.target} cannot tell")
        elif codes is not None and codes.get("relation") in {"x", "n"}:
            reasons.append(f"{link.target} only {'context' if codes['relation'] == 'x' else 'considered'}")
        elif codes is not None and codes.get("confidence", "1") < "2":
            reasons.append(f"{link.target} graded with low confidence")
    return ", ".join(dict.fromkeys(reasons)) or "nothing counts"
