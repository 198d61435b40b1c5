"""What adding sources asks of a case."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from factcheck.core.light import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from factcheck.workbench.exhibits import Survey


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be added: a path or an address, and what is known of it, as typed; empty where nothing is.
    `bates` is `from-name`, `stamp` or the path of a load file."""

    what: str = ""
    kind: str = ""
    published: str = ""
    bates: str = ""
    version_of: str = ""
    variant_of: str = ""


@dataclass(frozen=True, slots=True)
class Addition:
    """What became of one file: the label of the source made, if any, and words on it. `alike` is the source
    that it resembles, and words on how, where nobody said what it is to that."""

    name: str
    label: str | None
    words: str
    failed: bool = False
    alike: tuple[str, str] | None = None


class AddingDesk(Protocol):
    """Files on their way in. Made for threads; `progress` may raise to stop."""

    def look_over(self, wanted: Wanted, progress: Callable[[str], None]) -> Survey | None:
        """The files of a folder or an archive, or one that bears Bates numbers, before they are added; None
        for what is not listed first."""
        ...

    def add(
        self, wanted: Wanted, progress: Callable[[str], None], survey: Survey | None = None
    ) -> Sequence[Addition]:
        """Adds what was listed, or a file or an address that was not."""
        ...
