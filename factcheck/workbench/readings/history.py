"""The history of the case, in words, and what undo and redo would do."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING, Any

from factcheck.core.catalogue import KINDS
from factcheck.core.entities import ENTITIES
from factcheck.core.rubric import SVR1
from factcheck.core.rules import rules_of
from factcheck.core.viewer import Viewer
from factcheck.core.views.history import LogLine, UndoOffer
from factcheck.store import labels, reversal, rows, subjects, visibility, written
from factcheck.store.standing import MERGED, standing_for

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db

_WORDS_SHOWN = 60


def log(case: CaseFile, viewer: Viewer, ref: str | None = None, limit: int = 200) -> list[LogLine]:
    """The newest entries first; with a record only those about it and what belongs to it."""
    with case.reading() as db:
        about = None if ref is None else _family(db, viewer, labels.resolve(db, ref))
        dead = subjects.dead(db)
        asked = limit
        while True:
            entries = written.log(db, about, asked)
            lines = [line for entry in entries if (line := _line(db, viewer, entry, dead)) is not None]
            if len(lines) >= limit or len(entries) < asked:
                return lines[:limit]
            asked *= 2  # what the viewer must not see does not count


def _family(db: Db, viewer: Viewer, id_: str) -> list[str]:
    """A record, what was merged into it, and what has no life of its own beside it: the parts of an event,
    the judgements of a link."""
    record = rows.find(db, viewer, id_)
    entity = record.head.entity if record else ""
    parts = {
        "statement": (("claim", "statement"),),
        "event": (("evidence", "event"), ("participant", "event")),
        "person": (("alias", "person"), ("role", "person")),
        "link": (("grade", "target"), ("adjudication", "target"), ("dissent", "target")),
    }
    family = {id_: None}
    if entity in MERGED:
        family |= dict.fromkeys(
            one.id for one in rows.where(db, viewer, entity, "same_as", id_, withdrawn=True)
        )
    for part, field in (*parts.get(entity, ()), ("note", "target"), ("tag", "target")):
        family |= dict.fromkeys(one.id for one in rows.where(db, viewer, part, field, id_, withdrawn=True))
    return list(family)


def _line(db: Db, viewer: Viewer, entry: written.Written, dead: frozenset[str]) -> LogLine | None:
    kind = KINDS[entry.kind]
    reverses = kind.effect == "reverses"
    if reverses:
        undone = reversal.load(db, _first_named(db, entry.subject))
        if undone and not _may_see_batch(db, viewer, undone, entry.actor):
            return None
        sentence = kind.sentence.format(batch=_batch_words(db, viewer, undone) if undone else "an act")
    elif not visibility.may_see_entry(db, viewer, entry.subject, kind.entity, entry.actor):
        return None
    else:
        sentence = _sentence(db, entry.kind, entry.subject, entry.fields or {})
    return LogLine(
        entry=entry.hash,
        at=entry.wall,
        by=rows.name_of(db, entry.actor),
        sentence=sentence,
        batch=entry.batch,
        undone=entry.batch in dead,
        subject=entry.subject,
        label="" if reverses else labels.label_of(db, entry.subject),
    )


def _may_see_batch(db: Db, viewer: Viewer, batch: reversal.Batch, actor: str) -> bool:
    """Whether the viewer may know what an act was: of a judgement, only while that may be seen."""
    return all(
        visibility.may_see_entry(db, viewer, subject, KINDS[kind].entity, actor)
        for subject, kind, _ in batch.entries
    )


def _first_named(db: Db, batch: str) -> str:
    """The act behind a reversal: a redo names an undo, which names the act."""
    named = reversal.named_by(db, batch)
    return named or batch


def _batch_words(db: Db, viewer: Viewer, batch: reversal.Batch) -> str:
    """An act in one sentence: its most telling entry, and how many other records it made or changed."""
    telling = min(batch.entries, key=lambda entry: (_weight(entry[1]), entry[1] == "source.added"))
    subject, kind, hash_ = telling
    words = _sentence(db, kind, subject, written.fields_of_entry(db, hash_))
    alike = {entry[0] for entry in batch.entries if _weight(entry[1]) <= _RECORDS} - {subject}
    others = len(alike) if _weight(kind) == _RECORDS else 0
    if not others:
        return words
    label, more = labels.label_of(db, subject), f"and {others} more"
    return words.replace(label, f"{label} {more}", 1) if label and label in words else f"{words}, {more}"


_JUDGEMENTS, _RECORDS, _PARTS, _COMPANY = range(4)


def _weight(kind: str) -> int:
    """How telling an entry is of the act it is part of; the less, the more telling."""
    entity = KINDS[kind].entity
    if entity in {"grade", "adjudication", "dissent"}:
        return _JUDGEMENTS
    if entity in {"claim", "person", "evidence", "link"}:
        return _PARTS
    return _COMPANY if entity in {"decision", "extraction", "alias", "role", "participant"} else _RECORDS


def _sentence(db: Db, kind_name: str, subject: str, fields: Mapping[str, Any]) -> str:
    kind = KINDS[kind_name]
    known = {**_standing_fields(db, kind.entity, subject), **fields}
    values = {name: _shown(db, kind.entity, name, value) for name, value in known.items()}
    values["subject"] = labels.label_of(db, subject) or rows.name_of(db, subject)
    values["changes"] = ", ".join(
        f"{name.replace('_', ' ')} (now “{_shown(db, kind.entity, name, value)}”)" if value is not None
        else f"{name.replace('_', ' ')} (taken away)"
        for name, value in fields.items()
    )  # fmt: skip
    if kind.entity in ENTITIES and "label" in known and kind.effect == "makes":
        values["label"] = labels.label_of(db, subject) or str(known["label"])
    return kind.sentence.format_map(_Absent(values))


class _Absent(dict[str, str]):
    """Fields that an entry does not have read as three dots."""

    def __missing__(self, key: str) -> str:
        return "…"


def _standing_fields(db: Db, entity: str, subject: str) -> dict[str, Any]:
    found = rows.find(db, Viewer(None, "", "lead"), subject) if entity in ENTITIES else None
    return {name: value for name, value in found.fields.items() if value is not None} if found else {}


def _called(db: Db, entity: str | None, id_: str) -> str:
    """A record by its label; a register, which has none, by that of its source."""
    if entity == "register" and (found := rows.find(db, Viewer(None, ""), id_)):
        return labels.label_of(db, found.get("source"))
    return _labelled(db, id_) or rows.name_of(db, id_)


def _labelled(db: Db, id_: str) -> str:
    """A record's label, with that of the record that stands for it now where it was merged since."""
    label, whole = labels.label_of(db, id_), standing_for(db, id_)
    return label if whole == id_ else f"{label} (now {labels.label_of(db, whole)})"


def _shown(db: Db, entity: str, name: str, value: Any) -> str:
    rule = rules_of(ENTITIES[entity].record).get(name)
    if value is None or rule is None:
        return ""
    match rule.shape:
        case "ref":
            return labels.label_of(db, value) if name == "same_as" else _called(db, rule.entity, value)
        case "codes" if name == "codes":
            return SVR1.say(value)
        case "codes":
            return ", ".join(f"{key} {code}" for key, code in value.items())
        case "names" | "refs":
            return ", ".join(_labelled(db, item) or item for item in value)
        case "anchors":
            return " … ".join(anchor["exact"] for anchor in value)
        case "flag":
            return "yes" if value else "no"
    text = str(value)
    return text if len(text) <= _WORDS_SHOWN else text[: _WORDS_SHOWN - 1] + "…"


def undo_offer(case: CaseFile, viewer: Viewer) -> UndoOffer | None:
    """What undo would take back: the viewer's own last act that still counts."""
    with case.reading() as db:
        batch = reversal.last_act(db, viewer.reviewer or "")
        return offer_of(case, db, viewer, batch) if batch else None


def redo_offer(case: CaseFile, viewer: Viewer) -> UndoOffer | None:
    """What redo would do again; nothing once something else was done."""
    with case.reading() as db:
        found = reversal.last_undo(db, viewer.reviewer or "")
        return offer_of(case, db, viewer, found[1]) if found else None


def offer_of(case: CaseFile, db: Db, viewer: Viewer, batch: reversal.Batch) -> UndoOffer:
    """An act as an offer. A day is local to the machine."""
    made = datetime.fromisoformat(batch.wall).astimezone().date()
    today = case.clock.now().astimezone().date()
    return UndoOffer(batch.id, batch.wall, _batch_words(db, viewer, batch), made < today)


def work_named(db: Db, viewer: Viewer, subject: str, kind: str) -> str:
    """Work that rests on an act, in a few words, for a refusal; what the viewer must not see is not told
    apart."""
    record = rows.find(db, viewer, subject)
    if record is None:
        return "work that is not shown to you"
    what = record.label or f"{record.head.entity} by {record.head.made_by}"
    return f"{what} ({kind.replace('.', ' ')})"
