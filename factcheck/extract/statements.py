"""Statements put together: each report or stray quotation with speaker, addressee, question and occasion."""

from __future__ import annotations

from collections import deque
from collections.abc import Container

from factcheck.core.proposals import ProposedStatement, QuestionRead
from factcheck.extract.answers import Exchange
from factcheck.extract.circumstances import Circumstances, circumstances_of
from factcheck.extract.cues import Cue
from factcheck.extract.dialogue import find_lines
from factcheck.extract.documents import is_document
from factcheck.extract.drafts import DEFAULT_CONFIDENCE, VERB_TOLD, Draft
from factcheck.extract.finishing import finished
from factcheck.extract.nested import nested_drafts
from factcheck.extract.occasions import is_written
from factcheck.extract.people import Cast, Person
from factcheck.extract.prose import Prose
from factcheck.extract.quoted import is_title, pieces_of
from factcheck.extract.report import Report
from factcheck.extract.somebody import is_phrase, means_somebody
from factcheck.extract.speaker import NOBODY, Speaker
from factcheck.extract.speakers import Resolver
from factcheck.extract.strays import Stray, of_somebody_beside, spoken_next
from factcheck.extract.tokens import Token, without_possessive
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
            inner = [other for other in reports if other is not report and _within(other, report)]
            others = {at for other in inner if other.subject for at in other.quotations(tokens)}
            self._report(tokens, report, speakers[position], reporter, paragraph, others)
        for token in tokens:
            if token.quoted and token.start not in self.claimed:
                self._stray(tokens, token, index, paragraph)

    def _speaker(self, tokens: list[Token], report: Report) -> Speaker:
        if report.subject is None:
            return NOBODY
        first, last = report.subject
        start, end = tokens[first].start, without_possessive(tokens[last - 1])
        if is_document(tokens, first, last) and not _names_author(tokens, last):
            words = self.resolver.body(start, end)
            return Speaker(None, f"a document, no person: {words}", 0.4, flags=("document",))
        described = tokens[min(report.described, len(tokens)) - 1].end if report.described else end
        speaker = self.resolver.resolve(start, end, max(end, described), self.recent)
        if speaker.name is None and tokens[first].lower in ("they", "it"):
            speaker = self._body_before(speaker)
        return self.exchange.replying(report, speaker)

    def _body_before(self, speaker: Speaker) -> Speaker:
        """For "They added" after a spokesperson, office or group without a name: whoever spoke last."""
        last = self.drafts[-1].speaker if self.drafts else NOBODY
        if last.name is None or last.person is not None or last.basis == "label":
            return speaker
        return Speaker(last.name, "pronoun for whoever spoke last", 0.5, (), None, last.on_behalf_of)

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
        self,
        tokens: list[Token],
        report: Report,
        speaker: Speaker,
        reporter: str | None,
        paragraph: int,
        others: Container[int] = (),
    ) -> None:
        """What a report says; quotations among `others` are of somebody whom it reports in turn."""
        if report.opens_next:
            self._announce(tokens, report, speaker, reporter, paragraph)
            return
        quotations = [tokens[i] for i in report.quotations(tokens) if i not in others]
        quotations = [
            token
            for token in quotations
            if token.start not in self.claimed and (report.whole or not is_title(self.prose, token))
        ]
        addressee = self._addressee(tokens, report)
        beside = circumstances_of(self.prose, tokens, report)
        if report.question and not (report.whole and quotations):
            self._ask(tokens, report, speaker, addressee, beside, paragraph)
            return
        kind, segments = self._segments(tokens, report, quotations)
        if not segments or (kind == "indirect" and not _can_be_told(tokens, report, speaker)):
            return
        draft = Draft(
            segments,
            speaker,
            kind,
            report.base,
            report.sentence,
            paragraph,
            DEFAULT_CONFIDENCE[kind] * speaker.confidence * (0.7 if report.acts else 1.0),
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
        if kind == "indirect" and report.content[0][0] == report.verb:
            draft.flags.append(VERB_TOLD)
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
                self.drafts += nested_drafts(self.prose, self.cast, self.resolver, quotation, draft)
        if draft.speaker.person is not None:
            person = draft.speaker.person
            if draft.segments:
                self.resolver.pronouns.heard(person, draft.segments[-1][1])
            self.recent = [person, *[other for other in self.recent if other is not person]][:4]

    def _segments(
        self, tokens: list[Token], report: Report, quotations: list[Token]
    ) -> tuple[str, list[tuple[int, int]]]:
        if quotations:
            pieces = [piece for token in quotations for piece in pieces_of(self.prose, token)]
            return ("direct" if report.whole else "mixed"), pieces
        if report.whole:
            return "direct", []
        spans = [
            (tokens[first].start, tokens[last - 1].end) for first, last in report.content if last > first
        ]
        return "indirect", [
            span for span in (self.prose.trimmed(*span) for span in spans) if span[1] - span[0] > 2
        ]

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
            kind, (start, end) = "direct", pieces_of(self.prose, tokens[first])[0]
        question = QuestionRead(self.prose.span(start, end), asker.name, kind)
        self.exchange.ask(question, asker, addressee, paragraph, beside, self.recent, tokens[0].start)

    def _stray(self, tokens: list[Token], token: Token, index: int, paragraph: int) -> None:
        """A quotation that no reporting verb claims: more of the last one, a reply, or nobody's."""
        stray = Stray.of(self.prose, tokens, token, index, paragraph)
        if stray.is_aside or self._fill_announced(stray):
            return
        previous = next((draft for draft in reversed(self.drafts[-6:]) if draft.quotation != "nested"), None)
        if previous is not None and stray.follows(previous):
            if stray.continues(previous):
                previous.segments += stray.pieces
                previous.sentence = index
                self.claimed.add(token.start)
                return
            draft: Draft | None = spoken_next(stray, previous, self.exchange.asked)
        else:
            draft = of_somebody_beside(stray, self.cast, self.resolver)
        if draft is not None:
            self.keep(draft, [token])

    def _fill_announced(self, stray: Stray) -> bool:
        """Give the words to whoever was said to be about to speak: "The senator wrote:" stands before."""
        if self.announced is None or stray.tokens[0] is not stray.token:
            return False
        place, draft = self.announced
        self.announced = None
        if stray.paragraph - place > 1:
            return False
        draft.segments, draft.sentence, draft.paragraph = stray.pieces, stray.sentence, stray.paragraph
        self.keep(draft, [stray.token])
        return True


def _can_be_told(tokens: list[Token], report: Report, speaker: Speaker) -> bool:
    """Whether a paraphrase is anybody's speech: no record's, and not of a phrase that means nobody."""
    if "document" in speaker.flags:
        return False
    if speaker.person is not None or report.subject is None:
        return True
    if speaker.basis != "phrase":
        return True
    return means_somebody(tokens, *report.subject) if report.acts else is_phrase(tokens, *report.subject)


def _names_author(tokens: list[Token], last: int) -> bool:
    """Whether a name follows a phrase that ends in a paper: "One of the authors of the report, Ada Pell,"."""
    return last + 2 < len(tokens) and tokens[last].text == "," and tokens[last + 1].capital


def _within(inner: Report, outer: Report) -> bool:
    return any(first <= inner.verb < last for first, last in outer.content) and (
        inner.subject is None or any(first <= inner.subject[0] < last for first, last in outer.content)
    )
