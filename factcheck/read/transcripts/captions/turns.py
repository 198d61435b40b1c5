"""Turns of captions: `>>` begins another speaker, `>> NAME:` and `NAME:` say which, `>>>` another story.

Also WebVTT's voice tags, dialogue marked by dashes in timed captions, and sounds of the room ("[MUSIC]") as
notes. A speaker whom nothing names stays None. Captions are paraphrase at times, late and misheard: every
turn is flagged "caption", a way to find the words and no source to quote them from.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from factcheck.core.document import Document, Hole, Turn
from factcheck.core.light import dataclass
from factcheck.read.cutting import without
from factcheck.read.rollup import Shown, repeats
from factcheck.read.transcripts.captions.labels import Labels, first_label

LAYOUT = "captions/1"
"""Stored with the text; a new number whenever the same text would give other turns."""

FLAGS = ("caption",)

_MARKER = re.compile(r"(?<!\S)(?:>{2,3}|(?:&gt;){2,3})(?!>)[ \t]*")
_SOUND = re.compile(
    r"[\[(][ \t]*(?:\w+[ \t,]+){0,3}(?:music|laughter|laughs?|applause|cheers|cheering|booing|gavel|"
    r"crosstalk|chanting|whistling|coughing|silence|pause)\b[^\[\]()\n]{0,40}[\])]|♪(?:[^♪\n]*♪|[^♪\n>]*[^♪\n>\s])?",
    re.IGNORECASE,
)
_ALONE = re.compile(r"^[ \t]*(\[[^\[\]\n]{1,80}\](?!:))[ \t]*$", re.MULTILINE)
_DASH = re.compile(r"^[ \t]*[-–‐](?![-–\d])[ \t]*(?=\S)", re.MULTILINE)
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?(?:\s+([^>]*))?>", re.IGNORECASE)
_LINE = re.compile(r"[^\n]+")
_QUOTED_MAIL = re.compile(r"^>(?![>\n])", re.MULTILINE)
_SAMPLE = 20_000
_LEAST = 3
_CAPITALS = 0.7


@dataclass(frozen=True, slots=True)
class _Event:
    """Where words of somebody else, or a note, begin. `start` is that of the mark or label, `words` where it
    ends."""

    start: int
    words: int
    label: str | None = None
    note_end: int | None = None


def is_captions(text: str) -> bool:
    """Whether a text has several `>>` before words in capitals or before names; a quoted message has not."""
    sample = text[:_SAMPLE]
    if _QUOTED_MAIL.search(sample):
        return False
    marks = [found.end() for found in _MARKER.finditer(sample)]
    if len(marks) < _LEAST:
        return False
    capitals = sum(letter.isupper() for letter in sample)
    if capitals >= _CAPITALS * sum(letter.isalpha() for letter in sample):
        return True
    return sum(first_label(sample, end) is not None for end in marks) >= _LEAST


def read_turns(document: Document) -> Document:
    """The document with a turn for every mark of another speaker; without any mark it has no turns."""
    timed = any(mark.place.time for mark in document.marks)
    if not timed:
        document = _each_word_once(document)
    labels = Labels(document.text)
    events = sorted(_events(document, labels, timed), key=lambda event: (event.start, -event.words))
    if any(event.note_end is None for event in events):
        document = replace(document, turns=tuple(_turns(document.text, events)))
    if labels.doubtful:
        hole = Hole(
            what="labels",
            where=f"lines that begin like “{labels.first_doubtful}”, a name or a word: read as words",
            count=labels.doubtful,
        )
        document = replace(document, holes=(*document.holes, hole))
    return document


def _each_word_once(document: Document) -> Document:
    """Without the lines that a saved roll-up caption repeats."""
    lines = [Shown((line.span(),)) for line in _LINE.finditer(document.text)]
    cuts, _ = repeats(document.text, lines)
    return without(document, cuts) if cuts else document


def _events(document: Document, labels: Labels, timed: bool) -> Iterator[_Event]:
    text = document.text
    taken = set()
    for found in _MARKER.finditer(text):
        label = first_label(text, found.end())
        words = label.end if label else found.end()
        taken.add(found.end())
        yield _Event(found.start(), words, label.name if label else None)
    for label in labels.at_lines():
        if label.start not in taken:
            yield _Event(label.start, label.end, label.name)
    for removed in document.removed:
        if removed.why == "voice" and (voice := _VOICE.match(removed.text)):
            yield _Event(removed.offset, removed.offset, (voice[1] or "").strip() or None)
    if timed:
        for found in _DASH.finditer(text):
            label = first_label(text, found.end())
            yield _Event(found.start(), label.end if label else found.end(), label.name if label else None)
    for pattern in (_SOUND, _ALONE):
        for found in pattern.finditer(text):
            start, end = found.span(found.re.groups)
            yield _Event(start, start, note_end=end)


def _turns(text: str, events: list[_Event]) -> Iterator[Turn]:
    """Between two events one turn; after a note the same speaker goes on."""
    label: str | None = None
    at = 0
    for event in events:
        if event.start < at:  # within a note, or said twice: a dash before a voice
            if event.label is not None:
                label, at = event.label, max(at, event.words)
            continue
        yield from _words(text, at, event.start, label)
        if event.note_end is None:
            label, at = event.label, event.words
        else:
            yield Turn(event.start, event.note_end, None, "note", None, (), FLAGS)
            at = event.note_end
    yield from _words(text, at, len(text), label)


def _words(text: str, start: int, end: int, label: str | None) -> Iterator[Turn]:
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    if start < end:
        yield Turn(start, end, label, "statement", label, (), FLAGS)
