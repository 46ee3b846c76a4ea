"""`recert-web trail verify` and `recert-web trail anchor`."""

import click

from recert_web import clock, work
from recert_web.data.database import Unreachable
from recert_web.data.schema import schema_fault
from recert_web.data.trail_checking import anchor_trail, check_trail


@click.group()
def trail() -> None:
    """Check the audit trail, or anchor it."""
    try:
        fault = work.read_now(schema_fault)
    except Unreachable as unreachable:
        raise click.ClickException(f"RECERT_DATABASE_URL: {unreachable}") from unreachable
    if fault:
        raise click.ClickException(fault)


@trail.command()
def verify() -> None:
    """Recompute every hash of the trail. Ends with status 1 when something was changed or removed."""
    found = work.read_now(check_trail)
    for fault in found.faults:
        click.echo(fault, err=True)
    click.echo(f"{found.entries} entries in {found.chains} chains, {found.anchors} anchors checked.")
    if found.faults:
        raise click.ClickException("The trail does not hold.")
    click.echo("The trail holds.")


@trail.command()
def anchor() -> None:
    """Anchor what is new. Run it from cron, and keep the printed hash somewhere else."""
    made = work.run_now(anchor_trail, clock.now())
    if made is None:
        click.echo("Nothing new to anchor.")
    else:
        click.echo(f"{made.entries} entries anchored: {made.hash}")
