"""Written questions for the record and their answers: who asks, who answers, when they were sent."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.core.light import dataclass
from factcheck.read.transcripts.hearings.headings import Heading
from factcheck.read.transcripts.hearings.labels import Label
from factcheck.read.transcripts.hearings.sittings import day_in

QUESTION, ANSWER = "question", "answer"

_NAME = r"(?:[^,;:()\[\]]{2,60}?)(?:,? (?:JR|SR|II|III|IV)\b\.?)?"
_STOP = (
    r"(?=\s+(?:TO|FROM|BY|FOR|AT|ON|REGARDING|DATED|IN|CONCERNING|FOLLOWING|SUBMITTED)\b|\s*[,;:()\[\]]|\s*$)"
)
_QUESTIONS = r"(?:[\w-]+ )*?(?:QUESTIONS?|INQUIR(?:Y|IES))(?: FOR THE (?:HEARING )?RECORD)?(?: \(QFRS?\))?"
_FROM = r"(?:SUBMITTED |POSED |ASKED |PREPARED |RECEIVED )?(?:FOR THE RECORD )?(?:BY|FROM|OF) "
_FORMS = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        rf"(?:RESPONSES?|ANSWERS?|REPLIES) TO (?:THE )?(?:[A-Z]+ )*?{_QUESTIONS} "
        rf"{_FROM}(?P<asks>{_NAME}){_STOP}"
        rf"(?:,[^;]*?)?(?: (?:FROM|BY) (?P<answers>{_NAME}){_STOP})?",
        rf"(?:RESPONSES?|ANSWERS?|REPLIES) (?:OF|BY|FROM) (?P<answers>{_NAME})(?:,.*?)? TO (?:THE "
        rf")?(?:[A-Z]+ )*?{_QUESTIONS}"
        rf"(?:,? {_FROM}(?P<asks>{_NAME}){_STOP})?",
        rf"{_QUESTIONS} {_FROM}(?P<asks>{_NAME}){_STOP}(?:,.*?)?(?: (?:TO|FOR|AND RESPONSES (?:OF|BY|FROM)) "
        rf"(?!THE RECORD)(?P<answers>{_NAME}){_STOP})?",
        rf"{_QUESTIONS} (?:SUBMITTED )?(?:TO|FOR) (?!THE)(?P<answers>{_NAME})(?:,.*?)? "
        rf"{_FROM}(?P<asks>{_NAME}){_STOP}",
        rf"{_QUESTIONS} (?:SUBMITTED )?(?:TO|FOR) (?!THE)(?P<answers>{_NAME}){_STOP}",
        r"(?:FROM )?(?P<asks>(?:SENATOR|REPRESENTATIVE|CONGRESSMAN|CONGRESSWOMAN|CHAIRMAN|CHAIRWOMAN|"
        r"RANKING MEMBER) "
        r"[^,;:()]{2,40})$",
    )
)
_MARK = re.compile(
    r"^[ \t]{0,12}(?:"
    r"(?P<asked>Q\.?[ ]?\d{0,3}[a-z]?\.|Q:|Questions?(?:[ ](?:No\.?[ ]?)?\d{1,3}[a-z]?)?[ ]?[.:]|"
    r"QUESTIONS?(?:[ ](?:NO\.?[ ]?)?#?\d{1,3}[a-z]?)?[ ]?[.:])"
    r"|(?P<answered>A\.?[ ]?\d{0,3}[a-z]?\.|A:|(?:Answers?|ANSWERS?|Responses?|RESPONSES?|Reply|REPLY)"
    r"(?:[ ](?:to[ ]Question[ ])?(?:No\.?[ ]?)?#?\d{1,3}[a-z]?)?[ ]?[.:])"
    r"|(?P<number>\(?\d{1,3}[.)]|\(?[a-z][.)]))(?=\s)[ \t]*",
    re.MULTILINE,
)
_RULES = re.compile(r"(?:\n\s*[_\-=*]{4,}[ \t]*)+\Z")
_AND = re.compile(r"\s*[,;&]\s*(?:and\b\s*)?|\s+and\s+", re.IGNORECASE)
_LONGEST = 300
"""Characters of a heading in which the parties are looked for."""


@dataclass(frozen=True, slots=True)
class Written:
    """A written question or answer. `who` is the name as a heading prints it, or a label; `label` what is
    printed before the words; `under` the heading of its set."""

    start: int
    end: int
    role: str
    who: str | None
    label: str
    spoken_label: Label | None = None
    under: str = ""


@dataclass(frozen=True, slots=True)
class Parties:
    """Who asks and who answers, as a heading says."""

    asks: str | None = None
    answers: str | None = None


def parties_in(words: str) -> Parties:
    """The asker and the answerer of a heading such as "QUESTIONS FROM SENATOR ORLA TO ARTHUR PELL"."""
    for form in _FORMS:
        if found := form.match(words[:_LONGEST]):
            said = found.groupdict()
            return Parties(_clean(said.get("asks")), _clean(said.get("answers")))
    return Parties()


def date_of(text: str, heading: Heading, end: int) -> str | None:
    """The day of submission, where the heading or the lines right under it name one."""
    if day := day_in(heading.words):
        return day
    under = text[heading.end : min(end, heading.end + 300)]
    before = _MARK.search(under)
    return day_in(under[: before.start()] if before else under)


def questions_in(
    text: str,
    sets: Sequence[tuple[Heading, int, int]],
    headings: Sequence[Heading],
    labels: Sequence[Label],
) -> Iterator[Written]:
    """The questions and answers of all sets, in order. `sets` are (heading, start, end) of each."""
    answers: str | None = None
    for heading, start, end in sets:
        parties = parties_in(heading.words)
        answers = parties.answers or answers
        inner = headings[_first(headings, start) : _first(headings, end)]
        spoken = labels[bisect_left(labels, start, key=_line) : bisect_left(labels, end, key=_line)]
        for one in _of_one_set(text, start, end, Parties(parties.asks, answers), inner, spoken):
            yield replace(one, under=heading.words)


def several(who: str) -> list[str]:
    """The names in “Senators Orla and Fenn”; one where it is one."""
    return [name for name in _AND.split(who) if name.strip()]


def _first(headings: Sequence[Heading], at: int) -> int:
    return bisect_left(headings, at, key=lambda heading: heading.start)


def _line(label: Label) -> int:
    return label.line


def _of_one_set(
    text: str, start: int, end: int, parties: Parties, inner: Sequence[Heading], spoken: Sequence[Label]
) -> Iterator[Written]:
    asks = parties.asks
    edges: list[tuple[int, int, str, str, object]] = []
    for heading in inner:
        edges.append((heading.start, heading.end, "heading", "", parties_in(heading.words).asks))
    for label in spoken:
        edges.append((label.line, label.body, "label", label.printed, label))
    marks = list(_MARK.finditer(text, start, end))
    taken = {label.line for label in spoken}
    for found, role in zip(marks, _roles(marks), strict=True):
        if role and found.start() not in taken:
            edges.append((found.start(), found.end(), role, found[0].strip(), None))
    edges.sort(key=lambda edge: edge[:2])
    for index, (_, body, what, printed, more) in enumerate(edges):
        stop = edges[index + 1][0] if index + 1 < len(edges) else end
        if what == "heading":
            asks = more if isinstance(more, str) else asks
            continue
        stretch = text[body:stop]
        words = _RULES.sub("", stretch.rstrip()).strip()
        if not words:
            continue
        first = body + len(stretch) - len(stretch.lstrip())
        if isinstance(more, Label):
            yield Written(first, first + len(words), "", None, printed, more)
        else:
            yield Written(
                first, first + len(words), what, asks if what == QUESTION else parties.answers, printed
            )


def _roles(marks: Sequence[re.Match[str]]) -> list[str | None]:
    """What each mark opens. A number opens a question where an answer follows before the next number, or
    where numbered questions stand in a row before the first answer; within an answer it is a list's."""
    roles: list[str | None] = []
    answering, last = False, 0
    for index, mark in enumerate(marks):
        role: str | None = None
        if mark["asked"] or mark["answered"]:
            role = QUESTION if mark["asked"] else ANSWER
        elif (number := mark["number"].strip("().")).isdigit():
            if (
                not answering
                or (int(number) == last + 1 and _is_answered(marks, index))
                or (index + 1 < len(marks) and marks[index + 1]["answered"])
            ):
                role, last = QUESTION, int(number)
        elif index + 1 < len(marks) and marks[index + 1]["answered"]:
            role = QUESTION
        if role:
            answering = role == ANSWER
        roles.append(role)
    return roles


def _is_answered(marks: Sequence[re.Match[str]], index: int) -> bool:
    """Whether an answer follows a number, with nothing but letters between."""
    for mark in marks[index + 1 : index + 30]:
        if mark["answered"]:
            return True
        if mark["asked"] or mark["number"].strip("().").isdigit():
            return False
    return False


def _clean(name: str | None) -> str | None:
    return " ".join(name.split()).strip(" .") or None if name else None
