"""The Congressional Record: speakers in capitals, narration between them, inserted matter set in.

Members may revise what they said: the Record is not verbatim. Remarks between bullets were not spoken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.core.document import Document, Mark, Place, Section, Turn
from factcheck.core.light import dataclass
from factcheck.read.cutting import overlaid
from factcheck.read.transcripts.hearings.furniture import without_furniture
from factcheck.read.transcripts.hearings.labels import Label, forms_in, labels_among
from factcheck.read.transcripts.hearings.literal import unescaped
from factcheck.read.transcripts.hearings.people import People
from factcheck.read.transcripts.hearings.roles import flags_of, is_long
from factcheck.read.transcripts.hearings.sittings import day_in
from factcheck.read.transcripts.hearings.who import Resolver, Who

LAYOUT = "record/1"
"""Stored with the text; a new number whenever the same text would give other cuts, marks or turns."""

INSERTED = "inserted"
"""The flag of remarks that were handed in and not spoken."""

_HEADER = re.compile(
    r"\[Congressional Record[^\]\n]{0,60}\((?P<day>[^)\n]{6,60})\)\]\s*\[(?P<chamber>[^\]\n]{3,60})\]\s*"
    r"(?:\[Pages?\s+(?P<page>[A-Z]{0,2}\d{1,6})[^\]\n]{0,40}\]\s*)?(?:From the Congressional "
    r"Record[^\n]{0,300})?"
)
_SET_IN = 5
"""Columns: a line that far from the margin is inserted matter, a quotation or a heading."""

_DONE = (
    "agreed|rejected|passed|read|ordered|considered|confirmed|laid|taken|announced|withdrawn|modified|"
    "referred|"
    "engrossed|adopted|tabled|not agreed|reported|signed|submitted|received|introduced|communicated|entered"
)
_NARRATION = re.compile(
    r"[ \t]{1,4}(?:There being no objection|(?:The )?(?:PRESIDING OFFICER|SPEAKER pro tempore) (?:put|laid|"
    r"announced|"
    r"appointed)|The (?:[\w-]+ ){0,3}[Cc]lerk (?:read|called|proceeded|reported|resumed|designated|"
    r"redesignated|concluded|"
    r"announced)|The (?:yeas and nays|ayes and noes|question|vote|result|motion|amendments?|bills?|"
    r"(?:joint |concurrent )?"
    rf"resolutions?|preamble|nominations?|Journal|treaty|conference report)\b[^.]{{0,80}}\b(?:was|were) "
    rf"(?:{_DONE})\b|"
    r"The (?:text|material|letter|article|statement|remarks|document|following|amendment|bill|"
    r"list)[^.]{0,160}(?:follows?:|"
    r"ordered to be printed)|The (?:Senate|House) (?:met|proceeded|recessed|resumed|reassembled|divided|at "
    r"\d)|"
    r"A (?:motion to reconsider|recorded vote|quorum call)\b[^.]{0,60}\b(?:was|were)\b|(?:So|Accordingly|"
    r"Thereupon|Whereupon),? "
    rf"(?:the|at|\(?two)\b[^.]{{0,120}}\b(?:(?:was|were) (?:{_DONE})|recessed|adjourned|proceeded)\b|"
    r"(?:The )?(?:Senators?|gentleman|gentlewoman|Several Senators|Many Members|Mr\.|Mrs\.|Ms\.)[^.]{0,60} "
    r"addressed the Chair|"
    r"(?:Mr|Mrs|Ms)\. [A-Z][A-Za-z'-]*[A-Z]{2,}[A-Za-z' -]{0,30}(?: of [A-Z]\w+)?(?: \([^)]*\))? (?:asked "
    r"and was given|proposed|"
    r"submitted|changed (?:his|her)|assumed the|moved|was allowed|was recognized|demanded)\b|"
    r"\((?:Mr|Mrs|Ms|The|At the request|By)\b)",
)
_RULE = re.compile(r"\s*_{4,}\s*")
_SHOWN_WORD = re.compile(r"[A-Z]{2,}")
_BULLET = re.compile(r"(?:<bullet>|[\u2022\u25cf])\s*$")


@dataclass(frozen=True, slots=True)
class _Paragraph:
    start: int
    end: int
    sort: str


def read_turns(document: Document) -> Document:
    """The part of the Record with its pages marked, its turns, its day and its chamber."""
    document = unescaped(document)
    header = _HEADER.search(document.text, 0, 4_000)
    if header and header["page"]:
        first = Mark(header.end(), Place(page=header["page"]))
        document = replace(document, marks=overlaid(document.marks, [first]))
    document = without_furniture(document)
    text = document.text
    header = _HEADER.search(text, 0, 4_000)
    body = header.end() if header else 0
    forms = forms_in(text)
    labels = [
        label for label in labels_among(forms, text, lambda _: False, alone=True) if _in_capitals(label)
    ]
    resolver = Resolver(People(), labels)
    turns: list[Turn] = []
    for label, following in zip(labels, [*labels[1:], None], strict=False):
        turns += _turns_of(text, label, following.line if following else len(text), resolver)
    turns += _before(text, body, labels)
    turns = _with_roles(text, sorted(turns, key=lambda turn: turn.start))
    day = day_in(header["day"]) if header else None
    sections = _sections(body, header, day)
    document = replace(document, turns=tuple(turns), sections=sections)
    if day and not (document.published and document.published_basis is None):
        document = replace(
            document,
            published=day,
            published_basis=f"header of the Record: {header['day']}" if header else None,
        )
    return document


def _sections(body: int, header: re.Match[str] | None, day: str | None) -> tuple[Section, ...]:
    if header is None:
        return (Section(0, "sitting"),)
    is_written = "extension" in header["chamber"].lower()
    sort = "written" if is_written else "sitting"
    return Section(0, "front"), Section(body, sort, day, header["chamber"])


def _in_capitals(label: Label) -> bool:
    """The Record prints speakers in capitals: "Mr. McCAIN.", "The SPEAKER pro tempore."."""
    return label.sort in ("person", "office") and _SHOWN_WORD.search(label.key) is not None


def _turns_of(text: str, label: Label, end: int, resolver: Resolver) -> Iterator[Turn]:
    """The turn under a label, up to narration, and what is narrated after it; matter that was inserted after
    his words is no part of them, what he quotes between them is."""
    last = label.body
    within: list[str] = []
    pending: list[str] = []
    narrated: list[_Paragraph] = []
    for paragraph in _paragraphs(text, label.body, end):
        if paragraph.sort == "rule":
            break
        if paragraph.sort == "narration":
            narrated.append(paragraph)
        elif narrated:
            continue
        elif paragraph.sort == "own":
            last = paragraph.end
            within += pending
            pending = []
        else:
            pending.append(paragraph.sort)
    words = text[label.body : last]
    start = label.body + len(words) - len(words.lstrip())
    stop = label.body + len(words.rstrip())
    if bullet := _BULLET.search(text, max(start, stop - 12), stop):
        stop = max(start, bullet.start())
        stop = start + len(text[start:stop].rstrip())
    if stop > start:
        who: Who = resolver.speaker(label, None, None)
        flags = (INSERTED,) if label.bullet else ()
        yield Turn(start, stop, who.speaker, "statement", label.printed, who.candidates, flags)
    for paragraph in narrated:
        yield Turn(paragraph.start, paragraph.end, None, "note")


def _before(text: str, body: int, labels: Sequence[Label]) -> Iterator[Turn]:
    """What is narrated before anybody speaks."""
    for paragraph in _paragraphs(text, body, labels[0].line if labels else len(text)):
        if paragraph.sort == "narration":
            yield Turn(paragraph.start, paragraph.end, None, "note")


def _paragraphs(text: str, start: int, end: int) -> Iterator[_Paragraph]:
    """The paragraphs of a stretch: own words, narration, matter set in, rules. The first goes on from where
    the stretch begins."""
    at = start
    begun: int | None = start
    sort = "own"
    stop = start
    while at < end:
        line_end = text.find("\n", at, end)
        line_end = end if line_end < 0 else line_end
        line = text[at : min(line_end, at + 400)]
        bare = line.strip()
        indent = len(line) - len(line.lstrip())
        if at == start and not bare:
            stop = line_end
        elif not bare:
            if begun is not None and (stop > start or sort != "own"):
                yield _paragraph(text, begun, stop, sort)
                begun = None
        else:
            new = None
            if _RULE.fullmatch(bare):
                new = "rule"
            elif indent >= _SET_IN and at != start:
                new = "set-in"
            elif (indent > 0 and at != start) or begun is None:
                new = "narration" if _NARRATION.match(line) else "own"
            elif sort in ("set-in", "rule"):
                new = "own"
            if new is not None and (new != sort or new in ("narration", "own")):
                if begun is not None:
                    yield _paragraph(text, begun, stop, sort)
                begun, sort = at, new
            stop = line_end
        at = line_end + 1
    if begun is not None:
        yield _paragraph(text, begun, stop, sort)


def _paragraph(text: str, start: int, end: int, sort: str) -> _Paragraph:
    words = text[start:end]
    return _Paragraph(start + len(words) - len(words.lstrip()), start + len(words.rstrip()), sort)


def _with_roles(text: str, turns: list[Turn]) -> list[Turn]:
    """Speeches are statements; a short question that another member answers at once is one, and so is its
    answer; other short turns, and what the chair says, are words between."""
    done: list[Turn] = []
    asked: Turn | None = None
    for index, turn in enumerate(turns):
        if turn.role == "note":
            done.append(turn)
            continue
        words = text[turn.start : turn.end]
        following = next((other for other in turns[index + 1 :][:2] if other.role != "note"), None)
        chair = (turn.label or "").startswith("The ")
        if asked is not None and turn.speaker != asked.speaker and not chair:
            role = "answer"
        elif (
            words.rstrip().endswith("?")
            and not chair
            and following is not None
            and following.speaker != turn.speaker
            and not (following.label or "").startswith("The ")
            and "yield" not in words[-200:]
        ):
            role = "question"
        else:
            role = "colloquy" if chair or not is_long(words) else "statement"
        asked = turn if role == "question" else None
        done.append(replace(turn, role=role, flags=(*turn.flags, *flags_of(words, role))))
    return done
