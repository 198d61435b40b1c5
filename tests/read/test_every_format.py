"""What holds for every format: an anchor's words are the text's, its place is the original's, and both
survive being stored. A reader without a file here fails."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PIL import Image

from factcheck.core.anchors import anchor_in
from factcheck.core.document import NOWHERE, Document, Place
from factcheck.core.mapping import document_from_map, map_json
from factcheck.core.proposals import Proposals
from factcheck.read.bound_pages import bound
from factcheck.read.detect import form_of
from factcheck.read.door import READERS, read_bytes
from factcheck.workbench import acts, readings
from factcheck.workbench.cases import OpenCase
from tests.read import drawn, word_files
from tests.read.tables import spreadsheets
from tests.workbench.inquiry import ANN, empty_case

TABLE = [
    ["Date", "Guest", "Room"],
    ["2018-10-03", "Arthur Pell", "Bar"],
    ["2018-10-04", "Ida Vann", "Hall"],
]
LINES = "\n".join(",".join(row) for row in TABLE) + "\n"


def image(form: str) -> bytes:
    kept = io.BytesIO()
    Image.new("L", (40, 60), 255).save(kept, form)
    return kept.getvalue()


def ods() -> bytes:
    return spreadsheets.ods("".join(spreadsheets.ods_row(*row) for row in TABLE))


def xls() -> bytes:
    cells = {(r, c): cell for r, row in enumerate(TABLE) for c, cell in enumerate(row)}
    return spreadsheets.xls({"Log": cells})


def pdf() -> bytes:
    return drawn.pdf(
        lambda canvas: drawn.numbered(canvas, ["Q.  Did you meet?", "A.  I did not.", "Q.  Never?"]),
        lambda canvas: drawn.words(canvas, ["The second page has", "two lines."]),
    )


EML = (
    b"From: Ida Vann <ida@vann.example>\r\nTo: Arthur Pell <a@pell.example>\r\nSubject: Cranes\r\n"
    b"Date: Wed, 3 Oct 2018 10:00:00 +0100\r\n\r\nSee you at the club.\r\n"
)
SRT = b"1\n00:00:01,000 --> 00:00:03,000\n>> DID YOU MEET?\n\n2\n00:00:03,500 --> 00:00:05,000\n>> NO.\n"
VTT = b"WEBVTT\n\n00:01.000 --> 00:03.000\n>> DID YOU MEET?\n\n00:04.000 --> 00:05.000\n>> NO.\n"
ICS = (
    b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART:20181003T100000Z\r\n"
    b"SUMMARY:Dinner at\r\n  the club\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n"
)
HTML = "<html><body><p>He said: no.</p><p>“Yes”, she said.</p></body></html>".encode()
JSON = b'[{"day": "2018-10-03", "guest": "Pell"}, {"day": "2018-10-04", "guest": "Vann"}]'
JSONL = b'{"day": "2018-10-03", "guest": "Pell"}\n{"day": "2018-10-04", "guest": "Vann"}\n'
BEFORE = (
    "", "[", '{"meta": {"n": 2}, "visits": [', "BEGIN:VCALENDAR\nVERSION:2.0",
    "BEGIN:VCALENDAR\nX-WR-CALNAME:Teamdiary",
)  # fmt: skip
"""What stands around the events of a calendar, or the objects of a list, has no place."""


def changed() -> bytes:
    """A Word document with what changed, a table in a table, a text box and a joined end."""
    p, r = word_files.p, word_files.r
    box = f"<w:pict><w:txbxContent>{p(r('In a box. 😀'))}</w:txbxContent></w:pict>"
    inner = f"<w:tbl><w:tr><w:tc>{p(r('A'))}</w:tc><w:tc>{p(r('B'))}</w:tc></w:tr></w:tbl>"
    body = (
        p(r("I did "), f"<w:ins>{r('not ')}</w:ins>", f"<w:del>{r('once ')}</w:del>", r("meet."))
        + p("<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>", r("Half and "))
        + p(r("half."), f"<w:r>{box}</w:r>")
        + f"<w:tbl><w:tr><w:tc>{p(r('One'))}</w:tc><w:tc>{p(r('Two'))}{inner}</w:tc></w:tr></w:tbl>"
    )
    return word_files.document(body)


FORWARDED = b"""From: Ida Vann <ida@vann.example>
Subject: =?windows-1252?Q?caf=E9_=96_bill?=
Content-Type: multipart/mixed; boundary=B

--B
Content-Type: text/plain; charset=windows-1252
Content-Transfer-Encoding: quoted-printable

He said =93no=94.
> Never=
 mind

--B
Content-Type: message/rfc822

From: Pell

I did.

--B--
"""
FOLDED = """BEGIN:VCALENDAR
X-WR-CALNAME:Team
 diary
BEGIN:VEVENT
SUMMARY:Café at
\t noon
DESCRIPTION:a
 b
END:VEVENT
BEGIN:VEVENT
SUMMARY:Zwei
END:VEVENT
END:VCALENDAR
"""
QUOTED = 'Datum;Name;Thema\r\n3.10.2018;"Groß, Änne";"Maut\r\nund ""Brücke"""\r\n\r\n4.10.2018;Vann;–\r\n'
NESTED = '{"meta": {"n": 2}, "visits": [\n {"guest": {"last": "Pell"}},\n {"guest": {"last": "Vänn 😀"}}]}'

FILES: Mapping[str, tuple[str, Callable[[], bytes]]] = {
    "text": ("a.txt", lambda: "One naïve line. 😀\r\n\r\nTwo.\r\n".encode()),
    "markdown": ("a.md", lambda: b"# Harbour\n\nHe *did not* meet her.\n"),
    "html": ("a.html", lambda: HTML),
    "docx": ("a.docx", lambda: word_files.document(word_files.p("He did not.") + word_files.p("She did."))),
    "eml": ("a.eml", lambda: EML),
    "srt": ("a.srt", lambda: SRT),
    "vtt": ("a.vtt", lambda: VTT),
    "ics": ("a.ics", lambda: ICS),
    "csv": ("a.csv", lambda: LINES.encode()),
    "json": ("a.json", lambda: JSON),
    "jsonl": ("a.jsonl", lambda: JSONL),
    "xlsx": ("a.xlsx", lambda: spreadsheets.xlsx(Log=TABLE)),
    "xls": ("a.xls", xls),
    "ods": ("a.ods", ods),
    "pdf": ("a.pdf", pdf),
    "png": ("a.png", lambda: image("PNG")),
    "jpeg": ("a.jpg", lambda: image("JPEG")),
    "tiff": ("a.tif", lambda: image("TIFF")),
    "pages": ("a-b", lambda: bound([("a.tif", image("TIFF")), ("b.png", image("PNG"))])),
    "text in UTF-16": ("a.txt", lambda: "One naïve line.\r\nTwo.\r".encode("utf-16-le")),
    "docx with changes": ("a.docx", changed),
    "eml with a message": ("a.eml", lambda: FORWARDED),
    "ics with folds": ("a.ics", lambda: FOLDED.replace("\n", "\r\n").encode()),
    "csv with quotes": ("a.csv", lambda: QUOTED.encode("cp1252")),
    "json with objects": ("a.json", lambda: NESTED.encode()),
    "jsonl that breaks": ("a.jsonl", lambda: b'{"guest": "Pell"}\n{"guest":\n\n{"guest": "Vann"}\n'),
}
"""Small files of each form, with their names; what each is called begins with its form."""

_READ: dict[str, Document] = {}


def read(form: str) -> Document:
    if form not in _READ:
        name, made = FILES[form]
        _READ[form] = read_bytes(made(), name)
    return _READ[form]


def test_every_reader_has_a_file_here() -> None:
    assert {form.partition(" ")[0] for form in FILES} == set(READERS)


@pytest.mark.parametrize("form", FILES)
def test_the_form_is_told_by_the_content(form: str) -> None:
    name, made = FILES[form]
    assert form_of(made(), name).name == form.partition(" ")[0]


@pytest.mark.parametrize("form", FILES)
@settings(max_examples=40)
@given(data=st.data())
def test_an_anchor_has_the_words_and_the_place_of_the_text(form: str, data: st.DataObject) -> None:
    document = read(form)
    start = data.draw(st.integers(0, len(document.text) - 1))
    end = data.draw(st.integers(start + 1, len(document.text)))
    anchor = anchor_in(document.text, document, "d", start, end)
    assert document.text[anchor.start : anchor.end] == anchor.exact
    assert document.text[: anchor.start].endswith(anchor.prefix)
    assert document.text[anchor.end :].startswith(anchor.suffix)
    assert (anchor.place, anchor.place_end) == (document.place_at(start), document.place_at(end - 1))


@pytest.mark.parametrize("form", FILES)
def test_all_words_from_the_first_mark_on_have_a_place(form: str) -> None:
    document = read(form)
    begins = document.marks[0].start
    assert document.text[:begins].strip() in BEFORE
    ends = document.text.find("END:VCALENDAR")
    placed = range(begins, ends if ends >= 0 else len(document.text))
    assert all(document.place_at(n) != NOWHERE for n in placed)


@pytest.mark.parametrize("form", FILES)
def test_what_was_read_survives_its_map(form: str) -> None:
    document = read(form)
    back = document_from_map(
        document.name, document.kind, sha256=document.sha256, size=document.size, text=document.text,
        map_text=map_json(document), title=document.title, published=document.published,
        author=document.author, publisher=document.publisher, address=document.address,
    )  # fmt: skip
    assert back == document


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Iterator[OpenCase]:
    with empty_case(tmp_path_factory.mktemp("formats")) as made:
        yield made


@pytest.mark.parametrize("form", FILES)
@settings(max_examples=15, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_a_stored_source_has_the_same_words_and_places(
    form: str, data: st.DataObject, case: OpenCase
) -> None:
    document, made = read(form), FILES[form][1]()
    source = acts.add_document(case, ANN, made, document, Proposals("none"))
    label = source.made.label if source.made else source.same_as or ""
    assert readings.text_of(case, ANN, label, 0, len(document.text)) == document.text
    start = data.draw(st.integers(0, len(document.text) - 1))
    line = readings.line_of(case, ANN, label, start)
    shown = readings.text_lines(case, ANN, label, line, 1)[0]
    assert document.text[shown.start :].startswith(shown.text)
    place: Place = document.place_at(shown.start)
    assert all(str(part) in shown.place for part in (place.page, place.line) if part is not None)


def test_a_file_that_is_named_otherwise_is_still_told(tmp_path: Path) -> None:
    for form in ("pdf", "docx", "xlsx", "png", "tiff", "jpeg", "ics", "vtt"):
        assert form_of(FILES[form][1](), "unknown.dat").name == form
