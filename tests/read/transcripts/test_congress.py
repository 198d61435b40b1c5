"""What is a hearing, the Record or a briefing, and what only looks like one."""

from __future__ import annotations

from pathlib import Path

import pytest

from factcheck.read.door import read_bytes
from factcheck.read.transcripts.recognise import kind_of
from tests.read.transcripts.invented_hearings import APPROPRIATIONS, COMMERCE, FLUSH, HOUSE, SENATE
from tests.read.transcripts.test_briefing import BRIEFING
from tests.read.transcripts.test_record import RECORD

EXCERPT = "    Senator Orla. Did you?\n    Mr. Pell. No.\n    Senator Orla. Did he?\n    Mr. Pell. Yes.\n"

WIRE = """\
HEARING BEFORE THE COMMITTEE ON TIDES

SEN. ADA GRELL (R-IA): The committee will come to order.

MR. PELL: Good morning.

SEN. ORLA: Did you meet the keeper?

MR. PELL: I did not.

SEN. GRELL: Thank you.
"""


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (SENATE, "hearing"),
        (HOUSE, "hearing"),
        (APPROPRIATIONS, "hearing"),
        (COMMERCE, "hearing"),
        (FLUSH, "hearing"),
        (EXCERPT, "hearing"),
        (WIRE, "hearing"),
        (WIRE.replace("COMMITTEE", "PANEL OF GUESTS").replace("committee", "show"), None),
        (RECORD, "record"),
        (BRIEFING, "briefing"),
    ],
)
def test_what_a_text_shows(text: str, kind: str | None) -> None:
    assert kind_of(text) == kind


PROSE = [
    "Mr. Pell met the committee at 10 a.m. Senator Orla presided.\n\n“Did you?” she asked.\n",
    "WASHINGTON — The Senate committee met on Tuesday at 10 a.m. Mr. Pell. He said no.\n",
    "Q: Who are you?\n\nA: I keep the lamp.\n\nQ: Since when?\n\nA: Since May.\n",
    "    Mr. Holm was late. Mr. Pell was not.\n    Mr. Holm. That was his name.\n    He went home.\n    It "
    "rained.\n",
    "NOTE: this is a list.\n\nTHE END: of it.\n",
    "As the [Congressional Record] says, S. Hrg. is an abbreviation.\n",
    "Mr. A.\n" * 50,
    "",
]


@pytest.mark.parametrize("text", PROSE)
def test_prose_is_none(text: str) -> None:
    assert kind_of(text) is None


TESTIMONY = (
    "                 Q    Did you sign?\n                 A    No.\n\n     MR. HOLM:  "
    "Objection.\n     THE WITNESS:  No.\n     BY MS. ORLA:\nQ    Why?\nA    Why not?\n"
)


def test_testimony_is_no_briefing() -> None:
    assert kind_of(TESTIMONY) != "briefing"


def test_news_is_none(gold: Path) -> None:
    article = (gold / "seed" / "article.txt").read_text(encoding="utf-8")
    assert kind_of(article) is None


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("CHRG-109shrg24852.htm", "hearing"),
        ("CHRG-110hhrg44903.htm", "hearing"),
        ("CHRG-111hhrg53242.htm", "hearing"),
        ("CREC-1997-01-28-pt1-PgS726-2.htm", "record"),
        ("wh-briefing-2022-05-13.md", "briefing"),
    ],
)
def test_the_public_record(gold: Path, name: str, kind: str) -> None:
    data = (gold / "data" / "transcripts" / name).read_bytes()
    document = read_bytes(data, name)
    assert document.kind == kind
    assert len(document.turns) > 20
