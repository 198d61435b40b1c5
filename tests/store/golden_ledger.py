"""The golden ledger of a format: entries and documents, one JSON value a line, and what they fold to.

`python -m tests.store.golden_ledger` made `format1.jsonl` once; it is never made again, only read. What it
folds to may be told anew with `--told` when a record gains something to tell."""

from __future__ import annotations

import json
import sys
from base64 import b64decode, b64encode
from dataclasses import asdict
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

from factcheck.core.entities import ENTITIES
from factcheck.core.entry import Entry
from factcheck.store import redaction, rows, union
from factcheck.store.case import CaseFile, open_case
from tests.store.histories import Hand
from tests.store.replicas import ANN, BEN, PEOPLE, blank_case, copied, new_case, send, sync

FOLDER = Path(__file__).resolve().parent.parent / "golden" / "ledger"
LEDGER = FOLDER / "format1.jsonl"
TOLD = FOLDER / "format1.told.json"


def load(path: Path) -> tuple[list[Entry], list[tuple[str, bytes]]]:
    """The entries and documents of a golden ledger."""
    entries: list[Entry] = []
    parcel: list[tuple[str, bytes]] = []
    for line in path.read_text(encoding="utf-8").split("\n"):
        if not line:
            continue
        value = json.loads(line)
        if "sha256" in value:
            parcel.append((value["sha256"], b64decode(value["base64"])))
        else:
            entries.append(Entry(**{**value, "base": tuple(value["base"])}))
    return entries, parcel


def told(case: CaseFile) -> dict[str, Any]:
    """What the ledger folds to, without what is absent: records, conflicts, what waits, findings."""
    records = {
        stored.id: {
            "sort": entity,
            "label": stored.label,
            "by": [stored.head.made_by, stored.head.changed_by],
            "fields": {name: value for name, value in stored.fields.items() if value not in (None, False)},
            "quotes": {
                part: [[anchor.source, anchor.start, anchor.end, anchor.exact] for anchor in anchors]
                for part, anchors in stored.anchors.items()
                if anchors
            },
            "conflicts": {
                name: [item.value for item in contenders]
                for name, contenders in (stored.head.conflicts or {}).items()
            },
        }
        for entity in ENTITIES
        for stored in rows.every(case.db, ANN, entity, withdrawn=True)
    }
    return {
        "records": dict(sorted(records.items())),
        "waiting": case.db.execute("SELECT subject, waits_for FROM pending ORDER BY 1, 2").fetchall(),
        "findings": case.db.execute(
            "SELECT claim, state, degree, text FROM finding ORDER BY claim"
        ).fetchall(),
        "forks": union.forks(case.db),
        "texts": case.db.execute("SELECT source, text FROM chunk ORDER BY source, n").fetchall(),
    }


def as_json(value: object) -> str:
    return json.dumps(value, indent=1, ensure_ascii=False, sort_keys=True) + "\n"


def live(folder: Path) -> CaseFile:
    """Two copies with a conflict, an undo, a redo, a fork, a redaction, and a grade that was withheld."""
    case = new_case(folder, "golden")
    for seed in range(200, 226):
        Hand(case, Random(seed)).works(PEOPLE[seed % 3])
    with case.act(ANN) as act:
        hand = Hand(case, Random(3))
        for entity in ("source", "event", "statement", "claim", "link", "grade", "note"):
            hand.makes(act, entity)
            act.projected()
    (event,) = case.db.execute("SELECT id FROM event ORDER BY id LIMIT 1").fetchone()
    other = copied(case, "other")
    with case.act(ANN) as act:
        act.put("event.edited", event, {"place": "Washington"})
    with other.act(BEN) as act:
        act.put("event.edited", event, {"place": "Cleveland"})
    for seed in range(300, 308):
        Hand(other, Random(seed)).works(BEN)
    case.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = case.path.read_bytes()
    Hand(case, Random(5)).does(ANN)
    sync(case, other)
    case.close()
    case.path.write_bytes(before)
    again = open_case(case.path, clock=case.clock, ids=case.ids)
    Hand(again, Random(6)).does(ANN)
    sync(again, other)
    (source,) = again.db.execute("SELECT id FROM source ORDER BY id LIMIT 1").fetchone()
    query = "SELECT hash FROM entry WHERE instr(body, ?) AND instr(body, 'segments') ORDER BY hash LIMIT 2"
    named = [hash_ for (hash_,) in again.db.execute(query, (source,))]
    with again.act(ANN) as act:
        fields = {"redacted": True, "redacted_reason": "a court order", "redacted_entries": named}
        act.put("source.redacted", source, fields)
        redaction.enforce(act.projected())
    reader = blank_case(folder, "reader")
    send(again, reader, keep=lambda entry, _: entry.actor == BEN.reviewer)
    again.close()
    other.close()
    return reader


def make() -> None:
    """Writes the ledger, once."""
    with TemporaryDirectory() as folder, live(Path(folder)) as case:
        entries, parcel = union.everything(case)
        lines = [json.dumps(asdict(entry), ensure_ascii=False) for entry in entries]
        lines += [json.dumps({"sha256": name, "base64": b64encode(data).decode()}) for name, data in parcel]
    with LEDGER.open("x", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")


def receiver(folder: Path) -> CaseFile:
    """A file in which Ann has begun to write, and which opened no case of its own."""
    case = blank_case(folder, "fold")
    with case.act(ANN) as act:
        act.fresh()
        act.label("person", "nobody")
    return case


def tell() -> None:
    """Writes what the ledger folds to."""
    with TemporaryDirectory() as folder, receiver(Path(folder)) as case:
        union.unite(case, *load(LEDGER))
        TOLD.write_text(as_json(told(case)), encoding="utf-8")


if __name__ == "__main__":
    if "--told" not in sys.argv:
        make()
    tell()
