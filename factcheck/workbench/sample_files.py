"""The files of the sample case: read, their quotations located, and checked against one another.

``case.toml`` says what the case holds; it gives every place by exact words, which must stand once in the file
of the source named. So a person can change the files with a plain editor and is told what no longer fits.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.core.anchors import JOINT
from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from pathlib import Path

SCRIPT = "case.toml"

Item = Mapping[str, Any]
"""One table of the script."""


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words that the script says stand in a source, and which item says so.

    `parts` stand apart in the source, in its order; `within` is the longer stretch in which to look for them.
    """

    item: str
    source: str
    parts: tuple[str, ...]
    within: str | None = None


@dataclass(frozen=True, slots=True)
class SampleFiles:
    """The script and the texts it quotes, by the label of their source."""

    folder: Path
    script: Item
    texts: Mapping[str, str]

    def items(self, kind: str) -> Sequence[Item]:
        """The script's tables of one kind, in its order."""
        return tuple(self.script.get(kind, ()))

    def file_of(self, source: str) -> Path:
        """The file of a source, by its label."""
        name: str = next(item["file"] for item in self.items("source") if item["label"] == source)
        return self.folder / name


def read_sample(folder: Path) -> SampleFiles:
    """The script and the sources it names. A FactcheckError names the file that is missing or broken."""
    try:
        script = tomllib.loads(_read(folder / SCRIPT))
    except tomllib.TOMLDecodeError as error:
        raise misfit(f"{SCRIPT}: {error}") from error
    texts = {}
    for number, source in enumerate(script.get("source", []), 1):
        if not {"label", "file"} <= source.keys():
            raise misfit(f"{SCRIPT}: source {number} has no label or no file.")
        texts[source["label"]] = _read(folder / source["file"])
    return SampleFiles(folder, script, texts)


def check_sample(folder: Path) -> list[str]:
    """What does not fit together: quotations that their source does not have exactly once, labels missing or
    given twice. Each problem names the file and the item."""
    return problems_of(read_sample(folder))


def problems_of(sample: SampleFiles) -> list[str]:
    """The same for files at hand."""
    return [*_label_problems(sample), *_quotation_problems(sample)]


def quotations(sample: SampleFiles) -> Iterator[Quotation]:
    """Every stretch of a source that the script quotes."""
    for statement in sample.items("statement"):
        yield quotation(statement)
        if "question" in statement:
            yield Quotation(f"{name_of(statement)}, question", statement["source"], (statement["question"],))
    for event in sample.items("event"):
        for evidence in event.get("evidence", ()):
            if "source" in evidence:
                yield quotation(evidence, f"{name_of(event)}, evidence")
    for explanation in sample.items("explanation"):
        if "source" in explanation:
            yield quotation(explanation)


def quotation(item: Item, name: str = "") -> Quotation:
    """What one item of the script quotes from its source."""
    words = item["words"]
    parts = (words,) if isinstance(words, str) else tuple(words)
    return Quotation(name or name_of(item), item["source"], parts, item.get("within"))


def spans(text: str, wanted: Quotation) -> list[tuple[int, int]]:
    """Where the parts of a quotation stand in a text: code points, end excluded.

    A FactcheckError names the item whose words are not there, are there twice, or stand in another order.
    """
    start, end = 0, len(text)
    if wanted.within is not None:
        start = _only(text, wanted.within, wanted.item)
        end = start + len(wanted.within)
    found = []
    for part in wanted.parts:
        at = start + _only(text[start:end], part, wanted.item)
        found.append((at, at + len(part)))
    if found != sorted(found):
        raise misfit(f"{wanted.item}: the parts of the quotation stand in another order.")
    return found


def joined_words(statement: Item) -> str:
    """A statement's words as its record has them."""
    return JOINT.join(quotation(statement).parts)


def claims_of(statement: Item) -> Sequence[Item]:
    """The claims that the script makes of a statement; none means the whole of it."""
    return tuple(statement.get("claim", ()))


def pieces(statement: Item, words: str) -> list[tuple[int, int]]:
    """Where a statement's claims stand in its words."""
    found = []
    for claim in claims_of(statement):
        at = _only(words, claim["words"], name_of(claim))
        found.append((at, at + len(claim["words"])))
    return found


def name_of(item: Item) -> str:
    """What an item is called in a message: its label, its name, or what it belongs to."""
    return str(item.get("label") or item.get("name") or item.get("link") or item.get("on") or "an item")


def _only(text: str, part: str, item: str) -> int:
    count = text.count(part)
    if count != 1:
        often = "do not stand" if count == 0 else f"stand {count} times"
        raise misfit(f"{item}: the words “{part[:60]}” {often} in the text they are quoted from.")
    return text.index(part)


def _label_problems(sample: SampleFiles) -> Iterator[str]:
    seen: set[str] = set()
    claims = [claim for statement in sample.items("statement") for claim in claims_of(statement)]
    for kind in ("source", "person", "statement", "claim", "event", "link", "explanation"):
        for number, item in enumerate(claims if kind == "claim" else sample.items(kind), 1):
            label = item.get("label")
            if label is None:
                yield f"{SCRIPT}: {kind} {number} has no label."
            elif label in seen:
                yield f"{SCRIPT}: the label {label} is given twice."
            seen.add(label or "")


def _quotation_problems(sample: SampleFiles) -> Iterator[str]:
    for wanted in quotations(sample):
        if wanted.source not in sample.texts:
            yield f"{SCRIPT}: {wanted.item}: there is no source {wanted.source}."
            continue
        try:
            spans(sample.texts[wanted.source], wanted)
        except FactcheckError as error:
            yield f"{sample.file_of(wanted.source).name}: {error.detail}"
    for statement in sample.items("statement"):
        try:
            pieces(statement, joined_words(statement))
        except FactcheckError as error:
            yield f"{SCRIPT}: {error.detail}"


def _read(file: Path) -> str:
    try:
        return file.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        raise misfit(f"{file.name}: {error}") from error


def misfit(what: str) -> FactcheckError:
    """The error of files that cannot be read or do not fit together."""
    return FactcheckError(
        "The sample's files do not fit together",
        what,
        "They are plain files in the folder data/sample; correct them, or install factcheck again.",
    )
