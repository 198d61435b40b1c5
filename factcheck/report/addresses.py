"""Where in an annex a label's record stands, and which addresses of the world may become links.

Every place is a running number; no word of the data ever becomes one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from factcheck.core.light import dataclass
from factcheck.report.outline import Line, Run

if TYPE_CHECKING:
    from factcheck.core.report import Report
    from factcheck.report.statements import SpokenOnce


@dataclass(frozen=True, slots=True)
class Addresses:
    """The place of each label; the first record that bears it has it."""

    of_label: dict[str, str]

    def to(self, label: str | None) -> str:
        """The place of a label's record, empty where the annex does not hold it."""
        return self.of_label.get(label or "", "")

    def point(self, label: str | None) -> Line:
        """The label, pointing at its record."""
        return (Run(label, "link", self.to(label)),) if label else ()


def addresses_of(report: Report, spoken: list[SpokenOnce]) -> Addresses:
    """Statements, claims, links, what they point to, other events and sources."""
    found: dict[str, str] = {}
    for number, source in enumerate(report.sources, 1):
        found.setdefault(source.head.label, f"source-{number}")
    claims = links = 0
    for number, statement in enumerate(spoken, 1):
        found.setdefault(statement.claim.statement.label, f"statement-{number}")
        for chapter in statement.chapters:
            claims += 1
            found.setdefault(chapter.claim.head.label, f"claim-{claims}")
            for exhibit in chapter.exhibits:
                links += 1
                found.setdefault(exhibit.link.head.label, f"link-{links}")
                other = exhibit.event or exhibit.statement or exhibit.row
                if other is not None:
                    found.setdefault(other.head.label, f"link-{links}")
    for number, event in enumerate(report.other_events, 1):
        found.setdefault(event.head.label, f"event-{number}")
    return Addresses(found)


def web_address(address: str | None) -> str:
    """The address if it may become a link (http or https, a host, no user name, nothing invisible), else
    empty."""
    if not address or not address.isprintable() or any(mark in address for mark in ' \\<>"'):
        return ""
    try:
        parts = urlsplit(address)
        host, user = parts.hostname, parts.username
    except ValueError:
        return ""
    return address if parts.scheme in {"http", "https"} and host and user is None else ""
