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
        (one.name, str(one.bates or ""), str(one.pages or ""), survey.remark_on(one)) for one in survey.files
    ]
    if rows:
        yield from table(("FILE", "BATES", "PAGES", "REMARK"), rows)
    yield from survey.sums()


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
