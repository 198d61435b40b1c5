"""The golden ledger: this program still reads what the first format wrote, and a script that knows nothing of
the program agrees."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from factcheck.core.entry import FORMAT
from factcheck.store import connect, project, union, verify
from factcheck.store.case import CaseFile
from tests.store import golden_ledger


@pytest.fixture
def golden(tmp_path: Path) -> CaseFile:
    """A case that holds the golden ledger beside its own first entries."""
    case = golden_ledger.receiver(tmp_path)
    report = union.unite(case, *golden_ledger.load(golden_ledger.LEDGER))
    assert report.refused == []
    return case


@pytest.fixture
def path(golden: CaseFile) -> Path:
    golden.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    golden.close()
    return golden.path


def test_every_released_format_has_its_ledger() -> None:
    assert {file.name for file in golden_ledger.FOLDER.glob("*.jsonl")} == {
        f"format{number}.jsonl" for number in range(1, FORMAT + 1)
    }


def test_it_folds_to_what_it_always_did(golden: CaseFile) -> None:
    kept = json.loads(golden_ledger.TOLD.read_text(encoding="utf-8"))
    assert json.loads(golden_ledger.as_json(golden_ledger.told(golden))) == kept
    with golden.writing() as db:
        project.replay(db)
    assert json.loads(golden_ledger.as_json(golden_ledger.told(golden))) == kept


def test_it_holds_what_makes_a_ledger_hard(golden: CaseFile) -> None:
    kept = golden_ledger.told(golden)
    assert any(record["conflicts"] for record in kept["records"].values())
    assert kept["forks"]
    assert kept["waiting"]
    entries, parcel = golden_ledger.load(golden_ledger.LEDGER)
    assert parcel
    assert any(entry.body is None for entry in entries)
    assert golden.db.execute("SELECT count(*) FROM reversal").fetchone()[0] > 1
    assert len({entry.replica for entry in entries}) > 2


def test_verify_accepts_it(path: Path) -> None:
    assert verify.verify_file(path).problems == ()


def check(path: Path) -> tuple[int, list[str]]:
    """The independent script, on a Python without factcheck."""
    script = Path(__file__).with_name("check_ledger.py")
    done = subprocess.run(
        [sys.executable, "-I", "-S", str(script), str(path)],
        capture_output=True,
        text=True,
        env={"PATH": os.environ.get("PATH", "")},
    )
    assert done.stderr == ""
    return done.returncode, done.stdout.splitlines()


def test_the_independent_script_accepts_it(path: Path) -> None:
    assert check(path) == (0, [])


def test_the_script_is_short_and_independent() -> None:
    text = Path(__file__).with_name("check_ledger.py").read_text(encoding="utf-8")
    assert "factcheck" not in "".join(line for line in text.splitlines() if "import" in line)
    assert len([line for line in text.splitlines() if line.strip()]) <= 75


TAMPERINGS = {
    "a header field": ("UPDATE entry SET actor = 'reviewer:mallory' WHERE seq = 3", "header"),
    "a base": ("UPDATE entry SET base = 'nonsense' WHERE seq = 3", "header"),
    "a body": ("UPDATE entry SET body = replace(body, 'a', 'b') WHERE seq = 3", "body"),
    "a body that is no text": ("UPDATE entry SET body = CAST(x'ff' AS TEXT) WHERE seq = 3", "form"),
    "an entry lost": ("DELETE FROM entry WHERE seq = 3", "chain"),
    "a beginning lost": ("DELETE FROM entry WHERE seq = 1", "chain"),
    "another before it": ("UPDATE entry SET prev = hash WHERE seq = 3", "chain"),
    "a clock": ("UPDATE entry SET at = -1 WHERE seq = 3", "limits"),
    "a document": ("UPDATE blob SET stored = x'00'", "document"),
    "a size": ("UPDATE blob SET size = size + 1", "document"),
}


@pytest.mark.parametrize(("change", "told"), TAMPERINGS.values(), ids=TAMPERINGS.keys())
def test_both_reject_each_tampering(path: Path, change: str, told: str) -> None:
    tamper(path, lambda db: db.execute(change))
    code, lines = check(path)
    assert code == 1
    assert any(line.endswith(f": {told}") for line in lines)
    assert not verify.verify_file(path).ok


def tamper(path: Path, change: Callable[[sqlite3.Connection], object]) -> None:
    db = sqlite3.connect(path, isolation_level=None)
    connect.settle(db, write=True)
    for (name,) in db.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'").fetchall():
        db.execute(f"DROP TRIGGER {name}")
    change(db)
    db.close()
