"""Who said it: reporting verbs with their subject, addressee and content, sentence by sentence."""

from __future__ import annotations

from itertools import islice

from factcheck.extract.adjuncts import skip_adjuncts
from factcheck.extract.content_ends import content_end
from factcheck.extract.contents import QUESTION_WORDS, content_before, content_start, find_content
from factcheck.extract.cues import CUE_BASES, CUE_KINDS, INVERTED, Cue
from factcheck.extract.phrases import main_subject, object_after, subject_after, subject_before
from factcheck.extract.report import Report
from factcheck.extract.tokens import BE, Token
from factcheck.extract.verbs import governors, reporting_verbs

_MOST_IN_A_SENTENCE = 16
"""Reporting verbs read in one sentence: more are a list or no prose, and each is compared with the others.
"""


_DONE_TO = ("for", "by", "of", "as")
"""After "blamed" or "described" these say that it was done to what stands before."""


def find_reports(tokens: list[Token], sentence: int) -> list[Report]:
    """The reports of one sentence, in the order of their verbs."""
    found: list[Report] = []
    for verb in islice(reporting_verbs(tokens), _MOST_IN_A_SENTENCE):
        report = (
            _according_to(tokens, sentence, verb)
            if tokens[verb].lower == "according"
            else _report_at(tokens, sentence, verb, found)
        )
        if any(other.question and first <= verb < last for other in found for first, last in other.content):
            continue
        if report is not None and (report.content or _introduces(tokens, report)):
            found.append(report)
    return _without_overlaps(found)


def _introduces(tokens: list[Token], report: Report) -> bool:
    """Whether the sentence ends in a colon after this verb: its words are the quotation of the next
    paragraph.
    """
    report.opens_next = (
        tokens[-1].text == ":" and report.subject is not None and len(tokens) - report.verb < 25
    )
    return report.opens_next


def _report_at(tokens: list[Token], sentence: int, verb: int, earlier: list[Report]) -> Report | None:
    word = tokens[verb].lower
    kind, base = CUE_KINDS[word], CUE_BASES[word]
    if word == "asked" and _leads_in(tokens, verb):
        return _asked_first(tokens, Report(sentence, verb, base, kind, after=verb + 1, passive=True))
    if (
        kind is Cue.CALL
        and base not in ("refer", "call")
        and verb + 1 < len(tokens)
        and tokens[verb + 1].lower in _DONE_TO
    ):
        return None
    denied, possible, passive = governors(tokens, verb)
    if denied or (possible and not _quote_touches(tokens, verb)):
        return None
    report = Report(sentence, verb, base, kind, after=verb + 1)
    if word.endswith("ing") and verb and tokens[verb - 1].lower == "as":
        return _quoted_as(tokens, report)
    if passive:
        return _passive(tokens, report) if kind in (Cue.ASK, Cue.TELL) else None
    _find_subject(tokens, report, earlier, word.endswith("ing"))
    if report.subject is None and not _quote_touches(tokens, verb):
        return None
    find_content(tokens, report)
    return report


def _quote_touches(tokens: list[Token], verb: int) -> bool:
    near = tokens[max(0, verb - 2) : verb] + tokens[verb + 1 : verb + 4]
    return any(token.quoted for token in near)


def _find_subject(tokens: list[Token], report: Report, earlier: list[Report], participle: bool) -> None:
    verb = report.verb
    found = None
    if not participle:
        found = subject_before(tokens, verb)
    joined = verb > 0 and tokens[verb - 1].lower in ("and", "but", "then", "also") and not participle
    if (
        found is None
        and not participle
        and not joined
        and report.base in INVERTED
        and verb
        and content_before(tokens, verb)
    ):
        found = subject_after(tokens, verb)
        report.inverted = found is not None
    if found is None and (participle or joined):
        found = _subject_of_main_clause(tokens, report, earlier)
    if found is not None:
        report.subject, report.described = (found[0], found[1]), found[2]
        if report.inverted:
            report.after = found[2]


def _subject_of_main_clause(
    tokens: list[Token], report: Report, earlier: list[Report]
) -> tuple[int, int, int] | None:
    """For "…, adding that": whoever the sentence is about."""
    for other in reversed(earlier):
        if other.subject is not None:
            return other.subject[0], other.subject[1], other.described
    return main_subject(tokens, report.verb)


def _passive(tokens: list[Token], report: Report) -> Report | None:
    """ "Pell was asked by Orla whether …": the asker follows "by", who was asked is the subject."""
    asked = subject_before(tokens, report.verb)
    at = report.verb + 1
    if at < len(tokens) and tokens[at].lower == "by":
        asker = subject_after(tokens, at)
        if asker is not None:
            report.subject, report.described = (asker[0], asker[1]), asker[2]
            at = asker[2] + (asker[2] < len(tokens) and tokens[asker[2]].text == ",")
    elif report.kind is Cue.TELL:
        return None
    report.passive = True
    report.addressee = (asked[0], asked[1]) if asked is not None else None
    at = skip_adjuncts(tokens, at)
    if at < len(tokens) and (
        tokens[at].lower in QUESTION_WORDS or tokens[at].lower in ("about", "that") or tokens[at].quoted
    ):
        report.content = [(at, content_end(tokens, at))]
        report.question = report.kind is Cue.ASK
    return report


def _quoted_as(tokens: list[Token], report: Report) -> Report | None:
    """ "The report quotes him as saying …", "Pell was quoted as saying …": the words are his, not the
    report's."""
    quoting = next(
        (i for i in range(report.verb - 2, max(-1, report.verb - 14), -1) if _quotes(tokens[i])), None
    )
    if quoting is None:
        return None
    if quoting and tokens[quoting - 1].lower in BE:
        found = subject_before(tokens, quoting - 1)
        subject = (found[0], found[1]) if found is not None else None
    else:
        subject = object_after(tokens, quoting + 1)
    if subject is None:
        return None
    report.subject, report.described = subject, subject[1]
    lead = quoting
    while lead > 0 and tokens[lead - 1].word and quoting - lead < 6:
        lead -= 1
    if lead and tokens[lead - 1].quoted:
        report.content, report.whole = [(lead - 1, lead)], True
    else:
        find_content(tokens, report)
    return report


def _quotes(token: Token) -> bool:
    return token.lower in ("quote", "quotes", "quoted", "quoting", "cite", "cites", "cited", "citing")


def _leads_in(tokens: list[Token], verb: int) -> bool:
    """Whether "asked" opens its clause, "Asked by Orla whether …, Pell said", without its own subject."""
    return verb == 0 or (tokens[verb - 1].lower in ("when", "if", "while", "later", "then", ",") and verb < 4)


def _asked_first(tokens: list[Token], report: Report) -> Report | None:
    """The question before its answer in one sentence: who answers is whoever the main clause is about."""
    at = report.verb + 1
    if at < len(tokens) and tokens[at].lower == "by":
        asker = subject_after(tokens, at)
        if asker is not None:
            report.subject, report.described, at = (asker[0], asker[1]), asker[1], asker[1]
    at = skip_adjuncts(tokens, at)
    comma = next(
        (i for i in range(at, len(tokens)) if tokens[i].text == "," and _answers(tokens, i + 1)), None
    )
    if comma is None or comma <= at:
        return None
    report.content, report.question = [(at, comma)], True
    report.addressee = _answers(tokens, comma + 1)
    return report


def _answers(tokens: list[Token], index: int) -> tuple[int, int] | None:
    """The subject of a reporting verb close after `index`, as in ", Pell later said"."""
    for at in range(index + 1, min(index + 9, len(tokens))):
        if tokens[at].lower in CUE_KINDS and not tokens[at].capital:
            found = subject_before(tokens, at)
            return (found[0], found[1]) if found is not None and found[0] == index else None
    return None


def _according_to(tokens: list[Token], sentence: int, index: int) -> Report | None:
    found = subject_after(tokens, index + 1)
    if found is None:
        return None
    report = Report(sentence, index, "according", Cue.SAY, (found[0], found[1]), found[2])
    if index == 0:
        at = found[1] + 1 if found[1] < len(tokens) and tokens[found[1]].text == "," else found[2]
        report.described = found[1]
        report.content = [(at, content_end(tokens, at))] if at < len(tokens) - 1 else []
    else:
        last = index - 1 if tokens[index - 1].text == "," else index
        report.content = [(content_start(tokens, last), last)]
    report.after = report.described
    return report


def _without_overlaps(reports: list[Report]) -> list[Report]:
    """Two verbs of one phrase ("said in a report released") report once: equal contents keep the first."""
    kept: list[Report] = []
    for report in reports:
        if report.content and any(other.content == report.content for other in kept):
            continue
        kept.append(report)
    return kept
