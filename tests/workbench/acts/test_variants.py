"""Variants of one utterance: compared, another made primary, quoted words found in another text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from factcheck.errors import FactcheckError
from factcheck.store import rows
from factcheck.workbench import acts, kinship, quoting, readings, verifying
from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import ANN, TESTIMONY, entry_count, state, written

PRINT = TESTIMONY.replace("I did not have communications", "I didn't have -- did not have communications")
CAPTIONS = ">> I'M NOT AWARE OF ANY OF THOSE ACTIVITIES AND I DID HAVE COMMUNICATIONS WITH THEM\n"


def variant(case: OpenCase, text: str = PRINT, kind: str = "hearing") -> str:
    path = written(case.path.parent, f"variant{entry_count(case)}.txt", text)
    added = acts.add_source(case, ANN, path, kind=kind, extract=False, variant_of="D1")
    assert added.made is not None
    return added.made.label


def test_the_words_of_each_text_are_compared(case: OpenCase) -> None:
    label = variant(case)
    captions = variant(case, CAPTIONS, "captions")
    seen = readings.compare(case, ANN, "S1.C2")
    assert [(text.source, text.label, text.primary, text.differs) for text in seen.texts] == [
        ("D1", "S1", True, False), (label, None, False, True), (captions, None, False, True),
    ]  # fmt: skip
    come = [change.words for change in seen.texts[1].changes if change.op == "come"]
    assert come == ["didn't have --"]
    assert "polarity" in seen.texts[2].turned
    assert [change.words for change in seen.texts[2].changes if change.op == "gone"] == ["not"]
    assert "kind 9" in seen.reason


def test_texts_that_agree_give_no_reason(case: OpenCase) -> None:
    variant(case, TESTIMONY.replace("\n", "\n\n"))
    assert readings.compare(case, ANN, "S1").reason == ""


def test_a_text_without_the_words_says_so(case: OpenCase) -> None:
    variant(case, "Nothing of the kind stands here.\n")
    text = readings.compare(case, ANN, "S1").texts[1]
    assert (text.words, text.why) == (None, "nothing there is like it")


def test_another_text_becomes_primary_and_the_work_stays(case: OpenCase) -> None:
    acts.grade(case, ANN, "L1", "c342", rationale="so")
    label = variant(case)
    before = state(case)
    assert acts.make_primary(case, ANN, "S1", label).label == "S1"
    claim = readings.claim_view(case, ANN, "S1.C2")
    assert claim.words == "I didn't have -- did not have communications with them"
    assert claim.citations[0].source_label == label
    assert readings.link_view(case, ANN, "L1").grades[0].stale
    (old,) = claim.variants
    assert (old.label, old.citations[0].source_label) == ("S2", "D1")
    seen = readings.compare(case, ANN, "S2")
    assert [(text.source, text.label, text.primary) for text in seen.texts] == [
        (label, "S1", True), ("D1", "S2", False),
    ]  # fmt: skip
    assert verifying.verify(case, ANN).problems == ()
    assert {check.match for check in quoting.check_quotations(case.db, ANN)} == {"exact"}
    acts.undo(case, ANN)
    assert state(case) == before


def test_there_and_back_again(case: OpenCase) -> None:
    label = variant(case)
    words = readings.claim_view(case, ANN, "S1.C2").words
    acts.make_primary(case, ANN, "S1", label)
    acts.make_primary(case, ANN, "S2", "D1")
    assert readings.claim_view(case, ANN, "S1.C2").words == words
    assert [text.label for text in readings.compare(case, ANN, "S1").texts] == ["S1", "S3"]
    assert readings.head(case, ANN, "S2").withdrawn


def test_captions_never_win(case: OpenCase) -> None:
    label = variant(case, CAPTIONS, "captions")
    with pytest.raises(FactcheckError, match="do not carry a quotation"):
        acts.make_primary(case, ANN, "S1", label)


@pytest.mark.parametrize(("source", "told"), [("D2", "is no variant of"), ("D1", "quotes D1 already")])
def test_what_cannot_be_primary(case: OpenCase, source: str, told: str) -> None:
    with pytest.raises(FactcheckError, match=told):
        acts.make_primary(case, ANN, "S1", source)


def test_a_text_without_a_claims_words_cannot_be_primary(case: OpenCase) -> None:
    label = variant(case, TESTIMONY.replace("I'm not aware of any of those activities, and ", ""))
    with pytest.raises(FactcheckError, match="does not have the words of"):
        acts.make_primary(case, ANN, "S1", label)


def test_words_of_another_text_are_said_to_be_from_it(case: OpenCase) -> None:
    label = variant(case)
    record = rows.get(case.db, ANN, "S1.C2")
    wrong = replace(record, fields={**record.fields, "words": "I didn't have -- did not have communications"})
    checks = [check for check in quoting.check_quotations(case.db, ANN) if check.what == "S1.C2"]
    found = quoting._in_a_variant(case.db, ANN, wrong, "segments", checks[0])
    assert (found.match, found.source) == ("variant", label)
    nowhere = replace(record, fields={**record.fields, "words": "I never met them"})
    assert quoting._in_a_variant(case.db, ANN, nowhere, "segments", checks[0]) == checks[0]


LONG = " ".join(f"word{n} of the long answer that was given here" for n in range(60))


def test_sources_that_share_their_words_are_told(case: OpenCase) -> None:
    first = acts.add_source(case, ANN, written(case.path.parent, "a.txt", LONG + "\n"), extract=False).made
    changed = LONG.replace("word7 ", "another ").replace("word30 ", "") + "\nCERTIFIED\n"
    second = acts.add_source(case, ANN, written(case.path.parent, "b.txt", changed), extract=False).made
    assert first is not None and second is not None
    (found,) = kinship.resemblances(case, ANN, second.label)[second.label]
    assert found.label == first.label
    assert found.share > 0.9
    assert kinship.resemblances(case, ANN, "D1", second.label) == {"D1": [], second.label: [found]}
    acts.set_version(case, ANN, second.label, first.label)
    assert kinship.resemblances(case, ANN, first.label, second.label) == {first.label: [], second.label: []}


def test_an_excerpt_of_a_far_longer_source_is_told_from_either_side(case: OpenCase) -> None:
    said = [f"On day {n} clerk{n} met guard{n} by door{n}." for n in range(4_000)]
    volume, part = "\n".join(said), "\n".join(said[900:1_000])
    whole = acts.add_source(case, ANN, written(case.path.parent, "a.txt", volume), extract=False).made
    pages = acts.add_source(case, ANN, written(case.path.parent, "b.txt", part), extract=False).made
    assert whole is not None and pages is not None
    found = kinship.resemblances(case, ANN, pages.label, whole.label)
    ((of_whole,), (of_part,)) = found[pages.label], found[whole.label]
    assert of_whole.share == of_part.of_other == 1.0
    assert of_whole.told(pages.label) == (
        f"{pages.label} may be an excerpt of {whole.label}: 100% of its words stand there, "
        f"and are 2% of {whole.label}"
    )
    assert of_part.told(whole.label).startswith(f"{pages.label} may be an excerpt of {whole.label}")
