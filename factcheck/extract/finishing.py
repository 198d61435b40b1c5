"""A draft made a proposal."""

from __future__ import annotations

from factcheck.core.proposals import ProposedStatement
from factcheck.extract.drafts import Draft
from factcheck.extract.forms import form_of
from factcheck.extract.occasions import sworn_status
from factcheck.extract.prose import Prose, when_read
from factcheck.extract.speakers import Resolver


def finished(prose: Prose, resolver: Resolver, draft: Draft) -> ProposedStatement | None:
    """None for a draft without words, and for a paraphrase of nobody."""
    segments = tuple(prose.span(start, end) for start, end in draft.segments if end > start)
    speaker = draft.speaker
    if not segments or (draft.quotation == "indirect" and not speaker.name and not speaker.candidates):
        return None
    words = " ".join(span.exact for span in segments)
    behalf = speaker.on_behalf_of
    time = draft.time
    said_on = when_read(time, prose.text[time.start : time.end]) if time else None
    asking = ["question"] if draft.is_question else []
    status = sworn_status(f"{draft.context} {draft.forum or ''}", behalf, resolver.is_press(draft.addressee))
    return ProposedStatement(
        segments=segments,
        speaker=speaker.name,
        quotation=draft.quotation,
        confidence=round(draft.confidence * (0.5 if draft.is_question else 1.0), 3),
        speaker_basis=speaker.basis,
        speaker_candidates=speaker.candidates,
        addressee=draft.addressee,
        on_behalf_of=behalf if behalf != speaker.name else None,
        reporter=draft.reporter,
        question=draft.question,
        said_on=said_on,
        forum=draft.forum,
        sworn=status,
        form=form_of(words, draft.base),
        flags=tuple(dict.fromkeys([*speaker.flags, *draft.flags, *asking])),
    )
