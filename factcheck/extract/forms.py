"""The form of an assertion: how far its words commit the speaker."""

from __future__ import annotations

import re

from factcheck.extract.cues import CUE_KINDS, Cue
from factcheck.extract.wordlists import any_in
from factcheck.extract.wordlists import words as words_of

FORMS = (
    "categorical",
    "qualified",
    "not aware",
    "no recollection",
    "declines",
    "opinion",
    "prediction",
    "promise",
)

_BY_CUE = {
    Cue.DECLINE: "declines",
    Cue.PROMISE: "promise",
    Cue.PREDICT: "prediction",
    Cue.OPINE: "opinion",
    Cue.JUDGE: "opinion",
    Cue.URGE: "opinion",
}
"""What the verb that reports words tells of their form."""

_TELL_MEMORY = words_of("recall remember recollect memory forg escapes slipped")
_TELL_KNOWLEDGE = words_of("aware familiar knowledge idea information indication know knew heard seen")
_TELL_REFUSAL = words_of("comment declin refus discuss answer fifth privilege 5th") | {
    "get into",
    "talk about",
    "on the advice",
}
_TELL_QUALIFYING = words_of(
    """
    best think believe may might could possibly perhaps maybe probably apparently likely roughly approximately
    generally usually mostly except unless apart aside capacity
    """
) | {
    *("to my", "far as", "as i ", "in general", "most part", "other than", "if i", "sort of", "kind of"),
    *("not about", "not as", "not with", "not for", "not during", "not to discuss", "not regarding"),
    *("m not sure", "am not sure"),
}
_TELL_OPINION = words_of(
    """
    think believe feel hope suspect guess wish fear love hate agree opinion view judgment seem should ought
    must great terrible horrible good bad best worst wrong right disast disgrac unfair mislead ridicul absurd
    outrag shame wonderful beautiful sad mistake important amazing dangerous crazy hoax fantastic tremend
    incredible awful inappropriate reprehensible unacceptable embarrass stupid smart offensive reckless unfit
    nonsense hunt
    """
)
_TELL_PREDICTION = words_of("will won't shall 'll going likely expected bound")
_TELL_PROMISE = words_of("will shall 'll going promise pledge vow commit swear") | {"have my word"}
"""Without one of these parts of words the patterns below find nothing: most statements are spared them."""

_ENOUGH = 3_000
"""Characters in which the form shows; a speech of pages has no single form."""

_NO_RECOLLECTION = re.compile(
    r"\b(?:(?:do|did|does|can|could)(?:n't| not)|cannot|can't|couldn't|no longer|never) (?:(?:now|really|"
    r"specifically|honestly|even|at this time|sitting here|today) )*"
    r"(?:recall|remember|recollect)\b|\bno (?:\w+ )?(?:recollection|memory)\b|\b(?:not|n't) have (?:any|"
    r"a) (?:\w+ )?(?:recollection|memory)\b|"
    r"\b(?:escapes|slipped) (?:me|my (?:mind|memory))\b|\b(?:have|had|has) forgotten\b|\bforgot\b|\bif "
    r"memory serves\b|\bdon't recollect\b|"
    r"\bnot that (?:I|we|he|she) (?:can |could )?(?:recall|remember)|"
    r"\b(?:can't|cannot|could not|couldn't) (?:say|tell you) from memory\b",
    re.IGNORECASE,
)
_NOT_AWARE = re.compile(
    r"\b(?:not|n't|never|un)[ -]?(?:\w+ )?(?:aware|familiar with)\b|\bunaware\b|\bno (?:\w+ "
    r")?(?:knowledge|idea|awareness|information|indication)\b|\b(?:not|n't) "
    r"(?:have|had) any (?:\w+ )?(?:knowledge|idea|information)\b|\b(?:do|did|does|would)(?:n't| not) "
    r"(?:\w+ )?know\b|\bknow(?:s|n|ing)? (?:of )?(?:no|none|nothing)\b|\bknew "
    r"(?:of )?(?:no|none|nothing)\b|\bhave(?:n't| not) (?:seen|heard) any\b|\b(?:have )?never heard of\b|"
    r"\bnot (?:to my|that I know|that I am aware|that I'm aware)\b|\bnot to (?:my|his|her) knowledge\b",
    re.IGNORECASE,
)
_DECLINES = re.compile(
    r"\b(?:no comment|declin\w+ to|refus\w+ to|can(?:'t|not| not) (?:discuss|comment|get into|answer|"
    r"talk about)|(?:unable|not able) to (?:comment|discuss|answer)|"
    r"(?:not|n't) (?:going to |be able to |want to |wish to )?(?:comment|discuss|answer|get into|talk about)|"
    r"(?:take|taking|took|plead|pleads|invoke|invoking|invoked) (?:my |his |her |the )?(?:fifth|"
    r"privilege|5th)|(?:won't|will not) (?:comment|discuss|answer|get into|be commenting)|"
    r"respectfully decline|on the advice of counsel)\b",
    re.IGNORECASE,
)
_PROMISE = re.compile(
    r"\b(?:I|we)(?:'ll| will| shall| am going to|'m going to|'re going to| are going to) (?:not |never |"
    r"always |\w+ly )*(?:be |make |do |fight|work|build|keep|provide|bring|cut|repeal|appoint|sign|"
    r"release|recuse|resign|return|answer|cooperate|support|veto|end|stop|create|protect|give|pay|defend|"
    r"ensure|appear|testify|follow|meet|supplement|correct|review|get|put|take|hold)|"
    r"\b(?:I|we) (?:promise|pledge|vow|commit|swear)\b|\byou have my word\b|^to [a-z]"
)
_PREDICTION = re.compile(r"(?:\b(?:will|won't|shall)|'ll|\b(?:is|are) (?:going|likely|expected|bound) to)\b")
_OPINION = re.compile(
    r"\b(?:(?:I|we) (?:\w+ )?(?:think|believe|feel|hope|suspect|guess|wish|fear|love|hate|disagree|"
    r"agree)|in my (?:\w+ )?(?:opinion|view|judgment)|it seems|seems? (?:to me|like)|should|ought|must not|"
    r"(?:is|was|are|were|'s|be|been) (?:\w+ly |a |an |the |very |so |just |really |such a |not "
    r")*(?:great|terrible|horrible|good|bad|best|worst|wrong|right|disaster|disgrace|disgraceful|unfair|"
    r"misleading|"
    r"ridiculous|absurd|outrageous|shameful|wonderful|beautiful|sad|shame|mistake|important|amazing|"
    r"dangerous|crazy|hoax|fantastic|tremendous|incredible|awful|inappropriate|reprehensible|"
    r"unacceptable|embarrassing|stupid|smart|nothing misleading|offensive|reckless|unfit|nonsense|witch "
    r"hunt)|nothing (?:\w+ )?misleading)\b",
    re.IGNORECASE,
)
_QUALIFIED = re.compile(
    r"(?:\bto (?:the best of )?my (?:knowledge|recollection|memory)|as far as I|so far as I|as I "
    r"(?:recall|remember|understand)|best of my|(?:I|we) (?:believe|think) (?:that )?(?:I|we|he|she|it|"
    r"they) (?:did|was|were|had|have|has)|"
    r"may have|might have|could have|possibly|perhaps|maybe|probably|apparently|likely|roughly|"
    r"approximately|generally|usually|in general|for the most part|mostly|"
    r"(?<=[,—–-] )not (?:about|as|with|for|during|to discuss|regarding)\b|(?:except|other than|unless|"
    r"apart from|aside from)|in (?:my|his|her|that) capacity|if I|I'm not sure|I am not sure|sort of|"
    r"kind of)\b",
    re.IGNORECASE,
)


def form_of(words: str, reported_by: str | None = None) -> str:
    """One of FORMS for the words as printed. `reported_by` is the base of the verb that reports them, if
    any.

    Where several apply, memory comes before knowledge, both before a refusal, then the weaker
    commitments. "I do not recall" is no recollection even when a denial stands beside it: a reviewer may
    split the statement into claims.
    """
    plain = words[:_ENOUGH].replace("’", "'").replace("\u00a0", " ").replace("\n", " ")

    lowered = plain.lower()
    if any_in(lowered, _TELL_MEMORY) and _NO_RECOLLECTION.search(plain):
        return "no recollection"
    if any_in(lowered, _TELL_KNOWLEDGE) and _NOT_AWARE.search(plain):
        return "not aware"
    told = _BY_CUE.get(CUE_KINDS[reported_by]) if reported_by in CUE_KINDS else None
    if told == "declines" or (any_in(lowered, _TELL_REFUSAL) and _DECLINES.search(plain)):
        return "declines"
    if told == "promise" or (_may_promise(lowered) and _PROMISE.search(plain)):
        return "promise"
    if told is not None:
        return told
    if any_in(lowered, _TELL_QUALIFYING) and _QUALIFIED.search(plain):
        return "qualified"
    if any_in(lowered, _TELL_PREDICTION) and _PREDICTION.search(plain):
        return "prediction"
    if any_in(lowered, _TELL_OPINION) and _OPINION.search(plain):
        return "opinion"
    return "categorical"


def _may_promise(lowered: str) -> bool:
    return lowered.startswith("to ") or any_in(lowered, _TELL_PROMISE)
