"""The last pages of an annex: the check of quotations, dissents, sources, key, words to look at, method."""

from __future__ import annotations

from typing import TYPE_CHECKING

from factcheck.core.codes import TIER_WORDS
from factcheck.report import wording
from factcheck.report.addresses import web_address
from factcheck.report.digest import all_dissents
from factcheck.report.judgement import code_line, dissent_title
from factcheck.report.method import METHOD
from factcheck.report.outline import (
    Block,
    Box,
    Bullets,
    Facts,
    Heading,
    Line,
    Para,
    Part,
    Row,
    Run,
    Table,
    alarm,
    bracketed,
    code,
    line,
    muted,
)
from factcheck.report.record import facts

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.core.report import QuoteCheck
    from factcheck.core.views.sources import SourceView
    from factcheck.report.bearings import Bearings

KEY = (
    ("S1", "a statement, as one speaker made it on one occasion"),
    ("S1.C3", "a claim: one checkable proposition in statement S1"),
    ("E2", "an event: what the record shows"),
    ("L4", "a link: a claim set beside an event, a row of a register or another statement"),
    ("D9", "a source: a document kept with its SHA-256"),
    ("“ ”", "a quotation: words that the stored source has, character for character"),
    ("no marks", "a paraphrase, or words that a reviewer typed: labelled, and never in quotation marks"),
    ("■■■□", "the degree of a finding, three of four"),
)

SHOWN = 6
"""Words at either end by which a check names a quotation that is printed in full at its footnote."""


def back(b: Bearings) -> Iterator[Part]:
    """Everything after the chapters. It must come last: it points at footnotes made before."""
    yield Part("section", tuple(_checks(b)), "checks", "Check of quotations")
    yield Part("section", tuple(_dissents(b)), "dissents", "Dissents")
    yield Part("section", tuple(_sources(b)), "sources", "Sources")
    yield Part("section", tuple(_key(b)), "key", "Key")
    yield Part("section", tuple(_lint(b)))
    yield Part("section", tuple(_method()), "method", "Method")
    yield Part("colophon", tuple(_colophon(b)))


def _checks(b: Bearings) -> Iterator[Block]:
    yield Heading(2, line("Check of every quotation"))
    if not b.report.quotations:
        yield Para(line("No quotation was compared with a stored source."))
        return
    yield Para(line(
        "Every quotation was compared with the stored text of its source. One that is printed in full at its "
        "footnote is named by its first and last words."
    ))  # fmt: skip
    same: dict[tuple[str, str, str, str], list[QuoteCheck]] = {}
    for check in b.report.quotations:
        same.setdefault((check.source, check.cite, check.words, check.match), []).append(check)
    yield Table(
        "checks", ("Record", "Words", "Cited to", "Outcome"), tuple(_check(rows, b) for rows in same.values())
    )


def _check(same: list[QuoteCheck], b: Bearings) -> Row:
    check = same[0]
    numbers = sorted({number for each in same for number in b.footnotes.of_check(each)})
    records = line(", ".join(dict.fromkeys(each.what for each in same)))
    notes = line(muted(f"{'note' if len(numbers) == 1 else 'notes'} {', '.join(map(str, numbers))}"))
    words = wording.ends_of(check.words, SHOWN) if numbers else check.words
    lost = check.match == "NOT FOUND"
    outcome = (
        line(alarm("NOT FOUND"), " in the stored source")
        if lost
        else line(wording.MATCH_WORDS.get(check.match, check.match))
    )
    cite = line(check.cite, bracketed(b.point(check.source)))
    return Row(((records, *((notes,) if numbers else ())), (line(words),), (cite,), (outcome,)), lost)


def _dissents(b: Bearings) -> Iterator[Block]:
    yield Heading(2, line("Dissents"))
    items = [
        line(
            dissent_title(item, on, b),
            line(": ", code_line(item.codes, b, in_words=True)) if item.codes else "",
        )
        for on, item in all_dissents(b.report)
    ]
    if items:
        yield Para(line("Each is printed in full where the finding or the grades are that it is about."))
        yield Bullets(tuple(items))
    else:
        yield Para(line("No dissent is recorded."))


def _sources(b: Bearings) -> Iterator[Block]:
    yield Heading(2, line("Sources"))
    for number, source in enumerate(b.report.sources, 1):
        yield Box("source", tuple(_source(source, b)), f"source-{number}")
    if not b.report.sources:
        yield Para(line("No source is printed."))


def _source(source: SourceView, b: Bearings) -> Iterator[Block]:
    yield Heading(3, line(source.title), source.head.label)
    yield from b.flags(source.head)
    size = [f"{source.size:,} bytes", f"{source.length:,} characters of text", source.encoding]
    published = wording.date_words(source.published) if source.published else source.published_said
    if source.published and source.published_said not in published:
        published = f"{source.published_said}, {published}"
    yield from facts(
        ("Kind", source.kind),
        ("Publisher", source.publisher),
        ("Author", source.author),
        ("Published", published),
        ("Retrieved", wording.date_words(source.retrieved) if source.retrieved else None),
        ("Tier", wording.coded(source.tier, TIER_WORDS)),
        ("Cite as", source.cite_as if source.cite_as != source.title else None),
        ("Bates", source.bates),
        ("Version of", b.point(source.version_of)),
        ("Variant of", b.point(source.variant_of)),
    )
    holes = "; ".join(f"{count:,} × {what}, {where}" for what, where, count in source.holes)
    yield from facts(
        ("As printed", source.printed_as),
        ("Typed by", source.typed_by),
        ("Checked by", source.checked_by),
        ("File", line(source.name, muted(f" ({', '.join(filter(None, size))}; read by {source.reader})"))),
        ("Address", _address(source.address)),
        ("SHA-256", line(code(source.hash))),
        ("Not read", holes),
        kind="narrow",
    )
    yield from b.entered(source.head)


def _address(address: str | None) -> Line:
    if not address:
        return ()
    return line(Run(address, "web", address)) if web_address(address) else line(address)


def _key(b: Bearings) -> Iterator[Block]:
    yield Heading(2, line("Key"))
    yield Facts(tuple((line(mark), line(words)) for mark, words in KEY), "key")
    scale = b.scale
    yield Heading(3, line(f"Rubric: {scale.title} ({scale.name}, version {scale.version})"))
    for dimension in scale.dimensions:
        yield Heading(4, line(dimension.label, muted(f" ({dimension.key}, {dimension.level})")))
        yield Para(line(dimension.question))
        rows = []
        for item in dimension.codes:
            example = muted(f" Example: {item.example}") if item.example else None
            missing = muted(" No point on the scale.") if item.missing else None
            used = muted(f" Used {item.used:,}×." if item.used else " Not used here.")
            rows.append(
                (line(code(item.key), f" {item.label}"), line(item.definition, example, missing, used))
            )
        yield Facts(tuple(rows), "key")
    yield Heading(3, line("Tiers of sources"))
    yield Facts(tuple((line(code(tier)), line(words)) for tier, words in TIER_WORDS.items()), "key")


def _lint(b: Bearings) -> Iterator[Block]:
    yield Heading(2, line("Words to look at again"))
    if b.report.lint:
        yield Para(line(
            "These words in reviewers’ own text draw a legal conclusion or speak of intent. They are "
            "reported and were not changed."
        ))  # fmt: skip
        yield Bullets(tuple(line(f"{item.where}: ", code(item.word)) for item in b.report.lint))
    else:
        yield Para(line(
            "No word in reviewers’ own text was found that draws a legal conclusion or speaks of intent."
        ))  # fmt: skip


def _method() -> Iterator[Block]:
    yield Heading(2, line("Method"))
    for paragraph in METHOD:
        yield Para(line(paragraph))


def _colophon(b: Bearings) -> Iterator[Block]:
    report = b.report
    made = f"Made with factcheck {report.version}, as of {wording.date_words(report.as_of)}. {report.status}."
    yield Para(line(made, " SAMPLE." if report.sample else ""))
    yield Para(line("Ledger heads ", code(report.head)))
