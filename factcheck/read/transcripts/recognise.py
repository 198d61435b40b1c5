"""What kind of transcript a text is, by what only that kind has; most texts are none."""

from __future__ import annotations

from collections.abc import Callable, Sequence

KINDS: Sequence[tuple[str, Callable[[str], bool]]] = ()
"""A kind of source and the test for it, in the order in which they are tried. A test looks at a bounded part
of the text only (its first 20,000 code points), so that it costs the same however long the text is."""


def kind_of(text: str) -> str | None:
    """The kind that a text shows; None where it is no transcript, or none that is sure."""
    return next((kind for kind, is_one in KINDS if is_one(text)), None)
