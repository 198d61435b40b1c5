"""Importing statements or events by the hundred thousand: one act, bounded memory."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from factcheck.errors import FactcheckError
from factcheck.store import rows
from factcheck.workbench.acts.events import Part, read_part, record_event
from factcheck.workbench.acts.people import Cast
from factcheck.workbench.acts.statements import record_statement
from factcheck.workbench.dates import understood
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
    """What an import did: records made, rows that were here already by their id, rows without one that say
    what a record of the case said before (`same`), rows not read and why. `notes` say what was guessed about
    the file."""

    made: int = 0
    known: int = 0
    same: int = 0
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
    again: bool = False,
    progress: Callable[[int], None] | None = None,
) -> Imported:
    """Imports a table (CSV, TSV, XLSX, XLS, ODS, JSON, JSONL) as "statements" or "events", in one act that
    one undo takes back.

    Rows with an id that an earlier import brought are skipped; so are those without one that the case has
    word for word (see `Before`), unless `again`. A row without words, or with a date that cannot be read, is
    left out and told; the rest come in. `progress` hears the rows read so far and may raise to cancel.
    """
    if as_ not in FIELDS:
        raise FactcheckError(f"Nothing is imported as “{as_}”", f"One of: {', '.join(FIELDS)}.", exit_code=2)
    done = Imported()
    with case.act(viewer) as act:
        done.batch = act.batch
        cast = Cast(act, viewer)
        before = None if again else Before(act, as_)
        table = read_table(path, as_, mapping or {}, done.notes.append)
        read = 0
        while some := _some(table):
            known = _known(act, as_, some)
            for row in some:
                _take(act, viewer, cast, as_, path.name, row, known, before, done)
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
    before: Before | None,
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
        whose = None if named else before
        if as_ == "statements":
            made = _statement(act, viewer, cast, given, whose)
        else:
            made = _event(act, viewer, cast, given, list(_people(values.get("who"))), whose)
    except FactcheckError as error:
        _tell(done, f"{table}, {where}: {error}")
    else:
        done.made += made
        done.same += not made
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


class Before:
    """What the case said before an import: statements by words, speaker and day, events by title, time, place
    and description. Each record answers for one row: who says a thing twice in a file said it twice."""

    def __init__(self, act: Act, as_: str) -> None:
        self._today = act.case.clock.now().astimezone().date()
        said = rows.statements_said if as_ == "statements" else rows.events_said
        self._left = Counter(map(hash, said(act.db)))  # numbers alone: the words of a large case are many

    def day(self, typed: str | None) -> str | None:
        """A date as a record keeps it."""
        return understood(typed, self._today) if typed else None

    def had(self, *said: str | None) -> bool:
        """Whether one more record said just this."""
        number = hash(said)
        if self._left[number] == 0:
            return False
        self._left[number] -= 1
        return True


def _statement(
    act: Act, viewer: Viewer, cast: Cast, given: dict[str, str | None], before: Before | None
) -> bool:
    """Makes a statement, unless there is one of before that says the same."""
    words = given.pop("text", None)
    if not words:
        raise FactcheckError("It has no words")
    given["said_on"] = given.pop("date", None)
    speaker = given.pop("speaker", None)
    cast.look_up([speaker] if speaker else [])
    if before:
        given["said_on"] = before.day(given["said_on"])
        if before.had(words, cast.met(speaker), given["said_on"]):
            return False
    record_statement(act, viewer, cast, words, (), speaker, (), given)
    return True


def _event(
    act: Act,
    viewer: Viewer,
    cast: Cast,
    given: dict[str, str | None],
    who: list[str | Part],
    before: Before | None,
) -> bool:
    """Makes an event, unless there is one of before that says the same."""
    title = given.pop("title", None) or given.get("text")
    if not title:
        raise FactcheckError("It has no title")
    description = given.pop("text", None)
    given["description"] = description if description != title else None
    given["place"] = given.pop("where", None)
    cast.look_up([read_part(part)[0] if isinstance(part, str) else part[0] for part in who])
    if before:
        given["when"] = before.day(given.get("when"))
        if before.had(title, given["when"], given["place"], given["description"]):
            return False
    record_event(act, viewer, cast, title, who, given)
    return True
