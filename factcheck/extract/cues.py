"""The words that introduce reported speech, by what they do to the words they introduce."""

from __future__ import annotations

from enum import StrEnum

from factcheck.extract.wordlists import words


class Cue(StrEnum):
    """What a reporting verb does: which complement it takes and what it makes of the words.

    Verbs of mind (want, plan, know, see, seem) are left out but for those that reporters use of words
    heard (believe, think, hope, fear, feel): nobody can be held to what nobody is said to have uttered.
    """

    SAY = "say"
    TELL = "tell"
    ASK = "ask"
    RESPOND = "respond"
    ADD = "add"
    DENY = "deny"
    DECLINE = "decline"
    CALL = "call"
    JUDGE = "judge"
    """Takes what is judged as its object: the verb is part of what is told ("criticised the ban")."""
    URGE = "urge"
    """Tells others what to do: likewise."""
    PROMISE = "promise"
    PREDICT = "predict"
    OPINE = "opine"
    SHOW = "show"


_VERBS: dict[Cue, str] = {
    Cue.SAY: (
        "say/said/saying write/wrote/writing/written state declare announce argue explain claim assert "
        "contend note remark "
        "observe comment recall testify report confirm acknowledge admit/admitted/admitting concede "
        "insist maintain allege "
        "reveal disclose suggest joke tweet post quip/quipped/quipping shout yell whisper mutter murmur "
        "exclaim cry/cried/crying "
        "chant proclaim stress emphasize emphasise underscore affirm reaffirm recount complain lament "
        "caution conclude muse opine reason "
        "repeat reiterate snap/snapped/snapping bark boast brag/bragged/bragging confess interject crow "
        "gush rail thunder fume scoff scoffed "
        "attest aver/averred/averring hint imply/implied/implying indicate mention "
        "begin/began/beginning/begun start relate volunteer demur/demurred "
        "echo offer signal propose recommend estimate speculate lecture preach tout vent bellow "
        "roar sneer specify/specified/specifying point charge rule decide determine disagree "
        "reckon theorize theorise posit cite highlight express voice agree"
    ),
    Cue.TELL: (
        "tell/told/telling inform assure remind warn advise notify/notified/notifying persuade convince"
    ),
    Cue.ASK: "ask inquire enquire wonder question quiz press demand query/queried",
    Cue.RESPOND: "respond reply/replied/replying answer retort counter rejoin shoot/shot/shooting fire",
    Cue.ADD: "add continue elaborate finish",
    Cue.DENY: "deny/denied/denying dispute rebut/rebutted/rebutting refute dismiss reject",
    Cue.DECLINE: "decline refuse",
    Cue.CALL: (
        "call describe brand label dub/dubbed/dubbing characterize characterise "
        "refer/referred/referring accuse blame portray compare liken term"
    ),
    Cue.JUDGE: (
        "slam/slammed/slamming criticize criticise praise mock decry/decried/decrying condemn blast hail "
        "defend attack deride denounce applaud commend laud welcome ridicule rebuke chide scold berate "
        "lambaste lambast disparage disavow disown renounce repudiate trash castigate censure deplore "
        "assail insult vilify/vilified/vilifying downplay champion trumpet endorse oppose back support "
        "apologize apologise rail bash salute object protest favor favour"
    ),
    Cue.URGE: "urge advocate implore exhort beseech beg/begged/begging plead encourage push",
    Cue.PROMISE: "promise vow pledge swear/swore/swearing/sworn commit/committed/committing threaten",
    Cue.PREDICT: "predict forecast/forecast/forecasting project",
    Cue.OPINE: "believe think/thought/thinking hope fear/feared/fearing feel/felt/feeling",
    Cue.SHOW: "show/showed/showing/shown find/found/finding read/read/reading",
}


def _inflections(entry: str) -> dict[str, str]:
    """Every form of one verb, each with its base; irregular forms follow the base after slashes."""
    base, *irregular = entry.split("/")
    third = base + "es" if base.endswith(("s", "sh", "ch", "x")) else base + "s"
    if base.endswith("y") and base[-2] not in "aeou":
        third = base[:-1] + "ies"
    forms = [base, third, *irregular]
    if not irregular:
        stem = base[:-1] if base.endswith("e") else base
        past = base[:-1] + "ied" if third.endswith("ies") and base.endswith("y") else stem + "ed"
        forms += [past, stem + "ing"]
    return dict.fromkeys(forms, base)


CUE_KINDS: dict[str, Cue] = {}
"""Each form of each reporting verb with what it does."""

CUE_BASES: dict[str, str] = {}
"""Each form with the verb's base form."""

for _kind, _entries in _VERBS.items():
    for _entry in _entries.split():
        for _form, _base in _inflections(_entry).items():
            CUE_KINDS.setdefault(_form, _kind)
            CUE_BASES.setdefault(_form, _base)

CUE_WORDS = frozenset(CUE_KINDS)

PAST_CUES = frozenset(
    form for form, base in CUE_BASES.items() if form != base and not form.endswith(("s", "ing"))
)
"""The forms that tell of something past: "denied", "said"."""

BARE_CLAUSE = words(
    """
    say tell add write state claim argue insist note warn announce tweet reply suggest believe think
    hope assure remind inform testify contend explain predict vow promise confirm acknowledge admit
    concede report allege estimate fear indicate show find feel complain recall maintain conclude assert
    declare stress emphasize emphasise reiterate reveal hint joke imply observe boast brag reckon speculate
    lament disclose agree caution remark quip repeat
    """
)
"""Verbs that may be followed by the reported clause without "that"."""

INVERTED = words(
    """
    say ask reply respond add write explain continue tell recall note tweet declare argue joke quip warn
    insist announce state shout
    """
)
"""Verbs whose subject may follow them: "said Kay Flint"."""
