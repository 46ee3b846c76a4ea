"""The migrations build exactly what the tables say, and refuse what they do not know."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from click import Command
from click.testing import CliRunner
from sqlalchemy import Engine, inspect, text

from recert_web.cli.migrate import migrate as migrate_command
from recert_web.cli.trail import trail as trail_command
from recert_web.data import tables
from recert_web.data.database import Database, connect
from recert_web.data.schema import DatabaseIsNewer, migrate, newest_revision, schema_fault


def test_migrating_from_empty_ends_at_the_newest_migration(database: Database) -> None:
    with database.reading() as session:
        assert schema_fault(session) == ""
    assert migrate(database) == (newest_revision(), newest_revision())


def test_alembic_sees_no_difference_between_tables_and_migrations(database: Database) -> None:
    with database.engine.connect() as connection:
        context = MigrationContext.configure(connection, opts={"compare_type": True})
        assert compare_metadata(context, tables.metadata) == []


def test_migrations_and_tables_agree_on_every_check_index_and_key(database: Database) -> None:
    migrated = _schema(database.engine)
    with database.engine.begin() as connection:
        tables.metadata.drop_all(connection)
        tables.metadata.create_all(connection)
    assert migrated == _schema(database.engine)
    assert len(migrated) == 16


def test_every_foreign_key_begins_an_index(database: Database) -> None:
    inspector = inspect(database.engine)
    for table in tables.metadata.tables:
        begins = {index["column_names"][0] for index in inspector.get_indexes(table)}
        begins |= {unique["column_names"][0] for unique in inspector.get_unique_constraints(table)}
        begins.add(inspector.get_pk_constraint(table)["constrained_columns"][0])
        for key in inspector.get_foreign_keys(table):
            assert key["constrained_columns"][0] in begins, (table, key)


def test_a_database_of_a_later_version_is_refused(database: Database) -> None:
    with database.engine.begin() as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(DatabaseIsNewer, match="stands at migration 9999"):
        migrate(database)
    with database.reading() as session:
        assert "Start the version that migrated it" in schema_fault(session)
    answer = CliRunner().invoke(migrate_command)
    assert answer.exit_code == 1
    assert "migration 9999" in answer.output


def test_an_empty_database_says_what_to_run(tmp_path: Path) -> None:
    empty = connect(f"sqlite:///{tmp_path / 'new' / 'empty.db'}")
    with empty.reading() as session:
        assert schema_fault(session).endswith("Run: recert-web migrate")
    empty.close()


def test_the_command_migrates_and_is_safe_to_repeat(tmp_path: Path, setting: Callable[..., None]) -> None:
    setting(RECERT_DATABASE_URL=f"sqlite:///{tmp_path / 'folder' / 'new.db'}")
    first = CliRunner().invoke(migrate_command)
    assert (first.exit_code, first.output) == (
        0,
        f"The database went from empty to migration {newest_revision()}.\n",
    )
    again = CliRunner().invoke(migrate_command)
    assert "nothing to do" in again.output


@pytest.mark.parametrize("command", [migrate_command, trail_command])
@pytest.mark.parametrize(
    ("place", "fault"),
    [
        ("sqlite:///{}/a-file/recert.db", "cannot be made"),
        ("sqlite:///{}", "cannot be opened"),
        ("postgresql://nobody@127.0.0.1:1/recert?connect_timeout=1", "cannot be opened"),
    ],
)
def test_a_database_that_is_not_there_is_named_without_a_traceback(
    tmp_path: Path, setting: Callable[..., None], command: Command, place: str, fault: str
) -> None:
    (tmp_path / "a-file").touch()
    setting(RECERT_DATABASE_URL=place.format(tmp_path))
    answer = CliRunner().invoke(command, ["verify"] if command is trail_command else [])
    assert answer.exit_code == 1
    assert "Error: RECERT_DATABASE_URL: " in answer.output
    assert fault in answer.output


def test_a_migration_that_fails_leaves_nothing_behind(tmp_path: Path) -> None:
    broken = connect(f"sqlite:///{tmp_path / 'broken.db'}")
    with broken.engine.begin() as connection:
        connection.execute(text("CREATE TABLE charges (id INTEGER)"))  # the third migration stumbles over it
    with pytest.raises(Exception, match="already exists"):
        migrate(broken)
    assert inspect(broken.engine).get_table_names() == ["charges"]
    broken.close()


def _schema(engine: Engine) -> dict[str, Any]:
    inspector = inspect(engine)
    found = {}
    for table in sorted(tables.metadata.tables):
        columns = [(c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(table)]
        checks = sorted((c["name"], c["sqltext"]) for c in inspector.get_check_constraints(table))
        uniques = sorted((u["name"], u["column_names"]) for u in inspector.get_unique_constraints(table))
        keys = sorted((k["name"], k["referred_table"]) for k in inspector.get_foreign_keys(table))
        indexes = sorted(_index(index) for index in inspector.get_indexes(table))
        primary = inspector.get_pk_constraint(table)["name"]
        found[table] = (columns, checks, uniques, keys, indexes, primary)
    return found


def _index(found: Any) -> tuple[str, list[str], bool, list[str]]:
    options = sorted(f"{key} {value}" for key, value in found.get("dialect_options", {}).items())
    return found["name"], found["column_names"], bool(found["unique"]), options
