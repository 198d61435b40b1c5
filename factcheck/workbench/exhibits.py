"""Exhibits before they are added: what there is, which Bates numbers it bears, what is missing or wrong.

Nothing is written here. Every file is read once for its pages and stamps; adding reads it again and refuses
what has changed since.
"""

from __future__ import annotations

import hashlib
from contextlib import closing
from dataclasses import field, replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.core.bates import BatesRange, gaps, together
from factcheck.core.light import dataclass
from factcheck.core.pages import pages_of
from factcheck.errors import FactcheckError
from factcheck.store import rows
from factcheck.workbench import load_rows, many, numbering, reading
from factcheck.workbench.folders import Said
from factcheck.workbench.numbering import Listed, Remark

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile
    from factcheck.workbench.gathering import Gathering, Outcome, PageFiles
    from factcheck.workbench.many import How, Job


@dataclass(frozen=True, slots=True)
class Survey:
    """A set of files before it is added. `known` names files whose bytes are in the case, or in an earlier
    file of the set, with the label or name of that one."""

    files: tuple[Listed, ...]
    known: dict[str, str]
    remarks: tuple[Remark, ...]
    bound: Mapping[str, PageFiles] = field(default_factory=dict)
    """The documents that are a file a page, by name."""

    @property
    def is_wrong(self) -> bool:
        """Whether a person has to decide something before this is added."""
        return any(remark.severity == "wrong" for remark in self.remarks)

    @property
    def ranges(self) -> list[BatesRange]:
        """The numbers that the files bear, together."""
        return together(one.bates for one in self.files if one.bates and one.not_read is None)

    @property
    def gaps(self) -> list[BatesRange]:
        """The numbers between them that no file bears."""
        return gaps(self.ranges)

    def remark_on(self, one: Listed) -> str:
        """Why a file is not read, or not added again, or beside which other; empty for most."""
        if one.not_read:
            return one.not_read
        if same := self.known.get(one.name):
            return f"the same bytes as {same}"
        return f"with {one.variant_of}" if one.variant_of else ""

    def sums(self) -> Iterator[str]:
        """How many files there are, their ranges, and every remark, a line each."""
        read = [one for one in self.files if one.not_read is None]
        pages = sum(one.pages for one in read)
        counted = [
            f"{len(read) - len(self.known):,} to add",
            f"{len(self.known):,} the same as another" if self.known else "",
            f"{len(self.files) - len(read):,} not read" if len(read) < len(self.files) else "",
            f"{pages:,} pages" if pages else "",
        ]
        yield f"{', '.join(filter(None, counted))}."
        if ranges := self.ranges:
            yield f"Bates: {', '.join(map(str, ranges[:20]))}{' …' if len(ranges) > 20 else ''}"
        for remark in self.remarks:
            yield f"{'wrong: ' if remark.severity == 'wrong' else ''}{remark.text}"

    def said(self) -> dict[str, Said]:
        """What adding has to know of each file."""
        return {
            one.name: Said(
                str(one.bates) if one.bates else None,
                one.sha256,
                one.variant_of,
                self.bound.get(one.name, ()),
            )
            for one in self.files
            if one.not_read is None
        }


def survey(
    case: CaseFile,
    viewer: Viewer,
    gathering: Gathering,
    how: How,
    bates: str | None = None,
    *,
    progress: Callable[[int], None] | None = None,
    workers: int | None = None,
) -> Survey:
    """Looks at files without adding them. `bates` says where their numbers stand: `from-name`, `stamp`, or
    the path of a load file; None where they bear none."""
    load_file = None if bates in (None, numbering.BY_NAME, numbering.BY_STAMP) else Path(str(bates))
    listed = reading.load_file(load_file) if load_file else None
    documents = load_rows.documents(gathering, listed.rows) if listed else load_rows.Documents()
    gathering.bind(documents.files)
    files: list[Listed] = []
    look = partial(_look, replace(how, extract=False))
    known_before = list(gathering.others)
    with closing(many.in_order(look, gathering.jobs(), workers=workers)) as results:
        for job, result in results:
            files += _not_read(gathering.drain())
            if isinstance(result, FactcheckError):
                result = Listed(job.name, job.path, job.size, not_read=f"{result.title}: {result.detail}")
            files.append(result)
            if progress:
                progress(len(files))
    files += _not_read(gathering.drain())
    gathering.others += known_before  # adding tells them, too
    remarks: list[Remark] = []
    if bates == numbering.BY_NAME:
        files, remarks = numbering.by_name(files)
    elif bates == numbering.BY_STAMP:
        files, remarks = numbering.by_stamp(files)
    elif listed and load_file:
        files, remarks = load_rows.by_rows(files, documents.rows, load_file)
        remarks += documents.remarks
        remarks += [Remark("wrong", f"{hole.where} ({hole.count})") for hole in listed.holes]
    known = _known(case, viewer, files)
    if bates is not None:
        remarks += numbering.checked(files, known)
    return Survey(tuple(files), known, tuple(remarks), documents.files)


def _look(how: How, job: Job) -> Listed:
    """What a listing says of one file; a function that any process can import."""
    data = many.bytes_of(job)
    digest = hashlib.sha256(data).hexdigest()
    seen = Listed(job.name, job.path, len(data), digest)
    if why := reading.unreadable(data, job.name):
        return replace(seen, not_read=why.title)
    document = many.read_data(how, data, job.name).document
    return replace(seen, pages=len(pages_of(document)), stamps=numbering.stamps_of(document))


def _not_read(outcomes: Sequence[Outcome]) -> list[Listed]:
    return [
        Listed(
            one.name or str(one.path),
            one.path,
            0,
            not_read=one.skipped or (f"{one.failed.title}: {one.failed.detail}" if one.failed else ""),
        )
        for one in outcomes
    ]


def _known(case: CaseFile, viewer: Viewer, files: Sequence[Listed]) -> dict[str, str]:
    """Files whose bytes are here already, or earlier in the set."""
    known: dict[str, str] = {}
    first: dict[str, str] = {}
    with case.reading() as db:
        for one in files:
            if one.sha256 is None or one.not_read is not None:
                continue
            held = rows.where(db, viewer, "source", "bytes_sha", one.sha256)
            if held or one.sha256 in first:
                known[one.name] = held[0].label if held else first[one.sha256]
            first.setdefault(one.sha256, one.name)
    return known
