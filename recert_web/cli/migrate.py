"""`recert-web migrate`: brings the database to the shape this version needs."""

import click

from recert_web import work
from recert_web.data.database import Unreachable
from recert_web.data.schema import DatabaseIsNewer, migrate as migrate_schema


@click.command()
def migrate() -> None:
    """Bring the database to the newest migration. Safe to repeat."""
    try:
        before, after = migrate_schema(work.database())
    except Unreachable as fault:
        raise click.ClickException(f"RECERT_DATABASE_URL: {fault}") from fault
    except DatabaseIsNewer as fault:
        raise click.ClickException(str(fault)) from fault
    if before == after:
        click.echo(f"The database stands at migration {after}: nothing to do.")
    else:
        click.echo(f"The database went from {before or 'empty'} to migration {after}.")
