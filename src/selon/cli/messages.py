"""What the command line says when something is wrong: one message on standard error, never a traceback."""

from __future__ import annotations

import os
import sys
from contextlib import contextmanager
from typing import TYPE_CHECKING

import typer

from selon.errors import SelonError

if TYPE_CHECKING:
    from collections.abc import Iterator

UNREADABLE = 2
"""Exit code when nothing could be read, as for a wrong option."""
INCOMPLETE = 1
"""Exit code when something was read, but not all."""
PIPE_CLOSED = 141
"""Exit code of a program whose reader went away (128 + SIGPIPE), as `head` leaves it."""


@contextmanager
def reported() -> Iterator[None]:
    """Turn our errors into a message and exit code 2; end quietly when whoever reads the output stops reading."""
    try:
        yield
        sys.stdout.flush()
    except SelonError as error:
        complain(str(error))
        raise typer.Exit(UNREADABLE) from error
    except BrokenPipeError as error:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())  # the interpreter flushes once more at its end
        raise typer.Exit(PIPE_CLOSED) from error


def complain(message: str) -> None:
    """One message on standard error, above the progress bar when there is one."""
    sys.stderr.write(f"selon: {message}\n")
