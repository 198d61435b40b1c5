"""Who speaks under a label, by what the document says of persons, headings and the chair of the day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from factcheck.core.light import dataclass
from factcheck.read.transcripts.hearings.headings import Heading, Named, named_in
from factcheck.read.transcripts.hearings.labels import Label, label_of
from factcheck.read.transcripts.hearings.names import folded, listed, plain_name
from factcheck.read.transcripts.hearings.people import MEMBER, TESTIFIES, WITNESS, People, name_for
from factcheck.read.transcripts.hearings.sittings import Sitting

_CHAIRS = listed("chairman chairwoman chair chairperson cochairman co-chairman cochair co-chair")
_OATH = re.compile(r"\bdo you (?:\w+,? ){0,3}(?:swear|affirm)\b|\bswear or affirm\b", re.IGNORECASE)
_SWEARS = re.compile(
    r"^\W*(?:(?:yes|sir|ma'am),?\s*)*(?:I do|I will|I swear|I affirm|so sworn|yes)\b", re.IGNORECASE
)
_WITNESSES = re.compile(r"(?:LIST OF )?WITNESS(?:ES)?:?", re.IGNORECASE)
_NOMINATION = re.compile(
    r"\bNOMINATIONS? OF (?:THE )?(?:HON(?:ORABLE)?\.? )?(?P<name>[^,;]{4,50}?)(?:,| TO BE\b| TO THE\b| "
    r"FOR\b| AS\b|$)",
    re.IGNORECASE,
)

_AND_ANOTHER = re.compile(r",? (?:AND|and) ((?:[A-Z][\w.'’-]* ){1,3}[A-Z][\w'’-]+)(?=,|$)")
"""In a heading, what may be one more witness: “ADA PELL, DIRECTOR, AND JOHN HOLM, KEEPER”."""


@dataclass(frozen=True, slots=True)
class Who:
    """The speaker of a turn: a name or printed label, None for a voice; the names where several fit; and
    member, witness, staff, voice or "" where the document does not say."""

    speaker: str | None
    candidates: tuple[str, ...] = ()
    part: str = ""


class Resolver:
    """Whom labels mean. The persons come from `people`; members are told apart by their titles where the
    hearing gives members titles of their own ("Senator")."""

    def __init__(self, people: People, labels: Sequence[Label]) -> None:
        self._people = people
        self._members_are_titled = any(
            title in ("senator", "senators", "representative", "congressman", "congresswoman")
            for label in labels
            for title in label.titles
        )
        self._presiding: tuple[Sitting | None, Who] | None = None
        self._known: dict[tuple[str, str | None], Who] = {}

    def speaker(self, label: Label, sitting: Sitting | None, heading: Heading | None) -> Who:
        """Who speaks under `label` on that day; right under a heading, the person it names."""
        if label.sort == "voice":
            return Who(None, (), "voice")
        if label.sort == "role":
            return self._in_role(label)
        if label.sort == "office":
            return self._in_office(label, sitting)
        for named in heading.named if heading else ():
            if who := self._headed(named, label):
                return who
        key = (folded(label.key), label.state)
        if key not in self._known:
            self._known[key] = self._by_name(label)
        return self._known[key]

    def named(self, printed: str) -> Who:
        """Who is meant by a name with its title, as a note or a heading prints it."""
        label = label_of(printed)
        if label is None or not label.names:
            return Who(plain_name(printed))
        who = self._by_name(label)
        bearers = self._people.bearers(label)
        if len(bearers) == 1:
            return Who(name_for(bearers[0], label), (), who.part)
        if len(label.names) > 1 and not bearers:
            return Who(plain_name(" ".join(printed.split()[len(label.titles) :])), (), who.part)
        return Who(plain_name(printed).strip(" ."), who.candidates, who.part)

    def sworn(self, turns: Sequence[tuple[Label | None, str]]) -> None:
        """Who takes the oath testifies. `turns` are labels and words in order."""
        since = 99
        for label, words in turns:
            if label is None:
                continue
            asks = ("swear" in words or "affirm" in words) and _OATH.search(words[-1_000:])
            since = 0 if asks else since + 1
            if 0 < since < 16 and label.sort == "person" and len(words) < 120 and _SWEARS.match(words):
                self._people.says(label.names, TESTIFIES)
        self._known.clear()

    def _in_role(self, label: Label) -> Who:
        if label.names == ("witness",) and len(self._people.witnesses()) == 1:
            return Who(plain_name(self._people.witnesses()[0].name), (), WITNESS)
        return Who(label.key, (), WITNESS if label.names == ("witness",) else "staff")

    def _in_office(self, label: Label, sitting: Sitting | None) -> Who:
        if label.identity:
            who = self.named(label.identity)
            self._presiding = (sitting, who)
            return Who(who.speaker, who.candidates, MEMBER)
        if label.names[-1] in _CHAIRS and "vice" not in label.names and "acting" not in label.names:
            return self._chairman(label, sitting)
        if (
            label.names == ("presiding", "officer")
            or "tempore" in label.names
            or label.names == ("acting", "chair")
        ):
            if self._presiding and self._presiding[0] is sitting:
                return Who(self._presiding[1].speaker, self._presiding[1].candidates, MEMBER)
            return Who(label.key, (), MEMBER)
        if label.names[0] in ("witness", "witnesses", "nominee", "nominees"):
            return self._in_role(
                Label(label.line, label.start, label.body, label.printed, "role", (), ("witness",))
            )
        return Who(
            label.key, (), "staff" if label.names[-1] in ("clerk", "reporter", "interpreter") else MEMBER
        )

    def _chairman(self, label: Label, sitting: Sitting | None) -> Who:
        chairman = self._people.chairman()
        by_roster = plain_name(chairman.name) if chairman else None
        by_day = self.named(sitting.chair).speaker if sitting and sitting.chair else None
        if by_day and by_roster and by_day != by_roster and not sitting_has_chairman(sitting):
            return Who(label.key, (by_day, by_roster), MEMBER)
        return Who(by_day or by_roster or label.key, (), MEMBER)

    def _headed(self, named: Named, label: Label) -> Who | None:
        """The heading's person, if the label can be his."""
        other = label_of(named.name)
        if other is None or not other.names or other.names[-1:] != label.names[-1:]:
            return None
        if len(other.names) == 1:
            return None
        asked = Label(0, 0, 0, label.printed, "person", label.titles, other.names, named.state)
        bearers = self._people.bearers(asked)
        if len(bearers) != 1:
            return None
        return Who(name_for(bearers[0], label), (), self._part(label))

    def _by_name(self, label: Label) -> Who:
        bearers = self._people.bearers(label)
        part = self._part(label)
        if len(bearers) == 1:
            return Who(name_for(bearers[0], label), (), part)
        names = tuple(dict.fromkeys(_told_apart(person.name, person.state) for person in bearers))
        return Who(label.key, names, part)

    def _part(self, label: Label) -> str:
        part = self._people.part_of(label)
        if part is None and self._members_are_titled:
            return WITNESS
        return part or ""


def sitting_has_chairman(sitting: Sitting | None) -> bool:
    return sitting is not None and sitting.chair_is_chairman


def read_headings(text: str, headings: Sequence[Heading], people: People, title: str | None) -> None:
    """Put into `people` those whom headings, lists under "WITNESSES", and the hearing's title name."""
    for heading, following in pairwise(headings):
        if _WITNESSES.fullmatch(heading.words) and not text[heading.end : following.start].strip():
            for line in text[following.start : following.end].split("\n"):
                for named in named_in(line.strip()):
                    people.add(named.name, WITNESS)
    for heading in headings:
        for named in heading.named:
            people.add(named.name, _part_in(heading, named), state=named.state)
        if heading.named and heading.is_testimony:
            for other in _AND_ANOTHER.findall(heading.words):
                if _speaks(text, other.split()[-1]):
                    people.add(other, _part_in(heading, heading.named[0]))
    if title and (found := _NOMINATION.search(title)):
        people.add(found["name"], TESTIFIES)


def _speaks(text: str, surname: str) -> bool:
    """Whether a paragraph begins with a label of this surname: else “and chief pilot” may be an office."""
    label = rf"^[ \t]{{1,12}}(?:[A-Z][a-z]+\.? ){{1,2}}{re.escape(surname)}\. "
    return re.search(label, text, re.MULTILINE | re.IGNORECASE) is not None


def _part_in(heading: Heading, named: Named) -> str | None:
    """What a heading says that a person is."""
    if not heading.is_testimony:
        return MEMBER if named.in_congress else None
    if named.nominee:
        return TESTIFIES
    if named.in_congress or heading.opening:
        return MEMBER
    return TESTIFIES if heading.words.upper().startswith(("TESTIMONY", "SWORN")) else WITNESS


def _told_apart(name: str, state: str | None) -> str:
    return f"{plain_name(name)} of {state}" if state else plain_name(name)
