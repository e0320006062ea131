"""The first tables of the record: facts, entries, blobs."""

import sqlalchemy as sa
from alembic import op

from goodoffices.record import postgres, sqlite

revision = "0001"
down_revision = None

SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
GUARDS = {"sqlite": sqlite.GUARDS, "postgresql": postgres.GUARDS}


def text(length: int) -> sa.types.TypeEngine[str]:
    """Short text."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Makes them, in an empty case."""
    op.create_table(
        "facts",
        sa.Column("name", text(64), primary_key=True),
        sa.Column("value", WORDS, nullable=False),
    )
    op.create_table(
        "entries",
        sa.Column("seq", SEQ, primary_key=True, autoincrement=False),
        sa.Column("at", text(32), nullable=False),
        sa.Column("by", WORDS, nullable=False),
        sa.Column("action", text(64), nullable=False),
        sa.Column("subject", WORDS, nullable=False),
        sa.Column("based_on", SEQ, nullable=True),
        sa.Column("v", sa.Integer, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=True),
        sa.Column("salt", sa.LargeBinary, nullable=True),
        sa.Column("digest", text(64), nullable=False),
        sa.Column("chain", text(64), nullable=False),
    )
    op.create_index("ix_entries_at", "entries", ["at"])
    op.create_index("ix_entries_subject", "entries", ["subject"])
    op.create_table(
        "blobs",
        sa.Column("hash", text(64), primary_key=True),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    for guard in GUARDS[op.get_bind().dialect.name]:
        op.execute(guard)
