"""A grade while it is typed: the codes so far, the words beside them, and how it is kept as a draft.

Pure values; the strip and the form paint them.
"""

from __future__ import annotations

import json
from dataclasses import field, replace
from typing import TYPE_CHECKING, Any

from factcheck.core.checks import Graded, Remark, check_grade
from factcheck.core.light import dataclass
from factcheck.core.rubric import SVR1, Code, Dimension, Rubric

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.core.views.judgements import GradeView
    from factcheck.core.views.pairs import Pair

READINGS = ("A", "B")


@dataclass(frozen=True, slots=True)
class Typed:
    """What a reviewer has typed of a grade. `keys` are codes in the rubric's order, perhaps not all yet."""

    keys: str = ""
    rationale: str = ""
    reason: str = ""
    also: tuple[str, ...] = ()
    scope: Mapping[str, str] = field(default_factory=dict)
    readings: Mapping[str, Mapping[str, str]] = field(default_factory=dict)
    """`{"A": {"text", "degree"}}`"""
    awareness: str = ""

    def codes(self, rubric: Rubric = SVR1) -> dict[str, str]:
        """The codes typed so far, by dimension."""
        return {dimension.key: key for dimension, key in zip(rubric.dimensions, self.keys, strict=False)}

    def whole(self, rubric: Rubric = SVR1) -> bool:
        return len(self.keys) == len(rubric.dimensions)

    def at(self, rubric: Rubric = SVR1) -> Dimension:
        """The dimension that the next key answers; the last one when all are answered."""
        return rubric.dimensions[min(len(self.keys), len(rubric.dimensions) - 1)]

    def type(self, key: str, rubric: Rubric = SVR1) -> Typed | None:
        """With one more code; None where the key is no code there. A whole grade starts over."""
        begun = replace(self, keys="") if self.whole(rubric) else self
        if find_code(begun.at(rubric), key) is None:
            return None
        return replace(begun, keys=begun.keys + key)

    def back(self) -> Typed:
        return replace(self, keys=self.keys[:-1])

    def completed(self, rubric: Rubric = SVR1) -> Typed:
        """A lone `u` is a whole grade: cannot tell in everything, confidence medium."""
        return replace(self, keys="uuu2") if self.keys == "u" and rubric is SVR1 else self

    def extras(self) -> dict[str, Any]:
        """What the fuller form adds, as the workbench takes it: only what was filled in."""
        readings = [
            {"name": name, "text": reading.get("text", ""), "degree": reading["degree"]}
            for name, reading in sorted(self.readings.items())
            if reading.get("degree")
        ]
        extras: dict[str, Any] = {}
        if self.reason.strip():
            extras["reason"] = self.reason.strip()
        if self.also:
            extras["also"] = self.also
        if self.scope:
            extras["scope"] = dict(self.scope)
        if readings:
            extras["readings"] = readings
        if self.awareness:
            extras["awareness"] = self.awareness
        return extras

    def as_draft(self) -> str:
        """The draft's text."""
        return json.dumps(
            {
                "keys": self.keys,
                "rationale": self.rationale,
                "reason": self.reason,
                "also": list(self.also),
                "scope": dict(self.scope),
                "readings": {name: dict(reading) for name, reading in self.readings.items()},
                "awareness": self.awareness,
            },
            ensure_ascii=False,
            sort_keys=True,
        )


def from_draft(text: str | None) -> Typed | None:
    """The inverse of `as_draft`; None for no draft. One of another shape gives its text as the rationale."""
    if not text:
        return None
    try:
        found = json.loads(text)
        return Typed(
            keys=found["keys"],
            rationale=found["rationale"],
            reason=found["reason"],
            also=tuple(found["also"]),
            scope=found["scope"],
            readings=found["readings"],
            awareness=found["awareness"],
        )
    except (ValueError, KeyError, TypeError):
        return Typed(rationale=text)


def from_grade(grade: GradeView, rubric: Rubric = SVR1) -> Typed:
    """A grade that stands, to be changed."""
    return Typed(
        keys="".join(grade.codes.get(dimension.key, "") for dimension in rubric.dimensions),
        rationale=grade.rationale or "",
        reason=grade.reason or "",
        also=grade.also,
        scope=grade.scope or {},
        readings={
            reading.get("name", str(number)): {
                "text": reading.get("text", ""),
                "degree": reading.get("degree", ""),
            }
            for number, reading in enumerate(grade.readings)
        },
        awareness=grade.awareness or "",
    )


def find_code(dimension: Dimension, key: str) -> Code | None:
    """The code of a key, None where there is none."""
    return next((code for code in dimension.codes if code.key == key), None)


def remarks(typed: Typed, pair: Pair, rubric: Rubric = SVR1) -> list[Remark]:
    """What the checks say of a whole grade on this pair; nothing of one that is not whole."""
    if not typed.whole(rubric):
        return []
    event, claim = pair.event, pair.claim
    unit = Graded(
        target_is_statement=pair.statement is not None,
        established=event.established if event else None,
        modes=tuple(evidence.mode for evidence in event.evidence) if event else (),
        form=claim.form,
        clarity=claim.clarity,
        has_explanation=bool(pair.explanations),
        has_variant=bool(claim.variants),
        rationale=typed.rationale.strip() or None,
        reason=typed.reason.strip() or None,
    )
    return check_grade(typed.codes(rubric), unit)
