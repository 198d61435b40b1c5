"""Documents on their way in: what comes, what does not, the listing before, and the word on each."""

from __future__ import annotations

from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from factcheck.cli import kin, out, trouble
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Generator, Iterator, Sequence

    from factcheck.cli.desk import Desk
    from factcheck.workbench.acts import Added
    from factcheck.workbench.exhibits import Survey
    from factcheck.workbench.folders import Said
    from factcheck.workbench.gathering import Gathering, Outcome
    from factcheck.workbench.many import How

ONE_ONLY = ("title", "cite_as", "address", "printed_as", "version_of", "variant_of")
"""What can be said of one document only."""


@dataclass
class Adding:
    """One `add`. `reading` says how documents are read: `extract`, `ocr`."""

    desk: Desk
    recursive: bool
    bates: str | None
    dry_run: bool
    yes: bool
    reading: dict[str, Any]
    of_many: bool = False
    counts: bool = False
    skipped: int = 0
    failed: int = 0
    answers: list[dict[str, Any]] = field(default_factory=list)
    card: dict[str, Any] = field(default_factory=dict)

    def of_several(self, places: Sequence[str]) -> bool:
        """Whether more than one document may come of these places."""
        from factcheck.workbench import fetching, gathering

        paths = [Path(place) for place in places if not fetching.is_address(place)]
        self.counts = any((path.is_dir() and self.recursive) or gathering.is_archive(path) for path in paths)
        self.of_many = len(places) > 1 or self.counts
        return self.of_many

    def add(self, places: Sequence[str], card: dict[str, Any]) -> None:
        """Brings everything in, in the order of the places. Ctrl-C leaves what is in and says so."""
        self.card = card
        from factcheck.workbench import fetching

        try:
            for is_web, group in groupby(places, key=fetching.is_address):
                if is_web:
                    self._bring_addresses(group, card)
                else:
                    self._bring_paths([Path(place) for place in group], card)
        except KeyboardInterrupt:
            trouble.say(f"Stopped: {self._sum()} What was added stays.")
            raise
        self._end()

    def _bring_addresses(self, addresses: Iterator[str], card: dict[str, Any]) -> None:
        from factcheck.workbench import fetching

        case, viewer = self.desk.case, self.desk.viewer
        for address in addresses:
            if self.dry_run:
                trouble.say(f"{address} is not fetched in a dry run.")
                continue
            with self._one_of_many():
                added = fetching.add_address(
                    case, viewer, address, progress=trouble.say, **self.reading, **card
                )
                self._came(address, added)

    def _bring_paths(self, paths: list[Path], card: dict[str, Any]) -> None:
        from factcheck.workbench import gathering

        files = [path for path in paths if self._may_be_added(path)]
        if not self.of_many and self.bates is None and not self.dry_run:
            for file in files:
                self._bring_one(file, card)
        elif files:
            load_file = [Path(self.bates)] if self.bates and self._is_load_file else []
            self._bring_gathered(gathering.gathered(files, self.desk.case, load_file), card)

    def _may_be_added(self, path: Path) -> bool:
        """Whether it is a file, or a folder that was meant; a folder that was not is told."""
        if self.recursive or not path.is_dir():
            return True
        self._did_not_come(
            FactcheckError(
                "This is a folder, not a file",
                f"{path}",
                "Add all that can be read in it with --recursive, or name the files.",
            )
        )
        return False

    @property
    def _is_load_file(self) -> bool:
        from factcheck.workbench import numbering

        return self.bates not in (numbering.BY_NAME, numbering.BY_STAMP)

    def _bring_one(self, path: Path, card: dict[str, Any]) -> None:
        """One document, and what is attached to it where it is a message."""
        from factcheck.workbench import acts, gathering

        tell = trouble.say if _is_long(path) else None
        case, viewer = self.desk.case, self.desk.viewer
        self._came(str(path), acts.add_source(case, viewer, path, progress=tell, **self.reading, **card))
        if gathering.holds_others(path):
            attached = gathering.gathered([path], self.desk.case)
            attached.only_within = True
            shared = {name: value for name, value in card.items() if name not in ONE_ONLY}
            self._add_gathered(attached, *self._how(shared), {})

    def _how(self, card: dict[str, Any]) -> tuple[How, dict[str, Any]]:
        """How documents are read, and what else is said of each."""
        from factcheck.workbench import dates
        from factcheck.workbench.acts.sources import known_names
        from factcheck.workbench.many import How

        rest = {name: value for name, value in card.items() if name not in ("kind", "published")}
        published = card.get("published")
        when = dates.understood(published) if published else None
        return How(card.get("kind"), when, known=known_names(self.desk.case), **self.reading), rest

    def _bring_gathered(self, gathering: Gathering, card: dict[str, Any]) -> None:
        how, rest = self._how(card)
        said: dict[str, Said] = {}
        asks = self.counts and not self.yes and trouble.can_ask()
        if self.bates is not None or self.dry_run or asks:
            survey = self._survey(gathering, how)
            if self.dry_run:
                self._show(survey)
                return
            if not self._agreed(survey):
                raise click.exceptions.Exit(trouble.TROUBLE)
            said = survey.said()
        self._add_gathered(gathering, how, rest, said)

    def _survey(self, gathering: Gathering, how: How) -> Survey:
        from factcheck.workbench import exhibits

        with trouble.counting("files looked at") as progress:
            return exhibits.survey(
                self.desk.case, self.desk.viewer, gathering, how, self.bates, progress=progress
            )

    def _show(self, survey: Survey) -> None:
        """The listing as the answer; exit 1 where something in it is wrong."""
        from factcheck.cli import survey as listing

        if self.desk.as_json:
            out.value(listing.survey_fields(survey))
        else:
            out.lines(listing.survey_lines(survey))
        if survey.is_wrong:
            raise click.exceptions.Exit(trouble.TROUBLE)

    def _agreed(self, survey: Survey) -> bool:
        """Whether to go on after the listing: asked where somebody sits there, else as it is."""
        from factcheck.cli import survey as listing

        for line in listing.survey_lines(survey):
            trouble.say(line)
        if self.yes:
            return True
        if trouble.can_ask():
            wrong = "Something is wrong. " if survey.is_wrong else ""
            agreed = trouble.ask(f"{wrong}Add them?")
        else:
            agreed = not survey.is_wrong
        if not agreed:
            trouble.say("Nothing was added. Correct what is wrong, or go on with --yes.")
        return agreed

    def _add_gathered(
        self, gathering: Gathering, how: How, card: dict[str, Any], said: dict[str, Said]
    ) -> None:
        from factcheck.workbench import folders

        added = folders.add_gathered(self.desk.case, self.desk.viewer, gathering, how, said=said, **card)
        with closing(added) as outcomes:
            while (outcome := self._next(outcomes)) is not None:
                self._tell(outcome)

    def _next(self, outcomes: Generator[Outcome, None, None]) -> Outcome | None:
        """The next file, and on a terminal, while it is being read, how many are done."""
        with trouble.counting("files done") as tell:
            tell(len(self.answers) + self.skipped + self.failed)
            return next(outcomes, None)

    def _tell(self, outcome: Outcome) -> None:
        place = f"{outcome.path}{outcome.name.partition(outcome.path.name)[2]}"
        if outcome.added:
            self._came(place, outcome.added)
        elif outcome.failed:
            self._did_not_come(outcome.failed)
        else:
            self.skipped += 1
            trouble.say(f"{place} was skipped: {outcome.skipped}")

    @contextmanager
    def _one_of_many(self) -> Iterator[None]:
        """What fails here does not stop the others."""
        try:
            yield
        except FactcheckError as error:
            if not self.of_many:
                raise
            self._did_not_come(error)

    def _came(self, place: str, added: Added) -> None:
        self.answers.append(_answer(place, added))
        if not self.desk.as_json:
            out.lines(self.answers[-1]["label"])
        _remark(place, added)
        if not self.of_many and len(self.answers) == 1:
            self.answers[-1].update(kin.tell_kin(self.desk, added, self.card))
        self._tell_proposals(added)

    def _tell_proposals(self, added: Added) -> None:
        """How many wait, now that the decisions of an earlier version were carried over."""
        answer = self.answers[-1]
        answer["proposals"] -= answer.get("carried", {}).get("decided", 0)
        if added.made and (waiting := answer["proposals"]):
            wait = "1 proposal waits" if waiting == 1 else f"{waiting} proposals wait"
            them = "it" if waiting == 1 else "them"
            trouble.say(f"{added.made.label}: {wait}; factcheck triage lists {them}.")

    def _did_not_come(self, error: FactcheckError) -> None:
        self.failed += 1
        trouble.report(error)

    def _end(self) -> None:
        """The answer for a program, the sum for a person, and the exit code."""
        if self.of_many:
            new = [answer["label"] for answer in self.answers if answer["id"]]
            told = kin.tell_resemblances(self.desk, new) if new else {}
            for answer in self.answers:
                answer.update(told.get(answer["label"], {}) if answer["id"] else {})
        if self.desk.as_json and not self.dry_run:
            if self.of_many or not self.answers:
                if self.answers or self.counts:
                    out.value(self.answers)
            else:
                attached = {"attached": self.answers[1:]} if self.answers[1:] else {}
                out.value({**self.answers[0], **attached})
        if self.counts and not self.dry_run:
            trouble.say(self._sum())
        elif self.failed:
            trouble.say(f"{self.failed} of {self.failed + len(self.answers)} could not be added.")
        if self.failed:
            raise click.exceptions.Exit(trouble.TROUBLE)

    def _sum(self) -> str:
        known = sum(answer["same_as"] is not None for answer in self.answers)
        return (
            f"{len(self.answers) - known} added, {known} already there, {self.skipped} skipped, "
            f"{self.failed} failed."
        )


def _answer(place: str, added: Added) -> dict[str, Any]:
    return {
        "id": added.made.id if added.made else None,
        "label": added.made.label if added.made else added.same_as,
        "file": place,
        "same_as": added.same_as,
        "proposals": added.proposals,
        "holes": [{"what": what, "where": where, "count": count} for what, where, count in added.holes],
    }


def _remark(place: str, added: Added) -> None:
    if added.made is None:
        trouble.say(f"{place} is already here as {added.same_as}; skipped.")
        return
    for hole in added.holes:
        what, where, count = hole
        trouble.say(f"{added.made.label}: {count} not read: {what}, {where}")


LONG = 5_000_000
"""Bytes from which reading one file takes so long that a person wants to hear what is being done."""


def _is_long(path: Path) -> bool:
    return path.is_file() and path.stat().st_size >= LONG and trouble.can_ask()
