"""Random histories over every sort of record of the catalogue, with references that hold.

All chance comes from one `Random`, so that a seed, or Hypothesis, decides the whole history.
"""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from random import Random
from typing import Any

from factcheck.core.catalogue import GIVEN_ONCE, KINDS, MADE_BY
from factcheck.core.document import Document, Hole, Mark, Place, Turn
from factcheck.core.entities import ENTITIES
from factcheck.core.entry import canonical
from factcheck.core.mapping import map_json
from factcheck.core.rules import Rule, rules_of
from factcheck.core.viewer import Viewer
from factcheck.store import derive, reversal
from factcheck.store.act import Act
from factcheck.store.case import CaseFile

WORDS = ("met", "nobody", "Kisljak", "résumé", "会议", "👩‍👧", "in", "July", "[sic]", "\u202eabc", "=1+1")
DATES = ("2016-07-18", "2016-09", "2016~", "2016-07-18/2016-07-20", "../2016-09-08", "2017-03-02")
QUIET = frozenset({"case", "replica", "reviewer"})
"""Sorts of record that acts bring with them and never make as acts of their own."""

_MAKES = tuple(name for name in ENTITIES if name not in QUIET)
_SETS = {
    name: tuple(
        kind.name
        for kind in KINDS.values()
        if kind.entity == name and kind.effect == "sets" and kind.name != "source.redacted"
    )
    for name in ENTITIES
}


def map_of(text: str) -> str:
    """The map of a text with a page, a turn and a hole."""
    return map_json(
        Document(
            name="paper.txt",
            kind="hearing",
            sha256="0" * 64,
            size=len(text),
            reader="test 1",
            encoding="utf-8",
            text=text,
            marks=(Mark(0, Place(page="210", line="4")),),
            turns=(Turn(0, len(text), "Mr. A", flags=("interrupted",)),),
            holes=(Hole("image", "page 2"),),
        )
    )


@dataclass(slots=True)
class Hand:
    """Somebody who does something to a case, by chance."""

    case: CaseFile
    chance: Random

    def works(self, viewer: Viewer) -> str:
        """One act: most often something made or changed, at times something taken back; what it was."""
        turn = self.chance.randrange(10)
        if turn == 0 and self.takes_back(viewer):
            return "undo"
        if turn == 1 and self.does_again(viewer):
            return "redo"
        self.does(viewer)
        return "act"

    def does(self, viewer: Viewer) -> str:
        """An act of one entry to four; its batch."""
        with self.case.act(viewer) as act:
            for _ in range(self.chance.randrange(1, 5)):
                if self.chance.randrange(3) == 0:
                    self.changes(act)
                else:
                    self.makes(act)
        return act.batch

    def takes_back(self, viewer: Viewer, batch: str | None = None) -> bool:
        """Undoes the viewer's last act, or the one named; whether there was one."""
        with self.case.reading() as db:
            last = reversal.load(db, batch) if batch else reversal.last_act(db, viewer.reviewer or "")
        if last is None:
            return False
        with self.case.act(viewer) as act:
            act.put("batch.undone", last.id, {"batch": last.id})
        return True

    def does_again(self, viewer: Viewer) -> bool:
        """Takes the last undo back; whether there was one."""
        with self.case.reading() as db:
            last = reversal.last_undo(db, viewer.reviewer or "")
        if last is None:
            return False
        with self.case.act(viewer) as act:
            act.put("batch.redone", last[0], {"batch": last[0]})
        return True

    def makes(self, act: Act, entity: str | None = None) -> str | None:
        """A record of some sort; its id, None where what it would refer to is not there."""
        entity = entity or self.chance.choice(_MAKES)
        subject = f"proposal:{act.fresh()}" if entity == "decision" else act.fresh()
        fields = self._content(act, entity)
        for name, rule in rules_of(ENTITIES[entity].record).items():
            if name in fields or name.startswith("withdrawn") or name == "label":
                continue
            if rule.required or self.chance.randrange(3) == 0:
                value = self._value(act.db, entity, name, rule)
                if value is not None:
                    fields[name] = value
                elif rule.required:
                    return None
        if "target" in fields and "basis" in fields and self.chance.randrange(2):
            fields["basis"] = derive.fingerprint(act.db, fields["target"]) or "none"
        if ENTITIES[entity].letter:
            fields["label"] = act.label(entity, subject, fields["statement"] if entity == "claim" else "")
        elif self.chance.randrange(6) == 0:
            subject = self._some(act.db, entity) or subject  # given again, as a grade is that is revised
        act.put(MADE_BY[entity], subject, fields)
        return subject

    def changes(self, act: Act, subject: str | None = None) -> str | None:
        """Some fields of some record; its id, None where nothing can be changed."""
        query = "SELECT id, entity FROM record WHERE id = ?1 OR ?1 IS NULL ORDER BY id"
        known = [(id_, entity) for id_, entity in act.db.execute(query, (subject,)) if _SETS[entity]]
        if not known:
            return None
        id_, entity = self.chance.choice(known)
        fields: dict[str, Any] = {}
        for name, rule in rules_of(ENTITIES[entity].record).items():
            if name in GIVEN_ONCE or name.startswith("redacted") or self.chance.randrange(4):
                continue
            fields[name] = self._value(act.db, entity, name, rule)
            if fields[name] is None and (rule.required or rule.default is not None):
                del fields[name]
        if fields:
            act.put(self.chance.choice(_SETS[entity]), id_, fields)
        return str(id_)

    def words(self, most: int = 6) -> str:
        """A few words."""
        return " ".join(self.chance.choice(WORDS) for _ in range(self.chance.randrange(1, most)))

    def _content(self, act: Act, entity: str) -> dict[str, Any]:
        """The fields that name stored bytes, with the bytes kept."""
        if entity == "source":
            text = "\n".join(self.words(12) for _ in range(self.chance.randrange(1, 8)))
            data = text.encode()
            return {
                "bytes_sha": act.keep(b"original of " + data),
                "text_sha": act.keep(data),
                "map_sha": act.keep(map_of(text).encode()),
                "size": len(data),
                "length": len(text),
            }
        if entity == "extraction":
            found = [
                {"id": f"{n}{self.words(3)}", "entity": "statement", "start": n, "end": n + 3, "words": "met",
                 "confidence": 80, "content": {"exact": "met"}}
                for n in range(self.chance.randrange(4))
            ]  # fmt: skip
            return {"proposals_sha": act.keep(canonical(found).encode())}
        if entity == "register":
            rows = [
                canonical(
                    {
                        "number": n,
                        "when": self.chance.choice((None, *DATES)),
                        "title": self.words(),
                        "cells": {},
                    }
                )
                for n in range(1, self.chance.randrange(2, 5))
            ]
            return {"rows_sha": act.keep("\n".join(rows).encode())}
        return {}

    def _value(self, db: sqlite3.Connection, entity: str, name: str, rule: Rule) -> Any:
        """A value that the rule allows; None where it would have to name a record that is not there."""
        match rule.shape:
            case "text":
                return "SVR" if name == "rubric" else self.words()
            case "letters":
                return self.chance.choice(("q", "zz"))
            case "flag":
                return self.chance.randrange(2) == 1
            case "count":
                return self.chance.randrange(1, 4)
            case "code":
                return self.chance.choice(rule.options)
            case "edtf":
                return self.chance.choice(DATES)
            case "ref":
                return self._some(db, rule.entity or "")
            case "anchors":
                return self._anchors(db)
            case "codes":
                return self._codes()
            case "names" | "refs":
                return [self.words() for _ in range(self.chance.randrange(3))]
            case "json":
                return {"query": self.words(), "searched": self.chance.randrange(9), "holes": [None, True]}
            case "sha":
                return None
        raise AssertionError(f"{entity}.{name}: no value is made for the shape {rule.shape}")

    def _codes(self) -> dict[str, str]:
        return {
            "relation": self.chance.choice("cqsxnu"),
            "degree": self.chance.choice("01234u"),
            "kind": self.chance.choice("0123456789u"),
            "confidence": self.chance.choice("123"),
        }

    def _some(self, db: sqlite3.Connection, entity: str) -> str | None:
        where = "entity NOT IN ('case', 'replica')" if entity == "record" else "entity = :entity"
        query = f"SELECT id FROM record WHERE {where} ORDER BY id"
        known = [id_ for (id_,) in db.execute(query, {"entity": entity})]
        return self.chance.choice(known) if known else None

    def _anchors(self, db: sqlite3.Connection) -> list[dict[str, Any]] | None:
        known = db.execute("SELECT source, text FROM chunk WHERE length(text) > 1 ORDER BY source").fetchall()
        if not known:
            return None
        source, text = self.chance.choice(known)
        start = self.chance.randrange(len(text) - 1)
        end = self.chance.randrange(start + 1, len(text))
        return [
            {"source": source, "start": start, "end": end, "exact": text[start:end], "place": {"page": "210"}}
        ]
