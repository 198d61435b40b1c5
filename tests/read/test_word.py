"""Word documents: their words in order with paragraph and cell, and what is no text told."""

import inspect
import io
import random
import sys
import time
import tracemalloc
import zipfile
from typing import Any

import docx
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.anchors import anchor_in
from factcheck.core.document import Document, Place
from factcheck.core.mapping import document_from_map, map_json
from factcheck.errors import FactcheckError
from factcheck.read import office_parts
from factcheck.read.door import read_bytes
from factcheck.read.word_lists import numeral
from tests.read.word_files import document, p, packed, r, saved, xml


def read(data: bytes) -> Document:
    return read_bytes(data, "a.docx")


def holes(read_document: Document) -> dict[str, int]:
    return {hole.what: hole.count for hole in read_document.holes}


def said(read_document: Document, what: str) -> str:
    return next(hole.where for hole in read_document.holes if hole.what == what)


def places(read_document: Document) -> list[tuple[str | int | None, str]]:
    """Paragraph or cell of each mark, and the text up to the next."""
    edges = [*(mark.start for mark in read_document.marks), len(read_document.text)]
    return [
        (mark.place.cell or mark.place.paragraph, read_document.text[start:end])
        for mark, start, end in zip(read_document.marks, edges[:-1], edges[1:], strict=True)
    ]


def check(read_document: Document) -> None:
    """What holds of every Word document that is read."""
    text = read_document.text
    text.encode()
    assert text.strip() and "\r" not in text
    starts = [mark.start for mark in read_document.marks]
    assert starts == sorted(set(starts)) and all(0 <= start < len(text) for start in starts)
    numbers = [mark.place.paragraph for mark in read_document.marks if mark.place.paragraph]
    assert numbers == list(range(1, len(numbers) + 1))
    for mark in read_document.marks:
        anchor = anchor_in(text, read_document, "D1", mark.start, min(mark.start + 9, len(text)))
        assert text[anchor.start : anchor.end] == anchor.exact
        assert anchor.place == mark.place != Place()
    again = document_from_map(
        read_document.name, read_document.kind, sha256=read_document.sha256, size=read_document.size,
        text=text, map_text=map_json(read_document), title=read_document.title,
        published=read_document.published, author=read_document.author,
    )  # fmt: skip
    assert again == read_document


def test_a_document_as_word_saves_it() -> None:
    def make(made: Any) -> None:
        made.core_properties.title = "Letter  to the Chairman"
        made.core_properties.author = "Ada Quill"
        made.add_heading("Dear Chairman", 1)
        made.add_paragraph("My answer was ").add_run("correct").bold = True
        line = made.add_paragraph("Yours,")
        line.add_run().add_break()
        line.add_run("Ada\tQuill")
        made.add_paragraph("")
        for words in ("I met him.", "I left."):
            made.add_paragraph(words, style="List Number")
        made.add_paragraph("A point", style="List Bullet")
        table = made.add_table(2, 2)
        for number, cell in enumerate(table._cells):
            cell.text = f"c{number}"
        made.add_page_break()
        made.add_paragraph("After.")
        made.sections[0].header.paragraphs[0].text = "PRIVATE"
        made.sections[0].footer.paragraphs[0].text = "Page 1"

    found = read(saved(make))
    assert found.text == (
        "Dear Chairman\nMy answer was correct\nYours,\nAda\tQuill\n\n1.\tI met him.\n2.\tI left.\nA point\n"
        "c0\tc1\nc2\tc3\n\n\nAfter.\n"
    )
    assert (found.title, found.author, found.published, found.kind) == (
        "Letter to the Chairman", "Ada Quill", None, "news"
    )  # fmt: skip
    assert places(found)[5:] == [
        (6, "A point\n"), ("T1!A1", "c0\t"), ("T1!B1", "c1\n"), ("T1!A2", "c2\t"),
        ("T1!B2", "c3\n\n\n"), (7, "After.\n"),
    ]  # fmt: skip
    assert holes(found) == {"running-head": 2}
    assert "PRIVATE" in said(found, "running-head")
    check(found)


INLINE = [
    ("tab<w:t/>", "<w:r><w:t>a</w:t><w:tab/><w:t>b</w:t></w:r>", "a\tb", {}),
    ("break", "<w:r><w:t>a</w:t><w:br/><w:cr/><w:t>b</w:t></w:r>", "a\n\nb", {}),
    ("hyphens", "<w:r><w:t>a</w:t><w:noBreakHyphen/><w:softHyphen/><w:t>b</w:t></w:r>", "a\u2011\u00adb", {}),
    ("line ends in text are spaces", r("a\nb\tc"), "a b c", {}),
    ("insertion", f"<w:ins>{r('new')}</w:ins>", "new", {"tracked-changes": 1}),
    (
        "deletion",
        f"{r('kept')}<w:del><w:r><w:delText>old words</w:delText></w:r></w:del>",
        "kept",
        {"tracked-changes": 1},
    ),
    (
        "moved",
        f"<w:moveFrom>{r('there')}</w:moveFrom><w:moveTo>{r('here')}</w:moveTo>",
        "here",
        {"tracked-changes": 2},
    ),
    ("hidden", r("seen") + r("unseen", "<w:vanish/>"), "seen", {"hidden": 1}),
    ("hidden no more", r("seen") + r(" too", '<w:vanish w:val="0"/>'), "seen too", {}),
    (
        "field",
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        + r("May 3")
        + '<w:r><w:fldChar w:fldCharType="end"/></w:r>'
        + r("."),
        "May 3.",
        {},
    ),
    (
        "words in a field's code",
        r("a") + '<w:r><w:fldChar w:fldCharType="begin"/></w:r>' + r("lost words"),
        "a",
        {"field-code": 1},
    ),
    ("simple field", f'<w:fldSimple w:instr="PAGE">{r("3")}</w:fldSimple>', "3", {}),
    ("link", f'<w:hyperlink r:id="r9">{r("the report")}</w:hyperlink>', "the report", {}),
    (
        "content control",
        f"<w:sdt><w:sdtPr/><w:sdtContent>{r('filled in')}</w:sdtContent></w:sdt>",
        "filled in",
        {},
    ),
    (
        "symbol of a font",
        '<w:r><w:t>a</w:t><w:sym w:font="Wingdings" w:char="F0FE"/></w:r>',
        "a\ufffd",
        {"symbol": 1},
    ),
    ("symbol of all fonts", '<w:r><w:t>a</w:t><w:sym w:font="Arial" w:char="00A7"/></w:r>', "a§", {}),
    ("formula", f"{r('E=')}<m:oMath><m:r><m:t>mc2</m:t></m:r></m:oMath>", "E=mc2", {"equation": 1}),
    ("picture", f"{r('a')}<w:r><w:drawing><a:blip/></w:drawing></w:r>", "a", {"image": 1}),
    ("chart", f"{r('a')}<w:r><w:drawing><c:chart/></w:drawing></w:r>", "a", {"drawing": 1}),
    ("object", f"{r('a')}<w:r><w:object><v:imagedata/></w:object></w:r>", "a", {"image": 1, "embedded": 1}),
    (
        "two forms of one content",
        f"<mc:AlternateContent><mc:Choice>{r('once')}</mc:Choice><mc:Fallback>{r('once')}</mc:Fallback></mc:AlternateContent>",
        "once",
        {},
    ),
    (
        "annotated characters",
        f"<w:r><w:ruby><w:rt>{r('kiroku')}</w:rt><w:rubyBase>{r('記録')}</w:rubyBase></w:ruby></w:r>",
        "記録",
        {},
    ),
]


@pytest.mark.parametrize(
    ("runs", "text", "told"), [case[1:] for case in INLINE], ids=[case[0] for case in INLINE]
)
def test_within_a_paragraph(runs: str, text: str, told: dict[str, int]) -> None:
    found = read(document(p(runs)))
    assert found.text == f"{text}\n"
    assert holes(found) == told
    check(found)


def test_what_changes_leave_out_begins_in_the_hole() -> None:
    found = read(
        document(
            p(
                r("I did "),
                f"<w:ins>{r('not ')}</w:ins>",
                "<w:del><w:r><w:delText>once </w:delText></w:r></w:del>",
                r("meet."),
            )
        )
    )
    assert found.text == "I did not meet.\n"
    assert said(found, "tracked-changes") == (
        "tracked changes: 1 insertions, read as text; 1 deletions, left out; first: “once”"
        "; the first in paragraph 1"
    )


def test_a_deleted_end_joins_its_paragraph_to_the_next() -> None:
    gone = "<w:pPr><w:rPr><w:del/></w:rPr></w:pPr>"
    body = (
        p(r("Before."))
        + p(gone, r("I did not "))
        + p(r("meet him."))
        + p(gone)
        + p(r("After."))
        + p(gone, r("Last."))
        + f"<w:tbl><w:tr><w:tc>{p(gone, r('In the cell.'))}</w:tc></w:tr></w:tbl>"
    )
    found = read(document(body))
    assert found.text == "Before.\nI did not meet him.\n\nAfter.\nLast.\nIn the cell.\n"
    assert [mark.place.paragraph or mark.place.cell for mark in found.marks] == [1, 2, 3, 4, "T1!A1"]
    assert said(found, "tracked-changes") == (
        "tracked changes: 0 insertions, read as text; 3 ends of paragraphs deleted, which joins them to the "
        "next; the first in paragraph 2"
    )


def test_a_style_may_hide_words() -> None:
    styles = (
        '<w:style w:styleId="Secret"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="More"><w:basedOn w:val="Secret"/></w:style>'
    )
    found = read(
        document(
            p(r("a"), r("b", '<w:rStyle w:val="More"/>')) + p("c", properties='<w:pStyle w:val="Secret"/>'),
            styles=styles,
        )
    )
    assert found.text == "a\n\n"
    assert holes(found) == {"hidden": 2}


def box(words: str) -> str:
    content = f"<w:txbxContent>{p(words)}</w:txbxContent>"
    return (
        f"<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing>"
        f"<wps:txbx>{content}</wps:txbx></w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict><v:textbox>{content}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )


def test_a_text_box_follows_its_paragraph_once() -> None:
    found = read(document(p("before", box("in the box"), " and on") + p("after")))
    assert places(found) == [(1, "before and on\n"), (2, "in the box\n"), (3, "after\n")]


def cell(content: str, properties: str = "") -> str:
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{content}</w:tc>"


SPAN = '<w:gridSpan w:val="2"/>'


def test_cells_have_the_names_of_their_columns() -> None:
    rows = (
        f"<w:tr>{cell(p('wide'), SPAN)}{cell(p('c'))}</w:tr>"
        f"<w:tr><w:trPr><w:gridBefore w:val='1'/></w:trPr>{cell(p('b1') + p('b2'))}{cell(p(''))}</w:tr>"
    )
    inner = f"<w:tbl><w:tr>{cell(p('x'))}{cell(p('y'))}</w:tr></w:tbl>"
    found = read(
        document(
            f"<w:tbl>{rows}</w:tbl>" + p("between") + f"<w:tbl><w:tr>{cell(inner + p('z'))}</w:tr></w:tbl>"
        )
    )
    assert places(found) == [
        ("T1!A1", "wide\t"), ("T1!C1", "c\n"), ("T1!B2", "b1\nb2\t"), ("T1!C2", "\n"), (1, "between\n"),
        ("T2!A1", "x\ty\nz\n"),
    ]  # fmt: skip


def test_a_deleted_row_is_told() -> None:
    rows = f"<w:tr>{cell(p('kept'))}</w:tr><w:tr><w:trPr><w:del/></w:trPr>{cell(p('gone'))}</w:tr>"
    found = read(document(f"<w:tbl>{rows}</w:tbl>"))
    assert found.text == "kept\n"
    assert holes(found) == {"tracked-changes": 1}


def test_column_letters_go_on_after_z() -> None:
    row = "".join(cell(p(f"c{number}")) for number in range(28))
    assert [place for place, _ in places(read(document(f"<w:tbl><w:tr>{row}</w:tr></w:tbl>")))][24:] == [
        "T1!Y1", "T1!Z1", "T1!AA1", "T1!AB1",
    ]  # fmt: skip


def note(sort: str, number: int, words: str, kind: str = "") -> str:
    return f"<w:{sort} w:id='{number}' {kind}>{p(words)}</w:{sort}>"


def refer(sort: str, number: int) -> str:
    return f"<w:r><w:{sort}Reference w:id='{number}'/></w:r>"


def test_notes_stand_after_the_body_with_places_of_their_own() -> None:
    body = p("One", refer("footnote", 5), " two", refer("endnote", 1)) + p(
        "three", refer("footnote", 2), refer("footnote", 9)
    )
    found = read(
        document(
            body,
            footnotes=note("footnote", -1, "----", "w:type='separator'")
            + note("footnote", 2, "second")
            + note("footnote", 5, "first"),
            endnotes=note("endnote", 1, "at the end"),
        )
    )
    assert places(found) == [
        (1, "One two\n"), (2, "three\n"), ("footnote 1", "first\n"), ("endnote i", "at the end\n"),
        ("footnote 2", "second\n"),
    ]  # fmt: skip
    assert holes(found) == {"note-marks": 4, "notes": 1}
    check(found)


def test_notes_with_numbers_of_their_own_form_have_none() -> None:
    section = "<w:sectPr><w:footnotePr><w:numRestart w:val='eachPage'/></w:footnotePr></w:sectPr>"
    found = read(document(p("One", refer("footnote", 1)) + section, footnotes=note("footnote", 1, "words")))
    assert places(found)[1] == ("footnote", "words\n")


def test_comments_are_told() -> None:
    comments = (
        f"<w:comment w:author='Ben'>{p('is this so?')}</w:comment>"
        f"<w:comment w:author='Ada'>{p('yes')}</w:comment>"
    )
    found = read(document(p("words"), comments=comments))
    assert found.text == "words\n"
    assert holes(found) == {"comments": 2}
    assert said(found, "comments").endswith("first: “Ben: is this so?”")


LEVELS = (
    '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="3"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%1(%2)"/></w:lvl>'
    '<w:lvl w:ilvl="2"><w:numFmt w:val="bullet"/><w:lvlText w:val="*"/></w:lvl>'
    '<w:lvl w:ilvl="3"><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="%4"/></w:lvl>'
)
NUMBERING = (
    f'<w:abstractNum w:abstractNumId="7">{LEVELS}</w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="7"/>'
    '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="9"/></w:lvlOverride></w:num>'
)


def item(number: int, level: int, words: str = "x") -> str:
    return p(words, properties=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>')


def test_numbers_of_lists_as_the_page_shows_them() -> None:
    order = [(1, 0), (1, 1), (1, 1), (1, 2), (1, 0), (1, 1), (2, 0), (2, 0), (1, 0), (0, 0), (1, 3), (4, 0)]
    found = read(document("".join(item(*one) for one in order), numbering=NUMBERING))
    assert [line.removesuffix("x") for line in found.text.splitlines()] == [
        "I.\t", "I(c)\t", "I(d)\t", "", "II.\t", "II(c)\t", "IX.\t", "X.\t", "XI.\t", "", "", "",
    ]  # fmt: skip
    assert holes(found) == {"list-numbers": 2}


def test_a_level_restarts_below_the_one_it_names_and_has_its_own_gap() -> None:
    written = [
        '<w:suff w:val="space"/><w:lvlText w:val="%1)"/>',
        '<w:suff w:val="nothing"/><w:lvlText w:val="%1.%2 "/>',
        '<w:lvlRestart w:val="1"/><w:lvlText w:val="%3"/>',
        '<w:lvlRestart w:val="0"/><w:lvlText w:val="%4"/>',
    ]
    levels = "".join(
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="decimal"/>{rest}</w:lvl>'
        for level, rest in enumerate(written)
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="7">{levels}</w:abstractNum>'
        '<w:num w:numId="1"><w:abstractNumId w:val="7"/></w:num>'
    )
    order = [0, 1, 2, 3, 1, 2, 3, 0, 2, 3]
    found = read(document("".join(item(1, level) for level in order), numbering=numbering))
    assert [line.removesuffix("x") for line in found.text.splitlines()] == [
        "1) ", "1.1 ", "1\t", "1\t", "1.2 ", "2\t", "2\t", "2) ", "1\t", "3\t",
    ]  # fmt: skip


def test_an_empty_item_takes_no_number() -> None:
    found = read(document(item(1, 0) + item(1, 0, "") + item(1, 0), numbering=NUMBERING))
    assert found.text == "I.\tx\n\nII.\tx\n"


@pytest.mark.parametrize(
    ("number", "form", "written"),
    [
        (4, "lowerRoman", "iv"), (1994, "upperRoman", "MCMXCIV"), (26, "lowerLetter", "z"),
        (28, "upperLetter", "BB"),
        (7, "decimalZero", "07"), (3, "ordinalText", None), (0, "decimal", "0"),
        (0, "lowerRoman", None),
        (10**9, "upperLetter", None),
    ],
)  # fmt: skip
def test_numerals(number: int, form: str, written: str | None) -> None:
    assert numeral(number, form) == written


def test_the_strict_namespace_is_read() -> None:
    strict = xml("document", f"<w:body>{p('words')}</w:body>").replace(
        "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
        "http://purl.oclc.org/ooxml/wordprocessingml/main",
    )
    assert read(packed({"word/document.xml": strict})).text == "words\n"


def test_a_transcript_in_word_has_its_turns() -> None:
    found = read_bytes(document(p(">> ADE: DID YOU GO?") + p(">> NO.") + p(">> NEVER?")), "a")
    assert found.kind == "captions"
    assert [turn.label for turn in found.turns] == ["ADE", None, None]
    assert found.reader == "word/2 captions/1"


ENTITY = '<!DOCTYPE w:document [<!ENTITY a "{}">]>'


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (document(p("")), "There is nothing to read"),
        (packed({"word/document.xml": "<w:document"}), "The document is damaged"),
        (packed({"word/document.xml": xml("document", "")}), "The document is damaged"),
        (packed({"word/other.xml": "x", "word/document.xml.bak": "x"}), "The document is damaged"),
        (
            packed({"word/document.xml": ENTITY.format("x" * 9) + "<w:document/>"}),
            "The document defines entities",
        ),
        (
            packed({"word/document.xml": '<!DOCTYPE d SYSTEM "file:///etc/hostname"><d/>'.encode("utf-16")}),
            "The document defines entities",
        ),
        (document(p("x"))[:-100], "The document is damaged"),
        (
            document("<w:sdt><w:sdtContent>" * 5000 + "</w:sdtContent></w:sdt>" * 5000),
            "The document is damaged",
        ),
    ],
)
def test_what_is_refused(data: bytes, title: str) -> None:
    with pytest.raises(FactcheckError) as refused:
        read(data)
    assert refused.value.title == title
    assert refused.value.detail.startswith("a.docx") and refused.value.hint


def test_depth_that_the_parser_lets_through_is_refused() -> None:
    """Newer versions of libxml2 allow 2,048 levels; Python's stack ends before."""
    data = document("<w:sdt><w:sdtContent>" * 110 + p("x") + "</w:sdtContent></w:sdt>" * 110)
    limit = sys.getrecursionlimit()
    sys.setrecursionlimit(len(inspect.stack(0)) + 130)
    try:
        with pytest.raises(FactcheckError, match="nested too deeply"):
            read(data)
    finally:
        sys.setrecursionlimit(limit)
    assert read(data).text == "x\n"


def test_no_external_file_is_read() -> None:
    body = xml("document", f"<w:body>{p('&secret;')}</w:body>")
    body = body.replace("?>", '?><!DOCTYPE d [<!ENTITY secret SYSTEM "file:///etc/passwd">]>', 1)
    with pytest.raises(FactcheckError, match="defines entities"):
        read(packed({"word/document.xml": body}))


def test_a_bomb_is_refused_before_it_unfolds() -> None:
    bomb = packed({"word/document.xml": b" " * 100_000_000})
    assert len(bomb) < 500_000
    tracemalloc.start()
    with pytest.raises(FactcheckError, match="too large"):
        read(bomb)
    _, peak = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert peak < 4 * office_parts.MAX_PART


def test_many_parts_are_refused() -> None:
    entries = {f"word/{number}": "" for number in range(office_parts.MAX_ENTRIES)}
    with pytest.raises(FactcheckError, match="too many parts"):
        read(packed({"word/document.xml": "x", **entries}, zipfile.ZIP_STORED))


def test_many_tags_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(office_parts, "MAX_TAGS", 1_000)
    with pytest.raises(FactcheckError, match="too large"):
        read(document("<w:p/>" * 1_001))


def test_boxes_in_boxes_end() -> None:
    words = p("x")
    for _ in range(60):
        words = p(f"<w:r><w:pict><w:txbxContent>{words}</w:txbxContent></w:pict></w:r>")
    assert read(document(words)).text.strip() == "x"


def test_time_is_linear() -> None:
    body = (p("words and ", r("more"), refer("footnote", 1)) + item(1, 1)) * 8_000
    data = document(body, numbering=NUMBERING, footnotes=note("footnote", 1, "n"))
    began = time.process_time()
    check(read(data))
    assert time.process_time() - began < 20


WORDS = st.text(st.sampled_from("ab é한😀\u0301-.,"), max_size=8).map(str.strip)
BLOCKS = st.one_of(WORDS, st.lists(st.lists(WORDS, min_size=2, max_size=2), min_size=1, max_size=3))


@settings(max_examples=25, deadline=None)
@given(st.lists(BLOCKS, min_size=1, max_size=6))
def test_every_place_holds_what_python_docx_finds_there(blocks: list[str | list[list[str]]]) -> None:
    made = docx.Document()
    for block in blocks:
        if isinstance(block, str):
            made.add_paragraph(block)
        else:
            table = made.add_table(len(block), 2)
            for row, cells in enumerate(block):
                for column, words in enumerate(cells):
                    table.cell(row, column).text = words
    kept = io.BytesIO()
    made.save(kept)
    try:
        found = read(kept.getvalue())
    except FactcheckError as refused:
        assert refused.title == "There is nothing to read"
        return
    again = docx.Document(io.BytesIO(kept.getvalue()))
    paragraphs = [one.text for one in again.paragraphs if one.text.strip()]
    seen = 0
    for place, text in places(found):
        if isinstance(place, int):
            assert text.rstrip("\n") == paragraphs[place - 1]
            seen += 1
        else:
            number, row, column = int(str(place)[1]), int(str(place)[4:]) - 1, "AB".index(str(place)[3])
            assert text.rstrip("\n").removesuffix("\t") == again.tables[number - 1].cell(row, column).text
    assert seen == len(paragraphs)
    check(found)


PIECES = st.sampled_from([
    p("words"), p(r("a"), f"<w:ins>{r('b')}</w:ins>"), p(box("boxed")), p(refer("footnote", 1)),
    item(1, 0), item(2, 1),
    f"<w:tbl><w:tr>{cell(p('c'))}{cell('')}</w:tr></w:tbl>", "<w:tbl/>", "<w:tbl><w:tr/></w:tbl>", "<w:p/>",
    "<w:sdt/>",
    f"<w:del>{p('gone')}</w:del>", "<w:altChunk/>", "<mc:AlternateContent/>", p("\u2028\u0301é👩\u200d👧"),
    p("<w:r><w:sym w:char='zz'/><w:fldChar w:fldCharType='end'/><w:tab/></w:r>"), f"<w:ins>{p('n')}</w:ins>",
])  # fmt: skip


@settings(max_examples=60)
@given(st.lists(PIECES, max_size=12).map("".join))
def test_any_sequence_of_blocks(body: str) -> None:
    try:
        found = read(document(body, numbering=NUMBERING, footnotes=note("footnote", 1, "n")))
    except FactcheckError as refused:
        assert refused.title == "There is nothing to read"
        return
    check(found)


def test_mutated_documents() -> None:
    chance = random.Random(11)
    whole = document(
        p("One", refer("footnote", 1)) + item(1, 0) + f"<w:tbl><w:tr>{cell(p('c'))}</w:tr></w:tbl>",
        numbering=NUMBERING, footnotes=note("footnote", 1, "n"), comments="<w:comment/>", styles="<w:style/>",
    )  # fmt: skip
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        stored = packed({name: archive.read(name) for name in archive.namelist()}, zipfile.ZIP_STORED)
    for source in (whole, stored):
        for _ in range(150):
            data = bytearray(source)
            for _ in range(chance.randint(1, 6)):
                at = chance.randrange(len(data))
                if chance.random() < 0.7:
                    data[at] = chance.choice((0, 32, 34, 60, 62, 255, chance.randrange(256)))
                else:
                    del data[at : at + chance.randint(1, 40)]
            try:
                read_bytes(bytes(data), "a.docx")
            except FactcheckError as refused:
                assert refused.title and refused.detail


def test_packed_or_not() -> None:
    whole = document(p("words"))
    with zipfile.ZipFile(io.BytesIO(whole)) as archive:
        parts: dict[str, str | bytes] = {name: archive.read(name) for name in archive.namelist()}
    for method in (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED):
        assert read(packed(parts, method)).text == "words\n"
    for method in (zipfile.ZIP_BZIP2, zipfile.ZIP_LZMA):  # no package has them; they have no bound
        with pytest.raises(FactcheckError, match="is damaged"):
            read(packed(parts, method))
