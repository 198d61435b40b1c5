"""Whether a text is a deposition or a day of a trial, by what stands at the starts of its lines."""

from __future__ import annotations

import re

HEAD = 20_000
"""Code points of a text that are looked at."""

_BESIDE = r"^[ \t\f]*+(?:\d{1,2}:\d\d(?::\d\d)?[ \t]+(?=\d))?"
_BESIDE += r"(?P<beside>\[?\d{1,5}:\d{1,2}\]?[ \t]+|\d{1,4}[ \t]+(?:\d{1,2}:\d\d(?::\d\d)?[ \t]+)?)?[ \t]*"
_QUESTION = re.compile(_BESIDE + r"(?:\d{1,5}\.?[ \t]+)?Q(?:UESTION)?(?:[.:]|[ \t])[ \t]*\S", re.MULTILINE)
_ANSWER = re.compile(
    _BESIDE + r"A(?:NSWER)?(?:[.:]|[ \t]{2})[ \t]*\S|" + _BESIDE.replace("beside", "by") + r"A[ \t](?=[A-Z])",
    re.MULTILINE,
)
_COURT = re.compile(
    _BESIDE + r"(?:THE COURT|The Court|(?:HIS|HER) HONOU?R|MRS? JUSTICE [A-Z]+):", re.MULTILINE
)
_STATION = re.compile(
    _BESIDE + r"(?i:the (?:witness|deponent|(?:legal )?videographer|(?:court )?reporter|interpreter|clerk)):",
    re.MULTILINE,
)
_COUNSEL = re.compile(
    _BESIDE + r"M(?:[RS]|RS|ISS|r|s|rs)\b\.?[ ][^\W\d_a-z][^\n:]{1,30}:(?=\s)", re.MULTILINE
)
_HEADING = re.compile(
    _BESIDE
    + r"(?:(?:(?:RE)?DIRECT|(?:RE)?CROSS|FURTHER)[ -]+)*"
    + r"(?:E ?X ?A ?M ?I ?N ?A ?T ?I ?O ?N\b(?: BY\b.*)?|BY M[RSI][^\n:]{2,30}:)"
    r"[ \t:]*$|"
    + _BESIDE.replace("beside", "at")
    + r"(?:(?:Direct|Cross|Redirect)[ -])?[Ee]xamination [Bb]y M[^\n:.]{2,40}:[ \t]*$",
    re.MULTILINE,
)
_DEPOSED = re.compile(
    r"^[^\na-z]{0,100}(?:DEPOSITION|EXAMINATION[ ]+(?:BEFORE[ ]+TRIAL|UNDER[ ]+OATH|FOR[ ]+DISCOVERY)"
    r"|INTERVIEW)\b[^\n]{0,60}\bOF\b",
    re.MULTILINE,
)
_APPEARANCES = re.compile(rf"A ?P ?P ?E ?A ?R ?A ?N ?C ?E ?S|{_BESIDE}Appearances:", re.MULTILINE)
_TRIAL = re.compile(
    r"^[^\n]{0,60}\b(?:JURY TRIAL|BENCH TRIAL|TRIAL|Trial)\b[^\n]{0,40}$|\bHON(?:ORABLE|\.)?\b", re.MULTILINE
)
_SWORN = re.compile(r"\bduly[ \n\d]+sworn\b|\bdeponent\b|\bOBJECTION\b|\bObjection\b")
_LONG = 140


def is_deposition(text: str) -> bool:
    """Whether questions and answers under oath begin this text, outside of a courtroom."""
    head = text[:HEAD]
    asked, answered = len(_QUESTION.findall(head)), _answers(head)
    deposed = _DEPOSED.search(head[:6_000]) is not None
    courts = len(_COURT.findall(head))
    if deposed and (asked + answered >= 2 or _APPEARANCES.search(head) is not None):
        return _is_laid_out(head)
    if courts > 1 or min(asked, answered) < 2:
        return False
    beside = sum(bool(found["beside"]) for found in _QUESTION.finditer(head))
    signs = bool(_HEADING.search(head)) + bool(_STATION.search(head)) + bool(_SWORN.search(head))
    numbered = beside >= max(2, 0.8 * asked)
    return (signs >= 2 or (numbered and (signs >= 1 or asked >= 3))) and _is_laid_out(head)


def is_trial(text: str) -> bool:
    """Whether this text begins a transcript of what was said in a courtroom."""
    head = text[:HEAD]
    courts, counsel = len(_COURT.findall(head)), len(_COUNSEL.findall(head))
    asked, answered = len(_QUESTION.findall(head)), _answers(head)
    if courts > 1 and (counsel > 1 or min(asked, answered) > 1):
        return _is_laid_out(head)
    if min(asked, answered) > 1 and _TRIAL.search(head[:4_000]) and (courts or _HEADING.search(head)):
        return _is_laid_out(head)
    return False


def _answers(head: str) -> int:
    return sum(1 for _ in _ANSWER.finditer(head))


def _is_laid_out(head: str) -> bool:
    """Whether the text is a transcript throughout, and not prose that quotes one: once people speak, few long
    lines are without a label."""
    first = min(
        (found.start() for one in (_QUESTION, _COURT, _COUNSEL) if (found := one.search(head))), default=0
    )
    rows = [row for row in head[first:].split("\n") if row.strip()]
    labelled = (_QUESTION, _ANSWER, _COURT, _COUNSEL, _STATION)
    prose = sum(len(row) > _LONG and not any(one.match(row) for one in labelled) for row in rows)
    spoken = sum(any(one.match(row) for one in labelled) for row in rows)
    return prose <= 0.15 * len(rows) and (spoken >= 0.08 * len(rows) or not spoken)
