"""The first and the last line of every screen: where one is and who one is; which keys there are."""

from __future__ import annotations

from typing import TYPE_CHECKING

from textual.content import Content
from textual.widget import Widget

from factcheck.tui.rows import between
from factcheck.tui.safe import said

if TYPE_CHECKING:
    from collections.abc import Sequence

ROOMY = 100


class TitleBar(Widget):
    """Program, case, SAMPLE mark, screens, and who I am."""

    def __init__(self, tabs: Sequence[tuple[str, str, bool]]) -> None:
        """`tabs`: key, name, and whether that screen is the present one."""
        super().__init__()
        self._tabs = tabs
        self._case = ""
        self._sample = False
        self._who = ""

    def show(self, case: str, sample: bool, who: str) -> None:
        self._case, self._sample, self._who = case, sample, who
        self.refresh()

    def render(self) -> Content:
        program = ("factcheck   ", "bold") if self.size.width >= ROOMY else ""
        sample = (" SAMPLE ", "bold $background on $statement") if self._sample else ""
        tabs = [
            Content.styled(f" {key} {name} ", "bold $background on $ink" if here else "")
            for key, name, here in self._tabs
        ]
        right = Content.assemble(*tabs, "  ", said(self._who or "nobody", "bold"), " ")
        left = Content.assemble(" ", program, said(self._case, "bold"), " ", sample)
        return between(left, right, self.size.width)


class KeyBar(Widget):
    """The most needed keys, as many as fit."""

    def __init__(self, keys: Sequence[tuple[str, str]]) -> None:
        super().__init__()
        self._keys = keys
        self._owner = ""

    def show(self, keys: Sequence[tuple[str, str]], owner: str = "") -> None:
        """`owner` names what has every key for now."""
        self._keys, self._owner = keys, owner
        self.refresh()

    def render(self) -> Content:
        gap = "  " if self.size.width >= ROOMY else " "
        line = (
            Content.styled(f" {self._owner} ", "bold $background on $statement")
            if self._owner
            else Content("")
        )
        line = line.append(" ")
        for key, label in self._keys:
            more = Content.assemble((key, "bold"), " ", (label, "$dim"), gap)
            if line.cell_length + more.cell_length - len(gap) > self.size.width:
                continue
            line = line.append(more)
        return line
