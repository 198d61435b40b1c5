"""ZIP archives: members within bounds, whatever the archive claims; nothing left out in silence."""

from __future__ import annotations

import io
import random
import struct
import warnings
import zipfile
from collections.abc import Iterable

import pytest

from factcheck.core.document import Member
from factcheck.errors import FactcheckError
from factcheck.read import members as within
from factcheck.read import zipped
from factcheck.read.members import all_members, members, safe_path


def archive(
    files: Iterable[tuple[str, bytes]], packing: int = zipfile.ZIP_DEFLATED, mode: int | None = None
) -> bytes:
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", packing) as made:
        for name, data in files:
            entry = zipfile.ZipInfo(name)
            entry.compress_type = packing
            if mode is not None:
                entry.external_attr = mode << 16
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # two of one name are what is tested
                made.writestr(entry, data)
    return held.getvalue()


def holes(found: Iterable[Member]) -> dict[str, str]:
    return {one.name: one.hole.what for one in found if one.hole}


def test_members_come_in_order_with_their_bytes() -> None:
    data = archive([("b/2.txt", b"two"), ("b/", b""), ("a.txt", b"one"), ("leer.txt", b"")])
    assert list(members(data, "x.zip")) == [
        Member("b/2.txt", b"two"),
        Member("a.txt", b"one"),
        Member("leer.txt", b""),
    ]


@pytest.mark.parametrize(
    ("written", "safe"),
    [
        ("../../etc/passwd", "etc/passwd"),
        ("/etc/passwd", "etc/passwd"),
        ("C:\\Users\\x\\a.txt", "Users/x/a.txt"),
        ("a/./../b", "a/b"),
        ("a\x1b[31m\u202e.txt", "a\ufffd[31m\ufffd.txt"),
        ("..", ""),
        ("x" * 5000, "…" + "x" * 400),
    ],
)
def test_paths_are_made_safe(written: str, safe: str) -> None:
    assert safe_path(written) == safe


def test_a_path_trick_does_not_hide_a_member() -> None:
    data = archive([("../a.txt", b"one"), ("a.txt", b"two"), ("a.txt", b"three"), ("..", b"four")])
    assert [(one.name, one.data) for one in members(data, "x.zip")] == [
        ("a.txt", b"one"),
        ("a.txt (2)", b"two"),
        ("a.txt (3)", b"three"),
        ("member 4", b"four"),
    ]


def test_names_in_utf_8_without_the_flag_are_read() -> None:
    data = archive([("Zoe.txt", b"x"), ("caf\u00e9.txt", b"y")])
    unflagged = data.replace("café".encode(), "café".encode())
    assert [one.name for one in members(unflagged, "x.zip")] == ["Zoe.txt", "café.txt"]
    entry = zipfile.ZipInfo("caf\u251c\u2310.txt")  # what cp437 makes of the bytes of café
    assert zipped._decoded(entry) == "café.txt"


def test_a_bomb_is_a_hole_and_its_neighbours_come(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "FREE_OF_RATIO", 100_000)
    data = archive([("bomb", bytes(5_000_000)), ("a.txt", b"one")])
    found = list(members(data, "x.zip"))
    assert holes(found) == {"bomb": "zip-bomb"}
    assert found[1].data == b"one"


def test_a_member_larger_than_a_source_is_a_hole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MAX_MEMBER", 1_000)
    data = archive([("large", random.Random(1).randbytes(2_000)), ("a.txt", b"one")])
    assert holes(members(data, "x.zip")) == {"large": "too-large"}
    lying = data.replace(struct.pack("<I", 2_000), struct.pack("<I", 900))
    assert "large" in holes(members(lying, "x.zip"))


def test_what_is_encrypted_damaged_packed_otherwise_or_a_link() -> None:
    data = bytearray(archive([("a.txt", b"a" * 50), ("b.txt", b"bb")]))
    data[data.index(b"PK\x01\x02") + 8] |= 1
    assert holes(members(bytes(data), "x.zip")) == {"a.txt": "encrypted"}
    damaged = archive([("a.txt", b"an apple"), ("b.txt", b"bb")], zipfile.ZIP_STORED).replace(
        b"an apple", b"an appel"
    )
    assert holes(members(damaged, "x.zip")) == {"a.txt": "damaged"}
    assert holes(members(archive([("a", b"x" * 99)], zipfile.ZIP_LZMA), "x.zip")) == {"a": "packing-method"}
    assert holes(members(archive([("a", b"/etc")], mode=0o120777), "x.zip")) == {"a": "link"}


def test_archives_in_archives_are_opened_to_a_depth() -> None:
    data = archive([("deep.txt", b"deep")])
    for depth in range(7):
        data = archive([(f"{depth}.zip", data), (f"{depth}.txt", b"here")])
    found = list(all_members(data, "x.zip"))
    texts = [one.name for one in found if one.data is not None]
    assert texts[0].count(".zip/") == within.MAX_DEPTH
    assert texts[-1] == "x.zip/6.txt"
    assert list(holes(found).values()) == ["nested-too-deep"]


def test_a_damaged_archive_within_another_is_a_hole() -> None:
    inner = archive([("a.txt", b"x")])[:30]
    found = list(all_members(archive([("in.zip", inner), ("b.txt", b"y")]), "x.zip"))
    assert holes(found) == {"x.zip/in.zip": "damaged-archive"}
    assert [one.name for one in found if one.data] == ["x.zip/b.txt"]


def test_the_bounds_hold_for_everything_within(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(within, "MAX_MEMBERS", 5)
    inner = archive([(f"{n}.txt", b"x") for n in range(4)])
    found = list(all_members(archive([("1.zip", inner), ("2.zip", inner)]), "x.zip"))
    assert holes(found) == {"x.zip/2.zip": "archive-too-large"} or len(found) <= 6
    assert sum(one.data is not None for one in found) <= 5
    monkeypatch.setattr(within, "MAX_TOTAL", 10)
    found = list(all_members(archive([("a", b"x" * 8), ("b", b"x" * 8), ("c", b"x")]), "x.zip"))
    assert [one.data for one in found] == [b"x" * 8, None]


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x05\x06" + bytes(18), archive([("a", b"x")])[:-30]])
def test_what_is_no_whole_archive_is_refused_or_empty(data: bytes) -> None:
    try:
        assert list(members(data, "x.zip")) == []
    except FactcheckError as error:
        assert "x.zip" in error.detail


def test_too_many_entries_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(zipped, "MAX_ENTRIES", 3)
    with pytest.raises(FactcheckError, match="too many files"):
        list(members(archive([(str(n), b"") for n in range(4)]), "x.zip"))


def test_other_forms_hold_nothing() -> None:
    assert list(members(b"He did not.", "a.txt")) == []
    assert list(all_members(b"He did not.", "a.txt")) == []


def test_changed_archives_give_members_or_an_error() -> None:
    chance = random.Random(7)
    whole = archive([("a.txt", b"He did not. " * 40), ("b/c.txt", b"x"), ("d.zip", archive([("e", b"f")]))])
    for _ in range(300):
        data = bytearray(whole)
        for _ in range(chance.randint(1, 6)):
            data[chance.randrange(len(data))] = chance.randrange(256)
        if chance.random() < 0.2:
            data = data[: chance.randrange(len(data))]
        try:
            for one in all_members(bytes(data), "x.zip"):
                assert (one.data is None) == (one.hole is not None)
                assert ".." not in one.name.split("/")
        except FactcheckError:
            continue
