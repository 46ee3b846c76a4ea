"""`recert-web serve`: the portal on one port."""

import click
from granian import Granian
from granian.constants import Interfaces
from reflex_base import constants
from reflex_base.environment import environment

from recert_web.cli.build import is_built
from recert_web.services.readiness import start_faults
from recert_web.settings import settings
from recert_web.work import read_now


@click.command()
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
def serve(host: str) -> None:
    """Serves the built pages and the service behind them. Needs `migrate` and `build` first."""
    faults = read_now(start_faults, settings())
    if not is_built():
        faults = (*faults, "The pages are not built yet: run `recert-web build`.")
    if faults:
        raise click.ClickException("\n".join(("The portal does not start:", *faults)))
    environment.REFLEX_ENV_MODE.set(constants.Env.PROD)
    environment.REFLEX_SKIP_COMPILE.set(True)
    environment.REFLEX_MOUNT_FRONTEND_COMPILED_APP.set(True)
    click.echo(f"Serving on {settings().public_url}")
    Granian(
        "recert_web.recert_web:app",
        address=host,
        port=settings().port,
        interface=Interfaces.ASGI,
        factory=True,
        workers=1,
        websockets=True,
        log_access=False,
    ).serve()
