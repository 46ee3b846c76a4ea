"""`recert-web build`: the browser's half of the portal, built once and only when its sources changed."""

import hashlib
import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import click

from recert_web.settings import settings

_STAMP = Path(".web/build/inputs.sha256")
_INPUTS = (
    "rxconfig.py",
    "requirements.lock",
    "recert_web/recert_web.py",
    "recert_web/shell.py",
    "recert_web/theme.py",
    "recert_web/wording.py",
)
_INPUT_FOLDERS = (
    "recert_web/pages",
    "recert_web/components",
    "recert_web/state",
    "recert_web/display",
    "recert_web/locale",
    "assets",
)


@click.command()
@click.option("--force", is_flag=True, help="Build even if nothing changed.")
def build(force: bool) -> None:
    """Builds the pages into .web/build; does nothing when they are up to date."""
    digest = _digest_of_inputs()
    if not force and is_built() and _STAMP.read_text(encoding="ascii") == digest:
        click.echo("The pages are up to date.")
        return
    click.echo("Building the pages (half a minute, longer the first time).")
    command = [sys.executable, "-m", "reflex", "export", "--frontend-only", "--no-zip"]
    done = subprocess.run(command, env=build_environment(), check=False)
    if done.returncode != 0:
        raise click.ClickException("The pages could not be built; what went wrong is said above.")
    _STAMP.write_text(digest, encoding="ascii")


def is_built() -> bool:
    """Whether there are built pages to serve."""
    return _STAMP.exists()


def build_environment() -> dict[str, str]:
    """The environment the framework builds in: npm from the virtual environment, nothing sent anywhere."""
    return {
        **os.environ,
        "PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}",
        "REFLEX_USE_NPM": "1",
        "REFLEX_TELEMETRY_ENABLED": "false",
        "REFLEX_CHECK_LATEST_VERSION": "false",
    }


def _digest_of_inputs() -> str:
    digest = hashlib.sha256(settings().locale.encode())
    for path in sorted(_input_files()):
        digest.update(str(path).encode())
        digest.update(path.read_bytes())
    return digest.hexdigest()


def _input_files() -> Iterator[Path]:
    yield from (Path(name) for name in _INPUTS)
    for folder in (*_INPUT_FOLDERS, "reflex.lock"):
        yield from (path for path in Path(folder).rglob("*") if path.is_file() and path.suffix != ".pyc")
