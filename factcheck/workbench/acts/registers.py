"""Registers: tables imported as rows, updated by a later file, and rows that become events."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import partial
from typing import TYPE_CHECKING, Any, get_args

from factcheck.core import codes
from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.core.entry import sha256
from factcheck.core.register_rows import RegisterRow, blobs_of
from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError
from factcheck.store import connect, registers, rows
from factcheck.workbench.acts.sources import record_source
from factcheck.workbench.readings.registers import register_of
from factcheck.workbench.registering import survey as surveying
from factcheck.workbench.registering.changes import Changes, Comparison
from factcheck.workbench.registering.citations import Citing
from factcheck.workbench.registering.original import bytes_of, document_of
from factcheck.workbench.registering.survey import Asked as Asked
from factcheck.workbench.registering.survey import Progress, Survey, is_dated
from factcheck.workbench.registering.survey import hindrance as hindrance
from factcheck.workbench.registering.taking_up import row_fields, sheet_of
from factcheck.workbench.registering.understanding import BARE, UNDATED, open_cells, unkept

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from factcheck.core.registers import Mapped
    from factcheck.core.table import TableRow
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile
    from factcheck.store.connect import Db

NAMED = 5
"""Rows named for each thing that was wrong; further ones are counted."""

AS_IT_IS = Asked()
"""Nothing was said of how a table is to be read."""

MODES: tuple[str, ...] = get_args(codes.Mode)

MODE_MEANS = {
    "attended": "the register shows who came: a log, a sign-in sheet, a call record",
    "reported": "somebody says afterwards that it happened: a published diary, a chronology",
    "scheduled": "it was planned: a calendar, an appointment book",
    "cancelled": "it was called off",
    "absent": "the register shows who did not come",
}
"""What each mode says of a whole register."""


@dataclass(slots=True)
class Faults:
    """What was wrong with rows, by kind: how many, and which the first ones are."""

    counts: dict[str, int] = field(default_factory=dict)
    first: dict[str, list[str]] = field(default_factory=dict)

    def tell(self, kind: str, where: str) -> None:
        """One row, by the words that name it."""
        self.counts[kind] = self.counts.get(kind, 0) + 1
        named = self.first.setdefault(kind, [])
        if len(named) < NAMED:
            named.append(where)

    def __len__(self) -> int:
        return sum(self.counts.values())


@dataclass(slots=True)
class RowsImported:
    """What an import of rows did. `rows` were read, of which `kept` are in the register; `skipped` could not
    be read as rows, `open` were kept with something in them that could not be read; `undated` have no date,
    `bare` nothing that says what they were. `cited` have citations, of which `unresolved` name nothing that
    the case has.
    `same_as` is the label of the source whose register holds these bytes already: then nothing was done.
    `changes` are those of an update."""

    survey: Survey
    source: str = ""
    register: str = ""
    batch: str = ""
    rows: int = 0
    kept: int = 0
    undated: int = 0
    bare: int = 0
    cited: int = 0
    unresolved: int = 0
    skipped: Faults = field(default_factory=Faults)
    open: Faults = field(default_factory=Faults)
    same_as: str | None = None
    changes: Changes | None = None
    text_left_out: bool = False

    @property
    def partly(self) -> bool:
        """Whether something did not come in as it stands in the file."""
        return bool(len(self.skipped) or len(self.open))


def survey_rows(
    case: CaseFile,
    path: Path,
    asked: Asked = AS_IT_IS,
    *,
    updates: str | None = None,
    viewer: Viewer | None = None,
    most: int | None = None,
    progress: Progress | None = None,
) -> Survey:
    """How a table would be read: the columns of each field, the order of its dates, its first rows as they
    are understood. The mapping of the last register with the same header is taken over, with what was
    said."""
    with case.reading() as db:
        known = _known(db, viewer or Viewer(None, ""), updates) if updates else None
        if known and asked.date_order is None:
            asked = _with_order(db, viewer or Viewer(None, ""), updates, asked)
        return surveying.surveyed(
            path,
            path.name,
            asked,
            remembered=known,
            recall=partial(_recalled, db),
            most=most,
            progress=progress,
        )


def _known(db: Db, viewer: Viewer, updates: str) -> tuple[str, Mapped]:
    register = rows.get(db, viewer, register_of(db, viewer, updates))
    source = rows.get(db, viewer, register.get("source"))
    return source.label, _mapped(register.get("mapping"))


def _with_order(db: Db, viewer: Viewer, updates: str | None, asked: Asked) -> Asked:
    """An update keeps the order of dates that was said for its register."""
    mapping = rows.get(db, viewer, register_of(db, viewer, updates or "")).get("mapping")
    told = mapping.get("date_order") if isinstance(mapping, dict) else None
    return replace(asked, date_order=told) if told else asked


def _recalled(db: Db, shape: str) -> tuple[str, Mapped] | None:
    """The mapping of the last register whose table had this shape."""
    found = registers.last_of_shape(db, shape)
    return (found[0], _mapped(found[1])) if found else None


def _mapped(mapping: Any) -> Mapped:
    held = mapping.get("fields") if isinstance(mapping, dict) else None
    if not isinstance(held, dict):
        return {}
    return {
        str(name): tuple(map(str, columns)) for name, columns in held.items() if isinstance(columns, list)
    }


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
    without that date. `progress` hears the rows read so far and may raise to cancel. Refused where a mode or
    an order of dates must be said first.
    """
    if updates is None and mode not in MODES:
        raise mode_missing(path.name)
    done = RowsImported(survey_rows(case, path, asked, updates=updates, viewer=viewer, progress=progress))
    if problem := hindrance(done.survey):
        raise problem
    data = bytes_of(path)
    with case.act(viewer) as act, connect.roomy(act.db):
        done.batch = act.batch
        old = _register_to_update(act, viewer, updates) if updates else None
        mode = mode or (old.get("mode") if old else None)
        if mode not in MODES:
            raise mode_missing(path.name)
        held = rows.where(act.db, viewer, "source", "bytes_sha", sha256(data))
        if held and _holds_rows(act.db, viewer, held[0].id, done.survey.sheet) and old is None:
            done.same_as = held[0].label
            return done
        done.source = held[0].id if held else _add_source(act, viewer, path, data, title, done)
        if old is None:
            _import(act, path, mode, title, asked, done, progress)
        else:
            _update(act, viewer, old, path, mode, title, asked, done, progress)
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
    done = RowsImported(survey_rows(case, path, asked, updates=updates, viewer=viewer, progress=progress))
    if hindrance(done.survey):
        return done
    with case.reading() as db:
        read = _read(path, asked, done, progress)
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


def mode_missing(name: str) -> FactcheckError:
    """What to say where nobody said what a register shows."""
    means = "\n".join(f"  {mode:<10} {words}" for mode, words in MODE_MEANS.items())
    return FactcheckError(
        f"What {name} shows has to be said",
        "It is asked once for the whole register, for scheduled is not happened:\n" + means,
        "Say it: --mode attended|reported|scheduled|cancelled|absent.",
        2,
    )


def _register_to_update(act: Act, viewer: Viewer, ref: str) -> rows.Stored:
    return rows.get(act.db, viewer, register_of(act.db, viewer, ref))


def _holds_rows(db: Db, viewer: Viewer, source: str, sheet: str | None) -> bool:
    held = registers.of_source(db, source)
    return any(sheet_of(rows.get(db, viewer, one).get("mapping")) == sheet for one in held)


def _add_source(
    act: Act, viewer: Viewer, path: Path, data: bytes, title: str | None, done: RowsImported
) -> str:
    document, done.text_left_out = document_of(data, path.name, title)
    made = record_source(act, viewer, data, document, None, {}).made
    assert made is not None  # noqa: S101 - a source is made whether or not its bytes are here
    return made.id


def _mapping(survey: Survey, asked: Asked) -> dict[str, Any]:
    """How the columns were read, as the register keeps it."""
    said = {
        "columns": list(survey.columns),
        "fields": {name: list(columns) for name, columns in survey.fields.items()},
        "header": survey.has_header,
        "shape": survey.shape,
        "sheet": survey.sheet,
        "delimiter": survey.delimiter,
        "date_order": asked.date_order,
        "orders": dict(survey.understanding.orders),
        "days_only": sorted(survey.understanding.days_only),
        "last_first": sorted(survey.understanding.last_first),
    }
    return {name: value for name, value in said.items() if value not in (None, [], {})}


def _import(
    act: Act,
    path: Path,
    mode: str,
    title: str | None,
    asked: Asked,
    done: RowsImported,
    progress: Progress | None,
) -> None:
    """A new register, its rows written as they are read."""
    done.register = act.fresh()
    shas: list[str] = []
    writer = registers.Writer(act.db, done.register)
    for blob, some in _in_blobs(_read(path, asked, done, progress)):
        shas.append(act.keep(blob))
        writer.add(some)
    record = r.Register(
        source=done.source,
        rows_sha=shas[0],
        count=done.kept,
        mode=mode,  # type: ignore[arg-type]  # one of MODES
        mapping=_mapping(done.survey, asked),
        title=title,
        rows_more=shas[1:] or None,
    )
    act.put("rows.imported", done.register, fields_of(record))


def _update(
    act: Act,
    viewer: Viewer,
    old: rows.Stored,
    path: Path,
    mode: str,
    title: str | None,
    asked: Asked,
    done: RowsImported,
    progress: Progress | None,
) -> None:
    """The register with the rows of a later file; what the case names of it is brought up to date."""
    done.register = old.id
    comparison = Comparison(act.db, old.id, old.get("source"), done.survey, old.get("mapping"))
    read = _read(path, asked, done, progress)
    shas = [act.keep(blob) for blob, _ in _in_blobs(comparison.new_rows(read))]
    done.changes = comparison.changes
    act.put(
        "rows.updated",
        old.id,
        {
            "source": done.source,
            "rows_sha": shas[0],
            "rows_more": shas[1:] or None,
            "count": done.kept,
            "mode": mode,
            "mapping": _mapping(done.survey, asked),
            **({"title": title} if title else {}),
        },
    )
    columns = list(done.survey.columns)
    for record, row, changed in comparison.taken_up():
        fields = {**row_fields(row, columns), "gone": row.gone is not None, "changed": changed}
        act.put("row.updated", record, fields)


def _read(path: Path, asked: Asked, done: RowsImported, progress: Progress | None) -> Iterator[RegisterRow]:
    """The rows of a file as they are understood; what is wrong with any is told."""
    understanding, dated = done.survey.understanding, is_dated(done.survey.fields)
    with surveying.opened(path, path.name, asked) as table:
        if table.columns != done.survey.columns:
            raise FactcheckError("The file changed while it was read", path.name, "Import it again.")
        for row in table.rows:
            if progress and done.rows % surveying.TELL == 0:
                progress(done.rows)
            done.rows += 1
            if isinstance(row, FactcheckError):
                where, _, why = row.detail.rpartition(": ")
                done.skipped.tell(why.rstrip("."), where.removeprefix(f"{path.name}, ") or row.detail)
            elif fault := unkept(row):
                done.skipped.tell(fault, _where(row))
            else:
                yield _told(understanding.row(row), dated, done)


def _told(row: RegisterRow, dated: bool, done: RowsImported) -> RegisterRow:
    done.kept += 1
    done.undated += dated and row.when is None
    done.cited += row.cite is not None
    for why in open_cells(row):
        if why == BARE:
            done.bare += 1
        elif why != UNDATED:
            done.open.tell(why, f"row {row.number:,}")
    return row


def _where(row: TableRow) -> str:
    return f"row {row.number:,}"


def _in_blobs(found: Iterator[RegisterRow]) -> Iterator[tuple[bytes, list[RegisterRow]]]:
    """The blobs of rows, each with the rows that are in it."""
    some: list[RegisterRow] = []

    def noted() -> Iterator[RegisterRow]:
        for row in found:
            some.append(row)
            yield row

    for blob in blobs_of(noted()):
        yield blob, some
        some.clear()


def _count_open_citations(act: Act, viewer: Viewer, done: RowsImported) -> None:
    """How many rows have a citation that names nothing; of very many only those of the first rows are
    looked up."""
    if not done.cited:
        return
    act.projected()
    citing = Citing(act.db, viewer)
    for at in registers.page(act.db, register=done.register, cited=True):
        if at.row.gone is None:
            done.unresolved += any(not one.resolved for one in citing.resolved(at.row.cite or ""))
