"""Adding to a real case, as `adding_desk.AddingDesk` asks for it."""

from __future__ import annotations

from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.tui.case_part import CasePart
from factcheck.tui.words import carried_words, counted, listed
from factcheck.workbench import acts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.tui.adding_desk import Addition, Wanted
    from factcheck.workbench.acts import Added
    from factcheck.workbench.cases import OpenCase
    from factcheck.workbench.exhibits import Survey
    from factcheck.workbench.gathering import Gathering, Outcome
    from factcheck.workbench.many import How


class CaseAdding(CasePart):
    """A part of `case_desk.CaseDesk`."""

    def look_over(self, wanted: Wanted, progress: Callable[[str], None]) -> Survey | None:
        from factcheck.workbench import exhibits, fetching, gathering

        if fetching.is_address(wanted.what):
            if wanted.bates:
                raise FactcheckError("An address has no Bates numbers", "They are those of files.")
            return None
        path = Path(wanted.what).expanduser()
        if path.is_dir() or gathering.holds_others(path):
            if wanted.version_of or wanted.variant_of:
                raise FactcheckError(
                    "A version or a variant is one document", f"{path} holds several.", "Add them one by one."
                )
        elif not wanted.bates:
            return None
        with self._in_this_thread() as case:
            return exhibits.survey(
                case,
                self._actor,
                _gathered(case, wanted),
                _how(case, wanted),
                _bates(wanted),
                progress=lambda count: progress(f"{counted(count, 'file')} looked at"),
            )

    def add(
        self, wanted: Wanted, progress: Callable[[str], None], survey: Survey | None = None
    ) -> Sequence[Addition]:
        with self._in_this_thread() as case:
            found = list(_added(case, self._actor, wanted, progress, survey))
            if wanted.version_of and found and found[0].label:
                return [
                    replace(found[0], words=f"{found[0].words} · {_carried(case, self._actor, found[0])}")
                ]
            return found if wanted.variant_of else _with_alike(case, self._actor, found)


def _added(case: OpenCase, viewer: Viewer, wanted: Wanted, progress: Callable[[str], None],
           survey: Survey | None) -> Iterator[Addition]:  # fmt: skip
    """Each file, or the one that an address leads to."""
    from factcheck.workbench import fetching, folders

    card = {name: value for name in ("version_of", "variant_of") if (value := getattr(wanted, name))}
    kind, published = wanted.kind or None, wanted.published or None
    if survey is not None:
        step = partial(_tell_step, progress)
        gathered, how = _gathered(case, wanted), _how(case, wanted)
        outcomes = folders.add_gathered(
            case, viewer, gathered, how, said=survey.said(), progress=step, **card
        )
        with closing(outcomes):
            for outcome in outcomes:
                yield _outcome(outcome)
    elif fetching.is_address(wanted.what):
        progress(f"asking {wanted.what}")
        added = fetching.add_address(
            case, viewer, wanted.what, kind=kind, published=published, progress=progress, **card
        )
        yield _addition(wanted.what, added)
    else:
        path = Path(wanted.what).expanduser()
        added = acts.add_source(case, viewer, path, kind=kind, published=published, progress=progress, **card)
        yield _addition(path.name, added)


def _tell_step(progress: Callable[[str], None], done: int, total: int, file: Path) -> None:
    progress(f"{done + 1} of {total}: {file.name}")


def _gathered(case: OpenCase, wanted: Wanted) -> Gathering:
    from factcheck.workbench import gathering

    bates = _bates(wanted)
    load_file = [Path(bates)] if bates and bates not in {"from-name", "stamp"} else []
    return gathering.gathered([Path(wanted.what).expanduser()], case, load_file)


def _bates(wanted: Wanted) -> str | None:
    return str(Path(wanted.bates).expanduser()) if wanted.bates else None


def _how(case: OpenCase, wanted: Wanted) -> How:
    from factcheck.workbench import dates
    from factcheck.workbench.acts.sources import known_names
    from factcheck.workbench.many import How

    when = dates.understood(wanted.published) if wanted.published else None
    return How(wanted.kind or None, when, known=known_names(case))


def _outcome(outcome: Outcome) -> Addition:
    from factcheck.tui.adding_desk import Addition

    if outcome.added is not None:
        return _addition(outcome.name, outcome.added)
    if outcome.failed is not None:
        words = listed(outcome.failed.title, outcome.failed.detail, between=": ")
        return Addition(outcome.name, None, words, failed=True)
    return Addition(outcome.name, None, f"skipped: {outcome.skipped}")


def _carried(case: OpenCase, viewer: Viewer, addition: Addition) -> str:
    """What became of the passages of the version before, which are carried over."""

    done = acts.carry(case, viewer, addition.label or "")
    return carried_words(done)


def _with_alike(case: OpenCase, viewer: Viewer, found: list[Addition]) -> list[Addition]:
    """The same, each with the source that has most of its words: perhaps it is a version or a variant."""
    from factcheck.workbench import kinship

    labels = [one.label for one in found if one.label]
    others = kinship.resemblances(case, viewer, *labels) if labels else {}
    return [
        replace(one, alike=(near[0].label, near[0].told(one.label or "")))
        if (near := others.get(one.label or ""))
        else one
        for one in found
    ]


def _addition(name: str, added: Added) -> Addition:
    from factcheck.tui.adding_desk import Addition

    if added.made is None:
        return Addition(name, None, f"the same bytes as {added.same_as}; nothing was added")
    holes = [f"{what} {where}: {count}" for what, where, count in added.holes]
    words = listed(
        f"added as {added.made.label}",
        f"{counted(added.proposals, 'proposal')} to decide",
        f"could not be read: {'; '.join(holes)}" if holes else None,
    )
    return Addition(name, added.made.label, words)
