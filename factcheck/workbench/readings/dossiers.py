"""People: who is in the case, and all that it holds of one of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.views.people import Dossier, Mentioned
from factcheck.core.views.rows import PersonRow
from factcheck.store import casting, rows
from factcheck.workbench import dates
from factcheck.workbench.readings import remarks

if TYPE_CHECKING:
    from collections.abc import Iterable

    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db
    from factcheck.store.rows import Stored


def people(
    case: CaseFile, viewer: Viewer, wanted: str = "", offset: int = 0, limit: int = 1000
) -> list[PersonRow]:
    """The people whose name or alias holds some words, by how much the case has of them, then by name."""
    with case.reading() as db:
        return [
            PersonRow(id_, label, name, casting.aliases(db, id_), said, asked, took_part)
            for id_, label, name, said, asked, took_part in casting.page(db, wanted, offset, limit)
        ]


def dossier(case: CaseFile, viewer: Viewer, ref: str) -> Dossier:
    """One person; of two found to be the same, both, under the one that stands for them."""
    with case.reading() as db:
        person = rows.standing(db, viewer, rows.of_sort(db, viewer, ref, "person"))
        taken_part = rows.where(db, viewer, "participant", "person", person.id)
        return Dossier(
            head=person.head,
            name=person.get("name"),
            aliases=casting.aliases(db, person.id),
            roles=tuple(
                (role.get("title"), dates.said(role.get("when")) if role.get("when") else "")
                for role in rows.where(db, viewer, "role", "person", person.id)
            ),
            note=person.get("note"),
            said=_by_date(
                _statement(said)
                for said in _standing(db, viewer, rows.where(db, viewer, "statement", "speaker", person.id))
            ),
            asked=_by_date(
                _question(asked)
                for asked in _standing(
                    db, viewer, rows.where(db, viewer, "statement", "question_by", person.id)
                )
            ),
            took_part=_by_date(_event(event, part) for event, part in _events(db, viewer, taken_part)),
            explained=_by_date(
                _explanation(given) for given in rows.where(db, viewer, "explanation", "person", person.id)
            ),
            merged=_merged(db, viewer, person),
            notes=remarks.notes(db, viewer, person.id),
            tags=remarks.tags(db, viewer, person.id),
        )


def _merged(db: Db, viewer: Viewer, person: Stored) -> tuple[str, ...]:
    others = rows.where(db, viewer, "person", "same_as", person.id)
    return tuple(f"{other.label} {other.get('name')}" for other in others if other.id != person.id)


def _standing(db: Db, viewer: Viewer, found: Iterable[Stored]) -> list[Stored]:
    """The records that stand for these, each once."""
    whole = {one.id: one for one in (rows.standing(db, viewer, record) for record in found)}
    return [record for record in whole.values() if not record.head.withdrawn]


def _events(db: Db, viewer: Viewer, parts: Iterable[Stored]) -> list[tuple[Stored, Stored]]:
    """The events in which somebody took part, each once, with the first that says so."""
    taken: dict[str, tuple[Stored, Stored]] = {}
    for part in parts:
        for event in _standing(db, viewer, filter(None, [rows.find(db, viewer, part.get("event"))])):
            taken.setdefault(event.id, (event, part))
    return list(taken.values())


def _statement(said: Stored) -> Mentioned:
    return _mentioned(said, said.get("said_on"), said.get("words"), said.get("forum"))


def _question(asked: Stored) -> Mentioned:
    return _mentioned(asked, asked.get("said_on"), asked.get("question") or "", asked.get("forum"))


def _event(event: Stored, part: Stored) -> Mentioned:
    how = "said to have taken part" if part.get("doubtful") else part.get("capacity")
    return _mentioned(event, event.get("when"), event.get("title"), how)


def _explanation(given: Stored) -> Mentioned:
    return _mentioned(given, given.get("said_on"), given.get("words"), given.get("type"))


def _mentioned(record: Stored, when: str | None, words: str, how: str | None) -> Mentioned:
    return Mentioned(record.id, record.head.entity, record.label, when, dates.said(when), words, how)


def _by_date(found: Iterable[Mentioned]) -> tuple[Mentioned, ...]:
    return tuple(sorted(found, key=lambda item: (item.when or "9999", len(item.label), item.label)))
