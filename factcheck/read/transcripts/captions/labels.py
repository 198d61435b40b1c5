"""Labels of captions: the `SEN. ORLA:` before words, told from words that end with a colon.

After `>>` nearly every such beginning is a label. At the beginning of a line it is one if it has a title, if
it comes more than once, or if it stands in capitals among words that do not.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from factcheck.core.light import dataclass

_LABEL = re.compile(
    r"""(?P<name>\[(?=[^\W\d_])[^\[\]:\n]{1,60}\]|\((?=[^\W\d_])[^():\n]{1,60}\)
        |(?:[^\W\d_]|\d+(?=[ ][A-Z]))[^\s:]{0,30}(?:[ ][^\s:]{1,30}){0,6})[ \t]?:(?=\s|$)[ \t]*""",
    re.VERBOSE,
)
_AT_LINE = re.compile(rf"^[ \t]*+(?:{_LABEL.pattern})", re.VERBOSE | re.MULTILINE)
_APOSTROPHE = re.compile("['’]")
_REMARK = re.compile(r"\([^()]*\)")
_TITLE = re.compile(
    r"(?:SEN|REP|MR|MRS|MS|DR|GEN|GOV|AMB|ADM|COL|LT|SGT|REV|HON|SEC|PROF|PRES)\.\s|"
    r"(?:(?:THE|MADAM|MR\.?)\s)?(?:SENATOR|REPRESENTATIVE|CONGRESS(?:WO)?MAN|CHAIR(?:WO)?MAN|CHAIR|JUDGE|JUSTICE|"
    r"SECRETARY|DIRECTOR|PRESIDENT|SPEAKER|GOVERNOR|GENERAL|ADMIRAL|AMBASSADOR|WITNESS|CLERK|REPORTER|MODERATOR|HOST|"
    r"ANCHOR|NARRATOR|INTERVIEWER)\b",
    re.IGNORECASE,
)
_NO_NAME = frozenset({
    "i", "you", "he", "she", "it", "we", "they", "me", "him", "us", "them", "my", "your", "his", "her",
    "its", "our", "their", "this", "that", "these", "those", "there", "here", "is", "are", "was", "were",
    "be", "been", "am", "do", "does", "did", "has", "have", "had", "can", "could", "will", "would",
    "shall", "should", "may", "might", "must", "not", "no", "yes", "who", "whom", "what", "when",
    "where", "why", "how", "which", "if", "because", "so", "but", "or", "nor", "as", "at", "by", "for",
    "from", "in", "into", "on", "to", "with", "about", "said", "says", "say", "thing", "things",
    "question", "answer", "note", "then", "now", "just", "let",
})  # fmt: skip
_SMALL = frozenset({
    "of", "de", "del", "della", "der", "den", "di", "da", "la", "le", "van", "von", "und", "y", "e",
    "bin", "ibn", "al", "el", "ap", "the", "and",
})  # fmt: skip
_SAMPLE = 20_000


@dataclass(frozen=True, slots=True)
class Label:
    """A label in the text: from `start` to `end`, where the words begin; `name` is it without the colon."""

    start: int
    end: int
    name: str


def first_label(text: str, at: int) -> Label | None:
    """The label that stands at `at`, after a mark that another person speaks."""
    found = _LABEL.match(text, at)
    if found is None or not _may_name(found["name"]):
        return None
    return Label(found.start(), found.end(), _bare(found["name"]))


class Labels:
    """The labels at the beginnings of lines. `doubtful` ones are none, as far as can be told; they are
    counted once `at_lines` has been read."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._mixed_case = sum(letter.islower() for letter in text[:_SAMPLE]) * 3 > sum(
            letter.isupper() for letter in text[:_SAMPLE]
        )
        self.doubtful = 0
        self.first_doubtful = ""

    def at_lines(self) -> Iterator[Label]:
        found = [one for one in _AT_LINE.finditer(self._text) if _may_name(one["name"])]
        times = Counter(one["name"] for one in found)
        for one in found:
            name = one["name"]
            capitals = name.upper() == name
            if _TITLE.match(name) or times[name] > 1 or (capitals and self._mixed_case) or name[0] in "[(":
                yield Label(one.start("name"), one.end(), _bare(name))
            else:
                self.doubtful += 1
                self.first_doubtful = self.first_doubtful or f"{name}:"


def _bare(name: str) -> str:
    """A label without the brackets around it."""
    return (name[1:-1] if name[0] in "[(" else name).strip()


def _may_name(name: str) -> bool:
    """Words that begin with capitals or digits, small words of names apart, and none of plain speech."""
    words = (_REMARK.sub("", name) or name).strip("[]() \t").split()
    if not words or len(words) > 6:
        return False
    for word in words:
        plain = _APOSTROPHE.split(word.strip(".,'’\"()-").lower())[0]
        if plain in _NO_NAME and not (len(words) == 1 and len(plain) == 1):
            return False
        if not (
            word[0].isupper()
            or word[0].isdigit()
            or word[0] in "(#&"
            or plain in _SMALL
            or not word.islower()
        ):
            return False
    return True
