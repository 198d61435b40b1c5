"""Ways about the Bench: finding, filtering, ordering, zooming, opening a source, copying."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.errors import FactcheckError
from factcheck.tui.messages import GoTo, OpenSource
from factcheck.tui.screens.bench_records import RecordActs
from factcheck.tui.telling import tell, telling

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.views.citations import Citation
    from factcheck.core.views.searching import Hit

FOUND_LENGTH = 1
"""Code points of a place that was found by its beginning: the reader lights its line."""


class MovingActs(RecordActs):
    """None of these changes the case."""

    def action_find_open(self) -> None:
        from factcheck.tui.seek import Seek

        hint = "words, “words together”, a label, a place (D3 45:12), who:kislyak date:2016-09 ..."
        self.app.push_screen(Seek("Find", self.desk.look_up, hint=hint, enter="goes there"), self._found)

    def show_hits(self, title: str, hits: Sequence[Hit]) -> None:
        from factcheck.tui.seek import Seek

        self.app.push_screen(Seek(title, lambda typed: hits, hint="", enter="goes there"), self._found)

    def _found(self, hit: Hit | None) -> None:
        if hit is None:
            return
        with telling(self):
            if hit.source is not None and hit.start is not None:
                length = max((end - start for start, end in hit.spans[:1]), default=FOUND_LENGTH)
                self.post_message(OpenSource(hit.source, hit.start, hit.start + length))
            else:
                self.open_record(hit.about or hit.id)

    def open_record(self, ref: str) -> None:
        """Bring a record into focus on the Bench, wherever it belongs there."""
        place = self.desk.place_of(ref)
        if place.source is not None:
            self.post_message(OpenSource(place.source, place.start or 0, (place.start or 0) + FOUND_LENGTH))
        elif place.person is not None:
            self.post_message(GoTo("person", place.person))
        elif place.claim is not None:
            if self.go_to(place.claim, place.target):
                (self.record if place.target else self.statements).focus()
            else:
                raise FactcheckError("This is not on the Bench", "It was withdrawn, or is part of another.")
        elif place.target is not None:
            if self._claim is None:
                raise FactcheckError("There is no claim to see it beside", "Capture a statement first.")
            self.wanted["record"] = ""
            self._targets[self._claim] = place.target
            self.order = "date"
            self.reload()
            self.record.focus()
        else:
            tell(self, "This has no place on the Bench", "")

    def action_list_filter(self) -> None:
        from factcheck.core.filters import parse_filter
        from factcheck.tui.dialogs import Prompt

        name = "record" if self.on_record() else "statements"

        def refuse(text: str) -> str:
            try:
                parse_filter(text)
            except FactcheckError as error:
                return "\n".join(part for part in (error.title + ".", error.detail, error.hint) if part)
            return ""

        def answered(text: str | None) -> None:
            if text is None:
                return
            with telling(self):
                self.wanted[name] = text
                if name == "statements":
                    self.show_statements()
                else:
                    self.follow_claim()

        prompt = Prompt(
            "Filter the record" if name == "record" else "Filter the statements",
            "who:  date:  linked:  graded:  degree:  status:  form:  established:  tag:  source:  kind:\n"
            "For example  who:kislyak date:2016-07..2016-09 linked:no  and words; - before one negates it.",
            self.wanted[name],
            lambda text: None,
            refuse=refuse,
            blank=True,
            keys="Enter filters; an empty line shows everything   Esc leaves",
        )
        self.app.push_screen(prompt, answered)

    def action_record_order(self) -> None:
        self.order = "date" if self.order == "best" else "best"
        if self._claim is not None:
            self._targets.pop(self._claim, None)
        self.follow_claim()
        self.record.move_to(0)

    def action_source_open(self) -> None:
        citation = self._citation()
        if citation is None or citation.anchor is None:
            raise FactcheckError("No source to open", "What is in focus does not quote a source.")
        anchor = citation.anchor
        self.post_message(OpenSource(anchor.source, anchor.start, anchor.end))

    def action_quote_copy(self) -> None:
        from factcheck.tui.cards import quotation

        pair = self.focused_pair()
        words = pair.claim.words
        if self.on_record():
            other = pair.statement
            first = pair.event.evidence[0] if pair.event and pair.event.evidence else None
            words = first.words if first else other.words if other else words
        self.app.copy_to_clipboard(quotation(words, self._citation()))
        tell(self, "Copied with its citation", words if len(words) < 120 else words[:120] + "…")

    def _citation(self) -> Citation | None:
        if self.pair is None:
            return None
        if not self.on_record():
            return next(iter(self.pair.claim.citations), None)
        if self.pair.statement is not None:
            return next(iter(self.pair.statement.citations), None)
        evidence = self.pair.event.evidence if self.pair.event is not None else ()
        return next((citation for passage in evidence for citation in passage.citations), None)

    def action_pair_zoom(self) -> None:
        zoomed = not self.has_class("-zoomed")
        on_record = self.on_record()
        self.set_class(zoomed, "-zoomed")
        if zoomed:
            self.query_one("#target" if on_record else "#claim").focus()
        else:
            (self.record if on_record else self.statements).focus()

    def action_pair_leave(self) -> None:
        """What was done last goes first: the zoom, the marks, the filter of this list, the other's."""
        if self.has_class("-zoomed"):
            self.action_pair_zoom()
        elif not self.unmark():
            first = "record" if self.on_record() else "statements"
            for name in (first, "statements" if first == "record" else "record"):
                if self.wanted[name]:
                    self.wanted[name] = ""
                    kept = self._claim
                    if name == "statements":
                        self.show_statements()
                        if kept is not None:
                            self.go_to(kept)
                    else:
                        self.follow_claim()
                    return

    def action_pane_next(self) -> None:
        self._other_pane(1)

    def action_pane_previous(self) -> None:
        self._other_pane(-1)

    def _other_pane(self, step: int) -> None:
        names = ("claim", "target") if self.has_class("-zoomed") else ("statements", "record")
        at = next((n for n, name in enumerate(names) if self.query_one(f"#{name}").has_focus), 0)
        self.query_one(f"#{names[(at + step) % len(names)]}").focus()
