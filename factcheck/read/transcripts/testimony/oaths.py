"""Where witnesses are called and sworn, and who they are."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from factcheck.core.light import dataclass
from factcheck.read.transcripts.testimony.cues import ANSWER, BY, HEADING, LABEL, QUESTION, Cue
from factcheck.read.transcripts.testimony.spelt_names import joined_letters, written

_SWORN = re.compile(
    r"\b(?:called|produced|recalled)\s+(?:for\s+examination\s+)?(?:as\s+an?\s+(?:\w+\s+)?witness|by\s+"
    r"(?:the|counsel)|on behalf)"
    r"|\b(?:duly|previously|first)\s+(?:\w+\s+){0,3}(?:sworn|affirmed)|\btestified\s+(?:further\s+)?(?:under\s+oath\s+)?as\s+follows"
    r"|\((?:sworn|affirmed|recalled|resumed|called)\)|(?-i:\b(?:SWORN|AFFIRMED|PREVIOUSLY SWORN)\b)",
    re.IGNORECASE,
)
_WITNESS_LINE = re.compile(
    r"^[ \t\f]*+(?:(?:Whereupon|Thereupon|WHEREUPON|THEREUPON)?,?[ \t]*(?:the[ ]witness,?[ ])?)?"
    r"(?P<name>(?:[^\W\d_a-z][\w.'’-]*,?[ \t]+){1,8}?[^\W\d_a-z][\w.'’-]*(?:,[ ](?:JR|SR|Jr|Sr|II"
    r"|III)\.?)?)[ \t]*(?:,|\(|:|$|[ ](?:was|having|called)\b)",
    re.MULTILINE,
)
_THROUGH_INTERPRETER = re.compile(r"\bthrough\s+(?:\w+\s+){0,4}interpreter", re.IGNORECASE)
_TO_INTERPRET = re.compile(r"\bto\s+(?:\w+\s+){0,4}(?:interpret|translate)\b", re.IGNORECASE)
_PASSAGE_ENDS = re.compile(r"\bas\s+follows\b[:.]?|\.[ \t]*$", re.IGNORECASE | re.MULTILINE)
_PARAGRAPH_ENDS = re.compile(r"[.:][ \t]*$|\n[ \t]*\n", re.MULTILINE)
_LONGEST_OATH = 600
_OATH_WORDS = (
    *("sworn", "Sworn", "SWORN", "ffirmed", "FFIRMED", "as follows", "AS FOLLOWS"),
    *(
        "called as",
        "called by",
        "called for",
        "called on",
        "CALLED AS",
        "CALLED BY",
        "roduced as",
        "PRODUCED AS",
    ),
)
_BEFORE_MENTION = 60
_LINES_BACK = 8


@dataclass(frozen=True, slots=True)
class Witness:
    """A witness sworn in at `start`; the passage that says so ends at `end`."""

    start: int
    end: int
    name: str
    interpreted: bool


def witnesses_of(text: str, cues: Sequence[Cue]) -> list[Witness]:
    """The passages in which a witness is called and sworn, "LE ZHOU, called as a witness ..."."""
    found: list[Witness] = []
    spoken = [cue.start for cue in cues if cue.kind in (QUESTION, ANSWER, LABEL)]
    limits = [cue.start for cue in cues if cue.kind in (QUESTION, ANSWER, LABEL, HEADING, BY)]
    upto = 0
    barren = -2
    interpreter = False
    for at in _mentions(text):
        if at < upto or not (
            sign := _SWORN.search(text, max(upto, at - _BEFORE_MENTION), at + _BEFORE_MENTION)
        ):
            continue
        row = text.rfind("\n", 0, sign.start())
        if row == barren:
            continue
        start, row_at = 0, sign.start()
        name = None
        for _ in range(_LINES_BACK):
            row_start = text.rfind("\n", 0, row_at) + 1
            line = _joined_line(text, row_start)
            if named := _WITNESS_LINE.match(line):
                name, start = _witness_name(named["name"]), row_start
                if name:
                    break
            if row_start == 0:
                break
            row_at = row_start - 1
        if name is None:
            barren = row
            continue
        k = bisect_right(spoken, sign.start()) - 1
        if k >= 0 and spoken[k] >= start:
            continue
        end = _passage_end(text, sign.end(), limits)
        upto = end
        through = _THROUGH_INTERPRETER.search(text, start, end) is not None
        if not through and _TO_INTERPRET.search(text, start, end):
            interpreter = True
            continue
        found.append(Witness(start, end, name, through or interpreter))
        interpreter = False
    return found


def _mentions(text: str) -> list[int]:
    """Where a word stands without which nobody is called or sworn."""
    found: list[int] = []
    for word in _OATH_WORDS:
        at = text.find(word)
        while at >= 0:
            found.append(at)
            at = text.find(word, at + 1)
    return sorted(found)


def _joined_line(text: str, start: int) -> str:
    end = text.find("\n", start)
    return joined_letters(text[start : min(end if end >= 0 else len(text), start + 200)])


def _witness_name(printed: str) -> str | None:
    capitals = [word for word in printed.replace(",", " ").split() if word.isupper() or not word.islower()]
    if sum(word.isupper() and len(word.strip(".")) > 1 for word in capitals) < 1 or len(capitals) < 2:
        return None
    name = written(" ".join(capitals))
    words = {word.casefold().strip(".") for word in name.split()}
    if words & {
        "the",
        "of",
        "court",
        "examination",
        "witness",
        "plaintiff",
        "defendant",
        "state",
        "government",
        "whereupon",
    }:
        return None
    return name


def _passage_end(text: str, at: int, limits: Sequence[int]) -> int:
    """Where a passage of swearing in ends: after "as follows" or a full stop, else with its paragraph."""
    k = bisect_left(limits, at)
    limit = min(len(text), at + _LONGEST_OATH, *limits[k : k + 1])
    end = _PASSAGE_ENDS.search(text, max(0, at - 20), limit) or _PARAGRAPH_ENDS.search(text, at, limit)
    return max(at, end.end()) if end else limit
