"""Union: in any order, any grouping, any number of times, copies come to hold the same."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial
from itertools import permutations
from pathlib import Path
from random import Random
from tempfile import TemporaryDirectory
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core import records as r
from factcheck.core.catalogue import fields_of
from factcheck.core.entry import Body, Entry, body_text, canonical, entry_of, sha256
from factcheck.errors import FactcheckError
from factcheck.store import project, union, verify
from factcheck.store.case import CaseFile
from tests.store.histories import Hand
from tests.store.replicas import ANN, BEN, PEOPLE, blank_case, copied, new_case, send, sync
from tests.store.test_replay import lives

few = st.lists(st.integers(0, 9_999), min_size=1, max_size=8)


def three(folder: Path, common: list[int], each: tuple[list[int], list[int], list[int]]) -> list[CaseFile]:
    """A case and two copies that each went on alone."""
    first = new_case(folder, "a")
    lives(first, common)
    cases = [first, copied(first, "b"), copied(first, "c")]
    for case, acts in zip(cases, each, strict=True):
        lives(case, acts)
    return cases


@settings(max_examples=6)
@given(few, st.tuples(few, few, few), st.randoms(use_true_random=False))
def test_union_commutes_associates_and_is_idempotent(
    common: list[int], each: tuple[list[int], list[int], list[int]], chance: Random
) -> None:
    with TemporaryDirectory() as folder:
        cases = three(Path(folder), common, each)
        parcels = [union.everything(case) for case in cases]
        dumps = set()
        for n, order in enumerate(permutations(range(3))):
            with blank_case(Path(folder), f"fresh{n}") as fresh:
                chained = copied(cases[order[0]], f"chain{n}")
                for position in (*order, order[0], order[0]):
                    entries, blobs = parcels[position]
                    union.unite(fresh, chance.sample(entries, len(entries)), blobs)
                    union.unite(chained, entries, blobs)
                again = union.unite(chained, *parcels[order[1]])
                assert (again.came, again.bodies, again.blobs, again.refused) == (0, 0, 0, [])
                dumps.add(verify.dump(chained.db))
                send(fresh, chained)
                send(chained, fresh)
                assert verify.dump(fresh.db) == verify.dump(chained.db)
                chained.close()
        assert len(dumps) == 1
        for case in cases:
            case.close()


@settings(max_examples=10)
@given(few, few, st.randoms(use_true_random=False))
def test_pieces_in_any_order_end_at_the_same(first: list[int], second: list[int], chance: Random) -> None:
    with TemporaryDirectory() as folder, new_case(Path(folder), "a") as case:
        lives(case, first)
        with copied(case, "b") as other:
            lives(case, second)
            entries, _ = union.everything(case)
            for _ in range(3):
                union.unite(other, chance.sample(entries, chance.randrange(len(entries))), ())
                assert verify.dump(other.db) == replayed(other)
            send(case, other)
            send(other, case)
            assert verify.dump(other.db) == verify.dump(case.db)
            assert verify.verify(other).problems == ()


def replayed(case: CaseFile) -> str:
    with case.writing() as db:
        project.replay(db)
    return verify.dump(case.db)


def test_an_entry_without_its_predecessor_waits_for_the_next_sync(case: CaseFile, tmp_path: Path) -> None:
    with case.act(ANN) as act:
        act.make("person", r.Person(label=act.label("person", "p"), name="Smith"), "p")
    entries, _ = union.everything(case)
    with blank_case(tmp_path, "b") as other:
        report = union.unite(other, [entry for entry in entries if entry.seq != 2], ())
        assert (report.came, len(report.refused)) == (1, len(entries) - 2)
        assert {why for _, why in report.refused} == {"the entry before it is not here"}
        assert union.unite(other, entries, ()).came == len(entries) - 1
        assert verify.verify(other).ok


def test_two_cases_that_were_never_one_are_refused_whole(case: CaseFile, tmp_path: Path) -> None:
    """A part of a case that has its opening gives it away; so does the whole, in a dry run too."""
    lives(case, range(4))
    entries, parcel = union.everything(case)
    with new_case(tmp_path, "b", BEN) as other:
        before = verify.dump(other.db), other.db.execute("SELECT count(*) FROM blob").fetchone()
        for take in (union.unite, union.preview):
            for part in (entries, entries[:3]):
                with pytest.raises(FactcheckError, match="two different cases") as refused:
                    take(other, part, parcel)
                assert refused.value.detail.count("“A case” of 2017-03-02") == 2
        assert before == (verify.dump(other.db), other.db.execute("SELECT count(*) FROM blob").fetchone())
        assert verify.verify(other).ok


def test_copies_of_a_copy_are_one_case(case: CaseFile, tmp_path: Path) -> None:
    with copied(case, "b") as child, blank_case(tmp_path, "c") as grandchild:
        lives(child, range(3))
        send(child, grandchild)
        lives(grandchild, range(3, 6))
        lives(case, range(6, 9))
        sync(case, grandchild)
        assert verify.dump(case.db) == verify.dump(grandchild.db)


def test_a_dry_run_leaves_no_trace(case: CaseFile, tmp_path: Path) -> None:
    lives(case, range(4))
    with blank_case(tmp_path, "b") as other:
        before = verify.dump(other.db)
        seen = union.preview(other, *union.everything(case))
        assert verify.dump(other.db) == before
        assert seen == send(case, other)
        assert seen.came > 0


def test_the_report_counts_by_reviewer(case: CaseFile, tmp_path: Path) -> None:
    with case.act(BEN) as act:
        act.make("person", r.Person(label=act.label("person", "p"), name="Smith"), "p")
    with blank_case(tmp_path, "b") as other:
        report = send(case, other)
        assert report.by_reviewer == {ANN.reviewer: 3, BEN.reviewer: 2}
        assert (report.kept, report.forks, report.refused) == (0, [], [])
        assert send(case, other).kept == 5


def test_blobs_are_checked_against_their_names(case: CaseFile) -> None:
    report = union.unite(case, (), [(sha256(b"good"), b"good"), (sha256(b"bad"), b"evil")])
    assert report.blobs == 1
    assert report.refused == [
        (f"document {sha256(b'bad')[:12]}", "its bytes are not those it is named after")
    ]


def person_entry(**changes: Any) -> Entry:
    """The first entry of some other replica, with these fields of its body, or these of its header,
    changed."""
    fields: dict[str, Any] = {"label": "P1z", "name": "Smith"}
    fields |= changes.pop("fields", {})
    salt, kind, subject = (
        changes.pop(name, default)
        for name, default in (("salt", "s"), ("kind", "person.made"), ("subject", "p9"))
    )
    header: dict[str, Any] = {
        "replica": "elsewhere",
        "seq": 1,
        "at": 5,
        "wall": "2017-03-02T12:00:00.000Z",
        "actor": "reviewer:ben",
        "base": (),
        "prev": "",
        "body": body_text(Body(salt, "b", kind, subject, fields)),
    }
    return entry_of(**{**header, **changes})


BAD_BODIES = {
    "no JSON": "nonsense",
    "no object": "[]",
    "a part missing": canonical({"salt": "s", "kind": "person.made", "subject": "p9", "fields": {}}),
    "a part too many": canonical(
        {"batch": "b", "salt": "s", "kind": "tag.made", "subject": "p", "fields": {}, "x": 1}
    ),
    "fields that are a list": canonical(
        {"batch": "b", "salt": "s", "kind": "tag.made", "subject": "p", "fields": []}
    ),
    "a kind that is a list": canonical({"batch": "b", "salt": "s", "kind": [], "subject": "p", "fields": {}}),
    "a subject that is a number": canonical(
        {"batch": "b", "salt": "s", "kind": "tag.made", "subject": 1, "fields": {}}
    ),
    "deep nesting": "[" * 100_000,
    "not a number": '{"batch":"b","fields":{"search":NaN},"kind":"event.edited","salt":"s","subject":"p"}',
    "spaces": '{"batch": "b","fields":{},"kind":"person.edited","salt":"s","subject":"p"}',
    "keys in another order": '{"fields":{},"batch":"b","kind":"person.edited","salt":"s","subject":"p"}',
    "a key twice": '{"batch":"b","batch":"b","fields":{},"kind":"person.edited","salt":"s","subject":"p"}',
    "half a pair": '{"batch":"b","fields":{},"kind":"person.edited","salt":"\\ud800","subject":"p"}',
}
WRONG: dict[str, Callable[[], Entry]] = {
    **{name: partial(person_entry, body=text) for name, text in BAD_BODIES.items()},
    "a header changed": lambda: replace(person_entry(), actor="reviewer:ann"),
    "a body changed": lambda: replace(person_entry(), body=(person_entry().body or "") + " "),
    "a newer format": lambda: person_entry(format=2),
    "a clock before 1970": lambda: person_entry(at=-1),
    "a clock after 2100": lambda: person_entry(at=2**63),
    "number 0": lambda: person_entry(seq=0),
    "a number below 0": lambda: person_entry(seq=-5),
    "a number too large": lambda: person_entry(seq=2**63),
    "a second entry with no first": lambda: person_entry(seq=2, prev="0" * 64),
    "a first entry after another": lambda: person_entry(prev="0" * 64),
    "a kind nobody knows": lambda: person_entry(kind="person.cursed"),
    "a field nobody knows": lambda: person_entry(fields={"curse": "x"}),
    "a fraction": lambda: person_entry(kind="event.edited", fields={"search": 1.5}),
    "half a surrogate pair in the header": lambda: replace(person_entry(), actor="\ud800"),
    "half a surrogate pair in the body as sent": lambda: replace(person_entry(), body="\ud800"),
    "a label changed": lambda: person_entry(kind="person.edited", fields={"label": "P2"}),
}


@pytest.mark.parametrize("wrong", WRONG.values(), ids=WRONG.keys())
def test_a_wrong_entry_is_refused_and_the_rest_comes_in(case: CaseFile, wrong: Callable[[], Entry]) -> None:
    before = verify.dump(case.db)
    report = union.unite(case, [wrong()], ())
    assert report.came == 0
    assert len(report.refused) == 1
    assert verify.dump(case.db) == before
    assert union.unite(case, [person_entry(), wrong()], ()).came == 1
    assert verify.verify(case).ok


STRANGE: dict[str, dict[str, Any]] = {
    "of another sort": {"kind": "note.edited", "subject": "p", "fields": {"text": "x"}},
    "made as another sort": {"kind": "event.made", "subject": "p", "fields": {"label": "E1z", "title": "x"}},
    "refers to a record of another sort": {
        "kind": "claim.made",
        "subject": "c9",
        "fields": {"label": "C1z", "statement": "p", "words": "x"},
    },
    "refers to itself": {
        "kind": "note.made",
        "subject": "n9",
        "fields": {"target": "n9", "reviewer": "reviewer:ann", "text": "x"},
    },
    "undoes what is not there": {"kind": "batch.undone", "fields": {"batch": "nowhere"}},
    "undoes itself": {"kind": "batch.undone", "fields": {"batch": "b"}},
    "has a label that is none": {"fields": {"label": "nonsense"}},
    "has the label of another": {"fields": {"label": "P1"}},
    "quotes a record that is no source": {
        "kind": "statement.made",
        "subject": "s9",
        "fields": {
            "label": "S1z",
            "words": "x",
            "segments": [{"source": "p", "start": 0, "end": 1, "exact": "x"}],
        },
    },
}
"""Entries that keep every rule of form and still make no sense."""


@pytest.mark.parametrize("strange", STRANGE.values(), ids=STRANGE.keys())
@pytest.mark.parametrize("at", [5, 10**15 * 3], ids=["before", "after"])
def test_strange_entries_do_no_harm(case: CaseFile, tmp_path: Path, strange: dict[str, Any], at: int) -> None:
    """All copies come to the same, in either order, and what was there stays readable."""
    with case.act(ANN) as act:
        act.make("person", r.Person(label=act.label("person", "p"), name="Smith"), "p")
        act.make("alias", r.Alias(person="p", name="Smitty"), "alias")
    fields = strange.get("fields", {})
    if "kind" in strange:
        body = body_text(Body("s", "b", strange["kind"], strange.get("subject", "b"), fields))
        entry = person_entry(body=body, at=at)
    else:
        entry = person_entry(fields=fields, at=at)
    with blank_case(tmp_path, "b") as other:
        assert union.unite(other, [entry], ()).refused == []
        send(case, other)
        assert union.unite(case, [entry], ()).refused == []
        sync(case, other)
        assert verify.dump(case.db) == verify.dump(other.db)
        for copy in (case, other):
            assert verify.verify(copy).problems == ()
        if at > 5 or strange.get("kind") != "event.made":
            assert case.db.execute("SELECT name FROM person WHERE id = 'p'").fetchone() == ("Smith",)


BAD_BLOBS = {
    "no text": (b"\xff\xfe", b"{}"),
    "no map": (b"text", b"nonsense"),
    "a map of nothing": (b"text", b"{}"),
    "a map that is a list": (b"text", b"[1]"),
    "deep nesting": (b"text", b"[" * 100_000),
}


@pytest.mark.parametrize(("text", "map_"), BAD_BLOBS.values(), ids=BAD_BLOBS.keys())
def test_documents_that_are_no_documents_do_no_harm(
    case: CaseFile, tmp_path: Path, text: bytes, map_: bytes
) -> None:
    shas = [sha256(text), sha256(map_)]
    source = r.Source(
        label="D1z",
        name="x",
        kind="letter",
        bytes_sha=shas[0],
        text_sha=shas[0],
        map_sha=shas[1],
        size=2,
        length=2,
        reader="text 1",
    )
    made = [
        ("source.added", "d9", fields_of(source)),
        (
            "source.extracted",
            "x9",
            fields_of(r.Extraction(source="d9", proposals_sha=shas[1], extractor="x")),
        ),
        (
            "rows.imported",
            "g9",
            fields_of(r.Register(source="d9", rows_sha=shas[0], count=1, mode="attended", mapping={})),
        ),
    ]
    entries: list[Entry] = []
    for seq, (kind, subject, fields) in enumerate(made, 1):
        body = body_text(Body("s", "b", kind, subject, fields))
        entries.append(person_entry(body=body, seq=seq, prev=entries[-1].hash if entries else ""))
    parcel = list(zip(shas, (text, map_), strict=True))
    assert union.unite(case, entries, parcel).refused == []
    assert case.db.execute("SELECT count(*) FROM chunk").fetchone() == (0,)
    with blank_case(tmp_path, "b") as other:
        union.unite(other, entries, ())
        union.unite(other, (), parcel)
        sync(case, other)
        assert verify.dump(case.db) == verify.dump(other.db)
    with case.act(ANN) as act:
        act.make("person", r.Person(label=act.label("person", "p"), name="Smith"), "p")
    told = {problem.what for problem in verify.verify(case).problems}
    assert told == {"its reading text is not the one that was kept"}


def test_a_chance_history_is_the_same_for_everybody(tmp_path: Path) -> None:
    with new_case(tmp_path) as case:
        for seed in range(30):
            chance = Random(seed)
            Hand(case, chance).works(chance.choice(PEOPLE))
        with copied(case, "b") as other:
            assert verify.dump(case.db) == verify.dump(other.db)
