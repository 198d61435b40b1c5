"""Questions and the words that answer them."""

from __future__ import annotations

from factcheck.core.proposals import QuestionRead
from factcheck.extract.circumstances import Circumstances
from factcheck.extract.cues import Cue
from factcheck.extract.drafts import Asked, Draft
from factcheck.extract.people import Cast, Person
from factcheck.extract.report import Report
from factcheck.extract.speaker import Speaker
from factcheck.extract.speakers import Resolver


class Exchange:
    """Remembers the question asked last, and ties to it what answers it."""

    def __init__(self, cast: Cast, resolver: Resolver) -> None:
        self.cast, self.resolver = cast, resolver
        self.asked: Asked | None = None

    def pass_on(self, paragraph: int) -> None:
        """Forget a question that nobody has answered for paragraphs."""
        if self.asked is not None and paragraph > self.asked.paragraph + 2:
            self.asked = None

    def ask(
        self,
        question: QuestionRead,
        asker: Speaker,
        addressee: Speaker | None,
        paragraph: int,
        beside: Circumstances,
        recent: list[Person],
        offset: int,
    ) -> None:
        other = addressee or self._other(asker, recent, offset)
        self.asked = Asked(question, asker, other, paragraph, beside.time, beside.forum, beside.context)

    def _other(self, asker: Speaker, recent: list[Person], offset: int) -> Speaker | None:
        """Whoever the asker was talking with: the last other speaker, else the last other person named."""
        for person in [*recent, *self.cast.before(offset, 3000), *self.cast.persons]:
            if person is not asker.person:
                principal = self.resolver.speaks_for(person)
                return Speaker(person.name, "the other of the two", 0.5, (), person, principal)
        return None

    def replying(self, report: Report, speaker: Speaker) -> Speaker:
        """For "he responded": the one who was asked, if it is known who that is."""
        if report.kind is not Cue.RESPOND or not speaker.basis.startswith("pronoun"):
            return speaker
        asked = self.asked.addressee if self.asked is not None else None
        if asked is None:
            return speaker
        if asked.person is None and speaker.person is not None and self.asked is not None:
            asker = self.asked.asker.person
            return speaker if speaker.person is not asker else self._not_the_asker(speaker, asker, asked)
        return Speaker(asked.name, "answers the question", 0.85, (), asked.person, asked.on_behalf_of)

    def _not_the_asker(self, speaker: Speaker, asker: Person | None, asked: Speaker) -> Speaker:
        """For "she answered" after a question to "the nominee": whoever else the word can mean."""
        gender = "f" if "“she”" in speaker.basis else "m" if "“he”" in speaker.basis else None
        offset = self.asked.question.span.start if self.asked is not None else 0
        for person in self.cast.before(offset, 3000):
            if person is not asker and person.gender == gender is not None:
                principal = self.resolver.speaks_for(person)
                return Speaker(
                    person.name, f"{speaker.basis}, not the one who asked", 0.6, (), person, principal,
                    ("ambiguous-speaker",),
                )  # fmt: skip
        return asked

    def tie(self, draft: Draft, report: Report, previous: Draft | None) -> None:
        """Tie an answer to the question before it, and what is added to an answer likewise."""
        asked = self.asked
        if (
            previous is not None
            and previous.asked is not None
            and previous.speaker.name == draft.speaker.name
            and draft.paragraph - previous.paragraph <= 1
        ):
            asked = previous.asked
        if asked is None or draft.is_question or not self._answers(draft, report, asked):
            return
        draft.asked, draft.question = asked, asked.question
        draft.addressee = asked.asker.name
        same = previous is not None and previous.paragraph == draft.paragraph
        if same and previous is not None and previous.speaker.name == draft.speaker.name and not asked.forum:
            asked.time, asked.forum = asked.time or previous.time, previous.forum
        draft.time, draft.forum = draft.time or asked.time, draft.forum or asked.forum
        draft.context += " " + asked.context

    def _answers(self, draft: Draft, report: Report, asked: Asked) -> bool:
        expected = asked.addressee.name if asked.addressee else None
        answering = report.kind in (Cue.RESPOND, Cue.ADD, Cue.DECLINE)
        near = draft.speaker.name == expected and draft.paragraph == asked.paragraph
        if draft.quotation == "indirect" and not answering and not near:
            return False
        if draft.speaker.name is None or draft.speaker.name == asked.asker.name:
            return False
        if expected is not None and draft.speaker.name != expected and report.kind is not Cue.RESPOND:
            return False
        return draft.addressee is None or draft.addressee == asked.asker.name
