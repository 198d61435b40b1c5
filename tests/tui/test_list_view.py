"""Lists of any length: a million rows at once, few pages asked for, the position kept."""

from __future__ import annotations

from time import perf_counter

from textual.app import App, ComposeResult
from textual.content import Content

from factcheck.errors import FactcheckError
from factcheck.tui.list_view import PagedList
from factcheck.tui.pages import PAGE, Pages

MILLION = 1_000_000


class Rows:
    def __init__(self, count: int = MILLION) -> None:
        self.count = count
        self.asked: list[tuple[int, int]] = []
        self.first = 0

    def pages(self) -> Pages[int]:
        return Pages(lambda: self.count, self.rows)

    def rows(self, offset: int, limit: int) -> list[int]:
        self.asked.append((offset, limit))
        return list(range(self.first + offset, self.first + min(offset + limit, self.count)))


class ListApp(App[None]):
    CSS = "PagedList { height: 10; border: none; }"

    def __init__(self, rows: Rows, *, height: int = 1) -> None:
        super().__init__()
        self.rows = rows
        self.list = PagedList[int](
            lambda row, width: [Content(f"  row {row}")] * height,
            height=height,
            rests_on=lambda row: row % 10 != 0,
            empty="nothing",
        )

    def compose(self) -> ComposeResult:
        yield self.list

    def on_mount(self) -> None:
        self.list.show(self.rows.pages())


async def test_a_million_rows_ask_for_one_page() -> None:
    rows = Rows()
    began = perf_counter()
    async with ListApp(rows).run_test(size=(40, 12)) as pilot:
        await pilot.pause()
        assert rows.asked == [(0, PAGE)]
        await pilot.press("end")
        app = pilot.app
        assert isinstance(app, ListApp)
        assert app.list.row == MILLION - 1
        await pilot.press("home")
        assert app.list.row == 1, "headings are passed over"
        assert app.list.scroll_offset.y == 0, "and shown"
    assert len(rows.asked) <= 4
    assert perf_counter() - began < 5


async def test_the_cursor_passes_over_headings_and_stays_in_view() -> None:
    rows = Rows(100)
    async with ListApp(rows).run_test(size=(40, 12)) as pilot:
        app = pilot.app
        assert isinstance(app, ListApp)
        for _ in range(9):
            await pilot.press("j")
        assert app.list.row == 11
        assert app.list.scroll_offset.y <= 10 <= app.list.scroll_offset.y + 9, "the heading came along"
        await pilot.press("k")
        assert app.list.row == 9
        await pilot.press("pagedown", "pagedown")
        assert app.list.row == 27
        await pilot.press("pageup")
        assert app.list.row == 18


async def test_rows_of_two_lines() -> None:
    rows = Rows(100)
    async with ListApp(rows, height=2).run_test(size=(40, 12)) as pilot:
        app = pilot.app
        assert isinstance(app, ListApp)
        await pilot.press("end")
        assert app.list.row == 99
        assert app.list.scroll_offset.y == 190
        await pilot.click(PagedList, offset=(3, 2))
        assert app.list.row == 96


async def test_the_position_is_kept_when_rows_are_read_anew() -> None:
    rows = Rows(100)
    async with ListApp(rows).run_test(size=(40, 12)) as pilot:
        app = pilot.app
        assert isinstance(app, ListApp)
        app.list.move_to(57)
        await pilot.pause()
        top = app.list.scroll_offset.y
        app.list.reload()
        await pilot.pause()
        assert (app.list.row, app.list.scroll_offset.y) == (57, top)
        rows.count = 20
        app.list.reload()
        assert app.list.row == 19


async def test_an_empty_list_says_so() -> None:
    async with ListApp(Rows(0)).run_test(size=(40, 12)) as pilot:
        app = pilot.app
        assert isinstance(app, ListApp)
        assert "nothing" in app.list.render_line(0).text
        await pilot.press("down", "up", "end", "home", "enter", "pagedown")
        assert app.list.row is None


def test_a_page_that_cannot_be_read_is_trouble_and_no_fault() -> None:
    def rows(offset: int, limit: int) -> list[int]:
        raise FactcheckError("The case is damaged")

    pages = Pages(lambda: 3, rows)
    assert pages.row(1) is None
    assert pages.trouble is not None and pages.trouble.title == "The case is damaged"
    pages.forget()
    assert pages.trouble is None
