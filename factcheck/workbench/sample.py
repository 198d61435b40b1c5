"""The sample case, built the way a person builds one: by the acts of the workbench, as the reviewers named.

The script is read from plain files (see `sample_files`); nothing in here knows what the case is about.
"""

from __future__ import annotations

import os
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from factcheck import paths
from factcheck.errors import FactcheckError
from factcheck.workbench import acts, cases, readings
from factcheck.workbench.sample_files import (
    SCRIPT,
    Item,
    Quotation,
    SampleFiles,
    check_sample,
    claims_of,
    joined_words,
    misfit,
    name_of,
    pieces,
    problems_of,
    quotation,
    read_sample,
    spans,
)

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from factcheck.core.protocols import Clock, Ids
    from factcheck.core.viewer import Viewer
    from factcheck.core.views.records import Made
    from factcheck.workbench.cases import OpenCase

__all__ = ["build", "check_sample", "read_sample"]


def build(
    path: Path, *, folder: Path | None = None, clock: Clock | None = None, ids: Ids | None = None
) -> OpenCase:
    """Makes the sample case at a path where nothing is, from the files in `folder` (else the program's own).

    The case appears whole or not at all; a FactcheckError names the file and the item at fault.
    """
    if path.exists():
        raise FactcheckError("There is a file of that name already", f"{path}", "Choose another name.")
    sample = read_sample(folder or paths.sample_folder())
    if problems := problems_of(sample):
        raise misfit("\n".join(problems))
    making = path.with_name(f".{path.name}.{os.getpid()}.new")
    making.unlink(missing_ok=True)  # what a killed process of the same number left
    try:
        with _new_case(making, sample, clock, ids) as case:
            Scribe(case, sample).write()
        _appear(making, path)
    finally:
        for end in ("", "-wal", "-shm"):
            making.with_name(making.name + end).unlink(missing_ok=True)
    return cases.open_case(path, clock=clock, ids=ids)


def _new_case(path: Path, sample: SampleFiles, clock: Clock | None, ids: Ids | None) -> OpenCase:
    case = sample.script["case"]
    return cases.new_case(
        path, by=case["by"], title=case["title"], question=case["question"], sample=True, clock=clock, ids=ids
    )


def _appear(making: Path, path: Path) -> None:
    """Gives the finished case its name. Where another process was quicker, that one's is as good."""
    try:
        os.link(making, path)
    except FileExistsError:
        return
    except OSError:  # a file system without hard links
        if not path.exists():
            making.rename(path)


class Scribe:
    """Performs the script's items one after another, each as the reviewer it names; keeps the ids made."""

    def __init__(self, case: OpenCase, sample: SampleFiles) -> None:
        self.case = case
        self.sample = sample
        self.ids: dict[str, str] = {}
        """Ids of what was made, by label; of grades by reviewer and link; of named notes by name."""

    def write(self) -> None:
        """The whole case, in the order in which people work: sources first, judgements last."""
        self.case_itself()
        for kind, perform in (
            ("reviewer", self.reviewer),
            ("source", self.source),
            ("person", self.person),
            ("statement", self.statement),
            ("event", self.event),
            ("link", self.link),
            ("explanation", self.explanation),
            ("grade", self.grade),
            ("adjudication", self.adjudication),
            ("dissent", self.dissent),
            ("note", self.note),
            ("tag", self.tag),
        ):
            for item in self.sample.items(kind):
                with _told(kind, item):
                    perform(item)

    def case_itself(self) -> None:
        about = self.sample.script["case"]
        with _told("case", about):
            acts.edit(self.case, self.by(about), "case", {name: about[name] for name in ("summary", "zone")})

    def reviewer(self, item: Item) -> None:
        cases.enrol(self.case, self.by({}), item["name"], item["role"])

    def source(self, item: Item) -> None:
        card = _without(item, "label", "by", "file", "variant_of")
        if "variant_of" in item:
            card["variant_of"] = self.ids[item["variant_of"]]
        file = self.sample.folder / item["file"]
        added = acts.add_source(self.case, self.by(item), file, extract=False, **card)
        if added.made is None:
            raise FactcheckError("The same file twice", f"{item['file']} holds what {added.same_as} holds.")
        self.made(item, added.made)

    def person(self, item: Item) -> None:
        roles = [(role["title"], role.get("when")) for role in item.get("roles", ())]
        aliases = item.get("aliases", ())
        made = acts.person(self.case, self.by(item), item["name"], aliases=aliases, roles=roles)
        self.made(item, made)

    def statement(self, item: Item) -> None:
        words = quotation(item)
        question = (
            Quotation(name_of(item), item["source"], (item["question"],)) if "question" in item else None
        )
        made = acts.capture(
            self.case,
            self.by(item),
            item["source"],
            self.places(words),
            question_spans=self.places(question) if question else (),
            claims=pieces(item, joined_words(item)),
            **_without(item, "label", "by", "source", "words", "within", "question", "claim"),
        )
        self.made(item, made)
        for claim in claims_of(item):
            with _told("claim", claim):
                acts.edit(self.case, self.by(item), claim["label"], _without(claim, "label", "words"))

    def event(self, item: Item) -> None:
        made = acts.event(self.case, self.by(item), **_without(item, "label", "by", "evidence"))
        self.made(item, made)
        for evidence in item.get("evidence", ()):
            self.evidence(item, evidence)

    def evidence(self, event: Item, item: Item) -> None:
        where = self.places(quotation(item, name_of(event))) if "source" in item else ()
        card = _without(item, "by", "words", "within")
        acts.evidence(self.case, self.by(item), event["label"], spans=where, **card)

    def link(self, item: Item) -> None:
        self.made(item, acts.link(self.case, self.by(item), item["claim"], item["record"]))

    def explanation(self, item: Item) -> None:
        quoted = "source" in item
        card = _without(item, "label", "by", "of", "within", "bears_on", *(("words",) if quoted else ()))
        if "bears_on" in item:
            card["bears_on"] = [self.ids[label] for label in item["bears_on"]]
        where = self.places(quotation(item)) if quoted else ()
        self.made(item, acts.explain(self.case, self.by(item), item["of"], spans=where, **card))

    def grade(self, item: Item) -> None:
        card = _without(item, "link", "by", "codes", "reading")
        given = acts.grade(
            self.case,
            self.by(item),
            item["link"],
            item["codes"],
            as_of=self.sample.script["case"]["as_of"],
            readings=item.get("reading"),
            **card,
        )
        self.ids[f"{item['by']} {item['link']}"] = given.made.id

    def adjudication(self, item: Item) -> None:
        chosen = self.ids[f"{item['chosen']} {item['link']}"] if "chosen" in item else None
        as_of = self.sample.script["case"]["as_of"]
        acts.adjudicate(
            self.case, self.by(item), item["link"], item["codes"], item["reason"], chosen=chosen, as_of=as_of
        )

    def dissent(self, item: Item) -> None:
        acts.dissent(self.case, self.by(item), item["link"], item["text"], item.get("codes"))

    def note(self, item: Item) -> None:
        answered = self.ids[item["answers"]] if "answers" in item else None
        made = acts.note(
            self.case, self.by(item), item["on"], item["text"], scope=item["scope"], parent=answered
        )
        if "name" in item:
            self.ids[item["name"]] = made.id

    def tag(self, item: Item) -> None:
        acts.tag(self.case, self.by(item), item["on"], item["name"])

    def by(self, item: Item) -> Viewer:
        """Who does it: the reviewer named by the item, else the one who opened the case."""
        return cases.viewer_for(self.case, item.get("by") or self.sample.script["case"]["by"])

    def places(self, wanted: Quotation) -> Sequence[tuple[int, int]]:
        """Where the words stand in the text that the case has stored."""
        reader = self.by({})
        length = readings.source_view(self.case, reader, wanted.source).length
        return spans(readings.text_of(self.case, reader, wanted.source, 0, length), wanted)

    def made(self, item: Item, made: Made) -> None:
        """Keeps what was made, and insists that it is called what the script calls it."""
        if made.label != item["label"]:
            raise FactcheckError(
                "The sample's labels do not follow its order", f"It became {made.label}, not {item['label']}."
            )
        self.ids[made.label] = made.id


def _without(item: Item, *names: str) -> dict[str, Any]:
    return {name: value for name, value in item.items() if name not in names}


@contextmanager
def _told(kind: str, item: Item) -> Iterator[None]:
    """Trouble with an item is told with the file and the item."""
    try:
        yield
    except KeyError as error:
        missing = f"it needs {error}, or names it before it is made."
        raise FactcheckError(
            "The sample cannot be built", f"{SCRIPT}, {kind} {name_of(item)}: {missing}"
        ) from error
    except FactcheckError as error:
        raise FactcheckError(
            "The sample cannot be built", f"{SCRIPT}, {kind} {name_of(item)}: {error}", error.hint
        ) from error
