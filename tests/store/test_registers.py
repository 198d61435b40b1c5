"""The rows of registers in the store: in several blobs, in the indexes, and out of them again."""

import sqlite3
from pathlib import Path

from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.core.query import read_query
from factcheck.core.register_rows import RegisterRow
from factcheck.store import project, redaction, registers, union, verify
from factcheck.store.case import CaseFile
from tests.store.histories import map_of
from tests.store.replicas import ANN, blank_case, new_case


def row(number: int, title: str) -> RegisterRow:
    return RegisterRow(number, title, (title, str(number)), when="2016-09-08", who=("Anna Grant",))


def add_register(case: CaseFile, text: str, parts: list[list[RegisterRow]], mode: str = "attended") -> str:
    """A source with a register whose rows are in so many blobs; the register's id."""
    with case.act(ANN) as act:
        source = act.fresh()
        made = r.Source(
            label=act.label("source", source),
            name="t.csv",
            kind="table",
            bytes_sha=act.keep(b"original of " + text.encode()),
            text_sha=act.keep(text.encode()),
            map_sha=act.keep(map_of(text).encode()),
            size=1,
            length=len(text),
            reader="test/1",
        )
        act.put("source.added", source, fields_of(made))
        shas = [act.keep("\n".join(one.as_line() for one in part).encode()) for part in parts]
        register = act.fresh()
        held = r.Register(
            source=source,
            rows_sha=shas[0],
            count=sum(map(len, parts)),
            mode=mode,  # type: ignore[arg-type]
            mapping={"columns": ["Title", "Number"]},
            rows_more=shas[1:] or None,
        )
        act.put("rows.imported", register, fields_of(held))
        return register


def found(db: sqlite3.Connection, words: str) -> list[str]:
    places = registers.places_with(db, read_query(words))
    return [at.row.title for at in registers.at_places(db, places)]


THREE = [[row(2, "Harbour levy"), row(3, "Rail gauge")], [row(4, "Harbour wall")], [row(5, "Übersee 港口")]]


def test_rows_stand_in_the_order_of_their_blobs(tmp_path: Path) -> None:
    with new_case(tmp_path) as case:
        register = add_register(case, "a", THREE)
        rows = [held for _, held in registers.every(case.db, register)]
        assert rows == [one for part in THREE for one in part]
        assert found(case.db, "harbour") == ["Harbour levy", "Harbour wall"]
        assert found(case.db, "ubersee") == ["Übersee 港口"]
        assert found(case.db, "港口") == ["Übersee 港口"]
        assert found(case.db, '"levy harbour"') == []
        assert registers.page(case.db, offset=1, limit=2)[0].ref == "D1:3"


def test_of_two_registers_one_is_taken_out_of_the_indexes(tmp_path: Path) -> None:
    with new_case(tmp_path) as case:
        first = add_register(case, "a", THREE)
        add_register(case, "b", [[row(2, "Harbour of another town")]])
        project.refold(case.db, [first])
        registers.remove(case.db, first)
        assert found(case.db, "harbour") == ["Harbour of another town"]
        assert found(case.db, "港口") == []
        terms = case.db.execute("SELECT doc FROM row_vocabulary WHERE term = 'name0annagrant'").fetchone()
        assert terms == (1,)


def test_replay_finds_the_same_rows(tmp_path: Path) -> None:
    with new_case(tmp_path) as case:
        add_register(case, "a", THREE)
        before = verify.dump(case.db)
        with case.writing() as db:
            project.replay(db)
        assert verify.dump(case.db) == before
        assert found(case.db, "harbour") == ["Harbour levy", "Harbour wall"]
        assert verify.verify(case).ok


def test_rows_come_when_the_last_of_their_blobs_has_come(tmp_path: Path) -> None:
    with new_case(tmp_path) as case, blank_case(tmp_path, "b") as other:
        register = add_register(case, "a", THREE)
        entries, parcel = union.everything(case)
        union.unite(other, entries, parcel[:1])
        for one in parcel[1:]:
            held = registers.size(other.db, register)
            assert held in {0, 4}
            union.unite(other, (), [one])
        assert registers.size(other.db, register) == 4
        assert found(other.db, "rail") == ["Rail gauge"]


def test_a_redacted_source_takes_all_its_rows_along(tmp_path: Path) -> None:
    with new_case(tmp_path) as case:
        register = add_register(case, "a", THREE)
        (source,) = case.db.execute("SELECT source FROM register").fetchone()
        with case.act(ANN) as act:
            fields = {"redacted": True, "redacted_reason": "a court order", "redacted_entries": []}
            act.put("source.redacted", source, fields)
            redaction.enforce(act.projected())
        assert registers.size(case.db, register) == 0
        assert found(case.db, "harbour") == []
        assert case.db.execute("SELECT count(*) FROM blob").fetchone() == (0,)


def test_a_blob_that_is_none_leaves_the_register_without_rows(tmp_path: Path) -> None:
    with new_case(tmp_path) as case:
        register = add_register(case, "a", [[row(2, "Harbour levy")]])
        with case.act(ANN) as act:
            act.put("rows.updated", register, {"rows_sha": act.keep(b'{"number": "x"}'), "count": 1})
        assert registers.size(case.db, register) == 0
        assert found(case.db, "harbour") == []
        assert verify.verify(case).ok
