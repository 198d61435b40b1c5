"""Work for other processes: importable, as a reader is."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from factcheck.errors import FactcheckError
from factcheck.workbench.many import Job


def shout(job: Job) -> str:
    """The bytes in capitals; slower for the first, so that order is not a matter of luck."""
    data = job.data or b""
    if data == b"slow":
        time.sleep(0.2)
    if data == b"bad":
        raise FactcheckError("This is bad", job.name)
    if data == b"fault":
        raise ZeroDivisionError("of ours")
    if data == b"killer":
        os.kill(os.getpid(), signal.SIGKILL)
    return data.decode().upper()


def die_once(job: Job) -> str:
    """Dies the first time that it has this job, as a process does that others left no memory."""
    mark = Path(job.path)
    if job.data == b"once" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return (job.data or b"").decode()


def wait(job: Job) -> str:
    """Takes its time, and leaves word that it has begun and ended."""
    mark = Path(job.path)
    mark.with_suffix(".begun").touch()
    if job.data == b"long":
        time.sleep(20)
    mark.with_suffix(".done").touch()
    return job.name
