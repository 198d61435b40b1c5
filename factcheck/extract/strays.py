"""Quotations without a reporting verb: who is likely to have spoken them, and which are no speech at all."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from factcheck.extract.drafts import Draft
from factcheck.extract.speaker import NOBODY, Speaker
from factcheck.extract.tokens import Token

if TYPE_CHECKING:
    from factcheck.extract.statements import Assembly


def adopt(assembly: Assembly, tokens: list[Token], token: Token, index: int, paragraph: int) -> None:
    """Give a stray quotation its place: continuation, reply, words after a colon; a scare or title quote is
    left alone.
    """
    if tokens[0].text == "(":
        return  # a translation or an aside in brackets repeats words, it says nothing more
    pieces = assembly.pieces(token)
    words = " ".join(assembly.prose.text[start:end] for start, end in pieces)
    alone = all(other.quoted or not other.word for other in tokens)
    previous = next((draft for draft in reversed(assembly.drafts[-6:]) if draft.quotation != "nested"), None)
    if assembly.announced is not None and tokens[0] is token:
        place, draft = assembly.announced
        assembly.announced = None
        if paragraph - place <= 1:
            draft.segments, draft.sentence, draft.paragraph = pieces, index, paragraph
            assembly.keep(draft, [token])
            return
    if (
        alone
        and previous is not None
        and "derivative" not in previous.flags
        and paragraph - previous.paragraph <= 1
    ):
        if (
            paragraph == previous.paragraph
            and not previous.is_question
            and previous.sentence >= index - 3
            and previous.quotation == "direct"
        ):
            previous.segments += pieces
            previous.sentence = index
            assembly.claimed.add(token.start)
            return
        asking = previous.is_question
        speaker = _reply_speaker(assembly, previous) if asking else _same_speaker(previous)
        draft = Draft(pieces, speaker, "direct", "say", index, paragraph, 0.4)
        if asking and assembly.exchange.asked is not None:
            draft.asked, draft.question, draft.addressee = (
                assembly.exchange.asked,
                assembly.exchange.asked.question,
                assembly.exchange.asked.asker.name,
            )
            draft.time, draft.forum, draft.context = (
                assembly.exchange.asked.time,
                assembly.exchange.asked.forum,
                assembly.exchange.asked.context,
            )
        draft.flags.append("unattributed")
        assembly.keep(draft, [token])
        return
    if not _sentence_like(words, alone) or (not alone and assembly.is_title(token, False)):
        return
    speaker = _named_beside(assembly, tokens, token)
    draft = Draft(
        pieces,
        speaker,
        "direct" if alone or words[:1].isupper() else "mixed",
        "say",
        index,
        paragraph,
        0.5 * speaker.confidence,
    )
    if speaker.name is None and not alone and len(words.split()) < 6:
        return
    draft.flags.append("unattributed")
    assembly.keep(draft, [token])


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


def _reply_speaker(assembly: Assembly, previous: Draft) -> Speaker:
    """After a question, the one who was asked."""
    asked = assembly.exchange.asked
    if asked is not None and asked.addressee is not None and asked.addressee.name != previous.speaker.name:
        other = asked.addressee
        return Speaker(
            other.name, "replies in turn", 0.45, (), other.person, other.on_behalf_of, ("ambiguous-speaker",)
        )
    return Speaker(None, "reply by nobody named", 0.2, flags=("no-speaker",))


def _named_beside(assembly: Assembly, tokens: list[Token], token: Token) -> Speaker:
    """Somebody named in the sentence, before a colon or comma that introduces the words, or right after
    them.
    """
    place = tokens.index(token)
    introduced = place > 0 and tokens[place - 1].text in (",", ":", "—")
    before = assembly.cast.at(tokens[0].start, token.start)
    if introduced and before:
        return Speaker(
            before[0].name,
            "named before the words",
            0.6,
            (),
            before[0],
            assembly.resolver.speaks_for(before[0]),
        )
    after = assembly.cast.at(token.end, min(token.end + 40, tokens[-1].end))
    if after and place + 1 < len(tokens) and tokens[place + 1].capital:
        return Speaker(
            after[0].name, "named after the words", 0.6, (), after[0], assembly.resolver.speaks_for(after[0])
        )
    if before:
        return Speaker(
            before[-1].name,
            "named in the sentence",
            0.45,
            (),
            before[-1],
            assembly.resolver.speaks_for(before[-1]),
        )
    return NOBODY
