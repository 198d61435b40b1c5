"""What grades come to, in words for a list; only of grades that the viewer may see."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from factcheck.core.findings import Finding
    from factcheck.core.views.pairs import LinkView

Codes = Mapping[str, str]

_RELATIONS = {
    "c": "contradicts",
    "q": "qualifies",
    "s": "supports",
    "x": "context",
    "n": "does not bear",
    "u": "cannot tell",
}


def mark_of(finding: Finding) -> str:
    """A finding in one word for a list: its degree, "range", "u" where graded links cannot tell, or
    nothing."""
    if finding.degree is not None:
        return finding.degree
    if finding.state == "range":
        return "range"
    return "u" if finding.unresolved else ""


def verdict_of(link: LinkView | None) -> tuple[str, str]:
    """What a link's grades come to, in words for a list, and its mark."""
    if link is None:
        return "not linked", ""
    settled = link.adjudications[-1].codes if link.adjudications else None
    return verdict(settled, {grade.reviewer: grade.codes for grade in link.grades})


def verdict(settled: Codes | None, latest: Mapping[str, Codes]) -> tuple[str, str]:
    """The same from what was settled, if anything was, and each reviewer's latest grade."""
    if settled is not None:
        return _worded(settled)
    if not latest:
        return "not graded", ""
    given = list(latest.values())
    if any(codes.get(key) != given[0].get(key) for codes in given for key in ("relation", "degree", "kind")):
        return f"reviewers differ {_span(given)}", "range"
    return _worded(given[0])


def _span(given: Sequence[Codes]) -> str:
    """The degrees from the least to the most, and whether somebody cannot tell: `2-3`, `3 / cannot tell`."""
    degrees = sorted({codes.get("degree", "u") for codes in given if not _unresolved(codes)})
    parts = [degrees[0] if len(degrees) == 1 else f"{degrees[0]}-{degrees[-1]}"] if degrees else []
    return " / ".join([*parts, *(["cannot tell"] if any(map(_unresolved, given)) else [])])


def _unresolved(codes: Codes) -> bool:
    return codes.get("relation", "u") == "u" or codes.get("degree", "u") == "u"


def _worded(codes: Codes) -> tuple[str, str]:
    relation, degree = codes.get("relation", "u"), codes.get("degree", "u")
    if _unresolved(codes):
        return "cannot tell", "u"
    words = _RELATIONS.get(relation, relation)
    return (f"{words} {degree}", degree) if relation in {"c", "q"} else (words, degree)
