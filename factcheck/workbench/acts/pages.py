"""Pages that are images: typed by a reviewer, checked by a second.

What was typed is a source of its own, a variant of the image, with the page's label as its place: anchors
refer to it as to any text, and the image stays beside it.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from factcheck.core.document import Document, Mark, Place
from factcheck.core.entry import sha256
from factcheck.core.pages import TYPED, is_typed
from factcheck.core.views.records import Made
from factcheck.errors import FactcheckError
from factcheck.store import bates, rows, texts
from factcheck.workbench import reading
from factcheck.workbench.acts.named import in_use
from factcheck.workbench.acts.sources import record_source

if TYPE_CHECKING:
    from factcheck.core.viewer import Viewer
    from factcheck.store.act import Act
    from factcheck.store.case import CaseFile
    from factcheck.store.rows import Stored

MAX_TYPED = 1_000_000
"""Code points typed of one page at most."""

_TAKEN_OVER = ("title", "published", "publisher", "author", "tier", "cite_as", "zone", "language")
"""What is known of an image is known of what was typed from it."""


def type_page(case: CaseFile, viewer: Viewer, source: str, page: str | None, words: str) -> Made:
    """Records what a reviewer reads on a page of a source, word for word, or the passage that matters.

    Without `page` the page is that of the Bates number by which the source is named, or its only one. A
    second reviewer who types the same has checked it. The same twice by one person is refused.
    """
    text = words.replace("\r\n", "\n").replace("\r", "\n").strip("\n")
    if not text.strip() or len(text) > MAX_TYPED:
        raise FactcheckError(
            "Nothing was typed" if not text.strip() else "More was typed than a page holds",
            f"A page has from 1 to {MAX_TYPED:,} characters.",
            "Type what can be read on it.",
            2,
        )
    with case.act(viewer) as act:
        image = in_use(act, viewer, source, "source")
        if is_typed(image.get("reader")):
            original = act.label_of(image.get("variant_of") or "")
            raise FactcheckError(
                f"{image.label} is typed itself", f"The image is {original}.", "Name the image.", 2
            )
        label = _page_meant(act, image, source, page)
        document = _document(image, label, text)
        for other in rows.where(act.db, viewer, "source", "variant_of", image.id):
            if other.get("bytes_sha") == document.sha256 and _page_of(act, other) == label:
                return _typed_again(act, viewer, other)
        card: dict[str, Any] = {name: image.get(name) for name in _TAKEN_OVER}
        card["variant_of"] = image.id
        added = record_source(act, viewer, text.encode(), document, reading.propose(document), card)
        assert added.made is not None  # noqa: S101 - it is new
        return added.made


def check_page(case: CaseFile, viewer: Viewer, source: str) -> Made:
    """Says that a typed page has what its image has. Whoever typed it cannot check it."""
    with case.act(viewer) as act:
        typed = in_use(act, viewer, source, "source")
        if not is_typed(typed.get("reader")):
            raise FactcheckError(
                f"{typed.label} was not typed from an image",
                "Its text was read from its own bytes; there is nothing to check.",
                exit_code=2,
            )
        return _check(act, viewer, typed)


def _check(act: Act, viewer: Viewer, typed: Stored) -> Made:
    if _typist(act, typed) == act.actor:
        raise FactcheckError(
            f"You typed {typed.label} yourself",
            "A second reviewer compares it with its image.",
            "Ask another: factcheck check CASE " + typed.label + " --by NAME",
        )
    if typed.get("checked_by"):
        by = rows.name_of(act.db, typed.get("checked_by"))
        raise FactcheckError(f"{typed.label} is checked already", f"{by} has compared it with its image.")
    act.put("source.checked", typed.id, {"checked_by": act.actor})
    return Made(typed.id, typed.label, act.batch)


def _typed_again(act: Act, viewer: Viewer, typed: Stored) -> Made:
    """The same words typed by a second person: that is the check."""
    if _typist(act, typed) == act.actor or typed.get("checked_by"):
        raise FactcheckError(f"This is typed already, as {typed.label}", "Nothing was added.")
    return _check(act, viewer, typed)


def _typist(act: Act, typed: Stored) -> str:
    return rows.maker_of(act.db, typed.id)


def _page_of(act: Act, typed: Stored) -> str | None:
    return texts.place_at(act.db, typed.id, 0).page


def _page_meant(act: Act, image: Stored, ref: str, page: str | None) -> str | None:
    """The label of the page that is meant; None for a source that has no pages at all."""
    labels = [one.label for one in bates.pages(act.db, image.id)]
    wanted = page.strip() if page else None
    if wanted is None:
        wanted = _numbered(act, image, ref) or (labels[0] if len(labels) == 1 else None)
    if wanted in labels or (wanted is None and not labels):
        return wanted
    if wanted is not None and (numbered := _numbered(act, image, wanted)):
        return numbered
    some = ", ".join(labels[:8]) + (" …" if len(labels) > 8 else "")
    raise FactcheckError(
        f"{image.label} has no page {wanted}" if wanted else f"Which page of {image.label}?",
        f"Its pages are: {some}." if labels else "It has no pages.",
        "Name one of them as it is called there.",
        2,
    )


def _numbered(act: Act, image: Stored, typed: str) -> str | None:
    """The page that a Bates number stands for."""
    found = (one.page.label for one in bates.bearing(act.db, typed) if one.source == image.id and one.page)
    return next(found, None)


def _document(image: Stored, page: str | None, text: str) -> Document:
    from factcheck.read.paragraphs import paragraph_marks

    marks, holes = paragraph_marks(text)
    placed = [Mark(mark.start, replace(mark.place, page=page)) for mark in marks]
    if not placed or placed[0].start > 0:
        placed.insert(0, Mark(0, Place(page=page)))
    return Document(
        name=f"{image.get('name')} (typed)",
        kind=image.get("kind"),
        sha256=sha256(text),
        size=len(text.encode()),
        reader=TYPED,
        encoding="utf-8",
        text=text,
        marks=tuple(placed),
        holes=holes,
    )
