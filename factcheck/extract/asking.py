"""Questions told before their answers: "Asked by Orla if …, Pell said", "Pell, asked whether …, said"."""

from __future__ import annotations

from factcheck.extract.adjuncts import skip_adjuncts
from factcheck.extract.complements import QUESTION_WORDS
from factcheck.extract.cues import CUE_KINDS
from factcheck.extract.phrases import subject_after, subject_before
from factcheck.extract.report import Report
from factcheck.extract.tokens import Token, is_adverb

_OPENS_QUESTION = QUESTION_WORDS | {"about"}


def asked_before(tokens: list[Token], report: Report) -> tuple[Report | None, bool]:
    """The question that "asked" tells of whoever answers it next, None where it does not; and whether "asked"
    has no subject of its own, so that it can tell nothing else."""
    verb = report.verb
    leads_in = _leads_in(tokens, verb)
    if not leads_in and _aside_of(tokens, verb) is None:
        return None, False
    return _question_of(tokens, report), leads_in


def _leads_in(tokens: list[Token], verb: int) -> bool:
    """Whether "asked" opens its clause, "Asked by Orla whether …, Pell said", without its own subject."""
    return verb == 0 or (tokens[verb - 1].lower in ("when", "if", "while", "later", "then", ",") and verb < 4)


def _aside_of(tokens: list[Token], verb: int) -> int | None:
    """The comma that opens an aside about who answers, "Pell, asked by Orla whether …, said"; None where none
    does."""
    comma = verb - 2 if tokens[verb - 1].lower == "when" else verb - 1
    return comma if comma > 0 and tokens[comma].text == "," and tokens[comma - 1].word else None


def _question_of(tokens: list[Token], report: Report) -> Report | None:
    """The question before its answer in one sentence: who answers is whoever the main clause is about."""
    at = report.verb + 1
    if at < len(tokens) and tokens[at].lower == "by":
        asker = subject_after(tokens, at)
        if asker is not None:
            report.subject, report.described, at = (asker[0], asker[1]), asker[1], asker[1]
            closing = asker[2] + 1
            if closing < len(tokens) and tokens[closing].lower in _OPENS_QUESTION:
                report.described, at = asker[2], closing
    at = skip_adjuncts(tokens, at)
    commas = [i for i in range(at + 1, len(tokens)) if tokens[i].text == ","]
    for comma in commas:
        answerer = _answers(tokens, comma + 1) or _named_before(tokens, report.verb, comma)
        if answerer is not None:
            report.content, report.question, report.addressee = [(at, comma)], True, answerer
            return report
    return None


def _named_before(tokens: list[Token], asked: int, comma: int) -> tuple[int, int] | None:
    """Of whom an aside that ends at this comma tells, where the words behind it say that they speak."""
    opened = _aside_of(tokens, asked)
    speaks = next((one for one in tokens[comma + 1 :] if not is_adverb(one) and one.lower != "later"), None)
    if opened is None or speaks is None or speaks.lower not in CUE_KINDS:
        return None
    found = subject_before(tokens, opened)
    return (found[0], found[1]) if found is not None else None


def _answers(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """The subject of a reporting verb close after `index`, as in ", Pell later said"."""
    for at in range(index + 1, min(index + 9, len(tokens))):
        if tokens[at].lower in CUE_KINDS and not tokens[at].capital:
            found = subject_before(tokens, at)
            return (found[0], found[1]) if found is not None and found[0] == index else None
    return None
