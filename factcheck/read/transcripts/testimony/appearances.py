"""Who is who in testimony: a label's surname found among the appearances, with the given name before it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from factcheck.read.transcripts.testimony.labels import is_court, is_of_state, is_titled, is_witness, name_in
from factcheck.read.transcripts.testimony.spelt_names import PARTICLES, surname, written

MAX_INTRODUCTIONS = 6_000
"""Code points from the opening of a sitting in which counsel may say their names."""

_FIRM = re.compile(
    r"^[ ,]*(?:&|LLP|LLC|L\.L\.P|P\.?L?\.?L?\.?C\b|LAW\b|AND\s|GROUP|ASSOC|@|,\s*\w+[^,\n]{0,20}\s*&|"
    r"(?:[A-Z]+ )?LLP)",
    re.IGNORECASE,
)
_FIRM_BEFORE = re.compile(
    r"&|\b(?:law|offices?|firm|estate|town|city|county)\b(?:\s+\w+)?\s*$", re.IGNORECASE
)
_TITLE = re.compile(r"(?:mr|ms|mrs|miss|dr|mx)\.?$", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_][\w'’-]*\.?")
_STOP_WORDS = """
    by for and the of esq esquire attorney attorneys counsel present also on behalf from to before hon
    honorable mr ms mrs miss dr mx judge justice examination direct cross redirect recross witness re
    plaintiff plaintiffs defendant defendants good morning afternoon thank thanks representative senator
    representatives senators members chairman chairwoman congressman congresswoman member
    ambassador secretary governor admiral general colonel captain director yes no with is am name called
    hello hi state people
"""
_STOP = frozenset(_STOP_WORDS.split())
_SAID = r"(?:\s*,)?\s+(?:of|from|with|for|on behalf|representing|here|appearing|also|counsel|appears?|is)\b"


@dataclass(frozen=True, slots=True)
class Voice:
    """Whom a label names: `name`, else the label as printed, and where several fit, all `candidates`.

    `witness` says that it is the label of whoever testifies, `called` that it is the name of a witness and of
    nobody among the appearances, `records` that it keeps the record or films it, `repeats` that it says or
    takes down what the witness said and may have to ask for it again.
    """

    name: str
    candidates: tuple[str, ...]
    witness: bool
    called: bool
    court: bool
    titled: bool
    records: bool
    repeats: bool


@dataclass(slots=True)
class Appearances:
    """The names in a document's front matter and in its opening words, asked for by label."""

    front: str
    opening: str
    witnesses: tuple[str, ...] = ()
    _known: dict[str, tuple[str, tuple[str, ...]]] = field(default_factory=dict)
    _voices: dict[str, Voice] = field(default_factory=dict)

    def voice(self, label: str) -> Voice:
        """All that a label tells of who speaks."""
        if label not in self._voices:
            name, candidates = self.speaker(label)
            titled, capitals = is_titled(label), label.upper()
            self._voices[label] = Voice(
                name,
                candidates,
                witness=is_witness(label),
                called=titled and self.is_witness(label),
                court=is_court(label),
                titled=titled,
                records="VIDEO" in capitals or "REPORTER" in capitals,
                repeats="INTERPRETER" in capitals or "REPORTER" in capitals,
            )
        return self._voices[label]

    def speaker(self, label: str) -> tuple[str, tuple[str, ...]]:
        """The full name of whom a label names, else the label as printed; and where several fit, all."""
        if label not in self._known:
            self._known[label] = self._find(label)
        return self._known[label]

    def witness_called(self, printed: str, text: str) -> str:
        """The full name of a witness whom a running head calls by surname: as the front matter has it, or as
        counsel called the witness; else as printed."""
        name = written(printed)
        if " " in name:
            return name
        key = f"\0{name}"
        if key not in self._known:
            last = surname(name)
            full = [found for found, _ in self._called(last)]
            called = re.compile(
                rf"\bcalls?\s+(?:(?:as (?:its|our|his|her) \w+ witness"
                rf"|to the stand),?\s+)?((?:[^\W\d_][\w.'’-]*\s+){{1,4}}{re.escape(last)})\b",
                re.IGNORECASE,
            ).search(text)
            if not full and called:
                words = [word for word in called[1].split() if word[0].isupper()]
                full = [written(" ".join(words))] if len(words) > 1 else []
            self._known[key] = (full[0] if full else name, ())
        return self._known[key][0]

    def is_witness(self, label: str) -> bool:
        """Whether a titled label bears the name of a witness, and of nobody among the appearances."""
        name = name_in(label)
        if not name:
            return False
        return self.speaker(label)[0] in self.witnesses

    def _find(self, label: str) -> tuple[str, tuple[str, ...]]:
        printed = name_in(label)
        if not printed or is_court(label) or is_of_state(label):
            return label, ()
        last = surname(printed)
        title = label[: len(label) - len(printed)].strip(" .").casefold()
        found = [
            (name, titled)
            for name, titled in (*(self._called(printed) if " " in printed else ()), *self._called(last))
            if not (titled and title and titled != title) and _fits(printed, name)
        ]
        names = tuple(dict.fromkeys(name for name, _ in found))
        if not names:
            names = tuple(name for name in self.witnesses if surname(name) == last and _fits(printed, name))
        if len(names) == 1:
            return names[0], ()
        first, *more = printed.split()
        if not names and more and len(first.strip(".")) > 1 and first.casefold() not in PARTICLES:
            return written(printed), ()
        return label, names

    def _called(self, last: str) -> Iterator[tuple[str, str]]:
        """The full names that end in a surname, each with the title printed before it, if any."""
        pattern = re.compile(rf"(?<![\w'’-]){re.escape(last)}(?![\w'’-])", re.IGNORECASE)
        given = False
        for found in pattern.finditer(self.front):
            line = self.front[self.front.rfind("\n", 0, found.start()) + 1 : found.start()]
            if _FIRM.match(self.front[found.end() : found.end() + 60]) or _FIRM_BEFORE.search(line):
                continue
            if before := _given_names(line):
                given = True
                yield written(f"{before[0]} {found.group()}"), before[1]
        if given:
            return
        said = re.compile(rf"((?:[^\W\d_a-z][\w.'’-]*[ ]+){{1,3}})(?i:{re.escape(last)}(?:{_SAID}))")
        for found in said.finditer(self.opening):
            if before := _given_names(found[1]):
                yield (
                    written(f"{before[0]} {found.group()[len(found[1]) :].split(',')[0].split()[0]}"),
                    before[1],
                )


def _fits(printed: str, name: str) -> bool:
    """Whether the given names or initials of a label are those of a full name."""
    given = [word.strip(".").casefold() for word in printed.split()[:-1]]
    theirs = [word.strip(".").casefold() for word in name.split()]
    return all(any(word.startswith(one) for word in theirs) for one in given if one)


def _given_names(line: str) -> tuple[str, str] | None:
    """The given names and initials at the end of a line's beginning, and a title before them."""
    tokens = re.split(r"(?<=\S)[ \t]{2,}|[,:;()|]", line)[-1].split()
    taken: list[str] = []
    full = 0
    while tokens:
        word = tokens[-1]
        bare = word.strip(".").casefold()
        if bare in _STOP or not _WORD.fullmatch(word) or not word[0].isupper():
            break
        initial = len(word.strip(".")) == 1
        if full and (initial or len(tokens) > 1) and not _all_name(tokens):
            break
        taken.insert(0, tokens.pop())
        full += not initial
        if full > 2:
            return None
    if not full:
        return None
    title = tokens[-1].strip(".").casefold() if tokens and _TITLE.match(tokens[-1]) else ""
    return " ".join(taken), title


def _all_name(tokens: list[str]) -> bool:
    """Whether what is left of a line is one more given name, after at most a title or a "By"."""
    return len(tokens) == 1 or tokens[-2].strip(".:").casefold() in _STOP
