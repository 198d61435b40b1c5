"""Which person or body a phrase of the article means: "he", "Ms. Flint", "the senator", "the Post"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from factcheck.extract.groups import GROUP_WORDS, named_together
from factcheck.extract.lexicon import NOT_NAMES, ROLE_NOUNS
from factcheck.extract.names import Name
from factcheck.extract.ownership import is_of_someone, is_owner
from factcheck.extract.people import Cast, Person
from factcheck.extract.pronouns import PRONOUN_GENDERS, Pronouns
from factcheck.extract.roles import principal_of
from factcheck.extract.speaker import Speaker

_LEAD = re.compile(r"^(?:(?:the|an?|his|her|their|its|our|my)\s+)", re.IGNORECASE)
_ROLE_REACH = 1200
"""Characters after which "the senator" is no longer taken for the senator named last."""
_TITLES_BETWEEN = re.compile(r",? (?:the )?(?:[A-Z][\w.'-]* ){0,4}")
_OFFICE_OF = re.compile(r"(?:[Tt]he )?([a-z][a-z -]+)'s (?:\w+ )?(?:office|campaign|team|camp)$")
_PRESS = re.compile(
    r"\b(?:Post|Times|Journal|News|Press|Tribune|Herald|Guardian|Daily|Gazette|Observer|Chronicle|Globe|"
    r"Reuters|Bloomberg|Politico|CNN|NBC|ABC|CBS|MSNBC|BBC|NPR|AP|AFP|"
    r"UPI|Breitbart|Magazine|Telegraph|Examiner|Inquirer|Reporter|Register|Mail|Mirror|Courier|Dispatch|"
    r"Ledger|Sentinel|Wire|Radio|Television|TV)\b"
)


class Resolver:
    """Traces phrases to persons and bodies; asked in reading order, since words like "he" lean on what came
    before.
    """

    def __init__(self, text: str, plain: str, cast: Cast, names: list[Name]) -> None:
        self.text, self.plain, self.cast = text, plain, cast
        self._principals: dict[int, str | None] = {}
        self.pronouns = Pronouns(text, plain, cast)
        self._bodies: dict[str, str] = {}
        for name in names:
            if name.kind in ("organisation", "unknown"):
                words = name.text.split()
                for width in range(1, len(words)):
                    self._bodies.setdefault(" ".join(words[-width:]), name.text)

    def resolve(
        self,
        start: int,
        end: int,
        described: int,
        recent: list[Person],
        others: Sequence[Person] = (),
    ) -> Speaker:
        """The speaker that `text[start:end]` means; `described` ends the aside after it. `recent` speakers,
        latest first; a pronoun means none of `others`, whom the same clause names besides.
        """
        phrase = self.plain[start:end]
        lowered = phrase.lower()
        if lowered in PRONOUN_GENDERS or lowered in ("they", "it", "i", "we", "who", "you"):
            found = self.pronouns.resolve(lowered, start, recent, others)
            return replace(found, on_behalf_of=self.speaks_for(found.person)) if found.person else found
        if self.is_group(start, end):
            both = tuple(person.name for person in self.group(start, end))
            return Speaker(None, "two or more together", 0.4, both, flags=("ambiguous-speaker",))
        persons = self.cast.at(start, end)
        behalf = self._behalf(start, end, described)
        if persons and not is_of_someone(self.plain, start, end, persons[-1]):
            person = persons[-1]
            shared = self.cast.namesakes(person) if phrase in (person.last, person.name) else []
            if len(shared) > 1 and phrase == person.last != person.name:
                names = tuple(other.name for other in shared)
                return Speaker(
                    person.name, "surname of several", 0.6, names, person, behalf, ("ambiguous-speaker",)
                )
            return Speaker(person.name, "named", 0.95, (), person, behalf)
        named = self.cast.at(end, min(described, end + 40))
        if named and self._begins_aside(end, named[0]):
            principal = principal_of(phrase)
            behalf = self._principal(principal, start) if principal else self.speaks_for(named[0])
            return Speaker(named[0].name, "named", 0.95, (), named[0], behalf)
        role = self._role(lowered, start)
        if role is not None and not any(char.isupper() for char in phrase[1:]):
            return role
        if (
            _LEAD.match(lowered)
            and lowered.split()[-1] in ROLE_NOUNS
            and not any(char.isupper() for char in phrase[1:])
        ):
            near = tuple(p.name for p in self.cast.before(start, 700)[:3])
            return Speaker(
                self.body(start, end),
                "title of nobody named",
                0.6,
                near,
                None,
                behalf,
                ("ambiguous-speaker",) if near else (),
            )
        return Speaker(self.body(start, end), "phrase", 0.8, (), None, behalf)

    def is_group(self, start: int, end: int) -> bool:
        """Whether the phrase takes up persons named before: "the two", "both men", "the pair"."""
        return self.plain[start:end].lower() in GROUP_WORDS

    def group(self, start: int, end: int) -> list[Person]:
        """The two whom "the two" means: those named together last; none where that is not plain."""
        phrase = self.plain[start:end].lower()
        return named_together(self.plain, self.cast, start, phrase) if phrase in GROUP_WORDS else []

    def _begins_aside(self, end: int, person: Person) -> bool:
        """Whether the aside after `end` begins with this person's name: "his lawyer, Ms. Kay Flint, said"."""
        begins = self.cast.first_in(person, end, end + 60)
        return begins >= 0 and _TITLES_BETWEEN.fullmatch(self.plain, end, begins) is not None

    def body(self, start: int, end: int) -> str:
        """An office, outlet or group in its fullest printed form, without its article."""
        phrase = _LEAD.sub("", self.text[start:end].strip())
        return self._bodies.get(phrase, phrase) if phrase not in NOT_NAMES else phrase

    def is_press(self, name: str | None) -> bool:
        return name is not None and _PRESS.search(name) is not None

    def _behalf(self, start: int, end: int, described: int) -> str | None:
        """For whom a spokesperson or lawyer speaks, from the words around the name."""
        aside = self.plain[end:described].strip(" ,")
        phrase = self.plain[start:end]
        for description, offset in ((aside, self.plain.find(aside, end) if aside else end), (phrase, start)):
            heard_through = description.startswith(("through ", "via ", "in ", "at ", "for his", "for her"))
            principal = principal_of(description) if description and not heard_through else None
            if principal is not None:
                place = self.plain.find(principal, offset)
                return self._principal(principal, place)
        office = _OFFICE_OF.match(phrase) if phrase[-1:] in "enmp" else None
        if office is not None and not self.cast.at(start, end):
            holder = self._role("the " + office.group(1).lower(), start)
            return holder.name if holder is not None and not holder.flags else None
        if re.search(
            r"'s? (?:\w+ )?(?:office|campaign|team|spokes\w+|lawyers?|attorneys?|aides?|camp)$", phrase
        ) and self.cast.at(start, end):
            return self.cast.at(start, end)[0].name
        named = self.cast.at(start, end)
        return self.speaks_for(named[-1]) if named else None

    def _principal(self, words: str, place: int) -> str:
        if words.lower() in ("his", "her", "their", "the", "a", "an"):
            recent = self.cast.before(place)
            return recent[0].name if recent else words
        words = re.sub(r"'s?$", "", words.replace("’", "'"))
        aside_name = self.cast.named(words.rpartition(", ")[2]) if ", " in words else None
        if aside_name is not None:
            return aside_name.name
        place = self.plain.find(words, max(place, 0), max(place, 0) + 400) if place >= 0 else -1
        if place < 0:
            known = self.cast.named(words)
            return known.name if known is not None else _LEAD.sub("", words)
        stop = place + len(words)
        persons = self.cast.at(place, stop)
        if persons and not is_owner(self.plain, self.cast, persons[0], place, stop):
            return persons[0].name
        aside = re.compile(r", (?=[A-Z])").match(self.plain, stop)
        named = self.cast.at(aside.end(), aside.end() + 8) if aside is not None and persons else []
        if named:
            return named[0].name
        role = self._role("the " + _LEAD.sub("", words.lower()), place) if words.islower() else None
        if role is not None and not role.flags:
            return role.name or words
        return _LEAD.sub("", self.text[place:stop])

    def speaks_for(self, person: Person) -> str | None:
        """For whom a person speaks, by the titles that the text gives them."""
        if id(person) not in self._principals:
            self._principals[id(person)] = self._spoken_for(person)
        return self._principals[id(person)]

    def _spoken_for(self, person: Person) -> str | None:
        for role in person.roles:
            principal = principal_of(role)
            if principal is not None:
                place = self.plain.find(principal, person.mentions[0][0])
                return self._principal(principal, place if place >= 0 else self.plain.find(principal))
        return None

    def _role(self, lowered: str, start: int) -> Speaker | None:
        """ "the senator", "the attorney general": a person with that title, the one named last before."""
        words = _LEAD.sub("", lowered).split()
        if (
            not words
            or (words[-1] not in ROLE_NOUNS and words[-2:] != ["attorney", "general"])
            or len(words) > 4
            or not _LEAD.match(lowered)
        ):
            return None
        noun = " ".join(words[-2:]) if words[-2:] == ["attorney", "general"] else words[-1]
        fitting = self.cast.with_role(noun, start)
        if not fitting:
            return None
        best = fitting[0]
        near = self.cast.before(start, _ROLE_REACH)
        if all(person is not best for person in near):
            return Speaker(
                self.body(start, start + len(lowered)),
                "title of somebody named long before",
                0.4,
                tuple(person.name for person in fitting[:4]),
                flags=("ambiguous-speaker",),
            )
        flags = ("ambiguous-speaker",) if len(fitting) > 1 else ()
        names = tuple(p.name for p in fitting[:4]) if flags else ()
        return Speaker(
            best.name,
            f"title “{' '.join(words)}”",
            0.6 if flags else 0.75,
            names,
            best,
            self.speaks_for(best),
            flags,
        )
