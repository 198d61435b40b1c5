"""The types that annotations name, also those that a module imports for type checking only."""

import ast
import inspect
import sys
from importlib import import_module
from types import ModuleType
from typing import Any, get_type_hints


def hints(annotated: Any) -> dict[str, Any]:
    """As `typing.get_type_hints`, for a class or function of a module with imports under TYPE_CHECKING."""
    module = sys.modules[annotated.__module__]
    return get_type_hints(annotated, {**vars(module), **_imported_for_checking(module)})


def _imported_for_checking(module: ModuleType) -> dict[str, Any]:
    names: dict[str, Any] = {}
    for node in ast.parse(inspect.getsource(module)).body:
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING":
            for line in node.body:
                if isinstance(line, ast.ImportFrom) and line.module:
                    origin = import_module(line.module)
                    names |= {name.asname or name.name: getattr(origin, name.name) for name in line.names}
    return names
