"""The lists' lines and the index of events follow from the tables, whatever was done and undone."""

from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory

from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.store import lines, project
from factcheck.store.case import CaseFile
from factcheck.store.standing import stands
from tests.store.histories import Hand
from tests.store.replicas import PEOPLE, new_case


def listed(case: CaseFile) -> list[object]:
    return case.db.execute("SELECT id, statement, part, day, number FROM bench_line ORDER BY id").fetchall()


def listed_events(case: CaseFile) -> list[tuple[str, str, int, str]]:
    return case.db.execute("SELECT event, day, number, terms FROM event_line ORDER BY event").fetchall()


def check_indexes(case: CaseFile) -> None:
    for index in ("record_search", "source_search", "event_search"):
        case.db.execute(f"INSERT INTO {index} ({index}, rank) VALUES ('integrity-check', 1)")


def pairs_found(case: CaseFile, index: str) -> int:
    query = f"SELECT count(*) FROM {index} WHERE {index} MATCH '\"会议\"'"
    return int(case.db.execute(query).fetchone()[0])


@settings(max_examples=25)
@given(st.randoms(use_true_random=False), st.integers(1, 25))
def test_lines_follow_from_the_tables(chance: Random, length: int) -> None:
    with TemporaryDirectory() as folder, new_case(Path(folder)) as case:
        hand = Hand(case, chance)
        for _ in range(length):
            hand.works(chance.choice(PEOPLE))
        definition = lines.LISTED.format(statements="", claims="")
        query = f"SELECT id, statement, part, day, number FROM ({definition}) ORDER BY id"
        assert listed(case) == case.db.execute(query).fetchall()
        standing = f"SELECT e.id FROM event e WHERE e.withdrawn = 0 AND {stands('event', 'e')} ORDER BY e.id"
        assert [row[0] for row in listed_events(case)] == [id_ for (id_,) in case.db.execute(standing)]
        check_indexes(case)
        with_pairs = "SELECT count(*) FROM record_text WHERE words LIKE '%会议%'"
        assert pairs_found(case, "record_cjk_search") == case.db.execute(with_pairs).fetchone()[0]
        with_pairs = "SELECT count(*) FROM paragraph_text WHERE words LIKE '%会议%'"
        assert pairs_found(case, "source_cjk_search") == case.db.execute(with_pairs).fetchone()[0]
        before = (listed(case), listed_events(case))
        with case.writing() as db:
            project.replay(db)
        assert (listed(case), listed_events(case)) == before
