"""The doors of acts and readings give all that they name, and import nothing before it is asked for."""

from __future__ import annotations

import subprocess
import sys
from types import ModuleType

import pytest

from factcheck.workbench import acts, readings


@pytest.mark.parametrize("package", [acts, readings], ids=["acts", "readings"])
def test_every_name_is_there(package: ModuleType) -> None:
    assert [
        name for name in package.__all__ if not callable(getattr(package, name)) and not name.isupper()
    ] == []
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        _ = package.nothing


def test_a_reading_does_not_import_the_acts() -> None:
    code = "import sys; from factcheck.workbench import readings; readings.bench_rows; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert "factcheck.workbench.readings.bench_list" in loaded.split()
    assert "factcheck.workbench.acts.judging" not in loaded.split()
