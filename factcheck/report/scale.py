"""A rubric as a report carries it: its questions and codes, and how often each code was used."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING, Any

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from factcheck.core.report import Report


@dataclass(frozen=True, slots=True)
class ScaleCode:
    """One code with the number of judgements in this report that used it."""

    key: str
    label: str
    definition: str
    example: str
    missing: bool
    used: int


@dataclass(frozen=True, slots=True)
class ScaleDimension:
    """One question of the rubric."""

    key: str
    label: str
    question: str
    level: str
    codes: tuple[ScaleCode, ...]


@dataclass(frozen=True, slots=True)
class Scale:
    """The whole rubric; read once from its definition as plain values."""

    name: str
    version: str
    title: str
    dimensions: tuple[ScaleDimension, ...]

    def words(self, dimension: str, key: str) -> str:
        """A code's label; empty where the rubric does not know it."""
        for item in self.dimensions:
            if item.key == dimension:
                return next((code.label for code in item.codes if code.key == key), "")
        return ""

    def label(self, dimension: str) -> str:
        """What a dimension is called; its key where the rubric does not know it."""
        return next((item.label for item in self.dimensions if item.key == dimension), dimension)

    def is_of(self, rubric: str, version: int) -> bool:
        """Whether a grade was given under this rubric and this version of it."""
        return (rubric, str(version)) == (self.name, self.version)


def scale_of(report: Report) -> Scale:
    """The report's rubric with the uses of its codes counted; the definition may be of any rubric."""
    definition = report.rubric
    uses = Counter(_uses(report))
    return Scale(
        name=str(definition.get("name", "")),
        version=str(definition.get("version", "")),
        title=str(definition.get("title", "")),
        dimensions=tuple(_dimension(item, uses) for item in definition.get("dimensions", ())),
    )


def _dimension(item: Mapping[str, Any], uses: Counter[tuple[str, str]]) -> ScaleDimension:
    key = str(item.get("key", ""))
    return ScaleDimension(
        key=key,
        label=str(item.get("label", key)),
        question=str(item.get("question", "")),
        level=str(item.get("level", "")),
        codes=tuple(
            ScaleCode(
                key=str(code.get("key", "")),
                label=str(code.get("label", "")),
                definition=str(code.get("definition", "")),
                example=str(code.get("example", "")),
                missing=bool(code.get("missing", False)),
                used=uses[key, str(code.get("key", ""))],
            )
            for code in item.get("codes", ())
        ),
    )


def _uses(report: Report) -> Iterator[tuple[str, str]]:
    for chapter in report.chapters:
        judged: list[Mapping[str, str] | None] = [
            *(item.codes for item in chapter.claim.adjudications),
            *(item.codes for item in chapter.claim.dissents),
        ]
        for exhibit in chapter.exhibits:
            for grade in exhibit.link.grades:
                judged.append(grade.codes)
                yield from (("kind", key) for key in grade.also)
            judged += [item.codes for item in exhibit.link.adjudications]
            judged += [item.codes for item in exhibit.link.dissents]
        for codes in judged:
            yield from (codes or {}).items()
