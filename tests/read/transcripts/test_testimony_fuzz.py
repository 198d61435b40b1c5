"""Whatever a transcript went through: a Document or a FactcheckError, the original "
"restored, turns in order."""

from __future__ import annotations

import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.document import Document
from factcheck.core.mapping import document_from_map, map_json, original_text
from factcheck.errors import FactcheckError
from factcheck.read.door import read_bytes
from tests.read.transcripts.printed import COVER, LAYOUTS, PAGES
from tests.read.transcripts.test_deposition import BACK
from tests.read.transcripts.test_trial import FIRST_PAGE, FRONT, SECOND_PAGE, page

WHOLE = [
    *(COVER + printer(PAGES, 45) + BACK for printer in LAYOUTS.values()),
    FRONT + page(1120, FIRST_PAGE, "Hannan - Direct\n") + page(1121, SECOND_PAGE, "Hannan - Cross\n"),
]
SCRAPS = (
    "\f", "\n", "\r\n", "\r", "\t", " ", "(", ")", "[", "]", "--", "\u00a0", "\u2028", "\x85", "\0", "İ",
    "ß", "🙂", "e\u0301", "Q.", "A.", "Q ", "A ", "Q. ", "\nQ", "THE WITNESS:", "THE COURT:", "MR. COLE:",
    "BY MR. COLE:", "EXAMINATION BY", "Whereupon,", "12", " 1 ", "26\n", "00045:03", "[4:02]",
    "10:02:15", "Page 45", "- 46 -", "Hannan - Cross", "0045\n", "O5S1GUO\n", "called as a witness",
    "sworn", "testified as follows:", "CERTIFICATE\n", "ERRATA\n", "WORD INDEX\n", "office 12:4 45:12\n",
    "DEPOSITION OF ", "VOLUME II\n", "A P P E A R A N C E S\n", "- - -\n", "(Witness nods.)\n",
    "stricken", '"', "“",
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(WHOLE))
    for _ in range(draw(st.integers(0, 12))):
        a = draw(st.integers(0, len(text)))
        b = min(len(text), a + draw(st.sampled_from((0, 1, 5, 40, 400))))
        match draw(st.integers(0, 3)):
            case 0:
                text = text[:a] + text[b:]
            case 1:
                text = text[:b] + text[a:]
            case 2:
                text = text[:a] + draw(st.sampled_from(SCRAPS)) + text[a:]
            case _:
                text = text[:a] + draw(st.sampled_from(SCRAPS)) * draw(st.integers(1, 30)) + text[b:]
    return text


def check(document: Document, text: str) -> None:
    assert original_text(document) == text
    at = 0
    for turn in document.turns:
        assert at <= turn.start < turn.end <= len(document.text)
        assert document.text[turn.start : turn.end].strip() == document.text[turn.start : turn.end]
        at = turn.end
    starts = [section.start for section in document.sections]
    assert starts == sorted(set(starts)) and all(0 <= start <= len(document.text) for start in starts)
    marks = [mark.start for mark in document.marks]
    assert marks == sorted(set(marks)) and all(0 <= mark <= len(document.text) for mark in marks)
    for mark in document.marks:
        for label in (mark.place.page, mark.place.line, mark.place.time):
            assert label is None or label in text
    back = document_from_map(
        document.name, document.kind, sha256=document.sha256, size=document.size, text=document.text,
        map_text=map_json(document), title=document.title, published=document.published,
    )  # fmt: skip
    assert back == document


@settings(max_examples=150, deadline=None)
@given(mutated(), st.sampled_from(("deposition", "trial", None)))
def test_a_mutated_transcript_is_read_or_refused(text: str, kind: str | None) -> None:
    try:
        document = read_bytes(text.encode(), "a.txt", kind=kind)
    except FactcheckError:
        return
    check(document, text)


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from((*SCRAPS, "word ", "Word", "word.\n", "\n\n")), min_size=1, max_size=60).map(
        "".join
    )
)
def test_scraps_are_read_or_refused(text: str) -> None:
    for kind in ("deposition", "trial"):
        try:
            document = read_bytes(text.encode(), "a.txt", kind=kind)
        except FactcheckError:
            continue
        check(document, text)


LONG = 400_000
HOSTILE = {
    "one long word": "x" * LONG,
    "one line of blanks": "Q." + " " * LONG + "x",
    "one line of capitals": "A" * LONG,
    "capitals apart": "A B " * (LONG // 4),
    "parentheses": "(" * LONG,
    "parentheses on lines": "(A\n" * (LONG // 20),
    "rules": "- " * (LONG // 2),
    "one long answer": "Q. Well?\nA. " + "I did not recall it, and did I -- no. " * (LONG // 38),
    "quotation marks": "Q. " + '"' * LONG,
    "feeds": "\f" * LONG + "x",
    "numbers": "1 " * (LONG // 2),
    "numbers on lines": "1\n" * (LONG // 20),
    "ascending": "".join(f"{n % 25 + 1} x\n" for n in range(LONG // 20)),
    "short lines": "a\n" * (LONG // 10),
    "short answers": "Q. a\nA. b\n" * (LONG // 100),
    "times": "10:02 " * (LONG // 6),
    "heads": "Hannan - Cross\n" * (LONG // 150),
    "swearing": "sworn " * (LONG // 6),
    "called": "MR. COLE: Hannan, called as\n" * (LONG // 300),
    "labels": "MR. A" + "B" * LONG + ":",
    "examinations": "DIRECT EXAMINATION " * (LONG // 19),
    "index lines": "a 1:2 " * (LONG // 6),
    "pages": "Page 1\n" * (LONG // 70),
    "commas": "A, " * (LONG // 3),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_time_grows_with_the_size_and_no_faster(name: str) -> None:
    text = HOSTILE[name]
    start = time.process_time()
    for kind in ("deposition", "trial"):
        try:
            document = read_bytes(text.encode(), "a.txt", kind=kind)
        except FactcheckError:
            continue
        assert original_text(document) == text
    assert time.process_time() - start < 20  # a quadratic reader takes minutes
