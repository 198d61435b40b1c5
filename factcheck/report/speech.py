"""Reported words: which of them may stand in quotation marks, and what is said of the others."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from factcheck.core.codes import VERBATIM
from factcheck.report import wording
from factcheck.report.footnotes import anchored
from factcheck.report.outline import Block, Line, Notes, Para, Run, Speech, line, muted, strong

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from factcheck.core.views.citations import Citation
    from factcheck.report.bearings import Bearings

UNSOURCED = "Typed by a reviewer, compared with no document"
NOT_THERE = "NOT FOUND in the source cited: not to be printed as a quotation"


def form_of(
    quotation: str | None, citations: Sequence[Citation], b: Bearings
) -> Literal["verbatim", "mixed", "paraphrase", "unfound"]:
    """How words are to be shown. Verbatim needs both: a form of speech that has the speaker's own words, and
    a place in a stored source that was not found to lack them."""
    if b.footnotes.unfound(citations):
        return "unfound"
    if quotation == "mixed":
        return "mixed"
    return "verbatim" if quotation in VERBATIM and anchored(citations) else "paraphrase"


def label_of(quotation: str | None, citations: Sequence[Citation]) -> str:
    """What words are, said above them."""
    if quotation in VERBATIM and not anchored(citations):
        return UNSOURCED
    words = wording.QUOTATION_WORDS.get(quotation, quotation) if quotation else wording.UNSAID_FORM
    return words if anchored(citations) else f"{words} · {UNSOURCED[0].lower()}{UNSOURCED[1:]}"


def speech(
    text: str | Line,
    quotation: str | None,
    citations: Sequence[Citation],
    b: Bearings,
    *,
    by: str | None = None,
    printed: str = "",
    size: Literal["", "whole", "small"] = "",
    aside: str = "",
) -> Speech:
    """Reported words in full, with their label and, unless they are small, their footnotes."""
    form = form_of(quotation, citations, b)
    words = line(text)
    said = NOT_THERE if form == "unfound" else label_of(quotation, citations)
    label = line(muted(said), Run(f" · {aside}", "hint") if aside else None)
    return Speech(
        form=form,
        caption=line(strong(by), " · ", label) if by else label,
        line=words,
        notes=() if size == "small" else b.footnotes.of(citations, printed or "".join(r.text for r in words)),
        size=size,
    )


def passage(
    text: str, citations: Sequence[Citation], b: Bearings, *, by: str | None = None, tab: str = "",
    tier: str | None = None, is_anchored: bool | None = None,
) -> Iterator[Block]:  # fmt: skip
    """A stretch of a source as it stands there, whoever speaks in it; or what a reviewer typed instead."""
    stands = anchored(citations) if is_anchored is None else is_anchored and anchored(citations)
    form: Literal["verbatim", "paraphrase", "unfound"] = "verbatim" if stands else "paraphrase"
    label = "Passage, as the source has it" if stands else UNSOURCED
    if b.footnotes.unfound(citations):
        form, label = "unfound", NOT_THERE
    notes = b.footnotes.of(citations, text, tier)
    if text:
        caption = line(strong(by), " · ", muted(label)) if by else line(muted(label))
        yield Speech(form, caption, line(text), notes, tab)
        return
    yield Para(
        line("Cited without its words." if notes else "Neither words nor a source are recorded."), "fine"
    )
    if notes:
        yield Notes(notes)


def inline(text: str, quotation: str | None, citations: Sequence[Citation], b: Bearings) -> Line:
    """Reported words within a line; what they are is said after them where they are no quotation."""
    form = form_of(quotation, citations, b)
    if form == "verbatim":
        return line(Run(text, "quoted"))
    what = {"unfound": "NOT FOUND in its source", "mixed": "reporter’s sentence with quoted words"}.get(form)
    if what is None:
        what = "typed by a reviewer" if quotation in VERBATIM else "paraphrase"
        if quotation not in {*VERBATIM, "indirect"}:
            what = quotation or "form not recorded"
    return line(text, Run(f" ({what})", "alarm" if form == "unfound" else "muted"))
