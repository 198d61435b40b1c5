"""A small case made through the acts, for tests: two sources, a statement, three events and links."""

from __future__ import annotations

from pathlib import Path

from factcheck.store.schema import ORDINARY_TABLES
from factcheck.workbench import acts, cases
from factcheck.workbench.cases import OpenCase
from tests.store.replicas import ANN, BEN, CLEO, DAN, PEOPLE, HandClock, new_case

__all__ = ["ANN", "BEN", "CLEO", "DAN", "PEOPLE", "HandClock"]

TESTIMONY = """\
HEARING

Mr. FRANK. If anyone communicated with them, what will you do?

Mr. STONE. I'm not aware of any of those activities, and I did not have communications with them.

Mr. FRANK. Thank you.
"""
PAPER = """\
The senator met the ambassador in his office on Sept. 8, 2016, officials said.

A reception had been scheduled for April 27, 2016.

"I never met them," the senator said on Monday. "Not once."
"""
ANSWER = "I'm not aware of any of those activities, and I did not have communications with them"
FIRST, SECOND = "I'm not aware of any of those activities", "I did not have communications with them"
QUESTION = "If anyone communicated with them, what will you do?"
MEETING = "The senator met the ambassador in his office on Sept. 8, 2016"
PLAN = "A reception had been scheduled for April 27, 2016."


def stretch(words: str, text: str = TESTIMONY) -> tuple[int, int]:
    """Where words stand in a text that has them once."""
    assert text.count(words) == 1, words
    start = text.index(words)
    return start, start + len(words)


def written(folder: Path, name: str, text: str) -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def empty_case(folder: Path, name: str = "inquiry") -> OpenCase:
    """A case that Ann leads and the others have joined, with nothing in it."""
    case = new_case(folder, name, ANN, HandClock())
    for viewer in PEOPLE:
        cases.enrol(case, ANN, viewer.name, viewer.role)
    return case


def inquiry(folder: Path, name: str = "inquiry") -> OpenCase:
    """The small case: D1 and D2; S1 by John Stone with S1.C1 and S1.C2; E1 documented, E2 only reported, E3
    only scheduled; L1 from S1.C2 to E1, L2 to E2, L3 from S1.C1 to E1; X1 on L1. All by Ann."""
    case = empty_case(folder, name)
    acts.add_source(case, ANN, written(folder, "testimony.txt", TESTIMONY), kind="hearing",
                    published="2017-01-10", title="The hearing", extract=False)  # fmt: skip
    acts.add_source(case, ANN, written(folder, "paper.txt", PAPER), kind="news", published="2017-03-02",
                    publisher="The Paper", extract=False)  # fmt: skip
    acts.capture(
        case,
        ANN,
        "D1",
        [stretch(ANSWER)],
        speaker="John Stone",
        question_spans=[stretch(QUESTION)],
        question_by="Al Frank",
        claims=[stretch(FIRST, ANSWER), stretch(SECOND, ANSWER)],
        said_on="January 10, 2017",
        forum="Committee",
        form="categorical",
    )
    acts.event(case, ANN, title="Meeting in the office", when="Sept 8 2016",
               who=["John Stone", "Sergey K. (ambassador)"], established="documented")  # fmt: skip
    acts.event(case, ANN, title="Talk after a speech", when="2016-07", established="single report")
    acts.event(case, ANN, title="Reception", when="2016-04-27", established="documented")
    acts.evidence(case, ANN, "E1", mode="attended", source="D2", spans=[stretch(MEETING, PAPER)], tier="3")
    acts.evidence(case, ANN, "E2", mode="reported", cited="The Post, 1 March 2017")
    acts.evidence(case, ANN, "E3", mode="scheduled", source="D2", spans=[stretch(PLAN, PAPER)])
    acts.link(case, ANN, "S1.C2", "E1")
    acts.link(case, ANN, "S1.C2", "E2")
    acts.link(case, ANN, "S1.C1", "E1")
    acts.explain(case, ANN, "L1", words="He was asked about the campaign.", person="John Stone",
                 offered="by speaker", type="scope or capacity", fit="partly")  # fmt: skip
    return case


_HISTORY = frozenset({"act", "reversal", "label"})
"""What grows with every entry: an undone act leaves its entries and its labels behind."""


def state(case: OpenCase) -> dict[str, list[str]]:
    """All that the case says now, history aside: every ordinary table, and the words that search finds."""
    tables = [table for table in ORDINARY_TABLES if table not in _HISTORY]
    found = {table: sorted(map(repr, case.db.execute(f"SELECT * FROM {table}"))) for table in tables}
    found["search"] = sorted(map(repr, case.db.execute("SELECT record, words FROM record_text")))
    return found


def entry_count(case: OpenCase) -> int:
    return int(case.db.execute("SELECT count(*) FROM entry").fetchone()[0])


def batches(case: OpenCase, after: int) -> list[str]:
    """The acts that the entries after the first so many belong to, each once."""
    rows = case.db.execute("SELECT json_extract(body, '$.batch') FROM entry WHERE n > ? ORDER BY n", (after,))
    return list(dict.fromkeys(batch for (batch,) in rows))
