"""Prose cut up: paragraphs, then sentences that keep a quotation whole."""

from __future__ import annotations

import re
from itertools import pairwise

from factcheck.extract.cues import CUE_WORDS
from factcheck.extract.quotes import Quotation
from factcheck.extract.wordlists import words

HIDDEN = "\ue000"
"""Stands in the masked text for each character of quoted words, so that offsets stay the same."""

_ABBREVIATIONS = words(
    """
    mr mrs ms dr rt revd messrs sen sens rep reps gov govs gen lt col sgt capt maj adm cmdr rev hon prof
    st ste mt ft jan feb mar apr jun jul aug sep sept oct nov dec no nos vs dept supt det ofc pres asst
    assoc atty fr ph viz cf al fig art
    """
)
_SOMETIMES = words("jr sr inc corp co ltd llc a.m p.m u.s u.k u.n d.c e.u etc ave blvd bros est")
_OPENERS = words(
    """
    The A An He She It They We I You This That These Those In On At But And When While After Before As
    If His Her Their There Then Since For With Asked No Yes Both Some Many One Two Mr Mrs Ms
    """
)
_END = re.compile(r"[.!?…]+[\])]*(?=\s|$|”)|”(?=\s|$|[A-Z“])")
_NEXT = re.compile(r"[\])”]*\s+([“(\[]*)(\S+)")
_LONGEST = 1_500
_SPACE = re.compile(r"\s+")
_WORD_BEFORE = re.compile(r"([^\W_](?:[^\W_]|[.'](?=[^\W_]))*)$")
_LEADS_ON = re.compile(r"[^.!?;“”\n]*[:,]\s*“")
_PROPER_THEN_CUE = re.compile(
    r"\s+(?:(?:[A-Z][\w.'-]{0,24}|the|a|an|of|for|de|van|von|"
    r"[a-z]{3,16})\s){1,6}?([a-z]{2,12})(?=\s*[,.:;]|\s+(?:in|on|at|to|"
    r"after|during|when|as|last|[A-Z][a-z]+day)\b|\s*$|\s(?:(?:the )?(?:[A-Z][\w.'-]{0,20}\s?){1,3}|him|"
    r"her|them|us|me|reporters|lawmakers|jurors)[.,])"
)


def paragraphs(text: str) -> list[tuple[int, int]]:
    """The paragraphs' spans without surrounding space. In text that is wrapped by hand only a blank line
    ends one.
    """
    lines = [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", text)]
    wrapped = _is_wrapped(text, lines)
    found: list[tuple[int, int]] = []
    for start, end in lines:
        start, end = _trim(text, start, end)
        if start >= end:
            continue
        if found and wrapped and text.count("\n", found[-1][1], start) < 2:
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether the lines were broken at a column: most lines that a line follows end in mid-sentence."""
    joints = broken = 0
    for (_, end), (start, _) in pairwise(lines):
        if start - end == 1 and end:
            joints += 1
            broken += text[end - 1] not in ".!?…”\"’':;)]*-"
    longest = max((end - start for start, end in lines), default=0)
    return joints > 0 and broken * 2 > joints and longest < 130


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    piece = text[start:end]
    return start + len(piece) - len(piece.lstrip()), start + len(piece.rstrip())


_SAME_LENGTH = (
    ("’", "'"), ("‘", "'"), ("\u00a0", " "), ("\u2009", " "), ("\u202f", " "), ("–", "—"), (HIDDEN, "\ufffd"),
)  # fmt: skip


def plain(text: str) -> str:
    """The text with one kind of apostrophe, dash and space; code point for code point."""
    for mark, instead in _SAME_LENGTH:
        text = text.replace(mark, instead)
    return text


def masked(text: str, quotations: list[Quotation]) -> str:
    """The plain text with quoted words hidden and their marks as “ and ”; code point for code point."""
    pieces: list[str] = []
    at = 0
    base = plain(text)
    for quotation in quotations:
        pieces.append(base[at : quotation.outer_start])
        pieces.append("“" * (quotation.start - quotation.outer_start))
        pieces.append(HIDDEN * (quotation.end - quotation.start))
        pieces.append("”" * (quotation.outer_end - quotation.end))
        at = quotation.outer_end
    pieces.append(base[at:])
    return "".join(pieces)


def sentences(
    text: str, mask: str, spans: list[tuple[int, int]], quotations: list[Quotation]
) -> list[tuple[int, int]]:
    """Sentences of the given paragraphs, quotations kept whole, with the attribution that follows one.

    A quotation that runs over paragraphs makes those paragraphs one stretch.
    """
    found: list[tuple[int, int]] = []
    for start, end in _join_paragraphs(spans, quotations):
        at = start
        for match in _END.finditer(mask, start, end):
            stop = match.end()
            if stop < at or not _ends_sentence(text, mask, match, end):
                continue
            while stop < end and mask[stop] in "”])":
                stop += 1
            found += _cut(mask, at, stop)
            at = stop
            while at < end and mask[at].isspace():
                at += 1
        if at < end:
            found += _cut(mask, at, end)
    return found


def _cut(mask: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence beyond any measure in pieces, cut at spaces outside quotations, so that reading it takes
    linear time.
    """
    pieces = []
    while end - start > _LONGEST and (space := _SPACE.search(mask, start + _LONGEST, end)) is not None:
        pieces.append((start, space.start()))
        start = space.end()
    if start < end:
        pieces.append((start, end))
    return pieces


def _join_paragraphs(spans: list[tuple[int, int]], quotations: list[Quotation]) -> list[tuple[int, int]]:
    bridges = [(q.outer_start, q.outer_end) for q in quotations if len(q.pieces) > 1]
    joined: list[tuple[int, int]] = []
    bridge = 0
    for start, end in spans:
        while bridge < len(bridges) and bridges[bridge][1] <= start:
            bridge += 1
        if joined and bridge < len(bridges) and bridges[bridge][0] < start:
            joined[-1] = (joined[-1][0], end)
        else:
            joined.append((start, end))
    return joined


def _ends_sentence(text: str, mask: str, match: re.Match[str], end: int) -> bool:
    stop = match.end()
    mark = match.group()
    if mark == "”":
        inside = text[match.start() - 1] if match.start() else " "
        inside = text[match.start() - 2] if inside in "’'” " and match.start() > 1 else inside
        if inside not in ".!?…":
            return False
    following = _NEXT.match(mask, stop, min(end, stop + 80))
    if following is None:
        return stop >= end or mark != "”"
    word = following.group(2)
    if not following.group(1) and not (word[0].isupper() or word[0].isdigit()):
        return False
    if mark == "”":
        return (
            bool(following.group(1))
            or _is_introduced(mask, match.start())
            or not _attribution_follows(mask, stop, end)
        )
    if mark.startswith(".") and not mark.startswith(".."):
        before = _WORD_BEFORE.search(mask, max(0, match.start() - 24), match.start())
        if before is not None:
            return not _abbreviates(before.group(1), word)
    return True


def _abbreviates(before: str, following: str) -> bool:
    opener = re.sub(r"\W+$", "", following) in _OPENERS
    lowered = before.lower()
    if lowered in _ABBREVIATIONS:
        return True
    if (
        lowered in _SOMETIMES
        or (len(before) == 1 and before.isupper() and before != "I")
        or re.fullmatch(r"(?:\w\.)+\w", before)
    ):
        return not opener
    return False


def _is_introduced(mask: str, closed: int) -> bool:
    """Whether words before the quotation that is `closed` there lead to it: who is named behind it speaks
    anew."""
    opened = mask.rfind("“", 0, closed)
    while opened > 0 and mask[opened - 1] in "“ ":
        opened -= 1
    return opened > 0 and mask[opened - 1] in ":,"


def _attribution_follows(mask: str, stop: int, end: int) -> bool:
    """Whether "Mary Hall said" behind a quotation tells who said it, and does not lead to another."""
    tail = _PROPER_THEN_CUE.match(mask, stop, min(end, stop + 120))
    if tail is None or tail.group(1) not in CUE_WORDS:
        return False
    return _LEADS_ON.match(mask, tail.end(), min(end, tail.end() + 80)) is None
