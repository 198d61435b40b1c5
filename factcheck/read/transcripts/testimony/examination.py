"""Who says what in an examination: cues become turns, with examiner, witness, role and flags."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import replace
from itertools import zip_longest

from factcheck.core.document import Turn
from factcheck.read.transcripts.testimony import colloquy, committees
from factcheck.read.transcripts.testimony import flags as flag
from factcheck.read.transcripts.testimony.appearances import Appearances
from factcheck.read.transcripts.testimony.committees import Committee
from factcheck.read.transcripts.testimony.cues import ANSWER, BY, HEADING, LABEL, NOTE, QUESTION, Cue
from factcheck.read.transcripts.testimony.labels import is_court
from factcheck.read.transcripts.testimony.oaths import Witness
from factcheck.read.transcripts.testimony.running_heads import Heads
from factcheck.read.transcripts.testimony.stand import Stand

_ASKS_NAME = re.compile(
    r"(?:please|would you(?: please)?|can you(?: please)?) (?:state|spell|give)\b", re.IGNORECASE
)
_CONCLUDES = re.compile(r"\b(?:conclud|adjourn|terminat|time noted|signature|ended at)", re.IGNORECASE)
_INTERPRETER_SWORN = re.compile(
    r"\binterpreter\b[^.]{0,120}\bsworn\b|\bsworn\b[^.]{0,120}\b(?:interpret|translate)\b", re.IGNORECASE
)
_BETWEEN = 8
"""Turns before an answer among which what it answers is looked for, over objections and the like."""

_WORDS = re.compile(r"\w")


class Examination:
    """Turns of the sittings of one document, in order."""

    def __init__(
        self,
        text: str,
        appearances: Appearances,
        committee: Committee,
        heads: Heads,
        witnesses: Sequence[Witness],
    ) -> None:
        self._text, self._appearances, self._witnesses = text, appearances, witnesses
        self._stand = Stand(text, appearances, heads, witnesses)
        self._committee = committee
        self._sworn_at = [witness.start for witness in witnesses]
        self._entity = False
        self._turns: list[Turn] = []
        self._examiner: tuple[str, tuple[str, ...]] | None = None
        self._pending = False
        self._awaits_examiner = False
        self._moved = False
        self._floor: str | None = None
        self._candidates: tuple[str, ...] = ()
        self._interpreted = self._interpreter_sworn = False

    def sitting(
        self,
        cues: Sequence[Cue],
        start: int,
        end: int,
        deponent: str | None,
        entity: bool,
        candidates: tuple[str, ...],
    ) -> None:
        """Adds the turns of one sitting. `deponent` is whom its cover names, `entity` says that he speaks for
        an organisation, `candidates` are those who may have asked where no heading says it."""
        self._stand.deponent, self._entity, self._candidates = deponent, entity, candidates
        self._pending = False
        k = bisect_left(self._sworn_at, start)
        for cue, after in zip_longest(cues, cues[1:]):
            while k < len(self._witnesses) and self._sworn_at[k] <= cue.start:
                self._sworn(self._witnesses[k])
                k += 1
            if k and cue.start < self._witnesses[k - 1].end:
                continue
            stop = after.start if after else end
            if k < len(self._witnesses) and self._sworn_at[k] < stop:
                stop = self._sworn_at[k]
            self._take(cue, stop, after)

    def turns(self) -> tuple[Turn, ...]:
        return tuple(self._turns)

    def _take(self, cue: Cue, end: int, after: Cue | None) -> None:
        if cue.kind == QUESTION:
            if cue.name:
                self._examiner = self._appearances.speaker(cue.name)
            self._question(cue, end)
        elif cue.kind == ANSWER:
            self._answer(cue, end)
        elif cue.kind == LABEL:
            self._label(cue, end, after)
        elif cue.kind in (BY, HEADING):
            self._heading(cue, end)
        elif cue.kind == NOTE:
            self._note(cue, end)

    def _heading(self, cue: Cue, end: int) -> None:
        if cue.examination or (cue.kind == HEADING and "exam" in (cue.label or "").lower()):
            self._stand.heading = (cue.start, cue.examination)
        if cue.name:
            self._examiner = self._appearances.speaker(cue.name)
        self._awaits_examiner = cue.open or (cue.kind == HEADING and cue.name is None)
        if cue.kind == BY and _WORDS.search(self._text, cue.body, end):
            self._question(cue._replace(kind=QUESTION), end)

    def _question(self, cue: Cue, end: int) -> None:
        start, end, text = self._trimmed(cue.body, end)
        self._awaits_examiner = False
        if not text:
            return
        self._floor = None
        name, candidates = self._examiner or (cue.label or "Q", self._candidates)
        flags = [*flag.question_flags(text), *self._stand.examination_at(cue.start)]
        if candidates:
            flags.append("ambiguous-speaker")
        self._put(start, end, name, "question", cue.label, candidates, flags)
        self._pending = True

    def _answer(self, cue: Cue, end: int) -> None:
        start, end, text = self._trimmed(cue.body, end)
        if not text:
            return
        if not self._court_asks() and not self._member_asks(answered=True) and self._counsel_asks():
            self._talk(start, end, text, cue)
        else:
            self._testify(start, end, text, cue)

    def _testify(self, start: int, end: int, text: str, cue: Cue) -> None:
        flags: list[str] = []
        label = cue.label
        through = flag.interpreted(text)
        if through is None and "interpreter)" in (label or "").lower():
            through = 0
        if through is not None:
            begins, _, words = self._trimmed(start + through, end)
            if words:
                if through and label:
                    label = f"{label} {text[:through].strip()}"
                start, text = begins, words
                flags.append(flag.TRANSLATED)
        elif self._interpreted and not flag.in_english(text):
            flags.append(flag.TRANSLATED)
        flags += flag.answer_flags(text)
        flags += self._stand.examination_at(cue.start)
        if flag.NONVERBAL in flags and flag.TRANSLATED in flags:
            flags.remove(flag.TRANSLATED)
        if self._entity:
            flags.append(flag.ENTITY)
        self._put(start, end, self._stand.witness_at(cue.start) or label or "A", "answer", label, (), flags)
        self._pending = flag.INTERRUPTED in flags

    def _label(self, cue: Cue, end: int, after: Cue | None) -> None:
        start, end, text = self._trimmed(cue.body, end)
        label = cue.label or ""
        voice = self._appearances.voice(label)
        names_examiner = self._awaits_examiner or (after is not None and after.kind == QUESTION)
        self._awaits_examiner = False
        if not text:
            if names_examiner:
                self._examiner = voice.name, voice.candidates
            return
        if asked := colloquy.ASKS.match(text):  # "MS. RUIZ:  Q.  Were you there?"
            self._examiner = voice.name, voice.candidates
            self._question(
                cue._replace(body=start + asked.end(), label=f"{label}: {asked.group().strip()}"), end
            )
            return
        if voice.witness or (voice.called and voice.name == self._stand.witness_at(cue.start)):
            self._witness_speaks(start, end, text, cue)
            return
        flags = ["ambiguous-speaker"] if voice.candidates else []
        role = "colloquy"
        if colloquy.lets_answer(text) and any(turn.role == "question" for turn in self._turns[-8:]):
            self._pending = True
        if voice.repeats and self._turns and self._turns[-1].role == "answer" and colloquy.asks_again(text):
            self._pending = True
        if voice.court:
            if colloquy.strikes(text, asked=self._moved):
                self._strike()
        elif voice.titled and (colloquy.is_objection(text) or (self._objected() and colloquy.joins(text))):
            role = "objection"
        self._moved = role == "objection" and colloquy.moves_to_strike(text)
        if flag.is_interrupted(text):
            flags.append(flag.INTERRUPTED)
        if voice.records:
            flags += colloquy.record_flags(text)
        self._put(start, end, voice.name, role, label, voice.candidates, flags)

    def _objected(self) -> bool:
        return any(turn.role == "objection" for turn in self._turns[-3:])

    def _witness_speaks(self, start: int, end: int, text: str, cue: Cue) -> None:
        """The witness answers the question that is open, the judge or a member; else it is talk."""
        if self._member_asks(answered=False) or self._pending:
            self._testify(start, end, text, cue)
            return
        if self._court_asks():
            self._testify(start, end, text, cue)
            self._pending = False
            return
        self._talk(start, end, text, cue)

    def _talk(self, start: int, end: int, text: str, cue: Cue) -> None:
        witness = self._stand.witness_at(cue.start) or cue.label
        flags = [flag.INTERRUPTED] if flag.is_interrupted(text) else []
        self._put(start, end, witness, "colloquy", cue.label, (), flags)

    def _counsel_asks(self) -> bool:
        """Whether before a committee somebody who is not there to ask has just asked something."""
        before = self._turns[-1] if self._turns else None
        if before is None or self._pending or before.role != "colloquy" or not self._committee.sits:
            return False
        return self._text[before.start : before.end].endswith("?")

    def _court_asks(self) -> bool:
        """Whether the judge spoke last and asked; then that is a question like counsel's."""
        before = self._turns[-1] if self._turns else None
        if before is None or before.role != "colloquy" or not is_court(before.label or ""):
            return False
        text = self._text[before.start : before.end]
        if not (text.rstrip(' "”').endswith("?") or _ASKS_NAME.match(text)):
            return False
        self._was_question(len(self._turns) - 1)
        return True

    def _member_asks(self, *, answered: bool) -> bool:
        """Whether a member, or counsel of the committee, asked last under a label; then that is a question.

        `answered` says that the print calls what follows an answer: where nothing else is open, it answers
        whatever a member said, and what is said to a member who has been answered goes on with it.
        """
        if not self._committee.sits:
            return False
        for index in range(len(self._turns) - 1, max(-1, len(self._turns) - _BETWEEN), -1):
            turn = self._turns[index]
            if turn.role in ("note", "objection"):
                continue
            if turn.role != "colloquy" or not turn.label:
                return False
            text = self._text[turn.start : turn.end]
            voice = self._appearances.voice(turn.label)
            if voice.records or voice.repeats or colloquy.is_aside(text):
                continue
            if not self._committee.asks(voice, turn.label):
                return False
            goes_on = not self._pending and (answered or self._floor == turn.speaker)
            if not (committees.asks(text) or (goes_on and not committees.is_courtesy(text))):
                return False
            self._was_question(index)
            self._floor = turn.speaker
            return True
        return False

    def _was_question(self, index: int) -> None:
        turn = self._turns[index]
        flags = (*turn.flags, *flag.question_flags(self._text[turn.start : turn.end]))
        self._turns[index] = replace(turn, role="question", flags=tuple(dict.fromkeys(flags)))

    def _note(self, cue: Cue, end: int) -> None:
        start, stop, text = self._trimmed(cue.start, cue.body)
        if self._pending and flag.has_no_words(text):
            witness = self._stand.witness_at(cue.start)
            flags = [
                flag.NONVERBAL,
                *self._stand.examination_at(cue.start),
                *([flag.ENTITY] if self._entity else []),
            ]
            self._put(start, stop, witness or "THE WITNESS", "answer", None, (), flags)
            self._pending = False
        elif text:
            self._put(start, stop, None, "note", None, (), [])
            if _INTERPRETER_SWORN.search(text):
                self._interpreted = self._interpreter_sworn = True
        if _WORDS.search(self._text, cue.body, end) and not _CONCLUDES.search(text):
            self._goes_on(cue.body, end)

    def _goes_on(self, start: int, end: int) -> None:
        """Words without a label after a note or a rule are those of whoever spoke before it."""
        start, end, text = self._trimmed(start, end)
        before = next((turn for turn in reversed(self._turns) if turn.role != "note"), None)
        if before is None or not text:
            return
        kept = tuple(
            one
            for one in before.flags
            if one in ("ambiguous-speaker", flag.TRANSLATED, flag.ENTITY) or one.endswith("-examination")
        )
        self._turns.append(
            Turn(start, end, before.speaker, before.role, None, before.speaker_candidates, kept)
        )

    def _sworn(self, witness: Witness) -> None:
        """A witness is sworn in: the passage is a note."""
        start, end, _ = self._trimmed(witness.start, witness.end)
        self._put(start, end, None, "note", None, (), [])
        self._interpreted = witness.interpreted or self._interpreter_sworn
        self._interpreter_sworn = False
        self._pending = False

    def _strike(self) -> None:
        for index in range(len(self._turns) - 1, max(-1, len(self._turns) - 12), -1):
            turn = self._turns[index]
            if turn.role == "answer":
                if flag.STRICKEN not in turn.flags:
                    self._turns[index] = replace(turn, flags=(*turn.flags, flag.STRICKEN))
                return

    def _trimmed(self, start: int, end: int) -> tuple[int, int, str]:
        """A stretch without the blanks around it, and its words."""
        words = self._text[start:end].rstrip()
        end = start + len(words)
        words = words.lstrip()
        return end - len(words), end, words

    def _put(
        self,
        start: int,
        end: int,
        speaker: str | None,
        role: str,
        label: str | None,
        candidates: tuple[str, ...],
        flags: Sequence[str],
    ) -> None:
        if self._turns and start < self._turns[-1].end:
            return
        once = tuple(dict.fromkeys(flags)) if flags else ()
        self._turns.append(Turn(start, end, speaker, role, label, candidates, once))
