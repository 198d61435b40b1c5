"""PDF files: words in reading order, each with the page and the line that are printed beside it."""

import hashlib
from collections import Counter

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from reportlab.lib.pdfencrypt import StandardEncryption
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from factcheck.core.anchors import anchor_in
from factcheck.core.document import Document, Hole
from factcheck.core.mapping import document_from_map, map_json, original_text
from factcheck.errors import FactcheckError
from factcheck.read.door import read_bytes
from factcheck.read.pages.sheets import image_pages
from tests.read.drawn import Draw, numbered, pdf, sheet_at, words


def read(*pages: Draw, **options: object) -> Document:
    return read_bytes(pdf(*pages, **options), "x.pdf", kind="news")


def place_of(document: Document, quote: str) -> tuple[str | None, str | None]:
    assert document.text.count(quote) == 1, document.text
    start = document.text.index(quote)
    place = anchor_in(document.text, document, "D1", start, start + len(quote)).place
    return place.page, place.line


def holes(document: Document) -> list[str]:
    return [hole.what for hole in document.holes]


def furniture(document: Document, why: str) -> list[str]:
    return [one.text for one in document.removed if one.why == why and one.text != "\f"]


def of_words(*lines: str, **options: float) -> Draw:
    return lambda canvas: words(canvas, lines, **options)  # type: ignore[arg-type]  # passed on as they are


LETTER = of_words("Dear Ms. Orla,", "I write about the harbour.", "Yours, A. Pell")


def test_what_is_said_of_a_pdf() -> None:
    data = pdf(LETTER)
    document = read_bytes(data, "a.pdf", kind="letter", published="2017-03-02", title="A letter")
    assert document.text == "Dear Ms. Orla,\nI write about the harbour.\nYours, A. Pell\n"
    assert (document.kind, document.published, document.title) == ("letter", "2017-03-02", "A letter")
    assert (document.size, document.sha256) == (len(data), hashlib.sha256(data).hexdigest())
    assert document.reader.startswith("pdf/2 pdfium ")
    assert (document.holes, document.removed, document.published_basis) == ((), (), None)
    assert place_of(document, "harbour") == ("1", None)


def test_the_same_bytes_give_the_same_document() -> None:
    data = pdf(LETTER, LETTER)
    assert read_bytes(data, "a.pdf") == read_bytes(data, "a.pdf")


@pytest.mark.parametrize(
    ("said", "title"),
    [
        ("Minutes of the Harbour Board", "Minutes of the Harbour Board"),
        ("  Minutes \n of  March ", "Minutes of March"),
        ("untitled", None),
        ("Microsoft Word - minutes final v3.doc", None),
        ("minutes_final.docx", None),
        ("Document1", None),
        ("", None),
        ("x" * 400, None),
    ],
)
def test_a_title_that_no_program_made_up(said: str, title: str | None) -> None:
    def page(canvas: Canvas) -> None:
        canvas.setTitle(said)
        LETTER(canvas)

    document = read(page)
    assert (document.title, document.author, document.published) == (title, None, None)


def test_words_are_read_by_position_not_in_the_order_of_the_file() -> None:
    def page(canvas: Canvas) -> None:
        words(canvas, ["third"], y=600)
        words(canvas, ["second"], x=200, y=700)
        words(canvas, ["first"], x=72, y=700)

    assert read(page).text.split() == ["first", "second", "third"]


def test_white_space_between_paragraphs_and_indentation_are_kept() -> None:
    def page(canvas: Canvas) -> None:
        words(canvas, ["One begins here,", "and ends here."], y=700)
        words(canvas, ["Two stands apart."], y=640)
        words(canvas, ["Three is indented,"], x=94, y=626)
        words(canvas, ["and goes on."], y=612)

    text = read(page).text
    assert text.startswith("One begins here,\nand ends here.\n\nTwo stands apart.\n")
    assert text.endswith("    Three is indented,\nand goes on.\n")


LEFT = [f"On the left the harbour board spoke of line {n:02}" for n in range(12)]
RIGHT = [f"On the right the minister wrote of sentence {n:02}" for n in range(12)]


@pytest.mark.parametrize("by_row", [False, True], ids=["written by column", "written by row"])
def test_two_columns_of_prose(by_row: bool) -> None:
    def page(canvas: Canvas) -> None:
        words(
            canvas, ["A heading that runs over both of the columns of this page, from left to right"], y=730
        )
        if by_row:
            for n, (left, right) in enumerate(zip(LEFT, RIGHT, strict=True)):
                words(canvas, [left], y=700 - 14 * n, size=10)
                words(canvas, [right], x=320, y=700 - 14 * n, size=10)
        else:
            words(canvas, LEFT, size=10)
            words(canvas, RIGHT, x=320, size=10)

    document = read(page)
    lines = [line.strip() for line in document.text.splitlines() if line.strip()]
    assert lines[1:] == [*LEFT, *RIGHT]
    assert holes(document) == []


def test_three_columns_that_the_file_wrote_one_by_one() -> None:
    columns = [[f"col {c} row {r} has some words" for r in range(8)] for c in range(3)]

    def page(canvas: Canvas) -> None:
        for c, column in enumerate(columns):
            words(canvas, column, x=72 + 160 * c, size=9)

    document = read(page)
    assert document.text.split("\n")[:-1] == [line for column in columns for line in column]
    assert "order-unsure" not in holes(document)


def test_a_table_is_read_by_the_row() -> None:
    rows = [("Jan 5", "Orla", "harbour"), ("Jan 6", "Pell", "board"), ("Jan 9", "Rowe", "call")] * 3

    def page(canvas: Canvas) -> None:
        for n, row in enumerate(rows):
            for c, cell in enumerate(row):
                words(canvas, [cell], x=72 + 150 * c, y=700 - 14 * n)

    assert [line.split() for line in read(page).text.splitlines()] == [" ".join(row).split() for row in rows]


def report(pages: int, *, first: int = 1, printed: str = "{}", head: str = "HARBOUR REPORT") -> list[Draw]:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.setFont("Times-Roman", 9)
            canvas.drawString(72, 760, head)
            words(canvas, [f"Word{number} opens the page,", "said again,", f"end{number} closes it."])
            canvas.setFont("Times-Roman", 9)
            canvas.drawCentredString(306, 40, printed.format(first + number))

        return draw

    return [page(number) for number in range(pages)]


@pytest.mark.parametrize("printed", ["{}", "- {} -", "Page {}", "Page {} of 300", "S{}", "[{}]"])
def test_heads_and_page_numbers_leave_the_text_and_name_the_page(printed: str) -> None:
    document = read(*report(4, first=210, printed=printed))
    label = "S{}" if printed[0] == "S" else "{}"
    for number in range(4):
        assert place_of(document, f"Word{number}") == (label.format(210 + number), None)
        assert place_of(document, f"end{number}") == (label.format(210 + number), None)
    assert "HARBOUR" not in document.text and str(212) not in document.text
    assert furniture(document, "running-head") == ["HARBOUR REPORT\n"] * 4
    assert furniture(document, "page-mark") == [f"{printed.format(210 + n)}\n" for n in range(4)]
    assert document.text.count("said again,") == 4


def test_what_was_left_out_can_be_put_back() -> None:
    document = read(*report(3))
    pages = original_text(document).split("\f")
    assert [page.split("\n")[0] for page in pages] == ["HARBOUR REPORT"] * 3
    assert [page.rstrip().split("\n")[-1] for page in pages] == ["1", "2", "3"]


def test_roman_front_matter_and_pages_without_a_number() -> None:
    front = report(3, printed="i")
    numerals = ["i", "ii", "iii"]
    front = [report(3, printed=numeral)[n] for n, numeral in enumerate(numerals)]
    document = read(*front, LETTER, *[report(7)[n] for n in range(3, 7)])
    labels = [mark.place.page for mark in document.marks]
    assert labels == ["i", "ii", "iii", "[4]", "4", "5", "6", "7"]


def test_heads_of_left_and_right_pages_with_the_number_within() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            left = number % 2 == 0
            words(canvas, [f"{number}   The Harbour" if left else f"A Chapter   {number}"], y=750)
            words(canvas, [f"Body{number} of this page", "goes on."])

        return draw

    document = read(*[page(number) for number in range(31, 39)])
    assert [mark.place.page for mark in document.marks] == [str(n) for n in range(31, 39)]
    assert "Harbour" not in document.text and "Chapter" not in document.text


def test_lines_of_the_imprint() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            words(canvas, [str(number)], x=300, y=750)
            words(canvas, [f"Body{number} speaks.", "It ends."])
            words(
                canvas,
                [
                    f"VerDate Sep 11 2014 09:17 Dec 06, 2017 Jkt 026125 PO 00000 Frm {number + 4:05} "
                    f"Fmt 6633 Sfmt 6633 S:\\HARBOUR\\26125.TXT ROWE"
                ],
                y=30,
                size=6,
            )
            canvas.saveState()
            canvas.rotate(90)
            words(canvas, ["prowe on DSKBC with HEARING"], x=300, y=-20, size=6)
            canvas.restoreState()

        return draw

    document = read(*[page(number) for number in range(1, 6)])
    assert [mark.place.page for mark in document.marks] == ["1", "2", "3", "4", "5"]
    assert not {"VerDate", "prowe", "Frm"} & set(document.text.split())
    assert document.holes == ()


def test_a_date_at_the_top_of_every_page_is_no_running_head() -> None:
    def page(day: int) -> Draw:
        return of_words(f"January {day}, 2017", "9:00 harbour board", f"{day % 12}:30 call")

    document = read(*[page(day) for day in (3, 4, 9, 17, 30)])
    assert [f"January {day}, 2017" in document.text for day in (3, 4, 9, 17, 30)] == [True] * 5


@pytest.mark.parametrize(
    "head", ["May {}", "Monday, May {}, 2017", "{} May 2017", "5/{}/2017", "2017-05-{:02}"]
)
def test_the_days_of_a_diary_are_no_page_numbers(head: str) -> None:
    def page(day: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            words(canvas, [head.format(day)], y=750)
            words(canvas, [f"9:00 harbour board {day * 7}", "11:30 call"])

        return draw

    document = read(*[page(day) for day in range(3, 9)])
    assert all(head.format(day) in document.text for day in range(3, 9))
    assert [mark.place.page for mark in document.marks] == ["1", "2", "3", "4", "5", "6"]


def test_a_number_sign_is_no_number() -> None:
    heads = ["Item # 5 of the list", "Item 5 6 of the list", "Item # 7 of the list", "Item 8 9 of the list"]
    pages = [of_words(head, f"said {n * n} of it", "more") for n, head in enumerate(heads)]
    assert all(head in read(*pages).text for head in heads)


def test_the_stamp_of_a_court() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            stamp = f"Case 1:17-cv-00123-ABC Document 45 Filed 03/02/17 Page {number} of 6"
            words(canvas, [stamp], y=770, size=9)
            words(canvas, [f"The plea{number} of the plaintiff", "goes on."])

        return draw

    document = read(*[page(number) for number in range(1, 7)])
    assert "Document 45" not in document.text
    assert [mark.place.page for mark in document.marks] == ["1", "2", "3", "4", "5", "6"]


def test_a_line_said_often_at_the_foot_of_pages_far_apart_stays() -> None:
    bodies = [
        of_words(*[f"w{n}x{k} stands here." for k in range(6)], "Yes.")
        if n % 9 == 0
        else of_words(*[f"w{n}x{k} stands here." for k in range(7)])
        for n in range(40)
    ]
    assert read(*bodies).text.count("Yes.\n") == 5


# numbered lines


def spoken(page: int, lines: int = 25) -> list[str]:
    texts = []
    for n in range(1, lines + 1):
        label = {1: "Q.   ", 3: "A.   "}.get(n % 4, "")
        texts.append(f"{label}word p{page} l{n} spoken")
    return texts


def deposition(pages: int, *, first: int = 210, lines: int = 25, **options: float) -> list[Draw]:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            canvas.setFont("Courier", 12)
            canvas.drawRightString(540, 750, str(first + number))
            numbered(canvas, spoken(number, lines), **options)  # type: ignore[arg-type]  # passed on as they are
            canvas.setFont("Courier", 9)
            canvas.drawString(72, 40, "Harbour Reporting, Inc.")

        return draw

    return [page(number) for number in range(pages)]


@pytest.mark.parametrize(
    ("lines", "options"),
    [
        (25, {}),
        (28, {}),
        (23, {"right": False}),
        (25, {"number_x": 560, "x": 90}),
        (25, {"first": 3}),
    ],
    ids=["25 lines", "28 lines", "23 lines, aligned left", "numbers at the right", "from line 3 on"],
)
def test_every_line_has_the_number_that_is_printed_beside_it(lines: int, options: dict[str, float]) -> None:
    start = int(options.pop("first", 1))
    document = read(*deposition(3, lines=lines, **options))  # type: ignore[arg-type]  # passed on as they are
    if start == 1:
        for page in range(3):
            for n in range(1, lines + 1):
                assert place_of(document, f"p{page} l{n} ") == (str(210 + page), str(n))
        assert furniture(document, "line-number")[0].strip() == "1"
        assert document.text.startswith("Q.  word p0 l1 spoken\nword p0 l2 spoken\nA.  word p0 l3")
    assert "Harbour" not in document.text


def test_pages_of_questions_and_answers_without_a_cover_are_a_deposition() -> None:
    document = read_bytes(pdf(*deposition(2)), "pages.pdf")
    assert document.kind == "deposition"
    said = [(turn.role, document.place_at(turn.start).line) for turn in document.turns[:3]]
    assert said == [("question", "1"), ("answer", "3"), ("question", "5")]


def test_numbers_start_where_the_page_starts() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            first = 1 if number != 2 else 7
            numbered(canvas, spoken(number, 18), first=first)

        return draw

    document = read(*[page(number) for number in range(4)])
    assert place_of(document, "p2 l1 ") == ("3", "7")
    assert place_of(document, "p3 l18 ") == ("4", "18")


def test_a_last_page_of_three_lines_and_a_blank_numbered_line() -> None:
    def last(canvas: Canvas) -> None:
        numbered(canvas, ["A.   word last one", "", "(Whereupon it ended.)"])

    document = read(*deposition(2), last)
    assert place_of(document, "last one")[1] == "1"
    assert place_of(document, "(Whereupon")[1] == "3"
    assert "one\n\n(Whereupon" in document.text


def test_numbers_that_stand_a_little_beside_their_lines() -> None:
    def page(canvas: Canvas) -> None:
        canvas.setFont("Times-Roman", 12)
        for n in range(28):
            canvas.drawRightString(70, 730 - 24 * n, str(n + 1))
        for n in range(28):
            canvas.drawString(90, 726.5 - 24 * n, f"pleading line number{n + 1} of the plaintiff")

    document = read(page, page)
    text = document.text
    start = 0
    for n in range(1, 29):
        start = text.index(f"number{n} ", start)
        assert document.place_at(start).line == str(n)
    assert "\n\n" not in text[: text.index("number28")]


def test_a_numbered_list_and_a_numbered_table_keep_their_numbers() -> None:
    def lists(canvas: Canvas) -> None:
        words(canvas, ["The board decided:"], y=730)
        for n in range(1, 10):
            words(canvas, [f"{n}  to buy item{n} for the harbour"], y=730 - 14 * n)

    def table(canvas: Canvas) -> None:
        for n in range(1, 26):
            for x, cell in (
                (72, str(n)),
                (110, f"name{n}"),
                (220, "1990"),
                (330, "a"),
                (440, "b"),
                (500, "c"),
            ):
                words(canvas, [cell], x=x, y=730 - 14 * n)

    assert furniture(read(lists), "line-number") == []
    assert "9 to buy item9" in " ".join(read(lists).text.split())
    document = read(table, table)
    assert furniture(document, "line-number") == []


@given(
    st.integers(2, 4),
    st.integers(8, 28),
    st.integers(1, 900),
    st.sampled_from([9, 10, 12]),
    st.booleans(),
    st.sampled_from([60.0, 80.0, 95.0]),
)
@settings(max_examples=8, deadline=None)
def test_every_word_is_on_the_page_and_line_on_which_it_was_drawn(
    pages: int, lines: int, first: int, size: int, right: bool, number_x: float
) -> None:
    document = read(
        *deposition(
            pages, first=first, lines=lines, size=size, pitch=24, right=right, number_x=number_x, x=120
        )
    )
    for page in range(pages):
        for n in range(1, lines + 1):
            quote = f"p{page} l{n} "
            start = document.text.index(quote)
            anchor = anchor_in(document.text, document, "D1", start, start + len(quote))
            assert document.text[anchor.start : anchor.end] == quote
            assert (anchor.place.page, anchor.place.line) == (str(first + page), str(n))
            assert sheet_at(document, start) == page + 1
    drawn = [word for page in range(pages) for line in spoken(page, lines) for word in line.split()]
    assert Counter(drawn) <= Counter(original_text(document).split())
    kept = document_from_map(
        document.name,
        document.kind,
        sha256=document.sha256,
        size=document.size,
        text=document.text,
        map_text=map_json(document),
        title=document.title,
    )
    assert kept == document


def test_a_page_number_beside_words_is_cut_alone() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            words(canvas, [f"In the {number * 7}th year of the harbour,"], y=740)
            words(canvas, [str(number)], x=520, y=740)
            words(canvas, ["the board", f"met {number} times."])

        return draw

    document = read(*[page(number) for number in range(11, 15)])
    assert [mark.place.page for mark in document.marks] == ["11", "12", "13", "14"]
    assert document.text.startswith("In the 77th year of the harbour,\n")
    assert furniture(document, "page-mark") == ["11\n", "12\n", "13\n", "14\n"]


# hyphens


def test_broken_words_are_joined_and_doubtful_ones_keep_their_hyphen() -> None:
    document = read(
        of_words(
            "He had no commun-",
            "ications with them, a well-",
            "known fact of 2016-",
            "17, said Anglo-",
            "American",
        )
    )
    assert "communications" in document.text
    assert "well-known" in document.text
    assert "2016-17" in document.text
    assert "Anglo-\nAmerican" in document.text
    drops = {one.text: one.ambiguous for one in document.removed if one.why == "hyphen"}
    assert drops == {"-\n": False, "\n": False} or drops == {"-\n": False, "\n": True}
    assert [one.ambiguous for one in document.removed if one.why == "hyphen"] == [False, True, False]
    assert "commun-\nications" in original_text(document)
    assert not {"\x02", "\ufffe"} & set(document.text + original_text(document))


def test_the_document_itself_shows_how_a_word_is_written() -> None:
    document = read(
        of_words(
            "The co-ordination and the wellbeing of all.", "More co-", "ordination, more well-", "being."
        )
    )
    assert "More co-ordination, more wellbeing." in document.text
    assert not any(one.ambiguous for one in document.removed)


def test_a_word_broken_over_two_pages() -> None:
    pages = report(3)

    def first(canvas: Canvas) -> None:
        pages[0](canvas)
        words(canvas, ["and then the commun-"], y=100)

    def second(canvas: Canvas) -> None:
        words(canvas, ["ications ended."], y=714)
        pages[1](canvas)

    document = read(first, second, pages[2])
    assert "the communications ended." in document.text
    start = document.text.index("communications")
    anchor = anchor_in(document.text, document, "D1", start, start + len("communications"))
    assert (anchor.place.page, anchor.place_end.page) == ("1", "2")


def test_a_sentence_over_two_pages_is_not_torn() -> None:
    document = read(
        of_words("The board met and"), of_words("decided at once. The end."), of_words("New page.")
    )
    assert document.text == "The board met and\ndecided at once. The end.\n\nNew page.\n"
    assert not {"\f"} & set(document.text)


# condensed sheets


def four_up(order: str, *, page_numbers: bool = True, first: int = 1, above: bool = True) -> Draw:
    """Four logical pages of 25 lines, by row or by column."""
    corners = [(40, 770), (320, 770), (40, 390), (320, 390)]
    if order == "columns":
        corners = [corners[0], corners[2], corners[1], corners[3]]

    def draw(canvas: Canvas) -> None:
        for cell, (x, y) in enumerate(corners):
            if page_numbers:
                words(canvas, [f"Page {first + cell}"], x=x + 100, y=y if above else y - 362, size=8)
            for n in range(1, 26):
                words(canvas, [f"{n:>2}".strip()], x=x, y=y - 14 * n, size=8)
                words(canvas, [f"Q. c{first + cell} n{n} ok"], x=x + 20, y=y - 14 * n, size=8)

    return draw


@pytest.mark.parametrize("order", ["rows", "columns"])
@pytest.mark.parametrize("above", [True, False], ids=["number above", "number below"])
def test_a_condensed_sheet_is_read_by_its_page_numbers(order: str, above: bool) -> None:
    document = read(four_up(order, above=above), four_up(order, first=5, above=above))
    for page in range(1, 9):
        for n in (1, 13, 25):
            assert place_of(document, f"c{page} n{n} ok") == (str(page), str(n))
    spoken = [line for line in document.text.split("\n") if line]
    assert [line.strip() for line in spoken] == [
        f"Q. c{p} n{n} ok" for p in range(1, 9) for n in range(1, 26)
    ]
    assert (sheet_at(document, 0), sheet_at(document, len(document.text) - 1)) == (1, 2)


def test_a_condensed_sheet_without_page_numbers_is_refused() -> None:
    with pytest.raises(FactcheckError) as refused:
        read(four_up("rows", page_numbers=False))
    assert "condensed" in refused.value.title and "full-size" in refused.value.hint


def test_condensed_pages_that_run_into_one_another_are_refused() -> None:
    def page(canvas: Canvas) -> None:
        for n in range(1, 26):
            words(canvas, [f"{n}  Q. left n{n} of the one {n} A. right n{n}"], y=740 - 20 * n)

    with pytest.raises(FactcheckError, match="condensed"):
        read(page)


def test_numbers_on_both_sides_make_no_condensed_sheet() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            numbered(canvas, spoken(number))
            words(canvas, [str(n) for n in range(1, 26)], x=560, y=720, pitch=24)

        return draw

    document = read(page(0), page(1))
    assert place_of(document, "p1 l9 ") == ("2", "9")
    assert "l9 spoken\nword" in document.text


def test_times_in_the_margin_are_no_part_of_the_words() -> None:
    def page(number: int) -> Draw:
        def draw(canvas: Canvas) -> None:
            numbered(canvas, spoken(number), number_x=110, x=130)
            for n in range(0, 25, 3):
                words(canvas, [f"10:{number:02}:{n:02}"], x=40, y=720 - 24 * n, size=8)

        return draw

    document = read(page(0), page(1))
    assert place_of(document, "p1 l4 ") == ("2", "4")
    assert document.text.startswith("Q.  word p0 l1 spoken\n") and "10:0" not in document.text
    assert "10:01:24\n" in furniture(document, "line-number")


# what cannot be read


def scan(canvas: Canvas) -> None:
    image = Image.new("L", (100, 130), 200)
    canvas.drawImage(ImageReader(image), 0, 0, 612, 792)


def test_an_image_page_has_its_mark_and_is_listed() -> None:
    document = read(LETTER, scan, LETTER)
    assert document.holes == (Hole("image", "page 2 of 3 has no text: it is an image", 1, "2"),)
    assert [mark.place.page for mark in document.marks] == ["1", "2", "3"]
    assert document.text.count("Dear") == 2
    assert image_pages(document) == [2]
    second = document.marks[1].start
    assert document.text[second] == "\n" and document.place_at(second).page == "2"


def test_a_pdf_of_images_alone_is_a_document_with_an_empty_line_a_page() -> None:
    document = read(scan, scan, scan)
    assert document.text == "\n\n\n" or document.text.strip() == ""
    assert [mark.place.page for mark in document.marks] == ["1", "2", "3"]
    assert holes(document) == ["image"] * 3 and image_pages(document) == [1, 2, 3]
    kept = document_from_map(
        document.name,
        document.kind,
        sha256=document.sha256,
        size=document.size,
        text=document.text,
        map_text=map_json(document),
    )
    assert kept == document


def test_an_unseen_layer_over_an_image_is_read_and_said() -> None:
    def page(canvas: Canvas) -> None:
        scan(canvas)
        text = canvas.beginText(72, 700)
        text.setTextRenderMode(3)
        text.textLine("Words that a machine saw")
        canvas.drawText(text)

    document = read(page, LETTER)
    assert document.text.startswith("Words that a machine saw\n")
    assert [(hole.what, hole.count) for hole in document.holes] == [("ocr-layer", 1)]


def test_what_the_page_does_not_show_is_left_out_and_said() -> None:
    def page(canvas: Canvas) -> None:
        LETTER(canvas)
        text = canvas.beginText(72, 300)
        text.setTextRenderMode(3)
        text.textLine("secret words")
        canvas.drawText(text)
        words(canvas, ["off the paper"], x=900, y=400)

    document = read(page)
    assert "secret" not in document.text and "off the" not in document.text
    said = {hole.what: hole.where for hole in document.holes}
    assert "secret words" in said["hidden"] and "page 1" in said["outside"]


def test_text_turned_is_read_last_and_said() -> None:
    def page(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.rotate(90)
        words(canvas, ["Received 3 May"], x=300, y=-40)
        canvas.restoreState()
        LETTER(canvas)

    document = read(page)
    assert document.text.startswith("Dear Ms. Orla,") and document.text.endswith("Received 3 May\n")
    assert holes(document) == ["turned"]


@pytest.mark.parametrize("angle", [90, 180, 270])
def test_a_page_on_which_all_is_turned_is_read_upright(angle: int) -> None:
    def page(canvas: Canvas) -> None:
        canvas.translate(300, 400)
        canvas.rotate(angle)
        words(canvas, ["First line here", "second line here"], x=-100, y=20)

    document = read(page)
    assert document.text == "First line here\nsecond line here\n"
    assert document.holes == ()


def test_pictures_notes_and_attachments_are_said() -> None:
    def page(canvas: Canvas) -> None:
        LETTER(canvas)
        canvas.drawImage(ImageReader(Image.new("L", (10, 10), 99)), 100, 100, 200, 200)
        canvas.textAnnotation("Check this", (10, 10, 50, 50))
        canvas.linkURL("https://example.org", (1, 1, 9, 9))

    document = read(page)
    assert {hole.what: hole.count for hole in document.holes} == {"picture": 1, "annotation": 1}
    assert "Check this" in document.holes[1].where


def test_what_was_filled_into_a_form_is_read_in_its_place() -> None:
    def page(canvas: Canvas) -> None:
        words(canvas, ["Name of the filer:", "Office held:"])
        canvas.acroForm.textfield(name="n", value="Arthur Pell", x=200, y=694, width=200, height=20)

    document = read(page)
    assert document.text.startswith("Name of the filer:  Arthur Pell\n")
    assert document.holes == ()


@pytest.mark.parametrize(
    ("font", "shown"),
    [
        (
            b"<</Type/Font/Subtype/Type3/FontBBox[0 0 750 750]/FontMatrix[.001 0 0 .001 0 0]"
            b"/CharProcs<</x 6 0 R>>/Encoding<</Type/Encoding/Differences[65/x/x/x]>>"
            b"/FirstChar 65/LastChar 67/Widths[700 700 700]>>",
            b"(ABCABC)",
        ),
        (
            b"<</Type/Font/Subtype/Type0/BaseFont/Foo/Encoding/Identity-H/DescendantFonts[<</Type/Font/BaseFont/Foo"
            b"/Subtype/CIDFontType2/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>>>]>>",
            b"<00410042010301040F05>",
        ),
    ],
    ids=["drawn letters", "numbered letters"],
)
def test_a_font_that_does_not_say_which_letters_it_draws_is_listed(font: bytes, shown: bytes) -> None:
    data = assembled(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F 5 0 R>>>>/Contents 4 0 R>>",
        stream(b"", b"BT /F 12 Tf 72 700 Td " + shown + b" Tj ET"),
        font,
        stream(b"", b"700 0 0 0 700 700 d1 0 0 700 700 re f"),
    )
    document = read_bytes(data, "x.pdf")
    assert [(hole.what, hole.page) for hole in document.holes] == [("encoding", "1")]


def stream(entries: bytes, body: bytes) -> bytes:
    return b"<<%s/Length %d>>stream\n%s\nendstream" % (entries, len(body), body)


def assembled(*objects: bytes) -> bytes:
    body = b"".join(b"%d 0 obj\n%s\nendobj\n" % (n, one) for n, one in enumerate(objects, start=1))
    return b"%PDF-1.7\n" + body + b"trailer\n<</Root 1 0 R>>\n"


@pytest.mark.parametrize(
    ("data", "title"),
    [
        (pdf(LETTER, encrypt=StandardEncryption("word")), "locked"),
        (pdf(LETTER)[:300], "broken"),
        (b"%PDF-1.7\nnothing else", "broken"),
        (
            b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n"
            b"2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\n"
            b"trailer<</Root 1 0 R>>",
            "broken",
        ),
    ],
    ids=["a password", "cut off", "no body", "no pages"],
)
def test_refusals_say_what_to_do(data: bytes, title: str) -> None:
    with pytest.raises(FactcheckError, match=title) as refused:
        read_bytes(data, "x.pdf")
    assert "x.pdf" in refused.value.detail and refused.value.hint


def test_a_pdf_that_is_locked_against_changes_only_is_read() -> None:
    locked = pdf(LETTER, encrypt=StandardEncryption("", ownerPassword="boss", canModify=0, canCopy=0))
    assert "harbour" in read_bytes(locked, "x.pdf").text


def test_a_broken_table_of_places_is_mended() -> None:
    data = pdf(LETTER)
    at = data.rindex(b"startxref")
    assert "harbour" in read_bytes(data[:at] + b"startxref\n99999\n%%EOF", "x.pdf").text


def drawn_within_drawn(depth: int, fan: int) -> bytes:
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</XObject<</X 5 0 R>>>>/Contents 4 0 R>>",
        stream(b"", b"/X Do " * fan),
    ]
    form = b"/Type/XObject/Subtype/Form/BBox[0 0 612 792]"
    for level in range(5, 5 + depth):
        inner = b"/Resources<</XObject<</X %d 0 R>>>>" % (level + 1)
        objects.append(stream(form + inner, b"/X Do " * fan))
    font = b"/Resources<</Font<</F<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>>>>>"
    objects.append(stream(form + font, b"BT /F 12 Tf 10 10 Td (hello) Tj ET"))
    return assembled(*objects)


def test_a_page_that_draws_itself_a_billion_times_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("factcheck.read.pages.apart.SECONDS", 3)
    assert "hello" in read_bytes(drawn_within_drawn(1, 3), "x.pdf").text
    with pytest.raises(FactcheckError, match="within bounds") as refused:
        read_bytes(drawn_within_drawn(9, 12), "x.pdf")
    assert refused.value.hint


FUZZED = (pdf(*deposition(2)), pdf(LETTER, scan, pageCompression=0), pdf(four_up("rows")))


@given(st.sampled_from(FUZZED), st.lists(st.tuples(st.floats(0, 1), st.binary(max_size=6)), max_size=12))
@settings(max_examples=12, deadline=None)
def test_whatever_the_bytes_a_document_or_a_refusal(data: bytes, changes: list[tuple[float, bytes]]) -> None:
    mutated = bytearray(data)
    for where, what in changes:
        at = 8 + int(where * (len(mutated) - 8))
        mutated[at : at + len(what)] = what
    try:
        document = read_bytes(bytes(mutated), "x.pdf")
    except FactcheckError as refused:
        assert refused.title and refused.detail and refused.hint
        return
    assert len(document.text) >= len({mark.place.page for mark in document.marks}) > 0
    assert all(0 <= mark.start < len(document.text) for mark in document.marks)
    assert "\f" not in document.text
    original_text(document)
