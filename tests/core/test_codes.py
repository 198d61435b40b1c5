"""How reported words stand in a line of text: only the speaker's own get quotation marks."""

import pytest

from factcheck.core.codes import in_marks


@pytest.mark.parametrize(
    ("quotation", "told"),
    [
        ("direct", "“I saw nothing”"),
        ("transcript", "“I saw nothing”"),
        ("nested", "“I saw nothing”"),
        ("mixed", "I saw nothing (partly quoted)"),
        ("indirect", "I saw nothing (paraphrase)"),
    ],
)
def test_only_the_speakers_own_words_get_marks(quotation: str, told: str) -> None:
    assert in_marks("I saw nothing", quotation) == told
