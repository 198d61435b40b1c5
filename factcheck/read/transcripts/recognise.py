"""What kind of transcript a text is, by what only that kind has; most texts are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from factcheck.read.transcripts.captions.turns import is_captions
from factcheck.read.transcripts.hearings.congress import is_briefing, is_hearing, is_record
from factcheck.read.transcripts.testimony.kinds import is_deposition, is_trial

KINDS: Sequence[tuple[str, Callable[[str], bool]]] = (
    ("captions", is_captions),
    ("deposition", is_deposition),
    ("trial", is_trial),
    ("record", is_record),
    ("hearing", is_hearing),
    ("briefing", is_briefing),
)
"""A kind of source and the test for it, in the order in which they are tried. A test looks at a bounded part
of the text only (its first 20,000 code points), so that it costs the same however long the text is."""


def kind_of(text: str) -> str | None:
    """The kind that a text shows; None where it is no transcript, or none that is sure."""
    return next((kind for kind, is_one in KINDS if is_one(text)), None)
