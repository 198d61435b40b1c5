"""The cases that the tests of the workbench act on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.workbench.cases import OpenCase
from tests.workbench.inquiry import empty_case, inquiry


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[OpenCase]:
    """A case with its four reviewers and nothing else."""
    with empty_case(tmp_path) as case:
        yield case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[OpenCase]:
    """The small case of `inquiry`."""
    with inquiry(tmp_path) as made:
        yield made
