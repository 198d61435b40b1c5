"""The part of FORMAT.md that lists the entry kinds and the fields of every record: made from the catalogue.

`python -m factcheck.store.format_page` prints FORMAT.md with that part as it should be.
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.core.catalogue import GIVEN_ONCE, KINDS
from factcheck.core.entities import ENTITIES, Entity
from factcheck.core.rules import MAX_DEPTH, MAX_INTEGER, MAX_TEXT, Rule, rules_of

if TYPE_CHECKING:
    from collections.abc import Iterator

PAGE = Path(__file__).with_name("FORMAT.md")
BEGIN = "<!-- made by factcheck.store.format_page from the catalogue: begin -->"
END = "<!-- made by factcheck.store.format_page from the catalogue: end -->"

_SHAPES = {
    "text": "text, not empty",
    "letters": "up to four small letters",
    "flag": "true or false",
    "count": "whole number from 0",
    "edtf": "EDTF date",
    "sha": "SHA-256, 64 hexadecimal digits",
    "anchors": "list of anchors, not empty",
    "names": "list of texts, none empty",
    "refs": "list of texts, none empty",
    "codes": "object of texts",
    "json": f"plain JSON, nested at most {MAX_DEPTH} deep",
}


def kinds_part() -> str:
    """The generated part, without its marks."""
    lines = [
        f"A text holds at most {MAX_TEXT:,} code points, a whole number is at most {MAX_INTEGER:,}.",
        "A field that is not marked *needed* may be absent, which is the same as null.",
        "",
    ]
    for entity in ENTITIES.values():
        lines += [*_section(entity), ""]
    lines += ["### Acts", "", "| kind | does |", "|---|---|"]
    lines += [f"| `{kind.name}` | {kind.effect} |" for kind in KINDS.values() if kind.effect == "reverses"]
    lines += ["", "Their one field is `batch`, the act that they name. Their `subject` is the same."]
    return "\n".join(lines)


def _section(entity: Entity) -> Iterator[str]:
    table = "" if entity.table == entity.name else f", table `{entity.table}`"
    yield f"### {entity.name}" + (f" (labels {entity.letter}1, {entity.letter}2 …)" if entity.letter else "")
    yield ""
    yield f"{' '.join((entity.record.__doc__ or '').split())}" + (f" It is in{table[1:]}." if table else "")
    yield ""
    yield "| kind | does | may be withheld |"
    yield "|---|---|---|"
    for kind in KINDS.values():
        if kind.entity == entity.name:
            held = {"open": "no", "owned": "yes", "owned on judgements": "on a link or a grade"}[
                kind.visibility
            ]
            yield f"| `{kind.name}` | {kind.effect} | {held} |"
    yield ""
    yield "| field | holds | |"
    yield "|---|---|---|"
    for name, rule in rules_of(entity.record).items():
        marks = (
            *(["needed"] if rule.required else []),
            *([f"absent is `{str(rule.default).lower()}`"] if rule.default not in (None,) else []),
            *(["given once"] if name in GIVEN_ONCE else []),
        )
        yield f"| `{name}` | {_holds(rule)} | {', '.join(marks)} |"


def _holds(rule: Rule) -> str:
    if rule.shape == "code":
        return "one of: " + ", ".join(rule.options)
    if rule.shape == "ref":
        return "id of any record" if rule.entity == "record" else f"id of a {rule.entity}"
    return _SHAPES[rule.shape]


def renewed(page: str) -> str:
    """The page with its generated part as it should be."""
    before, _, rest = page.partition(BEGIN)
    _, _, after = rest.partition(END)
    return f"{before}{BEGIN}\n\n{kinds_part()}\n\n{END}{after}"


if __name__ == "__main__":
    sys.stdout.write(renewed(PAGE.read_text(encoding="utf-8")))
