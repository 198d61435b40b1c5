"""Who said it: reporting verbs with their subject, addressee and content, sentence by sentence."""

from __future__ import annotations

from itertools import islice

from factcheck.extract.adjuncts import skip_adjuncts
from factcheck.extract.asking import asked_before
from factcheck.extract.complements import QUESTION_WORDS, content_before
from factcheck.extract.content_ends import content_end
from factcheck.extract.contents import content_start, find_content
from factcheck.extract.cues import CUE_BASES, CUE_KINDS, INVERTED, Cue
from factcheck.extract.main_clause import main_subject, subject_from
from factcheck.extract.phrases import object_after, subject_after, subject_before
from factcheck.extract.report import Report
from factcheck.extract.reporting_nouns import noun_reports
from factcheck.extract.tokens import BE, Token, is_adverb
from factcheck.extract.verbs import governors, reporting_verbs

_MOST_IN_A_SENTENCE = 16
"""Reporting verbs read in one sentence: more are a list or no prose, and each is compared with the others.
"""


_GOES_ON = frozenset(["continued", "continues", "began", "proceeded"])
_BEFORE_PARTICIPLE = frozenset(
    ["and", "but", "by", "after", "before", "while", "in", "then", "also", "been", "without", "when"]
)


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
    nouns = list(noun_reports(tokens, sentence))
    return _without_overlaps(sorted([*found, *nouns], key=lambda report: report.verb) if nouns else found)


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
    if word == "asked":
        asked, alone = asked_before(tokens, Report(sentence, verb, base, kind, after=verb + 1, passive=True))
        if asked is not None or alone:
            return asked
    lead = _leading_verb(tokens, verb)
    denied, possible, passive = governors(tokens, lead)
    if denied or (possible and not _quote_touches(tokens, verb)):
        return None
    report = Report(sentence, verb, base, kind, after=verb + 1)
    if kind in (Cue.JUDGE, Cue.URGE) and word.endswith("ing") and _only_describes(tokens, verb):
        return None
    if word.endswith("ing") and verb and tokens[verb - 1].lower == "as":
        return _quoted_as(tokens, report)
    if passive or (kind in (Cue.JUDGE, Cue.CALL) and _done_by(tokens, verb)):
        if kind in (Cue.ASK, Cue.TELL):
            return _passive(tokens, report)
        return _judged_by(tokens, report) if kind in (Cue.JUDGE, Cue.CALL) else None
    _find_subject(tokens, report, earlier, lead)
    if report.subject is None and not _quote_touches(tokens, verb):
        return None
    find_content(tokens, report)
    return report


def _quote_touches(tokens: list[Token], verb: int) -> bool:
    near = tokens[max(0, verb - 2) : verb] + tokens[verb + 1 : verb + 4]
    return any(token.quoted for token in near)


def _leading_verb(tokens: list[Token], verb: int) -> int:
    """The verb that has the subject: "went" in "went on to endorse", else the reporting verb itself."""
    if verb < 3 or tokens[verb - 1].lower != "to":
        return verb
    if tokens[verb - 2].lower == "on" and tokens[verb - 3].lower in ("went", "goes", "gone", "go"):
        return verb - 3
    return verb - 2 if tokens[verb - 2].lower in _GOES_ON else verb


def _find_subject(tokens: list[Token], report: Report, earlier: list[Report], verb: int) -> None:
    participle = tokens[report.verb].lower.endswith("ing")
    found = None
    if not participle:
        found = subject_before(tokens, verb)
    joint = verb - 1 - (verb > 1 and tokens[verb - 1].lower in ("did", "has", "have", "had"))
    joined = verb > 0 and tokens[joint].lower in ("and", "but", "then", "also") and not participle
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
    return main_subject(tokens, report.verb) or _subject_of_what_follows(tokens, report.verb)


def _subject_of_what_follows(tokens: list[Token], verb: int) -> tuple[int, int, int] | None:
    """For "While denouncing the ban, Pell …", "Promising a review, she …"."""
    if verb and tokens[verb - 1].lower not in _BEFORE_PARTICIPLE:
        return None
    comma = next((i for i in range(verb + 1, len(tokens) - 1) if tokens[i].text == ","), None)
    return subject_from(tokens, comma + 1, len(tokens)) if comma is not None else None


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


def _only_describes(tokens: list[Token], verb: int) -> bool:
    """Whether a participle belongs to the noun before it: "a pastor supporting Mr. Cruz"."""
    before = tokens[verb - 1]
    return before.word and not is_adverb(before) and before.lower not in BE | _BEFORE_PARTICIPLE


def _done_by(tokens: list[Token], verb: int) -> bool:
    """Whether the verb is a participle whose doer follows: "a plan criticised by Ada Pell"."""
    return verb + 1 < len(tokens) and tokens[verb + 1].lower == "by"


def _judged_by(tokens: list[Token], report: Report) -> Report | None:
    """ "The plan was criticised by Ada Pell as too costly": the judge follows "by"."""
    by = next(
        (
            i
            for i in range(report.verb + 1, min(report.verb + 12, len(tokens) - 1))
            if tokens[i].lower == "by"
        ),
        None,
    )
    if by is None or any(not token.word for token in tokens[report.verb + 1 : by]):
        return None
    judge = object_after(tokens, by + 1)
    judged = subject_before(tokens, report.verb)
    if judge is None or judged is None or tokens[by + 1].lower.endswith("ing"):
        return None
    report.subject, report.described, report.passive = judge, judge[1], True
    report.content = [(judged[0], by)]
    at = report.after = judge[1]
    if at + 2 < len(tokens) and tokens[at].lower in ("as", "for", "of"):
        report.content.append((at, content_end(tokens, at + 1)))
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
