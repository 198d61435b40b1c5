"""The roll-up of a claim's grades: never an average, a range where reviewers differ, and why where there is
none."""

import pytest

from factcheck.core.findings import GradeGiven, LinkJudged, counts_for_finding, outcome, roll_up
from factcheck.core.rubric import read_codes


def link(
    label: str, *typed: str, settled: str | None = None, counts: bool = True, why_not: str = ""
) -> LinkJudged:
    """A link with one grade a reviewer, as typed, perhaps settled."""
    return LinkJudged(
        label=label,
        target=label.replace("L", "E"),
        counts=counts,
        why_not=why_not,
        grades=tuple(GradeGiven(f"r{number}", read_codes(codes)) for number, codes in enumerate(typed)),
        settled=read_codes(settled) if settled else None,
    )


def only_reported(label: str, *typed: str) -> LinkJudged:
    return link(label, *typed, counts=False, why_not="only reported")


FINDINGS = {
    "nothing is linked": ([], "none", None, "no finding: nothing is linked"),
    "nothing is graded": ([link("L1"), link("L2")], "none", None, "no finding: nothing is graded"),
    "one reviewer": ([link("L1", "c342")], "one reviewer", "3", "3 (range 3, 1 link)"),
    "two agree": ([link("L1", "c342", "c342")], "agreed", "3", "3 (range 3, 1 link)"),
    "confidence may differ": ([link("L1", "c342", "c343")], "agreed", "3", "3 (range 3, 1 link)"),
    "the highest of several": (
        [link("L1", "c342"), link("L2", "q142")],
        "one reviewer",
        "3",
        "3 (range 1-3, 2 links)",
    ),
    "as the rubric's page shows it": (
        [link("L1", "c342"), link("L2", "q142", "q242", settled="uuu2")],
        "one reviewer",
        "3",
        "3 (range 1-3, 2 links, 1 unresolved)",
    ),
    "never an average": (
        [link("L1", "c441"), link("L2", "s002")],
        "one reviewer",
        "0",
        "0 (range 0-4, 2 links)",
    ),
    "two differ": (
        [link("L1", "c342", "q242")],
        "range",
        None,
        "no finding: reviewers differ on L1 (range 2-3)",
    ),
    "two differ in kind only": (
        [link("L1", "c342", "c372")],
        "range",
        None,
        "no finding: reviewers differ on L1 (range 3)",
    ),
    "two differ and neither can tell": (
        [link("L1", "uuu2", "xuu2")],
        "range",
        None,
        "no finding: reviewers differ on L1",
    ),
    "one link differs, another does not": (
        [link("L1", "c342", "q242"), link("L2", "c442")],
        "range",
        None,
        "no finding: reviewers differ on L1 (range 2-4)",
    ),
    "settled": ([link("L1", "c342", "q242", settled="q243")], "adjudicated", "2", "2 (range 2-3, 1 link)"),
    "low confidence": (
        [link("L1", "c341")],
        "none",
        None,
        "no finding: E1 graded with low confidence",
    ),
    "agreed, but one is unsure": (
        [link("L1", "c342", "c341")],
        "none",
        None,
        "no finding: E1 graded with low confidence",
    ),
    "only reported": ([only_reported("L2", "c342")], "none", None, "no finding: E2 only reported"),
    "only reported beside one that counts": (
        [only_reported("L1", "c442"), link("L2", "q142")],
        "one reviewer",
        "1",
        "1 (range 1-4, 2 links)",
    ),
    "differing on what does not count": (
        [only_reported("L1", "c442", "c342"), link("L2", "q142")],
        "one reviewer",
        "1",
        "1 (range 1-4, 2 links, 1 unresolved)",
    ),
    "cannot tell": ([link("L1", "u")], "none", None, "no finding: E1 cannot tell"),
    "context": ([link("L1", "x002")], "none", None, "no finding: E1 only context"),
    "considered": ([link("L1", "n002")], "none", None, "no finding: E1 only considered"),
    "several reasons": (
        [link("L1", "x002"), only_reported("L2", "c342"), link("L3")],
        "none",
        None,
        "no finding: E1 only context, E2 only reported",
    ),
    "consistent": ([link("L1", "s002")], "one reviewer", "0", "0 (range 0, 1 link)"),
}


@pytest.mark.parametrize(("links", "state", "degree", "text"), FINDINGS.values(), ids=FINDINGS.keys())
def test_findings(links: list[LinkJudged], state: str, degree: str | None, text: str) -> None:
    finding = roll_up(links)
    assert (finding.state, finding.degree, finding.text) == (state, degree, text)
    assert finding.links == len(links)
    assert finding.ungraded == sum(1 for item in links if not item.grades and not item.settled)


def test_the_links_that_carry_it_are_named() -> None:
    links = [link("L1", "c342"), link("L2", "q142"), link("L3", "c342", "c342")]
    finding = roll_up(links)
    assert finding.decided_by == ("L1", "L3")
    assert finding.state == "agreed"
    assert (finding.low, finding.high) == ("1", "3")


@pytest.mark.parametrize(
    ("override", "degree", "text"),
    [
        ("c442", "4", "4 (range 1-3, 2 links)"),
        ("s002", "0", "0 (range 1-3, 2 links)"),
        ("u", None, "no finding: settled as cannot tell"),
    ],
)
def test_an_adjudicator_settles_the_claim(override: str, degree: str | None, text: str) -> None:
    finding = roll_up([link("L1", "c342"), link("L2", "q142")], read_codes(override))
    assert (finding.state, finding.degree, finding.text) == ("adjudicated", degree, text)
    assert finding.decided_by == ()


@pytest.mark.parametrize(
    ("given", "state", "confidence"),
    [
        (link("L1"), "none", None),
        (link("L1", "c343"), "one reviewer", "3"),
        (link("L1", "c343", "c342"), "agreed", "2"),
        (link("L1", "c343", "c143"), "range", None),
        (link("L1", "c343", "c143", settled="c242"), "adjudicated", "2"),
        (link("L1", settled="c242"), "adjudicated", "2"),
    ],
)
def test_outcome_of_a_link(given: LinkJudged, state: str, confidence: str | None) -> None:
    found, codes = outcome(given)
    assert found == state
    assert (codes or {}).get("confidence") == confidence


@pytest.mark.parametrize(
    ("established", "modes", "expected"),
    [
        ("admitted", [], (True, "")),
        ("documented", ["attended"], (True, "")),
        ("documented", ["scheduled", "attended"], (True, "")),
        ("two or more independent reports", ["reported"], (True, "")),
        ("single report", ["reported"], (False, "only reported")),
        ("alleged", [], (False, "alleged")),
        ("disputed", [], (False, "disputed")),
        ("refuted", [], (False, "refuted")),
        (None, [], (False, "not yet established")),
        ("documented", ["scheduled"], (False, "only scheduled")),
        ("admitted", ["scheduled", "scheduled"], (False, "only scheduled")),
    ],
)
def test_what_is_documented_well_enough(
    established: str | None, modes: list[str], expected: tuple[bool, str]
) -> None:
    assert counts_for_finding(established, modes) == expected
