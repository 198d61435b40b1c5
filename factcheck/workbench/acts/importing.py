"""Importing statements or events by the hundred thousand: one act, bounded memory."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError
from factcheck.store import rows
from factcheck.workbench.acts.events import Part, read_part, record_event
from factcheck.workbench.acts.people import Cast
from factcheck.workbench.acts.statements import record_statement
from factcheck.workbench.tables import FIELDS, Row, read_table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from pathlib import Path

    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile

AT_ONCE = 2_000
"""Rows between two breaths: then what was recorded is projected and progress is told."""

CHARACTERS_AT_ONCE = 4_000_000
"""The same where the rows are long."""

TOLD = 50
"""Rows that were not read and are told one by one; the rest are only counted."""

TOLD_AT_LENGTH = 400
"""Characters of what is told of one row."""

SHORT = {"id": 500, "date": 500, "when": 500, "status": 500, "speaker": 500, "who": 50_000}
"""How many characters a cell may have that holds names, dates or codes: more is no such thing."""


@dataclass(slots=True)
class Imported:
    """What an import did: records made, rows that were here already by their id, rows not read and why.
    `notes` say what was guessed about the file."""

    made: int = 0
    known: int = 0
    unread: int = 0
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    batch: str = ""


def import_table(
    case: CaseFile,
    viewer: Viewer,
    path: Path,
    *,
    as_: str,
    mapping: Mapping[str, str] | None = None,
    progress: Callable[[int], None] | None = None,
) -> Imported:
    """Imports a table (CSV, TSV, XLSX, XLS, ODS, JSON, JSONL) as "statements" or "events", in one act that
    one undo takes back.

    Rows with an id that an earlier import brought are skipped. A row without words, or with a date that
    cannot be read, is left out and told; the rest come in. `progress` hears the rows read so far and may
    raise to cancel.
    """
    if as_ not in FIELDS:
        raise FactcheckError(f"Nothing is imported as “{as_}”", f"One of: {', '.join(FIELDS)}.", exit_code=2)
    done = Imported()
    with case.act(viewer) as act:
        done.batch = act.batch
        cast = Cast(act, viewer)
        table = read_table(path, as_, mapping or {}, done.notes.append)
        read = 0
        while some := _some(table):
            known = _known(act, as_, some)
            for row in some:
                _take(act, viewer, cast, as_, path.name, row, known, done)
            act.projected()
            read += len(some)
            if progress:
                progress(read)
    return done


def _some(table: Iterator[Row | FactcheckError]) -> list[Row | FactcheckError]:
    """The next rows, as many as are held at once."""
    some: list[Row | FactcheckError] = []
    held = 0
    for row in table:
        some.append(row)
        held += len(row.detail) if isinstance(row, FactcheckError) else sum(map(_length, row[1].values()))
        if len(some) >= AT_ONCE or held >= CHARACTERS_AT_ONCE:
            break
    return some


def _length(value: Any) -> int:
    return len(value) if isinstance(value, str) else len(str(value))


def _known(act: Act, as_: str, some: list[Row | FactcheckError]) -> set[str]:
    named = [id_ for row in some if not isinstance(row, FactcheckError) and (id_ := _id(row[1]))]
    return rows.foreign_ids(act.db, as_.removesuffix("s"), named) if named else set()


def _take(
    act: Act,
    viewer: Viewer,
    cast: Cast,
    as_: str,
    table: str,
    row: Row | FactcheckError,
    known: set[str],
    done: Imported,
) -> None:
    if isinstance(row, FactcheckError):
        _tell(done, row.detail)
        return
    where, values = row
    named = _id(values)
    if named in known:
        done.known += 1
        return
    try:
        given = {name: _text(name, value) for name, value in values.items() if name != "who"}
        given["foreign_id"] = given.pop("id", None)
        if as_ == "statements":
            _statement(act, viewer, cast, given)
        else:
            _event(act, viewer, cast, given, list(_people(values.get("who"))))
    except FactcheckError as error:
        _tell(done, f"{table}, {where}: {error}")
    else:
        done.made += 1
        if named:
            known.add(named)


def _tell(done: Imported, problem: str) -> None:
    done.unread += 1
    if len(done.problems) < TOLD:
        told = " ".join(problem.split())
        done.problems.append(told if len(told) <= TOLD_AT_LENGTH else told[:TOLD_AT_LENGTH] + "…")


def _id(values: Mapping[str, Any]) -> str | None:
    """By what a row is known again; None where it names nothing of the kind."""
    value = values.get("id")
    return (str(value).strip() or None) if isinstance(value, str | int) else None


def _text(name: str, value: Any) -> str | None:
    """A cell as text. What is neither text nor a whole number is refused: it has no words of its own."""
    if value is None:
        return None
    if isinstance(value, bool) or not isinstance(value, str | int):
        raise FactcheckError(f"Its {name} is not text")
    text = str(value).strip()
    if len(text) > SHORT.get(name, len(text)):
        raise FactcheckError(f"Its {name} is too long", f"{len(text):,} characters")
    return text or None


def _people(value: Any) -> Iterator[str | Part]:
    """Names from a JSON list (of names, or of objects with name and capacity), or from one cell with
    semicolons between them."""
    for part in value if isinstance(value, list) else (_text("who", value) or "").split(";"):
        if isinstance(part, dict):
            name, capacity = _text("who", part.get("name")), _text("who", part.get("capacity"))
            if name:
                yield name, capacity
        elif name := _text("who", part):
            yield name


def _statement(act: Act, viewer: Viewer, cast: Cast, given: dict[str, str | None]) -> None:
    words = given.pop("text", None)
    if not words:
        raise FactcheckError("It has no words")
    given["said_on"] = given.pop("date", None)
    speaker = given.pop("speaker", None)
    cast.look_up([speaker] if speaker else [])
    record_statement(act, viewer, cast, words, (), speaker, (), given)


def _event(act: Act, viewer: Viewer, cast: Cast, given: dict[str, str | None], who: list[str | Part]) -> None:
    title = given.pop("title", None) or given.get("text")
    if not title:
        raise FactcheckError("It has no title")
    description = given.pop("text", None)
    given["description"] = description if description != title else None
    given["place"] = given.pop("where", None)
    cast.look_up([read_part(part)[0] if isinstance(part, str) else part[0] for part in who])
    record_event(act, viewer, cast, title, who, given)
