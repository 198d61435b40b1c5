"""Rubrics: named, versioned scales. SVR-1 (statement versus record) is built in; others are data of the same
shape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any, Literal

from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError

Level = Literal["nominal", "ordinal"]


@dataclass(frozen=True, slots=True)
class Code:
    """One value of a dimension. `rank` orders ordinal codes; `missing` marks "cannot tell", which is no
    point on it."""

    key: str
    label: str
    definition: str
    example: str = ""
    rank: int | None = None
    missing: bool = False


@dataclass(frozen=True, slots=True)
class Dimension:
    """One question a reviewer answers with one key."""

    key: str
    label: str
    question: str
    level: Level
    codes: tuple[Code, ...]

    def code(self, key: str) -> Code:
        """The code of a key; a FactcheckError names those there are."""
        for code in self.codes:
            if code.key == key:
                return code
        raise FactcheckError(
            title=f"“{key}” is no {self.label}",
            detail="It is one of: " + ", ".join(f"{code.key} {code.label}" for code in self.codes) + ".",
            exit_code=2,
        )


@dataclass(frozen=True, slots=True)
class Rubric:
    """A scale: its dimensions in the order in which they are typed, and which are needed."""

    name: str
    version: int
    title: str
    dimensions: tuple[Dimension, ...]

    def dimension(self, key: str) -> Dimension:
        return next(item for item in self.dimensions if item.key == key)

    def say(self, codes: Mapping[str, str]) -> str:
        """A grade in words: `contradicts · 3 substantial · scope or capacity · confidence medium`. That one
        cannot tell is said once."""
        said = []
        told = False
        for dimension in self.dimensions:
            if key := codes.get(dimension.key):
                code = dimension.code(key)
                if code.missing and told:
                    continue
                told = told or code.missing
                label = code.label
                if dimension.key == "confidence":
                    label = f"confidence {label}"
                elif dimension.level == "ordinal" and key.isdigit():
                    label = f"{key} {label}"
                said.append(label)
        return " · ".join(said)

    def definition(self) -> dict[str, Any]:
        """The rubric as plain JSON values, for a report, an export or the case."""
        return {
            "name": self.name,
            "version": self.version,
            "title": self.title,
            "dimensions": [
                {
                    "key": dimension.key,
                    "label": dimension.label,
                    "question": dimension.question,
                    "level": dimension.level,
                    "codes": [
                        {
                            "key": code.key,
                            "label": code.label,
                            "definition": code.definition,
                            **({"example": code.example} if code.example else {}),
                            **({"rank": code.rank} if code.rank is not None else {}),
                            **({"missing": True} if code.missing else {}),
                        }
                        for code in dimension.codes
                    ],
                }
                for dimension in self.dimensions
            ],
        }


SVR1 = Rubric(
    name="SVR",
    version=1,
    title="Statement versus record",
    dimensions=(
        Dimension(
            "relation",
            "relation",
            "How does the record bear on the claim?",
            "nominal",
            (
                Code(
                    "c",
                    "contradicts",
                    "If the event is as recorded, the claim read in its most natural sense is untrue.",
                    "“I met nobody” beside a documented meeting.",
                ),
                Code(
                    "q",
                    "qualifies",
                    "Bears on the claim, but whether it makes it untrue depends on a scope, a capacity, a "
                    "definition or a reading in dispute.",
                ),
                Code("s", "supports", "Makes the claim more likely true."),
                Code("x", "context", "Helps to read the claim; neither for nor against it."),
                Code(
                    "n",
                    "does not bear",
                    "Outside the claim's person, period or subject; linked in error, or to record that it "
                    "was considered.",
                ),
                Code("u", "cannot tell", "Event or claim not established well enough.", missing=True),
            ),
        ),
        Dimension(
            "degree",
            "degree",
            "How far is the claim from the record, taking question and context into account?",
            "ordinal",
            (
                Code(
                    "0",
                    "consistent",
                    "No discrepancy, or a difference only in immaterial form (rounding, tense, a slip).",
                    rank=0,
                ),
                Code(
                    "1",
                    "minor",
                    "A detail differs or is left out; a fair listener's understanding of the main "
                    "point would not change.",
                    rank=1,
                ),
                Code(
                    "2",
                    "moderate",
                    "The main point is partly right, or right only with a needed qualification; the "
                    "listener is left with a materially incomplete picture.",
                    rank=2,
                ),
                Code(
                    "3",
                    "substantial",
                    "The main point conflicts with the record on its most natural reading; at least one "
                    "reasonable reading reconciles them.",
                    rank=3,
                ),
                Code(
                    "4",
                    "direct",
                    "No reasonable reading of question and answer reconciles claim and record.",
                    rank=4,
                ),
                Code("u", "cannot tell", "Not resolvable; say why.", missing=True),
            ),
        ),
        Dimension(
            "kind",
            "kind",
            "What sort of discrepancy is it?",
            "nominal",
            (
                Code("1", "contradiction", "Says one thing; the record shows that it was not so."),
                Code("2", "omission", "Leaves out something that the question or the statement called for."),
                Code("3", "literally true", "Every word can be true; the implication is not."),
                Code(
                    "4",
                    "scope or capacity",
                    "Turns on in what role, with whom, about what or in which period.",
                ),
                Code("5", "recollection", "Turns on memory or knowledge."),
                Code("6", "detail", "A date, number, place, identity or order of events."),
                Code("7", "definition", "Turns on the meaning of a word or of the question."),
                Code(
                    "8",
                    "changed account",
                    "Conflicts with another statement of the same speaker rather than with an event.",
                ),
                Code("9", "text", "Exists only in a transcript, translation, caption or quotation."),
                Code("0", "none", "No discrepancy."),
                Code(
                    "u",
                    "unresolvable",
                    "Evidence is missing, sources conflict, or the unit is ill formed; say which.",
                    missing=True,
                ),
            ),
        ),
        Dimension(
            "confidence",
            "confidence",
            "How sure are you of this grade?",
            "ordinal",
            (
                Code("1", "low", "Would not be surprised to be reversed.", rank=1),
                Code("2", "medium", "More likely right than not.", rank=2),
                Code("3", "high", "Would sign it.", rank=3),
            ),
        ),
    ),
)

AWARENESS = {
    "0": "none on the record",
    "1": "took part in the event",
    "2": "a dated record near the statement",
    "3": "own later admission",
}
"""Evidence of awareness, never of intent."""

DEGREE_WORDS = {
    "0": "consistent with the record",
    "1": "minor discrepancy",
    "2": "incomplete or misleading",
    "3": "substantially at odds",
    "4": "contradicted",
    "u": "cannot be determined",
}
"""How a report words a degree."""

_SEPARATORS = re.compile(r"[\s,/·-]+")


def read_codes(typed: str, rubric: Rubric = SVR1) -> dict[str, str]:
    """Codes as typed, `c342` or `c 3 4 2`, in the order of the rubric's dimensions.

    A grade that cannot tell may stop early: `u` alone stands for relation u, degree u, kind u, confidence 2.
    """
    keys = list(_SEPARATORS.sub("", typed.strip().lower()))
    if keys == ["u"]:
        keys = ["u", "u", "u", "2"]
    if len(keys) != len(rubric.dimensions):
        order = ", ".join(dimension.label for dimension in rubric.dimensions)
        raise FactcheckError(
            title=f"“{typed}” is no grade",
            detail=f"A grade has {len(rubric.dimensions)} keys: {order}.",
            hint="For example c342: contradicts, degree 3, kind 4 (scope or capacity), confidence 2.",
            exit_code=2,
        )
    codes = dict(zip((dimension.key for dimension in rubric.dimensions), keys, strict=True))
    for dimension in rubric.dimensions:
        dimension.code(codes[dimension.key])
    return codes
