"""The cues of a caption file: which lines are words and when they are shown, which are numbers and timings.

One scan for SubRip (SRT) and WebVTT (https://www.w3.org/TR/webvtt1/), as lenient as players are: a number or
a blank line may be missing, a comma stand for a point. What players drop in silence is kept or told.
webvtt-py is no help here: its captions know neither where their lines stand nor what was cut from them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.core.document import Hole
from factcheck.read.cutting import Cut
from factcheck.read.decode import place_in

_CLOCK = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{1,2})(?:[.,](\d{1,3}))?"
_TIMING = re.compile(rf"[ \t]*{_CLOCK}[ \t]*-{{1,3}}>[ \t]*(?:{_CLOCK}(?=[ \t]|$))?")
_BROKEN = re.compile(r"[ \t]*\d[\d:.,;hms \t]*(?:-{1,3}>|[–—]>|→)|[ \t]*-->")
_NUMBER = re.compile(r"[ \t]*(\d{1,9})[ \t]*")
_SETTINGS = re.compile(r"(?:[ \t]+[A-Za-z]\w{0,20}:\S{1,80})*[ \t]*")
_COMMENT = re.compile(r"(?:NOTE|STYLE|REGION)(?:[ \t]|$)")
_SHOWN = 40


@dataclass(slots=True)
class Cue:
    """What is shown together: spans of its lines in the text, and from when to when in milliseconds, None
    where that cannot be read."""

    begins: int | None
    ends: int | None
    lines: list[tuple[int, int]] = field(default_factory=list)

    @property
    def time(self) -> str | None:
        """The beginning as `00:01:02.500`; an SRT writes a comma."""
        if self.begins is None:
            return None
        seconds, milliseconds = divmod(self.begins, 1000)
        return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{milliseconds:03}"


@dataclass(slots=True)
class _Odd:
    """Something amiss: how often, and where first."""

    count: int = 0
    first: int = 0

    def add(self, offset: int) -> None:
        self.first = self.first if self.count else offset
        self.count += 1


class Scan:
    """A caption file taken line by line. `furniture` are the cuts that leave the words only, in order."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.cues: list[Cue] = []
        self.furniture: list[Cut] = []
        self._is_vtt = text.startswith("WEBVTT")
        self._in_comment = self._is_vtt
        self._since_blank: list[tuple[int, int, bool]] = []
        self._number: int | None = None
        self._timed = False
        self._timing, self._stray, self._no_blank, self._backwards, self._overlap = (_Odd() for _ in range(5))
        at = 0
        while at < len(text):
            end = text.find("\n", at)
            end = len(text) if end < 0 else end
            self._take(at, end)
            at = end + 1
        self._look_at_order()

    def holes(self) -> Iterator[Hole]:
        for what, odd, where in (
            ("timing", self._timing, "cue times that cannot be read, or an end before its beginning"),
            ("words-without-cue", self._stray, "lines that belong to no cue and that players do not show"),
            ("blank-line", self._no_blank, "cues that no blank line sets apart"),
            ("times-out-of-order", self._backwards, "cues that begin before the one that stands before them"),
            ("times-overlap", self._overlap, "cues that begin while the one before is still shown"),
        ):
            if odd.count:
                yield Hole(what, f"{where}; first at {place_in(self.text, odd.first)}", odd.count)

    def _take(self, start: int, end: int) -> None:
        line = self.text[start:end]
        if not line:
            self._in_comment = False
            self._since_blank.clear()
            self._cut(start, end, "cue")
        elif line.isspace():  # within a cue it keeps a line free, as programs write
            self._cut(start, end, "cue")
        elif found := _TIMING.match(line):
            self._begin(start, end, _milliseconds(found, 1), _milliseconds(found, 5))
            if not _SETTINGS.fullmatch(line, found.end()):
                self._words_beside(start + found.end(), end)
        elif "-->" in line[:_SHOWN] and _BROKEN.match(line):
            self._begin(start, end, None, None)
        elif self._in_comment or (self._is_vtt and not self._since_blank and _COMMENT.match(line)):
            self._in_comment = True
            self._cut(start, end, "note")
        else:
            self._words(start, end)

    def _begin(self, start: int, end: int, begins: int | None, ends: int | None) -> None:
        self._in_comment = False
        self._take_identifier(start)
        if begins is None or ends is None or ends < begins:
            self._timing.add(start)
        self._cut(start, end, "cue")
        self.cues.append(Cue(begins, ends))
        self._timed = True
        self._since_blank[:] = [(start, end, False)]

    def _take_identifier(self, start: int) -> None:
        """The line right before a timing is its number or name, unless it can only be words."""
        if not self._since_blank:
            return
        line_start, line_end, is_words = self._since_blank[-1]
        if not is_words:
            self._no_blank.add(start)
            return
        number = _NUMBER.fullmatch(self.text, line_start, line_end)
        alone = len(self._since_blank) == 1
        follows = number is not None and self._number is not None and int(number[1]) == self._number + 1
        if not alone:
            self._no_blank.add(start)
        named = self._is_vtt and alone and (not self._timed or len(self.cues[-1].lines) > 1)
        if (number and alone) or follows or named:
            self._number = int(number[1]) if number else None
            self.cues[-1].lines.pop()
            self._cut(line_start, line_end, "cue")
            if alone:
                self._stray.count -= 1

    def _words_beside(self, start: int, end: int) -> None:
        """Words on the line of their timing."""
        cut = self.furniture.pop()
        self.furniture.append(Cut(cut.start, start, cut.why))
        self.cues[-1].lines.append((start, end))

    def _words(self, start: int, end: int) -> None:
        if not self.cues:
            self.cues.append(Cue(None, None))
        if not self._since_blank:
            self._stray.add(start)
        self._since_blank.append((start, end, True))
        self.cues[-1].lines.append((start, end))

    def _cut(self, start: int, end: int, why: str) -> None:
        """Whole lines, with their line end; neighbours of one sort are one cut."""
        end = min(end + 1, len(self.text))
        last = self.furniture[-1] if self.furniture else None
        if last is not None and last.end == start and last.why == why:
            self.furniture[-1] = Cut(last.start, end, why)
        else:
            self.furniture.append(Cut(start, end, why))

    def _look_at_order(self) -> None:
        last: Cue | None = None
        for cue in self.cues:
            if cue.begins is None or not cue.lines:
                continue
            if last is not None and last.begins is not None and cue.begins < last.begins:
                self._backwards.add(cue.lines[0][0])
            elif last is not None and last.ends is not None and cue.begins < last.ends:
                self._overlap.add(cue.lines[0][0])
            last = cue


def _milliseconds(found: re.Match[str], group: int) -> int | None:
    hours, minutes, seconds, fraction = found.group(group, group + 1, group + 2, group + 3)
    if minutes is None or int(minutes) > 59 or int(seconds) > 59:
        return None
    whole = int(hours or 0) * 3600 + int(minutes) * 60 + int(seconds)
    return whole * 1000 + int((fraction or "0").ljust(3, "0"))
