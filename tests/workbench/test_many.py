"""Work on many files: the same in several processes as in one, in order, and nothing lost with a process."""

from __future__ import annotations

import multiprocessing
import time
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import pytest

from factcheck.errors import FactcheckError
from factcheck.workbench import many
from factcheck.workbench.many import How, Job, in_order
from tests.workbench.worked import die_once, shout, wait


def jobs(*contents: bytes, path: Path = Path("x")) -> list[Job]:
    return [Job(f"{n}.txt", path, len(data), data) for n, data in enumerate(contents)]


def told(results: Sequence[tuple[Job, str | FactcheckError]]) -> list[str]:
    return [one if isinstance(one, str) else one.title for _, one in results]


def test_several_processes_give_the_same_in_the_same_order() -> None:
    work = jobs(b"slow", b"a", b"bad", b"b", b"fault", b"slow", *(b"%d" % n for n in range(12)))
    one, two = (list(in_order(shout, work, workers=count)) for count in (1, 2))
    assert told(one) == told(two)
    assert [job.name for job, _ in two] == [job.name for job in work]
    assert told(two)[2] == "This is bad"
    assert told(two)[4] == "Something went wrong inside factcheck"


def test_what_is_read_is_the_same_to_the_last_mark() -> None:
    texts = [f"“I did not go,” Ann Lee said on May {n}, 2016.\n\nShe left.\n".encode() for n in range(1, 9)]
    work = jobs(*texts, b"", b"GIF89a\x01\0")
    read = partial(many.read_one, How("news", "2016-06-01"))
    one, two = ([result for _, result in in_order(read, work, workers=count)] for count in (1, 2))
    assert [str(a) if isinstance(a, FactcheckError) else a for a in one] == [
        str(b) if isinstance(b, FactcheckError) else b for b in two
    ]
    assert sum(isinstance(result, FactcheckError) for result in one) == 2


def test_a_process_that_dies_costs_its_own_file_only() -> None:
    work = jobs(b"a", b"killer", b"b", b"c", b"d")
    found = told(list(in_order(shout, work, workers=2)))
    assert found == ["A", "Reading this file ended the process that read it", "B", "C", "D"]


def test_what_was_not_to_blame_is_read_again(tmp_path: Path) -> None:
    work = jobs(b"a", b"once", b"b", path=tmp_path / "died")
    assert told(list(in_order(die_once, work, workers=2))) == ["a", "once", "b"]


def test_few_small_files_start_no_process(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(many, "_Pool", None)
    assert told(list(in_order(shout, jobs(b"a", b"b")))) == ["A", "B"]
    monkeypatch.setattr(many, "PAYS_FROM", 1)
    monkeypatch.setattr(many, "_workers", lambda: 2)
    with pytest.raises(TypeError):
        list(in_order(shout, jobs(b"a", b"b")))


def test_jobs_are_taken_as_they_are_needed() -> None:
    taken: list[int] = []

    def endless() -> object:
        for n in range(10_000):
            taken.append(n)
            yield Job(f"{n}", Path("x"), 1, b"a")

    results = in_order(shout, endless(), workers=2)  # type: ignore[arg-type]  # the generator is told as an object
    for _ in range(3):
        next(results)
    assert len(taken) <= 3 + 2 * many.IN_FLIGHT + 1
    results.close()


def test_stopping_ends_the_processes(tmp_path: Path) -> None:
    work = [
        Job("first", tmp_path / "first", 1, b"short"),
        *(Job(f"{n}", tmp_path / f"{n}", 1, b"long") for n in range(6)),
    ]
    others = multiprocessing.active_children()
    results = in_order(wait, work, workers=2)
    assert next(results)[1] == "first"
    before = time.monotonic()
    results.close()
    assert time.monotonic() - before < 10
    assert not [child for child in multiprocessing.active_children() if child not in others]
    assert not list(tmp_path.glob("[0-9].done"))
