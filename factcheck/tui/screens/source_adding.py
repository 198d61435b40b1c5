"""The act of adding sources, for the Sources screen: asked, listed first where there are many, done in a
thread, told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, TypeAlias

from factcheck.tui.adding_desk import Addition, Wanted
from factcheck.tui.cards import Block
from factcheck.tui.safe import said
from factcheck.tui.screens.source_reading import SourceReading
from factcheck.tui.telling import tell, tell_error, telling
from factcheck.tui.words import carried_words, counted

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.tui.kin_question import Kin
    from factcheck.tui.progress import End
    from factcheck.workbench.exhibits import Survey

Came: TypeAlias = "Survey | Sequence[Addition]"
"""What comes of a try to add: a listing to be agreed to first, or what became of each file."""


class SourceAdding(SourceReading):
    """A screen from which sources can be added."""

    _typed = Wanted()

    def action_source_add(self) -> None:
        from factcheck.tui.adding import AddForm  # late: nobody waits for it at the start

        def asked(wanted: Wanted | None) -> None:
            if wanted is not None:
                self._typed = wanted
                self._add(wanted, self._look_over_or_add)

        self.app.push_screen(AddForm(self.desk, self._typed), asked)

    def _look_over_or_add(self, wanted: Wanted, tell: Callable[[str], None]) -> Came:
        """A listing where more than one document may come, else what became of the one."""
        return self.desk.look_over(wanted, tell) or self.desk.add(wanted, tell)

    def _add(self, wanted: Wanted, how: Callable[[Wanted, Callable[[str], None]], Came]) -> None:
        from factcheck.tui.progress import End, Progress

        before = len(self._sources)

        def ended(end: End[Came] | None) -> None:
            from factcheck.workbench.exhibits import Survey  # late: it brings the readers

            if end is None:
                return
            came = end.done
            if isinstance(came, Survey):
                self._preview(wanted, came)
            else:
                self._added(End(came, end.refused), before)

        foot = "Esc stops; what is added already stays, nothing is half added"
        self.app.push_screen(Progress("Adding", wanted.what, foot, partial(how, wanted)), ended)

    def _preview(self, wanted: Wanted, survey: Survey) -> None:
        """Lists what would be added, and asks."""
        from factcheck.tui.add_preview import AddPreview

        def answered(yes: bool | None) -> None:
            if yes:
                self._add(wanted, partial(self.desk.add, survey=survey))

        self.app.push_screen(AddPreview(wanted.what, survey), answered)

    def _added(self, end: End[Sequence[Addition]], before: int) -> None:
        files = end.done or ()
        labels = [one.label for one in files if one.label]
        self.show_added(labels[0] if labels else None)
        if end.refused is not None:
            tell_error(self, end.refused)
        elif end.done is None:
            self._tell_stopped(len(self._sources) - before)
        elif not files:
            tell(self, "Nothing was added", "There is nothing in it.")
        elif len(files) == 1:
            self._tell_one(files[0])
        else:
            from factcheck.tui.dialogs import Page

            self._typed = Wanted()
            self.app.push_screen(Page(f"Added {len(labels)} of {len(files)}", addition_blocks(files)))

    def _tell_stopped(self, came: int) -> None:
        undo = self.keys.shown("undo.last")
        words = f"{counted(came, 'source')} came before; {undo} takes back the last." if came else ""
        tell(self, "Stopped", words or "Nothing was added.")

    def _tell_one(self, one: Addition) -> None:
        tell(self, one.name, one.words, "error" if one.failed else "information")
        if one.label is None:
            return
        self._typed = Wanted()
        if one.alike is not None:
            self._ask_kin(one.label, *one.alike)

    def _ask_kin(self, label: str, other: str, told: str) -> None:
        """Whether a new source is a version or a variant of the one that it resembles."""
        from factcheck.tui.kin_question import KinQuestion

        def answered(kin: Kin | None) -> None:
            undo = f"{self.keys.shown('undo.last')} takes it back."
            with telling(self):
                if kin == "version":
                    self.desk.set_version(label, other)
                    carried = carried_words(self.desk.carry(label, ()))
                    tell(self, f"{label} is a version of {other}", f"{carried}. {undo}")
                elif kin == "variant":
                    self.desk.set_variant(label, other)
                    tell(self, f"{label} is a variant of {other}", undo)
                self.reload()

        self.app.push_screen(KinQuestion(other, told), answered)


def addition_blocks(files: Sequence[Addition]) -> list[Block]:
    """What became of each file, a line each."""
    blocks = []
    for one in files:
        words = one.words
        if one.alike is not None:
            words += f" · {one.alike[1]}: V says what it is"
        blocks.append(
            Block(said(words, "$contradiction" if one.failed else ""), said(f"{one.name}  ", "bold"))
        )
    return blocks
