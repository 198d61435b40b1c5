"""What a file is, by its content, and that words alone never make a text a binary."""

import io
import zipfile
import zlib

import pytest

from factcheck.errors import FactcheckError
from factcheck.read.binary import is_binary
from factcheck.read.detect import PLAIN, form_of
from factcheck.read.door import read_bytes


def zipped(*names: str) -> bytes:
    kept = io.BytesIO()
    with zipfile.ZipFile(kept, "w") as archive:
        for name in names:
            archive.writestr(name, "x")
    return kept.getvalue()


BINARIES = [
    (zipped("[Content_Types].xml", "ppt/presentation.xml"), "a PowerPoint presentation (PPTX)"),
    (zipped("[Content_Types].xml", "xl/workbook.bin"), "a binary Excel workbook (XLSB)"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(500), "an old Word, Excel or Outlook file"),
    (rb"{\rtf1\ansi Hello}", "a rich text (RTF) document"),
    (b"GIF89a\x01\0\x01\0", "a GIF image"),
    (b"SQLite format 3\0\x10\0", "an SQLite database"),
    (b"\x1f\x8b\x08\0\0\0\0\0\0\x03", "a gzip archive"),
    (b"\x7fELF\x02\x01\x01", "a program (ELF)"),
    (b"MZ\x90\0\x03\0\0\0", "a Windows program"),
    (b"\0\0\0\x18ftypmp42\0\0\0\0", "an MP4 or QuickTime recording"),
]


@pytest.mark.parametrize(("data", "called"), BINARIES, ids=[called for _, called in BINARIES])
def test_a_binary_is_refused_by_name_with_a_next_step(data: bytes, called: str) -> None:
    with pytest.raises(FactcheckError) as refused:
        read_bytes(data, "paper.txt")
    assert refused.value.title == f"This is {called}, which factcheck does not read"
    assert refused.value.detail == "paper.txt"
    assert refused.value.hint.endswith(".")


def test_an_archive_is_said_to_hold_documents() -> None:
    with pytest.raises(
        FactcheckError, match="a ZIP archive, which holds documents and is none itself"
    ) as said:
        read_bytes(zipped("notes.txt"), "papers.zip")
    assert said.value.hint == "Add it to a case: each file within becomes a source."


@pytest.mark.parametrize(
    "text",
    [
        "BMW said it would appeal.",
        "MZ Wallace, a maker of bags, denied it.",
        "GIF89a is a file format, the witness said.",
        "PK is a nickname.",
        "ID3 tags were missing.",
        "The header of a PDF reads %PDF-1.7.",
        "The <html> tag opens a page.",
        "#!/bin/sh is how the script began.",
        "RIFFs were played.",
    ],
)
def test_words_are_never_taken_for_magic_numbers(text: str) -> None:
    assert form_of(text.encode()) == PLAIN
    assert read_bytes(text.encode(), "x").text == text


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"text" + bytes(8) + b"text", id="run of NULs"),
        pytest.param(b"\x01a\x02b" * 40, id="control characters"),
        pytest.param(zlib.compress(bytes(range(256)) * 64), id="compressed"),
    ],
)
def test_control_characters_make_a_binary(data: bytes) -> None:
    with pytest.raises(FactcheckError):
        read_bytes(data, "x")


def test_a_coloured_terminal_log_is_text() -> None:
    assert not is_binary("\x1b[1mbold\x1b[0m b\bbo\bo\n" * 50)


def test_a_stray_control_character_is_kept_and_said() -> None:
    document = read_bytes(b"He said no.\nThen\x00 he left.", "x")
    assert document.text == "He said no.\nThen\0 he left."
    (hole,) = document.holes
    assert (hole.what, hole.count) == ("control-characters", 1)
    assert hole.where.endswith("line 2, character 5")
