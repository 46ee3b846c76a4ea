"""The real server as a process of its own, on a free port and a database of its own."""

import os
import shutil
import signal
import socket
import sqlite3
import subprocess
import sys
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Self

import httpx

from tests.house.source import ROOT

COMMAND = str(Path(sys.executable).parent / "recert-web")
START_TRIES = 300  # of a tenth of a second


@dataclass(slots=True)
class Portal:
    """A server that runs: its port, the day it goes by, its database file, its log, its process."""

    port: int
    today: str
    database: Path
    log: Path
    process: subprocess.Popen[bytes]

    @classmethod
    def start(cls, today: str, filled: Path, folder: Path) -> Self:
        """Starts a server on a copy of a filled database. Raises with its log if it never answers."""
        folder.mkdir(parents=True, exist_ok=True)
        database, log = folder / "recert.db", folder / "server.log"
        shutil.copy(filled, database)
        port = _free_port()
        portal = cls(port, today, database, log, _serve(database, today, port, log))
        portal._wait_until_it_answers()
        return portal

    @property
    def url(self) -> str:
        """Its address, by number: on `localhost` a page's socket does not hear of a lost network."""
        return f"http://127.0.0.1:{self.port}"

    def start_again(self) -> None:
        """Starts the server that was stopped, on the same data and the same port."""
        self.process = _serve(self.database, self.today, self.port, self.log)
        self._wait_until_it_answers()

    def forget_drafts(self) -> None:
        """Removes what anybody typed and did not save."""
        with closing(sqlite3.connect(self.database, timeout=30)) as connection, connection:
            connection.execute("DELETE FROM drafts")

    def kill(self) -> None:
        """Ends the server with nothing said, as a power cut does."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()

    def stop(self) -> None:
        """Ends the server and the workers it started, asked first."""
        if self.process.poll() is None:
            os.killpg(self.process.pid, signal.SIGTERM)
        try:
            self.process.wait(timeout=10)
        except subprocess.TimeoutExpired:
            os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()

    def _wait_until_it_answers(self) -> None:
        for _ in range(START_TRIES):
            try:
                if httpx.get(f"{self.url}/ping", timeout=5).is_success:
                    return
            except httpx.TransportError:
                pass
            try:
                self.process.wait(timeout=0.1)
                break
            except subprocess.TimeoutExpired:
                continue
        self.stop()
        raise AssertionError(f"the server did not start:\n{self.log.read_text(errors='replace')}")


def _serve(database: Path, today: str, port: int, log: Path) -> subprocess.Popen[bytes]:
    with log.open("ab") as output:
        return subprocess.Popen(
            [COMMAND, "serve"],
            cwd=ROOT,
            env=environment(database, today, port),
            stdout=output,
            stderr=output,
            start_new_session=True,
        )


def fill(database: Path, today: str) -> None:
    """Migrates a new database and fills it with the demo, by the commands that anyone would use."""
    database.parent.mkdir(parents=True, exist_ok=True)
    for command in ("migrate", "demo"):
        run_command(command, environment(database, today, 8000))


def run_command(command: str, settings: dict[str, str]) -> None:
    """Runs a subcommand of `recert-web`. Raises with what it printed if it fails."""
    done = subprocess.run(
        [COMMAND, command], cwd=ROOT, env=settings, capture_output=True, text=True, check=False
    )
    if done.returncode != 0:
        raise AssertionError(f"recert-web {command} failed:\n{done.stdout}{done.stderr}")


def environment(database: Path, today: str, port: int) -> dict[str, str]:
    """Answers this machine's environment with the settings of one portal and nothing of the test run."""
    foreign = ("PYTEST", "COV_", "RECERT_", "REFLEX_")
    inherited = {name: value for name, value in os.environ.items() if not name.startswith(foreign)}
    return {
        **inherited,
        "PORT": str(port),
        "RECERT_DATABASE_URL": f"sqlite:///{database}",
        "RECERT_TODAY": today,
    }


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
