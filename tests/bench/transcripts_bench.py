"""How well and how fast transcripts become turns: ``python -m tests.bench.transcripts_bench [--errors]``.

Read from ``$FACTCHECK_GOLD/data/transcripts``. A file NAME.speaker_turns.csv holds the turns of NAME.htm as
others cut them (Speaker, Speech). Its speeches are looked for in our text by their first letters, white space
left out (it differs, and words are divided differently), each from where the one before it began. The stretch
that the table covers runs from the first row found to the end of the last.

- F1: starts of rows against starts of our labelled turns (no notes) within that stretch; a start agrees where
  it is the same letter.
- F1 of its speakers: the same, counting of our turns only those of persons to whom the table gives a row. The
  table of 111shrg57322 has rows for witnesses alone and leaves the senators' turns within them: our other
  starts there are no errors, and this figure says so.
- F1 of the text: the same, where the labels that stand at the start of an indented line within a row's own
  text are added to the rows, and rows without a word are left out: what the table should have had.
- Speakers: of the starts that agree, the share whose surnames agree.

With ``--errors`` every start that is ours or the table's alone is listed. The Record is compared with its
parse (NAME.json) in the same way, its items of kind "speech" being the rows.

Speed is of processor time from bytes to turns, the best of several runs, for 1, 4 and 16 copies of the file's
body in a row.
"""

from __future__ import annotations

import csv
import json
import os
import re
import sys
import time
from dataclasses import dataclass
from pathlib import Path

from factcheck.core.document import Document
from factcheck.read.door import read_bytes

LOOKED_FOR = 60
RUNS = 5
_BLANK = re.compile(r"\s+")
_UNCUT = re.compile(
    r"\n {2,6}(?P<label>(?:(?:Mr|Mrs|Ms|Dr)\.|Senator|Chairman|The) [A-Z][\w'-]+(?: \[\w+\])?|"
    r"(?:Mr\.|Senator) [A-Z][\w'-]+ \[\w+\])\. (?=\S)"
)


@dataclass(frozen=True)
class Row:
    """A turn as others cut it; `speech` without the label."""

    speaker: str
    speech: str


@dataclass(frozen=True)
class Score:
    rows: int
    ours: int
    same: int
    right: int

    @property
    def f1(self) -> float:
        return 2 * self.same / max(1, self.rows + self.ours)

    @property
    def accuracy(self) -> float:
        return self.right / max(1, self.same)


def rows_of(path: Path) -> list[Row]:
    table = path.with_name(path.stem + ".speaker_turns.csv")
    if table.exists():
        with table.open(encoding="utf-8", newline="") as file:
            return [Row(row["Speaker"], row["Speech"]) for row in csv.DictReader(file)]
    parse = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    said = [item for item in parse["content"] if item["kind"] == "speech"]
    return [
        Row(item["speaker"], re.sub(r"^\s*" + re.escape(item["speaker"]) + r"\.", "", item["text"]))
        for item in said
    ]


def surname(name: str | None) -> str:
    words = (
        re.sub(
            r"\s*[\[(].*?[\])]|\b(?:of|from) [A-Z]\w+(?: [A-Z]\w+)?|,? (?:Jr|Sr|II|III)\b\.?", "", name or ""
        )
        .rstrip(". ")
        .split()
    )
    return words[-1].casefold() if words else ""


class Squeezed:
    """A text without white space, and where each of its letters stood."""

    def __init__(self, text: str) -> None:
        self.letters = _BLANK.sub("", text)
        self._numbers: dict[int, int] = {}
        number = at = 0
        for found in re.finditer(r"\S+", text):
            self._numbers.update((found.start() + i, number + i) for i in range(len(found[0])))
            number += len(found[0])
            at = found.end()
        self._end = at

    def number(self, offset: int) -> int | None:
        """The number of the letter at an offset of the text."""
        return self._numbers.get(offset)


def placed(rows: list[Row], squeezed: Squeezed) -> tuple[dict[int, Row], int, list[Row]]:
    """By number of its first letter each row that is found; where the last ends; the rows not found."""
    found: dict[int, Row] = {}
    lost: list[Row] = []
    at = end = 0
    for row in rows:
        speech = _BLANK.sub("", row.speech)
        start = squeezed.letters.find(speech[:LOOKED_FOR], at) if speech else -1
        if start < 0:
            lost.append(row)
            continue
        found[start] = row
        at, end = start + 1, start + len(speech)
    return found, end, lost


def cut_further(rows: list[Row]) -> list[Row]:
    """The rows, with the labels within their speeches cut too, and without those that have no word."""
    cut = []
    for row in rows:
        speaker, at = row.speaker, 0
        for found in _UNCUT.finditer(row.speech):
            cut.append(Row(speaker, row.speech[at : found.start()]))
            speaker, at = found["label"], found.end()
        cut.append(Row(speaker, row.speech[at:]))
    return [row for row in cut if row.speech.strip()]


def compare(document: Document, rows: list[Row], errors: bool) -> tuple[Score, Score]:
    """The score over all of our turns in the stretch, and over those of the table's speakers only."""
    squeezed = Squeezed(document.text)
    gold, end, lost = placed(rows, squeezed)
    first = min(gold)
    ours = {
        number: turn
        for turn in document.turns
        if turn.role != "note" and turn.label and (number := squeezed.number(turn.start)) is not None
        if first <= number < end
    }
    same = gold.keys() & ours.keys()
    named = {surname(row.speaker) for row in rows}
    of_them = {at: turn for at, turn in ours.items() if {surname(turn.label), surname(turn.speaker)} & named}
    right = sum(
        surname(gold[at].speaker) in (surname(ours[at].speaker), surname(ours[at].label)) for at in same
    )
    if errors:
        for at in sorted(gold.keys() - ours.keys()):
            print(f"   table only: {gold[at].speaker}: {squeezed.letters[at : at + 60]}")
        for at in sorted(of_them.keys() - gold.keys()):
            print(f"   ours only: {of_them[at].label} {squeezed.letters[at : at + 60]}")
        for row in lost:
            print(f"   not found in the text: {row.speaker}: {row.speech[:60]!r}")
    return (
        Score(len(rows), len(ours), len(same), right),
        Score(len(rows), len(of_them), len(same), right),
    )


def speed(path: Path, copies: int) -> float:
    """MB/s from bytes to turns."""
    data = path.read_bytes()
    opening = data.find(b"<pre>") + 5 if b"<pre>" in data else 0
    closing = data.rfind(b"</pre>") if b"</pre>" in data else len(data)
    data = data[:opening] + data[opening:closing] * copies + data[closing:]
    best = float("inf")
    for _ in range(RUNS if copies < 16 else 2):
        start = time.process_time()
        read_bytes(data, path.name)
        best = min(best, time.process_time() - start)
    return len(data) / best / 1e6


def main() -> None:
    folder = Path(os.environ["FACTCHECK_GOLD"]) / "data" / "transcripts"
    errors = "--errors" in sys.argv
    heads = ("rows", "F1", "of its speakers", "of the text", "speakers", "MB/s x1", "x4", "x16")
    print(f"{'file':32}" + "".join(f"{head:>16}" for head in heads))
    for path in sorted([*folder.glob("*.htm"), *folder.glob("wh-briefing*.md")]):
        figures = [""] * 5
        if path.with_name(path.stem + ".speaker_turns.csv").exists() or path.with_suffix(".json").exists():
            rows = rows_of(path)
            document = read_bytes(path.read_bytes(), path.name)
            whole, of_them = compare(document, rows, errors=False)
            further, _ = compare(document, cut_further(rows), errors)
            shares = (whole.f1, of_them.f1, further.f1, further.accuracy)
            figures = [str(len(rows)), *(f"{share:.4f}" for share in shares)]
        figures += [f"{speed(path, copies):.2f}" for copies in (1, 4, 16)]
        print(f"{path.name[:32]:32}" + "".join(f"{figure:>16}" for figure in figures), flush=True)


if __name__ == "__main__":
    main()
