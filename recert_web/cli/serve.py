"""`recert-web serve`: the portal on one port."""

import os

import click
from granian import Granian, constants as granian
from reflex_base import constants, environment

from recert_web.cli.build import is_built
from recert_web.data.database import Unreachable
from recert_web.services.readiness import start_faults
from recert_web.settings import settings
from recert_web.work import read_now


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
def serve(host: str) -> None:
    """Serves the built pages and the service behind them. Needs `migrate` and `build` first."""
    try:
        faults = read_now(start_faults, settings())
    except Unreachable as unreachable:
        raise click.ClickException(f"RECERT_DATABASE_URL: {unreachable}.") from unreachable
    if not is_built():
        faults = (*faults, "The pages are not built yet: run `recert-web build`.")
    if faults:
        raise click.ClickException("\n".join(("The portal does not start:", *faults)))
    # A phone that comes back after a pause finds its own state again, not a new one.
    os.environ.setdefault("REFLEX_SOCKET_INTERVAL", "15s")
    os.environ.setdefault("REFLEX_SOCKET_TIMEOUT", "20s")
    environment.environment.REFLEX_ENV_MODE.set(constants.Env.PROD)
    environment.environment.REFLEX_SKIP_COMPILE.set(True)
    environment.environment.REFLEX_MOUNT_FRONTEND_COMPILED_APP.set(True)
    click.echo(f"Serving on {settings().public_url}")
    Granian(
        "recert_web.recert_web:app",
        address=host,
        port=settings().port,
        interface=granian.Interfaces.ASGI,
        factory=True,
        workers=1,
        websockets=True,
        log_access=False,
    ).serve()
