"""The program over a desk in memory, to be run on a real pseudo-terminal.

The argument is a JSON string: what every text of the case ends in. With a second argument, `fault`, the desk
breaks when it is asked for a history.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from factcheck.config import Settings
from factcheck.core.views.history import LogLine
from factcheck.tui.app import FactcheckApp, show
from tests.tui.fake_desk import FakeDesk


class Broken(FakeDesk):
    def log(self, ref: str) -> Sequence[LogLine]:
        raise ZeroDivisionError("a fault [/] of the program")


desk = (Broken if "fault" in sys.argv else FakeDesk)(json.loads(sys.argv[1]))
sys.exit(show(FactcheckApp(desk, Settings())))
