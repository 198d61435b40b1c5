"""PDF files are read in a process of their own, within bounds of time and memory.

PDFium is written in C++ and cannot be interrupted: a few hundred bytes of forms drawn within forms keep it
busy for years, and a fault in it would end the whole program. Here only that process ends.
"""

from __future__ import annotations

import json
import subprocess  # our own interpreter, with our own module
import sys
from typing import Any

from factcheck.errors import FactcheckError

SECONDS = 600
"""For one PDF: 2,000 pages of dense text take about half a minute."""

_START = (
    "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
    "from factcheck.read.pages.child import main; main()"
)


def ask(data: bytes, name: str, act: str, **wish: Any) -> tuple[dict[str, Any], bytes]:
    """What `factcheck.read.pages.child` answers: a header and the bytes that follow it.

    Raises the FactcheckError that it raised, and one of its own where the process did not end well.
    """
    request = json.dumps({"act": act, "name": name, "size": len(data), **wish}).encode()
    command = [sys.executable, "-I", "-c", _START, json.dumps(sys.path)]
    try:
        done = subprocess.run(  # noqa: S603 - the command is ours throughout
            command, input=request + b"\n" + data, capture_output=True, timeout=SECONDS, check=False
        )
    except subprocess.TimeoutExpired as error:
        raise _unsafe(name, f"after {SECONDS} seconds it was not done") from error
    except OSError as error:
        raise _unsafe(name, f"its reader could not be started ({error})") from error
    head, _, rest = done.stdout.partition(b"\n")
    if done.returncode or not head:
        raise _unsafe(name, _end(done.returncode, done.stderr))
    answer: dict[str, Any] = json.loads(head)
    if "refused" in answer:
        raise FactcheckError(*answer["refused"])
    return answer, rest


def _end(code: int, told: bytes) -> str:
    if code < 0:
        return f"its reader was stopped (signal {-code}), as happens where a page needs too much memory"
    said = told.decode(errors="replace").strip().rsplit("\n", 1)[-1][:300]
    return f"its reader broke off ({said or f'code {code}'})"


def _unsafe(name: str, what: str) -> FactcheckError:
    return FactcheckError(
        title="This PDF could not be read within bounds",
        detail=f"{name}: {what}.",
        hint="Open it in a PDF program and print it to a new PDF, or split it into parts, and read that.",
    )
