"""Errata sheets as they are written: tables, prose, columns."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.extract.errata import read_sheet

WANTED = [("45:12", "I did", "I did not", "misheard"), ("46:1-3", "Tuesday", "", "")]


@pytest.mark.parametrize(
    "text",
    [
        "Page,Line,Change from,Change to,Reason\n45,12,I did,I did not,misheard\n46,1-3,Tuesday,,\n",
        "Deposition of Ann Lee\n\nPAGE;LINE;NOW READS;SHOULD READ;REASON\n"
        '45;12;"I did";"I did not";misheard\n'
        "46;1-3;Tuesday;(delete);\n",
        "page\tline\tfrom\tto\treason\n45\t12\tI did\tI did not\tmisheard\n46\t1-3\tTuesday\t--\t\n",
        "| Page/Line | As transcribed | Correction | Reason |\n| 45:12 | I did | I did not | misheard |\n"
        "| 46:1-3 | Tuesday | - | |\n",
        'ERRATA SHEET\n\nPage 45, line 12: change "I did" to "I did not". Reason: misheard.\n\n'
        "Page 46, lines 1-3: delete “Tuesday”.\n\nI have read the transcript.\n",
        '45:12  Change I did to I did not; reason: misheard\n46:1-3 delete "Tuesday"\n',
        "Page  Line  From  To  Reason\n45   12   I did   I did not   misheard\n46  1-3   Tuesday   --\n",
        'p. 45 l. 12 "I did" should read\n   "I did not" Reason: misheard\np. 46 l. 1-3 strike "Tuesday"\n',
    ],
)
def test_sheets(text: str) -> None:
    sheet = read_sheet(text)
    assert sheet.unread == ()
    assert [(e.place, e.was, e.now, e.reason.rstrip(".")) for e in sheet.errata] == WANTED
    for erratum in sheet.errata:
        assert erratum.page in text[erratum.start : erratum.end]
        if erratum.now_at:
            assert " ".join(text[slice(*erratum.now_at)].split()) == erratum.now


@pytest.mark.parametrize(
    ("line", "was", "now"),
    [
        ('12:4 insert "not" after "did"', "did", "did not"),
        ('12:4 add "Yes."', "", "Yes."),
        ('12:4 replace "6" with "16" because a digit fell out', "6", "16"),
        ("12:4 correct Smyth to Smith", "Smyth", "Smith"),
        ("12:4 – “co-op” → “coop”", "co-op", "coop"),
    ],
)
def test_ways_to_say_it(line: str, was: str, now: str) -> None:
    (erratum,) = read_sheet(line).errata
    assert (erratum.was, erratum.now) == (was, now)


@pytest.mark.parametrize("line", ["12:4 see above", "12:4", "Page 12, line 4: he was tired", "12 4 x"])
def test_what_begins_like_an_entry_and_is_none_is_told(line: str) -> None:
    sheet = read_sheet(f"ERRATA\n{line}\n")
    assert sheet.errata == ()
    assert sheet.unread == (line,)


def test_the_witness_swears_to_it() -> None:
    text = "12:4 delete “no”\n\nI declare under penalty of perjury that this is true.\n"
    sheet = read_sheet(text)
    assert sheet.oath is not None
    assert text[slice(*sheet.oath)] == "I declare under penalty of perjury that this is true."
    assert read_sheet("12:4 delete “no”").oath is None


@given(st.text(alphabet='12:,;\t| \n"“”fromtpagelinechd.-', max_size=120))
def test_any_text_is_a_sheet(text: str) -> None:
    for erratum in read_sheet(text).errata:
        assert 0 <= erratum.start < erratum.end <= len(text)
        if erratum.now_at:
            assert erratum.start <= erratum.now_at[0] < erratum.now_at[1] <= erratum.end


@given(st.text(max_size=200))
def test_no_text_is_refused(text: str) -> None:
    read_sheet(text)
