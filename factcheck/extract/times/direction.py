"""Which way a bare weekday or month points: the tense of the nearest verb decides."""

from __future__ import annotations

import re

_FUTURE = (
    r"(?:will|won['’]t|shall|should|would|may|might|could|can|['’]ll)\s(?:not\s|also\s|[a-z]+ly\s)?(?!have\s)(?:be\s)?[a-z]+|"
    r"(?:going|expected|due|set|scheduled|slated|planned|plans?|planning|hopes?|intends?|expects?|ready)\sto\s(?:be\s)?[a-z]+|"
    r"to\s(?:be\s[a-z]+|begin|start|take|run|meet|testify|hold|open|vote|visit|appear|leave|end|launch|close|release|resume|"
    r"expire|become|go|return|arrive|make|announce|hear|travel|step|unveil|publish|deliver|speak)|"
    r"due|effective|(?:set|scheduled|slated|planned)\sfor|scheduled|slated|upcoming|deadline|expires?"
)
_REPORT = r"said|says|told|announced|reported|according\sto|added|set"
_PAST = (
    r"was|were|had|did|went|came|took|made|met|held|saw|left|gave|got|won|lost|began|became|spoke|"
    r"wrote|found|kept|led|fell|rose|hit|ran|sent|put|sold|paid|brought|bought|been|ago|died|"
    r"has|have|[a-z]{3,}(?:ed|ied)"
)
_MARKER = re.compile(rf"(?<![a-z])(?:(?P<future>{_FUTURE})|(?P<report>{_REPORT})|(?P<past>{_PAST}))(?![a-z])")
_BREAK = re.compile(r"[!?;\n“”\"]|\.(?=\s+[A-Z“\"])")
_ABBREVIATED = re.compile(
    r"(?:^|[\s(])(?:[A-Z]|Mr|Mrs|Ms|Dr|Gen|Sen|Rep|Gov|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)$"
)
_REACH = 160


def direction(text: str, low: str, start: int, end: int) -> int:
    """-1 when the clause speaks of the past, 1 of the future, 0 when it does not say.

    The last verb before the expression decides, else the first one after it, never beyond the sentence.
    """
    before_from = _sentence_start(text, start)
    before = [m for m in _MARKER.finditer(low, before_from, start) if not _names_may(text, m)]
    marker = before[-1] if before else None
    if marker is None:
        after_to = _sentence_end(text, end)
        found = _MARKER.finditer(low, end, after_to)
        marker = next((m for m in found if not _names_may(text, m)), None)
    if marker is None:
        return 0
    return 1 if marker["future"] else 0 if marker["report"] else -1


def _names_may(text: str, marker: re.Match[str]) -> bool:
    """Whether the marker is the month: "in May and August" permits nothing."""
    return text.startswith("May", marker.start())


def _sentence_start(text: str, position: int) -> int:
    lowest = max(0, position - _REACH)
    found = lowest
    for stop in _BREAK.finditer(text, lowest, position):
        if not (
            stop.group() == "." and _ABBREVIATED.search(text[max(lowest, stop.start() - 8) : stop.start()])
        ):
            found = stop.end()
    return found


def _sentence_end(text: str, position: int) -> int:
    highest = min(len(text), position + _REACH)
    stop = _BREAK.search(text, position, highest)
    return stop.start() if stop else highest
