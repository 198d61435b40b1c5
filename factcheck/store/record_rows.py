"""The rows of one record: taken away, and written as its entries have it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.core.entities import ENTITIES
from factcheck.core.entry import canonical
from factcheck.store import contents, fields, findable, labels

if TYPE_CHECKING:
    from factcheck.core.fold import Act, Contender, State
    from factcheck.store.wave import Wave


def clear(wave: Wave, subject: str, entity: str, *, stood: bool, stands: bool) -> None:
    """Takes away what an earlier fold wrote and this one may not write again."""
    if wave.fresh:
        return
    wave.delete("DELETE FROM reference WHERE subject = ?", subject)
    wave.delete("DELETE FROM pending WHERE subject = ?", subject)
    if not stood:
        return
    if fields.anchor_fields(entity):
        wave.delete("DELETE FROM passage WHERE record = ?", subject)
    if entity == "grade":
        wave.delete("DELETE FROM grade_code WHERE grade = ?", subject)
    if stands:
        return
    if entity in {"grade", "adjudication"}:
        wave.delete("DELETE FROM stale WHERE judgement = ?", subject)
    elif entity == "claim":
        wave.delete("DELETE FROM finding WHERE claim = ?", subject)
    elif entity in contents.HOLDERS:
        contents.remove(wave.db, entity, subject)
    wave.forgotten.append(subject)
    wave.delete(f"DELETE FROM {ENTITIES[entity].table} WHERE id = ?", subject)
    wave.delete("DELETE FROM record WHERE id = ?", subject)


def write_label(wave: Wave, subject: str, entity: str, acts: list[Act]) -> None:
    """Notes the number that a record was given as its label, whether it stands or not."""
    if ENTITIES[entity].letter is None:
        return
    for act in acts:
        if act.makes and (parsed := labels.parse(act.fields["label"])):
            _, number, letter = parsed
            scope = act.fields["statement"] if entity == "claim" else ""
            wave.write(
                "INSERT OR IGNORE INTO label VALUES (?,?,?,?,?)", entity, scope, letter, number, subject
            )


_RECORD = """INSERT INTO record VALUES (?,?,?,?,?,?,?,?,?,?,?) ON CONFLICT (id) DO UPDATE SET
label = excluded.label, number = excluded.number, at = excluded.at, made_by = excluded.made_by,
made_at = excluded.made_at,
changed_by = excluded.changed_by, changed_at = excluded.changed_at, version = excluded.version,
conflicts = excluded.conflicts"""
_PASSAGE = f"INSERT INTO passage VALUES ({','.join('?' * 19)})"


def write(
    wave: Wave, subject: str, entity: str, state: State, version: str, absent: frozenset[str], *, stood: bool
) -> None:
    """Writes the rows of a record that stands. `version` is what judgements of it rest on, `absent` the
    fields whose records are not there, `stood` says that it has a row already."""
    assert state.made is not None and state.changed is not None  # noqa: S101 - it is present
    label, number = _full_label(wave, entity, state)
    wave.labels[subject] = label
    wave.write(
        _RECORD,
        subject,
        entity,
        label,
        number,
        state.made.order[0],
        state.made.actor,
        state.made.wall,
        state.changed.actor,
        state.changed.wall,
        version,
        _conflicts(state),
    )
    if entity in contents.HOLDERS:
        contents.outdate(wave.db, entity, subject, state.fields)
    wave.write(fields.upsert(entity), *fields.row_for(entity, subject, state.fields, absent))
    for part in fields.anchor_fields(entity):
        for n, anchor in enumerate(state.fields.get(part) or ()):
            wave.write(_PASSAGE, subject, part, n, *_passage(anchor))
    if entity == "grade":
        for dimension, code in state.fields["codes"].items():
            wave.write("INSERT INTO grade_code VALUES (?,?,?)", subject, dimension, code)
    elif entity in contents.HOLDERS:
        wave.flush()
        contents.write(wave.db, entity, subject, state.fields, searchable=wave.searchable)
    if wave.searchable:
        _write_words(wave, subject, entity, findable.words_of(entity, state.fields), stood=stood)


def _write_words(wave: Wave, subject: str, entity: str, words: str, *, stood: bool) -> None:
    if stood:
        if findable.has_words(wave.db, subject, words):
            return
        wave.forgotten.append(subject)
    if words:
        wave.last_row += 1
        findable.remember(wave.write, wave.last_row, entity, subject, words)


def _full_label(wave: Wave, entity: str, state: State) -> tuple[str, int]:
    label = state.fields.get("label")
    if label is None or ENTITIES[entity].letter is None:
        return "", 0
    parsed = labels.parse(label)
    if entity == "claim":
        label = f"{wave.label(state.fields['statement'])}.{label}"
    return label, parsed[1] if parsed else 0


def _conflicts(state: State) -> str | None:
    if not state.conflicts:
        return None
    return canonical(
        {name: [_contender(item) for item in contenders] for name, contenders in state.conflicts.items()}
    )


def _contender(item: Contender) -> dict[str, Any]:
    return {"value": item.value, "actor": item.actor, "wall": item.wall, "entry": item.entry}


def _passage(anchor: dict[str, Any]) -> tuple[Any, ...]:
    begin, end = anchor.get("place", {}), anchor.get("place_end", {})
    parts = ("page", "line", "paragraph", "cell", "time")
    return (
        anchor["source"],
        anchor["start"],
        anchor["end"],
        anchor["exact"],
        anchor.get("prefix", ""),
        anchor.get("suffix", ""),
        *(begin.get(part) for part in parts),
        *(end.get(part) for part in parts),
    )
