"""Every act a key can do, once. Bindings, footer, help and command palette are read from this table.

A person remaps an act in the settings, by its id::

    [keys]
    "grade.open" = "G"
"""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from textual.binding import Binding, BindingType

from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError
from factcheck.tui.act import PLACES as PLACES
from factcheck.tui.act import Act as Act
from factcheck.tui.act import Where as Where
from factcheck.tui.reading_acts import READING_ACTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

ACTS: tuple[Act, ...] = (
    Act("link.make", "l", "link", "Link the focused claim with the focused event", "bench", 1),
    Act("grade.open", "g", "grade", "Grade the pair: relation, degree, kind, confidence", "bench", 2),
    Act("note.add", "n", "note", "Write a note on the link, or on the claim", "bench", 3),
    Act(
        "claim.split",
        "s",
        "split",
        "Split the claim into claims of its own; a proposal is accepted",
        "bench",
        4,
    ),
    Act("source.open", "o", "source", "Open the source at the place that is quoted", "bench", 5),
    Act("ungraded.next", "right_square_bracket", "next", "Go to the next ungraded link", "bench", 6),
    Act("ungraded.previous", "left_square_bracket", "previous", "Go back to an ungraded link", "bench"),
    Act("grade.again", "full_stop", "again", "Open the grade with the codes of the last one", "bench"),
    Act("link.settle", "S", "settle", "Settle the link: the grades side by side, codes, a reason", "bench"),
    Act("link.dissent", "D", "dissent", "Dissent from what was settled; it is printed", "bench"),
    Act("proposal.accept", "a", "accept", "Accept the proposal, or those marked, as records", "bench", 7),
    Act("proposal.reject", "x", "reject", "Reject a proposal; set an event aside for this claim", "bench", 8),
    Act("proposal.accept_all", "A", "accept all", "Accept all proposals from a confidence on", "bench"),
    Act("record.edit", "e", "edit", "Edit what is focused; a proposal is accepted with it", "bench", 9),
    Act("record.edit_part", "ctrl+e", "edit part", "Edit a part: statement, evidence, explanation", "bench"),
    Act("record.new", "N", "new", "Make a statement or an event without a document", "bench"),
    Act("evidence.add", "E", "evidence", "Add evidence to the focused event", "bench"),
    Act("explanation.add", "X", "explanation", "Record what explains the link or the claim", "bench"),
    Act("record.same", "equals_sign", "same", "Say that records are the same, or are not after all", "bench"),
    Act("record.tag", "t", "tag", "Tag what is focused, or those marked", "bench"),
    Act("record.withdraw", "W", "withdraw", "Withdraw what is focused, with a reason", "bench"),
    Act("event.group", "G", "set", "Make the marked events a set with a count", "bench"),
    Act("search.record", "F", "searched", "Search sources; put on record that nothing was found", "bench"),
    Act("find.open", "slash", "find", "Find anything: records, people, places in sources", "bench", 10),
    Act(
        "list.filter",
        "f",
        "filter",
        "Filter the list: who:kislyak date:2016-07..2016-09 linked:no",
        "bench",
        11,
    ),
    Act("record.order", "b", "order", "Order the record by date, or best first", "bench", 12),
    Act("quote.copy", "y", "copy", "Copy the quotation with its citation", "bench", 13),
    Act("history.show", "h", "history", "Show the history of the focused record", "bench"),
    Act("statement.compare", "d", "compare", "Compare the texts of the statement, word by word", "bench"),
    Act("pair.zoom", "z", "zoom", "Show the pair alone, in full; Enter does it too", "bench"),
    Act("pane.next", "tab", "other list", "Go to the other list or pane", "bench"),
    Act("pane.previous", "shift+tab", "other list", "Go back to the other list or pane", "bench"),
    Act("pair.leave", "escape", "back", "Leave the zoom; take marks away; clear the filter", "bench"),
    Act("grading.save", "enter", "save", "Save the grade", "grading", 1),
    Act("grading.keep", "escape", "keep draft", "Close; what was typed is kept as a draft", "grading", 2),
    Act("grading.back", "backspace", "back", "Take the last code back", "grading", 3),
    Act(
        "grading.form",
        "slash",
        "form",
        "The fuller form: scope, readings, awareness",
        "grading",
        4,
    ),
    Act("grading.define", "question_mark", "meaning", "What the code in focus means", "grading", 5),
    Act("grading.again", "full_stop", "again", "The codes of the last grade", "grading", 6),
    Act("grading.rationale", "tab", "why", "Go to the rationale; from there to the form", "grading", 7),
    *READING_ACTS,
    Act("person.find", "slash", "find", "Find a person as you type a name", "people", 1),
    Act("person.edit", "e", "edit", "Edit the person", "people", 2),
    Act(
        "person.same", "equals_sign", "same", "Say that two are one person, or are not after all", "people", 3
    ),
    Act("person.new", "N", "new", "Record a new person", "people", 4),
    Act("person.pane", "tab", "list or dossier", "Go between the people and the dossier", "people", 5),
    Act(
        "person.leave", "escape", "back", "Show everybody again, or go back where one came from", "people", 6
    ),
    Act("list.up", "up,k", "up", "One row up", "list"),
    Act("list.down", "down,j", "down", "One row down", "list"),
    Act("list.page_up", "pageup", "page up", "One page up", "list"),
    Act("list.page_down", "pagedown", "page down", "One page down", "list"),
    Act("list.top", "home", "top", "To the first row", "list"),
    Act("list.bottom", "end", "bottom", "To the last row", "list"),
    Act("list.choose", "enter", "open", "Open what is focused", "list"),
    Act("list.mark", "space", "mark", "Mark the row for an act on several rows", "list"),
    Act("screen.bench", "1", "Bench", "Go to the Bench", "everywhere"),
    Act("screen.sources", "2", "Sources", "Go to Sources", "everywhere"),
    Act("screen.people", "3", "People", "Go to People", "everywhere"),
    Act("undo.last", "U,ctrl+z", "undo", "Take back your last act", "everywhere", 7),
    Act("undo.redo", "ctrl+y", "redo", "Do again what was taken back", "everywhere"),
    Act("view.refresh", "r", "refresh", "Read the case again", "everywhere"),
    Act("view.print", "P", "print", "Write what is on the screen to a text file", "everywhere"),
    Act(
        "case.switch", "ctrl+o", "open case", "Open another case: a recent one, or by its path", "everywhere"
    ),
    Act("theme.switch", "ctrl+t", "theme", "Dark or light", "everywhere"),
    Act("help.show", "question_mark", "keys", "Every key", "everywhere", 9),
    Act("palette.open", "ctrl+p", "commands", "Find an act by its name", "everywhere", 10),
    Act("app.leave", "q", "quit", "Quit; everything is saved already", "everywhere", 11),
)

_BY_ID = {act.id: act for act in ACTS}


def bindings(where: Where) -> list[BindingType]:
    """The bindings of a place, for a BINDINGS class variable. The ids let the settings remap them."""
    return [
        Binding(act.key, act.action, act.label, show=False, id=act.id) for act in ACTS if act.where == where
    ]


@dataclass(frozen=True, slots=True)
class Keys:
    """The keys in force: the table's, or those of the settings."""

    remapped: Mapping[str, str] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if strange := sorted(set(self.remapped) - set(_BY_ID)):
            raise FactcheckError(
                "The settings name a key for no act",
                f"keys: there is no act “{strange[0]}”.",
                "The acts are: " + ", ".join(sorted(_BY_ID)) + ".",
            )

    def of(self, id: str) -> str:
        """The keys of an act, as Textual names them."""
        return self.remapped.get(id) or _BY_ID[id].key

    def shown(self, id: str, *, all: bool = False) -> str:
        """The first key (or all) of an act, as people write it: `]`, `^p`, `Enter`."""
        keys = [_written(key.strip()) for key in self.of(id).split(",") if key.strip()]
        return " ".join(keys) if all else keys[0]

    def act(self, where: Where, key: str) -> Act | None:
        """The act of a place that a key does."""
        return next((act for act in ACTS if act.where == where and key in self.of(act.id).split(",")), None)

    def footer(self, *places: Where) -> Iterator[tuple[str, str]]:
        """Key and label of what the footer shows, most needed first."""
        chosen = [act for act in ACTS if act.footer and act.where in places]
        for act in sorted(chosen, key=lambda act: (act.footer, places.index(act.where))):
            yield self.shown(act.id), act.label


_NAMES = {
    "right_square_bracket": "]",
    "left_square_bracket": "[",
    "question_mark": "?",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "colon": ":",
    "equals_sign": "=",
    "full_stop": ".",
    "slash": "/",
    "escape": "Esc",
    "enter": "Enter",
    "backspace": "Backspace",
    "tab": "Tab",
    "space": "Space",
    "pageup": "PgUp",
    "pagedown": "PgDn",
    "home": "Home",
    "end": "End",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
}


def _written(key: str) -> str:
    *modifiers, last = key.split("+")
    said = "".join({"ctrl": "^", "shift": "⇧"}.get(modifier, f"{modifier}+") for modifier in modifiers)
    return said + _NAMES.get(last, last)
