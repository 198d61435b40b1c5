"""The parts of a volume of testimony: cover and appearances, sittings, errata, word index, certificates."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence

from factcheck.core.light import dataclass
from factcheck.read.transcripts.testimony.cover import Cover, cover_of
from factcheck.read.transcripts.testimony.cues import (
    ANSWER,
    BY,
    HEADING,
    LABEL,
    NOTE,
    QUESTION,
    Cue,
    ends_before,
)
from factcheck.read.transcripts.testimony.labels import is_titled

FRONT, SITTING, ERRATA, INDEX, BACK = "front", "sitting", "errata", "index", "back"


@dataclass(frozen=True, slots=True)
class Part:
    """A part of the text from `start` to `end`; `heading` as printed, where it has one."""

    start: int
    end: int
    sort: str
    heading: str | None = None


def _spaced(words: str) -> str:
    """A pattern for words that may be printed letter by letter."""
    return r"[ \t]+".join("[ ]?".join(word) for word in words.split())


_BACK = "|".join(
    map(
        _spaced,
        (
            "CERTIFICATE",
            "CERTIFICATION",
            "JURAT",
            "ACKNOWLEDGMENT",
            "ACKNOWLEDGEMENT",
            "SIGNATURE",
            "DECLARATION",
        ),
    )
)
_ERRATA = "|".join(map(_spaced, ("ERRATA", "CORRECTION SHEET", "CORRECTIONS", "CHANGES", "AMENDMENT SHEET")))
_INDEX = "|".join(map(_spaced, ("WORD INDEX", "INDEX", "CONCORDANCE", "KEYWORD INDEX", "WORD LIST")))
_PART = re.compile(
    rf"""\n[ \t\f*-]*+(?:
    (?P<errata>(?:[A-Z'’]+[ ]){{0,3}}(?:{_ERRATA})(?![a-z])[^\n.a-z]{{0,40}})
    |(?P<back>(?:[A-Z'’]+[ ]){{0,4}}(?:{_BACK})(?![a-z])[^\n.a-z]{{0,50}})
    |(?P<index>(?:[A-Z'’]+[ ]){{0,2}}(?:{_INDEX})(?:[ ](?:OF|TO)[ ][A-Z ]{{3,30}})?)
    |(?P<cover>(?:UNITED[ ]STATES[ ]|SUPERIOR[ ]|SUPREME[ ]|CIRCUIT[ ]|IN[ ]THE[ ](?:\w+[ ]){{0,4}}?)?
        (?:DISTRICT[ ])?COURT\b[^\n.a-z]{{0,60}}
      |(?:[A-Z0-9()'’-]+[ ]){{0,5}}(?:DEPOSITION|INTERVIEW)[ ](?:UPON[ ]ORAL[ ]EXAMINATION[ ]
        |\w+[ ]){{0,2}}OF\b[^\n]{{0,80}}
      |(?:THE[ ])?(?:STATE|COMMONWEALTH)[ ]OF[ ][A-Z ]{{4,30}}
      |TRANSCRIPT[ ]OF[ ][^\n a-z][^\n.a-z]{{2,60}}|VOLUME[ ][IVX0-9]{{1,5}})
    |(?P<volume>(?:(?:Continued|Resumed|Videotaped|Video|Oral)[ ]){{0,3}}
        (?:Deposition|Interview)[ ]of[ ][^\n]{{3,60}}
      |V(?:olume|OL\.?|ol\.?)[ ][IVX0-9]{{1,5}})
    )[ \t*:-]*$""",
    re.MULTILINE | re.VERBOSE,
)
_PROCEEDINGS = re.compile(
    rf"^[ \t*-]*+(?:{_spaced('PROCEEDINGS')}|(?:{_spaced('TRANSCRIPT')}[ ]OF[ ])?{_spaced('PROCEEDINGS')}"
    rf"|TESTIMONY)[ \t:*-]*$",
    re.MULTILINE,
)
_INDEX_LINE = re.compile(
    r"[ \t]*(?:[^\s:]+[ \t]+){0,6}?(?:\(?\d{1,4}\)?[ \t]+)?\d{1,4}:\d{1,2}"
    r"(?:[-–]\d{1,4}(?::\d{1,2})?)?(?:[,; \t]+(?:\d{1,4}:)?\d{1,2}(?:[-–]\d{1,4}"
    r"(?::\d{1,2})?)?){0,30}[,;]?[ \t]*$",
    re.MULTILINE,
)
_COLON_AND_LINE = re.compile(r":\d")
_LOWER = re.compile(r"[^\W\d_A-Z]{2}")
_LEADERS = re.compile(r"\.{3,}|\s{3,}\d{1,4}\s*$|\bPAGE\b")

_MANY_INDEX_LINES = 4
_REOPENS = 3
_BEFORE_SPEECH = 2_500
_WHOLE_COVER = 600
"""Code points of a cover between two sittings before anybody speaks; a shorter one must tell its volume."""

_IN_SMALL = re.compile(r"[A-Z][a-z]")
_VOLUME_ALONE = re.compile(
    r"(?:[A-Z0-9][^a-z]*\b)?V(?:OLUME|OL|olume|ol)\b\.? ?(?:[IVX]{1,5}|\d{1,3})\b[^a-z]*"
)
_BEFORE_DAY = re.compile(r"(?:[^\W\d_a-z][\w.'’-]*+|(?:taken|held|on|of|the|day|date|this|at)\b|\W)*+")
_AFTER_DAY = re.compile(r"[ ,;.–—-]*+(?:(?:at|commencing|beginning|starting)[ ])?[^a-z]*+(?:[ap]\.?m\b.*)?")


def parts_of(text: str, cues: Sequence[Cue], witness_starts: Sequence[int]) -> list[Part]:
    """The parts of the text, in order, without gaps. `witness_starts` are where witnesses are sworn in."""
    bounds: list[tuple[int, str, str | None]] = [(0, FRONT, None)]
    starts = [cue.start for cue in cues]
    asked = [cue.start for cue in cues if cue.kind in (QUESTION, ANSWER)]
    covers: dict[int, Cover] = {}
    passed = 0
    for at, sort, heading in [*_signs(text), (len(text), None, None)]:
        upto = bisect_right(starts, at)
        if bounds[-1][1] == FRONT:
            first = next((k for k in range(passed, upto) if _is_speech(text, cues[k])), None)
            if first is not None:
                _open(bounds, _walk_back(text, cues, first, bounds[-1][0], witness_starts))
        elif bounds[-1][1] != SITTING:
            questions = (starts[k] for k in range(passed, upto) if cues[k].kind == QUESTION)
            again = next((start for start in questions if _asked_on(asked, start)), None)
            if again is not None:
                _open(bounds, again)
        passed = upto
        if sort is None or bounds[-1][1] in (FRONT, sort):
            continue
        if sort == FRONT:
            following = _next_speech(text, cues, bisect_left(starts, at))
            if following is None:
                continue
            short = following - at < _WHOLE_COVER
            if short or _IN_SMALL.match(heading or ""):
                front = next((k for k in range(len(bounds) - 1, -1, -1) if bounds[k][1] == FRONT), None)
                if front is not None and front not in covers:
                    covers[front] = cover_of(text, bounds[front][0], bounds[front + 1][0])
                before = Cover() if front is None else covers[front]
                if not _of_another_volume(text, before, at, min(following, at + _WHOLE_COVER)):
                    continue
        elif _asked_on(asked, at, near=400):
            continue
        bounds.append((at, sort, heading))
    return [
        Part(start, bounds[k + 1][0] if k + 1 < len(bounds) else len(text), sort, heading)
        for k, (start, sort, heading) in enumerate(bounds)
    ]


def _of_another_volume(text: str, before: Cover, at: int, end: int) -> bool:
    """Whether a few lines are a volume's cover, and no head of a page: they say a day or a volume, on a line
    that says nothing else, which the cover before does not."""
    if not ends_before(text, at):
        return False
    said = cover_of(text, at, end)
    rows = [" ".join(row.split()) for row in text[at:end].split("\n")]
    if said.volume not in (None, before.volume):
        return any(_VOLUME_ALONE.fullmatch(row) for row in rows)
    if said.witness is None or said.dated is None or said.day == before.day:
        return False
    beside = [(found[0], found[2]) for row in rows if (found := row.partition(said.dated))[1]]
    return any(_BEFORE_DAY.fullmatch(left) and _AFTER_DAY.fullmatch(right) for left, right in beside)


def _open(bounds: list[tuple[int, str, str | None]], at: int) -> None:
    if at <= bounds[-1][0]:
        bounds.pop()
    bounds.append((at, SITTING, None))


def _signs(text: str) -> list[tuple[int, str, str | None]]:
    """Where a part may begin, of what sort it is, and its heading; in order."""
    signs: list[tuple[int, str, str | None]] = []
    for found in _PART.finditer("\n" + text):  # a match begins here where its line begins in the text
        sort = found.lastgroup or BACK
        heading = found.group().strip()
        if sort == "index" and " OF " in heading:
            sort = BACK
        signs.append((found.start(), FRONT if sort in ("cover", "volume") else sort, heading))
    signs += ((at, INDEX, None) for at in _word_indexes(text))
    return sorted(signs, key=lambda sign: sign[0])


def _word_indexes(text: str) -> Iterator[int]:
    """Where words and the places at which they were said are listed, line after line."""
    first = last = count = 0
    for found in _index_lines(text):
        if count and text.count("\n", last, found.start()) <= 4:
            count += 1
            last = found.end()
            if count == _MANY_INDEX_LINES:
                yield first
        else:
            first, last, count = found.start(), found.end(), 1


def _index_lines(text: str) -> Iterator[re.Match[str]]:
    upto = 0
    for colon in _COLON_AND_LINE.finditer(text):
        at = colon.start()
        if at >= upto and text[at - 1 : at].isdecimal():
            if found := _INDEX_LINE.match(text, text.rfind("\n", 0, at) + 1):
                yield found
            upto = _line_end(text, at)


def _is_speech(text: str, cue: Cue) -> bool:
    """Whether a cue begins what was spoken; the front matter has labels of its own."""
    if cue.kind == QUESTION or (cue.kind == ANSWER and cue.label in ("A.", "A:", "A")):
        return True
    if cue.kind != LABEL or not cue.label:
        return False
    if not (
        is_titled(cue.label)
        or cue.label.upper().startswith(("THE ", "ALL ", "COURT", "VIDEOGRAPHER", "PROSPECTIVE"))
    ):
        return False
    words = text[cue.body : cue.body + 120].lstrip().split("\n")[0]
    return _LOWER.search(words) is not None and not _LEADERS.search(words)


def _walk_back(text: str, cues: Sequence[Cue], index: int, start: int, witness_starts: Sequence[int]) -> int:
    """Where a sitting opens that was noticed at its first words: at the heading, oath or note above."""
    at = cues[index].start
    lowest = max(start, at - _BEFORE_SPEECH)
    opening = at
    for found in _PROCEEDINGS.finditer(text, lowest, at):
        return found.start()
    k = bisect_left(witness_starts, lowest)
    if k < len(witness_starts) and witness_starts[k] < at:
        opening = witness_starts[k]
    for cue in reversed(cues[:index]):
        if cue.start < lowest:
            break
        row = text[cue.start : _line_end(text, cue.start)]
        if _LEADERS.search(row) or cue.kind not in (NOTE, BY, HEADING):
            break
        opening = min(opening, cue.start)
    return opening


def _asked_on(asked: Sequence[int], at: int, near: int = 1_500) -> bool:
    """Whether several questions and answers follow closely: then the sitting does not end here."""
    k = bisect_left(asked, at)
    return k + _REOPENS - 1 < len(asked) and asked[k + _REOPENS - 1] - at < near


def _next_speech(text: str, cues: Sequence[Cue], index: int) -> int | None:
    speech = (cues[k].start for k in range(index, len(cues)) if _is_speech(text, cues[k]))
    return next(speech, None)


def _line_end(text: str, at: int) -> int:
    end = text.find("\n", at)
    return end if end >= 0 else len(text)
