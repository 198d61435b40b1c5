"""Slow work over the screen: done in a thread, told as it goes on, and stopped by Esc wherever it is."""

from __future__ import annotations

import ctypes
from threading import Lock, get_ident
from typing import TYPE_CHECKING, ClassVar, Generic, TypeVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.screen import ModalScreen
from textual.widgets import Static
from textual.worker import get_current_worker

from factcheck.core.light import dataclass
from factcheck.errors import FactcheckError
from factcheck.tui.safe import said

if TYPE_CHECKING:
    from collections.abc import Callable

T = TypeVar("T")


class Stopped(BaseException):
    """Raised in the middle of work that a person stopped. Like an interrupt it is no error: what handles
    errors lets it pass, and an act that it meets leaves nothing behind."""


@dataclass(frozen=True, slots=True)
class End(Generic[T]):
    """The end of some work: what it gave, or what was refused; neither where it was stopped."""

    done: T | None = None
    refused: FactcheckError | None = None


class Progress(ModalScreen[End[T]], Generic[T]):
    """Does `work`, which tells in words how far it is; `foot` says what Esc does."""

    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape", "stop", "stop", show=False)]

    def __init__(self, title: str, first: str, foot: str, work: Callable[[Callable[[str], None]], T]) -> None:
        super().__init__()
        self._title, self._first, self._foot, self._work = title, first, foot, work
        self._lock = Lock()
        self._thread: int | None = None
        self._is_stopped = False

    def compose(self) -> ComposeResult:
        with Vertical(classes="dialog") as dialog:
            dialog.border_title = said(self._title)
            yield Static(said(self._first), id="step")
            yield Static(said(self._foot), classes="keys")

    def on_mount(self) -> None:
        self.run_worker(self._do, thread=True, exclusive=True)

    def action_stop(self) -> None:
        with self._lock:
            if self._is_stopped:  # a second time would meet the putting in order after the first
                return
            self._is_stopped = True
            if self._thread is not None:
                ctypes.pythonapi.PyThreadState_SetAsyncExc(
                    ctypes.c_ulong(self._thread), ctypes.py_object(Stopped)
                )
        self._say("Stopping…")

    def _do(self) -> None:
        worker = get_current_worker()
        end: End[T] = End()

        def tell(words: str) -> None:
            if self._is_stopped or worker.is_cancelled:
                raise Stopped
            self.app.call_from_thread(self._say, words)

        try:
            with self._lock:
                self._thread = get_ident()
            try:
                end = End(self._work(tell))
            except FactcheckError as error:
                end = End(refused=error)
            with self._lock:
                self._thread = None
        except Stopped:
            with self._lock:
                self._thread = None
        self.call_later(self._close, end)

    def _close(self, end: End[T]) -> None:
        self.dismiss(end)

    def _say(self, words: str) -> None:
        for step in self.query("#step").results(Static):
            step.update(said(words))
