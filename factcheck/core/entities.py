"""The sorts of records that a case has. Their classes are imported when one is written or its rules are asked
for: a screen that only reads needs none of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from factcheck.core.records import Record


@dataclass(frozen=True, slots=True)
class Entity:
    """A sort of record. `class_name` is its class in `records`, `letter` begins its labels (None: it has
    none); `anchored` says that some of its fields hold passages of sources."""

    name: str
    class_name: str
    letter: str | None = None
    anchored: bool = False

    @property
    def record(self) -> type[Record]:
        from factcheck.core import records

        found: type[Record] = getattr(records, self.class_name)
        return found

    @property
    def table(self) -> str:
        """The table's name in the case file (`case` is a word of SQL)."""
        return "case_card" if self.name == "case" else self.name


ENTITIES: dict[str, Entity] = {
    entity.name: entity
    for entity in (
        Entity("case", "Case"),
        Entity("replica", "Replica"),
        Entity("reviewer", "Reviewer"),
        Entity("source", "Source", "D"),
        Entity("extraction", "Extraction"),
        Entity("decision", "Decision"),
        Entity("person", "Person", "P"),
        Entity("alias", "Alias"),
        Entity("role", "PersonRole"),
        Entity("statement", "Statement", "S", anchored=True),
        Entity("claim", "Claim", "C", anchored=True),
        Entity("event", "Event", "E"),
        Entity("participant", "Participant"),
        Entity("evidence", "Evidence", anchored=True),
        Entity("register", "Register"),
        Entity("row", "Row", "R"),
        Entity("explanation", "Explanation", "X", anchored=True),
        Entity("link", "Link", "L"),
        Entity("rejection", "Rejection"),
        Entity("grade", "Grade"),
        Entity("adjudication", "Adjudication"),
        Entity("dissent", "Dissent"),
        Entity("note", "Note"),
        Entity("tag", "Tag"),
        Entity("rubric", "RubricVersion"),
        Entity("round", "Round"),
        Entity("assignment", "Assignment"),
        Entity("handout", "Handout"),
        Entity("signature", "Signature"),
        Entity("lock", "Lock"),
    )
}
