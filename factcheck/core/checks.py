"""The consistency checks of SVR-1: what a grade may not say, and what a reviewer should look at once more."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal

from factcheck.core.light import dataclass

Severity = Literal["block", "warn", "owed"]


@dataclass(frozen=True, slots=True)
class Remark:
    """What a check found. `block` refuses the grade; `warn` is shown; `owed` is shown and blocks signing
    only."""

    severity: Severity
    text: str


@dataclass(frozen=True, slots=True)
class Graded:
    """What stands on the two sides of a grade, as far as the checks ask."""

    target_is_statement: bool = False
    established: str | None = None
    modes: tuple[str, ...] = ()
    form: str | None = None
    clarity: str | None = None
    has_explanation: bool = False
    has_variant: bool = False
    rationale: str | None = None
    reason: str | None = None


_DISCREPANT = frozenset("1234")


def check_grade(codes: Mapping[str, str], unit: Graded) -> list[Remark]:
    """All remarks on a grade, those that block first."""
    return [*_blocks(codes, unit), *_warnings(codes, unit), *_owed(codes, unit)]


def _blocks(codes: Mapping[str, str], unit: Graded) -> list[Remark]:
    relation, degree, kind = codes.get("relation"), codes.get("degree"), codes.get("kind")
    found = []
    if relation in {"s", "x", "n"} and degree in _DISCREPANT:
        found.append("A record that supports, gives context or does not bear has degree 0.")
    if degree == "u" and relation != "u" and kind != "u":
        found.append("Degree u (cannot tell) goes with relation u or kind u.")
    if kind == "8" and not unit.target_is_statement:
        found.append("Kind 8 (changed account) needs another statement of the speaker, not an event.")
    return [Remark("block", text) for text in found]


def _warnings(codes: Mapping[str, str], unit: Graded) -> list[Remark]:
    relation, degree, kind = codes.get("relation"), codes.get("degree"), codes.get("kind")
    high = degree in {"3", "4"}
    found = []
    if relation == "q" and high:
        found.append("It qualifies, yet the degree is 3 or more: say why it does not contradict.")
    if degree == "4" and kind == "3":
        found.append("Degree 4 leaves no reasonable reading; kind 3 says that every word can be true.")
    if high and unit.established in {"single report", "alleged", "disputed"}:
        found.append(f"Degree {degree} rests on an event that is {_a(unit.established)}.")
    if high and unit.modes and set(unit.modes) <= {"scheduled"}:
        found.append(f"Degree {degree} rests on an event that was only scheduled.")
    if kind == "5" and unit.form == "categorical" and not unit.has_explanation:
        found.append("Kind 5 (recollection), but the claim is categorical and nobody has pleaded memory.")
    if kind == "9" and not unit.has_variant:
        found.append("Kind 9 (text) needs another text of the same words beside this one.")
    if degree == "4" and unit.clarity == "fundamentally ambiguous":
        found.append("Degree 4 although the question is fundamentally ambiguous.")
    return [Remark("warn", text) for text in found]


def _owed(codes: Mapping[str, str], unit: Graded) -> list[Remark]:
    found = []
    if codes.get("degree") in {"2", "3", "4"} and not unit.rationale:
        found.append("Rationale owed: from degree 2 on a grade says why.")
    if codes.get("relation") == "u" and not (unit.reason or unit.rationale):
        found.append("Reason owed: a grade that cannot tell says what is missing.")
    return [Remark("owed", text) for text in found]


def _a(established: str) -> str:
    return f"a {established}" if established == "single report" else established
