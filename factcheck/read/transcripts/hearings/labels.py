"""Speakers' labels: "Senator Orla.", "The CHAIRMAN.", "Mr. Garza of Texas [presiding]." at the start of a
paragraph.

A label is found by its form (a title or an office, capitals, a period) and held against the document's own
evidence: a name without a title must be that of a person the document names elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from functools import cache, lru_cache

from factcheck.core.light import dataclass
from factcheck.read.transcripts.hearings.names import (
    ADDRESSED,
    CIVIL,
    PARTICLES,
    STATES,
    SUFFIXES,
    folded,
    is_title,
    listed,
    state_named,
)

OFFICES = listed(
    "chairman chairwoman chair chairperson cochairman co-chairman cochair co-chair vice acting presiding "
    "officer nominee nominees "
    "president speaker pro tempore tem clerk reporter witness witnesses court chief justice secretary "
    "interpreter "
    "translator sergeant at arms parliamentarian moderator chaplain legislative assistant bill reading "
    "journal "
    "ranking member operator stenographer counsel of the majority minority leader delegate committee staff "
    "director ambassador general judge governor mayor facilitator host vice-chairman vice-chair"
)
"""Words of which an office is made that speaks by its name alone: "The PRESIDENT pro tempore."."""

_FROM_THE_ROOM = listed(
    "voice voices unidentified unknown speaker speakers male female man woman audience member participant "
    "participants several many members various spectator spectators protester protesters protestor attendee "
    "a an the from of in room floor panel panelist all others chorus person demonstrator demonstrators"
)
_VOICES = _FROM_THE_ROOM - listed("several many various a an the from of in room floor chorus")
_ROLES_ALONE = listed("staff clerk counsel reporter witness interpreter translator moderator operator")
_MODIFIERS = listed(
    "vice acting deputy assistant associate principal special staff first second master public printer fire "
    "police minority majority ranking designate nominee rear under the resident prime warrant petty "
    "emeritus register surgeon"
)
"""Words that come before a title and make none by themselves."""

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u017f"
_WORD = rf"[{_UPPER}][\w'’‘`\-]{{0,30}}+"
_SHORT = (
    r"(?:Mr|Mrs|Ms|Messrs|Dr|Hon|Rev|Gen|Maj|Lt|Col|Ltcol|Capt|Cpt|Cmdr|Cdr|Adm|Vadm|Radm|Brig|Bg|Mg|Ltg|Sgt|"
    r"Cpl|Amb|Gov|Rep|Sen|Prof|Fr|Msgr|St|Ste|Supt|Det|MR|MRS|MS|DR|HON|GEN|REP|SEN|GOV|AMB|ADM|LT|COL|"
    r"CAPT|MAJ|"
    rf"SGT|REV|PROF|ST|Wm|Geo|Chas|[{_UPPER}](?:\.[{_UPPER}])*+)\."
)
_PARTICLE = "(?:" + "|".join(sorted(PARTICLES, key=len, reverse=True)) + r")\b"
_LABEL = re.compile(
    rf"""^(?P<indent>[ \t\u00a0]{{0,24}}+)(?P<bullet>(?:<bullet>|[\u2022\u25cf*])[ ]{{0,3}}+)?
    (?P<number>(?:Question[ ])?\d{{1,3}}[a-z]?\.[ ]{{1,3}})?
    (?P<name>\{{?(?:{_SHORT}|{_WORD})
       (?:[ \u00a0]{{1,2}}\{{?(?:{_SHORT}|{_WORD}|{_PARTICLE})){{0,8}}
       (?:,[ ](?:Jr|Sr|II|III|IV)\b)?)\}}?
    (?P<aside>[ ]?[\[(][^\])\n]{{1,60}}+[\])])?
    (?P<stop>\.\}}?|:)
    (?P<late>[ ]{{0,2}}(?:\[|\()(?i:presiding|continu\w+|resum\w+|interpos\w+|through|via|by|remote\w*|off)\b
       [^\])\n]{{0,60}}+[\])]\.?)?
    (?P<after>[ \t\u00a0]*+)(?=(?P<next>.?))""",
    re.MULTILINE | re.VERBOSE,
)
_STATE = re.compile(
    r"\s+(?:of|from)\s+(?:the\s+)?("
    + "|".join(map(re.escape, sorted(STATES, key=len, reverse=True)))
    + r")$",
    re.IGNORECASE,
)
_PERSON_IN_ASIDE = re.compile(r"[\[(]\s*((?:Mr|Mrs|Ms|Dr|Senator|Hon|Miss)\b\.?\s+[^\])]+)")
_ENDS_A_SENTENCE = re.compile(r"""[.?!:\]\)'"”’\-—_=]\s*$""")
_IN_BRACKETS = re.compile(r"[\[(][^\])]*[\])]\.?")
_TAB = 8

_Sorted = tuple[str, tuple[str, ...], tuple[str, ...]]
_Read = tuple[str, tuple[str, ...], tuple[str, ...], str | None]
_ReadName = Callable[[str], _Read | None]


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed. `line` is where its paragraph's line begins, `start` the label's first code point,
    `body` the first of the words after it. `names` are folded, without titles and State. `sort` is person,
    office ("The CHAIRMAN"), role ("Staff") or voice."""

    line: int
    start: int
    body: int
    printed: str
    sort: str
    titles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    state: str | None = None
    identity: str | None = None
    aside: str | None = None
    bullet: bool = False
    numbered: bool = False

    @property
    def key(self) -> str:
        """The printed words without what stands in brackets: the same for every turn of one speaker."""
        return _without_brackets(self.printed)


@lru_cache(maxsize=10_000)
def _without_brackets(printed: str) -> str:
    bare = _IN_BRACKETS.sub("", printed).strip()
    return " ".join(bare.replace("{", "").replace("}", "").rstrip(".: ").split())


def forms_in(text: str) -> list[re.Match[str]]:
    """Whatever has the form of a label, in order; what is one, `labels_among` decides."""
    return list(_LABEL.finditer(text))


def labels_among(
    forms: Iterable[re.Match[str]], text: str, is_named: Callable[[str], bool], *, alone: bool = False
) -> list[Label]:
    """The labels among what has their form, in order. `is_named` tells whether a folded surname is that of a
    person whom the document names. `alone` says that a label may stand on a line before its paragraph."""
    read = cache(lambda name: _name_read(name, is_named))
    found = [(form, label) for form in forms if (label := _label(form, read, text, alone))]
    counts = Counter(folded(label.key) for _, label in found)
    sure = [(form, label) for form, label in found if _is_sure(form, label, counts, is_named)]
    indents = Counter(_width(form["indent"]) for form, _ in sure)
    indented = sum(count for width, count in indents.items() if width)
    if indented and indented >= indents[0] // 2:
        usual = max((width for width in indents if width), key=lambda width: (indents[width], -width))
        shown = {w for w, count in indents.items() if w and (abs(w - usual) <= 2 or count * 8 >= indented)}
        return [label for form, label in sure if _width(form["indent"]) in shown or form["bullet"]]
    return [label for _, label in sure if _begins_a_paragraph(text, label.line)]


def front_end(forms: Sequence[re.Match[str]], text: str) -> int:
    """Where the first label stands by form alone; the end of the text where there is none."""
    upto = 64
    while True:
        if labels := labels_among(forms[:upto], text, lambda _: False):
            return labels[0].line
        if upto >= len(forms):
            return len(text)
        upto *= 2


def label_of(printed: str) -> Label | None:
    """A name with its titles, wherever it stands ("Hon. Chuck Grassley", "SENATOR ORLA"), as a label."""
    bare = " ".join(printed.split()).strip(" .,;:")
    state, bare = _state_off(bare)
    words = [word for word in (folded(word.strip(",")) for word in bare.split()) if word not in SUFFIXES]
    at = 0
    while at < len(words) - 1 and is_title(words[at]):
        at += 1
    if not words or len(words) - at > 6:
        return None
    return Label(0, 0, 0, printed, "person", tuple(words[:at]), tuple(words[at:]), state)


def _state_off(name: str) -> tuple[str | None, str]:
    of = _STATE.search(name)
    return (state_named(of[1]), name[: of.start()]) if of else (None, name)


def _width(indent: str) -> int:
    return len(indent.expandtabs(_TAB))


def _begins_a_paragraph(text: str, line: int) -> bool:
    """Whether what stands before a line that is not indented is at an end."""
    last = text[max(0, line - 200) : line].rstrip("\n").rpartition("\n")[2]
    if text[line - 2 : line] == "\n\n":
        return True
    return not last.strip() or bool(_ENDS_A_SENTENCE.search(last)) or last.strip().isupper()


def _name_read(printed: str, is_named: Callable[[str], bool]) -> _Read | None:
    """(sort, titles, names, State) of the words before a label's period; None where they are no label's."""
    state, bare = _state_off(printed.replace("{", "").replace("}", "").replace("\u00a0", " "))
    words = [word.rstrip(",") for word in bare.split()]
    if len(words) > 2 and folded(words[-1]) in ("jr", "sr", "ii", "iii", "iv"):
        words.pop()
    read = _sort_of(tuple(folded(word) for word in words), words, is_named)
    return (*read, state) if read else None


def _label(form: re.Match[str], read_name: _ReadName, text: str, alone: bool) -> Label | None:
    """What a form says; None where it is no label's."""
    if not form["after"] and form["next"]:
        return None
    read = read_name(form["name"])
    if read is None or (form["stop"] == ":" and read[0] == "weak"):
        return None
    if not form["next"] and not alone and not _goes_on(text, form):
        return None
    aside = (form["aside"] or form["late"] or "").strip(" .") or None
    person = _PERSON_IN_ASIDE.match(aside) if aside else None
    start = form.start("name")
    end = form.end("late") if form["late"] else form.end("stop")
    return Label(
        line=form.start(),
        start=start,
        body=form.end(),
        printed=text[start:end],
        sort=read[0],
        titles=read[1],
        names=read[2],
        state=read[3],
        identity=" ".join(person[1].split()) if person else None,
        aside=aside,
        bullet=form["bullet"] is not None and "*" not in form["bullet"],
        numbered=form["number"] is not None,
    )


def _goes_on(text: str, form: re.Match[str]) -> bool:
    """Whether the paragraph goes on in the next line: words there, less indented than the label."""
    end, own = form.end(), _width(form["indent"])
    if not own or not text.startswith("\n", end):
        return False
    following = text[end + 1 : end + 101].partition("\n")[0]
    indent = len(following) - len(following.lstrip())
    return bool(following.strip()) and _width(following[:indent]) < own


def _sort_of(low: tuple[str, ...], words: list[str], is_named: Callable[[str], bool]) -> _Sorted | None:
    """(sort, titles, names) of a label's words, or None; weak is the sort of a name without a title."""
    if not low:
        return None
    if len(low) == 1 and low[0] in _ROLES_ALONE:
        return "role", (), low
    from_the_room = all(word in _FROM_THE_ROOM for word in low) and any(word in _VOICES for word in low)
    if from_the_room and low[0] != "the" and (len(low) > 1 or low[0].startswith("voice")):
        return "voice", (), ()
    if low[0] == "the":
        is_office = len(low) > 1 and all(word in OFFICES for word in low[1:]) and words[1][:1].isupper()
        return ("office", (), low[1:]) if is_office else None
    at = 0
    while at < len(low) and is_title(low[at]):
        at += 1
    titles, rest = low[:at], low[at:]
    if not rest:
        return _named_like_a_title(low, is_named)
    if _MODIFIERS.issuperset(titles):
        return ("weak", (), low) if 1 < len(low) <= 4 else None
    if len(rest) > 4 or rest[-1] in PARTICLES or {"and", "the", "for", "at", "to", "in"} & set(rest):
        return None
    return "person", titles, rest


def _named_like_a_title(low: tuple[str, ...], is_named: Callable[[str], bool]) -> _Sorted | None:
    """ "Mr. Bishop." is a person, "Mr. Chairman." an address; "Senator Judge." needs a Judge elsewhere."""
    if len(low) < 2 or low[-1] in _MODIFIERS:
        return None
    if low[-1] in ADDRESSED and not (is_named(low[-1]) and low[0] in CIVIL | {"senator", "representative"}):
        return None
    return "person", low[:-1], low[-1:]


def _is_sure(
    form: re.Match[str], label: Label, counts: Counter[str], is_named: Callable[[str], bool]
) -> bool:
    """Whether the document bears the label out."""
    repeated = counts[folded(label.key)] > 1
    if label.sort == "weak":
        return repeated and is_named(label.names[-1])
    if label.sort == "person" and form["next"].islower():
        return repeated and is_named(label.names[-1])
    return True
