"""How Alembic runs a revision: on the connection it is given, within the transaction that connection is in."""

from alembic import context

context.configure(connection=context.config.attributes["connection"])
context.run_migrations()
