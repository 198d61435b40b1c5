"""The printed signs by which testimony is laid out: labels, headings of examinations, notes, rules.

A cue stands at the start of a line; all that follows, up to the next cue, belongs to it.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from factcheck.read.transcripts.testimony.labels import (
    OF_STATE,
    PRINTED_TITLES,
    TITLES,
    is_label,
    is_titled,
    name_in,
)
from factcheck.read.transcripts.testimony.spelt_names import joined_letters

QUESTION, ANSWER, LABEL, BY, HEADING, NOTE, RULE = (
    "question",
    "answer",
    "label",
    "by",
    "heading",
    "note",
    "rule",
)

MAX_NOTE = 1_000
"""Code points of a note in parentheses; a longer one is speech that begins with a parenthesis."""

_BY_NAME = (
    rf"(?:{TITLES}\b[ ]?\.?[ \t]{{1,3}}[^\n:()]{{1,40}}?|THE COURT|[^\W\da-z_][^\n:()a-z]{{2,40}}?(?=:))"
)
_PARTICLE = r"(?:de|la|del|van|von|der|den|di|da|dos)"
# what stands at the start of a line is looked for with the newline before it: the engine goes from one
# newline to the next at once, and would try a ^ at every character
_CUE = re.compile(
    rf"""\n[ \t\f\u00a0]*+(?![a-np-z])(?:
    (?:\d{{1,5}}\.?[ \t]+)?(?P<qa>Q|A|QUESTION|ANSWER|Question|Answer)[ ]?[.:]+(?=\s|$|["“‘'(\[–—-]
        |[A-Z][a-z])
        (?:[ \t]*(?:\((?i:by)[ ](?P<aside>[^()\n]{{2,50}})\)|BY[ ]
        (?P<aside_plain>{TITLES}\b[^\n:]{{2,40}}):))?
    |(?P<bare>[QA])(?P<bare_gap>[ \t\u00a0]++)(?:\((?i:by)[ ](?P<bare_aside>[^()\n]{{2,50}})\):?)?
        (?=[ \t]*\S)(?![A-Z][ ][A-Z][ ])
    |(?P<heading>(?!(?i:by)\b)(?i:(?:further|continued|resumed|voir[ ]dire|(?:re-?)?direct|(?:re-?)?cross
        |redirect|recross|
        initial|preliminary|adverse|supplemental)\b[ -]*)*+(?i:exam(?:ination|ined)|by[ ](?=m)|voir[ ]dire\b)
        [^\n]{{0,90}})$
    |(?:\(?BY|By)[ ](?P<by>{_BY_NAME})[ \t]*(?:\([^()\n]{{1,40}}\)[ \t]*)?(?::\)?|\.?\)?(?=[ \t]*$))
        (?:[ \t]*Q[ \t]*[.:][ \t]|[ \t]*\([^()\n]{{1,30}}\)[ \t]*$)?
    |(?P<stopped>(?:{PRINTED_TITLES}\.?[ ](?:{_PARTICLE}[ ]){{0,2}}[A-Z][\w'’-]+
        (?:[ ](?:{_PARTICLE}[ ]){{0,2}}[A-Z][\w'’-]+)?{OF_STATE}?
        |M(?:R|S|RS)\.?[ ][A-Z][\w'’-]+{OF_STATE}?
        |(?i:the)[ ](?i:chair(?:man|woman|person)?|witness|deponent|court|clerk
        |interpreter
        |videographer|(?:court[ ])?reporter))\.(?=[ ]{{1,3}}[A-Z“"(\[—-]|[ ]*$))
    |(?P<label>[^\W\d_][^\n:?!;"“”()\[\]]{{0,60}}+(?:\([^()\n]{{1,40}}\))?)[ ]{{0,2}}:(?=\s|$|["“(\-–—]|[A-Z])
    |(?P<note>[(\[])(?=[^\W\d_a-z]|(?i:whereupon|off[ ]the|discussion|recess|pause|witness|indicating
        |brief|lunch|
        exhibit|nod|shak|no[ ](?:audible|verbal|response|answer)|continued|jury|sidebar|time[ ]noted|the[ ]))
    |(?P<whereupon>(?:Whereupon|WHEREUPON|Thereupon|THEREUPON)\b)
    |(?P<rule>(?:[-–—_*=~•.][ \t]*+){{3,}}+|[-–—*. ]{{0,8}}[oO0][-–—]?[0oO][-–—]?[oO0][-–—*. ]{{0,8}})[ \t]*$
    |(?P<caps>[^\W\d_a-z](?:[^a-z\n:;?(),"“”.]|\.(?=[ ]?[A-Z])){{6,70}})$
    )""",
    re.MULTILINE | re.VERBOSE,
)
_EXAMINATION = re.compile(
    r"""(?P<kind>(?:(?:further|continued|resumed|initial|preliminary|adverse|supplemental)[ -]+)*
    (?:(?:voir[ ]dire|(?:re-?)?direct|(?:re-?)?cross|redirect|recross)[ -]*)?
    (?:exam(?:ination|ined)(?:[ -]in[ -]chief)?)?)
    (?:[ ]*\([^()]{1,40}\))?(?:[ ,-]*(?:continued|resumed|continuing))?
    (?:[ ]of[ ](?P<of>.{2,40}?))?
    (?:[ ,]*[-–—]*[ ]*\(?by(?:[ :–—-]+(?P<by>.{2,50}?))?\)?)?
    [ ]*(?:\([^()]{1,30}\))?[ ]*[:.]?[ ]*""",
    re.VERBOSE | re.IGNORECASE,
)
_DOTTED_Q = re.compile(r"\n[ \t\f]*+Q[ ]?[.:]")
_BARE_Q = re.compile(r"\n[ \t\f]*+Q[ \t\u00a0]+\S")
_STOPPED = re.compile(
    rf"\n[ \t\f]*+(?:(?:{PRINTED_TITLES}|M[RS]S?)\b\.?[ ](?:{_PARTICLE}[ ]){{0,2}}[A-Z][\w'’-]+{OF_STATE}?"
    r"|[Tt]he (?:Witness|Chair\w*)|THE (?:WITNESS|COURT))\.[ ]+[A-Z]"
)
_COLON = re.compile(r"\n[ \t\f]*+(?:THE|The|M[RSrs][Ss]?)\b[^\n:]{2,40}:")
_PARENTHESES = re.compile(r"[()\[\]]")
_DEEPEST = 4
_LINE_ENDS = re.compile(r"[.]?[ \t]*$", re.MULTILINE)
_PARAGRAPH_ENDS = re.compile(r"[.:][ \t]*$|\n[ \t]*\n|\Z", re.MULTILINE)
_ENDS = re.compile(r"[.?!:)\]\"”…–—-][ \t]*$")
_HEADING_LINES = re.compile(
    r"EXAMINATION|SESSION|PROCEEDINGS|AFTERNOON|MORNING|EVENING|VOLUME|EXHIBITS?|RECESS|DIRE"
)


class Cue(NamedTuple):
    """One sign. `start` is where it stands, `body` where what belongs to it begins; `label` as printed.

    `name` is the examiner that a heading or an aside names, and of a label that label; `examination` the kind
    that a heading names ("cross"), and `open` says that its examiner stands on the next line.
    """

    start: int
    body: int
    kind: str
    label: str | None = None
    name: str | None = None
    examination: str | None = None
    open: bool = False


def cues_of(text: str) -> list[Cue]:
    """The cues of a text, in order."""
    return _without_stray_answers(text, list(_cues(text)))


def _cues(text: str) -> Iterator[Cue]:
    after_newlines = "\n" + text  # a match begins here where its line begins in the text
    bare, stopped = _bare_labels(after_newlines), _stopped_labels(text, after_newlines)
    upto = 0
    for found in _CUE.finditer(after_newlines):
        if found.start() < upto:
            continue
        cue = _cue(text, found, bare, stopped)
        if cue is not None:
            yield cue
            if cue.kind == NOTE:
                upto = cue.body


def _bare_labels(after_newlines: str) -> bool:
    """Whether the document prints Q and A without a full stop."""
    dotted, bare = len(_DOTTED_Q.findall(after_newlines)), len(_BARE_Q.findall(after_newlines))
    return bare > 1 and bare > dotted


def _stopped_labels(text: str, after_newlines: str) -> bool:
    """Whether the document ends its labels with a full stop: "Mr. Castor.  Thank you." Where there are but
    one or two such, each must follow the end of a sentence."""
    stopped = [found.start() for found in _STOPPED.finditer(after_newlines)]
    if len(stopped) <= len(_COLON.findall(after_newlines)):
        return False
    return len(stopped) > 2 or all(ends_before(text, start) for start in stopped)


def _cue(text: str, found: re.Match[str], bare: bool, stopped: bool) -> Cue | None:
    kind = found.lastgroup or ""
    start, body = found.start(), found.end() - 1
    if kind == "label":
        label = _label(found["label"])
        return Cue(start, body, LABEL, label, label) if label else None
    if kind in ("qa", "aside", "aside_plain"):
        return _asked(found, found["qa"], found["aside"] or found["aside_plain"])
    if kind in ("bare_gap", "bare_aside"):
        if not bare or (found["bare"] == "A" and found["bare_gap"] == " " and not ends_before(text, start)):
            return None
        return _asked(found, found["bare"], found["bare_aside"])
    if kind == "heading":
        return _heading(start, body, found["heading"])
    if kind == "by":
        name = name_of(found["by"])
        return Cue(start, body, BY, _printed(found), name) if name else None
    if kind == "stopped":
        label = _label(found["stopped"].removesuffix("."))
        return Cue(start, body, LABEL, label, label) if stopped and label else None
    if kind == "note":
        return _note(text, start, body - 1)
    if kind == "whereupon":
        return Cue(start, _paragraph_end(text, body), NOTE)
    if kind == "caps":
        return _capitals(text, start, body, found["caps"])
    return Cue(start, body, RULE)


@lru_cache(maxsize=4096)
def _label(printed: str) -> str | None:
    """A speaker's label with single blanks; None where the words name nobody who speaks."""
    label = " ".join(printed.split()).replace(" .", ".")
    return label if is_label(label) else None


def _asked(found: re.Match[str], letter: str, aside: str | None) -> Cue:
    kind = QUESTION if letter[0] == "Q" else ANSWER
    name = name_of(aside) if aside else None
    return Cue(found.start(), found.end() - 1, kind, _printed(found), name)


def _printed(found: re.Match[str]) -> str:
    return found.group().strip(" \t\f\u00a0\n")


def ends_before(text: str, at: int) -> bool:
    """Whether the line before ends a sentence, or is blank."""
    line = text[max(0, at - 80) : at - 1].rsplit("\n", 1)[-1]
    return not line.strip() or _ENDS.search(line) is not None


def _heading(start: int, end: int, row: str) -> Cue | None:
    found = _EXAMINATION.fullmatch(row.rstrip())
    if not found or not row[0].isupper():
        return None
    kind, by = found["kind"].strip(" -").lower(), found["by"]
    name = name_of(by) if by else None
    opened = by is None and row.rstrip(" :-–—").lower().endswith("by")
    if by and not name and not row.isupper():
        return None
    if not (row.isupper() or by or opened or row.istitle()):
        return None
    chief = "chief" in kind
    for word in ("examination", "examined", "in chief", "in-chief", "further", "continued", "resumed"):
        kind = kind.replace(word, "")
    kind = kind.strip(" -").replace("re-", "re")
    return Cue(start, end, HEADING, row.strip(), name, kind or ("direct" if chief else None), opened)


def name_of(printed: str) -> str | None:
    """The examiner whom "MR. COLE", "THE COURT", "ELENA RUIZ" or "Ms. Ruiz (Continuing)" names."""
    printed = " ".join(re.sub(r"\([^()]*\)", "", printed).split()).strip(" :,-–—")
    printed = re.sub(
        r",?[ ](?i:esq(?:uire)?|continuing|continued|resuming|resumed)\.?$", "", printed
    ).replace(" .", ".")
    if (
        is_titled(printed)
        or printed.upper() == "THE COURT"
        or (is_label(printed.upper()) and name_in(printed.upper()))
    ):
        return printed
    return printed if printed.isupper() and printed.isalpha() and len(printed) > 2 else None


def _note(text: str, line: int, start: int) -> Cue | None:
    """A note in parentheses, opened at `start`, that has its lines to itself."""
    shut = ")" if text[start] == "(" else "]"
    depth = 0
    for sign in _PARENTHESES.finditer(text, start, start + MAX_NOTE):
        if sign.group() == text[start]:
            depth += 1
        elif sign.group() == shut:
            depth -= 1
        if not 0 < depth < _DEEPEST:
            break
    else:
        return None
    rest = _LINE_ENDS.match(text, sign.end()) if not depth else None
    return Cue(line, rest.end(), NOTE) if rest else None


def _paragraph_end(text: str, at: int) -> int:
    """Where a paragraph that begins with "Whereupon" ends: a blank line, a full stop at a line's end, or a
    colon."""
    end = _PARAGRAPH_ENDS.search(text, at, at + MAX_NOTE)
    return end.end() if end else min(len(text), at + MAX_NOTE)


def _capitals(text: str, start: int, end: int, printed: str) -> Cue | None:
    """A heading in capitals with a line to itself, after the end of a sentence; spaced letters are joined."""
    row = joined_letters(printed.strip())
    if heading := _heading(start, end, row) if "EXAMINATION" in row else None:
        return heading
    if _HEADING_LINES.search(row) and ends_before(text, start):
        return Cue(start, end, RULE, row)
    return None


def _without_stray_answers(text: str, cues: list[Cue]) -> list[Cue]:
    """An "A." away from the column of the labels begins a line of words ("A. Philip Randolph"), no answer."""
    indents = Counter(_indent(text, cue.start) for cue in cues if cue.kind == QUESTION)
    usual, count = indents.most_common(1)[0] if indents else (0, 0)
    if usual < 3 or count < 5 or count < 0.9 * indents.total():
        return cues
    return [
        cue
        for cue in cues
        if cue.kind != ANSWER or cue.label not in ("A.", "A") or abs(_indent(text, cue.start) - usual) < 3
    ]


def _indent(text: str, at: int) -> int:
    row = text[at : at + 80]
    return len(row) - len(row.lstrip())
