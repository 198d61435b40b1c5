"""Light dataclasses behave as those of the library do."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from dataclasses import FrozenInstanceError, asdict, field, fields, replace
from typing import Any, Generic, TypeVar

import pytest

from factcheck.core import light

T = TypeVar("T")


@light.dataclass(frozen=True, slots=True)
class Place:
    """A place."""

    page: str
    line: int | None = None
    seen: list[str] = field(default_factory=list, compare=True)

    @property
    def words(self) -> str:
        return f"{self.page}:{self.line}"


@light.dataclass(frozen=True, slots=True, kw_only=True)
class Base:
    """What all have."""

    gone: bool = False


@light.dataclass(frozen=True, slots=True, kw_only=True)
class Record(Base, Generic[T]):
    """A record with a value."""

    value: T

    def __post_init__(self) -> None:
        if self.value is None:
            raise ValueError("no value")


def _classes(make: Callable[..., Any]) -> tuple[Any, Any]:
    """The same two classes made by the library, or lightly."""

    @make(frozen=True, slots=True)
    class Spot:
        """A spot."""

        page: str
        line: int | None = None
        cells: tuple[str, ...] = ()
        seen: list[str] = dataclasses.field(default_factory=list, compare=False, repr=False)
        size: int = dataclasses.field(default=7, init=False, hash=False)

    @make(frozen=True, slots=True, kw_only=True)
    class Kept:
        """What is kept."""

        label: str
        spot: Any = None

    return Spot, Kept


@pytest.mark.parametrize(
    "ask",
    [
        lambda spot, kept: spot("3") == spot("3", None),
        lambda spot, kept: spot("3") == spot("4"),
        lambda spot, kept: spot("3") == "3",
        lambda spot, kept: hash(spot("3", 1)) == hash(spot(page="3", line=1)),
        lambda spot, kept: len({spot("3"), spot("3"), spot("3", 2)}),
        lambda spot, kept: repr(kept(label="a", spot=spot("3"))).rpartition(".")[2],
        lambda spot, kept: asdict(kept(label="a", spot=spot("3", cells=("B2",)))),
        lambda spot, kept: replace(spot("3", 4), line=5).line,
        lambda spot, kept: [one.name for one in fields(kept)],
        lambda spot, kept: spot.__match_args__,
        lambda spot, kept: spot(),
        lambda spot, kept: spot("3", page="3"),
        lambda spot, kept: spot("3", None, (), [], 1),
        lambda spot, kept: spot("3", None, (), ["x"]) == spot("3"),
        lambda spot, kept: (spot("3").size, spot("3").seen, spot("3", seen=["a"]).seen),
        lambda spot, kept: spot("3", size=8),
        lambda spot, kept: kept("a"),
        lambda spot, kept: kept(label="a", other=1),
        lambda spot, kept: setattr(spot("3"), "line", 2),
        lambda spot, kept: delattr(spot("3"), "line"),
        lambda spot, kept: spot("3").__dict__,
    ],
)
def test_it_does_what_the_library_does(ask: Callable[[Any, Any], object]) -> None:
    outcomes: list[object] = []
    for make in (dataclasses.dataclass, light.dataclass):
        try:
            outcomes.append(ask(*_classes(make)))
        except Exception as error:
            outcomes.append(type(error))
    assert outcomes[0] == outcomes[1]


def test_values_are_copied_and_sent_to_other_processes() -> None:
    place = Place("210", 4, ["a"])
    for same in (copy.copy(place), copy.deepcopy(place), pickle.loads(pickle.dumps(place))):  # noqa: S301
        assert same == place
        assert same.words == "210:4"
    assert Place("1").seen is not Place("1").seen


def test_fields_are_inherited_and_checked() -> None:
    record = Record(value=3, gone=True)
    assert (record.gone, record.value) == (True, 3)
    assert Base() != Record(value=False)
    with pytest.raises(ValueError, match="no value"):
        Record(value=None)
    with pytest.raises(FrozenInstanceError, match="cannot assign to field 'value'"):
        record.value = 4  # type: ignore[misc]  # that it cannot is the point


def test_another_sort_of_class_is_refused() -> None:
    with pytest.raises(TypeError, match="not frozen"):
        light.dataclass(frozen=False, slots=True)
