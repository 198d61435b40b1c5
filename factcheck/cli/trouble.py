"""Standard error and exit codes: every word that is not the answer itself, and how a command ends.

0 ok, 1 trouble or only part of it done, 2 the command was not understood, 130 interrupted.
"""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from factcheck.core.shown import shown
from factcheck.errors import FactcheckError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    import click

OK, TROUBLE, USAGE, INTERRUPTED = 0, 1, 2, 130

TRACE = "FACTCHECK_TRACE"
"""Set in the environment, it adds the traceback of a fault in the program itself."""


def say(message: str) -> None:
    """One remark for the person at the keyboard, never part of a command's output."""
    _write(message)


@contextmanager
def counting(what: str) -> Iterator[Callable[[int], None]]:
    """Lets slow work tell how far it is (`12,000 rows read`), on one line that goes when the work ends.

    Where standard error is no terminal nothing is told.
    """
    widest = 0

    def tell(number: int) -> None:
        nonlocal widest
        line = f"{number:,} {what}"
        widest = max(widest, len(line))
        _rewrite(line.ljust(widest))

    is_watched = sys.stderr.isatty()
    try:
        yield tell if is_watched else _tell_nobody
    finally:
        if is_watched and widest:
            _rewrite(" " * widest)
            _rewrite("")


def _tell_nobody(number: int) -> None:
    return


def can_ask() -> bool:
    """Whether somebody sits there who could answer."""
    return sys.stdin.isatty() and sys.stderr.isatty()


def ask(question: str) -> bool:
    """A question with yes or no; anything but yes is no."""
    _write(f"{question} [y/N]")
    return sys.stdin.readline().strip().lower() in {"y", "yes"}


def choose(question: str, options: Sequence[str]) -> str | None:
    """A question with several answers, or the beginning of one; None for anything else."""
    _write(f"{question} [{'|'.join(options)}]")
    typed = sys.stdin.readline().strip().lower()
    fitting = [option for option in options if typed and option.startswith(typed)]
    return fitting[0] if len(fitting) == 1 else None


def report(error: FactcheckError) -> int:
    """An error in full: what happened, to what, what to do next. Gives its exit code."""
    lines = [f"factcheck: {error.title}"]
    lines += [f"  {line}" for part in (error.detail, error.hint) for line in part.splitlines()]
    _write("\n".join(lines))
    return error.exit_code


def exit_code_of(run: Callable[[], object]) -> int:
    """Runs a command to its end and says how it went; nothing but the exit code leaves here."""
    try:
        try:
            code = run()
            sys.stdout.flush()
        except BrokenPipeError:
            _abandon_output()
            return TROUBLE
        except OSError as error:
            return report(_refused_by_the_system(error))
        return code if isinstance(code, int) else OK
    except FactcheckError as error:
        return report(error)
    except KeyboardInterrupt:
        return _interrupted()
    except (
        Exception
    ) as error:  # the one guard: whatever is left is our fault, and a traceback helps no reporter
        return _not_understood(error)


def _not_understood(error: Exception) -> int:
    """click's own refusals, then faults of the program."""
    import click

    if isinstance(error, click.Abort):
        return _interrupted()
    if isinstance(error, click.ClickException):
        return report(_as_ours(error))
    return report(_fault(error))


def _as_ours(error: click.ClickException) -> FactcheckError:
    import click

    message = error.format_message().strip().rstrip(".")
    hint = ""
    if isinstance(error, click.UsageError) and error.ctx is not None:
        usage = " ".join(error.ctx.get_usage().split())
        hint = f"{usage}\nMore: {error.ctx.command_path} --help"
    return FactcheckError(message, hint=hint, exit_code=error.exit_code)


def _refused_by_the_system(error: OSError) -> FactcheckError:
    """Output that cannot be written, a file that cannot be read: said in the system's own words."""
    named = [str(name) for name in (error.filename, error.filename2) if name is not None]
    _abandon_output()
    return FactcheckError(
        "The system refused",
        f"{' and '.join(named) or 'the output'}: {error.strerror or error}",
    )


def _fault(error: Exception) -> FactcheckError:
    if os.environ.get(TRACE):
        import traceback

        _write("".join(traceback.format_exception(error)).rstrip("\n"))
    at, step = "", error.__traceback__
    while step is not None:
        at = f"{Path(step.tb_frame.f_code.co_filename).name}:{step.tb_lineno}"
        step = step.tb_next
    return FactcheckError(
        "Something went wrong inside factcheck",
        f"{type(error).__name__}: {error} ({at})".replace("\n", " "),
        f"This is a fault of the program; {TRACE}=1 in the environment shows where.",
    )


def _interrupted() -> int:
    _abandon_output()
    _write("factcheck: interrupted")
    return INTERRUPTED


def _abandon_output() -> None:
    """Sends what is still buffered nowhere, so that the interpreter does not stumble over it at its end."""
    try:
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, sys.stdout.fileno())
        os.close(nowhere)
    except (OSError, ValueError, AttributeError):  # a stand-in for stdout, as tests have, or none at all
        return


def _rewrite(line: str) -> None:
    """Writes over the line that the cursor is on."""
    try:
        print(f"\r{line}", end="", file=sys.stderr, flush=True)
    except (OSError, ValueError, AttributeError):  # nobody listens any more
        return


def _write(message: str) -> None:
    """Answers come first: what was printed before a remark is on its way before the remark."""
    try:
        sys.stdout.flush()
    except (OSError, ValueError, AttributeError):
        _abandon_output()
    try:
        print(shown(message, keep="\n"), file=sys.stderr, flush=True)
    except (OSError, ValueError, AttributeError):  # nobody listens any more
        return
