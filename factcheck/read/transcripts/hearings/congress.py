"""By what hearings, the Congressional Record and press briefings show themselves in their first pages."""

from __future__ import annotations

import re
from collections import Counter

from factcheck.read.transcripts.hearings import oral_evidence

_HEAD = 20_000
_HEARING = re.compile(
    r"\[(?:House|Senate|Joint) (?:[\w ]{1,40} )?Hearing, |\bS\. Hrg\. \d{2,3}-\d|\[H\.A\.S\.C\. No\. \d"
)
_FRONT = re.compile(
    r"^[ \t]*(?:HEARINGS?|MEETING)(?: HELD)?[ \t]*\n(?:.*\n){0,4}?[ \t]*BEFORE[ ]THE\b",
    re.MULTILINE | re.IGNORECASE,
)
_STAMP = re.compile(r"^[ \t]*(?:RPTR|EDTR|RPTS)[ ]+[A-Z]{2,}", re.MULTILINE)
_MET = re.compile(
    r"^[ \t]*The (?:\w+ ){0,4}?(?:[Cc]ommittees?|[Ss]ubcommittees?|[Cc]ommission|[Tt]ask [Ff]orce|"
    r"[Cc]aucus|[Pp]anel)\b[^.]{0,80}?"
    r"\bmet\b[^.]{0,40}?(?:pursuant|at \d)",
    re.MULTILINE,
)
_SPEAKS = re.compile(
    r"^([ \t]{0,12})((?:Senator|Representative|Chairman|Chairwoman|Mr\.|Mrs\.|Ms\.|Dr\.|Judge|General|"
    r"Admiral|Secretary|Ambassador) "
    r"[A-Z][\w'’.-]+(?: [A-Z][\w'’-]+)?(?: of [A-Z]\w+(?: [A-Z]\w+)?)?|The (?:CHAIR\w*|Chair(?:man|"
    r"woman)?))\. (?=\S)",
    re.MULTILINE,
)
_RUNNING = re.compile(r"^[ \t\f]*VerDate [^\n]{3,80}", re.MULTILINE)
_PARAGRAPH = re.compile(r"^[ \t]{2,12}\S", re.MULTILINE)
_RECORD = re.compile(r"\[Congressional Record (?:Volume|Vol\.) ?\d+, ?(?:Number|No\.)", re.IGNORECASE)
_GAP = r"(?:[ \t]{2,}|[ \t]*[\u00a0\u2002\u2003]\s*|[:.]?[ \t]+)"
_ASKS = re.compile(rf"^[ \t\u00a0]{{0,8}}(?:\*\*)?Q(?:\*\*)?{_GAP}(?=[\w(“\"‘'—–-])", re.MULTILINE)
_NAMED = re.compile(r"^[ \t\u00a0]{0,8}(?:\*\*)?"
                    r"((?:M[RS]S?\.|DR\.|THE|SECRETARY|SENATOR|MAYOR|CHIEF|GENERAL|ADMIRAL|"
                    r"AMBASSADOR|PRESIDENT|VICE|PRIME|DIRECTOR|"
                    r"ADMINISTRATOR|GOVERNOR|CHAIR\w*|REPRESENTATIVE|CONGRESS\w+|SENIOR) [A-Z][A-Z "
                    r".'’\-]{1,40}):", re.MULTILINE)  # fmt: skip
_TESTIMONY = re.compile(
    r"^[ \t\d]*(?:A[.:]?[ \t]{1,}\S|THE (?:COURT|WITNESS|REPORTER|VIDEOGRAPHER|CLERK)\b|BY M[RS]S?\.)",
    re.MULTILINE,
)
_WIRE = re.compile(
    r"^[ \t]{0,8}(?:SEN(?:ATOR)?|REP(?:RESENTATIVE)?|CHAIR(?:MAN|WOMAN)?)\.? "
    r"(?:[A-Z][A-Z.'’\-]* ){0,3}?([A-Z][A-Z'’\-]+)(?: \([^)\n]{1,20}\))?:[ \t]*\S",
    re.MULTILINE,
)
_COMMITTEE = re.compile(r"\b(?:sub)?committee\b", re.IGNORECASE)
_OCCASION = re.compile(
    r"\b(?:press (?:briefing|gaggle|conference)|briefing room|remarks by|background press call)\b",
    re.IGNORECASE,
)


def is_record(text: str) -> bool:
    """Whether a text is a part of the Congressional Record: its header says so."""
    return _RECORD.search(text, 0, 4_000) is not None


def is_hearing(text: str) -> bool:
    """Whether a text is a hearing: by the printer's header, reporters' stamps, a front page, the opening
    "The Committee met ...", numbered questions of named members, "SEN. ORLA:" as the wires have it, or, in an
    excerpt, by paragraphs of which many begin with a speaker's label."""
    head = text[:_HEAD]
    if _HEARING.search(head, 0, 6_000) or _STAMP.search(head, 0, 4_000):
        return True
    if oral_evidence.is_one(head):
        return True
    spoken = _SPEAKS.findall(head)
    if spoken and (_MET.search(head) or _RUNNING.search(head)):
        return True
    if _FRONT.search(head) and (spoken or "COMMITTEE" in head):
        return True
    speakers = Counter(label for indent, label in spoken if len(indent) > 1)
    members = Counter(_WIRE.findall(head))
    if len(members) > 1 and members.total() > 2 and _COMMITTEE.search(head, 0, 3_000):
        return True
    said = sum(speakers.values())
    return said >= 4 and len(speakers) >= 2 and said * 4 >= sum(1 for _ in _PARAGRAPH.finditer(head))


def is_briefing(text: str) -> bool:
    """Whether a text is a press briefing or remarks: names in capitals before a colon, reporters as "Q", and
    none of the forms of testimony."""
    head = text[:_HEAD]
    if _TESTIMONY.search(head):
        return False
    asks, named = len(_ASKS.findall(head)), len(_NAMED.findall(head))
    return (asks >= 2 and named >= 1) or (named >= 2 and _OCCASION.search(head, 0, 3_000) is not None)
