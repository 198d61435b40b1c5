"""Passages of one version sought in another: found, moved, changed, or left; never a guess."""

from __future__ import annotations

import time
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.plain import same_words
from factcheck.match.reanchoring import Found, reanchored

ROUGH = """\
Q. Did you call the office in March?
A. No. I did not call the ambassador in March.
Q. Did you write to him?
A. No. Never.
Q. Who was there?
A. Mr. Stone and I were there on May 3, 2016, with the aide. He wrote twelve letters to the "committee".
Q. Did you see the guard removed?
A. No. Not that I recall; the co-operation of the crew was good.
"""


def sought(words: str, new: str, old: str = ROUGH, nth: int = 0) -> Found:
    start = -1
    for _ in range(nth + 1):
        start = old.index(words, start + 1)
    (found,) = reanchored(old, new, [(start, start + len(words))])
    return found


def quoted(found: Found, new: str) -> str:
    assert found.start is not None and found.end is not None
    return new[found.start : found.end]


CERTIFIED = ROUGH.replace("A. No. I did not call", "A. No, I did not call").replace(
    "Who was there", "And who was there"
)


@pytest.mark.parametrize(
    ("change", "words", "there"),
    [
        (
            ("were there on May 3", "were\nthere on  May 3"),
            "I were there on May 3, 2016",
            "I were\nthere on  May 3, 2016",
        ),
        (('"committee"', "“committee”"), 'letters to the "committee"', "letters to the “committee”"),
        (('"committee"', "``committee''"), '"committee".', "``committee''."),
        (("co-operation", "coop-\neration"), "the co-operation of", "the coop-\neration of"),
        (("recall; the", "recall; [[Page 12]] the"), "recall; the co", "recall; [[Page 12]] the co"),
        (
            ("Q. Did you call the office in March?\n", ""),
            "I did not call the ambassador",
            "I did not call the ambassador",
        ),
        (("Q. Who", "Q. Then some more words. Who"), "No. Never.", "No. Never."),
        (("", "CERTIFIED COPY\n\n"), "No. Never", "No. Never"),
        (("wrote twelve", "wrote — twelve"), "I were there", "I were there"),
    ],
)
def test_the_same_words_are_found_however_they_are_set(
    change: tuple[str, str], words: str, there: str
) -> None:
    new = ROUGH.replace(*change, 1)
    found = sought(words, new)
    assert found.outcome == "same"
    assert quoted(found, new) == there


@pytest.mark.parametrize(
    ("change", "words", "there", "turned"),
    [
        (
            ("I did not call", "I did call"),
            "I did not call the ambassador",
            "I did call the ambassador",
            {"polarity"},
        ),
        (
            ("I did not call", "I didn't call"),
            "I did not call the ambassador",
            "I didn't call the ambassador",
            set(),
        ),
        (("May 3", "May 4"), "there on May 3, 2016", "there on May 4, 2016", {"number"}),
        (("May 3, 2016", "May 3, 2015"), "there on May 3, 2016", "there on May 3, 2015", {"number", "date"}),
        (("May 3", "June 3"), "there on May 3, 2016", "there on June 3, 2016", {"date", "name"}),
        (("twelve", "twenty"), "He wrote twelve letters", "He wrote twenty letters", {"number"}),
        (("twelve", "12"), "He wrote twelve letters", "He wrote 12 letters", set()),
        (
            ("Mr. Stone", "Mr. Storm"),
            "A. Mr. Stone and I were there",
            "A. Mr. Storm and I were there",
            {"name"},
        ),
        (("the aide", "an aide"), "with the aide. He", "with an aide. He", set()),
        (("recall; the", "recall. The"), "I recall; the co", "I recall. The co", set()),
    ],
)
def test_changed_words_are_shown_with_what_they_turn_over(
    change: tuple[str, str], words: str, there: str, turned: set[str]
) -> None:
    new = ROUGH.replace(*change, 1)
    found = sought(words, new)
    assert found.outcome == "changed"
    assert quoted(found, new) == there
    assert set(found.turned) == turned


def test_a_short_answer_that_was_turned_round_is_an_orphan_that_says_what_stands_there() -> None:
    new = ROUGH.replace("A. No. Never.", "A. Yes. Often.")
    found = sought("No. Never.", new)
    assert found.outcome == "orphaned"
    assert found.instead is not None
    assert new[slice(*found.instead)].startswith("Yes. Often")
    assert "polarity" in found.turned


@pytest.mark.parametrize("nth", [0, 1, 2])
def test_words_that_come_often_are_told_apart_by_what_stands_around_them(nth: int) -> None:
    new = "CERTIFIED\n" + ROUGH.replace("Q. Who", "Q. And who").replace("the office", "their office")
    found = sought("A. No.", new, nth=nth)
    assert found.outcome in {"same", "moved"}
    assert found.start is not None
    old_question = ROUGH[: [n for n in range(len(ROUGH)) if ROUGH.startswith("A. No.", n)][nth]].count("Q.")
    assert new[: found.start].count("Q.") == old_question


def test_a_moved_part_is_found_where_it_is() -> None:
    lines = ROUGH.splitlines(keepends=True)
    new = "".join([*lines[4:6], *lines[:4], *lines[6:]])
    found = sought("Mr. Stone and I were there on May 3, 2016", new)
    assert found.outcome in {"same", "moved"}
    assert quoted(found, new) == "Mr. Stone and I were there on May 3, 2016"


def test_the_same_words_in_other_surroundings_wait_for_a_person() -> None:
    new = "Some other words altogether. I did not call the ambassador in March. Nothing else is alike here."
    found = sought("I did not call the ambassador in March.", new)
    assert (found.outcome, found.why) == ("changed", "the same words in other surroundings")


def test_a_tie_is_never_a_guess() -> None:
    part = "Q. Did you see him that day? A. I never saw him there. Q. Thank you."
    old = f"one two three four. {part} five six seven eight."
    new = f"nine ten eleven. {part} twelve. {part} thirteen fourteen fifteen."
    found = sought("I never saw him there.", new, old)
    assert (found.outcome, found.start) == ("orphaned", None)
    assert found.why == "2 places are equally like it"


def test_a_clearly_different_text_holds_nothing() -> None:
    new = (
        "The weather in the mountains was fine, and nobody could have foreseen that the bridge would close. "
        * 9
    )
    for words in (
        "I did not call the ambassador in March.",
        "No. Never.",
        "Mr. Stone and I were there",
        "No",
    ):
        assert sought(words, new).outcome == "orphaned"


@pytest.mark.parametrize("new", ["", "\n", "?!", "No"])
def test_a_text_of_nothing_holds_nothing(new: str) -> None:
    assert sought("I did not call the ambassador", new).outcome == "orphaned"
    assert sought('"', new).outcome == "orphaned"


def test_a_passage_may_begin_and_end_within_a_word() -> None:
    new = "X " + ROUGH.replace("ambassador", "ambas-\nsador")
    found = sought("ambass", new)
    assert quoted(found, new) == "ambas-\ns"
    assert quoted(sought("operation of the cr", new), new) == "operation of the cr"


@pytest.mark.parametrize(
    ("old", "words", "new"),
    [
        ("在会议厅他没有说话。他后来离开了。", "没有说话", "记录：在会议厅他没有说话。他后来就离开了。"),
        (
            "Le résumé était là hier soir",
            "résumé était",
            "Donc le re\u0301sume\u0301 e\u0301tait là hier soir",
        ),
        ("👩‍👧 met 👨‍👦 in the old office", "met 👨‍👦 in", "Then 👩‍👧 met 👨‍👦 in the old office"),
        ("قال إنه لم يذهب إلى هناك أبدا", "لم يذهب", "ثم قال إنه لم يذهب إلى هناك أبدا"),
    ],
)
def test_other_scripts(old: str, words: str, new: str) -> None:
    found = sought(words, new, old)
    assert found.outcome == "same"
    assert same_words(quoted(found, new), words)


WORDS = st.sampled_from(
    [
        "yes",
        "no",
        "I",
        "you",
        "did",
        "didn't",
        "not",
        "call",
        "him",
        "12",
        "May,",
        "--",
        "“so”",
        "Q.",
        "A.",
        "the",
        "of\n",
    ]
)
TEXTS = st.lists(WORDS, min_size=1, max_size=60).map(" ".join)


@given(TEXTS, st.data())
def test_an_identical_text_gives_all_the_same(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    assert reanchored(text, text, [(start, end)]) == [Found("same", start, end, 1.0)]


@given(TEXTS, TEXTS, st.data())
@settings(max_examples=300)
def test_what_is_said_to_be_the_same_is_the_same(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old) - 1))
    end = data.draw(st.integers(start + 1, len(old)))
    (found,) = reanchored(old, new, [(start, end)])
    assert reanchored(old, new, [(start, end)]) == [found]
    if found.outcome == "orphaned":
        assert found.start is None and found.end is None
        return
    assert found.start is not None and found.end is not None
    assert 0 <= found.start < found.end <= len(new)
    same = same_words(old[start:end], new[found.start : found.end])
    if found.outcome in {"same", "moved"}:
        assert same
    else:
        assert not same or "surroundings" in found.why


@given(st.lists(st.integers(0, 10**6), min_size=40, max_size=120, unique=True), st.data())
@settings(max_examples=150)
def test_edits_elsewhere_do_not_lose_a_passage(numbers: list[int], data: st.DataObject) -> None:
    """Words that come once each: a passage that nobody touched is found whole, whatever happens around it."""
    words = [f"w{number}" for number in numbers]
    first = data.draw(st.integers(10, len(words) - 20))
    last = first + data.draw(st.integers(4, 10))
    passage = words[first:last]
    before, behind = words[:first], words[last:]
    for side in (before, behind):
        for _ in range(data.draw(st.integers(0, 5))):
            at = data.draw(st.integers(0, len(side) - 1))
            match data.draw(st.sampled_from(["in", "out", "other"])):
                case "in":
                    side.insert(at, f"new{at}")
                case "out" if len(side) > 6:
                    side.pop(at)
                case _:
                    side[at] = f"other{at}"
    old, new = " ".join(words), " ".join([*before, *passage, *behind])
    start = old.index(" ".join(passage))
    (found,) = reanchored(old, new, [(start, start + len(" ".join(passage)))])
    assert found.outcome in {"same", "moved"}
    assert quoted(found, new) == " ".join(passage)


@given(st.text(max_size=200), st.text(max_size=200), st.data())
@settings(max_examples=200)
def test_any_texts_at_all(old: str, new: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(old)))
    end = data.draw(st.integers(0, len(old) + 3))
    (found,) = reanchored(old, new, [(start, end)])
    if found.start is not None and found.end is not None:
        assert 0 <= found.start < found.end <= len(new)


def test_time_does_not_grow_with_repetition() -> None:
    """Many places that look alike are not all compared with one another."""
    chance = Random(7)
    line = "Q. Did you see him there? A. No. I did not see him there at all.\n"
    old = "".join(line if chance.random() < 0.9 else f"Exhibit {n} is marked.\n" for n in range(4000))
    new = "".join(line if chance.random() < 0.9 else f"Exhibit {n} is marked.\n" for n in range(4000))
    spans = [(at, at + 40) for at in range(0, len(old) - 100, len(old) // 200)]
    began = time.process_time()
    assert len(reanchored(old, new, spans)) == len(spans)
    assert time.process_time() - began < 20
