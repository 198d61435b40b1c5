"""What an act of the keyboard is, and the places where keys mean something."""

from __future__ import annotations

from typing import Literal

from factcheck.core.light import dataclass

Where = Literal[
    "everywhere",
    "list",
    "bench",
    "grading",
    "sources",
    "reader",
    "versions",
    "comparing",
    "pages",
    "mapping",
    "people",
]

PLACES: dict[Where, str] = {
    "bench": "On the Bench",
    "grading": "While grading",
    "sources": "In Sources",
    "reader": "In a source's text",
    "versions": "In a source's versions",
    "comparing": "While texts are compared",
    "pages": "In a source's pages",
    "mapping": "While a register is mapped",
    "people": "In People",
    "list": "In every list",
    "everywhere": "Everywhere",
}
"""The places in the order in which the help shows them, with their headings."""


@dataclass(frozen=True, slots=True)
class Act:
    """One act: `key` as Textual names keys, several by commas; `footer` its turn there (0: none)."""

    id: str
    key: str
    label: str
    help: str
    where: Where
    footer: int = 0

    @property
    def action(self) -> str:
        """The method that does it is `action_` and this."""
        return self.id.replace(".", "_")
