"""What a person saw, written to a file as plain text."""

from __future__ import annotations

from pathlib import Path

from factcheck.errors import FactcheckError


def free_name(folder: Path, stem: str) -> Path:
    """A file of that name where none is yet: `stem.txt`, `stem-2.txt` and so on."""
    names = [f"{stem}.txt", *(f"{stem}-{number}.txt" for number in range(2, 10_000))]
    return next((path for name in names if not (path := folder / name).exists()), folder / names[0])


def write_view(out: str, text: str) -> Path:
    """Writes the text to a path as a person types it (`~` is the home folder), never over another file; the
    file is there whole or not at all."""
    path = Path(out).expanduser().absolute()
    try:
        file = path.open("x", encoding="utf-8", newline="\n")
    except FileExistsError as error:
        raise FactcheckError(
            "There is a file of that name already", f"{path}", "Choose another name.", 1
        ) from error
    except (OSError, ValueError) as error:
        raise _not_there(path, error) from error
    try:
        with file:
            file.write(text)
    except OSError as error:
        path.unlink(missing_ok=True)
        raise _not_there(path, error) from error
    return path


def _not_there(path: Path, error: OSError | ValueError) -> FactcheckError:
    why = getattr(error, "strerror", None) or error
    return FactcheckError("It cannot be written there", f"{path}: {why}", "Choose another place.", 1)
