"""Whether a change of wording may turn a statement round: denied in the one, and not in the other.

Not how often something is denied counts but what is: between the same two words that both wordings have,
both must deny equally often. Before they are compared each wording is brought to what it says once: short
forms in full, without tags (“didn't you?”), words begun again, and a bare “No.” beside its full answer. Only
what is sure to say the same is brought together; a wording of which that is not sure counts as turned round.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from rapidfuzz.distance import Indel

from factcheck.core.plain import plain

LONGEST = 3000
"""Words up to which two wordings are set beside each other; in longer ones the clauses that deny must be the
same."""

_BARE = frozenset({"no", "not", "never", "nope", "nay"})
"""What may be said again without saying more."""

_DENY = _BARE | frozenset((
    "none", "nothing", "nobody", "nowhere", "neither", "nor", "without", "hardly", "barely", "scarcely",
    "rarely", "seldom", "unaware", "unable", "impossible", "deny", "denied", "denies", "denying", "false",
    "falsely", "untrue", "incorrect", "inaccurate", "wrong", "mistaken", "refuse", "refused", "refuses",
    "refusing", "decline", "declined", "declines", "declining", "fail", "failed", "fails", "failing",
    "lack", "lacked", "lacks", "lacking", "absent", "disagree", "disagreed", "disagrees", "dispute",
    "disputed", "disputes", "reject", "rejected", "rejects",
))  # fmt: skip
_PLAINLY = _BARE | {"none", "nothing", "nobody", "nowhere", "neither"}
_AFFIRM = frozenset((
    "yes", "yeah", "yep", "yup", "aye", "correct", "true", "right", "affirmative",
))  # fmt: skip
_WITH_A_REPLY = frozenset((
    "that", "that's", "it", "it's", "this", "is", "was", "very", "quite", "exactly", "absolutely", "all",
    "so", "oh",
))  # fmt: skip
_TITLES = frozenset((
    "sir", "madam", "ma'am", "mr", "mrs", "ms", "miss", "dr", "senator", "congressman", "congresswoman",
    "representative", "chairman", "chairwoman", "chair", "counsel", "your", "honor", "honour", "general",
    "judge", "secretary",
))  # fmt: skip
_AUXILIARY = frozenset((
    "do", "does", "did", "have", "has", "had", "am", "is", "are", "was", "were", "be", "been", "being",
    "will", "would", "shall", "should", "can", "could", "might", "must", "ever", "any", "at", "all",
))  # fmt: skip
"""Words that come and go with a denial and that nothing else hangs on: “never saw”, “did not ever see”."""

_ASSENT = _AFFIRM | _WITH_A_REPLY | _TITLES
_PERSONS = frozenset((
    "i", "you", "he", "she", "it", "we", "they", "that", "this", "there",
))  # fmt: skip
_TURNING = frozenset((
    "but", "yet", "although", "though", "except", "unless", "however", "whereas", "instead",
))  # fmt: skip
_PREFIX = re.compile(r"(?:un|in|im|il|ir|dis|non|mis)(?=[^\W\d_]{3})")

_SHORT_NOT = re.compile(r"\b(ca|wo|sha|[a-z]+?)(?:n't|(?<=do|es|is|as|re|ve|ad|ld|ca|wo|id)nt)\b")
_IN_FULL = {"ca": "can", "wo": "will", "sha": "shall", "ai": "is"}
_TITLE_DOT = re.compile(r"\b(mrs?|ms|dr|sen|rep|gen|hon|st)\.")
_NUMBER_SIGN = re.compile(r"\bno\. ?(?=\d)")
_AUX = r"(?:do|does|did|have|has|had|am|is|are|was|were|will|would|shall|should|can|could|might|must)"
_TAG = re.compile(
    rf"(?:,|--) ?(?:{_AUX}(?: not)? (?:i|you|he|she|it|we|they|there|that)(?: not)?"
    rf"|(?:is (?:that|it) )?(?:not )?(?:right|correct|true|so)|yes|no|yeah|okay|or not) ?\?"
)
_OR_NOT = re.compile(r"\bor not\b(?= ?(?:[,.?;]|$))|(?<=whether )or not\b")
_NOT_TRUE = re.compile(r"\bnot (?:quite |really |at all |entirely )?(?:true|correct|right|accurate)\b")
_DENIES_THAT = re.compile(r"\b(i|we|he|she|they|you) den(?:y|ied|ies)(?: that)? \1\b")
_AGAIN = re.compile(r"\b((?:[^\W_]+ ){0,5}[^\W_]+)(?:--|, )(?=\1\b)")
_PIECES = re.compile(r"[^\W_]+(?:'[^\W_]+)?|[.?!;:,]|--")
_SIGNS = {".": ".", "!": ".", "?": "?", ";": ",", ":": ",", ",": ",", "--": ","}

_NOT = "not"
_JOINED = "no, "
"""What stands for a bare “no” that hangs on a clause which does not deny: it denies something else."""
_DENYING = _DENY | {_JOINED}


@dataclass(slots=True)
class _Clause:
    """Words between two signs, and how they end: a full stop, a question mark, or a comma for anything
    less."""

    words: list[str]
    end: str = "."

    @property
    def denials(self) -> list[str]:
        return [word for word in self.words if word in _DENY]

    @property
    def is_bare(self) -> bool:
        """Whether it says no, and nothing more."""
        return _BARE.issuperset(self.words)

    @property
    def is_assent(self) -> bool:
        """Whether it says yes, and nothing more."""
        return not _AFFIRM.isdisjoint(self.words) and _ASSENT.issuperset(self.words)

    @property
    def is_address(self) -> bool:
        return len(self.words) <= 3 and self.words[0] in _TITLES


_Clauses = list[_Clause]


def turns_round(old: str, new: str) -> bool:
    """Whether something that one wording denies may not be denied in the other, or an assent be lost."""
    before, after = _clauses(old), _clauses(new)
    mine, theirs = ({word for clause in clauses for word in clause.words} for clauses in (before, after))
    before, after = _opened(before, theirs), _opened(after, mine)
    once = _said_once(before), _said_once(after)
    return _denials_differ(*once) or _assents_differ((before, after), once)


def _clauses(text: str) -> _Clauses:
    """The clauses of a wording, denials in their full form."""
    text = _SHORT_NOT.sub(_in_full, plain(text).lower()).replace("cannot", "can not")
    text = _NUMBER_SIGN.sub("number ", _TITLE_DOT.sub(r"\1", text))
    text = _OR_NOT.sub("", _TAG.sub("?", text))
    text = _DENIES_THAT.sub(r"\1 not", _NOT_TRUE.sub("false", text))
    text = _AGAIN.sub("", text)
    clauses = [_Clause([])]
    for piece in _PIECES.findall(text):
        sign = _SIGNS.get(piece)
        if sign is None:
            clauses[-1].words.append(piece)
        elif clauses[-1].words:
            clauses[-1].end = sign
            clauses.append(_Clause([]))
        elif sign != "," and len(clauses) > 1:
            clauses[-2].end = sign
    return clauses if clauses[-1].words else clauses[:-1]


def _in_full(short: re.Match[str]) -> str:
    return f"{_IN_FULL.get(short[1], short[1])} not"


def _opened(clauses: _Clauses, others: set[str]) -> _Clauses:
    """“unable” as “not able” where the other wording has “able” and not “unable”."""
    return [
        _Clause([part for word in clause.words for part in _parts(word, others)], clause.end)
        for clause in clauses
    ]


def _parts(word: str, others: set[str]) -> tuple[str, ...]:
    prefix = _PREFIX.match(word) if word not in others else None
    return (_NOT, word[prefix.end() :]) if prefix and word[prefix.end() :] in others else (word,)


def _said_once(clauses: _Clauses) -> _Clauses:
    """The clauses without addresses, and without those that repeat the one before or behind: “No. I did
    not.”, “Yes, I did.”"""
    kept: _Clauses = []
    for clause in clauses:
        if not clause.is_address:
            kept.append(_Clause(clause.words, clause.end))
        elif kept and kept[-1].end == ",":
            kept[-1].end = clause.end
    index = 0
    while index < len(kept):
        clause = kept[index]
        beside = [kept[index - 1]] if index and kept[index - 1].end != "?" else []
        beside += [kept[index + 1]] if index + 1 < len(kept) and clause.end != "?" else []
        if any(_adds_nothing(clause, other) for other in beside):
            del kept[index]
            index = max(0, index - 1)
        else:
            index += 1
    return kept


def _adds_nothing(clause: _Clause, beside: _Clause) -> bool:
    """Whether a clause denies, or affirms, only what the one beside it does in full."""
    denied = beside.denials
    if clause.denials:
        rest = set(clause.words) - _BARE - _AUXILIARY
        once = len(clause.denials) == len(denied) == 1 and denied[0] in _PLAINLY
        return once and rest.issubset(beside.words)
    says_so = not denied and len(beside.words) > 1 and not _PERSONS.isdisjoint(beside.words)
    return clause.is_assent and (beside.is_assent or says_so)


def _denials_differ(before: _Clauses, after: _Clauses) -> bool:
    old, new = list(_words(before)), list(_words(after))
    if _DENYING.isdisjoint(old) and _DENYING.isdisjoint(new):
        return False
    if max(len(old), len(new)) > LONGEST:
        one, other = (Counter(tuple(c.words) for c in part if c.denials) for part in (before, after))
        return one != other
    mine, theirs = ([n for n, word in enumerate(words) if _can_answer(word)] for words in (old, new))
    pairs = [
        (mine[block.src_start + n], theirs[block.dest_start + n])
        for block in Indel.opcodes([old[n] for n in mine], [new[n] for n in theirs])
        if block.tag == "equal"
        for n in range(block.src_end - block.src_start)
    ]
    borders = [(-1, -1), *pairs, (len(old), len(new))]
    return any(_gaps_differ(old[a + 1 : c], new[b + 1 : d]) for (a, b), (c, d) in pairwise(borders))


def _words(clauses: _Clauses) -> Iterator[str]:
    """The words to be set beside those of the other wording, with the ends of sentences."""
    hangs = False
    for n, clause in enumerate(clauses):
        joins = clause.end == "," and n + 1 < len(clauses)
        if clause.is_bare and (hangs or joins):
            yield _JOINED
        else:
            yield from clause.words
        if clause.end != ",":
            yield clause.end
        hangs = joins


def _can_answer(word: str) -> bool:
    return word not in _DENYING and word not in _AUXILIARY


def _gaps_differ(one: list[str], other: list[str]) -> bool:
    """Whether what stands between two common words denies more in one wording, or something else."""
    mine, theirs = ((sum(w in _DENY for w in gap), gap.count(_JOINED)) for gap in (one, other))
    if mine != theirs:
        return True
    return any(mine) and _TURNING.isdisjoint(one) != _TURNING.isdisjoint(other)


def _assents_differ(said: tuple[_Clauses, _Clauses], once: tuple[_Clauses, _Clauses]) -> bool:
    """Whether an assent is lost that nothing beside it says as well."""
    return all(
        sum(clause.is_assent for clause in before) != sum(clause.is_assent for clause in after)
        for before, after in (said, once)
    )
