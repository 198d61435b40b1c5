"""Texts that share most of their words are found by their sketches."""

from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.match.sketches import MOST, Sketch, alike, shares, sketch


def prose(seed: int, count: int = 3000) -> list[str]:
    chance = Random(seed)
    return [f"w{int(chance.paretovariate(0.6)) % 5000}" for _ in range(count)]


@pytest.mark.parametrize("changed", [0.0, 0.05, 0.1])
def test_a_text_changed_here_and_there_is_alike(changed: float) -> None:
    chance = Random(3)
    old = prose(1)
    new = [word if chance.random() >= changed else f"new{n}" for n, word in enumerate(old)]
    estimate = alike(sketch(" ".join(old)), sketch(" ".join(new)))
    assert estimate > 0.55
    exact, _ = shares(" ".join(new), " ".join(old))
    assert 1 - 3 * changed - 0.02 <= exact <= 1 - changed + 0.02


def test_another_text_is_not_alike() -> None:
    assert alike(sketch(" ".join(prose(1))), sketch(" ".join(prose(2)))) < 0.35
    assert shares("nothing of this is there at all", "all of that was here") == (0, 0)


def test_a_part_of_a_text_is_alike() -> None:
    whole = [f"w{n}" for n in range(3000)]
    assert alike(sketch(" ".join(whole)), sketch(" ".join(whole[500:2000]))) > 0.7
    assert shares(" ".join(whole[500:2000]), " ".join(whole)) == (1, 0.5)


def test_a_few_pages_are_known_again_in_a_volume() -> None:
    volume = [f"w{n}" for n in range(90_000)]
    pages = " ".join(volume[40_000:43_000])
    long, short = sketch(" ".join(volume)), sketch(pages)
    assert len(long.least) < MOST
    assert alike(long, short) > 0.9
    assert alike(long, sketch(" ".join(prose(1)))) < 0.1


def test_a_sketch_of_an_earlier_form_is_made_anew() -> None:
    assert Sketch.from_text("4 48218b515ef38e61") is None


def test_letter_case_and_setting_do_not_count() -> None:
    assert sketch("I DID NOT call — the ambas-\nsador") == sketch("I did not call the ambassador")


def test_a_sketch_is_the_same_everywhere() -> None:
    found = sketch("I did not call the ambassador")
    assert found.runs == 4
    assert Sketch.from_text(found.as_text()) == found
    assert f"{found.least[0]:x}" == "48218b515ef38e61"


@given(st.text(max_size=80))
def test_any_text_has_a_sketch(text: str) -> None:
    found = sketch(text)
    assert Sketch.from_text(found.as_text()) == found
    assert alike(found, found) == (1 if found.least else 0)
    assert all(0 <= share <= 1 for share in shares(text, text))
