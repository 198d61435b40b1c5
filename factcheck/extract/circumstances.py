"""When, where and with what words around something was said: read from the report's own clause only."""

from __future__ import annotations

from factcheck.core.light import dataclass
from factcheck.extract.cues import Cue
from factcheck.extract.occasions import forum_in
from factcheck.extract.prose import Prose
from factcheck.extract.report import Report
from factcheck.extract.times import TimeExpression
from factcheck.extract.tokens import BE, Token, is_adverb
from factcheck.extract.wordlists import words

_OTHER_CLAUSE = words("although though while whereas because since when if but who which unless until whose")
_MAYBE_CLAUSE = words("after before")
_DESCRIBES = _OTHER_CLAUSE | _MAYBE_CLAUSE | {"that"}
"""Between a subject and its verb these open words about it: "a note sent after the fire on May 3 said"."""
_VERBS = BE | {"had", "has", "have", "did", "said", "told"}
_TELLS_OCCASION = words("speaking testifying appearing in at on during asked writing citing")


@dataclass(frozen=True, slots=True)
class Circumstances:
    """A time, a forum, and the masked words around a report that are not its content."""

    time: TimeExpression | None = None
    forum: str | None = None
    context: str = ""


def circumstances_of(prose: Prose, tokens: list[Token], report: Report) -> Circumstances:
    content = [_what_is_denied(tokens, report, *pair) for pair in report.content]
    held = [(tokens[first].start, tokens[last - 1].end) for first, last in content if last > first]
    for other in prose.reports[report.sentence]:
        for first, last in other.content:
            if other is not report and last > first and not first <= report.verb < last:
                held.append((tokens[first].start, tokens[last - 1].end))
        if other is not report and other.base == "according":
            held.append((tokens[other.verb].start, tokens[max(other.described, other.verb + 1) - 1].end))
    aside = _aside(tokens, report)
    if aside is not None:
        held.append(aside)
    if report.subject is not None:
        held.append((tokens[report.subject[0]].start, tokens[report.subject[1] - 1].end))
        for at in range(report.subject[1], report.verb):
            if tokens[at].lower in _DESCRIBES:
                held.append((tokens[at].start, tokens[report.verb - 1].end))
                break
    begins, ends, between = _reach(prose, tokens, report)
    held = sorted([*held, *((tokens[first].start, tokens[last - 1].end) for first, last in between)])
    time: TimeExpression | None = None
    forum: str | None = None
    context: list[str] = []
    at, end = tokens[begins].start, tokens[ends - 1].end
    for start, stop in [*held, (end, end)]:
        start = min(start, end)
        if start > at:
            times = [t for t in prose.times_in(at, start) if t.edtf or t.candidates]
            time = time or (times[0] if times else None)
            place = forum_in(prose.text, at, start)
            forum = forum or (prose.text[place[0] : place[1]] if place else None)
            context.append(prose.mask[at:start])
        at = max(at, stop)
    return Circumstances(time, forum, " ".join(context))


def _aside(tokens: list[Token], report: Report) -> tuple[int, int] | None:
    """The words that only describe the speaker: "Pell, who resigned on Monday, said"."""
    if report.subject is None:
        return None
    first, last = report.subject[1], min(report.described, len(tokens))
    while first < last and not tokens[first].word:
        first += 1
    if first >= last or tokens[first].lower in _TELLS_OCCASION:
        return None
    return tokens[first].start, tokens[last - 1].end


def _what_is_denied(tokens: list[Token], report: Report, first: int, last: int) -> tuple[int, int]:
    """Of "denied on Monday that …" the words from "that" on: the day belongs to the denial."""
    if report.kind is Cue.DENY and first == report.verb:
        that = next((i for i in range(first + 1, min(last, first + 8)) if tokens[i].lower == "that"), first)
        return that, last
    return first, last


def _reach(prose: Prose, tokens: list[Token], report: Report) -> tuple[int, int, list[tuple[int, int]]]:
    """The tokens that may say when and where this was said: up to other clauses and other reports; and the
    ranges of clauses that stand between.
    """
    here = min([report.verb, *(report.subject or ())[:1]])
    first, last, between = _own_clause(tokens, report, here)
    for other in prose.reports[report.sentence]:
        if other is report:
            continue
        if other.verb < here:
            first = max(first, other.verb)
        elif other.verb > report.verb:
            last = min(last, max(here + 1, min([other.verb, *(other.subject or ())[:1]])))
        if any(begin <= report.verb < end for begin, end in other.content):
            first = max(first, here)
    return first, max(last, first + 1, min(report.verb + 1, len(tokens))), between


def _own_clause(tokens: list[Token], report: Report, here: int) -> tuple[int, int, list[tuple[int, int]]]:
    inside = {i for begin, end in report.content for i in range(begin, end)}
    if report.subject is not None:
        inside.update(range(report.subject[1], report.described))
    first, last = 0, len(tokens)
    between: list[tuple[int, int]] = []
    for at in range(here - 1, -1, -1):
        if at in inside:
            continue
        token = tokens[at]
        if token.text in (";", "—"):
            first = at + 1
            break
        if token.lower in _OTHER_CLAUSE or (token.lower in _MAYBE_CLAUSE and _holds_verb(tokens, at, here)):
            comma = next((i for i in range(at + 1, here) if tokens[i].text == "," and i not in inside), None)
            if comma is None:
                first = at + 1
                break
            between.append((at, comma))
    for at in range(report.verb + 1, len(tokens)):
        if at in inside:
            continue
        token = tokens[at]
        clause = token.lower in _OTHER_CLAUSE or (
            token.lower in _MAYBE_CLAUSE and _holds_verb(tokens, at, len(tokens))
        )
        if token.text == ";" or clause:
            last = at
            break
    return first, last, between


def _holds_verb(tokens: list[Token], at: int, stop: int) -> bool:
    """Whether "after" or "before" opens a clause and not only a phrase: a verb follows before the comma."""
    for token in tokens[at + 1 : min(stop, at + 12)]:
        if not token.word:
            return False
        if token.lower in _VERBS or (
            token.lower.endswith("ed") and not token.capital and not is_adverb(token)
        ):
            return True
    # "after she assured them, Pell said": the report itself stands in that clause when no comma parts them.
    return stop == len(tokens) or not any(not token.word for token in tokens[at + 1 : stop])
