"""On a real pseudo-terminal: hostile data never reaches it as control bytes; a fault ends with one line."""

from __future__ import annotations

import json
import os
import re
import sys
from pathlib import Path
from time import monotonic
from typing import Any

import pexpect
import pyte
import pytest

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are of Unix")

PROGRAM = Path(__file__).with_name("fake_program.py")
ESCAPES = "\x1b]52;c;SE9TVElMRQ==\x07 \x1b[31;45mRED \x1b]2;TITLE\x1b\\ \x9b31;45mRED \x90q\x9c \x08\x7f\x0e"
UNSEEN = "\u202egnp.exe\u2066x\u2069\u200b\ufeff\xad [/] [sic] [@click=app.bell]x[/] [red] \\[bold]"
FORBIDDEN = [
    b"\x1b]52",
    b"\x1b]2;",
    b"\x1b[31;45m",
    b"\x07",
    b"\x08",
    b"\x0e",
    b"\x7f",
    *(mark.encode() for mark in "\x9b\x90\x9c\u202e\u2066\u2069\u200b\ufeff\xad"),
]
POINTER = re.compile(rb"\x1b\]22;\w+\x07")
"""The one sequence of the program's own that holds a BEL: the shape of the mouse pointer."""


class Terminal:
    """A program on a pseudo-terminal, all that it wrote, and the screen that this painted."""

    def __init__(self, arguments: list[str], size: tuple[int, int], cwd: Path) -> None:
        width, height = size
        self.screen = pyte.Screen(width, height)
        self._stream = pyte.ByteStream(self.screen)
        self.raw = b""
        self.child: Any = pexpect.spawn(
            sys.executable,
            arguments,
            dimensions=(height, width),
            timeout=20,
            cwd=str(cwd),
            env=dict(os.environ),  # without it the size that readline leaves in the C environment would win
        )

    @property
    def text(self) -> str:
        return "\n".join(self.screen.display)

    def wait_for(self, words: str, *, gone: bool = False) -> None:
        """Read on until the screen shows something, or does no more."""
        end = monotonic() + 20
        while (words in self.text) is gone:
            if monotonic() > end:  # a blinking cursor writes for ever
                raise AssertionError(f"never saw {words!r} on\n{self.text}")
            try:
                data = self.child.read_nonblocking(65_536, timeout=20)
            except (pexpect.TIMEOUT, pexpect.EOF) as end:
                raise AssertionError(f"never saw {words!r} on\n{self.text}") from end
            self.raw += data
            self._stream.feed(data)

    def press(self, keys: str) -> None:
        self.child.send(keys)

    def end(self) -> int:
        self.raw += self.child.read()
        self.child.close()
        return int(self.child.exitstatus)


@pytest.mark.parametrize(
    ("poison", "seen"), [(ESCAPES, "␛]52;c"), (UNSEEN, "▯gnp.exe▯x▯▯▯▯ [/] [sic]")], ids=["escapes", "unseen"]
)
@pytest.mark.parametrize("size", [(80, 24), (160, 50)], ids=["80x24", "160x50"])
def test_hostile_data_is_shown_and_not_obeyed(
    poison: str, seen: str, size: tuple[int, int], root: Path
) -> None:
    terminal = Terminal([str(PROGRAM), json.dumps(poison)], size, root)
    terminal.wait_for("S1.C1")
    before = ""
    terminal.wait_for(seen)
    for keys, words in (
        ("l", "Linked"),
        ("U", "Taken back"),
        ("n", "─ Note on"),
        ("\x1b", ""),
        ("s", "─ Split"),
        ("\x1b", ""),
        ("gc3", " GRADE  Enter"),
        ("\x1b", ""),
        ("?", "─ Keys"),
        ("\x1b", ""),
        ("\r", "ANSWER"),
        ("o", "An end."),
        ("wwc", "─ Who says this?"),
        ("\x1b", ""),
        ("n", "Proposed statement"),
        ("A", "─ Add a source"),
        ("\x1b", ""),
        (":", "─ Go to"),
        ("\x1b", ""),
        ("\x0f", "─ Open another case"),
        ("\x1b", ""),
        ("3", "Sergey Kislyak"),
        ("=", "─ Who is the same"),
        ("\x1b", ""),
    ):
        terminal.press(keys)
        if words:
            terminal.wait_for(words)
        else:  # Esc is done when what it closes is gone; a key before would be Alt with that key
            terminal.wait_for(before, gone=True)
        before = words
    terminal.press("\x11")  # ctrl+q
    assert terminal.end() == 0
    painted = POINTER.sub(b"", terminal.raw)
    assert [mark for mark in FORBIDDEN if mark in painted] == []


def test_a_fault_of_the_program_ends_with_one_line(root: Path) -> None:
    terminal = Terminal([str(PROGRAM), '""', "fault"], (80, 24), root)
    terminal.wait_for("S1.C1")
    terminal.press("h")
    terminal.wait_for("factcheck stopped")
    assert terminal.end() == 1
    after = terminal.raw.rpartition(b"\x1b[?1049l")[2]
    assert b"ZeroDivisionError" in after and b"Traceback" not in terminal.raw
    assert b"What you did is saved" in after
