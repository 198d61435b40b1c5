"""Workbooks are read in this process here: one of its own costs a quarter of a second each time. How that
behaves is tested in `tests/read/test_apart.py`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import ExitStack
from typing import Any, Self

import pytest

from factcheck.read.apart import Apart
from factcheck.read.tables import book
from factcheck.read.tables.book_child import Answers


class Here(ExitStack):
    """Answers as the process would."""

    def __init__(self, _apart: Apart, name: str) -> None:
        super().__init__()
        self._name, self._answers = name, Answers(self)

    def __enter__(self) -> Self:
        return self

    def ask(self, act: str, data: bytes = b"", **wish: Any) -> tuple[dict[str, Any], bytes]:
        return self._answers.answer({"act": act, "name": self._name, **wish}, data)


@pytest.fixture(scope="module", autouse=True)
def in_this_process() -> Iterator[None]:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(book, "Reader", Here)
        yield
