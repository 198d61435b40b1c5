"""What a careful person reads in an invented article, and how a proposal is set against it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.core.proposals import Proposals, ProposedEvent, ProposedStatement
from tests.extract.articles import exact


@dataclass(frozen=True, slots=True)
class Said:
    """A statement: `part` of its words, and what is right of it. None says that the text does not tell.

    Words that may be proposed but need not be are `optional`.
    """

    part: str
    speaker: str | None
    kind: str = "direct"
    on: str | None = None
    to: str | None = None
    asked: str | None = None
    forum: str | None = None
    form: str | None = None
    behalf: str | None = None
    reporter: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Took:
    """Something that took place: `part` of a passage, the date, who took part, and the title's beginning."""

    part: str
    when: str | None
    who: tuple[str, ...]
    title: str = ""
    where: str | None = None
    account: str | None = None
    optional: bool = False


@dataclass(frozen=True, slots=True)
class Article:
    """An invented article with its reading. `missed` names what is known not to be found, by its part."""

    name: str
    published: str | None
    text: str
    said: tuple[Said, ...]
    took: tuple[Took, ...]
    people: dict[str, tuple[str, ...]]
    missed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Verdict:
    """One thing right, wrong, missed, or proposed where nobody reads anything (spurious)."""

    what: str
    how: str
    detail: str = ""


def verdicts(article: Article, found: Proposals) -> Iterator[Verdict]:
    yield from _statements(article, found)
    yield from _events(article, found)
    yield from _people(article, found)


def _statements(article: Article, found: Proposals) -> Iterator[Verdict]:
    taken: set[int] = set()
    for said in article.said:
        fitting = [s for s in found.statements if said.part in exact(s) and s.quotation == said.kind]
        fitting = fitting or [s for s in found.statements if said.part in exact(s)]
        if not fitting:
            if not said.optional:
                yield Verdict("statement", "missed", said.part)
            continue
        closest = min(fitting, key=lambda statement: len(exact(statement)))
        taken.add(id(closest))
        yield Verdict("statement", "right")
        yield from _compared(said, closest)
    for statement in found.statements:
        if id(statement) not in taken:
            yield Verdict("statement", "spurious", f"[{statement.speaker}] {exact(statement)}")


def _compared(said: Said, statement: ProposedStatement) -> Iterator[Verdict]:
    when = statement.said_on
    question = statement.question.span.exact if statement.question else None
    for what, wanted, got in (
        ("speaker", said.speaker, statement.speaker),
        ("day said", said.on, when.edtf if when else None),
        ("addressee", said.to, statement.addressee),
        ("behalf", said.behalf, statement.on_behalf_of),
        ("reporter", said.reporter, statement.reporter),
    ):
        yield _verdict(what, wanted, got, said.part)
    for what, wanted, got in (("question", said.asked, question), ("forum", said.forum, statement.forum)):
        whole = got if wanted is not None and got is not None and wanted in got else wanted
        yield _verdict(what, whole, got, said.part)
    yield _verdict("quotation", said.kind, statement.quotation, said.part)
    if said.form is not None:
        yield _verdict("form", said.form, statement.form, said.part)


def _verdict(what: str, wanted: str | None, got: str | None, part: str) -> Verdict:
    if wanted == got:
        return Verdict(what, "right" if wanted else "silent")
    return Verdict(what, "missed" if got is None else "wrong", f"{part}: wanted {wanted}, got {got}")


def _events(article: Article, found: Proposals) -> Iterator[Verdict]:
    taken: set[int] = set()
    for took in article.took:
        fitting = [event for event in found.events if _tells(event, took)]
        if not fitting:
            if not took.optional:
                yield Verdict("event", "missed", took.part)
            continue
        event = fitting[0]
        taken.add(id(event))
        yield Verdict("event", "right")
        yield _verdict("day", took.when, event.when.edtf if event.when else None, took.part)
        names = tuple(sorted(name for name, _ in event.who))
        beside = f"{took.part}: wanted {took.who}, got {names}"
        yield Verdict("who", "right" if names == tuple(sorted(took.who)) else "wrong", beside)
        if took.title:
            begins = event.title.startswith(took.title)
            yield Verdict("title", "right" if begins else "wrong", f"{took.title}: got {event.title}")
        if took.where is not None:
            yield _verdict("where", took.where, event.where, took.part)
        if took.account is not None:
            yield _verdict("account", took.account, event.according_to, took.part)
    dated = {(said.speaker, said.on) for said in article.said}
    persons = {person.name for person in found.people}
    for event in found.events:
        for name, _ in event.who:
            if name not in persons and "saying" not in event.flags:
                yield Verdict("who", "wrong", f"{name} is no person: {event.title}")
        if id(event) in taken:
            continue
        day = event.when.edtf if event.when else None
        if "saying" in event.flags and any((name, day) in dated for name, _ in event.who):
            continue
        yield Verdict("event", "spurious", f"{day} {event.title}")


def _tells(event: ProposedEvent, took: Took) -> bool:
    when = event.when.edtf if event.when else None
    return (
        "saying" not in event.flags
        and (took.when is None or when == took.when)
        and any(took.part in passage.exact for passage in event.passages)
    )


def _people(article: Article, found: Proposals) -> Iterator[Verdict]:
    persons = {person.name: person for person in found.people}
    for name, aliases in article.people.items():
        if name not in persons:
            yield Verdict("person", "missed", name)
            continue
        yield Verdict("person", "right")
        for alias in aliases:
            known = alias in persons[name].aliases
            yield Verdict("alias", "right" if known else "missed", f"{alias} of {name}")
    for name in persons:
        if name not in article.people:
            yield Verdict("person", "spurious", name)
