"""When, where and under what oath something was said."""

from __future__ import annotations

import re

from factcheck.extract.wordlists import any_in, words

_FORUM = re.compile(
    r"\b(?:at|during|in|before|to|on|for)\s+((?:an?|the|his|her|their|its|that|"
    r"this)\s+)?((?:[\w.’'&-]+\s+){0,6}?(?:hearing|testimony|deposition|news conference|press conference|"
    r"press briefing|briefing|interview|speech|rally|debate|statement|letter|e-?mail|tweet|memo|op-ed|"
    r"town hall|conference call|address|affidavit|court filing|filing|"
    r"press release|news release|telephone interview|phone interview|fundraiser|convention|meeting|call|"
    r"trial|post|Twitter|Facebook|blog|message|release|broadcast|podcast))s?\b",
    re.IGNORECASE,
)
_NOUNS = words(
    """
    hearing testimony deposition conference briefing interview speech rally debate statement letter mail
    tweet memo op-ed hall call address affidavit filing release fundraiser convention meeting trial post
    twitter facebook blog message broadcast podcast
    """
)
"""Parts of which every forum holds one: most stretches are spared the search for the whole phrase."""
_SWORN = re.compile(
    r"\b(?:testif\w+|testimony|hearing|deposition|deposed|affidavit|under oath|sworn|grand jury|trial|"
    r"witness stand)\b",
    re.IGNORECASE,
)
_NOT_SPOKEN = re.compile(
    r"\b(?:statement|letter|e-?mail|tweet|Twitter|Facebook|memo|op-ed|affidavit|filing|release|post|blog|"
    r"message)s?$",
    re.IGNORECASE,
)
_FILLERS = re.compile(
    r"^(?:(?:an?|the|his|her|Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?\.?|"
    r"July?\.?|Aug(?:ust|\.)?|Sep(?:t|tember)?\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|"
    r"Dec(?:ember|\.)?|Mon|Tues|Wednes|Thurs|Fri|Satur|Sun|\d[\d,]*(?:st|nd|rd|th)?|day|last|this)(?=\W|"
    r"day)\s*(?:day)?[’']?s?\s*)+"
)


def forum_in(text: str, start: int, end: int) -> tuple[int, int] | None:
    """The span of the occasion named in a stretch ("judiciary committee confirmation hearing"), without date
    and article.
    """
    end = min(end, start + 1200)
    lowered = text[start:end].lower()
    match = _FORUM.search(text, start, end) if any_in(lowered, _NOUNS) else None
    if match is None:
        return None
    begins, ends = match.start(2), match.end(2)
    filler = _FILLERS.match(text[begins:ends])
    if filler is not None and filler.end() < ends - begins:
        begins += filler.end()
    return begins, ends


def is_written(forum: str | None) -> bool:
    """Whether the forum is a text that was given out: then "said" is not oral."""
    return forum is not None and _NOT_SPOKEN.search(forum) is not None


def sworn_status(context: str, on_behalf_of: str | None, to_press: bool) -> str:
    """'to-confirm' where the words around speak of testimony; 'no' for words to the press and by
    spokespeople.
    """
    if on_behalf_of is not None or to_press:
        return "no"
    return "to-confirm" if _SWORN.search(context) else "no"
