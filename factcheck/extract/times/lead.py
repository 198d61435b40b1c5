"""The words that lead to a date and change what it means: early, about, since, before, until."""

from __future__ import annotations

import re
from datetime import date

from factcheck.core.light import dataclass
from factcheck.extract.times.days import valid
from factcheck.extract.times.model import Mention
from factcheck.extract.times.resolve import part_of
from factcheck.extract.times.story import Story

_EDGE = re.compile(
    r"\b(?P<edge>early|late|mid|middle|beginning|start|outset|end|close|turn)"
    r"(?:\s(?:in|of))?(?:\sthe)?[\s-]$"
)
_ABOUT = re.compile(r"\b(?:about|around|circa|ca?\.|approximately|roughly|some\s?time\s(?:in|around))\s$")
_OPENING = re.compile(
    r"\b(?P<open>(?:ever\s)?since|before|prior\sto|after|following|until|till|by|through|no\slater\sthan)\s"
    r"(?:(?:about|around|at\sleast|the)\s)?$"
)
_PARTS = {
    "early": "early", "beginning": "early", "start": "early", "outset": "early", "turn": "early",
    "mid": "mid", "middle": "mid",
}  # fmt: skip
_LEAVES_END_OPEN = frozenset({"since", "ever since", "after", "following"})
_REACH = 32


@dataclass(frozen=True, slots=True)
class Lead:
    """The leading words of one date: where they start and what they do to its value."""

    start: int
    part: str = ""
    now: date | None = None
    about: bool = False
    opening: str = ""

    def applied(self, value: str) -> str:
        """The value with the leading words: a part of it, an approximation, an interval open at one side."""
        value = (part_of(value, self.part, self.now) or value) if self.part else value
        if self.about and "/" not in value and "~" not in value:
            value += "~"
        if not self.opening or value.endswith("/..") or value.startswith("../"):
            return value
        first, _, last = value.partition("/")
        opened = f"{first}/.." if self.opening in _LEAVES_END_OPEN else f"../{last or first}"
        return opened if valid(opened) else value


def lead_of(mention: Mention, story: Story, *, opens: bool) -> Lead:
    """What leads to the mention; without ``opens`` (an end of a range) no since or before."""
    start = mention.start
    if mention.kind in ("vague", "campaign", "outside"):
        return Lead(start)
    reach = max(story.read_to, start - _REACH)
    before, part, now = story.low[reach:start], "", story.now_at(start)[0]
    edge = _EDGE.search(before)
    if edge and mention.kind in ("calendar", "fixed", "deictic"):
        part, before = _PARTS.get(edge["edge"], "late"), before[: edge.start()]
    about = _ABOUT.search(before)
    if about:
        before = before[: about.start()]
    opening = _OPENING.search(before.removesuffix("the ")) if opens else None
    if opening:
        before = before[: opening.start()]
    elif not edge and not about:
        return Lead(start)
    start = reach + len(before)
    return Lead(
        start, part, now.earliest if now else None, about is not None, opening["open"] if opening else ""
    )
