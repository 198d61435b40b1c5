"""The inner end of `factcheck.read.apart`: what runs in the process of a reader."""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Callable
from typing import Any

from factcheck.errors import FactcheckError

Answer = Callable[[dict[str, Any], bytes], tuple[dict[str, Any], bytes]]
"""From a request and the bytes that came with it, a header and bytes."""


def serve(answer: Answer, memory: int, seconds: int) -> None:
    """Answers the requests on standard input until there are no more, in so many bytes of address space and
    seconds of computing: should the process that waits for this one be gone."""
    _bound(memory, seconds)
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)  # whatever a library prints is no answer
    while line := sys.stdin.buffer.readline():
        request = json.loads(line)
        try:
            header, rest = answer(request, sys.stdin.buffer.read(request["size"]))
        except FactcheckError as refused:
            header, rest = {"refused": [refused.title, refused.detail, refused.hint, refused.exit_code]}, b""
        answers.write(json.dumps({**header, "size": len(rest)}).encode() + b"\n")
        answers.write(rest)
        answers.flush()


def _bound(memory: int, seconds: int) -> None:
    try:
        import resource
    except ImportError:  # Windows has no such bounds; the time of the one who waits holds there too
        return
    for what, most in ((resource.RLIMIT_AS, memory), (resource.RLIMIT_CPU, seconds)):
        _, hard = resource.getrlimit(what)
        bound = most if hard == resource.RLIM_INFINITY else min(most, hard)
        resource.setrlimit(what, (bound, hard))
