"""Every act from the command line, as a person does them one after another."""

import json
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

import pytest

from factcheck.cli.commands import cases as case_commands
from factcheck.core.formats import REPORTS
from tests.cli.conftest import TESTIMONY, WORDS, Done, Run


def value(done: Done) -> Any:
    assert done.code == 0, done.err
    return json.loads(done.out)


def ok(done: Done) -> str:
    assert done.code == 0, done.err
    return done.out.rstrip("\n")


def test_what_was_made(case: Path, run: Run) -> None:
    assert [item["label"] for item in value(run("list", case, "sources", "--json"))] == ["D1"]
    assert [item["label"] for item in value(run("list", case, "events", "--json"))] == ["E1", "E2"]
    shown = ok(run("show", case, "S1"))
    assert WORDS in " ".join(shown.split())
    assert "what will you do?" in shown


def test_made_records_print_their_label_or_id_and_label(case: Path, run: Run) -> None:
    assert ok(run("event", case, "--title", "Another")) == "E3"
    made = value(run("event", case, "--title", "One more", "--json"))
    assert made["label"] == "E4"
    assert value(run("show", case, made["id"], "--json"))["label"] == "E4"


def test_a_new_reviewer_is_said_once(case: Path, run: Run) -> None:
    first = run("--by", "Ann Lee", "tag", case, "S1", "check")
    assert "Ann Lee is now a reviewer" in first.err
    assert "reviewer" not in run("tag", case, "S1", "again", "--by", "Ann Lee").err
    assert "reviewer" not in run("list", case, "tags", "--by", "Nobody").err


def test_the_environment_names_the_reviewer(case: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("FACTCHECK_REVIEWER", "Bo")
    assert "Bo is now a reviewer" in run("tag", case, "S1", "check").err
    assert "Cy is now a reviewer" in run("tag", case, "S1", "second look", "--by", "Cy").err


def test_statements_from_a_source(case: Path, run: Run) -> None:
    start = TESTIMONY.index("I'm not aware")
    assert ok(run("capture", case, "D1", f"{start}:{start + 13}", "--speaker", "John Stone")) == "S2"
    assert "I'm not aware" in ok(run("show", case, "S2"))
    label = ok(run("capture", case, "D1", "I’m not aware", "unable to comment", "--speaker", "John Stone"))
    assert "I'm not aware … unable to comment" in ok(run("show", case, label))


@pytest.mark.parametrize(
    ("place", "code", "said"),
    [
        ("I never met him", 2, "These words are not in D1"),
        ("of", 2, "These words stand 2 times in D1"),
        ("10:5", 2, "no such place"),
        ("0:999999", 2, "no such place"),
    ],
)
def test_places_that_are_not_there(case: Path, run: Run, place: str, code: int, said: str) -> None:
    done = run("capture", case, "D1", place, "--speaker", "John Stone")
    assert (done.code, done.out) == (code, "")
    assert said in done.err


def test_a_statement_without_a_source(case: Path, run: Run) -> None:
    words = ("statement", case, "--words", "My answer was correct.", "--speaker", "John Stone")
    more = ("--status", "sworn-written", "--regarding", "S1", "--afterwards", "reaffirmed", "--unprompted")
    label = ok(run(*words, *more))
    shown = value(run("show", case, label, "--json"))
    assert (shown["status"], shown["afterwards"], shown["prompted"]) == (
        "sworn written",
        ["reaffirmed"],
        False,
    )


def test_evidence_explanations_people(case: Path, run: Run) -> None:
    assert ok(run("evidence", case, "E1", "--mode", "attended", "--cited", "Office diary", "--tier", "1"))
    assert ok(run("evidence", case, "E1", "--mode", "reported", "--source", "D1", "--at", WORDS))
    label = ok(
        run("explain", case, "L1", "--words", "Asked about the campaign.", "--offered", "by-spokesperson")
    )
    assert label == "X1"
    assert "by spokesperson" in ok(run("show", case, "X1"))
    person = ok(run("person", case, "Jane Roe", "--alias", "J. Roe", "--role", "Counsel"))
    assert "Jane Roe" in ok(run("show", case, person))
    assert run("evidence", case, "E1", "--mode", "reported", "--at", WORDS).code == 2


def test_editing(case: Path, run: Run) -> None:
    ok(run("edit", case, "E2", "title=Reception at the hotel", "place=Hotel"))
    assert value(run("show", case, "E2", "--json"))["title"] == "Reception at the hotel"
    ok(run("edit", case, "E2", "place="))
    assert not value(run("show", case, "E2", "--json")).get("place")
    for changes in (("colour=red",), ("established=perhaps",), ("when=soonish",), ("title=a", "title=b")):
        done = run("edit", case, "E2", *changes)
        assert done.code in {1, 2}
        assert done.out == ""
        assert "Traceback" not in done.err


def test_splitting_and_grading(case: Path, run: Run) -> None:
    pieces = ("I'm not aware of any of those activities", "called a surrogate at a time or two", WORDS)
    labels = ok(run("split", case, "S1.C1", *pieces)).splitlines()
    assert len(labels) == 3
    listed = ok(run("list", case, "claims"))
    assert all(label in listed for label in labels)
    done = run("grade", case, labels[-1], "E1", "c342", "--rationale", "No limit.", "--reading", "A plain=4")
    assert "contradicts · 3 substantial · scope or capacity · confidence medium" in done.err
    assert ok(done)
    again = value(
        run("grade", case, f"{labels[-1]}-E1", "q", "2", "4", "2", "--json", "--scope", "capacity=?")
    )
    assert set(again) == {"id", "label", "remarks"}
    assert "owed" in {remark["severity"] for remark in again["remarks"]}
    options = ("--relation", "u", "--degree", "u", "--kind", "u", "--confidence", "1", "--reason", "Unknown.")
    ok(run("grade", case, labels[0], "E2", *options))
    assert "Unknown." in json.dumps(value(run("list", case, "grades", "--json")))


@pytest.mark.parametrize(
    ("words", "code", "said"),
    [
        (("L1", "z342"), 2, "is no"),
        (("L1", "c34"), 2, "is no grade"),
        (("L1", "s342"), 1, "degree 0"),
        (("L1", "c341", "--kind", "4"), 2, "one of the two"),
        (("L1", "--relation", "c"), 2, "Missing: degree, kind, confidence."),
        (("L99", "c342"), 2, "L99"),
        (("S1.C1", "E99", "c342"), 2, "E99"),
        (("L1", "c342", "--scope", "mood=y"), 2, "capacity"),
        (("L1", "c342", "--reading", "A plain=9"), 2, "degree"),
        (("L1", "c342", "--as-of", "soonish"), 2, "soonish"),
    ],
)
def test_grades_that_are_refused(case: Path, run: Run, words: Sequence[str], code: int, said: str) -> None:
    done = run("grade", case, *words)
    assert (done.code, done.out) == (code, ""), done.err
    assert said in done.err


@pytest.mark.parametrize(
    ("epoch", "option", "as_of"),
    [("1772409600", (), "2026-03-02"), ("1772409600", ("--as-of", "2018-01-01"), "2018-01-01")],
)
def test_the_as_of_stamp(
    case: Path, run: Run, monkeypatch: pytest.MonkeyPatch, epoch: str, option: tuple[str, ...], as_of: str
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", epoch)
    ok(run("grade", case, "L1", "s003", *option))
    assert [grade["as_of"] for grade in value(run("list", case, "grades", "--json"))] == [as_of]


def test_a_stamp_that_is_no_time_is_refused(case: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "yesterday")
    done = run("grade", case, "L1", "s003")
    assert (done.code, done.out) == (2, "")


def test_notes_and_tags(case: Path, run: Run) -> None:
    note = value(run("note", case, "L1", "Ask for the print", "--scope", "report", "--json"))
    ok(run("note", case, "L1", "Asked", "--answers", note["id"]))
    assert "Ask for the print" in ok(run("list", case, "notes"))
    ok(run("tag", case, "S1", "follow-up"))
    assert "follow-up" in ok(run("list", case, "tags"))


def test_taking_back_and_bringing_back(case: Path, run: Run) -> None:
    ok(run("withdraw", case, "E2", "--reason", "Same as E1"))
    assert "withdr" in ok(run("undo", case)).lower()
    ok(run("redo", case))
    assert value(run("show", case, "E2", "--json"))["withdrawn"] is True
    log = ok(run("log", case, "E2"))
    assert "Reception" in log or "E2" in log
    assert isinstance(value(run("log", case, "--json")), list)


def test_nothing_to_undo_is_said(case: Path, run: Run) -> None:
    for words in (("undo", case, "--by", "Newcomer"), ("redo", case, "--by", "Newcomer")):
        done = run(*words)
        assert (done.code, done.out) == (1, "")
        assert "There is nothing to" in done.err


def test_copies(case: Path, run: Run, tmp_path: Path) -> None:
    copy = tmp_path / "copy.db"
    assert ok(run("copy", case, copy)) == f"wrote {copy}"
    assert ok(run("verify", copy)).startswith("ok: ")
    assert run("copy", case, copy).code == 1
    backup = value(run("backup", case, "--json"))["path"]
    assert Path(backup).is_file()


def test_a_torn_case_is_told_by_verify(case: Path, run: Run) -> None:
    whole = case.read_bytes()
    case.write_bytes(whole[: len(whole) // 2])
    told = run("verify", case, "--json")
    assert told.code == 1
    found = json.loads(told.out)
    assert found["ok"] is False
    assert found["problems"][0]["where"]
    assert run("verify", case).out.startswith("not ok: ")


def test_verify(case: Path, run: Run) -> None:
    verified = value(run("verify", case, "--json"))
    assert set(verified) == {"ok", "entries", "problems"}
    assert verified["ok"] is True


@pytest.mark.parametrize(
    ("name", "starts"),
    [
        ("annex.html", "<!doctype html"),
        ("annex.json", "{"),
        ("annex.md", "**draft**"),
        ("annex.txt", "  draft "),
        ("annex", "<!doctype html"),
    ],
)
def test_reports(case: Path, run: Run, tmp_path: Path, name: str, starts: str) -> None:
    assert ok(run("report", case, "--as", "annex", "-o", tmp_path / name)) == f"wrote {tmp_path / name}"
    assert (tmp_path / name).read_text("utf-8").lower().startswith(starts)


def test_a_report_is_printed(case: Path, run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    before = set(tmp_path.iterdir())
    assert "Check of every quotation" in ok(run("report", case, "-o", "-"))
    assert ok(run("report", case, "-o", "-", "--format", "md")).startswith("**DRAFT**")
    assert "annex" in value(run("report", case, "-o", "-", "--json"))["report"]
    assert set(tmp_path.iterdir()) == before, "no file of that name"


def test_the_formats_of_a_report_are_those_that_can_be_made(run: Run) -> None:
    told = ok(run("report", "--help"))
    for formats in REPORTS.values():
        assert f"[{'|'.join(formats)}]" in told
    assert f"[{'|'.join(REPORTS)}]" in told


def test_adding_what_is_there_already(case: Path, run: Run, tmp_path: Path) -> None:
    again = tmp_path / "again.txt"
    again.write_text(TESTIMONY, "utf-8")
    done = run("add", case, again)
    assert ok(done) == "D1"
    assert "already here as D1" in done.err
    assert value(run("add", case, again, "--json"))["same_as"] == "D1"


def test_adding_goes_on_past_trouble(case: Path, run: Run, tmp_path: Path) -> None:
    other = tmp_path / "other.txt"
    other.write_text("“I never did,” she said on 2 May 2017.", "utf-8")
    done = run("add", case, tmp_path / "missing.txt", other, "--json")
    assert done.code == 1
    assert [item["label"] for item in json.loads(done.out)] == ["D2"]
    assert "missing.txt" in done.err
    assert run("add", case, other, other, "--title", "T").code == 2


def test_triage(case: Path, run: Run, tmp_path: Path) -> None:
    article = tmp_path / "article.txt"
    article.write_text('"I did not meet with him," Jane Roe told the committee on 2 May 2017.\n', "utf-8")
    ok(run("add", case, article, "--kind", "news", "--published", "2017-05-03"))
    waiting = value(run("triage", case, "--json"))
    assert waiting
    assert "I did not meet with him" in ok(run("triage", case))
    assert value(run("triage", case, "--min-confidence", "1", "--json")) == []
    assert run("triage", case, "--reject", "nothing").code == 2
    assert ok(run("triage", case, "--reject", waiting[-1]["id"][:8])) == ""
    assert [item["id"] for item in value(run("triage", case, "--json"))] == [
        item["id"] for item in waiting[:-1]
    ]
    ok(run("undo", case))
    made = ok(run("triage", case, "--accept-all")).splitlines()
    assert len(made) >= len(waiting)
    done = run("triage", case)
    assert (done.code, done.out) == (0, "")
    assert "No proposal waits" in done.err


@pytest.mark.parametrize("kind", ["rows", "grades", "notes", "tags", "proposals"])
def test_an_empty_list_says_what_to_do(case: Path, run: Run, kind: str) -> None:
    done = run("list", case, kind)
    assert (done.code, done.out) == (0, "")
    assert f"No {kind} here yet" in done.err
    assert value(run("list", case, kind, "--json")) == []


def test_reading_without_a_case(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "testimony.txt"
    file.write_text(TESTIMONY, "utf-8")
    read = value(run("read", file, "--published", "2017-01-10", "--json"))
    assert {"source", "turns", "statements", "events", "people", "dates", "holes"} <= set(read)
    assert read["source"]["name"] == "testimony.txt"
    assert "testimony.txt" in ok(run("read", file))
    several = run("read", file, tmp_path / "missing.txt", file, "--json")
    assert several.code == 1
    lines = [json.loads(line) for line in several.out.splitlines()]
    assert [line["source"]["name"] for line in lines] == ["testimony.txt", "missing.txt", "testimony.txt"]
    assert lines[1]["error"]["title"]


def test_reading_lines(run: Run, tmp_path: Path) -> None:
    file = tmp_path / "docs.jsonl"
    good = {
        "id": "a",
        "text": "“I never did,” he said.\u2028More.",
        "kind": "news",
        "published": "2017-05-03",
    }
    file.write_text(
        "\n".join([json.dumps(good, ensure_ascii=False), "", "{", '{"id": "c"}', '{"text": "b"}']), "utf-8"
    )
    done = run("read", "--lines", file, "--json")
    assert done.code == 1
    lines = [json.loads(line) for line in done.out.split("\n")[:-1]]
    assert [line["source"]["name"] for line in lines] == ["a", "line 3", "c", "line 5"]
    assert ["error" in line for line in lines] == [False, True, True, False]
    assert lines[0]["source"]["text"] == good["text"]


def test_data_cannot_steer_the_terminal(case: Path, run: Run) -> None:
    ok(run("statement", case, "--words", "I \x1b]0;owned\x07 did \u202enot", "--speaker", "E\x9bve"))
    for words in (
        ("show", case, "S2"),
        ("list", case, "statements"),
        ("log", case),
        ("list", case, "people"),
    ):
        text = ok(run(*words))
        assert not set(text) & set("\x1b\x07\u202e\x9b")
    assert "\\u001b]0;owned\\u0007" in run("list", case, "statements", "--json").out


def test_a_terminal_gets_the_interface(case: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[tuple[Path, str]] = []
    app = ModuleType("factcheck.tui.app")
    app.run = lambda case, viewer, settings: opened.append((case.path, viewer.name))  # type: ignore[attr-defined]  # a module made for the test
    monkeypatch.setitem(sys.modules, "factcheck.tui.app", app)
    monkeypatch.setattr(case_commands, "_has_a_terminal", lambda: True)
    assert run("open", case, "--by", "Ann").code == 0
    assert run("--by", "Ann").code == 0
    assert run(case, "--json").code == 0
    assert opened == [(case, "Ann")] * 2


def test_how_the_interface_ends_is_how_the_command_ends(
    case: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = ModuleType("factcheck.tui.app")
    app.run = lambda case, viewer, settings: 1  # type: ignore[attr-defined]  # a module made for the test
    monkeypatch.setitem(sys.modules, "factcheck.tui.app", app)
    monkeypatch.setattr(case_commands, "_has_a_terminal", lambda: True)
    assert run("open", case).code == 1


@pytest.mark.parametrize(
    "words", [("read", "--lines", "x"), ("demo",), ("list", "claims"), ("tag", "S1", "t")]
)
def test_what_no_last_case_and_no_name_mean(
    words: tuple[str, ...], run: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done = run(*words)
    assert done.code == {"demo": 0, "read": 1}.get(words[0], 2)
    assert "Traceback" not in done.err
    if done.code == 2:
        assert "factcheck demo" in done.err


def test_nobody_is_named(case: Path, run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.config._login_name", lambda: None)
    done = run("tag", case, "S1", "check")
    assert (done.code, done.out) == (2, "")
    assert "--by NAME" in done.err
    assert run("list", case, "claims").code == 0


@pytest.mark.parametrize("kind", ["folder", "text", "empty", "torn"])
@pytest.mark.parametrize("line", [("list", "claims"), ("verify",), ("tag", "S1", "t"), ("open",)])
def test_files_that_are_no_case(
    kind: str, line: tuple[str, ...], case: Path, run: Run, tmp_path: Path
) -> None:
    path = tmp_path / f"{kind}.db"
    if kind == "folder":
        path.mkdir()
    else:
        path.write_bytes({"text": b"hello", "empty": b"", "torn": case.read_bytes()[:3000]}[kind])
    done = run(line[0], path, *line[1:])
    assert done.code == 1
    if (kind, line) == ("torn", ("verify",)):  # what verify is asked for is what it finds
        assert done.out.startswith("not ok: ")
        return
    assert done.out == ""
    assert done.err.startswith("factcheck: ")
    assert "inside factcheck" not in done.err


@pytest.mark.parametrize(
    "line",
    [
        ("tag", "S1", "t\udcff"),
        ("tag", "S\udcff", "t"),
        ("note", "S1", "t", "--by", "A\udcff"),
        ("edit", "S1", "forum=\udcff"),
        ("event", "--title", "\udcff"),
    ],
    ids=lambda line: line[0],
)
def test_bytes_that_are_no_text_are_refused(line: tuple[str, ...], case: Path, run: Run) -> None:
    done = run(line[0], case, *line[1:])
    assert (done.code, done.out) == (2, "")
    assert "inside factcheck" not in done.err


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("report", "-o", "missing/a.html"), "cannot be written"),
        (("copy", "inquiry.db"), "already"),
        (("show", "ZZ9"), "ZZ9"),
        (("show", "S1", "--text"), "S1"),
        (("log", "ZZ9"), "ZZ9"),
        (("add", "."), "folder"),
        (("evidence", "E1", "--mode", "attended"), "Evidence needs a source"),
        (("withdraw", "E1", "--reason", " "), "reason"),
        (("event", "--title", " "), "title"),
        (("split", "S1.C1", "0:999999"), "no such place"),
        (("split", "S1.C1", "nothing of the sort"), "not in S1"),
        (("triage", "--accept", "zz"), "No proposals that wait"),
    ],
    ids=lambda value: " ".join(value) if isinstance(value, tuple) else "",
)
def test_what_cannot_be_done_is_said(
    words: tuple[str, ...], said: str, case: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(case.parent)
    done = run(words[0], case.name, *words[1:], "--json")
    assert done.code in {1, 2}
    assert done.out == ""
    assert said in done.err
    assert "inside factcheck" not in done.err
