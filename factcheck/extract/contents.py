"""What is reported: the quotations and clauses that belong to a reporting verb."""

from __future__ import annotations

from factcheck.extract.adjuncts import is_adjunct, only_adjunct, skip_adjuncts
from factcheck.extract.complements import complement, resumed
from factcheck.extract.content_ends import content_end
from factcheck.extract.cues import Cue
from factcheck.extract.documents import is_document
from factcheck.extract.report import Report
from factcheck.extract.tokens import BOUNDARIES, PREPOSITIONS, SUBORDINATING, Token, is_finite

_JUDGES = (Cue.SHOW, Cue.OPINE, Cue.CALL, Cue.JUDGE, Cue.URGE, Cue.DECLINE)
"""What these report stands after them, unless it is quoted."""


def find_content(tokens: list[Token], report: Report) -> None:
    """Content before the subject ("…, Pell said"), after the verb ("said that …"), or on both sides of it."""
    left = report.verb if report.inverted or report.subject is None else min(report.subject[0], report.verb)
    right = report.after
    before = _before(tokens, left)
    after = [] if report.inverted else complement(tokens, report, right)
    if not after and left > 0 and tokens[left - 1].lower == "as":
        after = _as_told(tokens, right)
    touches = left > 0 and tokens[left - 1].quoted
    if before and not after and not report.inverted and not touches:
        after = _parted(tokens, report.after)
        if after:
            parts = [] if is_adjunct(tokens[before[0][0] : before[0][1]]) else before
            report.content = parts + after
            return
    if report.inverted or (before and not after):
        after = resumed(tokens, right)
    if before and not _told_before(tokens, report, before[0], touches, bool(after)):
        before = []
    if tokens[report.verb].lower.endswith("ing") and report.verb < 3:
        after = [_to_comma(tokens, *span, main_verb=False) for span in after]
    elif any(token.lower == "who" for token in tokens[max(0, report.verb - 3) : report.verb]):
        after = [_to_comma(tokens, *span, main_verb=True) for span in after]
    report.content = before + after
    inside = [tokens[i] for first, last in report.content for i in range(first, last)]
    report.whole = bool(inside) and all(token.quoted or not token.word for token in inside)
    report.question = report.question or (report.whole and report.kind is Cue.ASK)


def _to_comma(tokens: list[Token], first: int, last: int, main_verb: bool) -> tuple[int, int]:
    """Of "In rejecting a challenge, the court said" what stands before the main clause; of "Pell, who said he
    knew, left" what stands before its verb.
    """
    for at in range(first + 1, last - 1):
        if tokens[at].text == "," and (not main_verb or is_finite(tokens, at + 1)):
            return first, at
    return first, last


def _before(tokens: list[Token], left: int) -> list[tuple[int, int]]:
    """What stands before a comma or in quotation marks right before the subject and its verb."""
    if not left or not (tokens[left - 1].quoted or tokens[left - 1].text == ","):
        return []
    last = left if tokens[left - 1].quoted else left - 1
    return [(content_start(tokens, last), last)] if last > 0 else []


def _told_before(
    tokens: list[Token], report: Report, span: tuple[int, int], touches: bool, told_after: bool
) -> bool:
    """Whether the words before the comma are reported, and do not only lead to the report."""
    first, last = span
    if report.kind in _JUDGES and not touches and not _shows_last(tokens, report):
        return False
    if tokens[last - 1].quoted:
        return not ((told_after or report.kind is Cue.ASK) and _leads_in(tokens, first, last))
    return not told_after and only_adjunct(tokens, report.after) and _tells(tokens, first, last)


def _tells(tokens: list[Token], first: int, last: int) -> bool:
    """Whether the words are a clause of their own: no "Meanwhile", "In a 1963 speech", "When he ran"."""
    if tokens[first].lower in SUBORDINATING:
        first = next((i + 1 for i in range(first, last) if tokens[i].text == ","), last)
    if any(is_finite(tokens, i) for i in range(first + 1, last)):
        return True
    return tokens[first].quoted or (
        any(token.quoted for token in tokens[first:last]) and not _leads_in(tokens, first, last)
    )


def _leads_in(tokens: list[Token], first: int, last: int) -> bool:
    """Whether words that end in a quotation only lead to the report: "Speaking on “This Week,” Pell said"."""
    opener, before = tokens[first].lower, tokens[last - 2].lower
    return last - first > 1 and (
        opener in PREPOSITIONS
        or opener.endswith("ing")
        or (before in PREPOSITIONS and not any(is_finite(tokens, i) for i in range(first + 1, last)))
    )


def _shows_last(tokens: list[Token], report: Report) -> bool:
    """Whether ", the diaries show" ends the sentence: what they show stands before."""
    if report.kind is not Cue.SHOW or report.subject is None:
        return False
    return is_document(tokens, *report.subject) and only_adjunct(tokens, report.verb + 1)


def content_start(tokens: list[Token], last: int) -> int:
    """Where the clause before an attribution begins: the sentence's start without its connective."""
    first = last - 1
    if tokens[first].quoted and (first == 0 or tokens[first - 1].text in (",", ":", "—")):
        return first
    first = 0
    while first < last - 1 and (
        tokens[first].lower in ("but", "and", "still", "yet", "meanwhile", "however")
        or (not tokens[first].word and not tokens[first].quoted)
    ):
        first += 1
    return first


def _as_told(tokens: list[Token], index: int) -> list[tuple[int, int]]:
    """ "As Pell noted, nobody came"."""
    at = skip_adjuncts(tokens, index)
    if at + 3 > len(tokens) or tokens[at].text != ",":
        return []
    return [(at + 1, content_end(tokens, at + 1))]


def _parted(tokens: list[Token], index: int) -> list[tuple[int, int]]:
    """The rest of a clause that the attribution stands in: "In the end, Pell said, nobody came"."""
    at = skip_adjuncts(tokens, index)
    if at + 4 > len(tokens) or tokens[at].text != "," or tokens[at + 1].quoted or not tokens[at + 1].word:
        return []
    if (
        tokens[at + 1].lower in BOUNDARIES
        or tokens[at + 1].lower in ("and", "but")
        or tokens[at + 1].lower.endswith("ing")
    ):
        return []
    end = content_end(tokens, at + 1)
    return [(at + 1, end)] if end - at > 2 else []
