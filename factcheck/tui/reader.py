"""The reader's keys: the caret, words and sentences to select, what is to be captured or copied."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from textual.binding import BindingType
from textual.message import Message

from factcheck.errors import FactcheckError
from factcheck.tui.acts import bindings
from factcheck.tui.reader_page import ReaderPage, Spot
from factcheck.tui.text_rows import sentence_from, word_from

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

__all__ = ["Reader", "Spot"]


class Reader(ReaderPage):
    """The page with its keys. What concerns more than the text goes to the screen as a message."""

    BINDINGS: ClassVar[list[BindingType]] = bindings("reader")
    _asked: tuple[str, Sequence[tuple[int, int | None]]] | None = None

    @dataclass
    class CaptureWanted(Message):
        """The selected stretch is to become a statement, or evidence."""

        source: str
        start: int
        end: int
        words: str
        evidence: bool = False

    @dataclass
    class CopyWanted(Message):
        """The selected words are to be copied with their place."""

        words: str
        place: str

    @dataclass
    class Decided(Message):
        """The proposal at the caret is to be accepted or rejected."""

        proposal: str
        accepted: bool

    def action_reader_left(self) -> None:
        self._step(-1)

    def action_reader_right(self) -> None:
        self._step(1)

    def action_reader_up(self) -> None:
        self._vertical(-1)

    def action_reader_down(self) -> None:
        self._vertical(1)

    def action_reader_more_left(self) -> None:
        self._step(-1, selecting=True)

    def action_reader_more_right(self) -> None:
        self._step(1, selecting=True)

    def action_reader_more_up(self) -> None:
        self._vertical(-1, selecting=True)

    def action_reader_more_down(self) -> None:
        self._vertical(1, selecting=True)

    def action_reader_page_up(self) -> None:
        self._vertical(-max(self.size.height - 1, 1))

    def action_reader_page_down(self) -> None:
        self._vertical(max(self.size.height - 1, 1))

    def action_reader_top(self) -> None:
        self._to(0, 0)

    def action_reader_bottom(self) -> None:
        last = self._lines.row(len(self._lines) - 1)
        if last is not None:
            self._to(last.number, last.start + len(last.text))

    def action_reader_word(self) -> None:
        self._take(word_from)

    def action_reader_sentence(self) -> None:
        self._take(sentence_from)

    def action_reader_next_mark(self) -> None:
        self._leap(self._stops(), 1)

    def action_reader_previous_mark(self) -> None:
        self._leap(self._stops(), -1)

    def to_found(self, step: int) -> None:
        """To the next place found, or back to one."""
        self._leap([start for start, _ in self._marks.found], step)

    def action_reader_next_question(self) -> None:
        self._leap([question for question, _ in self._questions()], 1)

    def action_reader_previous_question(self) -> None:
        self._leap([question for question, _ in self._questions()], -1)

    def action_reader_answer(self) -> None:
        """To the answer of the question asked last before the caret."""
        asked = [answer for question, answer in self._questions() if question <= self._caret]
        if not asked or asked[-1] is None:
            self.app.bell()
        else:
            self.go(asked[-1])

    def action_reader_turn(self) -> None:
        turn = self.turn
        if turn is None:
            raise FactcheckError("Nobody speaks at the caret", "Turns are known in transcripts only.")
        self._to(self._desk.line_of(self.source or "", turn.start), turn.start)
        self._to(self._desk.line_of(self.source or "", turn.end), turn.end, selecting=True)

    def _questions(self) -> Sequence[tuple[int, int | None]]:
        """Of the source in hand, asked for once: a text never changes."""
        if self.source is None:
            return ()
        if self._asked is None or self._asked[0] != self.source:
            self._asked = self.source, self._desk.questions(self.source)
        return self._asked[1]

    def _stops(self) -> list[int]:
        """Where proposals and anchors of the whole source begin."""
        last = self._lines.row(len(self._lines) - 1)
        return self._marks.stops(last.start + len(last.text)) if last is not None else []

    def _leap(self, stops: list[int], step: int) -> None:
        if step > 0:
            place = next((stop for stop in stops if stop > self._caret), None)
        else:
            place = next((stop for stop in reversed(stops) if stop < self._caret), None)
        if place is None:
            self.app.bell()
        else:
            self.go(place)

    def action_reader_accept(self) -> None:
        self._decide(accepted=True)

    def action_reader_reject(self) -> None:
        self._decide(accepted=False)

    def _decide(self, *, accepted: bool) -> None:
        if self.proposal is None:
            raise FactcheckError("No proposal is at the caret", "n goes to the next one; it is underlined.")
        self.post_message(self.Decided(self.proposal.id, accepted))

    def action_reader_evidence(self) -> None:
        self._capture(evidence=True)

    def action_reader_capture(self) -> None:
        self._capture(evidence=False)

    def _capture(self, *, evidence: bool) -> None:
        chosen = self.selection or self._focus
        words = self.text(*chosen) if chosen else ""
        if chosen is None or self.source is None or not words.strip():
            raise FactcheckError(
                "Nothing is selected",
                "Select words first.",
                "w takes a word, s a sentence, ⇧ and arrows more.",
            )
        start = chosen[0] + len(words) - len(words.lstrip())
        end = start + len(words.strip())
        self.post_message(self.CaptureWanted(self.source, start, end, words.strip(), evidence))

    def action_reader_copy(self) -> None:
        chosen = self.selection or self._focus
        line = self._lines.row(self._line)
        if chosen is None or line is None:
            raise FactcheckError("Nothing is selected", "Select words first: w takes a word, s a sentence.")
        self.post_message(self.CopyWanted(self.text(*chosen), line.place))

    def _step(self, step: int, *, selecting: bool = False) -> None:
        line = self._lines.row(self._line)
        if line is None:
            return
        place = self._caret + step
        number = self._line
        if place < line.start:
            number -= 1
        elif place > line.start + len(line.text):
            number += 1
        other = self._lines.row(number)
        if other is None:
            return
        place = min(max(place, other.start), other.start + len(other.text))
        self._to(number, place, selecting=selecting)

    def _vertical(self, rows: int, *, selecting: bool = False) -> None:
        line = self._lines.row(self._line)
        if line is None:
            return
        inside = self._caret - line.start
        row = self._text.row_holding(self._line, inside)
        start, _ = self._text.rows_of(self._line)[row]
        column = self._wanted_column if self._wanted_column is not None else inside - start
        here = (self._line, row)
        at = self._text.below(here, rows) if rows > 0 else self._text.above(here, -rows)
        if at is None:
            at = self._text.last
        target = self._lines.row(at[0])
        if target is None:
            return
        start, end = self._text.rows_of(at[0])[at[1]]
        last = end if end == len(target.text) else max(end - 1, start)
        self._to(at[0], target.start + min(start + column, last), selecting=selecting)
        self._wanted_column = column

    def _take(self, find: Callable[[str, int], tuple[int, int] | None]) -> None:
        line = self._lines.row(self._line)
        inside = self._caret - line.start if line else 0
        while line is not None:
            found = find(line.text, inside)
            if found is not None:
                start, end = line.start + found[0], line.start + found[1]
                if self._mark is None or self._mark > start:
                    self._mark = start
                self._to(line.number, end, selecting=True)
                return
            line, inside = self._lines.row(line.number + 1), 0
