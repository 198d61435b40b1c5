"""An annex page read back with the standard library's parser: its elements, its attributes, its words."""

from __future__ import annotations

from html.parser import HTMLParser

VOID = {"meta", "br", "hr", "img", "link", "input"}
BLOCKS = {
    "p", "li", "dt", "dd", "td", "th", "div", "h1", "h2", "h3", "h4", "h5", "figcaption", "blockquote",
    "title", "article", "section", "nav", "figure", "footer", "header", "br",
}  # fmt: skip


class Page(HTMLParser):
    """`shape`: every start tag with its attributes' names; `links`: every href; `text`: the words."""

    def __init__(self, page: bytes) -> None:
        super().__init__(convert_charrefs=True)
        self.shape: list[tuple[str, tuple[str, ...]]] = []
        self.attributes: list[tuple[str, str, str]] = []
        self.comments: list[str] = []
        self.open: list[str] = []
        self.pieces: list[str] = []
        self.style = ""
        self.feed(page.decode())
        self.close()
        assert not self.open, f"left open: {self.open}"

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.shape.append((tag, tuple(name for name, _ in attrs)))
        self.attributes += [(tag, name, value or "") for name, value in attrs]
        if tag not in VOID:
            self.open.append(tag)
        if tag in BLOCKS:
            self.pieces.append(" ")

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag, f"</{tag}> closes another element"
        if tag in BLOCKS:
            self.pieces.append(" ")

    def handle_comment(self, data: str) -> None:
        self.comments.append(data)

    def handle_data(self, data: str) -> None:
        if self.open and self.open[-1] == "style":
            self.style += data
        else:
            self.pieces.append(data)

    @property
    def links(self) -> list[str]:
        return [value for _, name, value in self.attributes if name == "href"]

    @property
    def text(self) -> str:
        return " ".join("".join(self.pieces).split())
