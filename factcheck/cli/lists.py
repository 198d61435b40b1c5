"""What `list` shows of each kind of record, and what to do where there is none."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from factcheck.cli.wording import said


@dataclass(frozen=True)
class Column:
    """One column: its head, and the fields of a record of which the first that is filled is shown.

    `finding.text` is the field `text` of the field `finding`.
    """

    head: str
    fields: tuple[str, ...]

    def of(self, record: Mapping[str, Any]) -> str:
        found = (_value(record, path) for path in self.fields)
        return said(next((value for value in found if value not in (None, "", [], {})), None))


@dataclass(frozen=True)
class Kind:
    """A kind of record as `list` takes it. The last column is the one that may be long."""

    columns: tuple[Column, ...]
    when_empty: str


def _value(record: Mapping[str, Any], path: str) -> Any:
    value: Any = record
    for name in path.split("."):
        value = value.get(name) if isinstance(value, Mapping) else None
    return value


def _columns(**heads: str) -> tuple[Column, ...]:
    return tuple(
        Column(head.upper().replace("_", " "), tuple(names.split())) for head, names in heads.items()
    )


KINDS = {
    "sources": Kind(
        _columns(id="label", kind="kind", published="published", title="cite_as title name"),
        "Bring one in: factcheck add FILE",
    ),
    "statements": Kind(
        _columns(
            id="label",
            said_on="said_on",
            speaker="speaker speaker_label",
            status="status",
            same_as="same_as",
            words="words",
        ),
        "Accept proposals (factcheck triage), or take words from a source (factcheck capture).",
    ),
    "claims": Kind(
        _columns(id="label", degree="finding.degree finding.state", words="words"),
        "A statement brings one: factcheck triage, factcheck capture or factcheck statement",
    ),
    "events": Kind(
        _columns(id="label", when="when", established="established", same_as="same_as", title="title"),
        "Accept proposals (factcheck triage), or: factcheck event --title T --when DATE --who PERSON",
    ),
    "rows": Kind(
        _columns(
            id="label",
            row="ref",
            when="when",
            mode="mode",
            gone="gone",
            who="who",
            met="with",
            where="where",
            title="title",
        ),
        "Rows come of a register: factcheck import FILE --as rows --mode MODE",
    ),
    "links": Kind(
        _columns(id="label", claim="claim", record="target", reasons="reasons"),
        "Join a claim to an event: factcheck link S1.C1 E1",
    ),
    "grades": Kind(
        _columns(
            of="target",
            reviewer="reviewer",
            relation="relation",
            degree="degree",
            kind="kind",
            confidence="confidence",
            as_of="as_of",
            rationale="rationale reason",
        ),
        "Grade a link: factcheck grade L1 c342",
    ),
    "findings": Kind(
        _columns(claim="claim", state="state", finding="text", words="words"),
        "A finding comes of grades: factcheck grade L1 c342",
    ),
    "people": Kind(
        _columns(id="label", same_as="same_as", name="name", roles="roles"),
        "Whoever speaks or takes part is entered; or: factcheck person NAME",
    ),
    "notes": Kind(
        _columns(on="target", reviewer="reviewer", scope="scope", text="text"),
        "Write one: factcheck note S1 TEXT",
    ),
    "tags": Kind(_columns(on="target", tag="name"), "Put one on: factcheck tag S1 TAG"),
    "explanations": Kind(
        _columns(id="label", of="target", person="person", said_on="said_on", words="words"),
        "Enter one: factcheck explain L1 --words W --person P",
    ),
    "reviewers": Kind(_columns(name="name", role="role"), "Whoever acts becomes one."),
    "proposals": Kind(
        _columns(id="id", what="entity", sure="confidence", source="source", words="words"),
        "factcheck add brings a document and its proposals.",
    ),
}

UNRESOLVED = Kind(_columns(id="label", when="when", title="title", waits="unresolved"), "")
"""Rows whose citations name nothing that the case has."""
