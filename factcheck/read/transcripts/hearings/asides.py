"""What a transcript says in brackets: laughter, a recess, an answer without words, what is put in."""

from __future__ import annotations

import re

from factcheck.core.light import dataclass
from factcheck.read.transcripts.hearings.sittings import ends_sitting

_NOTE = re.compile(
    r"^[^\S\n]*+(?P<note>\[(?!GRAPHIC|TIFF|\[)(?:[^\[\]]{1,1500}+|\[[^\[\]]{0,200}\]){1,6}\]"
    r"|\*{4,}[^*\n]{1,60}\*{4,}(?:\d{1,5})?|\((?:Laughter|Applause|Recess|Pause|Whereupon|Brief recess|"
    r"Crosstalk|Cross-talk|No response|The witness|Witness|"
    r"The (?:prepared )?statement)[^()]{0,600}\))[ \t]*$",
    re.MULTILINE,
)
_FOOTNOTE = re.compile(r"^-{20,}[ \t]*\n(?P<notes>(?:(?!-{20}).*\n){1,60}?)-{20,}[ \t]*$", re.MULTILINE)
_GRAPHIC = re.compile(
    r"[\[<]\s*GRAPHICS?(?:\(S\))?\s*(?:[\]>]\s*[\[<]\s*TIFFS?\s+OMITTED\s*[\]>]|"
    r"NOT\s+AVAILABLE\s+IN\s+TIFF\s+FORMAT\s*[\]>])",
    re.IGNORECASE,
)
_GRAPHIC_LINE = re.compile(rf"(?:{_GRAPHIC.pattern})[^\n]{{0,40}}", re.IGNORECASE)
_FOLLOWS = re.compile(r"\bfollows?\s*[:.]?\s*\]?\s*$|\bfollows?:", re.IGNORECASE)
_STATEMENT_OF = re.compile(
    r"(?:statement|testimony|remarks)\s+(?:and\s+[\w ]{1,60}\s+)?(?:of|by|from)\s+(.+?)\s+(?:and\s+[\w "
    r"]{1,80}\s+)?follows?\b",
    re.IGNORECASE | re.DOTALL,
)
_WITHOUT_WORDS = re.compile(
    r"non-?verbal|no (?:audible |verbal |oral )?(?:response|answer)|\bnod(?:s|ded|ding)?\b|shak(?:es|ing) "
    r"(?:his |her |their )?heads?|shook"
    r"|indicat(?:es|ing)|shrug|hands? (?:raised|shown)|show of hands|rais(?:es|ing|ed) (?:his |her |their "
    r")?hands?",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Aside:
    """Words in brackets that stand as a paragraph of their own, brackets included."""

    start: int
    end: int
    words: str

    @property
    def ends_sitting(self) -> bool:
        return ends_sitting(self.words)

    @property
    def announces(self) -> bool:
        """Whether written matter follows: "[The prepared statement of Mr. Pell follows:]"."""
        return bool(_FOLLOWS.search(self.words))

    @property
    def announced(self) -> str | None:
        """Whose statement follows, as printed."""
        found = _STATEMENT_OF.search(self.words)
        return found[1] if found else None


def asides_in(text: str) -> list[Aside]:
    """The paragraphs in brackets, in order."""
    return [
        Aside(found.start("note"), found.end("note"), " ".join(found["note"].split()))
        for found in _NOTE.finditer(text)
    ]


def footnotes_in(text: str) -> list[tuple[int, int]]:
    """Footnotes between two rules: where each block begins and ends."""
    return [(found.start(), found.end()) for found in _FOOTNOTE.finditer(text)]


def without_words(words: str) -> bool:
    """Whether words in brackets stand for an answer that had none."""
    return words.startswith("[") and _WITHOUT_WORDS.search(words, 0, 200) is not None


def without_graphics(words: str) -> str:
    """What remains of some words where pictures and their numbers are left out."""
    return _GRAPHIC_LINE.sub("", words[:20_000]).strip(" \n\t_-=*")


def graphics_in(text: str) -> list[int]:
    """Where the print has a picture that the text leaves out."""
    return [found.start() for found in _GRAPHIC.finditer(text)]
