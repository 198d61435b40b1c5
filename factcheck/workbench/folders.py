"""Adding many files: each that can be read by an act of its own, and a word on every other."""

from __future__ import annotations

from contextlib import closing
from functools import partial
from typing import TYPE_CHECKING, Any

from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError
from factcheck.workbench import dates, many, reading
from factcheck.workbench.acts.sources import add_document, known_names
from factcheck.workbench.gathering import Gathering, Outcome, PageFiles, gathered
from factcheck.workbench.many import How, Job, Read, bytes_of, read_data

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator, Mapping
    from pathlib import Path

    from factcheck.core.viewer import Viewer
    from factcheck.store.case import CaseFile


@dataclass(frozen=True, slots=True)
class Skipped:
    """Why a file is not read: it is of a form without a reader."""

    why: str


@dataclass(frozen=True, slots=True)
class Said:
    """What is said of one file beforehand: the number it bears, its bytes when they were listed, the file
    whose other form it is, and the files of its pages where it has one for each."""

    bates: str | None = None
    sha256: str | None = None
    variant_of: str | None = None
    pages: PageFiles = ()


def add_folder(
    case: CaseFile,
    viewer: Viewer,
    folder: Path,
    *,
    kind: str | None = None,
    published: str | None = None,
    extract: bool = True,
    progress: Callable[[int, int, Path], None] | None = None,
    **card: Any,
) -> Iterator[Outcome]:
    """Adds what the folder and those in it hold, one act a file, and yields what became of each.

    A source is named by its path within the folder. `progress` hears the files done, how many there are, and
    the next one; it may raise to cancel. `card` is as in `acts.add_source`.
    """
    when = dates.understood(published) if published else None
    how = How(kind, when, extract=extract, known=known_names(case))
    yield from add_gathered(case, viewer, gathered([folder], case), how, progress=progress, **card)


def add_gathered(
    case: CaseFile,
    viewer: Viewer,
    gathering: Gathering,
    how: How,
    *,
    said: Mapping[str, Said] | None = None,
    progress: Callable[[int, int, Path], None] | None = None,
    workers: int | None = None,
    **card: Any,
) -> Generator[Outcome, None, None]:
    """Reads the files, in several processes where that pays, and adds each in their order by an act of its
    own. `said` has what is known of a file by its name; the other form of a file comes after it."""
    gathering.bind({name: one.pages for name, one in (said or {}).items() if one.pages})
    gathering.files.sort(key=lambda file: (said or {}).get(file[1], Said()).variant_of is not None)
    order = {path: n for n, (path, _) in enumerate(gathering.files)}
    labels: dict[str, str] = {}
    with closing(many.in_order(partial(read_or_skip, how), gathering.jobs(), workers=workers)) as results:
        for job, result in results:
            yield from gathering.drain()
            if progress:
                progress(order[job.path], len(order), job.path)
            known = (said or {}).get(job.name, Said())
            outcome = _outcome(case, viewer, job, result, known, labels, card)
            if outcome.added is not None:
                made = outcome.added.made
                labels[job.name] = made.label if made else outcome.added.same_as or ""
            yield outcome
    yield from gathering.drain()


def _outcome(case: CaseFile, viewer: Viewer, job: Job, result: Read | Skipped | FactcheckError, known: Said,
             labels: Mapping[str, str], card: Mapping[str, Any]) -> Outcome:  # fmt: skip
    if isinstance(result, FactcheckError):
        return Outcome(job.path, failed=result, name=job.name)
    if isinstance(result, Skipped):
        return Outcome(job.path, skipped=result.why, name=job.name)
    if known.sha256 not in (None, result.document.sha256):
        changed = FactcheckError(
            "The file changed after it was listed", job.name, "List it again with --dry-run."
        )
        return Outcome(job.path, failed=changed, name=job.name)
    more = {"bates": known.bates, "variant_of": labels.get(known.variant_of or "")}
    given = {**card, **{name: value for name, value in more.items() if value}}
    try:
        added = add_document(case, viewer, result.data, result.document, result.proposed, **given)
    except FactcheckError as error:
        return Outcome(job.path, failed=error, name=job.name)
    return Outcome(job.path, added=added, name=job.name)


def read_or_skip(how: How, job: Job) -> Read | Skipped:
    """Reads one file, or says why its form is not read; a function that any process can import."""
    data = bytes_of(job)
    if why := reading.unreadable(data, job.name):
        return Skipped(why.title)
    return read_data(how, data, job.name)
