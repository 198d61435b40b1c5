"""Encodings: found, said, and never a character lost in silence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.document import Hole
from factcheck.errors import FactcheckError
from factcheck.read.decode import decode, place_in

ENGLISH = "He said “I did not meet him” — at the café, the Attorney General’s aide recalled."
characters = st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufeff\ufffd")


@pytest.mark.parametrize(
    ("data", "encoding", "mark"),
    [
        pytest.param(ENGLISH.encode("utf-8"), "utf-8", "", id="utf-8"),
        pytest.param(ENGLISH.encode("utf-8-sig"), "utf-8", "\ufeff", id="utf-8 with mark"),
        pytest.param(b"\xff\xfe" + ENGLISH.encode("utf-16-le"), "utf-16-le", "\ufeff", id="utf-16-le, mark"),
        pytest.param(b"\xfe\xff" + ENGLISH.encode("utf-16-be"), "utf-16-be", "\ufeff", id="utf-16-be, mark"),
        pytest.param(ENGLISH.encode("utf-16-le"), "utf-16-le", "", id="utf-16-le, no mark"),
        pytest.param(ENGLISH.encode("utf-16-be"), "utf-16-be", "", id="utf-16-be, no mark"),
        pytest.param(
            b"\xff\xfe\0\0" + ENGLISH.encode("utf-32-le"), "utf-32-le", "\ufeff", id="utf-32-le, mark"
        ),
        pytest.param(
            b"\0\0\xfe\xff" + ENGLISH.encode("utf-32-be"), "utf-32-be", "\ufeff", id="utf-32-be, mark"
        ),
        pytest.param(ENGLISH.encode("utf-32-le"), "utf-32-le", "", id="utf-32-le, no mark"),
        pytest.param(ENGLISH.encode("utf-32-be"), "utf-32-be", "", id="utf-32-be, no mark"),
        pytest.param(ENGLISH.encode("cp1252"), "windows-1252", "", id="windows-1252"),
    ],
)
def test_an_english_sentence_in_every_encoding(data: bytes, encoding: str, mark: str) -> None:
    decoded = decode(data)
    assert (decoded.text, decoded.encoding, decoded.mark, decoded.holes) == (ENGLISH, encoding, mark, ())


@pytest.mark.parametrize(
    ("codec", "text"),
    [
        ("latin-1", "Le ministre a déclaré à l'hôtel que les élections s'étaient bien passées."),
        ("latin-1", "El señor dijo: «¿Qué pasó mañana?». La reunión ocurrió en España el año pasado."),
        (
            "latin-1",
            "Der Außenminister erklärte, er habe den Botschafter während der Gespräche nicht gehört.",
        ),
        ("cp1251", "Министр заявил, что никогда не встречался с послом в гостинице."),
        ("koi8-r", "Министр заявил, что никогда не встречался с послом в гостинице."),
        ("cp932", "大臣は大使と会ったことは一度もないと述べた。記録によれば会談は七月に行われた。"),
        ("gbk", "部长说他从未见过大使。记录显示会议在七月举行。"),
        ("big5", "部長說他從未見過大使。記錄顯示會議在七月舉行。"),
        ("cp949", "장관은 대사를 만난 적이 없다고 말했다. 기록에 따르면 회의는 7월에 열렸다."),
        ("mac_roman", ENGLISH),
    ],
)
def test_legacy_encodings_read_rightly(codec: str, text: str) -> None:
    assert decode(text.encode(codec)).text == text


def test_a_guess_that_could_be_another_says_so() -> None:
    decoded = decode("café".encode("cp1252"))
    assert decoded.text == "café"
    (hole,) = decoded.holes
    assert (hole.what, hole.count) == ("encoding", 1)
    assert "windows-1252" in hole.where
    assert "would fit as well" in hole.where


@given(st.text(characters), st.sampled_from(["utf-8-sig", "utf-16", "utf-32"]))
def test_any_text_with_a_mark_comes_back(text: str, codec: str) -> None:
    decoded = decode(text.encode(codec))
    assert (decoded.text, decoded.mark, decoded.holes) == (text, "\ufeff", ())


@given(st.text(characters))
def test_any_text_in_utf8_comes_back(text: str) -> None:
    decoded = decode(text.encode())
    assert (decoded.text, decoded.encoding, decoded.holes) == (text, "utf-8", ())


WORDS = (
    "the",
    "he",
    "did",
    "not;",
    "—",
    "café",
    "naïve",
    "“he",
    "said”",
    "Müller’s",
    "señor",
    "façade",
    "déjà",
    "vu",
    "über",
    "São",
    "rôle",
    "Ångström",
)


@given(st.lists(st.sampled_from(WORDS), min_size=8, max_size=60).map(" ".join))
def test_words_of_many_western_languages_are_read_rightly_or_doubted(text: str) -> None:
    decoded = decode(f"The witness told the committee this: {text}".encode("cp1252"))
    if not decoded.text.endswith(text):
        assert any("windows-1252" in hole.where for hole in decoded.holes)


ENGLISH_WORDS = (
    "the",
    "he",
    "did",
    "not;",
    "—",
    "2016–17",
    "café",
    "“he",
    "said”",
    "aide’s",
    "‘no’",
    "wait…",
    "§",
    "naïve",
)


@given(st.lists(st.sampled_from(ENGLISH_WORDS), min_size=8, max_size=60).map(" ".join))
def test_english_words_with_printers_quotes_are_read_rightly(text: str) -> None:
    assert decode(f"The witness told the committee this: {text}".encode("cp1252")).text.endswith(text)


def test_each_undecodable_byte_is_one_visible_character() -> None:
    decoded = decode("Zoë said “no”.\nThen ".encode() + b"\xff\xfe" + " she left café.".encode())
    assert decoded.text == "Zoë said “no”.\nThen \ufffd\ufffd she left café."
    assert decoded.encoding == "utf-8"
    (hole,) = decoded.holes
    assert (hole.what, hole.count) == ("encoding", 2)
    assert hole.where.endswith("first at line 2, character 6")


def test_a_cut_off_end_is_said() -> None:
    decoded = decode(b"\xff\xfe" + "Nothing more".encode("utf-16-le")[:-1])
    assert decoded.text == "Nothing mor\ufffd"
    assert decoded.holes[0].count == 1


def test_a_lone_surrogate_is_one_visible_character() -> None:
    decoded = decode(b"\xff\xfe" + "ab".encode("utf-16-le") + b"\x00\xd8" + "cd".encode("utf-16-le"))
    assert decoded.text == "ab\ufffdcd"
    assert decoded.holes[0].count == 1


def test_damage_that_the_file_brought_with_it_is_said_apart() -> None:
    old = "He\ufffds “here”, ".encode()
    assert [hole.count for hole in decode(old).holes] == [1]
    ours, before = decode(old + b"\xff\xff").holes
    assert (ours.count, before.count) == (2, 1)
    assert "in the file itself" in before.where


def test_a_mark_followed_by_something_else_is_refused() -> None:
    with pytest.raises(FactcheckError) as refused:
        decode(b"\xef\xbb\xbf" + b"\xff" * 100)
    assert "not text" in refused.value.title


def test_utf16_whose_first_character_is_nul_is_not_taken_for_utf32() -> None:
    assert decode(b"\xff\xfe\0\0" + "abc".encode("utf-16-le")).encoding == "utf-16-le"


@pytest.mark.parametrize("codec", ["cp1251", "cp1252", "cp1250"])
def test_a_word_or_two_are_doubted(codec: str) -> None:
    text = {"cp1251": "Нет, я", "cp1252": "déjà", "cp1250": "żółć"}[codec]
    assert "encoding" in [hole.what for hole in decode(text.encode(codec)).holes]


def test_a_polish_sentence_is_no_western_one() -> None:
    text = (
        "Minister powiedział, że nigdy nie spotkał się z ambasadorem w żadnym hotelu, choć świadkowie mówią."
    )
    assert decode(text.encode("cp1250")).text == text


@pytest.mark.parametrize(
    ("text", "offset", "place"),
    [
        ("abc", 0, "line 1, character 1"),
        ("a\nbc", 3, "line 2, character 2"),
        ("a\r\nbc", 4, "line 2, character 2"),
        ("a\rb\r\n😀c", 6, "line 3, character 2"),
    ],
)
def test_places_count_lines_of_every_form_and_code_points(text: str, offset: int, place: str) -> None:
    assert place_in(text, offset) == place


@given(st.binary(max_size=400))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    try:
        decoded = decode(data)
    except FactcheckError as refused:
        assert refused.hint
        return
    assert all(isinstance(hole, Hole) and hole.count > 0 for hole in decoded.holes)
    assert ("\ufffd" in decoded.text) <= any(hole.what == "encoding" for hole in decoded.holes)
    assert not any("\ud800" <= character <= "\udfff" for character in decoded.text)
