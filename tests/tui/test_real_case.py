"""The interface over a real case: the sample through the workbench, and drafts that a kill does not lose."""

from __future__ import annotations

import json
import os
import signal
import sys
from pathlib import Path
from typing import Any

import pexpect
import pytest

from factcheck.config import Settings
from factcheck.core.viewer import Viewer
from factcheck.errors import FactcheckError
from factcheck.tui import app as door
from factcheck.tui.app import FactcheckApp
from factcheck.tui.case_desk import CaseDesk
from factcheck.tui.grade_strip import GradeStrip
from factcheck.tui.screens.bench import BenchScreen
from factcheck.tui.screenshots import self_contained
from factcheck.workbench import acts, cases, demo
from tests.tui.test_terminal import Terminal

PROGRAM = """
import sys
from factcheck.config import Settings
from factcheck.tui.app import run
from factcheck.workbench import acts, cases, demo
case = demo.open_sample()
sys.exit(run(case, cases.viewer_for(case, "ana"), Settings()))
"""


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The sample case in a folder of its own, shared by the tests of this module."""
    home = tmp_path_factory.mktemp("sample")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FACTCHECK_HOME", str(home))
        with demo.open_sample() as case:
            yield case


async def test_every_act_reaches_the_workbench(sample: Any, seen: Any) -> None:
    desk = CaseDesk(sample, cases.viewer_for(sample, "ana"))
    app = FactcheckApp(desk, Settings())
    async with app.run_test(size=(160, 60), notifications=True) as pilot:
        await pilot.pause()
        await pilot.press("end", "tab", "end", "l")
        await pilot.pause()
        assert "Linked" in seen(pilot)
        await pilot.press("g", *"x012", *"read [/] with it", "enter")
        await pilot.pause()
        assert not pilot.app.screen.query_one(GradeStrip).open, seen(pilot)
        assert "context" in seen(pilot) and "“read [/] with it”" in seen(pilot)
        await pilot.press("n", *"a note", "enter")
        await pilot.pause()
        assert "a note" in seen(pilot)
        for _ in range(3):
            await pilot.press("U")
            await pilot.pause()
        assert "not linked: l links them" in seen(pilot)
        await pilot.press("home", "down", "down", "h")
        await pilot.pause()
        assert "History of" in seen(pilot)
        await pilot.press("escape", "shift+tab", "home", "o")
        await pilot.pause()
        assert "SESSIONS" in seen(pilot)


async def test_another_process_is_noticed(sample: Any) -> None:
    app = FactcheckApp(CaseDesk(sample, cases.viewer_for(sample, "ana")), Settings())
    async with app.run_test(size=(160, 60)) as pilot:
        await pilot.pause()
        with cases.open_case(sample.path) as other:
            them = CaseDesk(other, cases.viewer_for(other, "ben"))
            claim = next(row for row in them.bench_rows(0, 9) if row.row == "claim")
            made = them.note(claim.id, "written elsewhere")
        app._look()
        await pilot.pause()
        screen = app.screen
        assert isinstance(screen, BenchScreen) and screen.pair is not None
        assert made.id and [note.text for note in screen.pair.claim.notes] == ["written elsewhere"]


def test_a_kill_loses_no_draft(root: Path, tmp_path: Path) -> None:
    os.environ["FACTCHECK_HOME"] = str(tmp_path)  # the fixture of every test puts it back
    terminal = Terminal(["-c", PROGRAM], (120, 36), root)
    terminal.wait_for("S1.C1")
    terminal.press("gc342half a thou")
    terminal.wait_for("half a thou")
    terminal.child.kill(signal.SIGKILL)
    terminal.child.expect(pexpect.EOF)
    again = Terminal(["-c", PROGRAM], (120, 36), root)
    again.wait_for("S1.C1")
    again.press("g")
    again.wait_for(" GRADE  Enter")
    again.press("\t")  # into the line, whose end is shown
    again.wait_for("half a thou")
    assert "contradicts" in again.text and "scope or capacity" in again.text
    again.press("\x11")
    assert again.end() == 0


@pytest.mark.parametrize("term", ["dumb", ""])
def test_without_a_terminal_the_commands_are_offered(monkeypatch: pytest.MonkeyPatch, term: str) -> None:
    monkeypatch.setenv("TERM", term)
    with pytest.raises(FactcheckError) as refused:
        door.refuse_without_terminal("my.db")
    assert "factcheck list my.db claims" in refused.value.hint
    monkeypatch.setenv("TERM", "xterm")
    with pytest.raises(FactcheckError, match="not a terminal"):
        door.refuse_without_terminal("my.db")


def test_pictures_fetch_nothing() -> None:
    svg = '<style>@font-face { src: url("https://x/f.woff2") } .a { font-family: Fira Code, monospace }'
    assert self_contained(svg) == "<style> .a { font-family: monospace }"


def test_a_viewer_without_a_record_can_look(sample: Any) -> None:
    desk = CaseDesk(sample, Viewer(None, "newcomer"))
    assert desk.who == "newcomer" and desk.bench_count() > 0
    assert json.dumps(desk.summary().title) and sys.version_info >= (3, 11)


async def test_seven_keys_from_a_document_to_the_first_graded_link(tmp_path: Path, root: Path) -> None:
    with cases.new_case(tmp_path / "story.db", title="Story", by="ana") as case:
        ana = cases.viewer_for(case, "ana")
        acts.add_source(case, ana, root / "data" / "story.txt", published="2019-05-09")
        app = FactcheckApp(CaseDesk(case, ana), Settings())
        async with app.run_test(size=(80, 24)) as pilot:
            await pilot.pause()
            await pilot.press("down", "g", *"c413", "enter")
            await pilot.pause()
            screen = app.screen
            assert isinstance(screen, BenchScreen) and screen.pair is not None
            assert screen.pair.claim.words == "I have never met Ms. Vann"
            event, link = screen.pair.event, screen.pair.link
            assert event is not None and event.when == "2018-10-03", "the meeting that fits best came first"
            assert link is not None and [grade.reviewer for grade in link.grades] == ["ana"]
            await pilot.press("U")
            await pilot.pause()
            assert app.desk.summary().counts["statements"] == 0, "accepting, linking and grading: one act"
