"""Quotations without a reporting verb: who is likely to have spoken them, and which are no speech at all."""

from __future__ import annotations

import re

from factcheck.core.light import dataclass
from factcheck.extract.drafts import Asked, Draft
from factcheck.extract.people import Cast
from factcheck.extract.prose import Prose
from factcheck.extract.quoted import is_title, pieces_of
from factcheck.extract.speaker import NOBODY, Speaker
from factcheck.extract.speakers import Resolver
from factcheck.extract.tokens import Token


@dataclass(frozen=True, slots=True)
class Stray:
    """A quotation that no reporting verb claims, with its sentence. `alone`: nothing else stands in it."""

    tokens: list[Token]
    token: Token
    sentence: int
    paragraph: int
    pieces: list[tuple[int, int]]
    words: str
    alone: bool
    title: bool

    @classmethod
    def of(cls, prose: Prose, tokens: list[Token], token: Token, sentence: int, paragraph: int) -> Stray:
        pieces = pieces_of(prose, token)
        words = " ".join(prose.text[start:end] for start, end in pieces)
        alone = all(other.quoted or not other.word for other in tokens)
        return cls(tokens, token, sentence, paragraph, pieces, words, alone, is_title(prose, token))

    @property
    def is_aside(self) -> bool:
        """Whether it stands in brackets: a translation or an aside repeats words, it says nothing more."""
        return self.tokens[0].text == "("

    def follows(self, previous: Draft) -> bool:
        """Whether it may be spoken on from the words before, or in reply to them."""
        return self.alone and "derivative" not in previous.flags and self.paragraph - previous.paragraph <= 1

    def continues(self, previous: Draft) -> bool:
        """Whether it is more of the very same quotation."""
        return (
            self.paragraph == previous.paragraph
            and not previous.is_question
            and previous.sentence >= self.sentence - 3
            and previous.quotation == "direct"
        )


def spoken_next(stray: Stray, previous: Draft, asked: Asked | None) -> Draft:
    """The words as a reply to the question before, else as more by the speaker before."""
    asking = previous.is_question
    speaker = _reply_speaker(asked, previous) if asking else _same_speaker(previous)
    draft = Draft(stray.pieces, speaker, "direct", "say", stray.sentence, stray.paragraph, 0.4)
    if asking and asked is not None:
        draft.asked, draft.question, draft.addressee = asked, asked.question, asked.asker.name
        draft.time, draft.forum, draft.context = asked.time, asked.forum, asked.context
    draft.flags.append("unattributed")
    return draft


def of_somebody_beside(stray: Stray, cast: Cast, resolver: Resolver) -> Draft | None:
    """The words as those of somebody named beside them; None for a scare quote or a title."""
    words, alone = stray.words, stray.alone
    if not _sentence_like(words, alone) or (not alone and stray.title):
        return None
    speaker = _named_beside(stray, cast, resolver)
    if speaker.name is None and not alone and len(words.split()) < 6:
        return None
    kind = "direct" if alone or words[:1].isupper() else "mixed"
    confidence = 0.5 * speaker.confidence
    draft = Draft(stray.pieces, speaker, kind, "say", stray.sentence, stray.paragraph, confidence)
    draft.flags.append("unattributed")
    return draft


def _sentence_like(words: str, alone: bool) -> bool:
    if alone:
        return len(words.split()) >= 2 or re.search(r"[.!?]$", words) is not None
    return len(words.split()) >= 4 and (
        words[0].isupper() or re.search(r"[.!?,…]$", words) is not None or len(words.split()) >= 7
    )


def _same_speaker(previous: Draft) -> Speaker:
    speaker = previous.speaker
    return Speaker(
        speaker.name,
        "same as the quotation before",
        0.45,
        speaker.candidates,
        speaker.person,
        speaker.on_behalf_of,
        speaker.flags,
    )


def _reply_speaker(asked: Asked | None, previous: Draft) -> Speaker:
    """After a question, the one who was asked."""
    if asked is not None and asked.addressee is not None and asked.addressee.name != previous.speaker.name:
        other = asked.addressee
        return Speaker(
            other.name, "replies in turn", 0.45, (), other.person, other.on_behalf_of, ("ambiguous-speaker",)
        )
    return Speaker(None, "reply by nobody named", 0.2, flags=("no-speaker",))


def _named_beside(stray: Stray, cast: Cast, resolver: Resolver) -> Speaker:
    """Somebody named in the sentence, before a colon or comma that introduces the words, or right after
    them.
    """
    tokens, token = stray.tokens, stray.token
    place = tokens.index(token)
    introduced = place > 0 and tokens[place - 1].text in (",", ":", "—")
    before = cast.at(tokens[0].start, token.start)
    if introduced and before:
        return Speaker(
            before[0].name,
            "named before the words",
            0.6,
            (),
            before[0],
            resolver.speaks_for(before[0]),
        )
    after = cast.at(token.end, min(token.end + 40, tokens[-1].end))
    if after and place + 1 < len(tokens) and tokens[place + 1].capital:
        return Speaker(
            after[0].name, "named after the words", 0.6, (), after[0], resolver.speaks_for(after[0])
        )
    if before:
        return Speaker(
            before[-1].name,
            "named in the sentence",
            0.45,
            (),
            before[-1],
            resolver.speaks_for(before[-1]),
        )
    return NOBODY
