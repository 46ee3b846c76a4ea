"""A database with a few people in it, and the app's event pipeline over it, on 2020-11-01.

The folders that use these name them in their conftest.
"""

import shutil
from collections.abc import AsyncIterator, Callable, Iterator
from pathlib import Path

import pytest

from recert_web import work
from recert_web.data.database import Database, connect
from tests.state.members import TODAY, Cast, fill
from tests.state.pipeline import Pipeline


@pytest.fixture(scope="session")
def peopled(migrated_file: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Cast]:
    """A database file to copy, and who is in it."""
    file = tmp_path_factory.mktemp("people") / "recert.db"
    shutil.copy(migrated_file, file)
    database = connect(f"sqlite:///{file}")
    with database.writing() as session:
        cast = fill(session)
        session.commit()
    database.close()
    return file, cast


@pytest.fixture
def cast(peopled: tuple[Path, Cast]) -> Cast:
    """Who is in the database."""
    return peopled[1]


@pytest.fixture
def stored(peopled: tuple[Path, Cast], tmp_path: Path, setting: Callable[..., None]) -> Iterator[Database]:
    """This test's own copy of the people's database, which the settings name."""
    file = shutil.copy(peopled[0], tmp_path / "recert.db")
    setting(RECERT_DATABASE_URL=f"sqlite:///{file}", RECERT_TODAY=TODAY.isoformat())
    yield work.database()
    work.database().close()


@pytest.fixture
async def pipeline(stored: Database) -> AsyncIterator[Pipeline]:
    """The event pipeline, just started."""
    async with Pipeline().running() as running:
        yield running
