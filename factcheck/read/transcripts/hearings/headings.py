"""Headings of a hearing: whose statement follows, where the appendix begins, who puts written questions.

A heading is a block of lines set apart by blank lines and centred or in capitals; "STATEMENT OF ..." in
capitals is one even where a page was copied without its blank lines.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from factcheck.core.light import dataclass
from factcheck.read.transcripts.hearings.names import STATES, state_named

STATEMENT, PREPARED, QUESTIONS, BACK, TOPIC = "statement", "prepared", "questions", "back", "topic"

LONGEST = 1_200
_BLOCK = re.compile(r"(?:^[^\S\n]*+\S.*\n?)++", re.MULTILINE)
_RULE = re.compile(r"[\s\-_=.*~]+")
_NOTED = re.compile(r"\\\d+\\|\s\[\d+\]")
_STATEMENT = re.compile(
    r"(?P<sort>(?:(?:OPENING|JOINT|ORAL|SWORN|CONTINUED|FURTHER|RESUMED|CLOSING|BRIEF)\s+)*(?:STATEMENTS?|"
    r"TESTIMON(?:Y|IES)|"
    r"REMARKS|COMMENTS?|PRESENTATIONS?|INTRODUCTIONS?))\s+(?:OF|BY|FROM)\s+(?P<who>.+)",
    re.IGNORECASE | re.DOTALL,
)
_PREPARED = re.compile(
    r"(?:(?:JOINT|SUPPLEMENTAL|OPENING|ADDITIONAL)\s+)?(?:(?:PREPARED|WRITTEN|"
    r"SUBMITTED)\s+(?:\w+\s+)?(?:STATEMENTS?|TESTIMONY|"
    r"REMARKS)|STATEMENT\s+FOR\s+THE\s+RECORD|STATEMENT\s+SUBMITTED)\s+(?:OF|BY|FROM)\s+(?P<who>.+)",
    re.IGNORECASE | re.DOTALL,
)
_QUESTIONS = re.compile(
    r"\bQUESTIONS?\b|^\s*RESPONSES?\s+(?:OF|BY|FROM|TO)\b|^\s*ANSWERS?\s+(?:OF|BY|FROM|TO)\b", re.IGNORECASE
)
_OF_QUESTIONS = re.compile(
    r"\bQUESTIONS?\s+(?:AND|&|SUBMITTED|FOR|FROM|OF|BY|POSED|TO|ASKED|WITH)\b|\b(?:WRITTEN|ADDITIONAL|"
    r"FOLLOW-?UP|POST-?HEARING|"
    r"SUPPLEMENTAL)\s+QUESTIONS?\b|^\s*(?:RESPONSES?|ANSWERS?)\s+(?:OF|BY|FROM|TO)\b|"
    r"^\s*QUESTIONS?\s*(?:\(|$)|"
    r"RECORD\s+QUESTIONS",
    re.IGNORECASE,
)
_FORMAL = re.compile(
    r"SUBMITTED|FOR THE (?:HEARING )?RECORD|WRITTEN|RESPONSES?\b|ANSWERS?\b|POST-?HEARING|SUPPLEMENTAL|"
    r"ADDITIONAL",
    re.IGNORECASE,
)
_APPENDIX = re.compile(r"A\s?P\s?P\s?E\s?N\s?D\s?I", re.IGNORECASE)
_RESUMES = re.compile(
    r"(?:(?:THE )?(?:SUB)?COMMITTEE RECESS|CONCLUSION OF (?:THE )?HEARINGS?|(?:MORNING|AFTERNOON|EVENING) "
    r"SESSION|"
    r"(?:AFTER|FOLLOWING) (?:THE )?RECESS|OPEN SESSION RESUMED)\.?",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"A\s?P\s?P\s?E\s?N\s?D\s?I\s?(?:X|C\s?E\s?S)\b|(?:ADDITIONAL|SUPPLEMENTAL|OTHER)\s+(?:MATERIALS?|"
    r"SUBMISSIONS?|INFORMATION)|"
    r"MATERIALS?\s+SUBMITTED|SUBMISSIONS?\s+FOR\s+THE\s+RECORD|DOCUMENTS?\s+SUBMITTED|"
    r"LETTERS?\s+(?:SUBMITTED|FROM|OF)|"
    r"EXHIBITS?\b|PREPARED\s+STATEMENTS\s+SUBMITTED|CORRESPONDENCE",
    re.IGNORECASE,
)
_CAPITAL_LINES = re.compile(
    r"^[ \t]*(?:(?:OPENING|PREPARED|JOINT) )?(?:STATEMENTS?|TESTIMONY) OF [A-Z][^\na-z]{3,}(?:\n[ "
    r"\t]*[A-Z][^\na-z]{2,})*$",
    re.MULTILINE,
)
_IN_CONGRESS = re.compile(
    r"\b(?:U\.?S\.?|UNITED STATES) (?:SENATOR|REPRESENTATIVE)|\bREPRESENTATIVES? (?:IN CONGRESS|FROM)|"
    r"\bDELEGATES? (?:IN|TO) CONGRESS|\bRANKING (?:MINORITY )?"
    r"MEMBER|\bMEMBER OF CONGRESS|\bCHAIR(?:MAN|WOMAN)?,? (?:OF THE )?(?:SUB)?COMMITTEE|\bRESIDENT "
    r"COMMISSIONER",
    re.IGNORECASE,
)
_NOMINEE = re.compile(r"\bNOMIN(?:EE|ATED)\b|\bTO BE\b", re.IGNORECASE)
_MEMBER_TITLE = re.compile(
    r"(?:THE\s+)?(?:SENATOR|REPRESENTATIVE|CONGRESSMAN|CONGRESSWOMAN|DELEGATE|RANKING MEMBER)\s",
    re.IGNORECASE,
)
_ACCOMPANIED = re.compile(
    r"[;,(]?\s*(?:AS )?(?:ACCOMPANIED|REPRESENTED|INTRODUCED|PRESENTED)\s+BY\s*:?\s*", re.IGNORECASE
)
_AND_NAME = re.compile(r";\s*(?:AND\s+)?", re.IGNORECASE)
_STATES = "|".join(re.escape(name) for name in sorted(STATES.values(), key=len, reverse=True))
_FROM_STATE = re.compile(rf"\b(?:FROM|OF)\s+(?:THE\s+)?(?:STATE\s+OF\s+)?({_STATES})\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Named:
    """A person in a heading, as printed; `in_congress` where the heading says that he is a member,
    `nominee` where it says that he is one."""

    name: str
    in_congress: bool
    nominee: bool
    state: str | None


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading from `start` to `end` (past its last letter); `words` is its text on one line."""

    start: int
    end: int
    sort: str
    words: str
    named: tuple[Named, ...] = ()
    opening: bool = False

    @property
    def is_testimony(self) -> bool:
        """Whether those named here speak themselves; "PRESENTATION OF X BY Y" is not about X's own words."""
        return self.sort in (STATEMENT, PREPARED) and not self.words.upper().startswith(("PRESENT", "INTRO"))

    @property
    def is_formal(self) -> bool:
        """Whether a heading of questions can only be that of written ones."""
        return _FORMAL.search(self.words) is not None

    @property
    def is_appendix(self) -> bool:
        return _APPENDIX.match(self.words) is not None

    @property
    def resumes(self) -> bool:
        """Whether the sitting goes on after it, whatever stood before."""
        return _RESUMES.fullmatch(self.words) is not None


def headings_in(text: str) -> list[Heading]:
    """The headings of a text, in order."""
    found: dict[int, Heading] = {}
    for start, end in blocks_of(text):
        if end - start <= LONGEST and (heading := _heading(text, start, end)):
            found[heading.start] = heading
    for lines in _CAPITAL_LINES.finditer(text):
        start = lines.end() - len(lines[0].lstrip())
        if start not in found and len(lines[0]) <= LONGEST:
            found[start] = heading_of(lines[0], start, lines.end())
    return [found[start] for start in sorted(found)]


def blocks_of(text: str) -> Iterator[tuple[int, int]]:
    """Runs of lines that are not blank: where each begins and ends."""
    for block in _BLOCK.finditer(text):
        yield block.start(), block.end()


def _heading(text: str, start: int, end: int) -> Heading | None:
    block = text[start:end]
    lines = [line for line in block.split("\n") if line.strip()]
    if len(lines) > 10 or _RULE.fullmatch(block):
        return None
    bare = block.strip()
    if bare[-1:] in ".?!;," and not re.search(
        r"(?:INC|JR|SR|CO|CORP|LTD|D\.C|U\.S|N\.[A-Z]|ESQ|PH\.D|M\.D)\.$", bare.upper()
    ):
        return None
    if bare[0] in "[(<" or "...." in bare or re.search(r" {3,}\d+$", bare):
        return None
    capitals = sum(map(str.isupper, bare)) >= 0.8 * max(1, sum(map(str.isalpha, bare)))
    if not capitals and not all(_is_centred(line) for line in lines) and not _is_titled(bare):
        return None
    return heading_of(block, start + len(block) - len(block.lstrip()), start + len(block.rstrip()))


def _is_titled(bare: str) -> bool:
    """Whether words are those of a statement's or questions' heading, their first letters capitals."""
    long = [word for word in bare.split() if len(word) > 3]
    return (
        len(bare) < 250
        and sum(word[0].isupper() for word in long) >= 0.7 * len(long)
        and heading_of(bare, 0, 0).sort in (STATEMENT, PREPARED, QUESTIONS)
    )


def _is_centred(line: str) -> bool:
    """Whether a line stands in the middle of a page of 72 columns, as the Government Printer sets it."""
    bare = line.strip()
    left = len(line.expandtabs()) - len(line.expandtabs().lstrip())
    return abs(72 - left - len(bare) - left) <= 9 and (left >= 5 or len(bare) > 60)


def heading_of(block: str, start: int, end: int) -> Heading:
    """What a heading says."""
    words = " ".join(_NOTED.sub("", block).split())
    if found := _PREPARED.match(words):
        return Heading(start, end, PREPARED, words, named_in(found["who"]))
    if found := _STATEMENT.match(words):
        return Heading(
            start, end, STATEMENT, words, named_in(found["who"]), "OPENING" in found["sort"].upper()
        )
    if _QUESTIONS.search(words) and _OF_QUESTIONS.search(words):
        return Heading(start, end, QUESTIONS, words)
    if _BACK.match(words):
        return Heading(start, end, BACK, words)
    return Heading(start, end, TOPIC, words)


def named_in(who: str) -> tuple[Named, ...]:
    """The persons of "HON. ADA PELL, DIRECTOR, PIERS; AND JOHN HOLM, KEEPER, ACCOMPANIED BY ..."."""
    named = []
    for number, group in enumerate(_ACCOMPANIED.split(who)):
        for single in _AND_NAME.split(group):
            name, _, rest = single.partition(",")
            suffix = re.match(r"\s*(?:JR|SR|II|III|IV)\b\.?", rest, re.IGNORECASE)
            if suffix:
                name, rest = f"{name},{suffix[0]}", rest[suffix.end() :].lstrip(" ,")
            name = re.split(r"\s+(?:ON BEHALF|BEFORE|ON H\.?R|TO THE)\b", name.strip(), flags=re.IGNORECASE)[
                0
            ]
            if not 1 < len(name) < 70:
                continue
            nominee = bool(_NOMINEE.search(rest))
            member = (_IN_CONGRESS.search(rest) or _MEMBER_TITLE.match(name + " ")) and not nominee
            state = _FROM_STATE.search(rest) if member else None
            named.append(
                Named(
                    name,
                    bool(member) and number == 0,
                    nominee,
                    state_named(state[1]) if state else None,
                )
            )
    return tuple(named)
