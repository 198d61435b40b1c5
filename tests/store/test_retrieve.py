"""Retrieval: what shares a rare term comes, in a constant number of queries, whatever is common."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.core import records as r
from factcheck.core.ranking import Named, Retriever, Sought
from factcheck.store import retrieve
from factcheck.store.case import CaseFile
from factcheck.store.retrieve import EventRetriever
from tests.bench.large_case import large_case
from tests.store.replicas import ANN


def event(case: CaseFile, title: str, *people: str, when: str | None = None) -> str:
    with case.act(ANN) as act:
        id_ = act.fresh()
        act.make("event", r.Event(label=act.label("event", id_), title=title, when=when), id_)
        for person in people:
            act.make("participant", r.Participant(event=id_, person=person))
    return id_


def person(case: CaseFile, name: str) -> str:
    with case.act(ANN) as act:
        id_ = act.fresh()
        act.make("person", r.Person(label=act.label("person", id_), name=name), id_)
    return id_


def found(case: CaseFile, words: str, *people: str, most: int = 10) -> list[str]:
    retriever: Retriever = EventRetriever(case.db)
    sought = Sought("c", words, people=tuple(Named(one, "") for one in people))
    return [candidate.label for candidate in retriever.candidates(sought, most)[0]]


def test_word_families_kins_and_people_are_found(case: CaseFile) -> None:
    kay, lee = person(case, "Sergey K."), person(case, "Ann Lee")
    event(case, "Meeting with an ambassador")
    event(case, "Harvest", kay)
    event(case, "Flood", lee)
    event(case, "He communicated by letter")
    assert set(found(case, "I had communications", kay)) == {"E1", "E2", "E4"}
    assert found(case, "I did not") == []


def test_a_person_merged_into_another_is_the_other(case: CaseFile) -> None:
    kay, same = person(case, "Sergey K."), person(case, "S. Kay")
    event(case, "Harvest", same)
    with case.act(ANN) as act:
        act.put("person.same", same, {"same_as": kay})
    candidates, _ = EventRetriever(case.db).candidates(Sought("c", "harvest"), 10)
    assert candidates[0].people == (Named(kay, "Sergey K."),)
    assert found(case, "nothing", kay) == ["E1"]


def test_withdrawn_and_merged_events_do_not_come(case: CaseFile) -> None:
    gone, merged, kept = (event(case, "The harvest") for _ in range(3))
    with case.act(ANN) as act:
        act.put("event.withdrawn", gone, {"withdrawn": True, "withdrawn_reason": "twice"})
        act.put("event.same", merged, {"same_as": kept})
    assert found(case, "harvest") == ["E3"]
    with case.act(ANN) as act:
        act.put("event.edited", kept, {"title": "The flood"})
    assert found(case, "harvest") == []
    assert found(case, "floods") == ["E3"]


def test_the_commonest_terms_are_left_out_and_still_counted(
    case: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in range(5):
        event(case, "A meeting")
    event(case, "A meeting about grain")
    monkeypatch.setattr(retrieve, "POSTINGS", 3)
    sought = Sought("c", "meeting about grain")
    candidates, rarity = EventRetriever(case.db).candidates(sought, 10)
    assert [candidate.label for candidate in candidates] == ["E6"]
    assert (rarity.documents, rarity.counts["meet"], rarity.counts["grain"]) == (6, 6, 1)


def test_terms_beyond_those_looked_up_count_for_nothing(
    case: CaseFile, monkeypatch: pytest.MonkeyPatch
) -> None:
    for title in ("grain flood", "harvest", "frost"):
        event(case, title)
    monkeypatch.setattr(retrieve, "TERMS", 1)
    _, rarity = EventRetriever(case.db).candidates(Sought("c", "grain flood"), 10)
    assert rarity.weight("flood") < rarity.weight("grain")


@pytest.mark.parametrize("words", ["", '"', "a* OR NOT (", "会议", "\x00 \ud800", "NEAR"])
def test_any_words_may_be_looked_for(case: CaseFile, words: str) -> None:
    event(case, "在北京会议厅 NEAR")
    assert found(case, words) in ([], ["E1"])
    assert found(case, "会议") == ["E1"]


def test_a_constant_number_of_queries(tmp_path: Path) -> None:
    with large_case(tmp_path / "c.db", 5, 300) as case:
        asked: list[str] = []
        case.db.set_trace_callback(asked.append)
        (words,) = case.db.execute(
            "SELECT group_concat(title, ' ') FROM (SELECT title FROM event LIMIT 30)"
        ).fetchone()
        asked.clear()
        candidates, _ = EventRetriever(case.db).candidates(Sought("c", words), 200)
        queries = [query for query in asked if query.startswith(("SELECT", "WITH"))]
        assert len(candidates) == 200
        assert len(queries) <= 12
