"""What counsel and the judge say between question and answer: objections, leave to answer, motions to strike
and rulings on them."""

from __future__ import annotations

import re

from factcheck.read.transcripts.testimony.flags import MAX_LOOKED_AT, SENTENCE, may_hold

ASKS = re.compile(r"Q[ ]?[.:]\s+(?=\S)")
"""How a question begins where the examiner's name is printed before it."""

_OFF_RECORD = re.compile(r"\boff (?:of )?the (?:video(?:tape)? )?record\b", re.IGNORECASE)
_ON_RECORD = re.compile(r"\b(?:back )?on (?:to )?the (?:video(?:tape)? )?record\b", re.IGNORECASE)
_OBJECTION = re.compile(
    r"\W*+(?:(?:excuse me|same|note (?:my|the|an)|I(?:'|’)?(?:ll|d|m)|I|will|would|am|going|must|have"
    r"|again|let me|lodge"
    r"|an?|my|the|our|and|also|just|continuing|standing|for the record|we|continue|judge|your honor|wait"
    r"|counsel|hold on"
    r"|hang on|defendants?|defense|plaintiffs?|government|make|interpose|assert|place|renew|state|to|join"
    r"|in)\b\W*+){0,12}+"
    r"(?:object(?:s|ion|ions|ing)?\b(?! (?:is |was |has been )?(?:withdrawn|overruled|sustained|noted))"
    r"|move to strike|motion to strike)",
    re.IGNORECASE,
)
_NO_OBJECTION = re.compile(
    r"\W*(?:no|without|there(?:'|’)s no|withdraw\w*(?: the| my)?)\b[\s,]*(?:further )?objection",
    re.IGNORECASE,
)
_GROUND = re.compile(
    r"\W*(?:to )?(?:(?:the )?form|foundation|leading|hearsay|relevance|vague(?: and ambiguous)?|ambiguous"
    r"|compound"
    r"|argumentative|speculation|calls for (?:speculation|a (?:legal )?conclusion|hearsay|a narrative)"
    r"|asked and answered"
    r"|lacks foundation|no foundation|beyond the scope|outside the scope|scope|assumes facts"
    r"(?: not in evidence)?"
    r"|mis(?:states|characterizes)\b[^.]{0,60}|privilege|narrative|non-?responsive|cumulative|badgering)"
    r"(?:,? (?:your honor|judge|counsel))?\W*",
    re.IGNORECASE,
)
_JOINS = re.compile(
    r"\W*(?:I(?:'|’)ll |I |we |and )?(?:join|joined|joining|same|ditto|likewise)\b", re.IGNORECASE
)
_LONGEST_JOINING = 60
_MOVES_TO_STRIKE = re.compile(r"\b(?:move|motion|ask)\b[^.?!]{0,40}\bstr(?:ike|icken)\b", re.IGNORECASE)
_GRANTED = re.compile(r"\W*(?:(?:the|your|that) motion is )?granted\W*", re.IGNORECASE)
_STRIKING = ("stricken", "strike", "disregard", "granted")
_ANSWERABLE = re.compile(
    r"\b(?:overruled|(?:you|witness|he|she) (?:can|may)(?: go ahead and)? answer|go ahead"
    r"(?: and answer)?\s*[.,]|please answer"
    r"|answer (?:the|my|his|her|that) question|answer if you (?:can|know|understand))",
    re.IGNORECASE,
)
_ASIDE = re.compile(
    r"\W*(?:(?:you can answer|only|but|just)\W+)?(?:if you (?:know|can|remember|recall|understand|have)\b"
    r"|to the extent\b|to the best of\b|don(?:'|’)?t (?:guess|speculate)\b|subject to\b|take your time\b)"
    r"[^?]*",
    re.IGNORECASE,
)
_REPLIES = re.compile(r"\W*(?:yes|no|yeah|sure|okay)\b", re.IGNORECASE)
_STRIKES = re.compile(
    r"\b(?:(?:is|are|be|was|were|so|it(?:'|’)s|ordered|hereby|and) stricken|stricken from|stricken\."
    r"|(?:will|shall|I(?:'|’)ll|to|court|we(?:'|’)ll|please)\s+strike (?:the|that|his|her|its|this)\s+"
    r"(?:\w+\s+)?"
    r"(?:answer|response|testimony|statement|portion|part|remark|comment|last)"
    r"|(?:jury|jurors|you|gentlemen|everyone)\b[^.?!]{0,60}\bdisregard\b[^.?!]{0,40}"
    r"\b(?:answer|response|testimony|statement|that|it|last|remark|comment)"
    r"|motion to strike is granted|strike it from)",
    re.IGNORECASE,
)
_NOT_STRUCK = re.compile(r"\b(?:not|n['’]t|denied|deny|declin\w+|refus\w+)\b", re.IGNORECASE)


def is_objection(text: str) -> bool:
    """Whether counsel's words object; "No objection" does not."""
    head = text[:200]
    if may_hold(head, ("object", "strike")):
        return _NO_OBJECTION.match(head) is None and _OBJECTION.match(head) is not None
    return len(text) <= 120 and _GROUND.fullmatch(text) is not None


def record_flags(text: str) -> tuple[str, ...]:
    """What a reporter or a videographer says of the record: that it stops, or goes on."""
    if _OFF_RECORD.search(text):
        return ("off-record",)
    return ("on-record",) if _ON_RECORD.search(text) else ()


def lets_answer(text: str) -> bool:
    """Whether somebody says that the question before may now be answered."""
    head = text[:300]
    return may_hold(head, ("answer", "overruled", "go ahead")) and _ANSWERABLE.search(head) is not None


def is_aside(text: str) -> bool:
    """Whether counsel only says how, or that, what was asked may be answered: "If you know." What begins with
    a yes or a no answers something itself."""
    if _REPLIES.match(text):
        return False
    return lets_answer(text) or (len(text) <= 300 and _ASIDE.fullmatch(text) is not None)


def asks_again(text: str) -> bool:
    """Whether a reporter or an interpreter did not catch the answer just given."""
    return text.endswith("?") or may_hold(text[:300], ("repeat", "repetition", "again"))


def joins(text: str) -> bool:
    """Whether counsel makes the objection just heard his own: "Join." """
    return len(text) < _LONGEST_JOINING and _JOINS.match(text) is not None


def moves_to_strike(text: str) -> bool:
    """Whether counsel asks that an answer be struck."""
    head = text[:400]
    return may_hold(head, ("strike", "stricken")) and _MOVES_TO_STRIKE.search(head) is not None


def strikes(text: str, *, asked: bool) -> bool:
    """Whether the judge's words strike the last answer; `asked` says that counsel has just moved for it."""
    head = text[:MAX_LOOKED_AT]
    if not may_hold(head, _STRIKING):
        return False
    for found in SENTENCE.finditer(head):
        sentence = found.group()
        if _STRIKES.search(sentence) and not _NOT_STRUCK.search(sentence):
            return True
        if asked and _GRANTED.fullmatch(sentence):
            return True
    return False
