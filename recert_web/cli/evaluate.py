"""`recert-web evaluate`: what would count? A record in, its result out, as JSON."""

import sys
from json import JSONEncoder
from typing import BinaryIO

import click

from recert_web.cli.lines import bounded_lines
from recert_web.cli.progress import byte_progress
from recert_web.cli.results import result_of

FAULTY = 2  # the exit status where a record breaks the format
_COMPACT = JSONEncoder(separators=(",", ":"), check_circular=False)
_READABLE = JSONEncoder(indent=2)


@click.command(context_settings={"help_option_names": ["-h", "--help"]})
@click.argument("file", type=click.File("rb"))
@click.option("--lines", is_flag=True, help="One record a line, one compact result a line.")
def evaluate(file: BinaryIO, lines: bool) -> None:
    """Print what counts in the record in FILE ("-" for standard input), and what is due, as JSON.

    A record that breaks the format gives {"faults": [...]} with every fault of it, and exit status 2.

    With --lines, FILE holds one record a line. Each gives one line of result, in order; a faulty one
    does not stop the others, but the exit status is then 2. Lines of nothing but spaces are passed
    over and give no result. A line longer than 10 MiB is refused without being kept in memory.
    """
    try:
        faultless = _each_line(file) if lines else _whole(file)
    except BrokenPipeError:
        raise  # the reader has gone: click ends quietly
    except OSError as error:
        raise click.UsageError(f"{file.name} cannot be read: {error.strerror}") from error
    if not faultless:
        raise click.exceptions.Exit(FAULTY)


def _whole(file: BinaryIO) -> bool:
    result, faultless = result_of(file.read())
    sys.stdout.write(_READABLE.encode(result) + "\n")
    return faultless


def _each_line(file: BinaryIO) -> bool:
    """Flushed after every line, so that a program may ask and wait for the answer."""
    all_faultless = True
    out = sys.stdout
    with byte_progress(file) as done:
        for line, size in bounded_lines(file):
            if line is None or line.strip():
                result, faultless = result_of(line)
                all_faultless = all_faultless and faultless
                out.write(_COMPACT.encode(result) + "\n")
                out.flush()
            done(size)
    return all_faultless
