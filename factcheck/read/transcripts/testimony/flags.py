"""What can be seen of a question or an answer by its wording alone. Each is a flag; nothing is left out."""

from __future__ import annotations

import re

MAX_LOOKED_AT = 4_000
"""Code points of a turn that are looked at for its flags, from its beginning and from its end."""

INTERRUPTED, SELF_CORRECTED, STRICKEN, NONVERBAL = "interrupted", "self-corrected", "stricken", "nonverbal"
TRANSLATED, MIXED, COMPOUND, NEGATIVE = "translated", "mixed-answer", "compound", "negative-question"
QUOTES_DOCUMENT, INAUDIBLE, ENTITY = "quotes-document", "inaudible", "entity-capacity"

_INTERRUPTED = re.compile(r"(?:--|—|–)[ \t]*[\"”’]?\s*$")
_CORRECTED = re.compile(
    r"\b(?:(?:let me |I(?:'|’)?ll |I |going to |please ){0,3}(?:strike|scratch|withdraw) (?:that|this"
    r"|the question|it)\b"
    r"(?!\s+\w+\s+(?:from|off|out))"
    r"|let me (?:re-?phrase|re-?state|start (?:over|again)|re-?ask|ask (?:it|that) (?:again|differently"
    r"|another))"
    r"|I(?:'|’)?ll (?:re-?phrase|re-?ask|withdraw)|withdrawn\b)",
    re.IGNORECASE,
)
_CORRECTING = ("trike", "cratch", "ithdraw", "phrase", "state", "start", "ask")
_LONE_ASIDE = re.compile(r"[(\[][^()\[\]]{1,200}[)\]]\.?")
_NO_WORDS = re.compile(
    r"[(\[]\s*(?:the )?(?:witness|deponent)?\W*\b(?:is |was )?(?:nod|shak|shrug|indicat|point|gestur"
    r"|demonstrat|mov|draw"
    r"|mark(?:s|ing) (?!for)|circl|raises?\b|raising|no (?:audible |verbal |oral )?(?:response|answer|reply)"
    r"|non-?verbal|(?:head|hand) )",
    re.IGNORECASE,
)
_INAUDIBLE = re.compile(r"[(\[]\s*(?:inaudible|unintelligible|indiscernible|no audio)", re.IGNORECASE)
_INTERPRETED = re.compile(
    r"[ \t\n]*[(\[](?:(?:speaking |answering )?(?:through|via|by|with)(?: the| an| a| her| his| my)?"
    r"(?: official| court| certified| sworn| spanish)* ?interpreter|interpreted|translated"
    r"|through translation"
    r"|in (?!english)[a-z]{4,12})[)\]][.:]?",
    re.IGNORECASE,
)
_IN_ENGLISH = re.compile(r"[ \t\n]*[(\[](?:speaking )?in english[)\]]", re.IGNORECASE)

_SENTENCE = re.compile(r"[^.?!]+[.?!]*")
_MEMORY = re.compile(
    r"\b(?:recall|remember|recollect\w*|memory|not sure|not certain|don(?:'|’)?t know|not aware"
    r"|to (?:the best of )?my knowledge|can(?:'|’)?t say|no idea|that I know of)\b",
    re.IGNORECASE,
)
_CATEGORICAL = re.compile(
    r"\W*(?:no|yes|never|nope|yeah|correct|absolutely(?: not)?|definitely(?: not)?|of course(?: not)?"
    r"|certainly(?: not)?"
    r"|I did(?: not|n(?:'|’)t)?|he did(?: not|n(?:'|’)t)?|she did(?: not|n(?:'|’)t)?"
    r"|(?:no|yes),? (?:sir|ma(?:'|’)am|your honor|I (?:did|do|was|am|have|had)(?: not|n(?:'|’)t)?))\W*",
    re.IGNORECASE,
)
_SAYS_YES_OR_NO = re.compile(r"(?:^|[.?!])\s*(?:[YyNnCcAaDdOoIiHhSs])")
_LONGEST_MIXED = 600

_AUXILIARY = (
    r"(?:do|does|did|is|are|was|were|am|have|has|had|will|would|can|could|shall|should|may|might|must|isn|aren|wasn"
    r"|weren|don|doesn|didn|haven|hasn|hadn|won|wouldn|can|couldn|shouldn|ain)"
)
_ASKS = (
    rf"(?:{_AUXILIARY}(?:n?['’]t)?\s+(?:you|he|she|it|they|we|I|there|that|this|the|your|his|her|their|any\w*"
    r"|Mr|Ms|Mrs|Dr)\b|(?:who|what|when|where|why|how|which|whose)\b)"
)
_JOINED = re.compile(rf"(?:,\s*|\s)(?:and|or)\s+(?:if so,?\s+)?{_ASKS}", re.IGNORECASE)
_BEGINS_ASKING = re.compile(rf"(?:^|[.?!;,—–-]\s*|\b(?:and|so|now|okay|well)\s+){_ASKS}", re.IGNORECASE)
_TAG = re.compile(
    rf"\W*(?:right|correct|true|okay|ok|yes|no|is that (?:right|correct|true|fair)|fair(?: enough)?|you "
    rf"(?:understand|agree)"
    rf"|do you see that|see that|{_AUXILIARY}(?:n?['’]t)?\s+(?:you|he|she|it|they|we|I|there|that)"
    rf"(?: not)?)\W*",
    re.IGNORECASE,
)
_LEADS_IN = re.compile(r"[,;] (?:right|correct|okay|yes|true)\?$", re.IGNORECASE)
_OPEN = re.compile(
    r"\W*(?:(?:and|so|now|okay|well|all right|then|sir|ma['’]am|but)\W+)*(?:who|what|when|where|why|how"
    r"|which|whose)\b",
    re.IGNORECASE,
)
_NEGATION = re.compile(
    r"n['’]t\b|\b(?:not|never|nobody|nothing|no one|none|neither|cannot)\b|\bno\s+\w", re.IGNORECASE
)
_NOT_BUT_TAG = re.compile(
    rf",?\s*{_AUXILIARY}n['’]t\s+(?:you|he|she|it|they|we|I|there|that)\W*$", re.IGNORECASE
)

_QUOTED = re.compile(r"[\"“]([^\"“”\n]*(?:\n[^\"“”\n]*){0,8}?)[\"”]")
_OF_DOCUMENT = re.compile(
    r"\b(?:do you see (?:that|where)|see (?:that|where)|(?:it|that|this|which|document|letter|e-?mail"
    r"|exhibit|page|line"
    r"|paragraph|sentence|message|memo\w*|transcript|statement|report|diary|entry|text|answer)\W+(?:\w+\W+){0,3}?"
    r"(?:reads?|says?|states?|said|stated|begins|continues|wrote|writes)|quote|reading from|read (?:it"
    r"|that|this|the|from|into)"
    r"|you (?:wrote|write|testified|answered|said under)|did I read|is written|line \d|page \d"
    r"|paragraph \d)\b",
    re.IGNORECASE,
)

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
_STRIKING = ("tricken", "TRICKEN", "trike", "isregard", "ranted")
_ANSWERABLE = re.compile(
    r"\b(?:overruled|(?:you|witness|he|she) (?:can|may)(?: go ahead and)? answer|go ahead"
    r"(?: and answer)?\s*[.,]|please answer"
    r"|answer (?:the|my|his|her|that) question|answer if you (?:can|know|understand))",
    re.IGNORECASE,
)
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


def is_interrupted(text: str) -> bool:
    """Whether words break off with a dash at their end."""
    tail = text[-20:]
    return ("--" in tail or "—" in tail or "–" in tail) and _INTERRUPTED.search(tail) is not None


def has_no_words(text: str) -> bool:
    """Whether an answer is nothing but a gesture or a silence that the reporter noted."""
    return (
        text[:1] in ("(", "[")
        and _LONE_ASIDE.fullmatch(text) is not None
        and _NO_WORDS.match(text) is not None
    )


def interpreted(text: str, at: int) -> int | None:
    """Where the words begin after "(Through interpreter)" at `at`; None where that is not said."""
    if text[at : at + 1] not in ("(", "["):
        return None
    found = _INTERPRETED.match(text, at)
    return found.end() if found else None


def in_english(text: str, at: int) -> bool:
    """Whether an interpreted witness here speaks English: "(In English)"."""
    return _IN_ENGLISH.match(text, at) is not None


def question_flags(text: str) -> tuple[str, ...]:
    """The flags of a question's wording."""
    text = _looked_at(text)
    flags = []
    if is_interrupted(text):
        flags.append(INTERRUPTED)
    asked = text
    if _may_correct(text) and _CORRECTED.search(text):
        flags.append(SELF_CORRECTED)
        asked = text[_last_correction(text) :]
    if '"' in asked or "“" in asked:
        asked = _QUOTED.sub(" ", asked)
    asked = " ".join(asked.split())
    if _is_compound(asked):
        flags.append(COMPOUND)
    if _is_negative(asked):
        flags.append(NEGATIVE)
    if _reads_document(text):
        flags.append(QUOTES_DOCUMENT)
    return tuple(flags)


def _may_correct(text: str) -> bool:
    return any(word in text for word in _CORRECTING)


def _last_correction(text: str) -> int:
    """Where the question that counts begins: after the last "strike that"."""
    last = 0
    for found in _CORRECTED.finditer(text):
        last = found.end()
    return last if text[last:].strip(" .,-—–\n") else 0


def answer_flags(text: str) -> tuple[str, ...]:
    """The flags of an answer's wording."""
    text = _looked_at(text)
    flags = []
    if has_no_words(text):
        flags.append(NONVERBAL)
    elif _INAUDIBLE.match(text) and _LONE_ASIDE.fullmatch(text):
        flags.append(INAUDIBLE)
    if is_interrupted(text):
        flags.append(INTERRUPTED)
    if _may_correct(text) and _CORRECTED.search(text):
        flags.append(SELF_CORRECTED)
    if len(text) <= _LONGEST_MIXED and _is_mixed(text):
        flags.append(MIXED)
    if _reads_document(text):
        flags.append(QUOTES_DOCUMENT)
    return tuple(flags)


def _looked_at(text: str) -> str:
    if len(text) <= 2 * MAX_LOOKED_AT:
        return text
    return text[:MAX_LOOKED_AT] + " " + text[-MAX_LOOKED_AT:]


def _is_mixed(text: str) -> bool:
    """One sentence rests on memory and another says yes or no: "Not that I recall. No." """
    if not _SAYS_YES_OR_NO.search(text) or not _MEMORY.search(text):
        return False
    sentences = [found.group() for found in _SENTENCE.finditer(text)]
    return any(_CATEGORICAL.fullmatch(one) for one in sentences) and any(
        _MEMORY.search(one) for one in sentences
    )


def _is_compound(asked: str) -> bool:
    if asked.count("?") < 2 and " and " not in asked and " or " not in asked and ",and" not in asked:
        return False
    questions = [
        one
        for found in _SENTENCE.finditer(asked)
        if (one := found.group()).endswith("?") and not _TAG.fullmatch(one) and not _LEADS_IN.search(one)
    ]
    if len(questions) > 1:
        return True
    return any(_JOINED.search(one) and _BEGINS_ASKING.match(one.lstrip(" \n")) for one in questions)


def _is_negative(asked: str) -> bool:
    """A yes or no would be unclear: "You didn't call?", "Isn't it true ...?", "You never met, did you?"."""
    if "?" not in asked or not _NEGATION.search(asked):
        return False
    questions = [found.group() for found in _SENTENCE.finditer(asked) if found.group().rstrip().endswith("?")]
    while len(questions) > 1 and _TAG.fullmatch(questions[-1]):
        questions.pop()
    if not questions or _OPEN.match(questions[-1]):
        return False
    return _NEGATION.search(_NOT_BUT_TAG.sub("", questions[-1].rstrip())) is not None


def _reads_document(text: str) -> bool:
    """Whether words are read from a document: a quotation, and what tells that it is one."""
    if '"' not in text and "“" not in text:
        return False
    for found in _QUOTED.finditer(text):
        if len(found[1].split()) > 1:
            before = text[: found.start()].strip()
            return not before or _OF_DOCUMENT.search(_QUOTED.sub(" ", text)) is not None
    return False


def is_objection(text: str) -> bool:
    """Whether counsel's words object; "No objection" does not."""
    head = text[:200]
    if "bject" in head or "strike" in head:
        return _NO_OBJECTION.match(head) is None and _OBJECTION.match(head) is not None
    return len(text) <= 120 and _GROUND.fullmatch(text) is not None


def lets_answer(text: str) -> bool:
    """Whether somebody says that the question before may now be answered."""
    head = text[:300]
    return ("nswer" in head or "verruled" in head or "o ahead" in head) and _ANSWERABLE.search(
        head
    ) is not None


def joins(text: str) -> bool:
    """Whether counsel makes the objection just heard his own: "Join." """
    return len(text) < _LONGEST_JOINING and _JOINS.match(text) is not None


def moves_to_strike(text: str) -> bool:
    """Whether counsel asks that an answer be struck."""
    return _MOVES_TO_STRIKE.search(text[:400]) is not None


def strikes(text: str, *, asked: bool) -> bool:
    """Whether the judge's words strike the last answer; `asked` says that counsel has just moved for it."""
    head = text[:MAX_LOOKED_AT]
    if not any(word in head for word in _STRIKING):
        return False
    for found in _SENTENCE.finditer(head):
        sentence = found.group()
        if _STRIKES.search(sentence) and not _NOT_STRUCK.search(sentence):
            return True
        if asked and _GRANTED.fullmatch(sentence):
            return True
    return False
