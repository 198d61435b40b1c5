"""A reader that does what a library does when a file makes it: for `test_apart`."""

from __future__ import annotations

import os
import signal
import sys
import time
from typing import Any

from factcheck.errors import FactcheckError
from factcheck.read.served import serve


def main() -> None:
    serve(answer, 1 << 30, 60)


def answer(request: dict[str, Any], data: bytes) -> tuple[dict[str, Any], bytes]:
    act = request["act"]
    if act == "crash":
        os.kill(os.getpid(), signal.SIGSEGV)
    elif act == "hang":
        time.sleep(60)
    elif act == "swell":
        bytes(2 << 30)
    elif act == "break off":
        sys.exit(3)
    elif act == "refuse":
        raise FactcheckError("No", "x: it is none.", "Get another.", 2)
    os.write(1, b"thread 'main' panicked\n")
    os.write(2, b"note: run with a backtrace\n")
    return {"held": len(data)}, data[::-1]
