"""What a title or description tells of a person: gender, office, and for whom somebody speaks."""

from __future__ import annotations

import re

from factcheck.extract.lexicon import ROLE_GENDERS, SPEAKS_FOR

_SPEAKS_FOR = re.compile(
    r"\b(spokes\w+|lawyer|attorney|counsel|publicist|representative) (?:for|to|of) (?:the )?(.{2,60})$"
)
_OWN_SPEAKER = re.compile(
    r"^(?:(?:an?|the) )?(.{2,50}?)(?:'s?)? (?:[a-z]\w* ){0,2}?(spokes\w+|lawyer|attorney|publicist|"
    r"counsel|solicitor)\b"
)
_HEAD_ENDS = re.compile(r"\b(?:of|for|to|at|in|from|with|who|whose|and|on)\b")


def gender_told(role: str) -> str | None:
    """The gender that a role tells by its noun: "his wife", "a spokeswoman for Mr. Pell"."""
    head = _HEAD_ENDS.split(role, maxsplit=1)[0].split()
    return ROLE_GENDERS.get(head[-1].lower()) if head else None


def is_courtesy(title: str) -> bool:
    return title.rstrip(".") in ("Mr", "Mrs", "Ms", "Miss", "Dr", "Mx", "Sir", "Lady", "Lord", "Dame", "Mme")


_WRITTEN_OUT = {
    "senator": "Sen", "representative": "Rep", "congressman": "Rep", "congresswoman": "Rep",
    "governor": "Gov", "general": "Gen", "colonel": "Col", "lieutenant": "Lt", "sergeant": "Sgt",
    "captain": "Capt", "professor": "Prof", "doctor": "Dr", "major": "Maj", "admiral": "Adm",
    "reverend": "Rev",
}  # fmt: skip


def speaks_of(role: str, noun: str) -> bool:
    role = _HEAD_ENDS.split(role, maxsplit=1)[0]
    short = _WRITTEN_OUT.get(noun)
    if short is not None and re.search(rf"\b{short}\.", role):
        return True
    return re.search(rf"\b{re.escape(noun)}\b", role.replace("-", " "), re.IGNORECASE) is not None


def principal_of(description: str) -> str | None:
    """For whom somebody so described speaks: the words after "spokesman for", or before "'s lawyer"."""
    match = _SPEAKS_FOR.search(description)
    if match is not None:
        return match.group(2).strip()
    match = _OWN_SPEAKER.match(description)
    return (
        match.group(1).strip()
        if match is not None and match.group(2).lower().rstrip("s") in SPEAKS_FOR
        else None
    )
