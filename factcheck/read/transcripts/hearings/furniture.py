"""What stands on printed pages beside the words: page marks, the printer's running lines, hyphens at line
ends."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import replace

from factcheck.core.document import Document, Mark, Place
from factcheck.read.cutting import Cut, overlaid, without
from factcheck.read.transcripts.hearings.names import listed

_MARK = re.compile(
    r"[ \t]*(?:\[\[Page[ ]+(?P<page>[A-Za-z]{0,3}\d{1,6})\]\]|\{time\}[ \t]+(?P<time>\d{1,4}))[ \t]*"
    r"(?:\n(?:[ \t]*(?:\n|\Z))?|\Z)"
)
_BLANK_LINE_BEFORE = re.compile(r"\n[ \t]*\n\Z")
_RUNNING = re.compile(
    r"^[ \t\f]*VerDate[ ][^\n]{3,300}(?:\n|\Z)|"
    r"^[ \t\f]*(?:[\w$.\-]{2,30}[ ]on[ ][\w$.\-]{5,40}[ ]with[ ][\w$.\-]{2,30})[ \t]*(?:\n|\Z)|"
    r"^[ \t\f]*(?:Jkt[ ]\d{6}|PO[ ]\d{5}|Frm[ ]\d{5}|Fmt[ ]\d{4}|Sfmt[ ]\d{4})"
    r"(?:[ ][^\n]{0,200})?(?:\n|\Z)",
    re.MULTILINE,
)
"""What the typesetting machine printed in the margin. Its frames (“Frm 00012”) are no pages: they count the
images of a file from its cover on and run ahead of the printed numbers, of which they prove nothing."""
_PRINTED_PAGE = re.compile(r"[\s\f]*^[ \t\f]*(?P<page>\d{1,5}|[ivxl]{1,7})[ \t]*(?:\n|\Z)", re.MULTILINE)
_HYPHEN = re.compile(r"-[ \t]?\n(?:[ \t]*\n)?[ \t]*(?=[^\W\d_])")
_HEAD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?\Z")
_TAIL = re.compile(r"[^\W\d_]+")
_DIVIDED = "\u00ad"
"""Stands for a divided word's hyphen while words are looked for: its parts are no words of the text."""

_FEW = 40
"""Divided words: for fewer it is quicker to look for each than to gather all words of the text."""

_MARKS = ".,;:?!()[]{}\"'`“”‘’*/"
_FRAGMENT = re.compile(
    r"[a-z]{0,3}(?:[tsx]ions?|[tsx]ional(?:ly)?|ments?|mental(?:ly)?|[ai]tions?|cations?|ities|ility|ances|"
    r"ences|ancy|ency|ously|"
    r"iveness|ability|ibility|[tc]ially)|[a-z]?(?:ings?|ed|ers?|ly|bly|bles?|ents?|ants?|al|ity|ous|ives?|"
    r"ary|ory|ists?|isms?|"
    r"ized?|izing|ates?|ated|ating|ness|cial|tial|tures?|cally)"
)
_WORDS_LIKE_FRAGMENTS = listed(
    "action actions nation nations option options motion motions notion notions ration rations auction "
    "caution section "
    "sections mention mentions portion portions station stations fiction function functions junction "
    "fraction faction "
    "mission missions passion session sessions tension pension pensions version versions vision visions "
    "fusion region "
    "union lesion suction friction national optional regional cement moment moments comment comments "
    "garment segment "
    "segments element elements torment augment being doing going king ring sing thing things bring string "
    "spring wing "
    "cutting getting having making taking paying saying living moving using working running holding "
    "building leading "
    "ending ruling rating facing timing hearing meeting bearing earning earnings bed fed led red shed sled "
    "used owned "
    "led made need needed based rated dated sized raised faced named paid sided backed minded handed needs "
    "seed feed "
    "deed speed breed freed per her over ever never after other others order under water later power paper "
    "number "
    "member members matter letter letters offer enter center river user users buyer buyers maker makers "
    "holder holders "
    "owner owners worker workers lender lenders leader leaders seller sellers taker takers city cities "
    "entity entities "
    "equity unity duty party only fly apply supply reply rely early likely daily ally family able table "
    "cable viable "
    "double trouble noble possible dance chance stance balance finance fence hence pence science silence "
    "presence "
    "absence sentence ant grant grants plant plants tenant want event events rent cent cents agent agents "
    "parent "
    "parents patient patients student students client clients content extent intent current recent decent "
    "accent "
    "talent vent sent lent dent tent went famous joys give gives live lives five drive native active "
    "motive wives size "
    "prize seize list lists fist mist assist exist insist vary wary scary diary story stories glory theory "
    "history "
    "victory factory trial trials special social facial policy policies agency agencies fancy mercy legacy "
    "topics "
    "graph graphs nature future feature features culture capture picture pictures lecture doctor doctors "
    "factor factors "
    "actor actors motor author rate rates date dates state states late plate private climate mate fate "
    "gate hate "
    "create created creates update updated estate debate debates eating"
)
"""English words that end as fragments do, hence parts of compounds: "non-action"."""


def without_furniture(document: Document) -> Document:
    """The document without page marks and running lines, its places marked, and line-end hyphens gone where
    the word they divide is sure."""
    pages = list(_page_cuts(document.text))
    if pages:
        cuts = [cut for cut, _ in pages]
        marks = [Mark(cut.end, place) for cut, place in pages if place]
        document = replace(document, marks=overlaid(document.marks, marks)) if marks else document
        document = without(document, cuts)
    hyphens = list(_hyphen_cuts(document.text))
    return without(document, hyphens) if hyphens else document


_Found = tuple[int, int, str, str | None, str | None]
"""Start, end, why it is cut, the page and the time that begin there."""


def _page_cuts(text: str) -> Iterator[tuple[Cut, Place | None]]:
    """Marks and running lines in order; a mark's place holds from its end on."""
    found = [*_marks(text, "[[Page "), *_marks(text, "{time}")]
    if "VerDate" in text:
        found += _running(text)
    page: str | None = None
    at = 0
    for start, end, why, printed, stamp in sorted(found, key=lambda one: one[:2]):
        if start < at:
            continue
        at = end
        page = printed or page
        yield Cut(start, end, why), Place(page=page, time=stamp) if printed or stamp else None


def _marks(text: str, opening: str) -> Iterator[_Found]:
    """Marks that stand alone on a line, each with the blank lines that set it off."""
    at = text.find(opening)
    while at >= 0:
        line = text.rfind("\n", max(0, at - 200), at) + 1
        if (line or at < 200) and (mark := _MARK.match(text, line)) and mark.end() > at:
            start = line
            if before := _BLANK_LINE_BEFORE.search(text, max(0, line - 100), line):
                start = before.start() + 1
            stamp = mark["time"].zfill(4) if mark["time"] else None
            yield start, mark.end(), "page-mark", mark["page"], stamp and f"{stamp[:2]}:{stamp[2:]}"
        at = text.find(opening, at + 1)


def _running(text: str) -> Iterator[_Found]:
    """The printer's lines at the foot of a page; a number alone after the last of them is the next page's."""
    lines = list(_RUNNING.finditer(text))
    for index, line in enumerate(lines):
        end = line.end()
        following = lines[index + 1].start() if index + 1 < len(lines) else len(text)
        page = _PRINTED_PAGE.match(text, end, min(end + 200, len(text)))
        if page and page.end() <= following:
            yield line.start(), page.end(), "running-head", page["page"], None
        else:
            yield line.start(), end, "running-head", None, None


def _hyphen_cuts(text: str) -> Iterator[Cut]:
    """A hyphen at a line end goes, with the line end, where the document has the word whole or its second
    part can be none; where both readings are possible it stays, marked as ambiguous."""
    divided = list(_divided(text))
    words = _Words(text, few=len(divided) < _FEW) if divided else frozenset[str]()
    for start, end, head, tail in divided:
        if f"{head}-{tail}".lower() in words:
            continue
        if (head + tail).lower() in words or _is_fragment(tail, words):
            yield Cut(start, end, "hyphen")
        else:
            yield Cut(start, start, "hyphen", ambiguous=True)


def _divided(text: str) -> Iterator[tuple[int, int, str, str]]:
    """Words that a line end may divide: where the hyphen stands, where the second part begins, both parts.
    What goes on in capitals, or has other hyphens, is a compound."""
    for end in _HYPHEN.finditer(text):
        head = _HEAD.search(text, max(0, end.start() - 40), end.start())
        tail = _TAIL.match(text, end.end())
        if head is None or tail is None or not tail[0].islower() or not head[0][-1].islower():
            continue
        if text[head.start() - 1 : head.start()] != "-" and text[tail.end() : tail.end() + 1] != "-":
            yield end.start(), end.end(), head[0], tail[0]


class _Words:
    """The words of a text in lower case; a few are looked for one by one, for many all are gathered."""

    def __init__(self, text: str, *, few: bool) -> None:
        self._text = _HYPHEN.sub(_DIVIDED, text).lower()
        self._all = None if few else _words_of(self._text)
        self._known: dict[str, bool] = {}

    def __contains__(self, word: object) -> bool:
        if self._all is not None:
            return word in self._all
        asked = str(word)
        if asked not in self._known:
            self._known[asked] = self._stands(asked)
        return self._known[asked]

    def _stands(self, word: str) -> bool:
        at = self._text.find(word)
        while at >= 0:
            before, after = self._text[max(0, at - 1) : at], self._text[at + len(word) : at + len(word) + 1]
            if not any(beside.isalpha() or beside in ("-", _DIVIDED) for beside in (before, after)):
                return True
            at = self._text.find(word, at + 1)
        return False


def _words_of(text: str) -> frozenset[str]:
    """All words of a text, without the marks around them."""
    return frozenset(part.strip(_MARKS) for word in set(text.split()) for part in word.split("--"))


def _is_fragment(tail: str, words: Container[str]) -> bool:
    """Whether the second part of a divided word can be no word of its own."""
    if _FRAGMENT.fullmatch(tail) is None or tail in _WORDS_LIKE_FRAGMENTS:
        return False
    return tail not in words
