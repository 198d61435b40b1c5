"""A report of an invented case, rich enough that every branch of every format is taken at least once.

Ivo Pell, nominated harbour commissioner, is asked about a shipping line, Vann and Daughters. All of it is made up.
"""

# ruff: noqa: E501 - a record a line reads as the table that it is

from __future__ import annotations

import hashlib
from dataclasses import replace

from factcheck.core.anchors import Anchor, anchor_in
from factcheck.core.document import Place
from factcheck.core.findings import Finding
from factcheck.core.fold import Contender
from factcheck.core.report import ClaimChapter, Exhibit, Lint, QuoteCheck, Report
from factcheck.core.rubric import SVR1
from factcheck.core.views.citations import Citation
from factcheck.core.views.claims import ClaimView, LaterView, StatementView, VariantView
from factcheck.core.views.events import EventView, EvidenceView, RowView
from factcheck.core.views.judgements import (
    AdjudicationView,
    DissentView,
    ExplanationView,
    GradeView,
    NoteView,
)
from factcheck.core.views.pairs import LinkView
from factcheck.core.views.records import Head
from factcheck.core.views.sources import SourceView

HEARING = (
    "Senator Orla. I tell you this as it comes out, and I do not expect you to know it. The Courier\nhas a story that "
    "the line’s people sat with members of the harbour board all winter. If anyone on the board’s side met with Vann "
    "and Daughters while the contract was open, what will you do about it?\n\nMr. Pell. Senator, I am not aware of any "
    "of that. I was called an adviser once or twice, and I didn’t have -- did not have meetings with the line, and I "
    "cannot speak to it."
)
COURIER = (
    "Mr. Pell met Juno Vann in his office on Friday, February 14, two officials said. The meeting was “in his capacity "
    "as a member of the pilotage committee,” one of them said. Mr. Pell, through a spokeswoman, denied having spoken "
    "of the contract."
)
LEDGER = "14 Feb. 2031, 10:30. J. Vann (Vann & Daughters) to see Commr. Pell. Room 4."
LETTER = (
    "My answer was correct. I did not mention the meeting of February because the question did not ask about it. I do "
    "not recall any discussion of the contract on that occasion."
)
OATH = "The witness was duly sworn."
ERRATA = "to the question put by Senator Orla he answers that it is possible"
BUDGET = "3 March 2031, 09:00: budget round with carriers (Pell, Vann invited)."


class _Placed:
    def __init__(self, text: str, page: str | None, place: Place | None) -> None:
        self.text, self.page, self.place = text, page, place

    def place_at(self, offset: int) -> Place:
        if self.place is not None:
            return self.place
        if self.page is None:
            return Place(paragraph=self.text.count("\n\n", 0, offset) + 1)
        return Place(page=self.page, line=str(self.text.count("\n", 0, offset) + 1))


def _anchor(
    source: str, text: str, words: str, page: str | None = None, place: Place | None = None
) -> Anchor:
    start = text.index(words)
    return anchor_in(text, _Placed(text, page, place), source, start, start + len(words))


def _head(id_: str, entity: str, label: str, by: str = "Ada Rowe", changed: str | None = None) -> Head:
    return Head(
        id_,
        entity,
        label,
        by,
        f"2031-05-01T08:00:00+00:00#{id_}",
        changed or by,
        f"2031-05-02T09:30:00+00:00#{id_}",
    )


def _note(
    id_: str, label: str, text: str, scope: str, parent: str | None = None, by: str = "Ada Rowe"
) -> NoteView:
    return NoteView(_head(id_, "note", label, by), by, text, scope, parent)


HEARING_CITE = "Harbour Bd. Hrg. Tr. 35:3"
ANSWER = (
    "I didn’t have -- did not have meetings with the line",
    "Senator, I am not aware of any of that. I was called an adviser once or twice, and ",
    ", and I cannot speak to it.",
)
QUESTION = HEARING[len("Senator Orla. ") : HEARING.index("\n\n")]

CITE_ANSWER = Citation("d-1", "D1", HEARING_CITE, "1", _anchor("d-1", HEARING, ANSWER[0], "35"), "c-3")
CITE_QUESTION = Citation(
    "d-1", "D1", "Harbour Bd. Hrg. Tr. 35:1-2", "1", _anchor("d-1", HEARING, QUESTION, "35"), "s-1"
)
CITE_COURIER = Citation(
    "d-2", "D2", "The Courier, 1 May 2031, ¶1", "5",
    _anchor("d-2", COURIER, "Mr. Pell met Juno Vann in his office on Friday, February 14, two officials said."), "v-2",
)  # fmt: skip
CITE_CAPACITY = Citation(
    "d-2", "D2", "The Courier, 1 May 2031, ¶1", "5",
    _anchor("d-2", COURIER, "in his capacity as a member of the pilotage committee"), "y-1",
)  # fmt: skip
CITE_LEDGER = Citation(
    "d-3",
    "D3",
    "Harbour Office visitors’ book, 14 Feb. 2031",
    "1",
    _anchor("d-3", LEDGER, LEDGER, place=Place(cell="B7")),
    "v-1",
)
CITE_LETTER = Citation(
    "d-4", "D4", "Pell letter to the board, 6 May 2031, ¶1", "3",
    _anchor("d-4", LETTER, "My answer was correct. I did not mention the meeting of February because the question did not ask about it."), "s-4",
)  # fmt: skip
CITE_BUDGET = Citation(
    "d-5",
    "D5",
    "Board calendar, week 10",
    "1",
    _anchor("d-5", BUDGET, BUDGET, place=Place(time="00:00:09")),
    "v-4",
)
CITE_OATH = Citation("d-1", "D1", "Harbour Bd. Hrg. Tr. 3:12", "1", _anchor("d-1", OATH, OATH, "3"), "s-1")
CITE_WHOLE = Citation(
    "d-1",
    "D1",
    HEARING_CITE,
    "1",
    _anchor("d-1", HEARING, "".join((ANSWER[1], ANSWER[0], ANSWER[2])), "35"),
    "s-1",
)
CITE_LATER = Citation("d-4", "D4", "Note of 9 May 2031, ¶1", "4", _anchor("d-4", ERRATA, ERRATA), "s-5")
CITE_LIVE = Citation(
    "d-2", "D2", "The Courier, live page, 10 April 2031", "4",
    _anchor("d-2", "Senator, I am not aware of any of that.", "Senator, I am not aware of any of that."), "s-8",
)  # fmt: skip
CITE_DENIAL = Citation(
    "d-2", "D2", "The Courier, 1 May 2031, ¶1", "5",
    _anchor("d-2", COURIER, "Mr. Pell, through a spokeswoman, denied having spoken of the contract."), "s-2",
)  # fmt: skip

MEETING = EventView(
    head=Head(
        "e-2", "event", "E2", "Ben Lund", "2031-05-02T10:00:00+00:00", "Ada Rowe", "2031-05-03T10:00:00+00:00",
        conflicts={
            "place": (
                Contender("Room 4, Harbour Office", "Ben Lund", "2031-05-02T10:00:00+00:00", "5f" * 32),
                Contender("the commissioner’s office", "Cleo Amsel", "2031-05-02T11:00:00+00:00", "6a" * 32),
            )
        },
    ),
    title="Pell receives Juno Vann of Vann and Daughters at the Harbour Office",
    when="2031-02-14",
    when_said="14 February 2031, a Friday",
    place="Harbour Office, Room 4",
    description="The visitors’ book has one line; two officials described the meeting to the newspaper.",
    established="documented",
    who=(("Ivo Pell", "member, pilotage committee", False), ("Juno Vann", "director", False), ("Kay Flint", None, True)),
    evidence=(
        EvidenceView(_head("v-1", "evidence", "", "Ben Lund"), "attended", "1", LEDGER, (CITE_LEDGER,), {"when": "2031-02-14T10:30", "place": "Room 4"}, None),
        EvidenceView(
            _head("v-2", "evidence", "", "Ben Lund", "Ada Rowe"), "reported", "5",
            "Mr. Pell met Juno Vann in his office on Friday, February 14, two officials said.", (CITE_COURIER,),
            {"when": "2031-02-14", "place": "his office", "who": "Pell, Vann"}, "two officials, not named",
        ),
        EvidenceView(_head("v-3", "evidence", ""), "reported", "6", "A harbour blog has them speaking by telephone.", (Citation(None, None, "Quay Notes (blog), retold", "6", None),), {"means": "telephone"}, "The Courier"),
    ),
    best_tier="1",
    scheduled_only=False,
    disagreements={
        "place": (("Room 4", "Harbour Office visitors’ book"), ("his office", "The Courier, 1 May 2031, ¶1")),
        "means": (("in person", "Harbour Office visitors’ book"), ("telephone", "Quay Notes (blog)")),
    },
    count=None,
    search=None,
    notes=(_note("n-1", "N1", "The book was seen in the original by Ben Lund.", "report"), _note("n-2", "N2", "MINE-ONLY: ring the porter.", "mine")),
    tags=("pilotage",),
)  # fmt: skip

BUDGET_ROUND = EventView(
    head=_head("e-5", "event", "E5"),
    title="Budget round with carriers",
    when="2031-03-03",
    when_said="3 March 2031, a Monday",
    place=None,
    description=None,
    established=None,
    who=(("Ivo Pell", "invited", False), ("Juno Vann", "invited", True)),
    evidence=(
        EvidenceView(_head("v-4", "evidence", ""), "scheduled", "1", BUDGET, (CITE_BUDGET,), {}, None),
    ),
    best_tier="1",
    scheduled_only=True,
    disagreements={},
    count=None,
    search=None,
    notes=(),
    tags=(),
)

SEARCHED = EventView(
    head=_head("e-7", "event", "E7"),
    title="No entry for Vann in the gate log of January and March",
    when="2031-01/2031-03",
    when_said="between January and March 2031",
    place=None,
    description=None,
    established="documented",
    who=(),
    evidence=(),
    best_tier=None,
    scheduled_only=False,
    disagreements={},
    count=14,
    search={
        "query": "vann OR daughters",
        "sources": [
            {
                "label": "D6",
                "sha256": "6" * 64,
                "paragraphs": 1204,
                "characters": 88_120,
                "holes": [{"what": "unreadable-row", "where": "rows 7, 9, 40", "count": 3}],
            }
        ],
        "searched": 1204,
        "holes": 3,
    },
    notes=(),
    tags=(),
)

CITE_ASKED = Citation(
    "d-4", "D4", "Pell letter, reference line", None, _anchor("d-4", LETTER, "My answer"), "s-4"
)
CITE_JURAT = Citation(
    "d-4",
    "D4",
    "Pell letter, jurat",
    None,
    _anchor("d-4", "Sworn to before me.", "Sworn to before me."),
    "s-4",
)
REGISTER_ROW = RowView(
    head=_head("r-12", "row", "R12", "import desk"),
    number=12,
    title="Berth 3, Vann and Daughters, tender round",
    when="2031-02",
    when_said="February 2031",
    cells=(("Berth", "3"), ("Line", "Vann & Daughters"), ("Remark", "")),
    mode="scheduled",
    source="Berth register, first quarter 2031",
    source_label="D5",
    changed=(("Berth", "2", "3"),),
)

LETTER_STATEMENT = StatementView(
    head=_head("s-4", "statement", "S4", "Ben Lund"),
    words="My answer was correct. I did not mention the meeting of February because the question did not ask about it.",
    speaker="Ivo Pell",
    said_on="2031-05-06",
    said_on_said="6 May 2031, a Tuesday",
    forum="letter to the board",
    status="sworn written",
    quotation="direct",
    question="The board’s letter asked for “any correction you wish to make”.",
    citations=(CITE_LETTER,),
    status_basis="signed before a notary",
    question_by="the clerk of the board",
    question_quotation="indirect",
    question_citations=(CITE_ASKED,),
    oath_citations=(CITE_JURAT,),
)

GRADE_ROWE = GradeView(
    head=_head("g-1", "grade", "", "Ada Rowe"),
    target="l-4",
    reviewer="Ada Rowe",
    rubric="SVR",
    rubric_version=1,
    round=1,
    as_of="2031-05-10",
    blind=True,
    stale=False,
    codes={"relation": "c", "degree": "3", "kind": "4", "confidence": "2"},
    said="contradicts · 3 substantial · scope or capacity · confidence medium",
    rationale="The words deny meetings with the line and name no limit of capacity.\nThe book has one, eight weeks before.",
    reason=None,
    also=("2", "7"),
    scope={"who": "y", "capacity": "?", "with whom": "y", "about what": "?", "when": "y"},
    readings=(
        {"name": "A (plain)", "text": "No meetings of any kind with the line.", "degree": "4"},
        {
            "name": "B (the speaker’s)",
            "text": "No meetings about the contract.",
            "degree": "1",
            "leans on": "the question’s last sentence",
        },
    ),
    awareness="3",
    remarks=(("warn", "Degree 3 rests on one visitors’ book and one newspaper."),),
    occasion="The question asked about meetings of the winter.",
)
GRADE_LUND = GradeView(
    head=_head("g-2", "grade", "", "import desk"),
    target="l-4",
    reviewer="Ben Lund",
    rubric="SVR",
    rubric_version=1,
    round=1,
    as_of="2031-05-02",
    blind=False,
    stale=True,
    codes={"relation": "q", "degree": "2", "kind": "4", "confidence": "2"},
    said="qualifies · 2 moderate · scope or capacity · confidence medium",
    rationale="The question was about the contract, and the answer may be read with it.",
    reason=None,
    also=(),
    scope=None,
    readings=(),
    awareness=None,
    remarks=(),
)
GRADE_UNSURE = GradeView(
    head=_head("g-3", "grade", "G3", "Cleo Amsel"),
    target="l-5",
    reviewer="Cleo Amsel",
    rubric="house-scale",
    rubric_version=2,
    round=2,
    as_of="2031-05-10",
    blind=True,
    stale=False,
    codes={"relation": "u", "degree": "u", "kind": "u", "confidence": "1"},
    said="cannot tell · cannot tell · unresolvable · confidence low",
    rationale=None,
    reason="Nothing shows that the budget round took place.",
    also=(),
    scope=None,
    readings=(),
    awareness=None,
    remarks=(("owed", "Reason owed by the second reader."),),
)

DISSENT = DissentView(
    _head("x-1", "dissent", "X1", "Ben Lund"), "Ben Lund",
    "The preface tells the witness that he is not expected to know. A reader is owed that before degree 3.",
    {"relation": "q", "degree": "2", "kind": "4", "confidence": "3"}, False,
)  # fmt: skip
SUPPRESSED = DissentView(
    _head("x-2", "dissent", "X2", "Hidden Hand"), "Hidden Hand", "SUPPRESSED WORDS", {"degree": "0"}, True
)

EXPLANATION = ExplanationView(
    head=_head("y-1", "explanation", "X3"),
    words="in his capacity as a member of the pilotage committee",
    person="Kay Flint",
    on_behalf_of="Ivo Pell",
    said_on="2031-05-01",
    offered="by spokesperson",
    type="scope or capacity",
    fit="partly",
    fit_why="The committee sat that week; no minute of this meeting is known.",
    bears_on=("E2", "L4"),
    citations=(CITE_CAPACITY,),
    anchored=True,
)
EXPLANATION_WHOLE = ExplanationView(
    head=_head("y-2", "explanation", "X4", "Ben Lund"),
    words="Asked by telephone, the commissioner’s office said that it had nothing to add.",
    person=None,
    on_behalf_of=None,
    said_on=None,
    offered=None,
    type=None,
    fit=None,
    fit_why=None,
    bears_on=(),
    citations=(),
)

EXPLANATION_LETTER = replace(
    EXPLANATION,
    head=_head("y-3", "explanation", "X5"),
    words="I do not recall any discussion of the contract on that occasion.",
    person="Ivo Pell",
    on_behalf_of=None,
    offered="by speaker",
    type="no memory",
    fit="untestable",
    fit_why="No one else was in the room.",
    citations=(
        Citation(
            "d-4", "D4", "Pell letter to the board, 6 May 2031, ¶2", "3",
            _anchor("d-4", LETTER, "I do not recall any discussion of the contract on that occasion."), "y-3",
        ),
    ),
)  # fmt: skip

_PELL_AT_HEARING = _head("s-1", "statement", "S1")
CLAIM_MEETINGS = ClaimView(
    head=_head("c-3", "claim", "S1.C3", "Ada Rowe", "Ben Lund"),
    statement=_PELL_AT_HEARING,
    words=ANSWER[0],
    before=ANSWER[1],
    after=ANSWER[2],
    restatement="He had no meetings with Vann and Daughters; no period and no subject is named.",
    speaker="Ivo Pell",
    speaker_label="Mr. Pell",
    said_on="2031-04-10",
    said_on_said="10 April 2031, a Thursday",
    forum="Harbour board, hearing on the nomination",
    addressee="Dana Orla",
    on_behalf_of=None,
    reporter=None,
    question=QUESTION,
    question_by="Dana Orla",
    question_quotation="transcript",
    context="The story had been published during the hearing; the nominee had not seen it.",
    elicited="volunteered",
    clarity="hypothetical",
    responsive="answers another question",
    form="categorical",
    status="sworn oral",
    status_basis="“The witness was duly sworn.” Harbour Bd. Hrg. Tr. 3:12",
    sworn="yes",
    setting="spontaneous",
    quotation="transcript",
    materiality="3",
    materiality_to="whether the contract was let at arm’s length",
    scope={"who": "stated", "capacity": "open", "with whom": "stated", "about what": "open", "when": "implied"},
    citations=(CITE_ANSWER,),
    question_citations=(CITE_QUESTION,),
    variants=(
        VariantView("s-8", "S1v", "Senator, I am not aware of any of that. I was called an adviser once or twice, and I did not have any meetings with the line.", "The Courier, live page, 10 April 2031", "The Courier", "direct", (CITE_LIVE,)),
        VariantView("s-9", "S1w", ANSWER[1] + ANSWER[0] + ANSWER[2], "Board web page, 11 April 2031"),
    ),
    later=(
        LaterView("s-2", "S2", "2031-05-01", "denied having spoken of the contract", (), 21, None, "indirect", (CITE_DENIAL,)),
        LaterView("s-4", "S4", "2031-05-06", "My answer was correct.", ("reaffirmed", "supplemented"), 26, True, "direct", (CITE_LETTER,)),
        LaterView("s-5", "S5", None, ERRATA, ("clarified",), None, False, "indirect", (CITE_LATER,)),
    ),
    finding=Finding("adjudicated", "3", "2", "3", 3, 1, 1, ("L4",), "3 (range 2-3, 3 links, 1 unresolved)"),
    notes=(
        _note("n-3", "N3", "The board’s own print had not appeared by the as-of date.", "report"),
        _note("n-4", "N4", "It appeared later; it has not been compared.", "report", "n-3", "Ben Lund"),
        _note("n-5", "N5", "TEAM-ONLY: legal wants another look.", "team"),
        _note("n-6", "N6", "An answer to a note that is not printed.", "report", "n-5"),
    ),
    tags=("nomination",),
    dissents=(SUPPRESSED,),
    adjudications=(),
    statement_citations=(CITE_WHOLE,),
    oath_citations=(CITE_OATH,),
)  # fmt: skip

CLAIM_ADVISER = replace(
    CLAIM_MEETINGS,
    head=_head("c-2", "claim", "S1.C2"),
    words="I was called an adviser once or twice",
    before="Senator, I am not aware of any of that. ",
    after=", and I didn’t have -- did not have meetings with the line, and I cannot speak to it.",
    restatement=None,
    elicited="volunteered",
    form="qualified",
    materiality=None,
    materiality_to=None,
    scope=None,
    citations=(
        Citation(
            "d-1",
            "D1",
            HEARING_CITE,
            "1",
            _anchor("d-1", HEARING, "I was called an adviser once or twice", "35"),
            "c-2",
        ),
    ),
    finding=Finding("none", None, None, None, 0, 0, 0, (), "no finding: nothing is linked"),
    notes=(),
    tags=(),
    dissents=(),
)

CLAIM_CONTRACT = ClaimView(
    head=_head("c-21", "claim", "S2.C1"),
    statement=_head("s-2", "statement", "S2", "Ben Lund"),
    words="denied having spoken of the contract",
    before="Mr. Pell, through a spokeswoman, ",
    after=".",
    restatement=None,
    speaker="Ivo Pell",
    speaker_label=None,
    said_on="2031-05~",
    said_on_said="about May 2031",
    forum=None,
    addressee=None,
    on_behalf_of="Harbour Office",
    reporter="The Courier",
    question=None,
    question_by=None,
    question_quotation=None,
    context=None,
    elicited="no question",
    clarity="no question",
    responsive=None,
    form="qualified",
    status="sworn oral",
    status_basis=None,
    sworn="yes",
    setting=None,
    quotation="indirect",
    materiality=None,
    materiality_to=None,
    scope=None,
    citations=(CITE_DENIAL,),
    question_citations=(),
    variants=(),
    later=(),
    finding=Finding("range", None, "1", "3", 1, 1, 0, (), "no finding: reviewers differ on L7 (range 1-3)"),
    notes=(),
    tags=(),
    dissents=(),
    adjudications=(),
)
CLAIM_ENTERED = ClaimView(
    head=Head("c-31", "claim", "S3.C1", "Cleo Amsel", "2031-05-04", "Cleo Amsel", "2031-05-04", True, "entered twice; see S1.C3"),
    statement=Head("s-3", "statement", "S3", "Cleo Amsel", "2031-05-04", "Cleo Amsel", "2031-05-04"),
    words="had “not the least to hide”",
    before="",
    after="",
    restatement=None,
    speaker=None,
    speaker_label="A VOICE",
    said_on=None,
    said_on_said="date not known",
    forum="the quay",
    addressee=None,
    on_behalf_of=None,
    reporter="Quay Notes",
    question="What of the contract?",
    question_by=None,
    question_quotation="indirect",
    context=None,
    elicited=None,
    clarity=None,
    responsive=None,
    form=None,
    status="to confirm",
    status_basis="nobody was present",
    sworn="to-confirm",
    setting=None,
    quotation="mixed",
    materiality="0",
    materiality_to=None,
    scope=None,
    citations=(),
    question_citations=(),
    variants=(),
    later=(),
    finding=None,
    notes=(),
    tags=(),
    dissents=(),
    adjudications=(),
)  # fmt: skip
CLAIM_SETTLED = ClaimView(
    head=_head("c-1", "claim", "S1.C1"),
    statement=_PELL_AT_HEARING,
    words="I am not aware of any of that",
    before="Senator, ",
    after=". I was called an adviser once or twice, and I didn’t have -- did not have meetings with the line, and I cannot speak to it.",
    restatement="He knew of no meetings between the line and members of the board.",
    speaker="Ivo Pell",
    speaker_label="Mr. Pell",
    said_on="2031-04-10",
    said_on_said="10 April 2031, a Thursday",
    forum="Harbour board, hearing on the nomination",
    addressee="Dana Orla",
    on_behalf_of=None,
    reporter=None,
    question=QUESTION,
    question_by="Dana Orla",
    question_quotation=None,
    context=None,
    elicited="within the question",
    clarity="hypothetical",
    responsive="responsive",
    form="not aware",
    status="unsworn official",
    status_basis=None,
    sworn="no",
    setting=None,
    quotation="nested",
    materiality="1",
    materiality_to=None,
    scope=None,
    citations=(Citation("d-1", "D1", HEARING_CITE, "1", _anchor("d-1", HEARING, "not aware of any of that. I was called", "35"), "c-1"),),
    question_citations=(),
    variants=(),
    later=(),
    finding=Finding("adjudicated", "u", None, None, 1, 1, 0, (), "u (1 link, 1 unresolved)"),
    notes=(),
    tags=(),
    dissents=(),
    adjudications=(
        AdjudicationView(_head("a-2", "adjudication", "A2", "Dora Quill"), "Dora Quill", {"relation": "u", "degree": "u", "kind": "5", "confidence": "2"}, "cannot tell · cannot tell · recollection · confidence medium", "What he knew on that day is not on the record.", False, 2, "2031-05-11", None),
    ),
)  # fmt: skip

REPORT = Report(
    title="The harbour contract: the nominee’s answers",
    question="Did Ivo Pell, nominated harbour commissioner, describe his dealings with Vann and Daughters as the record shows them?",
    summary="The annex compares the nominee’s answers of April 2031 with what the Harbour Office’s own books show.\n\nIt covers the nomination only.",
    sample=True,
    status="DRAFT",
    as_of="2031-05-12",
    rubric=SVR1.definition(),
    head="9b1f" * 16,
    version="0.1.0",
    counts={"sources": 6, "statements": 5, "claims": 4, "events": 3, "links": 5, "grades": 6, "people": 5, "unresolved": 2},
    people=(
        ("Ivo Pell", ("member, pilotage committee, since 2029", "nominated harbour commissioner, 2031"), ("Mr. Pell", "the commissioner-designate")),
        ("Dana Orla", ("senator, harbour board",), ()),
        ("Juno Vann", ("director, Vann and Daughters",), ("J. Vann",)),
        ("Kay Flint", (), ()),
    ),
    reviewers=(("Ada Rowe", "lead"), ("Ben Lund", "reviewer"), ("Cleo Amsel", "reviewer"), ("Dora Quill", "adjudicator")),
    chapters=(
        ClaimChapter(
            CLAIM_MEETINGS,
            (
                Exhibit(
                    LinkView(
                        _head("l-4", "link", "L4", "Ben Lund"), "c-3", "S1.C3", "e-2", "E2", (GRADE_ROWE, GRADE_LUND),
                        (AdjudicationView(_head("a-1", "adjudication", "A1", "Dora Quill"), "Dora Quill", {"relation": "c", "degree": "3", "kind": "4", "confidence": "2"}, "contradicts · 3 substantial · scope or capacity · confidence medium", "The limit to the contract stands in the question, not in the answer.", True, 1, "2031-05-10", "Ada Rowe"),),
                        (DISSENT,), (_note("n-7", "N7", "Both reviewers saw the same page of the book.", "report"),), ("lead-link",), False, "adjudicated",
                    ),
                    MEETING, None, (EXPLANATION,), 55,
                ),
                Exhibit(
                    LinkView(_head("l-5", "link", "L5"), "c-3", "S1.C3", "e-5", "E5", (GRADE_UNSURE,), (), (), (), (), False, "one reviewer"),
                    BUDGET_ROUND, None, (), 38,
                ),
                Exhibit(
                    LinkView(_head("l-6", "link", "L6"), "c-3", "S1.C3", "s-4", "S4", (), (), (), (), (), True),
                    None, LETTER_STATEMENT, (EXPLANATION_LETTER,), -26,
                ),
            ),
            (EXPLANATION_WHOLE,),
        ),
        ClaimChapter(CLAIM_ADVISER, (), ()),
        ClaimChapter(
            CLAIM_SETTLED,
            (Exhibit(LinkView(_head("l-8", "link", "L8"), "c-1", "S1.C1", "e-2", "E2", (), (), (), (), (), False), MEETING, None, (), 55),),
            (),
        ),
        ClaimChapter(
            CLAIM_CONTRACT,
            (Exhibit(LinkView(_head("l-7", "link", "L7"), "c-21", "S2.C1", "r-12", "R12", (GRADE_LUND, GRADE_ROWE), (), (), (), (), False, "range"), None, None, (), None, REGISTER_ROW),),
            (),
        ),
        ClaimChapter(CLAIM_ENTERED, (), ()),
    ),
    other_events=(SEARCHED,),
    sources=(
        SourceView(_head("d-1", "source", "D1"), "hearing-0410.txt", "Hearing on the nomination of Ivo Pell", "hearing", "2031-04-10", "Harbour board", None, "https://harbour.example/hearings/0410", "1", "Harbour Bd. Hrg. Tr.", "Stenographer’s text; the board’s own print has not been compared.", hashlib.sha256(HEARING.encode()).hexdigest(), 4210, 4102, "utf-8", "hearing/1", (("[GRAPHIC NOT AVAILABLE]", "p. 41", 2),), "2031-04-12", False, "10 April 2031, a Thursday", None, None, "HB 00035-36"),
        SourceView(_head("d-2", "source", "D2", "Ben Lund"), "courier.html", "Pell met shipping line, officials say", "news", "2031-05-01", "The Courier", "Rhea Tull", "javascript:alert(1)", "5", None, None, hashlib.sha256(COURIER.encode()).hexdigest(), 18211, 2644, "windows-1252", "html/1", (), None, False, "1 May 2031, a Thursday", "D1", "D4"),
        SourceView(_head("d-3", "source", "D3"), "book.tif", "Visitors’ book, February 2031", "record", None, None, None, None, None, None, None, hashlib.sha256(LEDGER.encode()).hexdigest(), 90112, 75, None, "typed/1", (("image", "p. 1", 1),), None, False, typed_by="Ann Reyes", checked_by="Ben Lund"),
        SourceView(_head("d-4", "source", "D4"), "letter.pdf", "Letter of 6 May 2031", "letter", "2031-05-06", None, "Ivo Pell", None, "3", None, None, hashlib.sha256(LETTER.encode()).hexdigest(), 30112, 410, None, "pdf/1", (), None, False),
        SourceView(_head("d-5", "source", "D5"), "week10.ics", "Board calendar, week 10", "calendar", "2031-03", None, None, None, "1", None, None, hashlib.sha256(BUDGET.encode()).hexdigest(), 900, 70, "utf-8", "ics/1", (), None, False),
        SourceView(_head("d-9", "source", "D9"), "SEALED NAME", "SEALED TITLE", "letter", None, None, None, None, None, None, None, "ab" * 32, 1, 1, None, "text/1", (), None, True),
    ),
    quotations=(
        QuoteCheck("c-3", "S1.C3", "D1", CITE_ANSWER.cite, ANSWER[0], "exact"),
        QuoteCheck("s-1", "S1, question", "D1", CITE_QUESTION.cite, QUESTION, "whitespace"),
        QuoteCheck("c-1", "S1.C1", "D1", HEARING_CITE, "not aware of any of that. I was called", "punctuation-normalised"),
        QuoteCheck("v-1", "E2, evidence", "D3", CITE_LEDGER.cite, LEDGER, "read from image, checked"),
        QuoteCheck("s-8", "S1v", "D2", "The Courier, live page", "I did not have any meetings with the line", "variant"),
        QuoteCheck("y-1", "X3", "D2", CITE_CAPACITY.cite, "in his capacity as a member of the pilotage committee", "NOT FOUND"),
        QuoteCheck("v-2", "E2, evidence", "D2", CITE_COURIER.cite, "Mr. Pell met Juno Vann in his office on Friday, February 14, two officials said.", "exact"),
    ),
    lint=(Lint("S1.C3, rationale by Ben Lund", "lied"),),
    unread=(("D1", "[GRAPHIC NOT AVAILABLE]", "p. 41", 2), ("D6", "unreadable row", "rows 11, 12 and 40", 3)),
    sealed=1,
    warnings=("L4: Ben Lund’s grade is stale.", "X3: a quotation was not found in its source."),
)  # fmt: skip
