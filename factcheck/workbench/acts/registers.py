"""Registers: tables imported as rows, and updated by a later file."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.core.entry import sha256
from factcheck.store import registers, rows
from factcheck.workbench.acts.sources import record_source
from factcheck.workbench.readings.registers import register_of
from factcheck.workbench.registering import mappings
from factcheck.workbench.registering import survey as surveying
from factcheck.workbench.registering.changes import Comparison
from factcheck.workbench.registering.citations import Citing
from factcheck.workbench.registering.coming_in import RowsImported as RowsImported
from factcheck.workbench.registering.coming_in import in_blobs, rows_of
from factcheck.workbench.registering.modes import MODE_MEANS as MODE_MEANS
from factcheck.workbench.registering.modes import MODES as MODES
from factcheck.workbench.registering.modes import mode_missing
from factcheck.workbench.registering.original import bytes_of, document_of
from factcheck.workbench.registering.survey import Asked as Asked
from factcheck.workbench.registering.survey import Progress, Survey
from factcheck.workbench.registering.survey import hindrance as hindrance
from factcheck.workbench.registering.taking_up import row_fields, sheet_of

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from factcheck.core.register_rows import RegisterRow
    from factcheck.core.registers import Mapped
    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db

AS_IT_IS = Asked()
"""Nothing was said of how a table is to be read."""


def survey_rows(
    case: CaseFile,
    viewer: Viewer,
    path: Path,
    asked: Asked = AS_IT_IS,
    *,
    updates: str | None = None,
    most: int | None = None,
    progress: Progress | None = None,
) -> Survey:
    """How a table would be read: the columns of each field, the order of its dates, its first rows as they
    are understood. The mapping of the register that it updates, else of the last one with the same header, is
    taken over, with what was said."""
    with case.reading() as db:
        asked, known = _as_before(db, viewer, asked, updates)
        return surveying.surveyed(
            path, path.name, asked, remembered=known, recall=partial(mappings.recalled, db), most=most,
            progress=progress,
        )  # fmt: skip


def _as_before(
    db: Db, viewer: Viewer, asked: Asked, updates: str | None
) -> tuple[Asked, tuple[str, Mapped] | None]:
    """What is asked of a table, and the source's label and the fields of the register that it updates."""
    if updates is None:
        return asked, None
    register = rows.get(db, viewer, register_of(db, viewer, updates))
    mapping = register.get("mapping")
    label = rows.get(db, viewer, register.get("source")).label
    return mappings.with_what_was_said(asked, mapping), (label, mappings.fields_of(mapping))


def import_rows(
    case: CaseFile,
    viewer: Viewer,
    path: Path,
    *,
    mode: str | None = None,
    asked: Asked = AS_IT_IS,
    title: str | None = None,
    updates: str | None = None,
    progress: Progress | None = None,
) -> RowsImported:
    """Imports a table as the rows of a register, in one act: its file becomes a source, unless the case has
    it. With `updates`, the source or register whose rows these replace.

    Rows that cannot be read are told and left out; a cell that cannot be read stays as it is, and its row
    without that date. The file is read once: the rows are those of the bytes that are kept. `progress` hears
    the rows read so far and may raise to cancel. Refused where a mode or an order of dates must be said
    first.
    """
    if updates is None and mode not in MODES:
        raise mode_missing(path.name)
    data = bytes_of(path)
    with case.reading() as db:
        asked, known = _as_before(db, viewer, asked, updates)
        recall = partial(mappings.recalled, db)
        survey = surveying.surveyed(
            data, path.name, asked, remembered=known, recall=recall, progress=progress
        )
    if problem := hindrance(survey):
        raise problem
    done = RowsImported(survey)
    with case.act(viewer) as act:
        done.batch = act.batch
        old = rows.get(act.db, viewer, register_of(act.db, viewer, updates)) if updates else None
        mode = mode or (old.get("mode") if old else None)
        if mode not in MODES:
            raise mode_missing(path.name)
        done.mode = mode
        held = rows.where(act.db, viewer, "source", "bytes_sha", sha256(data))
        if held and old is None and _holds_rows(act.db, viewer, held[0].id, survey.sheet):
            done.same_as = held[0].label
            return done
        done.source = held[0].id if held else _add_source(act, viewer, path.name, data, title, done)
        read = rows_of(data, path.name, asked, done, progress)
        said = {"source": done.source, "mode": mode, "mapping": mappings.kept(survey, asked)}
        if title or old is None:
            said["title"] = title
        if old is None:
            _import(act, read, said, done)
        else:
            _update(act, old, read, said, done)
        _count_open_citations(act, viewer, done)
    return done


def compare_rows(
    case: CaseFile,
    viewer: Viewer,
    path: Path,
    asked: Asked = AS_IT_IS,
    *,
    updates: str | None = None,
    progress: Progress | None = None,
) -> RowsImported:
    """What an import would do, without doing it: every row is read, and with `updates` compared."""
    done = RowsImported(survey_rows(case, viewer, path, asked, updates=updates, progress=progress))
    if hindrance(done.survey):
        return done
    with case.reading() as db:
        asked, _ = _as_before(db, viewer, asked, updates)
        read = rows_of(path, path.name, asked, done, progress)
        if updates:
            old = rows.get(db, viewer, register_of(db, viewer, updates))
            comparison = Comparison(db, old.id, old.get("source"), done.survey, old.get("mapping"))
            read = comparison.new_rows(read)
            done.changes = comparison.changes
        citing = Citing(db, viewer)
        for row in read:
            if row.cite and row.gone is None:
                done.unresolved += any(not one.resolved for one in citing.resolved(row.cite))
    return done


def earlier_of(case: CaseFile, viewer: Viewer, survey: Survey) -> str | None:
    """The label of a register that the table looks like a later file of: the same columns, and half of the
    first ids are there already."""
    ids = [row.id for row in survey.first if row.id]
    if not survey.remembered or not ids:
        return None
    with case.reading() as db:
        for source in rows.every(db, viewer, "source"):
            for register in registers.of_source(db, source.id):
                mapping = rows.get(db, viewer, register).get("mapping")
                if not isinstance(mapping, dict) or mapping.get("shape") != survey.shape:
                    continue
                there = sum(bool(registers.with_id(db, register, id_)) for id_ in ids)
                if 2 * there >= len(ids):
                    return source.label
    return None


def _holds_rows(db: Db, viewer: Viewer, source: str, sheet: str | None) -> bool:
    held = registers.of_source(db, source)
    return any(sheet_of(rows.get(db, viewer, one).get("mapping")) == sheet for one in held)


def _add_source(
    act: Act, viewer: Viewer, name: str, data: bytes, title: str | None, done: RowsImported
) -> str:
    document, done.text_left_out = document_of(data, name, title)
    made = record_source(act, viewer, data, document, None, {}).made
    assert made is not None  # noqa: S101 - a source is made whether or not its bytes are here
    return made.id


def _import(act: Act, read: Iterable[RegisterRow], said: dict[str, Any], done: RowsImported) -> None:
    """A new register, its rows written as they are read."""
    done.register = act.fresh()
    shas: list[str] = []
    writer = registers.Writer(act.db, done.register)
    for blob, some in in_blobs(read):
        shas.append(act.keep(blob))
        writer.add(some)
    record = r.Register(rows_sha=shas[0], rows_more=shas[1:] or None, count=done.kept, **said)
    act.put("rows.imported", done.register, fields_of(record))


def _update(
    act: Act, old: rows.Stored, read: Iterable[RegisterRow], said: dict[str, Any], done: RowsImported
) -> None:
    """The register with the rows of a later file; what the case names of it is brought up to date."""
    done.register = old.id
    comparison = Comparison(act.db, old.id, old.get("source"), done.survey, old.get("mapping"))
    shas = [act.keep(blob) for blob, _ in in_blobs(comparison.new_rows(read))]
    done.changes = comparison.changes
    now = {"rows_sha": shas[0], "rows_more": shas[1:] or None, "count": done.kept, **said}
    act.put("rows.updated", old.id, now)
    columns = list(done.survey.columns)
    for record, row, changed in comparison.taken_up():
        fields = {**row_fields(row, columns), "gone": row.gone is not None, "changed": changed}
        act.put("row.updated", record, fields)


def _count_open_citations(act: Act, viewer: Viewer, done: RowsImported) -> None:
    """How many rows have a citation that names nothing."""
    if not done.cited:
        return
    act.projected()
    citing = Citing(act.db, viewer)
    for at in registers.page(act.db, register=done.register, cited=True):
        if at.row.gone is None:
            done.unresolved += any(not one.resolved for one in citing.resolved(at.row.cite or ""))
