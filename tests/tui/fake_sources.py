"""What a desk in memory knows of sources beyond their text, and of other cases."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from factcheck.core.views.proposals import ProposalView
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.tui.sources_desk import Addition
from factcheck.workbench.acts import Carried
from factcheck.workbench.readings.versions import Kin, Versions

REFUSED = "/nowhere/x.txt"


class FakeSources:
    """A part of `fake_desk.FakeDesk`."""

    def proposals_in(self, source: str) -> Sequence[ProposalView]:
        waiting: Any = self.state.proposals  # type: ignore[attr-defined]  # of the desk it is mixed into
        basis = self._bad("a denial, 0.80")  # type: ignore[attr-defined]  # of the desk it is mixed into
        start = self._text(source).find("surrogate")  # type: ignore[attr-defined]  # of the desk it is mixed into
        return [
            ProposalView(id, "statement", words, source, "D1", start, start + 9, None, None, 0.8, basis)
            for id, words in waiting.items()
            if source == "d1"
        ]

    def occurrences(self, source: str, words: str) -> Sequence[tuple[int, int]]:
        text = self._text(source)  # type: ignore[attr-defined]  # of the desk it is mixed into
        return [found.span() for found in re.finditer(re.escape(words), text, re.IGNORECASE)]

    def place_typed(self, source: str, typed: str) -> int:
        if not typed.isdecimal():
            raise FactcheckError(f"“{typed}” is no place")
        line = self._lines(source)[int(typed) - 1]  # type: ignore[attr-defined]  # of the desk it is mixed into
        return int(line.start)

    def numbered(self, typed: str) -> tuple[str, int, int] | None:
        return None

    def add(
        self, what: str, kind: str | None, published: str | None, progress: Callable[[str], None]
    ) -> Sequence[Addition]:
        progress(self._bad(f"reading {what}"))  # type: ignore[attr-defined]  # of the desk it is mixed into
        if what == REFUSED:
            raise FactcheckError("The file could not be read", self._bad(what))  # type: ignore[attr-defined]  # of the desk it is mixed into
        if what.endswith("/"):
            return [
                Addition("a.txt", "D3", self._bad("added as D3")),  # type: ignore[attr-defined]  # of the desk it is mixed into
                Addition("b.txt", None, "the same bytes as D1; nothing was added"),
            ]
        self._do(f"added {what}", "add", what, kind, published)  # type: ignore[attr-defined]  # of the desk it is mixed into
        return [Addition(what, "D2", self._bad("added as D2"))]  # type: ignore[attr-defined]  # of the desk it is mixed into

    def versions(self, source: str) -> Versions:
        title = self._bad("The hearing")  # type: ignore[attr-defined]  # of the desk it is mixed into
        return Versions(source, "D1", (Kin(source, "D1", title, None, "itself", 1),), (), {})

    def carry(self, source: str, units: Sequence[str]) -> Carried:
        made: Any = self._do("carried", "carry", source, *units)  # type: ignore[attr-defined]  # of the desk it is mixed into
        return Carried(made, 0, 0, 0, 0, 0)

    def keep_there(self, source: str, units: Sequence[str]) -> None:
        self._do("left there", "keep_there", source, *units)  # type: ignore[attr-defined]  # of the desk it is mixed into

    def anchor_by_hand(self, source: str, record: str, typed: str, part: str) -> Made:
        made: Made = self._do("anchored", "anchor_by_hand", source, record, typed, part)  # type: ignore[attr-defined]  # of the desk it is mixed into
        return made

    def set_version(self, source: str, of: str) -> None:
        self._do("a version", "set_version", source, of)  # type: ignore[attr-defined]  # of the desk it is mixed into

    def set_variant(self, source: str, of: str) -> None:
        self._do("a variant", "set_variant", source, of)  # type: ignore[attr-defined]  # of the desk it is mixed into

    def resembling_sources(self, source: str) -> Sequence[tuple[str, float]]:
        return []

    def recent(self) -> Sequence[str]:
        return [self._bad("/cases/first.db"), "/cases/second.db"]  # type: ignore[attr-defined]  # of the desk it is mixed into

    def other(self, path: str) -> Any:
        if "missing" in path:
            raise FactcheckError("There is no such case", path)
        return type(self)()

    def close(self) -> None:
        """Nothing to close."""
