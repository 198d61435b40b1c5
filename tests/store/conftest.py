"""Cases for tests: made in a folder of their own, closed at the end."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from factcheck.store.case import CaseFile
from tests.store.replicas import new_case


@pytest.fixture
def case(tmp_path: Path) -> Iterator[CaseFile]:
    """A new case of Ann's, with nothing in it."""
    with new_case(tmp_path) as made:
        yield made
