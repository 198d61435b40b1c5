"""No character that steers a terminal is shown, and nothing moves."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.shown import STEERING, shown

EVERY = st.text(st.characters(codec=None, categories=None))


@given(EVERY, st.sampled_from(["", "\n", "\t", "\n\t"]))
def test_one_for_one_and_nothing_steers(text: str, keep: str) -> None:
    safe = shown(text, keep)
    assert len(safe) == len(text)
    assert not (set(safe) & STEERING) - set(keep)
    assert all(a == b for a, b in zip(text, safe, strict=True) if a not in STEERING)


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("plain “words” é 日本 👩\u200d⚕\ufe0f", "plain “words” é 日本 👩\u200d⚕\ufe0f"),
        ("\x1b[31mred", "␛[31mred"),
        ("a\x00b\x07", "a␀b␇"),
        ("two\nlines\ttab", "two␊lines␉tab"),
        ("\x7f", "␡"),
        ("\x9b31m", "▯31m"),
        ("\u202eabc\u2066", "▯abc▯"),
        ("\u2028", "▯"),
        ("a\u200eb\ufeff\U000e0041", "a▯b▯▯"),
        ("\udc80", "▯"),
    ],
)
def test_stand_ins(text: str, safe: str) -> None:
    assert shown(text) == safe


def test_every_control_of_unicode_steers() -> None:
    controls = {chr(code) for code in range(0x110000) if unicodedata.category(chr(code)) in {"Cc", "Cs"}}
    assert controls - STEERING == set()


def test_stand_ins_can_be_seen() -> None:
    assert all(unicodedata.category(shown(character)) == "So" for character in STEERING)
