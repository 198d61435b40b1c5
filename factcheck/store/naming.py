"""People and sources by their names: whom a text names, who is the same person as whom."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    import sqlite3
    from collections.abc import Sequence

    from factcheck.core.ranking import Named

_MOST = 200
"""Different words of a text that are looked up among the names."""


def sources_called(db: sqlite3.Connection, sources: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Label and name of each source: as it is to be cited, else its title, else its file's name."""
    rows = db.execute(
        """SELECT s.id, r.label, coalesce(s.cite_as, s.title, s.name) FROM source s
        JOIN record r ON r.id = s.id WHERE s.id IN (SELECT value FROM json_each(?))""",
        (json.dumps(list(sources)),),
    )
    return {id_: (label, name) for id_, label, name in rows}


def people_in(db: sqlite3.Connection, text: str) -> list[Named]:
    """The people that a text names, in the order of their first mention: by a whole name or alias, or by the
    last word of a name that only one of them has and that is written large."""

    from factcheck.core.ranking import Named
    from factcheck.core.terms import EMPTY
    from factcheck.core.words import words

    found = list(words(text))
    said = [word.folded for word in found]
    looked_up = [word for word in dict.fromkeys(said) if word not in EMPTY and len(word) > 1][:_MOST]
    if not looked_up:
        return []
    any_of = " OR ".join(f'"{word}"' for word in looked_up)
    query = f"entity : (person OR alias) AND words : ({any_of})"
    rows = db.execute(
        """SELECT coalesce(x.person, t.record), t.words, p.name FROM record_search s
        JOIN record_text t ON t.id = s.rowid LEFT JOIN alias x ON x.id = t.record
        LEFT JOIN person p ON p.id = t.record WHERE record_search MATCH ? AND coalesce(x.withdrawn, 0) = 0
        ORDER BY t.record""",
        (query,),
    ).fetchall()
    standing = standing_people(db, [person for person, _, _ in rows])
    large = {word.folded for word in found if text[word.start].isupper()}
    places: dict[str, int] = {}
    last_words: dict[str, set[str]] = {}
    for person, name, own in rows:
        person = standing.get(person, person)
        parts = [word.folded for word in words(own or name.split("\n")[0])]
        if (place := _place(parts, said)) is not None:
            places[person] = min(place, places.get(person, place))
        elif len(parts) > 1 and parts[-1] in large and len(parts[-1]) > 2:
            last_words.setdefault(parts[-1], set()).add(person)
    for last, people in last_words.items():
        if len(people) == 1 and (person := next(iter(people))) not in places:
            places[person] = said.index(last)
    called = names_of(db, list(places))
    return [Named(person, called.get(person, "")) for person, _ in sorted(places.items(), key=_by_place)]


def _by_place(item: tuple[str, int]) -> tuple[int, str]:
    return item[1], item[0]


def _place(parts: list[str], said: list[str]) -> int | None:
    """Where these words stand together among those said."""
    for n, word in enumerate(said):
        if parts and word == parts[0] and said[n : n + len(parts)] == parts:
            return n
    return None


@dataclass(frozen=True, slots=True)
class _Known:
    """A person as the way to whoever stands for them needs it: `place` is their place by label."""

    name: str
    same_as: str | None
    place: tuple[int, int, str]


def standing_people(db: sqlite3.Connection, people: Sequence[str]) -> dict[str, str]:
    """For each of these people the record that stands for them (see `standing`)."""
    known = _reached(db, people)
    return {person: _standing(known, person) for person in people if person in known}


def names_of(db: sqlite3.Connection, people: Sequence[str]) -> dict[str, str]:
    """What people are called, each by the name of the record that stands for them."""
    known = _reached(db, people)
    return {person: known[_standing(known, person)].name for person in people if person in known}


def _reached(db: sqlite3.Connection, people: Sequence[str]) -> dict[str, _Known]:
    """These people and everybody on their ways."""
    rows = db.execute(
        """WITH RECURSIVE reached (id) AS (SELECT value FROM json_each(?) UNION
          SELECT p.same_as FROM person p JOIN reached r ON r.id = p.id WHERE p.same_as IS NOT NULL)
        SELECT p.id, p.name, p.same_as, r.number, r.at FROM reached JOIN person p ON p.id = reached.id
        JOIN record r ON r.id = p.id""",
        (_listed(people),),
    )
    return {id_: _Known(name, same_as, (number, at, id_)) for id_, name, same_as, number, at in rows}


def _standing(known: dict[str, _Known], person: str) -> str:
    way = [person]
    while (following := known[way[-1]].same_as) and following in known:
        if following in way:
            ring = way[way.index(following) :]
            return min(ring, key=lambda one: known[one].place)
        way.append(following)
    return way[-1]


def same_people(db: sqlite3.Connection, people: Sequence[str]) -> list[str]:
    """These people and all records that are the same person as one of them."""
    rows = db.execute(
        """WITH RECURSIVE one (id) AS (SELECT value FROM json_each(?) UNION
          SELECT p.same_as FROM person p JOIN one ON one.id = p.id WHERE p.same_as IS NOT NULL UNION
          SELECT p.id FROM person p JOIN one ON p.same_as = one.id)
        SELECT id FROM one ORDER BY id""",
        (_listed(people),),
    )
    return [person for (person,) in rows]


def _listed(people: Sequence[str]) -> str:
    return json.dumps(sorted(set(people)))
