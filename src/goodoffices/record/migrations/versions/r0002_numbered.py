"""The version table of Alembic says which revision a case has; what `facts` said of it before is dropped."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"

FACTS = sa.table("facts", sa.column("name"))


def upgrade() -> None:
    """Drops the older saying."""
    op.execute(FACTS.delete().where(FACTS.c.name == "schema"))
