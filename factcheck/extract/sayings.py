"""Dated words as events: that something was said, then, by a person."""

from __future__ import annotations

from factcheck.core.proposals import ProposedStatement
from factcheck.extract.drafts import VERB_TOLD
from factcheck.extract.happening import Happening, shortened


def find_sayings(
    statements: tuple[ProposedStatement, ...], persons: frozenset[str], bodies: frozenset[str]
) -> list[Happening]:
    """One for each dated statement that a person made, or a body with a name of its own, and that answers no
    question. `who` holds such a body as printed ("Department of Justice officials"), no other group.
    """
    found = []
    for statement in statements:
        time = statement.said_on
        if (
            time is None
            or time.edtf is None
            or statement.question is not None
            or statement.speaker is None
            or not (statement.speaker in persons or _names_body(statement.speaker, bodies))
            or statement.quotation == "nested"
            or "ambiguous-speaker" in statement.flags
        ):
            continue
        first, last = statement.segments[0], statement.segments[-1]
        words = shortened(" ".join(first.exact.split()), 70)
        told = "" if VERB_TOLD in statement.flags else " said:"
        title = f"{statement.speaker}{told} {words}"
        found.append(
            Happening(
                title=title,
                start=first.start,
                end=last.end,
                sort="saying",
                when=time,
                who=[(statement.speaker, None)],
                where=None,
                according_to=statement.reporter,
                confidence=0.4,
                flags=["saying"],
            )
        )
    return found


def _names_body(speaker: str, bodies: frozenset[str]) -> bool:
    plain = speaker.replace("’", "'")
    return any(body in plain for body in bodies)
