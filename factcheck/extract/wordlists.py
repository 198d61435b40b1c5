"""Word lists written as running text."""

from __future__ import annotations


def words(text: str) -> frozenset[str]:
    """The words of a text as a set: how every list of words in this room is written down."""
    return frozenset(text.split())
