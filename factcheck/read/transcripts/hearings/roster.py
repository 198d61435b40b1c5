"""Persons in a hearing's front matter: the committee's roster in two columns, the contents with witnesses."""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.read.transcripts.hearings.names import STATES, folded, state_named, without_titles
from factcheck.read.transcripts.hearings.people import MEMBER, STAFF, TESTIFIES, WITNESS, People

FRONT = 200_000
"""Code points of front matter that are looked at; rosters and contents of long hearings fill some 60,000."""

_LONGEST_LINE = 400
_CELLS = re.compile(r"[ \t]{2,}")
_STATE = "|".join(re.escape(name) for name in sorted(STATES.values(), key=len, reverse=True))
_HALF = sorted({name.split(" ", 1)[0] for name in STATES.values() if " " in name} | {"District of"})
_SUFFIX = r"(?:,? (?:Jr|JR|Sr|SR|II|III|IV)\.?)?"
_NAME = rf"(?P<name>[^\W\d_][^,;:()\d]{{2,45}}?{_SUFFIX})"
_MEMBER = re.compile(rf"{_NAME},\s(?P<state>{_STATE})\b(?P<rest>[^\n]*)", re.IGNORECASE)
_HALVED = re.compile(rf"{_NAME},\s(?P<half>{'|'.join(_HALF)})\s*", re.IGNORECASE)
_CHAIR = re.compile(r"\bchair(?:man|woman|person)?\b(?! emerit)", re.IGNORECASE)
_NOT_CHAIR = re.compile(r"\b(?:vice|sub)|ranking", re.IGNORECASE)
_STAFF = re.compile(
    r"^[ \t]{2,}(?P<name>[A-Z][^,;\d\n]{4,40}),\s(?=[^\n]{0,80}\b(?:Staff|Counsel|Clerk|Director|Editor|"
    r"Assistant|"
    r"Investigator|Professional|Economist|Analyst)\b)",
    re.MULTILINE,
)
_LEADERS = re.compile(r"\.{4,}[ \t]*(?:\d+|[ivxl]+|\*|--)?[ \t]*$|(?<=\S)[ \t]+\d{1,4}$")
_OF_A_WITNESS = re.compile(
    r"\s(?:(?:Oral|Written|Prepared|Opening|Joint) (?:Statement|Testimony)|Testimony)\b.*$", re.IGNORECASE
)
_WITNESSES = re.compile(
    r"\s*(?:LIST OF )?(?:WITNESS(?:ES)?|NOMINEES?|PANEL\b.*)(?:[ :].{0,40})?", re.IGNORECASE
)
_OTHER_PART = re.compile(
    r"(?:A\s?P\s?P\s?E\s?N\s?D\s?I\s?X|APPENDI|ADDITIONAL|SUBMISSION|SUBMITTED|PREPARED STATEMENT|QUESTION|"
    r"LETTERS|"
    r"EXHIBIT|OPENING|STATEMENTS? OF (?:COMMITTEE|HON)|MEMBERS|STATEMENTS OF|MATERIAL|MISCELLANEOUS|"
    r"COMMITTEE ON|"
    r"ALPHABETICAL|DOCUMENTS)",
    re.IGNORECASE,
)
_IN_CONGRESS = re.compile(
    r"\b(?:U\.?S\.? Senators?|United States Senators?|Representatives? in Congress|Delegates? in Congress|"
    r"Ranking|"
    r"Members? of Congress)\b|\bChair(?:man|woman)?, (?:Sub)?committee|\bResident Commissioner in Congress",
    re.IGNORECASE,
)
_NOMINEE = re.compile(r"\bnomin(?:ee|ated)\b|\bto be\b", re.IGNORECASE)
_FROM_STATE = re.compile(rf"\b(?:from|of)\s+(?:the\s+)?(?:State\s+of\s+)?({_STATE})\b", re.IGNORECASE)
_GIVEN = re.compile(r"(?:(?:Hon|Dr|Gen|Adm|Lt|Maj|Col|Amb|Rev|Mr|Mrs|Ms|Prof|Capt|Sgt)\.\s*)*[A-Z][\w.'’`\-]*"
                    r"(?:\s+[A-Z`][\w.'’`\-]*){0,3}")  # fmt: skip
_OFFICE_WORD = re.compile(
    r"\b(?:President|Director|Chair\w*|Secretary|Professor|Attorney|Partner|Counsel|Vice|Former|Chief|"
    r"Member|Executive|"
    r"Senior|Administrator|Commissioner|Inspector|Deputy|Assistant|Under|Acting|Managing|General|Mayor|"
    r"Governor)\b"
)
_TITLED = re.compile(r"(?:Senator|Representative|Chairman|Congressman|Congresswoman)\s+[A-Z][\w'’\-]+")


def read_front(front: str, people: People) -> None:
    """Put into `people` those whom the front matter of a hearing names."""
    lines = [line if len(line) < _LONGEST_LINE else "" for line in front[:FRONT].split("\n")]
    for name, state, chairs in _members(lines):
        person = people.add(name, MEMBER, state=state)
        if person:
            person.seated = True
            person.chairs = person.chairs or chairs
    for found in _STAFF.finditer(front[:FRONT]):
        if len(found["name"].split()) > 1:
            people.add(found["name"], STAFF)
    for entry, is_witness in _entries(lines):
        _read_entry(entry, is_witness, people)


def _members(lines: list[str]) -> Iterator[tuple[str, str, bool]]:
    """Name, State, and whether this is the chairman, of the cells "CARL LEVIN, Michigan, Chairman"."""
    for number, line in enumerate(lines):
        if "," not in line or "...." in line:
            continue
        following = lines[number + 1].strip() if number + 1 < len(lines) else ""
        for cell in _CELLS.split(line.strip()):
            if found := _MEMBER.fullmatch(cell):
                state = found["state"]
                rest = (
                    f"{found['rest']} "
                    f"{following if found['rest'].strip() == ',' or not found['rest'] else ''}"
                )
                beside = following if re.fullmatch(r"\s*Chair(?:man|woman)?\s*", following) else found["rest"]
                chairs = bool(_CHAIR.search(beside)) and not _NOT_CHAIR.search(rest)
                yield found["name"], state_named(state) or state, chairs
            elif found := _HALVED.fullmatch(cell):
                for other in _CELLS.split(following):
                    if whole := state_named(f"{found['half']} {other.strip(' ,')}"):
                        yield found["name"], whole, False
                        break


def _entries(lines: list[str]) -> Iterator[tuple[str, bool]]:
    """The entries of the contents, each on one line, and whether it stands under "Witnesses"."""
    witnesses = inside = False
    entry: list[str] = []
    for line in lines:
        bare = line.strip()
        if re.fullmatch(r"C\s*O\s*N\s*T\s*E\s*N\s*T\s*S", bare.upper()):
            inside = True
        if not inside:
            continue
        if not bare:
            entry.clear()
            continue
        if _WITNESSES.fullmatch(bare) and len(bare) < 60:
            witnesses = True
            entry.clear()
        elif _OTHER_PART.match(bare) and not _LEADERS.search(bare):
            witnesses = False
            entry.clear()
        elif len(entry) < 12:
            if entry and not line.startswith((" ", "\t")) and _ends_like_a_heading(entry[-1]):
                entry.clear()
            entry.append(bare)
            if _LEADERS.search(bare):
                yield _LEADERS.sub("", " ".join(entry)), witnesses
                entry.clear()


def _ends_like_a_heading(line: str) -> bool:
    return (
        line.endswith(":") or line in ("Page", "Page ") or bool(re.fullmatch(r"\w+day, \w+ \d+, \d{4}", line))
    )


def _read_entry(entry: str, is_witness: bool, people: People) -> None:
    entry = _OF_A_WITNESS.sub("", " ".join(entry.split())).rstrip(" :")
    if _TITLED.fullmatch(entry):
        people.says(without_titles([folded(word) for word in entry.split()]), MEMBER)
        return
    first, _, rest = entry.partition(",")
    second, _, office = rest.strip().partition(",")
    in_congress = bool(_IN_CONGRESS.search(rest)) and not _NOMINEE.search(rest)
    part = MEMBER if in_congress else WITNESS if is_witness else None
    state = _FROM_STATE.search(rest) if in_congress else None
    name = _name_in(first.strip(), second.strip())
    if name and (part or office or "Hon." in entry):
        people.add(name, part, state=state_named(state[1]) if state else None)
        if is_witness:
            people.add(name, TESTIFIES if _NOMINEE.search(rest) else WITNESS)


def _name_in(first: str, second: str) -> str | None:
    """ "Baker", "Hon. Richard" is Hon. Richard Baker; "Daniel L. Sparks", "Former Partner" is the first."""
    if ":" in first or not first[:1].isupper() or len(first) > 60:
        return None
    bare = without_titles(first.split())
    if len(bare) == 1 or (len(bare) == 2 and second.startswith("Hon.")):
        if _GIVEN.fullmatch(second) and not _OFFICE_WORD.search(second):
            return f"{second} {first}"
        return None
    if len(bare) > 5 or not all(word[:1].isupper() or word in ("de", "la", "van", "von") for word in bare):
        return None
    return first
