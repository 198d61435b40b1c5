"""People in acts: found by name or label, made when nobody of that name is known."""

from __future__ import annotations

import unicodedata
from typing import TYPE_CHECKING

from factcheck.core import records as r
from factcheck.core.entities import ENTITIES
from factcheck.core.query import read_query
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.store import labels, rows, search
from factcheck.workbench.dates import understood

if TYPE_CHECKING:
    from collections.abc import Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile

_NAMESAKES = 50
"""People looked at, at most, whose names hold the same words."""


def _key(name: str) -> str:
    """What makes two spellings one name: white space, letter case and the form of accents aside."""
    return unicodedata.normalize("NFC", " ".join(name.split())).casefold()


class Cast:
    """The people of one act: whoever it names twice is one person."""

    def __init__(self, act: Act, viewer: Viewer) -> None:
        self._act = act
        self._viewer = viewer
        self._met: dict[str, str] = {}

    def one(self, name: str | None) -> str | None:
        """The id of a person given by label, id, name or alias; a new person where nobody is called that."""
        if name is None or not name.strip():
            return None
        called = " ".join(name.split())
        key = _key(called)
        if key not in self._met:
            self._met[key] = self._known(called) or self._new(called)
        return self._met[key]

    def look_up(self, names: Sequence[str]) -> None:
        """Refuses a name that may be several people's, before anything is made for the others."""
        for name in names:
            called = " ".join(name.split())
            if called and _key(called) not in self._met and (person := self._known(called)):
                self._met[_key(called)] = person

    def met(self, name: str | None) -> str | None:
        """The person that a name was found to mean; None where it is nobody's so far."""
        return self._met.get(_key(name)) if name else None

    def remember(self, name: str, person: str) -> None:
        """From now on this name means that person, for the rest of the act."""
        self._met[_key(name)] = person

    def _known(self, called: str) -> str | None:
        found = rows.people_called(self._act.db, called) or self._spelt_otherwise(called)
        if len(found) > 1:
            choices = ", ".join(f"{labels.label_of(self._act.db, person)}" for person in found)
            raise FactcheckError(
                f"“{called}” may be any of {len(found)} people",
                f"They are {choices}.",
                "Name the one you mean by label.",
                2,
            )
        if found:
            return found[0]
        return self._by_label(called)

    def _spelt_otherwise(self, called: str) -> list[str]:
        """The people whose name differs in letter case or in the form of accents alone: SQLite compares
        letters beyond ASCII one by one."""
        if called.isascii():
            return []
        query = read_query('"' + _key(called).replace('"', " ") + '"')
        hits = search.find_records(self._act.db, self._viewer, query, _NAMESAKES, search.NAMES)
        same = [hit.about for hit in hits if _key(hit.words.partition("\n")[0]) == _key(called)]
        people = [rows.get(self._act.db, self._viewer, person) for person in same]
        return sorted({rows.standing(self._act.db, self._viewer, person).id for person in people})

    def _by_label(self, called: str) -> str | None:
        """The person of a label or an id; what is the label of something else, or of nobody, is no name."""
        label = labels.parse(called[:1].upper() + called[1:])
        try:
            found = rows.get(self._act.db, self._viewer, called)
        except FactcheckError:
            if label and label[0] == ENTITIES["person"].letter:
                raise
            return None
        if found.head.entity == "person":
            return found.id
        if label:
            raise FactcheckError(
                f"“{called}” is a {found.head.entity}", "Here a person is needed.", exit_code=2
            )
        return None

    def _new(self, called: str) -> str:
        person = self._act.fresh()
        record = r.Person(label=self._act.label("person", person), name=called)
        return self._act.make("person", record, person)


def _add_aliases(act: Act, viewer: Viewer, person: str, name: str, aliases: Sequence[str]) -> None:
    stored = [alias.get("name") for alias in rows.where(act.db, viewer, "alias", "person", person)]
    known = {_key(called) for called in (name, *stored)}
    for alias in aliases:
        if _key(alias) and _key(alias) not in known:
            known.add(_key(alias))
            act.make("alias", r.Alias(person=person, name=" ".join(alias.split())))


def _add_roles(act: Act, viewer: Viewer, person: str, roles: Sequence[tuple[str, str | None]]) -> None:
    """An office held twice is two roles: what tells them apart is the time."""
    held = {
        (role.get("title"), role.get("when")) for role in rows.where(act.db, viewer, "role", "person", person)
    }
    for title, typed in roles:
        when = understood(typed) if typed else None
        if (title, when) not in held:
            held.add((title, when))
            act.make("role", r.PersonRole(person=person, title=title, when=when))


def person(
    case: CaseFile,
    viewer: Viewer,
    name: str,
    *,
    aliases: Sequence[str] = (),
    roles: Sequence[tuple[str, str | None]] = (),
    note: str | None = None,
) -> Made:
    """Records a person with other names and dated roles (title, when as typed); adds to one already known."""
    with case.act(viewer) as act:
        cast = Cast(act, viewer)
        id_ = cast.one(name)
        if id_ is None:
            raise FactcheckError("A person needs a name", exit_code=2)
        _add_aliases(act, viewer, id_, name, aliases)
        _add_roles(act, viewer, id_, roles)
        if note:
            act.put("person.edited", id_, {"note": note})
        return Made(id_, act.label_of(id_), act.batch)
