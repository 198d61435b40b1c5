"""Hearings of Congress, as the Government Publishing Office prints them and as committees post them.

The layout follows what many years and committees have in common: a front page, rosters and contents that are
no speech; a banner with the day; "The Committee met ..."; paragraphs that begin with a speaker's label; notes
in brackets; and after the adjournment written matter.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from factcheck.core.document import Document, Hole, Section, Turn
from factcheck.read.transcripts.hearings import oral_evidence, unofficial
from factcheck.read.transcripts.hearings.asides import asides_in, footnotes_in, graphics_in, without_graphics
from factcheck.read.transcripts.hearings.front_page import day_on_front, title_in
from factcheck.read.transcripts.hearings.furniture import without_furniture
from factcheck.read.transcripts.hearings.headings import Heading, headings_in
from factcheck.read.transcripts.hearings.labels import Label, forms_in, front_end, labels_among
from factcheck.read.transcripts.hearings.literal import unescaped
from factcheck.read.transcripts.hearings.people import WITNESS, People
from factcheck.read.transcripts.hearings.questions_for_the_record import (
    ANSWER,
    QUESTION,
    Written,
    date_of,
    questions_in,
    several,
)
from factcheck.read.transcripts.hearings.roles import Spoken, flags_of, roles_of
from factcheck.read.transcripts.hearings.roster import read_front
from factcheck.read.transcripts.hearings.sittings import Sitting, sittings_of
from factcheck.read.transcripts.hearings.speech import WRITTEN, Assembly, Footnote, Said
from factcheck.read.transcripts.hearings.who import Resolver, Who, read_headings

LAYOUT = "hearing/1"
"""Stored with the text; a new number whenever the same text would give other cuts, marks or turns."""

PROVISIONAL = "provisional"
"""The flag of turns from a transcript that a print will supersede."""


def read_turns(document: Document) -> Document:
    """The hearing with its pages marked, its sections and turns, its title and day, and its holes."""
    document = unescaped(document)
    if oral_evidence.is_one(document.text):
        return oral_evidence.read_turns(document)
    is_unofficial = unofficial.is_one(document.text)
    if is_unofficial:
        document = unofficial.without_numbers(document)
    document = without_furniture(document)
    text = document.text
    title = document.title or title_in(text)
    people = People()
    headings = headings_in(text)
    read_headings(text, headings, people, title)
    forms = forms_in(text)
    read_front(text[: front_end(forms, text)], people)
    labels = labels_among(forms, text, people.is_named)
    asides = asides_in(text)
    sittings = sittings_of(text, labels, [aside.start for aside in asides if aside.ends_sitting], people)
    for label in labels:
        people.spoken_under(label)
    assembly = Assembly(text, title)
    taken = {label.line for label in labels}
    footnotes = [Footnote(start, end) for start, end in footnotes_in(text)]
    apart = [heading for heading in headings if not any(at in taken for at in _lines_of(text, heading))]
    assembly.take([*sittings, *apart, *asides, *footnotes, *labels])
    resolver = Resolver(people, labels)
    turns = [
        *_spoken(text, assembly.said, resolver),
        *_written(text, assembly, apart, labels, resolver, people),
    ]
    turns.sort(key=lambda turn: turn.start)
    if is_unofficial:
        turns = [replace(turn, flags=(*turn.flags, PROVISIONAL)) for turn in turns]
    return _published(
        replace(
            document,
            title=title,
            turns=tuple(turns),
            sections=tuple(_dated(text, assembly)),
            holes=(*document.holes, *_pictures(document)),
        ),
        sittings,
    )


def _lines_of(text: str, heading: Heading) -> Iterable[int]:
    """Where the lines of a heading begin."""
    at = text.rfind("\n", 0, heading.start) + 1
    while at <= heading.end:
        yield at
        at = text.find("\n", at) + 1 or len(text) + 1


def _spoken(text: str, said: Sequence[Said], resolver: Resolver) -> list[Turn]:
    """The turns of what was said, with notes and written statements in their places."""
    resolver.sworn([(one.label, text[one.start : one.end]) for one in said if one.sort != WRITTEN])
    people = [_who(one, resolver) for one in said]
    spoken = [
        Spoken(
            text[one.start : one.end], who.speaker, who.part, one.heading is not None, one.sort != "spoken"
        )
        for one, who in zip(said, people, strict=True)
    ]
    turns = []
    for one, who, heard, role in zip(said, people, spoken, roles_of(spoken), strict=True):
        if one.sort == WRITTEN and (who.speaker is None or not without_graphics(heard.words)):
            continue
        turns.append(
            Turn(
                one.start,
                one.end,
                who.speaker,
                "statement" if one.sort == WRITTEN else role,
                one.label.printed if one.label else None,
                who.candidates,
                _flags(one, who, heard.words, role),
            )
        )
    return turns


def _who(said: Said, resolver: Resolver) -> Who:
    if said.label:
        return resolver.speaker(said.label, said.sitting, said.heading)
    if said.sort == WRITTEN:
        author = said.heading.named[0].name if said.heading and said.heading.named else said.author
        return resolver.named(author) if author else Who(None)
    return Who(None)


def _flags(said: Said, who: Who, words: str, role: str) -> tuple[str, ...]:
    if said.sort == WRITTEN:
        return ()
    flags = flags_of(words, role)
    if len(who.candidates) > 1:
        flags = ("ambiguous-speaker", *flags)
    return (*flags, *(f"{what}-within" for what in dict.fromkeys(said.within)))


def _written(
    text: str,
    assembly: Assembly,
    headings: Sequence[Heading],
    labels: Sequence[Label],
    resolver: Resolver,
    people: People,
) -> Iterable[Turn]:
    """The turns of written questions and answers. Who answers is the one a heading names, else the hearing's
    only witness; of several none is chosen, and all are candidates."""
    witnesses = [resolver.named(person.name).speaker or person.name for person in people.witnesses()]
    for one in questions_in(text, assembly.questions, headings, labels):
        words = text[one.start : one.end]
        role = one.role
        if one.spoken_label:
            who = resolver.speaker(one.spoken_label, None, None)
            role = ANSWER if who.part == WITNESS or (not who.part and "?" not in words) else QUESTION
        elif one.who:
            who = _named_together(one, witnesses, resolver)
        elif role == ANSWER:
            who = Who(witnesses[0]) if len(witnesses) == 1 else Who(None, tuple(witnesses))
        else:
            who = Who(None)
        flags = flags_of(words, role)
        if len(who.candidates) > 1:
            flags = ("ambiguous-speaker", *flags)
        yield Turn(one.start, one.end, who.speaker, role, one.label or None, who.candidates, flags)


def _named_together(one: Written, witnesses: Sequence[str], resolver: Resolver) -> Who:
    """Whom a heading names; where it names several, all of them as candidates."""
    people = [resolver.named(name) for name in several(one.who or "")]
    names = [who.speaker for who in people if who.speaker]
    if one.role == ANSWER:
        heading = one.under.casefold()
        names += [name for name in witnesses if name.split()[-1].casefold() in heading]
    names = list(dict.fromkeys(names))
    return people[0] if len(names) < 2 else Who(None, tuple(names))


def _dated(text: str, assembly: Assembly) -> Iterable[Section]:
    """The sections; those of written questions have the day of submission, where the text names it."""
    days = {heading.start: date_of(text, heading, end) for heading, _, end in assembly.questions}
    for section in assembly.sections:
        yield replace(section, date=days.get(section.start)) if section.sort == "questions" else section


def _pictures(document: Document) -> Iterable[Hole]:
    places = graphics_in(document.text)
    if places:
        page = document.place_at(places[0]).page
        yield Hole("image", "pictures of the print that its text leaves out", len(places), page)


def _published(document: Document, sittings: Sequence[Sitting]) -> Document:
    """The day of the hearing, or its first, is the document's date, unless a person gave another."""
    if document.published and document.published_basis is None:
        return document
    dated = next((sitting for sitting in sittings if sitting.date), None)
    if dated:
        line = document.text[dated.start : dated.start + 300].lstrip().partition("\n")[0].strip()
        return replace(document, published=dated.date, published_basis=f"day of the hearing: {line[:80]}")
    if front := day_on_front(document.text):
        return replace(document, published=front[0], published_basis=f"front page: {front[1][:80]}")
    return document
