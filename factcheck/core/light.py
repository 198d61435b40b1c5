"""Frozen dataclasses that cost next to nothing to define.

`dataclasses` compiles six methods for each frozen class as soon as it is defined; for the classes that a
start needs this is a tenth of the time to the first paint. Here the fields are the library's own, but
`__init__`, `__eq__` and `__hash__` are compiled when a class first needs them, and the other methods are
shared. All else is as with `dataclasses.dataclass(frozen=True, slots=True)`: equality, hash, repr, `replace`,
`fields`, matching, copies.
"""

from __future__ import annotations

import dataclasses
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass as dataclass
    from typing import Any
else:

    def dataclass(*, frozen, slots, kw_only=False):
        """As `dataclasses.dataclass`, for classes that are frozen and have slots."""
        if not (frozen and slots):
            raise TypeError("a class that is not frozen, or has no slots, is for the standard library")

        def light(given):
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=True, kw_only=kw_only)(given)
            for name, method in _SHARED.items():
                if name not in given.__dict__:
                    setattr(made, name, method)
            for name, written in _WRITTEN.items():
                if name not in given.__dict__:
                    setattr(made, name, _at_first(made, name, written))
            return made

        return light


def _at_first(cls: type, name: str, written: Callable[[type, dict[str, Any]], str]) -> Callable[..., Any]:
    """A method that writes itself when it is first called."""

    def method(self: Any, *args: Any, **named: Any) -> Any:
        known: dict[str, Any] = {}
        exec(written(cls, known), known)  # noqa: S102  # as the library does; of names of fields alone
        setattr(cls, name, known[name])
        return known[name](self, *args, **named)

    return method


def _init(cls: Any, known: dict[str, Any]) -> str:
    known["_ABSENT"] = object()
    places, named, body = ["self"], list[str](), list[str]()
    for item in dataclasses.fields(cls):
        name, given, default = item.name, item.name, ""
        known[f"_set_{name}"] = _slot(cls, name)
        if item.default_factory is not dataclasses.MISSING:
            known[f"_make_{name}"] = item.default_factory
            given, default = f"_make_{name}() if {name} is _ABSENT else {name}", "=_ABSENT"
        elif item.default is not dataclasses.MISSING:
            known[f"_default_{name}"] = item.default
            default = f"=_default_{name}"
        if item.init:
            (named if item.kw_only else places).append(name + default)
        elif default:
            given = f"_make_{name}()" if default == "=_ABSENT" else f"_default_{name}"
        else:
            continue
        body.append(f" _set_{name}(self, {given})")
    if hasattr(cls, "__post_init__"):
        body.append(" self.__post_init__()")
    parameters = ", ".join([*places, *(["*", *named] if named else [])])
    return f"def __init__({parameters}):\n" + ("\n".join(body) or " pass")


def _slot(cls: type, name: str) -> Callable[[Any, Any], None]:
    """What sets a field in spite of `__setattr__`."""
    setter: Callable[[Any, Any], None] = next(
        base.__dict__[name] for base in cls.__mro__ if name in base.__dict__
    ).__set__
    return setter


def _eq(cls: Any, known: dict[str, Any]) -> str:
    return (
        "def __eq__(self, other):\n"
        " if other.__class__ is not self.__class__: return NotImplemented\n"
        f" return {_compared(cls, 'self')} == {_compared(cls, 'other')}"
    )


def _hash(cls: Any, known: dict[str, Any]) -> str:
    hashed = (item for item in dataclasses.fields(cls) if (item.compare if item.hash is None else item.hash))
    return f"def __hash__(self): return hash(({''.join(f'self.{item.name}, ' for item in hashed)}))"


def _compared(cls: Any, whose: str) -> str:
    return "(" + "".join(f"{whose}.{item.name}, " for item in dataclasses.fields(cls) if item.compare) + ")"


def _shown(self: Any) -> str:
    pairs = (f"{item.name}={getattr(self, item.name)!r}" for item in dataclasses.fields(self) if item.repr)
    return f"{self.__class__.__qualname__}({', '.join(pairs)})"


def _refuse_to_set(self: Any, name: str, value: object) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot assign to field {name!r}")


def _refuse_to_delete(self: Any, name: str) -> None:
    raise dataclasses.FrozenInstanceError(f"cannot delete field {name!r}")


def _state(self: Any) -> list[Any]:
    return [getattr(self, item.name) for item in dataclasses.fields(self)]


def _set_state(self: Any, state: list[Any]) -> None:
    for item, value in zip(dataclasses.fields(self), state, strict=True):
        object.__setattr__(self, item.name, value)


_WRITTEN = {"__init__": _init, "__eq__": _eq, "__hash__": _hash}
_SHARED = {
    "__repr__": _shown,
    "__setattr__": _refuse_to_set,
    "__delattr__": _refuse_to_delete,
    "__getstate__": _state,
    "__setstate__": _set_state,
}
