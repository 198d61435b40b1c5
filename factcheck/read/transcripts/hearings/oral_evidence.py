"""Oral evidence before committees of the British and like parliaments: “Q12 Chair: …”, and who answers by
name before a colon.

Questions are numbered; what is said between them bears the name alone, a member's or a witness's. Who is a
witness stands in the front, after “Witness:” or “Witnesses:”, and before each panel.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import replace

from factcheck.core.document import Document, Section, Turn
from factcheck.core.light import dataclass
from factcheck.read.transcripts.hearings.roles import flags_of
from factcheck.read.transcripts.hearings.sittings import MONTHS

_HEAD = 20_000
_WORD = r"[A-Z][\w.'’\-]*"
_NAME = rf"(?:(?:The )?(?:Co-)?Chair(?:man|woman|person)?|{_WORD}(?: (?:{_WORD}|de|van|von|of|the)){{0,6}})"
_LABEL = re.compile(
    rf"^[ \t\u00a0]{{0,12}}(?:(?P<number>Q\.?[ \t\u00a0]?\d{{1,4}})[.:]?[ \t\u00a0]{{1,8}})?"
    rf"(?P<name>{_NAME})(?:[ ]?\([^)\n]{{1,60}}\))?:[ \t\u00a0]*(?=\S)",
    re.MULTILINE,
)
_NUMBERED = re.compile(
    rf"^[ \t\u00a0]{{0,12}}Q\.?[ \t\u00a0]?\d{{1,4}}[.:]?[ \t\u00a0]{{1,8}}{_NAME}:", re.MULTILINE
)
_LISTS = re.compile(
    r"^[ \t]*(?P<of>Witness(?:es)?(?: gave evidence)?|Members? present|Present)[ \t]*:?[ \t]*"
    r"(?P<names>[^\n]*(?:\n[^\n]+){0,30}?)(?=\n[ \t]*\n|\n[ \t]*(?:Questions?|Q\.?[ ]?\d)|\Z)",
    re.MULTILINE,
)
_PANEL = re.compile(
    r"(?:^[ \t]*Examination of [Ww]itness(?:es)?[ \t]*\n\s{0,9})?^[ \t]*Witness(?:es)?[ \t]*:", re.MULTILINE
)
_FULL_NAME = re.compile(rf"{_WORD}(?: (?:{_WORD}|de|van|von)){{1,6}}")
_HONOURS = re.compile(
    r"^(?:(?:Rt|Right|Hon|Honourable|Mr|Mrs|Ms|Miss|Dr|Professor|Prof|Sir|Dame|Lord|Lady|Baroness)\.? )+"
)
_NO_SPEAKER = frozenset((
    "witness", "witnesses", "members", "present", "questions", "question", "examination", "evidence", "panel",
    "date", "time", "note", "source",
))  # fmt: skip
_IN_THE_CHAIR = re.compile(rf"({_FULL_NAME.pattern}) \((?:in the )?Chair\)")
_DAY = re.compile(
    rf"^[^\n]{{0,40}}?\b(\d{{1,2}}) ({'|'.join(MONTHS)}) (\d{{4}})\b", re.MULTILINE | re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Label:
    line: int
    body: int
    printed: str
    name: str
    numbered: bool


def is_one(text: str) -> bool:
    """Whether at least two numbered questions name who asks, in the first pages."""
    return len(_NUMBERED.findall(text[:_HEAD])) >= 2


def read_turns(document: Document) -> Document:
    """The evidence with its turns and its day. Who is named as a witness answers; whoever asks under a number
    is a member, and so is whoever does elsewhere."""
    text = document.text
    opening = _NUMBERED.search(text)
    first = opening.start() if opening else 0
    front = text[:first]
    people, witnesses = _names(text), _names(text, "Witness")
    labels = list(_labels(text, first, people))
    chairs = {_plain(name) for name in _IN_THE_CHAIR.findall(front)}
    asking = {label.name for label in labels if label.numbered}
    turns = []
    for label, after in zip(labels, [*labels[1:], None], strict=False):
        start, end = _bare(text, label.body, _stop(text, label.body, after.line if after else len(text)))
        if end <= start:
            continue
        words = text[start:end]
        is_chair = label.name.endswith("Chair") and len(chairs) == 1
        speaker = next(iter(chairs)) if is_chair else _in_full(label.name, people)
        answers = label.name not in asking and (speaker in witnesses or label.name in witnesses)
        asks = label.numbered or (not answers and "?" in words)
        role = "question" if asks else "answer" if answers else "colloquy"
        turns.append(Turn(start, end, speaker, role, label.printed, (), flags_of(words, role)))
    day = document.published or _day(front)
    sections = (Section(0, "front"), Section(first, "sitting", day, None, document.title))
    return replace(
        document,
        turns=tuple(turns),
        sections=sections if first else sections[1:],
        published=day,
        published_basis=document.published_basis
        or (None if document.published or day is None else "day of the oral evidence"),
    )


def _day(front: str) -> str | None:
    """The first day that the front names, as EDTF."""
    found = _DAY.search(front)
    return f"{found[3]}-{MONTHS.index(found[2].lower()) + 1:02}-{int(found[1]):02}" if found else None


def _labels(text: str, first: int, people: set[str]) -> Iterator[_Label]:
    """The labels from the first question on. Without a number a word before a colon is one only where it
    names somebody who is listed, asks elsewhere, or speaks more than once."""
    forms = [
        form for form in _LABEL.finditer(text, first) if form["name"].split()[0].lower() not in _NO_SPEAKER
    ]
    counts = Counter(form["name"] for form in forms)
    for form in forms:
        name = form["name"]
        listed = _in_full(name, people) in people or name.endswith("Chair")
        if form["number"] or listed or (counts[name] > 1 and " " in name):
            yield _Label(
                form.start(), form.end(), " ".join(form[0].split()), name, form["number"] is not None
            )


def _stop(text: str, start: int, end: int) -> int:
    """Where a turn ends before the list of the next panel's witnesses."""
    panel = _PANEL.search(text, start, end)
    return panel.start() if panel else end


def _bare(text: str, start: int, end: int) -> tuple[int, int]:
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


def _names(text: str, of: str = "") -> set[str]:
    """The names that the lists of members and witnesses print in full, or those of one sort of list."""
    return {
        _plain(name)
        for listed in _LISTS.finditer(text)
        if listed["of"].startswith(of)
        for name in _FULL_NAME.findall(listed["names"])
    }


def _plain(name: str) -> str:
    return _HONOURS.sub("", name).rstrip(".")


def _in_full(label: str, people: set[str]) -> str:
    """The one name in full that a label is part of; else the label."""
    plain = _plain(label)
    found = [name for name in people if name == plain or name.split()[-1] == plain]
    return found[0] if len(found) == 1 else label
