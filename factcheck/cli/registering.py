"""A register on its way in, as the command line shows it: what its columns mean, and what became of it."""

from __future__ import annotations

import shlex
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import out, trouble
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from factcheck.cli.desk import Desk
    from factcheck.workbench.acts.registers import RowsImported
    from factcheck.workbench.registering.changes import Changes
    from factcheck.workbench.registering.coming_in import Faults
    from factcheck.workbench.registering.survey import Asked, Survey

NONE = "none"
"""What `--updates` takes for a table that only looks like a later file of a register."""


def import_register(
    desk: Desk,
    file: Path,
    asked: Asked,
    *,
    mode: str | None,
    title: str | None,
    updates: str | None,
    dry_run: bool,
) -> None:
    """Imports a file as rows; asks what has to be asked where somebody can answer."""
    from factcheck.workbench.acts import registers as workbench

    survey = workbench.survey_rows(
        desk.case, desk.viewer, file, asked, updates=_named(updates), most=_LOOKED_AT
    )
    if updates is None and (earlier := workbench.earlier_of(desk.case, desk.viewer, survey)):
        updates = _asked_whether(file.name, earlier, dry_run=dry_run)
    if dry_run:
        _compare(desk, file, asked, mode, _named(updates))
        return
    if mode is None and _named(updates) is None:
        mode = _asked_mode(file.name)
    if not desk.as_json:
        for line in mapping_lines(survey):
            trouble.say(line)
    try:
        with trouble.counting("rows read") as progress:
            done = workbench.import_rows(
                desk.case, desk.viewer, file, mode=mode, asked=asked, title=title, updates=_named(updates),
                progress=progress,
            )  # fmt: skip
    except KeyboardInterrupt:
        trouble.say("Nothing was imported; the case is as it was.")
        raise
    _tell(desk, done, mode)


_LOOKED_AT = 5_000


def _named(updates: str | None) -> str | None:
    return None if updates == NONE else updates


def _asked_whether(name: str, earlier: str, *, dry_run: bool) -> str:
    """Whether a table that looks like a later file of a register is one."""
    if dry_run:
        return earlier
    if trouble.can_ask():
        return earlier if trouble.ask(f"{name} has rows of {earlier}. Do they replace its rows?") else NONE
    raise FactcheckError(
        f"{name} looks like a later file of {earlier}",
        "It has the same columns, and rows with the same ids.",
        f"Say --updates {earlier} to bring that register up to date (--dry-run shows the changes), or "
        f"--updates {NONE} for a register of its own.",
        trouble.USAGE,
    )


def _asked_mode(name: str) -> str | None:
    if not trouble.can_ask():
        return None
    from factcheck.workbench.acts import MODE_MEANS, MODES

    for mode, means in MODE_MEANS.items():
        trouble.say(f"  {mode:<10} {means}")
    return trouble.choose(f"What does {name} show?", MODES)


def _compare(desk: Desk, file: Path, asked: Asked, mode: str | None, updates: str | None) -> None:
    from factcheck.workbench.acts import registers as workbench

    with trouble.counting("rows read") as progress:
        done = workbench.compare_rows(desk.case, desk.viewer, file, asked, updates=updates, progress=progress)
    problem = workbench.hindrance(done.survey)
    if desk.as_json:
        out.value({**as_value(done, mode), "dry_run": True, "problem": str(problem) if problem else None})
    else:
        out.lines(preview_lines(done.survey))
        if not problem:
            out.lines(["", *_counts(done)])
        if done.changes:
            out.lines(["", *change_lines(done.changes)])
        trouble.say("Nothing was imported: this was a dry run.")
    if problem:
        raise problem
    if mode is None and updates is None:
        trouble.say("Its mode has still to be said: --mode attended|reported|scheduled|cancelled|absent.")
    for line in fault_lines(done):
        trouble.say(line)


def _tell(desk: Desk, done: RowsImported, mode: str | None) -> None:
    if desk.as_json:
        out.value(as_value(done, mode, source=_label(desk, done.source)))
    elif done.same_as:
        out.lines(done.same_as)
    else:
        label = _label(desk, done.source)
        out.lines([label or "", *_counts(done)])
        if done.changes:
            out.lines(change_lines(done.changes))
    if done.same_as:
        trouble.say(
            f"The case has these bytes already, as {done.same_as}, with its rows; nothing was imported. "
            f"To read them otherwise: --updates {done.same_as}."
        )
        return
    for line in fault_lines(done):
        trouble.say(line)
    if done.partly:
        raise click.exceptions.Exit(trouble.TROUBLE)


def _label(desk: Desk, source: str) -> str | None:
    from factcheck.workbench import readings

    return readings.head(desk.case, desk.viewer, source).label if source else None


def mapping_lines(survey: Survey) -> Iterator[str]:
    """What the columns mean, in as few words as will do."""
    from factcheck.workbench.registering.survey import dates_said

    yield from survey.notes
    whence = f", as in {survey.remembered}" if survey.remembered else ""
    meant = "; ".join(f"{field}: {', '.join(columns)}" for field, columns in survey.fields.items())
    yield f"Columns{whence}: {meant}."
    yield from filter(None, map(dates_said, survey.dates))


def preview_lines(survey: Survey) -> Iterator[str]:
    """A table of fields, columns and values; then the first rows as they are understood."""
    from factcheck.cli.tables import table
    from factcheck.workbench.registering.survey import dates_said

    yield from survey.notes
    if survey.remembered:
        yield f"The columns are read as those of {survey.remembered}."
    lines = [
        [field, column, " | ".join(survey.samples.get(column, ()))]
        for field, columns in survey.fields.items()
        for column in columns
    ]
    mapped = {column for columns in survey.fields.values() for column in columns}
    lines += [
        ["-", column, " | ".join(survey.samples.get(column, ()))]
        for column in survey.columns
        if column not in mapped
    ]
    yield ""
    yield from table(["FIELD", "COLUMN", "VALUES"], lines)
    if said := list(filter(None, map(dates_said, survey.dates))):
        yield ""
        yield from said
    if survey.first:
        yield ""
        yield from table(
            ["ROW", "WHEN", "WHO", "WITH", "WHERE", "TITLE"],
            [
                [
                    f"{row.number:,}",
                    row.when or "",
                    ", ".join(row.who),
                    ", ".join(row.with_),
                    row.place or "",
                    row.title,
                ]
                for row in survey.first
            ],
        )


def _counts(done: RowsImported) -> Iterator[str]:
    left = f", {len(done.skipped):,} skipped" if len(done.skipped) else ""
    yield f"{done.rows:,} rows read, {done.kept:,} kept{left}"
    if done.undated:
        yield f"{done.undated:,} have no date{_ditto(done)}"
    if done.called_off:
        yield f"{done.called_off:,} say of themselves that they were called off, or that nobody came"
    if done.bare:
        yield f"{done.bare:,} hold nothing that says what they were"
    if done.cited:
        waiting = f"{done.unresolved:,} of them name something the case does not have"
        yield f"{done.cited:,} have citations; {waiting}"
    if done.text_left_out:
        yield "The file is kept whole; its reading text is its beginning, for it is large"


def _ditto(done: RowsImported) -> str:
    """How to say that empty cells mean the one above; nothing where that was said, or none stands above."""
    columns = done.survey.fields.get("when", ())
    if len(columns) != 1 or done.survey.understanding.fill or not done.ditto:
        return ""
    return f"; where an empty cell means the one above: --fill {shlex.quote(columns[0])}"


def fault_lines(done: RowsImported) -> Iterator[str]:
    """What was wrong with rows, by kind, with the first ones named."""
    for what, faults in (("skipped", done.skipped), ("kept as they are", done.open)):
        for why, count in sorted(faults.counts.items(), key=lambda one: -one[1]):
            yield f"{count:,} {what}: {why} ({_first(faults.first[why], count)})"


def _first(named: Sequence[str], count: int) -> str:
    more = f" and {count - len(named):,} more" if count > len(named) else ""
    return f"{', '.join(named)}{more}"


def change_lines(changes: Changes) -> Iterator[str]:
    """A later file beside the register: counts, then rows field by field."""
    known = "by id" if changes.by_id else "by their cells, for no column holds an id"
    yield (
        f"Rows known again {known}: {changes.same:,} the same, {changes.changed:,} changed, "
        f"{changes.new:,} new, {changes.gone:,} gone"
    )
    if changes.twice:
        yield f"{changes.twice:,} rows bear an id that another row has too; they were taken in order"
    for row in changes.changed_rows:
        yield f"  row {row.number:,}  {row.title}"
        for column, before, after in row.fields:
            yield f"    {column}: {before or '(empty)'} -> {after or '(empty)'}"
    for sort, rows, count in (
        ("new", changes.new_rows, changes.new),
        ("gone", changes.gone_rows, changes.gone),
    ):
        for number, title in rows:
            yield f"  {sort}: row {number:,}  {title}"
        if count > len(rows):
            yield f"  ... and {count - len(rows):,} more {sort}"
    for label, how in changes.named:
        yield f"  {label} rests on a row that is {how}; it is kept, and says so"


def as_value(done: RowsImported, mode: str | None, source: str | None = None) -> dict[str, Any]:
    """What an import did, as plain values."""
    changes = done.changes
    return {
        "source": source or done.same_as,
        "register": done.register or None,
        "mode": done.mode or mode,
        "rows": done.rows,
        "kept": done.kept,
        "undated": done.undated,
        "called_off": done.called_off,
        "bare": done.bare,
        "cited": done.cited,
        "unresolved": done.unresolved,
        "skipped": _faults(done.skipped),
        "open": _faults(done.open),
        "same_as": done.same_as,
        "mapping": {field: list(columns) for field, columns in done.survey.fields.items()},
        "columns": list(done.survey.columns),
        "dates": [
            {"column": date.column, "order": date.order, "proof": date.proof or None}
            for date in done.survey.dates
        ],
        "notes": list(done.survey.notes),
        "changes": None
        if changes is None
        else {
            "by_id": changes.by_id,
            "same": changes.same,
            "changed": changes.changed,
            "new": changes.new,
            "gone": changes.gone,
            "rows": [
                {
                    "number": row.number,
                    "id": row.id,
                    "fields": {column: [before, after] for column, before, after in row.fields},
                }
                for row in changes.changed_rows
            ],
            "records": [{"label": label, "is": how} for label, how in changes.named],
        },
    }


def _faults(faults: Faults) -> list[dict[str, Any]]:
    return [{"why": why, "count": count, "first": faults.first[why]} for why, count in faults.counts.items()]
