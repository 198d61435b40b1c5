"""Opening the worked example, which is made on first use."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from factcheck import paths
from factcheck.errors import FactcheckError
from factcheck.workbench.cases import open_case

if TYPE_CHECKING:
    from factcheck.core.protocols import Clock, Ids
    from factcheck.workbench.cases import OpenCase


def open_sample(*, fresh: bool = False, clock: Clock | None = None, ids: Ids | None = None) -> OpenCase:
    """The worked example: a private copy in the user's folder, made through the real acts on first use.

    It keeps what one did to it; `fresh` makes it anew, and keeps the old one beside it under another name.
    """
    path = paths.demo_case_file()
    if fresh and path.exists():
        _set_aside(path)
    if not path.exists():
        from factcheck.workbench import sample

        path.parent.mkdir(parents=True, exist_ok=True)
        sample.build(path, clock=clock, ids=ids).close()
    return open_case(path, clock=clock, ids=ids)


def _set_aside(path: Path) -> None:
    number = 1
    while (kept := path.with_name(f"{path.stem}-{number}{path.suffix}")).exists():
        number += 1
    files = [path.with_name(path.name + end) for end in ("", "-wal", "-shm")]
    try:
        case = open_case(path)
    except FactcheckError:  # what cannot be opened is kept as it is
        for file in filter(Path.exists, files):
            file.rename(kept.with_name(file.name.replace(path.name, kept.name, 1)))
        return
    with case:
        from factcheck.store import backup

        backup.copy_to(case, kept, "copy")
    for file in files:
        file.unlink(missing_ok=True)
