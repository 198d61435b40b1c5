"""Cards: one thing in full, for a person to read. Eighty columns, the words first, then what is known."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

from factcheck.cli.tables import cells, wrapped
from factcheck.cli.wording import listed, moment, said
from factcheck.core.rubric import SVR1

if TYPE_CHECKING:
    from factcheck.core.views.records import Summary

QUOTED = ("question", "words", "restatement", "text")
"""What is read before anything else: set as a paragraph, in this order."""

HEADS = ("id", "label", "entity", "history", "made_by", "made_at")
"""Parts of a record that have a place of their own on the card, or are told by its history."""

_NAME_WIDTH = 18


def summary_card(summary: Summary) -> Iterator[str]:
    """A case at a glance."""
    yield f"{'SAMPLE  ' if summary.sample else ''}{summary.title}"
    if summary.question:
        yield from wrapped(summary.question, indent="  ")
    yield ""
    for name, count in summary.counts.items():
        yield f"{count:>7,}  {name}"
    yield ""
    yield summary.path


def reading_card(read: Mapping[str, Any]) -> Iterator[str]:
    """What reading one document found, without a case."""
    source = read["source"]
    yield f"{source['name']}  {said(source.get('kind'))}"
    for name in ("title", "published", "encoding", "sha256"):
        yield from field(name, source.get(name))
    counted = ("turns", "statements", "events", "people", "dates", "holes")
    yield from field("found", ", ".join(f"{len(read[name])} {name}" for name in counted))
    for hole in read["holes"]:
        yield from field("not read", f"{hole['count']} {hole['what']}, {hole['where']}")
    for statement in read["statements"]:
        yield ""
        speaker = statement["speaker"] or "unknown speaker"
        yield f"{statement['start']}:{statement['end']}  {speaker}{_sure(statement)}"
        if question := statement.get("question"):
            yield from wrapped(f"Q. {question['exact']}", indent="  ")
        yield from wrapped(f"“{statement['exact']}”", indent="  ")
    for event in read["events"]:
        yield ""
        when = (event.get("when") or {}).get("edtf") or "date unknown"
        yield f"{event['start']}:{event['end']}  {when}{_sure(event)}"
        yield from wrapped(event["title"], indent="  ")


def record_card(record: Mapping[str, Any]) -> Iterator[str]:
    """One record: its label, the words, every other field that is filled, its history."""
    yield "  ".join(str(record[name]) for name in ("label", "entity") if record.get(name))
    shown_first = [name for name in QUOTED if isinstance(record.get(name), str) and record[name]]
    for name in shown_first:
        yield ""
        yield f"{_title(name)}:"
        yield from wrapped(record[name], indent="  ")
    yield ""
    for name, value in record.items():
        if name not in HEADS and name not in shown_first:
            yield from field(_title(name), value)
    yield from field("id", record.get("id"))
    yield from history_card(record)


def history_card(record: Mapping[str, Any]) -> Iterator[str]:
    """What was done to a record, newest first."""
    if record.get("history"):
        yield ""
        yield "History:"
    for line in record.get("history", ()):
        undone = "(undone) " if line["undone"] else ""
        told = f"{moment(line['at'])}  {line['by']}: {undone}{line['what']}"
        yield from wrapped(told, indent="  ", hang="  ")


def field(name: str, value: Any) -> Iterator[str]:
    """A name and its value; records stand below the name, one line or more each."""
    if value in (None, "", [], (), {}, False):
        return
    if _holds_records(value):
        yield f"{name}:"
        for item in value:
            yield from wrapped(_in_short(item), indent="  ", hang="  ")
        return
    head, words = f"{name}:", said(value)
    if " " not in words:  # an address, a hash, a path: whole, so that it can be copied
        yield f"{head} ".ljust(_NAME_WIDTH) + words
    elif cells(head) < _NAME_WIDTH:
        first, *others = wrapped(words, indent=" " * _NAME_WIDTH)
        yield head.ljust(_NAME_WIDTH) + first.lstrip()
        yield from others
    else:
        yield head
        yield from wrapped(words, indent="    ")


def _holds_records(value: Any) -> bool:
    return isinstance(value, list | tuple) and any(
        isinstance(v, Mapping) and {"id", "start"} & v.keys() for v in value
    )


def _in_short(item: Mapping[str, Any]) -> str:
    """A record within another in one line: its label, who, and its words; an anchor as its place."""
    if "exact" in item:
        place = ", ".join(f"{part} {value}" for part, value in (item.get("place") or {}).items())
        return f"{item['start']}:{item['end']}  {listed(place)}"
    label = str(item.get("label") or "")
    told = [item.get(name) for name in ("reviewer", "mode", "when", "said_on", "claim", "target", "event")]
    codes = item.get("codes")
    words = next(
        (item[name] for name in ("words", "title", "text", "rationale", "reason", "cited") if item.get(name)),
        "",
    )
    said_codes = SVR1.say(codes) if isinstance(codes, Mapping) else None
    return "  ".join(part for part in (label, listed(*map(_text, told), said_codes), str(words)) if part)


def _text(value: Any) -> str | None:
    return None if value is None else said(value)


def _title(name: str) -> str:
    return name.replace("_", " ")


def _sure(found: Mapping[str, Any]) -> str:
    return f"  (confidence {found['confidence']:.2f})" if "confidence" in found else ""
