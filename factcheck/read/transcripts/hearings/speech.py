"""From sittings, headings, notes and labels to a hearing's sections and to what was said in each."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from factcheck.core.document import Section
from factcheck.read.transcripts.hearings.asides import Aside
from factcheck.read.transcripts.hearings.headings import BACK, PREPARED, QUESTIONS, STATEMENT, Heading
from factcheck.read.transcripts.hearings.labels import Label
from factcheck.read.transcripts.hearings.sittings import Sitting

SPOKEN, NOTE, WRITTEN = "spoken", "note", "written"


@dataclass(slots=True)
class Said:
    """A stretch of words, before it is known who the speaker is and what he does with them.

    `sort` is SPOKEN, NOTE or WRITTEN. `heading` is the one right above, if it says whose words follow;
    `author` whose statement a note announced; `within` what stands in it that was not said (a note, a
    heading, a footnote).
    """

    start: int
    end: int
    sort: str
    label: Label | None = None
    sitting: Sitting | None = None
    heading: Heading | None = None
    author: str | None = None
    within: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Footnote:
    start: int
    end: int


Event = Sitting | Heading | Aside | Footnote | Label
_SOON = 600
"""Code points after a note of adjournment within which a speaker's label shows that it was a mere recess."""

_RULES = re.compile(r"(?:\n\s*[_\-=*]{4,}[ \t]*)+\Z")
_RANK: dict[type, int] = {Sitting: 0, Heading: 1, Aside: 2, Footnote: 3, Label: 4}


class Assembly:
    """Takes the events of a hearing in order; gathers its sections, what was said, and where written
    questions stand."""

    def __init__(self, text: str, title: str | None) -> None:
        self.sections = [Section(0, "front")]
        self.said: list[Said] = []
        self.questions: list[tuple[Heading, int, int]] = []
        self._text, self._title = text, title
        self._sitting: Sitting | None = None
        self._part = "front"
        self._is_over = False
        self._ended_at: int | None = None
        self._open: Said | None = None
        self._apart: list[tuple[int, int, str]] = []
        self._heading: Heading | None = None
        self._asking: Heading | None = None

    def take(self, events: Iterable[Event]) -> None:
        """All events of the hearing; they need not be sorted."""
        ordered = sorted(events, key=lambda event: (place_of(event), _RANK[type(event)]))
        self._has_sittings = any(isinstance(event, Sitting) for event in ordered)
        for event in ordered:
            if isinstance(event, Sitting):
                self._take_sitting(event)
            elif self._part == "front" and self._has_sittings:
                continue
            elif isinstance(event, Label):
                self._take_label(event)
            elif isinstance(event, Heading):
                self._take_heading(event)
            elif isinstance(event, Aside):
                self._take_aside(event)
            elif self._open:
                self._apart.append((event.start, event.end, "footnote"))
        self._close(len(self._text))

    def _take_sitting(self, sitting: Sitting) -> None:
        self._close(sitting.start)
        self._sitting, self._heading, self._is_over = sitting, None, False
        self._enter("sitting", sitting.start, self._title)

    def _take_label(self, label: Label) -> None:
        if self._is_over and self._goes_on_after_all(label):
            self._is_over, self._part = False, "back"
        if self._part == "questions" or self._is_over or label.numbered:
            return
        if self._sitting and label.line < self._sitting.opens:
            return
        self._close(label.line)
        if self._part != "sitting":
            is_first = self._part == "front" and not self._text[: label.line].strip()
            self._enter("sitting", 0 if is_first else label.line, self._title)
        self._open = Said(label.body, label.body, SPOKEN, label, self._sitting, self._heading)
        self._heading = None

    def _goes_on_after_all(self, label: Label) -> bool:
        """Whether somebody speaks right after a note said that the sitting was over."""
        return self._part == "back" and self._ended_at is not None and label.line - self._ended_at < _SOON

    def _take_heading(self, heading: Heading) -> None:
        if heading.sort in (QUESTIONS, BACK, PREPARED):
            self._ended_at = None
        if heading.sort == QUESTIONS and (self._is_over or heading.is_formal):
            self._part_with(heading, "questions")
            self._asking = heading
        elif heading.sort == BACK:
            self._is_over = self._is_over or heading.is_appendix
            self._part_with(heading, "back")
        elif heading.sort == PREPARED or (heading.sort == STATEMENT and self._is_over):
            author = self._open.author if self._open else None
            self._part_with(heading, "written")
            self._write(heading.end, author=author, heading=heading)
        elif heading.sort == STATEMENT or (heading.resumes and self._part != "sitting"):
            self._close(heading.start)
            self._heading = heading if heading.sort == STATEMENT else None
            if self._part == "questions" or heading.resumes:
                self._is_over = False
                self._enter("sitting", heading.start, self._title)
        elif self._open:
            self._apart.append((heading.start, heading.end, "heading"))

    def _take_aside(self, aside: Aside) -> None:
        if self._is_over and self._part != "questions":
            return
        if aside.ends_sitting:
            self._close(aside.start)
            self.said.append(Said(aside.start, aside.end, NOTE, sitting=self._sitting))
            self._is_over, self._heading, self._ended_at = True, None, aside.end
            self._enter("back", aside.end, None)
        elif self._part in ("questions", "written") and not aside.announces:
            return
        elif aside.announces:
            self._close(aside.start)
            self.said.append(Said(aside.start, aside.end, NOTE, sitting=self._sitting))
            self._enter("written", aside.end, None)
            self._write(aside.end, author=aside.announced)
        elif self._open:
            self._apart.append((aside.start, aside.end, "note"))
        else:
            self.said.append(Said(aside.start, aside.end, NOTE, sitting=self._sitting))

    def _part_with(self, heading: Heading, part: str) -> None:
        self._close(heading.start)
        self._heading = None
        self._enter(part, heading.start, heading.words)

    def _write(self, start: int, *, author: str | None = None, heading: Heading | None = None) -> None:
        self._open = Said(start, start, WRITTEN, None, self._sitting, heading, author)

    def _enter(self, part: str, start: int, heading: str | None) -> None:
        self._part = part
        sitting = self._sitting if part == "sitting" else None
        section = Section(
            start,
            part,
            sitting.date if sitting else None,
            sitting.place if sitting else None,
            heading,
            sitting.present if sitting else (),
        )
        last = self.sections[-1]
        if last.start == start or (
            last.sort in (part, "back") and not self._text[last.start : start].strip()
        ):
            self.sections[-1] = replace(section, start=last.start)
        else:
            self.sections.append(section)

    def _close(self, end: int) -> None:
        """The open turn ends before what stands between it and `end` and is none of its words."""
        said, apart = self._open, self._apart
        self._open, self._apart = None, []
        if self._asking:
            self.questions.append((self._asking, self._asking.end, end))
            self._asking = None
        if said is None:
            return
        notes: list[Said] = []
        while apart and not self._text[apart[-1][1] : end].strip():
            start, stop, what = apart.pop()
            end = start
            if what == "note":
                notes.append(Said(start, stop, NOTE, sitting=said.sitting))
        said.end = said.start + len(_RULES.sub("", self._text[said.start : end].rstrip()))
        said.start += len(self._text[said.start : said.end]) - len(self._text[said.start : said.end].lstrip())
        said.within = tuple(what for _, _, what in apart)
        if said.end > said.start:
            self.said.append(said)
        self.said += reversed(notes)


def place_of(event: Event) -> int:
    return event.line if isinstance(event, Label) else event.start
