"""The reader of Word documents (DOCX): a line for each paragraph, tables with their cells a tab apart.

Places are the number of the paragraph, counted where it has words and stands in no table, or the cell:
`T2!B3` is column B of the third row of the second table, `footnote 4` or `endnote iv` a note. Notes stand
after the body, each from its own place on. Numbers of lists are part of the text where Word's rules for them
are understood; bullets are not. Page numbers are Word's to make: there are none.
Insertions of tracked changes are read; deletions, comments, hidden words, running heads and pictures are
told.

python-docx is not used: it passes over insertions, text boxes, notes and content controls, and unpacks
without bounds.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from factcheck.core.document import Document, Hole
from factcheck.errors import FactcheckError
from factcheck.read.given import Given
from factcheck.read.holes import is_seen
from factcheck.read.office_parts import Package, attribute, local_name
from factcheck.read.page_facts import one_line
from factcheck.read.visible import NOTED, Told
from factcheck.read.word_lists import Lists, numeral
from factcheck.read.word_story import Story, Styles

READER = "word/2"
"""Stored with the text; a new number whenever the same bytes would give another text or other marks."""

_MAIN = "word/document.xml"
_RUNNING = frozenset({"header", "footer"})
_NOTES = ("footnote", "endnote")


def read(given: Given) -> Document:
    """The Document of a Word document; raises FactcheckError where it is damaged, too large or has no
    words."""
    package = Package(given.data, given.name)
    try:
        return _document(given, package)
    except RecursionError as error:
        raise FactcheckError(
            title="The document is nested too deeply",
            detail=f"{given.name}: tables, boxes or fields within one another beyond any use.",
            hint="Open it in its own program, save it as plain text (.txt, UTF-8) and read that.",
        ) from error


def _document(given: Given, package: Package) -> Document:
    main = package.relations("").get("officeDocument", _MAIN)
    root = package.xml(main)
    body = next((child for child in root if local_name(child) == "body"), None) if root is not None else None
    if body is None:
        raise FactcheckError(
            title="The document is damaged",
            detail=f"{given.name} has no body of a Word document ({main}).",
            hint="Open it in Word, save it as DOCX again, and read that.",
        )
    related = package.relations(main)
    story = Story(_styles(_part(package, related, "styles")), Lists(_part(package, related, "numbering")))
    story.body(body)
    notes = _notes(story, package, related, root)
    if not is_seen(story.text):
        raise FactcheckError(
            title="There is nothing to read",
            detail=f"{given.name} is a Word document without words; it holds {story.images:,} pictures.",
            hint="If its pages are pictures, save them as images or as a PDF and read those.",
        )
    facts = _facts(package)
    text = story.text
    return Document(
        name=given.name,
        kind=given.kind or "news",
        sha256=hashlib.sha256(given.data).hexdigest(),
        size=len(given.data),
        reader=READER,
        encoding=None,
        text=text,
        title=given.title or facts.get("title"),
        published=given.published,
        author=facts.get("creator"),
        marks=tuple(mark for mark in story.marks if mark.start < len(text)),
        holes=(
            *_changes(story),
            *notes,
            *_told(story, _comments(_part(package, related, "comments")), _running(package, main)),
            *_counted(story),
        ),
    )


def _part(package: Package, related: Any, sort: str) -> Any:
    return package.xml(related[sort]) if sort in related else None


def _styles(root: Any) -> Styles:
    """Styles that hide words or number paragraphs, by themselves or by what they are based on."""
    styles, based = Styles(), dict[str, str]()
    for style in () if root is None else root:
        identity = attribute(style, "styleId")
        for child in style:
            name = local_name(child)
            if name == "basedOn":
                based[identity] = attribute(child, "val")
            elif name == "rPr" and any(
                local_name(one) == "vanish" and attribute(one, "val") not in ("0", "false", "off")
                for one in child
            ):
                styles.hidden.add(identity)
            elif name == "pPr":
                for one in child:
                    if local_name(one) == "numPr":
                        parts = {local_name(part): attribute(part, "val") for part in one}
                        level = parts.get("ilvl", "0")
                        styles.numbered[identity] = (
                            parts.get("numId", "0"),
                            int(level) if level.isdigit() else 0,
                        )
    for identity in based:
        ancestor, seen = identity, {identity}
        while (ancestor := based.get(ancestor, "")) and ancestor not in seen:
            seen.add(ancestor)
            if ancestor in styles.hidden:
                styles.hidden.add(identity)
            if ancestor in styles.numbered:
                styles.numbered.setdefault(identity, styles.numbered[ancestor])
    return styles


def _notes(story: Story, package: Package, related: Any, root: Any) -> list[Hole]:
    """The notes in the order in which the body refers to them, after it."""
    bodies = {
        (sort, attribute(element, "id")): element
        for sort in _NOTES
        for element in _elements(_part(package, related, f"{sort}s"), sort)
        if attribute(element, "type") in ("", "normal")
    }
    plain = {sort: _is_numbered_plainly(root, sort) for sort in _NOTES}
    referred = list(dict.fromkeys(story.notes))
    count = dict.fromkeys(_NOTES, 0)
    lost = 0
    for sort, identity in referred:
        count[sort] += 1
        element = bodies.pop((sort, identity), None)
        if element is None:
            lost += 1
            continue
        number = numeral(count[sort], "decimal" if sort == "footnote" else "lowerRoman")
        story.note(element, f"{sort} {number}" if plain[sort] and number else sort)
    for element in bodies.values():
        story.deleted.add(_words(element))
    holes = []
    if referred:
        where = "notes stand after the body, their marks in it are not shown"
        if not all(plain.values()):
            where += "; their numbers, which begin anew or are of a form of their own, are not told"
        holes.append(Hole("note-marks", where + _at(story, "note-marks"), len(referred)))
    if lost:
        holes.append(Hole("notes", "notes that the body refers to and the document does not hold", lost))
    return holes


def _is_numbered_plainly(root: Any, sort: str) -> bool:
    """Whether notes are numbered through from 1 in Word's usual form."""
    return not any(
        local_name(part) in ("numFmt", "numStart", "numRestart")
        for properties in _elements(root, f"{sort}Pr")
        for part in properties
    )


def _changes(story: Story) -> Iterator[Hole]:
    if not (story.insertions or story.deleted.count or story.joined):
        return
    where = f"tracked changes: {story.insertions:,} insertions, read as text"
    if story.deleted.count:
        where += f"; {story.deleted.count:,} deletions, left out; first: “{_beginning(story.deleted)}”"
    if story.joined:
        where += f"; {story.joined:,} ends of paragraphs deleted, which joins them to the next"
    where += _at(story, "tracked-changes")
    yield Hole("tracked-changes", where, story.insertions + story.deleted.count + story.joined)


def _at(story: Story, what: str) -> str:
    """Where the first of something stands, as words to be added."""
    place = story.first_at.get(what)
    return f"; the first in {place}" if place else ""


def _told(story: Story, comments: Told, running: Told) -> Iterator[Hole]:
    for what, where, told in (
        ("comments", "comments of readers, left out", comments),
        ("hidden", "words that the document hides, left out", story.hidden),
        ("running-head", "headers and footers, left out", running),
        ("field-code", "words within codes of fields, left out", story.field_codes),
    ):
        if told.count:
            yield Hole(what, f"{where}; first: “{_beginning(told)}”{_at(story, what)}", told.count)


def _counted(story: Story) -> Iterator[Hole]:
    for what, where, count in (
        ("image", "pictures, with whatever words they hold", story.images),
        ("drawing", "charts and diagrams, with whatever words they hold", story.drawings),
        ("embedded", "documents and objects within it, unread", story.embedded),
        ("equation", "formulas, of which only the characters in a row are in the text", story.equations),
        ("symbol", "characters of a symbol font, each shown as U+FFFD", story.symbols),
        (
            "list-numbers",
            "paragraphs of lists whose number could not be told; it is not shown",
            story.unnumbered,
        ),
    ):
        if count:
            yield Hole(what, where + _at(story, what), count)


def _comments(root: Any) -> Told:
    told = Told()
    for comment in _elements(root, "comment"):
        told.add(f"{attribute(comment, 'author')}: {_words(comment)}")
    return told


def _running(package: Package, main: str) -> Told:
    """Headers and footers: each different one once."""
    told, seen = Told(), set()
    for part in dict.fromkeys(package.related(main, _RUNNING)):
        words = _words(package.xml(part)).strip()
        if words not in seen:
            seen.add(words)
            told.add(words)
    return told


def _facts(package: Package) -> dict[str, str]:
    """Title and creator, as the core properties say them."""
    part = package.relations("").get("core-properties")
    root = package.xml(part) if part else None
    facts: dict[str, str] = {}
    for element in () if root is None else root:
        if local_name(element) in ("title", "creator") and (words := one_line(element.text)):
            facts.setdefault(local_name(element), words)
    return facts


def _elements(root: Any, name: str) -> Iterator[Any]:
    return iter(()) if root is None else root.iter(f"{{*}}{name}")


def _words(element: Any) -> str:
    """All words of an element, its paragraphs a space apart."""
    if element is None:
        return ""
    return " ".join(
        "".join(one.text or "" for one in _elements(paragraph, "t")) for paragraph in _elements(element, "p")
    )


def _beginning(told: Told) -> str:
    return told.first if len(told.first) < NOTED else f"{told.first[: NOTED - 1]}…"
