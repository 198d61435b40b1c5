"""A desk in memory: enough of a case for the screens, with every act recorded and undoable."""

# ruff: noqa: E501  # views are filled by position, a line each
from __future__ import annotations

import copy
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from factcheck.core.anchors import Anchor
from factcheck.core.codes import NoteScope
from factcheck.core.forms import Contested, FormField, Purpose, RecordForm
from factcheck.core.rubric import SVR1, read_codes
from factcheck.core.views.citations import Citation
from factcheck.core.views.claims import ClaimView, VariantView
from factcheck.core.views.events import EventView, EvidenceView
from factcheck.core.views.history import LogLine, UndoOffer
from factcheck.core.views.judgements import ExplanationView, GradeView, NoteView
from factcheck.core.views.pairs import LinkView, Pair
from factcheck.core.views.people import Dossier, Mentioned
from factcheck.core.views.proposals import ProposalView
from factcheck.core.views.records import Head, Made, Summary
from factcheck.core.views.rows import BenchRow, PersonRow, RecordRow
from factcheck.core.views.searching import Hit
from factcheck.core.views.sources import SourceView, TextLine, TurnView
from factcheck.errors import FactcheckError
from factcheck.tui.desk import Order, Passage, Spans
from factcheck.workbench.readings.placing import Place
from tests.tui.fake_registers import FakeRegisters
from tests.tui.fake_sources import FakeSources

AT = "2026-01-05T14:02:00+00:00"


def head(id: str, entity: str, label: str) -> Head:
    return Head(id, entity, label, "ana", AT, "ana", AT)


@dataclass
class Said:
    """A claim as the fake keeps it: its words stand in the statement's words."""

    id: str
    label: str
    statement: str
    start: int
    end: int


@dataclass
class State:
    """What undo puts back."""

    claims: list[Said] = field(default_factory=list)
    links: dict[tuple[str, str], str] = field(default_factory=dict)
    grades: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    notes: dict[str, list[str]] = field(default_factory=dict)
    proposals: dict[str, str] = field(default_factory=dict)
    captured: list[tuple[str, int, int, str]] = field(default_factory=list)
    proposed_events: dict[str, str] = field(default_factory=dict)
    tags: dict[str, list[str]] = field(default_factory=dict)
    aside: set[tuple[str, str]] = field(default_factory=set)
    merged: dict[str, str] = field(default_factory=dict)


ANSWER = (
    "Senator Franken, I'm not aware of any of those activities. I have been called a surrogate at a time or two "
    "in that campaign and I did not have communications with the Russians, and I'm unable to comment on it."
)
QUESTION = (
    "But if it's true, it's obviously extremely serious and if there is any evidence that anyone affiliated with "
    "the Trump campaign communicated with the Russian government in the course of this campaign, what will you do?"
)
EVENTS = (
    ("E1", "2016-07", "Talk after a convention event", "documented"),
    ("E2", "2016-09-08", "Meeting in the senator's office", "documented"),
    ("E3", "2016-04", "Reception at a hotel", "disputed"),
)
SOURCE_TEXT = f"Hearing of January 10, 2017\n\n{QUESTION}\n{ANSWER}\nAn end."


class FakeDesk(FakeRegisters, FakeSources):
    """See `factcheck.tui.desk.Desk`. `poison` is put into every text field."""

    who = "ana"

    def __init__(self, poison: str = "", *, empty: bool = False) -> None:
        self.poison = poison
        self.empty = empty
        self.drafts: dict[str, str] = {}
        self.done: list[tuple[str, State]] = []
        self.undone: list[tuple[str, State]] = []
        self.acts: list[tuple[Any, ...]] = []
        self.refuse: FactcheckError | None = None
        self.news = False
        self.earlier_day = False
        self.wanted: list[str] = []
        self.order = ""
        self.contested = False
        self.found = True
        self.turns: list[TurnView] = []
        self.state = State()
        if not empty:
            for number, words in enumerate(
                (
                    "I'm not aware of any of those activities",
                    "I have been called a surrogate at a time or two in that campaign",
                    "I did not have communications with the Russians",
                    "I'm unable to comment on it",
                ),
                1,
            ):
                start = ANSWER.index(words)
                self.state.claims.append(Said(f"c{number}", f"S1.C{number}", "s1", start, start + len(words)))
            self.state.links[("c3", "e2")] = "L1"
            self.state.proposals = {"p1": "I never met with any Russian officials"}
            self.state.proposed_events = {"q1": "Call with the embassy"}

    # readings

    def _bad(self, text: str) -> str:
        return text + self.poison

    def changed(self) -> bool:
        news, self.news = self.news, False
        return news

    def title(self) -> tuple[str, bool]:
        return self._bad("Kislyak contacts"), True

    def summary(self) -> Summary:
        counts = {"statements": 0 if self.empty else 1, "claims": len(self.state.claims)}
        counts["proposals"] = len(self.state.proposals)
        return Summary(self._bad("Kislyak contacts"), None, True, "case.db", counts)

    def _rows(self) -> list[BenchRow]:
        if self.empty:
            return []
        rows = [BenchRow("statement", "s1", "S1", ANSWER, "2017-01-10", self._bad("Sessions"), "to confirm")]
        for claim in self.state.claims:
            marks = [
                grade["codes"]["degree"] for (one, _), grade in self.state.grades.items() if one == claim.id
            ]
            links = sum(1 for one, _ in self.state.links if one == claim.id)
            words = self._bad(ANSWER[claim.start : claim.end])
            rows.append(
                BenchRow("claim", claim.id, claim.label, words, mark=marks[-1] if marks else "", links=links)
            )
        for id, words in self.state.proposals.items():
            rows.append(BenchRow("proposal", id, "", self._bad(words), basis=self._bad("a denial, 0.80")))
        return rows

    def bench_count(self, wanted: str = "") -> int:
        return len(self._filtered(self._rows(), wanted))

    def bench_rows(self, offset: int, limit: int, wanted: str = "") -> Sequence[BenchRow]:
        return self._filtered(self._rows(), wanted)[offset : offset + limit]

    def bench_position(self, id: str, wanted: str = "") -> int | None:
        rows = self._filtered(self._rows(), wanted)
        return next((n for n, row in enumerate(rows) if row.id == id), None)

    def _filtered(self, rows: list[Any], wanted: str) -> list[Any]:
        """Plain words only: a row holds them."""
        if wanted:
            self.wanted.append(wanted)
        return [row for row in rows if wanted in getattr(row, "words", getattr(row, "title", ""))]

    def record_count(self, claim: str, wanted: str = "", order: Order = "date") -> int:
        return len(self._record(claim, wanted, order))

    def record_rows(
        self, claim: str, offset: int, limit: int, wanted: str = "", order: Order = "date"
    ) -> Sequence[RecordRow]:
        return self._record(claim, wanted, order)[offset : offset + limit]

    def _record(self, claim: str, wanted: str, order: Order) -> list[RecordRow]:
        self.order = order
        rows = []
        for label, when, title, established in EVENTS:
            id = label.lower()
            link = self.state.links.get((claim, id))
            grade = self.state.grades.get((claim, id))
            verdict = (
                SVR1.say(grade["codes"]).partition(" ·")[0] + f" {grade['codes']['degree']}" if grade else ""
            )
            rows.append(
                RecordRow(
                    "event",
                    id,
                    label,
                    self._bad(title),
                    when,
                    when,
                    (self._bad("Sessions"), "Kislyak"),
                    established,
                    label == "E3",
                    link,
                    link,
                    verdict or ("not graded" if link else "not linked"),
                    grade["codes"]["degree"] if grade else "",
                    124 if label == "E2" else None,
                    self._bad("who, contact, period"),
                )
            )
        rows.sort(key=lambda row: (row.link is None, row.when))
        rows = [row for row in rows if (claim, row.id) not in self.state.aside]
        rows += [
            RecordRow("proposal", id, "D1", self._bad(title), "2016-10", "October 2016", ("Kislyak",), None, False,
                      None, None, "proposed", "", basis=self._bad("names and a date, 0.60"), confidence=60)
            for id, title in self.state.proposed_events.items()
        ]  # fmt: skip
        return self._filtered(rows, wanted)

    def pair(self, claim: str, target: str | None) -> Pair:
        if self.refuse is not None:
            raise self.refuse
        if claim in self.state.proposals:
            words = self.state.proposals[claim]
            view = replace(self._claim(self.state.claims[0]), head=head(claim, "proposal", "proposed"),
                           statement=head(claim, "proposal", "proposed"), words=words + self.poison, before="",
                           after="", proposed=self._bad("a denial, 0.80"))  # fmt: skip
            return Pair(view, self._event_of(target), None, None, (), 124)
        said = next(one for one in self.state.claims if one.id == claim)
        event = next((one for one in EVENTS if one[0].lower() == target), None)
        link = self.state.links.get((claim, target or ""))
        grade = self.state.grades.get((claim, target or ""))
        grades: tuple[GradeView, ...] = ()
        if grade:
            grades = (
                GradeView(
                    head("g1", "grade", ""), link or "", "ana", "SVR", 1, 1, "2026-01-05", False, False,
                    grade["codes"], SVR1.say(grade["codes"]), grade["rationale"], None, (), None, (), None, (),
                ),
            )  # fmt: skip
        linked = None
        if link:
            notes = tuple(
                NoteView(head("n", "note", ""), "ana", text, "team", None)
                for text in self.state.notes.get(link, [])
            )
            linked = LinkView(
                head(link, "link", link), claim, said.label, target or "", event[0] if event else "",
                grades, (), (), notes, (), False,
            )  # fmt: skip
        return Pair(self._claim(said), self._event_of(target), None, linked, self._explained(), 124)

    def _event_of(self, target: str | None) -> EventView | None:
        if target in self.state.proposed_events:
            title = self.state.proposed_events[target or ""]
            view = self._event(("q", "2016-10", title, "single report"))
            assert view is not None
            return replace(view, head=head(target or "", "proposal", "proposed"), proposed="names, 0.60")
        return self._event(next((one for one in EVENTS if one[0].lower() == target), None))

    def _anchor(self) -> Anchor:
        start = SOURCE_TEXT.index(ANSWER)
        return Anchor("d1", start, start + len(ANSWER), ANSWER)

    def _claim(self, said: Said) -> ClaimView:
        bad = self._bad
        cite = Citation("d1", "D1", bad("newspaper transcript, 2017-01-10, ¶212"), "3", self._anchor())
        return ClaimView(
            head=head(said.id, "claim", said.label), statement=head("s1", "statement", "S1"),
            words=ANSWER[said.start : said.end] + self.poison, before=ANSWER[: said.start], after=ANSWER[said.end :],
            restatement=None, speaker=bad("Sessions"), speaker_label=None, said_on="2017-01-10",
            said_on_said="10 January 2017", forum=bad("Senate Judiciary Committee"), addressee=None,
            on_behalf_of=None, reporter=None, question=bad(QUESTION), question_by=bad("Franken"),
            question_quotation="transcript", context=None, elicited="volunteered", clarity="hypothetical",
            responsive=None, form="categorical", status="to confirm", status_basis=None, sworn="to-confirm",
            setting=None, quotation="transcript", materiality=None, materiality_to=None, scope=None,
            citations=(cite,), question_citations=(),
            variants=(VariantView("v1", "S2", bad("I didn't have -- did not have"), bad("The Atlantic")),),
            later=(), finding=None,
            notes=tuple(NoteView(head("n", "note", ""), "ana", t, "team", None) for t in self.state.notes.get(said.id, [])),
            tags=(), dissents=(), adjudications=(),
        )  # fmt: skip

    def _event(self, event: tuple[str, str, str, str] | None) -> EventView | None:
        if event is None:
            return None
        label, when, title, established = event
        bad = self._bad
        cite = Citation("d1", "D1", bad("newspaper, 2017-03-01, ¶4"), "5", self._anchor())
        mode = "scheduled" if label == "E3" else "reported"
        evidence = EvidenceView(
            head("v1", "evidence", ""), mode, "5", bad("in his capacity as a member of the armed services panel"),
            (cite,), {}, None,
        )  # fmt: skip
        return EventView(
            head(label.lower(), "event", label), bad(title), when, when, bad("his office"), None, established,
            ((bad("Sessions"), bad("senator"), False), ("Kislyak", None, True)), (evidence,), "5", label == "E3",
            {"place": ((bad("his office"), "the letter"), (bad("by telephone"), "a blog"))}, None, None, (), (),
        )  # fmt: skip

    def _explained(self) -> tuple[ExplanationView, ...]:
        return (
            ExplanationView(
                head("x1", "explanation", "X1"), self._bad("not about meetings he took as a senator"),
                self._bad("Flores"), "Sessions", "2017-03-01", "by spokesperson", "scope or capacity", "partly",
                self._bad("accounts conflict"), (), (),
            ),
        )  # fmt: skip

    def matched(self, said: str, beside: str) -> tuple[Spans, Spans]:
        shared = {word for word in said.lower().split() if len(word) > 4} & set(beside.lower().split())
        return tuple(
            tuple((text.lower().index(word), text.lower().index(word) + len(word)) for word in sorted(shared))
            for text in (said, beside)
        )  # type: ignore[return-value]  # two

    def look_up(self, typed: str) -> Sequence[Hit]:
        if not typed.strip():
            return []
        hits = [Hit("claim", one.id, one.label, self._bad(ANSWER[one.start : one.end]), (), about=one.id)
                for one in self.state.claims if typed in ANSWER[one.start : one.end]]  # fmt: skip
        hits += [Hit("event", one[0].lower(), one[0], self._bad(one[2]), ((0, 4),), about=one[0].lower())
                 for one in EVENTS if typed in one[2]]  # fmt: skip
        if typed in SOURCE_TEXT:
            at = SOURCE_TEXT.index(typed)
            hits.append(Hit("source", "d1", "D1", self._bad(typed), ((0, len(typed)),), "d1", at, "d1"))
        return hits

    def resembling(self, ref: str, typed: str) -> Sequence[Hit]:
        return [Hit("event", one[0].lower(), one[0], self._bad(one[2]), (), about=one[0].lower())
                for one in EVENTS if one[0].lower() != ref and typed.lower() in f"{one[0]} {one[2]}".lower()]  # fmt: skip

    def merged(self, ref: str) -> Sequence[tuple[str, str, str]]:
        return [
            (one, one.upper(), self._bad("merged")) for one, into in self.state.merged.items() if into == ref
        ]

    def place_of(self, ref: str) -> Place:
        if ref.startswith("p"):
            return Place(person=ref)
        if ref.startswith("c"):
            return Place(claim=ref)
        claim = next((claim for claim, target in self.state.links if target == ref), None)
        return Place(claim, ref)

    def proposals(self) -> Sequence[ProposalView]:
        return [
            *(ProposalView(id, "statement", words, "d1", "D1", 0, 5, None, None, 0.8, "a denial")
              for id, words in self.state.proposals.items()),
            *(ProposalView(id, "event", words, "d1", "D1", 0, 5, None, None, 0.6, "names")
              for id, words in self.state.proposed_events.items()),
        ]  # fmt: skip

    def link_ends(self, link: str) -> tuple[str, str]:
        return next(reversed(self.state.links))

    def next_ungraded(self, after: str | None, *, back: bool = False) -> tuple[str, str] | None:
        ordered = sorted((pair for pair in self.state.links if pair not in self.state.grades), reverse=back)
        here = next((pair[0] for pair, link in self.state.links.items() if link == after), after)
        beyond = (pair for pair in ordered if here is None or (pair[0] < here if back else pair[0] > here))
        return next(beyond, ordered[0] if ordered else None)

    def sources(self) -> Sequence[SourceView]:
        if self.empty:
            return []
        return [
            SourceView(
                head("d1", "source", "D1"), "hearing.txt", self._bad("Hearing"), "hearing", "2017-01-10", None, None,
                None, "3", None, None, "00", 10, len(SOURCE_TEXT), "utf-8", "text 1", (("image", "p. 3", 2),), None,
                False,
            ),
            SourceView(
                head("d2", "source", "D2"), "news.txt", self._bad("News"), "news", None, None, None, None, None, None,
                None, "00", 10, 0, "utf-8", "text 1", (), None, False,
            ),
        ]  # fmt: skip

    def _text(self, source: str) -> str:
        return SOURCE_TEXT + self.poison.replace("\n", "") if source == "d1" else ""

    def _lines(self, source: str) -> list[TextLine]:
        lines, start = [], 0
        for number, text in enumerate(self._text(source).split("\n")):
            lines.append(TextLine(number, start, text, f"¶{number + 1}"))
            start += len(text) + 1
        return lines if self._text(source) else []

    def line_count(self, source: str) -> int:
        return len(self._lines(source))

    def line_of(self, source: str, offset: int) -> int:
        return max(line.number for line in self._lines(source) if line.start <= offset)

    def text_lines(self, source: str, first: int, count: int) -> Sequence[TextLine]:
        return self._lines(source)[first : first + count]

    def turn_at(self, source: str, offset: int) -> TurnView | None:
        return next((one for one in self.turns if one.start <= offset < one.end), None)

    def questions(self, source: str) -> Sequence[tuple[int, int | None]]:
        asked = [one.start for one in self.turns if one.role == "question"]
        answers = [one.start for one in self.turns if one.role == "answer"]
        return [(start, next((answer for answer in answers if answer > start), None)) for start in asked]

    def marks_in(self, source: str, start: int, end: int) -> Sequence[tuple[int, int, str, str]]:
        anchor = self._anchor()
        marks = [(anchor.start, anchor.end, "statement", "S1")]
        marks += [(a, b, "statement", "S2") for one, a, b, _ in self.state.captured if one == source]
        return [mark for mark in marks if source == "d1" and mark[0] < end and mark[1] > start]

    def people(self, wanted: str = "", offset: int = 0, limit: int = 1000) -> Sequence[PersonRow]:
        rows = (
            [] if self.empty else [PersonRow("p1", "P1", self._bad("Sergey Kislyak"), ("Kislyak",), 0, 1, 3)]
        )
        return [row for row in rows if wanted.lower() in row.name.lower()][offset : offset + limit]

    def dossier(self, person: str) -> Dossier:
        bad = self._bad
        met = Mentioned(
            "e2", "event", "E2", "2016-09-08", "8 September 2016", bad("Meeting"), bad("ambassador")
        )
        said = Mentioned("c3", "claim", "S1.C3", "2017-01-10", "10 January 2017", bad("I did not"), None)
        return Dossier(
            head("p1", "person", "P1"), bad("Sergey Kislyak"), (bad("Kislyak"),), ((bad("ambassador"), "2008"),),
            bad("a note"), (said,), (), (met,), (), (), (), (),
        )  # fmt: skip

    def new_person(self, name: str) -> Made:
        return self._do("new person", "new_person", name)

    def log(self, ref: str) -> Sequence[LogLine]:
        return [
            LogLine("e", AT, "ana", self._bad(f"{act} {ref}"), "b", False, ref, ref) for act, _ in self.done
        ]

    def draft(self, key: str) -> str | None:
        return self.drafts.get(key)

    def form(self, ref: str) -> RecordForm:
        sides = (Contested("2016-07", self._bad("ben"), AT), Contested("2016-08", "ana", AT))
        fields = (
            FormField("title", "title", "text", self._bad("Talk"), required=True),
            FormField("when", "when", "edtf", "2016-07", contested=sides if self.contested else ()),
            FormField("words", "words", "text", self._bad("as said"), fixed="as the source has it"),
            FormField(
                "established", "established", "code", "documented", ("admitted", "documented", "alleged")
            ),
            FormField("speaker", "speaker", "ref", "", entity="person"),
        )
        proposal = ref in self.state.proposals or ref in self.state.proposed_events
        purpose: Purpose = "accept" if proposal else "edit"
        return RecordForm(purpose, "event", ref, self._bad(f"Form of {ref}"), fields, ("h1",))

    def new_form(self, entity: str, about: str | None = None, passage: Passage | None = None) -> RecordForm:
        fields = (
            FormField("title", "title", "text", "", required=True),
            FormField("when", "when", "edtf", ""),
        )
        return RecordForm("new", entity, about or "", f"New {entity}", fields)

    def date_said(self, typed: str) -> str:
        if typed == "nonsense":
            raise FactcheckError("“nonsense” is not one date", "It cannot be read as a date.")
        return f"understood {typed}"

    def names_like(self, beginning: str) -> Sequence[str]:
        return [name for name in ("Sergey Kislyak", "Jeff Sessions") if beginning.lower() in name.lower()]

    # acts

    def _do(self, sentence: str, *act: Any) -> Made:
        if self.refuse is not None:
            raise self.refuse
        self.done.append((sentence, copy.deepcopy(self.state)))
        self.undone.clear()
        self.acts.append(act)
        return Made("id", "L9", "batch")

    def link(self, claim: str, target: str, reasons: str | None) -> Made:
        made = self._do(f"linked {claim} to {target}", "link", claim, target)
        self.state.links.setdefault((claim, target), "L9")
        return made

    def grade(
        self, claim: str, target: str, codes: str, rationale: str | None, extras: Mapping[str, Any]
    ) -> Made:
        made = self._do(f"graded {claim}", "grade", claim, target, codes, rationale, dict(extras))
        claim, target = self._accepted(claim, target)
        self.state.links.setdefault((claim, target), "L9")
        self.state.grades[claim, target] = {"codes": read_codes(codes), "rationale": rationale}
        return made

    def tag(self, targets: Sequence[str], name: str) -> Sequence[Made]:
        made = self._do("tagged", "tag", tuple(targets), name)
        for target in targets:
            self.state.tags.setdefault(target, []).append(name)
        return [made]

    def accept_into(self, proposal: str, ref: str) -> Made:
        made = self._do("accepted into", "accept_into", proposal, ref)
        self.state.proposed_events.pop(proposal, None)
        return replace(made, id=ref, label=ref.upper())

    def accept_pair(self, statement: str, event: str) -> Made:
        made = self._do("accepted and linked", "accept_pair", statement, event)
        claim, target = self._accepted(statement, event)
        self.state.links[claim, target] = "L9"
        return made

    def _accepted(self, statement: str, event: str) -> tuple[str, str]:
        """What of the two is proposed becomes a claim, or E1."""
        if statement in self.state.proposals:
            self.state.proposals.pop(statement)
            self.state.claims.append(Said("c9", "S2.C1", "s2", 0, 16))
            statement = "c9"
        if event in self.state.proposed_events:
            self.state.proposed_events.pop(event)
            event = "e1"
        return statement, event

    def accept_split(self, proposal: str, pieces: Sequence[tuple[int, int]]) -> Sequence[Made]:
        made = self._do("accepted and split", "accept_split", proposal, tuple(pieces))
        self.state.proposals.pop(proposal)
        return [replace(made, id="s2", label="S2"), made, made]

    def turn_down(self, claim: str, refs: Sequence[str]) -> Sequence[Made]:
        made = self._do("turned down", "turn_down", claim, tuple(refs))
        for ref in refs:
            if self.state.proposed_events.pop(ref, None) is None:
                self.state.aside.add((claim, ref))
        return [made for _ in refs]

    def withdraw(self, ref: str, reason: str) -> Made:
        return self._do("withdrawn", "withdraw", ref, reason)

    def same(self, refs: Sequence[str]) -> Made:
        made = self._do("same", "same", tuple(refs))
        self.state.merged.update(dict.fromkeys(refs[1:], refs[0]))
        return replace(made, id=refs[0], label=refs[0].upper())

    def separate(self, ref: str) -> Made:
        made = self._do("separate", "separate", ref)
        self.state.merged.pop(ref)
        return replace(made, label=ref.upper())

    def group(self, events: Sequence[str], title: str | None) -> Made:
        return self._do("grouped", "group", tuple(events), title)

    def searched(self, query: str, sources: Sequence[str]) -> tuple[Sequence[Hit], Made | None]:
        if self.look_up(query):
            return self.look_up(query), None
        return [], self._do("searched", "searched", query, tuple(sources))

    def save_form(self, form: RecordForm, typed: Mapping[str, str], chosen: Sequence[str] = ()) -> Made:
        if form.purpose == "new" and not typed.get("title"):
            raise FactcheckError("This cannot be recorded", "event: title is missing.")
        return self._do("saved", "save_form", form.purpose, form.id, form.changes(typed, chosen))

    may_settle = True

    def settle(self, link: str, codes: str, reason: str, chosen: str | None) -> Made:
        return self._do(f"settled {link}", "settle", link, codes, reason, chosen)

    def dissent(self, link: str, text: str, codes: str | None) -> Made:
        return self._do(f"dissented {link}", "dissent", link, text, codes)

    def note(self, target: str, text: str, scope: NoteScope = "team", parent: str | None = None) -> Made:
        more = (scope, parent) if (scope, parent) != ("team", None) else ()
        made = self._do(f"noted {target}", "note", target, text, *more)
        self.state.notes.setdefault(target, []).append(text)
        return made

    def split(self, claim: str, pieces: Sequence[tuple[int, int]]) -> Sequence[Made]:
        self._do(f"split {claim}", "split", claim, tuple(pieces))
        at = next(n for n, one in enumerate(self.state.claims) if one.id == claim)
        old = self.state.claims[at]
        new = [
            Said(f"{claim}{n}", f"S1.C{10 + n}", old.statement, a, b) if n else replace(old, start=a, end=b)
            for n, (a, b) in enumerate(pieces)
        ]
        self.state.claims[at : at + 1] = new
        return [Made(one.id, one.label, "batch") for one in new]

    def capture(self, source: str, spans: Sequence[tuple[int, int]], speaker: str) -> Made:
        made = self._do("captured", "capture", source, tuple(spans), speaker)
        self.state.captured.append((source, *spans[0], speaker))
        return replace(made, label="S2")

    def accept(self, proposals: Sequence[str]) -> Sequence[Made]:
        self._do("accepted", "accept", tuple(proposals))
        for one in proposals:
            if self.state.proposals.pop(one, None) is None:
                self.state.proposed_events.pop(one)
        return [Made(f"s{n}", f"S{n}", "batch") for n, _ in enumerate(proposals, 2)]

    def reject(self, proposals: Sequence[str]) -> Made:
        made = self._do("rejected", "reject", tuple(proposals))
        for one in proposals:
            self.state.proposals.pop(one)
        return made

    def save_draft(self, key: str, text: str) -> None:
        self.drafts[key] = text

    def drop_draft(self, key: str) -> None:
        self.drafts.pop(key, None)

    def undo_offer(self) -> UndoOffer | None:
        return UndoOffer("b", AT, self._bad(self.done[-1][0]), self.earlier_day) if self.done else None

    def undo(self, even_earlier: bool) -> UndoOffer:
        offer = self.undo_offer()
        assert offer is not None and (even_earlier or not self.earlier_day)
        sentence, state = self.done.pop()
        self.undone.append((sentence, self.state))
        self.state = state
        return offer

    def redo(self) -> UndoOffer | None:
        if not self.undone:
            return None
        sentence, state = self.undone.pop()
        self.done.append((sentence, self.state))
        self.state = state
        return UndoOffer("b", AT, sentence, False)
