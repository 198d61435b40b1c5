"""Bad places: nothing to read, nowhere to write, no room. One error in words, and the case as it was."""

import os
import resource
import shutil
import signal
import sqlite3
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from factcheck.core import records as r
from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError
from factcheck.store import backup, connect, migrations, replica, union, verify
from factcheck.store.case import CaseFile, open_case
from factcheck.store.creating import create
from tests.store.replicas import ANN, new_case


def add_person(case: CaseFile, note: str = "x") -> None:
    with case.act(ANN) as act:
        subject = act.fresh()
        act.make("person", r.Person(label=act.label("person", subject), name="Smith", note=note), subject)


def closed(folder: Path) -> Path:
    """A closed case with a person in it."""
    with new_case(folder) as case:
        add_person(case)
        case.db.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return folder / "a.db"


def make_other_database(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE recipe (name TEXT)")
    db.close()


def make_newer(path: Path) -> None:
    shutil.copyfile(closed(path.parent), path)
    db = sqlite3.connect(path, isolation_level=None)
    migrations.stamp(db, migrations.VERSION + 1)
    db.close()


NOT_OPENED: dict[str, tuple[Callable[[Path], object], str]] = {
    "nothing there": (lambda path: None, "There is no such case"),
    "a folder": (lambda path: path.mkdir(), "This is a folder, not a case"),
    "an empty file": (lambda path: path.touch(), "This is no case: .* is empty"),
    "a text": (
        lambda path: path.write_text("I met nobody. " * 99),
        "This is no case: .* another sort of file",
    ),
    "another program's": (make_other_database, "This is no case: .* another program"),
    "the header alone": (lambda path: path.write_bytes(connect.MAGIC), "This is no case"),
    "a newer one": (make_newer, "This case was made by a newer factcheck"),
}


@pytest.mark.parametrize(("make", "told"), NOT_OPENED.values(), ids=NOT_OPENED.keys())
def test_what_is_no_case_is_refused_in_words(
    tmp_path: Path, make: Callable[[Path], object], told: str
) -> None:
    path = tmp_path / "x.db"
    make(path)
    before = path.read_bytes() if path.is_file() else None
    with pytest.raises(FactcheckError, match=told):
        open_case(path)
    assert (path.read_bytes() if path.is_file() else None) == before


@pytest.mark.parametrize("name", ["a.db", "sub/a.db"])
def test_a_case_is_not_made_over_or_into_nothing(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.db").write_bytes(b"mine")
    with pytest.raises(FactcheckError, match=r"a file of that name|no such folder"):
        create(tmp_path / name, "A case", ANN)
    assert [file.name for file in tmp_path.iterdir()] == ["a.db"]
    assert (tmp_path / "a.db").read_bytes() == b"mine"


def is_read_only(path: Path) -> None:
    """The case opens, can be read and verified, and refuses to be written to, in words."""
    before = path.read_bytes()
    with open_case(path) as case:
        assert case.read_only
        assert case.db.execute("SELECT name FROM person").fetchall() == [("Smith",)]
        assert verify.verify(case).problems == ()
        with pytest.raises(FactcheckError, match="The case cannot be written to"):
            add_person(case)
        with pytest.raises(FactcheckError, match="The case cannot be written to"):
            union.unite(case, (), ())
    assert path.read_bytes() == before
    assert [file.name for file in path.parent.iterdir()] == [path.name]


@pytest.mark.parametrize("what", ["the file", "its folder"])
def test_a_read_only_case_is_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, what: str) -> None:
    path = closed(tmp_path)
    locked = path if what == "the file" else path.parent
    allowed = os.access
    monkeypatch.setattr(os, "access", lambda place, mode: place != locked and allowed(place, mode))
    is_read_only(path)


@pytest.fixture
def mounted(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Mounts a small file system of its own; skipped where this process may not."""
    point = tmp_path / "mounted"
    point.mkdir()
    done: list[Path] = []

    def mount(options: str) -> Path:
        asked = ["mount", "-t", "tmpfs", "-o", options, "tmpfs", str(point)]
        if shutil.which("mount") is None or subprocess.run(asked, capture_output=True).returncode:
            pytest.skip("this process may not mount file systems")
        done.append(point)
        return point

    yield mount
    for place in done:
        subprocess.run(["umount", "-l", str(place)], check=True)


def test_a_case_on_a_read_only_mount_is_read(mounted: Callable[[str], Path]) -> None:
    folder = mounted("size=20m")
    path = closed(folder)
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    is_read_only(path)
    with pytest.raises(FactcheckError, match="The folder cannot be written to"):
        create(folder / "b.db", "Another", ANN)
    with open_case(path) as case, pytest.raises(FactcheckError, match="The folder cannot be written to"):
        backup.copy_to(case, folder / "b.db", "copy")


def test_writes_that_wait_on_a_read_only_mount_are_told(
    tmp_path: Path, mounted: Callable[[str], Path]
) -> None:
    """What a crash left is in the -wal file; it cannot be read where no -shm file can be made."""
    folder = mounted("size=20m")
    with new_case(tmp_path) as case:
        add_person(case)
        for end in ("", "-wal"):
            shutil.copyfile(f"{case.path}{end}", folder / f"a.db{end}")
    subprocess.run(["mount", "-o", "remount,ro", str(folder)], check=True)
    with pytest.raises(FactcheckError, match="latest writes cannot be read there") as told:
        open_case(folder / "a.db")
    assert "a.db-wal" in told.value.detail
    for end in ("", "-wal"):
        shutil.copyfile(folder / f"a.db{end}", tmp_path / f"b.db{end}")
    with open_case(tmp_path / "b.db") as case:
        assert case.db.execute("SELECT name FROM person").fetchall() == [("Smith",)]


def fill(folder: Path) -> None:
    """Leaves no byte of room."""
    with (folder / "filler").open("wb", buffering=0) as filler:
        for size in (65_536, 512, 1):
            try:
                while filler.write(b"x" * size) == size:
                    pass
            except OSError:
                continue


@pytest.mark.parametrize(
    "name", ["a b%41?x=1#f.db", "漢字 🙂 ü.db", "new\nline.db", os.fsdecode(b"bad\xff.db")]
)
def test_a_case_may_have_any_name(tmp_path: Path, name: str) -> None:
    folder = tmp_path / name.removesuffix(".db")
    folder.mkdir()
    with create(folder / name, "A case", ANN) as case:
        add_person(case)
        backup.copy_to(case, folder / f"copy of {name}", "copy")
    with open_case(folder / f"copy of {name}") as copy:
        assert verify.verify(copy).ok
    assert sorted(file.name for file in folder.iterdir()) == sorted([name, f"copy of {name}"])


def test_what_a_killed_process_of_this_number_left_is_in_nobodys_way(tmp_path: Path) -> None:
    for name in ("x.db", "y.db"):
        (tmp_path / f".{name}.{os.getpid()}.new").write_bytes(b"half a file")
    with create(tmp_path / "x.db", "A case", ANN) as case:
        backup.copy_to(case, tmp_path / "y.db", "copy")
    assert sorted(file.name for file in tmp_path.iterdir()) == ["x.db", "y.db"]


def test_a_full_disk_is_told_and_leaves_the_case_as_it_was(mounted: Callable[[str], Path]) -> None:
    folder = mounted("size=3m")
    with new_case(folder) as case:
        add_person(case)
        before = verify.dump(case.db)
        fill(folder)
        with pytest.raises(FactcheckError, match="The disk is full") as told:
            add_person(case, "words " * 50_000)
        assert "as it was before" in told.value.hint
        assert verify.dump(case.db) == before
        (folder / "filler").unlink()
        add_person(case)
        assert verify.verify(case).problems == ()
    fill(folder)
    with pytest.raises(FactcheckError, match=r"disk is full|cannot be made"):
        create(folder / "b.db", "Another", ANN)
    assert not list(folder.glob("*b.db*"))
    assert not list(folder.glob(".b.db*"))


def test_a_limit_of_size_is_told_and_leaves_the_case_as_it_was(case: CaseFile) -> None:
    """What a quota does: the file may not grow."""
    add_person(case)
    before = verify.dump(case.db)
    pages = case.db.execute("PRAGMA page_count").fetchone()[0]
    case.db.execute(f"PRAGMA max_page_count = {pages + 2}")
    with pytest.raises(FactcheckError, match="The disk is full"):
        add_person(case, "words " * 50_000)
    assert verify.dump(case.db) == before
    case.db.execute("PRAGMA max_page_count = 1000000")
    add_person(case)
    assert verify.verify(case).ok


def test_the_limit_of_a_process_is_told(case: CaseFile) -> None:
    add_person(case)
    before = verify.dump(case.db)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    ignored = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (case.path.stat().st_size + 4096, hard))
    try:
        with pytest.raises(FactcheckError, match=r"disk is full|disk gave an error"):
            add_person(case, "words " * 50_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
        signal.signal(signal.SIGXFSZ, ignored)
    assert verify.dump(case.db) == before
    add_person(case)
    assert verify.verify(case).ok


def test_another_writer_is_waited_for_and_then_told(case: CaseFile) -> None:
    other = sqlite3.connect(case.path, isolation_level=None)
    other.execute("BEGIN IMMEDIATE")
    case.db.execute("PRAGMA busy_timeout = 1")
    with pytest.raises(FactcheckError, match="Another program is writing"):
        add_person(case)
    other.execute("ROLLBACK")
    add_person(case)
    other.close()


NETWORKS = """\
/dev/vda / ext4 rw 0 0
server:/share /mnt/team nfs4 rw 0 0
//server/share /mnt/with\\040space cifs rw 0 0
/dev/vdb /mnt/team/local ext4 rw 0 0
broken line
"""


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/a.db", False),
        ("/mnt/team/a.db", True),
        ("/mnt/teamwork/a.db", False),
        ("/mnt/with space/a.db", True),
        ("/mnt/team/local/a.db", False),
    ],
)
def test_network_file_systems_are_known(tmp_path: Path, path: str, expected: bool) -> None:
    mounts = tmp_path / "mounts"
    mounts.write_text(NETWORKS, encoding="utf-8")
    assert connect.on_network(Path(path), mounts) is expected
    assert connect.on_network(Path(path), tmp_path / "none") is False


def test_an_sqlite_that_is_too_old_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sqlite3, "sqlite_version_info", (3, 36, 0))
    with pytest.raises(FactcheckError, match="too old"):
        connect.check_sqlite()


def test_an_act_needs_somebody(case: CaseFile) -> None:
    with pytest.raises(FactcheckError, match="Nobody acts here"), case.act(Viewer(None, "nobody")):
        pass


def test_a_failure_in_an_act_leaves_nothing(case: CaseFile) -> None:
    before = verify.dump(case.db), case.db.execute("SELECT count(*) FROM entry").fetchone()
    clock = replica.get_local(case.db, "clock")
    with pytest.raises(FactcheckError, match="This cannot be recorded"), case.act(ANN) as act:
        act.make("person", r.Person(label=act.label("person", "p"), name="Smith"), "p")
        act.keep(b"bytes")
        act.put("person.edited", "p", {"name": ""})
    assert (verify.dump(case.db), case.db.execute("SELECT count(*) FROM entry").fetchone()) == before
    assert case.db.execute("SELECT count(*) FROM blob").fetchone() == (0,)
    assert replica.get_local(case.db, "clock") == clock
