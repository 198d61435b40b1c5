"""The one error type: what it says, that it does not change, and that it survives a worker process."""

import contextlib
import pickle
from collections.abc import Iterator

import pytest

from factcheck.errors import FactcheckError


@pytest.mark.parametrize(
    ("error", "words"),
    [
        pytest.param(FactcheckError("No such case", "a.db"), "No such case: a.db", id="title and detail"),
        pytest.param(FactcheckError("No such case"), "No such case", id="title alone"),
        pytest.param(
            FactcheckError("No such case", "a.db", "Try new."), "No such case: a.db", id="hint left out"
        ),
    ],
)
def test_it_says_title_and_detail(error: FactcheckError, words: str) -> None:
    assert str(error) == words


def test_a_command_ends_with_1_unless_told() -> None:
    assert FactcheckError("Trouble").exit_code == 1
    assert FactcheckError("Two kinds", exit_code=2).exit_code == 2


@pytest.mark.parametrize("name", ["title", "detail", "hint", "exit_code"])
def test_its_fields_are_frozen(name: str) -> None:
    with pytest.raises(AttributeError):
        setattr(FactcheckError("Trouble"), name, "other")


def test_it_survives_the_way_back_from_a_worker() -> None:
    error = FactcheckError("Trouble", "in line 3", "Mend it.", exit_code=2)
    again = pickle.loads(pickle.dumps(error))  # noqa: S301 - our own bytes
    assert (again.title, again.detail, again.hint, again.exit_code) == ("Trouble", "in line 3", "Mend it.", 2)


def test_it_passes_through_a_context_manager() -> None:
    @contextlib.contextmanager
    def act() -> Iterator[None]:
        yield

    with pytest.raises(FactcheckError, match="Trouble"), act():
        raise FactcheckError("Trouble")
