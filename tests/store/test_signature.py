"""The mark of the projection is the one of its tables."""

from factcheck.store.schema import projection_signature
from factcheck.store.signature import PROJECTION


def test_the_mark_written_down_is_that_of_the_tables() -> None:
    assert projection_signature() == PROJECTION, "write the new one into factcheck/store/signature.py"
