"""What a turn does: it asks, answers, states, or is a word between; and what is odd about it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from factcheck.core.light import dataclass
from factcheck.read.transcripts.hearings.asides import without_words

LONG = 330
"""Characters, some sixty words: a turn without a question that is longer is a statement, a shorter one a word
between."""

_TAIL = 700
_NEAR = 50
_SPEECH = 2_500
"""Characters: a longer turn without a question is a speech, though a witness replies to it."""


@dataclass(frozen=True, slots=True)
class _Phrases:
    """Phrases looked for by a pattern, which is slow, where a bare string of theirs stands."""

    strings: tuple[str, ...]
    pattern: re.Pattern[str]

    def search(self, words: str) -> bool:
        return any(string in words for string in self.strings) and self.pattern.search(words) is not None

    def near(self, words: str) -> bool:
        """Whether the pattern is found around one of the strings; for phrases of less than _NEAR."""
        for string in self.strings:
            at = words.find(string)
            while at >= 0:
                if self.pattern.search(words, max(0, at - _NEAR), at + _NEAR):
                    return True
                at = words.find(string, at + 1)
        return False


_SENTENCE_END = re.compile(r"(?<=[.?!])[\"'”’)\]]*\s+")
_ASKS = re.compile(r"\?[\"'”’)\]]*(?=\s|$)")
_REQUEST = _Phrases(
    ("ell ", "xplain", "escribe", "tate", "omment", "ask", "nswer", "es or no"),
    re.compile(
        r"\b(?:tell (?:me|us|the)|explain|describe|would you (?:please )?(?:tell|explain|describe|state|"
        r"comment)|"
        r"(?:I (?:would|'d|want to|wanted to) (?:like )?(?:you )?(?:to )?ask)|answer (?:my|the|that) "
        r"question|yes or no)\b",
        re.IGNORECASE,
    ),
)
_INVITES = _Phrases(
    (
        "proceed",
        "begin",
        "ontinue",
        "ahead",
        "ecognized",
        "estimony",
        "tatement",
        "ear from",
        "urn",
        "loor is",
        "tart with",
        "elcome",
        "ield",
    ),
    re.compile(
        r"\b(?:please (?:proceed|begin|go ahead|continue)|you may (?:proceed|begin|continue)|(?:is|are|be) "
        r"(?:now )?recognized|"
        r"go ahead|your (?:opening )?(?:testimony|statement)s?|hear from you|turn (?:it )?(?:over )?to you|"
        r"the floor is yours|"
        r"we(?:'ll| will) (?:start|begin) with|welcome|yield\w* (?:\w+ minutes?|to))\b[^?]{0,120}$",
        re.IGNORECASE,
    ),
)
_THANKS = re.compile(
    r"^(?:(?:OK|okay|all right|alright|right|yes|yeah|sure|good|great|fine|thanks?|thank you(?: very "
    r"much)?|very good|I see|"
    r"I understand|no|correct|exactly|mm-hmm|uh-huh|well)[,.\s!-]*(?:sir|ma'am|(?:Mr|Madam|Mrs|Ms|Dr)\.? "
    r"\w+|Senator(?: \w+)?|"
    r"General|Chairman|Director|Judge)?[.,!\s-]*){1,4}$",
    re.IGNORECASE,
)
_YIELDS = _Phrases(
    ("ield", "oint of order", "consent", "objection"),
    re.compile(
        r"\b(?:yield|point of order|will the gentle(?:man|woman|lady)|unanimous consent|without objection)\b",
        re.IGNORECASE,
    ),
)
_CORRECTS = _Phrases(
    ("I mean", "correct", "misspoke", "trike that", "rather,", "xcuse me", "sorry"),
    re.compile(
        r"\bI mean(?:t)?,? (?:no|yes|to say)\b|\blet me correct\b|\bI misspoke\b|\bI stand corrected\b|"
        r"\bcorrection[,:]|"
        r"\bstrike that\b|\bI (?:need|want|have|wish) to correct\b|--(?:or )?rather,|\bexcuse "
        r"me[,;-]+\s*(?:not|it was|I meant|no)\b|"
        r"\b(?:no|yes)[,;.]? (?:excuse me|I'm sorry|I am sorry|sorry)[,;.]",
        re.IGNORECASE,
    ),
)
_OATH = _Phrases(
    ("swear", "affirm"),
    re.compile(r"\bdo you (?:\w+,? ){0,3}(?:swear|affirm)\b|\bswear or affirm\b", re.IGNORECASE),
)
"""After an oath that nobody answers in words of its own comes the witness's statement."""

_AUXILIARY = r"(?:do|does|did|have|has|had|is|are|was|were|will|would|can|could|should)"
_NEGATIVE = re.compile(
    rf"^(?:\W*(?:and|but|so|well|now|then|again|Mr\. \w+|sir)[,\s]+)*{_AUXILIARY}(?:n['’]t\b|"
    rf"\s+(?:\w+\s+){{1,3}}?not\b)|"
    r"\bnot (?:true|correct|the case|so|right|accurate) that\b|\bnever\b",
    re.IGNORECASE,
)
_TAG = re.compile(
    rf",?\s+(?:{_AUXILIARY}n['’]t\s+\w+|{_AUXILIARY}\s+\w+\s+not|isn['’]t that (?:right|correct|true|so|"
    rf"fair)|is that not (?:right|correct|true)|"
    r"right|correct|no|yes)\?[\"'”’]*$",
    re.IGNORECASE,
)
_SUBJECT = (
    r"(?:you|he|she|it|they|we|there|anyone|anybody|somebody|the|your|his|her|their|that|this|Mr|Ms|"
    r"Mrs|Dr|Senator)"
)
_COMPOUND = re.compile(
    rf"\b{_AUXILIARY}(?:n['’]t)?\s+{_SUBJECT}\b[^?]{{0,400}}?(?:,|;|--)?\s*\b(?:and|or|nor)(?:,? if so,?| "
    rf"then| also)?\s+"
    rf"(?:(?:how|when|where|what|why|who|whom|if "
    rf"so)\b[^?]{{0,40}}?\s)?{_AUXILIARY}(?:n['’]t)?\s+{_SUBJECT}\b",
    re.IGNORECASE,
)
_CLOSING = "\"'”’)] "
_INTERRUPTED = re.compile(r"(?:--|—|–|\. \. \.|…)[\"'”’)\]]*$")


@dataclass(frozen=True, slots=True)
class Spoken:
    """A turn as far as its role depends on it. `part` is member, witness, staff, voice or "" where unknown;
    `opens` says that it stands under a heading as somebody's statement."""

    words: str
    speaker: str | None
    part: str
    opens: bool = False
    is_note: bool = False


def roles_of(turns: Sequence[Spoken]) -> list[str]:
    """The role of each turn, in order.

    A member's question is one that a witness answers, over the heads of those who speak between; a member
    asks also without a question mark, when a witness who has spoken before replies at once.
    """
    after = _next_speakers(turns)
    roles: list[str] = []
    asker: str | None = None
    heard: set[str | None] = set()
    for index, turn in enumerate(turns):
        replies = (
            bool(after[index])
            and turns[after[index][0]].part == "witness"
            and not turns[after[index][0]].opens
        )
        replies = replies and turns[after[index][0]].speaker in heard
        role = _role(turns, index, after[index], asker, replies)
        if role == "question":
            asker = turn.speaker or ""
        elif role == "statement" or (role == "colloquy" and turn.part != "witness" and _invites(turn.words)):
            asker = None
        if role != "note":
            heard.add(turn.speaker)
        roles.append(role)
    return roles


def _role(
    turns: Sequence[Spoken], index: int, following: Sequence[int], asker: str | None, replies: bool
) -> str:
    turn = turns[index]
    if turn.is_note:
        return "note"
    if turn.part == "voice":
        return "colloquy"
    is_procedural = not is_long(turn.words) and _YIELDS.near(turn.words)
    if turn.part == "witness":
        if turn.opens or (asker is None and not _asks(turn.words)):
            return "statement" if turn.opens or is_long(turn.words) else "colloquy"
        return "colloquy" if asker is None or asker == turn.speaker else "answer"
    if turn.opens and is_long(turn.words):
        return "statement"
    answered = _answered(turns, turn, following)
    if is_procedural or (_OATH.search(turn.words) and following and is_long(turns[following[0]].words)):
        return "colloquy"
    if answered and _asks(turn.words):
        return "question"
    if turn.part == "" and asker is not None and asker != turn.speaker:
        return "answer"
    if replies and not (_only_thanks(turn.words) or _invites(turn.words) or len(turn.words) > _SPEECH):
        return "question"
    if answered and _REQUEST.search(_tail(turn.words)) and not _invites(turn.words):
        return "question"
    return "statement" if is_long(turn.words) else "colloquy"


def _next_speakers(turns: Sequence[Spoken]) -> list[list[int]]:
    """For each turn the indexes of the next few by others, notes left out."""
    after: list[list[int]] = [[] for _ in turns]
    coming: list[int] = []
    for index in range(len(turns) - 1, -1, -1):
        after[index] = [other for other in coming[:4] if turns[other].speaker != turns[index].speaker]
        if not turns[index].is_note:
            coming.insert(0, index)
            del coming[4:]
    return after


def _answered(turns: Sequence[Spoken], turn: Spoken, following: Sequence[int]) -> bool:
    """Whether a witness speaks next, or after words between that ask nothing."""
    for other in following:
        if turns[other].part == "witness":
            return not turns[other].opens
        if turns[other].part == "" and turn.part != "":
            return True
        if turn.part == "" and turns[other].part == "":
            return True
        if is_long(turns[other].words) or _asks(turns[other].words):
            return False
    return False


def _asks(words: str) -> bool:
    """Whether a question stands near the end of the words, and no invitation to speak after it."""
    tail = _tail(words)
    asked = [found.end() for found in _ASKS.finditer(tail)]
    return bool(asked) and not _invites(tail[asked[-1] :])


def _invites(words: str) -> bool:
    return _INVITES.search(words[-300:])


def _only_thanks(words: str) -> bool:
    return len(words) < 120 and _THANKS.match(words) is not None


def _tail(words: str) -> str:
    return words[-_TAIL:]


def is_long(words: str) -> bool:
    """Whether a turn is more than a word between."""
    return len(words) > LONG


def flags_of(words: str, role: str) -> tuple[str, ...]:
    """What a reader must know of a turn before he uses its words."""
    flags = []
    if _INTERRUPTED.search(words[-12:]):
        flags.append("interrupted")
    if _CORRECTS.near(words):
        flags.append("self-corrected")
    if without_words(words):
        flags.append("nonverbal")
    if role == "question":
        flags += _of_question(words)
    return tuple(flags)


def _of_question(words: str) -> list[str]:
    """Whether the question asks two things, and whether its "yes" could mean either."""
    sentences = _SENTENCE_END.split(" ".join(_tail(words).split()))
    asked = [sentence for sentence in sentences if sentence.rstrip(_CLOSING).endswith("?")]
    if not asked:
        return []
    flags = []
    last = asked[-1]
    in_a_row = len(asked) > 1 and sentences.index(asked[-2]) == sentences.index(last) - 1
    both_whole = in_a_row and min(len(last.split()), len(asked[-2].split())) > 3
    if both_whole or (any(word in last for word in (" and ", " or ", " nor ")) and _COMPOUND.search(last)):
        flags.append("compound")
    if ("not " in last or "never" in last or "n't" in last or "n’t" in last) and _NEGATIVE.search(
        _TAG.sub("?", last)
    ):
        flags.append("negative-question")
    return flags
