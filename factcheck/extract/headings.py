"""Headlines, datelines and credits: words around the story that tell where and by whom it was written."""

from __future__ import annotations

import re

from factcheck.extract.wordlists import words

_DATELINE = re.compile(
    r"(?:[A-Z][A-Z.'’-]{2,}(?: [A-Z][A-Z.'’-]+)*(?:, [A-Z][\w.]+(?: [A-Z][\w.]+)?){0,2}"
    r"|(?=[^\n]{3,60}\([A-Z][\w ./]{1,24}\) ?[—–-])[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,2}(?:, [A-Z][\w.]+)?)"
    r"(?:,? (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8}\.?)(?:,? \d{4})?)?"
    r"(?: ?\([\w ./&]{1,40}\))?[ \u00a0]?(?:—|–|--|-)[ \u00a0]?(?=[A-Z“\"'‘])"
)
_CREDIT = re.compile(
    r"\W*(?:(?:additional |further )?(?:report(?:ing|ed)|edit(?:ing|ed)|writing|written|compiled|"
    r"photo(?:graph)?s?|"
    r"pictures?|video|research|translated|graphics?) (?:by|for|from)\b|"
    r"by [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}"
    r"(?:,| and |\n|$)|photo(?:graph)?s?:|image:|credit:|contact:|follow |copyright|©)",
    re.IGNORECASE,
)
_BYLINE = re.compile(r"\W*By [A-Z]")
_CORRECTS = re.compile(r"\W*(?:Corrections?|Clarifications?|Editors?['’]s? note)\b", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_LONG_SMALL = re.compile(r"(?<![^\W_])[a-z]{4,}")
_SMALL = words("a an the and or of in on at to for from by with as but nor vs is are it its than over")
_SHORT = re.compile(r"(?:\b[A-Z]|\b(?:Inc|Co|Corp|Ltd|Jr|Sr|St|No|Dr|Mr|Mrs|Ms))\.\Z")
_LONGEST = 140


def after_dateline(text: str, start: int, end: int) -> int:
    """Where the story begins in a paragraph that opens with a place, a date and an agency."""
    match = _DATELINE.match(text, start, min(end, start + 120))
    return match.end() if match is not None and match.end() < end else start


def is_heading(text: str, start: int, end: int, first: bool) -> bool:
    """Whether a paragraph is a headline: short, without a full stop, and the first or in Title Case."""
    if end - start > 2 * _LONGEST or text[end - 1] in '”":,;':
        return False
    if first and end - start <= _LONGEST and text[end - 1] not in ".!?…’';)":
        return True
    if not text[start].isupper() and not text[start].isdigit() and text[start].isalpha():
        return False
    if len(_LONG_SMALL.findall(text, start, end)) > 3 or _is_stopped(text, start, end):
        return False
    large = [word for word in _WORD.findall(text, start, end) if word.lower() not in _SMALL]
    return len(large) >= 4 and sum(word[0].isupper() for word in large) >= 0.85 * len(large)


def _is_stopped(text: str, start: int, end: int) -> bool:
    """Whether a full stop ends a sentence there, and not just an abbreviation (U.S., Inc.)."""
    return text[end - 1] == "." and _SHORT.search(text, start, end) is None


def is_title_case(text: str, start: int, end: int) -> bool:
    """Whether capitals say nothing of names there, since nearly every word has one."""
    large = [word for word in _WORD.findall(text, start, end) if word.lower() not in _SMALL]
    return len(large) >= 3 and sum(word[0].isupper() for word in large) >= 0.75 * len(large)


def is_credit(text: str, start: int, end: int) -> bool:
    """Whether a paragraph only names who wrote, edited or photographed."""
    if end - start > 200:
        return False
    match = _CREDIT.match(text, start, end)
    if match is None:
        return False
    byline = match.group().lstrip().lower().startswith("by ")
    return not byline or (
        _BYLINE.match(text, start, end) is not None and end - start < 90 and text[end - 1] != "."
    )


def is_correction(text: str, start: int, end: int) -> bool:
    """Whether a sentence speaks of what the article itself had wrong."""
    return (
        _CORRECTS.match(text, start, end) is not None or text.find("earlier version of this", start, end) >= 0
    )
