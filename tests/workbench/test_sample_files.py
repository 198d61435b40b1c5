"""The sample's files fit together, quote what they say they quote, and stay fair."""

import re
import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from factcheck import paths
from factcheck.core.codes import SCOPE_SLOTS
from factcheck.core.edtf import parse_edtf
from factcheck.core.edtf_words import say
from factcheck.core.entities import ENTITIES
from factcheck.core.rubric import AWARENESS, SVR1, read_codes
from factcheck.core.rules import rules_of
from factcheck.errors import FactcheckError
from factcheck.workbench.sample_files import (
    SampleFiles,
    check_sample,
    claims_of,
    quotations,
    read_sample,
    spans,
)

DATED = {"published", "said_on", "when", "says_when", "as_of"}
OURS = "Described by the compilers of this file:"

CONCLUSIONS = re.compile(
    r"\b(lie|lies|lied|liar|lying|perjur\w*|dishonest\w*|untruthful\w*|deceiv\w*|deceit\w*|guilty|criminal\w*"
    r"|conceal\w*|cover-?up|dodg\w*|shock\w*|scandal\w*|notorious\w*|blatant\w*|clearly|obviously)\b",
    re.IGNORECASE,
)


@pytest.fixture(scope="module")
def sample() -> SampleFiles:
    return read_sample(paths.sample_folder())


def tables(value: Any) -> Iterator[Mapping[str, Any]]:
    """Every table of the script, however deep."""
    if isinstance(value, Mapping):
        yield value
        value = list(value.values())
    if isinstance(value, list):
        for item in value:
            yield from tables(item)


def by_label(sample: SampleFiles, kind: str, label: str) -> Mapping[str, Any]:
    return next(item for item in sample.items(kind) if item["label"] == label)


def claims(sample: SampleFiles) -> list[Mapping[str, Any]]:
    return [claim for statement in sample.items("statement") for claim in claims_of(statement)]


def prose(sample: SampleFiles) -> Iterator[tuple[str, str]]:
    """All that is in our own words: the script without its quotations, the described lines, the read-me."""
    quoted = {part for wanted in quotations(sample) for part in wanted.parts if OURS not in part}
    for table in tables(sample.script):
        for name, value in table.items():
            if isinstance(value, str) and value not in quoted and name not in {"address", "words", "within"}:
                yield f"case.toml, {name}", re.sub(r'"[^"]*"', "", value)
    for label, text in sample.texts.items():
        for line in text.splitlines():
            if line.startswith(OURS):
                yield label, re.sub(r'"[^"]*"', "", line)
    yield "README.md", re.sub(r'"[^"]*"', "", (paths.data_folder() / "README.md").read_text("utf-8"))


def test_the_files_fit_together() -> None:
    assert check_sample(paths.sample_folder()) == []


def test_every_quotation_stands_once_in_its_source_file(sample: SampleFiles) -> None:
    for wanted in quotations(sample):
        text = sample.texts[wanted.source]
        if wanted.within is None:
            assert [text.count(part) for part in wanted.parts] == [1] * len(wanted.parts), wanted.item
        else:
            assert (text.count(wanted.within), wanted.within.count(wanted.parts[0])) == (1, 1), wanted.item
        assert tuple(text[start:end] for start, end in spans(text, wanted)) == wanted.parts


def test_every_date_is_edtf(sample: SampleFiles) -> None:
    dates = [
        table[name] for table in tables(sample.script) if "who" not in table for name in DATED & table.keys()
    ]
    dates += [event["when"] for event in sample.items("event")]  # a scope also has `who` and `when`
    assert len(dates) > 40
    for date in dates:
        assert parse_edtf(date).precision != "unknown"


STATED = {"stated", "implied", "open"}


def test_the_days_are_right(sample: SampleFiles) -> None:
    meeting = parse_edtf(by_label(sample, "event", "E2")["when"])
    answer = parse_edtf(by_label(sample, "statement", "S1")["said_on"])
    letter = parse_edtf(by_label(sample, "statement", "S4")["said_on"])
    assert say(meeting) == "8 September 2016, a Thursday"
    assert meeting.days_to(answer) == 124
    assert answer.days_to(letter) == 55


def test_every_judgement_is_in_the_keys_of_the_rubric(sample: SampleFiles) -> None:
    kinds = {code.key for code in SVR1.dimension("kind").codes}
    for judged in (*sample.items("grade"), *sample.items("adjudication"), *sample.items("dissent")):
        codes = read_codes(judged["codes"])
        assert set(judged.get("also", ())) <= kinds
        assert set(judged.get("scope", {})) <= set(SCOPE_SLOTS)
        assert set(judged.get("scope", {}).values()) <= {"y", "n", "?"}
        assert judged.get("awareness", "0") in AWARENESS
        if codes["degree"] in "234":
            assert judged.get("rationale") or judged.get("reason") or judged.get("text")
        if codes["relation"] == "u":
            assert judged["reason"]


@pytest.mark.parametrize("entity", ["source", "statement", "claim", "event", "evidence", "explanation"])
def test_every_code_is_one_of_its_vocabulary(sample: SampleFiles, entity: str) -> None:
    items = {
        "claim": claims(sample),
        "evidence": [evidence for event in sample.items("event") for evidence in event["evidence"]],
    }.get(entity, sample.items(entity))
    rules = {name: rule for name, rule in rules_of(ENTITIES[entity].record).items() if rule.shape == "code"}
    coded = [(item, name) for item in items for name in rules.keys() & item.keys()]
    assert coded
    for item, name in coded:
        assert item[name] in rules[name].options, (item.get("label"), name)


def test_a_claims_scope_says_how_each_slot_stands(sample: SampleFiles) -> None:
    scopes = [claim["scope"] for claim in claims(sample) if "scope" in claim]
    assert len(scopes) > 3
    assert all(set(scope) == set(SCOPE_SLOTS) and set(scope.values()) <= STATED for scope in scopes)


def test_our_own_words_draw_no_conclusion(sample: SampleFiles) -> None:
    assert [(where, text) for where, text in prose(sample) if CONCLUSIONS.search(text)] == []


def test_the_search_for_conclusions_finds_them() -> None:
    assert CONCLUSIONS.search("He lied.")
    assert CONCLUSIONS.search("A case of perjury")
    assert not CONCLUSIONS.search("It relies on the record, and what lines it has.")


def test_the_official_print_is_named_only_as_not_compared(root: Path) -> None:
    files = [file for file in (root / "data").rglob("*") if file.suffix in {".txt", ".md", ".toml"}]
    sentences = [
        sentence
        for file in files
        for sentence in re.split(r"(?<=[a-z)][.:])(?<!Hrg\.)\s", file.read_text("utf-8").replace("\n", " "))
        if "official print" in sentence.lower()
    ]
    assert len(sentences) > 4
    assert [sentence for sentence in sentences if "has not been compared" not in sentence] == []


def test_each_text_names_whose_words_it_has_and_who_printed_them(sample: SampleFiles) -> None:
    for label, text in sample.texts.items():
        for head in ("Words of: ", "Printed by: ", "Address: http"):
            assert text.count(f"\n{head}") == 1, label


def test_a_described_line_is_never_quoted_without_its_mark(sample: SampleFiles) -> None:
    for wanted in quotations(sample):
        text = sample.texts[wanted.source]
        for start, end in spans(text, wanted):
            line = text[text.rfind("\n", 0, start) + 1 : text.find("\n", end)]
            if line.startswith(OURS):  # of our own words, only what they put in quotation marks is quoted
                assert (text[start - 1], text[end]) == ('"', '"'), wanted.item


def test_the_question_travels_with_the_answer_and_both_readings_are_graded(sample: SampleFiles) -> None:
    assert "I'm not expecting you to know" in by_label(sample, "statement", "S1")["question"]
    [link] = [item for item in sample.items("link") if (item["claim"], item["record"]) == ("S1.C3", "E2")]
    graded = [item for item in sample.items("grade") if item["link"] == link["label"]]
    assert {item["by"]: item["codes"] for item in graded} == {"ana": "c 3 4 2", "ben": "q 2 4 2"}
    for item in graded:
        assert {reading["name"]: reading["degree"] for reading in item["reading"]} == {"A": "4", "B": "1"}
    assert [item["by"] for item in sample.items("dissent")] == ["ben"]


def test_both_halves_of_the_special_counsels_findings_are_evidence(sample: SampleFiles) -> None:
    event = by_label(sample, "event", "E5")
    for part in (
        "established that he had contacts",
        "at least once",
        "not sufficient",
        "wording and context",
    ):
        assert part in event["description"]
    assert ["not sufficient", "in light of the wording and context"] in [
        item.get("words") for item in event["evidence"]
    ]


# What a person is told who changed the files and made a slip.


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return Path(shutil.copytree(paths.sample_folder(), tmp_path / "sample"))


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_a_quotation_that_its_source_lacks_is_said_with_file_and_item(folder: Path) -> None:
    change(folder / "sources" / "letter-2017-03-06.txt", "My answer was correct.", "My answer was right.")
    [first, *_] = check_sample(folder)
    assert first.startswith("letter-2017-03-06.txt: S4: the words “My answer was correct.” do not stand")


def test_a_quotation_that_stands_twice_is_refused(folder: Path) -> None:
    with (folder / "sources" / "letter-2017-03-06.txt").open("a", encoding="utf-8") as file:
        file.write("My answer was correct.\n")
    assert "stand 2 times" in check_sample(folder)[0]


def test_parts_in_another_order_are_refused(folder: Path) -> None:
    change(folder / "sources" / "letter-2017-03-06.txt", '"My answer was correct."\n', "")
    with (folder / "sources" / "letter-2017-03-06.txt").open("a", encoding="utf-8") as file:
        file.write('"My answer was correct."\n')
    assert any("another order" in problem for problem in check_sample(folder))


def test_a_claim_that_is_not_in_its_statement_is_said(folder: Path) -> None:
    change(folder / "case.toml", '''    words = "I'm unable to comment on it"''', '    words = "No comment"')
    assert any("S1.C4" in problem for problem in check_sample(folder))


def test_a_label_given_twice_is_said(folder: Path) -> None:
    change(folder / "case.toml", 'label = "E3"', 'label = "E2"')
    assert any("E2 is given twice" in problem for problem in check_sample(folder))


def test_a_source_that_is_not_there_is_said(folder: Path) -> None:
    (folder / "sources" / "findings-2019-04.txt").unlink()
    with pytest.raises(FactcheckError, match=r"findings-2019-04\.txt"):
        read_sample(folder)


def test_a_script_that_is_no_toml_is_said_with_its_line(folder: Path) -> None:
    change(folder / "case.toml", "[case]", "[case")
    with pytest.raises(FactcheckError, match="line"):
        read_sample(folder)
