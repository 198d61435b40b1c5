"""Values put in words, the same for every format. A code that is not known is printed as it stands."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.core.codes import SCOPE_SLOTS
from factcheck.core.edtf import parse_edtf
from factcheck.core.edtf_words import say
from factcheck.core.rubric import DEGREE_WORDS
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from factcheck.core.findings import Finding
    from factcheck.core.views.citations import Citation

SWORN = frozenset({"sworn oral", "sworn written", "affirmed"})

MATERIALITY_WORDS = {"0": "trivial", "1": "collateral", "2": "relevant", "3": "central"}
SCOPE_MATCH_WORDS = {"y": "matches", "n": "does not match", "?": "open"}

QUOTATION_WORDS = {
    "transcript": "Quotation, from a transcript",
    "direct": "Quotation, as printed",
    "nested": "Quotation within a quotation, as another speaker reports it",
    "mixed": "A reporter’s sentence with quoted words in it",
    "indirect": "Paraphrase: a reporter’s words, not the speaker’s",
}
UNSAID_FORM = "Words as recorded; whether word for word is not recorded"
STATE_WORDS = {
    "adjudicated": "settled by adjudication",
    "agreed": "the reviewers agree",
    "one reviewer": "one reviewer only",
    "range": "no finding: reviewers differ and nobody has settled it",
    "none": "no finding",
}

LINK_STATE_WORDS = {
    "adjudicated": "Settled by adjudication",
    "agreed": "The reviewers agree",
    "one reviewer": "Graded by one reviewer only",
    "range": "The reviewers differ, and nobody has settled it",
    "none": "Not graded",
}

SEVERITY_WORDS = {"block": "Refused", "warn": "Check", "owed": "Owed"}

DEGREES = ("0", "1", "2", "3", "4")

MATCH_WORDS = {
    "exact": "exact",
    "whitespace": "the same but for white space",
    "punctuation-normalised": "the same but for the form of punctuation marks",
    "variant": "in another text of the same words",
    "read from image, checked": "read from an image by one person, checked by another",
    "read from image": "read from an image by one person, checked by nobody",
    "machine-read": "exact in machine-read text, not checked by a person",
    "NOT FOUND": "NOT FOUND in the stored source",
}

_PRECISION_WORDS = {
    "range": "known as a range",
    "before": "known only as no later than",
    "after": "known only as no earlier than",
    "set": "known as one of several",
    "unknown": "not known",
}

_DAY = re.compile(r"\d{4}-\d\d-\d\d")

_ORDER = {
    slot: place
    for place, slot in enumerate(
        (*SCOPE_SLOTS, "relation", "degree", "kind", "confidence", "place", "means", "name", "text")
    )
}
_COUNTS = (
    "sources", "statements", "claims", "events", "rows", "links", "grades", "findings", "proposals",
    "people", "notes", "unresolved",
)  # fmt: skip


def pairs(values: Mapping[str, Any] | None) -> list[tuple[str, Any]]:
    """A mapping's items in an order that does not depend on how it was built: the field's own, then by
    name."""
    return sorted((values or {}).items(), key=lambda item: (_ORDER.get(item[0], len(_ORDER)), item[0]))


def counted(counts: Mapping[str, int]) -> list[tuple[str, int]]:
    """The counts of a case in their usual order, any others after them by name."""
    known = {name: place for place, name in enumerate(_COUNTS)}
    return sorted(counts.items(), key=lambda item: (known.get(item[0], len(known)), item[0]))


def number(count: int, one: str, many: str | None = None) -> str:
    """`1 claim`, `1,200 claims`, `no claims`."""
    word = one if count == 1 else many or f"{one}s"
    return f"{count:,} {word}" if count else f"no {word}"


def listed(names: Sequence[str], most: int = 4) -> str:
    """`A, B and C`; beyond `most` names the rest is counted."""
    if len(names) > most:
        return f"{', '.join(names[:most])} and {number(len(names) - most, 'other')}"
    return names[0] if len(names) == 1 else f"{', '.join(names[:-1])} and {names[-1]}" if names else ""


def date_words(edtf: str | None) -> str:
    """A date read out, with its EDTF value where the words do not settle it; what cannot be read is given as
    it stands."""
    if not edtf:
        return "date not known"
    try:
        spoken = say(parse_edtf(edtf))
    except FactcheckError:
        return edtf
    return spoken if spoken == edtf or _DAY.fullmatch(edtf) else f"{spoken} ({edtf})"


def date_aside(edtf: str | None) -> str:
    """What is printed after a date in words: its EDTF value and how closely it is known. Nothing after a
    day, which its words settle."""
    if not edtf or (_DAY.fullmatch(edtf) and precision_words(edtf)):
        return ""
    return ", ".join(filter(None, (edtf, precision_words(edtf))))


def precision_words(edtf: str | None) -> str:
    """How closely a date is known: `known to the month`, `known as a range`."""
    if not edtf:
        return ""
    try:
        precision = parse_edtf(edtf).precision
    except FactcheckError:
        return ""
    return _PRECISION_WORDS.get(precision, f"known to the {precision}")


def days_words(days: int | None) -> str:
    """The days between an event and a statement, counted from the event."""
    if days is None:
        return "cannot be counted: the two dates are not both known to the day"
    if days == 0:
        return "on the day of the statement"
    return f"{number(abs(days), 'day')} {'before' if days > 0 else 'after'} the statement"


def oath_basis(basis: str | None, oath: Sequence[Citation]) -> str | None:
    """What "sworn" rests on: the basis that a reviewer gives, and the passage of the swearing-in."""
    return "; ".join(filter(None, (basis, *(citation.cite for citation in oath)))) or None


def status_words(status: str, basis: str | None) -> str:
    """A statement's status. `sworn` and `affirmed` are said without reserve only where their basis is
    given."""
    if status in SWORN:
        return (
            f"{status}; basis: {basis}" if basis else f"to confirm (entered as {status}; no basis is given)"
        )
    return f"{status}; {basis}" if basis else status


def sworn_words(sworn: str, basis: str | None) -> str:
    """Whether the words were sworn, with the same reserve."""
    return "to confirm" if sworn == "to-confirm" or (sworn == "yes" and not basis) else sworn


def coded(code: str | None, words: Mapping[str, str]) -> str:
    """A code with its words: `3, central`."""
    if code is None:
        return ""
    return f"{code}, {words[code]}" if code in words else code


def degree_words(degree: str) -> str:
    """A degree as a report words it."""
    return DEGREE_WORDS.get(degree, degree)


def finding_headline(finding: Finding | None) -> str:
    """The finding in a few words; a range or an absence is said as such."""
    if finding is None:
        return "Not graded"
    if finding.state == "range":
        return "No finding: reviewers differ"
    if finding.degree is None:
        return "No finding"
    words = degree_words(finding.degree)
    return words[:1].upper() + words[1:]


def reason_words(finding: Finding) -> str:
    """Why there is no finding."""
    return finding.text.removeprefix("no finding: ")


def span_words(low: str | None, high: str | None) -> str:
    """`2 to 3`, or `3` where both ends are one."""
    ends = [end for end in (low, high) if end is not None]
    return " to ".join(dict.fromkeys(ends))


def degree_bar(degree: str | None) -> str:
    """A degree drawn, three of four as `■■■□`; empty where it is no point on the scale."""
    return "■" * int(degree) + "□" * (4 - int(degree)) if degree in DEGREES else ""


def link_state_words(state: str, degrees: Sequence[str | None]) -> str:
    """How the grades of a link stand."""
    words = LINK_STATE_WORDS.get(state, state)
    if state != "range":
        return words
    given = sorted({degree or "u" for degree in degrees})
    return f"{words} (degrees {span_words(given[0], given[-1])})" if given else words


def ends_of(text: str, words: int) -> str:
    """The first and last words of a text, or all of it where that is hardly longer."""
    found = text.split()
    if len(found) <= 2 * words + 2:
        return text
    return f"{' '.join(found[:words])} … {' '.join(found[-words:])}"


def plain_words(value: Any) -> str:
    """Any JSON value as words on one line."""
    match value:
        case None:
            return "none"
        case bool():
            return "yes" if value else "no"
        case Mapping():
            return "; ".join(f"{key}: {plain_words(inner)}" for key, inner in sorted(value.items()))
        case list() | tuple():
            return "; ".join(map(plain_words, value)) or "none"
    return str(value)
