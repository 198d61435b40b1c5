"""The same words however they are set: a copy of a text for comparing, never for keeping.

Line breaks and spaces, the shape of quotation marks and dashes, hyphens at line ends and within words, and
page marks do not count. Letter case, every other sign and every digit do.
"""

from __future__ import annotations

import re
import unicodedata

_MARKS = str.maketrans(
    {
        **dict.fromkeys("‘’‚‛′`´", "'"),
        **dict.fromkeys("“”„‟″«»", '"'),
        **dict.fromkeys("‐‑", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff", None),
        "…": "...",
    }
)
_PAGE_MARK = re.compile(r"\[\[Page [^\]\n]{1,20}\]\]")
_RANGE = re.compile(r"(?<=\d)[ \t]?–[ \t]?(?=\d)")
_DASH = re.compile(r"\s*(?:-{2,}|[–—―]|(?<=\s)-(?=\s))\s*")
_DIGITS_HYPHEN = re.compile(r"(?<=\d)-\s*\n\s*(?=\d)")
_HYPHEN = re.compile(r"(?<=[^\W\d_])-(?:[ \t]*\n[ \t]*)?(?=[^\W\d_])")
_DOTS = re.compile(r"\s*\.(?:\s?\.){2,}")


def plain(text: str) -> str:
    """The copy: two stretches hold the same words when their copies are equal."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text).translate(_MARKS)
    text = text.replace("`", "'").replace("''", '"')
    text = _PAGE_MARK.sub(" ", text) if "[[" in text else text
    text = _DASH.sub("--", _RANGE.sub("-", text))
    if "-" in text:
        text = _HYPHEN.sub("", _DIGITS_HYPHEN.sub("-", text))
    return " ".join(_DOTS.sub("...", text).split())


def same_words(one: str, other: str) -> bool:
    """Whether two stretches hold the same words, however they are set."""
    return one == other or plain(one) == plain(other)
