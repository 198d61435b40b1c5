"""How fast and how evenly testimony and captions are read: ``python -m tests.bench.testimony_bench``.

From bytes to turns, in MB/s of the file, for 1, 4 and 16 copies of each file end to end: a trial day whose
line numbers are stripped and three depositions of ``$FACTCHECK_GOLD/data/transcripts``, and an invented
deposition with a column of line numbers and page numbers, and invented captions: SRT, WebVTT that rolls up,
and text with `NAME:` and `>>`. A linear reader has about the same speed in all three columns. The counts of
questions and answers are held against the lines of the file that begin with `Q.` and `A.`.
"""

from __future__ import annotations

import os
import re
import sys
import time
from pathlib import Path

from factcheck.core.document import Document
from factcheck.read.door import read_bytes

FILES = (
    ("us-v-guo-2024-05-28.txt", "trial"),
    ("kessler-deposition-1.SYNTHETIC.txt", "deposition"),
    ("kessler-deposition-2.SYNTHETIC.txt", "deposition"),
    ("torres-deposition.SYNTHETIC.txt", "deposition"),
)
COPIES = (1, 4, 16)


def numbered(pages: int) -> bytes:
    """A deposition of the usual print: 25 numbered lines a page, the page's number above them."""
    said = (
        "Q.   And when did you next speak with the harbour office about it?",
        "A.   I believe it was the week after. I would have to look at",
        "my diary to be certain of the day.",
        "MS. ORTEGA:  Objection; form.",
        "THE WITNESS:  It was a short call.",
    )
    rows = ["DEPOSITION OF NORA VALE", "Taken May 16, 2018", ""]
    for page in range(1, pages + 1):
        rows.append(f"{page:>70}")
        rows += [f"{line:>2}   {said[line % len(said)]}" for line in range(1, 26)]
    return "\n".join(rows).encode()


_CAPTIONED = (
    "SENATOR ORLA: YOU SAID THAT THE OFFICE WAS",
    "CLOSED ON THE DAY OF THE STORM.",
    "MR. VALE: NO. I SAID THAT I WAS NOT THERE",
    "WHEN THEY OPENED IT AGAIN.",
)


def captions(cues: int, *, rolling: bool) -> bytes:
    """SRT with two lines a cue, or WebVTT in which each cue shows its last line again in the next."""
    rows = ["WEBVTT", ""] if rolling else []
    shut = "." if rolling else ","
    for cue in range(cues):
        begins, ends = (
            f"{s // 3600:02}:{s // 60 % 60:02}:{s % 60:02}{shut}000" for s in (2 * cue, 2 * cue + 2)
        )
        said = (
            [f"{_CAPTIONED[(cue + k) % 4]} {cue + k}" for k in (0, 1)]
            if rolling
            else _CAPTIONED[2 * (cue % 2) :][:2]
        )
        rows += [*([] if rolling else [str(cue + 1)]), f"{begins} --> {ends}", *said, ""]
    return "\n".join(rows).encode()


def captioned(lines: int, *, named: bool) -> bytes:
    """A saved caption text, whose speakers are named, or set apart by `>>` alone."""
    said = _CAPTIONED if named else [f">> {row.split(': ')[-1]}" for row in _CAPTIONED]
    return "\n".join(f"{said[k % 4]} {k}" for k in range(lines)).encode()


def speed(data: bytes, kind: str) -> tuple[float, Document]:
    start = time.process_time()
    document = read_bytes(data, "bench.txt", kind=kind)
    return len(data) / 1e6 / (time.process_time() - start), document


def counts(document: Document, data: bytes) -> str:
    text = data.decode()
    printed = [
        len(re.findall(rf"^(?:\[\d+:\d+\] | *\d+ +)?{letter}\.\s", text, re.MULTILINE)) for letter in "QA"
    ]
    read = [sum(turn.label == f"{letter}." for turn in document.turns) for letter in "QA"]
    return f"Q {read[0]}/{printed[0]}  A {read[1]}/{printed[1]}"


def main() -> int:
    cases = [
        ("invented, 400 pages", "deposition", numbered(400)),
        ("invented SRT, 4,000 cues", "captions", captions(4_000, rolling=False)),
        ("invented WebVTT, rolling up", "captions", captions(4_000, rolling=True)),
        ("invented captions, NAME:", "captions", captioned(8_000, named=True)),
        ("invented captions, >>", "captions", captioned(8_000, named=False)),
    ]
    gold = os.environ.get("FACTCHECK_GOLD")
    if gold:
        folder = Path(gold) / "data" / "transcripts"
        cases += [(name, kind, (folder / name).read_bytes()) for name, kind in FILES]
    speed(cases[0][2][:20_000], "deposition")  # what is imported at the first such file is no reading
    speed(cases[1][2][:20_000], "captions")
    print(f"{'':40}" + "".join(f"{f'x{copies}':>8}" for copies in COPIES) + "   MB/s of processor time")
    for name, kind, data in cases:
        row = []
        for copies in COPIES:
            figure, document = speed(data * copies, kind)
            row.append(f"{figure:8.2f}")
            if copies == 1:
                first = document
        print(f"{name:40}{''.join(row)}   {counts(first, data) if kind != 'captions' else ''}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
