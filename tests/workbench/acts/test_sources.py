"""Adding sources: what is kept of a file, and what is proposed from it."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.core.entry import sha256
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, readings, verifying
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, BEN, entry_count, written

ARTICLE = """\
Sessions met the ambassador in July

Senator Jeff Sessions met Ambassador Sergey Kislyak in Cleveland on July 18, 2016, two officials said.

"I never met with any Russian officials," Sessions said on March 1.
"""


def test_a_source_is_kept_byte_for_byte_with_its_card(empty: OpenCase, tmp_path: Path) -> None:
    data = b"\xef\xbb\xbfOne.\r\nTwo \xf0\x9f\x91\xa9.\r\n"
    path = tmp_path / "a letter.txt"
    path.write_bytes(data)
    told: list[str] = []
    added = acts.add_source(
        empty,
        ANN,
        path,
        kind="letter",
        published="March 6, 2017",
        title="The letter",
        extract=False,
        progress=told.append,
        publisher="The office",
        tier="1",
        cite_as="Letter of March 6",
        retrieved="2017-03-07",
        author=None,
        zone=" ",
    )
    assert added.made is not None
    assert (added.made.label, added.same_as, added.proposals) == ("D1", None, 0)
    assert told == ["reading a letter.txt …", "recording and indexing …"]
    card = readings.source_view(empty, ANN, "D1")
    assert (card.name, card.title, card.kind, card.tier) == (
        "a letter.txt",
        "Letter of March 6",
        "letter",
        "1",
    )
    assert (card.published, card.retrieved, card.author) == ("2017-03-06", "2017-03-07", None)
    assert (card.size, card.length) == (len(data), 12)
    assert empty.db.execute("SELECT count(*) FROM blob WHERE sha256 = ?", (card.hash,)).fetchone() == (1,)
    text = readings.text_of(empty, ANN, "D1", 0, 99)
    assert (text, len(text)) == ("One.\nTwo 👩.\n", card.length)
    assert verifying.verify(empty, ANN).ok


@pytest.mark.parametrize(
    ("more", "told"),
    [
        ({"kind": "leaflet"}, "leaflet"),
        ({"published": "8/9/2016"}, "not one date"),
        ({"tier": "9"}, "no tier"),
        ({"shelf": "3"}, "no field “shelf”"),
        ({"variant_of": "D9"}, "no record “D9”"),
    ],
)
def test_a_bad_card_adds_nothing(empty: OpenCase, tmp_path: Path, more: dict[str, str], told: str) -> None:
    entries = entry_count(empty)
    with pytest.raises(FactcheckError, match=told):
        acts.add_source(empty, ANN, written(tmp_path, "a.txt", "x"), **more)  # type: ignore[arg-type]  # words of any sort are the point
    assert entry_count(empty) == entries
    assert readings.sources(empty, ANN) == []


def test_the_same_bytes_are_said_and_skipped(empty: OpenCase, tmp_path: Path) -> None:
    acts.add_source(empty, ANN, written(tmp_path, "a.txt", ARTICLE), extract=False)
    again = acts.add_source(empty, BEN, written(tmp_path, "b.txt", ARTICLE))
    assert (again.made, again.same_as, again.proposals) == (None, "D1", 0)
    assert len(readings.sources(empty, ANN)) == 1


def test_proposals_are_facts_only_when_a_person_accepts_them(empty: OpenCase, tmp_path: Path) -> None:
    added = acts.add_source(
        empty, ANN, written(tmp_path, "news.txt", ARTICLE), kind="news", published="2017-03-02"
    )
    waiting = readings.proposals(empty, ANN)
    assert len(waiting) == added.proposals > 0
    counts = readings.summary(empty, ANN).counts
    assert (counts["statements"], counts["events"], counts["people"]) == (0, 0, 0)
    assert counts["proposals"] == added.proposals
    for proposal in waiting:
        assert (proposal.source_label, 0 <= proposal.confidence <= 1, bool(proposal.basis)) == (
            "D1",
            True,
            True,
        )
        if proposal.entity == "statement":
            whole = readings.text_of(empty, ANN, "D1", proposal.start, proposal.end)
            assert all(part in whole for part in proposal.words.split(" … "))


def test_a_text_is_named_by_its_own_hash(empty: OpenCase, tmp_path: Path) -> None:
    acts.add_source(empty, ANN, written(tmp_path, "a.txt", ARTICLE), extract=False)
    assert readings.source_view(empty, ANN, "D1").hash == sha256(ARTICLE)
