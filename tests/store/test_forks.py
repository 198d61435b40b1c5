"""Copies made behind the program's back: each becomes a replica of its own; a true fork is kept whole and
told."""

from pathlib import Path

import pytest

from factcheck.core import records as r
from factcheck.errors import FactcheckError
from factcheck.store import backup, drafts, labels, replica, union, verify
from factcheck.store.case import CaseFile
from tests.store.replicas import ANN, BEN, copied, reopened, send, sync


def person(case: CaseFile, name: str) -> str:
    """A new person; the label."""
    with case.act(ANN) as act:
        subject = act.fresh()
        act.make("person", r.Person(label=act.label("person", subject), name=name), subject)
    return str(case.db.execute("SELECT label FROM record WHERE id = ?", (subject,)).fetchone()[0])


def test_a_copied_file_is_another_replica_from_its_first_write(case: CaseFile) -> None:
    assert person(case, "Smith") == "P1"
    with copied(case, "b") as other:
        assert replica.get_local(other.db, "replica") == replica.get_local(case.db, "replica")
        assert person(other, "Jones") == "P1b"
        assert replica.get_local(other.db, "replica") != replica.get_local(case.db, "replica")
        assert person(case, "Brown") == "P2"
        sync(case, other)
        assert union.forks(case.db) == union.forks(other.db) == []
        assert verify.dump(case.db) == verify.dump(other.db)
        assert person(other, "Green") == "P2b"


def test_a_copy_of_a_copy_takes_the_next_letter(case: CaseFile) -> None:
    with copied(case, "b") as second:
        person(second, "Jones")
        with copied(second, "c") as third:
            assert person(third, "Brown") == "P1c"


def test_two_copies_that_took_one_letter_have_ambiguous_labels(case: CaseFile) -> None:
    with copied(case, "b") as second, copied(case, "c") as third:
        assert person(second, "Jones") == person(third, "Brown") == "P1b"
        sync(second, third)
        with pytest.raises(FactcheckError, match="stands for 2 records"):
            labels.resolve(second.db, "P1b")


def fork(case: CaseFile) -> CaseFile:
    """The file put back to an earlier state, written to in both: two entries with one number. Gives a copy of
    the one branch; the case goes on on the other."""
    case.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = case.path.read_bytes()
    person(case, "Smith")
    person(case, "Jones")
    branch = copied(case, "branch")
    case.close()
    case.path.write_bytes(before)
    again = reopened(case.path, "again")
    person(again, "Brown")
    send(again, branch)
    again.close()
    return branch


def test_a_fork_is_kept_whole_and_told(case: CaseFile) -> None:
    with fork(case) as branch:
        (forked,) = {found for found, _ in union.forks(branch.db)}
        assert union.forks(branch.db) == [(forked, 4)]
        names = {name for (name,) in branch.db.execute("SELECT name FROM person")}
        assert names == {"Smith", "Jones", "Brown"}
        assert verify.verify(branch).problems == ()
        with reopened(case.path, "once more") as again:
            assert send(branch, again).forks == [(forked, 4)]
            assert person(again, "Green") == "P3"
            sync(branch, again)
            assert verify.dump(branch.db) == verify.dump(again.db)
            assert verify.verify(again).problems == ()


@pytest.mark.parametrize("origin", ["copy", "backup", "restored copy", "handout"])
def test_a_copy_through_the_program_is_whole_and_a_replica_of_its_own(case: CaseFile, origin: str) -> None:
    person(case, "Smith")
    out = backup.copy_to(case, case.path.with_name("out.db"), origin)
    with reopened(out, "out") as copy:
        assert verify.dump(copy.db) == verify.dump(case.db)
        assert person(copy, "Jones") == "P1b"
        began = copy.db.execute("SELECT origin FROM replica WHERE letter = 'b'").fetchone()
        assert began == (origin,)
        assert verify.verify(copy).ok


def test_a_copy_is_never_written_over_a_file(case: CaseFile) -> None:
    taken = case.path.with_name("taken.db")
    taken.write_bytes(b"mine")
    with pytest.raises(FactcheckError, match="a file of that name"):
        backup.copy_to(case, taken, "copy")
    assert taken.read_bytes() == b"mine"
    with pytest.raises(FactcheckError, match="no such folder"):
        backup.copy_to(case, Path(case.path.parent, "nowhere", "out.db"), "copy")
    assert {file.name for file in case.path.parent.iterdir() if "new" in file.name} == set()


def test_drafts_and_local_settings_stay_at_home(case: CaseFile) -> None:
    with case.writing() as db:
        drafts.save(db, BEN.reviewer or "", "grade l", "I think", "now")
    with copied(case, "b") as other:
        before = drafts.load(other.db, BEN.reviewer or "", "grade l")
        assert before == "I think"  # a copy of the file is a copy of its drafts ...
    entries, parcel = union.everything(case)
    assert not any("I think" in (entry.body or "") for entry in entries)  # ... but no sync takes them along
    assert parcel == []
