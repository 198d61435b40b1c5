"""What is reported: the quotations and clauses that belong to a reporting verb."""

from __future__ import annotations

from factcheck.extract.adjuncts import is_adjunct, only_adjunct, skip_adjuncts
from factcheck.extract.content_ends import content_end
from factcheck.extract.cues import BARE_CLAUSE, Cue
from factcheck.extract.documents import is_document
from factcheck.extract.phrases import object_after
from factcheck.extract.report import Report
from factcheck.extract.tokens import (
    BE,
    BOUNDARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    MODALS,
    PREPOSITIONS,
    PRONOUNS,
    Token,
)
from factcheck.extract.wordlists import words

QUESTION_WORDS = words("what whether if how why who whom when where which")


_TO_CUES = words(
    """
    promise vow pledge threaten swear commit decline refuse ask tell urge offer propose warn advise
    remind
    """
)


def _first(report: Report) -> int:
    """The first token of the verb with its subject."""
    return min(report.subject[0], report.verb) if report.subject is not None else report.verb


def content_before(tokens: list[Token], index: int) -> bool:
    return index > 0 and (tokens[index - 1].quoted or tokens[index - 1].text == ",")


def find_content(tokens: list[Token], report: Report) -> None:
    """Content before the subject ("…, Pell said"), after the verb ("said that …"), or on both sides of it."""
    left = report.verb if report.inverted or report.subject is None else min(report.subject[0], report.verb)
    right = report.after
    before: list[tuple[int, int]] = []
    if left > 0 and (tokens[left - 1].quoted or tokens[left - 1].text == ","):
        last = left if tokens[left - 1].quoted else left - 1
        if last > 0:
            before = [(content_start(tokens, last), last)]
    after = [] if report.inverted else _complement(tokens, report, right)
    if before and not after and not report.inverted and not tokens[left - 1].quoted:
        after = _parted(tokens, right)
        if after:
            parts = [] if is_adjunct(tokens[before[0][0] : before[0][1]]) else before
            report.content = parts + after
            return
    if report.inverted or (before and not after):
        after = _resumed(tokens, right)
    if (
        after
        and before
        and not tokens[left - 1].quoted
        and not (report.subject and before[0][1] >= 1 and tokens[before[0][1] - 1].quoted)
    ):
        before = []
    if before and not after and not tokens[left - 1].quoted and not only_adjunct(tokens, report.after):
        before = [] if not tokens[before[0][1] - 1].quoted else before
    plain = report.kind in (Cue.SHOW, Cue.OPINE, Cue.CALL, Cue.DECLINE)
    if before and plain and not tokens[left - 1].quoted and not _shows_last(tokens, report):
        before = []
    report.content = before + after
    tokens_in = [tokens[i] for first, last in report.content for i in range(first, last)]
    report.whole = bool(tokens_in) and all(token.quoted or not token.word for token in tokens_in)
    report.question = report.question or (report.whole and report.kind is Cue.ASK)


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
    return [(at + 1, end)] if end - at > 3 else []


def _resumed(tokens: list[Token], index: int) -> list[tuple[int, int]]:
    """A quotation that goes on after the attribution: “A,” Pell said on Tuesday, “B.”"""
    for at in range(index, min(len(tokens), index + 30)):
        if tokens[at].quoted and at > 0 and tokens[at - 1].text in (",", ":", "—", "."):
            return [(at, at + 1)]
        if tokens[at].text == ";":
            break
    return []


def _told(tokens: list[Token], report: Report, index: int) -> tuple[int, int] | None:
    """Who is told or asked, where the phrase after the verb is that and not what is said."""
    if report.kind not in (Cue.TELL, Cue.ASK) and report.base not in ("promise", "warn", "write", "accuse"):
        return None
    target = object_after(tokens, index)
    if target is None or (tokens[target[0]].lower == "it" and report.base != "tell"):
        return None
    heard = (
        report.kind is Cue.TELL or _then_content(tokens, target[1]) or content_before(tokens, _first(report))
    )
    return target if heard else None


def _names_hearer(tokens: list[Token], index: int) -> bool:
    """ "to Orla", "to reporters" right after the verb."""
    after = tokens[index + 1]
    return tokens[index].lower == "to" and (after.capital or after.lower in ("the", "reporters", "a"))


def _complement(tokens: list[Token], report: Report, index: int) -> list[tuple[int, int]]:
    """What follows the verb as its content; sets the addressee and whether it is a question."""
    kind = report.kind
    told = _told(tokens, report, index)
    if told is not None:
        report.addressee, index = told, told[1]
    start = index
    index = skip_adjuncts(tokens, index)
    if kind is not Cue.TELL and index < len(tokens) and index > start + 1 and _names_hearer(tokens, start):
        report.addressee = report.addressee or (start + 1, index)
    report.after = start
    if index >= len(tokens):
        return []
    token = tokens[index]
    if token.text in (",", ":", "—", "--") and index + 1 < len(tokens) and tokens[index + 1].quoted:
        index, token = index + 1, tokens[index + 1]
    if token.text == ":" and index + 1 < len(tokens):
        return [(index + 1, content_end(tokens, index + 1))]
    if token.quoted:
        report.question = kind is Cue.ASK
        return [(index, content_end(tokens, index))]
    if token.text == "," and index + 2 < len(tokens):
        return _resumed(tokens, index)
    if not token.word:
        return []
    return _clausal(tokens, report, start, index)


def _then_content(tokens: list[Token], index: int) -> bool:
    index = skip_adjuncts(tokens, index)
    if index >= len(tokens):
        return False
    token = tokens[index]
    return (
        token.lower in QUESTION_WORDS | {"that", "to", "about", "of"}
        or token.quoted
        or token.text in (",", ":")
        or token.lower in CLAUSE_OPENERS
        or token.capital
    )


def _clausal(tokens: list[Token], report: Report, start: int, index: int) -> list[tuple[int, int]]:
    kind, base = report.kind, report.base
    word = tokens[index].lower
    if word == "that" and kind not in (Cue.CALL, Cue.DECLINE, Cue.DENY):
        return [(index + 1, content_end(tokens, index + 1))] if index + 1 < len(tokens) else []
    if kind is Cue.ASK:
        if word in QUESTION_WORDS or tokens[start].lower in ("about", "for"):
            report.question = True
            return [(index if word in QUESTION_WORDS else start, content_end(tokens, index))]
        if tokens[start].lower == "to" and report.addressee:
            return [(start, content_end(tokens, start + 1))]
        return []
    if tokens[start].lower == "to" and base in _TO_CUES:
        if (
            kind is Cue.DECLINE
            and tokens[start + 1 : start + 2]
            and tokens[start + 1].lower in ("comment", "respond")
        ):
            return []
        if base == "refuse" and tokens[start + 1 : start + 2] and tokens[start + 1].lower not in _SPEAKING:
            return []
        return [(report.verb if kind is Cue.DECLINE else start, content_end(tokens, start + 1))]
    if kind is Cue.DECLINE:
        return []
    if kind is Cue.DENY:
        return [(report.verb, content_end(tokens, start))]
    if kind is Cue.CALL:
        end = content_end(tokens, start)
        if any(tokens[i].quoted for i in range(start, end)):
            return [(start, end)]
        named = report.subject is not None and (
            tokens[report.subject[0]].capital or tokens[report.subject[0]].lower in PRONOUNS | DETERMINERS
        )
        return (
            [(start, end)]
            if named
            and end - start > 2
            and tokens[report.verb].lower.endswith("ed")
            and (base != "call" or _calls_something(tokens, start, end))
            else []
        )
    if tokens[start].lower in ("of", "about") and base in (
        "warn",
        "speak",
        "complain",
        "write",
        "boast",
        "tweet",
        "joke",
    ):
        return [(start, content_end(tokens, start))]
    if word in QUESTION_WORDS and kind in (Cue.SAY, Cue.TELL, Cue.SHOW, Cue.ADD):
        return [(index, content_end(tokens, index))]
    if (
        base in BARE_CLAUSE
        and word not in PREPOSITIONS
        and word not in BOUNDARIES - {"so"}
        and _clause_like(tokens, index, base)
    ):
        return [(index, content_end(tokens, index))]
    return []


_SPEAKING = words(
    """
    say answer comment discuss confirm elaborate identify name disclose explain speak talk testify respond
    address specify speculate reveal share describe rule endorse apologise apologize tell provide give
    acknowledge admit deny condemn commit promise
    """
)


def _calls_something(tokens: list[Token], start: int, end: int) -> bool:
    """ "called the story a lie", not "called the bank that day": a second phrase says what it is called."""
    return any(
        tokens[at].lower in ("a", "an") and tokens[at - 1].lower not in PREPOSITIONS
        for at in range(start + 2, min(end, start + 9))
    )


_STRICT = words("add find show feel write fear think indicate complain maintain assure remind inform")


def _clause_like(tokens: list[Token], index: int, base: str) -> bool:
    rest = tokens[index : index + 12]
    if len(rest) > 1 and rest[0].lower in CLAUSE_OPENERS and rest[1].quoted:
        return True
    if len(rest) < 3 or rest[0].lower in ("and", "or", "of"):
        return False
    if base in ("say", "tell"):
        return True
    if base in _STRICT:
        return any(
            t.lower in BE | MODALS | {"has", "had", "have", "did"} or t.lower.endswith("ed") for t in rest[1:]
        )
    return True
