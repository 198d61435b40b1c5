"""Captions: the words that are shown and when, the rest of the file in the map."""

import io
import random
import time

import pytest
import webvtt
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.anchors import anchor_in
from factcheck.core.document import Document
from factcheck.core.mapping import document_from_map, map_json, original_text
from factcheck.errors import FactcheckError
from factcheck.read.door import read_bytes

SRT = """1
00:00:01,000 --> 00:00:02,500
We never met.

2
00:00:03,000 --> 00:00:05,000
<i>Not once</i>, {\\an8}not <b>ever</b>.

3
01:00:03,040 --> 01:00:05,000
That is my
testimony.
"""

VTT = """WEBVTT - the hearing
Kind: captions

STYLE
::cue { color: red }

NOTE
this is no speech
nor is this

intro
00:01.000 --> 00:02.000 align:start position:0%
<v Ada Quill>Did you meet &amp; talk?</v>

00:02.500 --> 00:04.000
<v.loud Ben Orla>I <00:03.000><c.yellow>did</c> not &lt;ever&gt;.
"""


def read(text: str, name: str = "a.srt") -> Document:
    return read_bytes(text.encode(), name)


def holes(document: Document) -> dict[str, int]:
    return {hole.what: hole.count for hole in document.holes}


def lines(document: Document) -> list[tuple[str | None, str]]:
    """Each line of the text with its time."""
    found, at = [], 0
    for line in document.text.split("\n"):
        if line:
            found.append((document.place_at(at).time, line))
        at += len(line) + 1
    return found


def check(document: Document, source: str | None = None) -> None:
    """What holds of all captions that are read."""
    if source is not None:
        assert original_text(document) == source
    starts = [mark.start for mark in document.marks]
    assert starts == sorted(set(starts))
    for turn in document.turns:
        assert 0 <= turn.start < turn.end <= len(document.text)
        anchor = anchor_in(document.text, document, "D1", turn.start, turn.end)
        assert document.text[anchor.start : anchor.end] == anchor.exact == anchor.exact.strip()
        assert turn.flags == ("caption",)
    again = document_from_map(
        document.name, document.kind, sha256=document.sha256, size=document.size, text=document.text,
        map_text=map_json(document), title=document.title, published=document.published,
        author=document.author, publisher=document.publisher, address=document.address,
    )  # fmt: skip
    assert again == document


def test_subrip() -> None:
    document = read(SRT, "anything.txt")
    assert document.kind == "captions"
    assert document.reader == "subtitles/1 captions/1"
    assert lines(document) == [
        ("00:00:01.000", "We never met."),
        ("00:00:03.000", "Not once, not ever."),
        ("01:00:03.040", "That is my"),
        ("01:00:03.040", "testimony."),
    ]
    check(document, SRT)
    assert holes(document) == {"turns": 1}


def test_webvtt() -> None:
    document = read(VTT, "a")
    assert lines(document) == [
        ("00:00:01.000", "Did you meet & talk?"),
        ("00:00:02.500", "I did not <ever>."),
    ]
    assert [(turn.label, document.text[turn.start : turn.end]) for turn in document.turns] == [
        ("Ada Quill", "Did you meet & talk?"),
        ("Ben Orla", "I did not <ever>."),
    ]
    check(document, VTT)
    assert {one.why for one in document.removed} == {"cue", "note", "tag", "voice", "entity"}
    assert not document.holes


@pytest.mark.parametrize("newline", ["\r\n", "\r", "\n"])
@pytest.mark.parametrize("source", [SRT, VTT])
def test_line_ends_and_byte_order_mark(source: str, newline: str) -> None:
    written = "\ufeff" + source.replace("\n", newline)
    document = read(written)
    assert document.text == read(source).text
    check(document, written)


def test_mixed_line_ends() -> None:
    written = SRT.replace("\n", "\r\n", 7).replace("not <b>", "not\r<b>")
    document = read(written)
    assert document.newline == "mixed"
    check(document, written)


def test_utf_16() -> None:
    document = read_bytes(("\ufeff" + SRT.replace("We", "Wé")).encode("utf-16-le"), "a.srt")
    assert document.encoding == "utf-16-le"
    assert document.text.startswith("Wé never met.\n")


@pytest.mark.parametrize(
    ("source", "expected", "hole"),
    [
        pytest.param(
            "1\n00:00:01,000 --> 00:00:02,000\nOne.\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n",
            [("00:00:01.000", "One."), ("00:00:03.000", "Two.")],
            {"blank-line": 1},
            id="no blank line before the number",
        ),
        pytest.param(
            "1\n00:00:01,000 --> 00:00:02,000\nOne.\n7\n00:00:03,000 --> 00:00:04,000\nTwo.\n",
            [("00:00:01.000", "One."), ("00:00:01.000", "7"), ("00:00:03.000", "Two.")],
            {"blank-line": 1},
            id="a number that may be words stays",
        ),
        pytest.param(
            "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:75:00,000 --> 00:76:00,000\nTwo.\n",
            [("00:00:01.000", "One."), (None, "Two.")],
            {"timing": 1},
            id="a time that is none",
        ),
        pytest.param(
            "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:0x,000 -> 00:00:04\nTwo.\n",
            [
                ("00:00:01.000", "One."), ("00:00:01.000", "2"),
                ("00:00:01.000", "00:00:0x,000 -> 00:00:04"), ("00:00:01.000", "Two."),
            ],
            {"words-without-cue": 1},
            id="what is no timing at all is kept as words",
        ),
        pytest.param(
            "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\n2\n00:00:03 -->\nTwo.\n",
            [("00:00:01.000", "One."), ("00:00:03.000", "Two.")],
            {"timing": 1},
            id="no end",
        ),
        pytest.param(
            "1\n00:00:05,000 --> 00:00:06,000\nOne.\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n",
            [("00:00:05.000", "One."), ("00:00:03.000", "Two.")],
            {"times-out-of-order": 1},
            id="out of order",
        ),
        pytest.param(
            "1\n00:00:01,000 --> 00:00:06,000\nOne.\n\n2\n00:00:03,000 --> 00:00:04,000\nTwo.\n",
            [("00:00:01.000", "One."), ("00:00:03.000", "Two.")],
            {"times-overlap": 1},
            id="overlapping",
        ),
        pytest.param(
            "1\n00:00:01,000 --> 00:00:02,000\nOne.\n\nMore of it.\n\n"
            "2\n00:00:03,000 --> 00:00:04,000\nTwo.\n",
            [("00:00:01.000", "One."), ("00:00:01.000", "More of it."), ("00:00:03.000", "Two.")],
            {"words-without-cue": 1},
            id="a blank line within",
        ),
        pytest.param(
            "00:00:01,000 --> 00:00:02,000 One.\n\n00:00:03,000 --> 00:00:04,000\nTwo.\n",
            [("00:00:01.000", " One."), ("00:00:03.000", "Two.")],
            {},
            id="words on the line of their time, and no numbers",
        ),
        pytest.param(
            "1\n00:00:01,000 --> 00:00:02,000\nI <3 it, x < y, a -> b, <unclear>.\n",
            [("00:00:01.000", "I <3 it, x < y, a -> b, <unclear>.")],
            {},
            id="what only looks like markup stays",
        ),
    ],
)  # fmt: skip
def test_broken_files(source: str, expected: list[tuple[str | None, str]], hole: dict[str, int]) -> None:
    document = read(source)
    assert lines(document) == expected
    assert {what: count for what, count in holes(document).items() if what != "turns"} == hole
    check(document, source)


def test_where_a_fault_is_said_with_the_files_own_line() -> None:
    document = read("1\n00:00:01,000 --> 00:00:02,000\nOne.\n\nstray\n")
    (hole,) = (hole for hole in document.holes if hole.what == "words-without-cue")
    assert "line 5, character 1" in hole.where


def cues(*shown: tuple[str, str]) -> str:
    """An SRT of (begin-end in seconds, words)."""
    pieces = []
    for number, (times, words) in enumerate(shown, 1):
        begins, ends = (f"00:00:{float(one):06.3f}".replace(".", ",") for one in times.split("-"))
        pieces.append(f"{number}\n{begins} --> {ends}\n{words}\n\n")
    return "".join(pieces)


@pytest.mark.parametrize(
    ("shown", "text", "doubtful"),
    [
        pytest.param(
            [("1-2", ">> SEN. ORLA: YOU SAID"), ("2-4", "YOU SAID YOU NEVER")],
            ">> SEN. ORLA: YOU SAID\nYOU NEVER\n", 0, id="grows",
        ),
        pytest.param(
            [("1-2", "we went to\nthe harbour"), ("2-3", "the harbour\nthat day"),
             ("3-4", "that day\nalone")],
            "we went to\nthe harbour\nthat day\nalone\n", 0, id="rolls by whole lines",
        ),
        pytest.param(
            [("1-2", "we met twice"), ("2-2.01", "we met twice"), ("2.01-3", "we met twice\nin May")],
            "we met twice\nin May\n", 0, id="a flash that programs write",
        ),
        pytest.param(
            [("1-2", "No, never."), ("2-3", "No, never.")], "No, never.\nNo, never.\n", 1, id="said twice"
        ),
        pytest.param([("1-2", "No."), ("2-3", "No. I did not.")], "No.\nNo. I did not.\n", 1, id="one word"),
        pytest.param(
            [("1-2", "you said it"), ("9-10", "you said it again")], "you said it\nyou said it again\n", 0,
            id="after a pause it is said again",
        ),
        pytest.param(
            [("1-2", "I told him to stop and"), ("2-3", "stop and think")],
            "I told him to stop and\nstop and think\n", 0, id="within a line it is said again",
        ),
        pytest.param(
            [("1-2", "one"), ("2-3", "one\ntwo three"), ("3-4", "two three\nfour five"),
             ("4-5", "four five\nsix seven"), ("5-6", "six seven\neight")],
            "one\ntwo three\nfour five\nsix seven\neight\n", 0, id="single words where all rolls",
        ),
    ],
)  # fmt: skip
def test_roll_up(shown: list[tuple[str, str]], text: str, doubtful: int) -> None:
    source = cues(*shown)
    document = read(source)
    assert document.text == text
    assert holes(document).get("caption-repeat", 0) == doubtful
    check(document, source)


LIVE = """WEBVTT
Kind: captions
Language: en

00:00:00.080 --> 00:00:02.389 align:start position:0%
 
good<00:00:00.320><c> evening</c><00:00:00.560><c> all</c>

00:00:02.389 --> 00:00:02.399 align:start position:0%
good evening all
 

00:00:02.399 --> 00:00:04.950 align:start position:0%
good evening all
the<00:00:02.560><c> session</c><00:00:02.720><c> opens</c>

00:00:04.950 --> 00:00:04.960 align:start position:0%
the session opens
 

00:00:04.960 --> 00:00:06.000 align:start position:0%
the session opens
&gt;&gt; thank<00:00:05.560><c> you</c>
"""  # noqa: W293 - the spaces are those of such files


def test_captions_made_by_a_machine_while_it_listened() -> None:
    document = read(LIVE)
    assert lines(document) == [
        ("00:00:00.080", "good evening all"),
        ("00:00:02.399", "the session opens"),
        ("00:00:04.960", ">> thank you"),
    ]
    assert document.holes == ()
    check(document, LIVE)


def test_a_repeat_where_nothing_rolls_is_marked_as_doubtful() -> None:
    (repeat,) = (
        one for one in read(cues(("1-2", "you said"), ("2-3", "you said so"))).removed if "rep" in one.why
    )
    assert (repeat.text, repeat.ambiguous) == ("you said ", True)
    assert not any(one.ambiguous for one in read(LIVE).removed)


def test_a_voice_before_what_is_repeated_is_kept() -> None:
    source = (
        "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Ada>you said\n\n"
        "00:02.000 --> 00:03.000\n<v Ada>you said you never\n\n00:03.000 --> 00:04.000\n<v Ben>I did\n"
    )
    document = read(source)
    assert document.text == "you said\nyou never\nI did\n"
    assert [(turn.label, document.text[turn.start : turn.end]) for turn in document.turns] == [
        ("Ada", "you said"), ("Ada", "you never"), ("Ben", "I did"),
    ]  # fmt: skip
    check(document, source)


@pytest.mark.parametrize(
    "source", ["WEBVTT\n", "WEBVTT\n\n00:01.000 --> 00:02.000\n<i></i>\n", "1\n00:00:01,0 --> 00:00:02,0\n"]
)
def test_captions_without_words_are_refused(source: str) -> None:
    with pytest.raises(FactcheckError, match="nothing to read"):
        read(source)


@pytest.mark.parametrize(
    "text",
    ["WEBVTTs are files.", "1\n\n00:00:01,000 is when it began.", "At 00:01:02,000 --> 3 he left.", "WEBVT"],
)
def test_what_only_speaks_of_captions_is_text(text: str) -> None:
    assert read(text, "a.srt").reader == "text/1"


@pytest.mark.parametrize("source", [SRT, VTT, LIVE])
def test_every_time_stands_in_the_file(source: str) -> None:
    shown = {time for time, _ in lines(read(source))}
    assert shown and None not in shown
    for clock in shown:
        assert str(clock).removeprefix("00:") in source.replace(",", ".")


WORDS = st.lists(
    st.sampled_from(["we", "met", "no", "never", "Zoë", "I", "said", "it"]), min_size=1, max_size=6
)


@given(
    st.lists(st.tuples(st.integers(2, 5000), st.lists(WORDS, min_size=1, max_size=3)), min_size=1, max_size=8)
)
def test_another_reader_finds_the_same_cues(shown: list[tuple[int, list[list[str]]]]) -> None:
    """webvtt-py on well-formed files whose cues stand apart."""
    at, source, expected = 0, "", []
    for number, (gap, words) in enumerate(shown, 1):
        begins, at = at + gap + 1000, at + gap + 2000
        clock = [
            f"{t // 3600000:02}:{t // 60000 % 60:02}:{t // 1000 % 60:02},{t % 1000:03}" for t in (begins, at)
        ]
        text = "\n".join(" ".join(line) for line in words)
        source += f"{number}\n{clock[0]} --> {clock[1]}\n{text}\n\n"
    expected = [
        (caption.start, line)
        for caption in webvtt.from_buffer(io.StringIO(source), format="srt").captions
        for line in caption.lines
    ]
    document = read(source)
    assert lines(document) == expected
    check(document, source)


FRAGMENTS = [
    "WEBVTT\n\n", "NOTE x\n", "STYLE\n", "1\n", "2\n", "12", "\n", "\n\n", "\r\n",
    "00:00:01,000 --> 00:00:02,000\n", "00:01.000 --> 00:02.000 align:start\n", "00:00:99 --> \n",
    "--> 00:01", "<v Ada>", "</v>", "<i>", "{\\an8}", "&gt;&gt; ", "&amp;", "&#10;", "&#x1F600;", ">> ",
    ">>> ", "SEN. ORLA: ", "[MUSIC]", "- ", "you said", " you said", "NO.", "\ufeff", "♪ la ♪", "e\u0301",
    "\u2028", "\x0c", "\t",
]  # fmt: skip


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from(FRAGMENTS), max_size=25).map("".join),
    st.sampled_from(["", "WEBVTT\n\n", "1\n00:00:01,000 --> 00:00:02,000\n"]),
)
def test_any_sequence_of_pieces_is_read_or_refused(pieces: str, start: str) -> None:
    try:
        document = read(start + pieces)
    except FactcheckError as refused:
        assert refused.title and refused.detail and refused.hint
        return
    check(document, start + pieces)


def test_mutated_files() -> None:
    chance = random.Random(7)
    for source in (SRT, VTT):
        for _ in range(150):
            data = bytearray(source.encode())
            for _ in range(chance.randint(1, 12)):
                at = chance.randrange(len(data))
                change = chance.choice(("put", "cut", "swap"))
                if change == "put":
                    data[at] = chance.randrange(256)
                elif change == "cut":
                    del data[at : at + chance.randint(1, 20)]
                else:
                    data[at:at] = data[: chance.randint(0, 60)]
            try:
                check(read_bytes(bytes(data), "a.srt"))
            except FactcheckError as refused:
                assert refused.title


@pytest.mark.parametrize(
    "source",
    [
        pytest.param("WEBVTT\n\n00:01.000 --> 00:02.000\n" + "a " * 500_000, id="one line"),
        pytest.param("WEBVTT\n\n00:01.000 --> 00:02.000\n" + "<" * 500_000, id="brackets"),
        pytest.param("WEBVTT\n\n00:01.000 --> 00:02.000\na\n" + " " * 500_000, id="spaces"),
        pytest.param("WEBVTT\n\n00:01.000 --> 00:02.000\n" + ">> [" * 200_000, id="marks"),
        pytest.param("WEBVTT\n\n" + "00:01.000 --> 00:02.000\nA: b\n\n" * 5_000, id="cues"),
        pytest.param("1\n00:00:01,000 --> 00:00:02,000\n" + "1" * 500_000 + "-->", id="digits"),
        pytest.param("WEBVTT\n\n00:01.000 --> 00:02.000\nx\n" + "NOTE\n\n" * 20_000, id="notes"),
    ],
)
def test_time_is_linear(source: str) -> None:
    began = time.process_time()
    check(read(source), source)
    assert time.process_time() - began < 20
