"""An annex in Markdown read back by a parser of CommonMark with tables: its shape, its links, its words."""

from __future__ import annotations

from markdown_it import MarkdownIt
from markdown_it.token import Token

_PARSER = MarkdownIt("commonmark").enable(["table", "strikethrough"])


class Markdown:
    """`kinds`: the sorts of blocks and spans; `headings`: their levels and words; `links`: where they lead;
    `text`: the words, line ends as blanks."""

    def __init__(self, made: bytes) -> None:
        self.kinds: set[str] = set()
        self.headings: list[tuple[str, str]] = []
        self.links: list[str] = []
        self.emphasised: list[str] = []
        pieces: list[str] = []
        tokens = _PARSER.parse(made.decode())
        for place, token in enumerate(tokens):
            self.kinds.add(token.type)
            if token.type != "inline":
                continue
            words = self._inline(token.children or [])
            pieces.append(words)
            if tokens[place - 1].type == "heading_open":
                self.headings.append((tokens[place - 1].tag, " ".join(words.split())))
        self.text = " ".join(" ".join(pieces).split())

    def _inline(self, children: list[Token]) -> str:
        words = ""
        strong = None
        for child in children:
            self.kinds.add(child.type)
            if child.type == "link_open":
                self.links.append(str(child.attrs["href"]))
            elif child.type == "strong_open":
                strong = len(words)
            elif child.type == "strong_close" and strong is not None:
                self.emphasised.append(words[strong:])
            words += " " if child.type in {"softbreak", "hardbreak"} else child.content
        return words
