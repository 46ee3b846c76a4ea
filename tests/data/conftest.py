"""Everything here runs on SQLite and on PostgreSQL."""

import pytest


@pytest.fixture(params=["sqlite", "postgresql"])
def database_url(request: pytest.FixtureRequest) -> str:
    """A fresh migrated database of each kind."""
    return str(request.getfixturevalue(f"{request.param}_url"))
