"""What follows a reporting verb: who is told, and the clause, phrase or quotation that is reported."""

from __future__ import annotations

from factcheck.extract.adjuncts import skip_adjuncts
from factcheck.extract.content_ends import content_end, object_end
from factcheck.extract.cues import BARE_CLAUSE, Cue
from factcheck.extract.objects import object_reported
from factcheck.extract.phrases import object_after
from factcheck.extract.report import Report
from factcheck.extract.tokens import (
    BOUNDARIES,
    CLAUSE_OPENERS,
    DETERMINERS,
    NUMBERS,
    PREPOSITIONS,
    Token,
    is_finite,
)
from factcheck.extract.wordlists import words

QUESTION_WORDS = words("what whether if how why who whom when where which")

_TO_CUES = words(
    """
    promise vow pledge threaten swear commit decline refuse ask tell urge offer propose warn advise
    remind agree claim
    """
)
_TAKES_HEARER = words("promise warn write accuse urge implore exhort beseech beg encourage lobby")
_ABOUT = words("warn speak complain write boast tweet joke brag lament")
_NO_BARE_CLAUSE = PREPOSITIONS | (BOUNDARIES - {"so"})
_OPENS_CONTENT = QUESTION_WORDS | CLAUSE_OPENERS | {"that", "to", "about", "of"}
_SPEAKING = words(
    """
    say answer comment discuss confirm elaborate identify name disclose explain speak talk testify respond
    address specify speculate reveal share describe rule endorse apologise apologize tell provide give
    acknowledge admit deny condemn commit promise disavow concede
    """
)


def content_before(tokens: list[Token], index: int) -> bool:
    return index > 0 and (tokens[index - 1].quoted or tokens[index - 1].text == ",")


def complement(tokens: list[Token], report: Report, index: int) -> list[tuple[int, int]]:
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
        return object_reported(tokens, report, start)
    index = _past_insertion(tokens, index)
    token = tokens[index]
    if token.text in (",", ":", "—", "--") and index + 1 < len(tokens) and tokens[index + 1].quoted:
        index, token = index + 1, tokens[index + 1]
    if token.text == ":" and index + 1 < len(tokens):
        return [(index + 1, content_end(tokens, index + 1))]
    if token.quoted:
        report.question = kind is Cue.ASK
        return [(index, content_end(tokens, index))]
    if token.text == "," and index + 2 < len(tokens):
        return resumed(tokens, index)
    if not token.word:
        return object_reported(tokens, report, start)
    return _clausal(tokens, report, start, index) or object_reported(tokens, report, start)


def _past_insertion(tokens: list[Token], index: int) -> int:
    """To the "that" behind words set between commas, dashes or brackets: "said, however, that"."""
    closing = {",": ",", "—": "—", "--": "--", "(": ")"}.get(tokens[index].text)
    if closing is None:
        return index
    for at in range(index + 1, min(index + 14, len(tokens) - 1)):
        if tokens[at].text == closing and tokens[at + 1].lower == "that":
            return at + 1
        if tokens[at].quoted:
            break
    return index


def resumed(tokens: list[Token], index: int) -> list[tuple[int, int]]:
    """A quotation that goes on after the attribution: “A,” Pell said on Tuesday, “B.”"""
    for at in range(index, min(len(tokens), index + 30)):
        if tokens[at].quoted and at > 0 and tokens[at - 1].text in (",", ":", "—", "."):
            return [(at, at + 1)]
        if tokens[at].text == ";":
            break
    return []


def _told(tokens: list[Token], report: Report, index: int) -> tuple[int, int] | None:
    """Who is told or asked, where the phrase after the verb is that and not what is said."""
    if report.kind not in (Cue.TELL, Cue.ASK) and report.base not in _TAKES_HEARER:
        return None
    target = object_after(tokens, index)
    if target is None or (tokens[target[0]].lower == "it" and report.base != "tell"):
        return None
    heard = (
        report.kind is Cue.TELL
        or _then_content(tokens, target[1], report.kind is Cue.URGE)
        or content_before(tokens, first_token(report))
    )
    return target if heard else None


def first_token(report: Report) -> int:
    """The first token of the verb with its subject."""
    return min(report.subject[0], report.verb) if report.subject is not None else report.verb


def _names_hearer(tokens: list[Token], index: int) -> bool:
    """ "to Orla", "to reporters" right after the verb."""
    after = tokens[index + 1]
    return tokens[index].lower == "to" and (after.capital or after.lower in ("the", "reporters", "a"))


def _then_content(tokens: list[Token], index: int, urged: bool) -> bool:
    index = skip_adjuncts(tokens, index)
    if index >= len(tokens):
        return False
    token = tokens[index]
    if urged:
        return token.lower in ("to", "not")
    return token.lower in _OPENS_CONTENT or token.quoted or token.text in (",", ":") or token.capital


def _clausal(tokens: list[Token], report: Report, start: int, index: int) -> list[tuple[int, int]]:
    kind, base = report.kind, report.base
    word, opener = tokens[index].lower, tokens[start].lower
    if word == "that" and kind not in (Cue.CALL, Cue.JUDGE, Cue.DECLINE, Cue.DENY):
        return [(index + 1, content_end(tokens, index + 1))] if index + 1 < len(tokens) else []
    if kind is Cue.ASK:
        if word in QUESTION_WORDS or opener in ("about", "for"):
            report.question = True
            return [(index if word in QUESTION_WORDS else start, content_end(tokens, index))]
        if opener == "to" and report.addressee:
            return [(start, content_end(tokens, start + 1))]
        return []
    negated = opener == "not" and index + 1 < len(tokens) and tokens[start + 1].lower == "to"
    if base in _TO_CUES and (opener == "to" or negated):
        return _infinitive(tokens, report, start)
    if kind is Cue.DENY:
        return [(report.verb, object_end(tokens, start))]
    if kind in (Cue.DECLINE, Cue.CALL, Cue.JUDGE, Cue.URGE):
        return []
    if opener in ("of", "about") and base in _ABOUT:
        return [(start, content_end(tokens, start))]
    if word in QUESTION_WORDS and kind in (Cue.SAY, Cue.TELL, Cue.SHOW, Cue.ADD) and _tells(base, word):
        return [(index, content_end(tokens, index))]
    if base == "point" and word == "out" and index + 2 < len(tokens):
        following = index + 1 + (tokens[index + 1].lower == "that")
        return [(following, content_end(tokens, following))]
    if word in ("about", "around", "over", "nearly", "between") and _counts(tokens[index + 1 : index + 2]):
        word = "some"
    if base in BARE_CLAUSE and word not in _NO_BARE_CLAUSE and _clause_like(tokens, index, base):
        return [(index, content_end(tokens, index))]
    return []


def _tells(base: str, word: str) -> bool:
    """Whether the verb takes this question word as its object: "said when", but "shouted" at a time."""
    return word not in ("when", "where", "if") or base in ("say", "tell", "explain", "reveal", "disclose")


def _counts(tokens: list[Token]) -> bool:
    """Whether a number follows: "said about half of them had left"."""
    return any(t.text[0].isdigit() or t.text == "$" or t.lower in NUMBERS for t in tokens)


def _infinitive(tokens: list[Token], report: Report, start: int) -> list[tuple[int, int]]:
    """ "promised to resign", "declined to say": of a refusal only what somebody would not say."""
    verb = tokens[start + 1].lower if start + 1 < len(tokens) else ""
    if verb in DETERMINERS or verb[:1].isdigit() or verb == "$":
        return []
    if report.kind is Cue.DECLINE and verb in ("comment", "respond"):
        return []
    if report.base == "refuse" and verb and verb not in _SPEAKING:
        return []
    return [(report.verb if report.kind is Cue.DECLINE else start, content_end(tokens, start + 1))]


def _clause_like(tokens: list[Token], index: int, base: str) -> bool:
    rest = tokens[index : index + 12]
    if len(rest) > 1 and (rest[0].capital or rest[0].lower in CLAUSE_OPENERS) and rest[1].quoted:
        return True
    if len(rest) < 3 or rest[0].lower in ("and", "or", "of"):
        return False
    if base in ("say", "tell"):
        return True
    stop = min(index + 20, len(tokens))
    return "'" in rest[0].text or any(is_finite(tokens, at) for at in range(index + 1, stop))
