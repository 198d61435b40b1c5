"""The catalogue of entry kinds: the one table from which validation, fold, log and the format page derive."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, Literal

from factcheck.core.entities import ENTITIES
from factcheck.core.light import dataclass
from factcheck.core.rules import check_fields, rules_of
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.core.records import Record

Effect = Literal["makes", "sets", "reverses"]
Visibility = Literal["open", "owned", "owned on judgements"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of entry.

    `effect`: makes a record, sets fields of one, or reverses a batch. `visibility`: open entries always
    travel; owned ones (grades, adjudications, dissents) may be withheld; notes and tags only where they are
    on a link or a grade. `sentence` is the log's, with the fields in braces.
    """

    name: str
    entity: str
    effect: Effect
    sentence: str
    visibility: Visibility = "open"


JUDGEMENTS = frozenset({"link", "grade"})
"""Notes and tags on these belong to their writer until the round allows more."""


def _life(entity: str, made: str, what: str, visibility: Visibility = "open") -> tuple[Kind, ...]:
    """The kinds that most records have: made, edited, withdrawn, restored."""
    return (
        Kind(f"{entity}.made", entity, "makes", made, visibility),
        Kind(f"{entity}.edited", entity, "sets", f"changed {{changes}} of {what}", visibility),
        Kind(f"{entity}.withdrawn", entity, "sets", f"withdrew {what}: {{withdrawn_reason}}", visibility),
        Kind(f"{entity}.restored", entity, "sets", f"restored {what}", visibility),
    )


CARRIED = ".carried"
"""How the kinds are called that take a record's passages over to another text of its source."""

PRINTED = {"segments": "words", "question_at": "question"}
"""The field of a record that is printed for the anchors of another."""


@cache
def carried_fields(entity: str) -> frozenset[str]:
    """The fields that such an entry sets: anchors, the words printed for them, and the source they are of."""
    rules = rules_of(ENTITIES[entity].record)
    anchored = {name for name, rule in rules.items() if rule.shape == "anchors"}
    return frozenset(anchored | ({"source", *(PRINTED.get(name, name) for name in anchored)} & rules.keys()))


def _carrying() -> Iterator[Kind]:
    """The kind that carries the passages of each sort of record that has any."""
    for name, entity in ENTITIES.items():
        if entity.anchored:
            what = "{subject}" if entity.letter else name
            yield Kind(f"{name}{CARRIED}", name, "sets", f"carried {what} over to another text of its source")


KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("case.opened", "case", "makes", "opened the case “{title}”"),
        Kind("case.edited", "case", "sets", "changed {changes} of the case"),
        Kind("replica.started", "replica", "makes", "began writing in a {origin}"),
        Kind("reviewer.joined", "reviewer", "makes", "enrolled {name} as {role}"),
        Kind("reviewer.edited", "reviewer", "sets", "changed {changes} of reviewer {subject}"),
        Kind("source.added", "source", "makes", "added {label}, {name}"),
        Kind("source.edited", "source", "sets", "changed {changes} of {subject}"),
        Kind("source.checked", "source", "sets", "checked {subject} against its image"),
        Kind("source.sealed", "source", "sets", "sealed {subject}"),
        Kind("source.unsealed", "source", "sets", "unsealed {subject}"),
        Kind("source.redacted", "source", "sets", "redacted {subject}: {redacted_reason}"),
        Kind("source.withdrawn", "source", "sets", "withdrew {subject}: {withdrawn_reason}"),
        Kind("source.restored", "source", "sets", "restored {subject}"),
        Kind("source.extracted", "extraction", "makes", "let {extractor} read {source}"),
        Kind("proposal.accepted", "decision", "makes", "accepted a proposal as {record}"),
        Kind("proposal.rejected", "decision", "makes", "rejected a proposal from {source}"),
        Kind("passage.kept", "decision", "makes", "left {record} where it was, beside {source}"),
        *_carrying(),
        *_life("person", "recorded {label}, {name}", "{subject}"),
        Kind("person.same", "person", "sets", "said that {subject} is the same as {same_as}"),
        Kind("person.separate", "person", "sets", "said that {subject} is someone else again"),
        *_life("alias", "recorded “{name}” as a name of {person}", "a name of {person}"),
        *_life("role", "recorded {person} as {title}", "a role of {person}"),
        *_life("statement", "recorded {label}, “{words}”", "{subject}"),
        Kind("statement.same", "statement", "sets", "said that {subject} is the same as {same_as}"),
        Kind("statement.separate", "statement", "sets", "said that {subject} is another statement again"),
        *_life("claim", "recorded claim {label}, “{words}”", "claim {subject}"),
        *_life("event", "recorded {label}, {title}", "{subject}"),
        Kind("event.same", "event", "sets", "said that {subject} is the same as {same_as}"),
        Kind("event.separate", "event", "sets", "said that {subject} is another event again"),
        *_life("participant", "recorded {person} in {event}", "the part of {person} in {event}"),
        *_life("evidence", "added evidence to {event}", "evidence of {event}"),
        Kind("rows.imported", "register", "makes", "imported {count} rows from {source}"),
        Kind("rows.updated", "register", "sets", "imported {source} anew"),
        Kind("row.cited", "row", "makes", "took up row {number} of {register} as {label}"),
        Kind("row.promoted", "row", "sets", "promoted {subject} to {event}"),
        Kind("row.updated", "row", "sets", "brought {subject} up to date with its register"),
        *_life("explanation", "recorded {label}, an explanation of {target}", "{subject}"),
        *_life("link", "linked {claim} and {target} as {label}", "{subject}"),
        Kind("candidate.rejected", "rejection", "makes", "set {target} aside for {claim}"),
        Kind("grade.given", "grade", "makes", "graded {target}: {codes}", "owned"),
        Kind("grade.withdrawn", "grade", "sets", "withdrew a grade: {withdrawn_reason}", "owned"),
        Kind("adjudication.made", "adjudication", "makes", "adjudicated {target}: {codes}", "owned"),
        Kind(
            "adjudication.withdrawn",
            "adjudication",
            "sets",
            "withdrew an adjudication: {withdrawn_reason}",
            "owned",
        ),
        Kind("dissent.made", "dissent", "makes", "dissented on {target}", "owned"),
        Kind("dissent.edited", "dissent", "sets", "changed {changes} of a dissent", "owned"),
        Kind("dissent.suppressed", "dissent", "sets", "left a dissent out of reports: {suppressed_reason}"),
        Kind("dissent.withdrawn", "dissent", "sets", "withdrew a dissent", "owned"),
        *_life("note", "noted on {target}: “{text}”", "a note", "owned on judgements"),
        *_life("tag", "tagged {target} “{name}”", "a tag", "owned on judgements"),
        Kind("rubric.added", "rubric", "makes", "added rubric {name} version {version}"),
        Kind("round.opened", "round", "makes", "opened round {number}"),
        Kind("round.edited", "round", "sets", "changed {changes} of a round"),
        Kind("unit.assigned", "assignment", "makes", "assigned {target} to {reviewer}"),
        Kind("unit.unassigned", "assignment", "sets", "took {subject} back"),
        Kind("handout.made", "handout", "makes", "made a handout for {reviewer}"),
        Kind("finding.signed", "signature", "makes", "signed the finding on {target}"),
        Kind("signature.withdrawn", "signature", "sets", "withdrew a signature: {withdrawn_reason}"),
        Kind("case.locked", "lock", "makes", "locked the case, lock {number}"),
        Kind("case.reopened", "lock", "sets", "reopened the case: {reopened_reason}"),
        Kind("batch.undone", "batch", "reverses", "undid: {batch}"),
        Kind("batch.redone", "batch", "reverses", "did again: {batch}"),
    )
}

MADE_BY: dict[str, str] = {
    kind.entity: kind.name for kind in reversed(KINDS.values()) if kind.effect == "makes"
}
"""The kind that makes a record of each entity (of a decision: `proposal.accepted`)."""


GIVEN_ONCE = frozenset({"label", "bytes_sha", "text_sha", "map_sha", "size", "length"})
"""Fields that only the entry that makes a record sets: a label is never renumbered, a text never edited."""


def check_entry(kind_name: str, given: Mapping[str, Any]) -> None:
    """Refuses an entry whose kind is unknown or whose fields break the rules of its record."""
    kind = KINDS.get(kind_name)
    if kind is None:
        raise FactcheckError(title="This cannot be recorded", detail=f"There is no entry kind “{kind_name}”.")
    if kind.effect == "reverses":
        if set(given) != {"batch"} or not isinstance(given["batch"], str):
            raise FactcheckError(title="This cannot be recorded", detail=f"{kind_name} must name one batch.")
        return
    if kind.effect == "sets" and (settled := sorted(GIVEN_ONCE & given.keys())):
        raise FactcheckError(
            title="This cannot be recorded",
            detail=f"{kind.entity}: {settled[0].replace('_', ' ')} is given once and never changed.",
        )
    check_fields(ENTITIES[kind.entity].record, given, whole=kind.effect == "makes")


def fields_of(record: Record) -> dict[str, Any]:
    """The fields of a new record as an entry holds them: absent ones and plain defaults are left out."""
    return {
        name: value
        for name, rule in rules_of(type(record)).items()
        if (value := getattr(record, name)) is not None and value != rule.default
    }


def references(entity: str, given: Mapping[str, Any]) -> list[str]:
    """The ids of the records that these fields refer to and without which the record cannot stand."""
    return [
        given[name]
        for name, rule in rules_of(ENTITIES[entity].record).items()
        if rule.shape == "ref" and given.get(name) is not None
    ]


def may_be_withheld(kind: Kind, target_entity: str | None) -> bool:
    """Whether an entry's body may stay behind when a copy leaves for a colleague who must not see it."""
    if kind.visibility == "owned on judgements":
        return target_entity in JUDGEMENTS
    return kind.visibility == "owned"
