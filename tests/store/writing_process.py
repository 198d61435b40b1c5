"""A process that writes to a case: `python -m tests.store.writing_process CASE NAME ACTS`.

After each act is committed, it prints the id of the record made; 0 ACTS means: until killed.
"""

from __future__ import annotations

import sys
from itertools import count
from pathlib import Path

from factcheck.core import records as r
from factcheck.core.viewer import Viewer, reviewer_id
from factcheck.store.case import open_case


def write(path: Path, name: str, acts: int) -> None:
    """Records so many persons, each with an alias or two in the same act."""
    viewer = Viewer(reviewer_id(name), name)
    with open_case(path) as case:
        for number in range(acts) if acts else count():
            with case.act(viewer) as act:
                subject = act.fresh()
                person = r.Person(label=act.label("person", subject), name=f"{name} {number}", note="x" * 500)
                act.make("person", person, subject)
                for nth in range(number % 3):
                    act.make("alias", r.Alias(person=subject, name=f"{name} {number} {nth}"))
                act.keep(f"{subject} {'words ' * 200}".encode())
            print(subject, flush=True)


if __name__ == "__main__":
    write(Path(sys.argv[1]), sys.argv[2], int(sys.argv[3]))
