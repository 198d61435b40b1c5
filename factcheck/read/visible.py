"""What a page shows: its visible text as blocks, and the parts in which it speaks of itself.

Blocks are what a browser sets apart: paragraphs, headings, list items, table rows. White space is collapsed
as browsers do, outside `<pre>`; `<br>` ends a line, cells of a row stand a tab apart. In `<pre>` nothing is
changed, and a tag that HTML does not know (the `<bullet>` and `<GRAPHIC(S) NOT AVAILABLE IN TIFF FORMAT>` of
the Government Publishing Office) is text.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from factcheck.errors import FactcheckError
from factcheck.read.markup import COMMENT, END, LOST, RAW, START, TEXT, Token, attributes_of, tokens

_BLOCK = frozenset({
    "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details",
    "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form",
    "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "head", "header", "hgroup", "hr", "html", "label",
    "legend", "li", "main", "menu", "nav", "ol", "optgroup", "option", "p", "pre", "search", "section",
    "select", "summary", "table", "tbody", "tfoot", "thead", "tr", "ul",
})  # fmt: skip
_INLINE = frozenset({
    "a", "abbr", "acronym", "area", "audio", "b", "base", "basefont", "bdi", "bdo", "big", "br",
    "canvas", "cite", "code", "col", "colgroup", "data", "datalist", "del", "dfn", "em", "embed",
    "font", "frame", "i", "iframe", "img", "input", "ins", "kbd", "link", "map", "mark", "math", "meta",
    "meter", "nobr", "noembed", "noframes", "noscript", "object", "output", "param", "picture",
    "plaintext", "progress", "q", "rp", "rt", "ruby", "s", "samp", "script", "slot", "small", "source",
    "span", "strike", "strong", "style", "sub", "sup", "svg", "td", "template", "textarea", "th",
    "time", "title", "track", "tt", "u", "var", "video", "wbr", "xmp",
})  # fmt: skip
_VOID = frozenset({
    "area", "base", "br", "col", "embed", "frame", "hr", "img", "input", "link", "meta", "param",
    "source", "track", "wbr",
})  # fmt: skip
_DROPPED = frozenset({"template", "datalist", "audio", "video", "canvas", "object", "svg", "math", "rp"})
"""Elements whose content no reader sees as words of the page; `_RAW` ones come from `markup` as a whole."""

_SPACE = re.compile(r"[ \t\n\f\r]{2,}|[\t\n\f\r]")  # a lone space stays as it is, and costs nothing
_SPACES = re.compile(" {2,}")
_AROUND_TAB = re.compile(r" *\t[ \t]*")
_LEADING_LINES = re.compile(r"\A(?:[ \t\f]*\n)+")
_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_MAY_HIDE = re.compile(r"hidden|display", re.IGNORECASE)
_WORD = re.compile(r"\w")
_BETWEEN_TAGS = re.compile(r"<[^>]*>")
_SAVED_FROM = re.compile(r"\s*saved from url=\(\d+\)(\S+)")

MAX_ELEMENTS = 1_000_000
MAX_TOKENS = 3_000_000

NOTED = 60
"""Characters of a passage that is left out which are told."""


@dataclass(frozen=True, slots=True)
class Block:
    """One stretch of visible text; `tag` is the block element it stands in."""

    text: str
    tag: str


@dataclass(slots=True)
class Told:
    """Passages that are no part of the visible text: how many, and how the first begins."""

    count: int = 0
    first: str = ""

    def add(self, text: str) -> None:
        text = _SPACE.sub(" ", text).strip()
        if _WORD.search(text):
            self.first = self.first or text[:NOTED]
            self.count += 1


@dataclass(slots=True)
class Page:
    """A page as it is shown, and what its head says. `metas` holds (name in lower case, content) in order."""

    blocks: list[Block] = field(default_factory=list)
    hidden: Told = field(default_factory=Told)
    unended: Told = field(default_factory=Told)
    title: str | None = None
    metas: list[tuple[str, str]] = field(default_factory=list)
    canonical: str | None = None
    saved_from: str | None = None
    json_ld: list[str] = field(default_factory=list)
    times: list[tuple[str, bool]] = field(default_factory=list)
    authors: list[str] = field(default_factory=list)
    quotation_elements: int = 0
    elements: int = 0


def page_of(source: str, name: str) -> Page:
    """The page in `source`, whose line ends are LF; raises FactcheckError where it has too many elements."""
    reading = _Reading()
    for number, token in enumerate(tokens(source)):
        reading.take(token)
        if reading.page.elements > MAX_ELEMENTS or number > MAX_TOKENS:
            raise FactcheckError(
                title="The page has too many elements",
                detail=f"{name} has more than {MAX_ELEMENTS:,}, or as many tags and comments without a use.",
                hint="Save the text that matters as plain text (.txt, UTF-8) and read that.",
            )
    return reading.ended()


class _Reading:
    """The state between two tokens."""

    def __init__(self) -> None:
        self.page = Page()
        self._pieces: list[str] = []
        self._tag = "body"
        self._pre = 0
        self._just_opened_pre = False
        self._unseen: tuple[str, int, list[str]] | None = None
        self._author: tuple[str, list[str]] | None = None
        self._raw_attributes = ""

    def take(self, token: Token) -> None:
        if token.kind == TEXT:
            self._text(token.text)
        elif token.kind == START:
            self._start(token)
        elif token.kind == END:
            self._end(token)
        elif token.kind == RAW:
            self._raw(token)
        elif token.kind == LOST:
            self.page.unended.add(_BETWEEN_TAGS.sub(" ", token.text[:100_000]))
        elif token.kind == COMMENT and (found := _SAVED_FROM.match(token.text)):
            self.page.saved_from = self.page.saved_from or found[1]
        self._just_opened_pre = token.kind == START and token.name == "pre"

    def ended(self) -> Page:
        self._show_again()
        self._end_author()
        self.end_block()
        return self.page

    def end_block(self) -> None:
        """What was gathered since the last block becomes one; two line breaks in a row divide it."""
        if not self._pieces:
            return
        text = "".join(self._pieces)
        self._pieces.clear()
        if self._pre:
            text = _LEADING_LINES.sub("", text.replace("\r", "\n")).rstrip()
            if text:
                self.page.blocks.append(Block(text, "pre"))
            return
        lines = [_AROUND_TAB.sub("\t", _SPACES.sub(" ", line)).strip(" \t") for line in text.split("\n")]
        for paragraph in "\n".join(lines).split("\n\n"):
            if paragraph := paragraph.strip("\n"):
                self.page.blocks.append(Block(paragraph, self._tag))

    def _text(self, text: str) -> None:
        if self._unseen:
            self._unseen[2].append(text)
            return
        if self._author:
            self._author[1].append(text)
        if not self._pre:
            text = _SPACE.sub(" ", text)
        elif self._just_opened_pre:
            text = text.removeprefix("\n")
        self._pieces.append(text)

    def _start(self, token: Token) -> None:
        name = token.name
        self.page.elements += 1
        if self._unseen:
            hiding, depth, texts = self._unseen
            if hiding == "p" and name in _BLOCK:  # a paragraph ends where the next block begins
                self._show_again()
            else:
                if name == hiding:
                    self._unseen = (hiding, depth + 1, texts)
                return
        self._raw_attributes = token.attributes
        if name in _BLOCK:
            self._end_author()
            self.end_block()
            self._pre += name == "pre"
        elif name == "q":
            self.page.quotation_elements += 1
        elif name == "br":
            self._pieces.append("\n")
        elif name in ("td", "th"):
            self._pieces.append("\t")
        elif self._pre and _is_no_tag(name):
            self._pieces.append(token.source)
            return
        if name in _BLOCK:
            self._tag = name
        if token.attributes or name in _DROPPED:
            self._attributes(token)

    def _attributes(self, token: Token) -> None:
        name, page = token.name, self.page
        if name in _DROPPED or (_MAY_HIDE.search(token.attributes) and _hides(token)):
            if name not in _VOID and not (name in _DROPPED and token.source.endswith("/>")):
                self._unseen = (name, 1, [])
        elif name == "meta":
            said = attributes_of(token.attributes)
            key = said.get("property") or said.get("name") or said.get("itemprop")
            if key and (content := said.get("content", "").strip()):
                page.metas.append((key.strip().lower(), content))
        elif name == "link":
            said = attributes_of(token.attributes)
            if "canonical" in said.get("rel", "").lower().split() and page.canonical is None:
                page.canonical = said.get("href", "").strip() or None
        elif name == "time":
            said = attributes_of(token.attributes)
            published = "pubdate" in said or said.get("itemprop", "").lower() == "datepublished"
            if stamp := said.get("datetime", "").strip():
                page.times.append((stamp, published))
        elif self._author is None and ("author" in token.attributes or "byline" in token.attributes):
            said = attributes_of(token.attributes)
            if (
                "author" in said.get("rel", "").lower().split()
                or said.get("itemprop", "").lower() == "author"
            ):
                self._author = (name, [])

    def _end(self, token: Token) -> None:
        name = token.name
        if self._unseen:
            hiding, depth, texts = self._unseen
            if name == hiding:
                self._unseen = (hiding, depth - 1, texts)
                if depth == 1:
                    self._show_again()
            return
        if self._author and (name == self._author[0] or name in _BLOCK):
            self._end_author()
        if name in _BLOCK:
            self.end_block()
            self._tag = "body"
            self._pre = max(0, self._pre - (name == "pre"))
        elif self._pre and _is_no_tag(name):
            self._pieces.append(token.source)

    def _raw(self, token: Token) -> None:
        if token.name == "title" and self.page.title is None and not self._unseen:
            self.page.title = _SPACE.sub(" ", token.text).strip() or None
        elif token.name == "script":
            if "ld+json" in self._raw_attributes.lower():
                self.page.json_ld.append(token.text)
        elif token.name in ("textarea", "xmp"):
            self._text(token.text)
        elif token.name not in ("style", "title"):
            self.page.hidden.add(_BETWEEN_TAGS.sub(" ", token.text))
        self._raw_attributes = ""

    def _end_author(self) -> None:
        if self._author and (name := _SPACE.sub(" ", "".join(self._author[1])).strip()):
            self.page.authors.append(name)
            self._author = None

    def _show_again(self) -> None:
        if self._unseen:
            self.page.hidden.add("".join(self._unseen[2]))
        self._unseen = None


def _hides(token: Token) -> bool:
    said = attributes_of(token.attributes)
    return token.name not in ("body", "html") and (
        "hidden" in said or _HIDING.search(said.get("style", "")) is not None
    )


def _is_no_tag(name: str) -> bool:
    """Whether what looks like a tag is none of HTML's, nor a custom element of some program."""
    return name not in _BLOCK and name not in _INLINE and not {"-", ":"} & set(name)
