"""The `recert-web` command. A subcommand's module is imported only when it is used."""

from importlib import import_module
from typing import NamedTuple

import click

PROGRAM = "recert-web"


class Entry(NamedTuple):
    """Where a subcommand lives, and the line about it in the list of commands."""

    module: str
    name: str
    summary: str


COMMANDS = {
    "evaluate": Entry(
        "recert_web.cli.evaluate", "evaluate", "What counts in a member's record, and what is due."
    ),
    "rules": Entry("recert_web.cli.rules", "rules", "The rules of a cycle, with the source of every figure."),
    "migrate": Entry("recert_web.cli.migrate", "migrate", "Bring the database up to this version."),
    "build": Entry("recert_web.cli.build", "build", "Build the pages that browsers load."),
    "demo": Entry("recert_web.cli.demo", "demo", "Fill the database with made-up members."),
    "serve": Entry("recert_web.cli.serve", "serve", "Run the web application."),
    "trail": Entry("recert_web.cli.trail", "trail", "Check the audit trail, or anchor it."),
}


class Commands(click.Group):
    """The commands of the table above."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Their names, in the table's order."""
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of a name, None where there is none or its module is not part of this installation."""
        entry = COMMANDS.get(cmd_name)
        if entry is None:
            return None
        try:
            command = getattr(import_module(entry.module), entry.name)
        except ModuleNotFoundError as error:
            if error.name != entry.module:
                raise
            return None
        return command if isinstance(command, click.Command) else None

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """List the commands without importing one of them."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, entry.summary) for name, entry in COMMANDS.items()])


@click.group(cls=Commands)
@click.version_option(package_name=PROGRAM, prog_name=PROGRAM)
def commands() -> None:
    """Recertification of NSCA certifications: records, rules and the portal."""


def main() -> None:
    """Run the command line. Exit status 2 for a mistake in what was given."""
    commands(prog_name=PROGRAM)
