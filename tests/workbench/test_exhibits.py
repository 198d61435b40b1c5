"""Exhibits before and after they are added: numbers by name, stamp and load file; gaps and duplicates."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from PIL import Image

from factcheck.core.bates import parse_bates
from factcheck.errors import FactcheckError
from factcheck.workbench import exhibits, folders, gathering, numbering, readings, verifying
from factcheck.workbench.cases import OpenCase
from factcheck.workbench.exhibits import Survey
from factcheck.workbench.many import How
from factcheck.workbench.numbering import Listed
from tests.workbench.inquiry import ANN, entry_count, written

HEIC = b"\0\0\0\x18ftypheic"


def tiff(path: Path, pages: int, shade: int = 255) -> None:
    frames = [Image.new("L", (20, 30), shade - n) for n in range(pages)]
    frames[0].save(path, save_all=True, append_images=frames[1:])


@pytest.fixture
def production(tmp_path: Path) -> Path:
    """Two images of three and two pages, a text, a copy of it, a gap before another, and a photograph."""
    folder = tmp_path / "exhibits"
    (folder / "sub").mkdir(parents=True)
    tiff(folder / "ABC0001234.tif", 3)
    tiff(folder / "ABC0001237-ABC0001238.tif", 2, 200)
    written(folder, "ABC0001239 - a letter.txt", "He did not go.\n")
    written(folder / "sub", "ABC0001245.txt", "She went.\n")
    written(folder / "sub", "copy.txt", "She went.\n")
    (folder / "photo.heic").write_bytes(HEIC)
    return folder


def survey(case: OpenCase, folder: Path, bates: str | None, workers: int | None = None) -> Survey:
    return exhibits.survey(case, ANN, gathering.gathered([folder], case), How(), bates, workers=workers)


def numbers(found: Survey) -> dict[str, str]:
    return {one.name: str(one.bates) for one in found.files if one.bates}


def remarks(found: Survey, severity: str) -> list[str]:
    return [one.text for one in found.remarks if one.severity == severity]


def test_numbers_from_names(empty: OpenCase, production: Path) -> None:
    found = survey(empty, production, "from-name")
    assert numbers(found) == {
        "ABC0001234.tif": "ABC0001234-36",
        "ABC0001237-ABC0001238.tif": "ABC0001237-38",
        "ABC0001239 - a letter.txt": "ABC0001239",
        "sub/ABC0001245.txt": "ABC0001245",
    }
    assert {one.name: one.pages for one in found.files if one.pages} == {
        "ABC0001234.tif": 3,
        "ABC0001237-ABC0001238.tif": 2,
    }
    assert [str(one) for one in found.ranges] == ["ABC0001234-39", "ABC0001245"]
    assert [str(one) for one in found.gaps] == ["ABC0001240-44"]
    assert found.known == {"sub/copy.txt": "sub/ABC0001245.txt"}
    assert [one.not_read and one.not_read[:12] for one in found.files if one.not_read] == ["This is a HE"]
    assert not found.is_wrong
    assert "gaps: ABC0001240-44" in remarks(found, "note")


def test_a_listing_writes_nothing(empty: OpenCase, production: Path) -> None:
    before = entry_count(empty)
    survey(empty, production, "from-name")
    assert entry_count(empty) == before


def test_what_was_listed_is_added_with_its_numbers(empty: OpenCase, production: Path) -> None:
    files = gathering.gathered([production], empty)
    found = exhibits.survey(empty, ANN, files, How(), "from-name")
    outcomes = list(folders.add_gathered(empty, ANN, files, How(), said=found.said()))
    assert [one.added.made.label for one in outcomes if one.added and one.added.made] == [
        "D1",
        "D2",
        "D3",
        "D4",
    ]
    assert [one.bates for one in readings.sources(empty, ANN)] == [
        "ABC0001234-36", "ABC0001237-38", "ABC0001239", "ABC0001245",
    ]  # fmt: skip
    assert verifying.verify(empty, ANN).ok
    again = exhibits.survey(empty, ANN, gathering.gathered([production], empty), How(), "from-name")
    assert set(again.known.values()) == {"D1", "D2", "D3", "D4"}


def test_a_file_that_changed_since_is_refused(empty: OpenCase, production: Path) -> None:
    files = gathering.gathered([production], empty)
    found = exhibits.survey(empty, ANN, files, How(), "from-name")
    written(production, "ABC0001239 - a letter.txt", "He went.\n")
    outcomes = list(folders.add_gathered(empty, ANN, files, How(), said=found.said()))
    assert [one.failed.title for one in outcomes if one.failed] == ["The file changed after it was listed"]


def test_several_processes_list_and_add_the_same(empty: OpenCase, production: Path) -> None:
    one, two = (survey(empty, production, "from-name", workers=count) for count in (1, 2))
    assert one == two
    files = gathering.gathered([production], empty)
    added = folders.add_gathered(empty, ANN, files, How(), said=one.said(), workers=2)
    assert [outcome.name for outcome in added if outcome.added][:3] == [
        "ABC0001234.tif", "ABC0001237-ABC0001238.tif", "ABC0001239 - a letter.txt",
    ]  # fmt: skip
    assert readings.source_view(empty, ANN, "D1").name == "ABC0001234.tif"


def test_a_number_that_stands_for_a_document_is_not_stretched(empty: OpenCase, tmp_path: Path) -> None:
    folder = tmp_path / "natives"
    folder.mkdir()
    tiff(folder / "ABC0001.tif", 3)
    tiff(folder / "ABC0002.tif", 2, 200)
    found = survey(empty, folder, "from-name")
    assert numbers(found) == {"ABC0001.tif": "ABC0001", "ABC0002.tif": "ABC0002"}
    assert not found.is_wrong
    assert any("stands for all pages" in text for text in remarks(found, "note"))


def test_overlaps_and_pages_that_do_not_fit_are_wrong(empty: OpenCase, tmp_path: Path) -> None:
    folder = tmp_path / "odd"
    folder.mkdir()
    tiff(folder / "ABC0001-ABC0004.tif", 3)
    written(folder, "ABC0004.txt", "Another.")
    written(folder, "ABC00009.txt", "Five digits.")
    found = survey(empty, folder, "from-name")
    assert found.is_wrong
    assert remarks(found, "wrong") == [
        "ABC0001-ABC0004.tif (ABC0001-04) and ABC0004.txt (ABC0004) overlap",
        "ABC0001-ABC0004.tif has 3 pages, and ABC0001-04 are 4 numbers",
    ]
    assert "numbers of ABC have 4 and 5 digits" in remarks(found, "note")


def test_files_without_any_number_are_wrong(empty: OpenCase, tmp_path: Path) -> None:
    folder = tmp_path / "none"
    folder.mkdir()
    written(folder, "letter.txt", "He did not go.")
    assert survey(empty, folder, "from-name").is_wrong
    assert survey(empty, folder, "stamp").is_wrong
    assert not survey(empty, folder, None).is_wrong


def test_stamps_in_texts(empty: OpenCase, tmp_path: Path) -> None:
    folder = tmp_path / "texts"
    folder.mkdir()
    written(folder, "a.txt", "He did not go.\n\nABC0001234\n\nShe went.\n\nCONFIDENTIAL ABC0001235\n")
    written(folder, "b.txt", "It was in JULY 2016.\n\nJULY 2016\n\nHe went.\n")
    written(folder, "c.txt", "One.\nDEF000007\nTwo.\nDEF000009\n")
    found = survey(empty, folder, "stamp")
    assert numbers(found) == {"a.txt": "ABC0001234-35"}
    assert remarks(found, "wrong") == [
        "the stamps of b.txt (JULY 2016 …) do not count its unknown pages",
        "the stamps of c.txt (DEF000007, DEF000009 …) do not count its unknown pages",
    ]


@pytest.mark.parametrize(
    ("stamps", "pages", "ranges"),
    [
        ("ABC0001 ABC0002 ABC0003", 3, ["ABC0001-03"]),
        ("ABC0001 ABC0001 ABC0002 ABC0002", 2, ["ABC0001-02"]),
        ("ABC0001 ABC0003", 3, ["ABC0001-03"]),
        ("ABC0001 ABC0003", 4, []),
        ("ABC0002 ABC0001", 2, []),
        ("ABC0001 X900 ABC0002 X901", 2, ["ABC0001-02", "X900-01"]),
        ("JULY2016", 1, []),
        ("ABC000012", 1, ["ABC000012"]),
        ("", 3, []),
    ],
)
def test_what_stamps_count(stamps: str, pages: int, ranges: list[str]) -> None:
    found = [bates for word in stamps.split() if (bates := parse_bates(word))]
    assert [str(one) for one in numbering.stamped(found, pages)] == ranges


def test_a_load_file(empty: OpenCase, production: Path) -> None:
    listing = production.parent / "prod.csv"
    listing.write_text(
        "begin,end,native,text\n"
        "ABC0001234,ABC0001236,VOL01\\IMAGES\\abc0001234.TIF,\n"
        "ABC0001237,ABC0001238,.\\VOL01\\ABC0001237-ABC0001238.tif,VOL01/sub/copy.txt\n"
        "ABC0001239,,,\n",
        "utf-8",
    )
    found = survey(empty, production, str(listing))
    assert numbers(found) == {
        "ABC0001234.tif": "ABC0001234-36",
        "ABC0001237-ABC0001238.tif": "ABC0001237-38",
        "ABC0001239 - a letter.txt": "ABC0001239",
        "sub/copy.txt": "ABC0001237-38",
    }
    assert [one.variant_of for one in found.files if one.variant_of] == ["ABC0001237-ABC0001238.tif"]
    assert not found.is_wrong
    assert any("prod.csv does not name it" in text for text in remarks(found, "note"))


def test_rows_of_a_load_file_that_are_not_here_are_wrong(empty: OpenCase, production: Path) -> None:
    listing = production / "prod.opt"
    listing.write_bytes(
        b"ABC0001234,V,IMG\\ABC0001234.tif,Y,,,3\nABC0009999,V,IMG\\ABC0009999.tif,Y,,,1\nnonsense,V,x.tif,Y,,,\n"
    )
    files = gathering.gathered([production], empty, [listing])
    found = exhibits.survey(empty, ANN, files, How(), str(listing))
    assert numbers(found)["ABC0001234.tif"] == "ABC0001234-36"
    wrong = remarks(found, "wrong")
    assert wrong[0] == "1 of 2 in prod.opt are not here: ABC0009999 (IMG\\ABC0009999.tif)"
    assert "line 3" in wrong[1]
    assert [one.not_read for one in found.files if one.name == "prod.opt"] == ["it is the load file"]


def test_two_files_of_one_name_are_told_apart_by_their_folders(empty: OpenCase, tmp_path: Path) -> None:
    folder = tmp_path / "twice"
    for name in ("a", "b"):
        (folder / name).mkdir(parents=True)
        written(folder / name, "x.txt", name)
    listing = tmp_path / "l.csv"
    listing.write_text("begin,path\nABC0001,P\\a\\x.txt\nABC0002,P\\b\\x.txt\nABC0003,x.txt\n")
    found = survey(empty, folder, str(listing))
    assert numbers(found) == {"a/x.txt": "ABC0001", "b/x.txt": "ABC0002"}
    assert remarks(found, "wrong") == ["line 4 of l.csv may mean a/x.txt or b/x.txt"]


def test_archives_and_what_is_in_them(empty: OpenCase, production: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as made:
        made.writestr("ABC0001250.txt", "From within.")
    with zipfile.ZipFile(production / "more.zip", "w") as made:
        made.writestr("in/deep.zip", inner.getvalue())
        made.writestr("__MACOSX/._x", b"\0")
        made.writestr("ABC0001251.txt", "Beside it.")
    data = bytearray((production / "more.zip").read_bytes())
    data[data.rindex(b"PK\x01\x02") + 8] |= 1
    (production / "more.zip").write_bytes(bytes(data))
    files = gathering.gathered([production], empty)
    found = exhibits.survey(empty, ANN, files, How(), "from-name")
    assert numbers(found)["more.zip/in/deep.zip/ABC0001250.txt"] == "ABC0001250"
    unread = {one.name: one.not_read for one in found.files if one.not_read}
    assert unread["more.zip/__MACOSX/._x"] == "it is hidden"
    assert "encrypted" in str(unread["more.zip/ABC0001251.txt"])
    outcomes = list(folders.add_gathered(empty, ANN, files, How(), said=found.said()))
    assert [one.name for one in outcomes if one.failed] == ["more.zip/ABC0001251.txt"]
    assert "more.zip/in/deep.zip/ABC0001250.txt" in [one.name for one in readings.sources(empty, ANN)]


def test_what_is_attached_to_a_message_comes_after_it(empty: OpenCase, tmp_path: Path) -> None:
    message = (
        b"From: Ann Lee <ann@harbour.example>\r\nTo: Ben Ito <ben@harbour.example>\r\n"
        b"Date: Mon, 2 May 2016 10:00:00 +0000\r\nSubject: The list\r\nMIME-Version: 1.0\r\n"
        b"Content-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\n"
        b"Here it is.\r\n--b\r\nContent-Type: text/plain; name=list.txt\r\n"
        b"Content-Disposition: attachment; filename=list.txt\r\n\r\nHe did not go.\r\n--b--\r\n"
    )
    (tmp_path / "mail").mkdir()
    (tmp_path / "mail" / "m.eml").write_bytes(message)
    list(folders.add_folder(empty, ANN, tmp_path / "mail"))
    assert [one.name for one in readings.sources(empty, ANN)] == ["m.eml", "m.eml/list.txt"]


def test_a_load_file_that_is_none(empty: OpenCase, production: Path) -> None:
    with pytest.raises(FactcheckError, match="no load file"):
        survey(empty, production, str(production / "photo.heic"))
    with pytest.raises(FactcheckError, match="no such file"):
        survey(empty, production, "from-nam")


def test_remarks_name_no_file_that_is_not_read() -> None:
    bad = Listed("x.heic", Path("x.heic"), 1, not_read="it is an image")
    assert numbering.by_name([bad])[1] == []
    assert numbering.checked([bad], {}) == []


def single_pages(folder: Path, numbers: list[int], ending: str = "tif") -> None:
    folder.mkdir(parents=True)
    for n in numbers:
        Image.new("L", (20, 30), n % 255).save(folder / f"ABC000{n}.{ending}")


OPT = (
    "ABC0001001,V,.\\IMAGES\\01\\ABC0001001.tif,Y,,,3\r\n"
    "ABC0001002,V,.\\IMAGES\\01\\ABC0001002.tif,,,,\r\n"
    "ABC0001003,V,.\\IMAGES\\01\\ABC0001003.tif,,,,\r\n"
    "ABC0001004,V,.\\IMAGES\\01\\ABC0001004.tif,Y,,,1\r\n"
    "ABC0001005,V,.\\IMAGES\\01\\ABC0001005.tif,Y,,,3\r\n"
    "ABC0001006,V,.\\IMAGES\\01\\ABC0001006.tif,,,,\r\n"
    "ABC0001008,V,.\\IMAGES\\01\\ABC0001008.tif,,,,\r\n"
)


def test_images_of_single_pages_are_one_source_a_document(empty: OpenCase, tmp_path: Path) -> None:
    folder = tmp_path / "prod"
    single_pages(folder / "IMAGES" / "01", [1001, 1002, 1003, 1004, 1005, 1008])
    (folder / "IMAGES" / "01" / "ABC0001003.tif").write_bytes(b"II*\0 cut off")
    listing = folder / "prod.opt"
    listing.write_text(OPT)
    found = exhibits.survey(
        empty, ANN, gathering.gathered([folder], empty, [listing]), How(), str(listing), workers=1
    )
    assert numbers(found) == {
        "IMAGES/01/ABC0001001-03": "ABC0001001-03",
        "IMAGES/01/ABC0001004.tif": "ABC0001004",
        "IMAGES/01/ABC0001005-08": "ABC0001005-08",
    }
    missing = ".\\IMAGES\\01\\ABC0001006.tif"
    assert remarks(found, "wrong") == [
        f"2 images of pages are not here: ABC0001006 ({missing}), ABC0001007 (no line)"
    ]
    again = gathering.gathered([folder], empty, [listing])  # a second look at the folder, as a screen takes
    outcomes = list(folders.add_gathered(empty, ANN, again, How(), said=found.said(), workers=1))
    assert [one.name for one in outcomes if one.added] == list(numbers(found))
    pages = readings.pages(empty, ANN, "D3")
    assert [(one.page, one.bates) for one in pages] == [(str(n), f"ABC000{1004 + n}") for n in range(1, 5)]
    holes = readings.source_view(empty, ANN, "D3").holes
    assert [where for what, where, _ in holes if what == "page"] == [
        f"page {n} of 4: its file, ABC000100{n + 4}, is missing" for n in (2, 3)
    ]
    assert [what for what, _, _ in readings.source_view(empty, ANN, "D1").holes] == ["image", "image", "page"]
    assert verifying.verify(empty, ANN).ok


def test_images_that_a_table_numbers_are_one_source_with_its_text_beside(
    empty: OpenCase, tmp_path: Path
) -> None:
    folder = tmp_path / "prod"
    single_pages(folder / "IMAGES", [1001, 1002, 1003], "jpg")
    written(folder, "ABC0001001.txt", "He did not go.\n")
    listing = written(folder, "prod.csv", "begdoc,enddoc,text\nABC0001001,ABC0001003,ABC0001001.txt\n")
    found = exhibits.survey(
        empty, ANN, gathering.gathered([folder], empty, [listing]), How(), str(listing), workers=1
    )
    assert [(one.name, one.pages, one.variant_of) for one in found.files if one.bates] == [
        ("ABC0001001.txt", 0, "IMAGES/ABC0001001-03"),
        ("IMAGES/ABC0001001-03", 3, None),
    ]
    files = gathering.gathered([folder], empty, [listing])
    added = list(folders.add_gathered(empty, ANN, files, How(), said=found.said(), workers=1))
    assert [one.name for one in added if one.added] == ["IMAGES/ABC0001001-03", "ABC0001001.txt"]
    assert readings.source_view(empty, ANN, "D2").variant_of == "D1"
