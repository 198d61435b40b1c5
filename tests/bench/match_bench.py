"""Matching and the long lists, measured: `FACTCHECK_GOLD=... match_bench.py [--case FILE]`.

First the ranking: claims with known answers from `data/matching` of FACTCHECK_GOLD become a case, their
documents its events; printed are MAP over the first hundred, the share of claims with an answer among the
first ten, and the computing that a claim takes, beside the same of FTS5's own ranking. Then the waits in a
large case (made at FILE where it is not there; some minutes): 100,000 statements with a claim each, 100,000
events.
"""

from __future__ import annotations

import argparse
import csv
import gzip
import io
import os
import sqlite3
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from statistics import median
from typing import Any

from factcheck.core import records as r
from factcheck.core.words import folded_words
from factcheck.store import rows
from factcheck.store.case import CaseFile
from factcheck.store.creating import create
from factcheck.workbench import readings
from factcheck.workbench.readings.suggesting import best, sought_of
from tests.bench.large_case import READER, large_case

FIRST = 100
Told = dict[str, str]

SETS: dict[str, tuple[str, Callable[[Told], tuple[str, str]], Callable[[Told], str]]] = {
    "knownlie": ("politifact_docs.tsv.gz", lambda d: (d["vclaim"], d["title"]), lambda q: q["sentence"]),
    "2a": ("snopes_docs.tsv.gz", lambda d: (d["vclaim"], d["title"]), lambda q: q["text"]),
    "averitec": ("averitec_docs.tsv", lambda d: (d["question"], d["answer"]), lambda q: q["text"]),
}
"""Of each set its documents, an event's title and description from a document, a claim's words."""


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("--case", type=Path, help="the large case; without it only the ranking is measured")
    options.add_argument("--size", type=int, default=100_000)
    options.add_argument("--sets", nargs="*", default=list(SETS), choices=list(SETS))
    arguments = options.parse_args()
    gold = Path(os.environ.get("FACTCHECK_GOLD", "")) / "data" / "matching"
    if arguments.sets and gold.is_dir():
        head = f"{'MAP':>6} {'R@10':>6} {'ms':>6}"
        print(f"{'set':10} {'claims':>7} {'events':>7} {head}   {head}  (FTS5's own)")
        for name in arguments.sets:
            print(ranking(gold, name))
    if arguments.case:
        waits(large_case(arguments.case, arguments.size, arguments.size))


def told(path: Path) -> Iterator[Told]:
    data = gzip.decompress(path.read_bytes()) if path.suffix == ".gz" else path.read_bytes()
    yield from csv.DictReader(io.StringIO(data.decode()), delimiter="\t", quoting=csv.QUOTE_NONE)


def ranking(gold: Path, name: str) -> str:
    """One line of the first table."""
    documents, event_of, words_of = SETS[name]
    right: dict[str, set[str]] = {}
    for row in told(gold / f"{name}_qrels.tsv"):
        right.setdefault(row["qid"], set()).add(row["docid"])
    with tempfile.TemporaryDirectory() as folder:
        case = create(Path(folder) / "gold.db", name, READER)
        docids: dict[str, str] = {}
        claims: dict[str, str] = {}
        with case.act(READER) as act:
            for row in told(gold / documents):
                title, more = event_of(row)
                event = act.fresh()
                docids[event] = row["docid"]
                record = r.Event(
                    label=act.label("event", event),
                    title=title.strip() or "-",
                    description=more.strip() or None,
                )
                act.make("event", record, event)
            for row in told(gold / f"{name}_queries.tsv"):
                if row["qid"] in right:
                    claims[row["qid"]] = _claim(act, words_of(row).strip() or "-")
        return _measured(case, name, right, claims, docids)


def _claim(act: Any, words: str) -> str:
    statement, claim = act.fresh(), act.fresh()
    act.make("statement", r.Statement(label=act.label("statement", statement), words=words), statement)
    act.make("claim", r.Claim(label="C1", statement=statement, words=words), claim)
    return str(claim)


def _measured(
    case: CaseFile, name: str, right: dict[str, set[str]], claims: dict[str, str], docids: dict[str, str]
) -> str:
    def ours(query: str) -> list[str]:
        with case.reading() as db:
            found = best(db, sought_of(db, READER, rows.get(db, READER, claims[query])), FIRST)
        return [docids[item.event] for item in found]

    plain = sqlite3.connect(":memory:")
    plain.execute("CREATE VIRTUAL TABLE doc USING fts5(words, tokenize='porter unicode61')")
    events = case.db.execute("SELECT id, title || ' ' || coalesce(description, '') FROM event").fetchall()
    plain.executemany(
        "INSERT INTO doc (rowid, words) VALUES (?,?)", [(n, t) for n, (_, t) in enumerate(events)]
    )
    said = dict(case.db.execute("SELECT id, words FROM claim").fetchall())

    def theirs(query: str) -> list[str]:
        terms = " OR ".join(f'"{word}"' for word in dict.fromkeys(folded_words(said[claims[query]])))
        found = plain.execute(
            "SELECT rowid FROM doc WHERE doc MATCH ? ORDER BY rank, rowid LIMIT ?", (terms or '""', FIRST)
        )
        return [docids[events[n][0]] for (n,) in found]

    figures = "   ".join(_figures(list(claims), right, look) for look in (ours, theirs))
    case.close()
    return f"{name:10} {len(claims):>7} {len(docids):>7} {figures}"


def _figures(queries: list[str], right: dict[str, set[str]], look: Callable[[str], list[str]]) -> str:
    precision = hits = 0.0
    busy = time.process_time()
    for query in queries:
        order = look(query)
        places = sorted(order.index(document) + 1 for document in right[query] if document in order)
        precision += sum(n / place for n, place in enumerate(places, 1)) / len(right[query])
        hits += bool(places) and places[0] <= 10
    each = (time.process_time() - busy) / len(queries) * 1000
    return f"{precision / len(queries):>6.3f} {hits / len(queries):>6.3f} {each:>6.1f}"


def waits(case: CaseFile) -> None:
    """The second table, in milliseconds: the first time, the median of seven more, its computing."""
    count = readings.bench_count(case, READER)
    middle = readings.bench_rows(case, READER, count // 2, 4)
    claim = next(row.id for row in middle if row.row == "claim")
    last = readings.bench_rows(case, READER, count - 1, 1)[0].id
    events = readings.record_count(case, READER, claim)
    word = middle[0].words.split()[1].lower()
    print(f"{count:,} rows, {events:,} events; {'ms':>23} {'first':>8} {'median':>8} {'busy':>8}")
    for label, read in (
        ("bench_count", lambda: readings.bench_count(case, READER)),
        ("bench_rows, first page", lambda: readings.bench_rows(case, READER, 0, 50)),
        ("bench_rows, in the middle", lambda: readings.bench_rows(case, READER, count // 2, 50)),
        ("bench_rows, last page", lambda: readings.bench_rows(case, READER, count - 50, 50)),
        ("bench_position, last", lambda: readings.bench_position(case, READER, last)),
        ("record_count", lambda: readings.record_count(case, READER, claim)),
        ("record_rows, first page", lambda: readings.record_rows(case, READER, claim, 0, 50)),
        ("record_rows, in the middle", lambda: readings.record_rows(case, READER, claim, events // 2, 50)),
        ("record_rows, last page", lambda: readings.record_rows(case, READER, claim, events - 50, 50)),
        ("record_rows, best first", lambda: readings.record_rows(case, READER, claim, 0, 50, "", "best")),
        ("suggest", lambda: readings.suggest(case, READER, claim)),
        ("bench_rows linked:no", lambda: readings.bench_rows(case, READER, 0, 50, "linked:no")),
        ("bench_rows graded:no", lambda: readings.bench_rows(case, READER, 0, 50, "graded:no")),
        ("bench_rows date:2015", lambda: readings.bench_rows(case, READER, 0, 50, "date:2015")),
        (f"bench_rows {word}", lambda: readings.bench_rows(case, READER, 0, 50, word)),
        ("record_rows date:2015", lambda: readings.record_rows(case, READER, claim, 0, 50, "date:2015")),
        ("find the", lambda: readings.find(case, READER, "the")),
        (f"find {word}", lambda: readings.find(case, READER, word)),
        (f"find {word[:3]}", lambda: readings.find(case, READER, word[:3])),
        ("find the of", lambda: readings.find(case, READER, "the of")),
        (f"find the {word}", lambda: readings.find(case, READER, f"the {word}")),
    ):
        print(f"{label:50} {_timed(read)}")
    print(f"suggest over 200 claims {_over_claims(case)}")


def _timed(read: Callable[[], object]) -> str:
    taken, spent = [], []
    for _ in range(8):
        started, busy = time.perf_counter(), time.process_time()
        read()
        taken.append((time.perf_counter() - started) * 1000)
        spent.append((time.process_time() - busy) * 1000)
    return f"{taken[0]:>8.1f} {median(taken[1:]):>8.1f} {median(spent[1:]):>8.1f}"


def _over_claims(case: CaseFile) -> str:
    taken, busy = [], time.process_time()
    for row in readings.bench_rows(case, READER, 50_000, 400):
        if row.row == "claim":
            started = time.perf_counter()
            readings.suggest(case, READER, row.id)
            taken.append((time.perf_counter() - started) * 1000)
    taken.sort()
    each = (time.process_time() - busy) * 1000 / len(taken)
    most = taken[int(len(taken) * 0.95)]
    return f"median {median(taken):.1f} ms, 95% within {most:.1f} ms, computing {each:.1f} ms each"


if __name__ == "__main__":
    main()
