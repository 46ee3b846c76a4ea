"""A progress bar on stderr for a long file, where a person is there to see it."""

import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import BinaryIO

LONG = 1024 * 1024  # bytes; shorter files are done before a bar is read


@contextmanager
def byte_progress(stream: BinaryIO) -> Iterator[Callable[[int], object]]:
    """A function to call with every number of bytes done.

    It draws only when stderr is a terminal and the stream is a file of at least 1 MiB.
    """
    size = _size(stream)
    if not sys.stderr.isatty() or size is None or size < LONG:
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import Progress

    with Progress(console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task("Evaluating", total=size)
        yield lambda done: progress.advance(task, done)


def _size(stream: BinaryIO) -> int | None:
    """The bytes of a regular file; None for a pipe, a terminal or what is no file."""
    try:
        status = os.fstat(stream.fileno())
    except OSError:
        return None
    return status.st_size if stat.S_ISREG(status.st_mode) else None
