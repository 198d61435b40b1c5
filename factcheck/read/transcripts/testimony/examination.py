"""Who says what in an examination: cues become turns, with examiner, witness, role and flags."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.core.document import Turn
from factcheck.read.transcripts.testimony import flags as flag
from factcheck.read.transcripts.testimony.appearances import Appearances
from factcheck.read.transcripts.testimony.cues import ANSWER, BY, HEADING, LABEL, NOTE, QUESTION, Cue
from factcheck.read.transcripts.testimony.labels import is_court, is_titled, is_witness
from factcheck.read.transcripts.testimony.oaths import Witness
from factcheck.read.transcripts.testimony.running_heads import Heads
from factcheck.read.transcripts.testimony.spelt_names import surname, written

_OFF_RECORD = re.compile(r"\boff (?:of )?the (?:video(?:tape)? )?record\b", re.IGNORECASE)
_ON_RECORD = re.compile(r"\b(?:back )?on (?:to )?the (?:video(?:tape)? )?record\b", re.IGNORECASE)
_ASKS_NAME = re.compile(
    r"(?:please|would you(?: please)?|can you(?: please)?) (?:state|spell|give)\b", re.IGNORECASE
)
_CONCLUDES = re.compile(r"\b(?:conclud|adjourn|terminat|time noted|signature|ended at)", re.IGNORECASE)
_INTERPRETER_SWORN = re.compile(
    r"\binterpreter\b[^.]{0,120}\bsworn\b|\bsworn\b[^.]{0,120}\b(?:interpret|translate)\b", re.IGNORECASE
)
_LATE = 4_000
"""Code points within which a witness who speaks is named by the oath that follows."""

_CONTINUES = re.compile(r"\S")
_WORDS = re.compile(r"\w")


class Examination:
    """Turns of the sittings of one document, in order."""

    def __init__(
        self,
        text: str,
        appearances: Appearances,
        heads: Heads,
        witnesses: Sequence[Witness],
    ) -> None:
        self._text, self._appearances, self._heads, self._witnesses = text, appearances, heads, witnesses
        self._sworn_at = [witness.start for witness in witnesses]
        self._by_surname = {surname(witness.name): witness.name for witness in witnesses}
        self._deponent: str | None = None
        self._entity = False
        self._turns: list[Turn] = []
        self._examiner: tuple[str, tuple[str, ...]] | None = None
        self._kind: tuple[int, str | None] = (-1, None)
        self._pending = False
        self._awaits_examiner = False
        self._moved = False
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
        self._deponent, self._entity, self._candidates = deponent, entity, candidates
        self._pending = False
        k = bisect_left(self._sworn_at, start)
        for index, cue in enumerate(cues):
            while k < len(self._witnesses) and self._sworn_at[k] <= cue.start:
                self._sworn(self._witnesses[k])
                k += 1
            if k and cue.start < self._witnesses[k - 1].end:
                continue
            after = cues[index + 1] if index + 1 < len(cues) else None
            self._take(cue, self._stretch_end(cue, after.start if after else end), after)

    def turns(self) -> tuple[Turn, ...]:
        return tuple(self._turns)

    def _stretch_end(self, cue: Cue, end: int) -> int:
        """The stretch of a cue ends where a witness is sworn in."""
        k = bisect_right(self._sworn_at, cue.start)
        return min(end, self._sworn_at[k]) if k < len(self._sworn_at) else end

    def _take(self, cue: Cue, end: int, after: Cue | None) -> None:
        if cue.kind == QUESTION:
            if cue.name:
                self._examiner = self._appearances.speaker(cue.name)
            self._question(cue, end)
        elif cue.kind == ANSWER:
            self._answer(cue, end, after)
        elif cue.kind == LABEL:
            self._label(cue, end, after)
        elif cue.kind in (BY, HEADING):
            self._heading(cue, end)
        elif cue.kind == NOTE:
            self._note(cue, end)

    def _heading(self, cue: Cue, end: int) -> None:
        if cue.examination or (cue.kind == HEADING and "exam" in (cue.label or "").lower()):
            self._kind = (cue.start, cue.examination)
        if cue.name:
            self._examiner = self._appearances.speaker(cue.name)
        self._awaits_examiner = cue.open or (cue.kind == HEADING and cue.name is None)
        if cue.kind == BY and _WORDS.search(self._text, cue.body, end):
            self._question(cue._replace(kind=QUESTION), end)

    def _question(self, cue: Cue, end: int) -> None:
        start, end = self._trimmed(cue.body, end)
        self._awaits_examiner = False
        if start >= end:
            return
        name, candidates = self._examiner or (cue.label or "Q", self._candidates)
        flags = [*flag.question_flags(self._text[start:end]), *self._examination_at(cue.start)]
        if candidates:
            flags.append("ambiguous-speaker")
        self._put(start, end, name, "question", cue.label, candidates, flags)
        self._pending = True

    def _answer(self, cue: Cue, end: int, after: Cue | None) -> None:
        start, end = self._trimmed(cue.body, end)
        if start >= end and not (after and after.kind == NOTE):
            return
        if start < end:
            self._court_asks()
            self._testify(start, end, cue, cue.label)

    def _testify(self, start: int, end: int, cue: Cue, label: str | None) -> None:
        flags: list[str] = []
        through = flag.interpreted(self._text, start)
        if through is None and "interpreter)" in (label or "").lower():
            through = start
        if through is not None:
            body, _ = self._trimmed(through, end)
            if body < end:
                if body > start:
                    label = f"{label} {self._text[start:through].strip()}" if label else None
                start = body
                flags.append(flag.TRANSLATED)
        witness = self._witness_at(cue.start)
        if through is None and self._interpreted and not flag.in_english(self._text, start):
            flags.append(flag.TRANSLATED)
        text = self._text[start:end]
        flags += [*flag.answer_flags(text), *self._examination_at(cue.start)]
        if flag.NONVERBAL in flags and flag.TRANSLATED in flags:
            flags.remove(flag.TRANSLATED)
        if self._entity:
            flags.append(flag.ENTITY)
        self._put(start, end, witness or label or "A", "answer", label, (), flags)
        self._pending = flag.INTERRUPTED in flags

    def _label(self, cue: Cue, end: int, after: Cue | None) -> None:
        start, end = self._trimmed(cue.body, end)
        label = cue.label or ""
        if start >= end:
            if self._awaits_examiner or (after and after.kind == QUESTION):
                self._examiner = self._appearances.speaker(label)
            self._awaits_examiner = False
            return
        self._awaits_examiner = False
        text = self._text[start:end]
        if is_witness(label) or self._is_on_the_stand(cue):
            self._witness_speaks(start, end, cue)
            return
        name, candidates = self._appearances.speaker(label)
        flags = ["ambiguous-speaker"] if candidates else []
        role = "colloquy"
        if flag.lets_answer(text) and any(turn.role == "question" for turn in self._turns[-8:]):
            self._pending = True
        if is_court(label):
            if flag.strikes(text, asked=self._moved):
                self._strike()
        elif is_titled(label) and (flag.is_objection(text) or (self._objected() and flag.joins(text))):
            role = "objection"
        self._moved = role == "objection" and flag.moves_to_strike(text)
        if flag.is_interrupted(text):
            flags.append(flag.INTERRUPTED)
        if "VIDEO" in label.upper() or "REPORTER" in label.upper():
            if _OFF_RECORD.search(text):
                flags.append("off-record")
            elif _ON_RECORD.search(text):
                flags.append("on-record")
        self._put(start, end, name, role, label, candidates, flags)

    def _objected(self) -> bool:
        return any(turn.role == "objection" for turn in self._turns[-3:])

    def _is_on_the_stand(self, cue: Cue) -> bool:
        """Whether a label names the witness: "MR. KESSLER:" where Kessler testifies and nobody else is so
        called."""
        if not is_titled(cue.label or "") or not self._appearances.is_witness(cue.label or ""):
            return False
        return self._appearances.speaker(cue.label or "")[0] == self._witness_at(cue.start)

    def _witness_speaks(self, start: int, end: int, cue: Cue) -> None:
        """The witness answers the question that is open, or the judge; else it is talk."""
        if self._pending:
            self._testify(start, end, cue, cue.label)
            return
        if self._court_asks():
            self._testify(start, end, cue, cue.label)
            self._pending = False
            return
        witness = self._witness_at(cue.start) or cue.label
        flags = [flag.INTERRUPTED] if flag.is_interrupted(self._text[start:end]) else []
        self._put(start, end, witness, "colloquy", cue.label, (), flags)

    def _court_asks(self) -> bool:
        """Whether the judge spoke last and asked; then that is a question like counsel's."""
        before = self._turns[-1] if self._turns else None
        if before is None or before.role != "colloquy" or not is_court(before.label or ""):
            return False
        text = self._text[before.start : before.end]
        if not (text.rstrip(' "”').endswith("?") or _ASKS_NAME.match(text)):
            return False
        flags = (*before.flags, *flag.question_flags(text))
        self._turns[-1] = replace(before, role="question", flags=tuple(dict.fromkeys(flags)))
        return True

    def _note(self, cue: Cue, end: int) -> None:
        start, stop = self._trimmed(cue.start, cue.body)
        text = self._text[start:stop]
        if self._pending and flag.has_no_words(text):
            witness = self._witness_at(cue.start)
            flags = [
                flag.NONVERBAL,
                *self._examination_at(cue.start),
                *([flag.ENTITY] if self._entity else []),
            ]
            self._put(start, stop, witness or "THE WITNESS", "answer", None, (), flags)
            self._pending = False
        elif start < stop:
            self._put(start, stop, None, "note", None, (), [])
            if _INTERPRETER_SWORN.search(text):
                self._interpreted = self._interpreter_sworn = True
        if _WORDS.search(self._text, cue.body, end) and not _CONCLUDES.search(text):
            self._goes_on(cue.body, end)

    def _goes_on(self, start: int, end: int) -> None:
        """Words without a label after a note or a rule are those of whoever spoke before it."""
        start, end = self._trimmed(start, end)
        before = next((turn for turn in reversed(self._turns) if turn.role != "note"), None)
        if before is None or start >= end:
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
        start, end = self._trimmed(witness.start, witness.end)
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

    def _witness_at(self, offset: int) -> str | None:
        """The witness on the stand: the last one sworn in, or whom the page's running head names since."""
        k = bisect_right(self._sworn_at, offset) - 1
        sworn = self._witnesses[k] if k >= 0 else None
        head = self._heads.at(offset)
        if head is not None and (sworn is None or self._heads.start_at(offset) > sworn.start):
            last = surname(written(head.witness))
            if self._deponent and surname(self._deponent) == last:
                return self._deponent
            return self._by_surname.get(last) or self._appearances.witness_called(head.witness, self._text)
        if sworn:
            return sworn.name
        if self._deponent:
            return self._deponent
        if k + 1 < len(self._witnesses) and self._witnesses[k + 1].start - offset < _LATE:
            return self._witnesses[k + 1].name
        return None

    def _examination_at(self, offset: int) -> Iterator[str]:
        head = self._heads.at(offset)
        kind = self._kind[1]
        if (
            head is not None
            and self._heads.start_at(offset) > self._kind[0]
            and head.examination != "examination"
        ):
            kind = head.examination
        if kind:
            yield f"{kind.replace(' ', '-')}-examination"

    def _trimmed(self, start: int, end: int) -> tuple[int, int]:
        found = _CONTINUES.search(self._text, start, end)
        if not found:
            return end, end
        start = found.start()
        while end > start and self._text[end - 1].isspace():
            end -= 1
        return start, end

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
        self._turns.append(Turn(start, end, speaker, role, label, candidates, tuple(dict.fromkeys(flags))))
