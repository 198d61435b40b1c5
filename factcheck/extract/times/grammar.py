"""From trigger words to mentions: which words can open a time expression, and the patterns tried there."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator

from factcheck.core.light import dataclass
from factcheck.extract.times import counted, named, numbered, relative
from factcheck.extract.times.model import Mention

Build = Callable[[re.Match[str], str], Mention | None]


@dataclass(frozen=True, slots=True)
class Production:
    """A pattern tried where one of its trigger words stands; ``build`` may still decline with None."""

    triggers: tuple[str, ...]
    pattern: re.Pattern[str]
    build: Build


def _productions() -> Iterator[Production]:
    for triggers, pattern, build in (*named.RULES, *relative.RULES, *counted.RULES, *numbered.RULES):
        yield Production(tuple(triggers), re.compile(_any_space(pattern)), build)


_ONE_SPACE = re.compile(r"(?P<behind>\(\?<[=!][^)]*\))|(?<!\[)\\s(?P<maybe>\??)(?![\]*+{-])")


def _any_space(pattern: str) -> str:
    """Let one space of a pattern be a few, or a line end with its indent; look-behinds stay as they are."""
    return _ONE_SPACE.sub(lambda m: m["behind"] or rf"\s{{{0 if m['maybe'] else 1},12}}", pattern)


def _trie(words: Iterable[str]) -> str:
    """A pattern for any of the words that looks at each letter once."""
    words = sorted(set(words))
    if words == [""]:
        return ""
    branches = []
    for letter in sorted({w[0] for w in words if w}):
        branches.append(letter + _trie(w[1:] for w in words if w[:1] == letter))
    pattern = branches[0] if len(branches) == 1 else "(?:" + "|".join(branches) + ")"
    return f"(?:{pattern})?" if "" in words else pattern


_BY_TRIGGER: dict[str, list[Production]] = {}
_BY_DIGITS: list[Production] = []
for _production in _productions():
    for _word in _production.triggers:
        if _word == "0":
            _BY_DIGITS.append(_production)
        else:
            _BY_TRIGGER.setdefault(_word, []).append(_production)

_GROUP = re.compile(r"\(\?P<\w+>")
_SAME_AGAIN = re.compile(r"\(\?P=\w+\)")


def _gate(productions: list[Production]) -> re.Pattern[str]:
    """Matches wherever one of the productions does: most places are ruled out in one look instead of many.
    A group that must come again is a mark between numbers: any mark stands for it.
    """
    patterns = (production.pattern.pattern for production in productions)
    nameless = (_SAME_AGAIN.sub(r"\\W", _GROUP.sub("(?:", pattern)) for pattern in patterns)
    return re.compile("|".join(f"(?:{pattern})" for pattern in nameless))


_THE_GATE = _gate(_BY_TRIGGER["the"])
_DIGIT_GATE = _gate(_BY_DIGITS)
"""The two commonest triggers, with many productions each; gates for all would cost more than they spare."""

_TRIGGER = re.compile(rf"(?<![a-z\d])(?:{_trie(_BY_TRIGGER)}(?![a-z])|\d{{1,4}})")


def mentions(text: str, low: str) -> list[Mention]:
    """Every mention, in order, none overlapping. ``low`` is the text lower-cased, letter for letter."""
    found: list[Mention] = []
    position = 0
    search = _TRIGGER.search
    while trigger := search(low, position):
        start = trigger.start()
        position = trigger.end()
        word = trigger.group()
        digits = word[0].isdigit()
        gate = _DIGIT_GATE if digits else _THE_GATE if word == "the" else None
        if gate is not None and gate.match(low, start) is None:
            continue
        for production in _BY_DIGITS if digits else _BY_TRIGGER[word]:
            match = production.pattern.match(low, start)
            mention = production.build(match, text) if match else None
            if mention is not None:
                if mention.kind != "nothing":
                    found.append(mention)
                position = max(position, mention.end)
                break
    return found
