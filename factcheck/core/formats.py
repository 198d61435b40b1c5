"""What reports there are and in which formats: the one table, for the room that makes them and for faces."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

REPORTS: Mapping[str, tuple[str, ...]] = MappingProxyType({"annex": ("html", "json", "md", "txt")})
"""What a report can be rendered as, each with its formats, the usual one first."""
