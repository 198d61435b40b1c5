"""Records as forms: which fields a form has, what stands in them, and what becomes of it when it is saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.core.catalogue import KINDS
from factcheck.core.forms import Contested, FormField, RecordForm
from factcheck.errors import FactcheckError
from factcheck.store import casting, labels, naming, pages, rows
from factcheck.workbench import dates
from factcheck.workbench.acts import editing, events, statements, triage
from factcheck.workbench.acts.typed import LISTED, editable
from factcheck.workbench.readings import proposed
from factcheck.workbench.readings.source_texts import anchors_for

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from factcheck.core.rules import Rule
    from factcheck.core.viewer import Viewer
    from factcheck.core.views.records import Made
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored

NEW = ("statement", "event", "evidence", "explanation")
"""The sorts of records that a form can make."""

_WHO = FormField("who", "who took part", "people", "")
"""Those who took part stand in the event's form, though each part is a record of its own."""

_UNASKED = frozenset({"foreign_id", "members"})
"""Fields that other acts fill."""

_FROM_PASSAGE = frozenset({"source"})
"""Fields of a new record that its passage gives; without a passage they stay empty."""


def form_of(case: CaseFile, viewer: Viewer, ref: str) -> RecordForm:
    """The form of a record, or of the record that a waiting proposal would become."""
    with case.reading() as db:
        if proposals := pages.proposals(db, id_=ref):
            return _accepting(db, viewer, proposals[0])
        record = rows.get(db, viewer, ref)
        entity = record.head.entity
        if f"{entity}.edited" not in KINDS:
            raise FactcheckError(
                f"A {entity} has no form", "It is given again instead of being changed.", exit_code=2
            )
        quoted = {name for name, part in editing.QUOTED.items() if record.anchors.get(part)}
        fields = [
            _field(name, rule, _text(db, viewer, rule, record.get(name)),
                   fixed="as the source has it" if name in quoted else "",
                   contested=_contested(db, viewer, rule, record, name))
            for name, rule in _asked(entity)
        ]  # fmt: skip
        if entity == "event":
            fields.insert(1, _with(_WHO, _participants(db, viewer, record)))
        title = record.label or f"{entity} by {record.head.made_by}"
        return RecordForm("edit", entity, record.id, title, tuple(fields), rows.heads_of(db, record.id))


def new_form(
    case: CaseFile,
    viewer: Viewer,
    entity: str,
    about: str | None = None,
    passage: tuple[str, Sequence[tuple[int, int]]] | None = None,
) -> RecordForm:
    """An empty form for a statement or an event without a document, for evidence of an event, or for an
    explanation of a claim, a statement or a link. With `passage` it quotes these stretches of a source."""
    if entity not in NEW:
        raise FactcheckError(
            f"A {entity} is not made by a form", f"These are: {', '.join(NEW)}.", exit_code=2
        )
    with case.reading() as db:
        subject = rows.get(db, viewer, about) if about else None
        place = None
        words = ""
        if passage is not None:
            document = rows.of_sort(db, viewer, passage[0], "source")
            place = (document.id, tuple(passage[1]))
            words = " … ".join(anchor.exact for anchor in anchors_for(db, document, list(passage[1])))
    quoted = "words of the passage" if place else ""
    fields = [
        _field(name, rule, words if name == "words" else "", fixed=quoted if name == "words" else "")
        for name, rule in _asked(entity)
        if name not in _FROM_PASSAGE and not (name == "cited" and place)
    ]
    if entity == "event":
        fields.insert(1, _WHO)
    title = f"New {entity}" + (f" of {subject.label}" if subject else "")
    return RecordForm("new", entity, subject.id if subject else "", title, tuple(fields), passage=place)


def save_form(
    case: CaseFile, viewer: Viewer, form: RecordForm, typed: Mapping[str, str], chosen: Sequence[str] = ()
) -> Made:
    """Records what was typed into a form, as one act. `chosen` names the fields in conflict that were
    decided. A form that was not changed changes nothing."""
    changes: dict[str, Any] = dict(form.changes(typed, chosen))
    if form.purpose == "accept":
        return triage.accept_edited(case, viewer, form.id, changes)
    if form.purpose == "edit":
        return editing.edit(case, viewer, form.id, changes, seen=form.seen or None)
    source, spans = form.passage or (None, ())
    match form.entity:
        case "event":
            who = events.read_parts(changes.pop("who", ""))
            return events.event(case, viewer, title=changes.pop("title", ""), who=who, **changes)
        case "statement" if source is not None:
            return statements.capture(
                case, viewer, source, spans, speaker=changes.pop("speaker", None), **changes
            )
        case "statement":
            return statements.statement(
                case, viewer, words=changes.pop("words", ""), speaker=changes.pop("speaker", None), **changes
            )
        case "evidence":
            mode = changes.pop("mode", "")
            return events.evidence(case, viewer, form.id, mode=mode, source=source, spans=spans, **changes)
        case _:
            return events.explain(case, viewer, form.id, source=source, spans=spans, **changes)


def date_said(typed: str) -> str:
    """A date as typed, in EDTF and in words, for its echo; refused as `dates.understood` refuses it."""
    edtf = dates.understood(typed)
    said = dates.said(edtf)
    return said if said == edtf else f"{edtf}, {said}"


def names_like(case: CaseFile, viewer: Viewer, beginning: str, limit: int = 8) -> list[str]:
    """Names of known people of which a word begins as typed, those with most in the case first; where several
    people bear a name, their labels tell them apart."""
    with case.reading() as db:
        found = [(label, name) for _, label, name, *_ in casting.page(db, beginning, 0, limit)]
    names = [name for _, name in found]
    return [label if names.count(name) > 1 else name for label, name in found]


def _accepting(db: Db, viewer: Viewer, proposal: pages.WaitingProposal) -> RecordForm:
    content = proposal.content
    if proposal.entity == "statement":
        given = {"words": proposal.words, **proposed.statement_fields(content)}
    else:
        given = proposed.event_fields(content, rows.get(db, viewer, proposal.source))
    fields = []
    for name, rule in _asked(proposal.entity):
        if name in {"source", "variant_of"}:
            continue
        quoted = proposal.entity == "statement" and name in {"words", "question"}
        fixed = "as the source has it" if quoted else ""
        fields.append(_field(name, rule, str(given.get(name) or ""), fixed=fixed))
    if proposal.entity == "event":
        fields.insert(1, _with(_WHO, events.parts_typed(proposed.parts(content))))
    title = f"Accept as {'an event' if proposal.entity == 'event' else 'a statement'}"
    return RecordForm("accept", proposal.entity, proposal.id, title, tuple(fields))


def _asked(entity: str) -> list[tuple[str, Rule]]:
    """The fields of an entity that a form asks for: what must be there first, then in the record's order."""
    found = [
        (name, rule)
        for name, rule in editable(entity).items()
        if rule.shape not in {"json", "anchors"} and name not in _UNASKED
    ]
    return sorted(found, key=lambda item: not item[1].required)


def _field(
    name: str, rule: Rule, text: str, *, fixed: str = "", contested: tuple[Contested, ...] = ()
) -> FormField:
    options = rule.options or (("yes", "no") if rule.shape == "flag" else LISTED.get(name, ()))
    return FormField(
        name, name.replace("_", " "), rule.shape, text, options, rule.entity, rule.required, fixed, contested
    )


def _with(field: FormField, text: str) -> FormField:
    return FormField(field.name, field.label, field.shape, text)


def _contested(db: Db, viewer: Viewer, rule: Rule, record: Stored, name: str) -> tuple[Contested, ...]:
    sides = (record.head.conflicts or {}).get(name, ())
    return tuple(Contested(_text(db, viewer, rule, side.value), side.actor, side.wall) for side in sides)


def _participants(db: Db, viewer: Viewer, event: Stored) -> str:
    parts = rows.where(db, viewer, "participant", "event", event.id)
    return events.parts_typed(
        [
            (_person(db, part.get("person")), part.get("capacity"), bool(part.get("doubtful")))
            for part in parts
        ]
    )


def _text(db: Db, viewer: Viewer, rule: Rule, value: Any) -> str:
    """A stored value as a person would type it."""
    if value is None:
        return ""
    match rule.shape:
        case "ref" if rule.entity == "person":
            return _person(db, value)
        case "ref":
            return labels.label_of(db, value) or str(value)
        case "refs":
            return ", ".join(labels.label_of(db, item) or str(item) for item in value)
        case "names":
            return ", ".join(value)
        case "codes":
            return ", ".join(f"{key}={code}" for key, code in value.items())
        case "flag":
            return "yes" if value else "no"
    return str(value)


def _person(db: Db, person: str) -> str:
    """A name that means this person and nobody else; the label where several bear it."""
    name = naming.names_of(db, [person]).get(person, "")
    return name if len(rows.people_called(db, name)) == 1 else labels.label_of(db, person)
