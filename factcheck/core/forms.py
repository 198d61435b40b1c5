"""A record as a form: its fields as texts that a person can type, with what may stand in each of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Literal

from factcheck.core.light import dataclass

Purpose = Literal["edit", "accept", "new"]


@dataclass(frozen=True, slots=True)
class Contested:
    """One side of a conflict: the value as it would be typed, who gave it and when."""

    text: str
    by: str
    at: str


@dataclass(frozen=True, slots=True)
class FormField:
    """One field. `shape` and `entity` as in `rules.Rule`; `options` are the codes of a closed vocabulary;
    `fixed` says why it cannot be changed, and is empty where it can."""

    name: str
    label: str
    shape: str
    text: str
    options: tuple[str, ...] = ()
    entity: str | None = None
    required: bool = False
    fixed: str = ""
    contested: tuple[Contested, ...] = ()

    def matching(self, typed: str) -> tuple[str, ...]:
        """The options that begin as typed; all of them where nothing is typed, or one whole code."""
        wanted = typed.strip().lower()
        if not wanted or wanted in self.options:
            return self.options
        return tuple(option for option in self.options if option.startswith(wanted))

    def completed(self, typed: str) -> str:
        """A code from its beginning, or from its number in the list where codes are not numbers themselves;
        what fits no option, or several, as it was typed."""
        wanted = typed.strip().lower()
        if not wanted or not self.options or wanted in self.options:
            return wanted if wanted in self.options else typed
        if wanted.isdecimal() and not any(option.isdecimal() for option in self.options):
            number = int(wanted)
            return self.options[number - 1] if 1 <= number <= len(self.options) else typed
        fitting = self.matching(typed)
        return fitting[0] if len(fitting) == 1 else typed


@dataclass(frozen=True, slots=True)
class RecordForm:
    """A form on a record (`edit`), on a proposal (`accept`), or for a record to be made (`new`).

    `id` is the record's or the proposal's; of a new one what it is about, or empty. `seen` are the heads of
    the record as it is shown here; `passage` the source and the stretches that a new record quotes.
    """

    purpose: Purpose
    entity: str
    id: str
    title: str
    fields: tuple[FormField, ...]
    seen: tuple[str, ...] = ()
    passage: tuple[str, tuple[tuple[int, int], ...]] | None = None

    @property
    def key(self) -> str:
        """What its draft is kept under."""
        place = ""
        if self.passage is not None:
            source, spans = self.passage
            place = f":{source}:" + ",".join(f"{start}-{end}" for start, end in spans)
        return f"form:{self.purpose}:{self.entity}:{self.id}{place}"

    def changes(self, typed: Mapping[str, str], chosen: Sequence[str] = ()) -> dict[str, str]:
        """What of the texts typed differs from what stood there; and the fields in conflict that were decided
        (`chosen`), whatever was decided."""
        return {
            field.name: field.completed(typed[field.name])
            for field in self.fields
            if field.name in typed
            and not field.fixed
            and (field.completed(typed[field.name]) != field.text or field.name in chosen)
        }
