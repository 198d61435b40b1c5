"""A transcript printed inside an article: "ORLA: Did you meet? PELL: No." """

from __future__ import annotations

import re

from factcheck.core.light import dataclass
from factcheck.extract.wordlists import words

_LABEL = re.compile(
    r"(?:(?<=[.?!”\"…)] )|(?<=\n)|^)(?P<label>[A-Z][A-Z.'’\-]+(?: [A-Z][A-Z.'’\-]*){0,3}|(?:(?:Mr|Mrs|Ms|"
    r"Dr|Sen|Rep)\. )?[A-Z][\w'’\-]+(?: [A-Z][\w'’\-.]+){0,2}|Q|A)"
    r"(?: \([^()\n]{1,40}\))?:[ \u00a0]+(?=[\w“\"'‘\[(.…—-])",
    re.MULTILINE,
)
_NO_LABEL = words(
    """
    CORRECTION UPDATE NOTE PHOTO VIDEO RELATED READ MORE WATCH BREAKING EXCLUSIVE EDITOR SOURCE CREDIT
    ALSO LIVE HTTP HTTPS RT FROM TO CC BCC DATE SENT SUBJECT RE SENDER REPLY-TO
    """
)


@dataclass(frozen=True, slots=True)
class Line:
    """One labelled line: `start` to `end` are the words without the label."""

    label: str
    label_start: int
    start: int
    end: int


def find_lines(text: str, paragraphs: list[tuple[int, int]], hidden: str) -> list[Line]:
    """Lines of speech with a label before a colon; only where labels alternate, since one colon is no
    dialogue.

    `hidden` is the masked text: a label inside quoted words is none.
    """
    labels: list[tuple[int, int, str]] = []
    if text.count(": ") + text.count(":\u00a0") < 2:
        return []
    for match in _LABEL.finditer(text):
        label = match.group("label")
        if label.upper() in _NO_LABEL or hidden[match.start()] != text[match.start()]:
            continue
        labels.append((match.start(), match.end(), label))
    ends = iter(paragraphs)
    paragraph = next(ends, (0, 0))
    lines: list[Line] = []
    for number, (label_start, start, label) in enumerate(labels):
        while paragraph[1] < start:
            paragraph = next(ends, (start, len(text)))
        following = labels[number + 1][0] if number + 1 < len(labels) else len(text)
        end = min(paragraph[1], following)
        words = text[start:end]
        if words.strip():
            lines.append(Line(label, label_start, start, start + len(words.rstrip())))
    return _in_conversation(text, lines)


def _in_conversation(text: str, lines: list[Line]) -> list[Line]:
    """Runs of two lines or more by two speakers, one right after the other."""
    kept: list[Line] = []
    run: list[Line] = []
    for line in [*lines, None]:
        if (
            line is not None
            and run
            and line.label_start - run[-1].end < 4
            and not text[run[-1].end : line.label_start].strip()
        ):
            run.append(line)
            continue
        if len({one.label for one in run}) > 1:
            kept += run
        run = [line] if line is not None else []
    return kept
