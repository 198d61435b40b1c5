"""Word lists written as running text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text as a set: how every list of words in this room is written down."""
    return frozenset(text.split())


def any_in(text: str, parts: frozenset[str]) -> bool:
    """Whether any of the parts stands in the text: a cheap look before a costly pattern."""
    for part in parts:  # noqa: SIM110 - a generator doubles the time, and this runs for every statement
        if part in text:
            return True
    return False
