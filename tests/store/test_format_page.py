"""FORMAT.md says what the program does: its tables of kinds and fields, its example, its limits."""

import json
import re

import pytest

from factcheck.core.catalogue import GIVEN_ONCE, KINDS
from factcheck.core.entities import ENTITIES
from factcheck.core.entry import FORMAT, MAX_AT, MAX_SEQ, canonical, entry_of, sha256
from factcheck.core.rules import MAX_INTEGER, rules_of
from factcheck.store import blobs, connect, format_page, migrations, union
from factcheck.store.case import CaseFile
from factcheck.store.ledger_tables import LEDGER_TABLES, LOCAL_TABLES

PAGE = format_page.PAGE.read_text(encoding="utf-8")


def test_the_tables_are_those_of_the_catalogue() -> None:
    assert format_page.renewed(PAGE) == PAGE, (
        "python -m factcheck.store.format_page prints the page as it should be"
    )


def test_every_kind_and_every_field_is_on_the_page() -> None:
    for kind in KINDS.values():
        assert f"`{kind.name}`" in PAGE
    for entity in ENTITIES.values():
        section = PAGE.partition(f"\n### {entity.name}")[2].partition("\n### ")[0]
        for name, rule in rules_of(entity.record).items():
            line = next(line for line in section.splitlines() if line.startswith(f"| `{name}` |"))
            assert ("needed" in line) == rule.required
            assert ("given once" in line) == (name in GIVEN_ONCE)


def test_the_example_is_right() -> None:
    example = PAGE.partition("<!-- example: begin -->")[2].partition("<!-- example: end -->")[0]
    body, header = (line.strip() for line in example.splitlines() if line.startswith("    "))
    body_hash, identity = re.findall(r" ([0-9a-f]{64})[.\n]", example)
    assert canonical(json.loads(body)) == body
    assert canonical(json.loads(header)) == header
    assert sha256(body) == body_hash
    assert sha256(header) == identity
    fields = json.loads(header)
    assert fields.pop("body_hash") == body_hash
    assert fields.pop("format") == FORMAT
    assert entry_of(**fields, body=body).hash == identity


@pytest.mark.parametrize(
    "said",
    [
        f"0x{connect.APPLICATION_ID:X}",
        f"{MAX_SEQ:,}",
        f"{MAX_AT:,}",
        f"±{MAX_INTEGER:,}",
        f"{union.MAX_BODY:,} code points",
        f"{blobs.MAX_BLOB:,} bytes",
        f"of the tables that are kept ({migrations.VERSION})",
        f"the format of this entry: {FORMAT}",
    ],
)
def test_the_limits_are_right(said: str) -> None:
    assert said in PAGE


def test_the_columns_of_the_ledger_are_right(case: CaseFile) -> None:
    section = PAGE.partition("## The table `entry`")[2].partition("\n##")[0]
    said = re.findall(r"^\| `(\w+)` \|", section, re.MULTILINE)
    assert said == [name for _, name, *_ in case.db.execute("PRAGMA table_info(entry)")]


def test_the_tables_named_are_there(case: CaseFile) -> None:
    found = {name for (name,) in case.db.execute("SELECT name FROM sqlite_schema")}
    for name in (*LEDGER_TABLES, *LOCAL_TABLES, "record", "passage", "finding", "pending"):
        assert name in found
        assert f"`{name}`" in PAGE
    assert {"discrepancies", "chronology"} <= found


def test_the_page_lies_in_the_package() -> None:
    assert format_page.PAGE.parent.name == "store"
    assert format_page.PAGE.parent.parent.name == "factcheck"
