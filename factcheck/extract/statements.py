"""Statements put together: each report or stray quotation with speaker, addressee, question and occasion."""

from __future__ import annotations

from collections import deque

from factcheck.core.proposals import ProposedStatement, QuestionRead
from factcheck.extract.answers import Exchange
from factcheck.extract.circumstances import Circumstances, circumstances_of
from factcheck.extract.cues import Cue
from factcheck.extract.dialogue import find_lines
from factcheck.extract.documents import is_document
from factcheck.extract.drafts import DEFAULT_CONFIDENCE, Draft
from factcheck.extract.finishing import finished
from factcheck.extract.nested import nested_reports
from factcheck.extract.occasions import is_written
from factcheck.extract.people import Cast, Person
from factcheck.extract.prose import Prose
from factcheck.extract.quotes import Quotation
from factcheck.extract.report import Report
from factcheck.extract.speaker import NOBODY, Speaker
from factcheck.extract.speakers import Resolver
from factcheck.extract.strays import adopt
from factcheck.extract.tokens import Token
from factcheck.extract.transcripts import transcript_drafts


class Assembly:
    """Goes through the sentences in order and gathers drafts; what came before decides what "he" means."""

    def __init__(self, prose: Prose, cast: Cast, resolver: Resolver) -> None:
        self.prose, self.cast, self.resolver = prose, cast, resolver
        self.exchange = Exchange(cast, resolver)
        self.drafts: list[Draft] = []
        self.recent: list[Person] = []
        self.announced: tuple[int, Draft] | None = None
        self.claimed: set[int] = set()

    def run(self) -> tuple[ProposedStatement, ...]:
        lines = find_lines(self.prose.text, self.prose.paragraphs, self.prose.mask)
        self.drafts += transcript_drafts(self.prose, self.cast, self.resolver, lines)
        spoken = deque((line.label_start, line.end) for line in lines)
        for index, (start, end) in enumerate(self.prose.sentences):
            while spoken and spoken[0][1] <= start:
                spoken.popleft()
            if (spoken and spoken[0][0] < end) or index in self.prose.untold:
                continue
            paragraph = self.prose.paragraph_of(start)
            self.exchange.pass_on(paragraph)
            self._sentence(index, paragraph)
        drafts = (finished(self.prose, self.resolver, draft) for draft in self.drafts)
        return tuple(
            sorted(
                (statement for statement in drafts if statement is not None),
                key=lambda statement: (statement.segments[0].start, statement.segments[-1].end),
            )
        )

    def _sentence(self, index: int, paragraph: int) -> None:
        tokens, reports = self.prose.tokens[index], self.prose.reports[index]
        speakers = [self._speaker(tokens, report) for report in reports]
        for position, report in enumerate(reports):
            reporter, covered = self._around(tokens, reports, speakers, position)
            if covered:
                continue
            self._report(tokens, report, speakers[position], reporter, paragraph)
        for token in tokens:
            if token.quoted and token.start not in self.claimed:
                self._stray(tokens, token, index, paragraph)

    def _speaker(self, tokens: list[Token], report: Report) -> Speaker:
        if report.subject is None:
            return NOBODY
        first, last = report.subject
        start, end = tokens[first].start, tokens[last - 1].end
        if is_document(tokens, first, last):
            words = self.resolver.body(start, end)
            return Speaker(None, f"a document, no person: {words}", 0.4, flags=("document",))
        described = tokens[min(report.described, len(tokens)) - 1].end if report.described else end
        speaker = self.resolver.resolve(start, end, max(end, described), self.recent)
        return self.exchange.replying(report, speaker)

    def _around(
        self, tokens: list[Token], reports: list[Report], speakers: list[Speaker], position: int
    ) -> tuple[str | None, bool]:
        """Who reports this report within the sentence; and whether it only passes another's report on."""
        mine = reports[position]
        reporter: str | None = None
        covered = False
        for other, speaker in zip(reports, speakers, strict=True):
            if other is mine:
                continue
            if _within(mine, other):
                reporter = speaker.name
            elif _within(other, mine) and self.resolver.is_press(speakers[position].name):
                inner, outer = other.content[0], mine.content[0]
                covered = covered or (other.subject or inner)[0] - outer[0] <= 3
        return reporter, covered

    def _report(
        self, tokens: list[Token], report: Report, speaker: Speaker, reporter: str | None, paragraph: int
    ) -> None:
        if report.opens_next:
            self._announce(tokens, report, speaker, reporter, paragraph)
            return
        quotations = [tokens[i] for i in report.quotations(tokens)]
        quotations = [
            token
            for token in quotations
            if token.start not in self.claimed and not self.is_title(token, report.whole)
        ]
        addressee = self._addressee(tokens, report)
        beside = circumstances_of(self.prose, tokens, report)
        if report.question and not (report.whole and quotations):
            self._ask(tokens, report, speaker, addressee, beside, paragraph)
            return
        kind, segments = self._segments(tokens, report, quotations)
        if not segments or ("document" in speaker.flags and kind == "indirect"):
            return
        draft = Draft(
            segments,
            speaker,
            kind,
            report.base,
            report.sentence,
            paragraph,
            DEFAULT_CONFIDENCE[kind] * speaker.confidence,
        )
        draft.addressee = addressee.name if addressee else None
        draft.reporter = reporter
        draft.time, draft.forum, draft.context = beside.time, beside.forum, beside.context
        if self.resolver.is_press(draft.addressee):
            draft.reporter = draft.reporter or draft.addressee
        if self.resolver.is_press(speaker.name) and kind != "direct":
            draft.flags.append("derivative")
        if report.kind is Cue.DENY:
            draft.flags.append("polarity-inserted")
        if is_written(beside.forum):
            draft.flags.append("written")
        draft.is_question = report.question
        self.exchange.tie(draft, report, self.drafts[-1] if self.drafts else None)
        self.keep(draft, quotations)
        if report.question:
            self._ask(tokens, report, speaker, addressee, beside, paragraph)

    def _announce(
        self, tokens: list[Token], report: Report, speaker: Speaker, reporter: str | None, paragraph: int
    ) -> None:
        """Remember who is about to be quoted: "The senator wrote:" and the words in the next paragraph."""
        addressee = self._addressee(tokens, report)
        draft = Draft(
            [], speaker, "direct", report.base, report.sentence, paragraph, 0.9 * speaker.confidence
        )
        beside = circumstances_of(self.prose, tokens, report)
        draft.time, draft.forum, draft.context = beside.time, beside.forum, beside.context
        draft.addressee, draft.reporter = addressee.name if addressee else None, reporter
        self.announced = (paragraph, draft)

    def keep(self, draft: Draft, quotations: list[Token]) -> None:
        self.drafts.append(draft)
        for token in quotations:
            self.claimed.add(token.start)
            quotation = self.prose.quotation_at(token.start)
            if quotation is not None:
                if not quotation.closed:
                    draft.flags.append("unclosed-quotation")
                self._nested(quotation, draft)
        if draft.speaker.person is not None:
            person = draft.speaker.person
            if draft.segments:
                self.resolver.pronouns.heard(person, draft.segments[-1][1])
            self.recent = [person, *[other for other in self.recent if other is not person]][:4]

    def _segments(
        self, tokens: list[Token], report: Report, quotations: list[Token]
    ) -> tuple[str, list[tuple[int, int]]]:
        if quotations:
            pieces = [piece for token in quotations for piece in self.pieces(token)]
            return ("direct" if report.whole else "mixed"), pieces
        if report.whole:
            return "direct", []
        spans = [
            (tokens[first].start, tokens[last - 1].end) for first, last in report.content if last > first
        ]
        return "indirect", [
            span for span in (self.prose.trimmed(*span) for span in spans) if span[1] - span[0] > 2
        ]

    def pieces(self, token: Token) -> list[tuple[int, int]]:
        quotation = self.prose.quotation_at(token.start)
        return [self._words_of(*piece) for piece in quotation.pieces] if quotation is not None else []

    def _words_of(self, start: int, end: int) -> tuple[int, int]:
        """The quoted words without the comma that belongs to the sentence around them."""
        start, end = self.prose.trimmed(start, end)
        return (start, end - 1) if end - start > 1 and self.prose.text[end - 1] == "," else (start, end)

    def is_title(self, token: Token, whole: bool) -> bool:
        """A programme's or book's name in quotation marks: every long word capitalised, no sentence in it."""
        words = self.prose.text[token.start : token.end].strip("“”\"'‘’`").split()
        return (
            not whole
            and len(words) >= 2
            and all(word[0].isupper() for word in words if len(word) > 3)
            and words[-1][-1].isalnum()
        )

    def _addressee(self, tokens: list[Token], report: Report) -> Speaker | None:
        if report.addressee is None:
            return None
        first, last = report.addressee
        found = self.resolver.resolve(
            tokens[first].start, tokens[last - 1].end, tokens[last - 1].end, self.recent[1:]
        )
        return found if found.name else None

    def _ask(
        self,
        tokens: list[Token],
        report: Report,
        asker: Speaker,
        addressee: Speaker | None,
        beside: Circumstances,
        paragraph: int,
    ) -> None:
        first, last = report.content[0]
        start, end = tokens[first].start, tokens[last - 1].end
        kind = "indirect"
        if report.whole and tokens[first].quoted:
            kind, (start, end) = "direct", self.pieces(tokens[first])[0]
        question = QuestionRead(self.prose.span(start, end), asker.name, kind)
        self.exchange.ask(question, asker, addressee, paragraph, beside, self.recent, tokens[0].start)

    def _nested(self, quotation: Quotation, outer: Draft) -> None:
        """Words quoted within quoted words: somebody's as the outer speaker reports them."""
        for tokens, report in nested_reports(self.prose, quotation):
            first, last = report.subject if report.subject else (0, 0)
            segments = [(token.start, token.end) for token in (tokens[i] for i in report.quotations(tokens))]
            segments = [self._without_marks(span) for span in segments]
            speaker = NOBODY
            if last:
                others = [p for p in self.cast.before(outer.segments[0][0]) if p is not outer.speaker.person]
                speaker = self.resolver.resolve(
                    tokens[first].start, tokens[last - 1].end, tokens[last - 1].end, others
                )
                if speaker.person is not None and speaker.person is outer.speaker.person and others:
                    speaker = Speaker(others[0].name, "pronoun within a quotation", 0.5, (), others[0])
                if speaker.name in ("I", "me"):
                    speaker = outer.speaker
            inner = Draft(
                segments,
                speaker,
                "nested",
                report.base,
                outer.sentence,
                outer.paragraph,
                0.5 * speaker.confidence,
            )
            inner.reporter = outer.speaker.name
            inner.flags.append("hearsay")
            if report.addressee is not None and tokens[report.addressee[0]].lower in ("me", "us"):
                inner.addressee = outer.speaker.name
            self.drafts.append(inner)

    def _without_marks(self, span: tuple[int, int]) -> tuple[int, int]:
        piece = self.prose.text[span[0] : span[1]]
        inner = piece.strip("“”\"'‘’` ")
        start = span[0] + piece.find(inner)
        return start, start + len(inner)

    def _stray(self, tokens: list[Token], token: Token, index: int, paragraph: int) -> None:
        """A quotation that no reporting verb claims: more of the last one, a reply, or words of nobody
        known.
        """
        adopt(self, tokens, token, index, paragraph)


def _within(inner: Report, outer: Report) -> bool:
    return any(first <= inner.verb < last for first, last in outer.content) and (
        inner.subject is None or any(first <= inner.subject[0] < last for first, last in outer.content)
    )
