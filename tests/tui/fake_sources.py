"""What a desk in memory knows of sources beyond their text, and of other cases."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Any

from factcheck.core.changes import Change
from factcheck.core.views.proposals import ProposalView
from factcheck.core.views.records import Made
from factcheck.core.views.searching import Hit
from factcheck.core.views.sources import PageView
from factcheck.errors import FactcheckError
from factcheck.tui.adding_desk import Addition, Wanted
from factcheck.workbench.acts import Carried, Errata
from factcheck.workbench.exhibits import Survey
from factcheck.workbench.numbering import Listed, Remark
from factcheck.workbench.opening import Opened
from factcheck.workbench.readings.comparing import Comparison, TextOf
from factcheck.workbench.readings.corrected import Correction
from factcheck.workbench.readings.errata_fitting import ErrataFit
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

    def look_over(self, wanted: Wanted, progress: Callable[[str], None]) -> Survey | None:
        progress(self._bad(f"looking at {wanted.what}"))  # type: ignore[attr-defined]  # of the desk it is mixed into
        if not wanted.what.endswith("/"):
            return None
        files = tuple(Listed(self._bad(name), Path(name), 9, name) for name in ("a.txt", "b.txt"))  # type: ignore[attr-defined]  # of the desk it is mixed into
        return Survey(files, {"b.txt": "D1"}, (Remark("wrong", self._bad("a.txt and b.txt overlap")),))  # type: ignore[attr-defined]  # of the desk it is mixed into

    def add(
        self, wanted: Wanted, progress: Callable[[str], None], survey: Survey | None = None
    ) -> Sequence[Addition]:
        what = wanted.what
        progress(self._bad(f"reading {what}"))  # type: ignore[attr-defined]  # of the desk it is mixed into
        if what == REFUSED:
            raise FactcheckError("The file could not be read", self._bad(what))  # type: ignore[attr-defined]  # of the desk it is mixed into
        if survey is not None:
            return [
                Addition("a.txt", "D3", self._bad("added as D3")),  # type: ignore[attr-defined]  # of the desk it is mixed into
                Addition("b.txt", None, "the same bytes as D1; nothing was added"),
            ]
        self._do(f"added {what}", "add", wanted)  # type: ignore[attr-defined]  # of the desk it is mixed into
        alike = ("D1", "D2 has 89% of its words in common with D1") if "again" in what else None
        return [Addition(what, "D2", self._bad("added as D2"), alike=alike)]  # type: ignore[attr-defined]  # of the desk it is mixed into

    def pages(self, source: str) -> Sequence[PageView]:
        return [PageView(self._bad("1"), 1, None, has_text=False, typed=())]  # type: ignore[attr-defined]  # of the desk it is mixed into

    def open_page(self, source: str, page: str | None) -> Opened:
        return Opened(Path(self._bad("copies/d1.pdf")), None, (), "there is no display")  # type: ignore[attr-defined]  # of the desk it is mixed into

    def type_page(self, source: str, page: str | None, words: str) -> Made:
        made: Made = self._do("typed", "type_page", source, page, words)  # type: ignore[attr-defined]  # of the desk it is mixed into
        return made

    def check_page(self, typed: str) -> Made:
        made: Made = self._do("checked", "check_page", typed)  # type: ignore[attr-defined]  # of the desk it is mixed into
        return made

    def whole_text(self, source: str) -> str:
        text: str = self._text(source)  # type: ignore[attr-defined]  # of the desk it is mixed into
        return text

    def comparison(self, ref: str) -> Comparison:
        first, other = self._bad("I did not call [/] them."), self._bad("I did call [/] them.")  # type: ignore[attr-defined]  # of the desk it is mixed into
        changes = (Change("same", "I did"), Change("gone", "not"), Change("same", "call [/] them."))
        texts = (
            TextOf("S1", "D1", "The print", "45:12", first, True, False, "1", start=0, end=9),
            TextOf(None, "D2", "The tape", "0:01", other, False, True, None, changes, ("polarity",), True),
        )
        return Comparison("S1", "Jeff Sessions", texts, "Only captions differ.")

    def make_primary(self, statement: str, source: str) -> Made:
        made: Made = self._do("primary", "make_primary", statement, source)  # type: ignore[attr-defined]  # of the desk it is mixed into
        return made

    def quoted_in(self, source: str) -> Sequence[Hit]:
        return [Hit("statement", label, label, self._bad("words"), ()) for label in ("S1", "S2")]  # type: ignore[attr-defined]  # of the desk it is mixed into

    def corrections(self, source: str, start: int, end: int) -> Sequence[Correction]:
        return []

    def errata_transcripts(self, sheet: str) -> Sequence[tuple[str, str, bool]]:
        return []

    def errata_fit(self, transcript: str, sheet: str) -> ErrataFit:
        return ErrataFit(sheet, transcript, (), (), sworn=False, signed=None, witness=None)

    def apply_errata(self, transcript: str, sheet: str, witness: str | None) -> Errata:
        raise FactcheckError("There is nothing to record", sheet)

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

    def resembling_sources(self, source: str) -> Sequence[tuple[str, str]]:
        return []

    def recent(self) -> Sequence[str]:
        return [self._bad("/cases/first.db"), "/cases/second.db"]  # type: ignore[attr-defined]  # of the desk it is mixed into

    def other(self, path: str) -> Any:
        if "missing" in path:
            raise FactcheckError("There is no such case", path)
        return type(self)()

    def close(self) -> None:
        """Nothing to close."""
