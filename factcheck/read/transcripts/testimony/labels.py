"""Which words before a colon are a speaker's label in testimony, and whom a label names."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.read.transcripts.hearings.names import STATES

_MEMBERS = (
    r"(?:(?:RANKING|VICE)[ ]|CO-?)?CHAIR(?:MAN|WOMAN|PERSON)?|RANKING[ ]MEMBER|REPRESENTATIVE|SENATOR"
    r"|CONGRESS(?:MAN|WOMAN)|DELEGATE"
    r"|(?:(?:Ranking|Vice)[ ]|Co-?)?[Cc]hair(?:man|woman|person)?|Ranking[ ]Member|Representative|Senator"
    r"|Congress(?:man|woman)|Delegate"
)
PRINTED_TITLES = (
    rf"(?:M[rs]|Mrs|Miss|Dr|Judge|{_MEMBERS}|Ambassador|Admiral|Captain|Governor"
    r"|(?:(?:Lieutenant[ ])?(?:General|Colonel)|Secretary|Director)(?![ ](?:Counsel|Manager|General)\b))"
)
"""Titles in labels that end with a full stop, as transcripts of committees print them."""

TITLES = (
    r"(?:MR|MRS|MS|MISS|MX|DR|HON|JUDGE|JUSTICE|PROF|PROFESSOR|REV|SIR|LORD|LADY|DAME|MAÎTRE|ME|SRA?|ATTORNEY|"
    r"MAGISTRATE|COMMISSIONER|ARBITRATOR|SPECIAL[ ]MASTER|DETECTIVE|OFFICER|SERGEANT|AGENT|"
    rf"Mx|Hon|Justice|Prof|Professor|{PRINTED_TITLES})"
)
OF_STATE = rf"(?:[ ](?i:of[ ](?:{'|'.join(map(re.escape, STATES))})))"
"""What tells two members of one surname apart: "Mr. Vann of Ohio". """

_TITLED = re.compile(rf"{TITLES}\b[ ]?\.?[ \t]{{0,3}}(?P<name>\S.*?)(?P<state>{OF_STATE})?")
_MEMBER = re.compile(rf"(?i:the )?(?:{_MEMBERS})\b.*")
_PARENTHESIS = re.compile(r"[ \t]*\([^()]*\)")
_STATIONS = (
    r"(?:COURT(?: (?:REPORTER|CLERK|OFFICER|DEPUTY|ATTENDANT|INTERPRETER|STENOGRAPHER))?|WITNESS(?:ES)?"
    r"|DEPONENT|"
    r"(?:LEGAL )?VIDEOGRAPHER|VIDEO (?:OPERATOR|TECHNICIAN)|(?:CERTIFIED )?(?:STENOGRAPHIC )?REPORTER"
    r"|STENOGRAPHER|"
    r"(?:CHECK )?INTERPRETER|CLERK|(?:LAW|DEPUTY|COURTROOM|COUNTY) (?:CLERK|DEPUTY)|BAILIFF|MARSHAL|"
    r"(?:JURY )?FORE(?:PERSON|MAN|WOMAN|LADY)|DEFENDANT|PLAINTIFF|CLAIMANT|APPLICANT|ACCUSED|JURORS?|JURY"
    r"|PANEL|"
    r"(?:ALTERNATE|PROSPECTIVE|SEATED)(?: ALTERNATE)? JURORS?|COUNSEL|ARBITRATOR|TRIBUNAL|CHAIR(?:MAN"
    r"|WOMAN|PERSON)?|MASTER|"
    r"(?:MALE|FEMALE|UNIDENTIFIED|UNKNOWN)(?: MALE| FEMALE)? (?:SPEAKER|VOICE|JUROR|PERSON|ATTORNEY)"
    r"|SPEAKER|VOICE|"
    r"(?:TRIAL |EXHIBIT )?(?:TECH(?:NICIAN)?|TECHNICIAN|CONCIERGE)|OPERATOR|MODERATOR|MEDIATOR"
    r"|HEARING OFFICER|"
    r"REGISTRAR|USHER|PROSECUTOR|SECRETARY|(?:ALL )?COUNSEL|ATTENDEES?|PROCEEDINGS? OFFICER|ZOOM HOST|HOST)"
)
_STATION = re.compile(
    rf"(?:THE |ALL |A |SEVERAL )?{_STATIONS}(?: (?:NO\.? ?|NUMBER |#)?\d{{1,4}}[A-Z]?)?(?: {_STATIONS})?",
    re.IGNORECASE,
)
_NO_NAME_WORDS = """
    a an and are at bcc before both by case cc certified date dated deposition do does email examination
    exhibit exhibits fax file filed for from in index is it job line location no note notes of on only
    or page pages phone place pm present question re reason reported read reference subject summary
    taken tel telephone that the time to transcript via vs was were what when where who why witness with
    you your yes
"""
_NO_NAME = frozenset(_NO_NAME_WORDS.split())
_MOST_WORDS = 5


@lru_cache(maxsize=4096)
def is_titled(label: str) -> bool:
    """Whether a label is a title and a name, as in "MS. RUIZ", "Mr. de la Cruz", "MR JUSTICE HALE"."""
    found = _TITLED.fullmatch(label)
    return found is not None and _is_name(found["name"], label[0:2].isupper())


def _is_name(name: str, capitals: bool) -> bool:
    words = name.split()
    if not 0 < len(words) <= _MOST_WORDS:
        return False
    for word in words:
        if not word[0].isalpha() or (word.strip(".,'’").casefold() in _NO_NAME and len(word.strip(".")) > 1):
            return False
        if not word[0].isupper() and not (len(word) <= 3 and len(words) > 1):
            return False
    return not capitals or words[-1].rstrip(".,")[-1:].isupper() or words[-1][-1:] == "."


@lru_cache(maxsize=4096)
def is_label(label: str) -> bool:
    """Whether what stands before a colon at the start of a line names who speaks."""
    plain = _PARENTHESIS.sub("", label).strip()
    if is_titled(plain):
        return True
    if plain.isupper() or plain.istitle():
        return _STATION.fullmatch(plain) is not None or (plain.isupper() and _is_full_name(plain))
    return False


def _is_full_name(plain: str) -> bool:
    """A full name in capitals, such as "ELENA M. RUIZ"; one word alone is none."""
    words = plain.split()
    return (
        1 < len(words) <= 4
        and all(
            word.strip(".'’-").replace("-", "").replace("'", "").replace("’", "").isalpha() for word in words
        )
        and not any(word.strip(".").casefold() in _NO_NAME for word in words)
        and sum(len(word.strip(".")) > 1 for word in words) > 1
    )


@lru_cache(maxsize=4096)
def name_in(label: str) -> str | None:
    """The name in a titled label or a full name, as printed; None for a station ("THE COURT")."""
    plain = _PARENTHESIS.sub("", label).strip()
    if found := _TITLED.fullmatch(plain):
        return found["name"].replace(" .", ".").strip()
    return None if _STATION.fullmatch(plain) else plain


@lru_cache(maxsize=4096)
def is_of_state(label: str) -> bool:
    """Whether a label tells a member by the State: "Mr. Vann of Ohio"."""
    found = _TITLED.fullmatch(label)
    return found is not None and found["state"] is not None


@lru_cache(maxsize=4096)
def is_member(label: str) -> bool:
    """Whether a label by itself is that of a member of a committee: "Chairman Vann", "Mr. Vann of Ohio"."""
    return _MEMBER.fullmatch(label) is not None or is_of_state(label)


@lru_cache(maxsize=4096)
def is_witness(label: str) -> bool:
    """Whether a label is that of whoever testifies."""
    plain = _PARENTHESIS.sub("", label).strip().upper()
    return plain in ("THE WITNESS", "WITNESS", "THE DEPONENT", "DEPONENT", "MR. WITNESS", "MS. WITNESS")


@lru_cache(maxsize=4096)
def is_court(label: str) -> bool:
    """Whether a label is that of the judge."""
    return label.strip().upper() in ("THE COURT", "COURT") or label.startswith(
        ("JUDGE ", "MR JUSTICE", "MRS JUSTICE")
    )
