"""What may hold words of a document is sealed with its key: bodies of entries with their salts, and blobs."""

import sqlalchemy as sa
from alembic import op

from goodoffices.record import sealing_older

revision = "0003"
down_revision = "0002"

SEQ = sa.BigInteger().with_variant(sa.Integer(), "sqlite")
WORDS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")
GUARDS = {
    "sqlite": (
        """CREATE TRIGGER entries_stay BEFORE DELETE ON entries
           BEGIN SELECT RAISE(ABORT, 'entries of the log are never deleted'); END""",
        """CREATE TRIGGER entries_hold BEFORE UPDATE ON entries
           WHEN NOT (NEW.body IS NULL
                     AND NEW.seq = OLD.seq AND NEW.at = OLD.at AND NEW.by = OLD.by AND NEW.action = OLD.action
                     AND NEW.subject = OLD.subject AND NEW.based_on IS OLD.based_on AND NEW.v = OLD.v
                     AND NEW.keys = OLD.keys AND NEW.digest = OLD.digest AND NEW.chain = OLD.chain)
           BEGIN SELECT RAISE(ABORT, 'entries of the log are never changed'); END""",
    ),
    "postgresql": (
        """CREATE OR REPLACE FUNCTION entries_kept() RETURNS trigger LANGUAGE plpgsql AS $$
           BEGIN
             IF TG_OP = 'UPDATE' AND NEW.body IS NULL
                AND ROW(NEW.seq, NEW.at, NEW."by", NEW.action, NEW.subject, NEW.based_on, NEW.v, NEW.keys, NEW.digest,
                        NEW.chain)
                IS NOT DISTINCT FROM
                ROW(OLD.seq, OLD.at, OLD."by", OLD.action, OLD.subject, OLD.based_on, OLD.v, OLD.keys, OLD.digest,
                    OLD.chain)
             THEN RETURN NEW; END IF;
             RAISE EXCEPTION USING ERRCODE = 'integrity_constraint_violation',
               MESSAGE = 'entries of the log are never ' || CASE TG_OP WHEN 'UPDATE' THEN 'changed' ELSE 'deleted' END;
           END $$""",
        """CREATE TRIGGER entries_hold BEFORE UPDATE OR DELETE ON entries
           FOR EACH ROW EXECUTE FUNCTION entries_kept()""",
        """CREATE TRIGGER entries_stay BEFORE TRUNCATE ON entries
           FOR EACH STATEMENT EXECUTE FUNCTION entries_kept()""",
    ),
}


def text(length: int) -> sa.types.TypeEngine[str]:
    """Short text."""
    return sa.String(length).with_variant(sa.String(length, collation="C"), "postgresql")


def upgrade() -> None:
    """Makes the tables anew, fills them with what the older ones hold, sealed, and drops these."""
    connection = op.get_bind()
    on_server = connection.dialect.name == "postgresql"
    for index in ("ix_entries_at", "ix_entries_subject"):
        op.drop_index(index, "entries")
    for guard in ("entries_hold", "entries_stay"):
        op.execute(f"DROP TRIGGER {guard} ON entries" if on_server else f"DROP TRIGGER {guard}")
    for table in ("entries", "blobs"):
        op.rename_table(table, f"{table}_plain")
        if on_server:
            op.execute(f"ALTER INDEX {table}_pkey RENAME TO {table}_plain_pkey")
    _make()
    sealing_older.seal(connection)
    for table in ("entries_plain", "blobs_plain"):
        op.drop_table(table)
    for guard in GUARDS[connection.dialect.name]:
        op.execute(guard)


def _make() -> None:
    op.create_table(
        "keys",
        sa.Column("name", text(32), primary_key=True),
        sa.Column("document", text(64), nullable=False),
        sa.Column("lock", WORDS, nullable=False),
        sa.Column("key", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_keys_document", "keys", ["document"])
    op.create_table(
        "entries",
        sa.Column("seq", SEQ, primary_key=True, autoincrement=False),
        sa.Column("at", text(32), nullable=False),
        sa.Column("by", WORDS, nullable=False),
        sa.Column("action", text(64), nullable=False),
        sa.Column("subject", WORDS, nullable=False),
        sa.Column("based_on", SEQ, nullable=True),
        sa.Column("v", sa.Integer, nullable=False),
        sa.Column("keys", WORDS, nullable=False),
        sa.Column("body", sa.LargeBinary, nullable=True),
        sa.Column("digest", text(64), nullable=False),
        sa.Column("chain", text(64), nullable=False),
    )
    op.create_index("ix_entries_at", "entries", ["at"])
    op.create_index("ix_entries_subject", "entries", ["subject"])
    op.create_table(
        "blobs",
        sa.Column("hash", text(64), primary_key=True),
        sa.Column("keys", WORDS, nullable=False),
        sa.Column("content", sa.LargeBinary, nullable=False),
    )
    op.create_index("ix_blobs_keys", "blobs", ["keys"])
