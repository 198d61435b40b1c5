"""A page as it lies on paper: runs of words with their places, in points from the lower left corner."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from operator import attrgetter
from typing import Any, NamedTuple

WIDE_GAP = 0.8
"""Of the height of a line: two words farther apart are in two runs."""

BREAK = "\ufffe\x02"
"""What PDFium gives for a hyphen at the end of a line: U+FFFE, in older versions U+0002."""

SAME_BASELINE = 0.4
"""Of the height of a line: how far two baselines may differ and still be one line."""


class Run(NamedTuple):  # there is one for every line of a document: a dataclass takes five times as long
    """Words that follow one another on one baseline without a wide gap.

    `x0` and `x1` are its left and right edge, `y` its baseline, `em` the height of a line in its font,
    `order` its place in the file. `first_end` and `second_start` are where its first word ends and its second
    begins, `last_start` and `before_end` where its last word begins and the one before it ends.
    """

    text: str
    x0: float
    x1: float
    y: float
    em: float
    order: int
    first_end: float
    second_start: float
    last_start: float
    before_end: float
    words: int
    broken: bool = False
    """Whether the file itself says that its last word goes on in the next line."""

    @property
    def first(self) -> str:
        return self.text.split(" ", 1)[0]

    @property
    def last(self) -> str:
        return self.text.rsplit(" ", 1)[-1]

    def without_first(self) -> Run | None:
        """The run without its first word; None where it has no other."""
        if self.words == 1:
            return None
        return self._replace(
            text=self.text.split(" ", 1)[1],
            x0=self.second_start,
            first_end=self.x1 if self.words == 2 else self.second_start,
            second_start=self.second_start,
            words=self.words - 1,
        )

    def without_last(self) -> Run | None:
        """The run without its last word; None where it has no other."""
        if self.words == 1:
            return None
        return self._replace(
            text=self.text.rsplit(" ", 1)[0],
            x1=self.before_end,
            last_start=self.x0 if self.words == 2 else self.before_end,
            words=self.words - 1,
        )


def run_of(words: Sequence[tuple[str, float, float, float]], em: float, order: int) -> Run:
    """The run of words given as text, left edge, right edge and baseline."""
    texts, starts, ends, bases = zip(*words, strict=True)
    text = " ".join(texts)
    broken = text[-1] in BREAK
    if broken:
        text = f"{text[:-1]}-"
    count = len(words)
    second_start, before_end = (starts[1], ends[-2]) if count > 1 else (ends[0], starts[0])
    return Run(
        text,
        min(starts),
        max(ends),
        bases[0],
        em,
        order,
        ends[0],
        second_start,
        starts[-1],
        before_end,
        count,
        broken,
    )


class Row(NamedTuple):
    """What stands on one baseline, from left to right."""

    y: float
    runs: tuple[Run, ...]

    @property
    def text(self) -> str:
        return " ".join(run.text for run in self.runs)

    @property
    def em(self) -> float:
        return max(run.em for run in self.runs)


@dataclass(slots=True)
class Sheet:
    """One page of the file, or one logical page of a sheet that holds several.

    `number` counts the file's pages from 1; `label` is the name that a PDF gives its page. `runs` stand
    upright, `turned` are those that do not. `image` says that it shows something but holds no words, `layer`
    that its words are an unseen layer over an image, `recognised` that they were read off an image here.
    """

    number: int
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    turned: list[Run] = field(default_factory=list)
    label: str | None = None
    image: bool = False
    layer: bool = False
    recognised: bool = False
    pictures: int = 0
    unmapped: int = 0
    letters: int = 0
    hidden: list[str] = field(default_factory=list)
    beyond: int = 0
    notes: list[str] = field(default_factory=list)
    unfilled: int = 0
    unread: str | None = None


def rows_of(runs: Iterable[Run]) -> list[Row]:
    """The runs as rows from top to bottom."""
    rows: list[Row] = []
    gathered: list[Run] = []
    for run in sorted(runs, key=lambda run: (-run.y, run.x0)):
        if gathered and gathered[0].y - run.y > SAME_BASELINE * min(gathered[0].em, run.em):
            rows.append(_row(gathered))
            gathered = []
        gathered.append(run)
    if gathered:
        rows.append(_row(gathered))
    return rows


def _row(runs: Sequence[Run]) -> Row:
    if len(runs) == 1:
        return Row(runs[0].y, (runs[0],))
    widest = max(runs, key=lambda run: run.x1 - run.x0)
    return Row(widest.y, tuple(sorted(runs, key=attrgetter("x0"))))


def sheet_as_fields(sheet: Sheet) -> dict[str, Any]:
    """A sheet that was recognised, as plain JSON values."""
    return {
        "number": sheet.number,
        "width": sheet.width,
        "height": sheet.height,
        "runs": [list(run) for run in sheet.runs],
    }


def sheet_from_fields(fields: Mapping[str, Any]) -> Sheet:
    """The inverse of `sheet_as_fields`."""
    return Sheet(
        number=fields["number"],
        width=fields["width"],
        height=fields["height"],
        runs=[Run(*run) for run in fields["runs"]],
        recognised=True,
    )
