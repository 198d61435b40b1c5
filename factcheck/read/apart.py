"""A reader in a process of its own, within bounds of time and memory.

The libraries that read some formats can crash, hang, grow without end, or write on the terminal, as the file
makes them. In a process of its own only that process ends, and what it writes is kept from the screen.

A request is one line of JSON with the `size` of the bytes that follow it, and so is an answer; the other end
is `factcheck.read.served`.
"""

from __future__ import annotations

import json
import subprocess  # our own interpreter, with our own modules
import sys
import tempfile
import threading
from typing import Any, Self

from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError

_ENDING = 5.0
"""Seconds for a process that answers no more."""


@dataclass(frozen=True, slots=True)
class Apart:
    """Which `main` of a module reads, what it reads in a word (PDF), what a person can do where it fails, and
    how many seconds one answer may take."""

    module: str
    word: str
    hint: str
    seconds: float


class Reader:
    """The process, for as long as the context lasts. Entering raises FactcheckError where it cannot start."""

    def __init__(self, apart: Apart, name: str) -> None:
        self._apart, self._name = apart, name
        self._overran = False

    def __enter__(self) -> Self:
        start = (
            "import json, sys; sys.path[:] = json.loads(sys.argv[1]); "
            f"from {self._apart.module} import main; main()"
        )
        self._told = tempfile.TemporaryFile()
        try:
            self._process = subprocess.Popen(  # noqa: S603 - the command is ours throughout
                [sys.executable, "-I", "-c", start, json.dumps(sys.path)],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=self._told,
            )
        except OSError as error:
            self._told.close()
            raise self._failed(f"its reader could not be started ({error})") from error
        return self

    def __exit__(self, *_: object) -> None:
        self._process.kill()
        self._process.wait()
        for pipe in (self._process.stdin, self._process.stdout):
            if pipe:
                try:
                    pipe.close()
                except OSError:  # what was never taken cannot be sent any more
                    continue
        self._told.close()

    def ask(self, act: str, data: bytes = b"", **wish: Any) -> tuple[dict[str, Any], bytes]:
        """The answer's header and the bytes that follow it. Raises the FactcheckError that the reader raised,
        and one of its own where the process broke off or took too long."""
        request = json.dumps({"act": act, "name": self._name, "size": len(data), **wish}).encode()
        watch = threading.Timer(self._apart.seconds, self._overrun)
        watch.daemon = True
        watch.start()
        try:
            header, rest = self._exchange(request, data)
        except (OSError, EOFError) as error:
            raise self._failed(self._end()) from error
        finally:
            watch.cancel()
        if "refused" in header:
            raise FactcheckError(*header["refused"])
        return header, rest

    def _exchange(self, request: bytes, data: bytes) -> tuple[dict[str, Any], bytes]:
        to, of = self._process.stdin, self._process.stdout
        if to is None or of is None:
            raise EOFError
        to.write(request + b"\n")
        to.write(data)
        to.flush()
        line = of.readline()
        if not line.endswith(b"\n"):
            raise EOFError
        header: dict[str, Any] = json.loads(line)
        rest = of.read(header["size"])
        if len(rest) < header["size"]:
            raise EOFError
        return header, rest

    def _overrun(self) -> None:
        self._overran = True
        self._process.kill()

    def _end(self) -> str:
        try:
            code = self._process.wait(_ENDING)
        except subprocess.TimeoutExpired:  # it closed its pipes and goes on all the same
            self._process.kill()
            code = self._process.wait()
        if self._overran:
            return f"after {self._apart.seconds} seconds it was not done"
        if code < 0:
            return f"its reader was stopped (signal {-code}), as happens where it needs too much memory"
        self._told.seek(0)
        said = self._told.read()[-3000:].decode(errors="replace").strip().rsplit("\n", 1)[-1][:300]
        return f"its reader broke off ({said or f'code {code}'})"

    def _failed(self, what: str) -> FactcheckError:
        return FactcheckError(
            title=f"This {self._apart.word} could not be read within bounds",
            detail=f"{self._name}: {what}.",
            hint=self._apart.hint,
        )
