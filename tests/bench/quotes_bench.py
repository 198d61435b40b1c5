"""Attributions found in annotated news, against the annotators': `python tests/bench/quotes_bench.py
FILE.jsonl [--show N]`.

Each line of FILE: `text` and `attributions`, each with `kind` (direct, mixed, indirect) and `content`,
`cue` and `source` spans in code points. Prints, per kind, how many annotated contents are overlapped by a
statement (recall), how many statements of that kind overlap any annotated content (precision), and of the
overlapped ones how often the speaker is right: the speaker's name and the annotated source share their
last word, or the source is a pronoun and the speaker is named (counted apart as "pronoun"). Then MB of
UTF-8 read in a second of processor time.

The annotators mark attitudes of every kind. What is proposed are acts of speech that commit a speaker: what
somebody said, denied, promised, urged, judged, endorsed. Not proposed, and so counted as missed, are beliefs,
wishes and plans told by the reporter alone ("wants", "expects", "seems"), topics without a stand
("discussed"), what records and polls show, headlines that the story repeats, and questions, which travel
with their answers.
"""

from __future__ import annotations

import argparse
import json
import re
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from factcheck.core.document import Document
from factcheck.core.proposals import ProposedStatement
from factcheck.extract.article import propose

KINDS = ("direct", "mixed", "indirect")
_PRONOUNS = {"he", "she", "they", "it", "i", "we", "who", "you", "him", "her", "them", "his", "me"}


def main() -> None:
    options = argparse.ArgumentParser()
    options.add_argument("file", type=Path)
    options.add_argument("--show", type=int, default=0, help="print so many misses of each sort")
    arguments = options.parse_args()
    rows = [json.loads(line) for line in arguments.file.read_text(encoding="utf-8").splitlines()]
    counts: Counter[tuple[str, str]] = Counter()
    shown: Counter[str] = Counter()
    seconds, size = 0.0, 0
    for row in rows:
        document = Document(
            row["id"], "news", "0" * 64, 0, "text", "utf-8", row["text"], published=row.get("date")
        )
        started = time.process_time()
        statements = propose(document).statements
        seconds += time.process_time() - started
        size += len(row["text"].encode())
        for what, kind, line in compare(row, statements):
            counts[kind, what] += 1
            if line and shown[what + kind] < arguments.show:
                shown[what + kind] += 1
                print(f"{what:9} {kind:9} {line}")
    columns = ("annotated", "recall", "proposed", "precision", "same kind", "speaker", "pronouns")
    print("kind".ljust(10), *(column.rjust(9) for column in columns))
    for kind in KINDS:
        wanted, hit = counts[kind, "hit"] + counts[kind, "miss"], counts[kind, "hit"]
        made, good = counts[kind, "good"] + counts[kind, "spurious"], counts[kind, "good"]
        right = counts[kind, "speaker"]
        figures = (
            str(wanted),
            share(hit, wanted),
            str(made),
            share(good, made),
            share(counts[kind, "same-kind"], hit),
            share(right, right + counts[kind, "not-speaker"]),
            str(counts[kind, "pronoun"]),
        )
        print(kind.ljust(10), *(figure.rjust(9) for figure in figures))
    print(f"{size / seconds / 1e6:.2f} MB/s over {size / 1e6:.2f} MB, {len(rows)} articles")


def share(part: int, whole: int) -> str:
    return f"{part / whole:.3f}" if whole else "-"


def compare(row: dict[str, Any], statements: tuple[ProposedStatement, ...]) -> Iterator[tuple[str, str, str]]:
    text = row["text"]
    for attribution in row["attributions"]:
        kind, content = attribution["kind"], attribution["content"]
        best = max(statements, key=lambda s: shared(s, content), default=None)
        source = " ".join(text[start:end] for start, end in attribution["source"])
        line = f"[{source}] {' … '.join(text[start:end] for start, end in content)[:140]!r}"
        if best is None or not shared(best, content):
            yield "miss", kind, line
            continue
        yield "hit", kind, ""
        if best.quotation == kind:
            yield "same-kind", kind, ""
        if source.lower() in _PRONOUNS:
            yield "pronoun", kind, ""
        elif source:
            right = same_name(best.speaker, source)
            yield (
                ("speaker" if right else "not-speaker"),
                kind,
                "" if right else f"{best.speaker} ({best.speaker_basis}) {line}",
            )
    every = [span for attribution in row["attributions"] for span in attribution["content"]]
    for statement in statements:
        kind = statement.quotation if statement.quotation in KINDS else "direct"
        good = shared(statement, every) > 0
        line = f"[{statement.speaker}] {statement.segments[0].exact[:140]!r}"
        yield ("good" if good else "spurious"), kind, "" if good else line


def shared(statement: ProposedStatement, spans: list[list[int]]) -> int:
    return sum(
        max(0, min(segment.end, end) - max(segment.start, start))
        for segment in statement.segments
        for start, end in spans
    )


def same_name(speaker: str | None, source: str) -> bool:
    """Whether the two share a word of substance, as "Kay Flint" and "Ms. Flint, a spokeswoman" do."""
    if speaker is None:
        return False
    return bool(content_words(speaker) & content_words(source))


def content_words(words: str) -> set[str]:
    return {
        word
        for word in re.findall(r"\w+", words.lower())
        if len(word) > 2 and word not in ("the", "and", "for", "his", "her")
    }


if __name__ == "__main__":
    main()
