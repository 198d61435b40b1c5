"""What is a deposition, what a trial, and what only looks like one."""

from __future__ import annotations

import json
import os
from pathlib import Path

import pytest

from factcheck.read.transcripts.recognise import kind_of

COVER = (
    "UNITED STATES DISTRICT COURT\nDEPOSITION OF NORA VALE\nTaken May 16, 2018\n\n"
    "A P P E A R A N C E S\nBY: TOBIAS COLE\n\n"
)
NEWS = (
    "The harbour office said on Monday that it had no record of the meeting, and that the diary "
    "for that week was lost. " * 2
)

CASES = {
    "a cover and a few words": (COVER + "Q. Well?\nA. Yes.\n", "deposition"),
    "a cover and appearances only": (COVER, "deposition"),
    "numbered lines": (
        "     45\n" + "".join(f"{n:>2}  {'QA'[n % 2]}.  So it was.\n" for n in range(1, 26)),
        "deposition",
    ),
    "page and line in brackets": (
        "Vale v. Orlo\n[4:02] Q. Well?\n[4:04] A. Yes.\n[4:06] Q. So?\n[4:08] A. No.\n[5:01] Q. And?\n",
        "deposition",
    ),
    "an excerpt": (
        "EXAMINATION BY MR. COLE:\nQ. Well?\nA. Yes.\nMS. RUIZ: Objection.\nTHE WITNESS: I was.\n"
        "Q. So?\nA. No.\n",
        "deposition",
    ),
    "a courtroom": (
        "THE COURT: Go on.\nMR. COLE: Thank you.\nTHE COURT: Well?\nMS. RUIZ: Yes, your Honor.\n",
        "trial",
    ),
    "a trial day": (
        "JURY TRIAL\nDIRECT EXAMINATION\nBY MR. COLE:\nQ. Well?\nA. Yes.\nTHE COURT: So?\nQ. So?\n"
        "A. No.\nTHE COURT: Ah.\n",
        "trial",
    ),
    "an interview": (
        NEWS + "\n\nQ. How did you begin?\nA. By chance.\n\nQ. And then?\nA. I stayed.\n" + NEWS,
        None,
    ),
    "an interview with colons": (
        "Q: How did you begin?\nA: By chance.\nQ: And then?\nA: I stayed.\n" * 4,
        None,
    ),
    "news that quotes a deposition": (
        (NEWS + "\n\n") * 6
        + "Q. Were you there?\n\nA. No.\n\nQ. Ever?\n\nA. Never.\n\n"
        + (NEWS + "\n\n") * 6,
        None,
    ),
    "news that quotes a court": (
        (NEWS + "\n\n") * 6
        + "THE COURT: Sustained.\n\nMR. COLE: But why?\n\nTHE COURT: Enough.\n\nMR. COLE: Yes.\n\n"
        + (NEWS + "\n\n") * 4,
        None,
    ),
    "a notice": (
        "NOTICE OF DEPOSITION OF NORA VALE\n\nPlease take notice that counsel will take the deposition.\n",
        None,
    ),
    "frequently asked": (
        "Q. May I pay by card?\nA. Yes.\nQ. May I return it?\nA. Within 14 days.\n" * 3,
        None,
    ),
    "prose": (NEWS, None),
    "nothing": ("", None),
}


@pytest.mark.parametrize("case", CASES)
def test_the_kind_that_a_text_shows(case: str) -> None:
    text, kind = CASES[case]
    assert kind_of(text) == kind


def test_no_news_is_taken_for_testimony() -> None:
    gold = os.environ.get("FACTCHECK_GOLD")
    if not gold:
        pytest.skip("FACTCHECK_GOLD names the folder of real inputs")
    with (Path(gold) / "data" / "quotes" / "polnear_dev.jsonl").open(encoding="utf-8") as lines:
        kinds = {kind_of(json.loads(line)["text"]) for line in lines}
    assert not kinds & {"deposition", "trial"}
