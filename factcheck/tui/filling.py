"""What has been typed into a form, as it is kept as a draft; and what each sort of field takes."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from factcheck.core.forms import RecordForm

HELP = {
    "edtf": "2016-09-08, 2016-09, spring 2016, 2016-09~ (about), 2016-07/2016-09",
    "person": "a name; one that is not known yet becomes a new person",
    "people": "names with ; between them: Ida Vann (owner); Arthur Pell?",
    "ref": "a label: S1, E2",
    "refs": "labels with commas between them",
    "names": "with commas between them",
    "codes": "slot=answer, slot=answer",
    "flag": "yes or no",
    "count": "a whole number",
}
"""What is said of a field where nothing is typed, by shape."""


@dataclass(slots=True)
class Filling:
    """What has been typed into a form so far. Pure values; the screen paints them."""

    form: RecordForm
    typed: dict[str, str]
    chosen: set[str]

    @classmethod
    def of(cls, form: RecordForm, draft: str | None) -> Filling:
        """The form as it stands, with what was typed into it before."""
        typed = {field.name: field.text for field in form.fields}
        kept = {name: text for name, text in _read(draft).items() if name in typed}
        return cls(form, typed | kept, set())

    def as_draft(self) -> str:
        """Only what differs from what stood there: what others change meanwhile shows beside it."""
        return json.dumps(self.form.changes(self.typed, tuple(self.chosen)), ensure_ascii=False)

    def changed(self) -> bool:
        return bool(self.form.changes(self.typed, tuple(self.chosen)))


def _read(draft: str | None) -> Mapping[str, str]:
    try:
        found = json.loads(draft or "{}")
    except ValueError:
        return {}
    return {str(name): str(text) for name, text in found.items()} if isinstance(found, dict) else {}
