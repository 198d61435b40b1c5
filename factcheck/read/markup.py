"""HTML into tokens, by the rules that browsers follow: one pass, no tree, hence no depth that is too great.

What browsers drop in silence is told: a comment, script or tag that never ends comes as `LOST`, with all that
follows it.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from typing import NamedTuple

TEXT, START, END, RAW, COMMENT, LOST = "text", "start", "end", "raw", "comment", "lost"


class Token(NamedTuple):
    """One piece of a page. `name` is a tag's name in lower case, `text` the characters of a text (entities
    decoded), a raw element (as they are) or a comment; `attributes` and `source` are a tag's, as written.
    """

    kind: str
    name: str = ""
    text: str = ""
    attributes: str = ""
    source: str = ""


_TAG = re.compile(
    r"""<(?P<end>/?)(?P<name>[a-zA-Z][^\s/>]*+)
    (?P<attributes>(?:
        [\s/]*+=?+[^\s/>=]++
        (?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s"'>][^\s>]*+)?+)?+
    )*+)[\s/=]*+>""",
    re.VERBOSE,
)
_ATTRIBUTE = re.compile(
    r"""[\s/]*+(=?+[^\s/>=]++)(?:\s*+=\s*+(?:"([^"]*+)"|'([^']*+)'|([^\s"'>][^\s>]*+))?+)?+"""
)
_MARKUP = re.compile(r"<(?=[a-zA-Z!?]|/[a-zA-Z!?/\s])")
_RAW = {
    name: re.compile(rf"</{name}(?=[\s/>])[^>]*+>?", re.IGNORECASE)
    for name in ("script", "style", "title", "textarea", "noscript", "iframe", "noembed", "noframes", "xmp")
}
_COMMENT_END = re.compile(r"--!?>")
_LONG_NUMBER = re.compile(r"&#[xX]?[0-9a-fA-F]{9,}+;?")
_READ_AS_TEXT = {"title", "textarea"}


def tokens(source: str) -> Iterator[Token]:
    """The tokens of a page, in order; every input is understood somehow, in time linear in its length."""
    at, last = 0, source.rfind(">")
    never_closed = set()
    while found := _MARKUP.search(source, at):
        start = found.start()
        if start > at:
            yield Token(TEXT, text=decoded(source[at:start]))
        if start > last:  # no tag ends any more
            yield Token(LOST, "tag", source[start:])
            return
        if source.startswith(("<!", "<?"), start) or source[start + 1 : start + 3] in ("/!", "/?", "//"):
            token, at = _comment(source, start)
            yield token
            continue
        tag = _TAG.match(source, start)
        if tag is None and source[start + 1] == "/" and not source[start + 2].isalpha():
            at = source.index(">", start) + 1
            continue
        if tag is None:
            yield Token(LOST, "tag", source[start:])
            return
        name, at = tag["name"].lower(), tag.end()
        yield Token(END if tag["end"] else START, name, "", tag["attributes"], tag[0])
        if not tag["end"] and name in _RAW and name not in never_closed:
            closing = _RAW[name].search(source, at)
            if closing is None and name in _READ_AS_TEXT:
                never_closed.add(name)
                continue
            if closing is None:
                yield Token(LOST, name, source[at:])
                return
            content = source[at : closing.start()]
            yield Token(RAW, name, decoded(content) if name in _READ_AS_TEXT else content)
            yield Token(END, name)
            at = closing.end()
    if at < len(source):
        yield Token(TEXT, text=decoded(source[at:]))


def attributes_of(written: str) -> dict[str, str]:
    """A tag's attributes, names in lower case; of two with one name the first counts."""
    found: dict[str, str] = {}
    for name, double, single, bare in _ATTRIBUTE.findall(written):
        found.setdefault(name.lower(), decoded(double or single or bare))
    return found


def decoded(text: str) -> str:
    """The characters with entities replaced, as browsers do; absurdly long numbers become U+FFFD."""
    if "&" not in text:
        return text
    return html.unescape(_LONG_NUMBER.sub("\ufffd", text))


def _comment(source: str, start: int) -> tuple[Token, int]:
    """A comment, or one of the forms that count as such: a doctype, an instruction, CDATA."""
    if not source.startswith("<!--", start):
        end = source.find(">", start)
        if end < 0:
            return Token(LOST, "comment", source[start:]), len(source)
        return Token(COMMENT, text=source[start + 2 : end]), end + 1
    if source.startswith((">", "->"), start + 4):
        return Token(COMMENT), source.index(">", start) + 1
    closing = _COMMENT_END.search(source, start + 4)
    if closing is None:
        return Token(LOST, "comment", source[start + 4 :]), len(source)
    return Token(COMMENT, text=source[start + 4 : closing.start()]), closing.end()
