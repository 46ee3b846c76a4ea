"""`recert-web demo`: fills the database with made-up members."""

import click

from recert_web import clock, work
from recert_web.data.database import Unreachable
from recert_web.services.demo import fill_demo
from recert_web.services.demo_accounts import PASSWORD, accounts_on
from recert_web.services.passwords import hash_password
from recert_web.settings import settings


@click.command()
def demo() -> None:
    """Add the people of the demo who are not there yet. Safe to repeat; refused in production."""
    if settings().production:
        raise click.ClickException("RECERT_MODE: production takes no demo accounts.")
    try:
        added = work.run_now(fill_demo, hash_password(PASSWORD), clock.now())
    except Unreachable as unreachable:
        raise click.ClickException(f"RECERT_DATABASE_URL: {unreachable}.") from unreachable
    click.echo(f"{added} demo accounts added." if added else "The demo is there already: nothing to do.")
    for email, shows in accounts_on(clock.today()):
        click.echo(f"  {email:<22} {shows}")
    click.echo(f"The password of each is {PASSWORD}")
