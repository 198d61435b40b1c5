"""Press briefings and remarks: "MS. PELL:", "THE PRESIDENT:", and "Q" for a reporter whom nobody names."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from factcheck.core.document import Document, Section, Turn
from factcheck.core.light import dataclass
from factcheck.read.transcripts.hearings.names import TITLES, folded, listed
from factcheck.read.transcripts.hearings.roles import flags_of
from factcheck.read.transcripts.hearings.sittings import day_in

LAYOUT = "briefing/1"
"""Stored with the text; a new number whenever the same text would give other cuts, marks or turns."""

_SPACE = r"[ \t\u00a0\u2002-\u200a\u202f]"
_LABEL = re.compile(
    rf"""^{_SPACE}{{0,8}}+(?:\*\*|__)?(?:
      (?P<asks>Q|QUESTION|REPORTERS?|PRESS)(?P<mark>[.:])?(?:\*\*|__)?(?=(?P<gap>{_SPACE}*))
     |(?P<name>(?:[A-Z][A-Z.'’\-]*|Mc[A-Z]+|[A-Z]\.)(?:{_SPACE}{{1,2}}(?:[A-Z][A-Z.'’\-]*|Mc[A-Z]+|pro|tempore)){{0,6}}
        (?:{_SPACE}?\([^)\n]{{1,60}}\))?):(?:\*\*|__)?
     |(?P<mixed>(?:(?:Mr|Mrs|Ms|Dr)\.|[A-Z][\w'’\-]{{1,24}})(?:{_SPACE}(?:[A-Z]\.|[A-Z][\w'’\-]{{1,24}})){{1,4}}):(?:\*\*|__)?
    )(?P<after>{_SPACE}*+)(?=(?P<next>.?))""",
    re.MULTILINE | re.VERBOSE,
)
_END = re.compile(
    rf"^{_SPACE}*(?:#{{1,4}}|END\b[^\n]{{0,40}}|\d{{1,2}}:\d\d{_SPACE}*[AaPp]\.?[Mm]\.?[^\n]{{0,20}}|"
    rf"-{{2,}}[ ]?END[^\n]{{0,20}}|\*{{3,}})"
    rf"{_SPACE}*$",
    re.MULTILINE,
)
_NOTE = re.compile(r"^\s*[(\[][^()\[\]]{1,200}[)\]]\s*$")
_DATE_LINE = re.compile(r"^[^\n]{0,60}\b(?:January|February|March|April|May|June|July|August|September|"
                        r"October|November|December)\b"
                        r"[^\n]{0,40}\d{4}[^\n]{0,40}$", re.MULTILINE)  # fmt: skip
_PLACE = re.compile(
    r"^[ \t]*(?P<place>[A-Z][^\n:]{3,80}(?:Room|Lawn|Garden|Portico|Office|House|Building|Air Force One|"
    r"Base|Center|Hall|Hotel|School|"
    r"University|Airport)[^\n:]{0,60})$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class _Label:
    line: int
    body: int
    printed: str
    name: str | None


def read_turns(document: Document) -> Document:
    """The briefing with its turns. Who asks is not known: those turns have no speaker."""
    text = document.text
    labels = list(_labels(text))
    people = _Names(document.title or "", text)
    turns: list[Turn] = []
    asked = False
    for label, following in zip(labels, [*labels[1:], None], strict=False):
        start, end = _words(text, label.body, following.line if following else len(text), following is None)
        if end <= start:
            continue
        words = text[start:end]
        if label.name is None:
            role = "note" if _NOTE.match(words) else "question"
            asked = asked or role == "question"
            speaker, candidates = None, tuple[str, ...]()
        else:
            role = "answer" if asked else "statement"
            speaker, candidates = people.named(label.name)
        flags = flags_of(words, role)
        flags = ("ambiguous-speaker", *flags) if len(candidates) > 1 else flags
        turns.append(Turn(start, end, speaker, role, label.printed, candidates, flags))
    return _dated(replace(document, turns=tuple(turns)), labels)


def _labels(text: str) -> Iterator[_Label]:
    forms = list(_LABEL.finditer(text))
    counts = Counter(form["mixed"] for form in forms if form["mixed"])
    for form in forms:
        if form["next"] == "" and not _paragraph_follows(text, form.end()):
            continue
        if form["asks"]:
            if form["asks"] != "Q" and form["mark"] != ":":
                continue
            if form["asks"] == "Q" and not form["mark"] and not form["gap"]:
                continue
            name = None
        elif form["mixed"]:
            if counts[form["mixed"]] < 2 or folded(form["mixed"].split()[0]) not in TITLES:
                continue
            name = form["mixed"]
        else:
            name = form["name"]
            if not form["after"] and form["next"]:
                continue
            if len(name) < 3 or name.isdigit() or not _after_a_blank(text, form.start()):
                continue
        printed = text[form.start() : form.start("after")].strip().strip("*_")
        yield _Label(form.start(), form.end(), printed, " ".join(name.split()) if name else None)


def _after_a_blank(text: str, line: int) -> bool:
    before = text[max(0, line - 300) : line].rstrip(" \t\n\u00a0").rpartition("\n")[2]
    return (
        text[max(0, line - 2) : line] in ("", "\n", "\n\n")
        or not before
        or before.rstrip()[-1:] in '.?!:)]—-"”…’'
    )


def _paragraph_follows(text: str, end: int) -> bool:
    return bool(text[end : end + 200].strip())


def _words(text: str, start: int, end: int, is_last: bool) -> tuple[int, int]:
    """The words of a turn, without white space around, and of the last one without what closes the page."""
    if is_last and (closing := _END.search(text, start, end)):
        end = closing.start()
    words = text[start:end]
    return start + len(words) - len(words.lstrip()), start + len(words.rstrip())


class _Names:
    """Names in full, as the title or the text gives them for the surnames of labels."""

    def __init__(self, title: str, text: str) -> None:
        self._given = [_given_names(" ".join(title.split())), _given_names(text)]

    def named(self, label: str) -> tuple[str, tuple[str, ...]]:
        """The name, and the candidates where several fit; the label where none does."""
        words = _IN_BRACKETS.sub("", label).split()
        while len(words) > 1 and (folded(words[0]) in TITLES or words[0].lower() in _OFFICES):
            words.pop(0)
        if not words or folded(label.split()[0]) == "the" or folded(words[-1]) in TITLES:
            return label, ()
        for names in self._given:
            found = names.get(folded(words[-1]), set())
            if len(found) == 1:
                return next(iter(found)), ()
            if found:
                return label, tuple(sorted(found))
        return label, ()


def _given_names(text: str) -> dict[str, set[str]]:
    """By folded surname the names in which it follows given names: "James White", "Quinton Lucas"."""
    names: dict[str, set[str]] = defaultdict(set)
    for found in _CAPITALISED.findall(text):
        words = found.split()
        while words and (folded(words[0]) in TITLES or words[0].lower().strip(",") in _NO_NAMES):
            words.pop(0)
        if 2 <= len(words) <= 3 and not any(
            folded(word) in TITLES or (word.isupper() and len(word) > 2) for word in words
        ):
            names[folded(words[-1])].add(" ".join(words))
    return names


_IN_BRACKETS = re.compile(r"\([^()]*\)")
_OFFICES = listed("press national security adviser advisor economic council homeland")
_CAPITALISED = re.compile(
    r"(?<![\w.’'-])(?:[A-Z][a-z\u00df-\u017f’'\-]*[\w]*\.?[ "
    r"\u00a0\n]){1,6}[A-Z][\w’\-]*[a-z](?![\w\-])(?!['’]s?[a-z])"
)
_NO_NAMES = listed(
    "by press thank thanks and but so with from to of for or as if when well yes no hi hello good morning "
    "afternoon also that this then now is was first okay ok the next briefing gaggle remarks yeah sorry "
    "our i "
    "we he she they it in on at"
)


def _dated(document: Document, labels: Sequence[_Label]) -> Document:
    """Sections, and the day where the front gives one and no front matter did."""
    first = labels[0].line if labels else 0
    front = document.text[:first]
    if document.published is None and (line := _DATE_LINE.search(front)) and (day := day_in(line[0])):
        document = replace(
            document, published=day, published_basis=f"line before the briefing: {line[0].strip()[:80]}"
        )
    if not labels:
        return document
    place = _PLACE.search(front)
    sitting = Section(
        first, "sitting", document.published, place["place"].strip() if place else None, document.title
    )
    return replace(document, sections=(Section(0, "front"), sitting) if first else (sitting,))
