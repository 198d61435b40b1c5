"""The sources of a real case, as `sources_desk.SourcesDesk` asks for them."""

from __future__ import annotations

from abc import ABC, abstractmethod
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.tui.sources_desk import Addition
from factcheck.tui.words import counted, listed
from factcheck.workbench import acts, cases, readings

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.core.views.proposals import ProposalView
    from factcheck.core.views.sources import TurnView
    from factcheck.workbench.acts import Added
    from factcheck.workbench.cases import OpenCase


class CaseSources(ABC):
    """A part of `case_desk.CaseDesk`, which has the case and knows who acts."""

    _case: OpenCase

    @property
    @abstractmethod
    def _actor(self) -> Viewer:
        """Who acts: the case's viewer."""

    def proposals_in(self, source: str) -> Sequence[ProposalView]:
        return readings.proposals(self._case, self._actor, source)

    def occurrences(self, source: str, words: str) -> Sequence[tuple[int, int]]:
        return readings.occurrences(self._case, self._actor, source, words)

    def turn_at(self, source: str, offset: int) -> TurnView | None:
        return readings.turn_at(self._case, self._actor, source, offset)

    def questions(self, source: str) -> Sequence[tuple[int, int | None]]:
        return readings.questions(self._case, self._actor, source)

    def place_typed(self, source: str, typed: str) -> int:
        return readings.place_typed(self._case, self._actor, source, typed)

    def numbered(self, typed: str) -> tuple[str, int, int] | None:
        return readings.numbered(self._case, self._actor, typed)

    def add(
        self, what: str, kind: str | None, published: str | None, progress: Callable[[str], None]
    ) -> Sequence[Addition]:
        from factcheck.workbench import fetching, folders, gathering

        viewer = self._actor
        with cases.open_case(self._case.path, clock=self._case.clock, ids=self._case.ids) as case:
            if fetching.is_address(what):
                progress(f"asking {what}")
                added = fetching.add_address(
                    case, viewer, what, kind=kind, published=published, progress=progress
                )
                return [_alike(case, viewer, _addition(what, added))]
            path = Path(what).expanduser()
            if not path.is_dir() and not gathering.holds_others(path):
                progress(f"reading {path.name}")
                added = acts.add_source(case, viewer, path, kind=kind, published=published, progress=progress)
                return [_alike(case, viewer, _addition(path.name, added))]

            def step(done: int, total: int, file: Path) -> None:
                progress(f"{done + 1} of {total}: {file.name}")

            found = []
            for one in folders.add_folder(case, viewer, path, kind=kind, published=published, progress=step):
                if one.added is not None:
                    found.append(_addition(one.path.name, one.added))
                elif one.failed is not None:
                    words = listed(one.failed.title, one.failed.detail, between=": ")
                    found.append(Addition(one.path.name, None, words, failed=True))
                else:
                    found.append(Addition(one.path.name, None, f"skipped: {one.skipped}"))
            return found


def _alike(case: OpenCase, viewer: Viewer, addition: Addition) -> Addition:
    """The same, with the source that it resembles: perhaps it is a version or a variant of that."""
    from factcheck.workbench import kinship

    others = kinship.resemblances(case, viewer, addition.label)[addition.label] if addition.label else []
    if not others:
        return addition
    alike = f"{others[0].share:.0%} of its words are those of {others[0].label}: V says what it is"
    return replace(addition, words=listed(addition.words, alike))


def _addition(name: str, added: Added) -> Addition:
    if added.made is None:
        return Addition(name, None, f"the same bytes as {added.same_as}; nothing was added")
    holes = [f"{what} {where}: {count}" for what, where, count in added.holes]
    words = listed(
        f"added as {added.made.label}",
        f"{counted(added.proposals, 'proposal')} to decide",
        f"could not be read: {'; '.join(holes)}" if holes else None,
    )
    return Addition(name, added.made.label, words)
