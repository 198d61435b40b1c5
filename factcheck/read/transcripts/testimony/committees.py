"""Who asks before a committee of a legislature: its members by their labels, and its own counsel.

Counsel ask there with "Q" after a heading, as elsewhere, and members ask in between as "Mr. O'Dell." does;
what counsel for the witness, or for an agency, say is none of their questions.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import zip_longest

from factcheck.read.transcripts.testimony.appearances import Voice
from factcheck.read.transcripts.testimony.colloquy import is_objection
from factcheck.read.transcripts.testimony.cues import BY, HEADING, LABEL, QUESTION, Cue
from factcheck.read.transcripts.testimony.flags import may_hold
from factcheck.read.transcripts.testimony.labels import is_member, is_titled, name_in
from factcheck.read.transcripts.testimony.spelt_names import surname

_SITS = re.compile(
    r"\b(?:SUBCOMMITTEE|COMMITTEE|Subcommittee|Committee) (?:ON|TO|FOR|on|to|for|of the (?:House|Senate))\b"
    r"|\bHOUSE OF REPRESENTATIVES\b|\bU(?:NITED|\.)[ ]?S(?:TATES|\.) SENATE\b"
    r"|\bTRANSCRIBED INTERVIEW\b"
)
_FOR = re.compile(
    r"^[ \t]*(?:(?:also )?(?:appearing|present|counsel|attorneys?)[ ,]+)*(?:for|on behalf of)\b"
    r"(?P<whom>[^:]{2,200}?):",
    re.IGNORECASE | re.MULTILINE,
)
_OWN = re.compile(
    r"committee|majority|minority|democrat|republican|(?<!white )\bhouse\b|senate|\bmembers?\b|\bchair"
    r"|ranking|congress",
    re.IGNORECASE,
)
_PRESENT = re.compile(
    r"\b(?:present|attending)\b[^.]{0,20}?\b(?:representatives?|senators?|members?|messrs)\b"
    r"[^:]{0,600}?\.[ \t]*$",
    re.IGNORECASE | re.MULTILINE,
)
_INTRODUCES = re.compile(
    r"\b(?:counsel (?:for|to)|(?:I|we) represent|representing|(?:on behalf of|attorney for|here for)) "
    r"(?!(?:\w+ ){0,4}(?:committee|subcommittee|majority|minority|chair\w*|ranking|house|senate|district"
    r"|people)\b)",
    re.IGNORECASE,
)
_SAID_FIRST = 400

_OPEN_AT_END = 80
_REQUEST = re.compile(
    r"(?:^|[.?!,;] +)(?:please |and |so |then |now |okay, |if you (?:could|would),? |can you |could you )*"
    r"(?:tell|describe|explain|walk|give us|help (?:me|us) understand)\b[^.?!]*[.?!]?\s*$",
    re.IGNORECASE,
)
_COURTESY = re.compile(
    r"\b(?:thank|thanks|yield|appreciate|welcome|no further|nothing further|nothing else|that(?:'|’)?s all"
    r"|that is all|break|record|recess|begin|proceed|turn (?:it )?(?:over|back)|go ahead|excuse me|sorry"
    r"|counsel|good (?:morning|afternoon|evening))\b",
    re.IGNORECASE,
)


class Committee:
    """The committee before which testimony is given, if any: `sits` says whether there is one. The front
    matter says so, or a member's label, or that labels end with a full stop, as in no other testimony.

    `front` is the front matter, which lists counsel by whom they are for, and often the members.
    """

    def __init__(self, text: str, front: str, cues: Sequence[Cue], *, parties: bool) -> None:
        labels = [cue for cue in cues if cue.kind == LABEL and cue.label]
        self.sits = not parties and (
            _SITS.search(front) is not None
            or any(is_member(cue.label or "") for cue in labels)
            or 2 * sum(text[cue.body - 1] == "." for cue in labels) > len(labels)
        )
        if not self.sits:
            return
        self._members = " ".join(found.group() for found in _PRESENT.finditer(front)).casefold()
        self._own, self._others = _sides(front)
        self._examiners = {
            surname(cue.name) for cue in cues if cue.name and cue.kind in (BY, HEADING, QUESTION)
        }
        self._against = _objectors(text, cues)
        self._known: dict[str, bool] = {}

    def asks(self, voice: Voice, label: str) -> bool:
        """Whether whoever speaks under a label is there to ask: a member, or counsel of the committee."""
        if not self.sits:
            return False
        if label not in self._known:
            self._known[label] = self._is_asker(voice, label)
        return self._known[label]

    def _is_asker(self, voice: Voice, label: str) -> bool:
        if is_member(label):
            return True
        if not voice.titled or voice.witness or voice.called or voice.court or voice.records or voice.repeats:
            return False
        last = surname(name_in(label) or label)
        if last in self._examiners or _holds(self._members, last) or _holds(self._own, last):
            return True
        return not (_holds(self._others, last) or last in self._against)


def asks(text: str) -> bool:
    """Whether words ask somebody: a question at their end or shortly before it, or a request to tell."""
    at = text.rfind("?")
    if at >= 0 and len(text) - at <= _OPEN_AT_END and not _COURTESY.search(text, at):
        return True
    return _REQUEST.search(" ".join(text[-300:].split())) is not None


def is_courtesy(text: str) -> bool:
    """Whether words thank, yield or turn to the record, and want no answer."""
    return _COURTESY.search(text) is not None


def _sides(front: str) -> tuple[str, str]:
    """What the front matter lists under the committee's side, and under anybody else's, in small letters."""
    own: list[str] = []
    others: list[str] = []
    found = list(_FOR.finditer(front))
    bounds = [*(one.start() for one in found[1:]), len(front)]
    for one, end in zip(found, bounds, strict=False):
        (own if _OWN.search(one["whom"]) else others).append(front[one.end() : end].casefold())
    return "\n".join(own), "\n".join(others)


def _objectors(text: str, cues: Sequence[Cue]) -> frozenset[str]:
    """The surnames of those who object, or who say that they are there for somebody else."""
    found: set[str] = set()
    for cue, after in zip_longest(cues, cues[1:]):
        if cue.kind != LABEL or not cue.label or not is_titled(cue.label):
            continue
        words = text[cue.body : min(cue.body + _SAID_FIRST, after.start if after else len(text))]
        if not may_hold(words, ("object", "counsel", "represent", "behalf", "attorney", "here for")):
            continue
        if is_objection(words.strip()) or _INTRODUCES.search(" ".join(words.split())):
            found.add(surname(name_in(cue.label) or cue.label))
    return frozenset(found)


def _holds(listed: str, name: str) -> bool:
    return name in listed and re.search(rf"(?<![\w'’-]){re.escape(name)}(?![\w'’-])", listed) is not None
