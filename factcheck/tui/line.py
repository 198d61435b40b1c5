"""One line to type in: what stands in it is painted like all data, so that it cannot steer the terminal."""

from __future__ import annotations

from rich.highlighter import Highlighter
from rich.text import Text
from textual.widgets import Input

from factcheck.tui.safe import shown


class Line(Input):
    """An Input whose value may hold anything; the value itself stays as it is."""

    def __init__(
        self, value: str = "", *, placeholder: str = "", id: str | None = None, disabled: bool = False
    ) -> None:
        super().__init__(
            value,
            placeholder=placeholder,
            highlighter=_Painted(self),
            select_on_focus=False,
            id=id,
            disabled=disabled,
        )

    def to_end(self) -> None:
        """Shows the end of the line; it scrolls only when its cursor moves."""
        self.action_home()
        self.action_end()


class _Painted(Highlighter):
    """Puts visible stand-ins, one for one, where the value holds what a terminal would obey."""

    def __init__(self, line: Input) -> None:
        self._line = line

    def highlight(self, text: Text) -> None:
        text.plain = shown(self._line.value)
