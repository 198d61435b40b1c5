"""Which record stands, whatever was merged into what: one for each group, the same by walk and by SQL."""

from __future__ import annotations

import sqlite3

from hypothesis import given
from hypothesis import strategies as st

from factcheck.store.standing import standing_id, stands, ways

MOST = 7


@given(st.lists(st.none() | st.integers(0, MOST - 1), min_size=MOST, max_size=MOST))
def test_a_walk_and_the_condition_agree(pointers: list[int | None]) -> None:
    db = sqlite3.connect(":memory:")
    db.execute("CREATE TABLE record (id TEXT PRIMARY KEY, number INTEGER, at INTEGER)")
    db.execute("CREATE TABLE event (id TEXT PRIMARY KEY, same_as TEXT)")
    for n, pointer in enumerate(pointers):
        db.execute("INSERT INTO record VALUES (?,?,?)", (f"e{n}", (MOST - n) // 2, n))
        db.execute("INSERT INTO event VALUES (?,?)", (f"e{n}", None if pointer is None else f"e{pointer}"))
    heads = {f"e{n}": standing_id(db, "event", f"e{n}") for n in range(MOST)}
    by_condition = {id_ for (id_,) in db.execute(f"SELECT x.id FROM event x WHERE {stands('event', 'x')}")}
    assert set(heads.values()) == by_condition
    assert all(heads[head] == head for head in heads.values()), "what stands stands for itself"
    on_the_way = set(db.execute(f"SELECT first, id FROM {ways('event')}"))
    assert all(head == id_ or (id_, head) in on_the_way for id_, head in heads.items())
    db.close()
