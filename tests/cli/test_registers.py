"""The commands of registers: importing rows, listing, searching, linking and promoting them."""

import json
from pathlib import Path

import pytest

from tests.cli.conftest import Run

DIARY = """\
ID,Date,Visitor,Organisation,Host,Subject
v1,08/09/2016,"Karlov, Sergei",Embassy,John Stone,Courtesy call
v2,13/09/2016,"Hale, Boris",Tidewater plc,John Stone,Harbour levy
"""


@pytest.fixture
def diary(tmp_path: Path) -> Path:
    path = tmp_path / "diary.csv"
    path.write_text(DIARY, encoding="utf-8")
    return path


def test_a_dry_run_shows_the_mapping_and_imports_nothing(case: Path, diary: Path, run: Run) -> None:
    before = run("list", case, "sources").out
    done = run("import", case, diary, "--as", "rows", "--dry-run")
    assert done.code == 0, done.err
    lines = done.out.splitlines()
    assert any(line.split()[:2] == ["when", "Date"] for line in lines)
    assert any(line.split()[:2] == ["who", "Visitor"] and "Karlov, Sergei" in line for line in lines)
    assert "“Date” is day, month, year, which 13/09/2016 in row 3 proves." in lines
    assert any("2016-09-08" in line and "Sergei Karlov" in line for line in lines)
    assert "2 rows read, 2 kept" in lines
    assert "dry run" in done.err and "--mode" in done.err
    assert run("list", case, "sources").out == before


def test_without_a_mode_nothing_is_imported(case: Path, diary: Path, run: Run) -> None:
    done = run("import", case, diary, "--as", "rows")
    assert (done.code, done.out) == (2, "")
    assert "--mode attended|reported|scheduled|cancelled|absent" in done.err


def test_without_an_order_nothing_is_imported(case: Path, tmp_path: Path, run: Run) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Date,Visitor\n03/04/2016,Anna Grant\n", encoding="utf-8")
    done = run("import", case, table, "--as", "rows", "--mode", "attended")
    assert done.code == 2
    assert "03/04/2016 in row 2" in done.err and "--date-order dmy" in done.err
    done = run("import", case, table, "--as", "rows", "--mode", "attended", "--date-order", "dmy", "--json")
    assert done.code == 0, done.err
    (row,) = json.loads(run("list", case, "rows", "--json").out)
    assert row["when"] == "2016-04-03"


def test_rows_are_imported_listed_found_linked_and_promoted(case: Path, diary: Path, run: Run) -> None:
    done = run("import", case, diary, "--as", "rows", "--mode", "scheduled", "--json")
    assert done.code == 0, done.err
    value = json.loads(done.out)
    assert (value["rows"], value["kept"], value["skipped"], value["mode"]) == (2, 2, [], "scheduled")
    assert value["mapping"]["with"] == ["Host"]
    label = value["source"]
    assert f"{label}:3" in run("list", case, "rows", "--filter", "who:hale").out
    assert f"{label}:2" not in run("list", case, "rows", "--filter", "who:hale").out
    assert f"row 3 of {label}, scheduled: Harbour levy" in run("search", case, "harbour", "levy").out
    assert f"{label}:3" in run("show", case, f"{label}:3").out
    linked = run("link", case, "S1.C1", f"{label}:2")
    assert linked.code == 0, linked.err
    card = run("show", case, linked.out.strip()).out
    assert "scheduled for: Courtesy call" in card and "Sergei" in card
    made = run("promote", case, f"{label}:3", "R1", "--json")
    assert made.code == 0, made.err
    assert [one["label"][0] for one in json.loads(made.out)] == ["E", "E"]
    assert "made of that row before" in run("promote", case, "R1").err
    listed = json.loads(run("list", case, "rows", "--json").out)
    assert [row["label"] for row in listed] == ["R1", "R2"]
    assert run("verify", case).code == 0


def test_what_was_not_read_is_grouped_and_the_exit_code_says_so(case: Path, tmp_path: Path, run: Run) -> None:
    table = tmp_path / "t.csv"
    short = "".join("only\n" for _ in range(7))
    table.write_text(
        f"Date,Visitor\n2016-04-03,Anna Grant\n{short}soon,Jo Park\n,Bo Hale\n", encoding="utf-8"
    )
    done = run("import", case, table, "--as", "rows", "--mode", "attended")
    assert done.code == 1
    assert "10 rows read, 3 kept, 7 skipped" in done.out
    assert "2 have no date" in done.out
    assert "7 skipped: it has fewer cells" in done.err and "and 2 more)" in done.err
    assert "1 kept as they are: the date cannot be read: it is no date (row 10)" in done.err


def test_a_later_file_is_noticed_previewed_and_taken(
    case: Path, diary: Path, tmp_path: Path, run: Run
) -> None:
    run("import", case, diary, "--as", "rows", "--mode", "scheduled")
    later = tmp_path / "later.csv"
    later.write_text(DIARY.replace("Courtesy", "Farewell") + 'v3,14/09/2016,"Park, Jo",,John Stone,Rail\n')
    refused = run("import", case, later, "--as", "rows", "--mode", "scheduled")
    assert refused.code == 2
    assert "looks like a later file of D" in refused.err
    preview = run("import", case, later, "--as", "rows", "--dry-run")
    assert preview.code == 0, preview.err
    assert "1 the same, 1 changed, 1 new, 0 gone" in preview.out
    assert "Subject: Courtesy call -> Farewell call" in preview.out
    label = refused.err.split("later file of ")[1].split()[0]
    done = run("import", case, later, "--as", "rows", "--updates", label, "--json")
    assert done.code == 0, done.err
    assert json.loads(done.out)["changes"]["changed"] == 1
    assert len(json.loads(run("list", case, "rows", "--json").out)) == 3
    apart = run("import", case, later, "--as", "rows", "--mode", "attended", "--updates", "none")
    assert "has these bytes already" in apart.err


def test_rows_come_a_page_at_a_time(case: Path, tmp_path: Path, run: Run) -> None:
    table = tmp_path / "t.csv"
    lines = "".join(f"2016-04-03,Anna Grant,Talk {n}\n" for n in range(9))
    table.write_text(f"Date,Visitor,Subject\n{lines}", encoding="utf-8")
    run("import", case, table, "--as", "rows", "--mode", "attended")
    done = run("list", case, "rows", "--limit", "4", "--offset", "4")
    assert len(done.out.splitlines()) == 5
    assert "Rows 5 to 8 of 9; go on with --offset 8" in done.err
    assert run("list", case, "claims", "--limit", "4").code == 2


def test_options_of_rows_mean_nothing_elsewhere(case: Path, diary: Path, run: Run) -> None:
    done = run("import", case, diary, "--as", "events", "--mode", "attended")
    assert done.code == 2
    assert "--mode is for --as rows" in done.err


def test_what_waits_for_its_source_is_listed(case: Path, tmp_path: Path, run: Run) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Date,Fact,Cite\n2016-04-03,A talk,Hale Dep. 4:5; D1\n", encoding="utf-8")
    done = run("import", case, table, "--as", "rows", "--mode", "reported")
    assert "1 have citations; 1 of them name something the case does not have" in done.out
    waiting = run("list", case, "rows", "--unresolved")
    assert "Hale Dep. 4:5" in waiting.out and "called so" in waiting.out


def test_empty_cells_are_filled_where_that_is_said(case: Path, tmp_path: Path, run: Run) -> None:
    table = tmp_path / "t.csv"
    table.write_text("Meeting date,Visitor,Status\n3 May 2016,Grant,\n,Park,cancelled\n", encoding="utf-8")
    done = run("import", case, table, "--as", "rows", "--dry-run")
    assert "1 have no date; where an empty cell means the one above: --fill 'Meeting date'" in done.out
    done = run(
        "import", case, table, "--as", "rows", "--mode", "attended", "--fill", "Meeting date", "--json"
    )
    told = json.loads(done.out)
    assert (done.code, told["undated"], told["called_off"], told["mode"]) == (0, 0, 1, "attended")
    rows = json.loads(run("list", case, "rows", "--json").out)
    assert [(row["when"], row["mode"]) for row in rows] == [
        ("2016-05-03", "attended"),
        ("2016-05-03", "cancelled"),
    ]
    done = run("import", case, table, "--as", "events", "--fill", "Meeting date")
    assert (done.code, "--fill is for --as rows" in done.err) == (2, True)
    done = run("import", case, table, "--as", "rows", "--mode", "attended", "--fill", "Day")
    assert (done.code, "no column “Day”" in done.err) == (2, True)
