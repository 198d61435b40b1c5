"""The closed vocabularies of the field: what a form, a status, a mode or a tier may be called."""

from __future__ import annotations

from typing import Literal

Form = Literal[
    "categorical", "qualified", "not aware", "no recollection", "declines", "opinion", "prediction", "promise"
]
Status = Literal[
    "sworn oral",
    "sworn written",
    "affirmed",
    "unsworn official",
    "unsworn public",
    "private",
    "to confirm",
]
Setting = Literal["prepared", "spontaneous", "written with counsel", "interview"]
Quotation = Literal["transcript", "direct", "mixed", "indirect", "nested"]
Elicited = Literal["asked directly", "within the question", "volunteered", "no question", "cannot tell"]
Clarity = Literal[
    "clear",
    "compound",
    "arguably ambiguous",
    "fundamentally ambiguous",
    "hypothetical",
    "no question",
]
Responsive = Literal[
    "responsive", "partly", "non-responsive", "answers another question", "declines", "deflects"
]
Materiality = Literal["0", "1", "2", "3"]
Mode = Literal["attended", "reported", "scheduled", "cancelled", "absent"]
Tier = Literal["1", "2", "3", "4", "5", "6"]
Established = Literal[
    "admitted",
    "documented",
    "two or more independent reports",
    "single report",
    "alleged",
    "disputed",
    "refuted",
]
Offered = Literal["not asked", "asked, no reply", "by speaker", "by spokesperson", "by counsel", "by others"]
ExplanationType = Literal[
    "scope or capacity",
    "misheard or understood",
    "no memory",
    "correct as given",
    "error admitted",
    "privilege",
    "other",
]
Fit = Literal["borne out", "partly", "not borne out", "contradicted", "untestable"]
Afterwards = Literal["clarified", "supplemented", "corrected", "withdrawn", "reaffirmed"]
Role = Literal["lead", "reviewer", "adjudicator", "observer"]
NoteScope = Literal["mine", "team", "report"]
SourceKind = Literal[
    "news",
    "hearing",
    "record",
    "briefing",
    "deposition",
    "trial",
    "captions",
    "letter",
    "table",
    "calendar",
]

SCOPE_SLOTS = ("who", "capacity", "with whom", "about what", "when")
"""The five slots of a claim's scope box; each is stated, implied or open."""

TIER_WORDS = {
    "1": "official record or original document",
    "2": "sworn testimony",
    "3": "participant on the record, or reporting with a document",
    "4": "named-source reporting",
    "5": "anonymous-source reporting",
    "6": "derivative account",
}

MODE_PHRASE = {
    "attended": "attended",
    "reported": "reported",
    "scheduled": "scheduled for",
    "cancelled": "cancelled",
    "absent": "absent",
}
"""How a card says an evidence mode: what is only scheduled has not happened."""

COUNTS_AS_DOCUMENTED = frozenset({"admitted", "documented", "two or more independent reports"})
"""Events that count for a finding (roll-up rule of SVR-1)."""


VERBATIM = frozenset({"transcript", "direct", "nested"})
"""Forms of reported speech whose words are the speaker's, as the source has them; only these get
quotation marks."""


def in_marks(words: str, quotation: str) -> str:
    """Reported words for a line of text: in quotation marks, or told to be a reporter's."""
    if quotation in VERBATIM:
        return f"“{words}”"
    return f"{words} ({'partly quoted' if quotation == 'mixed' else 'paraphrase'})"


def sworn(status: str | None) -> str:
    """The JSON `sworn` of a status: yes, no or to-confirm."""
    if status in {"sworn oral", "sworn written", "affirmed"}:
        return "yes"
    return "to-confirm" if status in {None, "to confirm"} else "no"
