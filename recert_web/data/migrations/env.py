"""What Alembic runs: the migrations, on the connection that `schema` hands over, in its transaction."""

from alembic import context

from recert_web.data.tables import metadata

connection = context.config.attributes["connection"]
context.configure(connection=connection, target_metadata=metadata, render_as_batch=True)
context.run_migrations()
