"""Withheld bodies: a copy that lacks some still verifies, and when they arrive all is as if they had never
lacked."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings

from factcheck.core import records as r
from factcheck.core.catalogue import KINDS, fields_of, may_be_withheld
from factcheck.core.entry import Body, Entry, read_body
from factcheck.core.viewer import Viewer
from factcheck.store import union, verify
from factcheck.store.case import CaseFile
from tests.store.replicas import ANN, BEN, blank_case, copied, new_case, send
from tests.store.test_replay import lives, seeds


def nothing(entry: Entry, body: Body) -> bool:
    return False


@settings(max_examples=15)
@given(seeds, seeds)
def test_arrived_bodies_give_what_was_never_withheld(before: list[int], after: list[int]) -> None:
    with (
        TemporaryDirectory() as folder,
        new_case(Path(folder)) as case,
        copied(case, "whole") as whole,
        copied(case, "lacking") as lacking,
    ):
        lives(case, before)
        send(case, lacking, keep=nothing)
        assert verify.verify(lacking).problems == ()
        lives(case, after)
        send(case, lacking, keep=lambda entry, _: entry.actor == BEN.reviewer)
        assert verify.verify(lacking).problems == ()
        send(case, lacking)
        send(case, whole)
        assert verify.dump(lacking.db) == verify.dump(whole.db) == verify.dump(case.db)


def judged(case: CaseFile) -> None:
    """A link with a grade, a note on each of them and on the claim, a tag, a dissent and an adjudication."""
    with case.act(ANN) as act:
        act.make("statement", r.Statement(label=act.label("statement", "s"), words="I met nobody."), "s")
        act.make(
            "claim", r.Claim(label=act.label("claim", "c", "s"), statement="s", words="I met nobody."), "c"
        )
        act.make("event", r.Event(label=act.label("event", "e"), title="Meeting"), "e")
        act.make("link", r.Link(label=act.label("link", "l"), claim="c", target="e"), "l")
    with case.act(BEN) as act:
        give_grade(act.put, "g", BEN)
        by = BEN.reviewer or ""
        for subject, target in (("on-link", "l"), ("on-grade", "g"), ("on-claim", "c")):
            act.make("note", r.Note(target=target, reviewer=by, text="Look at this."), f"note-{subject}")
            act.make("tag", r.Tag(target=target, reviewer=by, name="urgent"), f"tag-{subject}")
        act.make("dissent", r.Dissent(target="l", reviewer=by, text="No."), "dissent")
        settled = r.Adjudication(
            target="l", reviewer=by, rubric="SVR", rubric_version=1, round=1, as_of="2017-03-02",
            codes=CODES, reason="as read", basis="b",
        )  # fmt: skip
        act.make("adjudication", settled, "adjudication")


CODES = {"relation": "c", "degree": "3", "kind": "4", "confidence": "2"}


def give_grade(put: Callable[..., object], subject: str, viewer: Viewer) -> None:
    grade = r.Grade(
        target="l", reviewer=viewer.reviewer or "", rubric="SVR", rubric_version=1, round=1,
        as_of="2017-03-02", blind=True, codes=CODES, basis="b",
    )  # fmt: skip
    put("grade.given", subject, fields_of(grade))


OWNED = {"g", "note-on-link", "note-on-grade", "tag-on-link", "tag-on-grade", "dissent", "adjudication"}


def left(entries: list[Entry]) -> set[str]:
    """The subjects of which a parcel holds a body."""
    return {read_body(entry.body).subject for entry in entries if entry.body is not None}


def test_only_judgements_stay_behind(case: CaseFile) -> None:
    judged(case)
    whole, _ = union.everything(case)
    parcel = list(union.withheld(case.db, nothing))
    assert left(whole) - left(parcel) == OWNED
    assert [entry.hash for entry in parcel] == [entry.hash for entry in whole]


def test_the_words_of_an_undone_note_stay_behind_too(case: CaseFile) -> None:
    judged(case)
    with case.act(BEN) as act:
        act.put("note.edited", "note-on-link", {"text": "On second thoughts."})
    for (batch,) in case.db.execute(
        "SELECT DISTINCT batch FROM act WHERE subject = 'note-on-link'"
    ).fetchall():
        with case.act(BEN) as undoing:
            undoing.put("batch.undone", batch, {"batch": batch})
    texts = "".join(entry.body or "" for entry in union.withheld(case.db, nothing))
    assert "second thoughts" not in texts
    assert "Look at this" in texts  # of the claim, which everybody may see


def test_what_refers_to_an_absent_record_waits(case: CaseFile, tmp_path: Path) -> None:
    judged(case)
    with blank_case(tmp_path, "b") as other:
        send(case, other, keep=lambda _, body: body.subject != "g")
        assert other.db.execute(
            "SELECT subject FROM pending WHERE waits_for = 'g' ORDER BY 1"
        ).fetchall() == [
            ("note-on-grade",),
            ("tag-on-grade",),
        ]
        assert other.db.execute("SELECT count(*) FROM grade").fetchone() == (0,)
        send(case, other)
        assert other.db.execute("SELECT count(*) FROM pending").fetchone() == (0,)
        assert other.db.execute("SELECT count(*) FROM note").fetchone() == (3,)


def test_a_wrong_body_does_not_arrive(case: CaseFile, tmp_path: Path) -> None:
    judged(case)
    entries, _ = union.everything(case)
    with blank_case(tmp_path, "b") as other:
        send(case, other, keep=nothing)
        swapped = [replace(entry, body=(entry.body or "").replace("Look", "LOOK")) for entry in entries]
        report = union.unite(other, swapped, ())
        assert {why for _, why in report.refused} == {"the body was changed: its hash differs"}
        assert verify.verify(other).ok


@pytest.mark.parametrize("name", sorted(KINDS))
def test_which_kinds_may_stay_behind(name: str) -> None:
    kind = KINDS[name]
    if kind.entity in {"grade", "adjudication", "dissent"}:
        assert may_be_withheld(kind, None) == (name != "dissent.suppressed")
    elif kind.entity in {"note", "tag"}:
        assert may_be_withheld(kind, "link")
        assert may_be_withheld(kind, "grade")
        assert not may_be_withheld(kind, "claim")
    else:
        assert not may_be_withheld(kind, "link")
