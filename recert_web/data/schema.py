"""The migrations: which the database has, which the code knows, and how to bring one to the other."""

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

from recert_web.data.database import Database, Session


class DatabaseIsNewer(Exception):
    """The database was migrated by a later version of the code."""

    def __init__(self, revision: str, known: str) -> None:
        super().__init__(
            f"The database stands at migration {revision}; this version knows migrations up to {known}. "
            "Start the version that migrated it, or a later one."
        )


def newest_revision() -> str:
    """The last migration the code knows."""
    return ScriptDirectory.from_config(_config()).get_current_head() or ""


def migrate(database: Database) -> tuple[str | None, str]:
    """Brings the database to the newest migration, all or nothing: where it stood, and where it stands.

    Raises DatabaseIsNewer.
    """
    with database.engine.begin() as connection:
        before = _revision(connection)
        _refuse_newer(before)
        config = _config()
        config.attributes["connection"] = connection
        command.upgrade(config, "head")
    return before, newest_revision()


def schema_fault(session: Session) -> str:
    """Why this code cannot work with this database, with what to do; "" when it can."""
    revision = _revision(session.connection())
    try:
        _refuse_newer(revision)
    except DatabaseIsNewer as fault:
        return str(fault)
    if revision == newest_revision():
        return ""
    return "The database lacks the newest migrations. Run: recert-web migrate"


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _refuse_newer(revision: str | None) -> None:
    known = {script.revision for script in ScriptDirectory.from_config(_config()).walk_revisions()}
    if revision is not None and revision not in known:
        raise DatabaseIsNewer(revision, newest_revision())


def _config() -> Config:
    config = Config()
    config.set_main_option("script_location", "recert_web.data:migrations")
    return config
