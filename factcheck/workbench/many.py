"""Work on many files: in several processes where that pays, always in order, with nothing lost.

The same results come in the same order as one after another. A process that dies takes no other file with
it: what it may have died of is tried once more alone, and named where it dies again.
"""

from __future__ import annotations

import multiprocessing
import os
import signal
import sys
from collections import deque
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import closing, contextmanager, redirect_stderr
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING, Any, Generic, TypeVar

from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError
from factcheck.workbench import dates, reading

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Iterator, Sequence
    from multiprocessing.process import BaseProcess
    from pathlib import Path

    from factcheck.core.document import Document
    from factcheck.core.proposals import Proposals

PAYS_FROM = 2_000_000
"""Bytes from which several processes are faster than one, which need not be started."""

A_PDF = 250_000
"""What starting the reader of a PDF, a process of its own, costs beside its bytes."""

MOST_WORKERS = 8
IN_FLIGHT = 4
"""Files a process: those being read, and those read whose turn has not come."""

MOST_BYTES = 300_000_000
"""Of files in flight, however many they are."""


@dataclass(frozen=True, slots=True)
class Job:
    """One file to work on: on the disk, or `data` where it was taken out of another, which `path` names.

    `pages` are the files of a document that has one for each page, None for one that is missing; `path` is
    then the first of them.
    """

    name: str
    path: Path
    size: int
    data: bytes | None = None
    pages: tuple[tuple[str, Path | None], ...] = ()


@dataclass(frozen=True, slots=True)
class How:
    """How files are read. `published` is EDTF; `ocr` lets images of pages be read by machine."""

    kind: str | None = None
    published: str | None = None
    ocr: bool = False
    extract: bool = True
    known: tuple[str, ...] = ()
    """Names of the case that answers are looked through for."""


@dataclass(frozen=True, slots=True)
class Read:
    """A file as it was read: its bytes, the document in them, what is proposed from it."""

    data: bytes
    document: Document
    proposed: Proposals | None


J = TypeVar("J", bound=Job)
T = TypeVar("T")


def read_one(how: How, job: Job) -> Read:
    """Reads one file and extracts from it; a function that any process can import."""
    return read_data(how, bytes_of(job), job.name)


def read_data(how: How, data: bytes, name: str) -> Read:
    """The same for bytes at hand."""
    document = reading.read_data(data, name, kind=how.kind, published=how.published, ocr=how.ocr)
    return Read(data, document, reading.propose(document, how.known) if how.extract else None)


def told_one(how: How, job: Job) -> dict[str, Any]:
    """What reading one file found, as plain values for a program."""
    read = read_one(how, job)
    return reading.as_json(read.document, read.proposed or reading.propose(read.document))


def read_files(
    paths: Sequence[Path], kind: str | None = None, published: str | None = None
) -> Generator[tuple[str, dict[str, Any] | FactcheckError], None, None]:
    """Several files as plain values for a program, or with what is wrong with them, each with its name, in
    their order; `published` as typed."""
    how = How(kind, dates.understood(published) if published else None)
    jobs = (Job(path.name, path, size_of(path)) for path in paths)
    with closing(in_order(partial(told_one, how), jobs)) as results:
        for job, told in results:
            yield job.name, told


def bytes_of(job: Job) -> bytes:
    """The bytes of a file, from the disk where they are not at hand."""
    if job.pages:
        return reading.bound(
            (name, None if path is None else reading.bytes_of(path)) for name, path in job.pages
        )
    return reading.bytes_of(job.path) if job.data is None else job.data


def size_of(path: Path) -> int:
    """The bytes a file has; 0 where reading it will say what is wrong."""
    try:
        return path.stat().st_size
    except (OSError, ValueError):
        return 0


def in_order(
    work: Callable[[J], T], jobs: Iterable[J], *, workers: int | None = None
) -> Generator[tuple[J, T | FactcheckError], None, None]:
    """Each job with what `work` makes of it, or with what went wrong, in the order of the jobs.

    `work` must be importable by another process, and so must what it gives. Jobs are taken as they are
    needed. Closing the iterator stops the processes.
    """
    source = iter(jobs)
    count = workers or _workers()
    few, heavy = _first(source, PAYS_FROM) if workers is None else ([], True)
    if count < 2 or not heavy:
        for job in chain(few, source):
            yield job, tried(work, job)
        return
    pool = _Pool(work, count)
    try:
        yield from pool.results(chain(few, source))
    finally:
        pool.stop()


def tried(work: Callable[[J], T], job: J) -> T | FactcheckError:
    """What the work makes of one job, or the trouble with it in words."""
    try:
        return work(job)
    except FactcheckError as error:
        return error
    except Exception as error:  # a fault of a reader: it must not cost the other files
        return FactcheckError(
            "Something went wrong inside factcheck",
            f"{job.name}: {type(error).__name__}: {error}".replace("\n", " "),
            "This is a fault of the program; the file was left out.",
        )


def _workers() -> int:
    return min(len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1,
               MOST_WORKERS)  # fmt: skip


def _first(source: Iterator[J], enough: int) -> tuple[list[J], bool]:
    """The first jobs, until they are enough to start processes for; whether they are."""
    taken: list[J] = []
    total = 0
    for job in source:
        taken.append(job)
        total += job.size + (A_PDF if job.name.lower().endswith(".pdf") else 0)
        if total >= enough and len(taken) > 1:
            return taken, True
    return taken, False


class _Pool(Generic[J, T]):
    """Processes at work, and the jobs that they have."""

    def __init__(self, work: Callable[[J], T], count: int) -> None:
        self._work, self._count = work, count
        self._pool: ProcessPoolExecutor | None = None
        self._flying: deque[tuple[J, Future[T | FactcheckError] | None]] = deque()
        self._started: set[BaseProcess] = set()

    def results(self, jobs: Iterator[J]) -> Iterator[tuple[J, T | FactcheckError]]:
        weight = 0
        waiting = next(jobs, None)
        while waiting is not None or self._flying:
            while waiting is not None and self._has_room(weight + waiting.size):
                weight += waiting.size
                self._flying.append((waiting, self._submitted(waiting)))
                waiting = next(jobs, None)
            job, future = self._flying.popleft()
            weight -= job.size
            yield job, self._result(job, future)

    def _has_room(self, weight: int) -> bool:
        return not self._flying or (len(self._flying) < self._count * IN_FLIGHT and weight <= MOST_BYTES)

    def _submitted(self, job: J) -> Future[T | FactcheckError] | None:
        for _ in range(2):
            try:
                return self._submit(job)
            except BrokenProcessPool:
                self._drop()
        return None

    def _submit(self, job: J) -> Future[T | FactcheckError]:
        before = set(multiprocessing.active_children())
        if self._pool is None:
            context = multiprocessing.get_context("spawn")
            self._pool = ProcessPoolExecutor(self._count, context, initializer=_begin)
        with _a_real_stderr():
            future = self._pool.submit(tried, self._work, job)
        self._started |= set(multiprocessing.active_children()) - before
        return future

    def _result(self, job: J, future: Future[T | FactcheckError] | None) -> T | FactcheckError:
        if future is not None:
            try:
                return future.result()
            except BrokenProcessPool:
                self._drop()
        return self._alone(job)

    def _drop(self) -> None:
        """Gives up a pool of which a process died. Its unfinished jobs are tried alone when their turn
        comes."""
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None
        self._flying = deque(
            (job, future if future is not None and _went_well(future) else None)
            for job, future in self._flying
        )

    def _alone(self, job: J) -> T | FactcheckError:
        """Tries a job in a process of its own."""
        lone = _Pool(self._work, 1)
        try:
            future = lone._submit(job)
            self._started |= lone._started
            return future.result()
        except BrokenProcessPool:
            return FactcheckError(
                "Reading this file ended the process that read it",
                f"{job.name}: it was killed, or ran out of memory.",
                "Split the file, or close other programs and add it alone.",
            )
        finally:
            lone.stop()

    def stop(self) -> None:
        """Ends the processes, at work or not."""
        for process in self._started:
            if process.is_alive():
                process.terminate()
        if self._pool is not None:
            self._pool.shutdown(wait=True, cancel_futures=True)
            self._pool = None


def _went_well(future: Future[T]) -> bool:
    return future.done() and not future.cancelled() and future.exception() is None


def _begin() -> None:
    """A worker leaves Ctrl-C to the process that a person sees, which then ends the worker."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


@contextmanager
def _a_real_stderr() -> Iterator[None]:
    """A new process is given standard error, and an interface in the terminal has put a stand-in in its
    place."""
    try:
        is_real = sys.stderr.fileno() >= 0
    except (AttributeError, OSError, ValueError):
        is_real = True  # then none is given
    if is_real or sys.__stderr__ is None:
        yield
    else:
        with redirect_stderr(sys.__stderr__):
            yield
