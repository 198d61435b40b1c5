"""The page of all keys, those of the screen one is on first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.tui.acts import ACTS, PLACES, Keys, Where
from factcheck.tui.cards import BLANK, Block
from factcheck.tui.dialogs import Page
from factcheck.tui.safe import said

if TYPE_CHECKING:
    from collections.abc import Sequence


def help_page(keys: Keys, here: Sequence[Where]) -> Page:
    """Every act with its keys and what it does; `here` are the places of the screen."""
    first = [place for place in PLACES if place in here or (place == "grading" and "bench" in here)]
    blocks: list[Block] = []
    for place in [*first, *(place for place in PLACES if place not in first)]:
        blocks.append(Block(said(PLACES[place], "bold $statement")))
        blocks += [
            Block(said(f"{act.help} ({act.id})"), said(f"  {keys.shown(act.id, all=True):<12}", "bold"))
            for act in ACTS
            if act.where == place
        ]
        blocks.append(BLANK)
    return Page("Keys", blocks)
