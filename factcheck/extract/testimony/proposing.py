"""The proposals of one transcript: statements with their questions, people, dates."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Iterator, Sequence

from factcheck.core.document import Document, Turn
from factcheck.core.edtf import When, parse_edtf
from factcheck.core.exchanges import exchanges_of
from factcheck.core.light import dataclass
from factcheck.core.proposals import (
    DateRead,
    Proposals,
    ProposedPerson,
    ProposedStatement,
    QuestionRead,
    Span,
    WhenRead,
)
from factcheck.errors import FactcheckError
from factcheck.extract.forms import form_of
from factcheck.extract.prose import when_read
from factcheck.extract.sentences import plain, sentences
from factcheck.extract.testimony.choosing import weight_of
from factcheck.extract.testimony.oath import Oaths
from factcheck.extract.times import find_times

EXTRACTOR = "testimony-1"
"""Names this extractor and the version of its rules; kept with what it proposes."""

WHOLE_ANSWER = 600
"""Code points: an answer up to this length is one statement, whole; of a longer one its telling sentences."""

WHOLE_QUESTION = 2_000
"""Code points: a question up to this length stands whole beside its answer; of a longer one its end."""

NAMED = 0.7

_GENERIC = re.compile(
    r"(?:voices?|staff|an? \w+|members?|q|a|unknown|unidentified.*|several.*|"
    r"the (?:\w+ )?(?:court|witness|reporter|videographer|clerk|interpreter|jury|jurors?|chairman|chair|"
    r"presiding officer|audience|deputy))\.?",
    re.IGNORECASE,
)
"""Labels of whoever speaks in an office or unknown: nobody's name."""

_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_SENTENCE_BEGINS = re.compile(r"(?<=[.!?])\s+(?=[A-Z“\"`])")


def propose(document: Document, known: Collection[str] = ()) -> Proposals:
    """What is worth reviewing in a document with turns. `known` are names of persons and events that the case
    has: an answer with the last word of one in it is proposed whatever else it says."""
    maker = _Maker(document, known)
    published = _published(document)
    return Proposals(
        extractor=EXTRACTOR,
        statements=tuple(maker.statements()),
        people=tuple(_people(document.turns)),
        dates=tuple(
            DateRead(
                Span(time.start, time.end, document.text[time.start : time.end]), when_read(time), time.flags
            )
            for time in find_times(document.text, published)
        ),
    )


def statement_at(document: Document, start: int, end: int) -> ProposedStatement | None:
    """A stretch of a transcript as the statement of whoever speaks there, whatever it says; None where it
    lies in no single turn."""
    index = bisect_right(document.turns, start, key=lambda turn: turn.start) - 1
    if index < 0 or end > document.turns[index].end:
        return None
    maker = _Maker(document, ())
    return maker.statement(document.turns[index], maker.asked.get(index), _Piece(start, end, 1.0))


@dataclass(frozen=True, slots=True)
class _Piece:
    start: int
    end: int
    weight: float


class _Maker:
    """What is looked up once per transcript."""

    def __init__(self, document: Document, known: Collection[str]) -> None:
        self.document, self.turns = document, document.turns
        self.plain = plain(document.text)
        self.oaths = Oaths(document)
        self.asked = {
            answer: self.turns[exchange.question]
            for exchange in exchanges_of(self.turns, document.sections)
            for answer in exchange.answers
        }
        self.known = frozenset(name.split()[-1] for name in known if name.split())

    def statements(self) -> Iterator[ProposedStatement]:
        for index, turn in enumerate(self.turns):
            if turn.role == "answer" and turn.end > turn.start:
                yield from self._answer(turn, self.asked.get(index))

    def _answer(self, turn: Turn, question: Turn | None) -> Iterator[ProposedStatement]:
        pieces = [piece for piece in self._pieces(turn, question is not None) if piece.weight]
        if not pieces:
            return
        if turn.end - turn.start <= WHOLE_ANSWER:
            pieces = [_Piece(turn.start, turn.end, max(piece.weight for piece in pieces))]
        for piece in self._joined(pieces):
            yield self.statement(turn, question, piece)

    def _pieces(self, turn: Turn, answers: bool) -> Iterator[_Piece]:
        for start, end in sentences(self.document.text, self.plain, [(turn.start, turn.end)], []):
            words = self.document.text[start:end]
            weight = weight_of(words, start == turn.start, answers)
            if self._names_somebody_known(words, turn):
                weight = max(weight, NAMED)
            yield _Piece(start, end, weight)

    def _names_somebody_known(self, words: str, turn: Turn) -> bool:
        """Whether an answer names somebody known who is not the one who gives it."""
        speaker = turn.speaker or ""
        return any(word in self.known and word not in speaker for word in _WORD.findall(words))

    def _joined(self, pieces: Sequence[_Piece]) -> Iterator[_Piece]:
        """Telling sentences that stand next to one another are one statement."""
        run: _Piece | None = None
        for piece in pieces:
            if run is not None and not self.document.text[run.end : piece.start].strip():
                run = _Piece(run.start, piece.end, max(run.weight, piece.weight))
                continue
            if run is not None:
                yield run
            run = piece
        if run is not None:
            yield run

    def statement(self, turn: Turn, question: Turn | None, piece: _Piece) -> ProposedStatement:
        text = self.document.text
        section = self.document.section_at(piece.start)
        day = section.date if section is not None else None
        published = self.document.published
        words = text[piece.start : piece.end]
        sort = section.sort if section is not None else "sitting"
        oath = self.oaths.of(turn)
        return ProposedStatement(
            segments=(Span(piece.start, piece.end, words),),
            speaker=turn.speaker,
            quotation="transcript",
            confidence=piece.weight if turn.speaker is not None else piece.weight / 2,
            speaker_basis=_basis(turn),
            speaker_candidates=turn.speaker_candidates,
            addressee=question.speaker if question is not None else None,
            question=None
            if question is None
            else QuestionRead(self._question(question), question.speaker, "transcript"),
            said_on=_on_day(day, "the day that the transcript gives here")
            or (_on_day(published, "the document's date") if sort == "sitting" else None),
            forum=(section.heading if section is not None else None) or self.document.title,
            sworn=oath.sworn,
            oath=oath.passage,
            form=form_of(" ".join(words.split())),
            flags=(*turn.flags, *(("written",) if sort in ("written", "questions") else ())),
        )

    def _question(self, question: Turn) -> Span:
        """The question with what led up to it; of a speech the end, from the beginning of a sentence on."""
        start, text = question.start, self.document.text
        if question.end - start > WHOLE_QUESTION:
            reach = question.end - WHOLE_QUESTION
            begins = _SENTENCE_BEGINS.search(text, reach, question.end)
            start = begins.end() if begins else reach
        return Span(start, question.end, text[start : question.end])


def _basis(turn: Turn) -> str:
    """By what the speaker is known; where several may have spoken, who they are."""
    label = f"the label “{turn.label}”" if turn.label else "no label"
    if turn.speaker is None and turn.speaker_candidates:
        return f"{label}, of {' or '.join(turn.speaker_candidates)}"
    return label


def _on_day(edtf: str | None, basis: str) -> WhenRead | None:
    if edtf is None:
        return None
    try:
        when = parse_edtf(edtf)
    except FactcheckError:
        return None
    earliest, latest = (day.isoformat() if day is not None else ".." for day in (when.earliest, when.latest))
    return WhenRead(edtf, earliest, latest, when.precision, "document", (), basis)


def _people(turns: Sequence[Turn]) -> Iterator[ProposedPerson]:
    """Everyone who speaks under a name, each with the labels that are printed for them."""
    labels: dict[str, dict[str, None]] = {}
    for turn in turns:
        if turn.speaker and not _GENERIC.fullmatch(turn.speaker):
            names = labels.setdefault(turn.speaker, {})
            if turn.label and turn.label != turn.speaker and not _GENERIC.fullmatch(turn.label):
                names[turn.label] = None
    for name, aliases in labels.items():
        yield ProposedPerson(name, tuple(aliases))


def _published(document: Document) -> When | None:
    if document.published is None:
        return None
    try:
        return parse_edtf(document.published)
    except FactcheckError:
        return None
