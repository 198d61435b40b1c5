"""What a page says of itself: title, author, publisher, address, and when it was published.

Only what stands in so many words in its head (`<meta>`, JSON-LD, the canonical link), in a `<time>` or in an
element marked as the author is taken; nothing is guessed from an address, a text or a file's age. What the
page does not say is None.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from typing import Any
from urllib.parse import urlsplit

from factcheck.core.edtf import MONTH_NAMES, is_edtf
from factcheck.core.light import dataclass
from factcheck.read.visible import Page

_TITLES = ("og:title", "headline", "citation_title", "dc.title", "dcterms.title", "twitter:title")
_AUTHORS = (
    "author", "citation_author", "dc.creator", "dcterms.creator", "parsely-author", "sailthru.author", "byl",
    "article:author", "og:article:author",
)  # fmt: skip
_PUBLISHERS = ("og:site_name", "citation_publisher", "dc.publisher", "dcterms.publisher", "publisher")
_DATES = (
    "article:published_time", "og:article:published_time", "datepublished", "citation_publication_date",
    "citation_online_date", "dc.date.issued", "dcterms.issued", "dcterms.created", "dc.date.created",
    "parsely-pub-date", "sailthru.date", "pubdate", "publishdate", "publish-date", "publish_date",
    "publication_date", "pdate", "dc.date", "dcterms.date", "date",
)  # fmt: skip
"""Names of meta elements in the order in which they are believed; those of a change are not among them."""

_WORKS = re.compile(
    r"Article|Posting|WebPage|CreativeWork|Report|Legislation|PressRelease|Speech|VideoObject|Book|Dataset"
)

LONGEST = 500
"""Code points of a title, a name or an address; what is longer is none."""

MAX_JSON = 2_000_000
MAX_PARTS = 20_000

_MONTHS = {name[:3].lower(): number for number, name in enumerate(MONTH_NAMES, 1)}
_ISO = re.compile(
    r"(\d{4})-(\d{2})(?:-(\d{2})"
    r"(?:[T ]\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?\s*(?:Z|UTC|GMT|[+-]\d{2}:?\d{0,2})?)?)?",
    re.ASCII,
)
_SOLID = re.compile(r"(\d{4})/?(\d{2})/?(\d{2})", re.ASCII)
_MONTH_FIRST = re.compile(r"(?:[A-Za-z]{3,9},? )?([A-Za-z]{3,9})\.? (\d{1,2}),? (\d{4})\b.{0,40}", re.ASCII)
_DAY_FIRST = re.compile(r"(?:[A-Za-z]{3,9},? )?(\d{1,2}) ([A-Za-z]{3,9})\.?,? (\d{4})\b.{0,40}", re.ASCII)
_BY = re.compile(r"by\s+", re.IGNORECASE)
_SPACE = re.compile(r"\s+")
_NOT_SHOWN = re.compile("[\x00-\x1f\x7f-\x9f\ud800-\udfff]")


@dataclass(frozen=True, slots=True)
class Facts:
    """What a page says of itself. `published` is EDTF, `published_basis` where that stands, as it stands."""

    title: str | None = None
    author: str | None = None
    publisher: str | None = None
    address: str | None = None
    published: str | None = None
    published_basis: str | None = None


def facts_of(page: Page) -> Facts:
    """What the page says of itself."""
    works = list(_works(page.json_ld))
    headings = [block.text for block in page.blocks if block.tag == "h1"]
    published, basis = _published(page, works)
    return Facts(
        title=_first(
            *_metas(page, _TITLES[:1]),
            *(work.get("headline") for work in works),
            *_metas(page, _TITLES[1:]),
            headings[0] if len(headings) == 1 else None,
            (page.title or "").removeprefix("- "),
        ),
        author=_authors(page, works),
        publisher=_first(*_metas(page, _PUBLISHERS), *(_name(work.get("publisher")) for work in works)),
        address=_address(page, works),
        published=published,
        published_basis=basis,
    )


def day_of(stamp: str) -> str | None:
    """The day (or month) of a time stamp as it is written there, as EDTF: its own zone, no other.

    ISO 8601, 20170302, and days with the month in words are read; 03/02/2017 has two meanings and is not.
    """
    stamp = _SPACE.sub(" ", stamp.strip())
    if found := _ISO.fullmatch(stamp):
        edtf = "-".join(part for part in found.group(1, 2, 3) if part)
    elif found := _SOLID.fullmatch(stamp):
        edtf = "-".join(found.groups())
    elif found := _MONTH_FIRST.fullmatch(stamp):
        edtf = f"{found[3]}-{_MONTHS.get(found[1][:3].lower(), 0):02}-{int(found[2]):02}"
    elif found := _DAY_FIRST.fullmatch(stamp):
        edtf = f"{found[3]}-{_MONTHS.get(found[2][:3].lower(), 0):02}-{int(found[1]):02}"
    else:
        return None
    return edtf if is_edtf(edtf) else None


def _published(page: Page, works: list[dict[str, Any]]) -> tuple[str | None, str | None]:
    """The day that the first believed of all stamps names, and in words which stamp that is.

    Where a stamp in local time and one in UTC name neighbouring days of one moment, the local day counts. Of
    `<time>` elements without a mark only a day that all of them share is taken.
    """
    found = [(day, where, stamp) for where, stamp in _stamps(page, works) if (day := day_of(stamp))]
    if not found:
        return None, None
    day, where, stamp = found[0]
    if _is_in_utc(stamp):
        local = [one for one in found[1:] if _same_moment(one[2], stamp) and not _is_in_utc(one[2])]
        if local:
            day, where, stamp = local[0]
    basis = f"{where}: {stamp}"
    if others := [f"{other}: {it}" for d, other, it in found if d != day and not _same_moment(it, stamp)]:
        basis += f"; but {others[0]}"
    return day, basis[:LONGEST]


def _stamps(page: Page, works: list[dict[str, Any]]) -> Iterator[tuple[str, str]]:
    for work in works:
        if isinstance(stamp := work.get("datePublished"), str):
            yield "JSON-LD datePublished", stamp
    for name in _DATES:
        yield from ((f"meta {key}", content) for key, content in page.metas if key == name)
    marked = [stamp for stamp, is_published in page.times if is_published]
    yield from (("time of publication", stamp) for stamp in marked)
    days = {day_of(stamp) for stamp, _ in page.times}
    if not marked and len(days) == 1:
        yield "time element", page.times[0][0]


def _is_in_utc(stamp: str) -> bool:
    return re.search(r"(Z|UTC|GMT|[+]00:?00)$", stamp.strip()) is not None


def _same_moment(one: str, other: str) -> bool:
    first, second = _moment(one), _moment(other)
    return first is not None and first == second


def _moment(stamp: str) -> int | None:
    """Whole minutes since 1970 of an ISO 8601 time stamp with a zone."""
    from datetime import datetime

    try:
        read = datetime.fromisoformat(stamp.strip())
        return int(read.timestamp() // 60) if read.tzinfo else None
    except (ValueError, OverflowError):
        return None


def _authors(page: Page, works: list[dict[str, Any]]) -> str | None:
    for names in (
        [_name(author) for work in works for author in _listed(work.get("author"))],
        _metas(page, _AUTHORS),
        page.authors,
    ):
        known = [
            _BY.sub("", name, count=1) if _BY.match(name) else name for name in map(one_line, names) if name
        ]
        if people := [
            name for name in dict.fromkeys(known) if "://" not in name and not name.startswith("@")
        ]:
            return one_line(", ".join(people))
    return None


def _address(page: Page, works: list[dict[str, Any]]) -> str | None:
    named = [page.canonical, *_metas(page, ("og:url",)), page.saved_from]
    named += [work["url"] for work in works if isinstance(work.get("url"), str)]
    return next((url for url in map(one_line, named) if url and is_address(url)), None)


def is_address(url: str) -> bool:
    """Whether this is the whole address of something on the web."""
    try:
        parts = urlsplit(url)
        return parts.scheme in ("http", "https") and bool(parts.hostname)
    except ValueError:
        return False


def _metas(page: Page, names: Iterable[str]) -> list[str]:
    return [content for name in names for key, content in page.metas if key == name]


def _works(scripts: Iterable[str]) -> Iterator[dict[str, Any]]:
    """The written works that JSON-LD speaks of, in order, whatever they are wrapped in."""
    for script in scripts:
        if len(script) > MAX_JSON:
            continue
        try:
            parts = [json.loads(script)]
        except (ValueError, RecursionError):
            continue
        seen = 0
        while parts and seen < MAX_PARTS:
            part, seen = parts.pop(0), seen + 1
            if isinstance(part, list):
                parts[:0] = part[:MAX_PARTS]
            elif isinstance(part, dict):
                if any(_WORKS.search(kind) for kind in _listed(part.get("@type")) if isinstance(kind, str)):
                    yield part
                parts[:0] = [part[key] for key in ("@graph", "mainEntity", "mainEntityOfPage") if key in part]


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _name(value: Any) -> str | None:
    if isinstance(value, list):
        return next(filter(None, map(_name, value[:20])), None)
    name = value.get("name") if isinstance(value, dict) else value
    return name if isinstance(name, str) else None


def _first(*values: Any) -> str | None:
    return next(filter(None, map(one_line, values)), None)


def one_line(value: Any) -> str | None:
    """A text on one line, or None where there is none or no title or name could be so long."""
    if not isinstance(value, str):
        return None
    text = _SPACE.sub(" ", _NOT_SHOWN.sub(" ", value)).strip()
    return text if 0 < len(text) <= LONGEST else None
