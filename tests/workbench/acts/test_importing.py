"""Importing tables: what comes in, what is refused and told, and that it is all or nothing."""

from __future__ import annotations

import datetime
import io
import json
import subprocess
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from factcheck.errors import FactcheckError
from factcheck.read.tables.characters import MAX_LINE
from factcheck.workbench import acts, readings, verifying
from factcheck.workbench.acts import Imported
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, entry_count, state

EVENTS = "id,title,when,who,where\n1,Call,2016-09-08,John Stone;Ann Lee (aide),Office\n2,Tea,,,\n"


def events(case: OpenCase, table: str | bytes, name: str = "table.csv", **mapping: str) -> Imported:
    return brought(case, "events", table, name, mapping)


def statements(case: OpenCase, table: str | bytes, **mapping: str) -> Imported:
    return brought(case, "statements", table, "table.csv", mapping)


def brought(case: OpenCase, sort: str, table: str | bytes, name: str, mapping: dict[str, str]) -> Imported:
    path = case.path.with_name(name)
    path.write_bytes(table.encode() if isinstance(table, str) else table)
    return acts.import_table(case, ANN, path, as_=sort, mapping=mapping)


def listed(case: OpenCase, kind: str) -> list[dict[str, Any]]:
    return readings.list_records(case, ANN, kind)


def counted(done: Imported) -> tuple[int, int, int]:
    return done.made, done.known, done.unread


def lines(values: Iterable[Any]) -> str:
    return "\n".join(json.dumps(value) for value in values)


@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"], ids=["plain", "byte-order mark"])
@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("table.csv", EVENTS),
        ("table.CSV", EVENTS.replace("\n", "\r\n")),
        (
            "semicolons.csv",
            'id;title;when;who;where\n1;Call;2016-09-08;"John Stone;Ann Lee (aide)";Office\n2;Tea;;;\n',
        ),
        ("table.tsv", EVENTS.replace(",", "\t")),
        (
            "table.jsonl",
            lines(
                [
                    {
                        "id": 1,
                        "title": "Call",
                        "when": "2016-09-08",
                        "who": ["John Stone", {"name": "Ann Lee", "capacity": "aide"}],
                        "where": "Office",
                    },
                    {"id": "2", "title": "Tea"},
                ]
            ),
        ),
    ],
    ids=lambda value: value if len(value) < 20 else "",
)
def test_the_same_rows_in_every_format(name: str, text: str, bom: bytes, empty: OpenCase) -> None:
    assert counted(events(empty, bom + text.encode(), name)) == (2, 0, 0)
    call, tea = listed(empty, "events")
    assert (call["title"], call["when"], call["place"], call["foreign_id"]) == (
        "Call",
        "2016-09-08",
        "Office",
        "1",
    )
    assert [(who["name"], who["capacity"]) for who in call["who"]] == [
        ("John Stone", None),
        ("Ann Lee", "aide"),
    ]
    assert (tea["title"], tea["when"], tea["who"]) == ("Tea", None, [])


def test_statements_come_with_their_claim(empty: OpenCase) -> None:
    head = "ID,Quote,Speaker,Said On,Question,Status"
    table = f"{head}\n7,“No sir.”,John Stone,10 January 2017,Did you?,sworn oral\n"
    assert counted(statements(empty, table)) == (1, 0, 0)
    (said,) = listed(empty, "statements")
    assert (said["words"], said["speaker"], said["said_on"]) == ("“No sir.”", "John Stone", "2017-01-10")
    assert (said["question"], said["status"]) == ("Did you?", "sworn oral")
    assert [claim["words"] for claim in listed(empty, "claims")] == ["“No sir.”"]


def test_columns_are_named_by_the_person(empty: OpenCase) -> None:
    done = statements(
        empty, "Answer,Day,Whom\nNo.,2017-01-10,Stone\n", text="answer", date="Day", speaker="WHOM "
    )
    assert counted(done) == (1, 0, 0)
    assert [(said["words"], said["speaker"]) for said in listed(empty, "statements")] == [("No.", "Stone")]


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.csv", "Quote,Speaker Name,Asked by,Mood\nNo.,Stone,Frank,calm\n"),
        ("a.jsonl", '{"quote": "No.", "Asked by": "Frank"}\n{"quote": "Yes.", "Mood": "calm"}\n'),
    ],
)
def test_what_no_field_takes_is_said(name: str, text: str, empty: OpenCase) -> None:
    done = brought(empty, "statements", text, name, {})
    assert done.notes[-1] == ("Not imported: Asked by, Mood. --map FIELD=COLUMN takes a column for a field.")


@pytest.mark.parametrize(
    ("name", "text", "mapping", "said"),
    [
        ("a.csv", "a,b\n1,2\n", {}, "no column for the text"),
        ("a.csv", "text,b\n1,2\n", {"speaker": "c"}, "no column “c”"),
        ("a.csv", "text,b\n1,2\n", {"mood": "b"}, "no field “mood”"),
        ("a.csv", "text,Text\n1,2\n", {}, "two columns “text”"),
        ("a.csv", "", {}, "There is no row"),
        ("a.csv", "\n\n", {}, "There is no row"),
        ("a.jsonl", '{"text": "No."}\n', {"speaker": "c"}, "no column “c”"),
        ("a.json", '[{"text": "No."}]\n', {"speaker": "c"}, "No item names it"),
        ("a.json", '{"text": "No."', {}, "no rows in this JSON"),
        ("a.csv", b"%PDF-1.7\n%\xe2\xe3\n", {}, "a PDF, which is no table"),
        ("a.csv", "<!doctype html><html><body>Please sign in</body></html>", {}, "a web page"),
    ],
)
def test_a_table_that_cannot_be_meant_is_refused_whole(
    name: str, text: str | bytes, mapping: dict[str, str], said: str, empty: OpenCase
) -> None:
    before = entry_count(empty)
    with pytest.raises(FactcheckError) as refused:
        brought(empty, "statements", text, name, mapping)
    assert said in f"{refused.value} {refused.value.hint}"
    assert entry_count(empty) == before


def test_one_json_list(empty: OpenCase) -> None:
    table = '[{"text": "No."},\n{"text": 7.5}, 3, {"text": "a", "text": "b"}, {"text": "Yes."}]\n'
    done = brought(empty, "statements", table, "a.json", {})
    assert counted(done) == (2, 0, 3)
    assert [problem.partition(": ")[0] for problem in done.problems] == [
        f"a.json, item {number}" for number in (2, 3, 4)
    ]


@pytest.mark.parametrize(
    ("encoding", "noted"), [("windows-1252", "windows-1252"), ("utf-16", ""), ("utf-8-sig", "")]
)
def test_other_encodings_are_read_and_a_guess_is_said(encoding: str, noted: str, empty: OpenCase) -> None:
    words = "Le témoin a déjà été entendu à Besançon."
    done = statements(empty, f"text\nNo.\n{words}\n".encode(encoding))
    assert counted(done) == (2, 0, 0)
    assert [said["words"] for said in listed(empty, "statements")] == ["No.", words]
    assert noted in " ".join(done.notes)


def test_a_workbook(empty: OpenCase) -> None:
    book = openpyxl.Workbook()
    for row in (
        ("title", "when", "who"),
        ("Call", datetime.date(2016, 9, 8), "Ann Lee"),
        ("Tea", "soonish", None),
    ):
        book.active.append(row)
    kept = io.BytesIO()
    book.save(kept)
    done = events(empty, kept.getvalue(), "log.xlsx")
    assert counted(done) == (1, 0, 1)
    assert done.problems[0].startswith("log.xlsx, row 3: “soonish” is not one date")
    assert [(event["title"], event["when"]) for event in listed(empty, "events")] == [("Call", "2016-09-08")]


def test_what_stands_above_a_table_is_said(empty: OpenCase) -> None:
    done = events(empty, "Register of meetings 2016\n\ntitle,when,who\nCall,2016,\n")
    assert counted(done) == (1, 0, 0)
    assert done.notes == ["Line 1 is above the table: “Register of meetings 2016”."]


def test_a_missing_file_and_another_sort_are_refused(empty: OpenCase) -> None:
    with pytest.raises(FactcheckError, match="cannot be read"):
        acts.import_table(empty, ANN, empty.path.with_name("missing.csv"), as_="events")
    with pytest.raises(FactcheckError, match="Nothing is imported as “rows”"):
        acts.import_table(empty, ANN, empty.path, as_="rows")


@pytest.mark.parametrize(
    ("row", "said"),
    [
        ("9,,,,", "It has no title"),
        ("9,Call,8/9/2016,,", "2016-09-08 or 2016-08-09"),
        ("9,Call,soonish,,", "“soonish” is not one date"),
        ("9,Call,2016-13-45,,", "is not one date"),
        ("9,Call,,,,,x", "more cells than there are columns"),
        ('9,Call,"2016-09-08"x,,', "cannot be told apart"),
        ("9,Ca\0ll,,,", "NUL"),
        ("9,Call,,P7,", "P7"),
        ("9,Call,," + "A" * 60_000 + ",", "Its who is too long"),
        ("9,Call," + "1" * 10_000 + ",,", "Its when is too long"),
    ],
)
def test_a_row_that_cannot_be_read_is_told_and_the_rest_comes_in(
    row: str, said: str, empty: OpenCase
) -> None:
    done = events(empty, f"id,title,when,who,where\n1,Before,2016,Ann Lee,\n{row}\n2,After,2017,,\n")
    assert counted(done) == (2, 0, 1)
    assert said in done.problems[0]
    assert done.problems[0].startswith("table.csv, line 3: ")
    assert len(done.problems[0]) < 500
    assert [event["title"] for event in listed(empty, "events")] == ["Before", "After"]
    assert [event["label"] for event in listed(empty, "events")] == ["E1", "E2"]
    assert [person["name"] for person in listed(empty, "people")] == ["Ann Lee"]


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("{", "no JSON"),
        ("[" * 100_000, "no JSON"),
        ('{"title": ' + "[" * 400 + "]" * 400 + "}", "too deep"),
        ("7", "no JSON object"),
        ('{"title": ["a", "b"]}', "Its title is not text"),
        ('{"title": true}', "Its title is not text"),
        ('{"title": 1.5}', "Its title is not text"),
        ('{"title": "a", "who": [7.5]}', "Its who is not text"),
        ('{"title": "a", "who": {"name": "b"}}', "Its who is not text"),
        ('{"title": "a", "id": {"x": 1}}', "Its id is not text"),
        ('{"title": "a\\ud800"}', "surrogate"),
        ('{"title": "a", "who": ["\\udfff"]}', "surrogate"),
        ('{"title": "a", "id": "\\ud800"}', "surrogate"),
        ('{"title": "a\\u0000b"}', "NUL"),
        ('{"title": ' + "9" * 5_000 + "}", "no JSON"),
        ('{"nothing": "of use"}', "It has no title"),
    ],
    ids=lambda value: value[:30],
)
def test_a_line_that_is_no_record_is_told(line: str, said: str, empty: OpenCase) -> None:
    done = events(empty, f'{{"title": "Before"}}\n\n{line}\n{{"title": "After"}}', "table.jsonl")
    assert counted(done) == (2, 0, 1)
    assert said in done.problems[0]
    assert "table.jsonl, line 3: " in done.problems[0]


def test_one_name_for_two_people_is_refused_for_that_row_and_makes_nobody(empty: OpenCase) -> None:
    for name in ("Ann Lee", "Anna Lee"):
        acts.person(empty, ANN, name, aliases=["A. Lee"])
    done = events(empty, "title,who\nCall,New Man; A. Lee\nTea,Ann Lee\n")
    assert counted(done) == (1, 0, 1)
    assert "may be any of 2 people" in done.problems[0]
    assert [person["name"] for person in listed(empty, "people")] == ["Ann Lee", "Anna Lee"]
    done = statements(empty, "text,speaker,date\nNo.,A. Lee,2017\nYes.,Other Man,8/9/2016\nWell.,P2,2017\n")
    assert counted(done) == (1, 0, 2)
    assert [(said["label"], said["speaker"]) for said in listed(empty, "statements")] == [("S1", "Anna Lee")]
    assert len(listed(empty, "people")) == 2


def test_rows_are_known_again_by_their_id(empty: OpenCase) -> None:
    assert counted(events(empty, EVENTS)) == (2, 0, 0)
    assert counted(events(empty, EVENTS + "3,Dinner,2016,,\n3,Dinner again,2016,,\n")) == (1, 3, 0)
    assert counted(events(empty, '{"id": 3, "title": "Dinner"}', "table.jsonl")) == (0, 1, 0)
    assert len(listed(empty, "events")) == 3
    assert counted(statements(empty, "id,text\n1,No.\n")) == (1, 0, 0), (
        "ids of events are not those of statements"
    )


def test_rows_without_an_id_are_known_by_what_they_say(
    empty: OpenCase, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("factcheck.workbench.acts.importing.AT_ONCE", 2)
    head = "text,speaker,date\n"
    table = head + "No.,Ann Lee,3 March 2017\nNo.,Ann Lee,2017-03-03\nYes.,,\n"
    assert counted(statements(empty, table)) == (3, 0, 0), "what is said twice in one file was said twice"
    done = statements(
        empty, table + "No.,ANN LEE,2017-03-03\nNo.,Ann Lee,2017-03-04\nNo.,Bo Dahl,2017-03-03\n"
    )
    assert (done.made, done.same, done.unread) == (3, 3, 0), "each record answers for one row"
    acts.undo(empty, ANN)
    path = empty.path.with_name("table.csv")
    path.write_text(table, "utf-8")
    again = acts.import_table(empty, ANN, path, as_="statements", again=True)
    assert (again.made, again.same) == (3, 0)


def test_events_without_an_id_are_known_by_what_they_say(empty: OpenCase) -> None:
    table = "title,when,where,who\nCall,8 Sept 2016,Office,John Stone\nTea,,,\n"
    assert counted(events(empty, table)) == (2, 0, 0)
    done = events(empty, table + "Call,2016-09-08,Home,\n")
    assert (done.made, done.same) == (1, 2)


def test_a_speaker_merged_with_another_is_the_same_speaker(empty: OpenCase) -> None:
    table = "text,speaker\nNo.,J. Stone\n"
    statements(empty, "text,speaker\nYes.,John Stone\n")
    statements(empty, table)
    acts.same(empty, ANN, ["P1", "P2"])
    done = statements(empty, table)
    assert (done.made, done.same) == (0, 1)


def test_a_row_that_was_refused_is_not_known(empty: OpenCase) -> None:
    table = "id,title,when\n1,Call,8/9/2016\n1,Call,2016-09-08\n"
    assert counted(events(empty, table)) == (1, 0, 1)
    assert [event["when"] for event in listed(empty, "events")] == ["2016-09-08"]


def test_one_undo_takes_all_back_and_redo_brings_it_again(empty: OpenCase) -> None:
    acts.event(empty, ANN, title="There before")
    before = state(empty)
    events(empty, EVENTS)
    after = state(empty)
    offer = acts.undo(empty, ANN)
    assert "and 1 more" in offer.sentence
    assert state(empty) == before
    acts.redo(empty, ANN)
    assert state(empty) == after
    acts.undo(empty, ANN)
    assert counted(events(empty, EVENTS)) == (2, 0, 0), "what was undone can be imported again"


def test_an_interrupted_import_leaves_nothing(empty: OpenCase, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.workbench.acts.importing.AT_ONCE", 10)
    path = empty.path.with_name("many.csv")
    path.write_text("title,who\n" + "".join(f"Event {n},Person {n}\n" for n in range(95)), "utf-8")
    before, entries = state(empty), entry_count(empty)
    told: list[int] = []

    def stop(read: int) -> None:
        told.append(read)
        if read == 50:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        acts.import_table(empty, ANN, path, as_="events", progress=stop)
    assert told == [10, 20, 30, 40, 50]
    assert (state(empty), entry_count(empty)) == (before, entries)
    told.clear()
    assert acts.import_table(empty, ANN, path, as_="events", progress=told.append).made == 95
    assert told[-1] == 95
    assert [event["label"] for event in listed(empty, "events")] == [f"E{n}" for n in range(1, 96)]
    assert verifying.verify(empty, ANN).ok


def test_a_quotation_mark_that_nothing_closes(empty: OpenCase) -> None:
    table = 'id,title\n1,Before\n2,"The rest of the file\n3,Lost\n4,Lost\n'
    done = events(empty, table)
    assert counted(done) == (1, 0, 1)
    assert "lines 3 to 5" in done.problems[0]
    assert [event["title"] for event in listed(empty, "events")] == ["Before"]


def test_cells_of_several_lines_and_marks_within_words(empty: OpenCase) -> None:
    done = events(empty, 'id,title\n1,"Two\nlines, ""quoted"""\n2,A 5" pipe\n3,x,y\n')
    assert counted(done) == (2, 0, 1)
    assert [event["title"] for event in listed(empty, "events")] == ['Two\nlines, "quoted"', 'A 5" pipe']
    assert "line 5: " in done.problems[0]


@pytest.mark.parametrize("quote", ["", '"'], ids=["bare", "quoted"])
def test_a_giant_cell(quote: str, empty: OpenCase) -> None:
    done = events(empty, f"id,title\n1,{quote}{'x' * (MAX_LINE + 10)}{quote}\n2,After\n")
    assert counted(done) == (1, 0, 1)
    assert "line 2" in done.problems[0]
    assert [event["title"] for event in listed(empty, "events")] == ["After"]


def test_a_giant_line_of_json(empty: OpenCase) -> None:
    done = events(empty, '{"title": "' + "x" * (2 * MAX_LINE) + '"}\n{"title": "After"}\n', "table.jsonl")
    assert counted(done) == (1, 0, 1)


def test_a_thousand_columns_and_empty_rows(empty: OpenCase) -> None:
    head = ",".join(["title", *(f"c{n}" for n in range(999))])
    row = ",".join(["Call", *(["x"] * 999)])
    assert counted(events(empty, f"{head}\n{row}\n{',' * 999}\n\n{row},,,\n")) == (2, 0, 0)


def test_only_so_many_rows_are_told_one_by_one(empty: OpenCase) -> None:
    done = events(empty, "title,when\n" + "Call,soonish\n" * 80)
    assert (done.unread, len(done.problems)) == (80, 50)


IMPORT = """
import resource, sys
from pathlib import Path
from factcheck.core.viewer import Viewer, reviewer_id
from factcheck.workbench import acts, cases
folder, rows = Path(sys.argv[1]), int(sys.argv[2])
table = folder / f"{rows}.csv"
with table.open("w") as file:
    file.write("id,title,when,where\\n")
    for n in range(rows):
        title = f"Meeting number {n} about the budget of the department"
        file.write(f"{n},{title},2016-{n % 12 + 1:02},Room {n % 9}\\n")
with cases.new_case(folder / f"{rows}.db", by="Ann") as case:
    case.db.execute("PRAGMA synchronous = OFF")
    done = acts.import_table(case, Viewer(reviewer_id("Ann"), "Ann", "lead"), table, as_="events")
assert done.made == rows, done
print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
"""


@pytest.mark.skipif(sys.platform == "win32", reason="this system measures memory in another way")
def test_memory_does_not_grow_with_the_table(tmp_path: Path, root: Path) -> None:
    def peak(rows: int) -> int:
        done = subprocess.run(
            [sys.executable, "-c", IMPORT, str(tmp_path), str(rows)],
            cwd=root,
            capture_output=True,
            text=True,
            check=True,
        )
        return int(done.stdout) * (1 if sys.platform == "darwin" else 1024)

    assert peak(20_000) - peak(2_000) < 16_000_000
