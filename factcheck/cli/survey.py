"""What is shown before a folder, an archive or a production is added."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from factcheck.cli.tables import table

if TYPE_CHECKING:
    from collections.abc import Iterator

    from factcheck.workbench.exhibits import Survey


def survey_lines(survey: Survey) -> Iterator[str]:
    """The files with their numbers and pages, those that are not read and why, and what is to be said."""
    rows = [
        (
            one.name,
            str(one.bates or ""),
            str(one.pages or ""),
            one.not_read or _same(survey, one.name) or (f"with {one.variant_of}" if one.variant_of else ""),
        )
        for one in survey.files
    ]
    if rows:
        yield from table(("FILE", "BATES", "PAGES", "REMARK"), rows)
    yield from sums(survey)


def sums(survey: Survey) -> Iterator[str]:
    """How many there are, their ranges, and every remark."""
    read = [one for one in survey.files if one.not_read is None]
    fresh = len(read) - len(survey.known)
    pages = sum(one.pages for one in read)
    counted = [
        f"{fresh:,} to add",
        f"{len(survey.known):,} the same as another" if survey.known else "",
        f"{len(survey.files) - len(read):,} not read" if len(read) < len(survey.files) else "",
        f"{pages:,} pages" if pages else "",
    ]
    yield f"{', '.join(filter(None, counted))}."
    if survey.ranges:
        yield f"Bates: {', '.join(map(str, survey.ranges[:20]))}{' …' if len(survey.ranges) > 20 else ''}"
    for remark in survey.remarks:
        yield f"{'wrong: ' if remark.severity == 'wrong' else ''}{remark.text}"


def survey_fields(survey: Survey) -> dict[str, Any]:
    """The same for a program."""
    return {
        "files": [
            {
                "file": one.name,
                "size": one.size,
                "sha256": one.sha256,
                "pages": one.pages,
                "bates": str(one.bates) if one.bates else None,
                "same_as": survey.known.get(one.name),
                "variant_of": one.variant_of,
                "not_read": one.not_read,
            }
            for one in survey.files
        ],
        "bates": [str(one) for one in survey.ranges],
        "gaps": [str(one) for one in survey.gaps],
        "remarks": [{"severity": one.severity, "text": one.text} for one in survey.remarks],
        "wrong": survey.is_wrong,
    }


def _same(survey: Survey, name: str) -> str:
    same = survey.known.get(name)
    return f"the same bytes as {same}" if same else ""
