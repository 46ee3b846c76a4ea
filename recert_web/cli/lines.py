"""Reading a file of records, one a line, in constant memory, however long a line is."""

from collections.abc import Iterator
from typing import BinaryIO

MOST_BYTES = 10 * 1024 * 1024  # of one line, its end not counted
CHUNK = 64 * 1024


def bounded_lines(stream: BinaryIO) -> Iterator[tuple[bytes | None, int]]:
    """Each line without its end, and how many bytes of the stream it took.

    The line is None where it is longer than 10 MiB; the rest of it is read past, never kept.
    """
    while line := stream.readline(MOST_BYTES + len(b"\r\n")):
        content = line.rstrip(b"\r\n")
        if line.endswith(b"\n") or len(content) <= MOST_BYTES:
            yield (content if len(content) <= MOST_BYTES else None), len(line)
        else:
            yield None, len(line) + _passed_over(stream)


def _passed_over(stream: BinaryIO) -> int:
    """Read to the end of the line, and answer how many bytes that was."""
    passed = 0
    while piece := stream.readline(CHUNK):
        passed += len(piece)
        if piece.endswith(b"\n"):
            break
    return passed
