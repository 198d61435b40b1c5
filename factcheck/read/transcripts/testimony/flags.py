"""What can be seen of a question or an answer by its wording alone. Each is a flag; nothing is left out."""

from __future__ import annotations

import re
from collections.abc import Sequence

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
_CORRECTING = ("strike", "scratch", "withdraw", "let me ", "ll re")
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

SENTENCE = re.compile(r"[^.?!]+[.?!]*")
_INNER_END = re.compile(r"[.?!]+[^.?!]")
_MEMORY = re.compile(
    r"\b(?:recall|remember|recollect\w*|memory|not sure|not certain|don(?:'|’)?t know|not aware"
    r"|to (?:the best of )?my knowledge|can(?:'|’)?t say|no idea|that I know of)\b",
    re.IGNORECASE,
)
_REMEMBERING = (
    *("recall", "remember", "recollect", "memory", "sure", "certain", "know", "aware"),
    *("can't say", "can’t say", "cant say", "no idea"),
)
_CATEGORICAL = re.compile(
    r"\W*(?:no|yes|never|nope|yeah|correct|absolutely(?: not)?|definitely(?: not)?|of course(?: not)?"
    r"|certainly(?: not)?"
    r"|I did(?: not|n(?:'|’)t)?|he did(?: not|n(?:'|’)t)?|she did(?: not|n(?:'|’)t)?"
    r"|(?:no|yes),? (?:sir|ma(?:'|’)am|your honor|I (?:did|do|was|am|have|had)(?: not|n(?:'|’)t)?))\W*",
    re.IGNORECASE,
)
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
_NEGATION = re.compile(r"n['’]t\b|\b(?:not|never|nobody|nothing|no one|none|neither|cannot)\b|\bno\s+\w")
_NEGATING = ("n't", "n’t", "not", "never", "no ", "nobody", "none", "neither")
_NOT_OF_TAG = re.compile(r"n['’]t\s+(?:you|he|she|it|they|we|i|there|that)\W*$")
_ENDS_IN_AUXILIARY = re.compile(rf"{_AUXILIARY}$")
_LONGEST_AUXILIARY = 10

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


def interpreted(text: str) -> int | None:
    """Where an answer's words begin after "(Through interpreter)"; None where it does not begin so."""
    found = _INTERPRETED.match(text) if text[:1] in ("(", "[") else None
    return found.end() if found else None


def in_english(text: str) -> bool:
    """Whether an interpreted witness here speaks English: "(In English)"."""
    return _IN_ENGLISH.match(text) is not None


def question_flags(text: str) -> tuple[str, ...]:
    """The flags of a question's wording."""
    text = _looked_at(text)
    flags = []
    if is_interrupted(text):
        flags.append(INTERRUPTED)
    asked = text
    if _corrects(text):
        flags.append(SELF_CORRECTED)
        asked = text[_last_correction(text) :]
    if '"' in asked or "“" in asked:
        asked = _QUOTED.sub(" ", asked)
    if "?" in asked:
        asked = " ".join(asked.split())
        if _is_compound(asked):
            flags.append(COMPOUND)
        if _is_negative(asked):
            flags.append(NEGATIVE)
    if _reads_document(text):
        flags.append(QUOTES_DOCUMENT)
    return tuple(flags)


def _corrects(text: str) -> bool:
    return may_hold(text, _CORRECTING) and _CORRECTED.search(text) is not None


def may_hold(text: str, words: Sequence[str]) -> bool:
    """Whether one of these, in small letters, is in a text at all; most turns are done with here."""
    small = text.lower()
    for word in words:  # noqa: SIM110 - any() takes twice the time
        if word in small:
            return True
    return False


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
    if _corrects(text):
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
    if not _INNER_END.search(text) or not may_hold(text, _REMEMBERING):
        return False
    sentences = SENTENCE.findall(text)
    return any(map(_CATEGORICAL.fullmatch, sentences)) and any(map(_MEMORY.search, sentences))


def _is_compound(asked: str) -> bool:
    if asked.count("?") < 2 and " and " not in asked and " or " not in asked and ",and" not in asked:
        return False
    questions = [
        one
        for one in SENTENCE.findall(asked)
        if one.endswith("?") and not _TAG.fullmatch(one) and not _LEADS_IN.search(one)
    ]
    if len(questions) > 1:
        return True
    return any(_JOINED.search(one) and _BEGINS_ASKING.match(one.lstrip(" \n")) for one in questions)


def _is_negative(asked: str) -> bool:
    """A yes or no would be unclear: "You didn't call?", "Isn't it true ...?", "You never met, did you?"."""
    asked = asked.lower()
    if not may_hold(asked, _NEGATING) or not _NEGATION.search(asked):
        return False
    questions = [one for one in SENTENCE.findall(asked) if one.endswith("?")]
    while len(questions) > 1 and _TAG.fullmatch(questions[-1]):
        questions.pop()
    if not questions or _OPEN.match(questions[-1]):
        return False
    return _NEGATION.search(_without_tag(questions[-1])) is not None


def _without_tag(question: str) -> str:
    """A question in small letters without the "didn't you?" at its end."""
    at = max(question.rfind("n't"), question.rfind("n’t"))
    tag = at >= 0 and _NOT_OF_TAG.match(question, at)
    if tag and _ENDS_IN_AUXILIARY.search(question[max(0, at - _LONGEST_AUXILIARY) : at]):
        return question[:at]
    return question


def _reads_document(text: str) -> bool:
    """Whether words are read from a document: a quotation, and what tells that it is one."""
    if '"' not in text and "“" not in text:
        return False
    for found in _QUOTED.finditer(text):
        if len(found[1].split()) > 1:
            before = text[: found.start()].strip()
            return not before or _OF_DOCUMENT.search(_QUOTED.sub(" ", text)) is not None
    return False
