"""How well and how fast time expressions are read: ``python -m tests.bench.times_bench [--errors SET]``.

Annotated sets are read from ``$FACTCHECK_GOLD/data/dates`` (one JSON document a line: text, dct, timexes).
P, R and F1 are of DATE expressions by overlap, one to one. Expressions annotated as other kinds, or to be
ignored, count neither way there and as wrong in "P all" and "F1 all"; a second expression over one annotation
is wrong in both; accL is the share of matched whose days lie within the days annotated, over the "valued":
matched annotations whose value names days (not XXXX-10-02, nor "now"). The ends of a range count each; of
"since 2014" the named end is compared.

The rules were shaped on these very sets, so the figures are no forecast for other text.
"""

from __future__ import annotations

import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.core.edtf import is_edtf, parse_edtf
from factcheck.extract.times import TimeExpression, find_times

SETS = ("te3_platinum", "meantime", "wikiwars", "msrec", "chrono")


def ends_apart(found: tuple[TimeExpression, ...]) -> Iterator[TimeExpression]:
    for expression in found:
        yield from expression.parts or (expression,)


def overlap(a: dict[str, Any], start: int, end: int) -> bool:
    return bool(a["start"] < end and start < a["end"])


def value_right(found: TimeExpression, edtf: str) -> bool:
    gold = parse_edtf(edtf)
    first, last = found.earliest or found.latest, found.latest or found.earliest
    if first is None or last is None or gold.earliest is None or gold.latest is None:
        return False
    if found.precision == "after":
        last = str(parse_edtf((found.edtf or "").partition("/")[0]).latest)
    if found.precision == "before":
        first = str(parse_edtf((found.edtf or "").rpartition("/")[2]).earliest)
    return gold.earliest.isoformat() <= first and last <= gold.latest.isoformat()


def score(documents: list[dict[str, Any]], errors: bool) -> dict[str, float]:
    hits = wrong = missed = right = valued = beside = 0
    for document in documents:
        text = document["text"]
        found = list(ends_apart(find_times(text, parse_edtf(document["dct"]) if document["dct"] else None)))
        gold = [t for t in document["timexes"] if t["type"] == "DATE"]
        others = [t for t in document["timexes"] if t["type"] != "DATE"] + document["ignore"]
        used: set[int] = set()
        for want in gold:
            index = next(
                (i for i, e in enumerate(found) if i not in used and overlap(want, e.start, e.end)), None
            )
            context = text[max(0, want["start"] - 60) : want["end"] + 25].replace("\n", " ")
            if index is None:
                missed += 1
                if errors:
                    print(f"MISS  {document['dct']} [{want['text']}] {want['value']}  …{context}")
                continue
            used.add(index)
            hits += 1
            if want.get("edtf") and is_edtf(want["edtf"]) and parse_edtf(want["edtf"]).earliest:
                valued += 1
                right += (good := value_right(found[index], want["edtf"]))
                if errors and not good:
                    got = found[index].edtf or [c.edtf for c in found[index].candidates]
                    print(
                        f"VALUE {document['dct']} [{want['text']}] want {want['edtf']} got {got} …{context}"
                    )
        for index, expression in enumerate(found):
            if index in used:
                continue
            over_gold = any(overlap(o, expression.start, expression.end) for o in gold)
            if not over_gold and any(overlap(o, expression.start, expression.end) for o in others):
                beside += 1
                continue
            wrong += 1
            if errors:
                context = text[max(0, expression.start - 40) : expression.end + 20].replace("\n", " ")
                print(f"EXTRA [{expression.text}] {expression.edtf} …{context}")
    recall = hits / max(1, hits + missed)
    precision, strict = hits / max(1, hits + wrong), hits / max(1, hits + wrong + beside)
    return {
        "n": hits + missed, "P": precision, "R": recall, "F1": mean(precision, recall), "P all": strict,
        "F1 all": mean(strict, recall), "accL": right / max(1, valued), "valued": valued,
    }  # fmt: skip


def mean(precision: float, recall: float) -> float:
    """Their harmonic mean."""
    return 2 * precision * recall / max(1e-9, precision + recall)


def speed(documents: list[dict[str, Any]]) -> float:
    """Megabytes (of UTF-8) read in a second, the best of three runs over at least a megabyte."""
    texts = [(d["text"], parse_edtf(d["dct"]) if d["dct"] else None) for d in documents]
    size = sum(len(text.encode()) for text, _ in texts)
    rounds = max(1, 500_000 // max(1, size))
    best = float("inf")
    for _ in range(3):
        start = time.perf_counter()
        for _ in range(rounds):
            for text, published in texts:
                find_times(text, published)
        best = min(best, time.perf_counter() - start)
    return size * rounds / best / 1e6


def main() -> None:
    home = os.environ.get("FACTCHECK_GOLD")
    if not home:
        sys.exit("Set FACTCHECK_GOLD to the folder that holds data/dates/*.jsonl.")
    wanted = sys.argv[sys.argv.index("--errors") + 1] if "--errors" in sys.argv else None
    names = ("n", "P", "R", "F1", "P all", "F1 all", "accL", "valued", "MB/s")
    print(f"{'set':14}" + "".join(f"{name:>8}" for name in names))
    groups = {name: [name] for name in SETS} | {"news": ["te3_platinum", "meantime"]}
    for name, files in groups.items():
        if wanted not in (None, name):
            continue
        paths = [Path(home, "data", "dates", f"{file}.jsonl") for file in files]
        documents = [json.loads(line) for path in paths for line in path.read_text("utf-8").splitlines()]
        figures = score(documents, errors=wanted == name)
        shares = "".join(f"{figures[key]:8.3f}" for key in ("P", "R", "F1", "P all", "F1 all", "accL"))
        print(f"{name:14}{figures['n']:8}{shares}{figures['valued']:8}{speed(documents):8.2f}")


if __name__ == "__main__":
    main()
